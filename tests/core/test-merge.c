/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-entry-private.h"
#include "hearten-merge.h"
#include "hearten-record-private.h"
#include "hearten-test-clock.h"
#include "hearten-weather.h"

#include <string.h>

#define ID "019ab1c2-0000-7000-8000-000000000000"
#define N_DEVICES 4
#define N_STEPS 30
#define N_HISTORIES 1000
#define N_HISTORIES_SLOW 50000

static HeartenRecord *
read_record (const char *members)
{
  g_autofree char *text = g_strdup_printf ("{\"id\":\"" ID "\",\"kind\":\"entry\",\"v\":1%s%s}",
                                           *members != '\0' ? "," : "", members);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  HeartenRecord *record = hearten_record_from_bytes (HEARTEN_TYPE_ENTRY, bytes, &error);

  g_assert_no_error (error);
  return record;
}

static char *
write_text (HeartenRecord *record)
{
  g_autoptr (GBytes) bytes = hearten_record_to_bytes (record);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* The file as the next program reads it */
static HeartenRecord *
reread (HeartenRecord *record)
{
  g_autoptr (GBytes) bytes = hearten_record_to_bytes (record);
  g_autoptr (GError) error = NULL;
  HeartenRecord *again = hearten_record_from_bytes (G_OBJECT_TYPE (record), bytes, &error);

  g_assert_no_error (error);
  return again;
}

static void
assert_same (HeartenRecord *a, HeartenRecord *b)
{
  g_autofree char *text_a = write_text (a);
  g_autofree char *text_b = write_text (b);

  g_assert_cmpstr (text_a, ==, text_b);
}

static void
assert_bodies (HeartenRecord *record, const char *bodies)
{
  g_autoptr (GPtrArray) versions = hearten_record_dup_versions (record);
  g_autoptr (GString) found = g_string_new (hearten_entry_get_body (HEARTEN_ENTRY (record)));

  for (guint i = 0; i < versions->len; i++)
    g_string_append_printf (found, "|%s", hearten_entry_get_body (versions->pdata[i]));
  g_assert_cmpstr (found->str, ==, bodies);
  g_assert_cmpuint (hearten_record_get_n_versions (record), ==, versions->len + 1);
}

static void
assert_merged (const char *a, const char *b, const char *bodies)
{
  g_autoptr (HeartenRecord) record_a = read_record (a);
  g_autoptr (HeartenRecord) record_b = read_record (b);
  g_autoptr (HeartenRecord) there = hearten_merge (record_a, record_b);
  g_autoptr (HeartenRecord) back = hearten_merge (record_b, record_a);
  g_autoptr (HeartenRecord) again = reread (there);

  assert_bodies (there, bodies);
  assert_bodies (again, bodies);
  assert_same (there, back);
  assert_same (there, again);
}

/* Cases */

static void
test_later_wins (void)
{
  assert_merged ("\"body\":\"old\",\"revision\":{\"a\":1},\"modified\":\"2026-11-09T00:00:00Z\"",
                 "\"body\":\"new\",\"revision\":{\"a\":1,\"b\":1},\"modified\":\"2026-11-01T00:00:00Z\"",
                 "new");
  assert_merged ("\"body\":\"same\",\"revision\":{\"a\":1}", "\"body\":\"same\",\"revision\":{\"a\":1}",
                 "same");
}

static void
test_two_versions (void)
{
  g_autoptr (HeartenRecord) a = read_record ("\"body\":\"one\",\"revision\":{\"a\":2},\"place\":5,"
                                             "\"modified\":\"2026-11-02T00:00:00Z\"");
  g_autoptr (HeartenRecord) b = read_record ("\"body\":\"two\",\"revision\":{\"a\":1,\"b\":1},"
                                             "\"modified\":\"2026-11-03T00:00:00Z\"");
  g_autoptr (HeartenRecord) merged = hearten_merge (a, b);
  g_autofree char *text = write_text (merged);

  assert_bodies (merged, "two|one");
  /* The past of each is still told, and so is what this version does not know. */
  g_assert_cmpint (hearten_revision_get (hearten_record_get_revision (merged), "a"), ==, 2);
  g_assert_nonnull (strstr (text, "\"written\" : {\n    \"a\" : 1,\n    \"b\" : 1\n  }"));
  g_assert_nonnull (strstr (text, "\"place\" : 5"));
  g_assert_true (hearten_merge_contains (merged, a));
  g_assert_true (hearten_merge_contains (merged, b));
  g_assert_false (hearten_merge_contains (a, b));
  g_assert_false (hearten_merge_contains (a, merged));
}

/* Both claim the same past: after a backup, or by a text editor. */
static void
test_same_revision (void)
{
  assert_merged ("\"body\":\"one\",\"revision\":{\"a\":1},\"modified\":\"2026-11-02T00:00:00Z\"",
                 "\"body\":\"two\",\"revision\":{\"a\":1}", "one|two");
  assert_merged ("\"body\":\"one\",\"modified\":\"2026-11-02T00:00:00Z\"", "\"body\":\"two\"", "one|two");
}

static void
test_deleted (void)
{
  /* Changed here and deleted there: what was changed stays, and the words that were deleted are in it. */
  assert_merged ("\"body\":\"words and more\",\"revision\":{\"a\":2}",
                 "\"body\":\"words\",\"revision\":{\"a\":1,\"b\":1},\"deleted\":\"2026-11-02T00:00:00Z\"",
                 "words and more");
  assert_merged ("\"body\":\"other words\",\"revision\":{\"a\":2}",
                 "\"body\":\"words!\",\"revision\":{\"a\":1,\"b\":1},\"deleted\":\"2026-11-02T00:00:00Z\"",
                 "other words|words!");
  /* Deleted for good there */
  assert_merged ("\"body\":\"changed\",\"revision\":{\"a\":2}",
                 "\"revision\":{\"a\":1,\"b\":1},\"deleted\":\"2026-11-02T00:00:00Z\"", "changed");
  assert_merged ("\"body\":\"old\",\"revision\":{\"a\":1}",
                 "\"revision\":{\"a\":1,\"b\":1},\"deleted\":\"2026-11-02T00:00:00Z\"", "");
}

static void
test_newest_wins (void)
{
  static const char *const texts[] = {
    "{\"id\":\"" ID
    "\",\"kind\":\"weather\",\"v\":1,\"day\":\"2026-11-01\",\"mood\":1,\"revision\":{\"a\":1},"
    "\"modified\":\"2026-11-01T10:00:00Z\"}",
    "{\"id\":\"" ID
    "\",\"kind\":\"weather\",\"v\":1,\"day\":\"2026-11-01\",\"mood\":2,\"revision\":{\"b\":1},"
    "\"modified\":\"2026-11-01T11:00:00Z\"}",
  };
  g_autoptr (GBytes) bytes_a = g_bytes_new_static (texts[0], strlen (texts[0]));
  g_autoptr (GBytes) bytes_b = g_bytes_new_static (texts[1], strlen (texts[1]));
  g_autoptr (HeartenRecord) a = hearten_record_from_bytes (HEARTEN_TYPE_WEATHER, bytes_a, NULL);
  g_autoptr (HeartenRecord) b = hearten_record_from_bytes (HEARTEN_TYPE_WEATHER, bytes_b, NULL);
  g_autoptr (HeartenRecord) merged = hearten_merge (a, b);
  g_autofree char *text = NULL;

  g_assert_cmpint (hearten_weather_get_mood (HEARTEN_WEATHER (merged)), ==, 2);
  g_assert_cmpuint (hearten_record_get_n_versions (merged), ==, 1); /* nobody is asked */
  hearten_record_count (merged, "a");
  text = write_text (merged);
  g_assert_null (strstr (text, "versions")); /* the next change settles it */
  g_assert_null (strstr (text, "written"));
}

static void
test_newer_is_left (void)
{
  g_autoptr (HeartenRecord) a = read_record ("\"body\":\"one\",\"revision\":{\"a\":1}");
  g_autofree char *text = g_strdup ("{\"id\":\"" ID "\",\"kind\":\"entry\",\"v\":2,\"body\":\"later\"}");
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (HeartenRecord) b = hearten_record_from_bytes (HEARTEN_TYPE_ENTRY, bytes, NULL);
  g_autoptr (HeartenRecord) inner = read_record ("\"body\":\"x\",\"versions\":[{\"id\":\"" ID
                                                 "\",\"kind\":\"entry\",\"v\":2,\"body\":\"later\"}]");

  g_assert_null (hearten_merge (a, b));
  g_assert_null (hearten_merge (b, a));
  g_assert_null (hearten_merge_fork (a, b, "a"));
  g_assert_false (hearten_merge_contains (a, b));
  g_assert_true (hearten_record_is_read_only (inner));
}

static void
test_hostile_versions (void)
{
  static const char *const members[] = {
    "\"versions\":5",
    "\"versions\":[5]",
    "\"versions\":[{}]",
    "\"versions\":[{\"id\":\"019ab1c2-0000-7000-8000-000000000001\",\"kind\":\"entry\",\"v\":1}]",
    "\"versions\":[{\"id\":\"" ID "\",\"kind\":\"weather\",\"v\":1}]",
    "\"written\":{\"a\":-1}",
    "\"revision\":{\"a\":\"1\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"id\":\"" ID "\",\"kind\":\"entry\",\"v\":1,%s}",
                                               members[i]);
      g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", members[i]);
      g_assert_null (hearten_record_from_bytes (HEARTEN_TYPE_ENTRY, bytes, &error));
      g_assert_error (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD);
    }
}

