/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-activity.h"

#include "hearten-cards.h"
#include "hearten-checkin-practice.h"
#include "hearten-collection.h"
#include "hearten-directory.h"
#include "hearten-letter-practice.h"
#include "hearten-paragraph.h"
#include "hearten-rhythm.h"
#include "hearten-space-practice.h"
#include "hearten-timer.h"
#include "hearten-worksheet.h"

#define REVEAL_MARGIN 12

typedef struct
{
  HeartenContext *context;
  HeartenTip *tip;
  HeartenTipFace *face;
  const HeartenTipNode *node; /* in the tip */
} HeartenActivityPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HeartenActivity, hearten_activity, ADW_TYPE_BIN)

#define PRIVATE(self)                                                                                        \
  ((HeartenActivityPrivate *) hearten_activity_get_instance_private (HEARTEN_ACTIVITY (self)))

enum { PROP_0, PROP_CONTEXT, PROP_TIP, PROP_FACE, PROP_NODE, N_PROPS };
static GParamSpec *properties[N_PROPS];

/* The kinds, in the order of data/tips/README.md */
static const struct
{
  const char *kind;
  GType (*get_type) (void);
} kinds[] = {
  { "worksheet", hearten_worksheet_get_type },
  { "letter", hearten_letter_practice_get_type },
  { "checkin", hearten_checkin_practice_get_type },
  { "collection", hearten_collection_get_type },
  { "rhythm", hearten_rhythm_get_type },
  { "cards", hearten_cards_get_type },
  { "timer", hearten_timer_get_type },
  { "space", hearten_space_practice_get_type },
  { "directory", hearten_directory_get_type },
};

/* GtkWidget */

static void
hearten_activity_unmap (GtkWidget *widget)
{
  hearten_activity_commit (HEARTEN_ACTIVITY (widget));

  GTK_WIDGET_CLASS (hearten_activity_parent_class)->unmap (widget);
}

/* GObject */

static void
hearten_activity_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, PRIVATE (object)->context);
      break;
    case PROP_TIP:
      g_value_set_object (value, PRIVATE (object)->tip);
      break;
    case PROP_FACE:
      g_value_set_object (value, PRIVATE (object)->face);
      break;
    case PROP_NODE:
      g_value_set_pointer (value, (gpointer) PRIVATE (object)->node);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearten_activity_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CONTEXT:
      PRIVATE (object)->context = g_value_dup_object (value);
      break;
    case PROP_TIP:
      PRIVATE (object)->tip = g_value_dup_object (value);
      break;
    case PROP_FACE:
      PRIVATE (object)->face = g_value_dup_object (value);
      break;
    case PROP_NODE:
      PRIVATE (object)->node = g_value_get_pointer (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* Not in dispose: a kind hands what is being typed to its model when it is disposed of. */
static void
hearten_activity_finalize (GObject *object)
{
  HeartenActivityPrivate *priv = PRIVATE (object);

  g_clear_object (&priv->face);
  g_clear_object (&priv->tip);
  g_clear_object (&priv->context);

  G_OBJECT_CLASS (hearten_activity_parent_class)->finalize (object);
}

static void
hearten_activity_class_init (HeartenActivityClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = hearten_activity_get_property;
  object_class->set_property = hearten_activity_set_property;
  object_class->finalize = hearten_activity_finalize;
  GTK_WIDGET_CLASS (klass)->unmap = hearten_activity_unmap;

  /**
   * HeartenActivity:context:
   *
   * Where the data is.
   */
  properties[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, HEARTEN_TYPE_CONTEXT, flags);
  /**
   * HeartenActivity:tip:
   *
   * Whose practice it is.
   */
  properties[PROP_TIP] = g_param_spec_object ("tip", NULL, NULL, HEARTEN_TYPE_TIP, flags);
  /**
   * HeartenActivity:face:
   *
   * The face of the tip that is shown.
   */
  properties[PROP_FACE] = g_param_spec_object ("face", NULL, NULL, HEARTEN_TYPE_TIP_FACE, flags);
  /**
   * HeartenActivity:node:
   *
   * The `<activity>` of the face.
   */
  properties[PROP_NODE] = g_param_spec_pointer ("node", NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hearten_activity_init (HeartenActivity *self)
{
}

/* Public */

GType
hearten_activity_get_kind_type (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].kind, kind) == 0)
      return kinds[i].get_type ();
  return G_TYPE_INVALID;
}

