/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-items.h"

#include "hearten-day.h"
#include "hearten-item-private.h"

struct _HeartenItems
{
  HeartenRecords parent_instance;
};

G_DEFINE_FINAL_TYPE (HeartenItems, hearten_items, HEARTEN_TYPE_RECORDS)

static void
hearten_items_class_init (HeartenItemsClass *klass)
{
  HEARTEN_RECORDS_CLASS (klass)->record_type = HEARTEN_TYPE_ITEM;
}

static void
hearten_items_init (HeartenItems *self)
{
}

static HeartenClock *
get_clock (HeartenItems *self)
{
  return hearten_store_get_clock (hearten_records_get_store (HEARTEN_RECORDS (self)));
}

static gboolean
may_change (HeartenItem *item)
{
  return !hearten_record_is_read_only (HEARTEN_RECORD (item));
}

static void
changed (HeartenItems *self, HeartenItem *item)
{
  hearten_records_changed (HEARTEN_RECORDS (self), HEARTEN_RECORD (item));
}

/* The order */

static int
compare_pointers (gconstpointer a, gconstpointer b)
{
  return hearten_items_compare (*(HeartenItem **) a, *(HeartenItem **) b);
}

static gboolean
is_on (HeartenItem *item, const char *tip, const char *face)
{
  return g_strcmp0 (hearten_item_get_tip (item), tip) == 0 &&
         g_strcmp0 (hearten_item_get_face (item), face) == 0;
}

/* Archived or not */
static GPtrArray *
dup_all (HeartenItems *self, const char *tip, const char *face)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr (HeartenItem) item = g_list_model_get_item (G_LIST_MODEL (self), i);

      if (is_on (item, tip, face))
        g_ptr_array_add (list, g_steal_pointer (&item));
    }
  g_ptr_array_sort (list, compare_pointers);
  return list;
}

static double
get_place (GPtrArray *list, guint index)
{
  return hearten_item_get_place (g_ptr_array_index (list, index));
}

/* After a great many moves to the same spot two neighbours are as close as numbers can be. */
static void
number_again (HeartenItems *self, GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++)
    {
      HeartenItem *item = g_ptr_array_index (list, i);

      if (!may_change (item) || hearten_item_get_place (item) == i + 1)
        continue;
      hearten_item_set_place (item, i + 1);
      changed (self, item);
    }
}

static double
find_place (GPtrArray *others, guint index)
{
  if (others->len == 0)
    return 1;
  if (index == 0)
    return get_place (others, 0) - 1;
  if (index == others->len)
    return get_place (others, index - 1) + 1;
  return get_place (others, index - 1) + (get_place (others, index) - get_place (others, index - 1)) / 2;
}

static gboolean
fits (GPtrArray *others, guint index, double place)
{
  return (index == 0 || place > get_place (others, index - 1)) &&
         (index == others->len || place < get_place (others, index));
}

/* Public */

HeartenItems *
hearten_items_new (HeartenStore *store)
{
  return g_object_new (HEARTEN_TYPE_ITEMS, "store", store, NULL);
}

int
hearten_items_compare (HeartenItem *a, HeartenItem *b)
{
  double place_a = hearten_item_get_place (a), place_b = hearten_item_get_place (b);

  /* Two devices may give two items the same number. */
  return place_a != place_b ? (place_a > place_b) - (place_a < place_b)
                            : g_strcmp0 (hearten_record_get_id (HEARTEN_RECORD (a)),
                                         hearten_record_get_id (HEARTEN_RECORD (b)));
}

GPtrArray *
hearten_items_dup_list (HeartenItems *self, const char *tip, const char *face, gboolean archived)
{
  GPtrArray *list;

  g_return_val_if_fail (HEARTEN_IS_ITEMS (self), NULL);

  list = dup_all (self, tip, face);
  for (guint i = list->len; i > 0; i--)
    if (hearten_item_get_archived (g_ptr_array_index (list, i - 1)) != archived)
      g_ptr_array_remove_index (list, i - 1);
  return list;
}

