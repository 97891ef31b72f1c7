/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-entry-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _HeartenEntry
{
  HeartenRecord parent_instance;

  char *title;
  GRefString *body; /* shared with snapshots: a long text is not copied for each save */
  int mood;
  gboolean starred;
  char *tip;
  char *face;          /* NULL: both */
  HeartenSheet *sheet; /* NULL where it was written freely */
};

G_DEFINE_FINAL_TYPE (HeartenEntry, hearten_entry, HEARTEN_TYPE_RECORD)

enum { PROP_0, PROP_TITLE, PROP_BODY, PROP_MOOD, PROP_STARRED, PROP_TIP, N_PROPS };
static GParamSpec *properties[N_PROPS];

static gboolean
mood_is_valid (gint64 mood)
{
  return mood == HEARTEN_MOOD_UNSET || (mood >= HEARTEN_MOOD_LOWEST && mood <= HEARTEN_MOOD_HIGHEST);
}

/* HeartenRecord */

static gboolean
hearten_entry_read (HeartenRecord *record, JsonObject *members, GError **error)
{
  HeartenEntry *self = HEARTEN_ENTRY (record);
  g_autofree char *body = NULL;
  gint64 mood = HEARTEN_MOOD_UNSET;

  if (!hearten_json_take_string (members, "title", &self->title, error) ||
      !hearten_json_take_string (members, "body", &body, error) ||
      !hearten_json_take_int (members, "mood", &mood, error) ||
      !hearten_json_take_boolean (members, "starred", &self->starred, error) ||
      !hearten_json_take_string (members, "tip", &self->tip, error) ||
      !hearten_json_take_string (members, "face", &self->face, error) ||
      !hearten_json_take_sheet (members, "worksheet", &self->sheet, error))
    return FALSE;
  if (!mood_is_valid (mood))
    {
      g_set_error_literal (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD,
                           _ ("The inner weather is out of range."));
      return FALSE;
    }
  self->mood = mood;
  if (body != NULL)
    self->body = g_ref_string_new (body);
  return TRUE;
}

static void
hearten_entry_write (HeartenRecord *record, JsonObject *members)
{
  HeartenEntry *self = HEARTEN_ENTRY (record);

  hearten_json_set_string (members, "title", self->title);
  hearten_json_set_string (members, "body", self->body);
  if (self->mood != HEARTEN_MOOD_UNSET)
    json_object_set_int_member (members, "mood", self->mood);
  if (self->starred)
    json_object_set_boolean_member (members, "starred", TRUE);
  hearten_json_set_string (members, "tip", self->tip);
  hearten_json_set_string (members, "face", self->face);
  hearten_json_set_sheet (members, "worksheet", self->sheet);
}

/* The text is shared, not copied. */
static void
copy_body (HeartenEntry *self, HeartenEntry *copy)
{
  if (g_str_equal (hearten_entry_get_body (self), hearten_entry_get_body (copy)))
    return;
  g_clear_pointer (&copy->body, g_ref_string_release);
  copy->body = self->body != NULL ? g_ref_string_acquire (self->body) : NULL;
  g_object_notify_by_pspec (G_OBJECT (copy), properties[PROP_BODY]);
}

static void
hearten_entry_copy (HeartenRecord *record, HeartenRecord *copy_record)
{
  HeartenEntry *self = HEARTEN_ENTRY (record);
  HeartenEntry *copy = HEARTEN_ENTRY (copy_record);

  copy_body (self, copy);
  hearten_entry_set_title (copy, hearten_entry_get_title (self));
  hearten_entry_set_mood (copy, self->mood);
  hearten_entry_set_starred (copy, self->starred);
  hearten_entry_set_tip (copy, self->tip);
  g_set_str (&copy->face, self->face);
  g_clear_pointer (&copy->sheet, hearten_sheet_free);
  copy->sheet = self->sheet != NULL ? hearten_sheet_copy (self->sheet) : NULL;
}

static gboolean
hearten_entry_holds (HeartenRecord *record, HeartenRecord *other_record)
{
  HeartenEntry *self = HEARTEN_ENTRY (record);
  HeartenEntry *other = HEARTEN_ENTRY (other_record);

  return other->sheet == NULL &&
         strstr (hearten_entry_get_title (self), hearten_entry_get_title (other)) != NULL &&
         strstr (hearten_entry_get_body (self), hearten_entry_get_body (other)) != NULL;
}

/* GObject */

static void
hearten_entry_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  HeartenEntry *self = HEARTEN_ENTRY (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, hearten_entry_get_title (self));
      break;
    case PROP_BODY:
      g_value_set_string (value, hearten_entry_get_body (self));
      break;
    case PROP_MOOD:
      g_value_set_int (value, self->mood);
      break;
    case PROP_STARRED:
      g_value_set_boolean (value, self->starred);
      break;
    case PROP_TIP:
      g_value_set_string (value, self->tip);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearten_entry_finalize (GObject *object)
{
  HeartenEntry *self = HEARTEN_ENTRY (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->body, g_ref_string_release);
  g_clear_pointer (&self->tip, g_free);
  g_clear_pointer (&self->face, g_free);
  g_clear_pointer (&self->sheet, hearten_sheet_free);

  G_OBJECT_CLASS (hearten_entry_parent_class)->finalize (object);
}

