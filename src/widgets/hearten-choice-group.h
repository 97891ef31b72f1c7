/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HEARTEN_TYPE_CHOICE_GROUP (hearten_choice_group_get_type ())
G_DECLARE_FINAL_TYPE (HeartenChoiceGroup, hearten_choice_group, HEARTEN, CHOICE_GROUP, AdwPreferencesGroup)

/**
 * HeartenChoiceGroup:
 *
 * One row with a radio button for each value of an enumerated property: the chosen one is always the
 * property's.
 */

/**
 * HeartenChoiceLabel:
 *
 * Returns: the words for a value of the enumeration
 */
typedef const char *(*HeartenChoiceLabel) (int value);

/**
 * hearten_choice_group_bind:
 * @object: whose property it is
 * @property: the name of an enumerated property
 * @with_unset: whether the value 0 ("I'd rather not say") can be chosen; it comes last
 *
 * Fills the group. To be called once.
 */
void hearten_choice_group_bind (HeartenChoiceGroup *self,
                                GObject *object,
                                const char *property,
                                HeartenChoiceLabel label,
                                gboolean with_unset);

G_END_DECLS
