/* SPDX-License-Identifier: MIT
 * The links of an MS Project plan: what each task waits for, and so what is a capability (something
 * follows from it) and what an intervention (it ends a chain). */
#include "io/mspdi/mspdi_take.h"

#include <string.h>

static gp_status find_link(gp_mspdi_taker *t, uint32_t to, const gp_mspdi_link *link,
                           uint32_t *from)
{
    const gp_mspdi_task *task = &t->tasks[to];
    *from = gp_find_mspdi_task(t, link->uid);
    if (*from == GP_NONE || link->is_cross) {
        *from = GP_NONE;
        return gp_report_mspdi_task(t, task,
                                    GP_WORDS("a link with a task that is not there",
                                             "een koppeling met een taak die er niet is"),
                                    NULL);
    }
    if (t->ids[*from]) return GP_OK;
    const char *name = t->tasks[*from].name;
    *from = GP_NONE;
    return gp_report_mspdi_task(t, task,
                                GP_WORDS("the link with a task that is not carried over",
                                         "de koppeling met een taak die niet overkomt"),
                                name);
}

gp_status gp_find_mspdi_links(gp_mspdi_taker *t)
{
    const gp_mspdi_link *links = t->plan->links.data;
    t->from = GP_NEW(t->job, uint32_t, t->plan->links.count);
    if (!t->from) return gp_no_memory(t->job);
    for (uint32_t i = 0; i < t->count; i++) t->is_intervention[i] = t->ids[i] != NULL;
    for (uint32_t to = 0; to < t->count; to++) {
        const gp_mspdi_task *task = &t->tasks[to];
        bool is_summary = task->is_summary && task->link_count > 0;
        if (is_summary)
            GP_TRY(gp_report_mspdi_task(
                t, task,
                GP_WORDS("the links of a summary task", "de koppelingen van een samenvattingstaak"),
                NULL));
        for (uint32_t k = 0; k < task->link_count; k++) {
            uint32_t *from = &t->from[task->link_first + k];
            *from = GP_NONE;
            if (!t->ids[to]) continue;
            GP_TRY(find_link(t, to, &links[task->link_first + k], from));
            if (*from != GP_NONE) t->is_intervention[*from] = 0;
        }
    }
    return GP_OK;
}

/* A capability cannot wait for an intervention, so what follows one is an intervention too. */
gp_status gp_settle_mspdi_kinds(gp_mspdi_taker *t)
{
    uint32_t link_count = (uint32_t)t->plan->links.count, waiting = 0;
    uint32_t *first = GP_NEW(t->job, uint32_t, (size_t)t->count + 2);
    uint32_t *next = GP_NEW(t->job, uint32_t, link_count);
    uint32_t *stack = GP_NEW(t->job, uint32_t, t->count);
    if (!first || !next || !stack) return gp_no_memory(t->job);
    for (uint32_t i = 0; i < link_count; i++)
        if (t->from[i] != GP_NONE) first[t->from[i] + 2]++;
    for (uint32_t i = 2; i < t->count + 2; i++) first[i] += first[i - 1];
    for (uint32_t to = 0; to < t->count; to++)
        for (uint32_t k = 0; k < t->tasks[to].link_count; k++) {
            uint32_t from = t->from[t->tasks[to].link_first + k];
            if (from != GP_NONE) next[first[from + 1]++] = to;
        }
    for (uint32_t i = 0; i < t->count; i++) {
        const char *kind = t->tasks[i].kind;
        if (kind && t->ids[i]) t->is_intervention[i] = strcmp(kind, "intervention") == 0;
        if (t->is_intervention[i]) stack[waiting++] = i;
    }
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

/* ---- requirements ---- */

static gp_status add_link(gp_mspdi_taker *t, uint32_t to, const gp_mspdi_link *link, uint32_t from)
{
    const gp_mspdi_task *task = &t->tasks[to];
    bool from_start = link->type == GP_MSPDI_SS || link->type == GP_MSPDI_SF;
    bool by_ready = link->type == GP_MSPDI_FF || link->type == GP_MSPDI_SF;
    bool live_is_default = t->is_intervention[to] && !t->is_intervention[from];
    bool is_percent = link->lag && (link->lag_format == 19 || link->lag_format == 20 ||
                                    link->lag_format == 51 || link->lag_format == 52);
    if (is_percent)
        GP_TRY(gp_report_mspdi_task(
            t, task, GP_WORDS("a lag in percent", "een vertraging in procenten"), t->ids[from]));
    bool has_lag = link->lag && !is_percent;
    if (!from_start && !by_ready && !live_is_default && !has_lag) {
        gp_add_text_node(t->tree, t->ids[from], strlen(t->ids[from]), link->spot);
        return GP_OK;
    }
    gp_open_node(t->tree, '{', link->spot);
    gp_add_member(t->tree, "id", t->ids[from], link->spot);
    if (by_ready || live_is_default)
        gp_add_member(t->tree, "by", by_ready ? "ready" : "start", link->spot);
    if (from_start) gp_add_member(t->tree, "from", "start", link->spot);
    if (has_lag)
        GP_TRY(gp_add_mspdi_span(t, task, "lag", link->lag / 10, link->lag_format, link->spot));
    gp_close_node(t->tree);
    return GP_OK;
}

gp_status gp_add_mspdi_requires(gp_mspdi_taker *t, uint32_t to)
{
    const gp_mspdi_task *task = &t->tasks[to];
    const gp_mspdi_link *links = t->plan->links.data;
    bool has_any = false;
    for (uint32_t i = 0; i < task->link_count; i++)
        has_any = has_any || t->from[task->link_first + i] != GP_NONE;
    if (!has_any) return GP_OK;
    gp_add_key(t->tree, "requires", 8, task->spot);
    gp_open_node(t->tree, '[', task->spot);
    for (uint32_t i = 0; i < task->link_count; i++) {
        uint32_t from = t->from[task->link_first + i];
        if (from != GP_NONE) GP_TRY(add_link(t, to, &links[task->link_first + i], from));
    }
    gp_close_node(t->tree);
    return GP_OK;
}
