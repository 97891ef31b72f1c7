/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-cards.h"

#include <glib/gi18n.h>

#include "hearten-list.h"
#include "hearten-rows.h"

struct _HeartenCards
{
  HeartenActivity parent_instance;

  GStrv ids; /* of the cards there are now */
  gboolean filling;

  GtkLabel *invite;
  GtkWidget *draw;
  GtkWidget *table;
  GtkLabel *card;
  GtkLabel *left;
  GtkToggleButton *keep;
  AdwButtonContent *keep_content;
  GtkWidget *another;
  GtkWidget *kept_list;
  AdwExpanderRow *kept;
};

G_DEFINE_FINAL_TYPE (HeartenCards, hearten_cards, HEARTEN_TYPE_ACTIVITY)

static HeartenDecks *
get_decks (HeartenCards *self)
{
  return hearten_context_get_decks (hearten_activity_get_context (HEARTEN_ACTIVITY (self)));
}

static const char *
get_tip (HeartenCards *self)
{
  return hearten_activity_get_tip_id (HEARTEN_ACTIVITY (self));
}

static const char *
get_face (HeartenCards *self)
{
  return hearten_activity_get_face_nick (HEARTEN_ACTIVITY (self));
}

static HeartenDeck *
get_deck (HeartenCards *self)
{
  return hearten_decks_find (get_decks (self), get_tip (self), get_face (self));
}

/* Returns the card's words, or NULL where it is not in the deck any more. */
static char *
dup_words (HeartenCards *self, const char *id)
{
  HeartenActivity *activity = HEARTEN_ACTIVITY (self);
  const HeartenTipNode *card = id != NULL ? hearten_tip_node_find_id (hearten_activity_get_node (activity),
                                                                      "card", id)
                                          : NULL;

  return card != NULL ? hearten_activity_fill (activity, hearten_tip_node_get_text (card)) : NULL;
}

static const char *
get_current (HeartenCards *self)
{
  HeartenDeck *deck = get_deck (self);

  return deck != NULL ? hearten_deck_get_current (deck) : NULL;
}

/* Kept cards */

static GtkWidget *
create_button (const char *icon, const char *action, const char *id, const char *tooltip, const char *spoken)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return button;
}

static void
add_kept (HeartenCards *self, const char *id, const char *words)
{
  GtkWidget *row = hearten_list_new_row (words, NULL);
  /* Translators: what a button does, with the words of a card. */
  g_autofree char *write_it = g_strdup_printf (_ ("Write about “%s”"), words);
  /* Translators: what a button does, with the words of a card. */
  g_autofree char *remove_it = g_strdup_printf (_ ("No longer keep “%s”"), words);

  adw_action_row_add_suffix (
      ADW_ACTION_ROW (row),
      create_button ("document-edit-symbolic", "cards.write-kept", id, _ ("Write About It"), write_it));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_button ("starred-symbolic", "cards.let-go", id,
                                                                  _ ("No Longer Keep"), remove_it));
  hearten_rows_add (self->kept, row);
}

static void
update_kept (HeartenCards *self)
{
  HeartenDeck *deck = get_deck (self);
  g_auto (GStrv) ids = deck != NULL ? hearten_deck_dup_kept (deck) : NULL;

  hearten_rows_clear (self->kept);
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      g_autofree char *words = dup_words (self, ids[i]);

      if (words != NULL)
        add_kept (self, ids[i], words);
    }
  gtk_widget_set_visible (self->kept_list, hearten_rows_get (self->kept)->len > 0);
}

/* The table */

static void
update_table (HeartenCards *self)
{
  const char *current = get_current (self);
  g_autofree char *words = dup_words (self, current);
  guint left = hearten_decks_count_left (get_decks (self), get_tip (self), get_face (self),
                                         (const char *const *) self->ids);
  g_autofree char *more = g_strdup_printf (g_dngettext (NULL, "%u more card before they come round again",
                                                        "%u more cards before they come round again", left),
                                           left);
  gboolean kept = words != NULL &&
                  hearten_deck_get_state (get_deck (self), current) == HEARTEN_CARD_STATE_KEPT;

  gtk_widget_set_visible (self->draw, words == NULL);
  gtk_widget_set_visible (self->table, words != NULL);
  if (words == NULL)
    return;
  gtk_label_set_label (self->card, words);
  gtk_label_set_label (self->left, left > 0 ? more : _ ("That was the last one. They come round again now."));
  self->filling = TRUE;
  gtk_toggle_button_set_active (self->keep, kept);
  self->filling = FALSE;
  adw_button_content_set_icon_name (self->keep_content, kept ? "starred-symbolic" : "non-starred-symbolic");
  adw_button_content_set_label (self->keep_content, kept ? C_ ("a card", "Kept") : C_ ("a card", "Keep"));
}

static void
update (HeartenCards *self)
{
  update_table (self);
  update_kept (self);
}

/* Doing */

