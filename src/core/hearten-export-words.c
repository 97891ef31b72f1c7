/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-export-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hearten-checkin.h"
#include "hearten-day.h"
#include "hearten-deck.h"
#include "hearten-durable.h"
#include "hearten-intention.h"
#include "hearten-items.h"
#include "hearten-letter.h"
#include "hearten-tips.h"

struct _HeartenExportWords
{
  gint64 now;
  HeartenTips *tips;  /* NULL before they are needed */
  GPtrArray *records; /* of HeartenRecord */
};

static char *
dup_date (HeartenRecord *record)
{
  g_autoptr (GDateTime) created = hearten_record_dup_created (record);

  return g_date_time_format_iso8601 (created);
}

/* What the tips say */

static HeartenTipFace *
find_face (HeartenExportWords *self, const char *tip_id, const char *nick)
{
  HeartenTip *tip;
  HeartenTipFace *together;

  if (self->tips == NULL)
    self->tips = hearten_tips_new (HEARTEN_TIPS_PATH);
  tip = tip_id != NULL ? hearten_tips_find (self->tips, tip_id) : NULL;
  if (tip == NULL)
    return NULL;
  together = hearten_tip_get_together_face (tip);
  return g_strcmp0 (hearten_tip_face_get_nick (together), nick) == 0 ? together
                                                                     : hearten_tip_get_own_face (tip);
}

static const HeartenTipNode *
find_activity (HeartenTipFace *face, const char *kind)
{
  for (guint i = 0; face != NULL && i < hearten_tip_face_get_n_activities (face); i++)
    {
      const HeartenTipNode *node = hearten_tip_face_get_activity (face, i);

      if (g_strcmp0 (hearten_tip_node_get_attribute (node, "kind"), kind) == 0)
        return node;
    }
  return NULL;
}

/* A tip that is not there any more has its id left. */
static void
append_heading (GString *text, HeartenTipFace *face, const char *tip)
{
  g_autofree char *title = face != NULL ? hearten_tip_fill_name (hearten_tip_face_get_title (face), NULL)
                                        : NULL;

  g_string_append_printf (text, "%s## %s\n\n", text->len > 0 ? "\n" : "", title != NULL ? title : tip);
}

/* The child's words, or the id where it is not there any more */
static const char *
find_words (const HeartenTipNode *node, const char *name, const char *id)
{
  const HeartenTipNode *child = node != NULL ? hearten_tip_node_find_id (node, name, id) : NULL;

  return child != NULL ? hearten_tip_node_get_text (child) : id;
}

/* Lists */

static void
append_column (GString *text, HeartenItem *item, const HeartenTipNode *column)
{
  const char *id = hearten_tip_node_get_id (column), *value = hearten_item_get_column (item, id);
  g_autofree char *label = NULL;

  if (value == NULL)
    return;
  label = hearten_tip_fill_name (hearten_tip_node_find_text (column, "label"), NULL);
  if (g_strcmp0 (hearten_tip_node_get_attribute (column, "type"), "choice") == 0)
    value = find_words (column, "choice", value);
  g_string_append_printf (text, "  - %s%s %s\n", label, g_str_has_suffix (label, "…") ? "" : ":", value);
}

static void
append_item (GString *text, HeartenItem *item, const HeartenTipNode *list)
{
  const char *state = hearten_item_get_state (item);

  g_string_append_printf (text, "- %s", hearten_item_get_text (item));
  if (state != NULL)
    g_string_append_printf (text, " (%s)", find_words (list, "state", state));
  if (hearten_item_get_archived (item))
    /* Translators: in an export, said of an item of a list that was put away */
    g_string_append_printf (text, " · %s", _ ("out of sight"));
  g_string_append_c (text, '\n');
  for (guint i = 0; list != NULL && i < hearten_tip_node_get_n_children (list); i++)
    if (hearten_tip_node_is (hearten_tip_node_get_child (list, i), "column"))
      append_column (text, item, hearten_tip_node_get_child (list, i));
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  HeartenItem *one = HEARTEN_ITEM ((gpointer) a), *other = HEARTEN_ITEM ((gpointer) b);
  int order = g_strcmp0 (hearten_item_get_tip (one), hearten_item_get_tip (other));

  if (order == 0)
    order = g_strcmp0 (hearten_item_get_face (one), hearten_item_get_face (other));
  if (order == 0)
    order = hearten_item_get_archived (one) - hearten_item_get_archived (other);
  return order != 0 ? order : hearten_items_compare (one, other);
}

