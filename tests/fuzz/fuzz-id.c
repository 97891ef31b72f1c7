/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-fuzz.h"

#include "hearten-durable.h"
#include "hearten-id.h"

/* The time in a valid id can be written as a month; a name of a temporary file leads back to its target. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *name = g_strndup ((const char *) data, size);
  g_autofree char *target = hearten_durable_dup_target (name);

  if (hearten_id_is_valid (name))
    {
      g_autofree char *month = hearten_id_dup_month (name);

      g_assert_cmpuint (strlen (month), ==, 7);
      g_assert_cmpint (hearten_id_get_time (name), >=, 0);
      g_assert_null (strchr (name, '/'));
    }
  if (target != NULL)
    {
      g_assert_true (g_str_has_prefix (name, target));
      g_assert_cmpuint (strlen (target), ==, strlen (name) - 10);
    }
  return 0;
}
