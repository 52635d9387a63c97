/* SPDX-License-Identifier: MIT
 * Which requirements do the others imply? u -> v says nothing new where u => ... => w -> v holds
 * already: every activity on the way waits for the one before it, and v waits for w at least as
 * strictly. Source: Aho, Garey and Ullman 1972, for arcs that may carry a lag, bind an
 * intervention's start or only its going live, and pass activities that stopped waiting.
 *
 * Activities go in blocks of 512 in topological order, one bit each. A block's bits flow along
 * the arcs no further than the last arc that could be redundant, and only over activities that
 * they reach: with requirements that stay near, the cost is near linear. */
#include "core/reduction.h"

#include <string.h>

#define BLOCK 512
#define WORDS (BLOCK / 64)

typedef struct bits {
    uint64_t words[WORDS];
} bits;

typedef struct search {
    gp_job *job;
    const gp_network *network;
    uint8_t *is_redundant;
    uint32_t *position;   /* by activity: its place in the order */
    uint32_t *next_first; /* by place: its successors, as in gp_network.arc_first */
    uint32_t *next;       /* places; only arcs that wait for the ready date */
    uint8_t *next_is_candidate;
    uint32_t base, last;  /* the block's first place, and the last one that matters to it */
    bits *reach;          /* by place - base: which of the block lead to it */
    uint64_t *is_reached; /* a bit by place - base */
    uint64_t *is_wanted;  /* likewise: an arc of the block into it may be redundant */
    uint64_t work;
} search;

static bool has_bit(const uint64_t *set, uint32_t index)
{
    return set[index / 64] >> index % 64 & 1;
}

static void set_bit(uint64_t *set, uint32_t index)
{
    set[index / 64] |= (uint64_t)1 << index % 64;
}

/* A start that is a fact, or a given date, does not wait for what is before it. */
static bool passes_on(const search *s, uint32_t activity)
{
    return s->network->activities[activity].actual == GP_ACTUAL_NONE;
}

/* ---- the same requirement twice ----------------------------------------------------------- */

/* Is a at least as good as b to keep? What binds more; what must stay anyway comes first; else
 * the earlier one, a. */
static bool is_better(const gp_network *network, const gp_arc *a, const gp_arc *b)
{
    if (a->by != b->by) return gp_is_as_strict(network, a, b);
    return !gp_is_removable(a) || gp_is_removable(b);
}

/* best: by activity, scratch. */
static void find_duplicates(search *s, uint32_t to, uint32_t *best)
{
    const gp_arc *arcs = s->network->arcs;
    uint32_t first = s->network->arc_first[to], end = s->network->arc_first[to + 1];
    for (uint32_t i = first; i < end; i++) best[arcs[i].from] = GP_NONE;
    for (uint32_t i = first; i < end; i++) {
        uint32_t *kept = &best[arcs[i].from];
        if (!gp_waits_for_ready(&arcs[i])) continue;
        if (*kept == GP_NONE || !is_better(s->network, &arcs[*kept], &arcs[i])) *kept = i;
    }
    for (uint32_t i = first; i < end; i++) {
        uint32_t kept = best[arcs[i].from];
        if (gp_is_removable(&arcs[i]) && kept != i)
            s->is_redundant[i] = gp_is_as_strict(s->network, &arcs[kept], &arcs[i]);
    }
}

/* ---- preparation ---------------------------------------------------------------------------- */

/* Only an arc over two layers or more has room for a chain beside it. */
static bool is_candidate(const search *s, uint32_t index)
{
    const gp_arc *arc = &s->network->arcs[index];
    return gp_is_removable(arc) && !s->is_redundant[index] &&
           s->network->layer[arc->to] - s->network->layer[arc->from] >= 2;
}

