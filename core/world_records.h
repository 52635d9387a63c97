/* SPDX-License-Identifier: MIT
 * What each record is in each world. A record depends on the few edits that are about it, so it has
 * a version for every part of those, and nothing else of a world has to be read. Its requirements
 * that an edit swaps for others are no part of a version, as one swap needs nothing of another.
 * Private to core. */
#ifndef GP_WORLD_RECORDS_H
#define GP_WORLD_RECORDS_H

#include "core/names.h"
#include "core/worlds.h"

#define GP_RECORD_UNITS 8 /* to one record more than so many are told as one */

/* A requirement, with the symbol of these records as its target. */
typedef struct gp_link {
    gp_requirement requirement;
    uint8_t level; /* of the entry of `levels` that it is in; 0: in none */
    bool is_first; /* of those that belong together: an `any`, or one */
} gp_link;

typedef struct gp_links {
    uint32_t first, count; /* in gp_records.links */
} gp_links;

typedef struct gp_record_version {
    bool is_known;
    uint8_t kind; /* gp_item_kind; GP_ITEM_MISSING: it is not there */
    gp_capability capability;
    gp_intervention intervention;
    gp_links links; /* but for those that are swapped */
} gp_record_version;

typedef struct gp_world_record {
    uint32_t units[GP_RECORD_UNITS]; /* ascending; that are about it */
    uint32_t unit_count;
    bool swaps_links;            /* edits of requirements are swaps, not units of its versions */
    gp_record_version *versions; /* a bit of the index by unit */
    uint32_t swap_first, swap_count;
} gp_world_record;

/* What an edit of a requirement puts in the place of what. */
typedef struct gp_swap {
    uint32_t owner; /* symbol */
    uint32_t unit;
    uint8_t level;
    const uint32_t *targets; /* symbols */
    uint32_t target_count;
    gp_links links[2]; /* in OLD, in NEW */
} gp_swap;

typedef struct gp_settings_version {
    bool is_known;
    gp_portfolio portfolio; /* its settings alone count */
} gp_settings_version;

typedef struct gp_records_of_worlds {
    gp_names *ids; /* of both versions, as they are called in NEW */
    uint32_t count;
    gp_world_record *records; /* by symbol */
    uint32_t settings_units[GP_RECORD_UNITS], settings_unit_count;
    gp_settings_version *settings; /* as the versions of a record */
    gp_swap *swaps;                /* by owner */
    uint32_t swap_count;
    gp_array links; /* gp_link */
} gp_records_of_worlds;

/* What the worlds are made of, and which edits go together so far. */
typedef struct gp_world_source {
    gp_job *job;
    const gp_portfolio *old, *new; /* ids as in NEW */
    const gp_edits *edits;
    const gp_variants *variants;
    bool joins_all;          /* as gp_world_input */
    uint32_t *leader;        /* by edit: the first of those it goes together with */
    const uint32_t *unit_of; /* by edit, or GP_NONE */
    uint32_t unit_count;
} gp_world_source;

/* Edits a and b go together from here on. True: they did not before. */
bool gp_join_edits(gp_world_source *source, uint32_t a, uint32_t b);

/* Joins all units that are marked; true: there were several. */
bool gp_join_units(gp_world_source *source, const bool *is_marked);

/* OLD with the marked units made, narrowed to the future that OLD is narrowed to. Errors:
 * GP_INVALID where there is no such portfolio. */
gp_status gp_make_world(const gp_world_source *source, gp_job *job, const bool *is_marked,
                        const gp_portfolio **out);

/* Finds all records and their versions. *has_joined: some units went together, and it has to be
 * done again. */
gp_status gp_find_world_records(gp_world_source *source, gp_records_of_worlds *out,
                                bool *has_joined);

/* Fills units, swaps and unit_count of every record, but no versions yet; likewise. */
gp_status gp_find_touched(gp_world_source *source, gp_records_of_worlds *records, bool *has_joined);

/* Takes over what a portfolio has of every record with such units made. is_lasting: the portfolio
 * lives as long as the source's job. side: of the swaps; GP_NONE: none of them. */
gp_status gp_take_versions(const gp_world_source *source, gp_records_of_worlds *records,
                           const gp_portfolio *portfolio, const bool *is_marked, bool is_lasting,
                           uint32_t side);

/* The entry of a table of versions for such units made. */
static inline uint32_t gp_version_index(const uint32_t *units, uint32_t count,
                                        const bool *is_marked)
{
    uint32_t index = 0;
    for (uint32_t i = 0; i < count; i++) index |= (uint32_t)is_marked[units[i]] << i;
    return index;
}

#endif
