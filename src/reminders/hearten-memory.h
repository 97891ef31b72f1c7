/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * hearten_memory_prepare:
 *
 * Keeps the program small from the start; to be called before any thread is.
 */
void hearten_memory_prepare (void);

/**
 * hearten_memory_give_back:
 *
 * Gives the system what the last work needed and the long wait after it does not: free memory, and the pages
 * of programs and libraries, which come back from their files when they are used again. This program waits
 * nearly all day.
 */
void hearten_memory_give_back (void);

G_END_DECLS
