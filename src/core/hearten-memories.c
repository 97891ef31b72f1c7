/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-memories.h"

static gboolean
recalls (HeartenEntry *entry, const GDate *today)
{
  GDate day = hearten_record_get_day (HEARTEN_RECORD (entry));

  return g_date_get_day (&day) == g_date_get_day (today) && g_date_compare (&day, today) < 0;
}

GPtrArray *
hearten_memories_on_day (GListModel *entries, HeartenGate *gate, const GDate *today)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (G_IS_LIST_MODEL (entries), found);
  g_return_val_if_fail (g_date_valid (today), found);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (HeartenEntry) entry = g_list_model_get_item (entries, i);

      if (!hearten_entry_is_blank (entry) && recalls (entry, today) &&
          hearten_gate_may_show (gate, hearten_entry_get_face (entry)))
        g_ptr_array_add (found, g_steal_pointer (&entry));
    }
  return found;
}
