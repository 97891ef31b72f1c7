/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-editor-page-private.h"

#include <glib/gi18n.h>

#include "hearten-arrivals.h"
#include "hearten-choice-banner.h"

/* With the store's second, what was typed is on the disk within two. */
#define PUSH_DELAY_MS 500

G_DEFINE_FINAL_TYPE (HeartenEditorPage, hearten_editor_page, ADW_TYPE_NAVIGATION_PAGE)

enum { PROP_0, PROP_CONTEXT, PROP_FOCUSED, PROP_READ_ONLY, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { GONE, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
is_read_only (HeartenEditorPage *self)
{
  return self->entry != NULL && hearten_record_is_read_only (HEARTEN_RECORD (self->entry));
}

/* From the page to the journal */

static void
push_changes (HeartenEditorPage *self)
{
  HeartenJournal *journal = hearten_context_get_journal (self->context);

  g_clear_handle_id (&self->push_timer, g_source_remove);
  self->pushing = TRUE;
  if (self->title_changed)
    hearten_journal_set_title (journal, self->entry, gtk_editable_get_text (GTK_EDITABLE (self->title)));
  if (self->body_changed)
    {
      char *body = hearten_writing_view_dup_text (self->text);

      hearten_journal_set_body (journal, self->entry, body);
      hearten_word_counter_count (self->counter, body);
    }
  self->pushing = self->title_changed = self->body_changed = FALSE;
  hearten_save_status_set_pending (self->status, FALSE);
}

static void
on_push_timer_cb (gpointer data)
{
  HeartenEditorPage *self = data;

  self->push_timer = 0;
  push_changes (self);
}

/* A long text is not copied at each key: the first change starts the clock, the rest ride along. */
static void
await_push (HeartenEditorPage *self)
{
  if (self->push_timer == 0)
    self->push_timer = g_timeout_add_once (PUSH_DELAY_MS, on_push_timer_cb, self);
  hearten_save_status_set_pending (self->status, TRUE);
}

static void
on_title_changed_cb (HeartenEditorPage *self)
{
  if (self->filling || is_read_only (self))
    return;
  self->title_changed = TRUE;
  await_push (self);
}

static void
on_text_changed_cb (HeartenEditorPage *self)
{
  if (self->filling || is_read_only (self))
    return;
  self->body_changed = TRUE;
  await_push (self);
}

static void
on_title_activate_cb (HeartenEditorPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
on_mood_changed_cb (HeartenEditorPage *self)
{
  int mood = hearten_mood_picker_get_mood (self->mood);

  gtk_label_set_label (self->mood_word, hearten_mood_get_word (mood));
  if (self->filling)
    return;
  hearten_journal_set_mood (hearten_context_get_journal (self->context), self->entry, mood);
}

static void
on_star_toggled_cb (HeartenEditorPage *self)
{
  gboolean starred = gtk_toggle_button_get_active (self->star);

  gtk_button_set_icon_name (GTK_BUTTON (self->star), starred ? "starred-symbolic" : "non-starred-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->star), starred ? _ ("Remove Star") : _ ("Add Star"));
  if (!self->filling)
    hearten_journal_set_starred (hearten_context_get_journal (self->context), self->entry, starred);
}

/* From the journal to the page */

static void
show_words (HeartenEditorPage *self)
{
  guint n = hearten_word_counter_get_words (self->counter);
  g_autofree char *text = g_strdup_printf (g_dngettext (NULL, "%u word", "%u words", n), n);

  gtk_label_set_label (self->words, n > 0 ? text : "");
}

static void
show_title (HeartenEditorPage *self)
{
  const char *title = hearten_entry_get_title (self->entry);

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->title)), title))
    gtk_editable_set_text (GTK_EDITABLE (self->title), title);
}

static void
show_body (HeartenEditorPage *self)
{
  const char *body = hearten_entry_get_body (self->entry);
  g_autofree char *shown = hearten_writing_view_dup_text (self->text);

  if (self->shown && !g_str_equal (shown, body))
    hearten_writing_view_update_text (self->text, body);
  else if (!g_str_equal (shown, body))
    hearten_writing_view_set_text (self->text, body);
  self->shown = TRUE;
  hearten_word_counter_count (self->counter, g_strdup (body));
}

