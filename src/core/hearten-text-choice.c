/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-text-choice.h"

#include "hearten-quiet-moments.h"

#define GROUP (HEARTEN_TEXT_CHOICE_SLACK + 1)

/* Shuffles the numbers from 0 (Fisher and Yates). */
static void
shuffle (guint64 state, guint *numbers, guint length)
{
  for (guint i = 0; i < length; i++)
    {
      guint j = (guint) (hearten_quiet_moments_draw (&state) % (i + 1));

      numbers[i] = numbers[j];
      numbers[j] = i;
    }
}

/* A round shows every text once, in groups of four whose order stays: so the last texts of a round are not
 * the first of the next. Within a group the order is another in each round. */
guint
hearten_text_choice (guint64 seed, guint length, gint64 place)
{
  g_autofree guint *order = NULL;
  guint in_group[GROUP];
  guint64 round, at, first;

  g_return_val_if_fail (length > 0, 0);

  round = (guint64) MAX (place, 0) / length;
  at = (guint64) MAX (place, 0) % length;
  first = at - at % GROUP;

  order = g_new (guint, length);
  shuffle (seed, order, length);
  shuffle (seed ^ ((round * length + first + 1) * G_GUINT64_CONSTANT (0xd1342543de82ef95)), in_group,
           (guint) MIN (GROUP, length - first));
  return order[first + in_group[at - first]];
}
