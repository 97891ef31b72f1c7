/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-schedule-writer.h"

#include <glib/gi18n-lib.h>

#include "hearten-durable.h"
#include "hearten-schedule.h"

#define SETTLE_MILLISECONDS 200

struct _HeartenScheduleWriter
{
  GObject parent_instance;

  HeartenReminders *reminders;
  HeartenReminderSettings *settings;
  HeartenReminderWords *words;
  HeartenDoneToday *done; /* or NULL */
  HeartenReminderClient *client;
  char *path;

  gboolean started;
  gboolean changed; /* since the last write began */
  gboolean busy;    /* writing or telling the service */
  guint settle_id;
  GList *waiting; /* of GTask: flushes */
  char *problem;
};

G_DEFINE_FINAL_TYPE (HeartenScheduleWriter, hearten_schedule_writer, G_TYPE_OBJECT)

enum { PROP_0, PROP_REMINDERS, PROP_SETTINGS, PROP_WORDS, PROP_DONE, PROP_CLIENT, PROP_PROBLEM, N_PROPS };

static GParamSpec *properties[N_PROPS];

static void write_now (HeartenScheduleWriter *self);

/* What the service gets to know */

static void
add_reminder (HeartenScheduleWriter *self, HeartenSchedule *schedule, HeartenReminder *reminder)
{
  g_autoptr (HeartenRule) rule = hearten_reminders_dup_rule (self->reminders, reminder);
  gboolean shown = hearten_reminder_words_may_show (self->words);
  const char *id = hearten_record_get_id (HEARTEN_RECORD (reminder));
  const char *body = shown ? hearten_reminder_get_text (reminder) : hearten_reminder_words_get_neutral ();

  if (rule == NULL)
    return;

  hearten_schedule_add (schedule, id, rule, "Hearten", body, hearten_reminder_get_page (reminder),
                        hearten_reminders_get_since (self->reminders, reminder));
  if (self->done != NULL && hearten_done_today_includes (self->done, reminder))
    hearten_schedule_skip (schedule, id, hearten_done_today_get_day (self->done));
  if (shown && hearten_reminder_get_wording (reminder) != HEARTEN_WORDING_OWN)
    {
      g_auto (GStrv) texts = hearten_reminder_words_dup_texts (self->words, reminder);

      hearten_schedule_set_texts (schedule, id, (const char *const *) texts);
    }
}

static HeartenSchedule *
make_schedule (HeartenScheduleWriter *self)
{
  g_autoptr (HeartenSchedule) schedule = hearten_schedule_new ();
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->reminders));

  hearten_schedule_set_manners (schedule, hearten_reminder_settings_get_manners (self->settings));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HeartenReminder) reminder = g_list_model_get_item (G_LIST_MODEL (self->reminders), i);

      if (hearten_reminders_may_come (self->reminders, reminder))
        add_reminder (self, schedule, reminder);
    }

  return g_steal_pointer (&schedule);
}

/* Ending */

static void
set_problem (HeartenScheduleWriter *self, const char *problem)
{
  if (g_set_str (&self->problem, problem))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

static void
take_problem (HeartenScheduleWriter *self, const char *sentences, const GError *error)
{
  g_autofree char *problem = g_strdup_printf ("%s (%s)", sentences, error->message);

  set_problem (self, problem);
}

static void
answer_waiting (HeartenScheduleWriter *self)
{
  GList *waiting = g_steal_pointer (&self->waiting);

  for (GList *l = waiting; l != NULL; l = l->next)
    {
      if (self->problem == NULL)
        g_task_return_boolean (l->data, TRUE);
      else
        g_task_return_new_error_literal (l->data, G_IO_ERROR, G_IO_ERROR_FAILED, self->problem);
    }
  g_list_free_full (waiting, g_object_unref);
}

static void
finish (HeartenScheduleWriter *self)
{
  self->busy = FALSE;
  if (self->changed && (self->waiting != NULL || self->settle_id == 0))
    write_now (self);
  else
    answer_waiting (self);
}

/* Telling the service */

static void
on_reloaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeartenScheduleWriter) self = user_data;
  g_autoptr (GError) error = NULL;

  if (hearten_reminder_client_call_finish (HEARTEN_REMINDER_CLIENT (source), result, &error))
    set_problem (self, NULL);
  else
    take_problem (self,
                  _ ("The part of Hearten that shows reminders could not be reached, so none will come. "
                     "Your reminders are kept."),
                  error);
  finish (self);
}

