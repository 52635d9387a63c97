/* SPDX-License-Identifier: MIT
 * What a text in DOT holds, before libcgraph makes it: where its graph ends, in which bytes it is
 * written, and how many edges come of groups, which are more than their text. */
#ifndef GP_DOT_SCAN_H
#define GP_DOT_SCAN_H

#include "core/job.h"

#define GP_DOT_STATEMENT_EDGES_MAX 65536 /* of one statement between groups */
#define GP_DOT_GROUP_EDGES_MAX 262144    /* of all of these in a file */

/* A statement that makes more edges than it has arrows. */
typedef struct gp_dot_group {
    size_t end; /* the byte after it */
    uint64_t edges;
} gp_dot_group;

typedef enum gp_dot_charset { GP_DOT_UTF8, GP_DOT_LATIN1, GP_DOT_UNKNOWN } gp_dot_charset;

typedef struct gp_dot_scan {
    size_t end;     /* of the first graph; the size of the text where that has no end */
    size_t second;  /* where something comes after it; SIZE_MAX: nothing does */
    size_t crowded; /* the first statement that goes over one of the limits; SIZE_MAX: none */
    gp_dot_charset charset;
    gp_array groups; /* gp_dot_group, ascending by end */
} gp_dot_scan;

/* What is no DOT it passes over: libcgraph says where that is. A node that a group names twice
 * counts twice. Errors: GP_NO_MEMORY. Cost: O(size). */
gp_status gp_scan_dot(gp_job *job, const char *text, size_t size, gp_dot_scan *out);

/* Is an attribute of the graph of this name and value about the bytes of the file only? */
bool gp_is_known_charset(const char *name, const char *value);

#endif
