/* SPDX-License-Identifier: MIT
 * What people group and select records by, as fields of every answer that lists records: owner,
 * stage, status, tags, parent. Private to io. */
#ifndef GP_RECORD_KEYS_H
#define GP_RECORD_KEYS_H

#include "io/answers/csv_row.h"
#include "io/json/json_write.h"

typedef struct gp_record_keys {
    const char *owner, *stage, *status; /* NULL: not given; words of the format */
    const char *const *tags;            /* never NULL; NULL at the end */
    const char *parent;                 /* an id; NULL: none */
} gp_record_keys;

gp_record_keys gp_keys_of(const gp_portfolio *portfolio, uint32_t symbol);

/* JSON: "owner", "stage", "status", "tags" and "parent" of the object that is open. */
void gp_json_add_record_keys(gp_json *json, const gp_portfolio *portfolio, uint32_t symbol);

/* CSV: the cells under these titles. */
#define GP_RECORD_KEYS_HEADER "owner,stage,status,tags,parent"
#define GP_RECORD_KEYS_COUNT 5
void gp_csv_record_keys(gp_csv *csv, const gp_portfolio *portfolio, uint32_t symbol);

#endif
