/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-tip-grammar.h"

/* These tables are data/tips/README.md. Keep the two the same. */

#define MANY HEARTEN_TIP_MANY
#define ATTRIBUTES(...) ((const HeartenTipAttributeRule[]) { __VA_ARGS__, { 0 } })
#define PARTS(...) ((const HeartenTipPart[]) { __VA_ARGS__, { 0 } })
#define NO_ATTRIBUTES ((const HeartenTipAttributeRule[]) { { 0 } })
/* clang-format off */
#define ID { "id", HEARTEN_TIP_VALUE_ID }
#define NUMBER(name, lowest, highest) { name, HEARTEN_TIP_VALUE_NUMBER, FALSE, NULL, lowest, highest }
#define OPTIONAL_NUMBER(name, lowest, highest) { name, HEARTEN_TIP_VALUE_NUMBER, TRUE, NULL, lowest, highest }
#define WORD(name, words) { name, HEARTEN_TIP_VALUE_WORD, FALSE, words }
#define OPTIONAL_WORD(name, words) { name, HEARTEN_TIP_VALUE_WORD, TRUE, words }
#define INVITE { "invite", words, 1, 1 }, { "begin", words, 1, 1 }
#define CLOSING { "closing", words, 1, 1 }
/* clang-format on */

static const HeartenTipRule words[] = { { NULL, NO_ATTRIBUTES }, { 0 } };
static const HeartenTipRule words_with_id[] = { { NULL, ATTRIBUTES (ID) }, { 0 } };
static const HeartenTipRule minutes[] = { { NULL, ATTRIBUTES (NUMBER ("minutes", 1, 600)) }, { 0 } };
static const HeartenTipRule days[] = { { NULL, ATTRIBUTES (NUMBER ("days", 0, 3650)) }, { 0 } };

static const HeartenTipRule outcome[] = {
  { NULL, ATTRIBUTES (ID,
                      { "prompt", HEARTEN_TIP_VALUE_ID, TRUE },
                      { "is", HEARTEN_TIP_VALUE_ID, TRUE },
                      OPTIONAL_NUMBER ("below", 1, 5),
                      OPTIONAL_NUMBER ("above", 1, 5),
                      OPTIONAL_WORD ("needs", "contact matter"),
                      { "leads", HEARTEN_TIP_VALUE_ID, TRUE }) },
  { 0 },
};

static const HeartenTipRule prompt[] = {
  { NULL, ATTRIBUTES (ID),
    PARTS ({ "ask", words, 1, 1 },
           { "hint", words, 0, 1 },
           { "low", words, 0, 1 },
           { "high", words, 0, 1 },
           { "choice", words_with_id, 0, MANY }),
    hearten_tip_check_prompt },
  { 0 },
};

static const HeartenTipRule flag[] = {
  { NULL, NO_ATTRIBUTES, PARTS ({ "phrase", words, 1, 1 }, { "because", words, 1, 1 }) },
  { 0 },
};

static const HeartenTipRule column_choice[] = {
  { NULL,
    ATTRIBUTES (ID, OPTIONAL_WORD ("mark", "yes"), OPTIONAL_WORD ("every", "week month weekday year")) },
  { 0 }
};
static const HeartenTipRule state[] = {
  { NULL, ATTRIBUTES (ID, OPTIONAL_WORD ("means", "planned done missed away again")) },
  { 0 },
};

#define COLUMN_ATTRIBUTES ATTRIBUTES (ID, WORD ("type", "text date choice"))
static const HeartenTipRule column[] = {
  { "type=choice", COLUMN_ATTRIBUTES,
    PARTS ({ "label", words, 1, 1 }, { "choice", column_choice, 2, MANY }) },
  { NULL, COLUMN_ATTRIBUTES, PARTS ({ "label", words, 1, 1 }) },
  { 0 },
};

