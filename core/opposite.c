/* SPDX-License-Identifier: MIT
 * What do the interventions aim at, and do two of them pull one dimension in opposite directions
 * on the same people at the same moment? That needs no measurement: one of the two must be
 * wrong there, or the contexts are not what was meant. */
#include "core/fit.h"

#include <stdlib.h>
#include <string.h>

/* ---- aims ---- */

static gp_status sort_aims(gp_job *job, const gp_portfolio *portfolio, const gp_fits *fits,
                           gp_aims_by_dimension *out)
{
    uint32_t dimensions = portfolio->dimensions.count;
    uint32_t *first = GP_NEW(job, uint32_t, (size_t)dimensions + 2);
    uint32_t *sorted = GP_NEW(job, uint32_t, fits->aim_count);
    if (!first || !sorted) return gp_no_memory(job);
    for (uint32_t i = 0; i < fits->aim_count; i++) first[fits->aims[i].dimension + 2]++;
    for (uint32_t d = 0; d < dimensions; d++) first[d + 2] += first[d + 1];
    for (uint32_t i = 0; i < fits->aim_count; i++) sorted[first[fits->aims[i].dimension + 1]++] = i;
    *out = (gp_aims_by_dimension){sorted, first};
    return GP_OK;
}

gp_status gp_list_aims(gp_job *job, const gp_portfolio *portfolio, gp_fits *fits,
                       gp_aims_by_dimension *out)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < portfolio->intervention_count; i++)
        count += portfolio->interventions[i].address_count;
    gp_aim *aims = GP_NEW(job, gp_aim, count);
    uint32_t *first = GP_NEW(job, uint32_t, (size_t)portfolio->intervention_count + 1);
    if (!aims || !first) return gp_no_memory(job);
    count = 0;
    for (uint32_t i = 0; i < portfolio->intervention_count; i++) {
        const gp_intervention *intervention = &portfolio->interventions[i];
        for (uint32_t a = 0; a < intervention->address_count; a++)
            aims[count++] = (gp_aim){.intervention = i,
                                     .dimension = intervention->addresses[a].dimension,
                                     .direction = intervention->addresses[a].direction,
                                     .worsens = GP_NONE,
                                     .too_little = GP_NONE,
                                     .too_much = GP_NONE,
                                     .opposed_by = GP_NONE};
        first[i + 1] = count;
    }
    fits->aims = aims;
    fits->aim_count = count;
    fits->aim_first = first;
    return sort_aims(job, portfolio, fits, out);
}

/* ---- opposites ---- */

typedef struct opposites {
    const gp_portfolio *portfolio;
    gp_aim *aims;
    uint32_t *pulling[2]; /* aims seen so far that ask for more, for less */
    uint32_t count[2];
    uint32_t work; /* comparisons that are left */
} opposites;

/* Have two lists something in common? An empty one means everything. */
static bool share_one(opposites *o, const uint32_t *a, uint32_t a_count, const uint32_t *b,
                      uint32_t b_count)
{
    if (a_count == 0 || b_count == 0) return true;
    if ((uint64_t)a_count * b_count > o->work) {
        o->work = 0;
        return false;
    }
    o->work -= a_count * b_count;
    for (uint32_t i = 0; i < a_count; i++)
        for (uint32_t j = 0; j < b_count; j++)
            if (a[i] == b[j]) return true;
    return false;
}

/* The same people, at the same moment, in the same future. */
static bool can_meet(opposites *o, uint32_t left, uint32_t right)
{
    const gp_intervention *a = &o->portfolio->interventions[left];
    const gp_intervention *b = &o->portfolio->interventions[right];
    return share_one(o, a->segments, a->segment_count, b->segments, b->segment_count) &&
           share_one(o, a->situations, a->situation_count, b->situations, b->situation_count) &&
           share_one(o, a->scenarios, a->scenario_count, b->scenarios, b->scenario_count);
}

static void look_for_opposite(opposites *o, gp_aim *aim, int side)
{
    for (uint32_t i = 0; i < o->count[!side] && o->work > 0; i++, o->work--) {
        uint32_t other = o->aims[o->pulling[!side][i]].intervention;
        if (other == aim->intervention || !can_meet(o, other, aim->intervention)) continue;
        aim->opposed_by = other;
        return;
    }
}

/* An aim while the aims of a dimension are put in the order of their ids. */
typedef struct named_aim {
    const char *id;
    uint32_t aim;
} named_aim;

static int by_id(const void *left, const void *right)
{
    const named_aim *a = left, *b = right;
    int order = strcmp(a->id, b->id);
    return order ? order : (a->aim > b->aim) - (a->aim < b->aim);
}

/* Whoever comes later in the order of ids is told the first that pulls the other way, so that a
 * pair is the same in whatever order the file has them. */
static void look_in_dimension(opposites *o, named_aim *named, uint32_t count)
{
    if (count) qsort(named, count, sizeof *named, by_id);
    o->count[0] = o->count[1] = 0;
    for (uint32_t i = 0; i < count; i++) {
        gp_aim *aim = &o->aims[named[i].aim];
        bool is_less = aim->direction == GP_DIRECTION_LESS;
        if (!is_less && aim->direction != GP_DIRECTION_MORE) continue;
        look_for_opposite(o, aim, is_less);
        o->pulling[is_less][o->count[is_less]++] = named[i].aim;
    }
}

gp_status gp_find_opposites(gp_job *job, const gp_portfolio *portfolio,
                            const gp_aims_by_dimension *order, gp_aim *aims)
{
    uint32_t most = 0;
    for (uint32_t d = 0; d < portfolio->dimensions.count; d++)
        if (order->first[d + 1] - order->first[d] > most)
            most = order->first[d + 1] - order->first[d];
    opposites o = {.portfolio = portfolio,
                   .aims = aims,
                   .pulling = {GP_NEW(job, uint32_t, most), GP_NEW(job, uint32_t, most)},
                   .work = GP_OPPOSITES_WORK_MAX};
    named_aim *named = GP_NEW(job, named_aim, most);
    if (!o.pulling[0] || !o.pulling[1] || !named) return gp_no_memory(job);
    for (uint32_t d = 0; d < portfolio->dimensions.count; d++) {
        uint32_t first = order->first[d], count = order->first[d + 1] - first;
        for (uint32_t i = 0; i < count; i++) {
            uint32_t aim = order->aims[first + i];
            uint32_t symbol = portfolio->interventions[aims[aim].intervention].symbol;
            named[i] = (named_aim){portfolio->ids[symbol], aim};
        }
        look_in_dimension(&o, named, count);
    }
    return GP_OK;
}
