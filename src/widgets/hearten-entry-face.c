/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-entry-face.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hearten-entry-words.h"
#include "hearten-mood.h"

/* In pixels: between day, lines and marks, between the marks, and between the two lines */
#define SPACING 12
#define MARK_SPACING 6
#define LINE_SPACING 3

enum { VERSIONS, STAR, TIP, N_MARKS };

/* A dozen of these are made in one frame while somebody scrolls. So a face has no boxes and no template, and
 * a mark only once it was needed. */
struct _HeartenEntryFace
{
  GtkWidget parent_instance;

  char *stage;

  GtkWidget *day;
  GtkWidget *weekday;
  GtkWidget *heading;
  GtkWidget *preview;
  GtkWidget *mood;
  GtkWidget *marks[N_MARKS]; /* NULL until needed */
};

G_DEFINE_FINAL_TYPE (HeartenEntryFace, hearten_entry_face, GTK_TYPE_WIDGET)

/* Marks */

static GtkWidget *
create_mark (guint kind)
{
  static const char *const icon_names[] = { "edit-copy-symbolic", "starred-symbolic" };
  const char *const tooltips[] = { _ ("Two versions"), _ ("Starred"), _ ("About a tip") };
  GtkWidget *mark = kind == TIP ? adw_bin_new () : gtk_image_new_from_icon_name (icon_names[kind]);

  gtk_widget_add_css_class (mark, kind == TIP ? "stage-mark" : "dimmed");
  gtk_widget_set_tooltip_text (mark, tooltips[kind]);
  return mark;
}

/* The mark before which @kind belongs */
static GtkWidget *
find_next (HeartenEntryFace *self, guint kind)
{
  for (kind++; kind < N_MARKS; kind++)
    if (self->marks[kind] != NULL)
      return self->marks[kind];
  return self->mood;
}

static void
set_mark (HeartenEntryFace *self, guint kind, gboolean visible)
{
  if (visible && self->marks[kind] == NULL)
    {
      self->marks[kind] = create_mark (kind);
      gtk_widget_insert_before (self->marks[kind], GTK_WIDGET (self), find_next (self, kind));
    }
  if (self->marks[kind] != NULL)
    gtk_widget_set_visible (self->marks[kind], visible);
}

/* The class of an earlier stage goes, though there may be no mark now. */
static void
set_stage (HeartenEntryFace *self, const char *stage)
{
  if (self->marks[TIP] == NULL || g_strcmp0 (self->stage, stage) == 0)
    return;
  if (self->stage != NULL)
    gtk_widget_remove_css_class (self->marks[TIP], self->stage);
  if (stage != NULL)
    gtk_widget_add_css_class (self->marks[TIP], stage);
  g_set_str (&self->stage, stage);
}

/* Words */

static void
set_text (GtkWidget *label, const char *text)
{
  gtk_inscription_set_text (GTK_INSCRIPTION (label), text);
  gtk_widget_set_visible (label, *text != '\0');
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

  add_spoken (spoken, gtk_inscription_get_text (GTK_INSCRIPTION (self->heading)));
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

/* Layout: the day over its name, then the two lines, then the marks in one row; each in the middle of the
 * height */

static void
measure (GtkWidget *widget, int *width, int *height)
{
  *width = *height = 0;
  if (!gtk_widget_get_visible (widget))
    return;
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, width, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, height, NULL, NULL, NULL);
}

static void
measure_pair (GtkWidget *upper, GtkWidget *lower, int spacing, int *width, int *height)
{
  int upper_width, upper_height, lower_width, lower_height;

  measure (upper, &upper_width, &upper_height);
  measure (lower, &lower_width, &lower_height);
  *width = MAX (upper_width, lower_width);
  *height = upper_height + lower_height + (upper_height > 0 && lower_height > 0 ? spacing : 0);
}

static GtkWidget *
get_mark (HeartenEntryFace *self, guint i)
{
  return i < N_MARKS ? self->marks[i] : self->mood;
}

static void
measure_marks (HeartenEntryFace *self, int *width, int *height)
{
  *width = *height = 0;
  for (guint i = 0; i <= N_MARKS; i++)
    {
      GtkWidget *mark = get_mark (self, i);
      int mark_width, mark_height;

      if (mark == NULL || !gtk_widget_get_visible (mark))
        continue;
      measure (mark, &mark_width, &mark_height);
      *width += mark_width + (*width > 0 ? MARK_SPACING : 0);
      *height = MAX (*height, mark_height);
    }
}

