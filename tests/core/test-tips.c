/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "hearten-gate.h"
#include "hearten-test-voice.h"
#include "hearten-tip-loader.h"
#include "hearten-tips.h"

/* The tips that have two faces, as the table of the rows says. */
static const char *const two_faced[] = { "tip-04", "tip-05", "tip-07", "tip-08", "tip-10", "tip-12",
                                         "tip-13", "tip-14", "tip-18", "tip-20", NULL };

/* Each row's stage, from tip-01. */
static const HeartenStage stages[] = {
  HEARTEN_STAGE_LOOK_INWARD, HEARTEN_STAGE_LOOK_INWARD, HEARTEN_STAGE_LOOK_INWARD, HEARTEN_STAGE_REACH_OUT,
  HEARTEN_STAGE_REACH_OUT,   HEARTEN_STAGE_REBUILD,     HEARTEN_STAGE_REBUILD,     HEARTEN_STAGE_GROW,
  HEARTEN_STAGE_GIVE_ROOM,   HEARTEN_STAGE_REBUILD,     HEARTEN_STAGE_GIVE_ROOM,   HEARTEN_STAGE_REACH_OUT,
  HEARTEN_STAGE_REACH_OUT,   HEARTEN_STAGE_REBUILD,     HEARTEN_STAGE_GROW,        HEARTEN_STAGE_REBUILD,
  HEARTEN_STAGE_GIVE_ROOM,   HEARTEN_STAGE_GROW,        HEARTEN_STAGE_GROW,        HEARTEN_STAGE_GROW,
  HEARTEN_STAGE_LOOK_INWARD, HEARTEN_STAGE_GROW
};

/* The first kind of activity of each row, from tip-01. */
static const char *const kinds[] = { "worksheet",  "rhythm",     "checkin",    "letter",    "letter",
                                     "directory",  "collection", "collection", "checkin",   "collection",
                                     "space",      "cards",      "collection", "worksheet", "collection",
                                     "collection", "collection", "timer",      "rhythm",    "cards",
                                     "timer",      "collection" };

static HeartenTips *tips;

static HeartenTip *
get_tip (guint i)
{
  g_autoptr (HeartenTip) tip = g_list_model_get_item (G_LIST_MODEL (tips), i);

  return tip;
}

static gboolean
has_activity (HeartenTipFace *face, const char *kind)
{
  for (guint i = 0; i < hearten_tip_face_get_n_activities (face); i++)
    if (g_str_equal (hearten_tip_node_get_attribute (hearten_tip_face_get_activity (face, i), "kind"), kind))
      return TRUE;
  return FALSE;
}

static void
test_all_there (void)
{
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (tips)), ==, G_N_ELEMENTS (stages));

  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      g_autofree char *id = g_strdup_printf ("tip-%02u", i + 1);
      HeartenTip *tip = hearten_tips_find (tips, id);

      g_assert_nonnull (tip);
      g_assert_cmpint (hearten_tip_get_stage (tip), ==, stages[i]);
      g_assert_cmpint (hearten_tip_has_two_faces (tip), ==, g_strv_contains (two_faced, id));
      g_assert_true (has_activity (hearten_tip_get_together_face (tip), kinds[i]));
    }
  g_assert_null (hearten_tips_find (tips, "tip-23"));
}

/* What a tip asks to be done first is there. */
static void
test_before (void)
{
  const HeartenTipNode *space = hearten_tips_find_activity (tips, "space", NULL);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (tips)); i++)
    {
      HeartenTipFace *faces[] = { hearten_tip_get_together_face (get_tip (i)),
                                  hearten_tip_get_own_face (get_tip (i)) };

      for (guint f = 0; f < 2; f++)
        for (guint k = 0; k < hearten_tip_face_get_n_activities (faces[f]); k++)
          {
            const char *before = hearten_tip_node_get_attribute (hearten_tip_face_get_activity (faces[f], k),
                                                                 "before");

            if (before == NULL)
              continue;
            g_assert_nonnull (hearten_tips_find (tips, before));
            g_assert_true (f == 0 || !hearten_tip_has_two_faces (get_tip (i)));
            n++;
          }
    }
  g_assert_cmpuint (n, >=, 2);

  /* The space leads there as well, except where nothing may speak of writing to them. */
  g_assert_cmpstr (hearten_tip_get_id (hearten_tips_find_before (tips, space, HEARTEN_CONTACT_SPACE)), ==,
                   "tip-09");
  g_assert_null (hearten_tips_find_before (tips, space, HEARTEN_CONTACT_NO));
  g_assert_null (hearten_tips_find_before (tips, space, HEARTEN_CONTACT_UNSAFE));
}

static void
test_order (void)
{
  for (guint i = 1; i < g_list_model_get_n_items (G_LIST_MODEL (tips)); i++)
    {
      HeartenTip *before = get_tip (i - 1);
      HeartenTip *after = get_tip (i);

      g_assert_cmpint (hearten_tip_get_stage (before), <=, hearten_tip_get_stage (after));
      if (hearten_tip_get_stage (before) == hearten_tip_get_stage (after))
        g_assert_cmpstr (hearten_tip_get_id (before), <, hearten_tip_get_id (after));
    }
}

