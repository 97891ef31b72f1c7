/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-missing.h"

#include "hearten-id.h"
#include "hearten-record.h"

struct _HeartenMissing
{
  GObject parent_instance;

  GType type;
  char *id;
};

G_DEFINE_FINAL_TYPE (HeartenMissing, hearten_missing, G_TYPE_OBJECT)

static void
hearten_missing_finalize (GObject *object)
{
  g_free (HEARTEN_MISSING (object)->id);

  G_OBJECT_CLASS (hearten_missing_parent_class)->finalize (object);
}

static void
hearten_missing_class_init (HeartenMissingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hearten_missing_finalize;
}

static void
hearten_missing_init (HeartenMissing *self)
{
}

/* Public */

HeartenMissing *
hearten_missing_new (GType type, const char *id)
{
  HeartenMissing *self = g_object_new (HEARTEN_TYPE_MISSING, NULL);

  self->type = type;
  self->id = g_strdup (id);
  return self;
}

GType
hearten_missing_get_record_type (HeartenMissing *self)
{
  g_return_val_if_fail (HEARTEN_IS_MISSING (self), G_TYPE_INVALID);

  return self->type;
}

const char *
hearten_missing_get_id (HeartenMissing *self)
{
  g_return_val_if_fail (HEARTEN_IS_MISSING (self), NULL);

  return self->id;
}

const char *
hearten_missing_get_kind (HeartenMissing *self)
{
  g_autoptr (GTypeClass) type_class = NULL;

  g_return_val_if_fail (HEARTEN_IS_MISSING (self), NULL);

  type_class = g_type_class_ref (self->type);
  return HEARTEN_RECORD_CLASS (type_class)->kind;
}

char *
hearten_missing_dup_day (HeartenMissing *self)
{
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;

  g_return_val_if_fail (HEARTEN_IS_MISSING (self), NULL);

  utc = g_date_time_new_from_unix_utc_usec (hearten_id_get_time (self->id));
  local = g_date_time_to_local (utc);
  return g_date_time_format (local, "%F");
}