static void
test_choices (void)
{
  g_autoptr (HeartenTestClock) clock = hearten_test_clock_new ("2026-10-01T00:00:00Z", "UTC");
  g_autoptr (HeartenRecord) a = read_record ("\"body\":\"one\",\"revision\":{\"a\":1},"
                                             "\"modified\":\"2026-11-02T00:00:00Z\"");
  g_autoptr (HeartenRecord) b = read_record ("\"body\":\"two\",\"revision\":{\"b\":1}");
  g_autoptr (HeartenRecord) merged = hearten_merge (a, b);
  g_autoptr (HeartenRecord) typed = hearten_record_snapshot (merged);
  g_autoptr (HeartenRecord) kept = hearten_record_snapshot (merged);
  g_autoptr (HeartenRecord) late = NULL;
  g_autoptr (HeartenRecord) settled = NULL;

  /* Going on with one version says nothing about the other, even where the clock is behind. */
  hearten_entry_set_body (HEARTEN_ENTRY (typed), "one and more");
  hearten_record_touch (typed, HEARTEN_CLOCK (clock));
  hearten_record_count (typed, "a");
  late = hearten_merge (merged, typed);
  assert_bodies (late, "one and more|two");

  /* A choice settles it for everyone who has not gone on. */
  hearten_test_clock_advance (clock, -60);
  hearten_record_drop_version (kept, NULL);
  hearten_record_touch (kept, HEARTEN_CLOCK (clock));
  hearten_record_count (kept, "b");
  settled = hearten_merge (merged, kept);
  assert_bodies (settled, "one");
  g_clear_object (&settled);
  settled = hearten_merge (typed, kept);
  assert_bodies (settled, "one and more|one");
}

