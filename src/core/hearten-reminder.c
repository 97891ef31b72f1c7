/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-reminder-private.h"

#include <glib/gi18n-lib.h>

#include "hearten-json-values.h"

#define DEFAULT_HOUR 9
#define DEFAULT_PAGE "today"

struct _HeartenReminder
{
  HeartenRecord parent_instance;

  char *text;
  HeartenPurpose purpose;
  HeartenWording wording;
  HeartenRule *rule;
  HeartenRule *before; /* NULL unless it was lightened for a time */
  gboolean enabled;
  HeartenUnless unless;
  GDate kept;
  char *page;
};

G_DEFINE_ENUM_TYPE (HeartenPurpose,
                    hearten_purpose,
                    G_DEFINE_ENUM_VALUE (HEARTEN_PURPOSE_OWN, "own"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_PURPOSE_PATIENCE, "patience"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_PURPOSE_SPACE, "space"))

G_DEFINE_ENUM_TYPE (HeartenWording,
                    hearten_wording,
                    G_DEFINE_ENUM_VALUE (HEARTEN_WORDING_OWN, "own"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_WORDING_DECK, "deck"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_WORDING_PLAN, "plan"))

G_DEFINE_ENUM_TYPE (HeartenUnless,
                    hearten_unless,
                    G_DEFINE_ENUM_VALUE (HEARTEN_UNLESS_NOTHING, "nothing"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_UNLESS_PRACTISED, "practised"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_UNLESS_WRITTEN, "written"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_UNLESS_WEATHER, "weather"))

G_DEFINE_FINAL_TYPE (HeartenReminder, hearten_reminder, HEARTEN_TYPE_RECORD)

