/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-tip-node.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name; /* interned */
  char *value;
} HeartenTipAttribute;

struct _HeartenTipNode
{
  const char *name; /* interned */
  char *text;       /* NULL where there is nothing but white space */
  guint line;       /* of the start tag, from 1 */
  GArray *attributes;
  GPtrArray *children;
};

HeartenTipNode *hearten_tip_node_new (const char *name, guint line);
void hearten_tip_node_free (HeartenTipNode *self);
void hearten_tip_node_add_attribute (HeartenTipNode *self, const char *name, const char *value);

/* Takes @child. */
void hearten_tip_node_add_child (HeartenTipNode *self, HeartenTipNode *child);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeartenTipNode, hearten_tip_node_free)

G_END_DECLS
