/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-reminder-settings.h"

#define LAST_MINUTE (24 * 60 - 1)

struct _HeartenReminderSettings
{
  GObject parent_instance;

  HeartenClock *clock;
  HeartenManners manners;
};

G_DEFINE_FINAL_TYPE (HeartenReminderSettings, hearten_reminder_settings, G_TYPE_OBJECT)

enum { PROP_0, PROP_QUIET, PROP_QUIET_FROM, PROP_QUIET_UNTIL, PROP_MOST, PROP_PAUSED_UNTIL, N_PROPS };

static GParamSpec *properties[N_PROPS];

static void
hearten_reminder_settings_finalize (GObject *object)
{
  g_clear_object (&HEARTEN_REMINDER_SETTINGS (object)->clock);

  G_OBJECT_CLASS (hearten_reminder_settings_parent_class)->finalize (object);
}

static void
hearten_reminder_settings_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  const HeartenManners *manners = &HEARTEN_REMINDER_SETTINGS (object)->manners;

  switch (prop_id)
    {
    case PROP_QUIET:
      g_value_set_boolean (value, manners->quiet);
      break;
    case PROP_QUIET_FROM:
      g_value_set_int (value, manners->quiet_from);
      break;
    case PROP_QUIET_UNTIL:
      g_value_set_int (value, manners->quiet_until);
      break;
    case PROP_MOST:
      g_value_set_uint (value, manners->most);
      break;
    case PROP_PAUSED_UNTIL:
      g_value_set_int64 (value, manners->paused_until);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
take (HeartenManners *manners, guint prop_id, const GValue *value)
{
  switch (prop_id)
    {
    case PROP_QUIET:
      manners->quiet = g_value_get_boolean (value);
      break;
    case PROP_QUIET_FROM:
      manners->quiet_from = g_value_get_int (value);
      break;
    case PROP_QUIET_UNTIL:
      manners->quiet_until = g_value_get_int (value);
      break;
    case PROP_MOST:
      manners->most = g_value_get_uint (value);
      break;
    case PROP_PAUSED_UNTIL:
    default:
      manners->paused_until = g_value_get_int64 (value);
      break;
    }
}

static gboolean
is_equal (const HeartenManners *a, const HeartenManners *b)
{
  return a->quiet == b->quiet && a->quiet_from == b->quiet_from && a->quiet_until == b->quiet_until &&
         a->most == b->most && a->paused_until == b->paused_until;
}

static void
hearten_reminder_settings_set_property (GObject *object,
                                        guint prop_id,
                                        const GValue *value,
                                        GParamSpec *pspec)
{
  HeartenReminderSettings *self = HEARTEN_REMINDER_SETTINGS (object);
  HeartenManners manners = self->manners;

  if (prop_id >= N_PROPS)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }

  take (&manners, prop_id, value);
  if (is_equal (&manners, &self->manners))
    return;
  self->manners = manners;
  g_object_notify_by_pspec (object, pspec);
}

static void
hearten_reminder_settings_class_init (HeartenReminderSettingsClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = hearten_reminder_settings_finalize;
  object_class->get_property = hearten_reminder_settings_get_property;
  object_class->set_property = hearten_reminder_settings_set_property;

  properties[PROP_QUIET] = g_param_spec_boolean ("quiet", NULL, NULL, FALSE, flags);
  properties[PROP_QUIET_FROM] = g_param_spec_int ("quiet-from", NULL, NULL, 0, LAST_MINUTE, 22 * 60, flags);
  properties[PROP_QUIET_UNTIL] = g_param_spec_int ("quiet-until", NULL, NULL, 0, LAST_MINUTE, 7 * 60, flags);
  properties[PROP_MOST] = g_param_spec_uint ("most", NULL, NULL, 0, HEARTEN_MANNERS_MOST, 0, flags);
  properties[PROP_PAUSED_UNTIL] = g_param_spec_int64 ("paused-until", NULL, NULL, 0, HEARTEN_PAUSED_ALWAYS, 0,
                                                      flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hearten_reminder_settings_init (HeartenReminderSettings *self)
{
  self->manners.quiet_from = 22 * 60;
  self->manners.quiet_until = 7 * 60;
}

HeartenReminderSettings *
hearten_reminder_settings_new (HeartenClock *clock)
{
  HeartenReminderSettings *self;

  g_return_val_if_fail (HEARTEN_IS_CLOCK (clock), NULL);

  self = g_object_new (HEARTEN_TYPE_REMINDER_SETTINGS, NULL);
  self->clock = g_object_ref (clock);
  return self;
}

void
hearten_reminder_settings_bind (HeartenReminderSettings *self, GSettings *settings)
{
  g_return_if_fail (HEARTEN_IS_REMINDER_SETTINGS (self) && G_IS_SETTINGS (settings));

  for (guint i = PROP_QUIET; i < N_PROPS; i++)
    {
      const char *name = g_param_spec_get_name (properties[i]);
      g_autofree char *key = g_strconcat ("reminders-", name, NULL);

      g_settings_bind (settings, key, self, name, G_SETTINGS_BIND_DEFAULT);
    }
}

const HeartenManners *
hearten_reminder_settings_get_manners (HeartenReminderSettings *self)
{
  g_return_val_if_fail (HEARTEN_IS_REMINDER_SETTINGS (self), NULL);

  return &self->manners;
}

void
hearten_reminder_settings_pause (HeartenReminderSettings *self, gint64 until)
{
  g_return_if_fail (HEARTEN_IS_REMINDER_SETTINGS (self) && until >= 0);

  g_object_set (self, "paused-until", until, NULL);
}

void
hearten_reminder_settings_resume (HeartenReminderSettings *self)
{
  g_return_if_fail (HEARTEN_IS_REMINDER_SETTINGS (self));

  if (hearten_reminder_settings_is_paused (self))
    hearten_reminder_settings_pause (self, hearten_clock_get_now (self->clock));
}

gboolean
hearten_reminder_settings_is_paused (HeartenReminderSettings *self)
{
  g_return_val_if_fail (HEARTEN_IS_REMINDER_SETTINGS (self), FALSE);

  return hearten_manners_is_paused (&self->manners, hearten_clock_get_now (self->clock));
}
