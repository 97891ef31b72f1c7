/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-context.h"

G_BEGIN_DECLS

/**
 * HeartenPlaceChosen:
 * @folder: the full path of the folder that was chosen
 */
typedef void (*HeartenPlaceChosen) (GtkWidget *parent, const char *folder);

/**
 * hearten_place_choose_folder:
 * @title: what the folder is for
 * @chosen: called with @parent where the user chose one
 *
 * Asks for a folder.
 */
void hearten_place_choose_folder (GtkWidget *parent, const char *title, HeartenPlaceChosen chosen);

/**
 * hearten_place_open_another:
 * @move: (nullable): what to do where the folder is empty and the user wants to move there
 *
 * Asks for a folder with a journal and goes on with that one; what speaks against it is said in a dialog.
 */
void hearten_place_open_another (GtkWidget *parent, HeartenContext *context, HeartenPlaceChosen move);

/**
 * hearten_place_show:
 *
 * Shows the folder of the journal in the desktop's file manager.
 */
void hearten_place_show (GtkWidget *parent, HeartenContext *context);

/**
 * hearten_place_say:
 *
 * Says one thing in a dialog of its own.
 */
void hearten_place_say (GtkWidget *parent, const char *heading, const char *sentence);

G_END_DECLS
