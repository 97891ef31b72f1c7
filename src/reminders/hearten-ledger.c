/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-ledger.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "hearten-durable.h"
#include "hearten-instant.h"
#include "hearten-json-values.h"

#define FORMAT "hearten-ledger"
#define VERSION_KNOWN 1

struct _HeartenLedger
{
  char *path;
  gboolean read_only;
  gint64 looked;
  gint64 forgot;
  guint untold;
  GPtrArray *entries; /* of Noted, oldest first */
  GHashTable *by_key;
};

/* An entry never changes once it is noted, so neither does its line in the file. */
typedef struct
{
  HeartenLedgerEntry entry;
  char *line; /* NULL before the first save */
} Noted;

static void
entry_free (gpointer data)
{
  Noted *noted = data;

  g_free (noted->entry.key);
  g_free (noted->line);
  g_free (noted);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeartenLedgerEntry, entry_free)

static HeartenLedgerEntry *
entry_new (void)
{
  Noted *noted = g_new0 (Noted, 1);

  return &noted->entry;
}

static void
take_entry (HeartenLedger *self, HeartenLedgerEntry *entry)
{
  g_ptr_array_add (self->entries, entry);
  g_hash_table_insert (self->by_key, entry->key, entry);
}

/* Reading */

static gboolean
take_instant (JsonObject *object, const char *member, gint64 *instant)
{
  g_autofree char *text = NULL;

  return hearten_json_take_string (object, member, &text, NULL) &&
         (text == NULL || hearten_instant_from_text (text, instant));
}

static HeartenLedgerEntry *
read_entry (JsonNode *node)
{
  g_autoptr (HeartenLedgerEntry) entry = entry_new ();
  g_autofree char *state = NULL;
  g_autofree char *why = NULL;
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return NULL;

  object = json_node_get_object (node);
  entry->due = G_MININT64;
  if (!hearten_json_take_string (object, "key", &entry->key, NULL) || entry->key == NULL ||
      !hearten_json_take_string (object, "state", &state, NULL) ||
      !hearten_ledger_state_from_nick (state, &entry->state) ||
      !hearten_json_take_string (object, "why", &why, NULL) || !take_instant (object, "due", &entry->due) ||
      entry->due == G_MININT64 || !take_instant (object, "at", &entry->at) ||
      !take_instant (object, "until", &entry->until) || !take_instant (object, "shown", &entry->shown))
    return NULL;

  entry->why = hearten_ledger_why_from_nick (why);
  return g_steal_pointer (&entry);
}

static void
read_entries (HeartenLedger *self, JsonArray *array)
{
  guint length = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < length; i++)
    {
      g_autoptr (HeartenLedgerEntry) entry = read_entry (json_array_get_element (array, i));

      if (entry == NULL)
        g_warning ("Entry %u of the ledger cannot be read and is left out", i + 1);
      else if (!g_hash_table_contains (self->by_key, entry->key))
        take_entry (self, g_steal_pointer (&entry));
    }
}

static gboolean
fail (GError **error)
{
  g_set_error_literal (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD,
                       _ ("This is not a ledger of Hearten."));
  return FALSE;
}

static gboolean
check_format (HeartenLedger *self, JsonObject *object, GError **error)
{
  g_autofree char *format = NULL;
  gint64 version = 0;

  if (!hearten_json_take_string (object, "fmt", &format, error) ||
      !hearten_json_take_int (object, "v", &version, error))
    return FALSE;

  self->read_only = version > VERSION_KNOWN;
  return (g_strcmp0 (format, FORMAT) == 0 && version >= 1) || fail (error);
}

static gboolean
read_members (HeartenLedger *self, JsonObject *object, GError **error)
{
  g_autoptr (JsonArray) entries = NULL;
  int untold = 0;

  if (!take_instant (object, "looked", &self->looked) || !take_instant (object, "forgot", &self->forgot))
    return fail (error);
  if (!hearten_json_take_number (object, "untold", 0, G_MAXINT, &untold, error) ||
      !hearten_json_take_array (object, "entries", &entries, error))
    return FALSE;

  self->untold = (guint) untold;
  read_entries (self, entries);
  return TRUE;
}

static gboolean
read_ledger (HeartenLedger *self, JsonObject *object, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (!check_format (self, object, error))
    return FALSE;
  if (read_members (self, object, &local_error))
    return TRUE;
  /* A newer version may keep its members in another way: it is not damaged for that. */
  if (self->read_only)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static void
set_aside (HeartenLedger *self, const GError *error)
{
  g_autofree char *aside = g_strconcat (self->path, ".damaged", NULL);

  g_warning ("The ledger cannot be read and is kept as %s: %s", aside, error->message);
  if (g_rename (self->path, aside) != 0)
    self->read_only = TRUE;
}

static HeartenLedger *
load (const char *path, GError **error)
{
  HeartenLedger *self = g_new0 (HeartenLedger, 1);
  g_autoptr (JsonObject) object = NULL;

  self->path = g_strdup (path);
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);

  object = hearten_json_read_file (path, error);
  if (object != NULL)
    read_ledger (self, object, error);
  return self;
}

HeartenLedger *
hearten_ledger_open (const char *path)
{
  g_autoptr (GError) error = NULL;
  HeartenLedger *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = load (path, &error);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    set_aside (self, error);
  return self;
}

HeartenLedger *
hearten_ledger_peek (const char *path)
{
  HeartenLedger *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = load (path, NULL);
  self->read_only = TRUE;
  return self;
}

