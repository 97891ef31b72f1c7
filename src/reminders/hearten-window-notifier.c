/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-window-notifier.h"

#include "hearten-reminder-client.h"
#include "hearten-reminder-post.h"

#define ANSWER_SECONDS 3

struct _HeartenWindowNotifier
{
  GObject parent_instance;

  GDBusConnection *bus;
  HeartenNotifier *outside;
  guint object;

  char *window;       /* the bus name of the app whose window is focused, or NULL */
  GHashTable *apps;   /* of char *, guint: bus names that told of a focus, each with its watch */
  GHashTable *inside; /* of char *, char *: keys, and the bus name of the app that shows them */
};

/* A question to the app. It lives until the answer, however late. */
typedef struct
{
  HeartenWindowNotifier *self;
  char *window;
  char *key;
  char *title;
  char *body;
  char *page;
  HeartenSummary kind; /* where it is one of several */
  guint count;         /* 0 for a single reminder */
  guint timer;         /* 0 once the other notifier has shown it */
} Question;

static void
question_free (Question *question)
{
  g_clear_handle_id (&question->timer, g_source_remove);
  g_object_unref (question->self);
  g_free (question->window);
  g_free (question->key);
  g_free (question->title);
  g_free (question->body);
  g_free (question->page);
  g_free (question);
}

/* Asking */

static void
show_outside (Question *question)
{
  HeartenNotifier *outside = question->self->outside;

  question->timer = 0;
  if (question->count > 0
          ? hearten_notifier_show_summary (outside, question->kind, question->count)
          : hearten_notifier_show (outside, question->key, question->title, question->body, question->page))
    g_signal_emit_by_name (question->self, "shown", question->key, FALSE);
}

static gboolean
on_timer_cb (gpointer user_data)
{
  show_outside (user_data);
  return G_SOURCE_REMOVE;
}

static void
on_answer_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Question *question = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  gboolean in_time = question->timer != 0;
  gboolean shown = FALSE;

  if (answer != NULL)
    g_variant_get (answer, "(b)", &shown);
  else
    g_debug ("The window did not answer: %s", error->message);

  g_clear_handle_id (&question->timer, g_source_remove);
  if (shown)
    {
      g_hash_table_insert (question->self->inside, g_strdup (question->key), g_strdup (question->window));
      if (!in_time)
        hearten_notifier_withdraw (question->self->outside, question->key);
      /* Also then: the other one may still have been on its way. */
      g_signal_emit_by_name (question->self, "shown", question->key, TRUE);
    }
  else if (in_time)
    {
      show_outside (question);
    }
  question_free (question);
}

static Question *
ask (HeartenWindowNotifier *self, const char *key, const char *title, const char *body, const char *page)
{
  Question *question = g_new0 (Question, 1);

  question->self = g_object_ref (self);
  question->window = g_strdup (self->window);
  question->key = g_strdup (key);
  question->title = g_strdup (title);
  question->body = g_strdup (body);
  question->page = g_strdup (page);
  question->timer = g_timeout_add_seconds (ANSWER_SECONDS, on_timer_cb, question);

  g_dbus_connection_call (self->bus, self->window, HEARTEN_POST_PATH, HEARTEN_POST_INTERFACE, "Show",
                          g_variant_new ("(ssss)", key, title, body, page), G_VARIANT_TYPE ("(b)"),
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, G_MAXINT, NULL, on_answer_cb, question);
  return question;
}

/* HeartenNotifier */

static gboolean
hearten_window_notifier_show (HeartenNotifier *notifier,
                              const char *key,
                              const char *title,
                              const char *body,
                              const char *page)
{
  HeartenWindowNotifier *self = HEARTEN_WINDOW_NOTIFIER (notifier);

  if (self->window == NULL)
    return hearten_notifier_show (self->outside, key, title, body, page);

  ask (self, key, title, body, page);
  return FALSE;
}

static gboolean
hearten_window_notifier_show_outside (HeartenNotifier *notifier,
                                      const char *key,
                                      const char *title,
                                      const char *body,
                                      const char *page)
{
  return hearten_notifier_show_outside (HEARTEN_WINDOW_NOTIFIER (notifier)->outside, key, title, body, page);
}

static gboolean
hearten_window_notifier_show_summary (HeartenNotifier *notifier, HeartenSummary kind, guint count)
{
  HeartenWindowNotifier *self = HEARTEN_WINDOW_NOTIFIER (notifier);
  g_autofree char *body = hearten_summary_dup_body (count);
  Question *question;

  if (self->window == NULL)
    return hearten_notifier_show_summary (self->outside, kind, count);

  question = ask (self, hearten_summary_get_id (kind), hearten_summary_get_title (kind), body, "reminders");
  question->kind = kind;
  question->count = count;
  return FALSE;
}

static void
hearten_window_notifier_withdraw (HeartenNotifier *notifier, const char *key)
{
  HeartenWindowNotifier *self = HEARTEN_WINDOW_NOTIFIER (notifier);
  const char *window = g_hash_table_lookup (self->inside, key);

  hearten_notifier_withdraw (self->outside, key);
  if (window == NULL)
    return;

  g_dbus_connection_call (self->bus, window, HEARTEN_POST_PATH, HEARTEN_POST_INTERFACE, "Withdraw",
                          g_variant_new ("(s)", key), NULL, G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, NULL,
                          NULL);
  g_hash_table_remove (self->inside, key);
}

