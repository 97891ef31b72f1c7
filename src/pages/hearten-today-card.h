/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-context.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_TODAY_CARD (hearten_today_card_get_type ())
G_DECLARE_DERIVABLE_TYPE (HeartenTodayCard, hearten_today_card, HEARTEN, TODAY_CARD, AdwBin)

/**
 * HeartenTodayCardClass:
 * @attach: (nullable): called once, when the card has its context: listen to what the card depends on;
 *   %NULL where a card around it listens
 * @refresh: show what is true now; a card with nothing to say makes itself invisible
 *
 * One of the cards on Today. It hears of changes even while the page is out of sight, and looks again when
 * the page comes back.
 */
struct _HeartenTodayCardClass
{
  AdwBinClass parent_class;

  void (*attach) (HeartenTodayCard *self, HeartenContext *context);
  void (*refresh) (HeartenTodayCard *self, HeartenContext *context);
};

void hearten_today_card_set_context (HeartenTodayCard *self, HeartenContext *context);
HeartenContext *hearten_today_card_get_context (HeartenTodayCard *self);

/**
 * hearten_today_card_follow:
 * @source: something the card depends on
 * @signal: its signal
 *
 * Looks again soon after each @signal; many in a row are one look.
 */
void hearten_today_card_follow (HeartenTodayCard *self, gpointer source, const char *signal);

/**
 * hearten_today_card_follow_records:
 *
 * The same for rows that come and go, and for rows that change.
 */
void hearten_today_card_follow_records (HeartenTodayCard *self, gpointer records);

void hearten_today_card_refresh (HeartenTodayCard *self);

G_END_DECLS
