/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-sitting.h"

G_BEGIN_DECLS

/* For HeartenSittings alone. */
void hearten_sitting_set_tip (HeartenSitting *self, const char *tip);
void hearten_sitting_set_planned (HeartenSitting *self, guint minutes);
void hearten_sitting_set_minutes (HeartenSitting *self, guint minutes);
gboolean hearten_sitting_set_note (HeartenSitting *self, const char *note);

G_END_DECLS
