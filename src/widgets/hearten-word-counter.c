/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-word-counter.h"

/* About a millisecond of work. */
#define PIECE 65536

struct _HeartenWordCounter
{
  GObject parent_instance;

  char *text;
  const char *at;
  gboolean in_word;
  guint found;
  guint idle;
  guint words;
};

G_DEFINE_FINAL_TYPE (HeartenWordCounter, hearten_word_counter, G_TYPE_OBJECT)

enum { PROP_0, PROP_WORDS, N_PROPS };
static GParamSpec *properties[N_PROPS];

static gboolean
stands_alone (gunichar c)
{
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
take (HeartenWordCounter *self, gunichar c)
{
  if (g_unichar_isspace (c))
    self->in_word = FALSE;
  else if (c >= 0x2e80 && stands_alone (c))
    {
      self->found++;
      self->in_word = FALSE;
    }
  else if (!self->in_word && g_unichar_isalnum (c))
    {
      self->found++;
      self->in_word = TRUE;
    }
}

static void
stop (HeartenWordCounter *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->text, g_free);
}

static gboolean
on_idle_cb (gpointer data)
{
  HeartenWordCounter *self = data;
  const char *end = self->at + PIECE;

  for (; *self->at != '\0' && self->at < end; self->at = g_utf8_next_char (self->at))
    take (self, g_utf8_get_char (self->at));
  if (*self->at != '\0')
    return G_SOURCE_CONTINUE;
  self->idle = 0;
  stop (self);
  if (self->words != self->found)
    {
      self->words = self->found;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORDS]);
    }
  return G_SOURCE_REMOVE;
}

/* GObject */

static void
hearten_word_counter_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_WORDS:
      g_value_set_uint (value, HEARTEN_WORD_COUNTER (object)->words);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearten_word_counter_finalize (GObject *object)
{
  stop (HEARTEN_WORD_COUNTER (object));

  G_OBJECT_CLASS (hearten_word_counter_parent_class)->finalize (object);
}

static void
hearten_word_counter_class_init (HeartenWordCounterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = hearten_word_counter_get_property;
  object_class->finalize = hearten_word_counter_finalize;

  /**
   * HeartenWordCounter:words:
   *
   * The words of the last text that was counted to its end.
   */
  properties[PROP_WORDS] = g_param_spec_uint ("words", NULL, NULL, 0, G_MAXUINT, 0,
                                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                                                  G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hearten_word_counter_init (HeartenWordCounter *self)
{
}

/* Public */

HeartenWordCounter *
hearten_word_counter_new (void)
{
  return g_object_new (HEARTEN_TYPE_WORD_COUNTER, NULL);
}

void
hearten_word_counter_count (HeartenWordCounter *self, char *text)
{
  g_return_if_fail (HEARTEN_IS_WORD_COUNTER (self) && text != NULL);

  stop (self);
  self->text = text;
  self->at = text;
  self->in_word = FALSE;
  self->found = 0;
  self->idle = g_idle_add_full (G_PRIORITY_LOW, on_idle_cb, self, NULL);
}

guint
hearten_word_counter_get_words (HeartenWordCounter *self)
{
  g_return_val_if_fail (HEARTEN_IS_WORD_COUNTER (self), 0);

  return self->words;
}
