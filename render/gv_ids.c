/* SPDX-License-Identifier: MIT
 * In which order does Graphviz write subgraphs? In that of their ids. So a subgraph gets its number
 * for an id: even ones, since odd ids are those of what has no name. */
#include "render/gv_ids.h"

static void *open_ids(Agraph_t *graph, Agdisc_t *discipline)
{
    union { /* the discipline is the first member */
        Agdisc_t *discipline;
        gp_gv_ids *ids;
    } self = {discipline};
    self.ids->usual = AgIdDisc.open(graph, discipline);
    return self.ids;
}

static uint32_t number_of(const gp_gv_ids *ids, IDTYPE usual)
{
    uint32_t i = 0;
    while (i < ids->count && ids->subgraphs[i] != usual) i++;
    return i;
}

static long map_id(void *state, int kind, char *text, IDTYPE *id, int is_new)
{
    gp_gv_ids *ids = state;
    long is_done = AgIdDisc.map(ids->usual, kind, text, id, is_new);
    if (kind != AGRAPH || !is_done || !text) return is_done;
    uint32_t number = number_of(ids, *id);
    if (number == ids->count && (!is_new || ids->count == ids->room)) {
        *id = 0; /* there is none; as Graphviz' own says it */
        return is_new ? 0 : is_done;
    }
    if (number == ids->count) ids->subgraphs[ids->count++] = *id;
    *id = 2 * ((IDTYPE)number + 1);
    return is_done;
}

static IDTYPE usual_id(const gp_gv_ids *ids, int kind, IDTYPE id)
{
    bool is_ours = kind == AGRAPH && id && id % 2 == 0 && id / 2 <= ids->count;
    return is_ours ? ids->subgraphs[id / 2 - 1] : id;
}

static long allocate_id(void *state, int kind, IDTYPE id)
{
    return AgIdDisc.alloc(((gp_gv_ids *)state)->usual, kind, id);
}

static void free_id(void *state, int kind, IDTYPE id)
{
    AgIdDisc.free(((gp_gv_ids *)state)->usual, kind, usual_id(state, kind, id));
}

static char *print_id(void *state, int kind, IDTYPE id)
{
    return AgIdDisc.print(((gp_gv_ids *)state)->usual, kind, usual_id(state, kind, id));
}

static void close_ids(void *state)
{
    AgIdDisc.close(((gp_gv_ids *)state)->usual);
}

static void register_thing(void *state, int kind, void *thing)
{
    AgIdDisc.idregister(((gp_gv_ids *)state)->usual, kind, thing);
}

gp_status gp_make_gv_ids(gp_job *job, uint32_t subgraph_count, Agiodisc_t *io, gp_gv_ids *out)
{
    *out = (gp_gv_ids){
        .rows = {open_ids, map_id, allocate_id, free_id, print_id, close_ids, register_thing},
        .room = subgraph_count + 1};
    out->discipline = (Agdisc_t){.mem = &AgMemDisc, .id = &out->rows, .io = io};
    out->subgraphs = GP_NEW(job, IDTYPE, out->room);
    return out->subgraphs ? GP_OK : gp_no_memory(job);
}