static void
hearten_entry_class_init (HeartenEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  HeartenRecordClass *record_class = HEARTEN_RECORD_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = hearten_entry_get_property;
  object_class->finalize = hearten_entry_finalize;
  record_class->kind = "entry";
  record_class->folder = "journal";
  record_class->version = 1;
  record_class->read = hearten_entry_read;
  record_class->write = hearten_entry_write;
  record_class->copy = hearten_entry_copy;
  record_class->holds = hearten_entry_holds;

  /**
   * HeartenEntry:title:
   *
   * The title, which may be empty.
   */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  /**
   * HeartenEntry:body:
   *
   * The text, which may be empty.
   */
  properties[PROP_BODY] = g_param_spec_string ("body", NULL, NULL, "", flags);
  /**
   * HeartenEntry:mood:
   *
   * The inner weather, −2 … 2, or %HEARTEN_MOOD_UNSET.
   */
  properties[PROP_MOOD] = g_param_spec_int ("mood", NULL, NULL, HEARTEN_MOOD_UNSET, HEARTEN_MOOD_HIGHEST,
                                            HEARTEN_MOOD_UNSET, flags);
  /**
   * HeartenEntry:starred:
   *
   * Whether the user marked it.
   */
  properties[PROP_STARRED] = g_param_spec_boolean ("starred", NULL, NULL, FALSE, flags);
  /**
   * HeartenEntry:tip: (nullable)
   *
   * The id of the tip it was written about.
   */
  properties[PROP_TIP] = g_param_spec_string ("tip", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hearten_entry_init (HeartenEntry *self)
{
  self->mood = HEARTEN_MOOD_UNSET;
}

/* Private */

gboolean
hearten_entry_set_title (HeartenEntry *self, const char *title)
{
  if (g_str_equal (hearten_entry_get_title (self), title))
    return FALSE;
  g_set_str (&self->title, title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  return TRUE;
}

gboolean
hearten_entry_set_body (HeartenEntry *self, const char *body)
{
  if (g_str_equal (hearten_entry_get_body (self), body))
    return FALSE;
  g_clear_pointer (&self->body, g_ref_string_release);
  self->body = g_ref_string_new (body);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BODY]);
  return TRUE;
}

gboolean
hearten_entry_set_mood (HeartenEntry *self, int mood)
{
  g_return_val_if_fail (mood_is_valid (mood), FALSE);

  if (self->mood == mood)
    return FALSE;
  self->mood = mood;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MOOD]);
  return TRUE;
}

gboolean
hearten_entry_set_starred (HeartenEntry *self, gboolean starred)
{
  if (self->starred == starred)
    return FALSE;
  self->starred = starred;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STARRED]);
  return TRUE;
}

gboolean
hearten_entry_set_tip (HeartenEntry *self, const char *tip)
{
  if (!g_set_str (&self->tip, tip))
    return FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIP]);
  return TRUE;
}

void
hearten_entry_set_face (HeartenEntry *self, const char *face)
{
  g_set_str (&self->face, g_strcmp0 (face, "both") != 0 ? face : NULL);
}

void
hearten_entry_set_sheet (HeartenEntry *self, const HeartenSheet *sheet)
{
  HeartenSheet *copy = sheet != NULL ? hearten_sheet_copy (sheet) : NULL;

  g_clear_pointer (&self->sheet, hearten_sheet_free);
  self->sheet = copy;
}

/* Public */

const char *
hearten_entry_get_title (HeartenEntry *self)
{
  g_return_val_if_fail (HEARTEN_IS_ENTRY (self), "");

  return self->title != NULL ? self->title : "";
}

const char *
hearten_entry_get_body (HeartenEntry *self)
{
  g_return_val_if_fail (HEARTEN_IS_ENTRY (self), "");

  return self->body != NULL ? self->body : "";
}

int
hearten_entry_get_mood (HeartenEntry *self)
{
  g_return_val_if_fail (HEARTEN_IS_ENTRY (self), HEARTEN_MOOD_UNSET);

  return self->mood;
}

gboolean
hearten_entry_get_starred (HeartenEntry *self)
{
  g_return_val_if_fail (HEARTEN_IS_ENTRY (self), FALSE);

  return self->starred;
}

const char *
hearten_entry_get_tip (HeartenEntry *self)
{
  g_return_val_if_fail (HEARTEN_IS_ENTRY (self), NULL);

  return self->tip;
}

const char *
hearten_entry_get_face (HeartenEntry *self)
{
  g_return_val_if_fail (HEARTEN_IS_ENTRY (self), "both");

  if (self->sheet != NULL)
    return hearten_sheet_get_face (self->sheet);
  return self->face != NULL ? self->face : "both";
}

const HeartenSheet *
hearten_entry_get_sheet (HeartenEntry *self)
{
  g_return_val_if_fail (HEARTEN_IS_ENTRY (self), NULL);

  return self->sheet;
}

gboolean
hearten_entry_is_sheet_open (HeartenEntry *self)
{
  return hearten_entry_get_sheet (self) != NULL && !hearten_sheet_is_done (self->sheet) &&
         !hearten_record_is_read_only (HEARTEN_RECORD (self)) &&
         hearten_sheet_wrote (self->sheet, hearten_entry_get_body (self));
}

char *
hearten_entry_dup_heading (HeartenEntry *self)
{
  const char *body = hearten_entry_get_body (self);

  if (*hearten_entry_get_title (self) != '\0')
    return g_strdup (self->title);
  while (g_unichar_isspace (g_utf8_get_char (body)))
    body = g_utf8_next_char (body);
  return g_strndup (body, strcspn (body, "\n"));
}

gboolean
hearten_entry_is_blank (HeartenEntry *self)
{
  return *hearten_entry_get_title (self) == '\0' && *hearten_entry_get_body (self) == '\0' &&
         self->mood == HEARTEN_MOOD_UNSET && !self->starred;
}

char *
hearten_entry_dup_text (HeartenEntry *self)
{
  const char *title = hearten_entry_get_title (self);
  const char *body = hearten_entry_get_body (self);

  return *title != '\0' ? g_strconcat (title, "\n\n", body, NULL) : g_strdup (body);
}
