/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-schedule.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hearten-instant.h"
#include "hearten-json-values.h"
#include "hearten-reminder-text.h"

#define FORMAT "hearten-schedule"
#define VERSION_KNOWN 1
#define DEFAULT_TITLE "Hearten"
#define DEFAULT_PAGE "today"

struct _HeartenSchedule
{
  GPtrArray *items; /* of HeartenScheduled */
  GHashTable *by_id;
  HeartenManners manners;
  GPtrArray *skipped; /* of char *, with a NULL at its end */
};

/* One reminder */

static void
scheduled_free (gpointer data)
{
  HeartenScheduled *item = data;

  g_free (item->id);
  g_clear_pointer (&item->rule, hearten_rule_unref);
  g_free (item->title);
  g_free (item->body);
  g_strfreev (item->texts);
  g_free (item->page);
  g_free (item);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeartenScheduled, scheduled_free)

static gboolean
fail (GError **error, const char *message)
{
  g_set_error_literal (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD, message);
  return FALSE;
}

static gboolean
read_rule (HeartenScheduled *item, JsonObject *object, GError **error)
{
  g_autoptr (JsonObject) rule = NULL;
  g_autoptr (HeartenRule) made = NULL;

  if (!hearten_json_take_object (object, "rule", &rule, error))
    return FALSE;
  if (rule == NULL)
    return hearten_json_fail_missing ("rule", error);

  made = hearten_rule_from_json (rule, error);
  if (made == NULL)
    return FALSE;

  item->rule = item->id != NULL ? hearten_rule_for (made, item->id) : hearten_rule_ref (made);
  return TRUE;
}

static gboolean
read_since (HeartenScheduled *item, JsonObject *object, GError **error)
{
  g_autofree char *since = NULL;

  if (!hearten_json_take_string (object, "since", &since, error))
    return FALSE;
  if (since != NULL && !hearten_instant_from_text (since, &item->since))
    return fail (error, _ ("The instant in “since” is not one."));

  return TRUE;
}

static gboolean
read_skip (HeartenScheduled *item, JsonObject *object, GError **error)
{
  GDate day;

  g_date_clear (&day, 1);
  if (!hearten_json_take_day (object, "skip", &day, error))
    return FALSE;

  item->skip = g_date_valid (&day) ? g_date_get_julian (&day) : 0;
  return TRUE;
}

static HeartenScheduled *
read_item (JsonNode *node, GError **error)
{
  g_autoptr (HeartenScheduled) item = g_new0 (HeartenScheduled, 1);
  JsonObject *object;

  item->since = G_MININT64;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      fail (error, _ ("It is not a JSON object."));
      return NULL;
    }

  object = json_node_get_object (node);
  if (!hearten_json_take_string (object, "id", &item->id, error) ||
      !hearten_json_take_string (object, "title", &item->title, error) ||
      !hearten_json_take_string (object, "body", &item->body, error) ||
      !hearten_json_take_strings (object, "says", &item->texts, error) ||
      !hearten_json_take_string (object, "open", &item->page, error) || !read_rule (item, object, error) ||
      !read_since (item, object, error) || !read_skip (item, object, error))
    return NULL;

  if (item->id == NULL || *item->id == '\0' || strpbrk (item->id, "@ \n") != NULL)
    {
      fail (error, _ ("The reminder has no usable id."));
      return NULL;
    }
  return g_steal_pointer (&item);
}

static JsonObject *
write_item (const HeartenScheduled *item)
{
  JsonObject *object = json_object_new ();

  hearten_json_set_string (object, "id", item->id);
  json_object_set_object_member (object, "rule", hearten_rule_to_json (item->rule));
  hearten_json_set_string (object, "title", item->title);
  hearten_json_set_string (object, "body", item->body);
  hearten_json_set_strings (object, "says", (const char *const *) item->texts);
  hearten_json_set_string (object, "open", item->page);
  if (item->since != G_MININT64)
    {
      g_autofree char *since = hearten_instant_to_text (item->since);

      hearten_json_set_string (object, "since", since);
    }
  if (item->skip != 0)
    {
      GDate day;

      g_date_clear (&day, 1);
      g_date_set_julian (&day, item->skip);
      hearten_json_set_day (object, "skip", &day);
    }

  return object;
}

/* The whole */

HeartenSchedule *
hearten_schedule_new (void)
{
  HeartenSchedule *self = g_new0 (HeartenSchedule, 1);

  self->items = g_ptr_array_new_with_free_func (scheduled_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->skipped = g_ptr_array_new_null_terminated (1, g_free, TRUE);
  return self;
}

void
hearten_schedule_free (HeartenSchedule *self)
{
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->skipped);
  g_free (self);
}

char *
hearten_schedule_dup_path (const char *state_folder)
{
  if (state_folder != NULL)
    return g_build_filename (state_folder, "schedule.json", NULL);

  return g_build_filename (g_get_user_state_dir (), "hearten", "schedule.json", NULL);
}

