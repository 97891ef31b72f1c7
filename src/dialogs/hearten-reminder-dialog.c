/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-reminder-dialog.h"

#include "hearten-day-words.h"
#include "hearten-day.h"

#include <glib/gi18n.h>

#include "hearten-rule-editor.h"
#include "hearten-rule-words.h"
#include "hearten-suggestion.h"
#include "hearten-tip-uses.h"
#include "hearten-when.h"

#define SHOWN_NEXT 3
#define QUIET_MS 700 /* so long nothing more is chosen before it is said aloud what would come */

struct _HeartenReminderDialog
{
  AdwDialog parent_instance;

  GtkWidget *save_button;
  AdwComboRow *purpose_row;
  AdwComboRow *wording_row;
  AdwEntryRow *text_row;
  GtkLabel *fallback;
  HeartenRuleEditor *editor;
  AdwComboRow *unless_row;
  GtkLabel *next;
  GtkWidget *delete_group;

  HeartenContext *context;
  HeartenReminder *reminder;
  HeartenItem *plan;      /* what a new one is for; NULL for nothing */
  HeartenRule *rule;      /* what was there, or would be by itself */
  HeartenWording wording; /* the same, or what was chosen last */
  gboolean filling;
  guint announcing;
};

enum { PROP_0, PROP_CONTEXT, PROP_REMINDER, PROP_PLAN, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HeartenReminderDialog, hearten_reminder_dialog, ADW_TYPE_DIALOG)

/* In the order of the list; one's own words come last. */
static const HeartenPurpose purposes[] = { HEARTEN_PURPOSE_PATIENCE, HEARTEN_PURPOSE_SPACE,
                                           HEARTEN_PURPOSE_OWN };

static HeartenPurpose
get_purpose (HeartenReminderDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->purpose_row);

  return selected < G_N_ELEMENTS (purposes) ? purposes[selected] : HEARTEN_PURPOSE_OWN;
}

static void
select_purpose (HeartenReminderDialog *self, HeartenPurpose purpose)
{
  for (guint i = 0; i < G_N_ELEMENTS (purposes); i++)
    if (purposes[i] == purpose)
      adw_combo_row_set_selected (self->purpose_row, i);
}

/* Where the words come from; something of one's own has no deck. */
static const HeartenWording wordings[] = { HEARTEN_WORDING_DECK, HEARTEN_WORDING_OWN, HEARTEN_WORDING_PLAN };

static guint
count_hidden (HeartenReminderDialog *self)
{
  return get_purpose (self) == HEARTEN_PURPOSE_OWN ? 1 : 0;
}

static HeartenWording
get_wording (HeartenReminderDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->wording_row) + count_hidden (self);

  return selected < G_N_ELEMENTS (wordings) ? wordings[selected] : HEARTEN_WORDING_OWN;
}

static void
select_wording (HeartenReminderDialog *self, HeartenWording wording)
{
  guint hidden = count_hidden (self);

  for (guint i = hidden; i < G_N_ELEMENTS (wordings); i++)
    if (wordings[i] == wording)
      adw_combo_row_set_selected (self->wording_row, i - hidden);
}

