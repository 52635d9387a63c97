/* SPDX-License-Identifier: MIT
 * The library's hash map: texts as dense numbers 0, 1, 2 ... in the order in which they were first
 * seen, so that what belongs to a text stands in an array at its number. A text may hold any
 * bytes. Part of the toolkit that io and render share with core. */
#ifndef GP_NAMES_H
#define GP_NAMES_H

#include "core/job.h"

typedef struct gp_name_slot {
    uint32_t number; /* symbol + 1, or 0: free */
    uint32_t hash;   /* beside it: most other texts are told apart without a look at them */
} gp_name_slot;

typedef struct gp_names {
    gp_job *job;
    gp_array texts;      /* const char *, by symbol; its size lies in the 4 bytes before it */
    gp_name_slot *slots; /* open addressing */
    uint32_t slot_count; /* a power of two */
    uint64_t seed;
    char *pool; /* unused rest of the newest block of characters */
    size_t pool_size;
} gp_names;

/* Names for a struct that lives as long as the job; and names of their own, or NULL when memory ran
 * out. */
void gp_init_names(gp_names *names, gp_job *job);
gp_names *gp_new_names(gp_job *job);

/* A copy that can go on by itself: the same texts by the same symbols, which stay where they are,
 * so their job must live as long. Errors: GP_NO_MEMORY. Cost: O(texts). */
gp_status gp_copy_names(gp_job *job, const gp_names *from, gp_names *out);

/* Lets go of what finds them: the texts stay as long as the job, and there is no asking any more.
 */
void gp_release_names(gp_names *names);

/* The symbol of a text, made when new; GP_NONE when memory ran out. Cost: O(size). */
uint32_t gp_intern(gp_names *names, const char *text, size_t size);

/* The symbol of a text, or GP_NONE. */
uint32_t gp_find_name(const gp_names *names, const char *text, size_t size);

/* The size of a symbol's text in bytes. */
size_t gp_name_size(const gp_names *names, uint32_t symbol);

static inline const char *gp_name(const gp_names *names, uint32_t symbol)
{
    return ((const char *const *)names->texts.data)[symbol];
}

#endif
