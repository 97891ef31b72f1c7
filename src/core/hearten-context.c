/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-context.h"

struct _HeartenContext
{
  GObject parent_instance;

  HeartenClock *clock;
  HeartenStore *store;
  HeartenAbsence *absence;
  HeartenTips *tips;
  HeartenDecks *decks;
  HeartenJournal *journal;
  HeartenLetters *letters;
  HeartenPractices *practices;
  HeartenReminders *reminders;
  HeartenReminderClient *reminder_client;
  HeartenReminderSettings *reminder_settings;
  HeartenReminderWords *reminder_words;
  HeartenSituations *situations;
  HeartenSittings *sittings;
  HeartenSpaces *spaces;
  HeartenUrges *urges;
  HeartenWeathers *weathers;
  HeartenItems *items;
  HeartenIntentions *intentions;
  HeartenCheckins *checkins;
  HeartenGate *gate;
  HeartenAnchors *anchors;
  HeartenDoneToday *done_today;
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

/* The small kinds first: Today needs them whole, and the journal shows its newest pages all the same. */
/* clang-format off */
#define MODELS(self)                                                                                         \
  {                                                                                                          \
    (self)->situations,                                                                                      \
    (self)->spaces,                                                                                          \
    (self)->weathers,                                                                                        \
    (self)->practices,                                                                                       \
    (self)->reminders,                                                                                       \
    (self)->urges,                                                                                           \
    (self)->sittings,                                                                                        \
    (self)->intentions,                                                                                      \
    (self)->checkins,                                                                                        \
    (self)->decks,                                                                                           \
    (self)->letters,                                                                                         \
    (self)->items,                                                                                           \
    (self)->journal,                                                                                         \
  }
/* clang-format on */

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
  gpointer models[] = MODELS (self);

  /* What goes here would go on every device. */
  if (hearten_absence_get_frozen (self->absence) || hearten_store_get_obstacle (self->store) != NULL)
    return;
  /* First: without the tombstone that goes next, an older copy would be taken for the record itself. */
  hearten_store_settle_copies (self->store);
  for (guint i = 0; i < G_N_ELEMENTS (models); i++)
    hearten_records_sweep (models[i]);
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
  gpointer models[] = MODELS (self);
  g_autoptr (GHashTable) loaded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) tombstones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (models); i++)
    hearten_records_add_ids (models[i], loaded, tombstones);
  hearten_absence_look_async (self->absence, tombstones, loaded, on_looked_cb, g_object_ref (self));
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
  gpointer models[] = MODELS (self);

  if (!hearten_store_open_finish (HEARTEN_STORE (source), result, &error))
    {
      self->away = g_error_matches (error, HEARTEN_ERROR, HEARTEN_ERROR_AWAY);
      set_state (self, HEARTEN_CONTEXT_FAILED, error->message);
      return;
    }
  self->loading = G_N_ELEMENTS (models);
  for (guint i = 0; i < G_N_ELEMENTS (models); i++)
    hearten_records_load_async (models[i], on_records_loaded_cb, g_object_ref (self));
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
  g_clear_object (&self->schedule_writer);
  g_clear_object (&self->letters);
  g_clear_object (&self->decks);
  g_clear_object (&self->anchors);
  g_clear_object (&self->done_today);
  g_clear_object (&self->gate);
  g_clear_object (&self->checkins);
  g_clear_object (&self->intentions);
  g_clear_object (&self->items);
  g_clear_object (&self->weathers);
  g_clear_object (&self->urges);
  g_clear_object (&self->spaces);
  g_clear_object (&self->sittings);
  g_clear_object (&self->situations);
  g_clear_object (&self->reminders);
  g_clear_object (&self->reminder_words);
  g_clear_object (&self->reminder_client);
  g_clear_object (&self->reminder_settings);
  g_clear_object (&self->practices);
  g_clear_object (&self->journal);
  g_clear_object (&self->tips);
  g_clear_object (&self->absence);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
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
}

/* Public */

