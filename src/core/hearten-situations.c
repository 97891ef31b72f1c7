/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-situations.h"

#include "hearten-day.h"
#include "hearten-situation-private.h"

struct _HeartenSituations
{
  HeartenRecords parent_instance;
};

G_DEFINE_FINAL_TYPE (HeartenSituations, hearten_situations, HEARTEN_TYPE_RECORDS)

enum { PROP_0, PROP_CONTACT, PROP_LOGISTICS, PROP_HOPE, PROP_NAME, PROP_COUNTRY, N_PROPS };

static GParamSpec *props[N_PROPS];

static void
notify_all (HeartenSituations *self)
{
  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), props[i]);
  g_object_thaw_notify (G_OBJECT (self));
}

/* Returns the record to change, a new one where there is none; NULL where a newer version's must be left
 * alone. */
static HeartenSituation *
edit (HeartenSituations *self)
{
  HeartenSituation *current = hearten_situations_get_current (self);
  HeartenStore *store = hearten_records_get_store (HEARTEN_RECORDS (self));

  if (current == NULL)
    return hearten_record_new (HEARTEN_TYPE_SITUATION, hearten_store_get_clock (store));

  return hearten_record_is_read_only (HEARTEN_RECORD (current)) ? NULL : g_object_ref (current);
}

static void
commit (HeartenSituations *self, HeartenSituation *situation, guint property)
{
  gboolean known = hearten_records_contains (HEARTEN_RECORDS (self), HEARTEN_RECORD (situation));

  hearten_records_changed (HEARTEN_RECORDS (self), HEARTEN_RECORD (situation));
  if (known && property != 0)
    g_object_notify_by_pspec (G_OBJECT (self), props[property]);
}

/* GObject */

