/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-context.h"

#include "hearten-words.h"

struct _HeartenContext
{
  GObject parent_instance;

  GPtrArray *parts;  /* in the order in which they were built; it owns them */
  GPtrArray *models; /* those that keep records, in the order in which they are read */

  HeartenClock *clock;
  HeartenStore *store;
  HeartenAbsence *absence;
  HeartenTips *tips;
  HeartenSituations *situations;
  HeartenSpaces *spaces;
  HeartenWeathers *weathers;
  HeartenPractices *practices;
  HeartenReminders *reminders;
  HeartenUrges *urges;
  HeartenSittings *sittings;
  HeartenIntentions *intentions;
  HeartenCheckins *checkins;
  HeartenDecks *decks;
  HeartenGate *gate;
  HeartenLetters *letters;
  HeartenItems *items;
  HeartenJournal *journal;
  HeartenAnchors *anchors;
  HeartenReminderClient *reminder_client;
  HeartenReminderSettings *reminder_settings;
  HeartenReminderWords *reminder_words;
  HeartenDoneToday *done_today;
  HeartenDrafts *drafts;
  HeartenScheduleWriter *schedule_writer;

  HeartenContextState state;
  char *problem;
  gboolean away;
  gboolean watching;
  guint loading;
  guint midnight_timer;
};

G_DEFINE_FINAL_TYPE (HeartenContext, hearten_context, G_TYPE_OBJECT)
G_DEFINE_ENUM_TYPE (HeartenContextState,
                    hearten_context_state,
                    G_DEFINE_ENUM_VALUE (HEARTEN_CONTEXT_OPENING, "opening"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_CONTEXT_READY, "ready"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_CONTEXT_FAILED, "failed"))

enum { PROP_0, PROP_STATE, PROP_PROBLEM, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
set_state (HeartenContext *self, HeartenContextState state, const char *problem)
{
  if (g_set_str (&self->problem, problem))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

/* A tip is begun with the first page written about it. */
static void
on_journal_changed_cb (HeartenContext *self, HeartenEntry *entry)
{
  const char *tip = hearten_entry_get_tip (entry);

  if (tip != NULL && hearten_record_get_deleted (HEARTEN_RECORD (entry)) == 0)
    hearten_practices_begin (self->practices, tip);
}

/* What is missing is looked for, and then the trash is swept, when everything was read, and at midnight where
 * the program runs that long. */

static void on_midnight_cb (gpointer user_data);

static guint
count_seconds_to_midnight (HeartenClock *clock)
{
  g_autoptr (GDateTime) now = hearten_clock_dup_local (clock);
  g_autoptr (GDateTime) tomorrow = g_date_time_add_days (now, 1);
  g_autoptr (GDateTime) midnight = g_date_time_new (
      g_date_time_get_timezone (now), g_date_time_get_year (tomorrow), g_date_time_get_month (tomorrow),
      g_date_time_get_day_of_month (tomorrow), 0, 0, 0);

  return g_date_time_difference (midnight != NULL ? midnight : tomorrow, now) / G_TIME_SPAN_SECOND + 1;
}

static void
sweep (HeartenContext *self)
{
  /* What goes here would go on every device. */
  if (hearten_absence_get_frozen (self->absence) || hearten_store_get_obstacle (self->store) != NULL)
    return;
  /* First: without the tombstone that goes next, an older copy would be taken for the record itself. */
  hearten_store_settle_copies (self->store);
  for (guint i = 0; i < self->models->len; i++)
    hearten_records_sweep (self->models->pdata[i]);
}

static void
on_looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeartenContext) self = user_data;
  g_autoptr (GError) error = NULL;

  if (hearten_absence_look_finish (HEARTEN_ABSENCE (source), result, &error))
    sweep (self);
  else
    g_message ("%s", error->message);
  if (!self->watching)
    hearten_store_watch (self->store);
  self->watching = TRUE;
}

static void
look (HeartenContext *self)
{
  g_autoptr (GHashTable) tombstones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->models->len; i++)
    hearten_records_add_tombstones (self->models->pdata[i], tombstones);
  hearten_absence_look_async (self->absence, tombstones, self->models, on_looked_cb, g_object_ref (self));
  g_clear_handle_id (&self->midnight_timer, g_source_remove);
  self->midnight_timer = g_timeout_add_seconds_once (count_seconds_to_midnight (self->clock), on_midnight_cb,
                                                     self);
}

static void
on_midnight_cb (gpointer user_data)
{
  HeartenContext *self = user_data;

  self->midnight_timer = 0;
  look (self);
}

/* Opening */

/* The journal was moved while it was open. */
static void
on_folder_changed_cb (HeartenContext *self)
{
  if (self->state == HEARTEN_CONTEXT_READY)
    hearten_store_watch (self->store);
}

static void
on_records_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeartenContext) self = user_data;
  g_autoptr (GError) error = NULL;

  self->loading--;
  if (!hearten_records_load_finish (HEARTEN_RECORDS (source), result, &error))
    set_state (self, HEARTEN_CONTEXT_FAILED, error->message);
  else if (self->loading == 0 && self->state == HEARTEN_CONTEXT_OPENING)
    {
      hearten_letters_start (self->letters);
      hearten_sittings_start (self->sittings);
      hearten_schedule_writer_start (self->schedule_writer);
      set_state (self, HEARTEN_CONTEXT_READY, NULL);
      look (self);
    }
}

