/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * hearten_app_launcher_open:
 * @bus: the session bus
 * @page: a page of the app, such as `space`
 * @key: the occurrence of a reminder that was pressed, as in [method@Occurrence.dup_key], or an empty text
 *
 * Opens the app at a page, where it shows what the reminder has to say: by D-Bus activation, and where the
 * bus does not know the app, by starting the installed program with `--page=PAGE --reminder=KEY` (or the one
 * that the environment variable `HEARTEN_APP` names). Does not wait.
 */
void hearten_app_launcher_open (GDBusConnection *bus, const char *page, const char *key);

G_END_DECLS
