/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-situations.h"
#include "hearten-spaces.h"
#include "hearten-tip.h"

G_BEGIN_DECLS

/**
 * hearten_gate_allows_contact:
 * @contact: what the user told
 * @space_active: whether a space period runs
 * @space_ended: whether a space period has ended
 *
 * Whether Hearten may show, suggest, draft or remind of contact with the other person. This is the only place
 * that decides it. Unasked-for messages after a no do harm; so what is not known counts as not welcome.
 *
 * | contact | answer |
 * |---|---|
 * | open | yes |
 * | unsure, not said, space | once a space period has ended, while none runs |
 * | no, unsafe | never |
 */
gboolean hearten_gate_allows_contact (HeartenContact contact, gboolean space_active, gboolean space_ended);

/**
 * hearten_gate_face:
 * @allows_contact: the gate's answer
 *
 * Returns: (transfer none): the face of @tip that may be shown
 */
HeartenTipFace *hearten_gate_face (HeartenTip *tip, gboolean allows_contact);

#define HEARTEN_TYPE_GATE (hearten_gate_get_type ())
G_DECLARE_FINAL_TYPE (HeartenGate, hearten_gate, HEARTEN, GATE, GObject)

/**
 * HeartenGate:
 *
 * The gate's answer for this user, now. Its property `allows-contact` notifies when the situation or a space
 * period changes it.
 */
HeartenGate *hearten_gate_new (HeartenSituations *situations, HeartenSpaces *spaces);

gboolean hearten_gate_get_allows_contact (HeartenGate *self);

/**
 * hearten_gate_may_show:
 * @face: (nullable): a face of a tip, as by [method@TipFace.get_nick]
 *
 * Returns: whether what came from that face may be offered now
 */
gboolean hearten_gate_may_show (HeartenGate *self, const char *face);

G_END_DECLS
