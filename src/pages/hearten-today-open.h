/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-today-card.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_TODAY_OPEN (hearten_today_open_get_type ())
G_DECLARE_FINAL_TYPE (HeartenTodayOpen, hearten_today_open, HEARTEN, TODAY_OPEN, HeartenTodayCard)

/**
 * HeartenTodayOpen:
 *
 * What was begun and waits: a quiet time that runs, an urge, a letter that is back, a worksheet or a check-in
 * that was left half done. It names the newest few and asks for none of them.
 */

G_END_DECLS