/* Turns the arcs round: successors by place, in the order of places. */
static void list_successors(search *s)
{
    const gp_network *network = s->network;
    uint32_t count = network->activity_count;
    for (uint32_t i = 0; i < network->arc_count; i++)
        if (gp_waits_for_ready(&network->arcs[i]))
            s->next_first[s->position[network->arcs[i].from] + 1]++;
    for (uint32_t i = 0; i < count; i++) s->next_first[i + 1] += s->next_first[i];
    for (uint32_t place = 0; place < count; place++) {
        uint32_t to = network->order[place];
        for (uint32_t i = network->arc_first[to]; i < network->arc_first[to + 1]; i++) {
            if (!gp_waits_for_ready(&network->arcs[i])) continue;
            uint32_t at = s->next_first[s->position[network->arcs[i].from]]++;
            s->next[at] = place;
            s->next_is_candidate[at] = is_candidate(s, i);
        }
    }
    memmove(s->next_first + 1, s->next_first, count * sizeof *s->next_first);
    s->next_first[0] = 0;
}

/* The last place that a candidate arc from the block leads to; 0 when it has none. */
static uint32_t find_last(const search *s, uint32_t base, uint32_t end)
{
    uint32_t last = 0;
    for (uint32_t i = s->next_first[base]; i < s->next_first[end]; i++)
        if (s->next_is_candidate[i] && s->next[i] > last) last = s->next[i];
    return last;
}

static uint32_t block_end(const search *s, uint32_t base)
{
    uint32_t left = s->network->activity_count - base;
    return base + (left < BLOCK ? left : BLOCK);
}

/* ---- one block ------------------------------------------------------------------------------ */

static void seed_block(search *s, uint32_t end)
{
    for (uint32_t place = s->base; place < end; place++) {
        bool has_candidate = false;
        for (uint32_t i = s->next_first[place]; i < s->next_first[place + 1]; i++) {
            if (!s->next_is_candidate[i]) continue;
            has_candidate = true;
            set_bit(s->is_wanted, s->next[i] - s->base);
        }
        if (!has_candidate) continue;
        for (uint32_t i = s->next_first[place]; i < s->next_first[place + 1]; i++) {
            if (s->next[i] > s->last) continue;
            set_bit(s->reach[s->next[i] - s->base].words, place - s->base);
            set_bit(s->is_reached, s->next[i] - s->base);
        }
    }
}

static void add_bits(bits *to, const bits *from)
{
    for (int w = 0; w < WORDS; w++) to->words[w] |= from->words[w];
}

static void pass_on(search *s, uint32_t place)
{
    const bits *own = &s->reach[place - s->base];
    for (uint32_t i = s->next_first[place]; i < s->next_first[place + 1]; i++) {
        if (s->next[i] > s->last) continue;
        add_bits(&s->reach[s->next[i] - s->base], own);
        set_bit(s->is_reached, s->next[i] - s->base);
    }
    s->work += (uint64_t)WORDS * (s->next_first[place + 1] - s->next_first[place]);
}

/* What leads to `to` by a chain of two arcs or more: all that leads to those it waits for. */
static void judge(search *s, uint32_t to)
{
    const gp_network *network = s->network;
    bits reach[GP_BY_DEFAULT] = {{{0}}}; /* by gp_by of the last arc of the chain */
    for (uint32_t i = network->arc_first[to]; i < network->arc_first[to + 1]; i++) {
        const gp_arc *arc = &network->arcs[i];
        uint32_t place = s->position[arc->from];
        if (!gp_waits_for_ready(arc) || place < s->base) continue;
        if (!has_bit(s->is_reached, place - s->base) || !passes_on(s, arc->from)) continue;
        add_bits(&reach[arc->by], &s->reach[place - s->base]);
    }
    for (uint32_t i = network->arc_first[to]; i < network->arc_first[to + 1]; i++) {
        const gp_arc *arc = &network->arcs[i];
        uint32_t place = s->position[arc->from];
        if (place < s->base || place >= s->base + BLOCK || !is_candidate(s, i)) continue;
        for (uint8_t by = GP_BY_START; by < GP_BY_DEFAULT; by++)
            if (has_bit(reach[by].words, place - s->base) &&
                gp_is_as_strict(network, &(gp_arc){.to = to, .by = by}, arc))
                s->is_redundant[i] = 1;
    }
    s->work += (uint64_t)(WORDS + 1) * (network->arc_first[to + 1] - network->arc_first[to]);
}

