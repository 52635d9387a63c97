/* SPDX-License-Identifier: MIT
 * Huffman's codes: the two rarest become one, until one is left; the bits of a symbol are how often
 * it was joined. Where that gives a code that is too long, all counts are halved, which brings the
 * rare ones nearer to the others, and it is done again. */
#include "io/pack/huffman.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#define NODES (2 * GP_HUFFMAN_SYMBOLS)
#define NO_NODE UINT32_MAX

typedef struct tree {
    uint32_t counts[NODES];
    uint16_t parent[NODES];
    bool is_joined[NODES];
    uint32_t count;
} tree;

/* Of those that are not joined yet the rarest, the first of equals. */
static uint32_t take_rarest(tree *t)
{
    uint32_t rarest = NO_NODE;
    for (uint32_t i = 0; i < t->count; i++)
        if (!t->is_joined[i] && t->counts[i] &&
            (rarest == NO_NODE || t->counts[i] < t->counts[rarest]))
            rarest = i;
    if (rarest != NO_NODE) t->is_joined[rarest] = true;
    return rarest;
}

/* Returns the root. */
static uint32_t join_all(tree *t)
{
    for (;;) {
        uint32_t a = take_rarest(t), b = take_rarest(t);
        if (b == NO_NODE) return a;
        t->parent[a] = t->parent[b] = (uint16_t)t->count;
        t->counts[t->count] = t->counts[a] + t->counts[b];
        t->is_joined[t->count++] = false;
    }
}

/* False: one would be longer than `most`. */
static bool measure(const tree *t, uint32_t root, uint32_t symbols, unsigned most, uint8_t *lengths)
{
    for (uint32_t i = 0; i < symbols; i++) {
        unsigned length = 0;
        for (uint32_t at = i; t->counts[i] && at != root; at = t->parent[at]) length++;
        if (length > most) return false;
        lengths[i] = (uint8_t)length;
    }
    return true;
}

void gp_find_code_lengths(const uint32_t *counts, uint32_t symbols, unsigned most, uint8_t *lengths)
{
    tree t;
    uint32_t used = 0, reduced[GP_HUFFMAN_SYMBOLS];
    for (uint32_t i = 0; i < symbols; i++) used += (reduced[i] = counts[i]) > 0;
    for (uint32_t i = 0; used < 2 && i < symbols; i++)
        if (reduced[i] == 0) reduced[i] = 1, used++;
    for (;;) {
        memset(&t, 0, sizeof t);
        memcpy(t.counts, reduced, symbols * sizeof *reduced);
        t.count = symbols;
        uint32_t root = join_all(&t);
        if (measure(&t, root, symbols, most, lengths)) return;
        for (uint32_t i = 0; i < symbols; i++) reduced[i] = (reduced[i] + 1) / 2;
    }
}

static uint16_t turned(uint32_t code, unsigned length)
{
    uint32_t out = 0;
    for (unsigned i = 0; i < length; i++) out |= (code >> i & 1) << (length - 1 - i);
    return (uint16_t)out;
}

void gp_number_codes(const uint8_t *lengths, uint32_t symbols, uint16_t *codes)
{
    uint32_t of_length[16] = {0}, next[16] = {0};
    for (uint32_t i = 0; i < symbols; i++) of_length[lengths[i]]++;
    of_length[0] = 0;
    for (unsigned i = 1; i < 16; i++) next[i] = (next[i - 1] + of_length[i - 1]) << 1;
    for (uint32_t i = 0; i < symbols; i++)
        codes[i] = lengths[i] ? turned(next[lengths[i]]++, lengths[i]) : 0;
}
