/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-fuzz.h"

#include "hearten-store.h"

/* Opening never writes over a store file, whatever is in it. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static HeartenClock *clock;
  static char *folder, *path;
  g_autoptr (HeartenStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GBytes) given = g_bytes_new_static (data, size);
  g_autoptr (GBytes) found = NULL;
  gsize length;

  if (clock == NULL)
    {
      clock = hearten_system_clock_new ();
      folder = hearten_fuzz_path ("");
      path = hearten_fuzz_path ("hearten.json");
    }
  hearten_fuzz_put (path, data, size);
  store = hearten_store_new (folder, folder, clock);
  if (!hearten_store_open (store, NULL, &error))
    g_assert_nonnull (error);
  g_assert_true (g_file_get_contents (path, &after, &length, NULL));
  found = g_bytes_new (after, length);
  hearten_fuzz_same (given, found);
  return 0;
}
