/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-store.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_DAMAGE_DIALOG (hearten_damage_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HeartenDamageDialog, hearten_damage_dialog, HEARTEN, DAMAGE_DIALOG, AdwDialog)

/**
 * hearten_damage_dialog_new:
 *
 * Returns: (transfer floating): a list of the files that could not be read, each with its reason
 */
AdwDialog *hearten_damage_dialog_new (HeartenStore *store);

G_END_DECLS
