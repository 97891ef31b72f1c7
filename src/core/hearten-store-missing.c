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
  guint place;

  g_return_val_if_fail (HEARTEN_IS_STORE (self) && id != NULL, FALSE);

  return find (self, id, &place);
}

void
hearten_store_add_missing (HeartenStore *self, GType type, const char *id)
{
  g_autoptr (HeartenMissing) missing = NULL;
  guint place;

  g_return_if_fail (HEARTEN_IS_STORE (self) && id != NULL);

  if (find (self, id, &place))
    return;
  missing = hearten_missing_new (type, id);
  g_list_store_append (self->missing, missing);
}

void
hearten_store_remove_missing (HeartenStore *self, const char *id)
{
  guint place;

  g_return_if_fail (HEARTEN_IS_STORE (self) && id != NULL);

  if (find (self, id, &place))
    g_list_store_remove (self->missing, place);
}
