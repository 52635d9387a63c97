/* SPDX-License-Identifier: MIT
 * A block of deflate: how long the code of each symbol is, which is written in codes of its own,
 * and then the symbols. */
#include "io/pack/block.h"
#include "io/pack/huffman.h"

#define LITERALS 286 /* bytes, the end, and lengths */
#define DISTANCES 30
#define END 256
#define LENGTH_CODES 19 /* symbols that lengths of codes are written in */
#define CODE_MOST 15
#define LENGTH_CODE_MOST 7

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

/* The codes of a block. */
typedef struct codes {
    uint32_t literal_counts[LITERALS], distance_counts[DISTANCES];
    uint8_t lengths[LITERALS + DISTANCES]; /* of literals, then of distances */
    uint16_t literals[LITERALS], distances[DISTANCES];
    uint32_t literal_most, distance_most; /* so many are written */
} codes;

static void add_bits(gp_bit_writer *writer, uint32_t value, unsigned count)
{
    writer->bits |= (uint64_t)value << writer->count;
    for (writer->count += count; writer->count >= 8; writer->count -= 8, writer->bits >>= 8) {
        const char byte = (char)(writer->bits & 0xFF);
        gp_add_bytes(writer->to, &byte, 1);
    }
}

void gp_flush_bits(gp_bit_writer *writer)
{
    if (writer->count) add_bits(writer, 0, 8 - writer->count);
}

/* The last row whose first is not above the number. */
static uint32_t find_step(const step *steps, size_t count, uint32_t number)
{
    size_t low = 0, high = count;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (steps[middle].first <= number)
            low = middle;
        else
            high = middle;
    }
    return (uint32_t)low;
}

static uint32_t length_step(const gp_token *token)
{
    return find_step(lengths, sizeof lengths / sizeof *lengths, token->length);
}

static uint32_t distance_step(const gp_token *token)
{
    return find_step(distances, sizeof distances / sizeof *distances, token->distance);
}

static void count_symbols(codes *c, const gp_token *tokens, uint32_t count)
{
    c->literal_counts[END] = 1;
    for (uint32_t i = 0; i < count; i++) {
        if (tokens[i].distance == 0) {
            c->literal_counts[tokens[i].length]++;
            continue;
        }
        c->literal_counts[END + 1 + length_step(&tokens[i])]++;
        c->distance_counts[distance_step(&tokens[i])]++;
    }
}

static void choose_codes(codes *c)
{
    uint8_t *of_distances;
    gp_find_code_lengths(c->literal_counts, LITERALS, CODE_MOST, c->lengths);
    c->literal_most = LITERALS;
    while (c->literal_most > END + 1 && c->lengths[c->literal_most - 1] == 0) c->literal_most--;
    of_distances = c->lengths + c->literal_most; /* nothing but zeros is written over */
    gp_find_code_lengths(c->distance_counts, DISTANCES, CODE_MOST, of_distances);
    c->distance_most = DISTANCES;
    while (c->distance_most > 1 && of_distances[c->distance_most - 1] == 0) c->distance_most--;
    gp_number_codes(c->lengths, c->literal_most, c->literals);
    gp_number_codes(of_distances, c->distance_most, c->distances);
}

/* ---- the lengths of codes, written in codes ---- */

/* A length, or a run: 16 is the one before 3 to 6 times, 17 and 18 are so many zeros. */
typedef struct run {
    uint8_t symbol, more, extra; /* more: bits of extra */
} run;

static uint32_t same_from(const uint8_t *all, uint32_t at, uint32_t count, uint32_t most)
{
    uint32_t same = 1;
    while (same < most && at + same < count && all[at + same] == all[at]) same++;
    return same;
}

static uint32_t find_runs(const uint8_t *all, uint32_t count, run *runs)
{
    uint32_t found = 0;
    for (uint32_t at = 0; at < count;) {
        uint32_t zeros = all[at] ? 0 : same_from(all, at, count, 138);
        uint32_t again = at && all[at] == all[at - 1] ? same_from(all, at, count, 6) : 0;
        uint32_t taken = 1;
        if (zeros >= 11)
            runs[found++] = (run){18, 7, (uint8_t)((taken = zeros) - 11)};
        else if (zeros >= 3)
            runs[found++] = (run){17, 3, (uint8_t)((taken = zeros) - 3)};
        else if (again >= 3)
            runs[found++] = (run){16, 2, (uint8_t)((taken = again) - 3)};
        else
            runs[found++] = (run){all[at], 0, 0};
        at += taken;
    }
    return found;
}

static void write_lengths(gp_bit_writer *writer, const codes *c)
{
    static const uint8_t places[LENGTH_CODES] = {16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                                 11, 4,  12, 3, 13, 2, 14, 1, 15};
    run runs[LITERALS + DISTANCES];
    uint32_t counts[LENGTH_CODES] = {0}, most = LENGTH_CODES;
    uint8_t sizes[LENGTH_CODES];
    uint16_t numbers[LENGTH_CODES];
    uint32_t count = find_runs(c->lengths, c->literal_most + c->distance_most, runs);
    for (uint32_t i = 0; i < count; i++) counts[runs[i].symbol]++;
    gp_find_code_lengths(counts, LENGTH_CODES, LENGTH_CODE_MOST, sizes);
    gp_number_codes(sizes, LENGTH_CODES, numbers);
    while (most > 4 && sizes[places[most - 1]] == 0) most--;
    add_bits(writer, c->literal_most - 257, 5);
    add_bits(writer, c->distance_most - 1, 5);
    add_bits(writer, most - 4, 4);
    for (uint32_t i = 0; i < most; i++) add_bits(writer, sizes[places[i]], 3);
    for (uint32_t i = 0; i < count; i++) {
        add_bits(writer, numbers[runs[i].symbol], sizes[runs[i].symbol]);
        add_bits(writer, runs[i].extra, runs[i].more);
    }
}

/* ---- the symbols ---- */

static void write_literal(gp_bit_writer *writer, const codes *c, uint32_t symbol)
{
    add_bits(writer, c->literals[symbol], c->lengths[symbol]);
}

static void write_token(gp_bit_writer *writer, const codes *c, const gp_token *token)
{
    if (token->distance == 0) {
        write_literal(writer, c, token->length);
        return;
    }
    uint32_t l = length_step(token), d = distance_step(token);
    write_literal(writer, c, END + 1 + l);
    add_bits(writer, (uint32_t)token->length - lengths[l].first, lengths[l].more);
    add_bits(writer, c->distances[d], c->lengths[c->literal_most + d]);
    add_bits(writer, (uint32_t)token->distance - distances[d].first, distances[d].more);
}

void gp_write_block(gp_bit_writer *writer, const gp_token *tokens, uint32_t count, bool is_last)
{
    codes c = {0};
    count_symbols(&c, tokens, count);
    choose_codes(&c);
    add_bits(writer, is_last, 1);
    add_bits(writer, 2, 2); /* with codes of its own */
    write_lengths(writer, &c);
    for (uint32_t i = 0; i < count; i++) write_token(writer, &c, &tokens[i]);
    write_literal(writer, &c, END);
}