static void
append_lists (HeartenExportWords *self, GString *text, GPtrArray *items)
{
  HeartenTipFace *face = NULL, *last = NULL;

  g_ptr_array_sort_values (items, compare_items);
  for (guint i = 0; i < items->len; i++)
    {
      HeartenItem *item = g_ptr_array_index (items, i);
      const char *tip = hearten_item_get_tip (item);

      face = find_face (self, tip, hearten_item_get_face (item));
      if (i == 0 || face != last)
        append_heading (text, face, tip);
      last = face;
      append_item (text, item, find_activity (face, "collection"));
    }
}

/* Intentions */

static char *
dup_weekdays (guint weekdays)
{
  GString *names = g_string_new (NULL);

  for (int i = 0; i < 7; i++)
    {
      g_autoptr (GDateTime) day = g_date_time_new_utc (2024, 1, 1 + i, 12, 0, 0); /* a Monday and on */
      g_autofree char *name = g_date_time_format (day, "%a");

      if (weekdays & (1u << i))
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }
  return g_string_free_and_steal (names);
}

static void
append_kept_days (GString *text, HeartenIntention *intention, gint64 now)
{
  g_autoptr (GDateTime) end = g_date_time_new_from_unix_local_usec (now);
  g_autoptr (GDateTime) created = hearten_record_dup_created (HEARTEN_RECORD (intention));
  GDate day = hearten_day_of (created), last = hearten_day_of (end);
  g_autoptr (GString) days = g_string_new (NULL);

  /* A day may have been ticked afterwards, or where the clock was a little ahead. */
  g_date_subtract_days (&day, 62);
  g_date_add_days (&last, 1);
  for (; g_date_compare (&day, &last) <= 0; g_date_add_days (&day, 1))
    if (hearten_intention_is_kept (intention, &day))
      {
        g_autofree char *date = hearten_day_format (&day);

        g_string_append_printf (days, "%s%s", days->len > 0 ? ", " : "", date);
      }
  if (days->len > 0)
    /* Translators: in an export; %s is a list of dates */
    g_string_append_printf (text, "  - %s\n", days->str);
}

static void
append_intentions (HeartenExportWords *self, GString *text, GPtrArray *intentions)
{
  for (guint i = 0; i < intentions->len; i++)
    {
      HeartenIntention *intention = g_ptr_array_index (intentions, i);
      const char *tip = hearten_intention_get_tip (intention);
      g_autofree char *weekdays = dup_weekdays (hearten_intention_get_weekdays (intention));
      g_autofree char *title = NULL;
      HeartenTipFace *face = find_face (self, tip, hearten_intention_get_face (intention));

      title = face != NULL ? hearten_tip_fill_name (hearten_tip_face_get_title (face), NULL) : g_strdup (tip);
      g_string_append_printf (text, "- %s (%s%s%s)%s%s\n", hearten_intention_get_text (intention), title,
                              *weekdays != '\0' ? " · " : "", weekdays,
                              hearten_intention_get_archived (intention) ? " · " : "",
                              hearten_intention_get_archived (intention) ? _ ("out of sight") : "");
      append_kept_days (text, intention, self->now);
    }
}

/* Check-ins */

