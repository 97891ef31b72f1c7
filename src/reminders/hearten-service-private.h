/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-schedule.h"
#include "hearten-service.h"

G_BEGIN_DECLS

#define HEARTEN_SERVICE_MINUTE ((gint64) 60 * G_USEC_PER_SEC)
#define HEARTEN_SERVICE_DAY (24 * 60 * HEARTEN_SERVICE_MINUTE)

/* Later than this it is no longer "now". */
#define HEARTEN_SERVICE_LATE HEARTEN_SERVICE_MINUTE
/* For so long a clock that may be wrong has to go on until it is believed. */
#define HEARTEN_SERVICE_A_WHILE (60 * HEARTEN_SERVICE_MINUTE)
/* What is older is not even listed; it also bounds the work after a clock was set. */
#define HEARTEN_SERVICE_STALE (7 * HEARTEN_SERVICE_DAY)

struct _HeartenService
{
  GObject parent_instance;

  HeartenClock *clock;
  HeartenNotifier *notifier;
  char *state_folder;

  HeartenSchedule *schedule;
  gboolean known; /* a schedule was read, or there is none */
  HeartenLedger *ledger;
  GHashTable *asked; /* of char *, char *: keys that the notifier has not told the end of, and the id of the
                        summary that tells of them, or NULL */
  guint told_missed; /* of how many the summary tells that it has not told the end of */
  guint timer;
  gint64 wake;

  /* Up to when everything was looked at; and since when the clock is so far from the ledger's that it may be
   * wrong, or 0. */
  gint64 looked;
  gint64 doubt;

  /* Nothing comes after the one instant and before the other, as long as the user is in this zone. */
  gint64 planned;
  gint64 nearest;
  gint64 tomorrow;
  char *zone_name;

  guint zones_timer;
  guint zones_tries; /* since the zones were last all there */
};

/* Shows what is due after one instant and up to another, and what was noted to come by then. */
void hearten_service_take_turns (HeartenService *self, gint64 after, gint64 now, GTimeZone *zone);

/* Finds when something comes after an instant, scheduled or noted; G_MAXINT64 for never. */
gint64 hearten_service_find_nearest (HeartenService *self, gint64 now, GTimeZone *zone);

/* Makes what was noted fit a schedule that was read anew, or another zone. */
void hearten_service_review (HeartenService *self, gint64 now, GTimeZone *zone);

/* Whether the clock is so far from what the ledger knows that it may be wrong. */
gboolean hearten_service_is_in_doubt (HeartenService *self, gint64 now);

/* Why it was shown at first, where that counts for the bound of a day: a try, or together with others. */
HeartenLedgerWhy hearten_service_get_origin (const HeartenLedgerEntry *entry);

void hearten_service_save (HeartenService *self);
void hearten_service_plan (HeartenService *self, gint64 now, GTimeZone *zone);
const HeartenScheduled *hearten_service_find_item (HeartenService *self, const char *key);

G_END_DECLS
