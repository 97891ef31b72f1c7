/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-today-open.h"

#include <glib/gi18n.h>

#include "hearten-list.h"
#include "hearten-rows.h"
#include "hearten-tip-uses.h"

#define MOST 4
#define FAR_ENOUGH 200 /* Who left a page half done that long ago knows why. */

struct _HeartenTodayOpen
{
  HeartenTodayCard parent_instance;

  AdwPreferencesGroup *group;
  GHashTable *tips; /* those that have a row */
};

G_DEFINE_FINAL_TYPE (HeartenTodayOpen, hearten_today_open, HEARTEN_TYPE_TODAY_CARD)

/* Rows */

static void
add_row (HeartenTodayOpen *self,
         const char *title,
         const char *subtitle,
         const char *action,
         const char *target)
{
  if (hearten_rows_get (self->group)->len < MOST)
    hearten_rows_add (self->group, hearten_list_new_way (title, subtitle, action, target));
}

/* One row a tip, and none for a face that is not shown now. */
static void
add_tip (HeartenTodayOpen *self,
         HeartenContext *context,
         const char *id,
         const char *face,
         const char *subtitle)
{
  HeartenTip *tip = id != NULL ? hearten_tips_find (hearten_context_get_tips (context), id) : NULL;
  HeartenTipFace *shown = tip != NULL ? hearten_context_get_face (context, tip) : NULL;

  if (tip == NULL || (face != NULL && !g_str_equal (hearten_tip_face_get_nick (shown), face)) ||
      !g_hash_table_add (self->tips, g_strdup (id)))
    return;
  add_row (self, hearten_tip_face_get_title (shown), subtitle, "win.show-tip", id);
}

/* What waits */

static void
add_urge (HeartenTodayOpen *self, HeartenContext *context)
{
  HeartenSpacePeriod *period = hearten_spaces_get_active (hearten_context_get_spaces (context));
  g_autoptr (HeartenUrge) urge = hearten_urges_dup_open (hearten_context_get_urges (context), period);

  if (urge != NULL)
    add_row (self, _ ("What came of your last urge?"), NULL, "win.finish-urge",
             hearten_record_get_id (HEARTEN_RECORD (urge)));
}

static void
add_sittings (HeartenTodayOpen *self, HeartenContext *context)
{
  GListModel *sittings = G_LIST_MODEL (hearten_context_get_sittings (context));
  gint64 now = hearten_clock_get_now (hearten_context_get_clock (context));

  for (guint i = 0; i < MIN (g_list_model_get_n_items (sittings), FAR_ENOUGH); i++)
    {
      g_autoptr (HeartenSitting) sitting = g_list_model_get_item (sittings, i);

      if (hearten_sitting_is_running (sitting))
        add_tip (self, context, hearten_sitting_get_tip (sitting), NULL,
                 hearten_sitting_get_end (sitting) > now ? _ ("Your quiet time is running")
                                                         : _ ("Your quiet time is over"));
    }
}

static void
add_letters (HeartenTodayOpen *self, HeartenContext *context)
{
  HeartenLetters *letters = hearten_context_get_letters (context);
  gint64 now = hearten_clock_get_now (hearten_context_get_clock (context));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (letters)); i++)
    {
      g_autoptr (HeartenLetter) letter = g_list_model_get_item (G_LIST_MODEL (letters), i);
      HeartenLetterState state = hearten_letter_get_state (letter, now);

      if (!hearten_letters_may_show (letters, letter))
        continue;
      if (state == HEARTEN_LETTER_STATE_BACK)
        add_tip (self, context, hearten_letter_get_tip (letter), hearten_letter_get_face (letter),
                 _ ("A letter has rested and is back"));
      else if (state == HEARTEN_LETTER_STATE_DRAFT && !hearten_letter_is_blank (letter))
        add_tip (self, context, hearten_letter_get_tip (letter), hearten_letter_get_face (letter),
                 _ ("A letter you began"));
    }
}

static void
add_sheets (HeartenTodayOpen *self, HeartenContext *context)
{
  GListModel *journal = G_LIST_MODEL (hearten_context_get_journal (context));

  for (guint i = 0; i < MIN (g_list_model_get_n_items (journal), FAR_ENOUGH); i++)
    {
      g_autoptr (HeartenEntry) entry = g_list_model_get_item (journal, i);

      if (hearten_entry_is_sheet_open (entry))
        add_tip (self, context, hearten_entry_get_tip (entry),
                 hearten_sheet_get_face (hearten_entry_get_sheet (entry)),
                 _ ("Questions you began to answer"));
    }
}

static void
add_checkins (HeartenTodayOpen *self, HeartenContext *context)
{
  gboolean allows_contact = hearten_gate_get_allows_contact (hearten_context_get_gate (context));
  g_autoptr (GArray)
      uses = hearten_tip_uses_find (hearten_context_get_tips (context), allows_contact, "checkin", NULL);

  for (guint i = 0; i < uses->len; i++)
    {
      HeartenTipUse *use = &g_array_index (uses, HeartenTipUse, i);
      const char *tip = hearten_tip_get_id (use->tip), *face = hearten_tip_face_get_nick (use->face);

      if (hearten_checkins_find_half_done (hearten_context_get_checkins (context), tip, face,
                                           hearten_tip_node_get_attribute (use->node, "every")) != NULL)
        add_tip (self, context, tip, face, _ ("Questions you began to answer"));
    }
}

static void
hearten_today_open_refresh (HeartenTodayCard *card, HeartenContext *context)
{
  HeartenTodayOpen *self = HEARTEN_TODAY_OPEN (card);

  hearten_rows_clear (self->group);
  g_hash_table_remove_all (self->tips);
  if (hearten_context_get_state (context) == HEARTEN_CONTEXT_READY)
    {
      add_urge (self, context);
      add_sittings (self, context);
      add_letters (self, context);
      add_sheets (self, context);
      add_checkins (self, context);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), hearten_rows_get (self->group)->len > 0);
}

static void
hearten_today_open_attach (HeartenTodayCard *card, HeartenContext *context)
{
  hearten_today_card_follow_records (card, hearten_context_get_checkins (context));
  hearten_today_card_follow_records (card, hearten_context_get_journal (context));
  hearten_today_card_follow_records (card, hearten_context_get_letters (context));
  hearten_today_card_follow_records (card, hearten_context_get_sittings (context));
  hearten_today_card_follow_records (card, hearten_context_get_urges (context));
  hearten_today_card_follow (card, hearten_context_get_gate (context), "notify::allows-contact");
}

static void
hearten_today_open_finalize (GObject *object)
{
  g_hash_table_unref (HEARTEN_TODAY_OPEN (object)->tips);

  G_OBJECT_CLASS (hearten_today_open_parent_class)->finalize (object);
}

static void
hearten_today_open_class_init (HeartenTodayOpenClass *klass)
{
  HeartenTodayCardClass *card_class = HEARTEN_TODAY_CARD_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hearten_today_open_finalize;
  card_class->attach = hearten_today_open_attach;
  card_class->refresh = hearten_today_open_refresh;
}

static void
hearten_today_open_init (HeartenTodayOpen *self)
{
  self->tips = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _ ("Pick Up Where You Left"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}
