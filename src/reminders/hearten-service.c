/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-service-private.h"

#include "hearten-memory.h"
#include "hearten-wall-time.h"

/* So far from the ledger's time, the clock may be wrong: nothing was missed then, and the ledger's time stays
 * until the clock has gone on for a while. A computer with an empty battery begins in 1970 or 2010. */
#define LONG_AGO (365 * HEARTEN_SERVICE_DAY)
#define BEGINNING (G_GINT64_CONSTANT (1735689600) * G_USEC_PER_SEC) /* 2025-01-01 */

/* In the midst of an update a zone's file may be missing. */
#define ZONES_SECONDS 2 /* and twice as long each time */
#define ZONES_TRIES 10

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HeartenService, hearten_service, G_TYPE_OBJECT)

/* The ledger on the disk */

void
hearten_service_save (HeartenService *self)
{
  g_autoptr (GError) error = NULL;

  /* A reminder comes even when this cannot be noted. */
  if (!hearten_ledger_save (self->ledger, &error))
    g_warning ("The ledger is not on the disk: %s", error->message);
  g_signal_emit (self, signals[CHANGED], 0);
}

const HeartenScheduled *
hearten_service_find_item (HeartenService *self, const char *key)
{
  g_autofree char *id = hearten_reminder_key_dup_id (key);

  return hearten_schedule_find (self->schedule, id);
}

static void
note_shown (HeartenService *self, const char *key, HeartenLedgerWhy why, gint64 now)
{
  const HeartenLedgerEntry *found = hearten_ledger_find (self->ledger, key);
  HeartenLedgerEntry entry;

  if (found == NULL || found->state != HEARTEN_LEDGER_STATE_PENDING)
    return;

  entry = *found;
  entry.key = (char *) key;
  entry.state = HEARTEN_LEDGER_STATE_SHOWN;
  entry.until = 0;
  entry.why = why != HEARTEN_LEDGER_WHY_NONE ? why : found->why;
  entry.at = now;
  entry.shown = found->shown != 0 ? 0 : entry.at;
  hearten_ledger_note (self->ledger, &entry);
}

/* What the notifier could not tell at once: of one, or of all that a summary tells of. */
static void
on_shown_cb (HeartenService *self, const char *key, gboolean in_window)
{
  gint64 now = hearten_clock_get_now (self->clock);
  GHashTableIter iter;
  gpointer asked, summary;

  if (g_hash_table_remove (self->asked, key))
    note_shown (self, key, in_window ? HEARTEN_LEDGER_WHY_WINDOW : HEARTEN_LEDGER_WHY_NONE, now);

  g_hash_table_iter_init (&iter, self->asked);
  while (g_hash_table_iter_next (&iter, &asked, &summary))
    {
      if (g_strcmp0 (summary, key) != 0)
        continue;
      note_shown (self, asked, HEARTEN_LEDGER_WHY_TOGETHER, now);
      g_hash_table_iter_remove (&iter);
    }

  if (g_str_equal (key, hearten_summary_get_id (HEARTEN_SUMMARY_MISSED)))
    {
      guint untold = hearten_ledger_get_untold (self->ledger);

      hearten_ledger_set_untold (self->ledger, untold - MIN (untold, self->told_missed));
      self->told_missed = 0;
    }
  hearten_service_save (self);
}

/* It stays noted as about to be shown, and is due again after a while. */
static void
note_failed (HeartenService *self, const char *key, gint64 now)
{
  const HeartenLedgerEntry *found = hearten_ledger_find (self->ledger, key);
  HeartenLedgerEntry entry;

  if (found == NULL || found->state != HEARTEN_LEDGER_STATE_PENDING)
    return;

  entry = *found;
  entry.key = (char *) key;
  entry.at = now;
  entry.until = now + HEARTEN_SERVICE_A_WHILE;
  hearten_ledger_note (self->ledger, &entry);
}

