/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "hearten-reminder-deck.h"
#include "hearten-tips.h"

/* Whether xgettext and the loader agree, text by text, on context and white space: the catalogue that the
 * build made from what xgettext found begins each text with "¤".
 *
 * No locale but C is sure to be there, and in it gettext translates nothing: so this dcgettext() takes the
 * place of the C library's, for GLib as well. */

static GHashTable *catalogue;

#undef dcgettext
char *
dcgettext (const char *domain, const char *text, int category)
{
  const char *translated = g_strcmp0 (domain, GETTEXT_PACKAGE) == 0 ? g_hash_table_lookup (catalogue, text)
                                                                    : NULL;

  return (char *) (translated != NULL ? translated : text);
}

/* A .mo file: magic, version, number of texts, where the table of the texts is, where that of the
 * translations is; each row of a table is a length and a place. Texts and translations end with a zero. */
static GHashTable *
read_catalogue (const char *data)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);
  const guint32 *header = (const guint32 *) (gconstpointer) data;
  const guint32 *texts = header + header[3] / sizeof *header;
  const guint32 *translations = header + header[4] / sizeof *header;

  g_assert_cmphex (header[0], ==, 0x950412de);
  for (guint i = 0; i < header[2]; i++)
    g_hash_table_insert (table, (gpointer) (data + texts[2 * i + 1]),
                         (gpointer) (data + translations[2 * i + 1]));
  return table;
}

static void
check_text (const char *id, const char *text)
{
  if (text == NULL || g_str_has_prefix (text, "¤"))
    return;
  g_test_message ("Not translated in %s: %s", id, text);
  g_test_fail ();
}

static void
check_node (const char *id, const HeartenTipNode *node)
{
  check_text (id, hearten_tip_node_get_text (node));
  for (guint i = 0; i < hearten_tip_node_get_n_children (node); i++)
    check_node (id, hearten_tip_node_get_child (node, i));
}

static void
check_face (const char *id, HeartenTipFace *face)
{
  check_text (id, hearten_tip_face_get_title (face));
  check_text (id, hearten_tip_face_get_summary (face));
  check_text (id, hearten_tip_face_get_why (face));
  check_text (id, hearten_tip_face_get_caution (face));
  for (guint i = 0; hearten_tip_face_get_paragraphs (face)[i] != NULL; i++)
    check_text (id, hearten_tip_face_get_paragraphs (face)[i]);
  for (guint i = 0; hearten_tip_face_get_steps (face)[i] != NULL; i++)
    check_text (id, hearten_tip_face_get_steps (face)[i]);
  for (guint i = 0; i < hearten_tip_face_get_n_activities (face); i++)
    check_node (id, hearten_tip_face_get_activity (face, i));
}

static void
test_all (void)
{
  g_autoptr (HeartenTips) tips = hearten_tips_new (HEARTEN_TIPS_PATH);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (tips)), >, 0);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (tips)); i++)
    {
      g_autoptr (HeartenTip) tip = g_list_model_get_item (G_LIST_MODEL (tips), i);

      check_face (hearten_tip_get_id (tip), hearten_tip_get_together_face (tip));
      check_face (hearten_tip_get_id (tip), hearten_tip_get_own_face (tip));
    }
}

static void
test_decks (void)
{
  static const char *const ids[] = { "patience", "space" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (HeartenReminderDeck) deck = hearten_reminder_deck_open (ids[i], NULL);
      g_autofree const char **texts = hearten_reminder_deck_dup_texts (deck, HEARTEN_CONTACT_UNSAFE,
                                                                       HEARTEN_HOPE_MOVE_ON);

      for (guint j = 0; texts[j] != NULL; j++)
        check_text (ids[i], texts[j]);
    }
}

int
main (int argc, char *argv[])
{
  g_autofree char *path = NULL;
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  path = g_test_build_filename (G_TEST_BUILT, "test-catalogue.mo", NULL);
  g_file_get_contents (path, &data, NULL, &error);
  g_assert_no_error (error);
  catalogue = read_catalogue (data);
  g_assert_cmpuint (g_hash_table_size (catalogue), >, 1000);

  g_test_add_func ("/tips/translated", test_all);
  g_test_add_func ("/tips/decks-translated", test_decks);
  return g_test_run ();
}
