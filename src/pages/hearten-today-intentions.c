/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-today-intentions.h"

#include <glib/gi18n.h>

#include "hearten-day.h"
#include "hearten-list.h"
#include "hearten-rows.h"
#include "hearten-tip-uses.h"

struct _HeartenTodayIntentions
{
  HeartenTodayCard parent_instance;

  AdwPreferencesGroup *group;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (HeartenTodayIntentions, hearten_today_intentions, HEARTEN_TYPE_TODAY_CARD)

static HeartenIntention *
get_intention (gpointer check)
{
  return g_object_get_data (check, "hearten-intention");
}

static void
on_check_toggled_cb (HeartenTodayIntentions *self, GtkCheckButton *check)
{
  HeartenContext *context = hearten_today_card_get_context (HEARTEN_TODAY_CARD (self));
  GDate today = hearten_day_today (hearten_context_get_clock (context));
  HeartenIntention *intention = get_intention (check);

  if (self->setting)
    return;
  hearten_intentions_set_kept (hearten_context_get_intentions (context), intention, &today,
                               gtk_check_button_get_active (check));
  hearten_practices_begin (hearten_context_get_practices (context), hearten_intention_get_tip (intention));
}

static GtkWidget *
new_row (HeartenTodayIntentions *self, HeartenIntention *intention)
{
  GtkWidget *row = hearten_list_new_row ("", NULL), *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (check), "hearten-intention", g_object_ref (intention), g_object_unref);
  g_object_set_data (G_OBJECT (row), "hearten-check", check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_check_toggled_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  return row;
}

static void
refresh_row (HeartenTodayIntentions *self, GtkWidget *row, const GDate *today)
{
  GtkCheckButton *check = g_object_get_data (G_OBJECT (row), "hearten-check");
  HeartenIntention *intention = get_intention (check);
  const char *text = hearten_intention_get_text (intention);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_sensitive (row, !hearten_record_is_read_only (HEARTEN_RECORD (intention)));
  self->setting = TRUE;
  gtk_check_button_set_active (check, hearten_intention_is_kept (intention, today));
  self->setting = FALSE;
}

static GPtrArray *
find_due (HeartenContext *context, const GDate *today)
{
  gboolean allows_contact = hearten_gate_get_allows_contact (hearten_context_get_gate (context));
  g_autoptr (GArray)
      uses = hearten_tip_uses_find (hearten_context_get_tips (context), allows_contact, "rhythm", NULL);
  GPtrArray *due = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < uses->len; i++)
    {
      HeartenTipUse *use = &g_array_index (uses, HeartenTipUse, i);
      g_autoptr (GPtrArray) list = hearten_intentions_dup_list (hearten_context_get_intentions (context),
                                                                hearten_tip_get_id (use->tip),
                                                                hearten_tip_face_get_nick (use->face), FALSE);

      for (guint j = 0; j < list->len; j++)
        if (hearten_intention_is_due (g_ptr_array_index (list, j), today))
          g_ptr_array_add (due, g_object_ref (g_ptr_array_index (list, j)));
    }
  return due;
}

static gboolean
shows (HeartenTodayIntentions *self, GPtrArray *due)
{
  GPtrArray *rows = hearten_rows_get (self->group);

  if (rows->len != due->len)
    return FALSE;
  for (guint i = 0; i < due->len; i++)
    if (get_intention (g_object_get_data (rows->pdata[i], "hearten-check")) != g_ptr_array_index (due, i))
      return FALSE;
  return TRUE;
}

/* Rows that stay the same are left where they are: one of them may have the focus. */
static void
hearten_today_intentions_refresh (HeartenTodayCard *card, HeartenContext *context)
{
  HeartenTodayIntentions *self = HEARTEN_TODAY_INTENTIONS (card);
  GDate today = hearten_day_today (hearten_context_get_clock (context));
  g_autoptr (GPtrArray) due = find_due (context, &today);

  if (!shows (self, due))
    {
      hearten_rows_clear (self->group);
      for (guint i = 0; i < due->len; i++)
        hearten_rows_add (self->group, new_row (self, g_ptr_array_index (due, i)));
    }
  for (guint i = 0; i < due->len; i++)
    refresh_row (self, hearten_rows_get (self->group)->pdata[i], &today);
  gtk_widget_set_visible (GTK_WIDGET (self), due->len > 0);
}

static void
hearten_today_intentions_class_init (HeartenTodayIntentionsClass *klass)
{
  HEARTEN_TODAY_CARD_CLASS (klass)->refresh = hearten_today_intentions_refresh;
}

static void
hearten_today_intentions_init (HeartenTodayIntentions *self)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _ ("For Today"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}
