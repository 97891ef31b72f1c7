/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-store-private.h"

#include "hearten-missing.h"

/* A whole disk vanishes and comes back at once: so the list changes in one go however many these are, and
 * everything that shows it looks at it once. */

static GPtrArray *
list_rest (HeartenStore *self)
{
  GListModel *list = G_LIST_MODEL (self->missing);
  GPtrArray *rest = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (HeartenMissing) missing = g_list_model_get_item (list, i);

      if (g_hash_table_contains (self->missing_ids, hearten_missing_get_id (missing)))
        g_ptr_array_add (rest, g_steal_pointer (&missing));
    }
  return rest;
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
hearten_store_add_missing (HeartenStore *self, GPtrArray *missing)
{
  g_autoptr (GPtrArray) fresh = g_ptr_array_new ();

  g_return_if_fail (HEARTEN_IS_STORE (self) && missing != NULL);

  for (guint i = 0; i < missing->len; i++)
    if (g_hash_table_add (self->missing_ids, g_strdup (hearten_missing_get_id (missing->pdata[i]))))
      g_ptr_array_add (fresh, missing->pdata[i]);
  if (fresh->len > 0)
    g_list_store_splice (self->missing, g_list_model_get_n_items (G_LIST_MODEL (self->missing)), 0,
                         fresh->pdata, fresh->len);
}

void
hearten_store_remove_missing (HeartenStore *self, GPtrArray *ids)
{
  gboolean any = FALSE;
  g_autoptr (GPtrArray) rest = NULL;

  g_return_if_fail (HEARTEN_IS_STORE (self) && ids != NULL);

  for (guint i = 0; i < ids->len; i++)
    any = g_hash_table_remove (self->missing_ids, ids->pdata[i]) || any;
  if (!any)
    return;
  rest = list_rest (self);
  g_list_store_splice (self->missing, 0, g_list_model_get_n_items (G_LIST_MODEL (self->missing)), rest->pdata,
                       rest->len);
}
