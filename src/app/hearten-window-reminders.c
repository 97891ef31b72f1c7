/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hearten-reminder-client.h"

/* A reminder that is due while the window is in front is shown in it. */

/* The service may know nothing but neutral words; the window may say what they stand for. */
static char *
dup_words (HeartenWindow *self, const char *key, const char *neutral)
{
  g_autofree char *id = hearten_reminder_key_dup_id (key);
  HeartenRecord *reminder = hearten_records_find (
      HEARTEN_RECORDS (hearten_context_get_reminders (self->context)), id);

  return reminder != NULL
             ? hearten_reminder_words_dup_text (hearten_context_get_reminder_words (self->context),
                                                HEARTEN_REMINDER (reminder), key)
             : g_strdup (neutral);
}

static gboolean
on_due_cb (HeartenWindow *self, const char *key, const char *title, const char *body, const char *page)
{
  HeartenClock *clock;
  g_autoptr (GTimeZone) zone = NULL;
  g_autofree char *words = NULL;

  if (!gtk_window_is_active (GTK_WINDOW (self)))
    return FALSE;
  if (strchr (key, '@') == NULL) /* no occurrence of one reminder: several are told of as one */
    {
      words = g_strdup_printf ("%s\n%s", title, body);
      hearten_reminder_bar_add_summary (self->reminder_bar, key, words, page);
      return TRUE;
    }

  clock = hearten_context_get_clock (self->context);
  zone = hearten_clock_dup_zone (clock);
  hearten_reminder_bar_set_time (self->reminder_bar, hearten_clock_get_now (clock), zone);
  words = dup_words (self, key, *body != '\0' ? body : title);
  hearten_reminder_bar_add (self->reminder_bar, key, words, page);
  return TRUE;
}

static void
on_withdrawn_cb (HeartenWindow *self, const char *key)
{
  hearten_reminder_bar_remove (self->reminder_bar, key);
}

/* What is pressed goes to the service, which keeps the books. */

static void
on_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeartenWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (hearten_reminder_client_call_finish (HEARTEN_REMINDER_CLIENT (source), result, &error))
    return;

  words = g_strdup_printf (_ ("This could not be noted: %s"), error->message);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (words));
}

static void
on_done_cb (HeartenWindow *self, const char *key)
{
  g_autoptr (HeartenReminderClient) client = hearten_reminder_client_new ();

  hearten_reminder_client_done_async (client, key, NULL, on_answered_cb, g_object_ref (self));
}

static void
on_later_cb (HeartenWindow *self, const char *key, HeartenSnooze choice)
{
  g_autoptr (HeartenReminderClient) client = hearten_reminder_client_new ();

  hearten_reminder_client_snooze_for_async (client, key, choice, NULL, on_answered_cb, g_object_ref (self));
}

static void
on_opened_cb (HeartenWindow *self, const char *key, const char *page)
{
  hearten_window_show_page (self, page);
  hearten_window_show_tip (self, page);
}

static void
on_active_changed_cb (HeartenWindow *self)
{
  hearten_reminder_post_set_focused (self->reminder_post, gtk_window_is_active (GTK_WINDOW (self)));
}

void
hearten_window_take_reminders (HeartenWindow *self)
{
  self->reminder_post = hearten_reminder_post_new ();
  g_signal_connect_object (self->reminder_post, "due", G_CALLBACK (on_due_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reminder_post, "withdrawn", G_CALLBACK (on_withdrawn_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reminder_bar, "done", G_CALLBACK (on_done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reminder_bar, "later", G_CALLBACK (on_later_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reminder_bar, "opened", G_CALLBACK (on_opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (on_active_changed_cb), NULL);
}
