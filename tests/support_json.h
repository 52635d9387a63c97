/* SPDX-License-Identifier: MIT
 * Random portfolios as JSON trees, with all that docs/format.md knows, for tests that convert. */
#ifndef GP_TESTS_SUPPORT_JSON_H
#define GP_TESTS_SUPPORT_JSON_H

#include "groeipad/job.h"

struct cJSON;

/* The findings of a job so far: "106@2:5 104@3:1", code, line and column of each, in the order in
 * which they were found. `out` is cut where it is too small. */
void list_places(const gp_job *job, char *out, size_t size);

typedef struct json_taste {
    bool has_own_keys;  /* x-... everywhere, with any value */
    bool has_odd_texts; /* quotes, colons, line ends, words that YAML takes for something else */
    bool is_tabular;    /* only what docs/csv.md calls its subset */
} json_taste;

/* A valid portfolio that depends on seed and taste alone. Free with cJSON_Delete. */
struct cJSON *random_json(uint64_t seed, const json_taste *taste);

/* Fails the test unless the portfolio comes back the same from JSON -> format -> JSON. `name` is a
 * file name that tells the format ("p.yaml"). */
void check_round_trip(const struct cJSON *portfolio, const char *name, const char *format);

#endif