static void
take_item (HeartenSchedule *self, HeartenScheduled *item)
{
  if (item->title == NULL)
    item->title = g_strdup (DEFAULT_TITLE);
  if (item->body == NULL)
    item->body = g_strdup ("");
  if (item->page == NULL)
    item->page = g_strdup (DEFAULT_PAGE);

  g_ptr_array_add (self->items, item);
  g_hash_table_insert (self->by_id, item->id, item);
}

static void
skip_item (HeartenSchedule *self, guint number, const char *reason)
{
  /* Translators: %u is the number of a reminder in a file, %s a sentence on what is wrong with it */
  g_ptr_array_add (self->skipped, g_strdup_printf (_ ("Reminder %u is left out: %s"), number, reason));
}

static void
read_items (HeartenSchedule *self, JsonArray *array)
{
  guint length = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < length; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HeartenScheduled) item = read_item (json_array_get_element (array, i), &error);

      if (item == NULL)
        skip_item (self, i + 1, error->message);
      else if (g_hash_table_contains (self->by_id, item->id))
        skip_item (self, i + 1, _ ("Another one has the same id."));
      else
        take_item (self, g_steal_pointer (&item));
    }
}

static gboolean
check_format (JsonObject *object, GError **error)
{
  g_autofree char *format = NULL;
  gint64 version = 0;

  if (!hearten_json_take_string (object, "fmt", &format, error) ||
      !hearten_json_take_int (object, "v", &version, error))
    return FALSE;
  if (g_strcmp0 (format, FORMAT) != 0 || version < 1)
    return fail (error, _ ("This is not a schedule of Hearten."));
  if (version > VERSION_KNOWN)
    {
      g_set_error_literal (error, HEARTEN_ERROR, HEARTEN_ERROR_NEWER,
                           _ ("The schedule was written by a newer version of Hearten."));
      return FALSE;
    }

  return TRUE;
}

static HeartenSchedule *
read_schedule (JsonObject *object, GError **error)
{
  g_autoptr (HeartenSchedule) self = hearten_schedule_new ();
  g_autoptr (JsonArray) reminders = NULL;
  g_autoptr (GError) manners_error = NULL;

  if (!check_format (object, error) || !hearten_json_take_array (object, "reminders", &reminders, error))
    return NULL;

  read_items (self, reminders);
  if (!hearten_manners_read (&self->manners, object, &manners_error))
    g_ptr_array_add (self->skipped, g_strdup (manners_error->message));
  return g_steal_pointer (&self);
}

HeartenSchedule *
hearten_schedule_from_bytes (GBytes *bytes, GError **error)
{
  g_autoptr (JsonObject) object = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  object = hearten_json_read (bytes, error);
  return object != NULL ? read_schedule (object, error) : NULL;
}

HeartenSchedule *
hearten_schedule_load (const char *path, GError **error)
{
  g_autoptr (JsonObject) object = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  object = hearten_json_read_file (path, error);
  return object != NULL ? read_schedule (object, error) : NULL;
}

GBytes *
hearten_schedule_to_bytes (HeartenSchedule *self)
{
  g_autoptr (JsonObject) object = json_object_new ();
  JsonArray *reminders = json_array_new ();

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->items->len; i++)
    json_array_add_object_element (reminders, write_item (g_ptr_array_index (self->items, i)));

  json_object_set_string_member (object, "fmt", FORMAT);
  json_object_set_int_member (object, "v", VERSION_KNOWN);
  hearten_manners_write (&self->manners, object);
  json_object_set_array_member (object, "reminders", reminders);
  return hearten_json_write (object);
}

void
hearten_schedule_add (HeartenSchedule *self,
                      const char *id,
                      HeartenRule *rule,
                      const char *title,
                      const char *body,
                      const char *page,
                      gint64 since)
{
  HeartenScheduled *item;

  g_return_if_fail (self != NULL && id != NULL && rule != NULL);
  g_return_if_fail (!g_hash_table_contains (self->by_id, id));

  item = g_new0 (HeartenScheduled, 1);
  item->id = g_strdup (id);
  item->rule = hearten_rule_for (rule, id);
  item->title = g_strdup (title);
  item->body = g_strdup (body);
  item->page = g_strdup (page);
  item->since = since;
  take_item (self, item);
}

void
hearten_schedule_skip (HeartenSchedule *self, const char *id, guint32 day)
{
  HeartenScheduled *item;

  g_return_if_fail (self != NULL && id != NULL);

  item = g_hash_table_lookup (self->by_id, id);
  g_return_if_fail (item != NULL);
  item->skip = day;
}

const HeartenManners *
hearten_schedule_get_manners (HeartenSchedule *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->manners;
}

void
hearten_schedule_set_manners (HeartenSchedule *self, const HeartenManners *manners)
{
  g_return_if_fail (self != NULL && manners != NULL);

  self->manners = *manners;
}

