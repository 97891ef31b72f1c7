/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-items.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_JAR (hearten_jar_get_type ())
G_DECLARE_FINAL_TYPE (HeartenJar, hearten_jar, HEARTEN, JAR, AdwBin)

/**
 * HeartenJar:
 *
 * One press takes an item of a list as it comes, and shows it on a card. The card fades in where animations
 * are on.
 */

/**
 * hearten_jar_new:
 * @tip: whose list it is
 * @face: which of the tip's lists
 */
GtkWidget *hearten_jar_new (HeartenItems *items, const char *tip, const char *face);

/**
 * hearten_jar_close:
 *
 * Puts the card back.
 */
void hearten_jar_close (HeartenJar *self);

G_END_DECLS
