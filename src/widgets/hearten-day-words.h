/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * hearten_day_words_dup:
 * @day: a local day
 * @today: the present one
 *
 * Returns: (transfer full): such as "Today", "Tomorrow", "Friday, 4 December" or "4 December 2027"
 */
char *hearten_day_words_dup (const GDate *day, const GDate *today);

/**
 * hearten_day_words_dup_plain:
 *
 * Returns: (transfer full): the same without looking at today: "Friday, 4 December"
 */
char *hearten_day_words_dup_plain (const GDate *day);

/**
 * hearten_day_words_dup_weekdays:
 * @weekdays: bit 0 for Monday … bit 6 for Sunday
 *
 * Returns: (transfer full): such as "Mon, Thu" or "Every day", in the order of the locale's week
 */
char *hearten_day_words_dup_weekdays (guint weekdays);

/**
 * hearten_day_words_get_first_weekday:
 *
 * Returns: the day that the locale's week begins with, 0 for Monday … 6 for Sunday
 */
guint hearten_day_words_get_first_weekday (void);

G_END_DECLS
