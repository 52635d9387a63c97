/* SPDX-License-Identifier: MIT
 * Random words that depend on nothing but what they are for: Philox4x32-10 (Salmon, Moraes, Dror,
 * Shaw 2011). Private to core. */
#ifndef GP_PHILOX_H
#define GP_PHILOX_H

#include "core/risk/chances.h"

/* What the words are for: a variable of a record. */
typedef struct gp_stream {
    uint64_t record; /* gp_record_key */
    uint32_t variable;
} gp_stream;

/* The key of a record's id (FNV-1a, 64 bits). */
uint64_t gp_record_key(const char *id);

/* The words of draws first .. first + GP_LANES - 1; first is a multiple of GP_LANES. Key: the seed;
 * counter: draw / 4, variable, record; word: draw % 4. */
void gp_draw_words(uint64_t seed, gp_stream stream, uint32_t first, uint32_t out[GP_LANES]);

#endif
