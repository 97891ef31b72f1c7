/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-item.h"

G_BEGIN_DECLS

/* For HeartenItems alone. */
void hearten_item_set_list (HeartenItem *self, const char *tip, const char *face);
gboolean hearten_item_set_text (HeartenItem *self, const char *text);
gboolean hearten_item_set_column (HeartenItem *self, const char *column, const char *value);
gboolean hearten_item_set_state (HeartenItem *self, const char *state);
void hearten_item_set_place (HeartenItem *self, double place);
gboolean hearten_item_set_archived (HeartenItem *self, gboolean archived);
void hearten_item_set_drawn (HeartenItem *self, const GDate *day);

G_END_DECLS