/* Writing */

typedef struct
{
  char *path;
  GBytes *bytes;
  gboolean empty;
} Write;

static void
write_free (gpointer data)
{
  Write *job = data;

  g_free (job->path);
  g_bytes_unref (job->bytes);
  g_free (job);
}

static gboolean
is_true_already (Write *job)
{
  g_autoptr (GFile) file = g_file_new_for_path (job->path);
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);

  return bytes != NULL ? g_bytes_equal (bytes, job->bytes) : job->empty && !g_file_query_exists (file, NULL);
}

static void
write_on_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Write *job = task_data;
  GError *error = NULL;

  if (is_true_already (job) || hearten_durable_write (job->path, job->bytes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HeartenScheduleWriter *self = HEARTEN_SCHEDULE_WRITER (source);
  Write *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      hearten_reminder_client_reload_async (self->client, !job->empty, NULL, on_reloaded_cb,
                                            g_object_ref (self));
      return;
    }

  self->changed = TRUE;
  take_problem (self,
                _ ("The times of your reminders could not be written, so they come as they were before. "
                   "Your reminders are kept."),
                error);
  self->busy = FALSE;
  answer_waiting (self);
}

static void
write_now (HeartenScheduleWriter *self)
{
  g_autoptr (HeartenSchedule) schedule = make_schedule (self);
  g_autoptr (GTask) task = g_task_new (self, NULL, on_written_cb, NULL);
  Write *job = g_new0 (Write, 1);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->changed = FALSE;
  self->busy = TRUE;

  job->path = g_strdup (self->path);
  job->bytes = hearten_schedule_to_bytes (schedule);
  job->empty = hearten_schedule_get_length (schedule) == 0;
  g_task_set_source_tag (task, write_now);
  g_task_set_task_data (task, job, write_free);
  g_task_run_in_thread (task, write_on_worker);
}

/* Following the reminders */

static void
on_settled_cb (gpointer user_data)
{
  HeartenScheduleWriter *self = user_data;

  self->settle_id = 0;
  if (!self->busy)
    write_now (self);
}

static void
on_reminders_changed_cb (HeartenScheduleWriter *self)
{
  self->changed = TRUE;
  if (self->settle_id == 0)
    self->settle_id = g_timeout_add_once (SETTLE_MILLISECONDS, on_settled_cb, self);
}

/* The object */

static void
hearten_schedule_writer_constructed (GObject *object)
{
  HeartenScheduleWriter *self = HEARTEN_SCHEDULE_WRITER (object);
  HeartenStore *store = hearten_records_get_store (HEARTEN_RECORDS (self->reminders));

  G_OBJECT_CLASS (hearten_schedule_writer_parent_class)->constructed (object);

  self->path = hearten_schedule_dup_path (hearten_store_get_state_folder (store));
}

