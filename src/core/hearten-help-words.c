/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-help-words.h"

#include <glib/gi18n-lib.h>

/* The data is English. What it says again and again is put here for the translators. */
static const struct
{
  const char *words;
  const char *shown;
} known[] = {
  /* Who answers */
  { "Emergency services", NC_ ("help line", "Emergency services") },
  { "European emergency number", NC_ ("help line", "European emergency number") },
  { "Police", NC_ ("help line", "Police") },
  { "Ambulance", NC_ ("help line", "Ambulance") },
  { "Ambulance and fire", NC_ ("help line", "Ambulance and fire") },
  { "114, emergency by text message", NC_ ("help line", "114, emergency by text message") },

  /* For whom, and how */
  { "for women", NC_ ("help line", "For women") },
  { "Refuge, for women", NC_ ("help line", "Run by Refuge, for women") },
  { "for women; option 1", NC_ ("help line", "For women") },
  { "then choose option 1", NC_ ("help line", "Then choose option 1") },
  { "for men", NC_ ("help line", "For men") },
  { "ambulance", NC_ ("help line", "Ambulance") },
  { "from a mobile phone", NC_ ("help line", "From a mobile phone") },
  { "freephone", NC_ ("help line", "The call is free") },
  { "local call charge", NC_ ("help line", "Costs as much as a local call") },
  { "normal call rate", NC_ ("help line", "Costs as much as a normal call") },
  { "operator charges apply", NC_ ("help line", "Costs what your operator charges") },
  { "from Iwate, Miyagi, Fukushima", NC_ ("help line", "From Iwate, Miyagi and Fukushima") },
  { "Buenos Aires city and Greater Buenos Aires; some provinces answer 135 themselves",
    NC_ ("help line", "For Buenos Aires, city and surroundings; some provinces answer 135 themselves") },
  { "SMS 3060", NC_ ("help line", "Text to 3060") },
  { "text START to 88788", NC_ ("help line", "Text START to 88788") },
  { "text 0458 737 732", NC_ ("help line", "Text to 0458 737 732") },
  { "WhatsApp (61) 9610-0180", NC_ ("help line", "WhatsApp (61) 9610-0180") },
  { "WhatsApp 600 000 016", NC_ ("help line", "WhatsApp 600 000 016") },
  { "WhatsApp 324 011 7252", NC_ ("help line", "WhatsApp 324 011 7252") },

  /* In which language */
  { "Dutch", NC_ ("help line", "In Dutch") },
  { "Finnish", NC_ ("help line", "In Finnish") },
  { "French", NC_ ("help line", "In French") },
  { "English, French", NC_ ("help line", "In English and French") },

  /* When */
  { "24/7", NC_ ("help line", "Day and night") },
  { "24/7 (phone)", NC_ ("help line", "Calls day and night") },
  { "9:00-24:00 daily", NC_ ("help line", "Every day from 9:00 to midnight") },
  { "24/7 (Mon-Fri 9:00-19:00 specialists, otherwise Télé-Accueil)",
    NC_ ("help line", "Day and night; specialists Monday to Friday from 9:00 to 19:00, else Télé-Accueil") },

  /* Directories */
  { "directory of free crisis helplines by country",
    NC_ ("help line", "Free crisis lines, country by country") },
  { "network of emotional support centres", NC_ ("help line", "Centres where somebody listens") },
  { "directory of gender-based violence helplines by country",
    NC_ ("help line", "Lines for those who met with violence, country by country") },
};

static int
find (const char *words)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (known[i].words, words))
      return i;
  return -1;
}

const char *
hearten_help_words_get (const char *words)
{
  int i;

  g_return_val_if_fail (words != NULL, NULL);

  i = find (words);
  return i >= 0 ? g_dpgettext2 (GETTEXT_PACKAGE, "help line", known[i].shown) : words;
}

gboolean
hearten_help_words_know (const char *words)
{
  g_return_val_if_fail (words != NULL, FALSE);

  return find (words) >= 0;
}
