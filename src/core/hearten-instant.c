/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-instant.h"

/* What a year of four digits can say. */
#define FIRST G_GINT64_CONSTANT (-30610224000000000)
#define LAST G_GINT64_CONSTANT (253402300799000000)

char *
hearten_instant_to_text (gint64 instant)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (instant);
  int year, month, day;

  if (utc == NULL)
    return g_strdup ("");

  /* Written by the thousand into ledgers: g_date_time_format() takes ten times as long. */
  g_date_time_get_ymd (utc, &year, &month, &day);
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02dZ", year, month, day, g_date_time_get_hour (utc),
                          g_date_time_get_minute (utc), g_date_time_get_second (utc));
}

gboolean
hearten_instant_from_text (const char *text, gint64 *instant)
{
  g_autoptr (GDateTime) date = NULL;
  gint64 found;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (instant != NULL, FALSE);

  date = g_date_time_new_from_iso8601 (text, NULL);
  if (date == NULL)
    return FALSE;

  found = g_date_time_to_unix_usec (date);
  if (found < FIRST || found > LAST)
    return FALSE;

  *instant = found;
  return TRUE;
}