#define KIND WORD ("kind", "worksheet letter checkin collection rhythm cards timer space directory")
static const HeartenTipRule activity[] = {
  { "kind=worksheet", ATTRIBUTES (KIND, OPTIONAL_NUMBER ("minutes", 1, 600)),
    PARTS (INVITE, { "prompt", prompt, 3, 8 }, CLOSING), hearten_tip_check_activity },
  { "kind=letter",
    ATTRIBUTES (KIND,
                { "before", HEARTEN_TIP_VALUE_ID, TRUE },
                { "rest", HEARTEN_TIP_VALUE_WORD, TRUE, "24 72" }),
    PARTS (INVITE, { "prompt", prompt, 2, 6 }, { "flag", flag, 0, MANY }, CLOSING),
    hearten_tip_check_activity },
  { "kind=checkin", ATTRIBUTES (KIND, WORD ("every", "day week once")),
    PARTS (INVITE, { "prompt", prompt, 1, 10 }, { "outcome", outcome, 2, MANY }),
    hearten_tip_check_activity },
  { "kind=collection",
    ATTRIBUTES (KIND, OPTIONAL_WORD ("use", "jar plans memories boundaries promises hours timeline")),
    PARTS (INVITE,
           { "placeholder", words, 1, 1 },
           { "column", column, 1, 5 },
           { "state", state, 0, 5 },
           { "example", words, 2, 4 }),
    hearten_tip_check_activity },
  { "kind=rhythm", ATTRIBUTES (KIND),
    PARTS (INVITE, { "placeholder", words, 1, 1 }, { "example", words, 4, 8 }), hearten_tip_check_activity },
  { "kind=cards", ATTRIBUTES (KIND), PARTS (INVITE, { "card", words_with_id, 12, 40 }),
    hearten_tip_check_activity },
  { "writes=yes", ATTRIBUTES (WORD ("kind", "timer"), WORD ("writes", "yes")),
    PARTS (INVITE, { "length", minutes, 2, 5 }, { "prompt", prompt, 1, 1 }, CLOSING),
    hearten_tip_check_activity },
  { "kind=timer", ATTRIBUTES (KIND),
    PARTS (INVITE, { "length", minutes, 2, 5 }, { "line", words, 2, 8 }, CLOSING),
    hearten_tip_check_activity },
  { "kind=space", ATTRIBUTES (KIND, { "before", HEARTEN_TIP_VALUE_ID, TRUE }),
    PARTS (INVITE,
           { "length", days, 4, 6 },
           { "trigger", words_with_id, 6, 10 },
           { "plan", words, 4, 8 },
           { "line", words, 4, 8 },
           CLOSING),
    hearten_tip_check_activity },
  { NULL, ATTRIBUTES (KIND), PARTS (INVITE, CLOSING), hearten_tip_check_activity },
  { 0 },
};

static const HeartenTipRule text[] = { { NULL, NO_ATTRIBUTES, PARTS ({ "p", words, 2, MANY }) }, { 0 } };
static const HeartenTipRule steps[] = { { NULL, NO_ATTRIBUTES, PARTS ({ "step", words, 3, 5 }) }, { 0 } };
static const HeartenTipRule practice[] = { { NULL, NO_ATTRIBUTES, PARTS ({ "activity", activity, 1, 2 }),
                                             hearten_tip_check_practice },
                                           { 0 } };

#define FOR ATTRIBUTES (WORD ("for", "both together own"))
#define BEGINNING { "title", words, 1, 1 }, { "summary", words, 1, 1 }
#define REST                                                                                                 \
  { "text", text, 1, 1 }, { "steps", steps, 1, 1 }, { "caution", words, 0, 1 }, { "practice", practice, 1, 1 }
static const HeartenTipRule face[] = {
  { "for=own", FOR, PARTS (BEGINNING, { "why", words, 1, 1 }, REST) },
  { NULL, FOR, PARTS (BEGINNING, REST) },
  { 0 },
};

const HeartenTipRule hearten_tip_grammar = {
  NULL,
  ATTRIBUTES (ID, WORD ("stage", "look-inward give-room reach-out rebuild grow")),
  PARTS ({ "face", face, 1, 2 }),
  hearten_tip_check_root,
};