static void
hearten_schedule_writer_dispose (GObject *object)
{
  HeartenScheduleWriter *self = HEARTEN_SCHEDULE_WRITER (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_object (&self->reminders);
  g_clear_object (&self->settings);
  g_clear_object (&self->words);
  g_clear_object (&self->done);
  g_clear_object (&self->client);

  G_OBJECT_CLASS (hearten_schedule_writer_parent_class)->dispose (object);
}

static void
hearten_schedule_writer_finalize (GObject *object)
{
  HeartenScheduleWriter *self = HEARTEN_SCHEDULE_WRITER (object);

  g_free (self->path);
  g_free (self->problem);

  G_OBJECT_CLASS (hearten_schedule_writer_parent_class)->finalize (object);
}

static void
hearten_schedule_writer_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  HeartenScheduleWriter *self = HEARTEN_SCHEDULE_WRITER (object);

  switch (prop_id)
    {
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearten_schedule_writer_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  HeartenScheduleWriter *self = HEARTEN_SCHEDULE_WRITER (object);

  switch (prop_id)
    {
    case PROP_REMINDERS:
      self->reminders = g_value_dup_object (value);
      break;
    case PROP_SETTINGS:
      self->settings = g_value_dup_object (value);
      break;
    case PROP_WORDS:
      self->words = g_value_dup_object (value);
      break;
    case PROP_DONE:
      self->done = g_value_dup_object (value);
      break;
    case PROP_CLIENT:
      self->client = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearten_schedule_writer_class_init (HeartenScheduleWriterClass *klass)
{
  const GParamFlags given = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  const GParamFlags told = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = hearten_schedule_writer_constructed;
  object_class->dispose = hearten_schedule_writer_dispose;
  object_class->finalize = hearten_schedule_writer_finalize;
  object_class->get_property = hearten_schedule_writer_get_property;
  object_class->set_property = hearten_schedule_writer_set_property;

  properties[PROP_REMINDERS] = g_param_spec_object ("reminders", NULL, NULL, HEARTEN_TYPE_REMINDERS, given);
  properties[PROP_SETTINGS] = g_param_spec_object ("settings", NULL, NULL, HEARTEN_TYPE_REMINDER_SETTINGS,
                                                   given);
  properties[PROP_WORDS] = g_param_spec_object ("words", NULL, NULL, HEARTEN_TYPE_REMINDER_WORDS, given);
  properties[PROP_DONE] = g_param_spec_object ("done", NULL, NULL, HEARTEN_TYPE_DONE_TODAY, given);
  properties[PROP_CLIENT] = g_param_spec_object ("client", NULL, NULL, HEARTEN_TYPE_REMINDER_CLIENT, given);
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, told);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hearten_schedule_writer_init (HeartenScheduleWriter *self)
{
}

/* Public */

HeartenScheduleWriter *
hearten_schedule_writer_new (HeartenReminders *reminders,
                             HeartenReminderSettings *settings,
                             HeartenReminderWords *words,
                             HeartenDoneToday *done,
                             HeartenReminderClient *client)
{
  g_return_val_if_fail (HEARTEN_IS_REMINDERS (reminders), NULL);
  g_return_val_if_fail (HEARTEN_IS_REMINDER_SETTINGS (settings), NULL);
  g_return_val_if_fail (HEARTEN_IS_REMINDER_WORDS (words), NULL);
  g_return_val_if_fail (HEARTEN_IS_REMINDER_CLIENT (client), NULL);

  return g_object_new (HEARTEN_TYPE_SCHEDULE_WRITER, "reminders", reminders, "settings", settings, "words",
                       words, "done", done, "client", client, NULL);
}

void
hearten_schedule_writer_start (HeartenScheduleWriter *self)
{
  g_return_if_fail (HEARTEN_IS_SCHEDULE_WRITER (self));

  if (self->started)
    return;

  self->started = TRUE;
  g_signal_connect_object (self->reminders, "items-changed", G_CALLBACK (on_reminders_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reminders, "changed", G_CALLBACK (on_reminders_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "notify", G_CALLBACK (on_reminders_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->words, "changed", G_CALLBACK (on_reminders_changed_cb), self,
                           G_CONNECT_SWAPPED);
  if (self->done != NULL)
    {
      hearten_done_today_start (self->done);
      g_signal_connect_object (self->done, "changed", G_CALLBACK (on_reminders_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  on_reminders_changed_cb (self);
}

void
hearten_schedule_writer_flush_async (HeartenScheduleWriter *self,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (HEARTEN_IS_SCHEDULE_WRITER (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, hearten_schedule_writer_flush_async);
  if (!self->started || (!self->busy && !self->changed && self->problem == NULL))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  self->waiting = g_list_prepend (self->waiting, g_steal_pointer (&task));
  if (!self->busy)
    write_now (self);
}

gboolean
hearten_schedule_writer_flush_finish (HeartenScheduleWriter *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

const char *
hearten_schedule_writer_get_problem (HeartenScheduleWriter *self)
{
  g_return_val_if_fail (HEARTEN_IS_SCHEDULE_WRITER (self), NULL);

  return self->problem;
}
