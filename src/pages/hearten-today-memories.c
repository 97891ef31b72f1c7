/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-today-memories.h"

#include <glib/gi18n.h>

#include "hearten-day.h"
#include "hearten-list.h"
#include "hearten-memories.h"
#include "hearten-moment.h"
#include "hearten-rows.h"
#include "hearten-tip-uses.h"

#define MOST 3

struct _HeartenTodayMemories
{
  HeartenTodayCard parent_instance;

  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (HeartenTodayMemories, hearten_today_memories, HEARTEN_TYPE_TODAY_CARD)

static GtkWidget *
new_row (HeartenEntry *entry, const GDate *today)
{
  GtkWidget *row;
  g_autoptr (GDateTime) created = hearten_record_dup_created (HEARTEN_RECORD (entry));
  g_autofree char *heading = hearten_entry_dup_heading (entry), *ago = NULL;
  GDate day = hearten_day_of (created);

  ago = hearten_moment_dup_past_day (&day, today);
  row = hearten_list_new_way (*heading != '\0' ? heading : _ ("A page without words"), ago, "win.open-entry",
                              hearten_record_get_id (HEARTEN_RECORD (entry)));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  return row;
}

static GtkWidget *
new_item_row (HeartenDatedItem *memory, const GDate *today)
{
  g_autofree char *ago = hearten_moment_dup_past_day (&memory->day, today);

  return hearten_list_new_way (hearten_item_get_text (memory->item), ago, "win.show-tip",
                               hearten_tip_get_id (memory->use.tip));
}

/* What is kept on the lists of the tips */
static void
add_items (HeartenTodayMemories *self, HeartenContext *context, const GDate *today)
{
  g_autoptr (GArray) found = hearten_tip_uses_find_memories (
      hearten_context_get_tips (context), hearten_context_get_items (context),
      hearten_gate_get_allows_contact (hearten_context_get_gate (context)), today);

  for (guint i = 0; i < MIN (found->len, MOST); i++)
    hearten_rows_add (self->group, new_item_row (&g_array_index (found, HeartenDatedItem, i), today));
}

/* The pages arrive in parts; looked through once, when all are there. */
static void
hearten_today_memories_refresh (HeartenTodayCard *card, HeartenContext *context)
{
  HeartenTodayMemories *self = HEARTEN_TODAY_MEMORIES (card);
  GDate today = hearten_day_today (hearten_context_get_clock (context));
  g_autoptr (GPtrArray) found = NULL;

  hearten_rows_clear (self->group);
  if (hearten_context_get_state (context) == HEARTEN_CONTEXT_READY)
    found = hearten_memories_on_day (G_LIST_MODEL (hearten_context_get_journal (context)),
                                     hearten_context_get_gate (context), &today);
  for (guint i = 0; found != NULL && i < MIN (found->len, MOST); i++)
    hearten_rows_add (self->group, new_row (g_ptr_array_index (found, i), &today));
  if (found != NULL)
    add_items (self, context, &today);
  gtk_widget_set_visible (GTK_WIDGET (self), hearten_rows_get (self->group)->len > 0);
}

static void
hearten_today_memories_attach (HeartenTodayCard *card, HeartenContext *context)
{
  hearten_today_card_follow_records (card, hearten_context_get_journal (context));
  hearten_today_card_follow_records (card, hearten_context_get_items (context));
  hearten_today_card_follow (card, hearten_context_get_gate (context), "notify::allows-contact");
}

static void
hearten_today_memories_class_init (HeartenTodayMemoriesClass *klass)
{
  HeartenTodayCardClass *card_class = HEARTEN_TODAY_CARD_CLASS (klass);

  card_class->attach = hearten_today_memories_attach;
  card_class->refresh = hearten_today_memories_refresh;
}

static void
hearten_today_memories_init (HeartenTodayMemories *self)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _ ("On This Day"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}