static void
show_marks (HeartenEditorPage *self)
{
  gboolean filling = self->filling;

  self->filling = TRUE;
  hearten_mood_picker_set_mood (self->mood, hearten_entry_get_mood (self->entry));
  gtk_toggle_button_set_active (self->star, hearten_entry_get_starred (self->entry));
  self->filling = filling;
}

static void
on_entry_notify_cb (HeartenEditorPage *self, GParamSpec *pspec)
{
  if (self->pushing)
    return;
  self->filling = TRUE;
  show_marks (self);
  if (g_str_equal (pspec->name, "title") && !self->title_changed)
    show_title (self);
  else if (g_str_equal (pspec->name, "body") && !self->body_changed)
    show_body (self);
  self->filling = FALSE;
}

static void
show_date (HeartenEditorPage *self)
{
  g_autoptr (GDateTime) created = hearten_record_dup_created (HEARTEN_RECORD (self->entry));
  /* Translators: the date of a page as the title of the window, such as "Tuesday, 4 August 2026". */
  g_autofree char *all = g_date_time_format (created, C_ ("long date", "%A, %-d %B %Y"));
  /* Translators: the same in two lines; this is the upper one. */
  g_autofree char *upper = g_date_time_format (created, C_ ("date, upper line", "%A"));
  g_autofree char *lower = g_date_time_format (created, C_ ("date, lower line", "%-d %b %Y"));

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), all);
  adw_window_title_set_title (self->date, upper);
  adw_window_title_set_subtitle (self->date, lower);
}

static HeartenTip *
find_tip (HeartenEditorPage *self)
{
  const char *id = hearten_entry_get_tip (self->entry);

  return id != NULL ? hearten_tips_find (hearten_context_get_tips (self->context), id) : NULL;
}

static char *
dup_tip_text (HeartenEditorPage *self, const char *text)
{
  return hearten_tip_fill_name (text,
                                hearten_situations_get_name (hearten_context_get_situations (self->context)));
}

static void
show_tip (HeartenEditorPage *self)
{
  HeartenTip *tip = find_tip (self);
  HeartenTipFace *face = tip != NULL ? hearten_context_get_face (self->context, tip) : NULL;
  g_autofree char *name = face != NULL ? dup_tip_text (self, hearten_tip_face_get_title (face)) : NULL;
  /* Translators: the title of the tip that a page was written about. */
  g_autofree char *label = g_strdup_printf (_ ("About: %s"), name != NULL ? name : "");

  gtk_widget_set_visible (GTK_WIDGET (self->about), face != NULL);
  gtk_label_set_label (self->about_label, label);
  if (tip != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->about), "s", hearten_tip_get_id (tip));
}

static void
show_prompt (HeartenEditorPage *self, const char *prompt)
{
  HeartenTip *tip = find_tip (self);
  g_autofree char *own = NULL;

  if (prompt == NULL && tip != NULL)
    {
      HeartenTipFace *face = hearten_context_get_face (self->context, tip);

      if (hearten_tip_face_get_first_prompt (face) != NULL)
        prompt = own = dup_tip_text (self, hearten_tip_face_get_first_prompt (face));
    }
  hearten_writing_view_set_prompt (self->text, prompt != NULL ? prompt : _ ("What is on your mind?"));
}

/* An entry that is deleted while it is open takes its page along. */

static void
on_journal_changed_cb (HeartenEditorPage *self, HeartenRecord *record)
{
  if (record != HEARTEN_RECORD (self->entry) || self->gone || hearten_record_get_deleted (record) == 0)
    return;
  self->gone = TRUE;
  hearten_editor_page_commit (self);
  g_signal_emit (self, signals[GONE], 0);
}

/* Another device changed the entry while it is open. */

static void
show_whether_read_only (HeartenEditorPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.delete", !is_read_only (self));
}

static void
show_arrived (gpointer owner)
{
  HeartenEditorPage *self = owner;

  show_whether_read_only (self);
  on_journal_changed_cb (self, HEARTEN_RECORD (self->entry));
}

