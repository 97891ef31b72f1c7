/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-records.h"
#include "hearten-situation.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_SITUATIONS (hearten_situations_get_type ())
G_DECLARE_FINAL_TYPE (HeartenSituations, hearten_situations, HEARTEN, SITUATIONS, HeartenRecords)

/**
 * HeartenSituations:
 *
 * The user's present situation: the newest record, or nothing yet. The properties `contact`, `logistics`,
 * `hope`, `name` and `country` can be bound both ways; the first answer makes the record.
 */
HeartenSituations *hearten_situations_new (HeartenStore *store);

/**
 * hearten_situations_get_current:
 *
 * Returns: (transfer none) (nullable): the newest record
 */
HeartenSituation *hearten_situations_get_current (HeartenSituations *self);

HeartenContact hearten_situations_get_contact (HeartenSituations *self);
void hearten_situations_set_contact (HeartenSituations *self, HeartenContact contact);
gboolean hearten_situations_get_logistics (HeartenSituations *self);
void hearten_situations_set_logistics (HeartenSituations *self, gboolean logistics);
HeartenHope hearten_situations_get_hope (HeartenSituations *self);
void hearten_situations_set_hope (HeartenSituations *self, HeartenHope hope);

/**
 * hearten_situations_get_name:
 *
 * Returns: (nullable): what the other person is called in texts
 */
const char *hearten_situations_get_name (HeartenSituations *self);

/**
 * hearten_situations_set_name:
 * @name: (nullable): white space around it is dropped; an empty one is none
 */
void hearten_situations_set_name (HeartenSituations *self, const char *name);

/**
 * hearten_situations_get_country:
 *
 * Returns: (nullable): whose help lines the user wants to see; %NULL where the user never chose
 */
const char *hearten_situations_get_country (HeartenSituations *self);

/**
 * hearten_situations_set_country:
 * @country: (nullable): a code of ISO 3166-1, or %HEARTEN_COUNTRY_ELSEWHERE
 */
void hearten_situations_set_country (HeartenSituations *self, const char *country);

/**
 * hearten_situations_get_closed:
 * @closed: (out) (optional): the local day on which the user closed this chapter
 *
 * While a chapter is closed nothing is offered on Today; everything else works as ever.
 *
 * Returns: whether it is closed
 */
gboolean hearten_situations_get_closed (HeartenSituations *self, GDate *closed);

/**
 * hearten_situations_set_closed:
 *
 * Closes the chapter today, or opens it again. [signal@Records::changed] tells of it.
 */
void hearten_situations_set_closed (HeartenSituations *self, gboolean closed);

/**
 * hearten_situations_get_unoffered:
 *
 * Returns: whether closing the chapter must never be offered unasked
 */
gboolean hearten_situations_get_unoffered (HeartenSituations *self);
void hearten_situations_set_unoffered (HeartenSituations *self);

G_END_DECLS
