/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-gate.h"

/* The rule */

gboolean
hearten_gate_allows_contact (HeartenContact contact, gboolean space_active, gboolean space_ended)
{
  switch (contact)
    {
    case HEARTEN_CONTACT_OPEN:
      return TRUE;
    case HEARTEN_CONTACT_UNSET:
    case HEARTEN_CONTACT_UNSURE:
    case HEARTEN_CONTACT_SPACE:
      return space_ended && !space_active;
    case HEARTEN_CONTACT_NO:
    case HEARTEN_CONTACT_UNSAFE:
    default:
      return FALSE;
    }
}

HeartenTipFace *
hearten_gate_face (HeartenTip *tip, gboolean allows_contact)
{
  g_return_val_if_fail (HEARTEN_IS_TIP (tip), NULL);

  return allows_contact ? hearten_tip_get_together_face (tip) : hearten_tip_get_own_face (tip);
}

/* The rule's answer for this user */

struct _HeartenGate
{
  GObject parent_instance;

  HeartenSituations *situations;
  HeartenSpaces *spaces;
  gboolean allows_contact;
};

G_DEFINE_FINAL_TYPE (HeartenGate, hearten_gate, G_TYPE_OBJECT)

enum { PROP_0, PROP_ALLOWS_CONTACT, N_PROPS };

static GParamSpec *props[N_PROPS];

/* A period that was over before the user said how things are now is no answer to it. */
static gboolean
has_waited (HeartenGate *self)
{
  HeartenSituation *current = hearten_situations_get_current (self->situations);
  GDate since;
  gboolean known = current != NULL && hearten_situation_get_since (current, &since);

  return hearten_spaces_has_ended_since (self->spaces, known ? &since : NULL);
}

static void
update (HeartenGate *self)
{
  gboolean allows = hearten_gate_allows_contact (hearten_situations_get_contact (self->situations),
                                                 hearten_spaces_get_active (self->spaces) != NULL,
                                                 has_waited (self));

  if (self->allows_contact == allows)
    return;
  self->allows_contact = allows;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ALLOWS_CONTACT]);
}

static void
hearten_gate_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ALLOWS_CONTACT:
      g_value_set_boolean (value, HEARTEN_GATE (object)->allows_contact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hearten_gate_dispose (GObject *object)
{
  HeartenGate *self = HEARTEN_GATE (object);

  g_clear_object (&self->situations);
  g_clear_object (&self->spaces);
  G_OBJECT_CLASS (hearten_gate_parent_class)->dispose (object);
}

static void
hearten_gate_class_init (HeartenGateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = hearten_gate_get_property;
  object_class->dispose = hearten_gate_dispose;

  props[PROP_ALLOWS_CONTACT] = g_param_spec_boolean ("allows-contact", NULL, NULL, FALSE,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
hearten_gate_init (HeartenGate *self)
{
}

/* Public */

HeartenGate *
hearten_gate_new (HeartenSituations *situations, HeartenSpaces *spaces)
{
  HeartenGate *self;

  g_return_val_if_fail (HEARTEN_IS_SITUATIONS (situations), NULL);
  g_return_val_if_fail (HEARTEN_IS_SPACES (spaces), NULL);

  self = g_object_new (HEARTEN_TYPE_GATE, NULL);
  self->situations = g_object_ref (situations);
  self->spaces = g_object_ref (spaces);
  g_signal_connect_object (situations, "notify::contact", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (spaces, "notify::active", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return self;
}

gboolean
hearten_gate_get_allows_contact (HeartenGate *self)
{
  g_return_val_if_fail (HEARTEN_IS_GATE (self), FALSE);

  return self->allows_contact;
}

gboolean
hearten_gate_may_show (HeartenGate *self, const char *face)
{
  g_return_val_if_fail (HEARTEN_IS_GATE (self), FALSE);

  return self->allows_contact || g_strcmp0 (face, "together") != 0;
}