static void
notifier_iface_init (HeartenNotifierInterface *iface)
{
  iface->show = hearten_window_notifier_show;
  iface->show_outside = hearten_window_notifier_show_outside;
  iface->show_summary = hearten_window_notifier_show_summary;
  iface->withdraw = hearten_window_notifier_withdraw;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (HeartenWindowNotifier,
                               hearten_window_notifier,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (HEARTEN_TYPE_NOTIFIER, notifier_iface_init))

/* Focus */

static void
unwatch (gpointer watch)
{
  g_bus_unwatch_name (GPOINTER_TO_UINT (watch));
}

static gboolean
is_shown_by (gpointer key, gpointer window, gpointer name)
{
  return g_str_equal (window, name);
}

static void
on_app_vanished_cb (GDBusConnection *bus, const char *name, gpointer user_data)
{
  HeartenWindowNotifier *self = user_data;

  if (g_strcmp0 (name, self->window) == 0)
    g_clear_pointer (&self->window, g_free);
  g_hash_table_foreach_remove (self->inside, is_shown_by, (gpointer) name);
  g_hash_table_remove (self->apps, name);
}

/* Also when another window is in front: what the app shows goes with it. */
static void
watch (HeartenWindowNotifier *self, GDBusConnection *bus, const char *name)
{
  guint id;

  if (g_hash_table_contains (self->apps, name))
    return;
  id = g_bus_watch_name_on_connection (bus, name, G_BUS_NAME_WATCHER_FLAGS_NONE, NULL, on_app_vanished_cb,
                                       self, NULL);
  g_hash_table_insert (self->apps, g_strdup (name), GUINT_TO_POINTER (id));
}

static void
on_method_call_cb (GDBusConnection *bus,
                   const char *sender,
                   const char *path,
                   const char *interface,
                   const char *method,
                   GVariant *arguments,
                   GDBusMethodInvocation *invocation,
                   gpointer user_data)
{
  HeartenWindowNotifier *self = user_data;
  gboolean focused;

  g_variant_get (arguments, "(b)", &focused);
  if (focused || g_strcmp0 (sender, self->window) == 0)
    g_clear_pointer (&self->window, g_free);
  if (focused)
    {
      self->window = g_strdup (sender);
      watch (self, bus, sender);
    }
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static const char introspection[] = "<node>"
                                    "  <interface name='" HEARTEN_FOCUS_INTERFACE "'>"
                                    "    <method name='Focus'>"
                                    "      <arg name='focused' type='b' direction='in'/>"
                                    "    </method>"
                                    "  </interface>"
                                    "</node>";

static const GDBusInterfaceVTable vtable = { .method_call = on_method_call_cb };

/* The object */

static void
on_done_cb (HeartenWindowNotifier *self, const char *key)
{
  g_signal_emit_by_name (self, "done", key);
}

static void
on_snooze_cb (HeartenWindowNotifier *self, const char *key)
{
  g_signal_emit_by_name (self, "snooze", key);
}

static void
on_failed_cb (HeartenWindowNotifier *self, const char *key)
{
  g_signal_emit_by_name (self, "failed", key);
}

static void
on_shown_cb (HeartenWindowNotifier *self, const char *key, gboolean in_window)
{
  g_signal_emit_by_name (self, "shown", key, in_window);
}

static void
hearten_window_notifier_dispose (GObject *object)
{
  HeartenWindowNotifier *self = HEARTEN_WINDOW_NOTIFIER (object);

  g_clear_pointer (&self->window, g_free);
  g_clear_pointer (&self->apps, g_hash_table_unref);
  if (self->object != 0)
    g_dbus_connection_unregister_object (self->bus, self->object);
  self->object = 0;
  g_clear_object (&self->bus);
  g_clear_object (&self->outside);
  g_clear_pointer (&self->inside, g_hash_table_unref);

  G_OBJECT_CLASS (hearten_window_notifier_parent_class)->dispose (object);
}

static void
hearten_window_notifier_class_init (HeartenWindowNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearten_window_notifier_dispose;
}

static void
hearten_window_notifier_init (HeartenWindowNotifier *self)
{
  self->apps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unwatch);
  self->inside = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

HeartenWindowNotifier *
hearten_window_notifier_new (GDBusConnection *bus, HeartenNotifier *outside, GError **error)
{
  g_autoptr (HeartenWindowNotifier) self = g_object_new (HEARTEN_TYPE_WINDOW_NOTIFIER, NULL);
  g_autoptr (GDBusNodeInfo) node = NULL;

  g_return_val_if_fail (G_IS_DBUS_CONNECTION (bus), NULL);
  g_return_val_if_fail (HEARTEN_IS_NOTIFIER (outside), NULL);

  self->bus = g_object_ref (bus);
  self->outside = g_object_ref (outside);
  g_signal_connect_object (outside, "done", G_CALLBACK (on_done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (outside, "snooze", G_CALLBACK (on_snooze_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (outside, "failed", G_CALLBACK (on_failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (outside, "shown", G_CALLBACK (on_shown_cb), self, G_CONNECT_SWAPPED);

  node = g_dbus_node_info_new_for_xml (introspection, error);
  if (node == NULL)
    return NULL;
  self->object = g_dbus_connection_register_object (bus, HEARTEN_REMINDERS_PATH, node->interfaces[0], &vtable,
                                                    self, NULL, error);
  return self->object != 0 ? g_steal_pointer (&self) : NULL;
}
