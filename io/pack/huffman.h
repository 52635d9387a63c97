/* SPDX-License-Identifier: MIT
 * Codes of fewer bits for what occurs more often. Private to io/pack. */
#ifndef GP_HUFFMAN_H
#define GP_HUFFMAN_H

#include <stdint.h>

#define GP_HUFFMAN_SYMBOLS 286 /* at most */

/* How many bits the code of each symbol has that occurs so often (Huffman 1952), `most` at most; 0
 * for one that does not occur. Where fewer than two occur, the first ones get a code as well: a
 * decoder wants two. */
void gp_find_code_lengths(const uint32_t *counts, uint32_t symbols, unsigned most,
                          uint8_t *lengths);

/* The codes with these lengths as RFC 1951 numbers them, their first bit in the lowest place. */
void gp_number_codes(const uint8_t *lengths, uint32_t symbols, uint16_t *codes);

#endif
