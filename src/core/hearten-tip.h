/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "hearten-tip-node.h"

G_BEGIN_DECLS

/**
 * HeartenStage:
 * @HEARTEN_STAGE_LOOK_INWARD: Look inward
 * @HEARTEN_STAGE_GIVE_ROOM: Give room
 * @HEARTEN_STAGE_REACH_OUT: Reach out
 * @HEARTEN_STAGE_REBUILD: Rebuild
 * @HEARTEN_STAGE_GROW: Grow
 *
 * The part of the way a tip belongs to, in the order of the sidebar. The nicks (`look-inward` …) are those of
 * the tips' files and of the style sheet.
 */
typedef enum {
  HEARTEN_STAGE_LOOK_INWARD,
  HEARTEN_STAGE_GIVE_ROOM,
  HEARTEN_STAGE_REACH_OUT,
  HEARTEN_STAGE_REBUILD,
  HEARTEN_STAGE_GROW,
} HeartenStage;

#define HEARTEN_N_STAGES (HEARTEN_STAGE_GROW + 1)

#define HEARTEN_TYPE_STAGE (hearten_stage_get_type ())
GType hearten_stage_get_type (void);

/**
 * hearten_stage_get_name:
 *
 * Returns: the stage's name in the user's language
 */
const char *hearten_stage_get_name (HeartenStage stage);

/**
 * hearten_stage_get_nick:
 *
 * Returns: the stage's name in files and styles, such as `look-inward`
 */
const char *hearten_stage_get_nick (HeartenStage stage);

#define HEARTEN_TYPE_TIP_FACE (hearten_tip_face_get_type ())
G_DECLARE_FINAL_TYPE (HeartenTipFace, hearten_tip_face, HEARTEN, TIP_FACE, GObject)

/**
 * HeartenTipFace:
 *
 * What one tip says to someone in one kind of situation. It never changes.
 *
 * Texts may hold `{name}`; show them through [func@tip_fill_name].
 */

/**
 * hearten_tip_face_get_nick:
 *
 * Returns: whom it is for: `both`, `together` or `own`, as records write it
 */
const char *hearten_tip_face_get_nick (HeartenTipFace *self);
const char *hearten_tip_face_get_title (HeartenTipFace *self);

/**
 * hearten_tip_face_get_summary:
 *
 * Returns: one sentence
 */
const char *hearten_tip_face_get_summary (HeartenTipFace *self);

/**
 * hearten_tip_face_get_why:
 *
 * Returns: (nullable): one sentence on why this face is shown; only an own-path face has it
 */
const char *hearten_tip_face_get_why (HeartenTipFace *self);

/**
 * hearten_tip_face_get_paragraphs:
 *
 * Returns: (transfer none): the two-minute text, two paragraphs or more; a strv
 */
const char *const *hearten_tip_face_get_paragraphs (HeartenTipFace *self);

/**
 * hearten_tip_face_get_steps:
 *
 * Returns: (transfer none): how to do it, three to five steps; a strv
 */
const char *const *hearten_tip_face_get_steps (HeartenTipFace *self);

/**
 * hearten_tip_face_get_caution:
 *
 * Returns: (nullable): what to take care of, where there is something
 */
const char *hearten_tip_face_get_caution (HeartenTipFace *self);

/**
 * hearten_tip_face_get_n_activities:
 *
 * Returns: one or two
 */
guint hearten_tip_face_get_n_activities (HeartenTipFace *self);

/**
 * hearten_tip_face_get_activity:
 * @index: less than [method@TipFace.get_n_activities]
 *
 * Returns: (transfer none): the activity; its attribute `kind` says which widget shows it
 */
const HeartenTipNode *hearten_tip_face_get_activity (HeartenTipFace *self, guint index);

/**
 * hearten_tip_face_get_first_prompt:
 *
 * Returns: what to write about: the first question its activities ask, else the first invitation
 */
const char *hearten_tip_face_get_first_prompt (HeartenTipFace *self);

#define HEARTEN_TYPE_TIP (hearten_tip_get_type ())
G_DECLARE_FINAL_TYPE (HeartenTip, hearten_tip, HEARTEN, TIP, GObject)

/**
 * HeartenTip:
 *
 * One thing to do, as written in `data/tips`. It never changes; what the user did with it is a
 * [class@Practice].
 *
 * Which of its faces may be shown is decided in one place: [func@gate_face].
 */

/**
 * hearten_tip_get_id:
 *
 * Returns: the id, such as `tip-05`
 */
const char *hearten_tip_get_id (HeartenTip *self);
HeartenStage hearten_tip_get_stage (HeartenTip *self);

/**
 * hearten_tip_has_two_faces:
 *
 * Returns: whether the tip is about the two of you, and so has another face while contact is not welcome
 */
gboolean hearten_tip_has_two_faces (HeartenTip *self);

/**
 * hearten_tip_get_together_face:
 *
 * Returns: (transfer none): the face for when contact is welcome, or the only one. Ask [func@gate_face]
 * instead.
 */
HeartenTipFace *hearten_tip_get_together_face (HeartenTip *self);

/**
 * hearten_tip_get_own_face:
 *
 * Returns: (transfer none): the face that never suggests contact, or the only one. Ask [func@gate_face]
 * instead.
 */
HeartenTipFace *hearten_tip_get_own_face (HeartenTip *self);

/**
 * hearten_tip_matches:
 * @face: the face that is shown
 * @needle: (nullable): what the user typed; upper and lower case are the same, each word must occur somewhere
 *
 * Returns: whether title, summary, text or steps of @face have every word of @needle
 */
gboolean hearten_tip_matches (HeartenTip *self, HeartenTipFace *face, const char *needle);

/**
 * hearten_tip_fill_name:
 * @text: a text of a tip
 * @name: (nullable): the name the user chose for the other person
 *
 * Returns: (transfer full): @text with `{name}` replaced by @name, or by "them" where there is none
 */
char *hearten_tip_fill_name (const char *text, const char *name);

G_END_DECLS
