/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-insights-practices.h"

#include <glib/gi18n.h>

#include "hearten-bars.h"
#include "hearten-checkin-trend.h"
#include "hearten-day-words.h"
#include "hearten-day.h"
#include "hearten-list.h"
#include "hearten-paragraph.h"
#include "hearten-rhythm-row.h"
#include "hearten-timer.h"
#include "hearten-tip-uses.h"

#define WEEK 7
#define MOST 3

struct _HeartenInsightsPractices
{
  AdwBin parent_instance;

  /* For one refresh */
  HeartenContext *context;
  GDate today;
  guint n_weeks;
  GtkBox *box;
  GtkListBox *later; /* what has not begun */
};

G_DEFINE_FINAL_TYPE (HeartenInsightsPractices, hearten_insights_practices, ADW_TYPE_BIN)

static gboolean
allows_contact (HeartenInsightsPractices *self)
{
  return hearten_gate_get_allows_contact (hearten_context_get_gate (self->context));
}

static GArray *
find_uses (HeartenInsightsPractices *self, const char *kind, const char *use)
{
  return hearten_tip_uses_find (hearten_context_get_tips (self->context), allows_contact (self), kind, use);
}

/* Parts */

static GtkWidget *
add_section (HeartenInsightsPractices *self, const char *title)
{
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "wrap", TRUE,
                                     "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (section), heading);
  gtk_box_append (self->box, section);
  return section;
}

static GtkWidget *
new_tip_row (const char *title, const char *subtitle, HeartenTip *tip)
{
  return hearten_list_new_way (title, subtitle, "win.show-tip", hearten_tip_get_id (tip));
}

/* An empty state is one line that leads to where it begins. */
static void
add_later (HeartenInsightsPractices *self, GArray *uses, const char *what)
{
  for (guint i = 0; i < uses->len; i++)
    {
      HeartenTipUse *use = &g_array_index (uses, HeartenTipUse, i);

      gtk_list_box_append (self->later, new_tip_row (hearten_tip_face_get_title (use->face), what, use->tip));
    }
}

/* Intentions */

static GPtrArray *
dup_intentions (HeartenInsightsPractices *self, GArray *uses)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < uses->len; i++)
    for (gboolean archived = FALSE; archived <= TRUE; archived++)
      {
        HeartenTipUse *use = &g_array_index (uses, HeartenTipUse, i);
        g_autoptr (GPtrArray) list = hearten_intentions_dup_list (
            hearten_context_get_intentions (self->context), hearten_tip_get_id (use->tip),
            hearten_tip_face_get_nick (use->face), archived);

        g_ptr_array_extend (all, list, (GCopyFunc) g_object_ref, NULL);
      }
  return all;
}

static GArray *
count_weeks (HeartenInsightsPractices *self, GPtrArray *intentions, guint *sum)
{
  GArray *weeks = g_array_new (FALSE, TRUE, sizeof (guint));

  g_array_set_size (weeks, self->n_weeks);
  *sum = 0;
  for (guint week = 0; week < self->n_weeks; week++)
    {
      GDate last = self->today, first;

      if (week > 0)
        g_date_subtract_days (&last, week * WEEK);
      first = last;
      g_date_subtract_days (&first, WEEK - 1);
      for (guint i = 0; i < intentions->len; i++)
        g_array_index (weeks, guint, self->n_weeks - 1 - week) += hearten_intention_count_kept (
            g_ptr_array_index (intentions, i), &first, &last);
      *sum += g_array_index (weeks, guint, self->n_weeks - 1 - week);
    }
  return weeks;
}

static GtkWidget *
new_bars (GArray *weeks)
{
  GtkWidget *card = adw_bin_new ();
  GtkWidget *bars = g_object_new (HEARTEN_TYPE_BARS, "margin-start", 18, "margin-end", 18, "margin-top", 18,
                                  "margin-bottom", 18, NULL);
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *description = NULL;

  for (guint i = 0; i < weeks->len; i++)
    g_string_append_printf (list, "%s%u", i > 0 ? ", " : "", g_array_index (weeks, guint, i));
  /* Translators: what the bars show; %s is such as "1, 0, 3". */
  description = g_strdup_printf (_ ("Days ticked in each week, earliest first: %s"), list->str);
  hearten_bars_set_counts (HEARTEN_BARS (bars), weeks, _ ("Your intentions, week by week"), description);
  gtk_widget_add_css_class (card, "card");
  adw_bin_set_child (ADW_BIN (card), bars);
  return card;
}

