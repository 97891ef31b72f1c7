/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-shortcuts-dialog.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *title;
  const char *key;
  const char *last_key; /* of a row of keys */
} Shortcut;

static const Shortcut writing[] = {
  { NC_ ("shortcuts", "Write"), "<Primary>n" },
  { NC_ ("shortcuts", "Save now"), "<Primary>s" },
  { NC_ ("shortcuts", "Save and close at once (also Escape twice)"), "<Primary><Shift>h" },
  { NC_ ("shortcuts", "Only the page"), "F11" },
  { NC_ ("shortcuts", "Choose the inner weather"), "1", "5" },
  { NULL },
};

static const Shortcut finding[] = {
  { NC_ ("shortcuts", "Search"), "<Primary>f" },
  { NC_ ("shortcuts", "Tip of the day"), "<Primary>t" },
  { NC_ ("shortcuts", "Today, Journal, Space, Insights, Reminders"), "<Primary>1", "<Primary>5" },
  { NC_ ("shortcuts", "Back"), "<Alt>Left" },
  { NULL },
};

static const Shortcut general[] = {
  { NC_ ("shortcuts", "Find help"), "F1" },
  { NC_ ("shortcuts", "Menu"), "F10" },
  { NC_ ("shortcuts", "Preferences"), "<Primary>comma" },
  { NC_ ("shortcuts", "Keyboard shortcuts"), "<Primary>question" },
  { NC_ ("shortcuts", "Close the window"), "<Primary>w" },
  { NC_ ("shortcuts", "Quit"), "<Primary>q" },
  { NULL },
};

static char *
name_key (const char *key)
{
  GdkModifierType modifiers;
  guint keyval;

  gtk_accelerator_parse (key, &keyval, &modifiers);
  return gtk_accelerator_get_label (keyval, modifiers);
}

static char *
name_keys (const Shortcut *shortcut)
{
  g_autofree char *first = name_key (shortcut->key);
  g_autofree char *last = shortcut->last_key != NULL ? name_key (shortcut->last_key) : NULL;

  if (last == NULL)
    return g_steal_pointer (&first);
  /* Translators: any of a row of keys, such as "Ctrl+1 to Ctrl+5" */
  return g_strdup_printf (C_ ("shortcuts", "%s to %s"), first, last);
}

static GtkWidget *
new_row (const Shortcut *shortcut)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *keys = name_keys (shortcut);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 g_dpgettext2 (NULL, "shortcuts", shortcut->title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), keys);
  gtk_widget_add_css_class (row, "property");
  return row;
}

static AdwPreferencesGroup *
new_group (const char *title, const Shortcut *shortcuts)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  for (const Shortcut *shortcut = shortcuts; shortcut->title != NULL; shortcut++)
    adw_preferences_group_add (group, new_row (shortcut));
  return group;
}

AdwDialog *
hearten_shortcuts_dialog_new (void)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());

  adw_preferences_page_add (page, new_group (C_ ("shortcuts", "Writing"), writing));
  adw_preferences_page_add (page, new_group (C_ ("shortcuts", "Finding"), finding));
  adw_preferences_page_add (page, new_group (C_ ("shortcuts", "General"), general));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (page));
  adw_dialog_set_title (dialog, _ ("Keyboard Shortcuts"));
  adw_dialog_set_content_width (dialog, 460);
  adw_dialog_set_content_height (dialog, 560);
  adw_dialog_set_child (dialog, view);
  return dialog;
}
