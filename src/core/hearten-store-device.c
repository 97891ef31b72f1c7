/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-store-private.h"

#include "hearten-durable.h"

/* This installation's id, by which it counts its writes in revisions, and its highest counter so far. Were
 * the same counter given to two different writes, one of them would be taken for known and could be lost.
 * That would come of a state folder that was brought back from a backup, or copied to another computer: there
 * the records know of more than the state folder does. Then this installation takes a new id and counts anew.
 */

static char *
path_of (HeartenStore *self)
{
  return g_build_filename (self->state_folder, "device.json", NULL);
}

static GBytes *
describe (HeartenStore *self)
{
  g_autoptr (JsonObject) object = json_object_new ();

  json_object_set_string_member (object, "device", self->device);
  json_object_set_int_member (object, "highest", self->highest);
  return hearten_json_write (object);
}

static void
take_new_id (HeartenStore *self)
{
  g_free (self->device);
  self->device = g_strdup_printf ("%08x%08x", g_random_int (), g_random_int ());
  self->highest = 0;
  self->unsure = FALSE;
  g_atomic_int_set (&self->highest_seen, 0);
}

/* A device that cannot keep its name gets a new one at the next start; that costs a counter and nothing else.
 */
void
hearten_store_open_device (HeartenStore *self)
{
  g_autofree char *path = path_of (self);
  g_autoptr (JsonObject) object = hearten_json_read_file (path, NULL);
  g_autofree char *device = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gint64 highest = -1;

  if (object != NULL && hearten_json_take_string (object, "device", &device, NULL) && device != NULL &&
      *device != '\0' && hearten_json_take_int (object, "highest", &highest, NULL))
    {
      self->highest = (int) CLAMP (highest, 0, G_MAXINT32);
      /* It was written before counters were noted. */
      self->unsure = highest < 0;
      g_set_str (&self->device, device);
      return;
    }
  take_new_id (self);
  bytes = describe (self);
  if (!hearten_durable_write (path, bytes, &error))
    g_message ("%s", error->message);
}

gboolean
hearten_store_write_device (HeartenStore *self, GBytes *bytes, GError **error)
{
  g_autofree char *path = path_of (self);

  return hearten_durable_write (path, bytes, error);
}

void
hearten_store_note_counter (HeartenStore *self, const char *device, HeartenRecord *record)
{
  int counter = device != NULL ? hearten_revision_get (hearten_record_get_revision (record), device) : 0;
  int seen = g_atomic_int_get (&self->highest_seen);

  while (counter > seen && !g_atomic_int_compare_and_exchange (&self->highest_seen, seen, counter))
    seen = g_atomic_int_get (&self->highest_seen);
}

GBytes *
hearten_store_settle_device (HeartenStore *self)
{
  if (self->unsure || g_atomic_int_get (&self->highest_seen) <= self->highest)
    return NULL;
  take_new_id (self);
  return describe (self);
}

GBytes *
hearten_store_note_highest (HeartenStore *self, GPtrArray *snapshots)
{
  int highest = self->unsure ? g_atomic_int_get (&self->highest_seen) : self->highest;

  for (guint i = 0; i < snapshots->len; i++)
    highest = MAX (highest,
                   hearten_revision_get (hearten_record_get_revision (snapshots->pdata[i]), self->device));
  if (highest <= self->highest)
    return NULL;
  self->highest = highest;
  return describe (self);
}
