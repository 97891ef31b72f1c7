/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-entry-face.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hearten-entry-words.h"
#include "hearten-mood.h"

struct _HeartenEntryFace
{
  GtkBox parent_instance;

  char *stage;

  GtkInscription *day;
  GtkInscription *weekday;
  GtkInscription *heading;
  GtkInscription *preview;
  GtkImage *mood;
  GtkWidget *versions;
  GtkWidget *star;
  GtkWidget *tip;
};

G_DEFINE_FINAL_TYPE (HeartenEntryFace, hearten_entry_face, GTK_TYPE_BOX)

static void
set_text (GtkInscription *label, const char *text)
{
  gtk_inscription_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
set_mark (GtkWidget *mark, gboolean visible, const char *tooltip)
{
  gtk_widget_set_visible (mark, visible);
  if (visible && gtk_widget_get_tooltip_text (mark) == NULL)
    gtk_widget_set_tooltip_text (mark, tooltip);
}

static void
set_stage (HeartenEntryFace *self, const char *stage)
{
  if (g_strcmp0 (self->stage, stage) == 0)
    return;
  if (self->stage != NULL)
    gtk_widget_remove_css_class (self->tip, self->stage);
  if (stage != NULL)
    gtk_widget_add_css_class (self->tip, stage);
  g_set_str (&self->stage, stage);
}

static void
show_lines (HeartenEntryFace *self, HeartenEntry *entry)
{
  g_autofree char *heading = NULL;
  g_autofree char *preview = NULL;
  const char *word = hearten_mood_get_word (hearten_entry_get_mood (entry));

  hearten_entry_dup_lines (entry, &heading, &preview);
  if (*heading != '\0')
    set_text (self->heading, heading);
  else
    set_text (self->heading, *word != '\0' ? word : _ ("No words yet"));
  set_text (self->preview, preview);
}

static void
add_spoken (GString *spoken, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (spoken->len > 0)
    g_string_append (spoken, ", ");
  g_string_append (spoken, part);
}

static gboolean
has_versions (HeartenEntry *entry)
{
  return hearten_record_get_n_versions (HEARTEN_RECORD (entry)) > 1;
}

static char *
dup_spoken (HeartenEntryFace *self, HeartenEntry *entry, GDateTime *created)
{
  GString *spoken = g_string_new (NULL);
  /* Translators: a day as a screen reader says it, such as "Tuesday, 4 August". */
  g_autofree char *date = g_date_time_format (created, C_ ("spoken day", "%A, %-d %B"));

  add_spoken (spoken, gtk_inscription_get_text (self->heading));
  add_spoken (spoken, date);
  add_spoken (spoken, hearten_mood_get_label (hearten_entry_get_mood (entry)));
  if (has_versions (entry))
    add_spoken (spoken, _ ("two versions"));
  if (hearten_entry_get_starred (entry))
    add_spoken (spoken, _ ("starred"));
  if (hearten_entry_get_tip (entry) != NULL)
    add_spoken (spoken, _ ("about a tip"));
  return g_string_free_and_steal (spoken);
}

/* GObject */

static void
hearten_entry_face_dispose (GObject *object)
{
  HeartenEntryFace *self = HEARTEN_ENTRY_FACE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTEN_TYPE_ENTRY_FACE);
  g_clear_pointer (&self->stage, g_free);

  G_OBJECT_CLASS (hearten_entry_face_parent_class)->dispose (object);
}

static void
hearten_entry_face_class_init (HeartenEntryFaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_entry_face_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-entry-face.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenEntryFace, day);
  gtk_widget_class_bind_template_child (widget_class, HeartenEntryFace, weekday);
  gtk_widget_class_bind_template_child (widget_class, HeartenEntryFace, heading);
  gtk_widget_class_bind_template_child (widget_class, HeartenEntryFace, preview);
  gtk_widget_class_bind_template_child (widget_class, HeartenEntryFace, mood);
  gtk_widget_class_bind_template_child (widget_class, HeartenEntryFace, versions);
  gtk_widget_class_bind_template_child (widget_class, HeartenEntryFace, star);
  gtk_widget_class_bind_template_child (widget_class, HeartenEntryFace, tip);
}

static void
hearten_entry_face_init (HeartenEntryFace *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public */

GtkWidget *
hearten_entry_face_new (void)
{
  return g_object_new (HEARTEN_TYPE_ENTRY_FACE, NULL);
}

char *
hearten_entry_face_show (HeartenEntryFace *self, HeartenEntry *entry, const char *stage)
{
  g_autoptr (GDateTime) created = hearten_record_dup_created (HEARTEN_RECORD (entry));
  g_autofree char *day = g_date_time_format (created, "%-d");
  g_autofree char *weekday = g_date_time_format (created, "%a");
  const char *icon_name = hearten_mood_get_icon_name (hearten_entry_get_mood (entry));

  show_lines (self, entry);
  gtk_inscription_set_text (self->day, day);
  gtk_inscription_set_text (self->weekday, weekday);
  gtk_image_set_from_icon_name (self->mood, icon_name);
  gtk_widget_set_visible (GTK_WIDGET (self->mood), icon_name != NULL);
  set_mark (self->versions, has_versions (entry), _ ("Two versions"));
  set_mark (self->star, hearten_entry_get_starred (entry), _ ("Starred"));
  set_mark (self->tip, hearten_entry_get_tip (entry) != NULL, _ ("About a tip"));
  set_stage (self, stage);
  return dup_spoken (self, entry, created);
}
