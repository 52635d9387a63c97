/* SPDX-License-Identifier: MIT
 * How many interventions rest on each capability, directly or through others, and in which stages
 * and scenarios? Interventions go in blocks of 512, one bit each, and scenarios likewise; a block's
 * bits flow along the requirements in reverse postorder, so that ids without circles take one
 * sweep. Circles of steps take another sweep for each time they are gone round.
 *
 * "Rests on" follows every requirement as written, as in core/demand.c; "cannot do without"
 * follows those that must be met only, so an alternative is never one. Levels count: the nodes are
 * written steps (core/written.h), and all that rests on a step of a capability rests on its lowest.
 */
#include "core/beside.h"
#include "core/demand.h"
#include "core/dominators.h"
#include "groeipad/scenarios.h"

#include <stdlib.h>
#include <string.h>

#define BLOCK 512
#define WORDS (BLOCK / 64)
#define STAGES 4

typedef struct bits {
    uint64_t all[WORDS], must[WORDS];
} bits;

typedef struct search {
    gp_job *job;
    const gp_portfolio *portfolio;
    gp_written written;
    uint32_t *position; /* by step: place in reverse postorder + 1; 0: nothing rests on it */
    uint32_t *nodes;    /* steps by place */
    uint32_t node_count;
    uint32_t *next_first;              /* by place: its requirements, as in gp_network.arc_first */
    uint32_t *next;                    /* places */
    uint8_t *is_must;                  /* by requirement in next */
    bits *bits;                        /* by place */
    uint64_t (*stages)[STAGES][WORDS]; /* by block: which of its interventions are in a stage */
    gp_leverage *rows;
    uint64_t *scenarios;
    uint32_t scenario_words, block_count;
    uint32_t *dominator; /* as gp_find_dominators finds it */
} search;

/* ---- the order: a depth-first walk, as in core/explorer.c ---- */

static uint32_t next_target(const search *s, gp_written_cursor *top)
{
    uint32_t target;
    while ((target = gp_next_written(&s->written, top)) != GP_NONE)
        if (s->position[target] == 0) return target;
    return GP_NONE;
}

static void visit_from(search *s, uint32_t root, gp_written_cursor *stack)
{
    uint32_t depth = 0;
    if (s->position[root]) return;
    s->position[root] = GP_NONE;
    stack[depth++] = (gp_written_cursor){.step = root};
    while (depth) {
        uint32_t target = next_target(s, &stack[depth - 1]);
        if (target != GP_NONE) {
            s->position[target] = GP_NONE;
            stack[depth++] = (gp_written_cursor){.step = target};
            continue;
        }
        s->nodes[s->node_count++] = stack[--depth].step;
    }
}

static void turn_round(search *s)
{
    for (uint32_t i = 0, j = s->node_count; i + 1 < j; i++) {
        uint32_t step = s->nodes[--j];
        s->nodes[j] = s->nodes[i];
        s->nodes[i] = step;
    }
    for (uint32_t i = 0; i < s->node_count; i++) s->position[s->nodes[i]] = i + 1;
}

static gp_status order_nodes(search *s)
{
    const gp_portfolio *p = s->portfolio;
    uint32_t most = s->written.count, count = 0;
    size_t edges = (size_t)p->requirement_count + most;
    gp_written_cursor *stack = GP_NEW(s->job, gp_written_cursor, most);
    s->position = GP_NEW(s->job, uint32_t, most);
    s->nodes = GP_NEW(s->job, uint32_t, most);
    s->next_first = GP_NEW(s->job, uint32_t, (size_t)most + 1);
    s->next = GP_NEW(s->job, uint32_t, edges);
    s->is_must = GP_NEW(s->job, uint8_t, edges);
    if (!stack || !s->position || !s->nodes || !s->next_first || !s->next || !s->is_must)
        return gp_no_memory(s->job);
    for (uint32_t i = 0; i < p->intervention_count; i++)
        visit_from(s, s->written.first[p->interventions[i].symbol], stack);
    turn_round(s);
    for (uint32_t i = 0; i < s->node_count; i++) {
        gp_written_cursor at = {.step = s->nodes[i]};
        s->next_first[i] = count;
        for (uint32_t step; (step = gp_next_written(&s->written, &at)) != GP_NONE;) {
            s->next[count] = s->position[step] - 1;
            s->is_must[count++] = at.is_must;
        }
    }
    s->next_first[s->node_count] = count;
    return GP_OK;
}

