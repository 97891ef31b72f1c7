/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-manners.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hearten-instant.h"
#include "hearten-json-values.h"
#include "hearten-rule-private.h"
#include "hearten-wall-time.h"

#define ALWAYS "always"

gint64
hearten_manners_find_quiet_end (const HeartenManners *self, gint64 instant, GTimeZone *zone)
{
  guint32 today;

  g_return_val_if_fail (self != NULL && zone != NULL, 0);

  if (!self->quiet || self->quiet_from == self->quiet_until)
    return 0;

  /* Those of last night may still go on, and a gap can push the end of yesterday into today. */
  today = hearten_wall_time_get_day (zone, instant);
  for (guint32 day = today - 1; day <= today; day++)
    {
      guint32 last = self->quiet_from < self->quiet_until ? day : day + 1;
      gint64 end = hearten_wall_time_resolve (zone, last, self->quiet_until);

      if (instant >= hearten_wall_time_resolve (zone, day, self->quiet_from) && instant < end)
        return end;
    }

  return 0;
}

gboolean
hearten_manners_is_paused (const HeartenManners *self, gint64 instant)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return instant < self->paused_until;
}

/* The schedule's members */

static gboolean
fail (GError **error)
{
  g_set_error_literal (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD,
                       _ ("The quiet hours, the pause or the bound of reminders a day cannot be read."));
  return FALSE;
}

static gboolean
read_quiet (HeartenManners *self, JsonObject *object)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (int));

  if (!hearten_rule_take_times (object, "quiet", times, NULL))
    return FALSE;
  if (times->len == 0)
    return TRUE;
  if (times->len != 2)
    return FALSE;

  self->quiet = TRUE;
  self->quiet_from = g_array_index (times, int, 0);
  self->quiet_until = g_array_index (times, int, 1);
  return TRUE;
}

static gboolean
read_pause (HeartenManners *self, JsonObject *object)
{
  g_autofree char *text = NULL;

  if (!hearten_json_take_string (object, "paused", &text, NULL))
    return FALSE;
  if (text == NULL)
    return TRUE;

  if (strcmp (text, ALWAYS) != 0)
    return hearten_instant_from_text (text, &self->paused_until);

  self->paused_until = HEARTEN_PAUSED_ALWAYS;
  return TRUE;
}

gboolean
hearten_manners_read (HeartenManners *self, JsonObject *object, GError **error)
{
  HeartenManners manners = { 0 };
  gboolean quiet, pause, bound;
  int most = 0;

  g_return_val_if_fail (self != NULL && object != NULL, FALSE);

  /* One that cannot be read takes nothing from the others. */
  quiet = read_quiet (&manners, object);
  pause = read_pause (&manners, object);
  bound = hearten_json_take_number (object, "most", 0, HEARTEN_MANNERS_MOST, &most, NULL);
  manners.most = bound ? (guint) most : 0;
  *self = manners;
  return (quiet && pause && bound) || fail (error);
}

void
hearten_manners_write (const HeartenManners *self, JsonObject *object)
{
  g_return_if_fail (self != NULL && object != NULL);

  if (self->quiet)
    hearten_rule_set_times (object, "quiet", (const int[]) { self->quiet_from, self->quiet_until }, 2);
  if (self->most > 0)
    json_object_set_int_member (object, "most", self->most);
  if (self->paused_until == HEARTEN_PAUSED_ALWAYS)
    json_object_set_string_member (object, "paused", ALWAYS);
  else if (self->paused_until > 0)
    {
      g_autofree char *text = hearten_instant_to_text (self->paused_until);

      json_object_set_string_member (object, "paused", text);
    }
}
