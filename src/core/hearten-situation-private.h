/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-situation.h"

G_BEGIN_DECLS

/* For HeartenSituations alone. */
void hearten_situation_set_contact (HeartenSituation *self, HeartenContact contact, const GDate *today);
void hearten_situation_set_logistics (HeartenSituation *self, gboolean logistics);
void hearten_situation_set_hope (HeartenSituation *self, HeartenHope hope);
void hearten_situation_set_name (HeartenSituation *self, const char *name);
void hearten_situation_set_country (HeartenSituation *self, const char *country);
void hearten_situation_set_closed (HeartenSituation *self, const GDate *closed);
void hearten_situation_set_unoffered (HeartenSituation *self, gboolean unoffered);

G_END_DECLS
