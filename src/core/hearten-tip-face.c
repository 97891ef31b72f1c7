/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-tip-private.h"

struct _HeartenTipFace
{
  GObject parent_instance;

  HeartenTipNode *node;
  const char **paragraphs; /* in the node */
  const char **steps;
  char *haystack; /* made at the first search */
};

G_DEFINE_FINAL_TYPE (HeartenTipFace, hearten_tip_face, G_TYPE_OBJECT)

enum { PROP_0, PROP_TITLE, PROP_SUMMARY, PROP_WHY, PROP_CAUTION, N_PROPS };

static GParamSpec *props[N_PROPS];
static const char *const prop_names[N_PROPS] = { NULL, "title", "summary", "why", "caution" };

static void
hearten_tip_face_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HeartenTipFace *self = HEARTEN_TIP_FACE (object);

  if (id > PROP_0 && id < N_PROPS)
    g_value_set_string (value, hearten_tip_node_find_text (self->node, prop_names[id]));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
hearten_tip_face_finalize (GObject *object)
{
  HeartenTipFace *self = HEARTEN_TIP_FACE (object);

  g_free (self->paragraphs);
  g_free (self->steps);
  g_free (self->haystack);
  g_clear_pointer (&self->node, hearten_tip_node_free);
  G_OBJECT_CLASS (hearten_tip_face_parent_class)->finalize (object);
}

static void
hearten_tip_face_class_init (HeartenTipFaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = hearten_tip_face_get_property;
  object_class->finalize = hearten_tip_face_finalize;

  for (guint i = 1; i < N_PROPS; i++)
    props[i] = g_param_spec_string (prop_names[i], NULL, NULL, NULL,
                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
hearten_tip_face_init (HeartenTipFace *self)
{
}

HeartenTipFace *
hearten_tip_face_new_from_node (HeartenTipNode *node)
{
  HeartenTipFace *self = g_object_new (HEARTEN_TYPE_TIP_FACE, NULL);

  self->node = node;
  self->paragraphs = hearten_tip_node_dup_texts (hearten_tip_node_find (node, "text"), "p");
  self->steps = hearten_tip_node_dup_texts (hearten_tip_node_find (node, "steps"), "step");
  return self;
}

const char *
hearten_tip_face_get_nick (HeartenTipFace *self)
{
  g_return_val_if_fail (HEARTEN_IS_TIP_FACE (self), NULL);

  return hearten_tip_node_get_attribute (self->node, "for");
}

const char *
hearten_tip_face_get_title (HeartenTipFace *self)
{
  g_return_val_if_fail (HEARTEN_IS_TIP_FACE (self), NULL);

  return hearten_tip_node_find_text (self->node, "title");
}

const char *
hearten_tip_face_get_summary (HeartenTipFace *self)
{
  g_return_val_if_fail (HEARTEN_IS_TIP_FACE (self), NULL);

  return hearten_tip_node_find_text (self->node, "summary");
}

const char *
hearten_tip_face_get_why (HeartenTipFace *self)
{
  g_return_val_if_fail (HEARTEN_IS_TIP_FACE (self), NULL);

  return hearten_tip_node_find_text (self->node, "why");
}

const char *const *
hearten_tip_face_get_paragraphs (HeartenTipFace *self)
{
  g_return_val_if_fail (HEARTEN_IS_TIP_FACE (self), NULL);

  return self->paragraphs;
}

const char *const *
hearten_tip_face_get_steps (HeartenTipFace *self)
{
  g_return_val_if_fail (HEARTEN_IS_TIP_FACE (self), NULL);

  return self->steps;
}

const char *
hearten_tip_face_get_caution (HeartenTipFace *self)
{
  g_return_val_if_fail (HEARTEN_IS_TIP_FACE (self), NULL);

  return hearten_tip_node_find_text (self->node, "caution");
}

guint
hearten_tip_face_get_n_activities (HeartenTipFace *self)
{
  g_return_val_if_fail (HEARTEN_IS_TIP_FACE (self), 0);

  return hearten_tip_node_get_n_children (hearten_tip_node_find (self->node, "practice"));
}

const HeartenTipNode *
hearten_tip_face_get_activity (HeartenTipFace *self, guint index)
{
  g_return_val_if_fail (HEARTEN_IS_TIP_FACE (self), NULL);

  return hearten_tip_node_get_child (hearten_tip_node_find (self->node, "practice"), index);
}

const char *
hearten_tip_face_get_first_prompt (HeartenTipFace *self)
{
  g_return_val_if_fail (HEARTEN_IS_TIP_FACE (self), NULL);

  for (guint i = 0; i < hearten_tip_face_get_n_activities (self); i++)
    {
      const HeartenTipNode *prompt = hearten_tip_node_find (hearten_tip_face_get_activity (self, i),
                                                            "prompt");

      if (prompt != NULL)
        return hearten_tip_node_find_text (prompt, "ask");
    }
  return hearten_tip_node_find_text (hearten_tip_face_get_activity (self, 0), "invite");
}

const char *
hearten_tip_face_get_haystack (HeartenTipFace *self)
{
  if (self->haystack == NULL)
    {
      g_autofree char *paragraphs = g_strjoinv ("\n", (GStrv) self->paragraphs);
      g_autofree char *steps = g_strjoinv ("\n", (GStrv) self->steps);
      g_autofree char *all = g_strjoin ("\n", hearten_tip_face_get_title (self),
                                        hearten_tip_face_get_summary (self), paragraphs, steps, NULL);

      self->haystack = hearten_tip_fold (all);
    }
  return self->haystack;
}
