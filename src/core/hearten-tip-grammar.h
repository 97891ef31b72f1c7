/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-tip-node-private.h"

G_BEGIN_DECLS

#define HEARTEN_TIP_MANY G_MAXUINT

typedef struct _HeartenTipRule HeartenTipRule;
typedef gboolean (*HeartenTipRuleCheck) (const HeartenTipNode *node, const char *file, GError **error);

typedef enum {
  HEARTEN_TIP_VALUE_ID,     /* lower-case words joined by '-' */
  HEARTEN_TIP_VALUE_NUMBER, /* lowest … highest */
  HEARTEN_TIP_VALUE_WORD,   /* one of the words */
  HEARTEN_TIP_VALUE_WORDS,  /* one or more of the words, separated by one space */
} HeartenTipValueType;

typedef struct
{
  const char *name;
  HeartenTipValueType type;
  gboolean optional;
  const char *words; /* separated by one space */
  int lowest;
  int highest;
} HeartenTipAttributeRule;

typedef struct
{
  const char *name;
  const HeartenTipRule *variants; /* what it may be; ends with one that has no attributes */
  guint min;
  guint max;
} HeartenTipPart;

struct _HeartenTipRule
{
  const char *when; /* "attribute=value" that chooses this variant; NULL: always */
  const HeartenTipAttributeRule *attributes;
  const HeartenTipPart *parts; /* in this order; NULL: words */
  HeartenTipRuleCheck check;
};

/* What the outermost element, <tip>, must be. */
extern const HeartenTipRule hearten_tip_grammar;

/* Whether @tip is what data/tips/README.md allows, in every element; @file is for the message and the id. */
gboolean hearten_tip_check (const HeartenTipNode *tip, const char *file, GError **error);

/* The same for another kind of file, whose outermost element is <@name> and must be as @rule says. */
gboolean hearten_tip_check_as (const HeartenTipNode *root,
                               const char *name,
                               const HeartenTipRule *rule,
                               const char *file,
                               GError **error);

/* The conditions that one element alone cannot tell; called for each element once its own rule holds. */
gboolean hearten_tip_check_root (const HeartenTipNode *tip, const char *file, GError **error);
gboolean hearten_tip_check_prompt (const HeartenTipNode *prompt, const char *file, GError **error);
gboolean hearten_tip_check_practice (const HeartenTipNode *practice, const char *file, GError **error);
gboolean hearten_tip_check_activity (const HeartenTipNode *activity, const char *file, GError **error);

G_END_DECLS
