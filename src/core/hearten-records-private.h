/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-records.h"

G_BEGIN_DECLS

typedef struct
{
  HeartenStore *store;
  GPtrArray *rows;    /* newest first, none in the trash */
  guint n_told;       /* the first of them are what the list model has */
  GListStore *trash;  /* deleted last first */
  GHashTable *buried; /* id → tombstone, of those that were read from the disk */
  GHashTable *by_id;  /* all in the list and in the trash */
} HeartenRecordsPrivate;

HeartenRecordsPrivate *hearten_records_get_private (HeartenRecords *self);

/* hearten-records.c */
void hearten_records_put (HeartenRecords *self, HeartenRecord *record);
void hearten_records_take_out (HeartenRecords *self, HeartenRecord *record);
gboolean hearten_records_find_row (HeartenRecords *self, HeartenRecord *record, guint *place);

/* hearten-records-arrive.c: @found is what is on the disk now */
void hearten_records_take_in (HeartenRecords *self, HeartenRecord *found);

G_END_DECLS
