/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-clock.h"

G_DEFINE_INTERFACE (HeartenClock, hearten_clock, G_TYPE_OBJECT)

static void
hearten_clock_default_init (HeartenClockInterface *iface)
{
}

gint64
hearten_clock_get_now (HeartenClock *self)
{
  g_return_val_if_fail (HEARTEN_IS_CLOCK (self), 0);

  return HEARTEN_CLOCK_GET_IFACE (self)->get_now (self);
}

GTimeZone *
hearten_clock_dup_zone (HeartenClock *self)
{
  g_return_val_if_fail (HEARTEN_IS_CLOCK (self), NULL);

  return HEARTEN_CLOCK_GET_IFACE (self)->dup_zone (self);
}

void
hearten_clock_renew_zone (HeartenClock *self)
{
  g_return_if_fail (HEARTEN_IS_CLOCK (self));

  if (HEARTEN_CLOCK_GET_IFACE (self)->renew_zone != NULL)
    HEARTEN_CLOCK_GET_IFACE (self)->renew_zone (self);
}

GDateTime *
hearten_clock_dup_local (HeartenClock *self)
{
  g_autoptr (GTimeZone) zone = hearten_clock_dup_zone (self);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (hearten_clock_get_now (self));

  return g_date_time_to_timezone (utc, zone);
}

/* The system's clock */

#define HEARTEN_TYPE_SYSTEM_CLOCK (hearten_system_clock_get_type ())
G_DECLARE_FINAL_TYPE (HeartenSystemClock, hearten_system_clock, HEARTEN, SYSTEM_CLOCK, GObject)

struct _HeartenSystemClock
{
  GObject parent_instance;

  GTimeZone *zone; /* the one told last, or NULL */
};

static gint64
hearten_system_clock_get_now (HeartenClock *clock)
{
  return g_get_real_time ();
}

static GTimeZone *
hearten_system_clock_dup_zone (HeartenClock *clock)
{
  HeartenSystemClock *self = (HeartenSystemClock *) clock;
  g_autoptr (GTimeZone) local = g_time_zone_new_local ();
  const char *name = g_time_zone_get_identifier (local);

  if (*name == ':')
    name++;
  if (self->zone == NULL || g_strcmp0 (g_time_zone_get_identifier (self->zone), name) != 0)
    {
      /* GLib keeps the one it calls local, with its old rules, for as long as the program runs. */
      g_clear_pointer (&self->zone, g_time_zone_unref);
      self->zone = g_time_zone_new_identifier (name);
    }
  return g_time_zone_ref (self->zone != NULL ? self->zone : local);
}

static void
hearten_system_clock_renew_zone (HeartenClock *clock)
{
  g_clear_pointer (&((HeartenSystemClock *) clock)->zone, g_time_zone_unref);
}

static void
hearten_system_clock_iface_init (HeartenClockInterface *iface)
{
  iface->get_now = hearten_system_clock_get_now;
  iface->dup_zone = hearten_system_clock_dup_zone;
  iface->renew_zone = hearten_system_clock_renew_zone;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (HeartenSystemClock,
                               hearten_system_clock,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (HEARTEN_TYPE_CLOCK, hearten_system_clock_iface_init))

static void
hearten_system_clock_finalize (GObject *object)
{
  g_clear_pointer (&((HeartenSystemClock *) object)->zone, g_time_zone_unref);

  G_OBJECT_CLASS (hearten_system_clock_parent_class)->finalize (object);
}

static void
hearten_system_clock_class_init (HeartenSystemClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hearten_system_clock_finalize;
}

static void
hearten_system_clock_init (HeartenSystemClock *self)
{
}

HeartenClock *
hearten_system_clock_new (void)
{
  return g_object_new (HEARTEN_TYPE_SYSTEM_CLOCK, NULL);
}
