/* SPDX-License-Identifier: MIT
 * Which of the open arcs do chains of any length imply? The activities where open arcs begin go
 * in blocks of 512 in topological order, one bit each. A block's bits flow along the arcs no
 * further than the last open arc from it, and only over activities that they reach: with
 * requirements that stay near, the cost is near linear. */
#include "core/reduction.h"
#include "groeipad/demand.h"

#include <string.h>

#define BLOCK 512
#define WORDS (BLOCK / 64)

typedef struct bits {
    uint64_t words[WORDS];
} bits;

typedef struct blocks {
    gp_reduction_search *search;
    const gp_network *network;
    uint32_t *position;   /* by activity: its place in the order */
    uint32_t *next_first; /* by place: its successors, as in gp_network.arc_first */
    uint32_t *next;       /* places; only arcs that wait for the ready date */
    uint8_t *next_is_open;
    uint32_t *members; /* places where open arcs begin, ascending */
    uint32_t member_count;
    uint32_t *member_of;  /* by place: the first member that is not before it */
    uint32_t first, end;  /* of the block: its members */
    uint32_t base, last;  /* its first place, and the last one that matters to it */
    bits *reach;          /* by place - base: which of the block lead to it */
    uint64_t *is_reached; /* a bit by place - base */
    uint64_t *is_wanted;  /* likewise: an open arc of the block leads there */
    uint64_t work;
} blocks;

static bool has_bit(const uint64_t *set, uint32_t index)
{
    return set[index / 64] >> index % 64 & 1;
}

static void set_bit(uint64_t *set, uint32_t index)
{
    set[index / 64] |= (uint64_t)1 << index % 64;
}

/* ---- preparation ---- */

/* Turns the arcs round: successors by place, in the order of places. */
static void list_successors(blocks *b)
{
    const gp_network *network = b->network;
    uint32_t count = network->activity_count;
    for (uint32_t i = 0; i < network->arc_count; i++)
        if (gp_waits_for_ready(&network->arcs[i]))
            b->next_first[b->position[network->arcs[i].from] + 1]++;
    for (uint32_t i = 0; i < count; i++) b->next_first[i + 1] += b->next_first[i];
    for (uint32_t place = 0; place < count; place++) {
        uint32_t to = network->order[place];
        for (uint32_t i = network->arc_first[to]; i < network->arc_first[to + 1]; i++) {
            if (!gp_waits_for_ready(&network->arcs[i])) continue;
            uint32_t at = b->next_first[b->position[network->arcs[i].from]]++;
            b->next[at] = place;
            b->next_is_open[at] = gp_is_open(b->search, i);
        }
    }
    memmove(b->next_first + 1, b->next_first, count * sizeof *b->next_first);
    b->next_first[0] = 0;
}

/* The last place that an open arc from a place leads to; 0 when it has none. */
static uint32_t last_open(const blocks *b, uint32_t place)
{
    uint32_t last = 0;
    for (uint32_t i = b->next_first[place]; i < b->next_first[place + 1]; i++)
        if (b->next_is_open[i] && b->next[i] > last) last = b->next[i];
    return last;
}

static void list_members(blocks *b)
{
    for (uint32_t place = 0; place < b->network->activity_count; place++) {
        b->member_of[place] = b->member_count;
        if (last_open(b, place)) b->members[b->member_count++] = place;
    }
}

/* Sets out the block that begins with a member. */
static void choose_block(blocks *b, uint32_t first)
{
    uint32_t left = b->member_count - first;
    b->first = first;
    b->end = first + (left < BLOCK ? left : BLOCK);
    b->base = b->members[first];
    b->last = 0;
    for (uint32_t i = b->first; i < b->end; i++) {
        uint32_t last = last_open(b, b->members[i]);
        if (last > b->last) b->last = last;
    }
}

/* ---- one block ---- */

static void seed_member(blocks *b, uint32_t member)
{
    uint32_t place = b->members[member];
    for (uint32_t i = b->next_first[place]; i < b->next_first[place + 1]; i++) {
        if (b->next[i] > b->last) continue;
        set_bit(b->reach[b->next[i] - b->base].words, member - b->first);
        set_bit(b->is_reached, b->next[i] - b->base);
        if (b->next_is_open[i]) set_bit(b->is_wanted, b->next[i] - b->base);
    }
}

static void add_bits(bits *to, const bits *from)
{
    for (int w = 0; w < WORDS; w++) to->words[w] |= from->words[w];
}

static void pass_on(blocks *b, uint32_t place)
{
    const bits *own = &b->reach[place - b->base];
    for (uint32_t i = b->next_first[place]; i < b->next_first[place + 1]; i++) {
        if (b->next[i] > b->last) continue;
        add_bits(&b->reach[b->next[i] - b->base], own);
        set_bit(b->is_reached, b->next[i] - b->base);
    }
    b->work += (uint64_t)WORDS * (b->next_first[place + 1] - b->next_first[place]);
}

