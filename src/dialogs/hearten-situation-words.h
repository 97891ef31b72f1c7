/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-gate.h"

G_BEGIN_DECLS

/**
 * hearten_situation_words:
 * @contact: what the user told
 * @allows_contact: the gate's answer
 *
 * Returns: one or two sentences on what follows from it, in the user's language
 */
const char *hearten_situation_words (HeartenContact contact, gboolean allows_contact);

G_END_DECLS
