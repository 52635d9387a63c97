/* SPDX-License-Identifier: MIT
 *
 * The three boards of the S curve, the load of the plan, and the white paper's steps. */
#ifndef GROEIPAD_BOARDS_H
#define GROEIPAD_BOARDS_H

#include "groeipad/filter.h"
#include "groeipad/plan.h"

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- boards: what each stage asks of the capabilities ---- */

/* What a board does with a capability (paper: explore - identify, develop - develop, exploit -
 * strengthen). */
typedef enum gp_track {
    GP_TRACK_NONE, /* nothing now: it is there, or identified and only explored */
    GP_TRACK_IDENTIFY,
    GP_TRACK_DEVELOP,
    GP_TRACK_STRENGTHEN
} gp_track;
#define GP_TRACK_COUNT 4
#define GP_BOARD_COUNT 4 /* by gp_stage; GP_STAGE_NONE: interventions that give no stage */

/* How far the next step of a capability is. */
typedef enum gp_progress {
    GP_PROGRESS_UNIDENTIFIED,
    GP_PROGRESS_IDENTIFIED,
    GP_PROGRESS_UNDER_WAY,
    GP_PROGRESS_THERE /* no step is left that a board waits for */
} gp_progress;

/* The progress against what the most advanced stage that rests on it expects: exploring nothing
 * yet, developing that it is identified, exploiting that it is there. */
typedef enum gp_match {
    GP_MATCH_OK,
    GP_MATCH_BEHIND, /* less than that, or its begin_by has passed and it is not under way */
    GP_MATCH_AHEAD   /* under way although no more than explored interventions rest on it */
} gp_match;

/* What one board does with one capability. */
typedef struct gp_board_action {
    uint32_t symbol;     /* a capability, or a missing one */
    uint32_t activity;   /* its next step, or GP_NONE: no step is left */
    uint8_t track;       /* gp_track, never GP_TRACK_NONE */
    uint8_t from_level;  /* what the organisation has on the status date */
    uint8_t to_level;    /* what this board asks for; from_level where no step is left */
    uint8_t progress;    /* gp_progress */
    uint8_t match;       /* gp_match */
    uint8_t boards;      /* bit 1 << stage: every board that asks for it, or rests on its level */
    uint8_t aspect;      /* gp_aspect that takes longest in the next step, or GP_ASPECT_COUNT */
    bool is_unsure;      /* a lead time on the way is unknown: the dates may have to be sooner */
    gp_day begin_by;     /* the most urgent of the two below that any of its boards asks for;
                            GP_NO_DAY: under way, or no step is left */
    gp_day identify_by;  /* GP_NO_DAY: it is identified */
    gp_day latest_start; /* of the next step; GP_NO_DAY: under way, or none is left */
} gp_board_action;

typedef struct gp_board {
    const uint32_t *interventions; /* indices; by the day they are live, then uncertainty, id */
    uint32_t intervention_count;
    uint32_t by_uncertainty[4];     /* how many, by gp_uncertainty */
    const gp_board_action *actions; /* by track, then begin_by (none last), then id */
    uint32_t action_count;
    uint32_t by_track[GP_TRACK_COUNT]; /* how many actions, by gp_track; of GP_TRACK_NONE: how many
                                          capabilities it rests on and leaves alone */
} gp_board;

typedef struct gp_boards {
    gp_board boards[GP_BOARD_COUNT]; /* by gp_stage */
} gp_boards;

/* The three boards on the S curve, and what each asks of the capabilities under it. A board rests
 * on what its interventions require, directly or through others, as written; it asks for the
 * steps that its interventions wait for. On a board, a capability is
 *   identified    the organisation has no level of it, it is asked for and not identified, and
 *                 the board explores (or gives no stage);
 *   developed     the organisation has no level of it, it is asked for, and the board develops or
 *                 exploits (or gives no stage, and it is identified), or it is under way already;
 *   strengthened  the organisation has a level of it and more is asked for, or the board exploits.
 * Owner: the job. Errors: GP_NO_MEMORY. Cost: O(V + E), and O(n log n) for the rows.
 * Source: the boards of "Een groeimodel voor persoonlijke dienstverlening" (2022), figures 5-7. */
GP_API gp_status gp_find_boards(gp_job *job, const gp_schedule *schedule, gp_boards *out);

