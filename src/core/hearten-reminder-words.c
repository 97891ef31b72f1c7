/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-reminder-words.h"

#include <glib/gi18n-lib.h>

#include "hearten-reminder-deck.h"
#include "hearten-reminder-text.h"

struct _HeartenReminderWords
{
  GObject parent_instance;

  HeartenReminders *reminders;
  HeartenSituations *situations;
  HeartenSpaces *spaces;
  HeartenReminderDeck *decks[HEARTEN_PURPOSE_SPACE + 1]; /* by purpose; NULL where there is none */
  gboolean shown;
};

G_DEFINE_FINAL_TYPE (HeartenReminderWords, hearten_reminder_words, G_TYPE_OBJECT)

enum { PROP_0, PROP_SHOWN, N_PROPS };

static GParamSpec *properties[N_PROPS];

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* A deck, and who has which of its lines */

static HeartenReminderDeck *
get_deck (HeartenReminderWords *self, HeartenPurpose purpose)
{
  static const char *const ids[] = { NULL, "patience", "space" };
  g_autoptr (GError) error = NULL;

  if (ids[purpose] == NULL || self->decks[purpose] != NULL)
    return self->decks[purpose];

  self->decks[purpose] = hearten_reminder_deck_open (ids[purpose], &error);
  if (self->decks[purpose] == NULL)
    g_debug ("There is no deck for this purpose: %s", error->message);
  return self->decks[purpose];
}

/* Which of those with the same deck it is, by age: a new one changes as little as can be. */
static guint
count_sharers (HeartenReminderWords *self, HeartenReminder *reminder, guint *older)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->reminders));
  guint sharers = 0;

  *older = 0;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HeartenReminder) other = g_list_model_get_item (G_LIST_MODEL (self->reminders), i);

      if (hearten_reminder_get_wording (other) != HEARTEN_WORDING_DECK ||
          hearten_reminder_get_purpose (other) != hearten_reminder_get_purpose (reminder))
        continue;
      sharers++;
      if (g_strcmp0 (hearten_record_get_id (HEARTEN_RECORD (other)),
                     hearten_record_get_id (HEARTEN_RECORD (reminder))) < 0)
        (*older)++;
    }
  return MAX (sharers, 1);
}

static char **
dup_share (HeartenReminderWords *self, HeartenReminder *reminder, HeartenReminderDeck *deck)
{
  g_autofree const char **lines = hearten_reminder_deck_dup_texts (
      deck, hearten_situations_get_contact (self->situations),
      hearten_situations_get_hope (self->situations));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint length = g_strv_length ((GStrv) lines);
  guint older;
  guint sharers = count_sharers (self, reminder, &older);

  for (guint i = older; i < length; i += sharers)
    g_strv_builder_add (builder, lines[i]);
  return g_strv_builder_end (builder);
}

/* GObject */

static void
on_changed_cb (HeartenReminderWords *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
hearten_reminder_words_finalize (GObject *object)
{
  HeartenReminderWords *self = HEARTEN_REMINDER_WORDS (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->decks); i++)
    g_clear_pointer (&self->decks[i], hearten_reminder_deck_free);
  g_clear_object (&self->reminders);
  g_clear_object (&self->situations);
  g_clear_object (&self->spaces);

  G_OBJECT_CLASS (hearten_reminder_words_parent_class)->finalize (object);
}