HeartenContext *
hearten_context_new (const char *folder, const char *state_folder, HeartenClock *clock)
{
  HeartenContext *self = g_object_new (HEARTEN_TYPE_CONTEXT, NULL);
  g_autofree char *data = g_build_filename (g_get_user_data_dir (), "hearten", NULL);
  g_autofree char *state = g_build_filename (g_get_user_state_dir (), "hearten", NULL);

  self->clock = g_object_ref (clock);
  self->store = hearten_store_new (folder != NULL ? folder : data,
                                   state_folder != NULL ? state_folder : state, clock);
  self->absence = hearten_absence_new (self->store);
  g_signal_connect_object (self->absence, "notify::frozen", G_CALLBACK (sweep), self, G_CONNECT_SWAPPED);
  self->tips = hearten_tips_new (HEARTEN_TIPS_PATH);
  self->journal = hearten_journal_new (self->store);
  self->practices = hearten_practices_new (self->store);
  self->reminders = hearten_reminders_new (self->store);
  self->reminder_settings = hearten_reminder_settings_new (clock);
  self->situations = hearten_situations_new (self->store);
  self->sittings = hearten_sittings_new (self->store);
  self->spaces = hearten_spaces_new (self->store);
  self->urges = hearten_urges_new (self->store);
  self->weathers = hearten_weathers_new (self->store);
  self->items = hearten_items_new (self->store);
  self->intentions = hearten_intentions_new (self->store);
  self->checkins = hearten_checkins_new (self->store);
  self->gate = hearten_gate_new (self->situations, self->spaces);
  self->anchors = hearten_anchors_new (self->spaces);
  hearten_anchors_add_items (self->anchors, self->items);
  hearten_reminders_set_anchors (self->reminders, self->anchors);
  self->decks = hearten_decks_new (self->store);
  self->letters = hearten_letters_new (self->store, self->reminders, self->weathers, self->gate);
  self->reminder_client = hearten_reminder_client_new ();
  self->reminder_words = hearten_reminder_words_new (self->reminders, self->situations, self->spaces);
  self->done_today = hearten_done_today_new (self->practices, self->journal, self->weathers);
  self->schedule_writer = hearten_schedule_writer_new (self->reminders, self->reminder_settings,
                                                       self->reminder_words, self->done_today,
                                                       self->reminder_client);
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

HeartenRecord *
hearten_context_find_record (HeartenContext *self, GType type, const char *id)
{
  gpointer models[] = MODELS (self);

  for (guint i = 0; i < G_N_ELEMENTS (models); i++)
    if (g_list_model_get_item_type (models[i]) == type)
      return hearten_records_find (models[i], id);
  return NULL;
}

HeartenAbsence *
hearten_context_get_absence (HeartenContext *self)
{
  return self->absence;
}

HeartenClock *
hearten_context_get_clock (HeartenContext *self)
{
  return self->clock;
}

HeartenStore *
hearten_context_get_store (HeartenContext *self)
{
  return self->store;
}

HeartenTips *
hearten_context_get_tips (HeartenContext *self)
{
  return self->tips;
}

HeartenDecks *
hearten_context_get_decks (HeartenContext *self)
{
  return self->decks;
}

HeartenLetters *
hearten_context_get_letters (HeartenContext *self)
{
  return self->letters;
}

HeartenJournal *
hearten_context_get_journal (HeartenContext *self)
{
  return self->journal;
}

HeartenPractices *
hearten_context_get_practices (HeartenContext *self)
{
  return self->practices;
}

HeartenReminders *
hearten_context_get_reminders (HeartenContext *self)
{
  return self->reminders;
}

HeartenReminderClient *
hearten_context_get_reminder_client (HeartenContext *self)
{
  return self->reminder_client;
}

HeartenReminderSettings *
hearten_context_get_reminder_settings (HeartenContext *self)
{
  return self->reminder_settings;
}

HeartenReminderWords *
hearten_context_get_reminder_words (HeartenContext *self)
{
  return self->reminder_words;
}

HeartenScheduleWriter *
hearten_context_get_schedule_writer (HeartenContext *self)
{
  return self->schedule_writer;
}

HeartenSituations *
hearten_context_get_situations (HeartenContext *self)
{
  return self->situations;
}

HeartenSittings *
hearten_context_get_sittings (HeartenContext *self)
{
  return self->sittings;
}

HeartenSpaces *
hearten_context_get_spaces (HeartenContext *self)
{
  return self->spaces;
}

HeartenUrges *
hearten_context_get_urges (HeartenContext *self)
{
  return self->urges;
}

HeartenWeathers *
hearten_context_get_weathers (HeartenContext *self)
{
  return self->weathers;
}

HeartenAnchors *
hearten_context_get_anchors (HeartenContext *self)
{
  return self->anchors;
}

HeartenGate *
hearten_context_get_gate (HeartenContext *self)
{
  return self->gate;
}

HeartenItems *
hearten_context_get_items (HeartenContext *self)
{
  return self->items;
}

HeartenIntentions *
hearten_context_get_intentions (HeartenContext *self)
{
  return self->intentions;
}

HeartenCheckins *
hearten_context_get_checkins (HeartenContext *self)
{
  return self->checkins;
}

HeartenTipFace *
hearten_context_get_face (HeartenContext *self, HeartenTip *tip)
{
  return hearten_gate_face (tip, hearten_gate_get_allows_contact (self->gate));
}
