/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-help-line.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_HELP_CARD (hearten_help_card_get_type ())
G_DECLARE_FINAL_TYPE (HeartenHelpCard, hearten_help_card, HEARTEN, HELP_CARD, AdwBin)

/**
 * hearten_help_card_new:
 * @line: a line; it is copied
 *
 * Who answers, when and how, with buttons that copy the number, hand it to a program that makes calls, or
 * open the line's page. Nothing happens that was not pressed.
 */
GtkWidget *hearten_help_card_new (const HeartenHelpLine *line);

G_END_DECLS
