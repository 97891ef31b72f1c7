/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-record.h"

G_BEGIN_DECLS

/**
 * HeartenContact:
 * @HEARTEN_CONTACT_UNSET: not asked yet, or "I'd rather not say"
 * @HEARTEN_CONTACT_OPEN: in touch, and it is welcome
 * @HEARTEN_CONTACT_UNSURE: not known
 * @HEARTEN_CONTACT_SPACE: the other person asked for space
 * @HEARTEN_CONTACT_NO: they said no, blocked the user, or there is a court order
 * @HEARTEN_CONTACT_UNSAFE: there was fear, control or violence
 *
 * How things are between the two. What follows from it is decided by [func@gate_allows_contact] alone.
 */
typedef enum {
  HEARTEN_CONTACT_UNSET,
  HEARTEN_CONTACT_OPEN,
  HEARTEN_CONTACT_UNSURE,
  HEARTEN_CONTACT_SPACE,
  HEARTEN_CONTACT_NO,
  HEARTEN_CONTACT_UNSAFE,
} HeartenContact;

#define HEARTEN_TYPE_CONTACT (hearten_contact_get_type ())
GType hearten_contact_get_type (void);

/**
 * hearten_contact_get_label:
 *
 * Returns: the answer in the user's language, such as "They asked for space"
 */
const char *hearten_contact_get_label (HeartenContact contact);

/**
 * HeartenHope:
 * @HEARTEN_HOPE_UNSET: not asked yet, or "I'd rather not say"
 * @HEARTEN_HOPE_WAY_BACK: find a way back
 * @HEARTEN_HOPE_MOVE_ON: heal and move on
 * @HEARTEN_HOPE_NOT_SURE: not sure yet
 *
 * What the user hopes for. It orders the tips; it hides nothing.
 */
typedef enum {
  HEARTEN_HOPE_UNSET,
  HEARTEN_HOPE_WAY_BACK,
  HEARTEN_HOPE_MOVE_ON,
  HEARTEN_HOPE_NOT_SURE,
} HeartenHope;

#define HEARTEN_TYPE_HOPE (hearten_hope_get_type ())
GType hearten_hope_get_type (void);

/**
 * hearten_hope_get_label:
 *
 * Returns: the answer in the user's language, such as "Find a way back"
 */
const char *hearten_hope_get_label (HeartenHope hope);

#define HEARTEN_TYPE_SITUATION (hearten_situation_get_type ())
G_DECLARE_FINAL_TYPE (HeartenSituation, hearten_situation, HEARTEN, SITUATION, HeartenRecord)

/**
 * HeartenSituation:
 *
 * What the user told about how things are. Every answer is optional. Only [class@Situations] changes it.
 */

HeartenContact hearten_situation_get_contact (HeartenSituation *self);

/**
 * hearten_situation_get_since:
 * @day: (out): the day on which the user said how things are between the two
 *
 * Returns: whether it is known
 */
gboolean hearten_situation_get_since (HeartenSituation *self, GDate *day);

/**
 * hearten_situation_get_logistics:
 *
 * Returns: whether the two must talk about children, home or money; such contact is never counted as a slip
 */
gboolean hearten_situation_get_logistics (HeartenSituation *self);
HeartenHope hearten_situation_get_hope (HeartenSituation *self);

/**
 * hearten_situation_get_name:
 *
 * Returns: (nullable): what the other person is called in texts
 */
const char *hearten_situation_get_name (HeartenSituation *self);

/**
 * HEARTEN_COUNTRY_ELSEWHERE:
 *
 * The answer "a country that Hearten knows no numbers of", which is not the same as no answer.
 */
#define HEARTEN_COUNTRY_ELSEWHERE "*"

/**
 * hearten_situation_is_country:
 * @country: (nullable): a text
 *
 * Returns: whether it is a code of ISO 3166-1 in its form, such as "IE", or %HEARTEN_COUNTRY_ELSEWHERE
 */
gboolean hearten_situation_is_country (const char *country);

/**
 * hearten_situation_get_country:
 *
 * Returns: (nullable): whose help lines the user wants to see
 */
const char *hearten_situation_get_country (HeartenSituation *self);

/**
 * hearten_situation_get_closed:
 * @closed: (out): the local day on which the user closed this chapter
 *
 * Returns: whether it is closed
 */
gboolean hearten_situation_get_closed (HeartenSituation *self, GDate *closed);

/**
 * hearten_situation_get_unoffered:
 *
 * Returns: whether Today must not offer to close the chapter
 */
gboolean hearten_situation_get_unoffered (HeartenSituation *self);

G_END_DECLS
