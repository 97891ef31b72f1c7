/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-done-today.h"

#include "hearten-wall-time.h"

struct _HeartenDoneToday
{
  GObject parent_instance;

  HeartenPractices *practices;
  HeartenJournal *journal;
  HeartenWeathers *weathers;
  char *last; /* what was done when it was last looked at */
};

G_DEFINE_FINAL_TYPE (HeartenDoneToday, hearten_done_today, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static HeartenClock *
get_clock (HeartenDoneToday *self)
{
  return hearten_store_get_clock (hearten_records_get_store (HEARTEN_RECORDS (self->journal)));
}

/* Looking */

static gboolean
was_practised (HeartenDoneToday *self, const char *tip, guint32 today)
{
  HeartenPractice *practice = hearten_practices_find (self->practices, tip);
  GDate last;

  return practice != NULL && hearten_practice_get_state (practice) == HEARTEN_PRACTICE_STATE_PRACTISED &&
         hearten_practice_get_last (practice, &last) && g_date_get_julian (&last) == today;
}

/* The newest come first. */
static gboolean
has_page (HeartenDoneToday *self, guint32 today)
{
  g_autoptr (GTimeZone) zone = hearten_clock_dup_zone (get_clock (self));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->journal));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HeartenEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->journal), i);
      guint32 day = hearten_wall_time_get_day (zone, hearten_record_get_created (HEARTEN_RECORD (entry)));

      if (day == today && !hearten_entry_is_blank (entry))
        return TRUE;
      if (day < today)
        return FALSE;
    }

  return FALSE;
}

static gboolean
has_weather (HeartenDoneToday *self)
{
  g_autoptr (GDateTime) now = hearten_clock_dup_local (get_clock (self));

  return hearten_weathers_get_mood (self->weathers, now) != HEARTEN_MOOD_UNSET;
}

/* Following */

static char *
describe (HeartenDoneToday *self)
{
  guint32 today = hearten_done_today_get_day (self);
  GString *text = g_string_new (has_page (self, today) ? "page " : "");
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->practices));

  g_string_append_printf (text, "%s%u", has_weather (self) ? "weather " : "", today);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HeartenPractice) practice = g_list_model_get_item (G_LIST_MODEL (self->practices), i);
      const char *tip = hearten_practice_get_tip (practice);

      if (was_practised (self, tip, today))
        g_string_append_printf (text, " %s", tip);
    }

  return g_string_free_and_steal (text);
}

/* A page changes with every word; what was done does not. */
static void
update (HeartenDoneToday *self)
{
  g_autofree char *text = describe (self);

  if (g_set_str (&self->last, text))
    g_signal_emit (self, signals[CHANGED], 0);
}

/* The object */

static void
hearten_done_today_finalize (GObject *object)
{
  HeartenDoneToday *self = HEARTEN_DONE_TODAY (object);

  g_clear_object (&self->practices);
  g_clear_object (&self->journal);
  g_clear_object (&self->weathers);
  g_free (self->last);

  G_OBJECT_CLASS (hearten_done_today_parent_class)->finalize (object);
}

static void
hearten_done_today_class_init (HeartenDoneTodayClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hearten_done_today_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
hearten_done_today_init (HeartenDoneToday *self)
{
}

/* Public */

HeartenDoneToday *
hearten_done_today_new (HeartenPractices *practices, HeartenJournal *journal, HeartenWeathers *weathers)
{
  HeartenDoneToday *self;

  g_return_val_if_fail (HEARTEN_IS_PRACTICES (practices), NULL);
  g_return_val_if_fail (HEARTEN_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (HEARTEN_IS_WEATHERS (weathers), NULL);

  self = g_object_new (HEARTEN_TYPE_DONE_TODAY, NULL);
  self->practices = g_object_ref (practices);
  self->journal = g_object_ref (journal);
  self->weathers = g_object_ref (weathers);
  return self;
}

void
hearten_done_today_start (HeartenDoneToday *self)
{
  gpointer models[] = { self->practices, self->journal, self->weathers };

  g_return_if_fail (HEARTEN_IS_DONE_TODAY (self));
  if (self->last != NULL)
    return;

  self->last = describe (self);
  for (guint i = 0; i < G_N_ELEMENTS (models); i++)
    {
      g_signal_connect_object (models[i], "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (models[i], "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }
}

gboolean
hearten_done_today_includes (HeartenDoneToday *self, HeartenReminder *reminder)
{
  guint32 today;

  g_return_val_if_fail (HEARTEN_IS_DONE_TODAY (self) && HEARTEN_IS_REMINDER (reminder), FALSE);

  today = hearten_done_today_get_day (self);
  switch (hearten_reminder_get_unless (reminder))
    {
    case HEARTEN_UNLESS_PRACTISED:
      return was_practised (self, hearten_reminder_get_page (reminder), today);
    case HEARTEN_UNLESS_WRITTEN:
      return has_page (self, today);
    case HEARTEN_UNLESS_WEATHER:
      return has_weather (self);
    case HEARTEN_UNLESS_NOTHING:
    default:
      return FALSE;
    }
}

guint32
hearten_done_today_get_day (HeartenDoneToday *self)
{
  g_autoptr (GTimeZone) zone = NULL;

  g_return_val_if_fail (HEARTEN_IS_DONE_TODAY (self), 0);

  zone = hearten_clock_dup_zone (get_clock (self));
  return hearten_wall_time_get_day (zone, hearten_clock_get_now (get_clock (self)));
}
