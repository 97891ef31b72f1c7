/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-today-page.h"

#include <glib/gi18n.h>

#include "hearten-mood-picker.h"
#include "hearten-watch.h"
#include "hearten-moment.h"
#include "hearten-today-chapter.h"
#include "hearten-today-memories.h"
#include "hearten-today-open.h"
#include "hearten-today-practices.h"
#include "hearten-today-reminder.h"
#include "hearten-today-space.h"
#include "hearten-today-steps.h"
#include "hearten-today-tip.h"

struct _HeartenTodayPage
{
  AdwNavigationPage parent_instance;

  HeartenContext *context;
  HeartenWatch *watch;

  GtkStack *stack;
  AdwStatusPage *problem;
  AdwToolbarView *toolbar_view;
  GtkLabel *greeting;
  GtkLabel *date;
  HeartenMoodPicker *weather;
  GtkWidget *write;
  GtkWidget *first;
  GtkWidget *later;
  HeartenTodayCard *chapter;
  HeartenTodayCard *steps;
  HeartenTodayCard *tip;
  HeartenTodayCard *space;
  HeartenTodayCard *open;
  HeartenTodayCard *practices;
  HeartenTodayCard *reminder;
  HeartenTodayCard *memories;
};

G_DEFINE_FINAL_TYPE (HeartenTodayPage, hearten_today_page, ADW_TYPE_NAVIGATION_PAGE)

enum { PROP_0, PROP_CONTEXT, N_PROPS };

static GParamSpec *props[N_PROPS];

/* The time of day */

static void
greet (HeartenTodayPage *self)
{
  g_autoptr (GDateTime) now = hearten_clock_dup_local (hearten_context_get_clock (self->context));
  /* Translators: today, as g_date_time_format() takes it: %A is the weekday, %e the day, %B the month. */
  g_autofree char *date = g_date_time_format (now, _ ("%A, %-e %B"));

  gtk_label_set_label (self->greeting, hearten_moment_get_greeting (now));
  gtk_label_set_label (self->date, date);
}

static void
watch_reminder (HeartenTodayPage *self)
{
  gint64 instant = 0;
  g_autoptr (HeartenReminder)
      next = hearten_reminders_dup_next (hearten_context_get_reminders (self->context), &instant);

  hearten_watch_set_instant (self->watch, next != NULL ? instant : 0);
}

/* Inner weather. The picker tells of every change, so what the record says already is not written again. */

static int
get_weather (HeartenTodayPage *self, GDateTime *now)
{
  return hearten_weathers_get_mood (hearten_context_get_weathers (self->context), now);
}

static void
show_weather (HeartenTodayPage *self)
{
  g_autoptr (GDateTime) now = hearten_clock_dup_local (hearten_context_get_clock (self->context));

  g_object_set (self->weather, "mood", get_weather (self, now), NULL);
}

static void
on_weather_notify_mood_cb (HeartenTodayPage *self)
{
  g_autoptr (GDateTime) now = NULL;
  int mood;

  if (self->context == NULL)
    return;
  now = hearten_clock_dup_local (hearten_context_get_clock (self->context));
  g_object_get (self->weather, "mood", &mood, NULL);
  if (mood != get_weather (self, now))
    hearten_weathers_set_day (hearten_context_get_weathers (self->context), now, mood);
}

static void
set_weather_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_child_focus (GTK_WIDGET (HEARTEN_TODAY_PAGE (widget)->weather), GTK_DIR_TAB_FORWARD);
}

static void
read_tip_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HeartenTodayPage *self = HEARTEN_TODAY_PAGE (widget);
  const char *id = hearten_today_tip_get_id (HEARTEN_TODAY_TIP (self->tip));

  if (id != NULL && gtk_widget_activate_action (widget, "win.show-tip", "s", id))
    hearten_today_steps_take_reading (HEARTEN_TODAY_STEPS (self->steps));
}

/* Showing */

/* A closed chapter asks nothing. */
static void
show_chapter (HeartenTodayPage *self)
{
  gboolean closed = hearten_situations_get_closed (hearten_context_get_situations (self->context), NULL);

  gtk_widget_set_visible (self->first, !closed);
  gtk_widget_set_visible (self->later, !closed);
}

static void
on_watch_turned_cb (HeartenTodayPage *self)
{
  HeartenTodayCard *cards[] = { self->chapter, self->steps,     self->tip,      self->space,
                                self->open,    self->practices, self->reminder, self->memories };

  hearten_spaces_refresh (hearten_context_get_spaces (self->context));
  greet (self);
  show_weather (self);
  watch_reminder (self);
  show_chapter (self);
  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    hearten_today_card_refresh (cards[i]);
}

static void
on_context_notify_state_cb (HeartenTodayPage *self)
{
  HeartenContextState state = hearten_context_get_state (self->context);
  const char *problem = hearten_context_get_problem (self->context);

  if (state == HEARTEN_CONTEXT_FAILED)
    {
      g_autofree char *escaped = g_markup_escape_text (problem != NULL ? problem : "", -1);

      adw_status_page_set_description (self->problem, escaped);
    }
  gtk_stack_set_visible_child_name (self->stack, state == HEARTEN_CONTEXT_FAILED ? "problem" : "day");
  gtk_widget_set_sensitive (GTK_WIDGET (self->weather), state == HEARTEN_CONTEXT_READY);
}

