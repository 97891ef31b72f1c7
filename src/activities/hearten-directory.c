/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-directory.h"

#include "hearten-pill.h"

struct _HeartenDirectory
{
  HeartenActivity parent_instance;
};

G_DEFINE_FINAL_TYPE (HeartenDirectory, hearten_directory, HEARTEN_TYPE_ACTIVITY)

static void
hearten_directory_constructed (GObject *object)
{
  HeartenActivity *self = HEARTEN_ACTIVITY (object);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  g_autofree char *begin = NULL;
  GtkWidget *button;

  G_OBJECT_CLASS (hearten_directory_parent_class)->constructed (object);

  begin = hearten_activity_fill_child (self, "begin");
  button = hearten_pill_new (begin, FALSE);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), "win.show-page::help");
  gtk_box_append (GTK_BOX (box), hearten_activity_new_paragraph (self, "invite", "practice-invite"));
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), hearten_activity_new_paragraph (self, "closing", "dimmed"));
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
hearten_directory_class_init (HeartenDirectoryClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = hearten_directory_constructed;
}

static void
hearten_directory_init (HeartenDirectory *self)
{
}
