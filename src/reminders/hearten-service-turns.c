/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-service-private.h"

#include "hearten-memory.h"

#include "hearten-wall-time.h"

/* More than this at one moment are told of as one. */
#define FEW 3

/* An occurrence whose time has come, for the first time or again; and what is to become of it. */
typedef struct
{
  char *key;
  const HeartenScheduled *item; /* NULL when the reminder is gone */
  gint64 due;                   /* first time */
  gint64 instant;               /* this time */
  gboolean fresh;               /* was never shown */
  gboolean held;
  HeartenLedgerWhy origin; /* that of a try or of one told of with others; what becomes of it keeps it */

  HeartenLedgerState verdict; /* PENDING when it is to be shown */
  HeartenLedgerWhy why;
  gint64 until;
} Turn;

static void
turn_clear (gpointer data)
{
  Turn *turn = data;

  g_free (turn->key);
}

/* Gathering */

static void
gather_scheduled (HeartenService *self, GArray *turns, gint64 after, gint64 now, GTimeZone *zone)
{
  gint64 forgot = hearten_ledger_get_forgot (self->ledger);
  g_autoptr (GArray) dues = NULL;

  /* A clock that was set back brings nothing again that the ledger had no room for. */
  if (forgot <= now)
    after = MAX (after, forgot);

  dues = hearten_schedule_between (self->schedule, MAX (after, now - HEARTEN_SERVICE_STALE), now, zone);
  for (guint i = 0; i < dues->len; i++)
    {
      HeartenDue *due = &g_array_index (dues, HeartenDue, i);
      g_autofree char *key = hearten_occurrence_dup_key (&due->occurrence, due->item->id);
      Turn turn = { .item = due->item, .fresh = TRUE };

      if (hearten_ledger_find (self->ledger, key) != NULL)
        continue;

      turn.key = g_steal_pointer (&key);
      turn.due = turn.instant = due->occurrence.instant;
      g_array_append_val (turns, turn);
    }
}

static gboolean
comes_again (const HeartenLedgerEntry *entry, gint64 *instant)
{
  switch (entry->state)
    {
    case HEARTEN_LEDGER_STATE_SNOOZED:
    case HEARTEN_LEDGER_STATE_HELD:
      *instant = entry->until;
      return TRUE;
    case HEARTEN_LEDGER_STATE_PENDING:
      *instant = entry->until != 0 ? entry->until : entry->due;
      return TRUE;
    case HEARTEN_LEDGER_STATE_SHOWN:
    case HEARTEN_LEDGER_STATE_DONE:
    case HEARTEN_LEDGER_STATE_MISSED:
    case HEARTEN_LEDGER_STATE_SKIPPED:
    default:
      return FALSE;
    }
}

/* While the clock may be wrong, what was noted before it became so waits: it would all be missed. */
static gboolean
has_to_wait (HeartenService *self, const HeartenLedgerEntry *entry, gint64 now)
{
  return hearten_service_is_in_doubt (self, now) &&
         (self->doubt == 0 || entry->at < self->doubt || entry->at > now);
}

/* Snoozed and held ones whose time has come, and those that were about to be shown when the program ended. */
static void
gather_noted (HeartenService *self, GArray *turns, gint64 now)
{
  guint length = hearten_ledger_get_length (self->ledger);

  for (guint i = 0; i < length; i++)
    {
      const HeartenLedgerEntry *entry = hearten_ledger_get_entry (self->ledger, i);
      Turn turn = { .due = entry->due, .fresh = entry->shown == 0 };

      if (!comes_again (entry, &turn.instant) || turn.instant > now || has_to_wait (self, entry, now) ||
          g_hash_table_contains (self->asked, entry->key))
        continue;

      turn.key = g_strdup (entry->key);
      turn.origin = hearten_service_get_origin (entry);
      turn.item = hearten_service_find_item (self, entry->key);
      turn.held = entry->state == HEARTEN_LEDGER_STATE_HELD ||
                  (entry->state == HEARTEN_LEDGER_STATE_PENDING && entry->why == HEARTEN_LEDGER_WHY_QUIET);
      g_array_append_val (turns, turn);
    }
}