static void
hearten_situations_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HeartenSituations *self = HEARTEN_SITUATIONS (object);

  switch (id)
    {
    case PROP_CONTACT:
      g_value_set_enum (value, hearten_situations_get_contact (self));
      break;
    case PROP_LOGISTICS:
      g_value_set_boolean (value, hearten_situations_get_logistics (self));
      break;
    case PROP_HOPE:
      g_value_set_enum (value, hearten_situations_get_hope (self));
      break;
    case PROP_NAME:
      g_value_set_string (value, hearten_situations_get_name (self));
      break;
    case PROP_COUNTRY:
      g_value_set_string (value, hearten_situations_get_country (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hearten_situations_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HeartenSituations *self = HEARTEN_SITUATIONS (object);

  switch (id)
    {
    case PROP_CONTACT:
      hearten_situations_set_contact (self, g_value_get_enum (value));
      break;
    case PROP_LOGISTICS:
      hearten_situations_set_logistics (self, g_value_get_boolean (value));
      break;
    case PROP_HOPE:
      hearten_situations_set_hope (self, g_value_get_enum (value));
      break;
    case PROP_NAME:
      hearten_situations_set_name (self, g_value_get_string (value));
      break;
    case PROP_COUNTRY:
      hearten_situations_set_country (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hearten_situations_class_init (HeartenSituationsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  HEARTEN_RECORDS_CLASS (klass)->record_type = HEARTEN_TYPE_SITUATION;
  object_class->get_property = hearten_situations_get_property;
  object_class->set_property = hearten_situations_set_property;

  props[PROP_CONTACT] = g_param_spec_enum ("contact", NULL, NULL, HEARTEN_TYPE_CONTACT, HEARTEN_CONTACT_UNSET,
                                           flags);
  props[PROP_LOGISTICS] = g_param_spec_boolean ("logistics", NULL, NULL, FALSE, flags);
  props[PROP_HOPE] = g_param_spec_enum ("hope", NULL, NULL, HEARTEN_TYPE_HOPE, HEARTEN_HOPE_UNSET, flags);
  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  props[PROP_COUNTRY] = g_param_spec_string ("country", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
hearten_situations_init (HeartenSituations *self)
{
  g_signal_connect (self, "items-changed", G_CALLBACK (notify_all), NULL);
}

/* Public */

HeartenSituations *
hearten_situations_new (HeartenStore *store)
{
  return g_object_new (HEARTEN_TYPE_SITUATIONS, "store", store, NULL);
}

HeartenSituation *
hearten_situations_get_current (HeartenSituations *self)
{
  g_autoptr (HeartenSituation) newest = NULL;

  g_return_val_if_fail (HEARTEN_IS_SITUATIONS (self), NULL);

  newest = g_list_model_get_item (G_LIST_MODEL (self), 0);
  return newest;
}

HeartenContact
hearten_situations_get_contact (HeartenSituations *self)
{
  HeartenSituation *current = hearten_situations_get_current (self);

  return current != NULL ? hearten_situation_get_contact (current) : HEARTEN_CONTACT_UNSET;
}

void
hearten_situations_set_contact (HeartenSituations *self, HeartenContact contact)
{
  HeartenClock *clock = hearten_store_get_clock (hearten_records_get_store (HEARTEN_RECORDS (self)));
  g_autoptr (HeartenSituation) situation = NULL;
  GDate today;

  if (hearten_situations_get_contact (self) == contact || (situation = edit (self)) == NULL)
    return;
  today = hearten_day_today (clock);
  hearten_situation_set_contact (situation, contact, &today);
  commit (self, situation, PROP_CONTACT);
}

gboolean
hearten_situations_get_logistics (HeartenSituations *self)
{
  HeartenSituation *current = hearten_situations_get_current (self);

  return current != NULL && hearten_situation_get_logistics (current);
}

void
hearten_situations_set_logistics (HeartenSituations *self, gboolean logistics)
{
  g_autoptr (HeartenSituation) situation = NULL;

  if (hearten_situations_get_logistics (self) == !!logistics || (situation = edit (self)) == NULL)
    return;
  hearten_situation_set_logistics (situation, !!logistics);
  commit (self, situation, PROP_LOGISTICS);
}

HeartenHope
hearten_situations_get_hope (HeartenSituations *self)
{
  HeartenSituation *current = hearten_situations_get_current (self);

  return current != NULL ? hearten_situation_get_hope (current) : HEARTEN_HOPE_UNSET;
}

void
hearten_situations_set_hope (HeartenSituations *self, HeartenHope hope)
{
  g_autoptr (HeartenSituation) situation = NULL;

  if (hearten_situations_get_hope (self) == hope || (situation = edit (self)) == NULL)
    return;
  hearten_situation_set_hope (situation, hope);
  commit (self, situation, PROP_HOPE);
}

const char *
hearten_situations_get_name (HeartenSituations *self)
{
  HeartenSituation *current = hearten_situations_get_current (self);

  return current != NULL ? hearten_situation_get_name (current) : NULL;
}

void
hearten_situations_set_name (HeartenSituations *self, const char *name)
{
  g_autoptr (HeartenSituation) situation = NULL;
  g_autofree char *stripped = g_strstrip (g_strdup (name != NULL ? name : ""));
  const char *kept = *stripped != '\0' ? stripped : NULL;

  if (g_strcmp0 (hearten_situations_get_name (self), kept) == 0 || (situation = edit (self)) == NULL)
    return;
  hearten_situation_set_name (situation, kept);
  commit (self, situation, PROP_NAME);
}

const char *
hearten_situations_get_country (HeartenSituations *self)
{
  HeartenSituation *current = hearten_situations_get_current (self);

  return current != NULL ? hearten_situation_get_country (current) : NULL;
}

void
hearten_situations_set_country (HeartenSituations *self, const char *country)
{
  g_autoptr (HeartenSituation) situation = NULL;

  g_return_if_fail (country == NULL || hearten_situation_is_country (country));

  if (g_strcmp0 (hearten_situations_get_country (self), country) == 0 || (situation = edit (self)) == NULL)
    return;
  hearten_situation_set_country (situation, country);
  commit (self, situation, PROP_COUNTRY);
}

gboolean
hearten_situations_get_closed (HeartenSituations *self, GDate *closed)
{
  HeartenSituation *current = hearten_situations_get_current (self);
  GDate day;
  gboolean is_closed = current != NULL && hearten_situation_get_closed (current, &day);

  if (is_closed && closed != NULL)
    *closed = day;
  return is_closed;
}

void
hearten_situations_set_closed (HeartenSituations *self, gboolean closed)
{
  g_autoptr (HeartenSituation) situation = NULL;
  GDate today;

  if (hearten_situations_get_closed (self, NULL) == !!closed || (situation = edit (self)) == NULL)
    return;
  today = hearten_day_today (hearten_store_get_clock (hearten_records_get_store (HEARTEN_RECORDS (self))));
  hearten_situation_set_closed (situation, closed ? &today : NULL);
  commit (self, situation, 0);
}

gboolean
hearten_situations_get_unoffered (HeartenSituations *self)
{
  HeartenSituation *current = hearten_situations_get_current (self);

  return current != NULL && hearten_situation_get_unoffered (current);
}

void
hearten_situations_set_unoffered (HeartenSituations *self)
{
  g_autoptr (HeartenSituation) situation = NULL;

  if (hearten_situations_get_unoffered (self) || (situation = edit (self)) == NULL)
    return;
  hearten_situation_set_unoffered (situation, TRUE);
  commit (self, situation, 0);
}