void
hearten_ledger_free (HeartenLedger *self)
{
  g_free (self->path);
  g_clear_pointer (&self->by_key, g_hash_table_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_free (self);
}

/* Writing */

static void
set_instant (JsonObject *object, const char *member, gint64 instant)
{
  g_autofree char *text = instant != 0 ? hearten_instant_to_text (instant) : NULL;

  if (text != NULL)
    hearten_json_set_string (object, member, text);
}

static char *
write_entry (const HeartenLedgerEntry *entry)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), object);

  hearten_json_set_string (object, "key", entry->key);
  hearten_json_set_string (object, "state", hearten_ledger_state_get_nick (entry->state));
  hearten_json_set_string (object, "why", hearten_ledger_why_get_nick (entry->why));
  set_instant (object, "due", entry->due);
  set_instant (object, "at", entry->at);
  set_instant (object, "until", entry->until);
  set_instant (object, "shown", entry->shown);
  return json_to_string (node, FALSE);
}

/* Everything but the entries. It ends where these begin. */
static GString *
write_head (HeartenLedger *self)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), object);
  g_autofree char *text = NULL;

  json_object_set_string_member (object, "fmt", FORMAT);
  json_object_set_int_member (object, "v", VERSION_KNOWN);
  set_instant (object, "looked", self->looked);
  set_instant (object, "forgot", self->forgot);
  if (self->untold > 0)
    json_object_set_int_member (object, "untold", self->untold);
  text = json_to_string (node, FALSE);
  text[strlen (text) - 1] = '\0'; /* the brace that closes it */
  return g_string_new (text);
}

gboolean
hearten_ledger_save (HeartenLedger *self, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  GString *text;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->read_only)
    return TRUE;
  text = write_head (self);
  g_string_append (text, ",\"entries\":[");
  for (guint i = 0; i < self->entries->len; i++)
    {
      Noted *noted = g_ptr_array_index (self->entries, i);

      if (noted->line == NULL)
        noted->line = write_entry (&noted->entry);
      g_string_append (text, i > 0 ? ",\n" : "\n");
      g_string_append (text, noted->line);
    }
  g_string_append (text, "\n]}\n");

  bytes = g_string_free_to_bytes (text);
  return hearten_durable_write (self->path, bytes, error);
}

/* Entries */

static gboolean
is_still_to_come (const HeartenLedgerEntry *entry)
{
  return entry->state == HEARTEN_LEDGER_STATE_PENDING || entry->state == HEARTEN_LEDGER_STATE_SNOOZED ||
         entry->state == HEARTEN_LEDGER_STATE_HELD;
}

static void
forget (HeartenLedger *self, guint position)
{
  HeartenLedgerEntry *entry = g_ptr_array_index (self->entries, position);

  self->forgot = MAX (self->forgot, entry->due);
  g_hash_table_remove (self->by_key, entry->key);
  g_ptr_array_remove_index (self->entries, position);
}

static void
forget_oldest (HeartenLedger *self)
{
  guint i = 0;

  while (self->entries->len > HEARTEN_LEDGER_LENGTH && i < self->entries->len)
    {
      if (is_still_to_come (g_ptr_array_index (self->entries, i)))
        i++;
      else
        forget (self, i);
    }
  while (self->entries->len > HEARTEN_LEDGER_MOST)
    forget (self, 0);
}

const HeartenLedgerEntry *
hearten_ledger_find (HeartenLedger *self, const char *key)
{
  g_return_val_if_fail (self != NULL && key != NULL, NULL);

  return g_hash_table_lookup (self->by_key, key);
}

void
hearten_ledger_note (HeartenLedger *self, const HeartenLedgerEntry *entry)
{
  HeartenLedgerEntry *copy, *old;

  g_return_if_fail (self != NULL && entry != NULL && entry->key != NULL);

  copy = entry_new ();
  *copy = *entry;
  copy->key = g_strdup (entry->key);

  old = g_hash_table_lookup (self->by_key, copy->key);
  if (old != NULL)
    {
      if (copy->shown == 0)
        copy->shown = old->shown;
      g_hash_table_remove (self->by_key, copy->key);
      g_ptr_array_remove (self->entries, old);
    }

  take_entry (self, copy);
  forget_oldest (self);
}

void
hearten_ledger_set (HeartenLedger *self, const char *key, HeartenLedgerState state, gint64 due, gint64 until)
{
  HeartenLedgerEntry entry = { .key = (char *) key, .state = state, .due = due, .until = until };

  hearten_ledger_note (self, &entry);
}

guint
hearten_ledger_get_length (HeartenLedger *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->entries->len;
}

const HeartenLedgerEntry *
hearten_ledger_get_entry (HeartenLedger *self, guint position)
{
  g_return_val_if_fail (self != NULL && position < self->entries->len, NULL);

  return g_ptr_array_index (self->entries, position);
}

gint64
hearten_ledger_get_looked (HeartenLedger *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->looked;
}

void
hearten_ledger_set_looked (HeartenLedger *self, gint64 looked)
{
  g_return_if_fail (self != NULL);

  self->looked = looked;
}

gint64
hearten_ledger_get_forgot (HeartenLedger *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->forgot;
}

guint
hearten_ledger_get_untold (HeartenLedger *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->untold;
}

void
hearten_ledger_set_untold (HeartenLedger *self, guint untold)
{
  g_return_if_fail (self != NULL);

  self->untold = untold;
}