static void
hearten_editor_page_gone (HeartenEditorPage *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);
  AdwNavigationPage *page = ADW_NAVIGATION_PAGE (self);

  self->gone = TRUE;
  if (view != NULL && adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (view)) == page)
    adw_navigation_view_pop (ADW_NAVIGATION_VIEW (view));
}

/* AdwNavigationPage */

/* The words come first: whoever opens a page can type at once, and has not to wait for the slide. */
static void
hearten_editor_page_showing (AdwNavigationPage *page)
{
  ADW_NAVIGATION_PAGE_CLASS (hearten_editor_page_parent_class)->showing (page);
  gtk_widget_grab_focus (GTK_WIDGET (page));
}

static void
hearten_editor_page_shown (AdwNavigationPage *page)
{
  HeartenEditorPage *self = HEARTEN_EDITOR_PAGE (page);

  ADW_NAVIGATION_PAGE_CLASS (hearten_editor_page_parent_class)->shown (page);
  /* Another page lay over it while it went. */
  if (self->gone)
    hearten_editor_page_gone (self);
  else if (gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
hearten_editor_page_hiding (AdwNavigationPage *page)
{
  hearten_editor_page_commit (HEARTEN_EDITOR_PAGE (page));

  ADW_NAVIGATION_PAGE_CLASS (hearten_editor_page_parent_class)->hiding (page);
}

/* GtkWidget */

static void
hearten_editor_page_unmap (GtkWidget *widget)
{
  hearten_editor_page_commit (HEARTEN_EDITOR_PAGE (widget));

  GTK_WIDGET_CLASS (hearten_editor_page_parent_class)->unmap (widget);
}

static gboolean
hearten_editor_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (HEARTEN_EDITOR_PAGE (widget)->text));
}

/* GObject */

static void
set_focused (HeartenEditorPage *self, gboolean focused)
{
  if (self->focused == focused)
    return;
  self->focused = focused;
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (self->text));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOCUSED]);
}

