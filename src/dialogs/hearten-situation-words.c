/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-situation-words.h"

#include <glib/gi18n.h>

const char *
hearten_situation_words (HeartenContact contact, gboolean allows_contact)
{
  if (allows_contact)
    return _ ("Tips may also be about the two of you.");

  switch (contact)
    {
    case HEARTEN_CONTACT_NO:
    case HEARTEN_CONTACT_UNSAFE:
      return _ ("Nothing in Hearten suggests contact. Every tip is about your own life.");
    case HEARTEN_CONTACT_UNSET:
    case HEARTEN_CONTACT_OPEN:
    case HEARTEN_CONTACT_UNSURE:
    case HEARTEN_CONTACT_SPACE:
    default:
      return _ (
          "For now nothing suggests contact. Tips about the two of you open when a space period of yours "
          "has ended, or when you say here that contact is welcome.");
    }
}
