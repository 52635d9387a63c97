/* SPDX-License-Identifier: MIT
 * "Did you mean": the nearest of many texts by restricted Damerau-Levenshtein distance
 * (Damerau 1964: insert, delete, replace, swap two neighbours). Distances above the best so far
 * are cut off by length first, so that a search over many ids stays cheap. */
#include "core/nearest.h"

#include <string.h>

#define LONGEST 96 /* bytes; longer texts get no suggestion */
#define FURTHEST 3

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

/* The distance, or limit + 1 when it is more than limit. */
static unsigned distance(const char *a, size_t m, const char *b, size_t n, unsigned limit)
{
    if ((m > n ? m - n : n - m) > limit) return limit + 1;
    unsigned rows[3][LONGEST + 1];
    for (size_t j = 0; j <= n; j++) rows[0][j] = (unsigned)j;
    unsigned last_best = 0;
    for (size_t i = 1; i <= m; i++) {
        unsigned *row = rows[i % 3], *above = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
        unsigned best = row[0] = (unsigned)i;
        for (size_t j = 1; j <= n; j++) {
            row[j] = least(above[j] + 1, row[j - 1] + 1);
            row[j] = least(row[j], above[j - 1] + (a[i - 1] != b[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = least(row[j], before[j - 2] + 1);
            best = least(best, row[j]);
        }
        if (best > limit && last_best > limit) return limit + 1; /* a swap looks two rows back */
        last_best = best;
    }
    return rows[m % 3][n];
}

void gp_start_nearest(gp_nearest *search, const char *text)
{
    size_t size = strlen(text);
    unsigned limit = size / 3 < FURTHEST ? (unsigned)(size / 3) : FURTHEST;
    *search = (gp_nearest){text, size, limit ? limit : 1, size > LONGEST, NULL};
}

void gp_try_nearest(gp_nearest *search, const char *candidate)
{
    if (search->is_over) return;
    size_t size = strlen(candidate);
    if (size > LONGEST || size == 0) return;
    unsigned far = distance(search->text, search->size, candidate, size, search->limit);
    if (far > search->limit) return;
    search->best = candidate;
    search->is_over = far == 0;
    search->limit = far - 1; /* only a nearer one may replace it */
}

const char *gp_nearest_text(const char *text, const char *const *candidates, size_t count)
{
    gp_nearest search;
    gp_start_nearest(&search, text);
    for (size_t i = 0; i < count; i++) gp_try_nearest(&search, candidates[i]);
    return search.best;
}
