/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-revision.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *device; /* interned: a journal has many records and few devices */
  int counter;  /* from 1 */
} Item;

struct _HeartenRevision
{
  guint n_items;
  Item items[]; /* sorted by device */
};

static HeartenRevision *
new_revision (guint n_items)
{
  HeartenRevision *self = g_atomic_rc_box_alloc0 (sizeof *self + n_items * sizeof (Item));

  return self;
}

static void
add (HeartenRevision *self, const char *device, int counter)
{
  self->items[self->n_items++] = (Item) { g_ref_string_new_intern (device), counter };
}

static void
clear (gpointer data)
{
  HeartenRevision *self = data;

  for (guint i = 0; i < self->n_items; i++)
    g_ref_string_release (self->items[i].device);
}

HeartenRevision *
hearten_revision_ref (HeartenRevision *self)
{
  return self != NULL ? g_atomic_rc_box_acquire (self) : NULL;
}

void
hearten_revision_unref (HeartenRevision *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear);
}

/* JSON */

static gboolean
read_counter (JsonNode *node, int *counter)
{
  gint64 value = json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node) : -1;

  *counter = (int) CLAMP (value, 0, G_MAXINT32);
  return *counter == value;
}

static HeartenRevision *
read_revision (JsonObject *object, GError **error)
{
  g_autoptr (HeartenRevision) self = new_revision (json_object_get_size (object));
  g_autoptr (GList) devices = g_list_sort (json_object_get_members (object), (GCompareFunc) g_strcmp0);

  for (GList *l = devices; l != NULL; l = l->next)
    {
      int counter;

      if (!read_counter (json_object_get_member (object, l->data), &counter))
        {
          g_set_error_literal (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD,
                               _ ("The revision cannot be read."));
          return NULL;
        }
      if (counter > 0)
        add (self, l->data, counter);
    }
  return g_steal_pointer (&self);
}

gboolean
hearten_json_take_revision (JsonObject *object, const char *member, HeartenRevision **out, GError **error)
{
  g_autoptr (JsonObject) revision = NULL;
  HeartenRevision *read;

  if (!hearten_json_take_object (object, member, &revision, error))
    return FALSE;
  if (revision == NULL)
    return TRUE;
  read = read_revision (revision, error);
  if (read == NULL)
    return FALSE;
  hearten_revision_unref (*out);
  *out = read;
  return TRUE;
}

void
hearten_json_set_revision (JsonObject *object, const char *member, HeartenRevision *revision)
{
  JsonObject *counters;

  if (revision == NULL || revision->n_items == 0)
    return;
  counters = json_object_new ();
  for (guint i = 0; i < revision->n_items; i++)
    json_object_set_int_member (counters, revision->items[i].device, revision->items[i].counter);
  json_object_set_object_member (object, member, counters);
}

/* Comparing. Both are sorted, so one walk over both is enough. */

typedef struct
{
  const char *device;
  int counter_a;
  int counter_b;
} Pair;

static gboolean
next_pair (HeartenRevision *a, HeartenRevision *b, guint *i, guint *j, Pair *pair)
{
  const Item *x = a != NULL && *i < a->n_items ? &a->items[*i] : NULL;
  const Item *y = b != NULL && *j < b->n_items ? &b->items[*j] : NULL;
  int order = x == NULL ? 1 : y == NULL ? -1 : strcmp (x->device, y->device);

  if (x == NULL && y == NULL)
    return FALSE;
  *pair = (Pair) { order <= 0 ? x->device : y->device, order <= 0 ? x->counter : 0,
                   order >= 0 ? y->counter : 0 };
  *i += order <= 0;
  *j += order >= 0;
  return TRUE;
}

HeartenRevision *
hearten_revision_join (HeartenRevision *a, HeartenRevision *b)
{
  HeartenRevision *self;
  guint i = 0, j = 0;
  Pair pair;

  if (a == NULL || b == NULL || a == b)
    return hearten_revision_ref (a != NULL ? a : b);
  self = new_revision (a->n_items + b->n_items);
  while (next_pair (a, b, &i, &j, &pair))
    add (self, pair.device, MAX (pair.counter_a, pair.counter_b));
  return self;
}

gboolean
hearten_revision_covers (HeartenRevision *self, HeartenRevision *other)
{
  guint i = 0, j = 0;
  Pair pair;

  while (next_pair (self, other, &i, &j, &pair))
    if (pair.counter_a < pair.counter_b)
      return FALSE;
  return TRUE;
}

int
hearten_revision_compare (HeartenRevision *a, HeartenRevision *b)
{
  guint i = 0, j = 0;
  Pair pair;

  while (next_pair (a, b, &i, &j, &pair))
    if (pair.counter_a != pair.counter_b)
      return pair.counter_a < pair.counter_b ? -1 : 1;
  return 0;
}

/* Public */

int
hearten_revision_get (HeartenRevision *self, const char *device)
{
  for (guint i = 0; self != NULL && i < self->n_items; i++)
    if (strcmp (self->items[i].device, device) == 0)
      return self->items[i].counter;
  return 0;
}

HeartenRevision *
hearten_revision_with (HeartenRevision *self, const char *device, int counter)
{
  g_autoptr (HeartenRevision) one = new_revision (1);

  g_return_val_if_fail (device != NULL && *device != '\0' && counter > 0, NULL);

  add (one, device, counter);
  return hearten_revision_join (self, one);
}