static void
append_answer (GString *text, HeartenCheckin *checkin, const HeartenTipNode *prompt)
{
  const char *id = hearten_tip_node_get_id (prompt), *answer = hearten_checkin_get_answer (checkin, id);
  int number = hearten_checkin_get_number (checkin, id);
  g_autofree char *ask = NULL;

  if (answer == NULL)
    return;
  ask = hearten_tip_fill_name (hearten_tip_node_find_text (prompt, "ask"), NULL);
  if (number > 0)
    g_string_append_printf (text, "- %s %d/%d\n", ask, number, HEARTEN_ANSWER_HIGHEST);
  else
    g_string_append_printf (text, "- %s %s\n", ask, find_words (prompt, "choice", answer));
}

static void
append_checkins (HeartenExportWords *self, GString *text, GPtrArray *checkins)
{
  for (guint i = 0; i < checkins->len; i++)
    {
      HeartenCheckin *checkin = g_ptr_array_index (checkins, i);
      const char *tip = hearten_checkin_get_tip (checkin);
      HeartenTipFace *face = find_face (self, tip, hearten_checkin_get_face (checkin));
      const HeartenTipNode *node = find_activity (face, "checkin");
      GDate day = hearten_checkin_get_day (checkin);
      g_autofree char *date = hearten_day_format (&day);

      append_heading (text, face, tip);
      g_string_append_printf (text, "%s\n\n", date);
      for (guint j = 0; node != NULL && j < hearten_tip_node_get_n_children (node); j++)
        if (hearten_tip_node_is (hearten_tip_node_get_child (node, j), "prompt"))
          append_answer (text, checkin, hearten_tip_node_get_child (node, j));
    }
}

/* Cards */

static void
append_cards (HeartenExportWords *self, GString *text, GPtrArray *decks)
{
  for (guint i = 0; i < decks->len; i++)
    {
      HeartenDeck *deck = g_ptr_array_index (decks, i);
      g_auto (GStrv) kept = hearten_deck_dup_kept (deck);
      HeartenTipFace *face = find_face (self, hearten_deck_get_tip (deck), hearten_deck_get_face (deck));
      const HeartenTipNode *node = find_activity (face, "cards");

      if (*kept != NULL)
        append_heading (text, face, hearten_deck_get_tip (deck));
      for (gsize j = 0; kept[j] != NULL; j++)
        {
          g_autofree char *words = hearten_tip_fill_name (find_words (node, "card", kept[j]), NULL);

          g_string_append_printf (text, "- %s\n", words);
        }
    }
}

/* Letters */

static const char *
get_letter_state (HeartenLetterState state)
{
  switch (state)
    {
    case HEARTEN_LETTER_STATE_RESTING:
      return "resting";
    case HEARTEN_LETTER_STATE_BACK:
      return "back";
    case HEARTEN_LETTER_STATE_KEPT:
      return "kept";
    case HEARTEN_LETTER_STATE_COPIED:
      return "copied";
    case HEARTEN_LETTER_STATE_DRAFT:
    default:
      return "draft";
    }
}

static GBytes *
format_letter (HeartenExportWords *self, HeartenLetter *letter)
{
  HeartenLetterState state = hearten_letter_get_state (letter, self->now);
  HeartenTipFace *face = find_face (self, hearten_letter_get_tip (letter), hearten_letter_get_face (letter));
  g_autofree char *words = hearten_letter_dup_words (letter, find_activity (face, "letter"));
  g_autofree char *date = dup_date (HEARTEN_RECORD (letter));
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "---\nid: %s\ndate: %s\ntip: %s\nstate: %s\n",
                          hearten_record_get_id (HEARTEN_RECORD (letter)), date,
                          hearten_letter_get_tip (letter), get_letter_state (state));
  if (state == HEARTEN_LETTER_STATE_RESTING)
    {
      g_autoptr (GDateTime) until = g_date_time_new_from_unix_local_usec (hearten_letter_get_until (letter));
      g_autofree char *iso = g_date_time_format_iso8601 (until);
      g_autofree char *day = g_date_time_format (until, "%x");

      g_string_append_printf (text, "rests-until: %s\n---\n\n", iso);
      /* Translators: in an export, above a letter; %s is a date */
      g_string_append_printf (text, _ ("*This letter rests until %s. It was not sent.*"), day);
      g_string_append (text, "\n\n");
    }
  else
    {
      g_string_append (text, "---\n\n");
    }
  g_string_append_printf (text, "%s\n", words);
  return g_string_free_to_bytes (text);
}