static void
test_split (void)
{
  g_autoptr (HeartenTestClock) clock = hearten_test_clock_new ("2026-11-23T20:14:05Z", "UTC");
  g_autoptr (HeartenRecord) a = read_record ("\"body\":\"one\",\"revision\":{\"a\":1},\"place\":5,"
                                             "\"created\":\"2026-11-02T00:00:00+01:00\"");
  g_autoptr (HeartenRecord) b = read_record ("\"body\":\"two\",\"revision\":{\"b\":1},"
                                             "\"modified\":\"2026-11-05T00:00:00Z\"");
  g_autoptr (HeartenRecord) merged = hearten_merge (a, b);
  g_autoptr (GPtrArray) versions = hearten_record_dup_versions (merged);
  g_autoptr (HeartenRecord) own = hearten_record_split (merged, versions->pdata[0], HEARTEN_CLOCK (clock));
  g_autofree char *text = write_text (own);
  g_autofree char *rest = NULL;

  assert_bodies (merged, "two");
  assert_bodies (own, "one");
  g_assert_cmpstr (hearten_record_get_id (own), !=, ID);
  g_assert_cmpint (hearten_record_get_created (own), ==, hearten_record_get_created (a));
  g_assert_nonnull (strstr (text, "\"place\" : 5"));
  hearten_record_count (merged, "a");
  rest = write_text (merged);
  g_assert_null (strstr (rest, "one"));
  g_assert_true (hearten_merge_contains (merged, a));
}

