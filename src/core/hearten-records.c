/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-records-private.h"

static void hearten_records_list_model_init (GListModelInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (HeartenRecords,
                                  hearten_records,
                                  G_TYPE_OBJECT,
                                  G_ADD_PRIVATE (HeartenRecords)
                                      G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                             hearten_records_list_model_init))

#define PRIVATE(self)                                                                                        \
  ((HeartenRecordsPrivate *) hearten_records_get_instance_private (HEARTEN_RECORDS (self)))

/* Rows that were read and are not in the list model yet */
#define MOST_UNTOLD 4000

enum { PROP_0, PROP_STORE, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { CHANGED, ARRIVING, ARRIVED, N_SIGNALS };
static guint signals[N_SIGNALS];

HeartenRecordsPrivate *
hearten_records_get_private (HeartenRecords *self)
{
  return hearten_records_get_instance_private (self);
}

/* Order */

static int
compare_newest_first (HeartenRecord *a, HeartenRecord *b)
{
  gint64 time_a = hearten_record_get_created (a), time_b = hearten_record_get_created (b);

  if (time_a != time_b)
    return time_a > time_b ? -1 : 1;
  return g_strcmp0 (hearten_record_get_id (b), hearten_record_get_id (a));
}

/* The first position whose record is not newer than @record. */
static guint
find_place (HeartenRecordsPrivate *priv, HeartenRecord *record)
{
  guint low = 0, high = priv->rows->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_newest_first (priv->rows->pdata[middle], record) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
find_row (HeartenRecordsPrivate *priv, HeartenRecord *record, guint *place)
{
  *place = find_place (priv, record);
  return *place < priv->rows->len && priv->rows->pdata[*place] == record;
}

/* Whether @record belongs after all that are there */
static gboolean
is_last (HeartenRecordsPrivate *priv, HeartenRecord *record)
{
  guint n = priv->rows->len;

  return n == 0 || compare_newest_first (priv->rows->pdata[n - 1], record) < 0;
}

/* Who shows a list lays it out anew with each change, so what is read is told in large parts. */
static void
tell (HeartenRecords *self)
{
  HeartenRecordsPrivate *priv = PRIVATE (self);
  guint first = priv->n_told;

  priv->n_told = priv->rows->len;
  if (priv->n_told > first)
    g_list_model_items_changed (G_LIST_MODEL (self), first, 0, priv->n_told - first);
}

static void
insert_row (HeartenRecords *self, HeartenRecord *record)
{
  HeartenRecordsPrivate *priv = PRIVATE (self);
  guint place;

  tell (self);
  if (find_row (priv, record, &place))
    return;
  g_ptr_array_insert (priv->rows, place, g_object_ref (record));
  priv->n_told++;
  g_list_model_items_changed (G_LIST_MODEL (self), place, 0, 1);
}

static void
remove_row (HeartenRecords *self, HeartenRecord *record)
{
  HeartenRecordsPrivate *priv = PRIVATE (self);
  guint place;

  tell (self);
  if (!find_row (priv, record, &place))
    return;
  g_ptr_array_remove_index (priv->rows, place);
  priv->n_told--;
  g_list_model_items_changed (G_LIST_MODEL (self), place, 1, 0);
}

/* The trash */

static int
compare_deleted_last_first (gconstpointer a, gconstpointer b, gpointer user_data)
{
  gint64 time_a = hearten_record_get_deleted ((gpointer) a),
         time_b = hearten_record_get_deleted ((gpointer) b);

  if (time_a != time_b)
    return time_a > time_b ? -1 : 1;
  return compare_newest_first ((gpointer) a, (gpointer) b);
}

static void
add_to_trash (HeartenRecordsPrivate *priv, HeartenRecord *record)
{
  if (!g_list_store_find (priv->trash, record, NULL))
    g_list_store_insert_sorted (priv->trash, record, compare_deleted_last_first, NULL);
}

static void
remove_from_trash (HeartenRecordsPrivate *priv, HeartenRecord *record)
{
  guint place;

  if (g_list_store_find (priv->trash, record, &place))
    g_list_store_remove (priv->trash, place);
}

static void
put_in_place (HeartenRecords *self, HeartenRecord *record)
{
  HeartenRecordsPrivate *priv = PRIVATE (self);

  if (hearten_record_get_deleted (record) == 0)
    {
      remove_from_trash (priv, record);
      insert_row (self, record);
    }
  else
    {
      remove_row (self, record);
      if (hearten_record_is_tombstone (record))
        remove_from_trash (priv, record);
      else
        add_to_trash (priv, record);
    }
}

static void
remember (HeartenRecordsPrivate *priv, HeartenRecord *record)
{
  g_hash_table_replace (priv->by_id, (char *) hearten_record_get_id (record), g_object_ref (record));
}

static void
bury (HeartenRecordsPrivate *priv, HeartenRecord *tombstone)
{
  g_hash_table_replace (priv->buried, (char *) hearten_record_get_id (tombstone), g_object_ref (tombstone));
}

static gboolean
is_known (HeartenRecordsPrivate *priv, HeartenRecord *record)
{
  const char *id = hearten_record_get_id (record);

  return g_hash_table_contains (priv->by_id, id) || g_hash_table_contains (priv->buried, id);
}

/* Loading. Parts arrive newest first, so nearly every part belongs at the end as a whole. */

/* Takes the reference, and the record. */
static void
take_new (HeartenRecords *self, HeartenRecord *record)
{
  HeartenRecordsPrivate *priv = PRIVATE (self);

  g_hash_table_replace (priv->by_id, (char *) hearten_record_get_id (record), record);
  if (hearten_record_get_deleted (record) != 0)
    add_to_trash (priv, record);
  else if (is_last (priv, record))
    g_ptr_array_add (priv->rows, g_object_ref (record));
  else
    insert_row (self, record);
}

static void
take_read (HeartenRecords *self, HeartenRecord *record)
{
  HeartenRecordsPrivate *priv = PRIVATE (self);
  g_autoptr (HeartenRecord) taken = record;

  /* It came in a copy as well, or the folder is read once more. */
  if (is_known (priv, record))
    {
      tell (self);
      hearten_records_take_in (self, record);
    }
  else if (hearten_record_is_tombstone (record))
    bury (priv, record);
  else
    take_new (self, g_steal_pointer (&taken));
}

static void
on_batch_cb (HeartenStore *store, GPtrArray *records, gpointer user_data)
{
  HeartenRecords *self = g_task_get_source_object (user_data);
  HeartenRecordsPrivate *priv = PRIVATE (self);
  g_autofree gpointer *taken = NULL;
  gsize n;

  taken = g_ptr_array_steal (records, &n);
  for (gsize i = 0; i < n; i++)
    take_read (self, taken[i]);
  if (priv->rows->len - priv->n_told >= MIN (priv->n_told, MOST_UNTOLD))
    tell (self);
}

static void
on_store_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  tell (g_task_get_source_object (task));
  if (hearten_store_load_finish (HEARTEN_STORE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
hearten_records_load_async (HeartenRecords *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, hearten_records_load_async);
  hearten_store_load_async (PRIVATE (self)->store, HEARTEN_RECORDS_GET_CLASS (self)->record_type, on_batch_cb,
                            NULL, on_store_loaded_cb, task);
}

gboolean
hearten_records_load_finish (HeartenRecords *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* GListModel */

static GType
hearten_records_get_item_type (GListModel *model)
{
  return HEARTEN_RECORDS_GET_CLASS (model)->record_type;
}

static guint
hearten_records_get_n_items (GListModel *model)
{
  return PRIVATE (model)->n_told;
}

static gpointer
hearten_records_get_item (GListModel *model, guint position)
{
  HeartenRecordsPrivate *priv = PRIVATE (model);

  return position < priv->n_told ? g_object_ref (priv->rows->pdata[position]) : NULL;
}

static void
hearten_records_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = hearten_records_get_item_type;
  iface->get_n_items = hearten_records_get_n_items;
  iface->get_item = hearten_records_get_item;
}

/* GObject */

static void
hearten_records_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_STORE:
      g_value_set_object (value, PRIVATE (object)->store);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearten_records_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_STORE:
      PRIVATE (object)->store = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
on_arrived_cb (HeartenRecords *self, HeartenRecord *found)
{
  hearten_records_take_in (self, found);
}

static void
hearten_records_constructed (GObject *object)
{
  HeartenRecords *self = HEARTEN_RECORDS (object);
  g_autoptr (GTypeClass) type_class = g_type_class_ref (HEARTEN_RECORDS_GET_CLASS (self)->record_type);
  g_autofree char *signal = g_strconcat ("arrived::", HEARTEN_RECORD_CLASS (type_class)->kind, NULL);

  G_OBJECT_CLASS (hearten_records_parent_class)->constructed (object);
  g_signal_connect_object (PRIVATE (self)->store, signal, G_CALLBACK (on_arrived_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
hearten_records_finalize (GObject *object)
{
  HeartenRecordsPrivate *priv = PRIVATE (object);

  g_clear_pointer (&priv->rows, g_ptr_array_unref);
  g_clear_pointer (&priv->buried, g_hash_table_unref);
  g_clear_object (&priv->trash);
  g_clear_pointer (&priv->by_id, g_hash_table_unref);
  g_clear_object (&priv->store);

  G_OBJECT_CLASS (hearten_records_parent_class)->finalize (object);
}

static void
hearten_records_class_init (HeartenRecordsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = hearten_records_get_property;
  object_class->set_property = hearten_records_set_property;
  object_class->constructed = hearten_records_constructed;
  object_class->finalize = hearten_records_finalize;

  /**
   * HeartenRecords:store:
   *
   * Where the records are kept.
   */
  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, HEARTEN_TYPE_STORE,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                    G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * HeartenRecords::changed:
   * @record: what changed
   *
   * A record was added, changed, deleted or restored by the user.
   */
  signals[CHANGED] = g_signal_new ("changed", HEARTEN_TYPE_RECORDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, HEARTEN_TYPE_RECORD);
  /**
   * HeartenRecords::arriving:
   * @record: a record of this list
   *
   * Someone else changed @record. Whoever holds words for it that are not in it yet has to put them there
   * now; then both texts stay.
   */
  signals[ARRIVING] = g_signal_new ("arriving", HEARTEN_TYPE_RECORDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, HEARTEN_TYPE_RECORD);
  /**
   * HeartenRecords::arrived:
   * @record: what changed
   *
   * A record was added, changed, deleted or restored by someone else.
   */
  signals[ARRIVED] = g_signal_new ("arrived", HEARTEN_TYPE_RECORDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, HEARTEN_TYPE_RECORD);
}

static void
hearten_records_init (HeartenRecords *self)
{
  HeartenRecordsPrivate *priv = PRIVATE (self);

  priv->rows = g_ptr_array_new_with_free_func (g_object_unref);
  priv->trash = g_list_store_new (HEARTEN_TYPE_RECORD);
  priv->buried = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  priv->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
}

/* Private */

gboolean
hearten_records_find_row (HeartenRecords *self, HeartenRecord *record, guint *place)
{
  tell (self);
  return find_row (PRIVATE (self), record, place);
}

void
hearten_records_take_out (HeartenRecords *self, HeartenRecord *record)
{
  HeartenRecordsPrivate *priv = PRIVATE (self);

  remove_row (self, record);
  remove_from_trash (priv, record);
  g_hash_table_remove (priv->by_id, hearten_record_get_id (record));
  g_hash_table_remove (priv->buried, hearten_record_get_id (record));
}

void
hearten_records_put (HeartenRecords *self, HeartenRecord *record)
{
  if (hearten_record_is_tombstone (record))
    {
      bury (PRIVATE (self), record);
      return;
    }
  remember (PRIVATE (self), record);
  put_in_place (self, record);
}

/* Public */

HeartenStore *
hearten_records_get_store (HeartenRecords *self)
{
  g_return_val_if_fail (HEARTEN_IS_RECORDS (self), NULL);

  return PRIVATE (self)->store;
}

gpointer
hearten_records_find (HeartenRecords *self, const char *id)
{
  g_return_val_if_fail (HEARTEN_IS_RECORDS (self) && id != NULL, NULL);

  return g_hash_table_lookup (PRIVATE (self)->by_id, id);
}

void
hearten_records_add_tombstones (HeartenRecords *self, GHashTable *tombstones)
{
  HeartenRecordsPrivate *priv = PRIVATE (self);
  GHashTableIter iter;
  gpointer id;

  g_return_if_fail (HEARTEN_IS_RECORDS (self));

  g_hash_table_iter_init (&iter, priv->buried);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_add (tombstones, g_strdup (id));
}

gboolean
hearten_records_contains (HeartenRecords *self, HeartenRecord *record)
{
  guint place;

  g_return_val_if_fail (HEARTEN_IS_RECORDS (self) && HEARTEN_IS_RECORD (record), FALSE);

  return find_row (PRIVATE (self), record, &place);
}

void
hearten_records_changed (HeartenRecords *self, HeartenRecord *record)
{
  HeartenRecordsPrivate *priv = PRIVATE (self);

  g_return_if_fail (HEARTEN_IS_RECORDS (self) && HEARTEN_IS_RECORD (record));

  if (!hearten_record_is_tombstone (record) &&
      !g_hash_table_contains (priv->by_id, hearten_record_get_id (record)))
    remember (priv, record);
  put_in_place (self, record);
  hearten_store_save (priv->store, record);
  g_signal_emit (self, signals[CHANGED], 0, record);
}

void
hearten_records_delete (HeartenRecords *self, HeartenRecord *record)
{
  g_autoptr (HeartenRecord) held = g_object_ref (record);

  if (!hearten_records_contains (self, record))
    return;
  hearten_record_set_deleted (record,
                              hearten_clock_get_now (hearten_store_get_clock (PRIVATE (self)->store)));
  hearten_records_changed (self, record);
}

GListModel *
hearten_records_get_trash (HeartenRecords *self)
{
  g_return_val_if_fail (HEARTEN_IS_RECORDS (self), NULL);

  return G_LIST_MODEL (PRIVATE (self)->trash);
}

void
hearten_records_bury (HeartenRecords *self, HeartenRecord *record)
{
  HeartenRecordsPrivate *priv = PRIVATE (self);
  g_autoptr (HeartenRecord) held = g_object_ref (record);

  g_return_if_fail (HEARTEN_IS_RECORDS (self));

  if (!g_list_store_find (priv->trash, record, NULL) || hearten_record_is_read_only (record) ||
      hearten_store_get_frozen (priv->store))
    return;
  hearten_record_bury (record);
  hearten_records_changed (self, record);
  /* An older file may still come back. */
  bury (priv, record);
  g_hash_table_remove (priv->by_id, hearten_record_get_id (record));
}

/* When the user last did something with records of this kind, as far as the ends of the lists tell */
static gint64
find_last_deed (HeartenRecordsPrivate *priv)
{
  g_autoptr (HeartenRecord) deleted = g_list_model_get_item (G_LIST_MODEL (priv->trash), 0);
  gint64 last = deleted != NULL ? hearten_record_get_deleted (deleted) : 0;
  GHashTableIter iter;
  gpointer tombstone;

  if (priv->rows->len > 0)
    last = MAX (last, hearten_record_get_created (priv->rows->pdata[0]));
  g_hash_table_iter_init (&iter, priv->buried);
  while (g_hash_table_iter_next (&iter, NULL, &tombstone))
    last = MAX (last, hearten_record_get_modified (tombstone));
  return last;
}

/* From the end, where the oldest are. */
static void
sweep_trash (HeartenRecords *self, gint64 now)
{
  GListModel *trash = G_LIST_MODEL (PRIVATE (self)->trash);

  for (guint i = g_list_model_get_n_items (trash); i > 0; i--)
    {
      g_autoptr (HeartenRecord) record = g_list_model_get_item (trash, i - 1);

      if (now - hearten_record_get_deleted (record) < HEARTEN_RECORDS_TRASH_DAYS * G_TIME_SPAN_DAY)
        break;
      hearten_records_bury (self, record);
    }
}

static void
sweep_tombstones (HeartenRecordsPrivate *priv, gint64 now)
{
  GHashTableIter iter;
  gpointer data;

  g_hash_table_iter_init (&iter, priv->buried);
  while (g_hash_table_iter_next (&iter, NULL, &data))
    {
      HeartenRecord *record = data;
      gint64 since = MAX (hearten_record_get_deleted (record), hearten_record_get_modified (record));

      /* It may have been deleted for good on another device while this one was off. */
      hearten_store_forget (priv->store, record);
      if (now - since < HEARTEN_RECORDS_TOMBSTONE_DAYS * G_TIME_SPAN_DAY ||
          hearten_record_is_read_only (record))
        continue;
      hearten_store_remove (priv->store, record);
      g_hash_table_iter_remove (&iter);
    }
}

void
hearten_records_sweep (HeartenRecords *self)
{
  HeartenRecordsPrivate *priv = PRIVATE (self);
  gint64 now;

  g_return_if_fail (HEARTEN_IS_RECORDS (self));

  now = hearten_clock_get_now (hearten_store_get_clock (priv->store));
  if (now - find_last_deed (priv) > 366 * G_TIME_SPAN_DAY)
    return;
  sweep_trash (self, now);
  sweep_tombstones (priv, now);
}

void
hearten_records_restore (HeartenRecords *self, HeartenRecord *record)
{
  if (hearten_record_is_tombstone (record) || hearten_record_is_read_only (record))
    return;
  hearten_record_set_deleted (record, 0);
  hearten_records_changed (self, record);
}
