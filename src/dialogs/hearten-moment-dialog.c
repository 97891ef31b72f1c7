/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-moment-dialog.h"

#include <glib/gi18n.h>

struct _HeartenMomentDialog
{
  AdwDialog parent_instance;

  GtkLabel *words;
  GtkMenuButton *later_button;
  GtkWidget *done_button;

  HeartenContext *context;
  char *key;
};

G_DEFINE_FINAL_TYPE (HeartenMomentDialog, hearten_moment_dialog, ADW_TYPE_DIALOG)

/* Answers. A service that cannot be reached is told of on the reminders' page. */

static void
done (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenMomentDialog *self = HEARTEN_MOMENT_DIALOG (widget);

  hearten_reminder_client_done_async (hearten_context_get_reminder_client (self->context), self->key, NULL,
                                      NULL, NULL);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
later (GtkWidget *widget, const char *name, GVariant *choice)
{
  HeartenMomentDialog *self = HEARTEN_MOMENT_DIALOG (widget);

  hearten_reminder_client_snooze_for_async (hearten_context_get_reminder_client (self->context), self->key,
                                            (HeartenSnooze) g_variant_get_int32 (choice), NULL, NULL, NULL);
  adw_dialog_close (ADW_DIALOG (self));
}

/* Only times that make sense at this hour. */
static void
fill_later (HeartenMomentDialog *self)
{
  HeartenClock *clock = hearten_context_get_clock (self->context);
  g_autoptr (GTimeZone) zone = hearten_clock_dup_zone (clock);
  g_autoptr (GMenu) menu = g_menu_new ();

  for (int i = HEARTEN_SNOOZE_TEN_MINUTES; i <= HEARTEN_SNOOZE_TOMORROW; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (hearten_snooze_get_label ((HeartenSnooze) i), NULL);

      if (hearten_snooze_find ((HeartenSnooze) i, hearten_clock_get_now (clock), zone) == 0)
        continue;
      g_menu_item_set_action_and_target (item, "moment.later", "i", i);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (self->later_button, G_MENU_MODEL (menu));
}

/* GObject */

static void
hearten_moment_dialog_dispose (GObject *object)
{
  HeartenMomentDialog *self = HEARTEN_MOMENT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTEN_TYPE_MOMENT_DIALOG);
  g_clear_object (&self->context);
  g_clear_pointer (&self->key, g_free);

  G_OBJECT_CLASS (hearten_moment_dialog_parent_class)->dispose (object);
}

static void
hearten_moment_dialog_class_init (HeartenMomentDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_moment_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-moment-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenMomentDialog, words);
  gtk_widget_class_bind_template_child (widget_class, HeartenMomentDialog, later_button);
  gtk_widget_class_bind_template_child (widget_class, HeartenMomentDialog, done_button);
  gtk_widget_class_install_action (widget_class, "moment.done", NULL, done);
  gtk_widget_class_install_action (widget_class, "moment.later", "i", later);
}

static void
hearten_moment_dialog_init (HeartenMomentDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public */

AdwDialog *
hearten_moment_dialog_new (HeartenContext *context, const char *key)
{
  HeartenMomentDialog *self;
  g_autofree char *id = NULL;
  g_autofree char *words = NULL;
  HeartenReminder *reminder;

  g_return_val_if_fail (HEARTEN_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  id = hearten_reminder_key_dup_id (key);
  reminder = hearten_records_find (HEARTEN_RECORDS (hearten_context_get_reminders (context)), id);
  if (reminder == NULL)
    return NULL;

  self = g_object_new (HEARTEN_TYPE_MOMENT_DIALOG, NULL);
  self->context = g_object_ref (context);
  self->key = g_strdup (key);
  words = hearten_reminder_words_dup_text (hearten_context_get_reminder_words (context), reminder, key);
  gtk_label_set_label (self->words, words);
  fill_later (self);
  return ADW_DIALOG (self);
}
