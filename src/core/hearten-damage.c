/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-damage.h"

struct _HeartenDamage
{
  GObject parent_instance;

  char *path;
  char *reason;
};

G_DEFINE_FINAL_TYPE (HeartenDamage, hearten_damage, G_TYPE_OBJECT)

static void
hearten_damage_finalize (GObject *object)
{
  HeartenDamage *self = HEARTEN_DAMAGE (object);

  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->reason, g_free);

  G_OBJECT_CLASS (hearten_damage_parent_class)->finalize (object);
}

static void
hearten_damage_class_init (HeartenDamageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hearten_damage_finalize;
}

static void
hearten_damage_init (HeartenDamage *self)
{
}

HeartenDamage *
hearten_damage_new (const char *path, const char *reason)
{
  HeartenDamage *self = g_object_new (HEARTEN_TYPE_DAMAGE, NULL);

  self->path = g_strdup (path);
  self->reason = g_strdup (reason);
  return self;
}

const char *
hearten_damage_get_path (HeartenDamage *self)
{
  g_return_val_if_fail (HEARTEN_IS_DAMAGE (self), NULL);

  return self->path;
}

const char *
hearten_damage_get_reason (HeartenDamage *self)
{
  g_return_val_if_fail (HEARTEN_IS_DAMAGE (self), NULL);

  return self->reason;
}

gboolean
hearten_damage_is_folder (HeartenDamage *self)
{
  g_return_val_if_fail (HEARTEN_IS_DAMAGE (self), FALSE);

  return g_str_has_suffix (self->path, G_DIR_SEPARATOR_S);
}
