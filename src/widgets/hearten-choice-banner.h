/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-record.h"

G_BEGIN_DECLS

/**
 * hearten_choice_banner_new:
 *
 * Returns: (transfer floating): a banner that is shown while @record has two versions, with the way to the
 * choice
 */
GtkWidget *hearten_choice_banner_new (HeartenRecord *record);

G_END_DECLS
