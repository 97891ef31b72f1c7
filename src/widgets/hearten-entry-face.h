/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hearten-entry.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_ENTRY_FACE (hearten_entry_face_get_type ())
G_DECLARE_FINAL_TYPE (HeartenEntryFace, hearten_entry_face, HEARTEN, ENTRY_FACE, GtkWidget)

/**
 * HeartenEntryFace:
 *
 * What a [class@EntryRow] shows: the day of a page, two lines of it, its inner weather and marks.
 */
GtkWidget *hearten_entry_face_new (void);

/**
 * hearten_entry_face_show:
 * @stage: (nullable): the nick of the stage of the tip the entry is about
 *
 * Shows @entry as it is now.
 *
 * Returns: (transfer full): what a screen reader says for it
 */
char *hearten_entry_face_show (HeartenEntryFace *self, HeartenEntry *entry, const char *stage);

G_END_DECLS
