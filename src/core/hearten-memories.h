/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-entry.h"
#include "hearten-gate.h"

G_BEGIN_DECLS

/**
 * hearten_memories_on_day:
 * @entries: a list of [class@Entry], newest first
 * @gate: decides what may be recalled
 * @today: a local day
 *
 * Finds what was written on this day of an earlier month or year. A page belongs to the day its clock showed
 * when it was begun, wherever that was.
 *
 * Returns: (transfer full) (element-type HeartenEntry): newest first; blank pages are left out
 */
GPtrArray *hearten_memories_on_day (GListModel *entries, HeartenGate *gate, const GDate *today);

G_END_DECLS
