/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-context.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_COLLECTION_DIALOG (hearten_collection_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HeartenCollectionDialog,
                      hearten_collection_dialog,
                      HEARTEN,
                      COLLECTION_DIALOG,
                      AdwDialog)

/**
 * hearten_collection_dialog_new:
 * @activity: the `<activity>` whose list it is on
 * @title: what a new item is called there
 *
 * Returns: (transfer none): a dialog for everything that can be said of one item. What is changed is kept at
 *   once.
 */
AdwDialog *hearten_collection_dialog_new (HeartenContext *context,
                                          HeartenItem *item,
                                          const HeartenTipNode *activity,
                                          const char *title);

G_END_DECLS
