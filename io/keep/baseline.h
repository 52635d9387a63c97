/* SPDX-License-Identifier: MIT
 * A baseline in memory, and what tells its entries apart. Private to io. */
#ifndef GP_BASELINE_ENTRIES_H
#define GP_BASELINE_ENTRIES_H

#include "core/job.h"
#include "groeipad/baseline.h"

/* One argument of a finding that names something; of the rule, by number. */
typedef struct gp_named_argument {
    const char *name, *value;
} gp_named_argument;

typedef struct gp_known_entry {
    const char *identity; /* code, subject, arguments: entries and findings alike where it is */
    const char *subject;  /* or NULL */
    const char *reason;   /* or NULL */
    gp_named_argument arguments[GP_ARGUMENTS_MAX];
    gp_day until; /* or GP_NO_DAY */
    gp_place place;
    uint16_t code;
} gp_known_entry;

struct gp_baseline {
    const char *file;
    const gp_known_entry *entries; /* by identity, then until and reason */
    size_t count;
};

/* A finding as an entry: without reason and date. Errors: GP_NO_MEMORY. */
gp_status gp_entry_of(gp_job *job, const gp_finding *finding, gp_known_entry *out);

/* Fills in the identity of an entry that has all else. */
gp_status gp_identify_entry(gp_job *job, gp_known_entry *entry);

/* Sorts entries, and finds the first with an identity (count where there is none). */
void gp_sort_entries(gp_known_entry *entries, size_t count);
size_t gp_find_entries(const gp_known_entry *entries, size_t count, const char *identity);

#endif
