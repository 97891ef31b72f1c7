/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * hearten_kinds:
 * @n_kinds: (out): how many
 *
 * Returns: (array length=n_kinds) (transfer none): the types of all kinds of record, for what goes through
 * all of them
 */
const GType *hearten_kinds (guint *n_kinds);

/**
 * hearten_kind_of_folder:
 * @folder: the name of a folder in the data folder, such as `journal`
 *
 * Returns: the kind whose records are there, or %G_TYPE_INVALID
 */
GType hearten_kind_of_folder (const char *folder);

G_END_DECLS
