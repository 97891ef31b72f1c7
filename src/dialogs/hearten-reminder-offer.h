/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-reminders.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_REMINDER_OFFER (hearten_reminder_offer_get_type ())
G_DECLARE_FINAL_TYPE (HeartenReminderOffer,
                      hearten_reminder_offer,
                      HEARTEN,
                      REMINDER_OFFER,
                      AdwPreferencesGroup)

/**
 * HeartenReminderOffer:
 *
 * A suggested reminder that the user may switch on, with its time. It is hidden where there is one already.
 */

/**
 * hearten_reminder_offer_set:
 *
 * Has the group offer a reminder for @purpose.
 */
void
hearten_reminder_offer_set (HeartenReminderOffer *self, HeartenReminders *reminders, HeartenPurpose purpose);

/**
 * hearten_reminder_offer_take:
 *
 * Adds the reminder if the user switched it on and it is not there yet.
 */
void hearten_reminder_offer_take (HeartenReminderOffer *self);

G_END_DECLS
