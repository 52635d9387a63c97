/* SPDX-License-Identifier: MIT
 * The needs of the records of an MS Project plan, in order. */
#include "io/mspdi/mspdi_take.h"

static bool is_same(const gp_mspdi_taker *t, const gp_mspdi_need *a, const gp_mspdi_need *b)
{
    static const gp_mspdi_arc plain = {.type = GP_MSPDI_FS};
    const gp_mspdi_arc *left = a->link == GP_NONE ? &plain : &t->arcs[a->link];
    const gp_mspdi_arc *right = b->link == GP_NONE ? &plain : &t->arcs[b->link];
    return a->to == b->to && a->from == b->from && (a->is_pushed || b->is_pushed) &&
           left->type == right->type && left->minutes == right->minutes &&
           left->format == right->format;
}

gp_status gp_sort_mspdi_needs(gp_mspdi_taker *t, const gp_mspdi_need *needs, uint32_t count)
{
    gp_mspdi_need *sorted = GP_NEW(t->job, gp_mspdi_need, count);
    uint32_t *last = GP_NEW(t->job, uint32_t, t->record_count); /* one more than the need */
    t->need_from = GP_NEW(t->job, uint32_t, (size_t)t->record_count + 2);
    if (!sorted || !last || !t->need_from) return gp_no_memory(t->job);
    for (uint32_t i = 0; i < count; i++) t->need_from[needs[i].to + 2]++;
    for (uint32_t i = 2; i < t->record_count + 2; i++) t->need_from[i] += t->need_from[i - 1];
    for (uint32_t i = 0; i < count; i++) sorted[t->need_from[needs[i].to + 1]++] = needs[i];
    uint32_t kept = 0, begin = 0;
    for (uint32_t to = 0; to < t->record_count; to++) {
        uint32_t end = t->need_from[to + 1];
        t->need_from[to] = kept;
        for (; begin < end; begin++) {
            const gp_mspdi_need *need = &sorted[begin];
            uint32_t before = last[need->from];
            bool is_double = !need->is_any && before && is_same(t, &sorted[before - 1], need);
            if (is_double) continue;
            last[need->from] = need->is_any ? 0 : kept + 1;
            sorted[kept++] = *need;
        }
    }
    t->need_from[t->record_count] = kept;
    t->needs = sorted;
    t->need_count = kept;
    return GP_OK;
}
