/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HEARTEN_TYPE_TIME_PICKER (hearten_time_picker_get_type ())
G_DECLARE_FINAL_TYPE (HeartenTimePicker, hearten_time_picker, HEARTEN, TIME_PICKER, GtkBox)

/**
 * HeartenTimePicker:
 *
 * Chooses a time of day, with "am" and "pm" where the locale tells the time that way. Its property `minute`
 * notifies and can be bound both ways.
 */

/**
 * hearten_time_picker_get_minute:
 *
 * Returns: minutes from midnight, with what has been typed and not yet been confirmed
 */
int hearten_time_picker_get_minute (HeartenTimePicker *self);

/**
 * hearten_time_picker_set_minute:
 * @minute: minutes from midnight, 0 … 1439
 */
void hearten_time_picker_set_minute (HeartenTimePicker *self, int minute);

G_END_DECLS
