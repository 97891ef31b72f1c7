/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-space-urges.h"

#include <glib/gi18n.h>

#include "hearten-day.h"
#include "hearten-space-curve.h"

struct _HeartenSpaceUrges
{
  AdwBin parent_instance;

  HeartenContext *context;
  HeartenSpacePeriod *period;

  GtkWidget *open;
  GtkWidget *finish;
  HeartenSpaceCurve *curve;
  GtkLabel *sentence;
  AdwWrapBox *legend;
};

G_DEFINE_FINAL_TYPE (HeartenSpaceUrges, hearten_space_urges, ADW_TYPE_BIN)

/* The rows of the curve; the shapes are those that it draws. */
static const struct
{
  const char *shape;
  HeartenOutcome outcomes[2];
} rows[] = {
  { "◆", { HEARTEN_OUTCOME_WROTE, HEARTEN_OUTCOME_WROTE } },
  { "●", { HEARTEN_OUTCOME_THEY_WROTE, HEARTEN_OUTCOME_THEY_WROTE } },
  { "▪", { HEARTEN_OUTCOME_PRACTICAL, HEARTEN_OUTCOME_CHILDREN } },
};

static GArray *
count (HeartenSpaceUrges *self, HeartenOutcome outcome, HeartenOutcome other, guint n_days)
{
  HeartenUrges *urges = hearten_context_get_urges (self->context);
  GArray *counts = hearten_urges_count_days (urges, self->period, outcome, n_days);
  g_autoptr (GArray) more = NULL;

  if (other == outcome)
    return counts;
  more = hearten_urges_count_days (urges, self->period, other, n_days);
  for (guint i = 0; i < n_days; i++)
    g_array_index (counts, guint, i) += g_array_index (more, guint, i);
  return counts;
}

static guint
sum (GArray *counts)
{
  guint all = 0;

  for (guint i = 0; i < counts->len; i++)
    all += g_array_index (counts, guint, i);
  return all;
}

static void
add_to_legend (HeartenSpaceUrges *self, guint row, guint times, GString *description)
{
  const char *label = row == 2 ? _ ("Practical, or the children (not counted)")
                               : hearten_outcome_get_label (rows[row].outcomes[0]);
  /* Translators: a mark, what it stands for, and how often that was. */
  g_autofree char *text = g_strdup_printf (_ ("%s %s: %u"), rows[row].shape, label, times);
  GtkWidget *shown = gtk_label_new (text);

  gtk_widget_add_css_class (shown, "caption");
  gtk_label_set_wrap (GTK_LABEL (shown), TRUE);
  adw_wrap_box_append (self->legend, shown);
  g_string_append_printf (description, " %s: %u.", label, times);
}

static void
show_curve (HeartenSpaceUrges *self)
{
  GDate today = hearten_day_today (hearten_context_get_clock (self->context));
  GDate first = hearten_space_period_get_started (self->period), last;
  guint n_days, rode;
  gboolean any;
  GArray *counted[G_N_ELEMENTS (rows)];
  g_autoptr (GArray) urges = NULL, all = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (GString) description = NULL;
  GtkWidget *child;

  if (!hearten_space_period_get_last_day (self->period, &last) || g_date_compare (&today, &last) < 0)
    last = today;
  n_days = (guint) MAX (g_date_days_between (&first, &last), 0) + 1;
  urges = count (self, HEARTEN_OUTCOME_RODE, HEARTEN_OUTCOME_OPEN, n_days);
  all = hearten_urges_count_days (hearten_context_get_urges (self->context), self->period,
                                  HEARTEN_OUTCOME_RODE, n_days);
  rode = sum (all);
  any = sum (urges) > 0;
  sentence = rode > 0
                 ? g_strdup_printf (ngettext ("You rode out %u urge.", "You rode out %u urges.", rode), rode)
                 : g_strdup (_ ("When an urge comes, this shows how it went. Contact takes nothing away."));
  description = g_string_new (sentence);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->legend))) != NULL)
    adw_wrap_box_remove (self->legend, child);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      counted[i] = count (self, rows[i].outcomes[0], rows[i].outcomes[1], n_days);
      any = any || sum (counted[i]) > 0;
      add_to_legend (self, i, sum (counted[i]), description);
    }
  gtk_label_set_label (self->sentence, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->curve), any);
  gtk_widget_set_visible (GTK_WIDGET (self->legend), any);
  hearten_space_curve_set (self->curve, urges, counted, G_N_ELEMENTS (rows), description->str);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_array_unref (counted[i]);
}