static void
on_store_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeartenContext) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!hearten_store_open_finish (HEARTEN_STORE (source), result, &error))
    {
      self->away = g_error_matches (error, HEARTEN_ERROR, HEARTEN_ERROR_AWAY);
      set_state (self, HEARTEN_CONTEXT_FAILED, error->message);
      return;
    }
  self->loading = self->models->len;
  for (guint i = 0; i < self->models->len; i++)
    hearten_records_load_async (self->models->pdata[i], on_records_loaded_cb, g_object_ref (self));
}

void
hearten_context_open (HeartenContext *self)
{
  g_return_if_fail (HEARTEN_IS_CONTEXT (self));

  /* The kinds are read side by side: one has failed, and others of the last attempt are still on their way.
   */
  if (self->loading > 0)
    return;
  self->away = self->watching = FALSE;
  set_state (self, HEARTEN_CONTEXT_OPENING, NULL);
  hearten_store_open_async (self->store, NULL, on_store_opened_cb, g_object_ref (self));
}

/* GObject */

static void
hearten_context_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  HeartenContext *self = HEARTEN_CONTEXT (object);

  switch (prop_id)
    {
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearten_context_finalize (GObject *object)
{
  HeartenContext *self = HEARTEN_CONTEXT (object);

  g_clear_handle_id (&self->midnight_timer, g_source_remove);
  /* Each before what it was built on */
  while (self->parts->len > 0)
    g_ptr_array_remove_index (self->parts, self->parts->len - 1);
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->models);
  g_clear_pointer (&self->problem, g_free);

  G_OBJECT_CLASS (hearten_context_parent_class)->finalize (object);
}

static void
hearten_context_class_init (HeartenContextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = hearten_context_get_property;
  object_class->finalize = hearten_context_finalize;

  /**
   * HeartenContext:state:
   *
   * How far opening has come.
   */
  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, HEARTEN_TYPE_CONTEXT_STATE,
                                              HEARTEN_CONTEXT_OPENING, flags);
  /**
   * HeartenContext:problem: (nullable)
   *
   * What happened, what is safe and what to do, where the folder could not be opened.
   */
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hearten_context_init (HeartenContext *self)
{
  self->parts = g_ptr_array_new_with_free_func (g_object_unref);
  self->models = g_ptr_array_new ();
}

/* Building */

static gpointer
add_part (HeartenContext *self, gpointer part)
{
  g_ptr_array_add (self->parts, part);
  return part;
}

static gpointer
add_model (HeartenContext *self, gpointer model)
{
  g_ptr_array_add (self->models, model);
  return add_part (self, model);
}

/* The small kinds first: Today needs them whole, and the journal shows its newest pages all the same. */
static void
add_models (HeartenContext *self)
{
  self->situations = add_model (self, hearten_situations_new (self->store));
  self->spaces = add_model (self, hearten_spaces_new (self->store));
  self->weathers = add_model (self, hearten_weathers_new (self->store));
  self->practices = add_model (self, hearten_practices_new (self->store));
  self->reminders = add_model (self, hearten_reminders_new (self->store));
  self->urges = add_model (self, hearten_urges_new (self->store));
  self->sittings = add_model (self, hearten_sittings_new (self->store));
  self->intentions = add_model (self, hearten_intentions_new (self->store));
  self->checkins = add_model (self, hearten_checkins_new (self->store));
  self->decks = add_model (self, hearten_decks_new (self->store));
  self->gate = add_part (self, hearten_gate_new (self->situations, self->spaces));
  self->letters = add_model (self,
                             hearten_letters_new (self->store, self->reminders, self->weathers, self->gate));
  self->items = add_model (self, hearten_items_new (self->store));
  self->journal = add_model (self, hearten_journal_new (self->store));
}

static void
add_reminding (HeartenContext *self)
{
  self->anchors = add_part (self, hearten_anchors_new (self->spaces));
  hearten_anchors_add_plans (self->anchors, self->items, self->tips, self->gate);
  hearten_reminders_set_anchors (self->reminders, self->anchors);
  self->reminder_client = add_part (self, hearten_reminder_client_new ());
  self->reminder_settings = add_part (self, hearten_reminder_settings_new (self->clock));
  self->reminder_words = add_part (
      self, hearten_reminder_words_new (self->reminders, self->situations, self->spaces));
  self->done_today = add_part (self, hearten_done_today_new (self->practices, self->journal, self->weathers));
  self->schedule_writer = add_part (
      self, hearten_schedule_writer_new (self->reminders, self->reminder_settings, self->reminder_words,
                                         self->done_today, self->reminder_client));
}

/* Public */