/* The same with only the rows, and their numbers, of what passes; filter NULL: of everything. */
GP_API gp_status gp_find_boards_of(gp_job *job, const gp_schedule *schedule,
                                   const gp_filter *filter, gp_boards *out);

/* How many steps are in work per quarter: those whose earliest dates touch it. Of the track
 * identify: how many capabilities must be identified in it (the overdue ones in the first). */
#define GP_LOAD_QUARTERS 8
typedef struct gp_load_row {
    const char *owner; /* NULL: no owner is given */
    uint32_t steps[GP_LOAD_QUARTERS];
} gp_load_row;

typedef struct gp_load {
    gp_day quarters[GP_LOAD_QUARTERS + 1]; /* first days, from the quarter of the status date on */
    gp_load_row tracks[GP_TRACK_COUNT];    /* by gp_track; owner NULL */
    const gp_load_row *owners;             /* in the order of the file, no owner last */
    uint32_t owner_count;
} gp_load;

/* Plan load per track and per owner. Owner: the job. Errors: GP_NO_MEMORY. Cost: O(V). */
GP_API gp_status gp_find_load(gp_job *job, const gp_schedule *schedule, gp_load *out);

/* The same of the steps of what passes; filter NULL: of everything. */
GP_API gp_status gp_find_load_of(gp_job *job, const gp_schedule *schedule, const gp_filter *filter,
                                 gp_load *out);

/* ---- advice: the white paper's steps against this portfolio ---- */

/* What `count` of `total`, `further`, `day` and `ids` are, per step. An intervention is here one
 * of all, a capability one of those described. */
typedef enum gp_advice_step {
    GP_ADVICE_START,    /* interventions to start with now, see GP401, of all; further: those that
                           are live, or have begun and are live as soon; day: when the first of the
                           others that is not merely explored is live; ids: those to start with */
    GP_ADVICE_MEASURE,  /* dimensions addressed that are measured, of those addressed; further:
                           measured again in one context; day: the newest measurement; ids: of
                           the dimensions that are not measured */
    GP_ADVICE_CHOOSE,   /* interventions that say which dimension they address and when they are
                           applied, or who decides, of all; further: with a segment or situation;
                           ids: the others */
    GP_ADVICE_EXPLORE,  /* explored interventions that name a scenario, of those explored; further:
                           scenarios; ids: the others */
    GP_ADVICE_DERIVE,   /* capabilities that an intervention rests on, of all; further: asked for
                           and described nowhere; ids: the others, then what is nowhere */
    GP_ADVICE_IDENTIFY, /* capabilities that are asked for, not there and not under way, and
                           identified, of these; further: whose identify-by date passed before
                           they were; day: the next such date of the others; ids: the others, and
                           those too late */
    GP_ADVICE_TRACKS,   /* capabilities asked for and not there whose next step has a lead time, of
                           these; further: tracks in use, of three; ids: the others */
    GP_ADVICE_CURRENT,  /* interventions with a stage and an uncertainty, and no date that has
                           passed them by (explored: start; not exploited: needed_by), of all;
                           day: the newest measurement; ids: the others */
    GP_ADVICE_COUNT
} gp_advice_step;

typedef enum gp_mark { GP_TO_DO, GP_PARTLY, GP_DONE } gp_mark;

/* One step, with its evidence. Done: all of a total that is not 0, and start: any, or any further;
 * measure: all of them again; explore: with scenarios; derive: nothing is nowhere; identify: none
 * too late; tracks: two in use at least; these two also where no capability is left. Partly: some,
 * and start: the first is live within twice the weeks of GP401. */
typedef struct gp_advice {
    gp_mark mark;
    uint32_t count, total, further;
    gp_day day;             /* GP_NO_DAY: none */
    const char *const *ids; /* in the order of the file */
    uint32_t id_count;
} gp_advice;

/* The paper's steps as a checklist, by gp_advice_step (array of GP_ADVICE_COUNT). Owner: the job.
 * Errors: GP_NO_MEMORY. Cost: O(V + E), and O(n log n) in measurements and in the boards' rows.
 * Source: the practical steps of "Een groeimodel voor persoonlijke dienstverlening" (2022). */
GP_API gp_status gp_find_advice(gp_job *job, const gp_schedule *schedule, const gp_advice **out);

#ifdef __cplusplus
}
#endif
#endif
