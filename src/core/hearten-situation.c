/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-situation-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hearten-json-values.h"

/* Answers */

G_DEFINE_ENUM_TYPE (HeartenContact,
                    hearten_contact,
                    G_DEFINE_ENUM_VALUE (HEARTEN_CONTACT_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_CONTACT_OPEN, "open"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_CONTACT_UNSURE, "unsure"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_CONTACT_SPACE, "space"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_CONTACT_NO, "no"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_CONTACT_UNSAFE, "unsafe"))

const char *
hearten_contact_get_label (HeartenContact contact)
{
  switch (contact)
    {
    case HEARTEN_CONTACT_UNSET:
      return C_ ("contact", "I’d rather not say");
    case HEARTEN_CONTACT_OPEN:
      return C_ ("contact", "We are in touch, and it is welcome");
    case HEARTEN_CONTACT_UNSURE:
      return C_ ("contact", "I don’t know");
    case HEARTEN_CONTACT_SPACE:
      return C_ ("contact", "They asked for space");
    case HEARTEN_CONTACT_NO:
      return C_ ("contact", "They said no, blocked me, or there is a court order");
    case HEARTEN_CONTACT_UNSAFE:
      return C_ ("contact", "There was fear, control or violence");
    default:
      g_return_val_if_reached (NULL);
    }
}

G_DEFINE_ENUM_TYPE (HeartenHope,
                    hearten_hope,
                    G_DEFINE_ENUM_VALUE (HEARTEN_HOPE_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_HOPE_WAY_BACK, "way-back"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_HOPE_MOVE_ON, "move-on"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_HOPE_NOT_SURE, "not-sure"))

const char *
hearten_hope_get_label (HeartenHope hope)
{
  switch (hope)
    {
    case HEARTEN_HOPE_UNSET:
      return C_ ("hope", "I’d rather not say");
    case HEARTEN_HOPE_WAY_BACK:
      return C_ ("hope", "Find a way back");
    case HEARTEN_HOPE_MOVE_ON:
      return C_ ("hope", "Heal and move on");
    case HEARTEN_HOPE_NOT_SURE:
      return C_ ("hope", "Not sure yet");
    default:
      g_return_val_if_reached (NULL);
    }
}

struct _HeartenSituation
{
  HeartenRecord parent_instance;

  HeartenContact contact;
  GDate since;
  gboolean logistics;
  HeartenHope hope;
  char *name;
  char *country;
  GDate closed;
  gboolean unoffered;
};

G_DEFINE_FINAL_TYPE (HeartenSituation, hearten_situation, HEARTEN_TYPE_RECORD)

/* The record */

static gboolean
hearten_situation_read (HeartenRecord *record, JsonObject *members, GError **error)
{
  HeartenSituation *self = HEARTEN_SITUATION (record);
  g_autofree char *country = NULL;
  int contact = HEARTEN_CONTACT_UNSET;
  int hope = HEARTEN_HOPE_UNSET;

  if (!hearten_json_take_enum (members, "contact", HEARTEN_TYPE_CONTACT, &contact, error) ||
      !hearten_json_take_day (members, "since", &self->since, error) ||
      !hearten_json_take_boolean (members, "logistics", &self->logistics, error) ||
      !hearten_json_take_enum (members, "hope", HEARTEN_TYPE_HOPE, &hope, error) ||
      !hearten_json_take_string (members, "name", &self->name, error) ||
      !hearten_json_take_string (members, "country", &country, error) ||
      !hearten_json_take_day (members, "closed", &self->closed, error) ||
      !hearten_json_take_boolean (members, "unoffered", &self->unoffered, error))
    return FALSE;
  if (country != NULL && !hearten_situation_is_country (country))
    {
      g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD,
                   _ ("“%s” has a value that is not known."), "country");
      return FALSE;
    }

  self->contact = contact;
  self->hope = hope;
  g_set_str (&self->country, country);
  return TRUE;
}

static void
hearten_situation_write (HeartenRecord *record, JsonObject *members)
{
  HeartenSituation *self = HEARTEN_SITUATION (record);

  hearten_json_set_enum (members, "contact", HEARTEN_TYPE_CONTACT, self->contact);
  hearten_json_set_day (members, "since", &self->since);
  if (self->logistics)
    json_object_set_boolean_member (members, "logistics", TRUE);
  hearten_json_set_enum (members, "hope", HEARTEN_TYPE_HOPE, self->hope);
  hearten_json_set_string (members, "name", self->name);
  hearten_json_set_string (members, "country", self->country);
  hearten_json_set_day (members, "closed", &self->closed);
  if (self->unoffered)
    json_object_set_boolean_member (members, "unoffered", TRUE);
}