/* The notifier has tried in vain: one, or all that a summary was to tell of. */
static void
on_failed_cb (HeartenService *self, const char *key)
{
  g_autoptr (GTimeZone) zone = hearten_clock_dup_zone (self->clock);
  gint64 now = hearten_clock_get_now (self->clock);
  GHashTableIter iter;
  gpointer asked, summary;

  g_hash_table_iter_init (&iter, self->asked);
  while (g_hash_table_iter_next (&iter, &asked, &summary))
    {
      if (!g_str_equal (asked, key) && g_strcmp0 (summary, key) != 0)
        continue;
      note_failed (self, asked, now);
      g_hash_table_iter_remove (&iter);
    }

  if (g_str_equal (key, hearten_summary_get_id (HEARTEN_SUMMARY_MISSED)))
    self->told_missed = 0;
  hearten_service_save (self);
  hearten_service_plan (self, now, zone);
}

/* Waiting */

static gint64
find_wake (HeartenService *self, gint64 now)
{
  if (self->nearest == G_MAXINT64)
    return 0;

  return self->nearest < self->tomorrow ? MIN (self->nearest, now + HEARTEN_SERVICE_MINUTE) : self->tomorrow;
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
  self->timer = g_timeout_add ((guint) MIN (delay, 2 * HEARTEN_SERVICE_DAY / 1000), on_timer_cb, self);
}

void
hearten_service_plan (HeartenService *self, gint64 now, GTimeZone *zone)
{
  self->planned = now;
  /* Before a schedule was read everything would be taken for gone. */
  self->nearest = self->known ? hearten_service_find_nearest (self, now, zone) : G_MAXINT64;
  self->tomorrow = hearten_wall_time_resolve (zone, hearten_wall_time_get_day (zone, now) + 1, 0);
  g_set_str (&self->zone_name, g_time_zone_get_identifier (zone));
  wait (self, now);
}

/* Most looks only see whether the wall clock still goes as it should. In a pause each one is a whole look:
 * what was due in it has to be noted. */
static gboolean
is_quiet (HeartenService *self, gint64 now, GTimeZone *zone)
{
  return !hearten_manners_is_paused (hearten_schedule_get_manners (self->schedule), now) &&
         now >= self->planned && now < self->nearest && now < self->tomorrow &&
         g_strcmp0 (self->zone_name, g_time_zone_get_identifier (zone)) == 0;
}

/* The object */

