/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-choice-banner.h"

#include <glib/gi18n.h>

static void
show (AdwBanner *banner, GParamSpec *pspec, HeartenRecord *record)
{
  adw_banner_set_revealed (banner, hearten_record_get_n_versions (record) > 1);
}

GtkWidget *
hearten_choice_banner_new (HeartenRecord *record)
{
  GtkWidget *banner = adw_banner_new (_ ("This was written in two places."));
  GtkActionable *button = GTK_ACTIONABLE (banner);

  g_return_val_if_fail (HEARTEN_IS_RECORD (record), banner);

  adw_banner_set_button_label (ADW_BANNER (banner), _ ("_Compare…"));
  gtk_actionable_set_action_target (button, "s", hearten_record_get_id (record));
  gtk_actionable_set_action_name (button, "win.show-choice");
  g_signal_connect_object (record, "notify::n-versions", G_CALLBACK (show), banner, G_CONNECT_SWAPPED);
  show (ADW_BANNER (banner), NULL, record);
  return banner;
}
