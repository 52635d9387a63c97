/* SPDX-License-Identifier: MIT
 * The tables of characters that report/engine/make_characters.c writes when this is built. */
#ifndef GP_ENGINE_CHARACTERS_H
#define GP_ENGINE_CHARACTERS_H

#include <stdint.h>

/* A stretch of characters that are alike, up to where the next one begins: the first of them in the
 * highest 21 bits, what they are in the others. */
#define GP_STRETCH_BITS 11
typedef struct gp_stretches {
    const uint32_t *rows;
    uint32_t count;
} gp_stretches;

/* What a character of the stretch is: in `facts` its columns (2 bits), class of UAX #29 (4),
 * category (3) and whether it is never seen (1); in `classes` its combining class. */
#define GP_FACT_COLUMNS(fact) ((fact)&3u)
#define GP_FACT_BOUND(fact) ((fact) >> 2 & 15u)
#define GP_FACT_CATEGORY(fact) ((fact) >> 6 & 7u)
#define GP_FACT_UNSEEN(fact) ((fact) >> 9 & 1u)
extern const gp_stretches gp_character_facts, gp_character_classes;

/* What a character becomes when it is taken apart: so many of gp_apart_units, after those of the
 * characters before it. All of them are below U+10000, as they are where characters are put
 * together: what is not is of scripts in which nobody writes an id. */
typedef struct gp_apart {
    uint16_t character, length;
} gp_apart;
extern const gp_apart gp_characters_apart[];
extern const uint16_t gp_apart_units[];
extern const uint32_t gp_apart_count;

/* Two characters that become one; by the first, then the second. */
typedef struct gp_together {
    uint16_t first, second, whole;
} gp_together;
extern const gp_together gp_characters_together[];
extern const uint32_t gp_together_count;

/* What a character is, by one of the tables of stretches. */
uint32_t gp_look_up(const gp_stretches *table, uint32_t character);

#endif
