/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-move.h"

G_BEGIN_DECLS

struct _HeartenMove
{
  char *from;
  char *to;
  char *note;
  char *state_folder;
  gboolean made;      /* the target folder was not there before */
  guint round;        /* how often it was copied */
  GHashTable *copied; /* path → Stamp of the file that was copied */
};

/* hearten-move-check.c: what speaks against it */
gboolean hearten_move_check (HeartenMove *self, GError **error);

G_END_DECLS
