/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-test-house.h"

#include <glib/gstdio.h>

#include "hearten-json.h"

/* The notifier */

static gboolean
hearten_test_notifier_show (HeartenNotifier *notifier,
                            const char *key,
                            const char *title,
                            const char *body,
                            const char *page)
{
  HeartenTestNotifier *self = HEARTEN_TEST_NOTIFIER (notifier);

  g_ptr_array_add (self->shown, *body != '\0' ? g_strdup_printf ("%s: %s", key, body) : g_strdup (key));
  g_clear_pointer (&self->ledger_then, g_free);
  g_assert_true (g_file_get_contents (self->ledger_path, &self->ledger_then, NULL, NULL));
  return !self->late;
}

static gboolean
hearten_test_notifier_show_summary (HeartenNotifier *notifier, HeartenSummary kind, guint count)
{
  HeartenTestNotifier *self = HEARTEN_TEST_NOTIFIER (notifier);

  g_ptr_array_add (self->shown, g_strdup_printf ("%s %u", hearten_summary_get_id (kind), count));
  return !self->late;
}

static void
hearten_test_notifier_withdraw (HeartenNotifier *notifier, const char *key)
{
  g_ptr_array_add (HEARTEN_TEST_NOTIFIER (notifier)->withdrawn, g_strdup (key));
}

static void
notifier_iface_init (HeartenNotifierInterface *iface)
{
  iface->show = hearten_test_notifier_show;
  iface->show_summary = hearten_test_notifier_show_summary;
  iface->withdraw = hearten_test_notifier_withdraw;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (HeartenTestNotifier,
                               hearten_test_notifier,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (HEARTEN_TYPE_NOTIFIER, notifier_iface_init))

static void
hearten_test_notifier_finalize (GObject *object)
{
  HeartenTestNotifier *self = HEARTEN_TEST_NOTIFIER (object);

  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->withdrawn);
  g_free (self->ledger_then);

  G_OBJECT_CLASS (hearten_test_notifier_parent_class)->finalize (object);
}

static void
hearten_test_notifier_class_init (HeartenTestNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hearten_test_notifier_finalize;
}

static void
hearten_test_notifier_init (HeartenTestNotifier *self)
{
  self->shown = g_ptr_array_new_with_free_func (g_free);
  self->withdrawn = g_ptr_array_new_with_free_func (g_free);
}

/* The house */

void
hearten_test_house_set_up (HeartenTestHouse *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("hearten-house-XXXXXX", NULL);
  self->schedule_path = g_build_filename (self->folder, "schedule.json", NULL);
  self->ledger_path = g_build_filename (self->folder, "ledger.json", NULL);
  self->clock = hearten_test_clock_new ("2026-11-23T12:00:00Z", "Europe/Berlin");
  self->notifier = g_object_new (HEARTEN_TYPE_TEST_NOTIFIER, NULL);
  self->notifier->ledger_path = self->ledger_path;
}

void
hearten_test_house_tear_down (HeartenTestHouse *self, gconstpointer data)
{
  g_autofree char *damaged = g_strconcat (self->ledger_path, ".damaged", NULL);

  g_clear_object (&self->service);
  g_assert_finalize_object (self->notifier);
  g_assert_finalize_object (self->clock);
  g_unlink (self->schedule_path);
  g_unlink (self->ledger_path);
  g_unlink (damaged);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_free (self->schedule_path);
  g_free (self->ledger_path);
}

void
hearten_test_house_write (HeartenTestHouse *self, const char *schedule)
{
  g_assert_true (g_file_set_contents (self->schedule_path, schedule, -1, NULL));
}

void
hearten_test_house_start (HeartenTestHouse *self)
{
  g_clear_object (&self->service);
  self->service = hearten_service_new (HEARTEN_CLOCK (self->clock), HEARTEN_NOTIFIER (self->notifier),
                                       self->folder);
  hearten_service_start (self->service);
}

void
hearten_test_house_start_at (HeartenTestHouse *self, const char *now)
{
  hearten_test_clock_set_now (self->clock, now);
  hearten_test_house_start (self);
}

void
hearten_test_house_reload (HeartenTestHouse *self, const char *schedule)
{
  g_autoptr (GError) error = NULL;

  hearten_test_house_write (self, schedule);
  g_assert_true (hearten_service_reload (self->service, &error));
  g_assert_no_error (error);
}

void
hearten_test_house_look_at (HeartenTestHouse *self, const char *now)
{
  hearten_test_clock_set_now (self->clock, now);
  hearten_service_look (self->service);
}

void
hearten_test_house_live_until (HeartenTestHouse *self, const char *end)
{
  gint64 wake, last;

  g_assert_true (hearten_instant_from_text (end, &last));
  while ((wake = hearten_service_get_wake (self->service)) != 0 && wake <= last)
    {
      gint64 now = hearten_clock_get_now (HEARTEN_CLOCK (self->clock));

      g_assert_cmpint (wake, >, now);
      hearten_test_clock_advance (self->clock, (wake - now + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC);
      hearten_service_look (self->service);
    }
  hearten_test_clock_set_now (self->clock, end);
}

/* What came of it */

static char *
join (GPtrArray *words)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? ", " : "", (char *) g_ptr_array_index (words, i));
  return g_strdup (joined->str);
}

void
hearten_test_house_expect (HeartenTestHouse *self, const char *shown)
{
  g_autofree char *joined = join (self->notifier->shown);

  g_assert_cmpstr (joined, ==, shown);
  g_ptr_array_set_size (self->notifier->shown, 0);
}

void
hearten_test_house_expect_state (HeartenTestHouse *self, const char *key, const char *state)
{
  const HeartenLedgerEntry *entry = hearten_ledger_find (hearten_service_get_ledger (self->service), key);
  g_autofree char *found = NULL;
  const char *why;

  if (entry != NULL)
    {
      why = hearten_ledger_why_get_nick (entry->why);
      found = g_strconcat (hearten_ledger_state_get_nick (entry->state), why != NULL ? " " : NULL, why, NULL);
    }
  g_assert_cmpstr (found, ==, state);
}

void
hearten_test_house_expect_wake (HeartenTestHouse *self, const char *instant)
{
  gint64 wake = hearten_service_get_wake (self->service);
  g_autofree char *text = wake != 0 ? hearten_instant_to_text (wake) : g_strdup ("never");

  g_assert_cmpstr (text, ==, instant);
}

void
hearten_test_house_expect_next (HeartenTestHouse *self, const char *next)
{
  g_autoptr (HeartenReminderReport) report = hearten_service_report (self->service, 3);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  for (guint i = 0; i < report->next->len; i++)
    {
      const HeartenReminderNext *item = g_ptr_array_index (report->next, i);
      g_autofree char *text = hearten_instant_to_text (item->instant);

      g_ptr_array_add (words, g_strdup_printf ("%s %s%s", text, item->id, item->again ? " again" : ""));
    }
  joined = join (words);
  g_assert_cmpstr (joined, ==, next);
}

/* Values */

gint64
hearten_test_instant (const char *text)
{
  gint64 found;

  g_assert_true (hearten_instant_from_text (text, &found));
  return found;
}

HeartenRule *
hearten_test_rule (const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) object = hearten_json_read (bytes, &error);
  HeartenRule *rule;

  g_assert_no_error (error);
  rule = hearten_rule_from_json (object, &error);
  g_assert_no_error (error);
  return rule;
}
