/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-absence.h"
#include "hearten-checkins.h"
#include "hearten-decks.h"
#include "hearten-drafts.h"
#include "hearten-gate.h"
#include "hearten-intentions.h"
#include "hearten-items.h"
#include "hearten-journal.h"
#include "hearten-letters.h"
#include "hearten-practices.h"
#include "hearten-reminder-settings.h"
#include "hearten-reminder-words.h"
#include "hearten-reminders.h"
#include "hearten-schedule-writer.h"
#include "hearten-sittings.h"
#include "hearten-situations.h"
#include "hearten-spaces.h"
#include "hearten-store.h"
#include "hearten-tips.h"
#include "hearten-urges.h"
#include "hearten-weathers.h"

G_BEGIN_DECLS

/**
 * HeartenContextState:
 * @HEARTEN_CONTEXT_OPENING: the records are being read; what has arrived is there already
 * @HEARTEN_CONTEXT_READY: every record has been read
 * @HEARTEN_CONTEXT_FAILED: the data folder could not be opened; [property@Context:problem] says why
 */
typedef enum {
  HEARTEN_CONTEXT_OPENING,
  HEARTEN_CONTEXT_READY,
  HEARTEN_CONTEXT_FAILED,
} HeartenContextState;

#define HEARTEN_TYPE_CONTEXT_STATE (hearten_context_state_get_type ())
GType hearten_context_state_get_type (void);

#define HEARTEN_TYPE_CONTEXT (hearten_context_get_type ())
G_DECLARE_FINAL_TYPE (HeartenContext, hearten_context, HEARTEN, CONTEXT, GObject)

/**
 * HeartenContext:
 *
 * Builds and owns the store and every model over it: the one place where the parts of the core meet. A page
 * is given a context and finds its data in it.
 */

/**
 * hearten_context_new:
 * @folder: (nullable): the user's records, %NULL for `$XDG_DATA_HOME/hearten`
 * @state_folder: (nullable): what belongs to this device, %NULL for `$XDG_STATE_HOME/hearten`
 */
HeartenContext *hearten_context_new (const char *folder, const char *state_folder, HeartenClock *clock);

/**
 * hearten_context_open:
 *
 * Opens the store and starts reading. [property@Context:state] tells how it went; rows appear in the models
 * as they arrive, newest first.
 */
void hearten_context_open (HeartenContext *self);

HeartenContextState hearten_context_get_state (HeartenContext *self);

/**
 * hearten_context_get_problem:
 *
 * Returns: (nullable): what happened, what is safe and what to do, where the folder could not be opened
 */
const char *hearten_context_get_problem (HeartenContext *self);

/**
 * hearten_context_is_away:
 *
 * Returns: whether the problem is that the journal's folder is not there, as on a disk that is not connected
 */
gboolean hearten_context_is_away (HeartenContext *self);

/**
 * hearten_context_find_record:
 * @type: a kind's type
 *
 * Returns: (transfer none) (nullable): the record with this id, in the list of its kind or in the trash
 */
HeartenRecord *hearten_context_find_record (HeartenContext *self, GType type, const char *id);

/**
 * hearten_context_find_records:
 *
 * Returns: (transfer none): the model that keeps records of @record's kind
 */
HeartenRecords *hearten_context_find_records (HeartenContext *self, HeartenRecord *record);

/**
 * hearten_context_dup_undecided:
 *
 * Returns: (transfer full) (element-type HeartenRecord): every record that says one thing here and another
 * elsewhere, and waits for the user's choice. Versions in which all words are the same need none.
 */
GPtrArray *hearten_context_dup_undecided (HeartenContext *self);

/**
 * hearten_context_get_absence:
 *
 * Returns: (transfer none): tells whether much of the journal is gone
 */
HeartenAbsence *hearten_context_get_absence (HeartenContext *self);

HeartenClock *hearten_context_get_clock (HeartenContext *self);
HeartenStore *hearten_context_get_store (HeartenContext *self);
HeartenTips *hearten_context_get_tips (HeartenContext *self);
HeartenDecks *hearten_context_get_decks (HeartenContext *self);
HeartenDrafts *hearten_context_get_drafts (HeartenContext *self);
HeartenJournal *hearten_context_get_journal (HeartenContext *self);
HeartenLetters *hearten_context_get_letters (HeartenContext *self);
HeartenPractices *hearten_context_get_practices (HeartenContext *self);
HeartenReminders *hearten_context_get_reminders (HeartenContext *self);
HeartenReminderClient *hearten_context_get_reminder_client (HeartenContext *self);
HeartenReminderSettings *hearten_context_get_reminder_settings (HeartenContext *self);
HeartenReminderWords *hearten_context_get_reminder_words (HeartenContext *self);
HeartenScheduleWriter *hearten_context_get_schedule_writer (HeartenContext *self);
HeartenSituations *hearten_context_get_situations (HeartenContext *self);
HeartenSittings *hearten_context_get_sittings (HeartenContext *self);
HeartenSpaces *hearten_context_get_spaces (HeartenContext *self);
HeartenUrges *hearten_context_get_urges (HeartenContext *self);
HeartenWeathers *hearten_context_get_weathers (HeartenContext *self);
HeartenItems *hearten_context_get_items (HeartenContext *self);
HeartenIntentions *hearten_context_get_intentions (HeartenContext *self);
HeartenCheckins *hearten_context_get_checkins (HeartenContext *self);

/**
 * hearten_context_get_anchors:
 *
 * Returns: (transfer none): what reminders can count days along
 */
HeartenAnchors *hearten_context_get_anchors (HeartenContext *self);

/**
 * hearten_context_get_gate:
 *
 * Returns: (transfer none): tells whether anything may suggest contact now, and notifies when that changes
 */
HeartenGate *hearten_context_get_gate (HeartenContext *self);

/**
 * hearten_context_get_face:
 *
 * Returns: (transfer none): the face of @tip that fits the present situation
 */
HeartenTipFace *hearten_context_get_face (HeartenContext *self, HeartenTip *tip);

G_END_DECLS
