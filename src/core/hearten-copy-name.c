/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-copy-name.h"

#include "hearten-id.h"

#include <string.h>

#define ID_LENGTH 36
#define SUFFIX ".json"

/* Whether @text begins like @pattern: `0` stands for a digit, `X` for a letter or digit. */
static gboolean
begins_like (const char *text, const char *pattern)
{
  for (; *pattern != '\0'; pattern++, text++)
    if (*pattern == '0'   ? !g_ascii_isdigit (*text)
        : *pattern == 'X' ? !g_ascii_isalnum (*text)
                          : *text != *pattern)
      return FALSE;
  return TRUE;
}

/* Whether the last @mark in @name has the rest that @pattern tells. */
static gboolean
ends_like (const char *name, const char *mark, const char *pattern)
{
  const char *found = g_strrstr (name, mark);

  return found != NULL && begins_like (found + strlen (mark), pattern);
}

static gboolean
is_ignored (const char *name)
{
  return name[0] == '.' || g_str_has_prefix (name, "~syncthing~") || !g_str_has_suffix (name, SUFFIX);
}

static gboolean
is_own (const char *name)
{
  char id[ID_LENGTH + 1];

  if (strlen (name) != ID_LENGTH + strlen (SUFFIX))
    return FALSE;
  memcpy (id, name, ID_LENGTH);
  id[ID_LENGTH] = '\0';
  return hearten_id_is_valid (id);
}

HeartenCopyName
hearten_copy_name_classify (const char *name)
{
  g_return_val_if_fail (name != NULL, HEARTEN_COPY_NAME_IGNORED);

  if (is_ignored (name))
    return HEARTEN_COPY_NAME_IGNORED;
  if (is_own (name))
    return HEARTEN_COPY_NAME_OWN;
  if (ends_like (name, ".sync-conflict-", "00000000-000000-XXXXXXX.json"))
    return HEARTEN_COPY_NAME_SYNCTHING;
  if (strstr (name, " (conflicted copy ") != NULL || ends_like (name, "_conflict-", "00000000-000000"))
    return HEARTEN_COPY_NAME_NEXTCLOUD;
  if (strstr (name, " conflicted copy ") != NULL)
    return HEARTEN_COPY_NAME_DROPBOX;
  return HEARTEN_COPY_NAME_OTHER;
}

gboolean
hearten_copy_name_is_conflict (HeartenCopyName kind)
{
  return kind == HEARTEN_COPY_NAME_SYNCTHING || kind == HEARTEN_COPY_NAME_NEXTCLOUD ||
         kind == HEARTEN_COPY_NAME_DROPBOX;
}