static void
fill_wordings (HeartenReminderDialog *self)
{
  const char *labels[] = { C_ ("words of a reminder", "Another line each time"),
                           C_ ("words of a reminder", "My own"),
                           C_ ("words of a reminder", "A plan for hard moments"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (labels + count_hidden (self));

  adw_combo_row_set_model (self->wording_row, G_LIST_MODEL (list));
}

/* What makes it needless that day; a tip has to be there to be practised. */
static const HeartenUnless unlesses[] = { HEARTEN_UNLESS_NOTHING, HEARTEN_UNLESS_WRITTEN,
                                          HEARTEN_UNLESS_WEATHER, HEARTEN_UNLESS_PRACTISED };

static HeartenUnless
get_unless (HeartenReminderDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->unless_row);

  return selected < G_N_ELEMENTS (unlesses) ? unlesses[selected] : HEARTEN_UNLESS_NOTHING;
}

static void
select_unless (HeartenReminderDialog *self, HeartenUnless unless)
{
  guint n = g_list_model_get_n_items (adw_combo_row_get_model (self->unless_row));

  for (guint i = 0; i < n; i++)
    if (unlesses[i] == unless)
      adw_combo_row_set_selected (self->unless_row, i);
}

/* The page that it opens when it is saved as it is. */
static const char *
get_page (HeartenReminderDialog *self)
{
  HeartenPurpose purpose = get_purpose (self);
  const char *plan = hearten_rule_editor_get_plan (self->editor);
  HeartenRecords *items = HEARTEN_RECORDS (hearten_context_get_items (self->context));
  HeartenRecord *item = plan != NULL ? hearten_records_find (items, plan) : NULL;

  if (item != NULL)
    return hearten_item_get_tip (HEARTEN_ITEM (item));
  return self->reminder != NULL && hearten_reminder_get_purpose (self->reminder) == purpose
             ? hearten_reminder_get_page (self->reminder)
             : hearten_purpose_get_default_page (purpose);
}

/* Where there is a tip, one choice is more. */
static void
fill_unlesses (HeartenReminderDialog *self)
{
  HeartenUnless unless = get_unless (self);
  const char *labels[] = { C_ ("a reminder is left out", "Never"),
                           C_ ("a reminder is left out", "On a day you wrote a page"),
                           C_ ("a reminder is left out", "On a day you noted the weather"),
                           C_ ("a reminder is left out", "On a day you practised its tip"), NULL };
  g_autoptr (GtkStringList) list = NULL;
  GListModel *shown = adw_combo_row_get_model (self->unless_row);

  if (!g_str_has_prefix (get_page (self), "tip-"))
    labels[G_N_ELEMENTS (labels) - 2] = NULL;
  if (shown != NULL && g_list_model_get_n_items (shown) == g_strv_length ((char **) labels))
    return;
  list = gtk_string_list_new (labels);
  adw_combo_row_set_model (self->unless_row, G_LIST_MODEL (list));
  select_unless (self, unless);
}

/* What would come */

static char *
dup_next (HeartenReminderDialog *self, HeartenRule *rule)
{
  HeartenClock *clock = hearten_context_get_clock (self->context);
  g_autoptr (GTimeZone) zone = hearten_clock_dup_zone (clock);
  g_autoptr (GDateTime) now = hearten_clock_dup_local (clock);
  g_autoptr (GString) list = g_string_new (NULL);
  HeartenOccurrence next = { g_date_time_to_unix_usec (now), 0, 0 };

  for (int i = 0; i < SHOWN_NEXT && hearten_rule_next (rule, next.instant, zone, &next); i++)
    {
      g_autofree char *words = hearten_when_dup_instant (next.instant, now, hearten_when_is_12_hour ());

      g_string_append (list, "\n");
      g_string_append (list, words);
    }

  if (list->len == 0)
    return g_strdup (_ ("That time is over. Nothing would come."));
  /* Translators: %s is up to three lines such as "Tomorrow at 21:00" */
  return g_strdup_printf (_ ("What comes next: %s"), list->str);
}

static char *
dup_coming (HeartenReminderDialog *self, HeartenRule *rule)
{
  g_autoptr (HeartenRule)
      resolved = hearten_anchors_resolve (hearten_context_get_anchors (self->context), rule);

  if (self->reminder != NULL && !hearten_reminder_get_enabled (self->reminder))
    return g_strdup (_ ("It is switched off. Nothing comes until you switch it on."));
  /* They would be told before they come, and a new reminder has none yet. */
  if (hearten_rule_get_repeat (rule) == HEARTEN_REPEAT_MOMENTS)
    return hearten_rule_words_dup (rule, hearten_when_is_12_hour ());

  if (resolved == NULL)
    return g_strdup (_ ("There is no such day now. It waits for one."));
  return dup_next (self, resolved);
}

static char *
dup_preview (HeartenReminderDialog *self, HeartenRule *rule)
{
  g_autofree char *coming = dup_coming (self, rule);
  const char *unless = hearten_rule_words_get_unless (get_unless (self));

  return unless != NULL ? g_strdup_printf ("%s\n%s", coming, unless) : g_steal_pointer (&coming);
}

static void
announce (gpointer user_data)
{
  HeartenReminderDialog *self = user_data;

  self->announcing = 0;
  gtk_accessible_announce (GTK_ACCESSIBLE (self->next), gtk_label_get_label (self->next),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

/* A screen reader says it once the user pauses, and not for each key. */
static void
announce_soon (HeartenReminderDialog *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  g_clear_handle_id (&self->announcing, g_source_remove);
  self->announcing = g_timeout_add_once (QUIET_MS, announce, self);
}

static void
show_next (HeartenReminderDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HeartenRule) rule = hearten_rule_editor_dup_rule (self->editor, &error);
  g_autofree char *words = rule != NULL ? dup_preview (self, rule) : g_strdup (error->message);

  if (!g_str_equal (gtk_label_get_label (self->next), words))
    announce_soon (self);
  gtk_label_set_label (self->next, words);
  gtk_widget_set_sensitive (self->save_button, rule != NULL);
}

/* Callbacks */

static void
on_rule_changed_cb (HeartenReminderDialog *self)
{
  self->filling = TRUE;
  fill_unlesses (self);
  self->filling = FALSE;
  show_next (self);
}

static void
on_unless_selected_cb (HeartenReminderDialog *self)
{
  if (self->context != NULL && !self->filling)
    show_next (self);
}

/* What the chosen words are, or what stands in for them. */
static char *
dup_explanation (HeartenReminderDialog *self)
{
  HeartenSpacePeriod *period = hearten_spaces_get_active (hearten_context_get_spaces (self->context));

  switch (get_wording (self))
    {
    case HEARTEN_WORDING_DECK:
      return g_strdup (_ ("One of many short texts. None comes twice within two weeks."));
    case HEARTEN_WORDING_PLAN:
      return g_strdup (
          period != NULL && *hearten_space_period_get_plans (period) != NULL
              ? _ ("One of the plans on the page Space. A plan works better when it is rehearsed.")
              : _ ("There is no plan yet. You can write some on the page Space."));
    case HEARTEN_WORDING_OWN:
    default:
      /* Translators: %s is what a reminder says when the user writes nothing */
      return g_strdup_printf (_ ("Left empty, it says “%s”"),
                              hearten_suggestion_get_text (get_purpose (self)));
    }
}

static void
show_wording (HeartenReminderDialog *self)
{
  gboolean own = get_wording (self) == HEARTEN_WORDING_OWN;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->text_row));
  g_autofree char *explanation = dup_explanation (self);

  gtk_widget_set_visible (GTK_WIDGET (self->text_row), own);
  gtk_label_set_label (self->fallback, explanation);
  gtk_widget_set_visible (GTK_WIDGET (self->fallback), !own || *text == '\0');
}

