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

static uint64_t mix(uint64_t a, uint64_t b)
{
    uint64_t x = (a ^ b) * 0x9E3779B97F4A7C15u;
    return x ^ (x >> 32);
}

static uint32_t hash_of(uint64_t seed, const char *text, size_t size)
{
    uint64_t hash = mix(seed, size);
    for (; size >= 8; size -= 8, text += 8) {
        uint64_t word;
        memcpy(&word, text, 8);
        hash = mix(hash, word);
    }
    uint64_t rest = 0;
    memcpy(&rest, text, size);
    hash = mix(hash, rest);
    return (uint32_t)mix(hash, hash >> 29);
}

/* The slot that holds the text, or the free one where it belongs. */
static uint32_t find_slot(const gp_names *names, uint32_t hash, const char *text, size_t size)
{
    uint32_t mask = names->slot_count - 1;
    uint32_t slot = hash & mask;
    for (; names->slots[slot]; slot = (slot + 1) & mask) {
        if (names->hashes[slot] != hash) continue;
        const char *known = gp_name(names, names->slots[slot] - 1);
        if (strncmp(known, text, size) == 0 && known[size] == '\0') break;
    }
    return slot;
}

static void free_slots(void *object)
{
    gp_names *names = object;
    free(names->slots);
    free(names->hashes);
    names->slots = names->hashes = NULL;
}

static bool grow_slots(gp_names *names)
{
    uint32_t count = names->slot_count ? names->slot_count * 2 : 64;
    if (!names->slots && gp_defer(names->job, free_slots, names) != GP_OK) return false;
    uint32_t *slots = calloc(count, sizeof *slots);
    uint32_t *hashes = calloc(count, sizeof *hashes);
    if (!slots || !hashes) {
        free(slots);
        free(hashes);
        return false;
    }
    for (uint32_t i = 0; i < names->slot_count; i++) {
        if (!names->slots[i]) continue;
        uint32_t slot = names->hashes[i] & (count - 1);
        while (slots[slot]) slot = (slot + 1) & (count - 1);
        slots[slot] = names->slots[i];
        hashes[slot] = names->hashes[i];
    }
    free(names->slots);
    free(names->hashes);
    names->slots = slots;
    names->hashes = hashes;
    names->slot_count = count;
    return true;
}

/* Copies into the pool. */
static const char *keep_text(gp_names *names, const char *text, size_t size)
{
    if (size + 1 > names->pool_size) {
        size_t block = size + 1 > POOL_SIZE / 2 ? size + 1 : POOL_SIZE;
        char *pool = GP_NEW(names->job, char, block);
        if (!pool) return NULL;
        if (block != POOL_SIZE) return memcpy(pool, text, size);
        names->pool = pool;
        names->pool_size = block;
    }
    char *copy = names->pool;
    memcpy(copy, text, size);
    names->pool += size + 1;
    names->pool_size -= size + 1;
    return copy;
}

uint32_t gp_intern(gp_names *names, const char *text, size_t size)
{
    if (names->texts.count + 1 > names->slot_count / 2 && !grow_slots(names)) return GP_NONE;
    uint32_t hash = hash_of(names->seed, text, size);
    uint32_t slot = find_slot(names, hash, text, size);
    if (names->slots[slot]) return names->slots[slot] - 1;
    const char *copy = keep_text(names, text, size);
    if (!copy || !gp_push(names->job, &names->texts, &copy, 1)) return GP_NONE;
    names->slots[slot] = (uint32_t)names->texts.count;
    names->hashes[slot] = hash;
    return (uint32_t)names->texts.count - 1;
}

uint32_t gp_find_name(const gp_names *names, const char *text, size_t size)
{
    if (!names->slot_count) return GP_NONE;
    uint32_t slot = find_slot(names, hash_of(names->seed, text, size), text, size);
    return names->slots[slot] ? names->slots[slot] - 1 : GP_NONE;
}