static uint32_t lowest_bit(uint64_t word)
{
    return (uint32_t)__builtin_ctzll(word);
}

/* Bits only ever reach later places, so one scan in order finds all, also those of its own. */
static void scan_block(search *s)
{
    uint32_t words = (s->last - s->base) / 64 + 1;
    for (uint32_t w = 0; w < words; w++) {
        uint64_t seen = 0, left;
        while ((left = s->is_reached[w] & ~seen)) {
            uint32_t index = w * 64 + lowest_bit(left);
            seen |= left & (0 - left);
            uint32_t activity = s->network->order[s->base + index];
            if (has_bit(s->is_wanted, index)) judge(s, activity);
            if (passes_on(s, activity)) pass_on(s, s->base + index);
        }
    }
    s->work += words;
}

static void clear_block(search *s)
{
    uint32_t words = (s->last - s->base) / 64 + 1;
    for (uint32_t w = 0; w < words; w++)
        for (; s->is_reached[w]; s->is_reached[w] &= s->is_reached[w] - 1)
            s->reach[w * 64 + lowest_bit(s->is_reached[w])] = (bits){{0}};
    memset(s->is_wanted, 0, words * sizeof *s->is_wanted);
}

/* ---- the whole ------------------------------------------------------------------------------ */

static gp_status prepare(search *s)
{
    const gp_network *network = s->network;
    size_t count = network->activity_count;
    s->is_redundant = GP_NEW(s->job, uint8_t, network->arc_count);
    s->position = GP_NEW(s->job, uint32_t, count);
    s->next_first = GP_NEW(s->job, uint32_t, count + 1);
    s->next = GP_NEW(s->job, uint32_t, network->arc_count);
    s->next_is_candidate = GP_NEW(s->job, uint8_t, network->arc_count);
    if (!s->is_redundant || !s->position || !s->next_first || !s->next || !s->next_is_candidate)
        return gp_no_memory(s->job);
    uint32_t *best = s->position; /* scratch until the places are known */
    for (uint32_t to = 0; to < count; to++) find_duplicates(s, to, best);
    GP_TRY(gp_reduce_by_forest(s->job, network, s->is_redundant));
    for (uint32_t place = 0; place < count; place++) s->position[network->order[place]] = place;
    list_successors(s);
    uint32_t window = 0;
    for (uint32_t base = 0; base < count; base += BLOCK) {
        uint32_t last = find_last(s, base, block_end(s, base));
        if (last >= base && last - base + 1 > window) window = last - base + 1;
    }
    s->reach = GP_NEW(s->job, bits, window);
    s->is_reached = GP_NEW(s->job, uint64_t, window / 64 + 1);
    s->is_wanted = GP_NEW(s->job, uint64_t, window / 64 + 1);
    return s->reach && s->is_reached && s->is_wanted ? GP_OK : gp_no_memory(s->job);
}

gp_status gp_find_redundant(gp_job *job, const gp_network *network, gp_reduction *out)
{
    search s = {.job = job, .network = network};
    GP_TRY(prepare(&s));
    uint32_t base = 0;
    for (; base < network->activity_count && s.work < GP_REDUCTION_WORK_MAX; base += BLOCK) {
        uint32_t end = block_end(&s, base);
        s.base = base;
        s.last = find_last(&s, base, end);
        if (s.last == 0) continue;
        seed_block(&s, end);
        scan_block(&s);
        clear_block(&s);
    }
    uint32_t count = 0;
    for (uint32_t i = 0; i < network->arc_count; i++) count += s.is_redundant[i];
    *out = (gp_reduction){s.is_redundant, count, base >= network->activity_count};
    return GP_OK;
}
