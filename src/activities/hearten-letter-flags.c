/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-letter-flags.h"

#include <glib/gi18n.h>

#include "hearten-paragraph.h"

/* A word is looked at once it is likely to be whole. */
#define LOOK_DELAY_MS 400

struct _HeartenLetterFlags
{
  GtkBox parent_instance;

  GtkTextBuffer *buffer;
  GtkTextTag *tag; /* of the buffer */
  HeartenFlags *flags;
  GHashTable *told; /* the numbers of the flags in the list */
  guint look_timer;
};

G_DEFINE_FINAL_TYPE (HeartenLetterFlags, hearten_letter_flags, GTK_TYPE_BOX)

static void
mark (HeartenLetterFlags *self, const HeartenFlagged *flagged)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, flagged->start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, flagged->end);
  gtk_text_buffer_apply_tag (self->buffer, self->tag, &start, &end);
}

static char *
dup_words (const char *text, const HeartenFlagged *flagged)
{
  g_autofree char *words = g_utf8_substring (text, flagged->start, flagged->end);

  for (char *c = words; *c != '\0'; c++)
    if (g_ascii_isspace (*c))
      *c = ' ';
  /* Translators: words that were marked in a letter. */
  return g_strdup_printf (_ ("“%s”"), words);
}

/* Says it once for each reason, and aloud where it is a new one. */
static void
tell (HeartenLetterFlags *self, GHashTable *before, const char *words, guint flag)
{
  const char *because = hearten_flags_get_because (self->flags, flag);
  GtkWidget *row;

  if (!g_hash_table_add (self->told, GUINT_TO_POINTER (flag)))
    return;
  row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (row), hearten_paragraph_new (words, "heading"));
  gtk_box_append (GTK_BOX (row), hearten_paragraph_new (because, "dimmed"));
  gtk_box_append (GTK_BOX (self), row);
  if (!g_hash_table_contains (before, GUINT_TO_POINTER (flag)))
    {
      g_autofree char *spoken = g_strconcat (words, " ", because, NULL);

      gtk_accessible_announce (GTK_ACCESSIBLE (self), spoken, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
    }
}

static void
look (HeartenLetterFlags *self)
{
  g_autoptr (GHashTable) before = g_steal_pointer (&self->told);
  g_autoptr (GArray) found = NULL;
  g_autofree char *text = NULL;
  GtkTextIter start, end;
  GtkWidget *row;

  self->told = g_hash_table_new (NULL, NULL);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), row);
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->tag, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
  found = hearten_flags_find (self->flags, text);
  for (guint i = 0; i < found->len; i++)
    {
      const HeartenFlagged *flagged = &g_array_index (found, HeartenFlagged, i);
      g_autofree char *words = dup_words (text, flagged);

      mark (self, flagged);
      tell (self, before, words, flagged->flag);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), found->len > 0);
}

static void
on_look_timer_cb (gpointer data)
{
  HeartenLetterFlags *self = data;

  self->look_timer = 0;
  look (self);
}

static void
on_changed_cb (HeartenLetterFlags *self)
{
  if (self->look_timer == 0)
    self->look_timer = g_timeout_add_once (LOOK_DELAY_MS, on_look_timer_cb, self);
}

static void
hearten_letter_flags_dispose (GObject *object)
{
  HeartenLetterFlags *self = HEARTEN_LETTER_FLAGS (object);

  g_clear_handle_id (&self->look_timer, g_source_remove);
  g_clear_object (&self->buffer);
  g_clear_pointer (&self->flags, hearten_flags_free);
  g_clear_pointer (&self->told, g_hash_table_unref);

  G_OBJECT_CLASS (hearten_letter_flags_parent_class)->dispose (object);
}

static void
hearten_letter_flags_class_init (HeartenLetterFlagsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearten_letter_flags_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hearten_letter_flags_init (HeartenLetterFlags *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 9);
  gtk_widget_add_css_class (GTK_WIDGET (self), "quiet-note");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Worth another look"), -1);
  self->told = g_hash_table_new (NULL, NULL);
}

void
hearten_letter_flags_watch (HeartenLetterFlags *self, GtkTextView *view, const HeartenTipNode *activity)
{
  g_return_if_fail (HEARTEN_IS_LETTER_FLAGS (self));

  g_clear_pointer (&self->flags, hearten_flags_free);
  self->flags = hearten_flags_new (activity);
  if (self->buffer != NULL)
    return;
  self->buffer = g_object_ref (gtk_text_view_get_buffer (view));
  self->tag = gtk_text_buffer_create_tag (self->buffer, NULL, "underline", PANGO_UNDERLINE_DOUBLE, NULL);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
}
