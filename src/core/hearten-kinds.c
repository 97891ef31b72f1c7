/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-kinds.h"

#include "hearten-checkin.h"
#include "hearten-deck.h"
#include "hearten-entry.h"
#include "hearten-intention.h"
#include "hearten-item.h"
#include "hearten-letter.h"
#include "hearten-practice.h"
#include "hearten-record.h"
#include "hearten-reminder.h"
#include "hearten-sitting.h"
#include "hearten-situation.h"
#include "hearten-space-period.h"
#include "hearten-urge.h"
#include "hearten-weather.h"

#define MOST 16

const GType *
hearten_kinds (guint *n_kinds)
{
  static GType kinds[MOST];
  guint n = 0;

  kinds[n++] = HEARTEN_TYPE_ENTRY;
  kinds[n++] = HEARTEN_TYPE_WEATHER;
  kinds[n++] = HEARTEN_TYPE_PRACTICE;
  kinds[n++] = HEARTEN_TYPE_SPACE_PERIOD;
  kinds[n++] = HEARTEN_TYPE_REMINDER;
  kinds[n++] = HEARTEN_TYPE_SITUATION;
  kinds[n++] = HEARTEN_TYPE_URGE;
  kinds[n++] = HEARTEN_TYPE_SITTING;
  kinds[n++] = HEARTEN_TYPE_DECK;
  kinds[n++] = HEARTEN_TYPE_LETTER;
  kinds[n++] = HEARTEN_TYPE_ITEM;
  kinds[n++] = HEARTEN_TYPE_INTENTION;
  kinds[n++] = HEARTEN_TYPE_CHECKIN;
  g_assert (n <= MOST);
  *n_kinds = n;
  return kinds;
}

GType
hearten_kind_of_folder (const char *folder)
{
  guint n_kinds;
  const GType *kinds = hearten_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (GTypeClass) type_class = g_type_class_ref (kinds[i]);

      if (g_str_equal (HEARTEN_RECORD_CLASS (type_class)->folder, folder))
        return kinds[i];
    }
  return G_TYPE_INVALID;
}
