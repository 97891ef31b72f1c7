/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-fuzz.h"

#include "hearten-tip-loader.h"

/* Each refusal names the file and a line. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (HeartenTip) tip = hearten_tip_load ("tip-01.xml", bytes, &error);

  g_assert_true ((tip == NULL) == (error != NULL));
  if (error != NULL)
    g_assert_true (g_str_has_prefix (error->message, "tip-01.xml:"));
  return 0;
}
