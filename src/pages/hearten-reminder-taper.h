/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-context.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_REMINDER_TAPER (hearten_reminder_taper_get_type ())
G_DECLARE_FINAL_TYPE (HeartenReminderTaper, hearten_reminder_taper, HEARTEN, REMINDER_TAPER, AdwBin)

/**
 * HeartenReminderTaper:
 *
 * Offers a lighter rhythm for a reminder that has been answered with Done for weeks. It is hidden while there
 * is nothing to offer.
 */

/**
 * hearten_reminder_taper_set_context:
 *
 * To be called once.
 */
void hearten_reminder_taper_set_context (HeartenReminderTaper *self, HeartenContext *context);

G_END_DECLS