static void
on_wording_selected_cb (HeartenReminderDialog *self)
{
  if (self->context == NULL || self->filling)
    return;
  self->wording = get_wording (self);
  show_wording (self);
}

static void
on_purpose_selected_cb (HeartenReminderDialog *self)
{
  gboolean no_deck = get_purpose (self) == HEARTEN_PURPOSE_OWN;

  if (self->context == NULL)
    return;
  /* What was wanted is not forgotten where it is not to be had. */
  self->filling = TRUE;
  fill_wordings (self);
  select_wording (self,
                  no_deck && self->wording == HEARTEN_WORDING_DECK ? HEARTEN_WORDING_OWN : self->wording);
  fill_unlesses (self);
  self->filling = FALSE;
  show_wording (self);
}

static void
on_text_changed_cb (HeartenReminderDialog *self)
{
  show_wording (self);
}

static void
on_cancel_clicked_cb (HeartenReminderDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static char *
dup_text (HeartenReminderDialog *self)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text_row))));

  if (*text == '\0')
    g_set_str (&text, hearten_suggestion_get_text (get_purpose (self)));
  return text;
}

static void
change (HeartenReminderDialog *self, const char *text, HeartenRule *rule)
{
  HeartenReminders *reminders = hearten_context_get_reminders (self->context);
  HeartenPurpose purpose = get_purpose (self);

  hearten_reminders_set_page (reminders, self->reminder, get_page (self));
  hearten_reminders_set_purpose (reminders, self->reminder, purpose);
  hearten_reminders_set_text (reminders, self->reminder, text);
  hearten_reminders_set_wording (reminders, self->reminder, get_wording (self));
  hearten_reminders_set_rule (reminders, self->reminder, rule);
  hearten_reminders_set_unless (reminders, self->reminder, get_unless (self));
}

