/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-today-memories.h"

#include <glib/gi18n.h>

#include "hearten-day.h"
#include "hearten-list.h"
#include "hearten-memories.h"
#include "hearten-moment.h"
#include "hearten-tip-uses.h"

#define MOST 3

struct _HeartenTodayMemories
{
  HeartenTodayCard parent_instance;

  AdwPreferencesGroup *group;
  GPtrArray *rows; /* the group owns them */
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

static void
add_row (HeartenTodayMemories *self, GtkWidget *row)
{
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

/* What is kept on the lists of the tips */
static void
add_items (HeartenTodayMemories *self, HeartenContext *context, const GDate *today)
{
  g_autoptr (GArray) found = hearten_tip_uses_find_memories (
      hearten_context_get_tips (context), hearten_context_get_items (context),
      hearten_gate_get_allows_contact (hearten_context_get_gate (context)), today);

  for (guint i = 0; i < MIN (found->len, MOST); i++)
    add_row (self, new_item_row (&g_array_index (found, HeartenDatedItem, i), today));
}

static void
clear_rows (HeartenTodayMemories *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

/* The pages arrive in parts; looked through once, when all are there. */
static void
hearten_today_memories_refresh (HeartenTodayCard *card, HeartenContext *context)
{
  HeartenTodayMemories *self = HEARTEN_TODAY_MEMORIES (card);
  GDate today = hearten_day_today (hearten_context_get_clock (context));
  g_autoptr (GPtrArray) found = NULL;

  clear_rows (self);
  if (hearten_context_get_state (context) == HEARTEN_CONTEXT_READY)
    found = hearten_memories_on_day (G_LIST_MODEL (hearten_context_get_journal (context)), &today);
  for (guint i = 0; found != NULL && i < MIN (found->len, MOST); i++)
    add_row (self, new_row (g_ptr_array_index (found, i), &today));
  if (found != NULL)
    add_items (self, context, &today);
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}

static void
hearten_today_memories_attach (HeartenTodayCard *card, HeartenContext *context)
{
  hearten_today_card_follow_records (card, hearten_context_get_journal (context));
  hearten_today_card_follow_records (card, hearten_context_get_items (context));
  hearten_today_card_follow (card, hearten_context_get_gate (context), "notify::allows-contact");
}

static void
hearten_today_memories_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL); /* or the template and the bin would both take it out */

  G_OBJECT_CLASS (hearten_today_memories_parent_class)->dispose (object);
}

static void
hearten_today_memories_finalize (GObject *object)
{
  g_ptr_array_unref (HEARTEN_TODAY_MEMORIES (object)->rows);

  G_OBJECT_CLASS (hearten_today_memories_parent_class)->finalize (object);
}

static void
hearten_today_memories_class_init (HeartenTodayMemoriesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  HeartenTodayCardClass *card_class = HEARTEN_TODAY_CARD_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_today_memories_dispose;
  G_OBJECT_CLASS (klass)->finalize = hearten_today_memories_finalize;
  card_class->attach = hearten_today_memories_attach;
  card_class->refresh = hearten_today_memories_refresh;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-today-memories.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenTodayMemories, group);
}

static void
hearten_today_memories_init (HeartenTodayMemories *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
