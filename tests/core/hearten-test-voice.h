/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What no text of Hearten may say. Fails the test and names @id where @text (which may be NULL) does. */
void hearten_test_check_voice (const char *id, const char *text);

/* Whether @text suggests contact with the other person, or waiting for them. */
gboolean hearten_test_suggests_contact (const char *text);

G_END_DECLS