enum {
  PROP_0,
  PROP_TEXT,
  PROP_PURPOSE,
  PROP_WORDING,
  PROP_RULE,
  PROP_ENABLED,
  PROP_UNLESS,
  PROP_PAGE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Purposes */

const char *
hearten_purpose_get_label (HeartenPurpose purpose)
{
  switch (purpose)
    {
    case HEARTEN_PURPOSE_PATIENCE:
      return C_ ("purpose of a reminder", "Patience");
    case HEARTEN_PURPOSE_SPACE:
      return C_ ("purpose of a reminder", "Space");
    case HEARTEN_PURPOSE_OWN:
    default:
      return C_ ("purpose of a reminder", "Something of my own");
    }
}

const char *
hearten_purpose_get_default_text (HeartenPurpose purpose)
{
  switch (purpose)
    {
    case HEARTEN_PURPOSE_PATIENCE:
      return _ ("Nothing has to be decided today. Take a slow breath.");
    case HEARTEN_PURPOSE_SPACE:
      return _ ("Giving room is something you do. Today counts too.");
    case HEARTEN_PURPOSE_OWN:
    default:
      return "";
    }
}

const char *
hearten_purpose_get_default_page (HeartenPurpose purpose)
{
  return purpose == HEARTEN_PURPOSE_SPACE ? "space" : DEFAULT_PAGE;
}

/* The file's members */

/* A newer version may know times that this one does not: its reminder is shown, but cannot come from here. */
static gboolean
rest_if_newer (HeartenReminder *self, GError **error)
{
  if (!hearten_record_is_read_only (HEARTEN_RECORD (self)))
    return FALSE;

  g_clear_error (error);
  self->enabled = FALSE;
  return TRUE;
}

static gboolean
read_rule (HeartenReminder *self, JsonObject *object, GError **error)
{
  g_autoptr (HeartenRule) rule = NULL;

  if (object == NULL)
    return hearten_json_fail_missing ("rule", error);

  rule = hearten_rule_from_json (object, error);
  if (rule == NULL)
    return rest_if_newer (self, error);

  hearten_rule_unref (self->rule);
  self->rule = g_steal_pointer (&rule);
  return TRUE;
}

static gboolean
read_before (HeartenReminder *self, JsonObject *object, GError **error)
{
  if (object == NULL)
    return TRUE;
  self->before = hearten_rule_from_json (object, error);
  return self->before != NULL || rest_if_newer (self, error);
}

static gboolean
hearten_reminder_read (HeartenRecord *record, JsonObject *members, GError **error)
{
  HeartenReminder *self = HEARTEN_REMINDER (record);
  g_autoptr (JsonObject) rule = NULL;
  g_autoptr (JsonObject) before = NULL;
  int purpose = HEARTEN_PURPOSE_OWN;
  int unless = HEARTEN_UNLESS_NOTHING;
  int wording = HEARTEN_WORDING_OWN;

  if (!hearten_json_take_string (members, "text", &self->text, error) ||
      !hearten_json_take_enum (members, "purpose", HEARTEN_TYPE_PURPOSE, &purpose, error) ||
      !hearten_json_take_enum (members, "words", HEARTEN_TYPE_WORDING, &wording, error) ||
      !hearten_json_take_object (members, "rule", &rule, error) ||
      !hearten_json_take_object (members, "before", &before, error) ||
      !hearten_json_take_boolean (members, "enabled", &self->enabled, error) ||
      !hearten_json_take_enum (members, "unless", HEARTEN_TYPE_UNLESS, &unless, error) ||
      !hearten_json_take_day (members, "kept", &self->kept, error) ||
      !hearten_json_take_string (members, "page", &self->page, error) || !read_rule (self, rule, error) ||
      !read_before (self, before, error))
    return FALSE;

  self->purpose = (HeartenPurpose) purpose;
  self->unless = (HeartenUnless) unless;
  self->wording = (HeartenWording) wording;
  return TRUE;
}

static void
hearten_reminder_write (HeartenRecord *record, JsonObject *members)
{
  HeartenReminder *self = HEARTEN_REMINDER (record);

  hearten_json_set_string (members, "text", self->text);
  hearten_json_set_enum (members, "purpose", HEARTEN_TYPE_PURPOSE, self->purpose);
  hearten_json_set_enum (members, "words", HEARTEN_TYPE_WORDING, self->wording);
  json_object_set_object_member (members, "rule", hearten_rule_to_json (self->rule));
  if (self->before != NULL)
    json_object_set_object_member (members, "before", hearten_rule_to_json (self->before));
  json_object_set_boolean_member (members, "enabled", self->enabled);
  if (self->unless != HEARTEN_UNLESS_NOTHING)
    hearten_json_set_enum (members, "unless", HEARTEN_TYPE_UNLESS, self->unless);
  hearten_json_set_day (members, "kept", &self->kept);
  hearten_json_set_string (members, "page", self->page);
}

static void
hearten_reminder_copy (HeartenRecord *record, HeartenRecord *record_copy)
{
  HeartenReminder *self = HEARTEN_REMINDER (record);
  HeartenReminder *copy = HEARTEN_REMINDER (record_copy);

  g_set_str (&copy->text, self->text);
  copy->purpose = self->purpose;
  copy->wording = self->wording;
  hearten_rule_unref (copy->rule);
  copy->rule = hearten_rule_ref (self->rule);
  g_clear_pointer (&copy->before, hearten_rule_unref);
  copy->before = self->before != NULL ? hearten_rule_ref (self->before) : NULL;
  copy->enabled = self->enabled;
  copy->unless = self->unless;
  copy->kept = self->kept;
  g_set_str (&copy->page, self->page);
}

/* The object */

static void
hearten_reminder_finalize (GObject *object)
{
  HeartenReminder *self = HEARTEN_REMINDER (object);

  g_free (self->text);
  g_free (self->page);
  hearten_rule_unref (self->rule);
  g_clear_pointer (&self->before, hearten_rule_unref);

  G_OBJECT_CLASS (hearten_reminder_parent_class)->finalize (object);
}

static void
hearten_reminder_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  HeartenReminder *self = HEARTEN_REMINDER (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_PURPOSE:
      g_value_set_enum (value, self->purpose);
      break;
    case PROP_WORDING:
      g_value_set_enum (value, self->wording);
      break;
    case PROP_RULE:
      g_value_set_boxed (value, self->rule);
      break;
    case PROP_ENABLED:
      g_value_set_boolean (value, self->enabled);
      break;
    case PROP_UNLESS:
      g_value_set_enum (value, self->unless);
      break;
    case PROP_PAGE:
      g_value_set_string (value, self->page);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", flags);
  properties[PROP_PURPOSE] = g_param_spec_enum ("purpose", NULL, NULL, HEARTEN_TYPE_PURPOSE,
                                                HEARTEN_PURPOSE_OWN, flags);
  properties[PROP_WORDING] = g_param_spec_enum ("wording", NULL, NULL, HEARTEN_TYPE_WORDING,
                                                HEARTEN_WORDING_OWN, flags);
  properties[PROP_RULE] = g_param_spec_boxed ("rule", NULL, NULL, HEARTEN_TYPE_RULE, flags);
  properties[PROP_ENABLED] = g_param_spec_boolean ("enabled", NULL, NULL, TRUE, flags);
  properties[PROP_UNLESS] = g_param_spec_enum ("unless", NULL, NULL, HEARTEN_TYPE_UNLESS,
                                               HEARTEN_UNLESS_NOTHING, flags);
  properties[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, DEFAULT_PAGE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hearten_reminder_class_init (HeartenReminderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  HeartenRecordClass *record_class = HEARTEN_RECORD_CLASS (klass);

  object_class->finalize = hearten_reminder_finalize;
  object_class->get_property = hearten_reminder_get_property;

  record_class->kind = "reminder";
  record_class->folder = "reminders";
  record_class->version = 1;
  record_class->read = hearten_reminder_read;
  record_class->write = hearten_reminder_write;
  record_class->copy = hearten_reminder_copy;
  record_class->newest_wins = TRUE;

  install_properties (object_class);
}

static void
hearten_reminder_init (HeartenReminder *self)
{
  self->text = g_strdup ("");
  self->rule = hearten_rule_new_daily_at (DEFAULT_HOUR, 0);
  self->enabled = TRUE;
  self->page = g_strdup (DEFAULT_PAGE);
  g_date_clear (&self->kept, 1);
}

/* Changes */

gboolean
hearten_reminder_set_text (HeartenReminder *self, const char *text)
{
  if (!g_set_str (&self->text, text))
    return FALSE;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
  return TRUE;
}

gboolean
hearten_reminder_set_purpose (HeartenReminder *self, HeartenPurpose purpose)
{
  if (self->purpose == purpose)
    return FALSE;

  self->purpose = purpose;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PURPOSE]);
  return TRUE;
}

gboolean
hearten_reminder_set_wording (HeartenReminder *self, HeartenWording wording)
{
  if (self->wording == wording)
    return FALSE;

  self->wording = wording;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORDING]);
  return TRUE;
}

