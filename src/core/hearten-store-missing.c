/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-store-private.h"

#include "hearten-missing.h"

static gboolean
find (HeartenStore *self, const char *id, guint *place)
{
  GListModel *list = G_LIST_MODEL (self->missing);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (HeartenMissing) missing = g_list_model_get_item (list, i);

      if (g_str_equal (hearten_missing_get_id (missing), id))
        {
          *place = i;
          return TRUE;
        }
    }
  return FALSE;
}

/* Public */

GListModel *
hearten_store_get_missing (HeartenStore *self)
{
  g_return_val_if_fail (HEARTEN_IS_STORE (self), NULL);

  return G_LIST_MODEL (self->missing);
}

gboolean
hearten_store_is_missing (HeartenStore *self, const char *id)
{
  g_return_val_if_fail (HEARTEN_IS_STORE (self) && id != NULL, FALSE);

  return g_hash_table_contains (self->missing_ids, id);
}

void
hearten_store_add_all_missing (HeartenStore *self, GPtrArray *missing)
{
  g_autoptr (GPtrArray) fresh = g_ptr_array_new ();

  for (guint i = 0; i < missing->len; i++)
    if (g_hash_table_add (self->missing_ids, g_strdup (hearten_missing_get_id (missing->pdata[i]))))
      g_ptr_array_add (fresh, missing->pdata[i]);
  /* All at once: many are another thing than one. */
  if (fresh->len > 0)
    g_list_store_splice (self->missing, g_list_model_get_n_items (G_LIST_MODEL (self->missing)), 0,
                         fresh->pdata, fresh->len);
}

void
hearten_store_add_missing (HeartenStore *self, GType type, const char *id)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (HEARTEN_IS_STORE (self) && id != NULL);

  g_ptr_array_add (one, hearten_missing_new (type, id));
  hearten_store_add_all_missing (self, one);
}

void
hearten_store_remove_missing (HeartenStore *self, const char *id)
{
  guint place;

  g_return_if_fail (HEARTEN_IS_STORE (self) && id != NULL);

  if (g_hash_table_remove (self->missing_ids, id) && find (self, id, &place))
    g_list_store_remove (self->missing, place);
}
