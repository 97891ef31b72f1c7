/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-words.h"

#include <glib/gi18n-lib.h>

#include "hearten-checkin.h"
#include "hearten-day.h"
#include "hearten-deck.h"
#include "hearten-entry.h"
#include "hearten-intention.h"
#include "hearten-item.h"
#include "hearten-letter.h"
#include "hearten-sitting.h"
#include "hearten-space-period.h"
#include "hearten-urge.h"

/* What the tips say */

static HeartenTipFace *
find_face (HeartenTips *tips, const char *tip_id, const char *nick)
{
  HeartenTip *tip = tip_id != NULL ? hearten_tips_find (tips, tip_id) : NULL;
  HeartenTipFace *together;

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

/* A list's item */

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

/* An intention */

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
append_intention (GString *text, HeartenIntention *intention, gint64 now)
{
  g_autofree char *weekdays = dup_weekdays (hearten_intention_get_weekdays (intention));

  g_string_append_printf (text, "- %s", hearten_intention_get_text (intention));
  if (*weekdays != '\0')
    g_string_append_printf (text, " (%s)", weekdays);
  if (hearten_intention_get_archived (intention))
    g_string_append_printf (text, " · %s", _ ("out of sight"));
  g_string_append_c (text, '\n');
  append_kept_days (text, intention, now);
}

/* A check-in */

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
    g_string_append_printf (text, "  - %s %d/%d\n", ask, number, HEARTEN_ANSWER_HIGHEST);
  else
    g_string_append_printf (text, "  - %s %s\n", ask, find_words (prompt, "choice", answer));
}

static void
append_checkin (GString *text, HeartenCheckin *checkin, const HeartenTipNode *node)
{
  GDate day = hearten_checkin_get_day (checkin);
  g_autofree char *date = hearten_day_format (&day);

  g_string_append_printf (text, "- %s\n", date);
  for (guint i = 0; node != NULL && i < hearten_tip_node_get_n_children (node); i++)
    if (hearten_tip_node_is (hearten_tip_node_get_child (node, i), "prompt"))
      append_answer (text, checkin, hearten_tip_node_get_child (node, i));
}

/* The kept cards of a deck */

static void
append_deck (GString *text, HeartenDeck *deck, const HeartenTipNode *node)
{
  g_auto (GStrv) kept = hearten_deck_dup_kept (deck);

  for (gsize i = 0; kept[i] != NULL; i++)
    {
      g_autofree char *words = hearten_tip_fill_name (find_words (node, "card", kept[i]), NULL);

      g_string_append_printf (text, "- %s\n", words);
    }
}

/* Moments, space, urges */

static char *
dup_day (HeartenRecord *record)
{
  g_autoptr (GDateTime) created = hearten_record_dup_created (record);
  GDate day = hearten_day_of (created);

  return hearten_day_format (&day);
}

static void
append_words (GString *text, const char *words)
{
  if (words != NULL && *words != '\0')
    g_string_append_printf (text, "  - %s\n", words);
}

static void
append_sitting (GString *text, HeartenSitting *sitting)
{
  g_autofree char *day = dup_day (HEARTEN_RECORD (sitting));
  guint minutes = hearten_sitting_get_minutes (sitting);

  /* Translators: in an export; a date, and how long a timed moment was */
  g_string_append_printf (text, g_dngettext (NULL, "- %s, %u minute", "- %s, %u minutes", minutes), day,
                          minutes);
  g_string_append_c (text, '\n');
  append_words (text, hearten_sitting_get_note (sitting));
}

static void
append_space (GString *text, HeartenSpacePeriod *period)
{
  const char *const *plans = hearten_space_period_get_plans (period);
  GDate started = hearten_space_period_get_started (period), last;
  g_autofree char *begin = hearten_day_format (&started);
  g_autofree char *end = hearten_space_period_get_last_day (period, &last) ? hearten_day_format (&last)
                                                                           : NULL;

  g_string_append_printf (text, "- %s – %s\n", begin, end != NULL ? end : "");
  append_words (text, hearten_space_period_get_reason (period));
  for (gsize i = 0; plans[i] != NULL; i++)
    append_words (text, plans[i]);
  append_words (text, hearten_space_period_get_learned (period));
}

