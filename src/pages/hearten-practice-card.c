/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-practice-card.h"

#include "hearten-tip.h"

#include <glib/gi18n.h>

/* Which of an activity's texts there are to look through, and what to call them. */
static const struct
{
  const char *kind;
  const char *element;
  const char *title;
} contents[] = {
  { "worksheet", "prompt", N_ ("The questions") },
  { "letter", "prompt", N_ ("What it can say") },
  { "checkin", "prompt", N_ ("The questions") },
  { "collection", "example", N_ ("To give you an idea") },
  { "rhythm", "example", N_ ("To give you an idea") },
  { "cards", "card", N_ ("The cards") },
  { "timer", "line", N_ ("Along the way") },
  { "space", "plan", N_ ("Plans for hard moments") },
};

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
new_text_row (const HeartenTipNode *node, const char *name)
{
  const char *ask = hearten_tip_node_find_text (node, "ask");
  const char *hint = hearten_tip_node_find_text (node, "hint");
  g_autofree char *title = hearten_tip_fill_name (ask != NULL ? ask : hearten_tip_node_get_text (node), name);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (hint != NULL)
    {
      g_autofree char *subtitle = hearten_tip_fill_name (hint, name);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
    }
  return row;
}

static GtkWidget *
new_contents (const HeartenTipNode *activity, const char *element, const char *title, const char *name)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *expander = adw_expander_row_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), title);
  for (guint i = 0; i < hearten_tip_node_get_n_children (activity); i++)
    {
      const HeartenTipNode *child = hearten_tip_node_get_child (activity, i);

      if (hearten_tip_node_is (child, element))
        adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), new_text_row (child, name));
    }
  gtk_list_box_append (GTK_LIST_BOX (list), expander);
  return list;
}

/* The activities that have a page of their own. */
static const struct
{
  const char *kind;
  const char *label;
  const char *action;
} places[] = {
  { "space", N_ ("Open Space"), "win.show-page::space" },
  { "directory", N_ ("Find Help"), "win.show-page::help" },
};

static GtkWidget *
new_button (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  return button;
}

GtkWidget *
hearten_practice_card_new (const HeartenTipNode *activity, const char *name)
{
  const char *kind = hearten_tip_node_get_attribute (activity, "kind");
  g_autofree char *invite = hearten_tip_fill_name (hearten_tip_node_find_text (activity, "invite"), name);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (GTK_BOX (card), new_label (invite, "practice-invite"));
  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    if (g_str_equal (contents[i].kind, kind))
      gtk_box_append (GTK_BOX (card),
                      new_contents (activity, contents[i].element, _ (contents[i].title), name));
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (places[i].kind, kind))
      gtk_box_append (GTK_BOX (card), new_button (_ (places[i].label), places[i].action));
  return card;
}
