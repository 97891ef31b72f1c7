/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-service.h"

G_BEGIN_DECLS

/**
 * hearten_service_bus_export:
 * @bus: the session bus
 * @service: what the calls reach
 *
 * Makes a service reachable as `/io/github/hearten_app/Hearten/Reminders` for [class@ReminderClient]. Calls
 * are answered once the main loop runs.
 *
 * Returns: whether it could
 */
gboolean hearten_service_bus_export (GDBusConnection *bus, HeartenService *service, GError **error);

/**
 * hearten_service_bus_own:
 * @bus: the session bus
 * @owned: (out): whether this process is now the reminder service; %FALSE when another one is
 *
 * Takes the service's bus name, or leaves it to the one that has it.
 *
 * Returns: whether the bus answered
 */
gboolean hearten_service_bus_own (GDBusConnection *bus, gboolean *owned, GError **error);

G_END_DECLS
