/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-error.h"

G_DEFINE_QUARK (hearten - error - quark, hearten_error)