HeartenContext *
hearten_context_new (const char *folder, const char *state_folder, HeartenClock *clock)
{
  HeartenContext *self = g_object_new (HEARTEN_TYPE_CONTEXT, NULL);
  g_autofree char *data = g_build_filename (g_get_user_data_dir (), "hearten", NULL);
  g_autofree char *state = g_build_filename (g_get_user_state_dir (), "hearten", NULL);

  self->clock = add_part (self, g_object_ref (clock));
  self->store = add_part (self, hearten_store_new (folder != NULL ? folder : data,
                                                   state_folder != NULL ? state_folder : state, clock));
  self->drafts = add_part (self, hearten_drafts_new (hearten_store_get_state_folder (self->store)));
  self->absence = add_part (self, hearten_absence_new (self->store));
  self->tips = add_part (self, hearten_tips_new (HEARTEN_TIPS_PATH));
  add_models (self);
  add_reminding (self);
  g_signal_connect_object (self->absence, "notify::frozen", G_CALLBACK (sweep), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->journal, "changed", G_CALLBACK (on_journal_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "notify::folder", G_CALLBACK (on_folder_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

HeartenContextState
hearten_context_get_state (HeartenContext *self)
{
  return self->state;
}

const char *
hearten_context_get_problem (HeartenContext *self)
{
  return self->problem;
}

gboolean
hearten_context_is_away (HeartenContext *self)
{
  return self->away;
}

static HeartenRecords *
find_model (HeartenContext *self, GType type)
{
  for (guint i = 0; i < self->models->len; i++)
    if (g_list_model_get_item_type (self->models->pdata[i]) == type)
      return self->models->pdata[i];
  return NULL;
}

HeartenRecord *
hearten_context_find_record (HeartenContext *self, GType type, const char *id)
{
  HeartenRecords *model = find_model (self, type);

  return model != NULL ? hearten_records_find (model, id) : NULL;
}

HeartenRecords *
hearten_context_find_records (HeartenContext *self, HeartenRecord *record)
{
  return find_model (self, G_OBJECT_TYPE (record));
}

static gboolean
is_undecided (HeartenContext *self, HeartenRecord *record)
{
  g_autoptr (GPtrArray) versions = NULL;
  g_autofree char *words = NULL;
  gint64 now = hearten_clock_get_now (self->clock);

  if (hearten_record_get_n_versions (record) < 2 || hearten_record_is_read_only (record))
    return FALSE;
  if (HEARTEN_IS_ENTRY (record)) /* its weather and star are the user's too */
    return TRUE;
  versions = hearten_record_dup_versions (record);
  words = hearten_words_dup (self->tips, now, record);
  for (guint i = 0; i < versions->len; i++)
    {
      g_autofree char *other = hearten_words_dup (self->tips, now, versions->pdata[i]);

      if (!g_str_equal (words, other))
        return TRUE;
    }
  return FALSE;
}

GPtrArray *
hearten_context_dup_undecided (HeartenContext *self)
{
  GPtrArray *undecided = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (HEARTEN_IS_CONTEXT (self), undecided);

  for (guint i = 0; i < self->models->len; i++)
    for (guint j = 0; j < g_list_model_get_n_items (self->models->pdata[i]); j++)
      {
        g_autoptr (HeartenRecord) record = g_list_model_get_item (self->models->pdata[i], j);

        if (is_undecided (self, record))
          g_ptr_array_add (undecided, g_steal_pointer (&record));
      }
  return undecided;
}

#define DEFINE_GETTER(Type, part)                                                                            \
  Type *hearten_context_get_##part (HeartenContext *self) { return self->part; }

DEFINE_GETTER (HeartenClock, clock)
DEFINE_GETTER (HeartenStore, store)
DEFINE_GETTER (HeartenAbsence, absence)
DEFINE_GETTER (HeartenTips, tips)
DEFINE_GETTER (HeartenSituations, situations)
DEFINE_GETTER (HeartenSpaces, spaces)
DEFINE_GETTER (HeartenWeathers, weathers)
DEFINE_GETTER (HeartenPractices, practices)
DEFINE_GETTER (HeartenReminders, reminders)
DEFINE_GETTER (HeartenUrges, urges)
DEFINE_GETTER (HeartenSittings, sittings)
DEFINE_GETTER (HeartenIntentions, intentions)
DEFINE_GETTER (HeartenCheckins, checkins)
DEFINE_GETTER (HeartenDecks, decks)
DEFINE_GETTER (HeartenGate, gate)
DEFINE_GETTER (HeartenLetters, letters)
DEFINE_GETTER (HeartenItems, items)
DEFINE_GETTER (HeartenJournal, journal)
DEFINE_GETTER (HeartenAnchors, anchors)
DEFINE_GETTER (HeartenReminderClient, reminder_client)
DEFINE_GETTER (HeartenReminderSettings, reminder_settings)
DEFINE_GETTER (HeartenReminderWords, reminder_words)
DEFINE_GETTER (HeartenDrafts, drafts)
DEFINE_GETTER (HeartenScheduleWriter, schedule_writer)

HeartenTipFace *
hearten_context_get_face (HeartenContext *self, HeartenTip *tip)
{
  return hearten_gate_face (tip, hearten_gate_get_allows_contact (self->gate));
}