/* Judging */

static void
judge (HeartenService *self, Turn *turn, gint64 now, GTimeZone *zone, gint64 quiet_end)
{
  turn->verdict = HEARTEN_LEDGER_STATE_SKIPPED;
  if (turn->item == NULL)
    {
      turn->why = HEARTEN_LEDGER_WHY_GONE;
    }
  else if (hearten_manners_is_paused (hearten_schedule_get_manners (self->schedule), turn->instant))
    {
      turn->why = HEARTEN_LEDGER_WHY_PAUSED;
    }
  else if (turn->item->skip != 0 && turn->item->skip == hearten_wall_time_get_day (zone, turn->instant))
    {
      turn->why = HEARTEN_LEDGER_WHY_ALREADY;
    }
  else if (quiet_end != 0 && now - turn->instant <= HEARTEN_SERVICE_DAY)
    {
      turn->verdict = HEARTEN_LEDGER_STATE_HELD;
      turn->why = HEARTEN_LEDGER_WHY_QUIET;
      turn->until = quiet_end;
    }
  else
    {
      gboolean late = now - turn->instant > HEARTEN_SERVICE_LATE;

      turn->verdict = late ? HEARTEN_LEDGER_STATE_MISSED : HEARTEN_LEDGER_STATE_PENDING;
      turn->why = turn->held ? HEARTEN_LEDGER_WHY_QUIET : HEARTEN_LEDGER_WHY_NONE;
    }
}

HeartenLedgerWhy
hearten_service_get_origin (const HeartenLedgerEntry *entry)
{
  return entry->why == HEARTEN_LEDGER_WHY_TRY || entry->why == HEARTEN_LEDGER_WHY_TOGETHER
             ? entry->why
             : HEARTEN_LEDGER_WHY_NONE;
}

static guint
count_shown (HeartenService *self, guint32 today, GTimeZone *zone)
{
  guint length = hearten_ledger_get_length (self->ledger);
  g_autoptr (GHashTable) together = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint count = 0;

  for (guint i = 0; i < length; i++)
    {
      const HeartenLedgerEntry *entry = hearten_ledger_get_entry (self->ledger, i);

      if (entry->shown == 0 || entry->why == HEARTEN_LEDGER_WHY_TRY ||
          hearten_wall_time_get_day (zone, entry->shown) != today)
        continue;
      /* Those that were told of as one count as one. */
      if (entry->why != HEARTEN_LEDGER_WHY_TOGETHER || g_hash_table_add (together, (gpointer) &entry->shown))
        count++;
    }

  return count;
}

static gboolean
come_as_one (GArray *turns)
{
  guint count = 0, held = 0;

  for (guint i = 0; i < turns->len; i++)
    {
      const Turn *turn = &g_array_index (turns, Turn, i);

      if (turn->verdict != HEARTEN_LEDGER_STATE_PENDING)
        continue;
      count++;
      held += turn->held ? 1 : 0;
    }

  return count > FEW || held > 1;
}

/* The user's bound of a day. What was shown before and was asked for again is no new one. */
static void
keep_bound (HeartenService *self, GArray *turns, gint64 now, GTimeZone *zone)
{
  guint most = hearten_schedule_get_manners (self->schedule)->most;
  gboolean as_one = come_as_one (turns);
  guint shown;

  if (most == 0)
    return;

  shown = count_shown (self, hearten_wall_time_get_day (zone, now), zone);
  for (guint i = 0; i < turns->len; i++)
    {
      Turn *turn = &g_array_index (turns, Turn, i);

      if (turn->verdict != HEARTEN_LEDGER_STATE_PENDING || !turn->fresh)
        continue;
      if (shown < most)
        {
          shown += as_one ? 0 : 1;
          continue;
        }
      turn->verdict = HEARTEN_LEDGER_STATE_SKIPPED;
      turn->why = HEARTEN_LEDGER_WHY_MOST;
    }
}

/* Noting */

