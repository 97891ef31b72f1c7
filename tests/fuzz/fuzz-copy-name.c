/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-fuzz.h"

#include "hearten-copy-name.h"
#include "hearten-id.h"

/* A name of Hearten's own is a valid id; a second version can only be in a JSON file that nobody hides. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *name = g_strndup ((const char *) data, size);
  HeartenCopyName kind = hearten_copy_name_classify (name);

  if (kind == HEARTEN_COPY_NAME_OWN)
    {
      g_autofree char *id = g_strndup (name, strlen (name) - strlen (".json"));

      g_assert_true (hearten_id_is_valid (id));
    }
  if (kind != HEARTEN_COPY_NAME_IGNORED)
    g_assert_true (g_str_has_suffix (name, ".json") && name[0] != '.');
  else
    g_assert_false (hearten_copy_name_is_conflict (kind));
  return 0;
}
