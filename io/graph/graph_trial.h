/* SPDX-License-Identifier: MIT
 * Which options would make more of a model, and what exactly? Candidates are chosen by what the
 * file's own relationships join; then each is tried: the whole import is made once more with it, in
 * a job of its own, so that the numbers are those that the user will get. */
#ifndef GP_GRAPH_TRIAL_H
#define GP_GRAPH_TRIAL_H

#include "io/graph/graph_import.h"

/* Gives the nodes and edges of a graph their meaning, and links it. */
typedef gp_status gp_read_meaning(gp_graph_import *import);

/* A format whose types may be taken along by options. */
typedef struct gp_typed_format {
    gp_read_meaning *read_meaning;
    bool is_archimate; /* its types are ArchiMate's; else they are the file's own */
} gp_typed_format;

/* Options to try: words to add to what was asked for; NULL: none. */
typedef struct gp_try {
    const char *intervention, *capability;
    const char *relations; /* the whole list, in place of the one that was asked for */
    uint32_t score;
} gp_try;

/* What an import would make. */
typedef struct gp_yield {
    uint32_t interventions, capabilities, requirements;
    bool is_possible; /* a portfolio comes of it, and no requirements run in a circle */
} gp_yield;

/* A copy of the arrays of a graph as it is before its meaning is read. Errors: GP_NO_MEMORY. */
gp_status gp_copy_graph(gp_job *job, const gp_graph *graph, gp_graph **out);

/* Makes the import again, of a graph that was copied before its meaning was read. */
gp_status gp_try_import(const gp_graph_import *import, const gp_graph *pristine,
                        const gp_typed_format *format, const gp_read_options *options,
                        gp_yield *out);

/* The most promising options, the best first. Errors: GP_NO_MEMORY. Cost: O(E + types^2). */
#define GP_TRIES_MAX 5
gp_status gp_choose_tries(const gp_graph_import *import, const gp_graph *pristine,
                          bool is_archimate, gp_try tries[GP_TRIES_MAX], size_t *count);

/* Reads the meaning of a graph and hands it over (gp_emit_graph). Where few requirements or no
 * interventions come of it, says which options would make some (GP129); where the records are
 * surveyed, counts what is there. Errors: GP_NO_MEMORY. */
gp_status gp_take_graph(gp_graph_import *import, const gp_typed_format *format);

#endif
