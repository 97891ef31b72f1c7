/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-activity.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_COLLECTION (hearten_collection_get_type ())
G_DECLARE_FINAL_TYPE (HeartenCollection, hearten_collection, HEARTEN, COLLECTION, HeartenActivity)

/**
 * HeartenCollection:
 *
 * A list that the user keeps: promises, plans, small wins. Items go through [class@Items]; what the tip's
 * `<collection>` says of columns, states and uses is all that it knows.
 */

G_END_DECLS