/* Random histories. Beside each device's record goes a plain account of who knew what: sets of events,
 * without any vector. */

typedef struct
{
  guint event;
  char *body;
  gboolean deleted;
  HeartenRevision *written; /* only to tell which version it is about */
} Fact;

typedef struct
{
  HeartenRecord *record;
  GHashTable *known; /* set of events */
  GPtrArray *facts;  /* the versions that ought to be there */
} Device;

static void
fact_free (Fact *fact)
{
  g_free (fact->body);
  hearten_revision_unref (fact->written);
  g_free (fact);
}

static Fact *
new_fact (guint event, const char *body, gboolean deleted, HeartenRevision *written)
{
  Fact *fact = g_new (Fact, 1);

  *fact = (Fact) { event, g_strdup (body), deleted, hearten_revision_ref (written) };
  return fact;
}

static HeartenRevision *
written_of (HeartenRecord *record)
{
  HeartenRecordPrivate *priv = hearten_record_get_private (record);

  return priv->written != NULL ? priv->written : priv->revision;
}

static Device *
copy_device (Device *device)
{
  Device *copy = g_new (Device, 1);
  GHashTableIter iter;
  gpointer event;

  copy->record = hearten_record_snapshot (device->record);
  copy->known = g_hash_table_new (NULL, NULL);
  g_hash_table_iter_init (&iter, device->known);
  while (g_hash_table_iter_next (&iter, &event, NULL))
    g_hash_table_add (copy->known, event);
  copy->facts = g_ptr_array_new_with_free_func ((GDestroyNotify) fact_free);
  for (guint i = 0; i < device->facts->len; i++)
    {
      Fact *fact = device->facts->pdata[i];

      g_ptr_array_add (copy->facts, new_fact (fact->event, fact->body, fact->deleted, fact->written));
    }
  return copy;
}

static void
device_free (Device *device)
{
  g_object_unref (device->record);
  g_hash_table_unref (device->known);
  g_ptr_array_unref (device->facts);
  g_free (device);
}

static gboolean
has_event (GPtrArray *facts, guint event)
{
  for (guint i = 0; i < facts->len; i++)
    if (((Fact *) facts->pdata[i])->event == event)
      return TRUE;
  return FALSE;
}

static void
merge_facts (Device *device, Device *other)
{
  GHashTableIter iter;
  gpointer event;
  guint n = device->facts->len;

  for (guint i = 0; i < other->facts->len; i++)
    {
      Fact *fact = other->facts->pdata[i];

      if (!has_event (device->facts, fact->event) &&
          !g_hash_table_contains (device->known, GUINT_TO_POINTER (fact->event)))
        g_ptr_array_add (device->facts, new_fact (fact->event, fact->body, fact->deleted, fact->written));
    }
  for (guint i = n; i > 0; i--)
    {
      Fact *fact = device->facts->pdata[i - 1];

      if (!has_event (other->facts, fact->event) &&
          g_hash_table_contains (other->known, GUINT_TO_POINTER (fact->event)))
        g_ptr_array_remove_index (device->facts, i - 1);
    }
  g_hash_table_iter_init (&iter, other->known);
  while (g_hash_table_iter_next (&iter, &event, NULL))
    g_hash_table_add (device->known, event);
}

static char *
describe (const char *body, gboolean deleted)
{
  return g_strdup_printf ("%s%s", deleted ? "-" : "+", body);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* All versions, the folded ones as well, are those that ought to be there. */
static void
assert_facts (Device *device)
{
  HeartenRecordPrivate *priv = hearten_record_get_private (device->record);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) expected = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (found, describe (hearten_entry_get_body (HEARTEN_ENTRY (device->record)),
                                    hearten_record_get_deleted (device->record) != 0));
  for (guint i = 0; priv->others != NULL && i < priv->others->len; i++)
    g_ptr_array_add (found, describe (hearten_entry_get_body (priv->others->pdata[i]),
                                      hearten_record_get_deleted (priv->others->pdata[i]) != 0));
  for (guint i = 0; i < device->facts->len; i++)
    {
      Fact *fact = device->facts->pdata[i];

      g_ptr_array_add (expected, describe (fact->body, fact->deleted));
    }
  g_ptr_array_sort (found, compare_texts);
  g_ptr_array_sort (expected, compare_texts);
  g_assert_cmpuint (found->len, ==, expected->len);
  for (guint i = 0; i < found->len; i++)
    g_assert_cmpstr (found->pdata[i], ==, expected->pdata[i]);
}

