/* SPDX-License-Identifier: MIT
 * What YAML forbids and libyaml lets pass. Private to io/yaml. */
#ifndef GP_YAML_STRICT_H
#define GP_YAML_STRICT_H

#include "core/job.h"

struct yaml_event_s; /* libyaml's yaml_event_t */

#define GP_YAML_OPEN_MAX                                                                           \
    66 /* lists and maps within each other: those of a record, and two more                        \
        */

/* A walk beside libyaml's. Zero-initialise but for the first three. */
typedef struct gp_yaml_layout {
    const char *text, *end;
    const char *seen; /* the text at first; comments before this are right */
    const char *flow; /* where the outermost open [ or { stands */
    uint32_t flow_depth, depth;
    int64_t columns[GP_YAML_OPEN_MAX + 1]; /* of the open lists and maps that are not in brackets */
} gp_yaml_layout;

typedef struct gp_yaml_wrong {
    const char *at; /* NULL: nothing is */
    gp_argument problem, expected;
} gp_yaml_wrong;

/* Looks at what has just been parsed, which stands from `first` to `end`; `column`, counted from 0,
 * is where it ends. Cost: O(bytes) for all of a text. */
gp_yaml_wrong gp_check_yaml_layout(gp_yaml_layout *layout, const struct yaml_event_s *event,
                                   const char *first, const char *end, int64_t column);

#endif
