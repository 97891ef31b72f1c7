/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-json.h"

G_BEGIN_DECLS

/**
 * HeartenRevision:
 *
 * What is known of a record's past: for each device, how often it wrote the record (a version vector). It
 * never changes; the functions give new ones. %NULL is the one in which no device has written.
 */
typedef struct _HeartenRevision HeartenRevision;

HeartenRevision *hearten_revision_ref (HeartenRevision *self);
void hearten_revision_unref (HeartenRevision *self);

/**
 * hearten_json_take_revision:
 * @out: (transfer full) (nullable): replaced where the member is there
 *
 * Takes a member `{device: counter}` out of @object, in the manner of the hearten_json_take functions.
 */
gboolean
hearten_json_take_revision (JsonObject *object, const char *member, HeartenRevision **out, GError **error);

/**
 * hearten_json_set_revision:
 * @revision: (nullable): nothing is written for the empty one
 */
void hearten_json_set_revision (JsonObject *object, const char *member, HeartenRevision *revision);

/**
 * hearten_revision_get:
 *
 * Returns: how often @device wrote, or 0
 */
int hearten_revision_get (HeartenRevision *self, const char *device);

/**
 * hearten_revision_with:
 *
 * Returns: (transfer full): the same with @counter for @device, where it is more than was there
 */
HeartenRevision *hearten_revision_with (HeartenRevision *self, const char *device, int counter);

/**
 * hearten_revision_join:
 *
 * Returns: (transfer full) (nullable): for each device the higher counter
 */
HeartenRevision *hearten_revision_join (HeartenRevision *a, HeartenRevision *b);

/**
 * hearten_revision_covers:
 *
 * Returns: whether @self knows all that @other knows
 */
gboolean hearten_revision_covers (HeartenRevision *self, HeartenRevision *other);

/**
 * hearten_revision_compare:
 *
 * Returns: less than, equal to or greater than 0, in an order that says nothing about time but is the same on
 * every device; 0 only for equal ones
 */
int hearten_revision_compare (HeartenRevision *a, HeartenRevision *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeartenRevision, hearten_revision_unref)

G_END_DECLS
