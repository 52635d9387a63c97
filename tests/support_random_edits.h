/* SPDX-License-Identifier: MIT
 * Edits portfolios at random, as a person would: every kind of edit, and nothing that makes the
 * file one that cannot be read. */
#ifndef GP_TESTS_SUPPORT_RANDOM_EDITS_H
#define GP_TESTS_SUPPORT_RANDOM_EDITS_H

#include <stdbool.h>
#include <stdint.h>

struct cJSON;

/* A copy with up to `count` edits made; `renames`: ids may change as well. Depends on seed alone.
 * Free with cJSON_Delete. */
struct cJSON *edit_at_random(const struct cJSON *portfolio, uint64_t seed, uint32_t count,
                             bool renames);

/* The same portfolio, its records and keys in another order. */
struct cJSON *shuffle_at_random(const struct cJSON *portfolio, uint64_t seed);

#endif