static void
hearten_reminder_words_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SHOWN:
      g_value_set_boolean (value, HEARTEN_REMINDER_WORDS (object)->shown);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearten_reminder_words_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SHOWN:
      hearten_reminder_words_set_shown (HEARTEN_REMINDER_WORDS (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearten_reminder_words_class_init (HeartenReminderWordsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = hearten_reminder_words_finalize;
  object_class->get_property = hearten_reminder_words_get_property;
  object_class->set_property = hearten_reminder_words_set_property;

  /**
   * HeartenReminderWords:shown:
   *
   * Whether the user wants to see a reminder's words in its notification.
   */
  properties[PROP_SHOWN] = g_param_spec_boolean (
      "shown", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * HeartenReminderWords::changed:
   *
   * Some reminder says something else, or may be shown otherwise.
   */
  signals[CHANGED] = g_signal_new ("changed", HEARTEN_TYPE_REMINDER_WORDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
hearten_reminder_words_init (HeartenReminderWords *self)
{
}

/* Public */

HeartenReminderWords *
hearten_reminder_words_new (HeartenReminders *reminders, HeartenSituations *situations, HeartenSpaces *spaces)
{
  HeartenReminderWords *self;

  g_return_val_if_fail (HEARTEN_IS_REMINDERS (reminders), NULL);
  g_return_val_if_fail (HEARTEN_IS_SITUATIONS (situations), NULL);
  g_return_val_if_fail (HEARTEN_IS_SPACES (spaces), NULL);

  self = g_object_new (HEARTEN_TYPE_REMINDER_WORDS, NULL);
  self->reminders = g_object_ref (reminders);
  self->situations = g_object_ref (situations);
  self->spaces = g_object_ref (spaces);
  g_signal_connect_object (situations, "notify::contact", G_CALLBACK (on_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (situations, "notify::hope", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (spaces, "notify::active", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (spaces, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

gboolean
hearten_reminder_words_get_shown (HeartenReminderWords *self)
{
  g_return_val_if_fail (HEARTEN_IS_REMINDER_WORDS (self), FALSE);

  return self->shown;
}

void
hearten_reminder_words_set_shown (HeartenReminderWords *self, gboolean shown)
{
  g_return_if_fail (HEARTEN_IS_REMINDER_WORDS (self));

  if (self->shown == !!shown)
    return;
  self->shown = !!shown;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWN]);
  on_changed_cb (self);
}

gboolean
hearten_reminder_words_may_show (HeartenReminderWords *self)
{
  g_return_val_if_fail (HEARTEN_IS_REMINDER_WORDS (self), FALSE);

  return self->shown && hearten_situations_get_contact (self->situations) != HEARTEN_CONTACT_UNSAFE;
}

const char *
hearten_reminder_words_get_neutral (void)
{
  /* Translators: what a notification says that is not to tell what it is about */
  return _ ("A quiet moment");
}

static char **
dup_own (HeartenReminder *reminder)
{
  const char *own[] = { hearten_reminder_get_text (reminder), NULL };

  return g_strdupv ((char **) own);
}

static char **
dup_elsewhere (HeartenReminderWords *self, HeartenReminder *reminder)
{
  HeartenReminderDeck *deck = get_deck (self, hearten_reminder_get_purpose (reminder));
  HeartenSpacePeriod *period = hearten_spaces_get_active (self->spaces);

  switch (hearten_reminder_get_wording (reminder))
    {
    case HEARTEN_WORDING_DECK:
      return deck != NULL ? dup_share (self, reminder, deck) : NULL;
    case HEARTEN_WORDING_PLAN:
      return period != NULL ? g_strdupv ((char **) hearten_space_period_get_plans (period)) : NULL;
    case HEARTEN_WORDING_OWN:
    default:
      return NULL;
    }
}

char **
hearten_reminder_words_dup_texts (HeartenReminderWords *self, HeartenReminder *reminder)
{
  g_auto (GStrv) texts = NULL;

  g_return_val_if_fail (HEARTEN_IS_REMINDER_WORDS (self), NULL);
  g_return_val_if_fail (HEARTEN_IS_REMINDER (reminder), NULL);

  texts = dup_elsewhere (self, reminder);
  return texts != NULL && texts[0] != NULL ? g_steal_pointer (&texts) : dup_own (reminder);
}

char *
hearten_reminder_words_dup_text (HeartenReminderWords *self, HeartenReminder *reminder, const char *key)
{
  g_auto (GStrv) texts = hearten_reminder_words_dup_texts (self, reminder);
  g_autoptr (HeartenRule) rule = NULL;

  g_return_val_if_fail (texts != NULL && key != NULL, NULL);

  rule = hearten_rule_for (hearten_reminder_get_rule (reminder),
                           hearten_record_get_id (HEARTEN_RECORD (reminder)));
  return g_strdup (hearten_reminder_text_find (rule, key, (const char *const *) texts));
}

char *
hearten_reminder_words_dup_text_at (HeartenReminderWords *self,
                                    HeartenReminder *reminder,
                                    gint64 instant,
                                    GTimeZone *zone)
{
  g_autoptr (HeartenRule) rule = NULL;
  g_autofree char *key = NULL;
  HeartenOccurrence due;

  g_return_val_if_fail (HEARTEN_IS_REMINDER (reminder) && zone != NULL, NULL);

  rule = hearten_reminders_dup_rule (self->reminders, reminder);
  if (rule == NULL || !hearten_rule_next (rule, instant - 1, zone, &due))
    return g_strdup (hearten_reminder_get_text (reminder));
  key = hearten_occurrence_dup_key (&due, hearten_record_get_id (HEARTEN_RECORD (reminder)));
  return hearten_reminder_words_dup_text (self, reminder, key);
}
