/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-writing-view.h"

#include <adwaita.h>
#include <libspelling.h>

#define TYPING_PAUSE_MS 600
#define SCHEMES "resource:///io/github/hearten_app/Hearten/styles/"

struct _HeartenWritingView
{
  GtkSourceView parent_instance;

  char *prompt;
  gboolean composing; /* an input method shows text that is not in the buffer yet */
  gboolean typed;     /* the text changed since the cursor last moved */
  SpellingTextBufferAdapter *spelling;
  guint spelling_idle;
  guint typing_pause;
};

G_DEFINE_FINAL_TYPE (HeartenWritingView, hearten_writing_view, GTK_SOURCE_TYPE_VIEW)

static GtkTextBuffer *
get_buffer (HeartenWritingView *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

/* Style */

static GtkSourceStyleScheme *
get_scheme (gboolean dark)
{
  GtkSourceStyleSchemeManager *manager = gtk_source_style_scheme_manager_get_default ();
  const char *id = dark ? "hearten-dark" : "hearten";
  GtkSourceStyleScheme *scheme = gtk_source_style_scheme_manager_get_scheme (manager, id);

  if (scheme != NULL)
    return scheme;
  gtk_source_style_scheme_manager_append_search_path (manager, SCHEMES);
  return gtk_source_style_scheme_manager_get_scheme (manager, id);
}

static void
update_scheme (HeartenWritingView *self)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  gtk_source_buffer_set_style_scheme (GTK_SOURCE_BUFFER (get_buffer (self)), get_scheme (dark));
}

/* Spelling. A dictionary takes a moment to read, so it waits until the page is there. */

static void
on_spelling_idle_cb (gpointer data)
{
  HeartenWritingView *self = data;
  SpellingProvider *provider = spelling_provider_get_default ();
  const char *language = provider != NULL ? spelling_provider_get_default_code (provider) : NULL;
  g_autoptr (SpellingChecker) checker = NULL;

  self->spelling_idle = 0;
  if (language == NULL || !spelling_provider_supports_language (provider, language))
    return;
  checker = spelling_checker_new (provider, language);
  self->spelling = spelling_text_buffer_adapter_new (GTK_SOURCE_BUFFER (get_buffer (self)), checker);
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (self),
                                spelling_text_buffer_adapter_get_menu_model (self->spelling));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "spelling", G_ACTION_GROUP (self->spelling));
  spelling_text_buffer_adapter_set_enabled (self->spelling, TRUE);
}

static void
on_changed_cb (HeartenWritingView *self)
{
  self->typed = TRUE;
}

/* The adapter looks for corrections wherever the cursor rests a fifth of a second, which takes up to 50 ms
 * when that is in a half-written word. So it hears of the cursor only once the typing has paused behind a
 * whole word, and of corrections when a menu is asked for. */
static void
on_typing_paused_cb (gpointer data)
{
  HeartenWritingView *self = data;
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter cursor;

  self->typing_pause = 0;
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  if (!gtk_text_iter_inside_word (&cursor) && !gtk_text_iter_ends_word (&cursor))
    g_signal_emit_by_name (buffer, "cursor-moved");
}

static void
on_cursor_moved_cb (HeartenWritingView *self, GtkTextBuffer *buffer)
{
  if (!self->typed)
    return;
  self->typed = FALSE;
  g_signal_stop_emission_by_name (buffer, "cursor-moved");
  g_clear_handle_id (&self->typing_pause, g_source_remove);
  self->typing_pause = g_timeout_add_once (TYPING_PAUSE_MS, on_typing_paused_cb, self);
}

static gboolean
on_menu_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  HeartenWritingView *self = HEARTEN_WRITING_VIEW (widget);

  if (self->spelling != NULL)
    spelling_text_buffer_adapter_update_corrections (self->spelling);
  return GDK_EVENT_PROPAGATE;
}

/* The menu is about the word under the pointer. */
static void
on_secondary_pressed_cb (GtkGestureClick *click, int n_press, double x, double y, HeartenWritingView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter;
  int buffer_x, buffer_y;

  if (self->spelling == NULL)
    return;
  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x, &buffer_y);
  if (!gtk_text_buffer_get_has_selection (get_buffer (self)) &&
      gtk_text_view_get_iter_at_location (view, &iter, buffer_x, buffer_y))
    gtk_text_buffer_place_cursor (get_buffer (self), &iter);
  spelling_text_buffer_adapter_update_corrections (self->spelling);
}

static void
add_secondary_click (HeartenWritingView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_secondary_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* Prompt */

static void
on_preedit_changed_cb (HeartenWritingView *self, const char *preedit)
{
  self->composing = preedit != NULL && *preedit != '\0';
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static PangoLayout *
create_prompt_layout (HeartenWritingView *self, int *x, int *y)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->prompt);
  GdkRectangle visible;
  int width;

  gtk_text_view_get_visible_rect (view, &visible);
  width = visible.width - gtk_text_view_get_left_margin (view) - gtk_text_view_get_right_margin (view);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, gtk_text_view_get_left_margin (view),
                                         gtk_text_view_get_pixels_above_lines (view), x, y);
  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_spacing (layout, gtk_text_view_get_pixels_inside_wrap (view) * PANGO_SCALE);
  return layout;
}

