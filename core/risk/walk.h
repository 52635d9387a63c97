/* SPDX-License-Identifier: MIT
 * The network, GP_LANES draws at a time. A row is a value for each of these draws. Private to core.
 */
#ifndef GP_WALK_H
#define GP_WALK_H

#include "core/risk/model.h"

typedef gp_day gp_row[GP_LANES];
typedef uint32_t gp_word_row[GP_LANES];

/* So many batches are drawn at once: a table of chances is read all over, and is still at hand for
 * the next of them. */
#define GP_BLOCK_BATCHES 2u
#define GP_BLOCK_DRAWS (GP_LANES * GP_BLOCK_BATCHES)

/* How a risk stands in a walk. */
typedef enum gp_case { GP_CASE_PLAIN, GP_CASE_MITIGATED, GP_CASE_NEVER } gp_case;

/* What is known of one batch of draws; used again for the next. */
typedef struct gp_walk {
    const gp_model *model;
    uint32_t block;        /* the first draw of what `values` has, or GP_NONE */
    uint32_t batch;        /* which of its batches is walked */
    gp_row *values;        /* by variable and batch: what was drawn, see gp_values_of */
    uint64_t *happens[2];  /* by gp_case and risk: in which draws it happens */
    gp_row *ready, *start; /* by activity: earliest */
    gp_word_row *driver;   /* by activity: the arc that fixed its date, or GP_NONE */
    uint64_t *not_before;  /* by activity: in which draws it rests on something unknown */
    uint64_t *chosen;      /* by arc of a group: in which draws it is the one that counts */
    gp_row *limit_ready;   /* by activity: the latest that what waits for it allows */
    gp_row *limit_start;   /* likewise; NULL where no arc leaves from a start */
    gp_word_row *factors;  /* by correlation and batch: words of its common factor */
    uint8_t *cases;        /* by risk: gp_case */
    gp_row *delays;        /* by delay_row: the days of all its delays that happen */
} gp_walk;

static inline const gp_day *gp_values_of(const gp_walk *walk, uint32_t variable)
{
    return walk->values[variable * GP_BLOCK_BATCHES + walk->batch];
}

/* What a forward walk adds up on its way. */
typedef struct gp_walk_sums {
    int64_t *sums;     /* as model->layout says */
    uint32_t from, to; /* of these lanes */
} gp_walk_sums;

/* draws: of another walk, whose draws are this one's too; or NULL. Owner: the job. Errors:
 * GP_NO_MEMORY. */
gp_status gp_new_walk(gp_job *job, const gp_model *model, const gp_walk *draws, gp_walk **out);

/* The later, or the sooner, of two days in each lane: in place of the first. */
void gp_keep_later(gp_day *restrict to, const gp_day *restrict other);
void gp_keep_sooner(gp_day *restrict to, const gp_day *restrict other);

/* These lanes, as bits. */
static inline uint64_t gp_lanes_between(uint32_t from, uint32_t to)
{
    uint64_t below = to == GP_LANES ? UINT64_MAX : (1ull << to) - 1;
    return below & ~((1ull << from) - 1);
}

/* Draws all variables of the draws first .. first + GP_LANES - 1 (a multiple of GP_LANES). */
void gp_draw_all(gp_walk *walk, uint32_t first);

/* Takes what a risk adds in one case out of the sums of delays, or with sign 1 puts it in. */
void gp_add_delay(gp_walk *walk, uint32_t risk, gp_case in, int32_t sign);

/* The end of an activity's work that starts on days[]: in place. */
void gp_end_work_lanes(const gp_walk *walk, uint32_t activity, gp_row days);

/* Its upper adjoint: the last start whose work is done by days[]: in place. */
void gp_start_work_lanes(const gp_walk *walk, uint32_t activity, gp_row days);

/* The day on which an arc lets go whose predecessor has these days: in place. */
void gp_arrive_lanes(const gp_walk *walk, const gp_arc *arc, gp_row days);

/* Earliest dates of one activity from those before it. */
void gp_forward_lanes(gp_walk *walk, uint32_t activity, const gp_walk_sums *sums);

/* Latest dates of all. late: is given each activity's latest start, GP_DAY_LAST where nothing
 * presses it. */
typedef void gp_late(void *object, uint32_t activity, const gp_row latest_start);
void gp_backward_lanes(gp_walk *walk, gp_late *late, void *object);

#endif
