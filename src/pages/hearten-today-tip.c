/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-today-tip.h"

#include <glib/gi18n.h>

#include "hearten-day.h"

struct _HeartenTodayTip
{
  HeartenTodayCard parent_instance;

  HeartenTip *tip;
  guint32 julian;      /* the day that @skipped is about */
  GHashTable *skipped; /* the ids of the tips that are not for today */

  GtkWidget *mark;
  GtkLabel *title;
  GtkLabel *reason;
};

G_DEFINE_FINAL_TYPE (HeartenTodayTip, hearten_today_tip, HEARTEN_TYPE_TODAY_CARD)

/* Choosing. What comes instead of today's tip is the tip of the nearest day that has another one. */

static HeartenTip *
choose (HeartenTodayTip *self, HeartenContext *context, GDate day, char **reason)
{
  HeartenTips *tips = hearten_context_get_tips (context);
  guint enough = g_list_model_get_n_items (G_LIST_MODEL (tips)) * 7;

  for (guint i = 0; i <= enough; i++)
    {
      HeartenTip *tip = hearten_tips_of_the_day (
          tips, &day, hearten_situations_get_current (hearten_context_get_situations (context)),
          hearten_context_get_practices (context),
          hearten_gate_get_allows_contact (hearten_context_get_gate (context)), reason);

      if (tip == NULL || !g_hash_table_contains (self->skipped, hearten_tip_get_id (tip)))
        return tip;
      g_clear_pointer (reason, g_free);
      g_date_add_days (&day, 1);
    }
  return NULL;
}

static void
show_stage (HeartenTodayTip *self)
{
  for (HeartenStage stage = 0; stage < HEARTEN_N_STAGES; stage++)
    gtk_widget_remove_css_class (self->mark, hearten_stage_get_nick (stage));
  gtk_widget_add_css_class (self->mark, hearten_stage_get_nick (hearten_tip_get_stage (self->tip)));
}

static void
show_tip (HeartenTodayTip *self, HeartenContext *context, const char *reason)
{
  HeartenTipFace *face = hearten_context_get_face (context, self->tip);
  const char *name = hearten_situations_get_name (hearten_context_get_situations (context));
  g_autofree char *title = hearten_tip_fill_name (hearten_tip_face_get_title (face), name);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->reason, reason);
  show_stage (self);
}

static void
hearten_today_tip_refresh (HeartenTodayCard *card, HeartenContext *context)
{
  HeartenTodayTip *self = HEARTEN_TODAY_TIP (card);
  GDate today = hearten_day_today (hearten_context_get_clock (context));
  g_autofree char *reason = NULL;

  if (self->julian != g_date_get_julian (&today))
    g_hash_table_remove_all (self->skipped);
  self->julian = g_date_get_julian (&today);

  g_set_object (&self->tip, choose (self, context, today, &reason));
  gtk_widget_set_visible (GTK_WIDGET (self),
                          self->tip != NULL && hearten_context_get_state (context) == HEARTEN_CONTEXT_READY);
  if (self->tip != NULL)
    show_tip (self, context, reason);
}

/* When each was put aside they begin again, rather than leave an empty place. */
static void
on_not_today_clicked_cb (HeartenTodayTip *self)
{
  HeartenContext *context = hearten_today_card_get_context (HEARTEN_TODAY_CARD (self));
  g_autofree char *id = g_strdup (hearten_tip_get_id (self->tip));
  g_autofree char *spoken = NULL;

  g_hash_table_add (self->skipped, g_strdup (id));
  hearten_today_card_refresh (HEARTEN_TODAY_CARD (self));
  if (self->tip == NULL)
    {
      g_hash_table_remove_all (self->skipped);
      g_hash_table_add (self->skipped, g_steal_pointer (&id));
      hearten_today_tip_refresh (HEARTEN_TODAY_CARD (self), context);
    }
  /* Translators: read aloud after "Not Today"; %s is the title of the tip that is there now. */
  spoken = g_strdup_printf (_ ("Instead: %s"), gtk_label_get_label (self->title));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), spoken, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
hearten_today_tip_attach (HeartenTodayCard *card, HeartenContext *context)
{
  hearten_today_card_follow_records (card, hearten_context_get_situations (context));
  hearten_today_card_follow_records (card, hearten_context_get_practices (context));
  hearten_today_card_follow (card, hearten_context_get_gate (context), "notify::allows-contact");
}

static void
hearten_today_tip_dispose (GObject *object)
{
  HeartenTodayTip *self = HEARTEN_TODAY_TIP (object);

  g_clear_object (&self->tip);
  g_clear_pointer (&self->skipped, g_hash_table_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTEN_TYPE_TODAY_TIP);

  G_OBJECT_CLASS (hearten_today_tip_parent_class)->dispose (object);
}

static void
hearten_today_tip_class_init (HeartenTodayTipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  HeartenTodayCardClass *card_class = HEARTEN_TODAY_CARD_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_today_tip_dispose;
  card_class->attach = hearten_today_tip_attach;
  card_class->refresh = hearten_today_tip_refresh;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-today-tip.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenTodayTip, mark);
  gtk_widget_class_bind_template_child (widget_class, HeartenTodayTip, title);
  gtk_widget_class_bind_template_child (widget_class, HeartenTodayTip, reason);
  gtk_widget_class_bind_template_callback (widget_class, on_not_today_clicked_cb);
}

static void
hearten_today_tip_init (HeartenTodayTip *self)
{
  self->skipped = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public */

const char *
hearten_today_tip_get_id (HeartenTodayTip *self)
{
  g_return_val_if_fail (HEARTEN_IS_TODAY_TIP (self), NULL);

  return self->tip != NULL ? hearten_tip_get_id (self->tip) : NULL;
}