static void
hearten_writing_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HeartenWritingView *self = HEARTEN_WRITING_VIEW (widget);

  GTK_WIDGET_CLASS (hearten_writing_view_parent_class)->snapshot (widget, snapshot);
  if (self->prompt != NULL && !self->composing && gtk_text_buffer_get_char_count (get_buffer (self)) == 0)
    {
      int x = 0, y = 0;
      g_autoptr (PangoLayout) layout = create_prompt_layout (self, &x, &y);
      GdkRGBA color;

      gtk_widget_get_color (widget, &color);
      color.alpha *= 0.6f;
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
      gtk_snapshot_append_layout (snapshot, layout, &color);
      gtk_snapshot_restore (snapshot);
    }
}

/* GtkSourceView moves words with Alt and an arrow, which everywhere else goes back. */
static void
hearten_writing_view_move_words (GtkSourceView *view, int step)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (view)) == GTK_TEXT_DIR_RTL;

  if ((step < 0) != rtl)
    gtk_widget_activate_action (GTK_WIDGET (view), "navigation.pop", NULL);
}

/* GObject */

static void
hearten_writing_view_constructed (GObject *object)
{
  HeartenWritingView *self = HEARTEN_WRITING_VIEW (object);
  GtkSourceLanguageManager *languages = gtk_source_language_manager_get_default ();
  GtkSourceBuffer *buffer;

  G_OBJECT_CLASS (hearten_writing_view_parent_class)->constructed (object);

  buffer = GTK_SOURCE_BUFFER (get_buffer (self));
  gtk_source_buffer_set_highlight_matching_brackets (buffer, FALSE);
  gtk_source_buffer_set_language (buffer, gtk_source_language_manager_get_language (languages, "markdown"));
  update_scheme (self);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "cursor-moved", G_CALLBACK (on_cursor_moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (update_scheme), self,
                           G_CONNECT_SWAPPED);
  self->spelling_idle = g_idle_add_full (G_PRIORITY_LOW, G_SOURCE_FUNC (on_spelling_idle_cb), self, NULL);
}

static void
hearten_writing_view_dispose (GObject *object)
{
  HeartenWritingView *self = HEARTEN_WRITING_VIEW (object);

  g_clear_handle_id (&self->spelling_idle, g_source_remove);
  g_clear_handle_id (&self->typing_pause, g_source_remove);
  g_clear_object (&self->spelling);
  g_clear_pointer (&self->prompt, g_free);

  G_OBJECT_CLASS (hearten_writing_view_parent_class)->dispose (object);
}

static void
hearten_writing_view_class_init (HeartenWritingViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = hearten_writing_view_constructed;
  object_class->dispose = hearten_writing_view_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = hearten_writing_view_snapshot;
  GTK_SOURCE_VIEW_CLASS (klass)->move_words = hearten_writing_view_move_words;
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Menu, 0, on_menu_key_cb, NULL);
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_F10, GDK_SHIFT_MASK, on_menu_key_cb, NULL);
}

static void
hearten_writing_view_init (HeartenWritingView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  gtk_widget_add_css_class (GTK_WIDGET (self), "writing");
  gtk_text_view_set_monospace (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  /* Tab goes on to the next control, as it does everywhere else. */
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_pixels_below_lines (view, 4);
  gtk_text_view_set_pixels_inside_wrap (view, 4);
  g_signal_connect (self, "preedit-changed", G_CALLBACK (on_preedit_changed_cb), NULL);
  add_secondary_click (self);
}

/* Public */

char *
hearten_writing_view_dup_text (HeartenWritingView *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (HEARTEN_IS_WRITING_VIEW (self), NULL);

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  return gtk_text_buffer_get_text (get_buffer (self), &start, &end, TRUE);
}

void
hearten_writing_view_set_text (HeartenWritingView *self, const char *text)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter start;

  g_return_if_fail (HEARTEN_IS_WRITING_VIEW (self) && text != NULL);

  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (buffer);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
}

/* How many bytes both begin with, whole characters only */
static gsize
common_prefix (const char *a, const char *b)
{
  gsize n = 0;

  while (a[n] != '\0' && a[n] == b[n])
    n++;
  while (n > 0 && ((a[n] & 0xc0) == 0x80 || (b[n] & 0xc0) == 0x80))
    n--;
  return n;
}

static gsize
common_suffix (const char *a, gsize length_a, const char *b, gsize length_b)
{
  gsize n = 0;

  while (n < length_a && n < length_b && a[length_a - n - 1] == b[length_b - n - 1])
    n++;
  while (n > 0 && (a[length_a - n] & 0xc0) == 0x80)
    n--;
  return n;
}

void
hearten_writing_view_update_text (HeartenWritingView *self, const char *text)
{
  GtkTextBuffer *buffer = get_buffer (self);
  g_autofree char *shown = NULL;
  gsize begin, length, rest, end;
  GtkTextIter from, to;

  g_return_if_fail (HEARTEN_IS_WRITING_VIEW (self) && text != NULL);

  shown = hearten_writing_view_dup_text (self);
  begin = common_prefix (shown, text);
  length = strlen (shown) - begin;
  rest = strlen (text) - begin;
  end = common_suffix (shown + begin, length, text + begin, rest);
  gtk_text_buffer_get_iter_at_offset (buffer, &from, g_utf8_strlen (shown, begin));
  gtk_text_buffer_get_iter_at_offset (buffer, &to, g_utf8_strlen (shown, begin + length - end));
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &from, &to);
  gtk_text_buffer_insert (buffer, &from, text + begin, rest - end);
  gtk_text_buffer_end_user_action (buffer);
}

void
hearten_writing_view_set_prompt (HeartenWritingView *self, const char *prompt)
{
  g_return_if_fail (HEARTEN_IS_WRITING_VIEW (self));

  if (!g_set_str (&self->prompt, prompt))
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER,
                                  prompt != NULL ? prompt : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
