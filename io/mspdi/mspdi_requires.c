/* SPDX-License-Identifier: MIT
 * What each record of an MS Project plan requires, and so what is a capability (something follows
 * from it) and what an intervention (it ends a chain). */
#include "io/mspdi/mspdi_take.h"

#include <string.h>

/* A capability cannot wait for an intervention, so what follows one is an intervention too. */
static gp_status spread_interventions(gp_mspdi_taker *t)
{
    const gp_mspdi_need *needs = t->needs;
    uint32_t need_count = t->need_count, waiting = 0;
    uint32_t *first = GP_NEW(t->job, uint32_t, (size_t)t->record_count + 2);
    uint32_t *next = GP_NEW(t->job, uint32_t, need_count);
    uint32_t *stack = GP_NEW(t->job, uint32_t, t->record_count);
    if (!first || !next || !stack) return gp_no_memory(t->job);
    for (uint32_t i = 0; i < need_count; i++) first[needs[i].from + 2]++;
    for (uint32_t i = 2; i < t->record_count + 2; i++) first[i] += first[i - 1];
    for (uint32_t i = 0; i < need_count; i++) next[first[needs[i].from + 1]++] = needs[i].to;
    for (uint32_t i = 0; i < t->record_count; i++)
        if (t->is_intervention[i]) stack[waiting++] = i;
    while (waiting) {
        uint32_t from = stack[--waiting];
        for (uint32_t k = first[from]; k < first[from + 1]; k++) {
            if (t->is_intervention[next[k]]) continue;
            t->is_intervention[next[k]] = 1;
            stack[waiting++] = next[k];
        }
    }
    return GP_OK;
}

gp_status gp_settle_mspdi_kinds(gp_mspdi_taker *t)
{
    const gp_mspdi_need *needs = t->needs;
    t->is_intervention = GP_NEW(t->job, uint8_t, t->record_count);
    if (!t->is_intervention) return gp_no_memory(t->job);
    for (uint32_t i = 0; i < t->record_count; i++) t->is_intervention[i] = t->ids[i] != NULL;
    for (uint32_t i = 0; i < t->need_count; i++) t->is_intervention[needs[i].from] = 0;
    for (uint32_t i = 0; i < t->record_count; i++) {
        const char *kind = t->tasks[i].kind;
        if (kind && t->ids[i]) t->is_intervention[i] = strcmp(kind, "intervention") == 0;
    }
    return spread_interventions(t);
}

/* ---- requirements ---- */

/* What the requirement says beside which record it is of. Nothing: only its id is to be written. */
typedef struct terms {
    const char *by, *from, *lag; /* NULL: not said */
} terms;

static terms find_terms(const gp_mspdi_taker *t, const gp_mspdi_need *need,
                        char lag[GP_MSPDI_SPAN_SIZE])
{
    static const gp_mspdi_arc plain = {.type = GP_MSPDI_FS};
    const gp_mspdi_arc *arc = need->link == GP_NONE ? &plain : &t->arcs[need->link];
    bool is_live_default =
        t->is_intervention[need->to] && (need->is_any || !t->is_intervention[need->from]);
    bool is_by_ready = arc->type == GP_MSPDI_FF || arc->type == GP_MSPDI_SF;
    bool is_from_start = arc->type == GP_MSPDI_SS || arc->type == GP_MSPDI_SF;
    bool is_part;
    gp_mspdi_span(arc->minutes, arc->format, t->minutes_per_day, lag, &is_part);
    return (terms){is_by_ready       ? "ready"
                   : is_live_default ? "start"
                                     : NULL,
                   is_from_start ? "start" : NULL, arc->minutes ? lag : NULL};
}

static void add_terms(gp_tree *tree, const terms *said, gp_spot spot)
{
    if (said->by) gp_add_member(tree, "by", said->by, spot);
    if (said->from) gp_add_member(tree, "from", said->from, spot);
    if (said->lag) gp_add_member(tree, "lag", said->lag, spot);
}

static void add_id(gp_mspdi_taker *t, uint32_t record, gp_spot spot)
{
    gp_add_text_node(t->tree, t->ids[record], strlen(t->ids[record]), spot);
}

/* The requirement that `count` needs make together: more than one, where one of them is enough. */
static void add_requirement(gp_mspdi_taker *t, const gp_mspdi_need *needs, uint32_t count)
{
    const gp_mspdi_link *links = t->plan->links.data;
    gp_spot spot = needs->link == GP_NONE ? t->tasks[needs->to].spot : links[needs->link].spot;
    char lag[GP_MSPDI_SPAN_SIZE];
    terms said = find_terms(t, needs, lag);
    if (count == 1 && !said.by && !said.from && !said.lag) {
        add_id(t, needs->from, spot);
        return;
    }
    gp_open_node(t->tree, '{', spot);
    if (count == 1) {
        gp_add_member(t->tree, "id", t->ids[needs->from], spot);
    } else {
        gp_add_key(t->tree, "any", 3, spot);
        gp_open_node(t->tree, '[', spot);
        for (uint32_t i = 0; i < count; i++) add_id(t, needs[i].from, spot);
        gp_close_node(t->tree);
    }
    add_terms(t->tree, &said, spot);
    gp_close_node(t->tree);
}

gp_status gp_add_mspdi_requires(gp_mspdi_taker *t, uint32_t to)
{
    const gp_mspdi_need *needs = t->needs;
    uint32_t i = t->need_from[to], end = t->need_from[to + 1];
    if (i == end) return GP_OK;
    gp_add_key(t->tree, "requires", 8, t->tasks[to].spot);
    gp_open_node(t->tree, '[', t->tasks[to].spot);
    while (i < end) {
        uint32_t count = 1;
        if (needs[i].is_any)
            while (i + count < end && needs[i + count].link == needs[i].link) count++;
        add_requirement(t, &needs[i], count);
        i += count;
    }
    gp_close_node(t->tree);
    return GP_OK;
}
