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

G_END_DECLS
