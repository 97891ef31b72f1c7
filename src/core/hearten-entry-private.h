/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-entry.h"

G_BEGIN_DECLS

/* For HeartenJournal alone. Each tells whether anything changed. */
gboolean hearten_entry_set_title (HeartenEntry *self, const char *title);
gboolean hearten_entry_set_body (HeartenEntry *self, const char *body);
gboolean hearten_entry_set_mood (HeartenEntry *self, int mood);
gboolean hearten_entry_set_starred (HeartenEntry *self, gboolean starred);
gboolean hearten_entry_set_tip (HeartenEntry *self, const char *tip);
void hearten_entry_set_face (HeartenEntry *self, const char *face);
void hearten_entry_set_sheet (HeartenEntry *self, const HeartenSheet *sheet);

G_END_DECLS