static Fact *
find_fact (GPtrArray *facts, HeartenRecord *version)
{
  for (guint i = 0; i < facts->len; i++)
    {
      Fact *fact = facts->pdata[i];

      if (hearten_revision_compare (fact->written, written_of (version)) == 0)
        return fact;
    }
  g_assert_not_reached ();
}

/* The facts of what the next change comes after: the shown version and what says no more than it. */
static void
drop_facts (Device *device, gboolean all)
{
  HeartenRecordPrivate *priv = hearten_record_get_private (device->record);

  if (all)
    {
      g_ptr_array_set_size (device->facts, 0);
      return;
    }
  g_ptr_array_remove (device->facts, find_fact (device->facts, device->record));
  for (guint i = 0; priv->others != NULL && i < priv->others->len; i++)
    {
      HeartenRecord *other = priv->others->pdata[i];

      if (hearten_record_get_private (other)->folded)
        g_ptr_array_remove (device->facts, find_fact (device->facts, other));
    }
}

static void
finish_change (Device *device, guint event, const char *name, HeartenTestClock *clock)
{
  hearten_record_touch (device->record, HEARTEN_CLOCK (clock));
  hearten_record_count (device->record, name);
  g_hash_table_add (device->known, GUINT_TO_POINTER (event));
  g_ptr_array_add (device->facts,
                   new_fact (event, hearten_entry_get_body (HEARTEN_ENTRY (device->record)),
                             hearten_record_get_deleted (device->record) != 0, written_of (device->record)));
}

static void
write_words (Device *device, GRand *random, guint event)
{
  const char *before = hearten_entry_get_body (HEARTEN_ENTRY (device->record));
  g_autofree char *body = g_rand_boolean (random) ? g_strdup_printf ("%s Sentence %u.", before, event)
                                                  : g_strdup_printf ("Another sentence %u.", event);

  /* Some write the same in two places. */
  if (g_rand_int_range (random, 0, 8) == 0)
    g_set_str (&body, "The same words.");
  hearten_entry_set_body (HEARTEN_ENTRY (device->record), body);
}

static void
choose (Device *device, GRand *random)
{
  g_autoptr (GPtrArray) versions = hearten_record_dup_versions (device->record);

  if (versions->len > 0 && g_rand_boolean (random))
    hearten_record_take_content (device->record,
                                 versions->pdata[g_rand_int_range (random, 0, versions->len)]);
  hearten_record_drop_version (device->record, NULL);
}

/* Deleting and restoring takes all versions along, so each of them is written anew. */
static void
toggle_deleted (Device *device, guint event, const char *name, HeartenTestClock *clock)
{
  gboolean deleted = hearten_record_get_deleted (device->record) == 0;
  g_autoptr (GPtrArray) versions = hearten_record_dup_versions (device->record);
  Fact *facts[N_STEPS];

  g_assert_cmpuint (versions->len, <, N_STEPS);
  drop_facts (device, FALSE);
  for (guint i = 0; i < versions->len; i++)
    facts[i] = find_fact (device->facts, versions->pdata[i]);
  hearten_record_set_deleted (device->record, deleted ? hearten_clock_get_now (HEARTEN_CLOCK (clock)) : 0);
  finish_change (device, event, name, clock);
  for (guint i = 0; i < versions->len; i++)
    {
      facts[i]->deleted = deleted;
      facts[i]->event = event + 1 + i;
      g_hash_table_add (device->known, GUINT_TO_POINTER (facts[i]->event));
      hearten_revision_unref (facts[i]->written);
      facts[i]->written = hearten_revision_ref (written_of (versions->pdata[i]));
    }
}

static void
change (Device *device, const char *name, guint event, GRand *random, HeartenTestClock *clock)
{
  int what = g_rand_int_range (random, 0, 8);

  if (what == 0)
    {
      toggle_deleted (device, event, name, clock);
      return;
    }
  drop_facts (device, what == 1);
  if (what == 1)
    choose (device, random);
  else
    write_words (device, random, event);
  finish_change (device, event, name, clock);
}

static HeartenRecord *
merge (HeartenRecord *a, HeartenRecord *b)
{
  g_autoptr (HeartenRecord) merged = hearten_merge (a, b);

  return reread (merged);
}

