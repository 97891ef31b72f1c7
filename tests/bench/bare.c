/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window that Hearten is measured against: libadwaita's split view, and nothing in it. */
#include <adwaita.h>

static void
on_activate_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *split_view = adw_navigation_split_view_new ();
  GtkWidget *toolbars[2];

  for (int i = 0; i < 2; i++)
    {
      toolbars[i] = adw_toolbar_view_new ();
      adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbars[i]), adw_header_bar_new ());
      adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbars[i]),
                                    gtk_label_new (i == 0 ? "Sidebar" : "Content"));
    }
  adw_navigation_split_view_set_sidebar (ADW_NAVIGATION_SPLIT_VIEW (split_view),
                                         adw_navigation_page_new (toolbars[0], "Sidebar"));
  adw_navigation_split_view_set_content (ADW_NAVIGATION_SPLIT_VIEW (split_view),
                                         adw_navigation_page_new (toolbars[1], "Content"));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), split_view);
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 720);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication)
      application = adw_application_new ("io.github.hearten_app.Bare", G_APPLICATION_DEFAULT_FLAGS);

  g_signal_connect (application, "activate", G_CALLBACK (on_activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