static void
note (HeartenService *self, const Turn *turn, HeartenLedgerState state, HeartenLedgerWhy why, gint64 now)
{
  HeartenLedgerEntry entry = { .key = turn->key, .state = state, .why = why, .due = turn->due, .at = now };

  if (state == HEARTEN_LEDGER_STATE_HELD)
    entry.until = turn->until;
  if (state == HEARTEN_LEDGER_STATE_PENDING)
    entry.until = turn->instant;
  if (state == HEARTEN_LEDGER_STATE_SHOWN && turn->fresh)
    entry.shown = now;
  if (entry.why == HEARTEN_LEDGER_WHY_NONE)
    entry.why = turn->origin;
  hearten_ledger_note (self->ledger, &entry);
}

static void
note_verdicts (HeartenService *self, GArray *turns, gint64 now)
{
  guint untold = hearten_ledger_get_untold (self->ledger);

  for (guint i = 0; i < turns->len; i++)
    {
      const Turn *turn = &g_array_index (turns, Turn, i);

      note (self, turn, turn->verdict, turn->why, now);
      if (turn->verdict == HEARTEN_LEDGER_STATE_MISSED && now - turn->instant <= HEARTEN_SERVICE_DAY)
        untold++;
    }

  hearten_ledger_set_untold (self->ledger, untold);
}

/* Showing */

static void
show_one (HeartenService *self, const Turn *turn, gint64 now)
{
  if (hearten_notifier_show (self->notifier, turn->key, turn->item->title,
                             hearten_scheduled_get_text (turn->item, turn->key), turn->item->page))
    note (self, turn, HEARTEN_LEDGER_STATE_SHOWN, turn->why, now);
  else
    g_hash_table_insert (self->asked, g_strdup (turn->key), NULL);
}

static void
show_as_one (HeartenService *self, GArray *turns, HeartenSummary kind, guint count, gint64 now)
{
  gboolean shown = hearten_notifier_show_summary (self->notifier, kind, count);

  for (guint i = 0; i < turns->len; i++)
    {
      const Turn *turn = &g_array_index (turns, Turn, i);

      if (turn->verdict != HEARTEN_LEDGER_STATE_PENDING)
        continue;
      if (shown)
        note (self, turn, HEARTEN_LEDGER_STATE_SHOWN, HEARTEN_LEDGER_WHY_TOGETHER, now);
      else
        g_hash_table_insert (self->asked, g_strdup (turn->key), g_strdup (hearten_summary_get_id (kind)));
    }
}

static void
show_pending (HeartenService *self, GArray *turns, gint64 now)
{
  gboolean as_one = come_as_one (turns);
  HeartenSummary kind = HEARTEN_SUMMARY_TOGETHER;
  guint count = 0;

  for (guint i = 0; i < turns->len; i++)
    {
      const Turn *turn = &g_array_index (turns, Turn, i);

      if (turn->verdict != HEARTEN_LEDGER_STATE_PENDING)
        continue;
      if (!as_one)
        show_one (self, turn, now);
      kind = turn->held ? HEARTEN_SUMMARY_QUIET : kind;
      count++;
    }

  if (as_one)
    show_as_one (self, turns, kind, count, now);
}

static void
show_missed (HeartenService *self, gint64 now, gint64 quiet_end)
{
  guint untold = hearten_ledger_get_untold (self->ledger);

  if (untold == 0 || self->told_missed > 0 || quiet_end != 0 ||
      hearten_manners_is_paused (hearten_schedule_get_manners (self->schedule), now))
    return;

  if (hearten_notifier_show_summary (self->notifier, HEARTEN_SUMMARY_MISSED, untold))
    hearten_ledger_set_untold (self->ledger, 0);
  else
    self->told_missed = untold;
}

