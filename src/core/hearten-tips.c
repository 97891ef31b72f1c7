/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-tips.h"

#include "hearten-tip-loader.h"

struct _HeartenTips
{
  GObject parent_instance;

  GPtrArray *tips;
};

/* The list */

static GType
hearten_tips_get_item_type (GListModel *model)
{
  return HEARTEN_TYPE_TIP;
}

static guint
hearten_tips_get_n_items (GListModel *model)
{
  return HEARTEN_TIPS (model)->tips->len;
}

static gpointer
hearten_tips_get_item (GListModel *model, guint position)
{
  HeartenTips *self = HEARTEN_TIPS (model);

  return position < self->tips->len ? g_object_ref (g_ptr_array_index (self->tips, position)) : NULL;
}

static void
hearten_tips_list_init (GListModelInterface *iface)
{
  iface->get_item_type = hearten_tips_get_item_type;
  iface->get_n_items = hearten_tips_get_n_items;
  iface->get_item = hearten_tips_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (HeartenTips,
                               hearten_tips,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, hearten_tips_list_init))

static void
hearten_tips_finalize (GObject *object)
{
  HeartenTips *self = HEARTEN_TIPS (object);

  g_clear_pointer (&self->tips, g_ptr_array_unref);
  G_OBJECT_CLASS (hearten_tips_parent_class)->finalize (object);
}

static void
hearten_tips_class_init (HeartenTipsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hearten_tips_finalize;
}

static void
hearten_tips_init (HeartenTips *self)
{
  self->tips = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Reading */

static HeartenTip *
load (const char *folder, const char *file, GError **error)
{
  g_autofree char *path = g_build_path ("/", folder, file, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return bytes != NULL ? hearten_tip_load (file, bytes, error) : NULL;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  HeartenTip *tip = *(HeartenTip *const *) a;
  HeartenTip *other = *(HeartenTip *const *) b;
  int stages = (int) hearten_tip_get_stage (tip) - (int) hearten_tip_get_stage (other);

  return stages != 0 ? stages : g_strcmp0 (hearten_tip_get_id (tip), hearten_tip_get_id (other));
}

static void
load_all (HeartenTips *self, const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) files = g_resources_enumerate_children (folder, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  if (files == NULL)
    g_warning ("There are no tips: %s", error->message);

  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    {
      g_autoptr (GError) tip_error = NULL;
      HeartenTip *tip = load (folder, files[i], &tip_error);

      if (tip != NULL)
        g_ptr_array_add (self->tips, tip);
      else
        g_warning ("A tip is left out: %s", tip_error->message);
    }
  g_ptr_array_sort (self->tips, compare);
}

/* Public */

HeartenTips *
hearten_tips_new (const char *path)
{
  HeartenTips *self = g_object_new (HEARTEN_TYPE_TIPS, NULL);

  g_return_val_if_fail (path != NULL, self);

  load_all (self, path);
  return self;
}

HeartenTip *
hearten_tips_find (HeartenTips *self, const char *id)
{
  g_return_val_if_fail (HEARTEN_IS_TIPS (self), NULL);

  for (guint i = 0; i < self->tips->len; i++)
    {
      HeartenTip *tip = g_ptr_array_index (self->tips, i);

      if (g_strcmp0 (hearten_tip_get_id (tip), id) == 0)
        return tip;
    }
  return NULL;
}

HeartenTip *
hearten_tips_find_before (HeartenTips *self, const HeartenTipNode *activity, HeartenContact contact)
{
  const char *id = activity != NULL ? hearten_tip_node_get_attribute (activity, "before") : NULL;

  g_return_val_if_fail (HEARTEN_IS_TIPS (self), NULL);

  if (id == NULL || contact == HEARTEN_CONTACT_NO || contact == HEARTEN_CONTACT_UNSAFE)
    return NULL;
  return hearten_tips_find (self, id);
}

const HeartenTipNode *
hearten_tips_find_activity (HeartenTips *self, const char *kind, const char **tip)
{
  g_return_val_if_fail (HEARTEN_IS_TIPS (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr (HeartenTip) found = g_list_model_get_item (G_LIST_MODEL (self), i);
      HeartenTipFace *face = hearten_tip_get_own_face (found);

      for (guint j = 0; j < hearten_tip_face_get_n_activities (face); j++)
        {
          const HeartenTipNode *node = hearten_tip_face_get_activity (face, j);

          if (g_strcmp0 (hearten_tip_node_get_attribute (node, "kind"), kind) != 0)
            continue;
          if (tip != NULL)
            *tip = hearten_tip_get_id (found);
          return node;
        }
    }
  return NULL;
}
