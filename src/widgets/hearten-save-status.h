/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hearten-records.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_SAVE_STATUS (hearten_save_status_get_type ())
G_DECLARE_FINAL_TYPE (HeartenSaveStatus, hearten_save_status, HEARTEN, SAVE_STATUS, GtkWidget)

/**
 * HeartenSaveStatus:
 *
 * Tells whether one record is on the disk: "Saved", "Saving…", or why not. What happens to other records
 * does not show here.
 */

/**
 * hearten_save_status_set_record:
 *
 * Sets what it tells about, or something else than before. A record that is not in @records yet has nothing
 * to save.
 */
void hearten_save_status_set_record (HeartenSaveStatus *self, HeartenRecords *records, HeartenRecord *record);

/**
 * hearten_save_status_set_pending:
 * @pending: whether something was typed that the model has not heard of yet
 */
void hearten_save_status_set_pending (HeartenSaveStatus *self, gboolean pending);

G_END_DECLS
