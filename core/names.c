/* SPDX-License-Identifier: MIT
 * A hash table whose keys lie packed in a pool of their own, away from the records: looking up
 * half a million references then stays in the cache. The hash is seeded with an address, so
 * that a file made to collide does not; nothing that is printed depends on it. */
#include "core/names.h"

#include <stdlib.h>
#include <string.h>

#define POOL_SIZE ((size_t)32 << 10)

void gp_init_names(gp_names *names, gp_job *job)
{
    *names = (gp_names){.job = job, .seed = (uint64_t)(uintptr_t)names};
    names->texts.size = sizeof(const char *);
}

gp_names *gp_new_names(gp_job *job)
{
    gp_names *names = GP_NEW(job, gp_names, 1);
    if (names) gp_init_names(names, job);
    return names;
}

static uint64_t mix(uint64_t a, uint64_t b)
{
    uint64_t x = (a ^ b) * 0x9E3779B97F4A7C15u;
    return x ^ (x >> 32);
}

/* The last byte stays in the low bits: ids that differ in their last digit only are looked up
 * together, and lie together. */
static uint32_t hash_of(uint64_t seed, const char *text, size_t size)
{
    uint64_t hash = mix(seed, size);
    uint32_t last = size ? (unsigned char)text[--size] : 0;
    for (; size >= 8; size -= 8, text += 8) {
        uint64_t word;
        memcpy(&word, text, 8);
        hash = mix(hash, word);
    }
    uint64_t rest = 0;
    while (size) rest = rest << 8 | (unsigned char)text[--size];
    hash = mix(hash, rest);
    return (uint32_t)(hash ^ hash >> 29) << 4 ^ last;
}

static inline size_t size_of(const char *known)
{
    uint32_t size;
    memcpy(&size, known - sizeof size, sizeof size);
    return size;
}

size_t gp_name_size(const gp_names *names, uint32_t symbol)
{
    return size_of(gp_name(names, symbol));
}

static bool is_text(const char *known, const char *text, size_t size)
{
    return size_of(known) == size && memcmp(known, text, size) == 0;
}

/* The slot that holds the text, or the free one where it belongs. */
static gp_name_slot *find_slot(const gp_names *names, uint32_t hash, const char *text, size_t size)
{
    uint32_t mask = names->slot_count - 1;
    for (uint32_t i = hash & mask;; i = (i + 1) & mask) {
        gp_name_slot *slot = &names->slots[i];
        if (!slot->number) return slot;
        if (slot->hash == hash && is_text(gp_name(names, slot->number - 1), text, size))
            return slot;
    }
}

static void free_slots(void *object)
{
    gp_names *names = object;
    free(names->slots);
    names->slots = NULL;
}

gp_status gp_copy_names(gp_job *job, const gp_names *from, gp_names *out)
{
    size_t bytes = from->slot_count * sizeof *from->slots;
    *out = (gp_names){.job = job, .seed = from->seed, .texts.size = from->texts.size};
    if (from->slot_count == 0) return GP_OK;
    GP_TRY(gp_defer(job, free_slots, out));
    out->slots = aligned_alloc(64, bytes);
    if (!out->slots || !gp_push(job, &out->texts, from->texts.data, from->texts.count))
        return gp_no_memory(job);
    memcpy(out->slots, from->slots, bytes);
    out->slot_count = from->slot_count;
    return GP_OK;
}

void gp_release_names(gp_names *names)
{
    free(names->slots);
    names->slots = NULL;
    names->slot_count = 0;
    gp_release(&names->texts);
}

static bool grow_slots(gp_names *names)
{
    uint32_t count = names->slot_count ? names->slot_count * 2 : 64;
    if (!names->slots && gp_defer(names->job, free_slots, names) != GP_OK) return false;
    gp_name_slot *slots = aligned_alloc(64, count * sizeof *slots); /* a cache line: 8 slots */
    if (!slots) return false;
    memset(slots, 0, count * sizeof *slots);
    for (uint32_t i = 0; i < names->slot_count; i++) {
        uint32_t at = names->slots[i].hash & (count - 1);
        if (!names->slots[i].number) continue;
        while (slots[at].number) at = (at + 1) & (count - 1);
        slots[at] = names->slots[i];
    }
    free(names->slots);
    names->slots = slots;
    names->slot_count = count;
    return true;
}

/* Copies into the pool, behind its size. */
static const char *keep_text(gp_names *names, const char *text, size_t size)
{
    uint32_t prefix = (uint32_t)size;
    size_t needed = sizeof prefix + size + 1;
    if (size > UINT32_MAX - 16) return NULL;
    if (needed > names->pool_size) {
        size_t block = needed > POOL_SIZE ? needed : POOL_SIZE;
        char *pool = GP_NEW(names->job, char, block);
        if (!pool) return NULL;
        names->pool = pool;
        names->pool_size = block;
    }
    char *copy = names->pool + sizeof prefix;
    memcpy(names->pool, &prefix, sizeof prefix);
    memcpy(copy, text, size); /* the pool is zeroed: a NUL follows */
    names->pool += needed;
    names->pool_size -= needed;
    return copy;
}

uint32_t gp_intern(gp_names *names, const char *text, size_t size)
{
    if (names->texts.count + 1 > names->slot_count / 2 && !grow_slots(names)) return GP_NONE;
    uint32_t hash = hash_of(names->seed, text, size);
    gp_name_slot *slot = find_slot(names, hash, text, size);
    if (slot->number) return slot->number - 1;
    const char *copy = keep_text(names, text, size);
    if (!copy || !gp_push(names->job, &names->texts, &copy, 1)) return GP_NONE;
    *slot = (gp_name_slot){(uint32_t)names->texts.count, hash};
    return slot->number - 1;
}

uint32_t gp_find_name(const gp_names *names, const char *text, size_t size)
{
    if (!names->slot_count) return GP_NONE;
    /* 0 - 1: none */
    return find_slot(names, hash_of(names->seed, text, size), text, size)->number - 1;
}
