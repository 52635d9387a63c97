/* SPDX-License-Identifier: MIT
 * Which explored interventions rest on each premature capability? Interventions go in blocks of
 * 64, one bit each; a block's bits flow along the requirements in reverse postorder, and only
 * ids that a bit reaches are visited. Circles cost another sweep.
 *
 * Thousands of capabilities often share one long list. So capabilities are kept in classes that
 * each block refines (those with the same bits stay together), and a list is written per class. */
#include "core/demand.h"
#include "core/written.h"

#include <string.h>

#define BLOCK 64

/* A set of interventions: those of its parent and some of one block. Class 0 is empty. */
typedef struct explorer_class {
    uint64_t bits;
    uint32_t parent, block, count;
    uint32_t *list; /* written when first asked for */
} explorer_class;

typedef struct explorers {
    gp_job *job;
    const gp_portfolio *portfolio;
    const gp_demand *demand;
    gp_written written;
    uint32_t *position; /* by step: place in reverse postorder + 1; 0: of no interest */
    uint32_t node_count;
    uint32_t *next_first; /* by place: its successors' places, as in gp_network.arc_first */
    uint32_t *next;
    uint64_t *bits;     /* by place */
    uint64_t *is_dirty; /* a bit by place: its bits have grown since they were passed on */
    uint64_t *is_touched;
    uint32_t *class_of;    /* by place */
    gp_array classes;      /* explorer_class */
    uint32_t *slots;       /* class by hash of (parent, bits); those of older blocks are free */
    uint32_t slot_count;   /* a power of two */
    const uint32_t *roots; /* explored interventions (symbols) */
    uint32_t root_count;
} explorers;

/* What a firm intervention rests on is not premature, but a higher level of it may be asked for by
 * explored ones alone, and what that requires is. So the walk leaves nothing out but what cannot
 * lead to a premature capability: none can where a capability has one step and is firm. */
static bool is_of_interest(const explorers *e, uint32_t step)
{
    uint32_t symbol = e->written.symbol[step];
    gp_item item = e->portfolio->items[symbol];
    if (item.kind == GP_ITEM_CAPABILITY)
        return e->demand[item.index].only_explored || step > e->written.first[symbol];
    return item.kind == GP_ITEM_INTERVENTION &&
           e->portfolio->interventions[item.index].stage == GP_EXPLORE;
}

/* ---- the order ---- */

/* The next step under it that was not seen yet, or GP_NONE when the cursor is done. */
static uint32_t next_target(const explorers *e, gp_written_cursor *top)
{
    uint32_t target;
    while ((target = gp_next_written(&e->written, top)) != GP_NONE)
        if (e->position[target] == 0 && is_of_interest(e, target)) return target;
    return GP_NONE;
}

/* Places come out as postorder here and are turned round at the end. `nodes` is filled with the
 * steps by place. */
static void visit_from(explorers *e, uint32_t root, gp_written_cursor *stack, uint32_t *nodes)
{
    uint32_t depth = 0;
    if (e->position[root]) return;
    e->position[root] = GP_NONE;
    stack[depth++] = (gp_written_cursor){.step = root};
    while (depth) {
        uint32_t target = next_target(e, &stack[depth - 1]);
        if (target != GP_NONE) {
            e->position[target] = GP_NONE;
            stack[depth++] = (gp_written_cursor){.step = target};
            continue;
        }
        nodes[e->node_count++] = stack[--depth].step;
    }
}

static void turn_round(explorers *e, uint32_t *nodes)
{
    for (uint32_t i = 0, j = e->node_count; i + 1 < j; i++) {
        uint32_t step = nodes[--j];
        nodes[j] = nodes[i];
        nodes[i] = step;
    }
    for (uint32_t i = 0; i < e->node_count; i++) e->position[nodes[i]] = i + 1;
}

static void list_successors(explorers *e, const uint32_t *nodes)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < e->node_count; i++) {
        gp_written_cursor at = {.step = nodes[i]};
        e->next_first[i] = count;
        for (uint32_t step; (step = gp_next_written(&e->written, &at)) != GP_NONE;)
            if (e->position[step]) e->next[count++] = e->position[step] - 1;
    }
    e->next_first[e->node_count] = count;
}