/* ---- which interventions are in a stage ---- */

static gp_status make_masks(search *s)
{
    const gp_portfolio *p = s->portfolio;
    s->block_count = (p->intervention_count + BLOCK - 1) / BLOCK;
    s->scenario_words = (p->scenarios.count + 63) / 64;
    s->stages = gp_allocate(s->job, s->block_count, sizeof *s->stages);
    s->rows = GP_NEW(s->job, gp_leverage, p->capability_count);
    s->scenarios = GP_NEW(s->job, uint64_t, (size_t)p->capability_count * s->scenario_words);
    s->bits = GP_NEW(s->job, bits, s->node_count);
    if (!s->stages || !s->rows || !s->scenarios || !s->bits) return gp_no_memory(s->job);
    for (uint32_t i = 0; i < p->intervention_count; i++)
        s->stages[i / BLOCK][p->interventions[i].stage][i % BLOCK / 64] |= (uint64_t)1 << i % 64;
    return GP_OK;
}

/* ---- one block ---- */

static uint32_t place_of(const search *s, uint32_t symbol)
{
    return s->position[s->written.first[symbol]] - 1;
}

/* The capability whose lowest step stands there, or GP_NONE. */
static uint32_t capability_at(const search *s, uint32_t place)
{
    uint32_t symbol = s->written.symbol[s->nodes[place]];
    gp_item item = s->portfolio->items[symbol];
    bool is_lowest = s->nodes[place] == s->written.first[symbol];
    return item.kind == GP_ITEM_CAPABILITY && is_lowest ? item.index : GP_NONE;
}

static bool flow(uint64_t *to, const uint64_t *from)
{
    uint64_t grown = 0;
    for (int w = 0; w < WORDS; w++) {
        grown |= from[w] & ~to[w];
        to[w] |= from[w];
    }
    return grown != 0;
}

/* Returns whether all is passed on; not so where bits grew before the sweep's own place. */
static bool sweep(search *s)
{
    bool is_done = true;
    for (uint32_t place = 0; place < s->node_count; place++) {
        const bits *from = &s->bits[place];
        for (uint32_t i = s->next_first[place]; i < s->next_first[place + 1]; i++) {
            bits *to = &s->bits[s->next[i]];
            bool has_grown = flow(to->all, from->all);
            if (s->is_must[i]) has_grown |= flow(to->must, from->must);
            if (has_grown && s->next[i] < place) is_done = false;
        }
    }
    return is_done;
}

static uint32_t count_bits(const uint64_t *words)
{
    uint32_t count = 0;
    for (int w = 0; w < WORDS; w++) count += (uint32_t)__builtin_popcountll(words[w]);
    return count;
}

static void count_stages(search *s, uint32_t block, const uint64_t *all, gp_leverage *row)
{
    for (int stage = 0; stage < STAGES; stage++)
        for (int w = 0; w < WORDS; w++)
            row->by_stage[stage] +=
                (uint32_t)__builtin_popcountll(all[w] & s->stages[block][stage][w]);
}

static void run_block(search *s, uint32_t block)
{
    const gp_portfolio *p = s->portfolio;
    uint32_t first = block * BLOCK, end = first + BLOCK;
    memset(s->bits, 0, s->node_count * sizeof *s->bits);
    for (uint32_t i = first; i < end && i < p->intervention_count; i++) {
        bits *own = &s->bits[place_of(s, p->interventions[i].symbol)];
        own->all[i % BLOCK / 64] |= (uint64_t)1 << i % 64;
        own->must[i % BLOCK / 64] |= (uint64_t)1 << i % 64;
    }
    while (!sweep(s)) {}
    for (uint32_t place = 0; place < s->node_count; place++) {
        uint32_t capability = capability_at(s, place);
        if (capability == GP_NONE) continue;
        gp_leverage *row = &s->rows[capability];
        row->all += count_bits(s->bits[place].all);
        row->must += count_bits(s->bits[place].must);
        count_stages(s, block, s->bits[place].all, row);
    }
}

