/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-stamp.h"

#include "hearten-json.h"

#include <string.h>

/* A journal may have a hundred thousand records: ids are kept as 16 bytes. */
#define KEY_SIZE 16

typedef struct
{
  guint8 key[KEY_SIZE];
  guint round; /* in which it was seen last */
  GType type;
  HeartenStamp stamp;
} Entry;

struct _HeartenStamps
{
  GMutex mutex;
  GHashTable *entries; /* set of Entry */
  guint round;
};

/* FNV-1a over words of eight bytes */
static guint64
hash_bytes (GBytes *bytes)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325) ^ length;

  while (length > 0)
    {
      guint64 word = 0;
      gsize n = MIN (length, sizeof word);

      memcpy (&word, data, n);
      hash = (hash ^ word) * G_GUINT64_CONSTANT (0x100000001b3);
      hash ^= hash >> 32;
      data += n;
      length -= n;
    }
  return hash;
}

static gint64
mtime_of (const struct stat *st)
{
  return (gint64) st->st_mtim.tv_sec * 1000000000 + st->st_mtim.tv_nsec;
}

void
hearten_stamp_set (HeartenStamp *self, const struct stat *st, GBytes *bytes)
{
  *self = (HeartenStamp) { st->st_ino, mtime_of (st), st->st_size, hash_bytes (bytes) };
}

gboolean
hearten_stamp_fits (const HeartenStamp *self, const struct stat *st)
{
  return self->inode == st->st_ino && self->mtime == mtime_of (st) && self->size == st->st_size;
}

GBytes *
hearten_stamp_load (const char *path, HeartenStamp *stamp, GError **error)
{
  struct stat st;
  GBytes *bytes = hearten_json_load_stat (path, &st, error);

  if (bytes != NULL)
    hearten_stamp_set (stamp, &st, bytes);
  return bytes;
}

/* The table */

static void
read_key (const char *id, guint8 *key)
{
  int n = 0;

  for (; *id != '\0' && n < 2 * KEY_SIZE; id++)
    {
      int digit = g_ascii_xdigit_value (*id);

      if (digit < 0)
        continue;
      key[n / 2] = n % 2 == 0 ? digit << 4 : key[n / 2] | digit;
      n++;
    }
}

static char *
format_key (const guint8 *key)
{
  GString *id = g_string_sized_new (37);

  for (int i = 0; i < KEY_SIZE; i++)
    g_string_append_printf (id, i == 4 || i == 6 || i == 8 || i == 10 ? "-%02x" : "%02x", key[i]);
  return g_string_free_and_steal (id);
}

static guint
hash_entry (gconstpointer data)
{
  guint32 end;

  /* The end of an id is random. */
  memcpy (&end, ((const Entry *) data)->key + KEY_SIZE - sizeof end, sizeof end);
  return end;
}

static gboolean
equal_entries (gconstpointer a, gconstpointer b)
{
  return memcmp (((const Entry *) a)->key, ((const Entry *) b)->key, KEY_SIZE) == 0;
}

static Entry *
find (HeartenStamps *self, const char *id)
{
  Entry probe;

  read_key (id, probe.key);
  return g_hash_table_lookup (self->entries, &probe);
}

HeartenStamps *
hearten_stamps_new (void)
{
  HeartenStamps *self = g_new0 (HeartenStamps, 1);

  g_mutex_init (&self->mutex);
  self->entries = g_hash_table_new_full (hash_entry, equal_entries, g_free, NULL);
  return self;
}

void
hearten_stamps_free (HeartenStamps *self)
{
  g_hash_table_unref (self->entries);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

void
hearten_stamps_put (HeartenStamps *self, GType type, const char *id, const HeartenStamp *stamp)
{
  Entry *entry = g_new (Entry, 1);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  read_key (id, entry->key);
  entry->type = type;
  entry->stamp = *stamp;
  entry->round = self->round;
  g_hash_table_replace (self->entries, entry, entry);
}

void
hearten_stamps_remove (HeartenStamps *self, const char *id)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  Entry *entry = find (self, id);

  if (entry != NULL)
    g_hash_table_remove (self->entries, entry);
}

gboolean
hearten_stamps_get (HeartenStamps *self, const char *id, HeartenStamp *stamp)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  Entry *entry = find (self, id);

  if (entry != NULL && stamp != NULL)
    *stamp = entry->stamp;
  return entry != NULL;
}

void
hearten_stamps_begin_round (HeartenStamps *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  self->round++;
}

gboolean
hearten_stamps_see (HeartenStamps *self, const char *id, HeartenStamp *stamp)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  Entry *entry = find (self, id);

  if (entry == NULL)
    return FALSE;
  entry->round = self->round;
  *stamp = entry->stamp;
  return TRUE;
}

gboolean
hearten_stamps_saw (HeartenStamps *self, const char *id)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  Entry *entry = find (self, id);

  return entry != NULL && entry->round == self->round;
}

/* The first six bytes of an id are its time in milliseconds. */
static gint64
time_of (const Entry *entry)
{
  gint64 ms = 0;

  for (int i = 0; i < 6; i++)
    ms = ms << 8 | entry->key[i];
  return ms * 1000;
}

static gboolean
is_in (const Entry *entry, GArray *spans)
{
  gint64 time = time_of (entry);

  for (guint i = 0; i < spans->len; i++)
    {
      const HeartenStampSpan *span = &g_array_index (spans, HeartenStampSpan, i);

      if (entry->type == span->type && time >= span->begin && time < span->end)
        return TRUE;
    }
  return FALSE;
}

void
hearten_stamps_find_unseen (HeartenStamps *self, GArray *spans, HeartenStampsVisit visit, gpointer user_data)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      Entry *entry = key;

      if (entry->round != self->round && is_in (entry, spans))
        {
          g_autofree char *id = format_key (entry->key);

          visit (entry->type, id, user_data);
        }
    }
}
