/* SPDX-License-Identifier: MIT
 * Graphviz reports through a callback without a user pointer, one message in several pieces.
 * They are gathered here, in the one buffer that this layer keeps outside a job, and the
 * callback that a host program had is put back. */
#include "render/gv_seam.h"

#include <string.h>

/* Exists only because the callback has no user pointer. */
static _Thread_local char message[256];

static int keep_piece(char *piece)
{
    size_t length = strlen(message);
    if (length > 0 && message[length - 1] == '\n') length = 0; /* the last message is the reason */
    size_t size = strlen(piece);
    if (size > sizeof message - 1 - length) size = sizeof message - 1 - length;
    memcpy(message + length, piece, size);
    message[length + size] = '\0';
    return 0;
}

gp_status gp_gv_run(gp_job *job, bool (*work)(void *state), void *state)
{
    message[0] = '\0';
    agerrlevel_t level = agseterr(AGWARN); /* a lower one would go to a temporary file */
    agusererrf report = agseterrf(keep_piece);
    bool is_done = work(state);
    agseterrf(report);
    agseterr(level);
    if (is_done) return GP_OK;
    message[strcspn(message, "\n")] = '\0';
    bool is_memory = !message[0] || strstr(message, "memory"); /* it refuses nothing in silence */
    return is_memory ? gp_no_memory(job) : gp_bug(job, message);
}

/* The one cast of const: Graphviz copies these texts and changes none. */
static char *only_read(const char *text)
{
    union {
        const char *given;
        char *taken;
    } pointer = {.given = text};
    return pointer.taken;
}

Agraph_t *gp_gv_open(const char *name, Agdisc_t *discipline)
{
    return agopen(only_read(name), Agstrictdirected, discipline);
}

Agnode_t *gp_gv_node(Agraph_t *graph, const char *name)
{
    return agnode(graph, only_read(name), 1);
}

Agedge_t *gp_gv_edge(Agraph_t *graph, Agnode_t *from, Agnode_t *to)
{
    return agedge(graph, from, to, NULL, 1);
}

Agraph_t *gp_gv_subgraph(Agraph_t *graph, const char *name)
{
    return agsubg(graph, only_read(name), 1);
}

Agsym_t *gp_gv_default(Agraph_t *graph, int kind, const char *name, const char *value)
{
    return agattr(graph, kind, only_read(name), only_read(value));
}

void gp_gv_set(void *object, Agsym_t *attribute, const char *value)
{
    agxset(object, attribute, only_read(value));
}
