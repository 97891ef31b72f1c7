/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-app-launcher.h"

#include <unistd.h>

#define APP_PATH "/io/github/hearten_app/Hearten"

static const char *
get_program (void)
{
  const char *program = g_getenv ("HEARTEN_APP");

  return program != NULL && *program != '\0' ? program : BINDIR "/hearten";
}

static void
detach (gpointer data)
{
  setsid ();
}

static void
spawn (const char *page, const char *key)
{
  g_autofree char *page_option = g_strconcat ("--page=", page, NULL);
  g_autofree char *key_option = *key != '\0' ? g_strconcat ("--reminder=", key, NULL) : NULL;
  g_autoptr (GError) error = NULL;
  char *argv[] = { (char *) get_program (), page_option, key_option, NULL };

  if (!g_spawn_async (NULL, argv, NULL, G_SPAWN_SEARCH_PATH, detach, NULL, NULL, &error))
    g_warning ("Hearten could not be opened: %s", error->message);
}

static void
on_activated_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GVariant) target = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  const char *page, *key;

  if (answer != NULL)
    return;

  g_debug ("The bus could not open Hearten: %s", error->message);
  g_variant_get (target, "(&s&s)", &page, &key);
  spawn (page, key);
}

void
hearten_app_launcher_open (GDBusConnection *bus, const char *page, const char *key)
{
  g_autoptr (GVariant) target = NULL;
  GVariantBuilder parameter;

  g_return_if_fail (G_IS_DBUS_CONNECTION (bus));
  g_return_if_fail (page != NULL && key != NULL);

  target = g_variant_ref_sink (g_variant_new ("(ss)", page, key));
  g_variant_builder_init (&parameter, G_VARIANT_TYPE ("av"));
  g_variant_builder_add (&parameter, "v", target);

  g_dbus_connection_call (bus, APP_ID, APP_PATH, "org.freedesktop.Application", "ActivateAction",
                          g_variant_new ("(sava{sv})", "reminder-open", &parameter, NULL), NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, on_activated_cb, g_variant_ref (target));
}
