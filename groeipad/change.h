/* SPDX-License-Identifier: MIT
 *
 * What if? Changes to a portfolio before it is checked. They are given to what reads files
 * (gp_read_options.changes), so that every answer and every picture shows what would be. */
#ifndef GROEIPAD_CHANGE_H
#define GROEIPAD_CHANGE_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* One change as a person writes it: what it is about, and a value. docs/change.md has the words. */
typedef enum gp_change_verb {
    GP_SET,     /* "c360.lead_time=6mo": TARGET=VALUE */
    GP_REQUIRE, /* "int-7->c360@2": adds a requirement */
    GP_DROP     /* "c360", "int-7->c360", "c360.not_before": takes it out */
} gp_change_verb;

/* Where a change was typed that is a part of something else, as one of several values of --sweep:
 * what is wrong with it is told there. Texts live as long as the job. */
typedef struct gp_change_origin {
    const char *option;      /* "--sweep" */
    const char *text;        /* all that was typed; it begins with the target of the change */
    const char *value;       /* where the value of the change begins in its own text */
    const char *typed_value; /* and where in what was typed */
} gp_change_origin;

typedef struct gp_change_text {
    gp_change_verb verb;
    const char *text;               /* lives as long as the job */
    const gp_change_origin *origin; /* NULL: it is the text of --set, --require or --drop */
} gp_change_text;

/* All that is changed, in this order: what a scenario and measures of the files change, what files
 * of changes do, and what is written. Each may be empty. */
typedef struct gp_changes {
    const char *scenario;        /* the id of a scenario whose own changes are made; or NULL */
    const char *const *measures; /* ids of measures of the files */
    uint32_t measure_count;
    const char *const *files; /* portfolios that are merged in; "-": standard input */
    uint32_t file_count;
    const gp_change_text *texts; /* in the order in which they are made */
    uint32_t text_count;
} gp_changes;

#ifdef __cplusplus
}
#endif
#endif
