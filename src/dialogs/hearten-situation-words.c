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
    case HEARTEN_CONTACT_UNSAFE:
      return _ (
          "Nothing in Hearten suggests contact, notifications say nothing personal, and Find Help is on top. "
          "Escape pressed twice, or Ctrl+Shift+H, saves and closes the window at once. If somebody may be "
          "watching this computer, it is not a safe place to write: use one that they never see.");
    case HEARTEN_CONTACT_NO:
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
