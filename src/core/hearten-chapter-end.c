/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-chapter-end.h"

#include <glib/gi18n-lib.h>

const char *
hearten_chapter_find_obstacle (HeartenContext *context)
{
  g_return_val_if_fail (HEARTEN_IS_CONTEXT (context), NULL);

  if (hearten_absence_get_frozen (hearten_context_get_absence (context)))
    return _ (
        "A part of your journal is missing at the moment. Nothing was changed. First see what is missing.");
  return hearten_store_get_obstacle (hearten_context_get_store (context));
}

static void
add_count (GString *list, guint n, const char *one, const char *many)
{
  if (n == 0)
    return;
  g_string_append (list, "\n• ");
  g_string_append_printf (list, g_dngettext (NULL, one, many, n), n);
}

static guint
count (gpointer records)
{
  return g_list_model_get_n_items (G_LIST_MODEL (records));
}

static guint
count_trash (HeartenContext *context)
{
  HeartenRecords *records[] = { HEARTEN_RECORDS (hearten_context_get_journal (context)),
                                HEARTEN_RECORDS (hearten_context_get_letters (context)),
                                HEARTEN_RECORDS (hearten_context_get_items (context)),
                                HEARTEN_RECORDS (hearten_context_get_intentions (context)),
                                HEARTEN_RECORDS (hearten_context_get_reminders (context)) };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    n += g_list_model_get_n_items (hearten_records_get_trash (records[i]));
  return n;
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
char *
hearten_chapter_dup_going (HeartenContext *context)
{
  GString *list = g_string_new (_ ("This removes from this computer, and it cannot be taken back:"));

  add_count (list, count (hearten_context_get_journal (context)), N_ ("%u page of your journal"),
             N_ ("%u pages of your journal"));
  add_count (list, count (hearten_context_get_letters (context)), N_ ("%u letter"), N_ ("%u letters"));
  add_count (list, count (hearten_context_get_items (context)), N_ ("%u thing on your lists"),
             N_ ("%u things on your lists"));
  add_count (list, count (hearten_context_get_intentions (context)), N_ ("%u intention"),
             N_ ("%u intentions"));
  add_count (list, count (hearten_context_get_checkins (context)), N_ ("%u check-in"), N_ ("%u check-ins"));
  add_count (list, count (hearten_context_get_weathers (context)), N_ ("the weather of %u day"),
             N_ ("the weather of %u days"));
  add_count (list, count (hearten_context_get_spaces (context)), N_ ("%u period of space"),
             N_ ("%u periods of space"));
  add_count (list, count (hearten_context_get_urges (context)),
             N_ ("%u note of a wish to write or of contact"),
             N_ ("%u notes of a wish to write or of contact"));
  add_count (list, count (hearten_context_get_reminders (context)), N_ ("%u reminder"), N_ ("%u reminders"));
  add_count (list, count_trash (context), N_ ("%u thing in the trash"), N_ ("%u things in the trash"));
  g_string_append_printf (
      list, "\n• %s", _ ("what you told of your situation, earlier versions, and all that belongs to these"));
  return g_string_free (list, FALSE);
}
#pragma GCC diagnostic pop
