/* SPDX-License-Identifier: MIT
 * Numbers for subgraphs. Graphviz writes subgraphs in the order of their ids, and takes the address
 * of the name for one: another order in every process. Private to render. */
#ifndef GP_GV_IDS_H
#define GP_GV_IDS_H

#include "render/gv_seam.h"

/* A discipline that gives subgraphs the numbers in which they are made; all else is as usual. Must
 * stay where it is until the graph is closed. */
typedef struct gp_gv_ids {
    Agdisc_t discipline; /* the first member: Graphviz hands it back */
    Agiddisc_t rows;
    void *usual;       /* what Graphviz' own ids keep */
    IDTYPE *subgraphs; /* the usual id of each */
    uint32_t count, room;
} gp_gv_ids;

/* Room for so many subgraphs, and the graph itself. Owner: the job. Errors: GP_NO_MEMORY. */
gp_status gp_make_gv_ids(gp_job *job, uint32_t subgraph_count, Agiodisc_t *io, gp_gv_ids *out);

#endif
