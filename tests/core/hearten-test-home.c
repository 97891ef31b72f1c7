/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-test-home.h"

#include <glib/gstdio.h>
#include <linux/capability.h>
#include <sys/syscall.h>
#include <unistd.h>

void
hearten_test_remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      hearten_test_remove_all (child);
    }
  g_assert_no_errno (g_remove (path));
}

void
hearten_test_wait_for_end (gpointer object)
{
  gint64 deadline = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  g_object_add_weak_pointer (object, &object);
  g_object_unref (object);
  while (object != NULL && g_get_monotonic_time () < deadline)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  g_assert_null (object);
}

void
hearten_test_home_be_anyone (void)
{
  struct __user_cap_header_struct header = { _LINUX_CAPABILITY_VERSION_3, 0 };
  struct __user_cap_data_struct rights[_LINUX_CAPABILITY_U32S_3];

  g_assert_no_errno (syscall (SYS_capget, &header, rights));
  rights[0].permitted &= ~(CAP_TO_MASK (CAP_DAC_OVERRIDE) | CAP_TO_MASK (CAP_DAC_READ_SEARCH));
  rights[0].effective &= rights[0].permitted;
  g_assert_no_errno (syscall (SYS_capset, &header, rights));
}

HeartenTestHome *
hearten_test_home_new (const char *now, const char *zone)
{
  HeartenTestHome *self = g_new0 (HeartenTestHome, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  g_autofree char *state = NULL;

  self->folder = g_dir_make_tmp ("hearten-test-XXXXXX", &error);
  g_assert_no_error (error);
  data = g_build_filename (self->folder, "data", NULL);
  state = g_build_filename (self->folder, "state", NULL);
  self->clock = hearten_test_clock_new (now, zone);
  self->store = hearten_store_new (data, state, HEARTEN_CLOCK (self->clock));
  hearten_store_open (self->store, NULL, &error);
  g_assert_no_error (error);
  return self;
}

void
hearten_test_home_free (HeartenTestHome *self)
{
  hearten_test_home_flush (self);
  hearten_test_wait_for_end (self->store);
  hearten_test_wait_for_end (self->clock);
  hearten_test_remove_all (self->folder);
  g_free (self->folder);
  g_free (self);
}

void
hearten_test_take_result (GObject *source, GAsyncResult *result, gpointer place)
{
  g_set_object ((GAsyncResult **) place, result);
}

void
hearten_test_home_load (HeartenTestHome *self, gpointer records)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  hearten_records_load_async (records, hearten_test_take_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  hearten_records_load_finish (records, result, &error);
  g_assert_no_error (error);
}

void
hearten_test_home_flush (HeartenTestHome *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  hearten_store_flush_async (self->store, hearten_test_take_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  hearten_store_flush_finish (self->store, result, &error);
  g_assert_no_error (error);
}

void
hearten_test_put (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (g_mkdir_with_parents (parent, 0700));
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

gboolean
hearten_test_has (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

void
hearten_test_home_put (HeartenTestHome *self, const char *path, const char *text)
{
  hearten_test_put (hearten_store_get_folder (self->store), path, text);
}

HeartenJournal *
hearten_test_home_load_journal (HeartenTestHome *self)
{
  HeartenJournal *journal = hearten_journal_new (self->store);

  hearten_test_home_load (self, journal);
  return journal;
}

HeartenEntry *
hearten_test_write_page (HeartenJournal *journal, const char *title, const char *body)
{
  HeartenEntry *entry = hearten_journal_begin (journal, NULL);

  hearten_journal_set_title (journal, entry, title);
  hearten_journal_set_body (journal, entry, body);
  return entry;
}
