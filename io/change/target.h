/* SPDX-License-Identifier: MIT
 * What a change is about, as people write it: "c360.lead_time", "planning.round",
 * "c360.levels[2].lead_time", "int-7->c360.level", "int-7->c360|c9", "risks.supplier.delay",
 * "correlations.a|b.coefficient". An id that holds one of
 *
 *     . = @ | [ ] " blank ->
 *
 * stands in double quotes, in which \" and \\ mean " and \. */
#ifndef GP_TARGET_H
#define GP_TARGET_H

#include "io/place.h"

#define GP_TARGET_KEYS_MAX 8

/* A word of it, and which character of the text it begins at, counted from 1. */
typedef struct gp_target_word {
    const char *text;
    uint32_t column;
    bool is_quoted;
} gp_target_word;

typedef struct gp_target {
    gp_target_word id; /* the first word: an id, or the key of a setting; text NULL: see section */
    const char *section;       /* "scenarios.x": the list that the id is in; else NULL */
    uint8_t level;             /* of "levels[2]"; 0: none */
    gp_target_word level_word; /* where that stands */
    gp_target_word *requires;  /* after the arrow; more than one: an `any` */
    uint32_t require_count;    /* 0: there is no arrow */
    gp_target_word keys[GP_TARGET_KEYS_MAX + 1]; /* one more: a setting may go before its keys */
    uint32_t key_count;
} gp_target;

/* How reading went: what is not right about the text, and where. problem NULL: nothing. */
typedef struct gp_target_wrong {
    const char *problem[2]; /* by gp_language */
    uint32_t column;
} gp_target_wrong;

/* Reads a target. *end: the first byte that is no part of it ('=' or '@' or the end), after blanks.
 * Owner: the job. Errors: GP_NO_MEMORY; what is wrong with the text is in *wrong. */
gp_status gp_read_target(gp_job *job, const char *text, gp_target *out, const char **end,
                         gp_target_wrong *wrong);

/* The character of a text that a byte belongs to, counted from 1. */
uint32_t gp_column_in(const char *text, const char *at);

#endif
