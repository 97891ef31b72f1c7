/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-gate.h"
#include "hearten-items.h"
#include "hearten-records.h"
#include "hearten-rule.h"
#include "hearten-spaces.h"
#include "hearten-tips.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_ANCHORS (hearten_anchors_get_type ())
G_DECLARE_FINAL_TYPE (HeartenAnchors, hearten_anchors, HEARTEN, ANCHORS, GObject)

/**
 * HeartenAnchors:
 *
 * What a reminder can count days along: the space period that runs, and records with a date. The signal
 * `changed` comes when a period begins, is made longer, rests, goes on, ends or is deleted, and when a dated
 * record changes: then the days are others.
 */

/**
 * HeartenAnchorDay:
 * @day: (out): its day
 *
 * Returns: whether @record has a day
 */
typedef gboolean (*HeartenAnchorDay) (HeartenRecord *record, GDate *day, gpointer user_data);

HeartenAnchors *hearten_anchors_new (HeartenSpaces *spaces);

/**
 * hearten_anchors_add:
 * @records: where to look for a record by its id
 * @day: tells the day of one of @records
 *
 * Lets reminders follow the dates of another kind of record.
 */
void
hearten_anchors_add (HeartenAnchors *self, HeartenRecords *records, HeartenAnchorDay day, gpointer user_data);

/**
 * hearten_anchors_add_plans:
 * @items: where the plans are
 * @tips: what the lists are for
 * @gate: while it says no, plans that are about the two of you are not reminded of
 *
 * Lets reminders follow the plans of the tips' lists, while these are not done and not out of sight.
 */
void
hearten_anchors_add_plans (HeartenAnchors *self, HeartenItems *items, HeartenTips *tips, HeartenGate *gate);

/**
 * hearten_anchors_find:
 *
 * Returns: (transfer none) (nullable): the record whose day @rule counts along; %NULL where that is gone or
 *   has no day now, and for all other rules
 */
HeartenRecord *hearten_anchors_find (HeartenAnchors *self, HeartenRule *rule);

/**
 * hearten_anchors_resolve:
 * @rule: any rule
 *
 * While a period rests, the days ahead have no date; days beyond its last day are none. Both come back when
 * it goes on or is made longer.
 *
 * Returns: (transfer full) (nullable): @rule with its days as dates, or %NULL where it has none now
 */
HeartenRule *hearten_anchors_resolve (HeartenAnchors *self, HeartenRule *rule);

/**
 * hearten_anchors_get_changed:
 * @rule: any rule
 *
 * Returns: since when what @rule counts along is as it is, in microseconds since 1970-01-01 00:00 UTC:
 *   days that were moved into the past before were not missed. 0 where it counts along nothing.
 */
gint64 hearten_anchors_get_changed (HeartenAnchors *self, HeartenRule *rule);

G_END_DECLS
