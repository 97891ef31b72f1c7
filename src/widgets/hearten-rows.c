/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-rows.h"

#define KEY "hearten-rows"

void
hearten_rows_add (gpointer owner, GtkWidget *row)
{
  if (ADW_IS_EXPANDER_ROW (owner))
    adw_expander_row_add_row (owner, row);
  else
    adw_preferences_group_add (owner, row);
  g_ptr_array_add (hearten_rows_get (owner), row);
}

void
hearten_rows_clear (gpointer owner)
{
  GPtrArray *rows = hearten_rows_get (owner);

  for (guint i = 0; i < rows->len; i++)
    if (ADW_IS_EXPANDER_ROW (owner))
      adw_expander_row_remove (owner, rows->pdata[i]);
    else
      adw_preferences_group_remove (owner, rows->pdata[i]);
  g_ptr_array_set_size (rows, 0);
}

GPtrArray *
hearten_rows_get (gpointer owner)
{
  GPtrArray *rows = g_object_get_data (owner, KEY);

  if (rows == NULL)
    {
      rows = g_ptr_array_new ();
      g_object_set_data_full (owner, KEY, rows, (GDestroyNotify) g_ptr_array_unref);
    }
  return rows;
}
