/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What libFuzzer calls: once, and with each input. Each program defines the second. */
int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* A file of this process alone below /tmp; its folder is made at the first call. */
char *hearten_fuzz_path (const char *name);

/* Replaces the contents of a file, without the care that real words need. */
void hearten_fuzz_put (const char *path, const guint8 *data, gsize size);

/* Stops the program, so that the input is kept: a and b have to be the same. */
void hearten_fuzz_same (GBytes *a, GBytes *b);

G_END_DECLS
