/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-away.h"

#include <glib/gi18n.h>

#include "hearten-list.h"
#include "hearten-rows.h"

#define RECORD "hearten-record"

struct _HeartenAway
{
  AdwBin parent_instance;

  GtkWidget *expander;
};

G_DEFINE_FINAL_TYPE (HeartenAway, hearten_away, ADW_TYPE_BIN)

enum { BRING_BACK, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
on_clicked_cb (HeartenAway *self, GtkWidget *button)
{
  g_signal_emit (self, signals[BRING_BACK], 0, g_object_get_data (G_OBJECT (button), RECORD));
}

static void
add_row (HeartenAway *self, HeartenRecord *record, const char *text)
{
  GtkWidget *row = hearten_list_new_row (text, NULL), *button = gtk_button_new_with_label (_ ("Bring Back"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), RECORD, g_object_ref (record), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  hearten_rows_add (self->expander, row);
}

/* GObject */

static void
hearten_away_class_init (HeartenAwayClass *klass)
{
  /**
   * HeartenAway::bring-back:
   * @record: what is to be seen again
   */
  signals[BRING_BACK] = g_signal_new ("bring-back", HEARTEN_TYPE_AWAY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, HEARTEN_TYPE_RECORD);
}

static void
hearten_away_init (HeartenAway *self)
{
  GtkWidget *list = hearten_list_new ();

  self->expander = adw_expander_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->expander), _ ("Out of Sight"));
  gtk_list_box_append (GTK_LIST_BOX (list), self->expander);
  adw_bin_set_child (ADW_BIN (self), list);
}

/* Public */

GtkWidget *
hearten_away_new (void)
{
  return g_object_new (HEARTEN_TYPE_AWAY, NULL);
}

void
hearten_away_show (HeartenAway *self, GPtrArray *records, HeartenAwayText get_text)
{
  g_return_if_fail (HEARTEN_IS_AWAY (self));

  hearten_rows_clear (self->expander);
  for (guint i = 0; i < records->len; i++)
    add_row (self, records->pdata[i], get_text (records->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self), records->len > 0);
}
