/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HEARTEN_TYPE_DAMAGE (hearten_damage_get_type ())
G_DECLARE_FINAL_TYPE (HeartenDamage, hearten_damage, HEARTEN, DAMAGE, GObject)

/**
 * hearten_damage_new:
 * @path: a file's path, relative to the data folder; that of a folder ends in a slash
 * @reason: one sentence on why it could not be read
 *
 * A file or a folder that could not be read. It is shown and left alone.
 */
HeartenDamage *hearten_damage_new (const char *path, const char *reason);

const char *hearten_damage_get_path (HeartenDamage *self);
const char *hearten_damage_get_reason (HeartenDamage *self);

/**
 * hearten_damage_is_folder:
 *
 * Returns: whether it is a folder, and so nobody knows how much is in it
 */
gboolean hearten_damage_is_folder (HeartenDamage *self);

G_END_DECLS
