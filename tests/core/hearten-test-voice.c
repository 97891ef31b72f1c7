/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-test-voice.h"

/* Word boundaries matter: "there" holds "her". */
#define FORBIDDEN                                                                                            \
  "!|%|\\bshould(n['’]t| not)? have\\b|don['’]t give up|win them back|"                                      \
  "\\b(he|she|him|her|his|hers|himself|herself)\\b"

#define CONTACT                                                                                              \
  "\\b(write|text|message|call|ring|phone|meet|visit|see|ask|tell|show|send|answer|talk to|speak to|"        \
  "write to|reply to|wait for|hope for|reach out to)( to)? (them|\\{name\\})\\b|"                            \
  "\\bwait(ing|s)?\\b|\\b(come|comes|get|be|getting|back) (back|together)\\b|"                               \
  "\\bthey (may|might|will|could|can|miss|still|have|need|are)\\b|\\b(get|be|stay|keep) in touch\\b|"        \
  "\\btheir (pace|time|answer|reply|heart|mind)\\b|\\byou two\\b|\\bway back\\b"

static gboolean
has (const char *text, const char *pattern, char **found)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_assert_nonnull (regex);
  if (!g_regex_match (regex, text, 0, &match))
    return FALSE;
  if (found != NULL)
    *found = g_match_info_fetch (match, 0);
  return TRUE;
}

void
hearten_test_check_voice (const char *id, const char *text)
{
  g_autofree char *found = NULL;

  if (text == NULL || !has (text, FORBIDDEN, &found))
    return;
  g_test_message ("%s says “%s”: %s", id, found, text);
  g_test_fail ();
}

gboolean
hearten_test_suggests_contact (const char *text)
{
  return has (text, CONTACT, NULL);
}
