/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HeartenAgain:
 * @HEARTEN_AGAIN_NEVER: on its day alone
 * @HEARTEN_AGAIN_WEEK: on the same day of the week
 * @HEARTEN_AGAIN_MONTH: on the same day of the month, or on its last one where it is shorter
 * @HEARTEN_AGAIN_WEEKDAY: as on the first Sunday of the month: a fifth one is the last
 * @HEARTEN_AGAIN_YEAR: on the same day of the year; 29 February is the 28th in other years
 *
 * How something comes round again.
 */
typedef enum {
  HEARTEN_AGAIN_NEVER,
  HEARTEN_AGAIN_WEEK,
  HEARTEN_AGAIN_MONTH,
  HEARTEN_AGAIN_WEEKDAY,
  HEARTEN_AGAIN_YEAR,
} HeartenAgain;

/**
 * hearten_again_parse:
 * @name: (nullable): `week`, `month`, `weekday` or `year`
 */
HeartenAgain hearten_again_parse (const char *name);

/**
 * hearten_again_move:
 * @day: (inout): its first day
 * @from: the earliest day that counts
 *
 * Moves @day to the next one that is not before @from. A first day that is still to come stays.
 */
void hearten_again_move (HeartenAgain again, GDate *day, const GDate *from);

G_END_DECLS