/* Does an arc begin at a member of the block, and is it open? *bit: the member's. */
static bool is_asked(const blocks *b, uint32_t index, uint32_t *bit)
{
    uint32_t place = b->position[b->network->arcs[index].from];
    uint32_t member = b->member_of[place];
    if (member < b->first || member >= b->end || b->members[member] != place) return false;
    *bit = member - b->first;
    return gp_is_open(b->search, index);
}

/* What leads to `to` by a chain of two arcs or more: all that leads to those it waits for. */
static void judge(blocks *b, uint32_t to)
{
    const gp_network *network = b->network;
    bits reach[GP_BY_DEFAULT] = {{{0}}}; /* by gp_by of the last arc of the chain */
    uint32_t first = network->arc_first[to], end = network->arc_first[to + 1], bit;
    for (uint32_t i = first; i < end; i++) {
        const gp_arc *arc = &network->arcs[i];
        uint32_t place = b->position[arc->from];
        if (!gp_waits_for_ready(arc) || place < b->base) continue;
        if (!has_bit(b->is_reached, place - b->base) || !gp_passes_on(network, arc->from)) continue;
        add_bits(&reach[arc->by], &b->reach[place - b->base]);
    }
    for (uint32_t i = first; i < end; i++) {
        if (!is_asked(b, i, &bit)) continue;
        for (uint8_t by = GP_BY_START; by < GP_BY_DEFAULT; by++)
            if (has_bit(reach[by].words, bit) &&
                gp_is_as_strict(network, &(gp_arc){.to = to, .by = by}, &network->arcs[i]))
                b->search->verdict[i] = GP_ARC_REDUNDANT;
    }
    b->work += (uint64_t)(WORDS + 1) * (end - first);
}

static uint32_t lowest_bit(uint64_t word)
{
    return (uint32_t)__builtin_ctzll(word);
}

/* Bits only ever reach later places, so one scan in order finds all, also those of its own. */
static void scan_block(blocks *b)
{
    uint32_t words = (b->last - b->base) / 64 + 1;
    for (uint32_t w = 0; w < words; w++) {
        uint64_t seen = 0, left;
        while ((left = b->is_reached[w] & ~seen)) {
            uint32_t index = w * 64 + lowest_bit(left);
            seen |= left & (0 - left);
            uint32_t activity = b->network->order[b->base + index];
            if (has_bit(b->is_wanted, index)) judge(b, activity);
            if (gp_passes_on(b->network, activity)) pass_on(b, b->base + index);
        }
    }
    b->work += words;
}

static void clear_block(blocks *b)
{
    uint32_t words = (b->last - b->base) / 64 + 1;
    for (uint32_t w = 0; w < words; w++)
        for (; b->is_reached[w]; b->is_reached[w] &= b->is_reached[w] - 1)
            b->reach[w * 64 + lowest_bit(b->is_reached[w])] = (bits){{0}};
    memset(b->is_wanted, 0, words * sizeof *b->is_wanted);
}

/* ---- the whole ---- */

static gp_status prepare(blocks *b)
{
    gp_job *job = b->search->job;
    const gp_network *network = b->network;
    size_t count = network->activity_count;
    b->position = GP_NEW(job, uint32_t, count);
    b->next_first = GP_NEW(job, uint32_t, count + 1);
    b->next = GP_NEW(job, uint32_t, network->arc_count);
    b->next_is_open = GP_NEW(job, uint8_t, network->arc_count);
    b->members = GP_NEW(job, uint32_t, count);
    b->member_of = GP_NEW(job, uint32_t, count);
    if (!b->position || !b->next_first || !b->next || !b->next_is_open || !b->members ||
        !b->member_of)
        return gp_no_memory(job);
    for (uint32_t place = 0; place < count; place++) b->position[network->order[place]] = place;
    list_successors(b);
    list_members(b);
    uint32_t window = 0;
    for (uint32_t first = 0; first < b->member_count; first += BLOCK) {
        choose_block(b, first);
        if (b->last - b->base + 1 > window) window = b->last - b->base + 1;
    }
    b->reach = GP_NEW(job, bits, window);
    b->is_reached = GP_NEW(job, uint64_t, window / 64 + 1);
    b->is_wanted = GP_NEW(job, uint64_t, window / 64 + 1);
    return b->reach && b->is_reached && b->is_wanted ? GP_OK : gp_no_memory(job);
}

static bool has_open_arc(const gp_reduction_search *s)
{
    for (uint32_t i = 0; i < s->network->arc_count; i++)
        if (gp_is_open(s, i)) return true;
    return false;
}

gp_status gp_reduce_by_blocks(gp_reduction_search *s, bool *is_complete)
{
    blocks b = {.search = s, .network = s->network};
    *is_complete = true;
    if (!has_open_arc(s)) return GP_OK;
    GP_TRY(prepare(&b));
    uint32_t first = 0;
    for (; first < b.member_count && b.work < GP_REDUCTION_WORK_MAX; first += BLOCK) {
        choose_block(&b, first);
        for (uint32_t i = b.first; i < b.end; i++) seed_member(&b, i);
        scan_block(&b);
        clear_block(&b);
    }
    *is_complete = first >= b.member_count;
    return GP_OK;
}
