/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-damage-dialog.h"

#include "hearten-list.h"

#include <glib/gi18n.h>

struct _HeartenDamageDialog
{
  AdwDialog parent_instance;

  char *folder;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (HeartenDamageDialog, hearten_damage_dialog, ADW_TYPE_DIALOG)

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  HeartenDamage *damage = item;
  GtkWidget *row = hearten_list_new_row (hearten_damage_get_path (damage),
                                         hearten_damage_get_reason (damage));

  adw_preferences_row_set_title_selectable (ADW_PREFERENCES_ROW (row), TRUE);
  return row;
}

static void
on_launched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    gtk_widget_activate_action (self, "win.toast", "s", error->message);
}

static void
open_folder (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_path (HEARTEN_DAMAGE_DIALOG (widget)->folder);
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, on_launched_cb,
                            g_object_ref (widget));
}

static void
hearten_damage_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HEARTEN_TYPE_DAMAGE_DIALOG);
  g_clear_pointer (&HEARTEN_DAMAGE_DIALOG (object)->folder, g_free);

  G_OBJECT_CLASS (hearten_damage_dialog_parent_class)->dispose (object);
}

static void
hearten_damage_dialog_class_init (HeartenDamageDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_damage_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-damage-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenDamageDialog, list);
  gtk_widget_class_install_action (widget_class, "damage.open-folder", NULL, open_folder);
}

static void
hearten_damage_dialog_init (HeartenDamageDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
hearten_damage_dialog_new (HeartenStore *store)
{
  HeartenDamageDialog *self = g_object_new (HEARTEN_TYPE_DAMAGE_DIALOG, NULL);

  self->folder = g_strdup (hearten_store_get_folder (store));
  gtk_list_box_bind_model (self->list, hearten_store_get_damaged (store), create_row, NULL, NULL);
  return ADW_DIALOG (self);
}
