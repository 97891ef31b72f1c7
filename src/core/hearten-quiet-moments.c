/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-quiet-moments.h"

#define DAY_MINUTES (24 * 60)

/* FNV-1a and SplitMix64: written out here because what they give is a promise about the user's day, and GLib
 * makes none about its own hashes and numbers. */

guint64
hearten_quiet_moments_seed (const char *id)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  g_return_val_if_fail (id != NULL, 0);

  for (const char *c = id; *c != '\0'; c++)
    hash = (hash ^ (guchar) *c) * G_GUINT64_CONSTANT (0x100000001b3);
  return hash;
}

guint64
hearten_quiet_moments_draw (guint64 *state)
{
  guint64 z = *state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

static void
insert (int *minutes, int length, int minute)
{
  for (; length > 0 && minutes[length - 1] > minute; length--)
    minutes[length] = minutes[length - 1];
  minutes[length] = minute;
}

void
hearten_quiet_moments_choose (guint64 seed, guint32 julian, int start, int end, int count, int *minutes)
{
  guint64 state = seed ^ ((guint64) julian * G_GUINT64_CONSTANT (0xd1342543de82ef95));
  int window = end - start;
  int apart, room;

  g_return_if_fail (count > 0 && window > 0 && minutes != NULL);

  /* Chance places them in what is left of the window when the distances are taken out of it: those between
   * them, and where the window is nearly the whole day, the one to tomorrow's first. */
  apart = window / (2 * count);
  room = window - (count - 1) * apart - MAX (0, apart - (DAY_MINUTES - window));

  for (int i = 0; i < count; i++)
    insert (minutes, i, (int) (hearten_quiet_moments_draw (&state) % (guint64) (room + 1)));
  for (int i = 0; i < count; i++)
    minutes[i] += start + i * apart;
}