/* ---- a block of scenarios: what of them reaches each capability ---- */

/* An intervention that names no scenario belongs to all. */
static void enter_scenarios(search *s, const gp_intervention *intervention, uint32_t first)
{
    uint64_t *own = s->bits[place_of(s, intervention->symbol)].all;
    uint32_t end = first + BLOCK, count = s->portfolio->scenarios.count;
    if (end > count) end = count;
    for (uint32_t k = first; intervention->scenario_count == 0 && k < end; k++)
        own[(k - first) / 64] |= (uint64_t)1 << k % 64;
    for (uint32_t i = 0; i < intervention->scenario_count; i++) {
        uint32_t k = intervention->scenarios[i];
        if (k >= first && k < end) own[(k - first) / 64] |= (uint64_t)1 << k % 64;
    }
}

static void run_scenarios(search *s, uint32_t first)
{
    const gp_portfolio *p = s->portfolio;
    uint32_t word = first / 64, count = s->scenario_words - word;
    if (count > WORDS) count = WORDS;
    memset(s->bits, 0, s->node_count * sizeof *s->bits);
    for (uint32_t i = 0; i < p->intervention_count; i++)
        enter_scenarios(s, &p->interventions[i], first);
    while (!sweep(s)) {}
    for (uint32_t place = 0; place < s->node_count; place++) {
        uint32_t capability = capability_at(s, place);
        if (capability == GP_NONE) continue;
        memcpy(&s->scenarios[(size_t)capability * s->scenario_words + word], s->bits[place].all,
               count * sizeof(uint64_t));
    }
}

/* ---- the whole ---- */

typedef struct ranked {
    uint32_t all, direct, capability;
    const char *id;
} ranked;

static int most_first(const void *left, const void *right)
{
    const ranked *a = left, *b = right;
    if (a->all != b->all) return a->all < b->all ? 1 : -1;
    if (a->direct != b->direct) return a->direct < b->direct ? 1 : -1;
    return strcmp(a->id, b->id);
}

static gp_status rank(const search *s, gp_leverages *out)
{
    uint32_t count = s->portfolio->capability_count;
    ranked *all = GP_NEW(s->job, ranked, count);
    uint32_t *order = GP_NEW(s->job, uint32_t, count);
    if (!all || !order) return gp_no_memory(s->job);
    for (uint32_t i = 0; i < count; i++)
        all[i] = (ranked){s->rows[i].all, s->rows[i].direct, i,
                          s->portfolio->ids[s->portfolio->capabilities[i].symbol]};
    if (count) qsort(all, count, sizeof *all, most_first);
    for (uint32_t i = 0; i < count; i++) order[i] = all[i].capability;
    out->order = order;
    return GP_OK;
}

/* The tree of dominators: children[first[v] .. first[v + 1]), roots under the last. */
typedef struct tree {
    uint32_t *first, *children;
} tree;

static gp_status plant(const search *s, const uint32_t *dominator, tree *out)
{
    uint32_t count = s->written.count;
    uint32_t *first = GP_NEW(s->job, uint32_t, (size_t)count + 3);
    uint32_t *children = GP_NEW(s->job, uint32_t, count);
    if (!first || !children) return gp_no_memory(s->job);
    for (uint32_t i = 0; i < count; i++)
        first[(dominator[i] == GP_NONE ? count : dominator[i]) + 2]++;
    for (uint32_t i = 2; i < count + 3; i++) first[i] += first[i - 1];
    for (uint32_t i = 0; i < count; i++)
        children[first[(dominator[i] == GP_NONE ? count : dominator[i]) + 1]++] = i;
    *out = (tree){first, children};
    return GP_OK;
}

