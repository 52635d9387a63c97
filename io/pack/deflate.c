/* SPDX-License-Identifier: MIT
 * Deflate (RFC 1951) with the fixed codes, in one block: what stood before within 32 kB is written
 * as how long and how far back. Earlier places of three bytes are found by a hash, the latest
 * first, and a bounded number of them is looked at, so the cost stays linear.
 *
 * What zlib makes of a text differs between its versions and kin; this does not. */
#include "io/pack/deflate.h"

#include <string.h>

#define WINDOW 32768
#define HASHES 32768
#define MATCH_MIN 3
#define MATCH_MAX 258
#define TRIES 24 /* earlier places that are looked at */
#define END 256  /* the code of the end */

typedef struct packer {
    gp_buffer *to;
    uint64_t bits; /* that wait, the first in the lowest place */
    unsigned count;
    uint32_t latest[HASHES];  /* by hash: the place after it, 0: none */
    uint32_t earlier[WINDOW]; /* by place: the one before with the same hash, likewise */
} packer;

/* A row of the tables of lengths and distances: from `first` on, with more bits. */
typedef struct step {
    uint16_t first;
    uint8_t more;
} step;
static const step lengths[] = {
    {3, 0},  {4, 0},  {5, 0},  {6, 0},   {7, 0},   {8, 0},   {9, 0},   {10, 0},  {11, 1}, {13, 1},
    {15, 1}, {17, 1}, {19, 2}, {23, 2},  {27, 2},  {31, 2},  {35, 3},  {43, 3},  {51, 3}, {59, 3},
    {67, 4}, {83, 4}, {99, 4}, {115, 4}, {131, 5}, {163, 5}, {195, 5}, {227, 5}, {258, 0}};
static const step distances[] = {{1, 0},     {2, 0},     {3, 0},      {4, 0},      {5, 1},
                                 {7, 1},     {9, 2},     {13, 2},     {17, 3},     {25, 3},
                                 {33, 4},    {49, 4},    {65, 5},     {97, 5},     {129, 6},
                                 {193, 6},   {257, 7},   {385, 7},    {513, 8},    {769, 8},
                                 {1025, 9},  {1537, 9},  {2049, 10},  {3073, 10},  {4097, 11},
                                 {6145, 11}, {8193, 12}, {12289, 12}, {16385, 13}, {24577, 13}};

static void add_bits(packer *p, uint32_t value, unsigned count)
{
    p->bits |= (uint64_t)value << p->count;
    for (p->count += count; p->count >= 8; p->count -= 8, p->bits >>= 8) {
        const char byte = (char)(p->bits & 0xFF);
        gp_add_bytes(p->to, &byte, 1);
    }
}

/* Codes stand with their highest bit first, unlike all else. */
static void add_code(packer *p, uint32_t code, unsigned count)
{
    uint32_t turned = 0;
    for (unsigned i = 0; i < count; i++) turned |= (code >> i & 1) << (count - 1 - i);
    add_bits(p, turned, count);
}

static void add_symbol(packer *p, uint32_t symbol)
{
    if (symbol < 144)
        add_code(p, 0x30 + symbol, 8);
    else if (symbol < 256)
        add_code(p, 0x190 + symbol - 144, 9);
    else if (symbol < 280)
        add_code(p, symbol - 256, 7);
    else
        add_code(p, 0xC0 + symbol - 280, 8);
}

/* The last row whose first is not above the number. */
static uint32_t find_step(const step *steps, size_t count, size_t number)
{
    size_t at = count - 1;
    while (steps[at].first > number) at--;
    return (uint32_t)at;
}

static void add_match(packer *p, size_t length, size_t distance)
{
    uint32_t l = find_step(lengths, sizeof lengths / sizeof *lengths, length);
    uint32_t d = find_step(distances, sizeof distances / sizeof *distances, distance);
    add_symbol(p, 257 + l);
    add_bits(p, (uint32_t)length - lengths[l].first, lengths[l].more);
    add_code(p, d, 5);
    add_bits(p, (uint32_t)distance - distances[d].first, distances[d].more);
}

static uint32_t hash_at(const char *bytes)
{
    const unsigned char *b = (const unsigned char *)bytes;
    uint32_t three = (uint32_t)b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16;
    return three * 2654435761u >> 17;
}

static void remember(packer *p, const char *bytes, size_t at)
{
    uint32_t *latest = &p->latest[hash_at(bytes + at)];
    p->earlier[at % WINDOW] = *latest;
    *latest = (uint32_t)at + 1;
}

static size_t match_length(const char *a, const char *b, size_t most)
{
    size_t length = 0;
    while (length < most && a[length] == b[length]) length++;
    return length;
}

/* The longest earlier text that is the same; 0: none is long enough. */
static size_t find_match(const packer *p, const char *bytes, size_t at, size_t size,
                         size_t *distance)
{
    size_t most = size - at < MATCH_MAX ? size - at : MATCH_MAX, best = MATCH_MIN - 1;
    if (most < MATCH_MIN) return 0;
    uint32_t next = p->latest[hash_at(bytes + at)];
    for (int i = 0; i < TRIES && next && at - (next - 1) <= WINDOW; i++) {
        size_t length = match_length(bytes + next - 1, bytes + at, most);
        if (length > best) best = length, *distance = at - (next - 1);
        if (best == most) break;
        next = p->earlier[(next - 1) % WINDOW];
    }
    return best < MATCH_MIN ? 0 : best;
}

gp_status gp_deflate(gp_job *job, gp_buffer *to, const char *bytes, size_t size)
{
    packer *p = GP_NEW(job, packer, 1);
    if (!p) return gp_no_memory(job);
    p->to = to;
    add_bits(p, 1, 1); /* the last block */
    add_bits(p, 1, 2); /* with the fixed codes */
    for (size_t at = 0; at < size;) {
        size_t distance = 0, length = find_match(p, bytes, at, size, &distance);
        if (length)
            add_match(p, length, distance);
        else
            add_symbol(p, (unsigned char)bytes[at]);
        for (size_t end = at + (length ? length : 1); at < end; at++)
            if (at + MATCH_MIN <= size) remember(p, bytes, at);
    }
    add_symbol(p, END);
    add_bits(p, 0, 7); /* to a whole byte */
    return to->has_failed ? gp_no_memory(job) : GP_OK;
}
