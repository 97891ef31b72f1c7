/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-tip.h"
#include "hearten-tip-node-private.h"

G_BEGIN_DECLS

/* Both take a tree that hearten_tip_check() has passed. */
HeartenTip *hearten_tip_new_from_node (HeartenTipNode *node);
HeartenTipFace *hearten_tip_face_new_from_node (HeartenTipNode *node);

/* Title, summary, text and steps, folded for searching. */
const char *hearten_tip_face_get_haystack (HeartenTipFace *self);
char *hearten_tip_fold (const char *text);

G_END_DECLS
