/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-space-form.h"

#include <glib/gi18n.h>

#include "hearten-day-choice.h"
#include "hearten-day.h"
#include "hearten-space-period.h"

#define DRAFT "space-reason"

struct _HeartenSpaceForm
{
  AdwBin parent_instance;

  HeartenClock *clock;
  HeartenDrafts *drafts;
  GtkToggleButton *week;
  GtkToggleButton *two_weeks;
  GtkToggleButton *three_weeks;
  GtkToggleButton *month;
  GtkToggleButton *until;
  GtkToggleButton *open_end;
  GtkCalendar *calendar;
  GtkLabel *summary;
  GtkEntry *reason;
};

G_DEFINE_FINAL_TYPE (HeartenSpaceForm, hearten_space_form, ADW_TYPE_BIN)

/* How many days there are through the day that is chosen; less than 1 where that is over. */
static int
count_until (HeartenSpaceForm *self)
{
  GDate today = hearten_day_today (self->clock), last;

  hearten_day_choice_get (self->calendar, &last);
  return g_date_days_between (&today, &last) + 1;
}

static char *
dup_last_day (HeartenSpaceForm *self, guint days)
{
  g_autoptr (GDateTime) now = hearten_clock_dup_local (self->clock);
  g_autoptr (GDateTime) last = g_date_time_add_days (now, (int) days - 1);

  /* Translators: the last day, as g_date_time_format() takes it: %A is the weekday, %e the day, %B the month.
   */
  return g_date_time_format (last, _ ("Through %A, %-e %B %Y"));
}

static void
update (HeartenSpaceForm *self)
{
  g_autofree char *text = NULL;
  guint days = hearten_space_form_get_days (self);

  if (self->clock == NULL)
    return;

  if (gtk_toggle_button_get_active (self->until) && count_until (self) < 1)
    text = g_strdup (_ ("That day is over. It will count as today."));
  else if (days == 0)
    text = g_strdup (_ ("It lasts until you say so."));
  else
    text = dup_last_day (self, days);
  gtk_label_set_label (self->summary, text);
}

/* The reason outlives the form: Escape, a crash or the other form that asks for it costs no word. */

static void
on_reason_changed_cb (HeartenSpaceForm *self)
{
  hearten_drafts_set (self->drafts, DRAFT, gtk_editable_get_text (GTK_EDITABLE (self->reason)));
}

static void
show_draft (HeartenSpaceForm *self)
{
  const char *draft = hearten_drafts_get (self->drafts, DRAFT);

  if (draft != NULL && *gtk_editable_get_text (GTK_EDITABLE (self->reason)) == '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->reason), draft);
}

static void
on_length_toggled_cb (HeartenSpaceForm *self)
{
  update (self);
}

static void
hearten_space_form_dispose (GObject *object)
{
  g_clear_object (&HEARTEN_SPACE_FORM (object)->clock);
  g_clear_object (&HEARTEN_SPACE_FORM (object)->drafts);
  gtk_widget_dispose_template (GTK_WIDGET (object), HEARTEN_TYPE_SPACE_FORM);

  G_OBJECT_CLASS (hearten_space_form_parent_class)->dispose (object);
}

static void
hearten_space_form_class_init (HeartenSpaceFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_space_form_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-space-form.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenSpaceForm, week);
  gtk_widget_class_bind_template_child (widget_class, HeartenSpaceForm, two_weeks);
  gtk_widget_class_bind_template_child (widget_class, HeartenSpaceForm, three_weeks);
  gtk_widget_class_bind_template_child (widget_class, HeartenSpaceForm, month);
  gtk_widget_class_bind_template_child (widget_class, HeartenSpaceForm, until);
  gtk_widget_class_bind_template_child (widget_class, HeartenSpaceForm, open_end);
  gtk_widget_class_bind_template_child (widget_class, HeartenSpaceForm, calendar);
  gtk_widget_class_bind_template_child (widget_class, HeartenSpaceForm, summary);
  gtk_widget_class_bind_template_child (widget_class, HeartenSpaceForm, reason);
  gtk_widget_class_bind_template_callback (widget_class, on_length_toggled_cb);
}

static void
hearten_space_form_init (HeartenSpaceForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hearten_day_choice_follow (self->calendar, (HeartenDayChosen) on_length_toggled_cb, self);
}

/* Public */

void
hearten_space_form_set_up (HeartenSpaceForm *self, HeartenClock *clock, HeartenDrafts *drafts)
{
  g_return_if_fail (HEARTEN_IS_SPACE_FORM (self) && self->clock == NULL);
  g_return_if_fail (HEARTEN_IS_CLOCK (clock) && HEARTEN_IS_DRAFTS (drafts));

  self->clock = g_object_ref (clock);
  hearten_space_form_reset (self);
  self->drafts = g_object_ref (drafts);
  show_draft (self);
  g_signal_connect_object (self->reason, "changed", G_CALLBACK (on_reason_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (drafts, "loaded", G_CALLBACK (show_draft), self, G_CONNECT_SWAPPED);
}

guint
hearten_space_form_get_days (HeartenSpaceForm *self)
{
  g_return_val_if_fail (HEARTEN_IS_SPACE_FORM (self), 0);

  if (gtk_toggle_button_get_active (self->week))
    return 7;
  if (gtk_toggle_button_get_active (self->two_weeks))
    return 14;
  if (gtk_toggle_button_get_active (self->three_weeks))
    return 21;
  if (gtk_toggle_button_get_active (self->month))
    return 30;
  if (gtk_toggle_button_get_active (self->until) && self->clock != NULL)
    return (guint) CLAMP (count_until (self), 1, HEARTEN_SPACE_MAX_DAYS);
  return 0;
}

const char *
hearten_space_form_get_reason (HeartenSpaceForm *self)
{
  g_return_val_if_fail (HEARTEN_IS_SPACE_FORM (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->reason));
}

void
hearten_space_form_reset (HeartenSpaceForm *self)
{
  g_return_if_fail (HEARTEN_IS_SPACE_FORM (self));

  gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
  gtk_toggle_button_set_active (self->month, TRUE);
  if (self->clock != NULL)
    {
      GDate soon = hearten_day_today (self->clock);

      g_date_add_days (&soon, 29);
      hearten_day_choice_select (self->calendar, &soon, NULL);
    }
  update (self);
}
