/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-intention.h"
#include "hearten-records.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_INTENTIONS (hearten_intentions_get_type ())
G_DECLARE_FINAL_TYPE (HeartenIntentions, hearten_intentions, HEARTEN, INTENTIONS, HeartenRecords)

/**
 * HeartenIntentions:
 *
 * What the user means to do, day by day.
 */
HeartenIntentions *hearten_intentions_new (HeartenStore *store);

/**
 * hearten_intentions_dup_list:
 * @tip: a tip's id
 * @face: `both`, `together` or `own`
 * @archived: whether the archived ones are wanted, or the others
 *
 * Returns: (transfer full) (element-type HeartenIntention): the oldest first
 */
GPtrArray *
hearten_intentions_dup_list (HeartenIntentions *self, const char *tip, const char *face, gboolean archived);

/**
 * hearten_intentions_add:
 * @text: what was typed; white space around it is dropped
 * @weekdays: bit 0 for Monday … bit 6 for Sunday
 *
 * Returns: (transfer none) (nullable): the new intention, or %NULL where @text has no words
 */
HeartenIntention *hearten_intentions_add (HeartenIntentions *self,
                                          const char *tip,
                                          const char *face,
                                          const char *text,
                                          guint weekdays);

/* An intention that a newer version wrote stays as it is. */

void hearten_intentions_set_text (HeartenIntentions *self, HeartenIntention *intention, const char *text);

/**
 * hearten_intentions_set_weekdays:
 * @weekdays: bit 0 for Monday … bit 6 for Sunday
 *
 * What was done on days that no longer belong to it stays done.
 */
void hearten_intentions_set_weekdays (HeartenIntentions *self, HeartenIntention *intention, guint weekdays);
void
hearten_intentions_set_archived (HeartenIntentions *self, HeartenIntention *intention, gboolean archived);

/**
 * hearten_intentions_set_kept:
 * @day: a local day; one that is yet to come is left as it is
 */
void hearten_intentions_set_kept (HeartenIntentions *self,
                                  HeartenIntention *intention,
                                  const GDate *day,
                                  gboolean kept);

G_END_DECLS
