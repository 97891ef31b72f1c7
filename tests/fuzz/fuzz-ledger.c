/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-fuzz.h"

#include "hearten-ledger.h"

/* Opening never fails; each entry can be found by its key. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static char *path;
  g_autoptr (HeartenLedger) ledger = NULL;

  if (path == NULL)
    path = hearten_fuzz_path ("ledger.json");
  hearten_fuzz_put (path, data, size);
  ledger = hearten_ledger_open (path);
  for (guint i = 0; i < hearten_ledger_get_length (ledger); i++)
    {
      const HeartenLedgerEntry *entry = hearten_ledger_get_entry (ledger, i);

      g_assert_true (hearten_ledger_find (ledger, entry->key) == entry);
    }
  g_assert_cmpuint (hearten_ledger_get_length (ledger), <=, size);
  hearten_ledger_set (ledger, "x@2026-11-23T21:00", HEARTEN_LEDGER_STATE_SHOWN, 1, 0);
  g_assert_nonnull (hearten_ledger_find (ledger, "x@2026-11-23T21:00"));
  if (hearten_ledger_save (ledger, NULL))
    {
      g_autoptr (HeartenLedger) again = hearten_ledger_peek (path);

      g_assert_cmpuint (hearten_ledger_get_untold (again), ==, hearten_ledger_get_untold (ledger));
    }
  return 0;
}
