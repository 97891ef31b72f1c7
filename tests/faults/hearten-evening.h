/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-faults.h"

G_BEGIN_DECLS

/**
 * HeartenWitness:
 * @begun: the last step that was begun
 * @saved: the last step that was shown as saved
 * @finished: whether the evening came to its end
 * @ids: the ids of the pages
 * @copied: whether the page of which there are two versions is there
 * @place: the call that failed, or empty
 *
 * What an evening tells of itself, in memory that outlives its process.
 */
typedef struct
{
  int begun;
  int saved;
  gboolean finished;
  gboolean copied;
  char ids[2][64];
  char place[128];
} HeartenWitness;

/* Opens a fresh store below @folder, merges a page with a copy of it that another device wrote, then writes,
 * edits, deletes and restores two pages and flushes after each step, and moves the folder before the last,
 * while the fault strikes. What fails is tried once more, as the program does after some seconds. Ends the
 * process: with 0, or with 1 and a line on stderr where the store did what it must not. */
G_NORETURN void
hearten_evening_play (const char *folder, HeartenFault fault, guint step, HeartenWitness *witness);

/* The next start in the same folder: ends the process with 0 where each page is as it was at one moment
 * between the last step that was shown as saved and the last that was begun, all files are whole, no old
 * temporary file is left and writing works. */
G_NORETURN void hearten_evening_judge (const char *folder, const HeartenWitness *witness);

G_END_DECLS
