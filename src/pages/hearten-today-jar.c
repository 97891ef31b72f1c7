/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-today-jar.h"

#include <glib/gi18n.h>

#include "hearten-jar.h"
#include "hearten-tip-uses.h"

#define HARD -1 /* rainy, or worse */

struct _HeartenTodayJar
{
  HeartenTodayCard parent_instance;

  AdwPreferencesGroup *group;
  GtkWidget *jar;
};

G_DEFINE_FINAL_TYPE (HeartenTodayJar, hearten_today_jar, HEARTEN_TYPE_TODAY_CARD)

static gboolean
is_hard (HeartenContext *context)
{
  g_autoptr (GDateTime) now = hearten_clock_dup_local (hearten_context_get_clock (context));
  int mood = hearten_weathers_get_mood (hearten_context_get_weathers (context), now);

  return mood != HEARTEN_MOOD_UNSET && mood <= HARD;
}

static gboolean
has_items (HeartenContext *context, HeartenTipUse *use)
{
  g_autoptr (GPtrArray)
      list = hearten_items_dup_list (hearten_context_get_items (context), hearten_tip_get_id (use->tip),
                                     hearten_tip_face_get_nick (use->face), FALSE);

  return list->len > 0;
}

static void
hearten_today_jar_refresh (HeartenTodayCard *card, HeartenContext *context)
{
  HeartenTodayJar *self = HEARTEN_TODAY_JAR (card);
  gboolean allows_contact = hearten_gate_get_allows_contact (hearten_context_get_gate (context));
  g_autoptr (GArray)
      uses = hearten_tip_uses_find (hearten_context_get_tips (context), allows_contact, "collection", "jar");
  HeartenTipUse *use = uses->len > 0 ? &g_array_index (uses, HeartenTipUse, 0) : NULL;
  gboolean visible = use != NULL && is_hard (context) && has_items (context, use);

  if (visible && self->jar == NULL)
    {
      self->jar = hearten_jar_new (hearten_context_get_items (context), hearten_tip_get_id (use->tip),
                                   hearten_tip_face_get_nick (use->face));
      adw_preferences_group_set_title (self->group, hearten_tip_face_get_title (use->face));
      adw_preferences_group_add (self->group, self->jar);
    }
  if (!visible && self->jar != NULL)
    hearten_jar_close (HEARTEN_JAR (self->jar));
  gtk_widget_set_visible (GTK_WIDGET (self), visible);
}

static void
hearten_today_jar_class_init (HeartenTodayJarClass *klass)
{
  HEARTEN_TODAY_CARD_CLASS (klass)->refresh = hearten_today_jar_refresh;
}

static void
hearten_today_jar_init (HeartenTodayJar *self)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_description (self->group,
                                         _ ("A hard day. You can draw something that went right."));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}
