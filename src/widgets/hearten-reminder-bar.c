/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-reminder-bar.h"

typedef struct
{
  char *key;
  char *text;
  char *page;
  gboolean summary; /* of several: neither noted nor put off as one */
} Item;

struct _HeartenReminderBar
{
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkLabel *words;
  GtkMenuButton *later;

  GPtrArray *items; /* of Item, the newest last */
};

G_DEFINE_FINAL_TYPE (HeartenReminderBar, hearten_reminder_bar, ADW_TYPE_BIN)

enum { DONE, LATER, OPENED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
item_free (gpointer data)
{
  Item *item = data;

  g_free (item->key);
  g_free (item->text);
  g_free (item->page);
  g_free (item);
}

static Item *
get_newest (HeartenReminderBar *self)
{
  return self->items->len > 0 ? g_ptr_array_index (self->items, self->items->len - 1) : NULL;
}

static void
show_newest (HeartenReminderBar *self)
{
  Item *item = get_newest (self);

  if (item != NULL)
    {
      gtk_label_set_label (self->words, item->text);
      gtk_widget_set_visible (GTK_WIDGET (self->later), !item->summary);
    }
  gtk_revealer_set_reveal_child (self->revealer, item != NULL);
}

/* Takes the newest away before it tells, for what is told may show another one. */
static Item *
steal_newest (HeartenReminderBar *self)
{
  Item *item = self->items->len > 0 ? g_ptr_array_steal_index (self->items, self->items->len - 1) : NULL;

  show_newest (self);
  return item;
}

/* Callbacks */

static void
on_done_clicked_cb (HeartenReminderBar *self)
{
  Item *item = steal_newest (self);

  if (item == NULL)
    return;
  if (!item->summary)
    g_signal_emit (self, signals[DONE], 0, item->key);
  item_free (item);
}

static void
on_open_clicked_cb (HeartenReminderBar *self)
{
  Item *item = steal_newest (self);

  if (item == NULL)
    return;
  g_signal_emit (self, signals[OPENED], 0, item->key, item->page);
  item_free (item);
}

static void
put_off (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenReminderBar *self = HEARTEN_REMINDER_BAR (widget);
  GEnumValue *choice = g_enum_get_value_by_nick (g_type_class_get (HEARTEN_TYPE_SNOOZE),
                                                 g_variant_get_string (parameter, NULL));
  Item *item = choice != NULL ? steal_newest (self) : NULL;

  if (item == NULL)
    return;
  g_signal_emit (self, signals[LATER], 0, item->key, choice->value);
  item_free (item);
}

/* GObject */

static void
hearten_reminder_bar_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL); /* or the template and the bin would both take it out */

  G_OBJECT_CLASS (hearten_reminder_bar_parent_class)->dispose (object);
}

static void
hearten_reminder_bar_finalize (GObject *object)
{
  g_ptr_array_unref (HEARTEN_REMINDER_BAR (object)->items);

  G_OBJECT_CLASS (hearten_reminder_bar_parent_class)->finalize (object);
}

static void
add_signals (GType type)
{
  signals[DONE] = g_signal_new ("done", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_STRING);
  signals[LATER] = g_signal_new ("later", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                 G_TYPE_STRING, HEARTEN_TYPE_SNOOZE);
  signals[OPENED] = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_STRING, G_TYPE_STRING);
}

static void
hearten_reminder_bar_class_init (HeartenReminderBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_reminder_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = hearten_reminder_bar_finalize;
  add_signals (G_TYPE_FROM_CLASS (klass));

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-reminder-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenReminderBar, words);
  gtk_widget_class_bind_template_child (widget_class, HeartenReminderBar, later);
  gtk_widget_class_bind_template_callback (widget_class, on_done_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_open_clicked_cb);
  gtk_widget_class_install_action (widget_class, "bar.later", "s", put_off);
}

static void
hearten_reminder_bar_init (HeartenReminderBar *self)
{
  self->items = g_ptr_array_new_with_free_func (item_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Not bound: disposing of the template would leave the bin with a child that is gone. */
  self->revealer = GTK_REVEALER (adw_bin_get_child (ADW_BIN (self)));
}

/* Public */

static void
add (HeartenReminderBar *self, const char *key, const char *text, const char *page, gboolean summary)
{
  Item *item;

  hearten_reminder_bar_remove (self, key);
  item = g_new0 (Item, 1);
  item->key = g_strdup (key);
  item->text = g_strdup (text);
  item->page = g_strdup (page);
  item->summary = summary;
  g_ptr_array_add (self->items, item);
  show_newest (self);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

void
hearten_reminder_bar_add (HeartenReminderBar *self, const char *key, const char *text, const char *page)
{
  g_return_if_fail (HEARTEN_IS_REMINDER_BAR (self));
  g_return_if_fail (key != NULL && text != NULL && page != NULL);

  add (self, key, text, page, FALSE);
}

void
hearten_reminder_bar_add_summary (HeartenReminderBar *self,
                                  const char *id,
                                  const char *text,
                                  const char *page)
{
  g_return_if_fail (HEARTEN_IS_REMINDER_BAR (self));
  g_return_if_fail (id != NULL && text != NULL && page != NULL);

  add (self, id, text, page, TRUE);
}

void
hearten_reminder_bar_remove (HeartenReminderBar *self, const char *key)
{
  g_return_if_fail (HEARTEN_IS_REMINDER_BAR (self) && key != NULL);

  for (guint i = 0; i < self->items->len; i++)
    if (g_str_equal (((Item *) g_ptr_array_index (self->items, i))->key, key))
      {
        g_ptr_array_remove_index (self->items, i);
        show_newest (self);
        return;
      }
}

void
hearten_reminder_bar_set_time (HeartenReminderBar *self, gint64 now, GTimeZone *zone)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GEnumClass *choices = g_type_class_get (HEARTEN_TYPE_SNOOZE);

  g_return_if_fail (HEARTEN_IS_REMINDER_BAR (self) && zone != NULL);

  for (guint i = 0; i < choices->n_values; i++)
    {
      HeartenSnooze choice = (HeartenSnooze) choices->values[i].value;
      g_autofree char *action = g_strconcat ("bar.later::", choices->values[i].value_nick, NULL);

      if (hearten_snooze_find (choice, now, zone) != 0)
        g_menu_append (menu, hearten_snooze_get_label (choice), action);
    }
  gtk_menu_button_set_menu_model (self->later, G_MENU_MODEL (menu));
}