static void
add (HeartenReminderDialog *self, const char *text, HeartenRule *rule)
{
  HeartenReminders *reminders = hearten_context_get_reminders (self->context);
  HeartenReminder *reminder = hearten_reminders_add (reminders, get_purpose (self), text, rule,
                                                     get_page (self));

  hearten_reminders_set_wording (reminders, reminder, get_wording (self));
  hearten_reminders_set_unless (reminders, reminder, get_unless (self));
}

static void
on_save_clicked_cb (HeartenReminderDialog *self)
{
  g_autoptr (HeartenRule) rule = hearten_rule_editor_dup_rule (self->editor, NULL);
  g_autofree char *text = dup_text (self);

  /* What was typed last may have made it none. */
  if (rule == NULL)
    {
      show_next (self);
      return;
    }

  if (self->reminder != NULL)
    change (self, text, rule);
  else
    add (self, text, rule);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_delete_activated_cb (HeartenReminderDialog *self)
{
  const char *id = hearten_record_get_id (HEARTEN_RECORD (self->reminder));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.delete-reminder", "s", id);
  adw_dialog_close (ADW_DIALOG (self));
}

/* Filling */

static void
fill_purposes (HeartenReminderDialog *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (purposes); i++)
    gtk_string_list_append (labels, hearten_purpose_get_label (purposes[i]));
  adw_combo_row_set_model (self->purpose_row, G_LIST_MODEL (labels));
}

static void
fill_plans (HeartenReminderDialog *self)
{
  GDate today = hearten_day_today (hearten_context_get_clock (self->context));
  g_autoptr (GArray) plans = hearten_tip_uses_find_plans (
      hearten_context_get_tips (self->context), hearten_context_get_items (self->context),
      hearten_gate_get_allows_contact (hearten_context_get_gate (self->context)), &today);

  for (guint i = 0; i < plans->len; i++)
    {
      HeartenDatedItem *plan = &g_array_index (plans, HeartenDatedItem, i);
      g_autofree char *day = hearten_day_words_dup (&plan->day, &today);
      /* Translators: a plan and its day, such as "A day by the sea · Friday, 4 December" */
      g_autofree char *title = g_strdup_printf (C_ ("plan in a list", "%1$s · %2$s"),
                                                hearten_item_get_text (plan->item), day);

      hearten_rule_editor_add_plan (self->editor, hearten_record_get_id (HEARTEN_RECORD (plan->item)), title);
    }
}

static void
fill_for_plan (HeartenReminderDialog *self)
{
  const int morning = 9 * 60, on_the_day = 0;
  HeartenRuleParts parts = { .repeat = HEARTEN_REPEAT_RELATIVE,
                             .times = &morning,
                             .n_times = 1,
                             .anchor = hearten_record_get_id (HEARTEN_RECORD (self->plan)),
                             .on = &on_the_day,
                             .n_on = 1 };

  self->rule = hearten_rule_new (&parts, NULL);
  self->wording = HEARTEN_WORDING_OWN;
  select_purpose (self, HEARTEN_PURPOSE_OWN);
  gtk_editable_set_text (GTK_EDITABLE (self->text_row), hearten_item_get_text (self->plan));
}

static void
fill_new (HeartenReminderDialog *self)
{
  HeartenReminders *reminders = hearten_context_get_reminders (self->context);
  gboolean patient = hearten_suggestion_is_taken (reminders, HEARTEN_PURPOSE_PATIENCE);
  HeartenPurpose purpose = patient ? HEARTEN_PURPOSE_OWN : HEARTEN_PURPOSE_PATIENCE;
  int minute = hearten_suggestion_get_minute (purpose);

  self->rule = hearten_rule_new_daily_at (minute / 60, minute % 60);
  self->wording = HEARTEN_WORDING_DECK;
  select_purpose (self, purpose);
}

static void
fill_edit (HeartenReminderDialog *self)
{
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Edit Reminder"));
  self->rule = hearten_rule_ref (hearten_reminder_get_rule (self->reminder));
  self->wording = hearten_reminder_get_wording (self->reminder);
  select_purpose (self, hearten_reminder_get_purpose (self->reminder));
  gtk_editable_set_text (GTK_EDITABLE (self->text_row), hearten_reminder_get_text (self->reminder));
  gtk_widget_set_visible (self->delete_group, TRUE);
}