static void
follow (HeartenTodayPage *self, gpointer records, GCallback callback)
{
  g_signal_connect_object (records, "items-changed", callback, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (records, "changed", callback, self, G_CONNECT_SWAPPED);
}

/* GObject */

static void
hearten_today_page_constructed (GObject *object)
{
  HeartenTodayPage *self = HEARTEN_TODAY_PAGE (object);
  HeartenTodayCard *cards[] = { self->chapter, self->steps,     self->tip,      self->space,
                                self->open,    self->practices, self->reminder, self->memories };

  G_OBJECT_CLASS (hearten_today_page_parent_class)->constructed (object);

  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    hearten_today_card_set_context (cards[i], self->context);
  self->watch = hearten_watch_new (GTK_WIDGET (self), hearten_context_get_clock (self->context));
  g_signal_connect_object (self->watch, "turned", G_CALLBACK (on_watch_turned_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "notify::state", G_CALLBACK (on_context_notify_state_cb), self,
                           G_CONNECT_SWAPPED);
  follow (self, hearten_context_get_weathers (self->context), G_CALLBACK (show_weather));
  follow (self, hearten_context_get_reminders (self->context), G_CALLBACK (watch_reminder));
  follow (self, hearten_context_get_situations (self->context), G_CALLBACK (show_chapter));
  greet (self);
  show_chapter (self);
  show_weather (self);
  on_context_notify_state_cb (self);
}

static void
hearten_today_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, HEARTEN_TODAY_PAGE (object)->context);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hearten_today_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CONTEXT:
      HEARTEN_TODAY_PAGE (object)->context = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hearten_today_page_dispose (GObject *object)
{
  HeartenTodayPage *self = HEARTEN_TODAY_PAGE (object);

  g_clear_object (&self->watch);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTEN_TYPE_TODAY_PAGE);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hearten_today_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenTodayPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HeartenTodayPage, problem);
  gtk_widget_class_bind_template_child (widget_class, HeartenTodayPage, toolbar_view);
  gtk_widget_class_bind_template_child (widget_class, HeartenTodayPage, greeting);
  gtk_widget_class_bind_template_child (widget_class, HeartenTodayPage, date);
  gtk_widget_class_bind_template_child (widget_class, HeartenTodayPage, weather);
  gtk_widget_class_bind_template_child (widget_class, HeartenTodayPage, write);
  gtk_widget_class_bind_template_child (widget_class, HeartenTodayPage, first);
  gtk_widget_class_bind_template_child (widget_class, HeartenTodayPage, later);
  gtk_widget_class_bind_template_child (widget_class, HeartenTodayPage, chapter);
  gtk_widget_class_bind_template_child (widget_class, HeartenTodayPage, steps);
  gtk_widget_class_bind_template_child (widget_class, HeartenTodayPage, tip);
  gtk_widget_class_bind_template_child (widget_class, HeartenTodayPage, space);
  gtk_widget_class_bind_template_child (widget_class, HeartenTodayPage, open);
  gtk_widget_class_bind_template_child (widget_class, HeartenTodayPage, practices);
  gtk_widget_class_bind_template_child (widget_class, HeartenTodayPage, reminder);
  gtk_widget_class_bind_template_child (widget_class, HeartenTodayPage, memories);
  gtk_widget_class_bind_template_callback (widget_class, on_weather_notify_mood_cb);
}

static void
hearten_today_page_class_init (HeartenTodayPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = hearten_today_page_constructed;
  object_class->get_property = hearten_today_page_get_property;
  object_class->set_property = hearten_today_page_set_property;
  object_class->dispose = hearten_today_page_dispose;

  props[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, HEARTEN_TYPE_CONTEXT,
                                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                 G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (HEARTEN_TYPE_MOOD_PICKER);
  g_type_ensure (HEARTEN_TYPE_TODAY_CHAPTER);
  g_type_ensure (HEARTEN_TYPE_TODAY_MEMORIES);
  g_type_ensure (HEARTEN_TYPE_TODAY_OPEN);
  g_type_ensure (HEARTEN_TYPE_TODAY_PRACTICES);
  g_type_ensure (HEARTEN_TYPE_TODAY_REMINDER);
  g_type_ensure (HEARTEN_TYPE_TODAY_SPACE);
  g_type_ensure (HEARTEN_TYPE_TODAY_STEPS);
  g_type_ensure (HEARTEN_TYPE_TODAY_TIP);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "today.set-weather", NULL, set_weather_action);
  gtk_widget_class_install_action (widget_class, "today.read-tip", NULL, read_tip_action);
}

static void
hearten_today_page_init (HeartenTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public */

AdwNavigationPage *
hearten_today_page_new (HeartenContext *context)
{
  g_return_val_if_fail (HEARTEN_IS_CONTEXT (context), NULL);

  return g_object_new (HEARTEN_TYPE_TODAY_PAGE, "context", context, NULL);
}
