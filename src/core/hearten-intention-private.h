/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-intention.h"

G_BEGIN_DECLS

/* For HeartenIntentions alone. */
void hearten_intention_set_list (HeartenIntention *self, const char *tip, const char *face);
gboolean hearten_intention_set_text (HeartenIntention *self, const char *text);
gboolean hearten_intention_set_weekdays (HeartenIntention *self, guint weekdays);
gboolean hearten_intention_set_archived (HeartenIntention *self, gboolean archived);
gboolean hearten_intention_set_kept (HeartenIntention *self, const GDate *day, gboolean kept);

G_END_DECLS