static gboolean
add_intentions (HeartenInsightsPractices *self)
{
  g_autoptr (GArray) uses = find_uses (self, "rhythm", NULL), weeks = NULL;
  g_autoptr (GPtrArray) intentions = dup_intentions (self, uses);
  GtkWidget *section, *list;
  g_autofree char *words = NULL;
  guint sum;

  if (intentions->len == 0)
    {
      add_later (self, uses, _ ("Here you will see how often your intentions fitted."));
      return FALSE;
    }
  section = add_section (self, _ ("Intentions, Week by Week"));
  weeks = count_weeks (self, intentions, &sum);
  words = sum > 0 ? g_strdup_printf (ngettext ("You kept an intention %u time in this time.",
                                               "You kept an intention %u times in this time.", sum),
                                     sum)
                  : g_strdup (_ ("No day ticked in this time. They wait for a week that fits."));
  gtk_box_append (GTK_BOX (section), new_bars (weeks));
  gtk_box_append (GTK_BOX (section), hearten_paragraph_new (words, NULL));
  list = hearten_list_new ();
  for (guint i = 0; i < intentions->len; i++)
    {
      HeartenIntention *intention = g_ptr_array_index (intentions, i);
      g_autofree char *lately = hearten_rhythm_dup_lately (intention, &self->today);
      HeartenTip *tip = hearten_tips_find (hearten_context_get_tips (self->context),
                                           hearten_intention_get_tip (intention));

      if (!hearten_intention_get_archived (intention))
        gtk_list_box_append (GTK_LIST_BOX (list),
                             new_tip_row (hearten_intention_get_text (intention), lately, tip));
    }
  gtk_widget_set_visible (list, gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0) != NULL);
  gtk_box_append (GTK_BOX (section), list);
  return TRUE;
}

/* Check-ins */

static gboolean
add_checkins (HeartenInsightsPractices *self)
{
  g_autoptr (GArray) uses = find_uses (self, "checkin", NULL);
  HeartenCheckins *checkins = hearten_context_get_checkins (self->context);
  const char *name = hearten_situations_get_name (hearten_context_get_situations (self->context));
  gboolean any = FALSE;

  for (guint i = 0; i < uses->len; i++)
    {
      HeartenTipUse *use = &g_array_index (uses, HeartenTipUse, i);
      const char *tip = hearten_tip_get_id (use->tip), *face = hearten_tip_face_get_nick (use->face);
      GtkWidget *trend;

      if (g_strcmp0 (hearten_tip_node_get_attribute (use->node, "every"), "once") == 0)
        continue;
      if (hearten_checkins_find_last (checkins, tip, face) == NULL)
        {
          gtk_list_box_append (self->later,
                               new_tip_row (hearten_tip_face_get_title (use->face),
                                            _ ("Here you will see how your answers change."), use->tip));
          continue;
        }
      trend = hearten_checkin_trend_new (checkins, tip, face, use->node, name);
      hearten_checkin_trend_refresh (HEARTEN_CHECKIN_TREND (trend));
      gtk_box_append (GTK_BOX (add_section (self, hearten_tip_face_get_title (use->face))), trend);
      any = TRUE;
    }
  return any;
}

/* Lists. What was missed is not counted anywhere. */

static guint
count_items (HeartenInsightsPractices *self, HeartenTipUse *use, gboolean only_done)
{
  guint n = 0;

  for (gboolean archived = FALSE; archived <= TRUE; archived++)
    {
      g_autoptr (GPtrArray) list = hearten_items_dup_list (hearten_context_get_items (self->context),
                                                           hearten_tip_get_id (use->tip),
                                                           hearten_tip_face_get_nick (use->face), archived);

      for (guint i = 0; i < list->len; i++)
        n += !only_done ||
             g_strcmp0 (hearten_tip_uses_find_meaning (use->node, g_ptr_array_index (list, i)), "done") == 0;
    }
  return n;
}

static char *
dup_count_words (const char *use, guint n)
{
  if (g_str_equal (use, "promises"))
    return g_strdup_printf (ngettext ("You have kept %u promise.", "You have kept %u promises.", n), n);
  if (g_str_equal (use, "hours"))
    return g_strdup_printf (ngettext ("You have spent %u planned time without a screen.",
                                      "You have spent %u planned times without a screen.", n),
                            n);
  return g_strdup_printf (ngettext ("%u small win is in the jar.", "%u small wins are in the jar.", n), n);
}

/* The timer's times of the same tip say it as well. */
static gboolean
has_begun (HeartenInsightsPractices *self, HeartenTipUse *use)
{
  return hearten_sittings_count (hearten_context_get_sittings (self->context), hearten_tip_get_id (use->tip),
                                 NULL) > 0;
}

