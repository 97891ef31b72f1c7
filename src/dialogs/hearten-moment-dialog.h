/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-context.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_MOMENT_DIALOG (hearten_moment_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HeartenMomentDialog, hearten_moment_dialog, HEARTEN, MOMENT_DIALOG, AdwDialog)

/**
 * hearten_moment_dialog_new:
 * @key: an occurrence of a reminder, as in [method@Occurrence.dup_key]
 *
 * Says what a reminder has to say, which its notification may have kept to itself, and takes Done or Later.
 *
 * Returns: (transfer floating) (nullable): a dialog; %NULL where the reminder is not there any more
 */
AdwDialog *hearten_moment_dialog_new (HeartenContext *context, const char *key);

G_END_DECLS
