/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-ledger-state.h"

G_DEFINE_ENUM_TYPE (HeartenLedgerState,
                    hearten_ledger_state,
                    G_DEFINE_ENUM_VALUE (HEARTEN_LEDGER_STATE_PENDING, "pending"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_LEDGER_STATE_SHOWN, "shown"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_LEDGER_STATE_DONE, "done"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_LEDGER_STATE_SNOOZED, "snoozed"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_LEDGER_STATE_MISSED, "missed"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_LEDGER_STATE_HELD, "held"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_LEDGER_STATE_SKIPPED, "skipped"))
G_DEFINE_ENUM_TYPE (HeartenLedgerWhy,
                    hearten_ledger_why,
                    G_DEFINE_ENUM_VALUE (HEARTEN_LEDGER_WHY_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_LEDGER_WHY_WINDOW, "window"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_LEDGER_WHY_TOGETHER, "together"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_LEDGER_WHY_TRY, "try"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_LEDGER_WHY_QUIET, "quiet"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_LEDGER_WHY_PAUSED, "paused"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_LEDGER_WHY_MOST, "most"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_LEDGER_WHY_ALREADY, "already"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_LEDGER_WHY_GONE, "gone"))

static const char *
get_nick (GType type, int value)
{
  return g_enum_get_value (g_type_class_get (type), value)->value_nick;
}

static GEnumValue *
find_value (GType type, const char *nick)
{
  return nick != NULL ? g_enum_get_value_by_nick (g_type_class_get (type), nick) : NULL;
}

const char *
hearten_ledger_state_get_nick (HeartenLedgerState state)
{
  return get_nick (HEARTEN_TYPE_LEDGER_STATE, (int) state);
}

gboolean
hearten_ledger_state_from_nick (const char *nick, HeartenLedgerState *state)
{
  GEnumValue *value = find_value (HEARTEN_TYPE_LEDGER_STATE, nick);

  g_return_val_if_fail (state != NULL, FALSE);

  if (value == NULL)
    return FALSE;

  *state = (HeartenLedgerState) value->value;
  return TRUE;
}

const char *
hearten_ledger_why_get_nick (HeartenLedgerWhy why)
{
  return why != HEARTEN_LEDGER_WHY_NONE ? get_nick (HEARTEN_TYPE_LEDGER_WHY, (int) why) : NULL;
}

HeartenLedgerWhy
hearten_ledger_why_from_nick (const char *nick)
{
  GEnumValue *value = find_value (HEARTEN_TYPE_LEDGER_WHY, nick);

  return value != NULL ? (HeartenLedgerWhy) value->value : HEARTEN_LEDGER_WHY_NONE;
}
