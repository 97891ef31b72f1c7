/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-urge.h"

G_BEGIN_DECLS

/* For HeartenUrges alone. */
void hearten_urge_set_space (HeartenUrge *self, const char *space);
void hearten_urge_set_triggers (HeartenUrge *self, const char *const *triggers);
gboolean hearten_urge_set_words (HeartenUrge *self, const char *words);
gboolean hearten_urge_set_plan (HeartenUrge *self, const char *plan);
void hearten_urge_set_outcome (HeartenUrge *self, HeartenOutcome outcome);
gboolean hearten_urge_set_note (HeartenUrge *self, const char *note);

G_END_DECLS
