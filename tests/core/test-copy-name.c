/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-copy-name.h"

#define ID "019ab1c2-0000-7000-8000-000000000000"

static const struct
{
  const char *name;
  HeartenCopyName kind;
} cases[] = {
  { ID ".json", HEARTEN_COPY_NAME_OWN },
  { "019AB1C2-0000-7000-8000-000000000000.json", HEARTEN_COPY_NAME_OTHER },
  { "letter.json", HEARTEN_COPY_NAME_OTHER },
  { ID " (1).json", HEARTEN_COPY_NAME_OTHER },
  { ID ".sync-conflict-20261123-201405-ABCDEF2.json", HEARTEN_COPY_NAME_SYNCTHING },
  { ID ".sync-conflict-20261123-201405-ABCDEF2.sync-conflict-20261124-201405-XYZXYZ7.json",
    HEARTEN_COPY_NAME_SYNCTHING },
  { ID ".sync-conflict-20261123-201405-ABCDEF.json", HEARTEN_COPY_NAME_OTHER },
  { ID ".sync-conflict-20261123-201405-ABCDEF2", HEARTEN_COPY_NAME_IGNORED },
  { ID " (conflicted copy 2026-11-23 201405).json", HEARTEN_COPY_NAME_NEXTCLOUD },
  { ID "_conflict-20261123-201405.json", HEARTEN_COPY_NAME_NEXTCLOUD },
  { ID "_conflict-someone_20261123.json", HEARTEN_COPY_NAME_OTHER },
  { ID " (laptop's conflicted copy 2026-11-23).json", HEARTEN_COPY_NAME_DROPBOX },
  { ID " (Ida’s conflicted copy 2026-11-23).json", HEARTEN_COPY_NAME_DROPBOX },
  { ".syncthing." ID ".json.tmp", HEARTEN_COPY_NAME_IGNORED },
  { ".syncthing." ID ".json", HEARTEN_COPY_NAME_IGNORED },
  { "~syncthing~" ID ".json", HEARTEN_COPY_NAME_IGNORED },
  { "." ID ".json", HEARTEN_COPY_NAME_IGNORED },
  { ID ".json.part", HEARTEN_COPY_NAME_IGNORED },
  { ID ".json~", HEARTEN_COPY_NAME_IGNORED },
  { ID ".json.0a1b2c3d~", HEARTEN_COPY_NAME_IGNORED },
  { ID ".txt", HEARTEN_COPY_NAME_IGNORED },
  { "\xff\xfe.json", HEARTEN_COPY_NAME_OTHER },
  { ".json", HEARTEN_COPY_NAME_IGNORED },
  { "", HEARTEN_COPY_NAME_IGNORED },
};

static void
test_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = g_strescape (cases[i].name, NULL);

      g_test_message ("%s", shown);
      g_assert_cmpint (hearten_copy_name_classify (cases[i].name), ==, cases[i].kind);
    }
}

static void
test_conflicts (void)
{
  g_assert_true (hearten_copy_name_is_conflict (HEARTEN_COPY_NAME_SYNCTHING));
  g_assert_true (hearten_copy_name_is_conflict (HEARTEN_COPY_NAME_NEXTCLOUD));
  g_assert_true (hearten_copy_name_is_conflict (HEARTEN_COPY_NAME_DROPBOX));
  g_assert_false (hearten_copy_name_is_conflict (HEARTEN_COPY_NAME_OTHER));
  g_assert_false (hearten_copy_name_is_conflict (HEARTEN_COPY_NAME_OWN));
  g_assert_false (hearten_copy_name_is_conflict (HEARTEN_COPY_NAME_IGNORED));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/copy-name/names", test_names);
  g_test_add_func ("/copy-name/conflicts", test_conflicts);
  return g_test_run ();
}
