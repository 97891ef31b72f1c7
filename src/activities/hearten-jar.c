/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-jar.h"

#include <glib/gi18n.h>

#include "hearten-paragraph.h"

#define FADE_MS 250

struct _HeartenJar
{
  AdwBin parent_instance;

  HeartenItems *items;
  char *tip;
  char *face;
  GtkWidget *card;
  GtkLabel *words;
  GtkButton *draw;
  AdwAnimation *fade;
};

G_DEFINE_FINAL_TYPE (HeartenJar, hearten_jar, ADW_TYPE_BIN)

static void
on_draw_clicked_cb (HeartenJar *self)
{
  HeartenItem *item = hearten_items_draw (self->items, self->tip, self->face, g_random_int ());

  if (item == NULL)
    return;
  gtk_label_set_label (self->words, hearten_item_get_text (item));
  gtk_widget_set_visible (self->card, TRUE);
  gtk_button_set_label (self->draw, _ ("Draw Another"));
  adw_animation_play (self->fade);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), hearten_item_get_text (item),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
hearten_jar_dispose (GObject *object)
{
  HeartenJar *self = HEARTEN_JAR (object);

  if (self->fade != NULL)
    adw_animation_reset (self->fade);
  g_clear_object (&self->fade);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (hearten_jar_parent_class)->dispose (object);
}

static void
hearten_jar_finalize (GObject *object)
{
  HeartenJar *self = HEARTEN_JAR (object);

  g_free (self->tip);
  g_free (self->face);

  G_OBJECT_CLASS (hearten_jar_parent_class)->finalize (object);
}

static void
hearten_jar_class_init (HeartenJarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearten_jar_dispose;
  G_OBJECT_CLASS (klass)->finalize = hearten_jar_finalize;
}

static void
hearten_jar_init (HeartenJar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *words = hearten_paragraph_new (NULL, "title-4");

  self->words = GTK_LABEL (words);
  gtk_widget_add_css_class (words, "drawn");
  self->card = adw_bin_new ();
  gtk_widget_add_css_class (self->card, "card");
  adw_bin_set_child (ADW_BIN (self->card), words);
  gtk_widget_set_visible (self->card, FALSE);
  self->draw = GTK_BUTTON (gtk_button_new_with_label (_ ("Draw One")));
  gtk_widget_set_halign (GTK_WIDGET (self->draw), GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), self->card);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->draw));
  adw_bin_set_child (ADW_BIN (self), box);
  self->fade = adw_timed_animation_new (self->card, 0, 1, FADE_MS,
                                        adw_property_animation_target_new (G_OBJECT (self->card), "opacity"));
  g_signal_connect_object (self->draw, "clicked", G_CALLBACK (on_draw_clicked_cb), self, G_CONNECT_SWAPPED);
}

/* Public */

GtkWidget *
hearten_jar_new (HeartenItems *items, const char *tip, const char *face)
{
  HeartenJar *self = g_object_new (HEARTEN_TYPE_JAR, NULL);

  self->items = g_object_ref (items);
  self->tip = g_strdup (tip);
  self->face = g_strdup (face);
  return GTK_WIDGET (self);
}

void
hearten_jar_close (HeartenJar *self)
{
  g_return_if_fail (HEARTEN_IS_JAR (self));

  gtk_widget_set_visible (self->card, FALSE);
  gtk_button_set_label (self->draw, _ ("Draw One"));
}
