/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-context.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_VERSIONS_DIALOG (hearten_versions_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HeartenVersionsDialog, hearten_versions_dialog, HEARTEN, VERSIONS_DIALOG, AdwDialog)

/**
 * HeartenVersionsDialog::restored:
 * @before: a copy of the page as it was until now
 *
 * The page has the content of an earlier version.
 */

/**
 * hearten_versions_dialog_new:
 * @entry: from the journal
 *
 * Returns: (transfer floating): the earlier versions of a page, what differs, and a way back to each
 */
AdwDialog *hearten_versions_dialog_new (HeartenContext *context, HeartenEntry *entry);

G_END_DECLS