static void
check_face (HeartenTipFace *face, gboolean own, GHashTable *titles)
{
  g_assert_true (g_hash_table_add (titles, g_strdup (hearten_tip_face_get_title (face))));
  g_assert_cmpint (hearten_tip_face_get_why (face) != NULL, ==, own);
  g_assert_cmpuint (g_strv_length ((GStrv) hearten_tip_face_get_paragraphs (face)), >=, 2);
  g_assert_cmpuint (g_strv_length ((GStrv) hearten_tip_face_get_steps (face)), >=, 3);
  g_assert_nonnull (hearten_tip_face_get_first_prompt (face));
}

static void
test_faces (void)
{
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (tips)); i++)
    {
      HeartenTip *tip = get_tip (i);

      check_face (hearten_tip_get_together_face (tip), FALSE, titles);
      if (hearten_tip_has_two_faces (tip))
        check_face (hearten_tip_get_own_face (tip), TRUE, titles);
    }
}

/* The voice */

static void
check_node_voice (const char *id, const HeartenTipNode *node)
{
  hearten_test_check_voice (id, hearten_tip_node_get_text (node));
  for (guint i = 0; i < hearten_tip_node_get_n_children (node); i++)
    check_node_voice (id, hearten_tip_node_get_child (node, i));
}

static void
check_face_voice (const char *id, HeartenTipFace *face)
{
  hearten_test_check_voice (id, hearten_tip_face_get_title (face));
  hearten_test_check_voice (id, hearten_tip_face_get_summary (face));
  hearten_test_check_voice (id, hearten_tip_face_get_why (face));
  hearten_test_check_voice (id, hearten_tip_face_get_caution (face));
  for (guint i = 0; hearten_tip_face_get_paragraphs (face)[i] != NULL; i++)
    hearten_test_check_voice (id, hearten_tip_face_get_paragraphs (face)[i]);
  for (guint i = 0; hearten_tip_face_get_steps (face)[i] != NULL; i++)
    hearten_test_check_voice (id, hearten_tip_face_get_steps (face)[i]);
  for (guint i = 0; i < hearten_tip_face_get_n_activities (face); i++)
    check_node_voice (id, hearten_tip_face_get_activity (face, i));
}

static void
test_voice (void)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (tips)); i++)
    {
      HeartenTip *tip = get_tip (i);

      check_face_voice (hearten_tip_get_id (tip), hearten_tip_get_together_face (tip));
      check_face_voice (hearten_tip_get_id (tip), hearten_tip_get_own_face (tip));
    }
}

/* Bad files: each says in its third line what the loader must say. */

static GBytes *
read_fixture (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "fixtures", "tips", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (text, length);
}

static char *
find_expected (GBytes *bytes)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  char *begin = strstr (text, "<!-- expect: ");

  g_assert_nonnull (begin);
  begin += strlen ("<!-- expect: ");
  return g_strndup (begin, strstr (begin, " -->") - begin);
}

static void
test_bad_file (gconstpointer data)
{
  g_autoptr (GBytes) bytes = read_fixture (data);
  g_autofree char *expected = find_expected (bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (HeartenTip) tip = hearten_tip_load ("tip-01.xml", bytes, &error);

  g_assert_null (tip);
  g_assert_nonnull (error);
  g_assert_true (error->domain == G_MARKUP_ERROR);
  g_assert_cmpstr (error->message, ==, expected);
}

static void
add_bad_files (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "fixtures", "tips", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_strconcat ("/tips/bad/", name, NULL);

      if (!g_str_equal (name, "good.xml"))
        g_test_add_data_func_full (path, g_strdup (name), test_bad_file, g_free);
    }
}

static void
test_good_file (void)
{
  g_autoptr (GBytes) bytes = read_fixture ("good.xml");
  g_autoptr (GError) error = NULL;
  g_autoptr (HeartenTip) tip = hearten_tip_load ("tip-01.xml", bytes, &error);
  const HeartenTipNode *activity;

  g_assert_no_error (error);
  g_assert_cmpstr (hearten_tip_face_get_first_prompt (hearten_tip_get_own_face (tip)), ==, "Sleep?");
  activity = hearten_tip_face_get_activity (hearten_tip_get_own_face (tip), 1);
  g_assert_cmpstr (hearten_tip_node_get_attribute (activity, "kind"), ==, "timer");
  g_assert_cmpuint (hearten_tip_node_count (activity, "length"), ==, 2);
  g_assert_cmpint (hearten_tip_node_get_number (hearten_tip_node_find (activity, "length"), "minutes", 0), ==,
                   1);
  g_assert_cmpstr (hearten_tip_node_find_text (activity, "closing"), ==, "Closing.");
}

static void
check_message (const char *file, const char *text, const char *expected)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  g_assert_null (hearten_tip_load (file, bytes, &error));
  g_assert_cmpstr (error->message, ==, expected);
}

