/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-month-sections.h"

struct _HeartenMonthSections
{
  GObject parent_instance;

  GListModel *model;
  GTimeZone *zone;
  HeartenRecord *current;
};

static void list_model_init (GListModelInterface *iface);
static void section_model_init (GtkSectionModelInterface *iface);
static void selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HeartenMonthSections,
                               hearten_month_sections,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_model_init)
                                       G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

/* Places. The rows are in the order of HeartenRecords: by time, then by id, newest first. */

static gboolean
is_before (HeartenRecord *a, HeartenRecord *b)
{
  gint64 time_a = hearten_record_get_created (a), time_b = hearten_record_get_created (b);

  if (time_a != time_b)
    return time_a > time_b;
  return g_strcmp0 (hearten_record_get_id (a), hearten_record_get_id (b)) > 0;
}

/* The first position from which on every row is older than @time. */
static guint
find_older (HeartenMonthSections *self, gint64 time)
{
  guint low = 0, high = g_list_model_get_n_items (self->model);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      g_autoptr (HeartenRecord) record = g_list_model_get_item (self->model, middle);

      if (hearten_record_get_created (record) >= time)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Months. Their first instants alone cut the time into sections, so that no shift of a clock can give a row
 * two months. */

static gint64
get_month_start (HeartenMonthSections *self, int year, int month)
{
  g_autoptr (GDateTime) start = g_date_time_new (self->zone, year, month, 1, 0, 0, 0);

  return start != NULL ? g_date_time_to_unix_usec (start) : G_MAXINT64;
}

static void
get_month (HeartenMonthSections *self, gint64 time, gint64 *start, gint64 *end)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (time);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, self->zone) : NULL;
  int year, month;

  *start = G_MININT64;
  *end = G_MAXINT64;
  if (local == NULL)
    return;
  year = g_date_time_get_year (local);
  month = g_date_time_get_month (local);
  *start = get_month_start (self, year, month);
  *end = get_month_start (self, month == 12 ? year + 1 : year, month == 12 ? 1 : month + 1);
}

/* Interfaces */

static GType
get_item_type (GListModel *list)
{
  return HEARTEN_TYPE_RECORD;
}

static guint
get_n_items (GListModel *list)
{
  return g_list_model_get_n_items (HEARTEN_MONTH_SECTIONS (list)->model);
}

static gpointer
get_item (GListModel *list, guint position)
{
  return g_list_model_get_item (HEARTEN_MONTH_SECTIONS (list)->model, position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
get_section (GtkSectionModel *model, guint position, guint *start, guint *end)
{
  HeartenMonthSections *self = HEARTEN_MONTH_SECTIONS (model);
  guint n_items = g_list_model_get_n_items (self->model);
  g_autoptr (HeartenRecord) record = g_list_model_get_item (self->model, position);
  gint64 first, next;

  *start = n_items;
  *end = G_MAXUINT;
  if (record == NULL)
    return;
  get_month (self, hearten_record_get_created (record), &first, &next);
  *start = MIN (find_older (self, next), position);
  *end = MAX (find_older (self, first), position + 1);
}

static void
section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = get_section;
}

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  HeartenMonthSections *self = HEARTEN_MONTH_SECTIONS (model);
  g_autoptr (HeartenRecord) record = g_list_model_get_item (self->model, position);

  return record != NULL && record == self->current;
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  HeartenMonthSections *self = HEARTEN_MONTH_SECTIONS (model);
  GtkBitset *selection = gtk_bitset_new_empty ();
  guint place;

  if (self->current != NULL && hearten_month_sections_find (self, self->current, &place))
    gtk_bitset_add (selection, place);
  return selection;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
}

/* GObject */

static void
hearten_month_sections_dispose (GObject *object)
{
  HeartenMonthSections *self = HEARTEN_MONTH_SECTIONS (object);

  g_clear_object (&self->model);
  g_clear_object (&self->current);
  g_clear_pointer (&self->zone, g_time_zone_unref);

  G_OBJECT_CLASS (hearten_month_sections_parent_class)->dispose (object);
}

static void
hearten_month_sections_class_init (HeartenMonthSectionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearten_month_sections_dispose;
}

static void
hearten_month_sections_init (HeartenMonthSections *self)
{
}

/* Public */

HeartenMonthSections *
hearten_month_sections_new (GListModel *model, GTimeZone *zone)
{
  HeartenMonthSections *self = g_object_new (HEARTEN_TYPE_MONTH_SECTIONS, NULL);

  self->model = model;
  self->zone = g_time_zone_ref (zone);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (g_list_model_items_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}

gpointer
hearten_month_sections_get_current (HeartenMonthSections *self)
{
  g_return_val_if_fail (HEARTEN_IS_MONTH_SECTIONS (self), NULL);

  return self->current;
}

static void
selection_changed (HeartenMonthSections *self, HeartenRecord *record)
{
  guint position;

  if (record != NULL && hearten_month_sections_find (self, record, &position))
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), position, 1);
}

void
hearten_month_sections_set_current (HeartenMonthSections *self, HeartenRecord *record)
{
  g_autoptr (HeartenRecord) before = NULL;

  g_return_if_fail (HEARTEN_IS_MONTH_SECTIONS (self));

  if (self->current == record)
    return;
  before = g_steal_pointer (&self->current);
  g_set_object (&self->current, record);
  selection_changed (self, before);
  selection_changed (self, record);
}

gboolean
hearten_month_sections_find (HeartenMonthSections *self, HeartenRecord *record, guint *position)
{
  guint low = 0, high = g_list_model_get_n_items (self->model);
  g_autoptr (HeartenRecord) found = NULL;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      g_autoptr (HeartenRecord) other = g_list_model_get_item (self->model, middle);

      if (is_before (other, record))
        low = middle + 1;
      else
        high = middle;
    }
  *position = low;
  found = g_list_model_get_item (self->model, low);
  return found == record;
}
