/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-id.h"

#include <gio/gio.h>
#include <string.h>
#include <sys/random.h>

#define ID_LENGTH 36
/* The end of 9998: GDateTime ends a year later, and local times may be ahead. */
#define LAST_TIME G_GINT64_CONSTANT (253370764799999000)

/* RFC 9562 §5.7: 48 bits of milliseconds, version 7, 12 random bits, variant 10, 62 random bits. */
char *
hearten_id_new (gint64 now)
{
  guint8 b[16];
  guint64 ms = MAX (now, 0) / 1000;

  if (getrandom (b, sizeof b, 0) != sizeof b)
    g_error ("The system gave no random numbers");
  for (int i = 0; i < 6; i++)
    b[i] = (ms >> (40 - 8 * i)) & 0xff;
  b[6] = 0x70 | (b[6] & 0x0f);
  b[8] = 0x80 | (b[8] & 0x3f);

  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", b[0], b[1],
                          b[2], b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11], b[12], b[13], b[14],
                          b[15]);
}

static gboolean
is_lower_hex (char c)
{
  return g_ascii_isdigit (c) || (c >= 'a' && c <= 'f');
}

static gint64
read_time (const char *id)
{
  guint64 high = g_ascii_strtoull (id, NULL, 16);    /* 8 digits, stops at the dash */
  guint64 low = g_ascii_strtoull (id + 9, NULL, 16); /* 4 digits */

  return (gint64) (high << 16 | low) * 1000;
}

gboolean
hearten_id_is_valid (const char *id)
{
  if (id == NULL || strlen (id) != ID_LENGTH)
    return FALSE;
  for (int i = 0; i < ID_LENGTH; i++)
    {
      gboolean dash = i == 8 || i == 13 || i == 18 || i == 23;

      if (dash ? id[i] != '-' : !is_lower_hex (id[i]))
        return FALSE;
    }
  return id[14] == '7' && strchr ("89ab", id[19]) != NULL && read_time (id) <= LAST_TIME;
}

gint64
hearten_id_get_time (const char *id)
{
  g_return_val_if_fail (hearten_id_is_valid (id), 0);

  return read_time (id);
}

char *
hearten_id_dup_month (const char *id)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc_usec (hearten_id_get_time (id));

  return g_date_time_format (time, "%Y-%m");
}