static void
receive (Device *device, Device *other)
{
  HeartenRecord *merged = merge (device->record, other->record);

  g_object_unref (device->record);
  device->record = merged;
  merge_facts (device, other);
}

static void
assert_laws (HeartenRecord *a, HeartenRecord *b, HeartenRecord *c)
{
  g_autoptr (HeartenRecord) ab = merge (a, b);
  g_autoptr (HeartenRecord) ba = merge (b, a);
  g_autoptr (HeartenRecord) bc = merge (b, c);
  g_autoptr (HeartenRecord) ab_c = merge (ab, c);
  g_autoptr (HeartenRecord) a_bc = merge (a, bc);
  g_autoptr (HeartenRecord) aa = merge (a, a);
  g_autoptr (HeartenRecord) ab_b = merge (ab, b);

  assert_same (ab, ba);
  assert_same (ab_c, a_bc);
  assert_same (aa, a);
  assert_same (ab_b, ab);
}

static Device *
pick (GPtrArray *past, GRand *random)
{
  return past->pdata[g_rand_int_range (random, 0, past->len)];
}

static void
converge (Device **devices)
{
  for (int round = 0; round < 2; round++)
    for (int i = 0; i < N_DEVICES; i++)
      for (int j = 0; j < N_DEVICES; j++)
        receive (devices[i], devices[j]);
  for (int i = 0; i < N_DEVICES; i++)
    {
      assert_same (devices[i]->record, devices[0]->record);
      assert_facts (devices[i]);
    }
}

static void
play_history (guint seed)
{
  static const char *const names[N_DEVICES] = { "a", "b", "c", "d" };
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (HeartenTestClock) clock = hearten_test_clock_new ("2026-11-23T20:14:05Z", "UTC");
  g_autoptr (GPtrArray) past = g_ptr_array_new_with_free_func ((GDestroyNotify) device_free);
  Device first = { read_record ("\"body\":\"Begun.\",\"revision\":{\"a\":1}"), g_hash_table_new (NULL, NULL),
                   g_ptr_array_new_with_free_func ((GDestroyNotify) fact_free) };
  Device *devices[N_DEVICES];

  g_ptr_array_add (first.facts, new_fact (1, "Begun.", FALSE, written_of (first.record)));
  g_hash_table_add (first.known, GUINT_TO_POINTER (1));
  for (int i = 0; i < N_DEVICES; i++)
    devices[i] = copy_device (&first);
  for (guint step = 1; step <= N_STEPS; step++)
    {
      int i = g_rand_int_range (random, 0, N_DEVICES);

      /* Nobody's clock is right. */
      hearten_test_clock_advance (clock, g_rand_int_range (random, -5000, 5000));
      if (past->len == 0 || g_rand_int_range (random, 0, 3) > 0)
        change (devices[i], names[i], step * 1000, random, clock);
      else
        receive (devices[i], pick (past, random)); /* late, twice, or never */
      assert_facts (devices[i]);
      g_ptr_array_add (past, copy_device (devices[i]));
    }
  for (int i = 0; i < 3; i++)
    assert_laws (pick (past, random)->record, pick (past, random)->record, pick (past, random)->record);
  converge (devices);
  for (int i = 0; i < N_DEVICES; i++)
    device_free (devices[i]);
  g_object_unref (first.record);
  g_hash_table_unref (first.known);
  g_ptr_array_unref (first.facts);
}

static void
test_histories (void)
{
  for (guint seed = 0; seed < (g_test_slow () ? N_HISTORIES_SLOW : N_HISTORIES); seed++)
    play_history (seed);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/merge/later-wins", test_later_wins);
  g_test_add_func ("/merge/two-versions", test_two_versions);
  g_test_add_func ("/merge/same-revision", test_same_revision);
  g_test_add_func ("/merge/deleted", test_deleted);
  g_test_add_func ("/merge/newest-wins", test_newest_wins);
  g_test_add_func ("/merge/newer-is-left", test_newer_is_left);
  g_test_add_func ("/merge/hostile-versions", test_hostile_versions);
  g_test_add_func ("/merge/choices", test_choices);
  g_test_add_func ("/merge/split", test_split);
  g_test_add_func ("/merge/histories", test_histories);
  return g_test_run ();
}
