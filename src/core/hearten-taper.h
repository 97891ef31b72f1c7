/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-reminder-report.h"
#include "hearten-reminder.h"

G_BEGIN_DECLS

/**
 * HEARTEN_TAPER_PAST:
 *
 * How many past occurrences to ask the service for before [func@taper_offer].
 */
#define HEARTEN_TAPER_PAST 500

/**
 * HEARTEN_TAPER_PATIENCE_DAYS:
 *
 * How long nothing is offered after the user chose to keep a reminder as it is.
 */
#define HEARTEN_TAPER_PATIENCE_DAYS 60

/**
 * hearten_taper_offer:
 * @reminder: a reminder that is switched on
 * @report: from the service, with %HEARTEN_TAPER_PAST past ones
 * @today: a local day
 *
 * Finds a lighter rhythm for a reminder that has done its work: over the last three weeks, and for two weeks
 * at least, it was answered with Done four times out of five, and six times in all. What was skipped, held or
 * only tried does not count. It is an offer for the user to take or leave; nothing changes by itself.
 *
 * Returns: (transfer full) (nullable): the rule to offer, or %NULL where there is no reason or nothing
 * lighter
 */
HeartenRule *
hearten_taper_offer (HeartenReminder *reminder, const HeartenReminderReport *report, const GDate *today);

/**
 * hearten_taper_lighten:
 * @today: a local day
 *
 * Returns: (transfer full) (nullable): a rule that comes about half as often, or %NULL where @rule comes
 * rarely enough
 */
HeartenRule *hearten_taper_lighten (HeartenRule *rule, const GDate *today);

G_END_DECLS
