/* SPDX-License-Identifier: MIT
 * The seam with Graphviz: it keeps its messages away from standard error, hides that its
 * functions take char * for what they only read. It writes DOT; it lays nothing out.
 * The one header of ours, with its fellow gv_*.h, that shows a Graphviz type. */
#ifndef GP_GV_SEAM_H
#define GP_GV_SEAM_H

#include "core/job.h"

#include <graphviz/cgraph.h>

/* Runs work(state) with Graphviz' messages kept. When it returns false, the last message becomes
 * the finding (GP_INTERNAL): we give Graphviz nothing that it may refuse. Without a message, or
 * with one about memory, it is GP_NO_MEMORY. Graphviz ends the program where memory runs out in its
 * midst, so what `work` needs is asked for before (gp_ask_memory). */
gp_status gp_gv_run(gp_job *job, bool (*work)(void *state), void *state);

/* agopen, agnode, agedge, agattr, agxset for text that is only read. Text is plain: a value
 * in <angle brackets> is no HTML. */
Agraph_t *gp_gv_open(const char *name, Agdisc_t *discipline);
Agnode_t *gp_gv_node(Agraph_t *graph, const char *name);
Agedge_t *gp_gv_edge(Agraph_t *graph, Agnode_t *from, Agnode_t *to);
Agraph_t *gp_gv_subgraph(Agraph_t *graph, const char *name);
Agsym_t *gp_gv_default(Agraph_t *graph, int kind, const char *name, const char *value);
void gp_gv_set(void *object, Agsym_t *attribute, const char *value);

#endif
