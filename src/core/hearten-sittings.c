/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-sittings.h"

#include "hearten-sitting-private.h"

struct _HeartenSittings
{
  HeartenRecords parent_instance;
};

G_DEFINE_FINAL_TYPE (HeartenSittings, hearten_sittings, HEARTEN_TYPE_RECORDS)

static void
hearten_sittings_class_init (HeartenSittingsClass *klass)
{
  HEARTEN_RECORDS_CLASS (klass)->record_type = HEARTEN_TYPE_SITTING;
}

static void
hearten_sittings_init (HeartenSittings *self)
{
}

HeartenSittings *
hearten_sittings_new (HeartenStore *store)
{
  return g_object_new (HEARTEN_TYPE_SITTINGS, "store", store, NULL);
}

HeartenSitting *
hearten_sittings_add (HeartenSittings *self, const char *tip, guint minutes)
{
  g_autoptr (HeartenSitting) sitting = NULL;

  g_return_val_if_fail (HEARTEN_IS_SITTINGS (self), NULL);
  g_return_val_if_fail (tip != NULL, NULL);

  sitting = hearten_record_new (HEARTEN_TYPE_SITTING,
                                hearten_store_get_clock (hearten_records_get_store (HEARTEN_RECORDS (self))));
  hearten_sitting_set_tip (sitting, tip);
  hearten_sitting_set_minutes (sitting, minutes);
  hearten_records_changed (HEARTEN_RECORDS (self), HEARTEN_RECORD (sitting));
  return sitting;
}

void
hearten_sittings_set_note (HeartenSittings *self, HeartenSitting *sitting, const char *note)
{
  g_return_if_fail (HEARTEN_IS_SITTINGS (self) && HEARTEN_IS_SITTING (sitting));

  if (!hearten_record_is_read_only (HEARTEN_RECORD (sitting)) &&
      hearten_records_contains (HEARTEN_RECORDS (self), HEARTEN_RECORD (sitting)) &&
      hearten_sitting_set_note (sitting, note))
    hearten_records_changed (HEARTEN_RECORDS (self), HEARTEN_RECORD (sitting));
}
