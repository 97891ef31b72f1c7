/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-archive.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BLOCK 512
#define FILE_TYPE '0'
#define PAX_TYPE 'x'

typedef struct
{
  char name[100];
  char mode[8];
  char uid[8];
  char gid[8];
  char size[12];
  char mtime[12];
  char sum[8];
  char type;
  char link[100];
  char magic[6];
  char version[2];
  char user[32];
  char group[32];
  char major[8];
  char minor[8];
  char prefix[155];
  char rest[12];
} Header;

G_STATIC_ASSERT (sizeof (Header) == BLOCK);

struct _HeartenArchive
{
  GByteArray *bytes;
};

/* Writing */

static guint
add_up (const Header *header)
{
  Header copy = *header;
  const guint8 *bytes = (const guint8 *) &copy;
  guint sum = 0;

  memset (copy.sum, ' ', sizeof copy.sum);
  for (guint i = 0; i < BLOCK; i++)
    sum += bytes[i];
  return sum;
}

static void
add_member (HeartenArchive *self, const char *name, char type, GBytes *bytes, gint64 modified)
{
  static const guint8 zeros[BLOCK];
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  Header header = { 0 };

  /* A name may fill its room to the last byte. */
  memcpy (header.name, name, MIN (strlen (name), sizeof header.name));
  g_strlcpy (header.mode, "0000600", sizeof header.mode);
  g_strlcpy (header.uid, "0000000", sizeof header.uid);
  g_strlcpy (header.gid, "0000000", sizeof header.gid);
  g_snprintf (header.size, sizeof header.size, "%011" G_GINT64_MODIFIER "o", (guint64) length);
  g_snprintf (header.mtime, sizeof header.mtime, "%011" G_GINT64_MODIFIER "o", (guint64) MAX (modified, 0));
  header.type = type;
  memcpy (header.magic, "ustar", 6);
  memcpy (header.version, "00", 2);
  g_snprintf (header.sum, sizeof header.sum, "%06o", add_up (&header));
  header.sum[7] = ' ';
  g_byte_array_append (self->bytes, (guint8 *) &header, BLOCK);
  if (length > 0)
    g_byte_array_append (self->bytes, data, length);
  if (length % BLOCK != 0)
    g_byte_array_append (self->bytes, zeros, BLOCK - length % BLOCK);
}

/* "LENGTH path=NAME\n", where the length counts its own digits */
static GBytes *
make_path_note (const char *name)
{
  gsize rest = strlen (" path=\n") + strlen (name), length = rest;
  char *note = NULL;

  do
    {
      g_free (note);
      note = g_strdup_printf ("%" G_GSIZE_FORMAT " path=%s\n", length, name);
      if (strlen (note) == length)
        break;
      length = strlen (note);
    }
  while (TRUE);
  return g_bytes_new_take (note, length);
}

/* Public */

HeartenArchive *
hearten_archive_new (void)
{
  HeartenArchive *self = g_new0 (HeartenArchive, 1);

  self->bytes = g_byte_array_new ();
  return self;
}

void
hearten_archive_free (HeartenArchive *self)
{
  g_byte_array_unref (self->bytes);
  g_free (self);
}

void
hearten_archive_add (HeartenArchive *self, const char *name, GBytes *bytes, gint64 modified)
{
  if (strlen (name) > sizeof ((Header *) NULL)->name)
    {
      g_autoptr (GBytes) note = make_path_note (name);

      add_member (self, "long-name", PAX_TYPE, note, modified);
    }
  add_member (self, name, FILE_TYPE, bytes, modified);
}

GBytes *
hearten_archive_finish (HeartenArchive *self)
{
  static const guint8 end[2 * BLOCK];
  GBytes *bytes;

  g_byte_array_append (self->bytes, end, sizeof end);
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&self->bytes));
  g_free (self);
  return bytes;
}

/* Reading */

static gboolean
read_octal (const char *field, gsize length, guint64 *out)
{
  g_autofree char *text = g_strndup (field, length);
  char *end;

  *out = g_ascii_strtoull (g_strstrip (text), &end, 8);
  return end != text && *end == '\0';
}

static char *
read_path_note (GBytes *bytes)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  const char *path = strstr (text, " path=");

  return path != NULL && g_str_has_suffix (path, "\n")
             ? g_strndup (path + strlen (" path="), strlen (path) - strlen (" path=") - 1)
             : NULL;
}

/* One member from @place on, which moves behind it */
static gboolean
read_member (GBytes *bytes, gsize *place, GHashTable *files, char **long_name)
{
  gsize left = g_bytes_get_size (bytes) - *place;
  const Header *header = (gconstpointer) ((const char *) g_bytes_get_data (bytes, NULL) + *place);
  g_autoptr (GBytes) part = NULL;
  guint64 sum, size;

  if (left < BLOCK || !read_octal (header->sum, sizeof header->sum, &sum) || sum != add_up (header) ||
      !read_octal (header->size, sizeof header->size, &size) || size > left - BLOCK)
    return FALSE;
  part = g_bytes_new_from_bytes (bytes, *place + BLOCK, size);
  *place += BLOCK + MIN ((size + BLOCK - 1) / BLOCK * BLOCK, left - BLOCK);
  if (header->type == PAX_TYPE)
    {
      *long_name = read_path_note (part);
      return *long_name != NULL;
    }
  g_hash_table_insert (
      files, *long_name != NULL ? g_steal_pointer (long_name) : g_strndup (header->name, sizeof header->name),
      g_steal_pointer (&part));
  return TRUE;
}

GHashTable *
hearten_archive_read (GBytes *bytes, GError **error)
{
  g_autoptr (GHashTable)
      files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  g_autofree char *long_name = NULL;
  const char *data = g_bytes_get_data (bytes, NULL);
  gsize place = 0;

  while (place < g_bytes_get_size (bytes) && data[place] != '\0')
    if (!read_member (bytes, &place, files, &long_name))
      {
        g_set_error_literal (error, HEARTEN_ERROR, HEARTEN_ERROR_MALFORMED, _ ("The file is not whole."));
        return NULL;
      }
  /* An archive that was cut between two files has no end. */
  if (g_bytes_get_size (bytes) < place + 2 * BLOCK)
    {
      g_set_error_literal (error, HEARTEN_ERROR, HEARTEN_ERROR_MALFORMED, _ ("The file is not whole."));
      return NULL;
    }
  return g_steal_pointer (&files);
}