HeartenItem *
hearten_items_add (HeartenItems *self, const char *tip, const char *face, const char *text, const char *state)
{
  g_autofree char *words = g_strstrip (g_strdup (text));
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (HeartenItem) item = NULL;

  g_return_val_if_fail (HEARTEN_IS_ITEMS (self) && tip != NULL && face != NULL, NULL);

  if (*words == '\0')
    return NULL;
  list = dup_all (self, tip, face);
  item = hearten_record_new (HEARTEN_TYPE_ITEM, get_clock (self));
  hearten_item_set_list (item, tip, face);
  hearten_item_set_text (item, words);
  hearten_item_set_state (item, state);
  hearten_item_set_place (item, find_place (list, list->len));
  changed (self, item);
  return item; /* the model holds it */
}

void
hearten_items_set_text (HeartenItems *self, HeartenItem *item, const char *text)
{
  g_autofree char *words = g_strstrip (g_strdup (text));

  g_return_if_fail (HEARTEN_IS_ITEMS (self) && HEARTEN_IS_ITEM (item));

  if (*words != '\0' && may_change (item) && hearten_item_set_text (item, words))
    changed (self, item);
}

void
hearten_items_set_column (HeartenItems *self, HeartenItem *item, const char *column, const char *value)
{
  g_autofree char *stripped = g_strstrip (g_strdup (value != NULL ? value : ""));

  g_return_if_fail (HEARTEN_IS_ITEMS (self) && HEARTEN_IS_ITEM (item) && column != NULL);

  if (may_change (item) && hearten_item_set_column (item, column, stripped))
    changed (self, item);
}

void
hearten_items_set_state (HeartenItems *self, HeartenItem *item, const char *state, gboolean archive)
{
  gboolean changes;

  g_return_if_fail (HEARTEN_IS_ITEMS (self) && HEARTEN_IS_ITEM (item));

  if (!may_change (item))
    return;
  changes = hearten_item_set_state (item, state);
  if (hearten_item_set_archived (item, archive) || changes)
    changed (self, item);
}

void
hearten_items_set_archived (HeartenItems *self, HeartenItem *item, gboolean archived)
{
  g_return_if_fail (HEARTEN_IS_ITEMS (self) && HEARTEN_IS_ITEM (item));

  if (may_change (item) && hearten_item_set_archived (item, archived))
    changed (self, item);
}

void
hearten_items_move (HeartenItems *self, HeartenItem *item, HeartenItem *before)
{
  g_autoptr (GPtrArray) others = NULL;
  guint index, was;
  double place;

  g_return_if_fail (HEARTEN_IS_ITEMS (self) && HEARTEN_IS_ITEM (item));

  if (item == before || !may_change (item))
    return;
  others = dup_all (self, hearten_item_get_tip (item), hearten_item_get_face (item));
  if (!g_ptr_array_find (others, item, &was))
    return;
  g_ptr_array_remove_index (others, was);
  if (before == NULL || !g_ptr_array_find (others, before, &index))
    index = others->len;
  if (index == was)
    return;

  place = find_place (others, index);
  if (!fits (others, index, place))
    {
      number_again (self, others);
      place = find_place (others, index);
    }
  hearten_item_set_place (item, place);
  changed (self, item);
}

/* What was drawn on the latest day; of several that day, the one that changed last */
static HeartenItem *
find_drawn_last (GPtrArray *list)
{
  HeartenItem *last = NULL;
  GDate latest, day;

  for (guint i = 0; i < list->len; i++)
    {
      HeartenItem *item = g_ptr_array_index (list, i);
      int later;

      if (!hearten_item_get_drawn (item, &day))
        continue;
      later = last != NULL ? g_date_compare (&day, &latest) : 1;
      if (later > 0 || (later == 0 && hearten_record_get_modified (HEARTEN_RECORD (item)) >
                                          hearten_record_get_modified (HEARTEN_RECORD (last))))
        {
          latest = day;
          last = item;
        }
    }
  return last;
}

HeartenItem *
hearten_items_draw (HeartenItems *self, const char *tip, const char *face, guint32 random)
{
  g_autoptr (GPtrArray) list = hearten_items_dup_list (self, tip, face, FALSE);
  GDate today = hearten_day_today (get_clock (self));
  HeartenItem *last = find_drawn_last (list), *drawn;

  if (last != NULL && list->len > 1)
    g_ptr_array_remove (list, last);
  if (list->len == 0)
    return NULL;

  drawn = g_ptr_array_index (list, random % list->len);
  if (may_change (drawn))
    {
      hearten_item_set_drawn (drawn, &today);
      changed (self, drawn);
    }
  return drawn; /* the model holds it */
}