/* What has been met on the way down the tree to here. */
typedef struct descent {
    uint32_t step, next, seen; /* next child; interventions seen before this step was entered */
} descent;

/* How many interventions lie below a step of each capability in the tree? A walk down it; of two
 * steps of a capability, one below the other, the upper one counts. */
static gp_status count_through(const search *s, const uint32_t *dominator)
{
    const gp_portfolio *p = s->portfolio;
    uint32_t depth = 0, seen = 0;
    tree grown;
    descent *stack = GP_NEW(s->job, descent, (size_t)s->written.count + 1);
    uint32_t *open = GP_NEW(s->job, uint32_t, p->symbol_count); /* steps the walk is below */
    if (!stack || !open) return gp_no_memory(s->job);
    GP_TRY(plant(s, dominator, &grown));
    stack[depth++] = (descent){s->written.count, grown.first[s->written.count], 0};
    while (depth) {
        descent *top = &stack[depth - 1];
        if (top->next < grown.first[top->step + 1]) {
            uint32_t step = grown.children[top->next++], symbol = s->written.symbol[step];
            stack[depth++] = (descent){step, grown.first[step], seen};
            open[symbol]++;
            continue;
        }
        descent left = stack[--depth];
        if (left.step == s->written.count) break;
        uint32_t symbol = s->written.symbol[left.step];
        gp_item item = p->items[symbol];
        if (--open[symbol] == 0 && item.kind == GP_ITEM_CAPABILITY)
            s->rows[item.index].through += seen - left.seen;
        seen += item.kind == GP_ITEM_INTERVENTION;
    }
    return GP_OK;
}

/* By symbol, of its highest step: the nearest other id that every chain to it runs through. */
static gp_status name_dominators(const search *s, gp_leverages *out)
{
    const gp_written *written = &s->written;
    uint32_t *by_symbol = GP_NEW(s->job, uint32_t, s->portfolio->symbol_count);
    if (!by_symbol) return gp_no_memory(s->job);
    for (uint32_t i = 0; i < s->portfolio->symbol_count; i++) {
        uint32_t at = s->dominator[written->first[i + 1] - 1];
        while (at != GP_NONE && written->symbol[at] == i) at = s->dominator[at];
        by_symbol[i] = at == GP_NONE ? GP_NONE : written->symbol[at];
    }
    out->dominator = by_symbol;
    out->step_first = written->first;
    out->step_symbol = written->symbol;
    out->step_dominator = s->dominator;
    return GP_OK;
}

static gp_status count_interventions(gp_job *job, void *state)
{
    search *s = state;
    const gp_demand *demand;
    GP_TRY(order_nodes(s));
    GP_TRY(make_masks(s));
    for (uint32_t block = 0; block < s->block_count; block++) run_block(s, block);
    for (uint32_t i = 0; i < s->portfolio->scenarios.count; i += BLOCK) run_scenarios(s, i);
    GP_TRY(gp_find_demand(job, s->portfolio, &demand));
    for (uint32_t i = 0; i < s->portfolio->capability_count; i++)
        s->rows[i].direct = demand[i].direct_count;
    return GP_OK;
}

static gp_status find_dominators(gp_job *job, void *state)
{
    search *s = state;
    return gp_find_dominators(job, &s->written, &s->dominator);
}

gp_status gp_find_leverage(gp_job *job, const gp_portfolio *portfolio, gp_leverages *out)
{
    search s = {.job = job, .portfolio = portfolio};
    gp_leverages all = {0};
    GP_TRY(gp_list_written(job, portfolio, &s.written));
    GP_TRY(gp_do_both(job, portfolio, count_interventions, find_dominators, &s));
    GP_TRY(count_through(&s, s.dominator));
    GP_TRY(rank(&s, &all));
    GP_TRY(gp_find_asked(job, portfolio, &all.asked));
    all.rows = s.rows;
    all.scenarios = s.scenarios;
    all.scenario_words = s.scenario_words;
    GP_TRY(name_dominators(&s, &all));
    *out = all;
    return GP_OK;
}