static void
hearten_service_finalize (GObject *object)
{
  HeartenService *self = HEARTEN_SERVICE (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->zones_timer, g_source_remove);
  g_clear_pointer (&self->schedule, hearten_schedule_free);
  g_clear_pointer (&self->ledger, hearten_ledger_free);
  g_clear_pointer (&self->asked, g_hash_table_unref);
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

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
hearten_service_init (HeartenService *self)
{
  self->schedule = hearten_schedule_new ();
  self->asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
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
  g_signal_connect_object (notifier, "shown", G_CALLBACK (on_shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (notifier, "failed", G_CALLBACK (on_failed_cb), self, G_CONNECT_SWAPPED);
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
  self->known = TRUE;
  self->nearest = 0;

  hearten_memory_give_back ();
  return TRUE;
}

static void
review (HeartenService *self)
{
  g_autoptr (GTimeZone) zone = hearten_clock_dup_zone (self->clock);

  hearten_service_review (self, hearten_clock_get_now (self->clock), zone);
}

void
hearten_service_start (HeartenService *self)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  gint64 now;

  g_return_if_fail (HEARTEN_IS_SERVICE (self));
  g_return_if_fail (self->ledger == NULL);

  path = g_build_filename (self->state_folder, "ledger.json", NULL);
  self->ledger = hearten_ledger_open (path);
  if (!load_schedule (self, &error))
    g_warning ("The schedule cannot be read: %s", error->message);

  /* The first time, what has just come due still counts. That is kept, or what comes while the computer is
   * off before anything was shown would never be told of. */
  now = hearten_clock_get_now (self->clock);
  if (hearten_ledger_get_looked (self->ledger) == 0 && now >= BEGINNING)
    {
      hearten_ledger_set_looked (self->ledger, now - HEARTEN_SERVICE_LATE);
      hearten_service_save (self);
    }

  review (self);
  hearten_service_look (self);
}

gboolean
hearten_service_reload (HeartenService *self, GError **error)
{
  g_return_val_if_fail (HEARTEN_IS_SERVICE (self) && self->ledger != NULL, FALSE);

  /* What came due until now did so under the old schedule. */
  hearten_service_look (self);
  if (!load_schedule (self, error))
    return FALSE;

  review (self);
  hearten_service_look (self);
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

/* GLib reads the file of a zone again once nobody holds the zone any more. From the disk, as what was left
 * out for a zone that was missing may be whole now. */
static void
read_again (HeartenService *self)
{
  g_autoptr (GBytes) bytes = hearten_schedule_to_bytes (self->schedule);
  g_autoptr (GError) error = NULL;

  hearten_schedule_free (self->schedule);
  self->schedule = hearten_schedule_new ();
  hearten_clock_renew_zone (self->clock);
  if (load_schedule (self, &error))
    return;

  g_warning ("The schedule cannot be read again: %s", error->message);
  hearten_schedule_free (self->schedule);
  self->schedule = hearten_schedule_from_bytes (bytes, NULL);
  g_assert (self->schedule != NULL);
}

static void
on_zones_timer_cb (gpointer user_data)
{
  HeartenService *self = user_data;

  self->zones_timer = 0;
  hearten_service_zones_changed (self);
}

void
hearten_service_zones_changed (HeartenService *self)
{
  g_return_if_fail (HEARTEN_IS_SERVICE (self) && self->ledger != NULL);

  g_clear_handle_id (&self->zones_timer, g_source_remove);
  if (!hearten_schedule_finds_zones (self->schedule))
    {
      /* One that stays away was given up by the system: its rules of before are the best there are. */
      if (self->zones_tries < ZONES_TRIES)
        self->zones_timer = g_timeout_add_seconds_once (ZONES_SECONDS << self->zones_tries++,
                                                        on_zones_timer_cb, self);
      return;
    }

  self->zones_tries = 0;
  read_again (self);
  self->nearest = 0;
  review (self);
  hearten_service_look (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Looking */

gboolean
hearten_service_is_in_doubt (HeartenService *self, gint64 now)
{
  gint64 looked = hearten_ledger_get_looked (self->ledger);

  return now < BEGINNING || looked == 0 || ABS (now - looked) > LONG_AGO;
}

static gint64
trust (HeartenService *self, gint64 now)
{
  gint64 looked = hearten_ledger_get_looked (self->ledger);

  self->doubt = 0;
  self->looked = now;
  hearten_ledger_set_looked (self->ledger, now);
  return looked;
}

/* Returns from when on it is to be looked at. Also when the clock was set back: what was looked at before is
 * in the ledger and does not come twice. */
static gint64
move_on (HeartenService *self, gint64 now)
{
  gint64 after;

  if (!hearten_service_is_in_doubt (self, now))
    return trust (self, now);

  if (self->doubt == 0 || now < self->looked || now - self->looked > LONG_AGO)
    self->doubt = self->looked = now;
  after = self->looked;
  self->looked = now;
  if (now >= BEGINNING && now - self->doubt > HEARTEN_SERVICE_A_WHILE)
    trust (self, now);

  return after;
}

void
hearten_service_look (HeartenService *self)
{
  g_autoptr (GTimeZone) zone = NULL;
  gint64 now, after;

  g_return_if_fail (HEARTEN_IS_SERVICE (self) && self->ledger != NULL);

  zone = hearten_clock_dup_zone (self->clock);
  now = hearten_clock_get_now (self->clock);
  if (!self->known)
    {
      if (!load_schedule (self, NULL))
        {
          hearten_service_plan (self, now, zone);
          return;
        }
      hearten_service_review (self, now, zone);
    }
  if (is_quiet (self, now, zone))
    {
      move_on (self, now);
      wait (self, now);
      return;
    }

  if (self->zone_name != NULL && g_strcmp0 (self->zone_name, g_time_zone_get_identifier (zone)) != 0)
    hearten_service_review (self, now, zone);
  after = move_on (self, now);
  hearten_service_take_turns (self, after, now, zone);
  hearten_service_plan (self, now, zone);
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
