/* SPDX-License-Identifier: MIT
 * Random portfolios with late interventions and measures that could help them, and the plan with
 * any of those measures made: read through the door, as `--changes` would have it. Nothing here
 * comes from what finds repairs. */
#ifndef GP_TESTS_SUPPORT_REPAIR_H
#define GP_TESTS_SUPPORT_REPAIR_H

#include "groeipad/io.h"

#define REPAIR_MEASURES_MAX 14
#define REPAIR_LIVES_MAX 8

/* What a portfolio is to hold. */
typedef struct repair_taste {
    uint32_t capabilities, interventions; /* at most so many: up to 40 and REPAIR_LIVES_MAX */
    uint32_t measures;                    /* at most so many; 0: the file has none */
    bool is_plain;                        /* measures that can only make dates earlier */
} repair_taste;

/* A portfolio in JSON that depends on seed and taste alone. Interventions are needed by days that
 * are between those of the plan and those of the plan with all measures made, or a little
 * beyond; each measure by itself makes a portfolio. Free with free(). */
char *random_repairable(uint64_t seed, const repair_taste *taste);

/* A document and its plan. */
typedef struct repair_world {
    gp_job *job;
    char *text; /* owned */
    const gp_document *document;
    const gp_portfolio *portfolio;
    const gp_schedule *schedule;
    gp_repair_worlds worlds;   /* for options: of this very world */
    gp_repair_options options; /* the defaults, with `worlds` */
    const gp_repair *repair;   /* gp_find_repair; NULL: not asked yet */
} repair_world;

/* Reads a text, which is then owned. Fails the test where it is no portfolio. */
void open_world(repair_world *world, char *text);
void close_world(repair_world *world);

/* gp_find_repair with the world's options. Fails the test where that does. */
const gp_repair *repair_of(repair_world *world);

/* The plan with some of what was considered made, in that order. NULL: those together make no
 * portfolio, or a circle. Owner: the job. */
const gp_schedule *plan_with(gp_job *job, const repair_world *world, const bool *is_taken);

/* How late an intervention of the world is in a plan that was made of it; 0: in time, not needed
 * any more, or gone. */
int32_t late_in(const repair_world *world, uint32_t intervention, const gp_schedule *plan);
gp_day live_in(const repair_world *world, uint32_t intervention, const gp_schedule *plan);

/* Two of what was considered that cannot both be taken, and of which the first asks for the second:
 * as the file has them, and as the answer says of two that contradict each other. By number in
 * `considered`. */
typedef struct repair_pairs {
    uint32_t (*excludes)[2], (*needs)[2];
    uint32_t exclude_count, need_count;
} repair_pairs;
repair_pairs pairs_of(repair_world *world); /* owner: the job of the world */
bool is_allowed(const repair_pairs *pairs, const bool *is_taken);

/* What the cuts of the answer alone say that it must cost; a thousandth more than the answer where
 * they do not stand in the way of that. */
double least_of_cuts(const repair_world *world, const repair_pairs *pairs);

/* "m1 m7 ": what is taken, by id of its measure or by its kind and record. Owner: the job. */
const char *name_choice(const repair_world *world, const bool *is_taken);

/* Fails the test where it does not hold, with what was wrong, the file and the choices. With
 * GP_REPAIR_GO_ON in the environment it tells so and goes on, to see all cases that fail. */
void need_that(const repair_world *world, bool holds, const char *what);

/* Cases to try: so many, or what the variable GP_REPAIR_CASES of the environment says. */
uint64_t repair_cases(uint64_t usual);

#endif
