/* SPDX-License-Identifier: MIT
 * Things in a row each wish for a place and need some room. Who moves how far? First the room that
 * stands before each thing is subtracted from its wish: then no room is needed any more, and the
 * places only have to rise along the row. The rising row nearest to the wishes is found by
 * pooling: neighbours that are in the wrong order share the mean of their wishes. */
#include "render/layers.h"

/* The whole number below a quotient, also of a negative dividend. */
static int64_t floor_of(int64_t dividend, int64_t divisor)
{
    int64_t quotient = dividend / divisor;
    return quotient - (dividend % divisor < 0);
}

static int64_t mean_of(const gp_wish_block *block)
{
    return floor_of(block->sum, block->weight);
}

void gp_grant_wishes(gp_wish *wishes, uint32_t count, gp_length low, gp_length high,
                     gp_wish_block *scratch)
{
    gp_length room = 0;
    uint32_t blocks = 0;
    for (uint32_t i = 0; i < count; i++) {
        room += i ? wishes[i].apart : 0;
        gp_length rest = wishes[i].at - room;
        scratch[blocks++] = (gp_wish_block){wishes[i].weight, wishes[i].weight * rest, i};
        while (blocks > 1 && mean_of(&scratch[blocks - 2]) > mean_of(&scratch[blocks - 1])) {
            scratch[blocks - 2].weight += scratch[blocks - 1].weight;
            scratch[blocks - 2].sum += scratch[blocks - 1].sum;
            blocks--;
        }
    }
    gp_length top = high - room < low ? low : high - room;
    room = 0;
    for (uint32_t i = 0, block = 0; i < count; i++) {
        if (block + 1 < blocks && scratch[block + 1].first == i) block++;
        gp_length rest = mean_of(&scratch[block]);
        rest = rest < low ? low : rest > top ? top : rest;
        room += i ? wishes[i].apart : 0;
        wishes[i].at = rest + room;
    }
}
