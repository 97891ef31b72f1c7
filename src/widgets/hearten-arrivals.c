/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-arrivals.h"

#include <gtk/gtk.h>

typedef struct
{
  gpointer owner;
  gpointer *record;
  HeartenArrivalsFunc func;
} Follow;

static void
on_record_cb (HeartenRecords *records, HeartenRecord *record, Follow *follow)
{
  if (*follow->record == (gpointer) record)
    follow->func (follow->owner);
}

static void
follow_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
connect (HeartenRecords *records,
         const char *signal,
         GObject *owner,
         gpointer *record,
         HeartenArrivalsFunc func)
{
  Follow *follow = g_new (Follow, 1);
  GClosure *closure = g_cclosure_new (G_CALLBACK (on_record_cb), follow, follow_free);

  *follow = (Follow) { owner, record, func };
  g_object_watch_closure (owner, closure);
  g_signal_connect_closure (records, signal, closure, FALSE);
}

/* Public */

void
hearten_arrivals_follow (HeartenRecords *records,
                         GObject *owner,
                         gpointer *record,
                         HeartenArrivalsFunc commit,
                         HeartenArrivalsFunc show)
{
  g_return_if_fail (HEARTEN_IS_RECORDS (records) && G_IS_OBJECT (owner) && record != NULL && show != NULL);

  if (commit != NULL)
    connect (records, "arriving", owner, record, commit);
  connect (records, "arrived", owner, record, show);
}

void
hearten_arrivals_show_text (gpointer row, const char *words)
{
  g_autofree char *shown = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (g_strcmp0 (shown, words != NULL ? words : "") != 0)
    gtk_editable_set_text (GTK_EDITABLE (row), words != NULL ? words : "");
}
