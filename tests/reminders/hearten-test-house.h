/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-instant.h"
#include "hearten-rule.h"
#include "hearten-service.h"
#include "hearten-test-clock.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_TEST_NOTIFIER (hearten_test_notifier_get_type ())
G_DECLARE_FINAL_TYPE (HeartenTestNotifier, hearten_test_notifier, HEARTEN, TEST_NOTIFIER, GObject)

/* A notifier that remembers. */
struct _HeartenTestNotifier
{
  GObject parent_instance;

  GPtrArray *shown; /* of char *: "key: body" */
  GPtrArray *withdrawn;
  GPtrArray *summaries; /* of char *: "kind count" */
  gboolean late;        /* tells by the signal, which the test sends */
  const char *ledger_path;
  char *ledger_then; /* the ledger on the disk while something is shown */
};

/* A service with its files, its clock and its notifier, in Berlin on 2026-11-23 at noon UTC. */
typedef struct
{
  char *folder;
  char *schedule_path;
  char *ledger_path;
  HeartenTestClock *clock;
  HeartenTestNotifier *notifier;
  HeartenService *service;
} HeartenTestHouse;

#define TEST_SCHEDULE(manners, reminders)                                                                    \
  "{\"fmt\":\"hearten-schedule\",\"v\":1," manners "\"reminders\":[" reminders "]}"
#define TEST_DAILY(id, time) "{\"id\":\"" id "\",\"rule\":{\"repeat\":\"daily\",\"times\":[\"" time "\"]}}"
#define TEST_DAILY_IN(id, time, zone)                                                                        \
  "{\"id\":\"" id "\",\"rule\":{\"repeat\":\"daily\",\"times\":[\"" time "\"],\"zone\":\"" zone "\"}}"

void hearten_test_house_set_up (HeartenTestHouse *self, gconstpointer data);
void hearten_test_house_tear_down (HeartenTestHouse *self, gconstpointer data);

void hearten_test_house_write (HeartenTestHouse *self, const char *schedule);

/* Also stands for a restart after a crash: nothing is carried over but the files. */
void hearten_test_house_start (HeartenTestHouse *self);
void hearten_test_house_start_at (HeartenTestHouse *self, const char *now);
void hearten_test_house_reload (HeartenTestHouse *self, const char *schedule);
void hearten_test_house_look_at (HeartenTestHouse *self, const char *now);

/* From one wake-up of the service to the next. */
void hearten_test_house_live_until (HeartenTestHouse *self, const char *end);

/* All that was shown since the last time this was asked, such as "evening@2026-11-23T21:00, missed 2". */
void hearten_test_house_expect (HeartenTestHouse *self, const char *shown);
void hearten_test_house_expect_state (HeartenTestHouse *self, const char *key, const char *state);
void hearten_test_house_expect_wake (HeartenTestHouse *self, const char *instant);

/* What the report says comes next, such as "21:00Z evening, 22:00Z night" of at most three. */
void hearten_test_house_expect_next (HeartenTestHouse *self, const char *next);

#define TEST_ADD(path, func)                                                                                 \
  g_test_add (path, HeartenTestHouse, NULL, hearten_test_house_set_up, func, hearten_test_house_tear_down)

/* An instant such as "2026-11-23T20:00:00Z", in microseconds since 1970. */
gint64 hearten_test_instant (const char *text);

/* A rule as it is in a file. */
HeartenRule *hearten_test_rule (const char *json);

G_END_DECLS
