/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-context.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_CHAPTER_DIALOG (hearten_chapter_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HeartenChapterDialog, hearten_chapter_dialog, HEARTEN, CHAPTER_DIALOG, AdwDialog)

/**
 * HeartenChapterDialog:
 *
 * Closing a chapter, step by step, and opening it again. Leaving it at any step changes nothing.
 */
AdwDialog *hearten_chapter_dialog_new (HeartenContext *context);

G_END_DECLS
