/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HeartenDelivery:
 * @HEARTEN_DELIVERY_FINE: nothing known keeps notifications from being seen
 * @HEARTEN_DELIVERY_NO_DAEMON: no program shows notifications in this session
 * @HEARTEN_DELIVERY_SWITCHED_OFF: the desktop's settings switch Hearten's notifications off
 * @HEARTEN_DELIVERY_NO_BANNERS: the desktop's settings keep all notifications in the list, without a banner
 * @HEARTEN_DELIVERY_BACKGROUND_DENIED: the desktop does not let Hearten run while its window is closed
 *
 * What keeps reminders from being seen.
 */
typedef enum {
  HEARTEN_DELIVERY_FINE,
  HEARTEN_DELIVERY_NO_DAEMON,
  HEARTEN_DELIVERY_SWITCHED_OFF,
  HEARTEN_DELIVERY_NO_BANNERS,
  HEARTEN_DELIVERY_BACKGROUND_DENIED,
} HeartenDelivery;

/**
 * hearten_delivery_get_words:
 *
 * Returns: (nullable): what is the matter and the way to mend it, in the user's language; %NULL for
 *   %HEARTEN_DELIVERY_FINE
 */
const char *hearten_delivery_get_words (HeartenDelivery self);

/**
 * hearten_delivery_query_async:
 * @background_denied: whether the desktop refused last time that Hearten runs without a window
 *
 * Looks at the desktop: who shows notifications, and what its settings say. Nothing is shown for it.
 */
void hearten_delivery_query_async (gboolean background_denied,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/**
 * hearten_delivery_query_finish:
 *
 * Returns: what it found; what could not be asked counts as fine
 */
HeartenDelivery hearten_delivery_query_finish (GAsyncResult *result);

G_END_DECLS