static gp_status order_nodes(explorers *e)
{
    uint32_t most = e->written.count;
    gp_written_cursor *stack = GP_NEW(e->job, gp_written_cursor, most);
    uint32_t *nodes = GP_NEW(e->job, uint32_t, most);
    e->position = GP_NEW(e->job, uint32_t, most);
    if (!stack || !nodes || !e->position) return gp_no_memory(e->job);
    for (uint32_t i = 0; i < e->root_count; i++)
        visit_from(e, e->written.first[e->roots[i]], stack, nodes);
    turn_round(e, nodes);
    e->next_first = GP_NEW(e->job, uint32_t, (size_t)e->node_count + 1);
    e->next = GP_NEW(e->job, uint32_t, (size_t)e->portfolio->requirement_count + most);
    if (!e->next_first || !e->next) return gp_no_memory(e->job);
    list_successors(e, nodes);
    return GP_OK;
}

/* ---- one block ---- */

/* Returns whether the bits of the place have grown. */
static bool raise_bits(explorers *e, uint32_t place, uint64_t bits)
{
    if ((e->bits[place] | bits) == e->bits[place]) return false;
    e->bits[place] |= bits;
    e->is_dirty[place / 64] |= (uint64_t)1 << place % 64;
    e->is_touched[place / 64] |= (uint64_t)1 << place % 64;
    return true;
}

static uint32_t lowest_bit(uint64_t word)
{
    return (uint32_t)__builtin_ctzll(word);
}

/* Passes on what is dirty, in order of place. Returns false when something before the sweep's
 * current place became dirty: then another sweep is needed. */
static bool sweep(explorers *e)
{
    bool is_done = true;
    uint32_t words = (e->node_count + 63) / 64;
    for (uint32_t w = 0; w < words; w++)
        while (e->is_dirty[w]) {
            uint32_t place = w * 64 + lowest_bit(e->is_dirty[w]);
            e->is_dirty[w] &= e->is_dirty[w] - 1;
            for (uint32_t i = e->next_first[place]; i < e->next_first[place + 1]; i++)
                if (raise_bits(e, e->next[i], e->bits[place]) && e->next[i] / 64 < w)
                    is_done = false;
        }
    return is_done;
}

/* ---- classes ---- */

static uint32_t hash(uint32_t parent, uint64_t bits)
{
    uint64_t mixed = (bits ^ (uint64_t)parent * 0x9e3779b97f4a7c15U) * 0xff51afd7ed558ccdU;
    return (uint32_t)(mixed >> 32 ^ mixed >> 15);
}

/* The class of those in `parent` that this block gives `bits`; classes before `oldest` belong to
 * earlier blocks, so their slots count as free. GP_NONE when memory ran out. */
static uint32_t refine(explorers *e, uint32_t parent, uint32_t block, uint64_t bits,
                       uint32_t oldest)
{
    const explorer_class *classes = e->classes.data;
    uint32_t slot = hash(parent, bits) & (e->slot_count - 1);
    for (; e->slots[slot] >= oldest; slot = (slot + 1) & (e->slot_count - 1)) {
        const explorer_class *c = &classes[e->slots[slot]];
        if (c->parent == parent && c->bits == bits) return e->slots[slot];
    }
    explorer_class added = {.bits = bits,
                            .parent = parent,
                            .block = block,
                            .count = classes[parent].count + (uint32_t)__builtin_popcountll(bits)};
    uint32_t number = (uint32_t)e->classes.count;
    if (!gp_push(e->job, &e->classes, &added, 1)) return GP_NONE;
    return e->slots[slot] = number;
}

/* Refines the classes by the block's bits, and clears them. */
static gp_status finish_block(explorers *e, uint32_t block)
{
    uint32_t oldest = (uint32_t)e->classes.count;
    for (uint32_t w = 0; w < (e->node_count + 63) / 64; w++)
        for (; e->is_touched[w]; e->is_touched[w] &= e->is_touched[w] - 1) {
            uint32_t place = w * 64 + lowest_bit(e->is_touched[w]);
            uint32_t class = refine(e, e->class_of[place], block, e->bits[place], oldest);
            if (class == GP_NONE) return gp_no_memory(e->job);
            e->class_of[place] = class;
            e->bits[place] = 0;
        }
    return GP_OK;
}

