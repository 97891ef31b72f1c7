/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-activity.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_CARDS (hearten_cards_get_type ())
G_DECLARE_FINAL_TYPE (HeartenCards, hearten_cards, HEARTEN, CARDS, HeartenActivity)

/**
 * HeartenCards:
 *
 * A deck to draw from, one card at a time: keep it, go on to another, or write about it. No card comes twice
 * before all came.
 */

G_END_DECLS
