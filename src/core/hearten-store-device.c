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
describe (const char *device, int highest)
{
  g_autoptr (JsonObject) object = json_object_new ();

  json_object_set_string_member (object, "device", device);
  json_object_set_int_member (object, "highest", highest);
  return hearten_json_write (object);
}

static HeartenDevice
make_new (void)
{
  g_autofree char *id = g_strdup_printf ("%08x%08x", g_random_int (), g_random_int ());

  return (HeartenDevice) { g_intern_string (id), 0, FALSE, TRUE };
}

/* A device that cannot keep its name gets a new one at the next start; that costs a counter and nothing else.
 */
void
hearten_store_open_device (HeartenStore *self, HeartenDevice *device)
{
  g_autofree char *path = path_of (self);
  g_autoptr (JsonObject) object = hearten_json_read_file (path, NULL);
  g_autofree char *id = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gint64 highest = -1;

  if (object != NULL && hearten_json_take_string (object, "device", &id, NULL) && id != NULL && *id != '\0' &&
      hearten_json_take_int (object, "highest", &highest, NULL))
    {
      /* Without a number it was written before counters were noted. */
      *device = (HeartenDevice) { g_intern_string (id), (int) CLAMP (highest, 0, G_MAXINT32), highest < 0,
                                  FALSE };
      return;
    }
  *device = make_new ();
  bytes = describe (device->id, device->highest);
  if (!hearten_durable_write (path, bytes, &error))
    g_message ("%s", error->message);
}

void
hearten_store_take_device (HeartenStore *self, const HeartenDevice *device)
{
  gboolean same = device->id == self->device;

  if (device->id == NULL)
    return;
  g_atomic_pointer_set (&self->device, device->id);
  /* A save may have counted on while it was read. */
  self->highest = same ? MAX (self->highest, device->highest) : device->highest;
  self->unsure = device->unsure;
  if (device->fresh)
    g_atomic_int_set (&self->highest_seen, 0);
}

const char *
hearten_store_get_device (HeartenStore *self)
{
  return g_atomic_pointer_get (&self->device);
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
  HeartenDevice device;

  if (self->unsure || g_atomic_int_get (&self->highest_seen) <= self->highest)
    return NULL;
  device = make_new ();
  hearten_store_take_device (self, &device);
  return describe (self->device, self->highest);
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
  return describe (self->device, self->highest);
}

/* Public */

gboolean
hearten_store_wrote (HeartenStore *self, HeartenRecord *version, HeartenRecord *other)
{
  g_return_val_if_fail (HEARTEN_IS_STORE (self) && HEARTEN_IS_RECORD (version) && HEARTEN_IS_RECORD (other),
                        FALSE);

  return self->device != NULL && hearten_revision_get (hearten_record_get_written (version), self->device) >
                                     hearten_revision_get (hearten_record_get_written (other), self->device);
}