static void
hearten_entry_face_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  HeartenEntryFace *self = HEARTEN_ENTRY_FACE (widget);
  int width[3], height[3];

  measure_pair (self->day, self->weekday, 0, &width[0], &height[0]);
  measure_pair (self->heading, self->preview, LINE_SPACING, &width[1], &height[1]);
  measure_marks (self, &width[2], &height[2]);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = width[0] + width[1] + width[2] + 2 * SPACING;
  else
    *minimum = *natural = MAX (MAX (height[0], height[1]), height[2]);
}

static void
place (GtkWidget *parent, GtkWidget *child, GtkAllocation where)
{
  if (gtk_widget_get_direction (parent) == GTK_TEXT_DIR_RTL)
    where.x = gtk_widget_get_width (parent) - where.x - where.width;
  gtk_widget_size_allocate (child, &where, -1);
}

static void
place_pair (GtkWidget *parent, GtkWidget *upper, GtkWidget *lower, int spacing, GtkAllocation where)
{
  int width, height, total;

  measure_pair (upper, lower, spacing, &width, &total);
  where.y += (where.height - total) / 2;
  measure (upper, &width, &height);
  where.height = height;
  if (height > 0)
    place (parent, upper, where);
  where.y += height > 0 ? height + spacing : 0;
  measure (lower, &width, &height);
  where.height = height;
  if (height > 0)
    place (parent, lower, where);
}

static void
place_marks (HeartenEntryFace *self, int x, int height, int marks_height)
{
  for (guint i = 0; i <= N_MARKS; i++)
    {
      GtkWidget *mark = get_mark (self, i);
      GtkAllocation where = { x, (height - marks_height) / 2, 0, 0 };

      if (mark == NULL || !gtk_widget_get_visible (mark))
        continue;
      measure (mark, &where.width, &where.height);
      where.y += (marks_height - where.height) / 2;
      place (GTK_WIDGET (self), mark, where);
      x += where.width + MARK_SPACING;
    }
}

static void
hearten_entry_face_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HeartenEntryFace *self = HEARTEN_ENTRY_FACE (widget);
  int day_width, day_height, marks_width, marks_height, lines_width;

  measure_pair (self->day, self->weekday, 0, &day_width, &day_height);
  measure_marks (self, &marks_width, &marks_height);
  lines_width = MAX (width - day_width - marks_width - 2 * SPACING, 0);
  place_pair (widget, self->day, self->weekday, 0, (GtkAllocation) { 0, 0, day_width, height });
  place_pair (widget, self->heading, self->preview, LINE_SPACING,
              (GtkAllocation) { day_width + SPACING, 0, lines_width, height });
  place_marks (self, width - marks_width, height, marks_height);
}

/* GObject */

static void
hearten_entry_face_dispose (GObject *object)
{
  HeartenEntryFace *self = HEARTEN_ENTRY_FACE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->stage, g_free);

  G_OBJECT_CLASS (hearten_entry_face_parent_class)->dispose (object);
}

static void
hearten_entry_face_class_init (HeartenEntryFaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_entry_face_dispose;
  widget_class->measure = hearten_entry_face_measure;
  widget_class->size_allocate = hearten_entry_face_size_allocate;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static GtkWidget *
add_label (HeartenEntryFace *self, const char *const *classes, gboolean is_day)
{
  GtkWidget *label = g_object_new (GTK_TYPE_INSCRIPTION, "css-classes", classes, NULL);

  if (is_day)
    g_object_set (label, "min-chars", 3, "xalign", 0.5f, NULL);
  else
    gtk_inscription_set_text_overflow (GTK_INSCRIPTION (label), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
hearten_entry_face_init (HeartenEntryFace *self)
{
  self->day = add_label (self, (const char *const[]) { "title-4", "numeric", NULL }, TRUE);
  self->weekday = add_label (self, (const char *const[]) { "caption", "dimmed", NULL }, TRUE);
  self->heading = add_label (self, (const char *const[]) { "heading", NULL }, FALSE);
  self->preview = add_label (self, (const char *const[]) { "dimmed", NULL }, FALSE);
  self->mood = gtk_image_new ();
  gtk_widget_set_parent (self->mood, GTK_WIDGET (self));
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
  gtk_inscription_set_text (GTK_INSCRIPTION (self->day), day);
  gtk_inscription_set_text (GTK_INSCRIPTION (self->weekday), weekday);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->mood), icon_name);
  gtk_widget_set_visible (self->mood, icon_name != NULL);
  set_mark (self, VERSIONS, has_versions (entry));
  set_mark (self, STAR, hearten_entry_get_starred (entry));
  set_mark (self, TIP, hearten_entry_get_tip (entry) != NULL);
  set_stage (self, stage);
  return dup_spoken (self, entry, created);
}
