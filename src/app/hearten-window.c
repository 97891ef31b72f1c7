/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-window-private.h"

#include "hearten-editor-page.h"
#include "hearten-help-page.h"
#include "hearten-insights-page.h"
#include "hearten-journal-page.h"
#include "hearten-login-offer.h"
#include "hearten-reminders-page.h"
#include "hearten-space-page.h"
#include "hearten-tip-page.h"
#include "hearten-today-page.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (HeartenWindow, hearten_window, ADW_TYPE_APPLICATION_WINDOW)

/* Pages are made when they are first shown and kept, so that each is found as it was left. */
static const struct
{
  const char *tag;
  AdwNavigationPage *(*create) (HeartenContext *context);
} pages[] = {
  { "today", hearten_today_page_new },         { "journal", hearten_journal_page_new },
  { "space", hearten_space_page_new },         { "insights", hearten_insights_page_new },
  { "reminders", hearten_reminders_page_new }, { "help", hearten_help_page_new },
};

static AdwNavigationPage *
ensure_page (HeartenWindow *self, const char *tag)
{
  AdwNavigationPage *page = adw_navigation_view_find_page (self->content_view, tag);

  for (guint i = 0; page == NULL && i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].tag, tag))
      {
        page = pages[i].create (self->context);
        adw_navigation_page_set_tag (page, tag);
        adw_navigation_view_add (self->content_view, page);
      }
  return page;
}

static void
show (HeartenWindow *self, AdwNavigationPage *page, const char *target)
{
  hearten_window_commit (self);
  g_set_str (&self->page, target);
  /* Who opens the program next need not see that help was looked for. */
  if (!g_str_equal (target, "help"))
    g_settings_set_string (self->settings, "page", target);
  adw_navigation_view_replace (self->content_view, &page, 1);
  hearten_sidebar_select (self->sidebar, target);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

/* Trouble is shown below every page until it is over; the words stay in memory meanwhile. */

static char *
dup_trouble (HeartenWindow *self)
{
  HeartenStore *store = hearten_context_get_store (self->context);
  const char *problem = hearten_context_get_problem (self->context);
  const char *save_error = hearten_store_get_save_error (store);

  if (problem != NULL)
    return g_strdup (problem);
  if (save_error != NULL)
    /* Translators: the sentence before says why. */
    return g_strdup_printf (_ ("%s Your words are still here, and Hearten keeps trying."), save_error);
  return g_strdup (hearten_store_get_obstacle (store));
}

static void
update_trouble (HeartenWindow *self)
{
  gboolean away = hearten_context_is_away (self->context);
  g_autofree char *trouble = dup_trouble (self);

  if (trouble != NULL)
    adw_banner_set_title (self->trouble, trouble);
  adw_banner_set_button_label (self->trouble, away ? _ ("_What Now…") : _ ("_Try Again"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->trouble),
                                  away ? "win.show-missing" : "win.try-again");
  adw_banner_set_revealed (self->trouble, trouble != NULL);
}

/* So much is gone at once that it needs to be said, whatever page is open. */
static void
on_frozen_cb (HeartenWindow *self)
{
  if (hearten_absence_get_frozen (hearten_context_get_absence (self->context)) &&
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-missing", NULL);
}

/* A reminder that is switched on is the moment to ask, not the start of the program. */
static void
on_reminders_changed_cb (HeartenWindow *self, HeartenReminder *reminder)
{
  if (hearten_reminder_get_enabled (reminder) && hearten_record_get_deleted (HEARTEN_RECORD (reminder)) == 0)
    hearten_offer_login_start (self->toasts, self->settings);
}

/* GObject */

static void
hearten_window_dispose (GObject *object)
{
  HeartenWindow *self = HEARTEN_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTEN_TYPE_WINDOW);
  g_clear_object (&self->reminder_post);
  g_clear_object (&self->context);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->page, g_free);
  g_clear_pointer (&self->moment, g_free);

  G_OBJECT_CLASS (hearten_window_parent_class)->dispose (object);
}

static void
hearten_window_class_init (HeartenWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = hearten_window_close_request;

  g_type_ensure (HEARTEN_TYPE_REMINDER_BAR);
  g_type_ensure (HEARTEN_TYPE_SIDEBAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, HeartenWindow, content_view);
  gtk_widget_class_bind_template_child (widget_class, HeartenWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, HeartenWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, HeartenWindow, trouble);
  gtk_widget_class_bind_template_child (widget_class, HeartenWindow, reminder_bar);
  hearten_window_install_actions (widget_class);
}

static void
hearten_window_init (HeartenWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (APP_ID);
  hearten_window_watch_keys (self);
  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
}

/* Some file systems tell of no change: whoever comes back to the window sees what came meanwhile. */
static void
on_is_active_cb (HeartenWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)) &&
      hearten_context_get_state (self->context) == HEARTEN_CONTEXT_READY)
    hearten_store_look_again (hearten_context_get_store (self->context));
}

