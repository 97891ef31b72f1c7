/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-preferences-dialog.h"

#include <glib/gi18n.h>

#include "hearten-autostart.h"
#include "hearten-choice-group.h"
#include "hearten-help-preferences.h"
#include "hearten-login-start.h"
#include "hearten-place-group.h"
#include "hearten-reminder-preferences.h"
#include "hearten-situation-words.h"

struct _HeartenPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  GtkWidget *name_group;
  AdwEntryRow *name_row;
  AdwComboRow *scheme_row;
  HeartenHelpPreferences *help;
  HeartenReminderPreferences *reminders;
  AdwSwitchRow *autostart_row;
  HeartenChoiceGroup *hope;
  HeartenChoiceGroup *contact;
  GtkWidget *logistics_group;
  AdwSwitchRow *logistics_row;
  HeartenPlaceGroup *place;

  HeartenContext *context;
  GSettings *settings;
  GCancellable *closing;
  GFileMonitor *autostart_monitor;
  gboolean autostart_on;     /* what the file said last */
  gboolean autostart_asked;  /* and not yet answered */
  gboolean autostart_wanted; /* when it was asked for */
};

enum { PROP_0, PROP_CONTEXT, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HeartenPreferencesDialog, hearten_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

/* Their name */

static void
on_name_changed_cb (HeartenPreferencesDialog *self)
{
  if (self->context != NULL)
    hearten_situations_set_name (hearten_context_get_situations (self->context),
                                 gtk_editable_get_text (GTK_EDITABLE (self->name_row)));
}

static void
show_name (HeartenPreferencesDialog *self)
{
  const char *name = hearten_situations_get_name (hearten_context_get_situations (self->context));
  g_autofree char *shown = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));

  /* While it is typed, the space after the first of two names is the user's own. */
  if (g_strcmp0 (shown, name != NULL ? name : "") != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->name_row), name != NULL ? name : "");
}

/* Appearance */

static const char *const schemes[] = { "default", "light", "dark" };

static gboolean
scheme_to_row (GValue *value, GVariant *variant, gpointer user_data)
{
  const char *scheme = g_variant_get_string (variant, NULL);

  g_value_set_uint (value, 0);
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_str_equal (scheme, schemes[i]))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
row_to_scheme (const GValue *value, const GVariantType *expected_type, gpointer user_data)
{
  guint row = g_value_get_uint (value);

  return row < G_N_ELEMENTS (schemes) ? g_variant_new_string (schemes[row]) : NULL;
}

static void
bind_scheme (HeartenPreferencesDialog *self)
{
  self->settings = g_settings_new (APP_ID);
  g_settings_bind_with_mapping (self->settings, "color-scheme", self->scheme_row, "selected",
                                G_SETTINGS_BIND_DEFAULT, scheme_to_row, row_to_scheme, NULL, NULL);
}

/* Start at login */

static void
tell_autostart (HeartenPreferencesDialog *self, const char *reason)
{
  g_autofree char *sentence = NULL;

  if (reason != NULL)
    /* Translators: %s is the reason that the system gives */
    sentence = g_strdup_printf (_ ("This could not be changed, so it is as it was. (%s)"), reason);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->autostart_row),
                               sentence != NULL ? sentence
                                                : _ ("Reminders then come before you open Hearten."));
}

static void on_autostart_active_cb (HeartenPreferencesDialog *self);

static void
on_autostart_known_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeartenPreferencesDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = hearten_login_start_finish (result, &self->autostart_on, &error);
  gboolean again; /* it was pressed once more meanwhile */

  if (g_cancellable_is_cancelled (self->closing))
    return;

  again = self->autostart_asked && adw_switch_row_get_active (self->autostart_row) != self->autostart_wanted;
  self->autostart_asked = FALSE;
  if (again)
    {
      on_autostart_active_cb (self);
      return;
    }

  adw_switch_row_set_active (self->autostart_row, self->autostart_on);
  gtk_widget_set_sensitive (GTK_WIDGET (self->autostart_row), TRUE);
  tell_autostart (self, done ? NULL : error->message);
}

static void
look_at_autostart (HeartenPreferencesDialog *self)
{
  hearten_login_start_query_async (self->settings, on_autostart_known_cb, g_object_ref (self));
}

static void
on_autostart_active_cb (HeartenPreferencesDialog *self)
{
  gboolean on = adw_switch_row_get_active (self->autostart_row);

  if (on == self->autostart_on || self->autostart_asked)
    return;

  /* The answer sets the row to what is true. It stays sensitive, or the focus would leave the dialog. */
  self->autostart_asked = TRUE;
  self->autostart_wanted = on;
  hearten_login_start_set_async (self->settings, on, on_autostart_known_cb, g_object_ref (self));
}

static void
follow_autostart (HeartenPreferencesDialog *self)
{
  g_autofree char *path = hearten_autostart_dup_path (g_get_user_config_dir ());
  g_autoptr (GFile) file = g_file_new_for_path (path);

  self->autostart_monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->autostart_monitor != NULL)
    g_signal_connect_object (self->autostart_monitor, "changed", G_CALLBACK (look_at_autostart), self,
                             G_CONNECT_SWAPPED);
  look_at_autostart (self);
}

/* Situation and hope */

