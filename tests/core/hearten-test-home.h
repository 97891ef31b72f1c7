/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-records.h"
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

/* Puts a file into the data folder as another device would; @path is relative to it. */
void hearten_test_home_put (HeartenTestHome *self, const char *path, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeartenTestHome, hearten_test_home_free)

G_END_DECLS
