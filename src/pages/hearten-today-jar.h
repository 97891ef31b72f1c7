/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-today-card.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_TODAY_JAR (hearten_today_jar_get_type ())
G_DECLARE_FINAL_TYPE (HeartenTodayJar, hearten_today_jar, HEARTEN, TODAY_JAR, HeartenTodayCard)

/**
 * HeartenTodayJar:
 *
 * On a stormy or rainy day: something from the jar.
 */

G_END_DECLS
