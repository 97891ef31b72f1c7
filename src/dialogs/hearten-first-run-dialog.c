/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-first-run-dialog.h"

#include <glib/gi18n.h>

#include "hearten-choice-group.h"
#include "hearten-reminder-offer.h"
#include "hearten-situation-words.h"

struct _HeartenFirstRunDialog
{
  AdwDialog parent_instance;

  HeartenChoiceGroup *hope;
  GtkButton *hope_button;
  HeartenChoiceGroup *contact;
  GtkLabel *words;
  AdwSwitchRow *logistics_row;
  GtkButton *contact_button;
  HeartenReminderOffer *patience;
  HeartenReminderOffer *space;

  HeartenContext *context;
};

enum { PROP_0, PROP_CONTEXT, N_PROPS };

static GParamSpec *properties[N_PROPS];

enum { FINISHED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HeartenFirstRunDialog, hearten_first_run_dialog, ADW_TYPE_DIALOG)

static void
invite (GtkButton *button, gboolean answered)
{
  gtk_button_set_label (button, answered ? _ ("_Continue") : _ ("_Skip"));
  gtk_button_set_use_underline (button, TRUE);
  if (answered)
    gtk_widget_add_css_class (GTK_WIDGET (button), "suggested-action");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (button), "suggested-action");
}

static void
show_answers (HeartenFirstRunDialog *self)
{
  HeartenSituations *situations = hearten_context_get_situations (self->context);
  HeartenGate *gate = hearten_context_get_gate (self->context);
  HeartenContact contact = hearten_situations_get_contact (situations);

  invite (self->hope_button, hearten_situations_get_hope (situations) != HEARTEN_HOPE_UNSET);
  invite (self->contact_button,
          contact != HEARTEN_CONTACT_UNSET || hearten_situations_get_logistics (situations));
  gtk_label_set_label (self->words,
                       hearten_situation_words (contact, hearten_gate_get_allows_contact (gate)));
}

static void
on_begin_clicked_cb (HeartenFirstRunDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* What is switched on counts, however the dialog is closed: just as the answers before it. */
static void
on_closed_cb (HeartenFirstRunDialog *self)
{
  hearten_reminder_offer_take (self->patience);
  if (gtk_widget_get_visible (GTK_WIDGET (self->space)))
    hearten_reminder_offer_take (self->space);
  g_signal_emit (self, signals[FINISHED], 0);
}

static void
offer_reminders (HeartenFirstRunDialog *self)
{
  HeartenReminders *reminders = hearten_context_get_reminders (self->context);
  HeartenSpaces *spaces = hearten_context_get_spaces (self->context);

  hearten_reminder_offer_set (self->patience, reminders, HEARTEN_PURPOSE_PATIENCE);
  hearten_reminder_offer_set (self->space, reminders, HEARTEN_PURPOSE_SPACE);
  if (hearten_spaces_get_active (spaces) == NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->space), FALSE);
}

static void
hearten_first_run_dialog_constructed (GObject *object)
{
  HeartenFirstRunDialog *self = HEARTEN_FIRST_RUN_DIALOG (object);
  GObject *situations = G_OBJECT (hearten_context_get_situations (self->context));

  G_OBJECT_CLASS (hearten_first_run_dialog_parent_class)->constructed (object);

  hearten_choice_group_bind (self->hope, situations, "hope", (HeartenChoiceLabel) hearten_hope_get_label,
                             FALSE);
  hearten_choice_group_bind (self->contact, situations, "contact",
                             (HeartenChoiceLabel) hearten_contact_get_label, TRUE);
  g_object_bind_property (situations, "logistics", self->logistics_row, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  offer_reminders (self);

  g_signal_connect_object (situations, "notify", G_CALLBACK (show_answers), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hearten_context_get_gate (self->context), "notify", G_CALLBACK (show_answers),
                           self, G_CONNECT_SWAPPED);
  show_answers (self);
}

/* GObject */

static void
hearten_first_run_dialog_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CONTEXT:
      HEARTEN_FIRST_RUN_DIALOG (object)->context = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearten_first_run_dialog_dispose (GObject *object)
{
  HeartenFirstRunDialog *self = HEARTEN_FIRST_RUN_DIALOG (object);

  g_clear_object (&self->context);

  G_OBJECT_CLASS (hearten_first_run_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (HEARTEN_TYPE_CHOICE_GROUP);
  g_type_ensure (HEARTEN_TYPE_REMINDER_OFFER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/hearten_app/Hearten/ui/hearten-first-run-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenFirstRunDialog, hope);
  gtk_widget_class_bind_template_child (widget_class, HeartenFirstRunDialog, hope_button);
  gtk_widget_class_bind_template_child (widget_class, HeartenFirstRunDialog, contact);
  gtk_widget_class_bind_template_child (widget_class, HeartenFirstRunDialog, words);
  gtk_widget_class_bind_template_child (widget_class, HeartenFirstRunDialog, logistics_row);
  gtk_widget_class_bind_template_child (widget_class, HeartenFirstRunDialog, contact_button);
  gtk_widget_class_bind_template_child (widget_class, HeartenFirstRunDialog, patience);
  gtk_widget_class_bind_template_child (widget_class, HeartenFirstRunDialog, space);
  gtk_widget_class_bind_template_callback (widget_class, on_begin_clicked_cb);
}

static void
hearten_first_run_dialog_class_init (HeartenFirstRunDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = hearten_first_run_dialog_constructed;
  object_class->set_property = hearten_first_run_dialog_set_property;
  object_class->dispose = hearten_first_run_dialog_dispose;

  properties[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, HEARTEN_TYPE_CONTEXT,
                                                  G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                                                      G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * HeartenFirstRunDialog::finished:
   *
   * The user has closed it, with or without answers.
   */
  signals[FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);

  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
hearten_first_run_dialog_init (HeartenFirstRunDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "closed", G_CALLBACK (on_closed_cb), NULL);
}

AdwDialog *
hearten_first_run_dialog_new (HeartenContext *context)
{
  g_return_val_if_fail (HEARTEN_IS_CONTEXT (context), NULL);

  return g_object_new (HEARTEN_TYPE_FIRST_RUN_DIALOG, "context", context, NULL);
}