static void
show_words (HeartenPreferencesDialog *self)
{
  HeartenContact contact = hearten_situations_get_contact (hearten_context_get_situations (self->context));
  gboolean allows = hearten_gate_get_allows_contact (hearten_context_get_gate (self->context));

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->contact),
                                         hearten_situation_words (contact, allows));
}

/* Until every record is read, a first answer would make a second record. */
static void
show_state (HeartenPreferencesDialog *self)
{
  gboolean ready = hearten_context_get_state (self->context) == HEARTEN_CONTEXT_READY;
  GtkWidget *groups[] = { self->name_group, GTK_WIDGET (self->help), GTK_WIDGET (self->hope),
                          GTK_WIDGET (self->contact), self->logistics_group };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    gtk_widget_set_sensitive (groups[i], ready);
}

static void
follow_situation (HeartenPreferencesDialog *self)
{
  GObject *situations = G_OBJECT (hearten_context_get_situations (self->context));
  GObject *gate = G_OBJECT (hearten_context_get_gate (self->context));

  hearten_choice_group_bind (self->hope, situations, "hope", (HeartenChoiceLabel) hearten_hope_get_label,
                             TRUE);
  hearten_choice_group_bind (self->contact, situations, "contact",
                             (HeartenChoiceLabel) hearten_contact_get_label, TRUE);
  g_object_bind_property (situations, "logistics", self->logistics_row, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);

  g_signal_connect_object (situations, "notify::name", G_CALLBACK (show_name), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (situations, "notify::contact", G_CALLBACK (show_words), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gate, "notify", G_CALLBACK (show_words), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "notify::state", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  show_name (self);
  show_words (self);
  show_state (self);
}

/* The chapter */

static void
on_chapter_activated_cb (HeartenPreferencesDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.close-chapter", NULL);
}

/* GObject */

static void
hearten_preferences_dialog_constructed (GObject *object)
{
  HeartenPreferencesDialog *self = HEARTEN_PREFERENCES_DIALOG (object);

  G_OBJECT_CLASS (hearten_preferences_dialog_parent_class)->constructed (object);

  bind_scheme (self);
  hearten_reminder_preferences_set_context (self->reminders, self->context);
  hearten_help_preferences_set_context (self->help, self->context);
  follow_autostart (self);
  follow_situation (self);
  hearten_place_group_set_context (self->place, self->context);
}

static void
hearten_preferences_dialog_set_property (GObject *object,
                                         guint prop_id,
                                         const GValue *value,
                                         GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CONTEXT:
      HEARTEN_PREFERENCES_DIALOG (object)->context = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearten_preferences_dialog_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (HEARTEN_PREFERENCES_DIALOG (dialog)->closing);
}

static void
hearten_preferences_dialog_dispose (GObject *object)
{
  HeartenPreferencesDialog *self = HEARTEN_PREFERENCES_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTEN_TYPE_PREFERENCES_DIALOG);
  g_clear_object (&self->autostart_monitor);
  g_clear_object (&self->closing);
  g_clear_object (&self->settings);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hearten_preferences_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (HEARTEN_TYPE_CHOICE_GROUP);
  g_type_ensure (HEARTEN_TYPE_HELP_PREFERENCES);
  g_type_ensure (HEARTEN_TYPE_PLACE_GROUP);
  g_type_ensure (HEARTEN_TYPE_REMINDER_PREFERENCES);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/hearten_app/Hearten/ui/hearten-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenPreferencesDialog, name_group);
  gtk_widget_class_bind_template_child (widget_class, HeartenPreferencesDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, HeartenPreferencesDialog, scheme_row);
  gtk_widget_class_bind_template_child (widget_class, HeartenPreferencesDialog, help);
  gtk_widget_class_bind_template_child (widget_class, HeartenPreferencesDialog, reminders);
  gtk_widget_class_bind_template_child (widget_class, HeartenPreferencesDialog, autostart_row);
  gtk_widget_class_bind_template_child (widget_class, HeartenPreferencesDialog, hope);
  gtk_widget_class_bind_template_child (widget_class, HeartenPreferencesDialog, contact);
  gtk_widget_class_bind_template_child (widget_class, HeartenPreferencesDialog, logistics_group);
  gtk_widget_class_bind_template_child (widget_class, HeartenPreferencesDialog, logistics_row);
  gtk_widget_class_bind_template_child (widget_class, HeartenPreferencesDialog, place);
  gtk_widget_class_bind_template_callback (widget_class, on_name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_autostart_active_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_chapter_activated_cb);
}

static void
hearten_preferences_dialog_class_init (HeartenPreferencesDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = hearten_preferences_dialog_constructed;
  object_class->set_property = hearten_preferences_dialog_set_property;
  object_class->dispose = hearten_preferences_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = hearten_preferences_dialog_closed;

  properties[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, HEARTEN_TYPE_CONTEXT,
                                                  G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                                                      G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
hearten_preferences_dialog_init (HeartenPreferencesDialog *self)
{
  self->closing = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
hearten_preferences_dialog_new (HeartenContext *context)
{
  g_return_val_if_fail (HEARTEN_IS_CONTEXT (context), NULL);

  return g_object_new (HEARTEN_TYPE_PREFERENCES_DIALOG, "context", context, NULL);
}
