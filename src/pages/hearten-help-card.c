/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-help-card.h"

#include "hearten-help-words.h"

#include <glib/gi18n.h>

struct _HeartenHelpCard
{
  AdwBin parent_instance;

  GtkLabel *name;
  GtkLabel *number;
  GtkLabel *ways;
  GtkLabel *notes;
  GtkLabel *as_of;
  GtkWidget *copy;
  GtkWidget *call;
  GtkWidget *page;

  char *contact;
  char *tel;
  char *address;
};

G_DEFINE_FINAL_TYPE (HeartenHelpCard, hearten_help_card, ADW_TYPE_BIN)

/* What is shown */

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* The groups of a number keep their order where text runs from right to left. */
static void
set_number (HeartenHelpCard *self, const char *number)
{
  g_autofree char *isolated = g_strdup_printf ("\u2066%s\u2069", number);
  gboolean rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;

  set_text (self->number, rtl ? isolated : number);
}

static void
set_ways (HeartenHelpCard *self, const HeartenHelpLine *line)
{
  g_autofree char *ways = hearten_help_line_dup_ways (line);
  const char *hours = line->hours != NULL ? hearten_help_words_get (line->hours) : _ ("Hours not known");
  /* Translators: how to reach a help line, and when: "Call, chat · Day and night" */
  g_autofree char *both = g_strdup_printf (C_ ("help line", "%s · %s"), ways, hours);

  if (line->kind == HEARTEN_HELP_DIRECTORY)
    set_text (self->ways, NULL);
  else
    set_text (self->ways, line->kind == HEARTEN_HELP_EMERGENCY && line->hours == NULL ? ways : both);
}

static void
set_notes (HeartenHelpCard *self, const HeartenHelpLine *line)
{
  g_autoptr (GString) notes = g_string_new (NULL);

  for (int i = 0; line->notes[i] != NULL; i++)
    g_string_append_printf (notes, "%s%s", i > 0 ? "\n" : "", hearten_help_words_get (line->notes[i]));
  set_text (self->notes, notes->str);
}

/* Each button says aloud whose it is; its own words alone would be the same on every card. */
static void
set_spoken (GtkWidget *button, char *spoken)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_free (spoken);
}

static void
set_buttons (HeartenHelpCard *self, const HeartenHelpLine *line)
{
  const char *name = hearten_help_words_get (line->name);

  /* Translators: spoken names of buttons; first the number, then who answers. */
  set_spoken (self->copy, g_strdup_printf (_ ("Copy %s, %s"), line->contact, name));
  /* Translators: spoken names of buttons; first the number, then who answers. */
  set_spoken (self->call, g_strdup_printf (_ ("Call %s, %s"), line->contact, name));
  gtk_widget_set_visible (self->call, self->tel != NULL);
  gtk_widget_set_tooltip_text (self->page, self->address);
  if (line->url != NULL)
    {
      /* Translators: a button that opens the organisation's page */
      gtk_button_set_label (GTK_BUTTON (self->page), C_ ("help line", "Web Page"));
      set_spoken (self->page, g_strdup_printf (_ ("Web page of %s"), name));
    }
  else
    {
      /* Translators: a button that opens the page where the number was found */
      gtk_button_set_label (GTK_BUTTON (self->page), C_ ("help line", "Source"));
      set_spoken (self->page, g_strdup_printf (_ ("Source of %s, %s"), line->contact, name));
    }
}

/* Callbacks */

static void
on_copy_clicked_cb (HeartenHelpCard *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->contact);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("Copied"));
}

static void
on_launched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GtkUriLauncher *launcher = GTK_URI_LAUNCHER (source);
  g_autoptr (HeartenHelpCard) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean call = g_str_has_prefix (gtk_uri_launcher_get_uri (launcher), "tel:");

  if (gtk_uri_launcher_launch_finish (launcher, result, &error) ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;
  g_message ("Not opened: %s", error->message);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                              call ? _ ("No program here makes calls. Dial the number on a phone.")
                                   : _ ("No web browser opened. The address is in the button’s tooltip."));
}

static void
launch (HeartenHelpCard *self, const char *address)
{
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (address);

  gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                           on_launched_cb, g_object_ref (self));
}

static void
on_call_clicked_cb (HeartenHelpCard *self)
{
  launch (self, self->tel);
}

static void
on_page_clicked_cb (HeartenHelpCard *self)
{
  launch (self, self->address);
}

/* GObject */

static void
hearten_help_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HEARTEN_TYPE_HELP_CARD);

  G_OBJECT_CLASS (hearten_help_card_parent_class)->dispose (object);
}

static void
hearten_help_card_finalize (GObject *object)
{
  HeartenHelpCard *self = HEARTEN_HELP_CARD (object);

  g_free (self->contact);
  g_free (self->tel);
  g_free (self->address);

  G_OBJECT_CLASS (hearten_help_card_parent_class)->finalize (object);
}

static void
hearten_help_card_class_init (HeartenHelpCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hearten_help_card_dispose;
  object_class->finalize = hearten_help_card_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-help-card.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenHelpCard, name);
  gtk_widget_class_bind_template_child (widget_class, HeartenHelpCard, number);
  gtk_widget_class_bind_template_child (widget_class, HeartenHelpCard, ways);
  gtk_widget_class_bind_template_child (widget_class, HeartenHelpCard, notes);
  gtk_widget_class_bind_template_child (widget_class, HeartenHelpCard, as_of);
  gtk_widget_class_bind_template_child (widget_class, HeartenHelpCard, copy);
  gtk_widget_class_bind_template_child (widget_class, HeartenHelpCard, call);
  gtk_widget_class_bind_template_child (widget_class, HeartenHelpCard, page);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_call_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_page_clicked_cb);
}

static void
hearten_help_card_init (HeartenHelpCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public */

GtkWidget *
hearten_help_card_new (const HeartenHelpLine *line)
{
  HeartenHelpCard *self = g_object_new (HEARTEN_TYPE_HELP_CARD, NULL);
  g_autofree char *as_of = hearten_help_line_dup_as_of (line);

  self->contact = g_strdup (line->contact);
  self->tel = hearten_help_line_dup_tel (line);
  self->address = g_strdup (hearten_help_line_get_page (line));

  set_text (self->name, hearten_help_words_get (line->name));
  set_number (self, line->contact);
  set_ways (self, line);
  set_notes (self, line);
  set_text (self->as_of, as_of);
  set_buttons (self, line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  hearten_help_words_get (line->name), -1);
  return GTK_WIDGET (self);
}
