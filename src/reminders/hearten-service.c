/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-service.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "hearten-schedule.h"
#include "hearten-wall-time.h"

#define MINUTE ((gint64) 60 * G_USEC_PER_SEC)
#define DAY (24 * 60 * MINUTE)

/* Later than this it is no longer "now". */
#define LATE MINUTE
/* Older than this is not told of; it also bounds the work after a clock was set from 1970. */
#define STALE (7 * DAY)
#define SNOOZE_MAX_MINUTES (7 * 24 * 60)

struct _HeartenService
{
  GObject parent_instance;

  HeartenClock *clock;
  HeartenNotifier *notifier;
  char *state_folder;

  HeartenSchedule *schedule;
  HeartenLedger *ledger;
  guint timer;
  gint64 wake;

  /* Nothing comes after the one instant and before the other, as long as the user is in this zone. */
  gint64 planned;
  gint64 nearest;
  gint64 tomorrow;
  char *zone_name;
};

G_DEFINE_FINAL_TYPE (HeartenService, hearten_service, G_TYPE_OBJECT)

/* An occurrence whose time has come, for the first time or again. */
typedef struct
{
  char *key;
  const HeartenScheduled *item; /* NULL when the reminder is gone */
  gint64 due;                   /* first time */
  gint64 instant;               /* this time */
} Turn;

static void
turn_clear (gpointer data)
{
  Turn *turn = data;

  g_free (turn->key);
}

static GArray *
new_turns (void)
{
  GArray *turns = g_array_new (FALSE, FALSE, sizeof (Turn));

  g_array_set_clear_func (turns, turn_clear);
  return turns;
}

/* The ledger on the disk */

static void
save (HeartenService *self)
{
  g_autoptr (GError) error = NULL;

  /* A reminder comes even when this cannot be noted. */
  if (!hearten_ledger_save (self->ledger, &error))
    g_warning ("The ledger is not on the disk: %s", error->message);
}

static const HeartenScheduled *
find_item (HeartenService *self, const char *key)
{
  const char *at = strrchr (key, '@');
  g_autofree char *id = g_strndup (key, at != NULL ? (gsize) (at - key) : strlen (key));

  return hearten_schedule_find (self->schedule, id);
}

/* Gathering */

static void
gather_scheduled (HeartenService *self, GArray *turns, gint64 now, GTimeZone *zone)
{
  gint64 after = MAX (hearten_ledger_get_looked (self->ledger), now - STALE);
  g_autoptr (GArray) dues = hearten_schedule_between (self->schedule, after, now, zone);

  for (guint i = 0; i < dues->len; i++)
    {
      HeartenDue *due = &g_array_index (dues, HeartenDue, i);
      g_autofree char *key = hearten_occurrence_dup_key (&due->occurrence, due->item->id);
      Turn turn = { NULL, due->item, due->occurrence.instant, due->occurrence.instant };

      if (hearten_ledger_find (self->ledger, key) != NULL)
        continue;

      turn.key = g_steal_pointer (&key);
      g_array_append_val (turns, turn);
    }
}

static gboolean
comes_again (const HeartenLedgerEntry *entry, gint64 *instant)
{
  if (entry->state == HEARTEN_LEDGER_STATE_SNOOZED)
    *instant = entry->until;
  else if (entry->state == HEARTEN_LEDGER_STATE_PENDING)
    *instant = entry->due;
  else
    return FALSE;

  return TRUE;
}

/* Snoozed ones whose time has come, and those that were about to be shown when the program ended. */
static void
gather_noted (HeartenService *self, GArray *turns, gint64 now)
{
  guint length = hearten_ledger_get_length (self->ledger);

  for (guint i = 0; i < length; i++)
    {
      const HeartenLedgerEntry *entry = hearten_ledger_get_entry (self->ledger, i);
      Turn turn = { NULL, NULL, entry->due, 0 };

      if (!comes_again (entry, &turn.instant) || turn.instant > now)
        continue;

      turn.key = g_strdup (entry->key);
      turn.item = find_item (self, entry->key);
      g_array_append_val (turns, turn);
    }
}

/* Showing */

static guint
note_missed (HeartenService *self, GArray *turns, gint64 now)
{
  guint missed = 0;

  for (guint i = 0; i < turns->len; i++)
    {
      Turn *turn = &g_array_index (turns, Turn, i);

      if (turn->item != NULL && now - turn->instant <= LATE)
        {
          hearten_ledger_set (self->ledger, turn->key, HEARTEN_LEDGER_STATE_PENDING, turn->due, 0);
          continue;
        }
      hearten_ledger_set (self->ledger, turn->key, HEARTEN_LEDGER_STATE_MISSED, turn->due, 0);
      missed += turn->item != NULL ? 1 : 0;
    }

  return missed;
}