/* Noted before it is shown and after: so a restart at any moment neither repeats nor loses it. */
void
hearten_service_take_turns (HeartenService *self, gint64 after, gint64 now, GTimeZone *zone)
{
  g_autoptr (GArray) turns = g_array_new (FALSE, FALSE, sizeof (Turn));
  gint64 quiet_end = hearten_manners_find_quiet_end (hearten_schedule_get_manners (self->schedule), now,
                                                     zone);

  g_array_set_clear_func (turns, turn_clear);
  gather_noted (self, turns, now);
  gather_scheduled (self, turns, after, now, zone);
  if (turns->len == 0 && hearten_ledger_get_untold (self->ledger) == 0)
    return;

  for (guint i = 0; i < turns->len; i++)
    judge (self, &g_array_index (turns, Turn, i), now, zone, quiet_end);
  keep_bound (self, turns, now, zone);
  note_verdicts (self, turns, now);
  hearten_service_save (self);

  show_missed (self, now, quiet_end);
  show_pending (self, turns, now);
  hearten_service_save (self);
  hearten_memory_give_back ();
}

/* What comes next */

gint64
hearten_service_find_nearest (HeartenService *self, gint64 now, GTimeZone *zone)
{
  const HeartenManners *manners = hearten_schedule_get_manners (self->schedule);
  gint64 nearest = G_MAXINT64;
  guint length = hearten_ledger_get_length (self->ledger);
  g_autoptr (GArray) upcoming = NULL;

  /* What is due in a pause is noted after it. */
  if (manners->paused_until == HEARTEN_PAUSED_ALWAYS)
    return nearest;

  upcoming = hearten_schedule_upcoming (self->schedule, MAX (now, manners->paused_until - 1), zone, 1);
  if (upcoming->len > 0)
    nearest = g_array_index (upcoming, HeartenDue, 0).occurrence.instant;

  for (guint i = 0; i < length; i++)
    {
      const HeartenLedgerEntry *entry = hearten_ledger_get_entry (self->ledger, i);
      gboolean waits = has_to_wait (self, entry, now);
      gint64 instant;

      if (!comes_again (entry, &instant) || g_hash_table_contains (self->asked, entry->key))
        continue;
      /* Then the clock is believed; one before any Hearten there was never is. */
      if (waits)
        instant = self->doubt + HEARTEN_SERVICE_A_WHILE + 1;
      if (!waits || instant > now)
        nearest = MIN (nearest, MAX (instant, manners->paused_until));
    }

  return nearest;
}

/* Changes under what was noted */

static gboolean
review_entry (HeartenService *self, HeartenLedgerEntry *entry, gint64 now, GTimeZone *zone)
{
  const HeartenManners *manners = hearten_schedule_get_manners (self->schedule);
  const HeartenScheduled *item;
  gint64 until;

  if (entry->state == HEARTEN_LEDGER_STATE_HELD && has_to_wait (self, entry, now))
    return FALSE;
  if (entry->state == HEARTEN_LEDGER_STATE_HELD)
    {
      until = hearten_manners_find_quiet_end (manners, now, zone);
      until = until != 0 ? until : MIN (entry->until, now);
      if (until == entry->until)
        return FALSE;
      entry->until = until;
      return TRUE;
    }

  item = entry->state == HEARTEN_LEDGER_STATE_SHOWN ? hearten_service_find_item (self, entry->key) : NULL;
  if (item == NULL || item->skip == 0 || item->skip != hearten_wall_time_get_day (zone, entry->due))
    return FALSE;

  entry->state = HEARTEN_LEDGER_STATE_DONE;
  entry->why = HEARTEN_LEDGER_WHY_ALREADY;
  entry->at = now;
  return TRUE;
}

void
hearten_service_review (HeartenService *self, gint64 now, GTimeZone *zone)
{
  gboolean changed = FALSE;

  if (!self->known)
    return;

  /* Noting moves an entry to the end: backwards, each is looked at once. */
  for (guint i = hearten_ledger_get_length (self->ledger); i > 0; i--)
    {
      HeartenLedgerEntry entry = *hearten_ledger_get_entry (self->ledger, i - 1);
      g_autofree char *key = g_strdup (entry.key);

      entry.key = key;
      if (!review_entry (self, &entry, now, zone))
        continue;

      hearten_ledger_note (self->ledger, &entry);
      if (entry.state == HEARTEN_LEDGER_STATE_DONE)
        hearten_notifier_withdraw (self->notifier, key);
      changed = TRUE;
    }

  if (changed)
    hearten_service_save (self);
}