static void
add_kept (HeartenInsightsPractices *self, GtkWidget **list, const char *words, HeartenTipUse *use)
{
  if (*list == NULL)
    {
      *list = hearten_list_new ();
      gtk_box_append (GTK_BOX (add_section (self, _ ("What You Keep"))), *list);
    }
  gtk_list_box_append (GTK_LIST_BOX (*list),
                       new_tip_row (words, hearten_tip_face_get_title (use->face), use->tip));
}

static void
add_sittings (HeartenInsightsPractices *self, GtkWidget **list)
{
  g_autoptr (GArray) uses = find_uses (self, "timer", NULL);

  for (guint i = 0; i < uses->len; i++)
    {
      HeartenTipUse *use = &g_array_index (uses, HeartenTipUse, i);
      guint minutes, n = hearten_sittings_count (hearten_context_get_sittings (self->context),
                                                 hearten_tip_get_id (use->tip), &minutes);
      g_autofree char *words = hearten_timer_dup_sum (n, minutes);

      if (n > 0)
        add_kept (self, list, words, use);
    }
}

static gboolean
add_counts (HeartenInsightsPractices *self)
{
  static const struct
  {
    const char *use;
    gboolean only_done;
    const char *later;
  } counts[] = {
    { "promises", TRUE, N_ ("Here you will see the promises you kept.") },
    { "jar", FALSE, N_ ("Here you will see how the jar fills.") },
    { "hours", TRUE, N_ ("Here you will see the quiet times you had.") },
  };
  GtkWidget *list = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (GArray) uses = find_uses (self, "collection", counts[i].use);

      for (guint j = 0; j < uses->len; j++)
        {
          HeartenTipUse *use = &g_array_index (uses, HeartenTipUse, j);
          guint n = count_items (self, use, counts[i].only_done);
          g_autofree char *words = dup_count_words (counts[i].use, n);

          if (n > 0)
            add_kept (self, &list, words, use);
          else if (!has_begun (self, use))
            gtk_list_box_append (self->later, new_tip_row (hearten_tip_face_get_title (use->face),
                                                           _ (counts[i].later), use->tip));
        }
    }
  add_sittings (self, &list);
  return list != NULL;
}

static gboolean
add_timeline (HeartenInsightsPractices *self)
{
  g_autoptr (GArray) timeline = hearten_tip_uses_find_timeline (hearten_context_get_tips (self->context),
                                                                hearten_context_get_items (self->context),
                                                                allows_contact (self));
  g_autoptr (GArray) uses = find_uses (self, "collection", "timeline");
  GtkWidget *list;

  if (timeline->len == 0)
    {
      add_later (self, uses, _ ("Here you will see how far things have come."));
      return FALSE;
    }
  list = hearten_list_new ();
  gtk_box_append (GTK_BOX (add_section (self, _ ("How Far Things Have Come"))), list);
  for (guint i = 0; i < MIN (timeline->len, MOST); i++)
    {
      HeartenDatedItem *dated = &g_array_index (timeline, HeartenDatedItem, i);
      g_autofree char *when = hearten_day_words_dup (&dated->day, &self->today);

      gtk_list_box_append (GTK_LIST_BOX (list),
                           new_tip_row (hearten_item_get_text (dated->item), when, dated->use.tip));
    }
  return TRUE;
}

/* GObject */

static void
hearten_insights_practices_class_init (HeartenInsightsPracticesClass *klass)
{
}

static void
hearten_insights_practices_init (HeartenInsightsPractices *self)
{
}

/* Public */

gboolean
hearten_insights_practices_refresh (HeartenInsightsPractices *self, HeartenContext *context, guint n_weeks)
{
  GtkWidget *later;
  gboolean any;

  g_return_val_if_fail (HEARTEN_IS_INSIGHTS_PRACTICES (self), FALSE);

  self->context = context;
  self->today = hearten_day_today (hearten_context_get_clock (context));
  self->n_weeks = n_weeks;
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 30));
  later = hearten_list_new ();
  self->later = GTK_LIST_BOX (later);
  g_object_ref_sink (later);
  any = add_intentions (self);
  any = add_checkins (self) || any;
  any = add_counts (self) || any;
  any = add_timeline (self) || any;
  if (gtk_list_box_get_row_at_index (self->later, 0) != NULL)
    gtk_box_append (GTK_BOX (add_section (self, _ ("Not Begun Yet"))), later);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  g_object_unref (later);
  self->context = NULL;
  return any;
}
