/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-reminder-bar.h"
#include "hearten-reminder-post.h"
#include "hearten-sidebar.h"
#include "hearten-window.h"

G_BEGIN_DECLS

struct _HeartenWindow
{
  AdwApplicationWindow parent_instance;

  HeartenContext *context;
  GSettings *settings;
  char *page;         /* what is shown: a page's name or a tip's id */
  char *moment;       /* the occurrence of a reminder to show once its record is read */
  gint64 escape_time; /* monotonic, µs; 0 where the last key was another */

  AdwNavigationSplitView *split_view;
  AdwNavigationView *content_view;
  HeartenSidebar *sidebar;
  AdwToastOverlay *toasts;
  AdwBanner *trouble;
  HeartenReminderBar *reminder_bar;
  HeartenReminderPost *reminder_post;
};

/* hearten-window-actions.c */
void hearten_window_install_actions (GtkWidgetClass *widget_class);

/* hearten-window-reminders.c */
void hearten_window_take_reminders (HeartenWindow *self);

/* hearten-window-closing.c */
void hearten_window_watch_keys (HeartenWindow *self);
void hearten_window_hide_now (HeartenWindow *self);
gboolean hearten_window_close_request (GtkWindow *window);

G_END_DECLS