static void
show_target (HeartenWindow *self, const char *target)
{
  if (hearten_tips_find (hearten_context_get_tips (self->context), target) != NULL)
    hearten_window_show_tip (self, target);
  else
    hearten_window_show_page (self, target);
}

/* No other page is made beside it. */
static void
show_first_page (HeartenWindow *self, const char *page)
{
  g_autofree char *last = g_settings_get_string (self->settings, "page");

  if (page != NULL)
    show_target (self, page);
  if (self->page == NULL)
    show_target (self, last);
  if (self->page == NULL)
    hearten_window_show_page (self, "today");
}

/* Public */

HeartenWindow *
hearten_window_new (GtkApplication *application, HeartenContext *context, const char *page)
{
  HeartenWindow *self = g_object_new (HEARTEN_TYPE_WINDOW, "application", application, NULL);
  HeartenStore *store = hearten_context_get_store (context);

  self->context = g_object_ref (context);
  hearten_sidebar_set_context (self->sidebar, context);
  g_signal_connect_object (store, "notify::save-error", G_CALLBACK (update_trouble), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::obstacle", G_CALLBACK (update_trouble), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::problem", G_CALLBACK (update_trouble), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hearten_context_get_absence (context), "notify::frozen", G_CALLBACK (on_frozen_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hearten_context_get_reminders (context), "changed",
                           G_CALLBACK (on_reminders_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (on_is_active_cb), NULL);
  hearten_window_take_reminders (self);
  update_trouble (self);
  show_first_page (self, page);
  return self;
}

void
hearten_window_show_page (HeartenWindow *self, const char *tag)
{
  AdwNavigationPage *page = ensure_page (self, tag);

  if (page != NULL)
    show (self, page, tag);
}

void
hearten_window_show_tip (HeartenWindow *self, const char *id)
{
  HeartenTip *tip = hearten_tips_find (hearten_context_get_tips (self->context), id);

  if (tip != NULL)
    show (self, hearten_tip_page_new (self->context, tip), id);
}

void
hearten_window_write (HeartenWindow *self, const char *tip_id)
{
  HeartenJournal *journal = hearten_context_get_journal (self->context);
  HeartenTip *tip = tip_id != NULL ? hearten_tips_find (hearten_context_get_tips (self->context), tip_id)
                                   : NULL;
  g_autoptr (HeartenEntry) entry = NULL;
  g_autofree char *prompt = NULL;

  if (tip == NULL)
    entry = hearten_journal_begin (journal, NULL);
  else
    {
      HeartenTipFace *face = hearten_context_get_face (self->context, tip);
      HeartenSituations *situations = hearten_context_get_situations (self->context);

      entry = hearten_journal_begin_about (journal, tip_id, hearten_tip_face_get_nick (face), NULL);
      prompt = hearten_tip_fill_name (hearten_tip_face_get_first_prompt (face),
                                      hearten_situations_get_name (situations));
    }
  hearten_window_open_entry (self, entry, prompt);
}

void
hearten_window_write_to (HeartenWindow *self, const char *tip_id, const char *prompt)
{
  HeartenTip *tip = hearten_tips_find (hearten_context_get_tips (self->context), tip_id);
  g_autoptr (HeartenEntry) entry = NULL;

  g_return_if_fail (tip != NULL);

  entry = hearten_journal_begin_about (
      hearten_context_get_journal (self->context), tip_id,
      hearten_tip_face_get_nick (hearten_context_get_face (self->context, tip)), prompt);
  hearten_window_open_entry (self, entry, prompt);
}

void
hearten_window_open_entry (HeartenWindow *self, HeartenEntry *entry, const char *prompt)
{
  AdwNavigationPage *visible = adw_navigation_view_get_visible_page (self->content_view);

  if (HEARTEN_IS_JOURNAL_PAGE (visible))
    hearten_journal_page_open (HEARTEN_JOURNAL_PAGE (visible), entry, prompt);
  else
    {
      AdwNavigationPage *page = hearten_editor_page_new (self->context, entry, prompt);

      hearten_window_commit (self);
      adw_navigation_view_push (self->content_view, page);
      gtk_widget_grab_focus (GTK_WIDGET (page)); /* also when the sidebar had it */
    }
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

void
hearten_window_commit (HeartenWindow *self)
{
  AdwNavigationPage *visible = adw_navigation_view_get_visible_page (self->content_view);

  if (HEARTEN_IS_EDITOR_PAGE (visible))
    hearten_editor_page_commit (HEARTEN_EDITOR_PAGE (visible));
  else if (HEARTEN_IS_JOURNAL_PAGE (visible))
    hearten_journal_page_commit (HEARTEN_JOURNAL_PAGE (visible));
  else if (HEARTEN_IS_TIP_PAGE (visible))
    hearten_tip_page_commit (HEARTEN_TIP_PAGE (visible));
}