static void
show_pending (HeartenService *self, GArray *turns)
{
  for (guint i = 0; i < turns->len; i++)
    {
      Turn *turn = &g_array_index (turns, Turn, i);
      const HeartenLedgerEntry *entry = hearten_ledger_find (self->ledger, turn->key);

      if (entry == NULL || entry->state != HEARTEN_LEDGER_STATE_PENDING)
        continue;

      hearten_notifier_show (self->notifier, turn->key, turn->item->title, turn->item->body,
                             turn->item->page);
      hearten_ledger_set (self->ledger, turn->key, HEARTEN_LEDGER_STATE_SHOWN, turn->due, 0);
    }
}

/* Noted before it is shown and after: so a restart at any moment neither repeats nor loses it. */
static void
take_turns (HeartenService *self, GArray *turns, gint64 now)
{
  guint missed = note_missed (self, turns, now);

  save (self);
  if (missed > 0)
    hearten_notifier_show_missed (self->notifier, missed);
  if (missed < turns->len)
    {
      show_pending (self, turns);
      save (self);
    }
}

/* Waiting */

static gint64
find_nearest (HeartenService *self, gint64 now, GTimeZone *zone)
{
  g_autoptr (GArray) upcoming = hearten_schedule_upcoming (self->schedule, now, zone, 1);
  gint64 nearest = upcoming->len > 0 ? g_array_index (upcoming, HeartenDue, 0).occurrence.instant
                                     : G_MAXINT64;
  guint length = hearten_ledger_get_length (self->ledger);

  for (guint i = 0; i < length; i++)
    {
      gint64 instant;

      if (comes_again (hearten_ledger_get_entry (self->ledger, i), &instant))
        nearest = MIN (nearest, instant);
    }

  return nearest;
}

static gint64
find_wake (HeartenService *self, gint64 now)
{
  if (self->nearest == G_MAXINT64)
    return 0;

  return self->nearest < self->tomorrow ? MIN (self->nearest, now + MINUTE) : self->tomorrow;
}

static gboolean
on_timer_cb (gpointer user_data)
{
  HeartenService *self = user_data;

  self->timer = 0;
  hearten_service_look (self);
  return G_SOURCE_REMOVE;
}

static void
wait (HeartenService *self, gint64 now)
{
  gint64 delay;

  g_clear_handle_id (&self->timer, g_source_remove);
  self->wake = find_wake (self, now);
  if (self->wake == 0)
    return;

  /* Rounded up: a look that comes a moment early would have to be repeated. */
  delay = MAX (self->wake - now, 0) / 1000 + 1;
  self->timer = g_timeout_add ((guint) MIN (delay, 2 * DAY / 1000), on_timer_cb, self);
}

static void
plan (HeartenService *self, gint64 now, GTimeZone *zone)
{
  self->planned = now;
  self->nearest = find_nearest (self, now, zone);
  self->tomorrow = hearten_wall_time_resolve (zone, hearten_wall_time_get_day (zone, now) + 1, 0);
  g_set_str (&self->zone_name, g_time_zone_get_identifier (zone));
  wait (self, now);
}

/* Most looks only see whether the wall clock still goes as it should. */
static gboolean
is_quiet (HeartenService *self, gint64 now, GTimeZone *zone)
{
  return now >= self->planned && now < self->nearest && now < self->tomorrow &&
         g_strcmp0 (self->zone_name, g_time_zone_get_identifier (zone)) == 0;
}

/* The object */

static void
hearten_service_finalize (GObject *object)
{
  HeartenService *self = HEARTEN_SERVICE (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->schedule, hearten_schedule_free);
  g_clear_pointer (&self->ledger, hearten_ledger_free);
  g_clear_object (&self->clock);
  g_clear_object (&self->notifier);
  g_free (self->state_folder);
  g_free (self->zone_name);

  G_OBJECT_CLASS (hearten_service_parent_class)->finalize (object);
}

static void
hearten_service_class_init (HeartenServiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hearten_service_finalize;
}

static void
hearten_service_init (HeartenService *self)
{
  self->schedule = hearten_schedule_new ();
}

/* Public */