static gboolean
write_letter (HeartenExportWords *self, HeartenLetter *letter, const char *target, GError **error)
{
  g_autoptr (GDateTime) created = hearten_record_dup_created (HEARTEN_RECORD (letter));
  g_autofree char *date = g_date_time_format (created, "%Y-%m-%d-%H%M");
  const char *id = hearten_record_get_id (HEARTEN_RECORD (letter));
  g_autofree char *name = g_strdup_printf ("%s-%s.md", date, id + strlen (id) - 12);
  g_autofree char *path = g_build_filename (target, "letters", name, NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (hearten_letter_is_blank (letter))
    return TRUE;
  bytes = format_letter (self, letter);
  return hearten_durable_write (path, bytes, error);
}

/* Files */

typedef void (*Append) (HeartenExportWords *self, GString *text, GPtrArray *records);

static GPtrArray *
dup_of_kind (HeartenExportWords *self, GType type)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < self->records->len; i++)
    if (G_TYPE_CHECK_INSTANCE_TYPE (g_ptr_array_index (self->records, i), type))
      g_ptr_array_add (found, g_ptr_array_index (self->records, i));
  return found;
}

static gboolean
write_kind (HeartenExportWords *self, GType type, Append append, const char *path, GError **error)
{
  g_autoptr (GPtrArray) records = dup_of_kind (self, type);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;

  append (self, text, records);
  if (text->len == 0)
    return TRUE;
  bytes = g_string_free_to_bytes (g_steal_pointer (&text));
  return hearten_durable_write (path, bytes, error);
}

HeartenExportWords *
hearten_export_words_new (gint64 now)
{
  HeartenExportWords *self = g_new0 (HeartenExportWords, 1);

  self->now = now;
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

void
hearten_export_words_free (HeartenExportWords *self)
{
  g_clear_object (&self->tips);
  g_ptr_array_unref (self->records);
  g_free (self);
}

void
hearten_export_words_add (HeartenExportWords *self, HeartenRecord *record)
{
  g_return_if_fail (self != NULL && HEARTEN_IS_RECORD (record));

  if (hearten_record_get_deleted (record) == 0 && !HEARTEN_IS_ENTRY (record))
    g_ptr_array_add (self->records, g_object_ref (record));
}

gboolean
hearten_export_words_write (HeartenExportWords *self, const char *target, GError **error)
{
  const struct
  {
    GType type;
    Append append;
    const char *name;
  } files[] = {
    { HEARTEN_TYPE_ITEM, append_lists, "lists.md" },
    { HEARTEN_TYPE_INTENTION, append_intentions, "intentions.md" },
    { HEARTEN_TYPE_CHECKIN, append_checkins, "check-ins.md" },
    { HEARTEN_TYPE_DECK, append_cards, "cards.md" },
  };
  g_autoptr (GPtrArray) letters = NULL;

  g_return_val_if_fail (self != NULL && target != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (target, files[i].name, NULL);

      if (!write_kind (self, files[i].type, files[i].append, path, error))
        return FALSE;
    }

  letters = dup_of_kind (self, HEARTEN_TYPE_LETTER);
  for (guint i = 0; i < letters->len; i++)
    if (!write_letter (self, g_ptr_array_index (letters, i), target, error))
      return FALSE;
  return TRUE;
}
