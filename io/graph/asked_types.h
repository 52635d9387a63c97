/* SPDX-License-Identifier: MIT
 * What the options of a reading ask for: types that count as interventions, capabilities and
 * requirements, and names of properties. A word that nothing knows would do nothing, in silence; so
 * it is reported (GP806), with the nearest that there is.
 *
 * ArchiMate names its types, so a word is judged at once. GraphML and DOT may use any; there it
 * counts what the files have, all together. */
#ifndef GP_ASKED_TYPES_H
#define GP_ASKED_TYPES_H

#include "io/graph/graph_import.h"

typedef enum gp_asked_kind {
    GP_ASKED_INTERVENTIONS,
    GP_ASKED_CAPABILITIES,
    GP_ASKED_RELATIONS,
    GP_ASKED_KINDS
} gp_asked_kind;

/* The list of an option as it was given, with names of ArchiMate 2.1 as 3.x has them; or NULL. */
const char *gp_asked_types(const gp_records *records, gp_asked_kind kind);

/* May relationships of a type be requirements? Not those that say how things are put together. */
bool gp_can_require(const char *type);

/* Is the type in such a list, or is "all"? */
bool gp_is_asked(const char *type, const char *list);

/* Notes which of the words ArchiMate knows; which of them a linked graph with types of its own has.
 * Errors: GP_NO_MEMORY. Cost: O(words * types). */
gp_status gp_judge_archimate_types(gp_records *records);
gp_status gp_judge_types(gp_graph_import *import);

/* An option that cannot be followed (GP806): its name without dashes, what it asks for, and the
 * nearest that can be; or NULL. Errors: GP_WRONG_OPTION, GP_NO_MEMORY. */
gp_status gp_refuse_option(gp_job *job, const char *option, const char *text, gp_argument problem,
                           const char *nearest);

/* Is every key in --property one of a record? Errors: GP_WRONG_OPTION, GP_NO_MEMORY. */
gp_status gp_judge_property_names(gp_records *records);

#endif
