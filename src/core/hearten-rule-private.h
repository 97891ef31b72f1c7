/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-rule.h"

G_BEGIN_DECLS

#define HEARTEN_DAY_MINUTES (24 * 60)

struct _HeartenRule
{
  HeartenRuleParts parts; /* what the kind does not use is 0; times and zone are those below */
  GArray *times;          /* of int, ascending, each once */
  GArray *on;             /* of int, ascending, each once; NULL where the kind has none */
  char *anchor;
  char *zone_name;
  GTimeZone *zone; /* NULL when floating */
  guint64 seed;    /* of quiet moments */
};

/* Times of day such as "21:00", as an array of texts; out of the object and into it. */
gboolean hearten_rule_take_times (JsonObject *object, const char *member, GArray *times, GError **error);
void hearten_rule_set_times (JsonObject *object, const char *member, const int *times, gsize n_times);

G_END_DECLS
