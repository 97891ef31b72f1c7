/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "hearten-situation.h"

G_BEGIN_DECLS

/**
 * HEARTEN_DECKS_PATH:
 *
 * The resource folder of the decks.
 */
#define HEARTEN_DECKS_PATH "/io/github/hearten_app/Hearten/decks"

/**
 * HeartenReminderDeck:
 *
 * The texts of a reminder that says something else each time, in the user's language. Each line is marked
 * with the situations and hopes that it suits. `data/decks/README.md` says how one is written.
 */
typedef struct _HeartenReminderDeck HeartenReminderDeck;

/**
 * hearten_reminder_deck_load:
 * @file: the file's name, such as `space.xml`; its stem must be the deck's id
 * @bytes: the file's contents
 *
 * Reads one deck strictly.
 *
 * Errors: [error@GLib.MarkupError]; each message is `file:line: what`
 *
 * Returns: (transfer full): the deck
 */
HeartenReminderDeck *hearten_reminder_deck_load (const char *file, GBytes *bytes, GError **error);

/**
 * hearten_reminder_deck_open:
 * @id: such as `space`
 *
 * Loads a deck from the resource of the program.
 *
 * Errors: those of [func@reminder_deck_load]; [error@Gio.ResourceError] when the program carries no such deck
 */
HeartenReminderDeck *hearten_reminder_deck_open (const char *id, GError **error);

void hearten_reminder_deck_free (HeartenReminderDeck *self);

const char *hearten_reminder_deck_get_id (HeartenReminderDeck *self);

/**
 * hearten_reminder_deck_get_length:
 *
 * Returns: how many lines there are, for whatever situation
 */
guint hearten_reminder_deck_get_length (HeartenReminderDeck *self);

/**
 * hearten_reminder_deck_dup_texts:
 * @contact: how things are between the two
 * @hope: what the user hopes for
 *
 * What is not told counts as the most careful answer: lines that are marked for some situations are left out.
 *
 * Returns: (transfer container): the lines that suit, in their order in the file; valid while the deck lives
 */
const char **
hearten_reminder_deck_dup_texts (HeartenReminderDeck *self, HeartenContact contact, HeartenHope hope);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeartenReminderDeck, hearten_reminder_deck_free)

G_END_DECLS
