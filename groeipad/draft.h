/* SPDX-License-Identifier: MIT
 *
 * The draft: how a reader makes a portfolio, record by record. */
#ifndef GROEIPAD_DRAFT_H
#define GROEIPAD_DRAFT_H

#include "groeipad/portfolio.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct gp_draft gp_draft;

/* What can be unknown where an input holds mistakes: of one record, or of the whole. */
typedef enum gp_input_part {
    GP_PART_RECORD = 1,         /* what a record says of itself */
    GP_PART_DATES = 2,          /* what its dates rest on */
    GP_PART_STEPS = 4,          /* which steps a capability still has to take */
    GP_PART_REQUIREMENTS = 8,   /* what it requires; of the whole: who requires what */
    GP_PART_IDS = 16,           /* which ids are defined */
    GP_PART_INTERVENTIONS = 32, /* all interventions, whole */
    GP_PART_MEASUREMENTS = 64,
    GP_PART_TERMS = 128,    /* dimensions, segments, situations, scenarios, measures */
    GP_PART_SETTINGS = 256, /* those that dates rest on */
    GP_PART_RISKS = 512,    /* risks and correlations: no date rests on them */
    GP_PART_ALL = 1023
} gp_input_part;

/* Starts an empty draft. Owner: the job. */
GP_API gp_status gp_new_draft(gp_job *job, gp_draft **out);

/* The symbol of an id (made when new); GP_NONE when memory ran out. */
GP_API uint32_t gp_draft_symbol(gp_draft *draft, const char *id, size_t size);

/* A pooled copy of a text that many records repeat, such as an owner or a tag. */
GP_API const char *gp_draft_text(gp_draft *draft, const char *text, size_t size);

/* The scalar keys at the top of a file, as read so far; a reader fills them in. */
typedef struct gp_settings {
    const char *title;
    gp_day status_date; /* GP_NO_DAY until known */
    gp_language language;
    bool has_language, has_planning, has_cycle, is_chain_start;
    gp_planning planning;
    gp_duration cycle;
    uint8_t days_off;
    const gp_day *holidays; /* any order, repeats allowed; owned by the job */
    uint32_t holiday_count;
    gp_place planning_place;
    const char *cost_unit; /* NULL: not given */
} gp_settings;
GP_API gp_settings *gp_draft_settings(gp_draft *draft);

/* Appends requirements to the draft; the span goes into the record that has them. */
GP_API gp_status gp_draft_requirements(gp_draft *draft, const gp_requirement *requirements,
                                       uint32_t count, gp_span *out);

/* Appends a record. The record is copied; what it points to must live as long as the job.
 * Duration, cycle and name may be left empty: gp_finish_draft fills them in. A second
 * definition of an id is a finding (GP105) and is left out. */
GP_API gp_status gp_draft_capability(gp_draft *draft, const gp_capability *capability);
GP_API gp_status gp_draft_intervention(gp_draft *draft, const gp_intervention *intervention);
GP_API gp_status gp_draft_measurement(gp_draft *draft, const gp_measurement *measurement);

/* A risk, whose symbols come from gp_draft_reference. A second one of the same id is a finding
 * (GP105) and is left out. */
GP_API gp_status gp_draft_risk(gp_draft *draft, const gp_risk *risk);

/* A correlation, likewise: two of the same records, in any order, are the same one. gp_finish_draft
 * reports those that cannot hold together (GP150). */
GP_API gp_status gp_draft_correlation(gp_draft *draft, const gp_correlation *correlation);

/* What a measure says of another, which may be drafted later: it needs it, or excludes it. */
typedef struct gp_measure_link {
    const char *id;
    gp_place place;
    bool excludes;
} gp_measure_link;

/* A measure: what it needs and excludes are its links. A second one of the same id is a finding
 * (GP105) and is left out. gp_finish_draft reports ids that no measure has (GP106, with the
 * nearest), needs in a circle (GP143), and measures that need what is excluded (GP142). */
GP_API gp_status gp_draft_measure(gp_draft *draft, const gp_measure *measure,
                                  const gp_measure_link *links, uint32_t count);

/* A reference to a record by its id, in a risk or a correlation: its symbol. Records may be defined
 * after that; gp_finish_draft reports ids that no record has (GP106, with the nearest). `key` is
 * what it stands under, a constant. GP_NONE when memory ran out. */
