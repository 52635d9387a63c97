/* SPDX-License-Identifier: MIT
 * Blocks of packed bytes. Private to io/pack. */
#ifndef GP_BLOCK_H
#define GP_BLOCK_H

#include "core/job.h"

/* What stands in a block: a byte as it is (distance 0, the byte is in `length`), or so many bytes
 * of so far back. */
typedef struct gp_token {
    uint16_t length, distance;
} gp_token;
#define GP_BLOCK_TOKENS 16384

typedef struct gp_bit_writer {
    gp_buffer *to;
    uint64_t bits; /* that wait, the first in the lowest place */
    unsigned count;
} gp_bit_writer;

/* Writes a block with codes that fit what is in it (RFC 1951, 3.2.7). At most GP_BLOCK_TOKENS. */
void gp_write_block(gp_bit_writer *writer, const gp_token *tokens, uint32_t count, bool is_last);

/* Fills the last byte. */
void gp_flush_bits(gp_bit_writer *writer);

#endif