static void
hearten_situation_copy (HeartenRecord *record, HeartenRecord *record_copy)
{
  HeartenSituation *self = HEARTEN_SITUATION (record);
  HeartenSituation *copy = HEARTEN_SITUATION (record_copy);

  copy->contact = self->contact;
  copy->since = self->since;
  copy->logistics = self->logistics;
  copy->hope = self->hope;
  g_set_str (&copy->name, self->name);
  g_set_str (&copy->country, self->country);
  copy->closed = self->closed;
  copy->unoffered = self->unoffered;
}

static void
hearten_situation_finalize (GObject *object)
{
  HeartenSituation *self = HEARTEN_SITUATION (object);

  g_free (self->name);
  g_free (self->country);
  G_OBJECT_CLASS (hearten_situation_parent_class)->finalize (object);
}

static void
hearten_situation_class_init (HeartenSituationClass *klass)
{
  HeartenRecordClass *record_class = HEARTEN_RECORD_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hearten_situation_finalize;
  record_class->kind = "situation";
  record_class->folder = "situation";
  record_class->version = 1;
  record_class->read = hearten_situation_read;
  record_class->write = hearten_situation_write;
  record_class->copy = hearten_situation_copy;
  record_class->newest_wins = TRUE;
}

static void
hearten_situation_init (HeartenSituation *self)
{
  g_date_clear (&self->since, 1);
  g_date_clear (&self->closed, 1);
}

/* Private */

void
hearten_situation_set_contact (HeartenSituation *self, HeartenContact contact, const GDate *today)
{
  self->contact = contact;
  self->since = *today;
}

void
hearten_situation_set_logistics (HeartenSituation *self, gboolean logistics)
{
  self->logistics = logistics;
}

void
hearten_situation_set_hope (HeartenSituation *self, HeartenHope hope)
{
  self->hope = hope;
}

void
hearten_situation_set_name (HeartenSituation *self, const char *name)
{
  g_set_str (&self->name, name);
}

void
hearten_situation_set_country (HeartenSituation *self, const char *country)
{
  g_set_str (&self->country, country);
}

void
hearten_situation_set_closed (HeartenSituation *self, const GDate *closed)
{
  if (closed != NULL)
    self->closed = *closed;
  else
    g_date_clear (&self->closed, 1);
}

void
hearten_situation_set_unoffered (HeartenSituation *self, gboolean unoffered)
{
  self->unoffered = unoffered;
}

/* Public */

HeartenContact
hearten_situation_get_contact (HeartenSituation *self)
{
  g_return_val_if_fail (HEARTEN_IS_SITUATION (self), HEARTEN_CONTACT_UNSET);

  return self->contact;
}

gboolean
hearten_situation_get_since (HeartenSituation *self, GDate *day)
{
  g_return_val_if_fail (HEARTEN_IS_SITUATION (self), FALSE);
  g_return_val_if_fail (day != NULL, FALSE);

  *day = self->since;
  return g_date_valid (day);
}

gboolean
hearten_situation_get_logistics (HeartenSituation *self)
{
  g_return_val_if_fail (HEARTEN_IS_SITUATION (self), FALSE);

  return self->logistics;
}

HeartenHope
hearten_situation_get_hope (HeartenSituation *self)
{
  g_return_val_if_fail (HEARTEN_IS_SITUATION (self), HEARTEN_HOPE_UNSET);

  return self->hope;
}

const char *
hearten_situation_get_name (HeartenSituation *self)
{
  g_return_val_if_fail (HEARTEN_IS_SITUATION (self), NULL);

  return self->name;
}

gboolean
hearten_situation_is_country (const char *country)
{
  if (country == NULL)
    return FALSE;
  if (g_str_equal (country, HEARTEN_COUNTRY_ELSEWHERE))
    return TRUE;
  return strlen (country) == 2 && g_ascii_isupper (country[0]) && g_ascii_isupper (country[1]);
}

const char *
hearten_situation_get_country (HeartenSituation *self)
{
  g_return_val_if_fail (HEARTEN_IS_SITUATION (self), NULL);

  return self->country;
}

gboolean
hearten_situation_get_closed (HeartenSituation *self, GDate *closed)
{
  g_return_val_if_fail (HEARTEN_IS_SITUATION (self) && closed != NULL, FALSE);

  *closed = self->closed;
  return g_date_valid (closed);
}

gboolean
hearten_situation_get_unoffered (HeartenSituation *self)
{
  g_return_val_if_fail (HEARTEN_IS_SITUATION (self), FALSE);

  return self->unoffered;
}