GP_API uint32_t gp_draft_reference(gp_draft *draft, const char *key, const char *id, size_t size,
                                   gp_place place);

/* The capability that was drafted last is part of the one with this id, which may be drafted later:
 * gp_finish_draft reports what is none (GP117), and circles (GP116). `parent` of what is drafted
 * does not count. Errors: GP_NO_MEMORY. */
GP_API gp_status gp_draft_parent(gp_draft *draft, const char *id, size_t size, gp_place place);

/* Appends what a part of the same input was drafted into: capabilities and their requirements,
 * as if they had been drafted here, after what is there already. The job of the part must live as
 * long as this draft's; the part itself is of no use any more. Errors: GP_NO_MEMORY. Cost:
 * O(records). */
GP_API gp_status gp_join_draft(gp_draft *draft, gp_draft *part);

/* A copy of what was drafted so far, to which other records are added. What the first draft points
 * to is shared: its job must live as long. Owner: the job. Errors: GP_NO_MEMORY. Cost: O(records),
 * a fraction of drafting them. */
GP_API gp_status gp_copy_draft(gp_job *job, const gp_draft *from, gp_draft **out);

/* ---- where an input holds mistakes ---- */

/* Part of the input could not be read: what rests on these parts (gp_input_part) is not judged. */
GP_API void gp_draft_lacks(gp_draft *draft, unsigned parts);

/* These parts of a record that is, or will be, drafted under the symbol are in doubt.
 * Errors: GP_NO_MEMORY. */
GP_API gp_status gp_draft_doubt(gp_draft *draft, uint32_t symbol, unsigned parts);

/* A symbol for a record whose id cannot be used, so that what it requires still counts. `shown`
 * stands for it in findings, and lives as long as the job. GP_NONE when memory ran out. */
GP_API uint32_t gp_draft_nameless(gp_draft *draft, const char *shown);

/* After gp_finish_draft, or what reads files, returned GP_INVALID, or GP_IO where one of several
 * files could not be read: says all else that can be said of the input that the job read last.
 * Records with mistakes, and what rests on them, are left out; nothing is reported that is only
 * wrong because of it; GP113 says what was not judged.
 * Errors: GP_NO_MEMORY. Cost: that of gp_analyse. */
GP_API gp_status gp_check_rest(gp_job *job);

typedef enum gp_term_kind {
    GP_DIMENSION,
    GP_SEGMENT,
    GP_SITUATION,
    GP_SCENARIO,
    GP_MEASURE, /* of one that says no more; see gp_draft_measure */
    GP_TERM_KINDS
} gp_term_kind;
GP_API gp_status gp_draft_term(gp_draft *draft, gp_term_kind kind, const gp_term *term);

/* Is there a record, or a term, of this id so far? gp_draft_has_term with NULL: any of the kind. */
GP_API bool gp_draft_has(const gp_draft *draft, const char *id, size_t size);
GP_API bool gp_draft_has_term(const gp_draft *draft, gp_term_kind kind, const char *id,
                              size_t size);

/* The id of a record so far that is nearest to the text; NULL: none is near. Owner: the draft. */
GP_API const char *gp_draft_nearest(const gp_draft *draft, const char *text);

/* The eight dimensions of the paper, which a portfolio without its own has; names by gp_language.
 * Owner: static. */
typedef struct gp_paper_dimension {
    const char *id, *name[2];
} gp_paper_dimension;
GP_API const gp_paper_dimension *gp_paper_dimensions(size_t *count);

/* A reference to a term by its id. Terms may be defined after their use, so the number that
 * comes back is provisional: gp_finish_draft turns it into the index, and reports ids that no
 * term has (GP106, with the nearest). GP_NONE when memory ran out. */
GP_API uint32_t gp_draft_term_reference(gp_draft *draft, gp_term_kind kind, const char *id,
                                        gp_place place);

/* Checks the whole and makes the portfolio. Every error there is gets its finding.
 * Errors: GP_INVALID where an error finding of code 1xx exists in the job (also one that the
 * reader made): no portfolio can be made from the input; GP_NO_MEMORY. */
GP_API gp_status gp_finish_draft(gp_draft *draft, const gp_portfolio **out);

#ifdef __cplusplus
}
#endif
#endif
