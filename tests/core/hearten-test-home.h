/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-journal.h"
#include "hearten-test-clock.h"

G_BEGIN_DECLS

/* A data folder of its own under /tmp, opened, with a clock that stands still. */
typedef struct
{
  char *folder;
  HeartenTestClock *clock;
  HeartenStore *store;
} HeartenTestHome;

HeartenTestHome *hearten_test_home_new (const char *now, const char *zone);

/* What root alone may do is given up, so that a folder can be made unreadable for it as well. To be called
 * before there are threads. */
void hearten_test_home_be_anyone (void);

/* Writes what waits, and removes everything. */
void hearten_test_home_free (HeartenTestHome *self);

void hearten_test_home_load (HeartenTestHome *self, gpointer records);
void hearten_test_home_flush (HeartenTestHome *self);

/* Makes a file in @folder, and the folders above it */
void hearten_test_put (const char *folder, const char *name, const char *text);
gboolean hearten_test_has (const char *folder, const char *name);

/* Puts a file into the data folder as another device would; @path is relative to it. */
void hearten_test_home_put (HeartenTestHome *self, const char *path, const char *text);

/* The journal as the next start of the program finds it */
HeartenJournal *hearten_test_home_load_journal (HeartenTestHome *self);
HeartenEntry *hearten_test_write_page (HeartenJournal *journal, const char *title, const char *body);

/* A folder or file, with all that is in it */
void hearten_test_remove_all (const char *path);

/* Drops @object, and waits until nobody else holds it: a worker that has just answered may, for a moment
 * longer. */
void hearten_test_wait_for_end (gpointer object);

/* A #GAsyncReadyCallback that puts the result into the #GAsyncResult pointer at @place */
void hearten_test_take_result (GObject *source, GAsyncResult *result, gpointer place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeartenTestHome, hearten_test_home_free)

G_END_DECLS