GtkWidget *
hearten_activity_new (HeartenContext *context,
                      HeartenTip *tip,
                      HeartenTipFace *face,
                      const HeartenTipNode *node)
{
  const char *kind = hearten_tip_node_get_attribute (node, "kind");

  /* A timer that writes is a worksheet of one question, for as long as one chooses. */
  if (hearten_tip_node_get_attribute (node, "writes") != NULL)
    kind = "worksheet";
  return g_object_new (hearten_activity_get_kind_type (kind), "context", context, "tip", tip, "face", face,
                       "node", node, NULL);
}

HeartenContext *
hearten_activity_get_context (HeartenActivity *self)
{
  g_return_val_if_fail (HEARTEN_IS_ACTIVITY (self), NULL);

  return PRIVATE (self)->context;
}

HeartenTip *
hearten_activity_get_tip (HeartenActivity *self)
{
  g_return_val_if_fail (HEARTEN_IS_ACTIVITY (self), NULL);

  return PRIVATE (self)->tip;
}

const char *
hearten_activity_get_tip_id (HeartenActivity *self)
{
  return hearten_tip_get_id (hearten_activity_get_tip (self));
}

HeartenTipFace *
hearten_activity_get_face (HeartenActivity *self)
{
  g_return_val_if_fail (HEARTEN_IS_ACTIVITY (self), NULL);

  return PRIVATE (self)->face;
}

const char *
hearten_activity_get_face_nick (HeartenActivity *self)
{
  return hearten_tip_face_get_nick (hearten_activity_get_face (self));
}

const HeartenTipNode *
hearten_activity_get_node (HeartenActivity *self)
{
  g_return_val_if_fail (HEARTEN_IS_ACTIVITY (self), NULL);

  return PRIVATE (self)->node;
}

char *
hearten_activity_fill (HeartenActivity *self, const char *text)
{
  g_return_val_if_fail (HEARTEN_IS_ACTIVITY (self), NULL);

  if (text == NULL)
    return g_strdup ("");
  return hearten_tip_fill_name (
      text, hearten_situations_get_name (hearten_context_get_situations (PRIVATE (self)->context)));
}

char *
hearten_activity_fill_child (HeartenActivity *self, const char *name)
{
  return hearten_activity_fill (self, hearten_tip_node_find_text (hearten_activity_get_node (self), name));
}

GtkWidget *
hearten_activity_new_paragraph (HeartenActivity *self, const char *name, const char *css_class)
{
  g_autofree char *text = hearten_activity_fill_child (self, name);

  return hearten_paragraph_new (text, css_class);
}

void
hearten_activity_begin (HeartenActivity *self)
{
  g_return_if_fail (HEARTEN_IS_ACTIVITY (self));

  hearten_practices_begin (hearten_context_get_practices (PRIVATE (self)->context),
                           hearten_activity_get_tip_id (self));
}

static gboolean
on_reveal_tick_cb (GtkWidget *part, GdkFrameClock *clock, gpointer user_data)
{
  guint *ticks = user_data;
  GtkWidget *viewport = gtk_widget_get_ancestor (part, GTK_TYPE_VIEWPORT);
  GtkWidget *content = viewport != NULL ? gtk_viewport_get_child (GTK_VIEWPORT (viewport)) : NULL;
  GtkAdjustment *adjustment;
  graphene_rect_t box;
  double top, bottom, page;

  /* The first comes before what was shown has its place. */
  if ((*ticks)++ == 0)
    return G_SOURCE_CONTINUE;
  if (content == NULL || !gtk_widget_get_mapped (part) || !gtk_widget_compute_bounds (part, content, &box))
    return G_SOURCE_REMOVE;
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  page = gtk_adjustment_get_page_size (adjustment);
  top = box.origin.y - REVEAL_MARGIN;
  bottom = box.origin.y + box.size.height + REVEAL_MARGIN;
  if (bottom > gtk_adjustment_get_value (adjustment) + page)
    gtk_adjustment_set_value (adjustment, MIN (top, bottom - page));
  else if (top < gtk_adjustment_get_value (adjustment))
    gtk_adjustment_set_value (adjustment, top);
  return G_SOURCE_REMOVE;
}

void
hearten_activity_reveal (HeartenActivity *self, GtkWidget *part)
{
  g_return_if_fail (HEARTEN_IS_ACTIVITY (self) && GTK_IS_WIDGET (part));

  gtk_widget_add_tick_callback (part, on_reveal_tick_cb, g_new0 (guint, 1), g_free);
}

void
hearten_activity_commit (HeartenActivity *self)
{
  g_return_if_fail (HEARTEN_IS_ACTIVITY (self));

  if (HEARTEN_ACTIVITY_GET_CLASS (self)->commit != NULL)
    HEARTEN_ACTIVITY_GET_CLASS (self)->commit (self);
}
