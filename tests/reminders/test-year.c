/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <time.h>

#include "hearten-schedule.h"
#include "hearten-service.h"
#include "hearten-test-clock.h"
#include "hearten-test-house.h"

/* A year of the service's life, from one wake-up to the next, with a reminder of each kind. */

#define BEGIN "2026-03-01T00:00:00Z"
#define END "2027-03-01T00:00:00Z"
#define ZONE "Europe/Berlin"

#define REMINDER(id, rule) "{\"id\":\"" id "\",\"rule\":{" rule "}}"

static const char schedule_text[] = "{\"fmt\":\"hearten-schedule\",\"v\":1,\"reminders\":["
    /* clang-format off */
    REMINDER ("daily", "\"repeat\":\"daily\",\"times\":[\"02:30\"]") ","
    REMINDER ("once", "\"repeat\":\"once\",\"day\":\"2026-12-24\",\"times\":[\"18:00\"]") ","
    REMINDER ("bad", "\"repeat\":\"weekly\",\"weekdays\":[\"someday\"],\"times\":[\"09:00\"]") ","
    REMINDER ("weekly", "\"repeat\":\"weekly\",\"weekdays\":[\"mon\",\"sun\"],\"times\":[\"02:30\"]") ","
    REMINDER ("second", "\"repeat\":\"weekly\",\"every\":2,\"from\":\"2026-03-02\",\"weekdays\":[\"fri\"],"
                        "\"times\":[\"09:00\"]") ","
    REMINDER ("days", "\"repeat\":\"days\",\"every\":3,\"from\":\"2026-03-02\",\"times\":[\"09:00\"]") ","
    REMINDER ("monthly", "\"repeat\":\"monthly\",\"date\":31,\"times\":[\"09:10\"]") ","
    REMINDER ("yearly", "\"repeat\":\"yearly\",\"month\":2,\"date\":29,\"times\":[\"09:20\"]") ","
    REMINDER ("hourly", "\"repeat\":\"hourly\",\"every\":12,\"between\":[\"09:00\",\"21:00\"]") ","
    REMINDER ("moments", "\"repeat\":\"moments\",\"count\":1,\"between\":[\"09:00\",\"21:00\"]")
    /* clang-format on */
    "]}";

static guint warnings;

/* A notifier that counts, and would notice a second time */

#define YEAR_TYPE_NOTIFIER (year_notifier_get_type ())
G_DECLARE_FINAL_TYPE (YearNotifier, year_notifier, YEAR, NOTIFIER, GObject)

struct _YearNotifier
{
  GObject parent_instance;

  GHashTable *shown; /* of char *: keys */
};

static gboolean
year_notifier_show (HeartenNotifier *notifier,
                    const char *key,
                    const char *title,
                    const char *body,
                    const char *page)
{
  g_assert_true (g_hash_table_add (YEAR_NOTIFIER (notifier)->shown, g_strdup (key)));
  return TRUE;
}

static gboolean
year_notifier_show_summary (HeartenNotifier *notifier, HeartenSummary kind, guint count)
{
  g_assert_not_reached ();
  return TRUE;
}

static void
year_notifier_withdraw (HeartenNotifier *notifier, const char *key)
{
}

static void
notifier_iface_init (HeartenNotifierInterface *iface)
{
  iface->show = year_notifier_show;
  iface->show_summary = year_notifier_show_summary;
  iface->withdraw = year_notifier_withdraw;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (YearNotifier,
                               year_notifier,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (HEARTEN_TYPE_NOTIFIER, notifier_iface_init))

static void
year_notifier_finalize (GObject *object)
{
  g_hash_table_unref (YEAR_NOTIFIER (object)->shown);
  G_OBJECT_CLASS (year_notifier_parent_class)->finalize (object);
}

static void
year_notifier_class_init (YearNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = year_notifier_finalize;
}

static void
year_notifier_init (YearNotifier *self)
{
  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* The bad reminder is told of; a warning is no end of the test here. */
static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer user_data)
{
  guint *count = user_data;

  if (level & G_LOG_LEVEL_WARNING)
    (*count)++;
  return G_LOG_WRITER_HANDLED;
}

static guint
live (const char *folder, YearNotifier *notifier)
{
  g_autoptr (HeartenTestClock) clock = hearten_test_clock_new (BEGIN, ZONE);
  g_autoptr (HeartenService)
      service = hearten_service_new (HEARTEN_CLOCK (clock), HEARTEN_NOTIFIER (notifier), folder);
  gint64 end = hearten_test_instant (END);
  guint wakes = 0;

  hearten_service_start (service);

  for (gint64 wake; (wake = hearten_service_get_wake (service)) <= end; wakes++)
    {
      gint64 now = hearten_clock_get_now (HEARTEN_CLOCK (clock));

      g_assert_cmpint (wake, >, now);
      hearten_test_clock_advance (clock, (wake - now + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC);
      hearten_service_look (service);
    }

  return wakes;
}

/* What a year has to bring, by its calendar and not by the code that is tested. */
static void
check_counts (GHashTable *shown)
{
  const struct
  {
    const char *id;
    guint count;
  } expected[] = {
    { "daily", 365 }, { "once", 1 },     { "bad", 0 },    { "weekly", 105 },     { "second", 26 },
    { "days", 122 },  { "monthly", 12 }, { "yearly", 1 }, { "hourly", 2 * 365 }, { "moments", 365 },
  };
  guint counts[G_N_ELEMENTS (expected)] = { 0 };
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, shown);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
      if (strncmp (key, expected[i].id, strlen (expected[i].id)) == 0)
        counts[i]++;

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_test_message ("%s %u", expected[i].id, counts[i]);
      g_assert_cmpuint (counts[i], ==, expected[i].count);
    }
}

static void
test_year (void)
{
  g_autofree char *folder = g_dir_make_tmp ("hearten-year-XXXXXX", NULL);
  g_autofree char *schedule_path = g_build_filename (folder, "schedule.json", NULL);
  g_autofree char *ledger_path = g_build_filename (folder, "ledger.json", NULL);
  YearNotifier *notifier = g_object_new (YEAR_TYPE_NOTIFIER, NULL);
  clock_t begin = clock ();
  guint wakes;
  double seconds;

#ifdef __SANITIZE_ADDRESS__
  g_test_skip ("a year takes minutes with sanitizers, and the other tests of the service run the same code");
  g_object_unref (notifier);
  g_rmdir (folder);
  return;
#endif
  g_assert_true (g_file_set_contents (schedule_path, schedule_text, -1, NULL));
  wakes = live (folder, notifier);
  seconds = (double) (clock () - begin) / CLOCKS_PER_SEC;
  g_test_message ("%u wake-ups, %.2f s of CPU", wakes, seconds);

  check_counts (notifier->shown);
  g_assert_cmpuint (warnings, ==, 1);

  g_assert_finalize_object (notifier);
  g_unlink (schedule_path);
  g_unlink (ledger_path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_log_set_always_fatal (G_LOG_FATAL_MASK);
  g_log_set_writer_func (write_log, &warnings, NULL);
  g_test_add_func ("/year", test_year);
  return g_test_run ();
}
