/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-reminder-deck.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hearten-tip-grammar.h"
#include "hearten-tip-parser.h"

/* A notification shows about that much. */
#define MOST_CHARACTERS 100

struct _HeartenReminderDeck
{
  HeartenTipNode *root;
};

/* What data/decks/README.md allows */

static gboolean check_line (const HeartenTipNode *line, const char *file, GError **error);
static gboolean check_deck (const HeartenTipNode *deck, const char *file, GError **error);

static const HeartenTipAttributeRule line_attributes[] = {
  { "id", HEARTEN_TIP_VALUE_ID },
  { "situation", HEARTEN_TIP_VALUE_WORDS, TRUE, "open unsure space no unsafe" },
  { "hope", HEARTEN_TIP_VALUE_WORDS, TRUE, "way-back move-on not-sure" },
  { 0 },
};
static const HeartenTipAttributeRule deck_attributes[] = { { "id", HEARTEN_TIP_VALUE_ID }, { 0 } };
static const HeartenTipRule line[] = { { NULL, line_attributes, NULL, check_line }, { 0 } };
static const HeartenTipPart deck_parts[] = { { "line", line, 1, HEARTEN_TIP_MANY }, { 0 } };
static const HeartenTipRule deck_rule = { NULL, deck_attributes, deck_parts, check_deck };

static gboolean
check_line (const HeartenTipNode *node, const char *file, GError **error)
{
  glong length = g_utf8_strlen (node->text, -1);

  return length <= MOST_CHARACTERS ||
         hearten_tip_fail (error, file, node->line, "<line> has %ld characters, more than %d", length,
                           MOST_CHARACTERS);
}

static gboolean
check_deck (const HeartenTipNode *deck, const char *file, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *name = g_strconcat (hearten_tip_node_get_id (deck), ".xml", NULL);

  if (!g_str_equal (name, file))
    return hearten_tip_fail (error, file, deck->line, "the deck’s id is “%s”",
                             hearten_tip_node_get_id (deck));

  for (guint i = 0; i < hearten_tip_node_get_n_children (deck); i++)
    {
      const HeartenTipNode *child = hearten_tip_node_get_child (deck, i);

      if (!g_hash_table_add (ids, (gpointer) hearten_tip_node_get_id (child)))
        return hearten_tip_fail (error, file, child->line, "the id “%s” is there twice",
                                 hearten_tip_node_get_id (child));
    }
  return TRUE;
}

/* The context is the one data/its/hearten-tip.its gives xgettext. */
static void
translate (HeartenTipNode *deck)
{
  g_autofree char *context = g_strconcat ("deck/", hearten_tip_node_get_id (deck), NULL);

  for (guint i = 0; i < hearten_tip_node_get_n_children (deck); i++)
    {
      HeartenTipNode *node = g_ptr_array_index (deck->children, i);
      const char *translated = g_dpgettext2 (GETTEXT_PACKAGE, context, node->text);

      if (translated != node->text)
        g_set_str (&node->text, translated);
    }
}

/* What suits */

static gboolean
names (const HeartenTipNode *node, const char *attribute, GType type, int answer)
{
  const char *list = hearten_tip_node_get_attribute (node, attribute);
  g_autoptr (GEnumClass) klass = NULL;
  g_auto (GStrv) words = NULL;

  if (list == NULL)
    return TRUE;
  klass = g_type_class_ref (type);
  words = g_strsplit (list, " ", -1);
  return g_strv_contains ((const char *const *) words, g_enum_get_value (klass, answer)->value_nick);
}

/* Public */

HeartenReminderDeck *
hearten_reminder_deck_load (const char *file, GBytes *bytes, GError **error)
{
  g_autoptr (HeartenTipNode) root = NULL;
  HeartenReminderDeck *self;

  g_return_val_if_fail (file != NULL && bytes != NULL, NULL);

  root = hearten_tip_parse (file, bytes, error);
  if (root == NULL || !hearten_tip_check_as (root, "deck", &deck_rule, file, error))
    return NULL;

  translate (root);
  self = g_new0 (HeartenReminderDeck, 1);
  self->root = g_steal_pointer (&root);
  return self;
}

HeartenReminderDeck *
hearten_reminder_deck_open (const char *id, GError **error)
{
  g_autofree char *file = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (id != NULL, NULL);

  file = g_strconcat (id, ".xml", NULL);
  path = g_strconcat (HEARTEN_DECKS_PATH "/", file, NULL);
  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  return bytes != NULL ? hearten_reminder_deck_load (file, bytes, error) : NULL;
}

void
hearten_reminder_deck_free (HeartenReminderDeck *self)
{
  hearten_tip_node_free (self->root);
  g_free (self);
}

const char *
hearten_reminder_deck_get_id (HeartenReminderDeck *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return hearten_tip_node_get_id (self->root);
}

guint
hearten_reminder_deck_get_length (HeartenReminderDeck *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return hearten_tip_node_get_n_children (self->root);
}

const char **
hearten_reminder_deck_dup_texts (HeartenReminderDeck *self, HeartenContact contact, HeartenHope hope)
{
  GPtrArray *texts = g_ptr_array_new_null_terminated (64, NULL, TRUE);

  g_return_val_if_fail (self != NULL, (const char **) g_ptr_array_free (texts, FALSE));

  for (guint i = 0; i < hearten_tip_node_get_n_children (self->root); i++)
    {
      const HeartenTipNode *node = hearten_tip_node_get_child (self->root, i);

      if (names (node, "situation", HEARTEN_TYPE_CONTACT, contact) &&
          names (node, "hope", HEARTEN_TYPE_HOPE, hope))
        g_ptr_array_add (texts, (gpointer) hearten_tip_node_get_text (node));
    }
  return (const char **) g_ptr_array_free (texts, FALSE);
}
