/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-today-card.h"

typedef struct
{
  HeartenContext *context;
  guint idle;
} HeartenTodayCardPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HeartenTodayCard, hearten_today_card, ADW_TYPE_BIN)

#define PRIVATE(self) ((HeartenTodayCardPrivate *) hearten_today_card_get_instance_private (self))

static void
on_idle_cb (gpointer user_data)
{
  HeartenTodayCard *self = user_data;

  PRIVATE (self)->idle = 0;
  hearten_today_card_refresh (self);
}

/* A card that has nothing to say is not mapped, but its page is: so it is the parent that is asked. */
static void
on_source_changed_cb (HeartenTodayCard *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (PRIVATE (self)->idle == 0 && parent != NULL && gtk_widget_get_mapped (parent))
    PRIVATE (self)->idle = g_idle_add_once (on_idle_cb, self);
}

static void
hearten_today_card_dispose (GObject *object)
{
  HeartenTodayCardPrivate *priv = PRIVATE (HEARTEN_TODAY_CARD (object));

  g_clear_handle_id (&priv->idle, g_source_remove);
  g_clear_object (&priv->context);

  G_OBJECT_CLASS (hearten_today_card_parent_class)->dispose (object);
}

static void
hearten_today_card_class_init (HeartenTodayCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearten_today_card_dispose;
}

static void
hearten_today_card_init (HeartenTodayCard *self)
{
}

/* Public */

void
hearten_today_card_set_context (HeartenTodayCard *self, HeartenContext *context)
{
  g_return_if_fail (HEARTEN_IS_TODAY_CARD (self));
  g_return_if_fail (HEARTEN_IS_CONTEXT (context));
  g_return_if_fail (PRIVATE (self)->context == NULL);

  PRIVATE (self)->context = g_object_ref (context);
  hearten_today_card_follow (self, context, "notify::state");
  if (HEARTEN_TODAY_CARD_GET_CLASS (self)->attach != NULL)
    HEARTEN_TODAY_CARD_GET_CLASS (self)->attach (self, context);
  hearten_today_card_refresh (self);
}

HeartenContext *
hearten_today_card_get_context (HeartenTodayCard *self)
{
  g_return_val_if_fail (HEARTEN_IS_TODAY_CARD (self), NULL);

  return PRIVATE (self)->context;
}

void
hearten_today_card_follow (HeartenTodayCard *self, gpointer source, const char *signal)
{
  g_return_if_fail (HEARTEN_IS_TODAY_CARD (self));

  g_signal_connect_object (source, signal, G_CALLBACK (on_source_changed_cb), self, G_CONNECT_SWAPPED);
}

void
hearten_today_card_follow_records (HeartenTodayCard *self, gpointer records)
{
  hearten_today_card_follow (self, records, "items-changed");
  hearten_today_card_follow (self, records, "changed");
}

void
hearten_today_card_refresh (HeartenTodayCard *self)
{
  g_return_if_fail (HEARTEN_IS_TODAY_CARD (self));

  HEARTEN_TODAY_CARD_GET_CLASS (self)->refresh (self, PRIVATE (self)->context);
}
