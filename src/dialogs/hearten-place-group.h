/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-context.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_PLACE_GROUP (hearten_place_group_get_type ())
G_DECLARE_FINAL_TYPE (HeartenPlaceGroup, hearten_place_group, HEARTEN, PLACE_GROUP, AdwPreferencesGroup)

/**
 * HeartenPlaceGroup:
 *
 * Where the journal lives and how it is there; moving it, and opening another one.
 */

/**
 * hearten_place_group_set_context:
 *
 * To be called once.
 */
void hearten_place_group_set_context (HeartenPlaceGroup *self, HeartenContext *context);

G_END_DECLS