gboolean
hearten_reminder_set_rule (HeartenReminder *self, HeartenRule *rule)
{
  if (hearten_rule_equal (self->rule, rule))
    return FALSE;

  hearten_rule_unref (self->rule);
  self->rule = hearten_rule_ref (rule);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RULE]);
  return TRUE;
}

gboolean
hearten_reminder_set_before (HeartenReminder *self, HeartenRule *before)
{
  if (self->before == before)
    return FALSE;

  g_clear_pointer (&self->before, hearten_rule_unref);
  self->before = before != NULL ? hearten_rule_ref (before) : NULL;
  return TRUE;
}

gboolean
hearten_reminder_set_enabled (HeartenReminder *self, gboolean enabled)
{
  if (self->enabled == !!enabled)
    return FALSE;

  self->enabled = !!enabled;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENABLED]);
  return TRUE;
}

gboolean
hearten_reminder_set_unless (HeartenReminder *self, HeartenUnless unless)
{
  if (self->unless == unless)
    return FALSE;

  self->unless = unless;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNLESS]);
  return TRUE;
}

gboolean
hearten_reminder_set_kept (HeartenReminder *self, const GDate *day)
{
  if (g_date_valid (&self->kept) && g_date_compare (&self->kept, day) == 0)
    return FALSE;

  self->kept = *day;
  return TRUE;
}

gboolean
hearten_reminder_set_page (HeartenReminder *self, const char *page)
{
  if (!g_set_str (&self->page, page))
    return FALSE;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
  return TRUE;
}

/* Public */

const char *
hearten_reminder_get_text (HeartenReminder *self)
{
  g_return_val_if_fail (HEARTEN_IS_REMINDER (self), "");

  return self->text;
}

HeartenPurpose
hearten_reminder_get_purpose (HeartenReminder *self)
{
  g_return_val_if_fail (HEARTEN_IS_REMINDER (self), HEARTEN_PURPOSE_OWN);

  return self->purpose;
}

HeartenWording
hearten_reminder_get_wording (HeartenReminder *self)
{
  g_return_val_if_fail (HEARTEN_IS_REMINDER (self), HEARTEN_WORDING_OWN);

  return self->wording;
}

HeartenRule *
hearten_reminder_get_rule (HeartenReminder *self)
{
  g_return_val_if_fail (HEARTEN_IS_REMINDER (self), NULL);

  return self->rule;
}

HeartenRule *
hearten_reminder_get_before (HeartenReminder *self)
{
  g_return_val_if_fail (HEARTEN_IS_REMINDER (self), NULL);

  return self->before;
}

gboolean
hearten_reminder_get_enabled (HeartenReminder *self)
{
  g_return_val_if_fail (HEARTEN_IS_REMINDER (self), FALSE);

  return self->enabled;
}

gboolean
hearten_reminder_get_kept (HeartenReminder *self, GDate *day)
{
  g_return_val_if_fail (HEARTEN_IS_REMINDER (self) && day != NULL, FALSE);

  *day = self->kept;
  return g_date_valid (&self->kept);
}

HeartenUnless
hearten_reminder_get_unless (HeartenReminder *self)
{
  g_return_val_if_fail (HEARTEN_IS_REMINDER (self), HEARTEN_UNLESS_NOTHING);

  return self->unless;
}

const char *
hearten_reminder_get_page (HeartenReminder *self)
{
  g_return_val_if_fail (HEARTEN_IS_REMINDER (self), DEFAULT_PAGE);

  return self->page;
}

gint64
hearten_reminder_get_next (HeartenReminder *self, HeartenClock *clock)
{
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (HeartenRule) rule = NULL;
  HeartenOccurrence next;

  g_return_val_if_fail (HEARTEN_IS_REMINDER (self), 0);
  g_return_val_if_fail (HEARTEN_IS_CLOCK (clock), 0);

  if (!self->enabled)
    return 0;

  zone = hearten_clock_dup_zone (clock);
  rule = hearten_rule_for (self->rule, hearten_record_get_id (HEARTEN_RECORD (self)));
  return hearten_rule_next (rule, hearten_clock_get_now (clock), zone, &next) ? next.instant : 0;
}