static void
append_urge (GString *text, HeartenUrge *urge, const HeartenTipNode *node)
{
  const char *const *triggers = hearten_urge_get_triggers (urge);
  const char *outcome = hearten_outcome_get_label (hearten_urge_get_outcome (urge));
  g_autofree char *day = dup_day (HEARTEN_RECORD (urge));

  g_string_append_printf (text, "- %s%s%s\n", day, outcome != NULL ? ": " : "",
                          outcome != NULL ? outcome : "");
  for (gsize i = 0; triggers[i] != NULL; i++)
    append_words (text, find_words (node, "trigger", triggers[i]));
  append_words (text, hearten_urge_get_words (urge));
  append_words (text, hearten_urge_get_plan (urge));
  append_words (text, hearten_urge_get_note (urge));
}

/* A letter */

char *
hearten_words_dup_letter (HeartenTips *tips, HeartenLetter *letter)
{
  HeartenTipFace *face;

  g_return_val_if_fail (HEARTEN_IS_TIPS (tips) && HEARTEN_IS_LETTER (letter), NULL);

  face = find_face (tips, hearten_letter_get_tip (letter), hearten_letter_get_face (letter));
  return hearten_letter_dup_words (letter, find_activity (face, "letter"));
}

/* All kinds */

/* Which tip a record is about, and which of its faces */
static HeartenTipFace *
find_record_face (HeartenTips *tips, gpointer record, const char **tip)
{
  const char *nick = NULL;

  *tip = NULL;
  if (HEARTEN_IS_ITEM (record))
    *tip = hearten_item_get_tip (record), nick = hearten_item_get_face (record);
  else if (HEARTEN_IS_INTENTION (record))
    *tip = hearten_intention_get_tip (record), nick = hearten_intention_get_face (record);
  else if (HEARTEN_IS_CHECKIN (record))
    *tip = hearten_checkin_get_tip (record), nick = hearten_checkin_get_face (record);
  else if (HEARTEN_IS_DECK (record))
    *tip = hearten_deck_get_tip (record), nick = hearten_deck_get_face (record);
  else if (HEARTEN_IS_SITTING (record))
    *tip = hearten_sitting_get_tip (record);
  return find_face (tips, *tip, nick);
}

static void
append_record (GString *text, HeartenTips *tips, gint64 now, gpointer record, HeartenTipFace *face)
{
  if (HEARTEN_IS_ITEM (record))
    append_item (text, record, find_activity (face, "collection"));
  else if (HEARTEN_IS_INTENTION (record))
    append_intention (text, record, now);
  else if (HEARTEN_IS_CHECKIN (record))
    append_checkin (text, record, find_activity (face, "checkin"));
  else if (HEARTEN_IS_DECK (record))
    append_deck (text, record, find_activity (face, "cards"));
  else if (HEARTEN_IS_SITTING (record))
    append_sitting (text, record);
  else if (HEARTEN_IS_SPACE_PERIOD (record))
    append_space (text, record);
  else if (HEARTEN_IS_URGE (record))
    append_urge (text, record, hearten_tips_find_activity (tips, "space", NULL));
}

void
hearten_words_append (GString *text, HeartenTips *tips, gint64 now, GPtrArray *records)
{
  HeartenTipFace *last = NULL;

  g_return_if_fail (text != NULL && HEARTEN_IS_TIPS (tips) && records != NULL);

  for (guint i = 0; i < records->len; i++)
    {
      const char *tip;
      HeartenTipFace *face = find_record_face (tips, records->pdata[i], &tip);
      g_autoptr (GString) words = g_string_new (NULL);

      append_record (words, tips, now, records->pdata[i], face);
      if (words->len == 0)
        continue;
      if (tip != NULL && (text->len == 0 || face != last))
        append_heading (text, face, tip);
      g_string_append_len (text, words->str, words->len);
      last = face;
    }
}

char *
hearten_words_dup (HeartenTips *tips, gint64 now, HeartenRecord *record)
{
  GString *text;
  const char *tip;

  g_return_val_if_fail (HEARTEN_IS_TIPS (tips) && HEARTEN_IS_RECORD (record), NULL);

  if (HEARTEN_IS_ENTRY (record))
    return hearten_entry_dup_text (HEARTEN_ENTRY (record));
  if (HEARTEN_IS_LETTER (record))
    return hearten_words_dup_letter (tips, HEARTEN_LETTER (record));
  text = g_string_new (NULL);
  append_record (text, tips, now, record, find_record_face (tips, record, &tip));
  return g_string_free_and_steal (text);
}