static void
test_no_file (void)
{
  check_message ("tip-09.xml", "", "tip-09.xml:1: Document was empty or contained only whitespace");
  check_message ("tip-09.xml", "<!-- later -->", "tip-09.xml:1: There is no element");
  check_message ("tip-09.xml", "<tip/> more",
                 "tip-09.xml:1: Document must begin with an element (e.g. <book>)");
  check_message ("tip-09.xml", "<tip>\n<a/>",
                 "tip-09.xml:2: Document ended unexpectedly with elements still open — “tip” was the last "
                 "element opened");
  check_message ("tip-09.xml", "<tip id=\"tip-09\">\n<![CDATA[\xff]]></tip>",
                 "tip-09.xml:2: This is not UTF-8 text");
}

/* Every file cut short after every 97th byte, and with one byte changed, is either a tip or an error, never a
 * crash. */
static void
test_damage (void)
{
  g_autoptr (GBytes) whole = read_fixture ("good.xml");
  gsize length = g_bytes_get_size (whole);

  for (gsize i = 0; i < length; i++)
    {
      g_autofree char *text = g_memdup2 (g_bytes_get_data (whole, NULL), length);
      g_autoptr (GBytes) cut = g_bytes_new (text, i);
      g_autoptr (GBytes) changed = NULL;
      g_autoptr (HeartenTip) tip = hearten_tip_load ("tip-01.xml", cut, NULL);
      g_autoptr (HeartenTip) other = NULL;

      text[i] = "<>&\"/ \xff"
                "a"[i % 8];
      changed = g_bytes_new (text, length);
      other = hearten_tip_load ("tip-01.xml", changed, NULL);
      g_assert_true (tip == NULL || i >= length - 1);
    }
}

/* Words */

static void
test_search (void)
{
  HeartenTip *tip = hearten_tips_find (tips, "tip-11");
  HeartenTipFace *face = hearten_tip_get_own_face (tip);

  g_assert_true (hearten_tip_matches (tip, face, NULL));
  g_assert_true (hearten_tip_matches (tip, face, "  "));
  g_assert_true (hearten_tip_matches (tip, face, hearten_tip_face_get_title (face)));
  g_assert_true (hearten_tip_matches (tip, face, "SPACE"));
  g_assert_true (hearten_tip_matches (tip, face, "space give"));
  g_assert_false (hearten_tip_matches (tip, face, "space hippopotamus"));
}

static void
test_name (void)
{
  g_autofree char *named = hearten_tip_fill_name ("A letter to {name}, for {name}.", "Sam");
  g_autofree char *unnamed = hearten_tip_fill_name ("A letter to {name}.", NULL);
  g_autofree char *odd = hearten_tip_fill_name ("To {name}.", "{name}");

  g_assert_cmpstr (named, ==, "A letter to Sam, for Sam.");
  g_assert_cmpstr (unnamed, ==, "A letter to them.");
  g_assert_cmpstr (odd, ==, "To {name}.");
}

static void
test_stages (void)
{
  g_assert_cmpstr (hearten_stage_get_name (HEARTEN_STAGE_GIVE_ROOM), ==, "Give room");
  g_assert_cmpstr (hearten_stage_get_nick (HEARTEN_STAGE_GIVE_ROOM), ==, "give-room");
}

/* A bad file at the user's start: the tip is left out with a warning, the rest is there. */

static const char *expected_warning; /* its beginning; NULL once it came */

static GLogWriterOutput
on_log_cb (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  for (gsize i = 0; i < n_fields && expected_warning != NULL && level == G_LOG_LEVEL_WARNING; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") && g_str_has_prefix (fields[i].value, expected_warning))
      {
        expected_warning = NULL;
        return G_LOG_WRITER_HANDLED;
      }
  return g_log_writer_default (level, fields, n_fields, data);
}

static HeartenTips *
load_with_warning (const char *path, const char *warning)
{
  HeartenTips *loaded;

  expected_warning = warning;
  loaded = hearten_tips_new (path);
  g_assert_null (expected_warning);
  return loaded;
}

static void
test_start (void)
{
  g_autoptr (HeartenTips) none = load_with_warning ("/io/github/hearten_app/nothing", "There are no tips: ");
  g_autoptr (HeartenTips)
      one = load_with_warning ("/io/github/hearten_app/test-tips", "A tip is left out: tip-02.xml:7: ");

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (none)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (one)), ==, 1);
  g_assert_nonnull (hearten_tips_find (one, "tip-01"));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_log_set_writer_func (on_log_cb, NULL, NULL);
  tips = hearten_tips_new (HEARTEN_TIPS_PATH);

  g_test_add_func ("/tips/all-there", test_all_there);
  g_test_add_func ("/tips/before", test_before);
  g_test_add_func ("/tips/order", test_order);
  g_test_add_func ("/tips/faces", test_faces);
  g_test_add_func ("/tips/voice", test_voice);
  g_test_add_func ("/tips/search", test_search);
  g_test_add_func ("/tips/name", test_name);
  g_test_add_func ("/tips/stages", test_stages);
  g_test_add_func ("/tips/start", test_start);
  g_test_add_func ("/tips/good-file", test_good_file);
  g_test_add_func ("/tips/no-file", test_no_file);
  g_test_add_func ("/tips/damage", test_damage);
  add_bad_files ();

  return g_test_run ();
}
