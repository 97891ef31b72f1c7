/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-editor-page.h"
#include "hearten-mood-picker.h"
#include "hearten-save-status.h"
#include "hearten-word-counter.h"
#include "hearten-writing-view.h"

G_BEGIN_DECLS

struct _HeartenEditorPage
{
  AdwNavigationPage parent_instance;

  HeartenContext *context;
  HeartenEntry *entry;
  HeartenWordCounter *counter;

  guint push_timer;
  gboolean title_changed;
  gboolean body_changed;
  gboolean filling; /* the entry is being shown, not typed into */
  gboolean pushing; /* the entry is being changed from here */
  gboolean shown;   /* the entry's text has been there: from then on it is changed, not replaced */
  gboolean gone;    /* it was deleted */
  gboolean focused;

  AdwBin *choice;
  AdwWindowTitle *date;
  GtkToggleButton *star;
  GtkText *title;
  HeartenMoodPicker *mood;
  GtkLabel *mood_word;
  GtkButton *about;
  GtkLabel *about_label;
  HeartenWritingView *text;
  HeartenSaveStatus *status;
  GtkLabel *words;
};

/* hearten-editor-actions.c */
void hearten_editor_page_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
