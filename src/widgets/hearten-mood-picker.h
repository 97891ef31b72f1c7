/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hearten-mood.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_MOOD_PICKER (hearten_mood_picker_get_type ())
G_DECLARE_FINAL_TYPE (HeartenMoodPicker, hearten_mood_picker, HEARTEN, MOOD_PICKER, GtkWidget)

/**
 * HeartenMoodPicker:
 *
 * Five kinds of inner weather. One press chooses, the same press takes it back; the keys 1 to 5 do the same
 * while the focus is inside. [property@MoodPicker:mood] notifies when the user or the program changes it.
 */

/**
 * hearten_mood_picker_get_mood:
 *
 * Returns: −2 … 2, or %HEARTEN_MOOD_UNSET
 */
int hearten_mood_picker_get_mood (HeartenMoodPicker *self);
void hearten_mood_picker_set_mood (HeartenMoodPicker *self, int mood);

G_END_DECLS
