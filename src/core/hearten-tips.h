/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-practices.h"
#include "hearten-situation.h"
#include "hearten-tip.h"

G_BEGIN_DECLS

/**
 * HEARTEN_TIPS_PATH:
 *
 * The resource folder of the tips. It is there in programs that Meson gives `tips_dep`.
 */
#define HEARTEN_TIPS_PATH "/io/github/hearten_app/Hearten/tips"

#define HEARTEN_TYPE_TIPS (hearten_tips_get_type ())
G_DECLARE_FINAL_TYPE (HeartenTips, hearten_tips, HEARTEN, TIPS, GObject)

/**
 * HeartenTips:
 *
 * All tips in the order of the sidebar, by stage and then by id: a [iface@Gio.ListModel] of [class@Tip].
 */

/**
 * hearten_tips_new:
 * @path: a resource folder with files called `tip-NN.xml`, usually %HEARTEN_TIPS_PATH
 *
 * Reads the tips. One that cannot be read is left out with a warning; it never stops the start.
 */
HeartenTips *hearten_tips_new (const char *path);

/**
 * hearten_tips_find:
 *
 * Returns: (transfer none) (nullable): the tip with this id
 */
HeartenTip *hearten_tips_find (HeartenTips *self, const char *id);

/**
 * hearten_tips_find_activity:
 * @kind: a kind of activity that belongs to the user alone, such as `space`
 * @tip: (out) (optional): the tip's id
 *
 * Returns: (transfer none) (nullable): the first activity of that kind in a tip that has one face for
 * everybody
 */
const HeartenTipNode *hearten_tips_find_activity (HeartenTips *self, const char *kind, const char **tip);

/**
 * hearten_tips_find_before:
 * @activity: (nullable): one whose `before` may name a tip
 * @contact: how things are between the two
 *
 * Returns: (transfer none) (nullable): the tip to be done before one writes to them; %NULL where the data
 * names none, and after a no or where there was fear: there nothing speaks of writing to them
 */
HeartenTip *
hearten_tips_find_before (HeartenTips *self, const HeartenTipNode *activity, HeartenContact contact);

/**
 * hearten_tips_of_the_day:
 * @day: a local day
 * @situation: (nullable): what the user told, if anything
 * @practices: what was done before
 * @allows_contact: the gate's answer; the reason never speaks of contact where it is %FALSE
 * @reason: (out) (optional) (transfer full): one or two short sentences on why this one
 *
 * Chooses the tip of a day. The user's hope gives each weekday a stage; of that stage the tips take turns by
 * the week, those first that were not practised before this day. So it is the same one all day, whatever the
 * user does. Show the face that [func@gate_face] gives.
 *
 * Returns: (transfer none) (nullable): the tip; %NULL where there are none
 */
HeartenTip *hearten_tips_of_the_day (HeartenTips *self,
                                     const GDate *day,
                                     HeartenSituation *situation,
                                     HeartenPractices *practices,
                                     gboolean allows_contact,
                                     char **reason);

G_END_DECLS
