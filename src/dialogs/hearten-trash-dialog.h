/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-context.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_TRASH_DIALOG (hearten_trash_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HeartenTrashDialog, hearten_trash_dialog, HEARTEN, TRASH_DIALOG, AdwDialog)

/**
 * hearten_trash_dialog_new:
 *
 * Returns: (transfer floating): the deleted pages of the journal, each to be restored or deleted for good
 */
AdwDialog *hearten_trash_dialog_new (HeartenContext *context);

G_END_DECLS
