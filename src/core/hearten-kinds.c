/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-kinds.h"

#include "hearten-entry.h"
#include "hearten-practice.h"
#include "hearten-reminder.h"
#include "hearten-sitting.h"
#include "hearten-situation.h"
#include "hearten-space-period.h"
#include "hearten-urge.h"
#include "hearten-weather.h"

const GType *
hearten_kinds (guint *n_kinds)
{
  static GType kinds[8];

  kinds[0] = HEARTEN_TYPE_ENTRY;
  kinds[1] = HEARTEN_TYPE_WEATHER;
  kinds[2] = HEARTEN_TYPE_PRACTICE;
  kinds[3] = HEARTEN_TYPE_SPACE_PERIOD;
  kinds[4] = HEARTEN_TYPE_REMINDER;
  kinds[5] = HEARTEN_TYPE_SITUATION;
  kinds[6] = HEARTEN_TYPE_URGE;
  kinds[7] = HEARTEN_TYPE_SITTING;
  *n_kinds = G_N_ELEMENTS (kinds);
  return kinds;
}
