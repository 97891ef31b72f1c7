/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-rhythm-row.h"

#include <glib/gi18n.h>

#include "hearten-day-words.h"
#include "hearten-paragraph.h"

#define DAYS 7

struct _HeartenRhythmRow
{
  GtkListBoxRow parent_instance;

  HeartenIntentions *intentions;
  HeartenIntention *intention;
  GtkLabel *title;
  GtkLabel *weekdays;
  GtkLabel *lately;
  GtkToggleButton *days[DAYS]; /* in the order of the locale's week */
  GDate first;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (HeartenRhythmRow, hearten_rhythm_row, GTK_TYPE_LIST_BOX_ROW)

enum { EDIT, TICKED, N_SIGNALS };

static guint signals[N_SIGNALS];

char *
hearten_rhythm_dup_lately (HeartenIntention *intention, const GDate *today)
{
  guint kept, occasions = hearten_intention_count_lately (intention, today, DAYS, &kept);

  if (occasions == 0)
    return g_strdup (_ ("It begins with the first day you tick."));
  if (kept == 0)
    return g_strdup (_ ("It waits for a day that fits."));
  /* Translators: how often something was done lately: "Kept 5 of the last 7." */
  return g_strdup_printf (ngettext ("Kept %1$u of the last %2$u.", "Kept %1$u of the last %2$u.", occasions),
                          kept, occasions);
}

static void
on_day_toggled_cb (HeartenRhythmRow *self, GtkToggleButton *button)
{
  GDate day = self->first;

  if (self->setting)
    return;
  for (guint i = 0; i < DAYS; i++)
    if (self->days[i] == button && i > 0)
      g_date_add_days (&day, i);
  hearten_intentions_set_kept (self->intentions, self->intention, &day,
                               gtk_toggle_button_get_active (button));
  g_signal_emit (self, signals[TICKED], 0);
}

static void
on_edit_clicked_cb (HeartenRhythmRow *self)
{
  g_signal_emit (self, signals[EDIT], 0);
}

/* Building */

static GtkWidget *
new_week (HeartenRhythmRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  for (guint i = 0; i < DAYS; i++)
    {
      GtkWidget *day = gtk_toggle_button_new ();

      /* A button's own label would be its name; here it is the day and the words. */
      gtk_button_set_child (GTK_BUTTON (day), gtk_label_new (NULL));

      gtk_widget_add_css_class (day, "week-day");
      self->days[i] = GTK_TOGGLE_BUTTON (day);
      g_signal_connect_object (day, "toggled", G_CALLBACK (on_day_toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), day);
    }
  return box;
}

static GtkWidget *
new_heading (HeartenRhythmRow *self)
{
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *edit = gtk_button_new_from_icon_name ("document-edit-symbolic");

  self->title = GTK_LABEL (hearten_paragraph_new (NULL, NULL));
  self->weekdays = GTK_LABEL (hearten_paragraph_new (NULL, "caption"));
  gtk_widget_add_css_class (GTK_WIDGET (self->weekdays), "dimmed");
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->weekdays));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_add_css_class (edit, "flat");
  gtk_widget_set_valign (edit, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (edit, _ ("Days, Month and More"));
  g_signal_connect_object (edit, "clicked", G_CALLBACK (on_edit_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (heading), words);
  gtk_box_append (GTK_BOX (heading), edit);
  return heading;
}

/* GObject */

static void
hearten_rhythm_row_dispose (GObject *object)
{
  HeartenRhythmRow *self = HEARTEN_RHYTHM_ROW (object);

  g_clear_object (&self->intention);
  g_clear_object (&self->intentions);

  G_OBJECT_CLASS (hearten_rhythm_row_parent_class)->dispose (object);
}

static void
hearten_rhythm_row_class_init (HeartenRhythmRowClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_rhythm_row_dispose;
  signals[EDIT] = g_signal_new ("edit", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TICKED] = g_signal_new ("ticked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hearten_rhythm_row_init (HeartenRhythmRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_box_append (GTK_BOX (box), new_heading (self));
  gtk_box_append (GTK_BOX (box), new_week (self));
  self->lately = GTK_LABEL (hearten_paragraph_new (NULL, "caption"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->lately));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  g_date_clear (&self->first, 1);
}

/* Public */

GtkWidget *
hearten_rhythm_row_new (HeartenIntentions *intentions, HeartenIntention *intention)
{
  HeartenRhythmRow *self = g_object_new (HEARTEN_TYPE_RHYTHM_ROW, NULL);

  self->intentions = g_object_ref (intentions);
  self->intention = g_object_ref (intention);
  return GTK_WIDGET (self);
}

HeartenIntention *
hearten_rhythm_row_get_intention (HeartenRhythmRow *self)
{
  g_return_val_if_fail (HEARTEN_IS_RHYTHM_ROW (self), NULL);

  return self->intention;
}

static void
refresh_day (HeartenRhythmRow *self, guint place, const GDate *today)
{
  GtkWidget *button = GTK_WIDGET (self->days[place]);
  GDate day = self->first;
  g_autofree char *words = NULL, *label = NULL, *name = NULL;
  g_autoptr (GDateTime) noon = NULL;

  if (place > 0)
    g_date_add_days (&day, place);
  noon = g_date_time_new_utc (g_date_get_year (&day), g_date_get_month (&day), g_date_get_day (&day), 12, 0,
                              0);
  label = g_date_time_format (noon, "%a");
  words = hearten_day_words_dup_plain (&day);
  /* Translators: a day to tick, for a screen reader: the day, and what was meant to be done. */
  name = g_strdup_printf (_ ("%1$s: %2$s"), words, hearten_intention_get_text (self->intention));
  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (button, words);
  gtk_toggle_button_set_active (self->days[place], hearten_intention_is_kept (self->intention, &day));
  gtk_widget_set_sensitive (button, g_date_compare (&day, today) <= 0 &&
                                        !hearten_record_is_read_only (HEARTEN_RECORD (self->intention)));
  if (hearten_intention_is_due (self->intention, &day))
    gtk_widget_add_css_class (button, "due");
  else
    gtk_widget_remove_css_class (button, "due");
}

void
hearten_rhythm_row_refresh (HeartenRhythmRow *self, const GDate *today)
{
  g_autofree char *weekdays = NULL, *lately = NULL;
  guint weekday = g_date_get_weekday (today) - G_DATE_MONDAY;
  guint since = (weekday + DAYS - hearten_day_words_get_first_weekday ()) % DAYS;

  g_return_if_fail (HEARTEN_IS_RHYTHM_ROW (self));

  weekdays = hearten_day_words_dup_weekdays (hearten_intention_get_weekdays (self->intention));
  lately = hearten_rhythm_dup_lately (self->intention, today);
  gtk_label_set_label (self->title, hearten_intention_get_text (self->intention));
  gtk_label_set_label (self->weekdays, weekdays);
  gtk_label_set_label (self->lately, lately);
  self->first = *today;
  if (since > 0)
    g_date_subtract_days (&self->first, since);
  self->setting = TRUE;
  for (guint i = 0; i < DAYS; i++)
    refresh_day (self, i, today);
  self->setting = FALSE;
}
