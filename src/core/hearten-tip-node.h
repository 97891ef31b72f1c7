/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HeartenTipNode:
 *
 * One element of a tip's file, such as an activity or one of its prompts. `data/tips/README.md` says which
 * elements and attributes there are; the loader has checked that they are whole. Texts are translated and
 * free of line breaks.
 *
 * A node never changes and lives as long as its [class@TipFace].
 */
typedef struct _HeartenTipNode HeartenTipNode;

/**
 * hearten_tip_node_is:
 *
 * Returns: whether @name is the element's name
 */
gboolean hearten_tip_node_is (const HeartenTipNode *self, const char *name);

/**
 * hearten_tip_node_get_text:
 *
 * Returns: (nullable): the element's own words, translated; %NULL where it holds elements
 */
const char *hearten_tip_node_get_text (const HeartenTipNode *self);

/**
 * hearten_tip_node_get_attribute:
 *
 * Returns: (nullable): the attribute's value, such as `worksheet` for an activity's `kind`
 */
const char *hearten_tip_node_get_attribute (const HeartenTipNode *self, const char *name);

/**
 * hearten_tip_node_get_number:
 *
 * Returns: the attribute as a number (`minutes`, `days`, `below`, `above`), or @fallback where it is not
 * given
 */
int hearten_tip_node_get_number (const HeartenTipNode *self, const char *name, int fallback);

/**
 * hearten_tip_node_get_id:
 *
 * Returns: (nullable): the `id` that saved answers refer to; unique within its activity
 */
const char *hearten_tip_node_get_id (const HeartenTipNode *self);

/**
 * hearten_tip_node_get_n_children:
 */
guint hearten_tip_node_get_n_children (const HeartenTipNode *self);

/**
 * hearten_tip_node_get_child:
 * @index: less than [func@tip_node_get_n_children]
 */
const HeartenTipNode *hearten_tip_node_get_child (const HeartenTipNode *self, guint index);

/**
 * hearten_tip_node_count:
 *
 * Returns: how many children are called @name
 */
guint hearten_tip_node_count (const HeartenTipNode *self, const char *name);

/**
 * hearten_tip_node_find:
 *
 * Returns: (nullable): the first child called @name
 */
const HeartenTipNode *hearten_tip_node_find (const HeartenTipNode *self, const char *name);

/**
 * hearten_tip_node_find_id:
 *
 * Returns: (nullable): the child called @name that has this id
 */
const HeartenTipNode *hearten_tip_node_find_id (const HeartenTipNode *self, const char *name, const char *id);

/**
 * hearten_tip_node_find_text:
 *
 * Returns: (nullable): the words of the first child called @name, such as an activity's `invite`, `begin` or
 * `closing`
 */
const char *hearten_tip_node_find_text (const HeartenTipNode *self, const char *name);

/**
 * hearten_tip_node_dup_texts:
 *
 * Returns: (transfer container): the words of each child called @name, in their order
 */
const char **hearten_tip_node_dup_texts (const HeartenTipNode *self, const char *name);

G_END_DECLS
