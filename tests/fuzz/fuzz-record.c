/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-fuzz.h"

#include "hearten-entry.h"
#include "hearten-kinds.h"
#include "hearten-reminder.h"

static HeartenRecord *
read_again (HeartenRecord *record, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  HeartenRecord *again = hearten_record_from_bytes (G_OBJECT_TYPE (record), bytes, &error);

  if (again == NULL)
    g_error ("What was written cannot be read: %s\n%s", error->message,
             (const char *) g_bytes_get_data (bytes, NULL));
  return again;
}

/* What was read can be shown, is written so that it can be read, and is then the same as before. */
static void
use (HeartenRecord *record)
{
  g_autoptr (GDateTime) created = hearten_record_dup_created (record);
  g_autoptr (HeartenRecord) snapshot = hearten_record_snapshot (record);
  g_autoptr (HeartenClock) clock = hearten_system_clock_new ();
  g_autoptr (GBytes) bytes = hearten_record_to_bytes (record);
  g_autoptr (HeartenRecord) again = read_again (record, bytes);
  g_autoptr (GBytes) from_snapshot = hearten_record_to_bytes (snapshot);
  g_autoptr (GBytes) from_again = hearten_record_to_bytes (again);

  g_assert_nonnull (created);
  hearten_fuzz_same (bytes, from_snapshot);
  hearten_fuzz_same (bytes, from_again);
  hearten_record_touch (again, clock);
  hearten_record_count (again, "a device");
  if (HEARTEN_IS_ENTRY (record))
    g_free (hearten_entry_dup_heading (HEARTEN_ENTRY (record)));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  guint n_kinds;
  const GType *kinds = hearten_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (GTypeClass) type_class = g_type_class_ref (kinds[i]);
      const char *kind = HEARTEN_RECORD_CLASS (type_class)->kind;
      g_autoptr (HeartenRecord) record = NULL;

      /* The other kinds would say no to it at once. */
      if (memmem (data, size, kind, strlen (kind)) != NULL || (i == 0 && size % 8 == 0))
        record = hearten_record_from_bytes (kinds[i], bytes, NULL);
      if (record != NULL)
        use (record);
    }
  return 0;
}
