/* SPDX-License-Identifier: MIT
 * What edits are found in, and what they were found in: which record of one version is which of
 * the other. Private to io. */
#ifndef GP_EDITS_H
#define GP_EDITS_H

#include "core/names.h"
#include "groeipad/compare.h"
#include "io/document.h"

#include <pthread.h>

enum { GP_OLD, GP_NEW, GP_VERSIONS };

/* An intervention or a capability, by the symbol of its id; its node in each version, or NULL. */
typedef struct gp_pair {
    const struct cJSON *records[GP_VERSIONS];
    uint8_t kinds[GP_VERSIONS];      /* gp_edit_kind */
    uint32_t renamed;                /* OLD's id: what it is called in NEW; itself as a rule */
    uint32_t position;               /* in a walk over OLD, then over what is in NEW alone */
    uint32_t first_edit, edit_count; /* in by_record */
} gp_pair;

/* What an edit puts in the place of what. Of a requirement: all entries of one list that name the
 * same targets; else one node, or none. */
typedef struct gp_edit_origin {
    uint32_t symbol;  /* of the record that it is about; GP_NONE: a setting, a term, ... */
    uint8_t level;    /* of the entry of `levels` that it is in; 0: in none */
    const char *list; /* "dimensions" and so on, of the records in these; else NULL */
    const struct cJSON *records[GP_VERSIONS]; /* of such a record */
    uint32_t position;                        /* of such a record in OLD's list */
    const char *outer, *inner; /* the key, and the key in the object under it; or NULL */
    const struct cJSON *const *nodes[GP_VERSIONS];
    uint32_t counts[GP_VERSIONS];
} gp_edit_origin;

/* An edit before they are in order. */
typedef struct gp_edit_row {
    gp_edit edit;
    gp_edit_origin origin;
    uint32_t rank;     /* among those of one record: the place of its key in the table */
    const char *order; /* and then */
} gp_edit_row;

/* An entry of a `requires` in OLD that an edit is about. */
typedef struct gp_edited_entry {
    const struct cJSON *node;
    uint32_t edit;
} gp_edited_entry;

/* What is drafted of OLD once for all its variants: the interventions and capabilities that no edit
 * is about. Made when the first one is asked for. */
typedef struct gp_common_draft {
    pthread_mutex_t lock;
    gp_job *job;
    struct gp_draft *draft;
} gp_common_draft;

/* The sources of a gp_edits. Lives as long as its job; the documents must as well. */
typedef struct gp_edit_sources {
    gp_job *job;
    const gp_document *documents[GP_VERSIONS];
    gp_names ids;     /* of interventions and capabilities in either version */
    gp_array pairs;   /* gp_pair, by symbol */
    gp_array rows;    /* gp_edit_row */
    gp_array touched; /* uint32_t: symbols of records that are not written alike in both, also of
                       * those that are in one only; in the order of OLD, what came after them */
    gp_array went;    /* const cJSON *: entries of `requires` in OLD that went, or lost an
                       * alternative, along with a record; in the order of OLD */
    const gp_edit_origin *origins; /* by edit, once all are found */
    const uint32_t *by_record;     /* edits, those of each interventions or capability together */
    const uint32_t
        *by_list; /* edits of other lists that OLD has something of, by list in its order */
    uint32_t by_list_count;
    const gp_edited_entry *edited; /* in the order of OLD */
    uint32_t edited_count;
    gp_common_draft *common;
} gp_edit_sources;

/* Finds the interventions and capabilities of both versions by id. */
gp_status gp_pair_records(gp_edit_sources *sources);

/* The pair of a symbol; what an id of a version is called in NEW, GP_NONE: no record has it; and
 * whether a version has an intervention that NEW calls so. */
static inline gp_pair *gp_pair_of(const gp_edit_sources *sources, uint32_t symbol)
{
    return (gp_pair *)sources->pairs.data + symbol;
}
uint32_t gp_symbol_in_new(const gp_edit_sources *sources, int version, const char *id);
const char *gp_id_in_new(const gp_edit_sources *sources, int version, const char *id);
bool gp_is_intervention_in(const gp_edit_sources *sources, int version, const char *id);

/* The text under a key of a record; NULL: there is none. */
const char *gp_text_of(const struct cJSON *record, const char *key);

/* Adds an edit of what stands in `nodes` of the origin: fills in `what`, the values and the place.
 * `key` is copied where it is in `scratch` memory of the caller. */
gp_status gp_add_edit(gp_edit_sources *sources, const gp_edit_row *row);

/* Likewise, of one node. */
gp_status gp_add_node_edit(gp_edit_sources *sources, gp_edit_row row, const struct cJSON *old,
                           const struct cJSON *new);

/* All edits of a record that is in both versions; of the settings; of all other lists. */
gp_status gp_compare_pair(gp_edit_sources *sources, uint32_t symbol);
gp_status gp_compare_settings(gp_edit_sources *sources);
gp_status gp_compare_lists(gp_edit_sources *sources);

/* All that differs between two objects with the keys of a table, on which no date rests. */
gp_status gp_compare_keys(gp_edit_sources *sources, const gp_edit_row *row,
                          const gp_record_kind *kind, const struct cJSON *old,
                          const struct cJSON *new);

/* Two lists of requirements, of a record or of an entry of its `levels`; each may be NULL. */
gp_status gp_compare_requires(gp_edit_sources *sources, const gp_edit_row *scope,
                              const struct cJSON *old, const struct cJSON *new);

/* Guesses which record of OLD is which of NEW under another id. */
gp_status gp_find_renames(gp_edit_sources *sources);

#endif