HeartenService *
hearten_service_new (HeartenClock *clock, HeartenNotifier *notifier, const char *state_folder)
{
  HeartenService *self;

  g_return_val_if_fail (HEARTEN_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (HEARTEN_IS_NOTIFIER (notifier), NULL);
  g_return_val_if_fail (state_folder != NULL, NULL);

  self = g_object_new (HEARTEN_TYPE_SERVICE, NULL);
  self->clock = g_object_ref (clock);
  self->notifier = g_object_ref (notifier);
  self->state_folder = g_strdup (state_folder);
  return self;
}

static gboolean
load_schedule (HeartenService *self, GError **error)
{
  g_autofree char *path = hearten_schedule_dup_path (self->state_folder);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (HeartenSchedule) schedule = hearten_schedule_load (path, &local_error);

  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    schedule = hearten_schedule_new ();
  if (schedule == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  for (const char *const *skipped = hearten_schedule_get_skipped (schedule); *skipped != NULL; skipped++)
    g_warning ("%s", *skipped);
  hearten_schedule_free (self->schedule);
  self->schedule = g_steal_pointer (&schedule);
  self->nearest = 0;

#ifdef __GLIBC__
  /* This program runs all day; what reading needed goes back to the system. */
  malloc_trim (0);
#endif
  return TRUE;
}

void
hearten_service_start (HeartenService *self)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (HEARTEN_IS_SERVICE (self));
  g_return_if_fail (self->ledger == NULL);

  path = g_build_filename (self->state_folder, "ledger.json", NULL);
  self->ledger = hearten_ledger_open (path);
  if (!load_schedule (self, &error))
    g_warning ("The schedule cannot be read: %s", error->message);

  /* The first time, what has just come due still counts. That is kept, or what comes while the computer is
   * off before anything was shown would never be told of. */
  if (hearten_ledger_get_looked (self->ledger) == 0)
    {
      hearten_ledger_set_looked (self->ledger, hearten_clock_get_now (self->clock) - LATE);
      save (self);
    }

  hearten_service_look (self);
}

gboolean
hearten_service_reload (HeartenService *self, GError **error)
{
  g_return_val_if_fail (HEARTEN_IS_SERVICE (self) && self->ledger != NULL, FALSE);

  if (!load_schedule (self, error))
    return FALSE;

  hearten_service_look (self);
  return TRUE;
}

static const HeartenLedgerEntry *
find_entry (HeartenService *self, const char *key, GError **error)
{
  const HeartenLedgerEntry *entry = hearten_ledger_find (self->ledger, key);

  if (entry == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                         _ ("This reminder was not shown, or long ago."));
  return entry;
}

static void
settle (HeartenService *self, const char *key, HeartenLedgerState state, gint64 due, gint64 until)
{
  g_autoptr (GTimeZone) zone = hearten_clock_dup_zone (self->clock);
  gint64 now = hearten_clock_get_now (self->clock);

  hearten_ledger_set (self->ledger, key, state, due, until);
  save (self);
  hearten_notifier_withdraw (self->notifier, key);
  plan (self, now, zone);
  /* Something may have come due since the last look: the next one has to see it. */
  self->nearest = 0;
}

gboolean
hearten_service_done (HeartenService *self, const char *key, GError **error)
{
  const HeartenLedgerEntry *entry;

  g_return_val_if_fail (HEARTEN_IS_SERVICE (self) && self->ledger != NULL, FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  entry = find_entry (self, key, error);
  if (entry == NULL)
    return FALSE;

  settle (self, key, HEARTEN_LEDGER_STATE_DONE, entry->due, 0);
  return TRUE;
}

gboolean
hearten_service_snooze (HeartenService *self, const char *key, guint minutes, GError **error)
{
  const HeartenLedgerEntry *entry;

  g_return_val_if_fail (HEARTEN_IS_SERVICE (self) && self->ledger != NULL, FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  entry = find_entry (self, key, error);
  if (entry == NULL)
    return FALSE;
  if (minutes > SNOOZE_MAX_MINUTES)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _ ("A reminder can wait for a week at most."));
      return FALSE;
    }

  settle (self, key, HEARTEN_LEDGER_STATE_SNOOZED, entry->due,
          hearten_clock_get_now (self->clock) + minutes * MINUTE);
  return TRUE;
}

void
hearten_service_look (HeartenService *self)
{
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GArray) turns = NULL;
  gint64 now;

  g_return_if_fail (HEARTEN_IS_SERVICE (self) && self->ledger != NULL);

  zone = hearten_clock_dup_zone (self->clock);
  now = hearten_clock_get_now (self->clock);
  if (is_quiet (self, now, zone))
    {
      hearten_ledger_set_looked (self->ledger, now);
      wait (self, now);
      return;
    }

  turns = new_turns ();
  gather_noted (self, turns, now);
  gather_scheduled (self, turns, now, zone);

  /* Also when the clock was set back: what was looked at before is in the ledger and does not come twice. */
  hearten_ledger_set_looked (self->ledger, now);
  if (turns->len > 0)
    take_turns (self, turns, now);
  plan (self, now, zone);
}

gint64
hearten_service_get_wake (HeartenService *self)
{
  g_return_val_if_fail (HEARTEN_IS_SERVICE (self), 0);

  return self->wake;
}

HeartenLedger *
hearten_service_get_ledger (HeartenService *self)
{
  g_return_val_if_fail (HEARTEN_IS_SERVICE (self), NULL);

  return self->ledger;
}