static void
show_open (HeartenSpaceUrges *self)
{
  g_autoptr (HeartenUrge)
      open = hearten_urges_dup_open (hearten_context_get_urges (self->context), self->period);

  gtk_widget_set_visible (self->open, open != NULL);
  if (open == NULL)
    return;
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->finish), "s",
                                    hearten_record_get_id (HEARTEN_RECORD (open)));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->finish), "win.finish-urge");
}

static void
update (HeartenSpaceUrges *self)
{
  show_open (self);
  show_curve (self);
}

/* Building */

static GtkWidget *
new_menu_button (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();
  GEnumClass *outcomes = g_type_class_get (HEARTEN_TYPE_OUTCOME);

  for (HeartenOutcome i = HEARTEN_OUTCOME_WROTE; i < HEARTEN_N_OUTCOMES; i++)
    {
      g_autofree char *action = g_strdup_printf ("win.note-contact::%s",
                                                 g_enum_get_value (outcomes, (int) i)->value_nick);

      g_menu_append (menu, hearten_outcome_get_label (i), action);
    }
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("_Note Contact"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (button), TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static GtkWidget *
new_chart (HeartenSpaceUrges *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *card = adw_bin_new ();

  self->sentence = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->sentence, TRUE);
  gtk_label_set_xalign (self->sentence, 0);
  self->curve = g_object_new (HEARTEN_TYPE_SPACE_CURVE, NULL);
  self->legend = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->legend, 18);
  adw_wrap_box_set_line_spacing (self->legend, 6);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->sentence));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->curve));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->legend));
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_widget_add_css_class (card, "card");
  adw_bin_set_child (ADW_BIN (card), box);
  return card;
}

/* GObject */

static void
hearten_space_urges_dispose (GObject *object)
{
  HeartenSpaceUrges *self = HEARTEN_SPACE_URGES (object);

  g_clear_object (&self->period);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hearten_space_urges_parent_class)->dispose (object);
}

static void
hearten_space_urges_class_init (HeartenSpaceUrgesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearten_space_urges_dispose;
}

static void
hearten_space_urges_init (HeartenSpaceUrges *self)
{
  GtkWidget *group = adw_preferences_group_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *list = adw_preferences_group_new ();

  self->finish = gtk_button_new_with_mnemonic (_ ("_Say It"));
  gtk_widget_set_valign (self->finish, GTK_ALIGN_CENTER);
  self->open = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->open), _ ("What came of your last urge?"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->open), self->finish);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->open), self->finish);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (list), self->open);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Day by Day"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), new_menu_button ());
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_chart (self));
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), group);
  g_object_bind_property (self->open, "visible", list, "visible", G_BINDING_SYNC_CREATE);
  adw_bin_set_child (ADW_BIN (self), box);
}

/* Public */

void
hearten_space_urges_show (HeartenSpaceUrges *self, HeartenContext *context, HeartenSpacePeriod *period)
{
  g_return_if_fail (HEARTEN_IS_SPACE_URGES (self));

  if (g_set_object (&self->context, context))
    {
      HeartenUrges *urges = hearten_context_get_urges (context);

      g_signal_connect_object (urges, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (urges, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }
  g_set_object (&self->period, period);
  update (self);
}
