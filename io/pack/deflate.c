/* SPDX-License-Identifier: MIT
 * Deflate (RFC 1951): what stood before within 32 kB is written as how long and how far back.
 * Earlier places of three bytes are found by a hash, the latest first, and a bounded number of them
 * is looked at, so the cost stays linear. A match waits for the next place, which may have a longer
 * one.
 *
 * What zlib makes of a text differs between its versions and kin; this does not. */
#include "io/pack/deflate.h"
#include "io/pack/block.h"

#include <string.h>

#define WINDOW 32768
#define HASHES 32768
#define MATCH_MIN 3
#define MATCH_MAX 258
#define TRIES 48 /* earlier places that are looked at */

typedef struct packer {
    gp_bit_writer writer;
    gp_token tokens[GP_BLOCK_TOKENS];
    uint32_t token_count;
    uint32_t latest[HASHES];  /* by hash: the place after it, 0: none */
    uint32_t earlier[WINDOW]; /* by place: the one before with the same hash, likewise */
} packer;

/* At most one block is written at a time, and the last one by who knows that it is. */
static void add_token(packer *p, size_t length, size_t distance)
{
    if (p->token_count == GP_BLOCK_TOKENS) {
        gp_write_block(&p->writer, p->tokens, p->token_count, false);
        p->token_count = 0;
    }
    p->tokens[p->token_count++] = (gp_token){(uint16_t)length, (uint16_t)distance};
}

static uint32_t hash_at(const char *bytes)
{
    const unsigned char *b = (const unsigned char *)bytes;
    uint32_t three = (uint32_t)b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16;
    return three * 2654435761u >> 17;
}

static void remember(packer *p, const char *bytes, size_t at, size_t size)
{
    if (at + MATCH_MIN > size) return;
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

/* Takes what stands at `at`, and returns how many bytes that is. A match gives way to a byte where
 * the next place has a longer one; *next and *next_distance are that one, for the next call. */
static size_t take(packer *p, const char *bytes, size_t at, size_t size, size_t *next,
                   size_t *next_distance)
{
    size_t distance = *next_distance, length = *next;
    if (length == 0) length = find_match(p, bytes, at, size, &distance);
    *next = 0;
    remember(p, bytes, at, size);
    if (length && length < MATCH_MAX && at + 1 < size) {
        *next = find_match(p, bytes, at + 1, size, next_distance);
        if (*next <= length) *next = 0;
    }
    if (length == 0 || *next) {
        add_token(p, (unsigned char)bytes[at], 0);
        return 1;
    }
    add_token(p, length, distance);
    for (size_t i = 1; i < length; i++) remember(p, bytes, at + i, size);
    return length;
}

gp_status gp_deflate(gp_job *job, gp_buffer *to, const char *bytes, size_t size)
{
    packer *p = GP_NEW(job, packer, 1);
    size_t next = 0, next_distance = 0;
    if (!p) return gp_no_memory(job);
    p->writer.to = to;
    for (size_t at = 0; at < size;) at += take(p, bytes, at, size, &next, &next_distance);
    gp_write_block(&p->writer, p->tokens, p->token_count, true);
    gp_flush_bits(&p->writer);
    return to->has_failed ? gp_no_memory(job) : GP_OK;
}
