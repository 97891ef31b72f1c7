/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-today-checkins.h"

#include <glib/gi18n.h>

#include "hearten-list.h"
#include "hearten-rows.h"
#include "hearten-tip-uses.h"

struct _HeartenTodayCheckins
{
  HeartenTodayCard parent_instance;

  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (HeartenTodayCheckins, hearten_today_checkins, HEARTEN_TYPE_TODAY_CARD)

static void
add_use (HeartenTodayCheckins *self, HeartenContext *context, HeartenTipUse *use)
{
  HeartenCheckins *checkins = hearten_context_get_checkins (context);
  const char *tip = hearten_tip_get_id (use->tip), *face = hearten_tip_face_get_nick (use->face);
  const char *every = hearten_tip_node_get_attribute (use->node, "every");
  GtkWidget *row;

  if (!hearten_checkins_is_due (checkins, tip, face, every))
    return;
  row = hearten_list_new_way (hearten_tip_face_get_title (use->face),
                              hearten_tip_node_find_text (use->node, "invite"), "win.show-tip", tip);
  hearten_rows_add (self->group, row);
}

static void
hearten_today_checkins_refresh (HeartenTodayCard *card, HeartenContext *context)
{
  HeartenTodayCheckins *self = HEARTEN_TODAY_CHECKINS (card);
  gboolean allows_contact = hearten_gate_get_allows_contact (hearten_context_get_gate (context));
  g_autoptr (GArray)
      uses = hearten_tip_uses_find (hearten_context_get_tips (context), allows_contact, "checkin", NULL);

  hearten_rows_clear (self->group);
  for (guint i = 0; i < uses->len; i++)
    add_use (self, context, &g_array_index (uses, HeartenTipUse, i));
  gtk_widget_set_visible (GTK_WIDGET (self), hearten_rows_get (self->group)->len > 0);
}

static void
hearten_today_checkins_class_init (HeartenTodayCheckinsClass *klass)
{
  HEARTEN_TODAY_CARD_CLASS (klass)->refresh = hearten_today_checkins_refresh;
}

static void
hearten_today_checkins_init (HeartenTodayCheckins *self)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _ ("A Look at the Week"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}
