/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-tip-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Stages */

G_DEFINE_ENUM_TYPE (HeartenStage,
                    hearten_stage,
                    G_DEFINE_ENUM_VALUE (HEARTEN_STAGE_LOOK_INWARD, "look-inward"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_STAGE_GIVE_ROOM, "give-room"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_STAGE_REACH_OUT, "reach-out"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_STAGE_REBUILD, "rebuild"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_STAGE_GROW, "grow"))

const char *
hearten_stage_get_name (HeartenStage stage)
{
  switch (stage)
    {
    case HEARTEN_STAGE_LOOK_INWARD:
      return C_ ("stage", "Look inward");
    case HEARTEN_STAGE_GIVE_ROOM:
      return C_ ("stage", "Give room");
    case HEARTEN_STAGE_REACH_OUT:
      return C_ ("stage", "Reach out");
    case HEARTEN_STAGE_REBUILD:
      return C_ ("stage", "Rebuild");
    case HEARTEN_STAGE_GROW:
      return C_ ("stage", "Grow");
    default:
      g_return_val_if_reached (NULL);
    }
}

const char *
hearten_stage_get_nick (HeartenStage stage)
{
  GEnumClass *stages = g_type_class_get (HEARTEN_TYPE_STAGE);
  GEnumValue *value = g_enum_get_value (stages, stage);

  g_return_val_if_fail (value != NULL, NULL);

  return value->value_nick;
}

static HeartenStage
stage_from_nick (const char *nick)
{
  return g_enum_get_value_by_nick (g_type_class_get (HEARTEN_TYPE_STAGE), nick)->value;
}

/* Tips */

struct _HeartenTip
{
  GObject parent_instance;

  char *id;
  HeartenStage stage;
  HeartenTipFace *together;
  HeartenTipFace *own; /* the same object where there is only one */
};

G_DEFINE_FINAL_TYPE (HeartenTip, hearten_tip, G_TYPE_OBJECT)

enum { PROP_0, PROP_ID, PROP_STAGE, N_PROPS };

static GParamSpec *props[N_PROPS];

static void
hearten_tip_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HeartenTip *self = HEARTEN_TIP (object);

  switch (id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_STAGE:
      g_value_set_enum (value, self->stage);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hearten_tip_finalize (GObject *object)
{
  HeartenTip *self = HEARTEN_TIP (object);

  g_free (self->id);
  g_clear_object (&self->together);
  g_clear_object (&self->own);
  G_OBJECT_CLASS (hearten_tip_parent_class)->finalize (object);
}

static void
hearten_tip_class_init (HeartenTipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = hearten_tip_get_property;
  object_class->finalize = hearten_tip_finalize;

  props[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  props[PROP_STAGE] = g_param_spec_enum ("stage", NULL, NULL, HEARTEN_TYPE_STAGE, HEARTEN_STAGE_LOOK_INWARD,
                                         flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
hearten_tip_init (HeartenTip *self)
{
}

HeartenTip *
hearten_tip_new_from_node (HeartenTipNode *node)
{
  HeartenTip *self = g_object_new (HEARTEN_TYPE_TIP, NULL);
  gboolean two = hearten_tip_node_get_n_children (node) == 2;

  self->id = g_strdup (hearten_tip_node_get_id (node));
  self->stage = stage_from_nick (hearten_tip_node_get_attribute (node, "stage"));
  self->together = hearten_tip_face_new_from_node (g_ptr_array_steal_index (node->children, 0));
  self->own = two ? hearten_tip_face_new_from_node (g_ptr_array_steal_index (node->children, 0))
                  : g_object_ref (self->together);
  hearten_tip_node_free (node);
  return self;
}

const char *
hearten_tip_get_id (HeartenTip *self)
{
  g_return_val_if_fail (HEARTEN_IS_TIP (self), NULL);

  return self->id;
}

HeartenStage
hearten_tip_get_stage (HeartenTip *self)
{
  g_return_val_if_fail (HEARTEN_IS_TIP (self), HEARTEN_STAGE_LOOK_INWARD);

  return self->stage;
}

gboolean
hearten_tip_has_two_faces (HeartenTip *self)
{
  g_return_val_if_fail (HEARTEN_IS_TIP (self), FALSE);

  return self->own != self->together;
}

HeartenTipFace *
hearten_tip_get_together_face (HeartenTip *self)
{
  g_return_val_if_fail (HEARTEN_IS_TIP (self), NULL);

  return self->together;
}

HeartenTipFace *
hearten_tip_get_own_face (HeartenTip *self)
{
  g_return_val_if_fail (HEARTEN_IS_TIP (self), NULL);

  return self->own;
}

/* Texts */

/* Case, compatibility forms and the shape of apostrophes make no difference to someone who searches. */
char *
hearten_tip_fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = g_utf8_casefold (normal != NULL ? normal : "", -1);
  g_autoptr (GString) result = g_string_new_take (g_steal_pointer (&folded));

  g_string_replace (result, "’", "'", 0);
  return g_string_free_and_steal (g_steal_pointer (&result));
}

gboolean
hearten_tip_matches (HeartenTip *self, HeartenTipFace *face, const char *needle)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (HEARTEN_IS_TIP (self), FALSE);
  g_return_val_if_fail (HEARTEN_IS_TIP_FACE (face), FALSE);

  folded = hearten_tip_fold (needle != NULL ? needle : "");
  words = g_strsplit_set (folded, " \t\n", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (hearten_tip_face_get_haystack (face), words[i]) == NULL)
      return FALSE;
  return TRUE;
}

char *
hearten_tip_fill_name (const char *text, const char *name)
{
  GString *result;

  g_return_val_if_fail (text != NULL, NULL);

  result = g_string_new (text);
  if (name == NULL || *name == '\0')
    /* Translators: stands for the other person where a tip's text has {name}, as in "a letter to {name}". */
    name = C_ ("the other person", "them");
  g_string_replace (result, "{name}", name, 0);
  return g_string_free_and_steal (result);
}