static void
hearten_editor_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  HeartenEditorPage *self = HEARTEN_EDITOR_PAGE (object);

  switch (prop_id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, self->context);
      break;
    case PROP_FOCUSED:
      g_value_set_boolean (value, self->focused);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, is_read_only (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearten_editor_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  HeartenEditorPage *self = HEARTEN_EDITOR_PAGE (object);

  switch (prop_id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;
    case PROP_FOCUSED:
      set_focused (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearten_editor_page_dispose (GObject *object)
{
  HeartenEditorPage *self = HEARTEN_EDITOR_PAGE (object);

  if (self->text != NULL)
    hearten_editor_page_commit (self);
  g_clear_handle_id (&self->push_timer, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTEN_TYPE_EDITOR_PAGE);
  g_clear_object (&self->counter);
  g_clear_object (&self->entry);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hearten_editor_page_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  /**
   * HeartenEditorPage:context:
   *
   * Where the data is.
   */
  properties[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, HEARTEN_TYPE_CONTEXT,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                      G_PARAM_STATIC_STRINGS);
  /**
   * HeartenEditorPage:focused:
   *
   * Whether everything but the words is put away.
   */
  properties[PROP_FOCUSED] = g_param_spec_boolean (
      "focused", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * HeartenEditorPage:read-only:
   *
   * Whether a newer version wrote the entry, so that it can only be read.
   */
  properties[PROP_READ_ONLY] = g_param_spec_boolean (
      "read-only", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * HeartenEditorPage::gone:
   *
   * There is nothing to show here any more: the entry was deleted, or never had a word and is not wanted.
   */
  signals[GONE] = g_signal_new_class_handler ("gone", HEARTEN_TYPE_EDITOR_PAGE, G_SIGNAL_RUN_LAST,
                                              G_CALLBACK (hearten_editor_page_gone), NULL, NULL, NULL,
                                              G_TYPE_NONE, 0);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (HEARTEN_TYPE_MOOD_PICKER);
  g_type_ensure (HEARTEN_TYPE_SAVE_STATUS);
  g_type_ensure (HEARTEN_TYPE_WRITING_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-editor-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenEditorPage, choice);
  gtk_widget_class_bind_template_child (widget_class, HeartenEditorPage, date);
  gtk_widget_class_bind_template_child (widget_class, HeartenEditorPage, star);
  gtk_widget_class_bind_template_child (widget_class, HeartenEditorPage, title);
  gtk_widget_class_bind_template_child (widget_class, HeartenEditorPage, mood);
  gtk_widget_class_bind_template_child (widget_class, HeartenEditorPage, mood_word);
  gtk_widget_class_bind_template_child (widget_class, HeartenEditorPage, about);
  gtk_widget_class_bind_template_child (widget_class, HeartenEditorPage, about_label);
  gtk_widget_class_bind_template_child (widget_class, HeartenEditorPage, text);
  gtk_widget_class_bind_template_child (widget_class, HeartenEditorPage, status);
  gtk_widget_class_bind_template_child (widget_class, HeartenEditorPage, words);
  gtk_widget_class_bind_template_callback (widget_class, on_title_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_title_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_mood_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_star_toggled_cb);
}

static void
hearten_editor_page_class_init (HeartenEditorPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hearten_editor_page_get_property;
  object_class->set_property = hearten_editor_page_set_property;
  object_class->dispose = hearten_editor_page_dispose;
  widget_class->unmap = hearten_editor_page_unmap;
  widget_class->grab_focus = hearten_editor_page_grab_focus;
  ADW_NAVIGATION_PAGE_CLASS (klass)->showing = hearten_editor_page_showing;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = hearten_editor_page_shown;
  ADW_NAVIGATION_PAGE_CLASS (klass)->hiding = hearten_editor_page_hiding;

  install_properties (object_class);
  bind_template (widget_class);
  hearten_editor_page_install_actions (widget_class);
}

static void
hearten_editor_page_init (HeartenEditorPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->counter = hearten_word_counter_new ();
  g_signal_connect_object (self->counter, "notify::words", G_CALLBACK (show_words), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), "changed",
                           G_CALLBACK (on_text_changed_cb), self, G_CONNECT_SWAPPED);
  show_words (self);
}

static void
set_entry (HeartenEditorPage *self, HeartenEntry *entry)
{
  HeartenJournal *journal = hearten_context_get_journal (self->context);

  self->entry = g_object_ref (entry);
  hearten_save_status_set_record (self->status, HEARTEN_RECORDS (journal), HEARTEN_RECORD (entry));
  self->filling = TRUE;
  show_date (self);
  show_title (self);
  show_body (self);
  show_marks (self);
  show_tip (self);
  self->filling = FALSE;
  show_whether_read_only (self);
  g_signal_connect_object (entry, "notify", G_CALLBACK (on_entry_notify_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "changed", G_CALLBACK (on_journal_changed_cb), self, G_CONNECT_SWAPPED);
  hearten_arrivals_follow (HEARTEN_RECORDS (journal), G_OBJECT (self), (gpointer *) &self->entry,
                           (HeartenArrivalsFunc) hearten_editor_page_commit, show_arrived);
  adw_bin_set_child (self->choice, hearten_choice_banner_new (HEARTEN_RECORD (entry)));
  g_signal_connect_object (hearten_context_get_gate (self->context), "notify::allows-contact",
                           G_CALLBACK (show_tip), self, G_CONNECT_SWAPPED);
}

/* Public */

AdwNavigationPage *
hearten_editor_page_new (HeartenContext *context, HeartenEntry *entry, const char *prompt)
{
  HeartenEditorPage *self = g_object_new (HEARTEN_TYPE_EDITOR_PAGE, "context", context, NULL);

  set_entry (self, entry);
  show_prompt (self, prompt);
  return ADW_NAVIGATION_PAGE (self);
}

HeartenEntry *
hearten_editor_page_get_entry (HeartenEditorPage *self)
{
  g_return_val_if_fail (HEARTEN_IS_EDITOR_PAGE (self), NULL);

  return self->entry;
}

void
hearten_editor_page_commit (HeartenEditorPage *self)
{
  g_return_if_fail (HEARTEN_IS_EDITOR_PAGE (self));

  if (self->title_changed || self->body_changed)
    push_changes (self);
}