static void
draw (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenCards *self = HEARTEN_CARDS (widget);
  const char *old = get_current (self);
  gboolean first = old == NULL;

  if (old != NULL && hearten_deck_get_state (get_deck (self), old) == HEARTEN_CARD_STATE_DRAWN)
    hearten_decks_set_state (get_decks (self), get_tip (self), get_face (self), old,
                             HEARTEN_CARD_STATE_SKIPPED);
  if (hearten_decks_draw (get_decks (self), get_tip (self), get_face (self),
                          (const char *const *) self->ids) == NULL)
    return;
  hearten_activity_begin (HEARTEN_ACTIVITY (self));
  if (first)
    gtk_widget_grab_focus (self->another);
  hearten_activity_reveal (HEARTEN_ACTIVITY (self), self->table);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_label (self->card),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
on_keep_toggled_cb (HeartenCards *self)
{
  if (!self->filling && get_current (self) != NULL)
    hearten_decks_set_state (get_decks (self), get_tip (self), get_face (self), get_current (self),
                             gtk_toggle_button_get_active (self->keep) ? HEARTEN_CARD_STATE_KEPT
                                                                       : HEARTEN_CARD_STATE_DRAWN);
}

static void
write_about (HeartenCards *self, const char *id)
{
  g_autofree char *words = dup_words (self, id);

  if (words != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.write-prompt", "(ss)", get_tip (self), words);
}

static void
write_current (GtkWidget *widget, const char *name, GVariant *parameter)
{
  write_about (HEARTEN_CARDS (widget), get_current (HEARTEN_CARDS (widget)));
}

static void
write_kept (GtkWidget *widget, const char *name, GVariant *parameter)
{
  write_about (HEARTEN_CARDS (widget), g_variant_get_string (parameter, NULL));
}

static void
let_go (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenCards *self = HEARTEN_CARDS (widget);

  gtk_widget_activate_action (widget, "win.let-card-go", "(sss)", get_tip (self), get_face (self),
                              g_variant_get_string (parameter, NULL));
  gtk_widget_grab_focus (gtk_widget_get_visible (self->draw) ? self->draw : self->another);
}

static void
put_away (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenCards *self = HEARTEN_CARDS (widget);

  hearten_decks_put_away (get_decks (self), get_tip (self), get_face (self));
  gtk_widget_grab_focus (self->draw);
}

/* GObject */

static void
fill_ids (HeartenCards *self, const HeartenTipNode *node)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < hearten_tip_node_get_n_children (node); i++)
    if (hearten_tip_node_is (hearten_tip_node_get_child (node, i), "card"))
      g_strv_builder_add (ids, hearten_tip_node_get_id (hearten_tip_node_get_child (node, i)));
  self->ids = g_strv_builder_end (ids);
}

static void
hearten_cards_constructed (GObject *object)
{
  HeartenCards *self = HEARTEN_CARDS (object);
  HeartenActivity *activity = HEARTEN_ACTIVITY (object);
  g_autofree char *invite = hearten_activity_fill_child (activity, "invite");
  g_autofree char *begin = hearten_activity_fill_child (activity, "begin");

  G_OBJECT_CLASS (hearten_cards_parent_class)->constructed (object);

  fill_ids (self, hearten_activity_get_node (activity));
  gtk_label_set_label (self->invite, invite);
  gtk_button_set_label (GTK_BUTTON (self->draw), begin);
  g_signal_connect_object (get_decks (self), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_decks (self), "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
hearten_cards_dispose (GObject *object)
{
  HeartenCards *self = HEARTEN_CARDS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTEN_TYPE_CARDS);
  g_clear_pointer (&self->ids, g_strfreev);

  G_OBJECT_CLASS (hearten_cards_parent_class)->dispose (object);
}

static void
hearten_cards_class_init (HeartenCardsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = hearten_cards_constructed;
  object_class->dispose = hearten_cards_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-cards.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenCards, invite);
  gtk_widget_class_bind_template_child (widget_class, HeartenCards, draw);
  gtk_widget_class_bind_template_child (widget_class, HeartenCards, table);
  gtk_widget_class_bind_template_child (widget_class, HeartenCards, card);
  gtk_widget_class_bind_template_child (widget_class, HeartenCards, left);
  gtk_widget_class_bind_template_child (widget_class, HeartenCards, keep);
  gtk_widget_class_bind_template_child (widget_class, HeartenCards, keep_content);
  gtk_widget_class_bind_template_child (widget_class, HeartenCards, another);
  gtk_widget_class_bind_template_child (widget_class, HeartenCards, kept_list);
  gtk_widget_class_bind_template_child (widget_class, HeartenCards, kept);
  gtk_widget_class_bind_template_callback (widget_class, on_keep_toggled_cb);
  gtk_widget_class_install_action (widget_class, "cards.draw", NULL, draw);
  gtk_widget_class_install_action (widget_class, "cards.write", NULL, write_current);
  gtk_widget_class_install_action (widget_class, "cards.write-kept", "s", write_kept);
  gtk_widget_class_install_action (widget_class, "cards.let-go", "s", let_go);
  gtk_widget_class_install_action (widget_class, "cards.put-away", NULL, put_away);
}

static void
hearten_cards_init (HeartenCards *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