static gp_status run_blocks(explorers *e)
{
    for (uint32_t first = 0; first < e->root_count; first += BLOCK) {
        for (uint32_t i = first; i < first + BLOCK && i < e->root_count; i++)
            raise_bits(e, e->position[e->written.first[e->roots[i]]] - 1,
                       (uint64_t)1 << (i - first));
        while (!sweep(e)) {}
        GP_TRY(finish_block(e, first / BLOCK));
    }
    return GP_OK;
}

/* Up to `limit` of them: classes that hold none of the first ones are passed over. */
static gp_status write_list(explorers *e, explorer_class *class, uint32_t limit)
{
    const explorer_class *classes = e->classes.data, *c = class;
    if (class->list) return GP_OK;
    class->list = GP_NEW(e->job, uint32_t, class->count < limit ? class->count : limit);
    if (!class->list) return gp_no_memory(e->job);
    while (classes[c->parent].count >= limit) c = &classes[c->parent];
    uint32_t at = c->count;
    for (; c != classes; c = &classes[c->parent])
        for (uint64_t bits = c->bits; bits;) {
            uint32_t highest = 63 - (uint32_t)__builtin_clzll(bits);
            if (--at < limit) class->list[at] = e->roots[c->block * BLOCK + highest];
            bits ^= (uint64_t)1 << highest;
        }
    return GP_OK;
}

/* ---- the whole ---- */

static gp_status list_roots(explorers *e)
{
    const gp_portfolio *portfolio = e->portfolio;
    uint32_t *roots = GP_NEW(e->job, uint32_t, portfolio->intervention_count);
    if (!roots) return gp_no_memory(e->job);
    for (uint32_t i = 0; i < portfolio->intervention_count; i++)
        if (portfolio->interventions[i].stage == GP_EXPLORE)
            roots[e->root_count++] = portfolio->interventions[i].symbol;
    e->roots = roots;
    return GP_OK;
}

static gp_status allocate(explorers *e)
{
    size_t count = e->node_count, words = (count + 63) / 64;
    for (e->slot_count = 64; e->slot_count < 2 * count;) e->slot_count *= 2;
    e->bits = GP_NEW(e->job, uint64_t, count);
    e->is_dirty = GP_NEW(e->job, uint64_t, words);
    e->is_touched = GP_NEW(e->job, uint64_t, words);
    e->class_of = GP_NEW(e->job, uint32_t, count);
    e->slots = GP_NEW(e->job, uint32_t, e->slot_count);
    if (!e->bits || !e->is_dirty || !e->is_touched || !e->class_of || !e->slots ||
        !gp_push(e->job, &e->classes, NULL, 1))
        return gp_no_memory(e->job);
    return GP_OK;
}

gp_status gp_find_explorers(gp_job *job, const gp_portfolio *portfolio, const gp_demand *demand,
                            const uint32_t *capabilities, uint32_t count, uint32_t limit,
                            gp_symbols *out)
{
    if (count == 0) return GP_OK;
    explorers *e = GP_NEW(job, explorers, 1);
    if (!e) return gp_no_memory(job);
    *e = (explorers){.job = job, .portfolio = portfolio, .demand = demand};
    e->classes.size = sizeof(explorer_class);
    GP_TRY(gp_list_written(job, portfolio, &e->written));
    GP_TRY(list_roots(e));
    GP_TRY(order_nodes(e));
    GP_TRY(allocate(e));
    GP_TRY(run_blocks(e));
    explorer_class *classes = e->classes.data;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t symbol = portfolio->capabilities[capabilities[i]].symbol;
        uint32_t place = e->position[e->written.first[symbol]] - 1;
        explorer_class *class = &classes[e->class_of[place]];
        GP_TRY(write_list(e, class, limit));
        out[i] = (gp_symbols){class->list, class->count};
    }
    return GP_OK;
}
