/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-test-clock.h"

struct _HeartenTestClock
{
  GObject parent_instance;

  gint64 now;
  GTimeZone *zone;
};

static gint64
hearten_test_clock_get_now (HeartenClock *clock)
{
  return HEARTEN_TEST_CLOCK (clock)->now;
}

static GTimeZone *
hearten_test_clock_dup_zone (HeartenClock *clock)
{
  return g_time_zone_ref (HEARTEN_TEST_CLOCK (clock)->zone);
}

static void
clock_iface_init (HeartenClockInterface *iface)
{
  iface->get_now = hearten_test_clock_get_now;
  iface->dup_zone = hearten_test_clock_dup_zone;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (HeartenTestClock,
                               hearten_test_clock,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (HEARTEN_TYPE_CLOCK, clock_iface_init))

static void
hearten_test_clock_finalize (GObject *object)
{
  HeartenTestClock *self = HEARTEN_TEST_CLOCK (object);

  g_clear_pointer (&self->zone, g_time_zone_unref);

  G_OBJECT_CLASS (hearten_test_clock_parent_class)->finalize (object);
}

static void
hearten_test_clock_class_init (HeartenTestClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hearten_test_clock_finalize;
}

static void
hearten_test_clock_init (HeartenTestClock *self)
{
}

HeartenTestClock *
hearten_test_clock_new (const char *now, const char *zone)
{
  HeartenTestClock *self = g_object_new (HEARTEN_TYPE_TEST_CLOCK, NULL);

  hearten_test_clock_set_now (self, now);
  hearten_test_clock_set_zone (self, zone);
  return self;
}

void
hearten_test_clock_set_now (HeartenTestClock *self, const char *now)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (now, NULL);

  g_assert_nonnull (date);
  self->now = g_date_time_to_unix_usec (date);
}

void
hearten_test_clock_set_zone (HeartenTestClock *self, const char *zone)
{
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = g_time_zone_new_identifier (zone);
  g_assert_nonnull (self->zone);
}

void
hearten_test_clock_advance (HeartenTestClock *self, gint64 seconds)
{
  self->now += seconds * G_USEC_PER_SEC;
}
