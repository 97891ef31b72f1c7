/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-context.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_ACTIVITY (hearten_activity_get_type ())
G_DECLARE_DERIVABLE_TYPE (HeartenActivity, hearten_activity, HEARTEN, ACTIVITY, AdwBin)

/**
 * HeartenActivityClass:
 * @commit: (nullable): hands what is being typed to its model at once
 *
 * One practice of a tip, live on the tip's page. Each kind of activity (`worksheet`, `cards` …) derives from
 * it. A kind knows no particular tip: every text comes from [method@Activity.get_node], and what the user
 * does goes through a model of [method@Activity.get_context].
 *
 * The four construct properties are there when `constructed` runs.
 */
struct _HeartenActivityClass
{
  AdwBinClass parent_class;

  void (*commit) (HeartenActivity *self);
};

/**
 * hearten_activity_get_kind_type:
 * @kind: (nullable): a kind, as an `<activity>` names it
 *
 * Returns: the class of its widgets, or %G_TYPE_INVALID where no kind of that name is known
 */
GType hearten_activity_get_kind_type (const char *kind);

/**
 * hearten_activity_new:
 * @node: the `<activity>` of @face
 *
 * Returns: (transfer none): a widget for this kind of activity
 */
GtkWidget *hearten_activity_new (HeartenContext *context,
                                 HeartenTip *tip,
                                 HeartenTipFace *face,
                                 const HeartenTipNode *node);

HeartenContext *hearten_activity_get_context (HeartenActivity *self);
HeartenTip *hearten_activity_get_tip (HeartenActivity *self);

/**
 * hearten_activity_get_tip_id:
 *
 * Returns: the tip's id, which records refer to
 */
const char *hearten_activity_get_tip_id (HeartenActivity *self);
HeartenTipFace *hearten_activity_get_face (HeartenActivity *self);

/**
 * hearten_activity_get_face_nick:
 *
 * Returns: `both`, `together` or `own`, which records refer to
 */
const char *hearten_activity_get_face_nick (HeartenActivity *self);

/**
 * hearten_activity_get_node:
 *
 * Returns: (transfer none): the `<activity>`, which the tip keeps
 */
const HeartenTipNode *hearten_activity_get_node (HeartenActivity *self);

/**
 * hearten_activity_fill:
 * @text: (nullable): a text of the tip
 *
 * Returns: (transfer full): @text with the other person's name in it; an empty text for %NULL
 */
char *hearten_activity_fill (HeartenActivity *self, const char *text);

/**
 * hearten_activity_fill_child:
 * @name: an element such as `invite`, `begin` or `closing`
 *
 * Returns: (transfer full): the words of the activity's first child called @name, with the other person's
 *   name in them; an empty text where there is none
 */
char *hearten_activity_fill_child (HeartenActivity *self, const char *name);

/**
 * hearten_activity_new_paragraph:
 * @name: an element such as `invite` or `closing`
 * @css_class: (nullable): a style of its own
 *
 * Returns: (transfer none): a label with the words of [method@Activity.fill_child]
 */
GtkWidget *hearten_activity_new_paragraph (HeartenActivity *self, const char *name, const char *css_class);

/**
 * hearten_activity_begin:
 *
 * The user did something: the tip is begun, unless it was practised already.
 */
void hearten_activity_begin (HeartenActivity *self);

/**
 * hearten_activity_reveal:
 * @part: something of the practice that has just been shown
 *
 * Scrolls the page so that all of @part is in view, or its beginning where it is taller than the window.
 */
void hearten_activity_reveal (HeartenActivity *self, GtkWidget *part);

/**
 * hearten_activity_commit:
 *
 * Hands what is being typed to its model. It happens by itself when the widget goes out of view.
 */
void hearten_activity_commit (HeartenActivity *self);

G_END_DECLS
