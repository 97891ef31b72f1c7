/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-flags.h"
#include "hearten-tip-node-private.h"
#include "hearten-tips.h"

static HeartenTipNode *
new_words (const char *name, const char *words)
{
  HeartenTipNode *node = hearten_tip_node_new (name, 1);

  node->text = g_strdup (words);
  return node;
}

static HeartenTipNode *
new_activity (const char *phrases)
{
  HeartenTipNode *activity = hearten_tip_node_new ("activity", 1);
  HeartenTipNode *flag = hearten_tip_node_new ("flag", 1);

  hearten_tip_node_add_child (flag, new_words ("phrase", phrases));
  hearten_tip_node_add_child (flag, new_words ("because", "It is so."));
  hearten_tip_node_add_child (activity, flag);
  return activity;
}

/* The marked words, joined by "|" */
static char *
mark (const char *phrases, const char *text)
{
  g_autoptr (HeartenTipNode) activity = new_activity (phrases);
  g_autoptr (HeartenFlags) flags = hearten_flags_new (activity);
  g_autoptr (GArray) found = hearten_flags_find (flags, text);
  GString *marked = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      HeartenFlagged *flagged = &g_array_index (found, HeartenFlagged, i);
      g_autofree char *words = g_utf8_substring (text, flagged->start, flagged->end);

      g_string_append_printf (marked, "%s%s", i > 0 ? "|" : "", words);
      g_assert_cmpstr (hearten_flags_get_because (flags, flagged->flag), ==, "It is so.");
    }
  return g_string_free_and_steal (marked);
}

static void
test_marks (void)
{
  static const struct
  {
    const char *phrases;
    const char *text;
    const char *marked;
  } cases[] = {
    { "but", "I am sorry, BUT you left. But why?", "BUT|But" },
    { "but", "A butterfly, a button, a tribute, halibut.", "" },
    { "but", "but", "but" },
    { "but", "sorry—but—late", "but" },
    { "but", "", "" },
    { "if you felt|if i", "If  you\nfelt hurt, if I did", "If  you\nfelt|if I" },
    { "so did you", "So, did you", "" },
    { "you made me|you made", "You made me do it", "You made me" },
    { " but | | sorry ", "sorry but", "sorry|but" },
    { "|", "anything | at all", "" },
    { "don't", "I don’t and I DON'T", "don’t|DON'T" },
    { "i’m only", "I'm only tired", "I'm only" },
    { "what (really)?", "what (really)? yes", "what (really)?" },
    { "größe", "GRÖSSE Größe GRÖẞE", "Größe|GRÖẞE" },
    { "été", "L’ÉTÉ, l’e\u0301te\u0301 et étés", "ÉTÉ|e\u0301te\u0301" },
    { "aber", "Aberglaube, aber ja", "aber" },
    { "но", "Но ночь", "Но" },
    { "لكن", "آسف لكن", "لكن" },
    { "でも", "ごめん、でもあなたが", "でも" },
    { "但是", "对不起但是你", "但是" },
    { "แต่", "ขอโทษแต่คุณ", "แต่" },
    { "하지만", "미안해 하지만 너도", "하지만" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *marked = mark (cases[i].phrases, cases[i].text);

      g_assert_cmpstr (marked, ==, cases[i].marked);
    }
}

/* Every phrase of every tip is found where it stands alone, with its own reason. */
static void
test_tips (void)
{
  g_autoptr (HeartenTips) tips = hearten_tips_new (HEARTEN_TIPS_PATH);
  HeartenTip *tip = hearten_tips_find (tips, "tip-05");
  HeartenTipFace *faces[] = { hearten_tip_get_together_face (tip), hearten_tip_get_own_face (tip) };

  for (guint f = 0; f < 2; f++)
    {
      const HeartenTipNode *activity = hearten_tip_face_get_activity (faces[f], 0);
      g_autoptr (HeartenFlags) flags = hearten_flags_new (activity);
      guint number = 0;

      for (guint i = 0; i < hearten_tip_node_get_n_children (activity); i++)
        {
          const HeartenTipNode *child = hearten_tip_node_get_child (activity, i);
          g_auto (GStrv) phrases = NULL;

          if (!hearten_tip_node_is (child, "flag"))
            continue;
          phrases = g_strsplit (hearten_tip_node_find_text (child, "phrase"), "|", -1);
          for (guint p = 0; phrases[p] != NULL; p++)
            {
              g_autoptr (GArray) found = hearten_flags_find (flags, phrases[p]);
              gboolean own = FALSE;

              for (guint k = 0; k < found->len; k++)
                own |= g_array_index (found, HeartenFlagged, k).flag == number;
              g_assert_true (own);
            }
          g_assert_cmpstr (hearten_flags_get_because (flags, number), ==,
                           hearten_tip_node_find_text (child, "because"));
          number++;
        }
      g_assert_cmpuint (number, >, 3);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flags/marks", test_marks);
  g_test_add_func ("/flags/tips", test_tips);
  return g_test_run ();
}
