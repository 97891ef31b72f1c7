/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-ledger.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "hearten-durable.h"
#include "hearten-instant.h"
#include "hearten-json.h"

#define FORMAT "hearten-ledger"
#define VERSION_KNOWN 1

struct _HeartenLedger
{
  char *path;
  gboolean read_only;
  gint64 looked;
  GPtrArray *entries; /* of HeartenLedgerEntry, oldest first */
  GHashTable *by_key;
};

static const char *const state_names[] = {
  [HEARTEN_LEDGER_STATE_PENDING] = "pending", [HEARTEN_LEDGER_STATE_SHOWN] = "shown",
  [HEARTEN_LEDGER_STATE_DONE] = "done",       [HEARTEN_LEDGER_STATE_SNOOZED] = "snoozed",
  [HEARTEN_LEDGER_STATE_MISSED] = "missed",
};

static void
entry_free (gpointer data)
{
  HeartenLedgerEntry *entry = data;

  g_free (entry->key);
  g_free (entry);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeartenLedgerEntry, entry_free)

static void
take_entry (HeartenLedger *self, HeartenLedgerEntry *entry)
{
  g_ptr_array_add (self->entries, entry);
  g_hash_table_insert (self->by_key, entry->key, entry);
}

/* Reading */

static gboolean
read_state (const char *name, HeartenLedgerState *state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (state_names); i++)
    if (g_strcmp0 (name, state_names[i]) == 0)
      {
        *state = (HeartenLedgerState) i;
        return TRUE;
      }

  return FALSE;
}

static HeartenLedgerEntry *
read_entry (JsonNode *node)
{
  g_autoptr (HeartenLedgerEntry) entry = g_new0 (HeartenLedgerEntry, 1);
  g_autofree char *state = NULL;
  g_autofree char *due = NULL;
  g_autofree char *until = NULL;
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return NULL;

  object = json_node_get_object (node);
  if (!hearten_json_take_string (object, "key", &entry->key, NULL) || entry->key == NULL ||
      !hearten_json_take_string (object, "state", &state, NULL) || !read_state (state, &entry->state) ||
      !hearten_json_take_string (object, "due", &due, NULL) || due == NULL ||
      !hearten_instant_from_text (due, &entry->due) ||
      !hearten_json_take_string (object, "until", &until, NULL) ||
      (until != NULL && !hearten_instant_from_text (until, &entry->until)))
    return NULL;

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
read_ledger (HeartenLedger *self, JsonObject *object, GError **error)
{
  g_autofree char *format = NULL;
  g_autofree char *looked = NULL;
  g_autoptr (JsonArray) entries = NULL;
  gint64 version = 0;

  if (!hearten_json_take_string (object, "fmt", &format, error) ||
      !hearten_json_take_int (object, "v", &version, error) ||
      !hearten_json_take_string (object, "looked", &looked, error) ||
      !hearten_json_take_array (object, "entries", &entries, error))
    return FALSE;

  self->read_only = version > VERSION_KNOWN;
  if (g_strcmp0 (format, FORMAT) != 0 || version < 1 ||
      (looked != NULL && !hearten_instant_from_text (looked, &self->looked)))
    {
      g_set_error_literal (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD,
                           _ ("This is not a ledger of Hearten."));
      return FALSE;
    }

  read_entries (self, entries);
  return TRUE;
}

static void
set_aside (HeartenLedger *self, const GError *error)
{
  g_autofree char *aside = g_strconcat (self->path, ".damaged", NULL);

  g_warning ("The ledger cannot be read and is kept as %s: %s", aside, error->message);
  if (g_rename (self->path, aside) != 0)
    self->read_only = TRUE;
}

HeartenLedger *
hearten_ledger_open (const char *path)
{
  g_autoptr (HeartenLedger) self = g_new0 (HeartenLedger, 1);
  g_autoptr (JsonObject) object = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self->path = g_strdup (path);
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);

  object = hearten_json_read_file (path, &error);
  if (object != NULL)
    read_ledger (self, object, &error);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    set_aside (self, error);

  return g_steal_pointer (&self);
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
  g_autofree char *text = hearten_instant_to_text (instant);

  if (instant != 0)
    hearten_json_set_string (object, member, text);
}

static JsonObject *
write_entry (const HeartenLedgerEntry *entry)
{
  JsonObject *object = json_object_new ();

  hearten_json_set_string (object, "key", entry->key);
  hearten_json_set_string (object, "state", state_names[entry->state]);
  set_instant (object, "due", entry->due);
  set_instant (object, "until", entry->until);
  return object;
}

gboolean
hearten_ledger_save (HeartenLedger *self, GError **error)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (GBytes) bytes = NULL;
  JsonArray *entries = json_array_new ();

  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->entries->len; i++)
    json_array_add_object_element (entries, write_entry (g_ptr_array_index (self->entries, i)));

  json_object_set_string_member (object, "fmt", FORMAT);
  json_object_set_int_member (object, "v", VERSION_KNOWN);
  set_instant (object, "looked", self->looked);
  json_object_set_array_member (object, "entries", entries);

  bytes = hearten_json_write (object);
  return self->read_only || hearten_durable_write (self->path, bytes, error);
}

/* Entries */

static gboolean
is_still_to_come (const HeartenLedgerEntry *entry)
{
  return entry->state == HEARTEN_LEDGER_STATE_PENDING || entry->state == HEARTEN_LEDGER_STATE_SNOOZED;
}

static void
forget_oldest (HeartenLedger *self)
{
  guint i = 0;

  while (self->entries->len > HEARTEN_LEDGER_LENGTH && i < self->entries->len)
    {
      HeartenLedgerEntry *entry = g_ptr_array_index (self->entries, i);

      if (is_still_to_come (entry))
        {
          i++;
          continue;
        }
      g_hash_table_remove (self->by_key, entry->key);
      g_ptr_array_remove_index (self->entries, i);
    }
}

const HeartenLedgerEntry *
hearten_ledger_find (HeartenLedger *self, const char *key)
{
  g_return_val_if_fail (self != NULL && key != NULL, NULL);

  return g_hash_table_lookup (self->by_key, key);
}

void
hearten_ledger_set (HeartenLedger *self, const char *key, HeartenLedgerState state, gint64 due, gint64 until)
{
  HeartenLedgerEntry *entry, *old;

  g_return_if_fail (self != NULL && key != NULL);

  entry = g_new0 (HeartenLedgerEntry, 1);
  entry->key = g_strdup (key);
  entry->state = state;
  entry->due = due;
  entry->until = until;

  old = g_hash_table_lookup (self->by_key, key);
  if (old != NULL)
    {
      g_hash_table_remove (self->by_key, key);
      g_ptr_array_remove (self->entries, old);
    }

  take_entry (self, entry);
  forget_oldest (self);
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