void
hearten_schedule_set_texts (HeartenSchedule *self, const char *id, const char *const *texts)
{
  HeartenScheduled *item;

  g_return_if_fail (self != NULL && id != NULL && texts != NULL);

  item = g_hash_table_lookup (self->by_id, id);
  g_return_if_fail (item != NULL);
  g_strfreev (item->texts);
  item->texts = g_strdupv ((char **) texts);
}

const char *
hearten_scheduled_get_text (const HeartenScheduled *self, const char *key)
{
  g_return_val_if_fail (self != NULL && key != NULL, "");

  if (self->texts == NULL || self->texts[0] == NULL)
    return self->body;
  return hearten_reminder_text_find (self->rule, key, (const char *const *) self->texts);
}

guint
hearten_schedule_get_length (HeartenSchedule *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->items->len;
}

const HeartenScheduled *
hearten_schedule_find (HeartenSchedule *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  return g_hash_table_lookup (self->by_id, id);
}

gboolean
hearten_schedule_finds_zones (HeartenSchedule *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->items->len; i++)
    {
      const HeartenScheduled *item = g_ptr_array_index (self->items, i);
      const char *zone = hearten_rule_get_zone (item->rule);
      /* The colon names the same file, and is another name to what GLib holds. */
      g_autofree char *name = zone != NULL ? g_strconcat (":", zone, NULL) : NULL;
      g_autoptr (GTimeZone) found = name != NULL ? g_time_zone_new_identifier (name) : NULL;

      if (name != NULL && found == NULL)
        return FALSE;
    }

  return TRUE;
}

const char *const *
hearten_schedule_get_skipped (HeartenSchedule *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) self->skipped->pdata;
}

/* Times */

static int
compare_due (gconstpointer a, gconstpointer b)
{
  const HeartenDue *first = a;
  const HeartenDue *second = b;

  if (first->occurrence.instant != second->occurrence.instant)
    return first->occurrence.instant < second->occurrence.instant ? -1 : 1;

  return strcmp (first->item->id, second->item->id);
}

static gboolean
find_next (HeartenDue *due, gint64 after, GTimeZone *local)
{
  return hearten_rule_next (due->item->rule, after, local, &due->occurrence);
}

static void
collect (GArray *found, const HeartenScheduled *item, gint64 after, gint64 until, GTimeZone *local)
{
  HeartenDue due = { item, { after, 0, 0 } };

  while (find_next (&due, due.occurrence.instant, local) && due.occurrence.instant <= until)
    g_array_append_val (found, due);
}

/* A heap with the nearest on top: of thousands of reminders only those that come are asked again. */
static void
sink (GArray *heap, guint i)
{
  HeartenDue *dues = (HeartenDue *) (gpointer) heap->data;

  for (guint child = 2 * i + 1; child < heap->len; i = child, child = 2 * i + 1)
    {
      HeartenDue due = dues[i];

      if (child + 1 < heap->len && compare_due (&dues[child + 1], &dues[child]) < 0)
        child++;
      if (compare_due (&due, &dues[child]) <= 0)
        return;

      dues[i] = dues[child];
      dues[child] = due;
    }
}

static GArray *
make_heap (HeartenSchedule *self, gint64 after, GTimeZone *local)
{
  GArray *heap = g_array_sized_new (FALSE, FALSE, sizeof (HeartenDue), self->items->len);

  for (guint i = 0; i < self->items->len; i++)
    {
      HeartenDue due = { g_ptr_array_index (self->items, i), { 0, 0, 0 } };

      if (find_next (&due, after, local))
        g_array_append_val (heap, due);
    }

  for (guint i = heap->len / 2; i > 0; i--)
    sink (heap, i - 1);
  return heap;
}

GArray *
hearten_schedule_upcoming (HeartenSchedule *self, gint64 after, GTimeZone *local, guint limit)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (HeartenDue));
  g_autoptr (GArray) heap = NULL;

  g_return_val_if_fail (self != NULL && local != NULL, found);

  heap = make_heap (self, after, local);
  while (heap->len > 0 && found->len < limit)
    {
      HeartenDue *top = &g_array_index (heap, HeartenDue, 0);

      g_array_append_val (found, *top);
      if (!find_next (top, top->occurrence.instant, local))
        g_array_remove_index_fast (heap, 0);
      sink (heap, 0);
    }

  return found;
}

/* One of a time to come was written under a clock that was ahead: it would silence the reminder until then.
 */
static gint64
find_start (const HeartenScheduled *item, gint64 after, gint64 now)
{
  return item->since <= now ? MAX (after, item->since) : after;
}

GArray *
hearten_schedule_between (HeartenSchedule *self, gint64 after, gint64 until, GTimeZone *local)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (HeartenDue));

  g_return_val_if_fail (self != NULL && local != NULL, found);

  for (guint i = 0; i < self->items->len; i++)
    {
      const HeartenScheduled *item = g_ptr_array_index (self->items, i);

      collect (found, item, find_start (item, after, until), until, local);
    }

  g_array_sort (found, compare_due);
  return found;
}