static void
hearten_reminder_dialog_constructed (GObject *object)
{
  HeartenReminderDialog *self = HEARTEN_REMINDER_DIALOG (object);

  G_OBJECT_CLASS (hearten_reminder_dialog_parent_class)->constructed (object);

  fill_purposes (self);
  fill_plans (self);
  if (self->reminder != NULL)
    fill_edit (self);
  else if (self->plan != NULL)
    fill_for_plan (self);
  else
    fill_new (self);
  hearten_rule_editor_set_rule (self->editor, self->rule, hearten_context_get_clock (self->context));
  on_purpose_selected_cb (self);
  if (self->reminder != NULL)
    select_unless (self, hearten_reminder_get_unless (self->reminder));
  show_next (self);
  adw_dialog_set_focus (ADW_DIALOG (self), gtk_widget_get_visible (GTK_WIDGET (self->text_row))
                                               ? GTK_WIDGET (self->text_row)
                                               : GTK_WIDGET (self->purpose_row));
}

/* GObject */

static void
hearten_reminder_dialog_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  HeartenReminderDialog *self = HEARTEN_REMINDER_DIALOG (object);

  switch (prop_id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, self->context);
      break;
    case PROP_REMINDER:
      g_value_set_object (value, self->reminder);
      break;
    case PROP_PLAN:
      g_value_set_object (value, self->plan);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearten_reminder_dialog_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  HeartenReminderDialog *self = HEARTEN_REMINDER_DIALOG (object);

  switch (prop_id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;
    case PROP_REMINDER:
      self->reminder = g_value_dup_object (value);
      break;
    case PROP_PLAN:
      self->plan = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearten_reminder_dialog_dispose (GObject *object)
{
  HeartenReminderDialog *self = HEARTEN_REMINDER_DIALOG (object);

  g_clear_handle_id (&self->announcing, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTEN_TYPE_REMINDER_DIALOG);
  g_clear_object (&self->context);
  g_clear_object (&self->reminder);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->rule, hearten_rule_unref);

  G_OBJECT_CLASS (hearten_reminder_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (HEARTEN_TYPE_RULE_EDITOR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/hearten_app/Hearten/ui/hearten-reminder-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenReminderDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, HeartenReminderDialog, purpose_row);
  gtk_widget_class_bind_template_child (widget_class, HeartenReminderDialog, wording_row);
  gtk_widget_class_bind_template_child (widget_class, HeartenReminderDialog, text_row);
  gtk_widget_class_bind_template_child (widget_class, HeartenReminderDialog, fallback);
  gtk_widget_class_bind_template_child (widget_class, HeartenReminderDialog, editor);
  gtk_widget_class_bind_template_child (widget_class, HeartenReminderDialog, unless_row);
  gtk_widget_class_bind_template_child (widget_class, HeartenReminderDialog, next);
  gtk_widget_class_bind_template_child (widget_class, HeartenReminderDialog, delete_group);
  gtk_widget_class_bind_template_callback (widget_class, on_purpose_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_wording_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_rule_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_unless_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_delete_activated_cb);
}

static void
hearten_reminder_dialog_class_init (HeartenReminderDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = hearten_reminder_dialog_constructed;
  object_class->dispose = hearten_reminder_dialog_dispose;
  object_class->get_property = hearten_reminder_dialog_get_property;
  object_class->set_property = hearten_reminder_dialog_set_property;

  properties[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, HEARTEN_TYPE_CONTEXT, flags);
  properties[PROP_REMINDER] = g_param_spec_object ("reminder", NULL, NULL, HEARTEN_TYPE_REMINDER, flags);
  properties[PROP_PLAN] = g_param_spec_object ("plan", NULL, NULL, HEARTEN_TYPE_ITEM, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
hearten_reminder_dialog_init (HeartenReminderDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
hearten_reminder_dialog_new (HeartenContext *context, HeartenReminder *reminder)
{
  g_return_val_if_fail (HEARTEN_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (reminder == NULL || HEARTEN_IS_REMINDER (reminder), NULL);

  return g_object_new (HEARTEN_TYPE_REMINDER_DIALOG, "context", context, "reminder", reminder, NULL);
}

AdwDialog *
hearten_reminder_dialog_new_for_plan (HeartenContext *context, HeartenItem *plan)
{
  g_return_val_if_fail (HEARTEN_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (HEARTEN_IS_ITEM (plan), NULL);

  return g_object_new (HEARTEN_TYPE_REMINDER_DIALOG, "context", context, "plan", plan, NULL);
}
