/* SPDX-License-Identifier: MIT
 * "Did you mean": the nearest of many texts by restricted Damerau-Levenshtein distance
 * (Damerau 1964: insert, delete, replace, swap two neighbours). What two texts begin and end with
 * together is passed over, and of the table only the band is filled in that a near text can run
 * through (Ukkonen 1985): a candidate costs a few times its length, not its square. */
#include "core/nearest.h"

#include <string.h>

#define LONGEST 96 /* bytes; longer texts get no suggestion */
#define FURTHEST 3

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

/* Row i of the table, within the band: row[j] is the distance between the first i and the first j
 * characters. Beside the band stands what is too far. The least of the row comes back. */
static unsigned fill_row(unsigned rows[3][LONGEST + 2], size_t i, const char *a, const char *b,
                         size_t n, unsigned limit)
{
    unsigned *row = rows[i % 3], *above = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
    size_t from = i > limit ? i - limit : 1, end = i + limit < n ? i + limit : n;
    unsigned best = row[from - 1] = from == 1 ? (unsigned)i : limit + 1;
    for (size_t j = from; j <= end; j++) {
        row[j] = least(above[j] + 1, row[j - 1] + 1);
        row[j] = least(row[j], above[j - 1] + (a[i - 1] != b[j - 1]));
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = least(row[j], before[j - 2] + 1);
        best = least(best, row[j]);
    }
    row[end + 1] = limit + 1;
    return best;
}

/* The distance, or more than the limit when it is. */
static unsigned distance(const char *a, size_t m, const char *b, size_t n, unsigned limit)
{
    unsigned rows[3][LONGEST + 2];
    for (size_t j = 0; j <= n; j++) rows[0][j] = (unsigned)j;
    unsigned last_best = 0;
    for (size_t i = 1; i <= m; i++) {
        unsigned best = fill_row(rows, i, a, b, n, limit);
        if (best > limit && last_best > limit) return limit + 1; /* a swap looks two rows back */
        last_best = best;
    }
    return rows[m % 3][n];
}

/* Passes over what both begin and end with; how much that is comes back. */
static size_t drop_common(const char **a, size_t *m, const char **b, size_t *n)
{
    size_t shorter = *m < *n ? *m : *n, first = 0, last = 0;
    while (first < shorter && (*a)[first] == (*b)[first]) first++;
    while (last < shorter - first && (*a)[*m - 1 - last] == (*b)[*n - 1 - last]) last++;
    *a += first;
    *b += first;
    *m -= first + last;
    *n -= first + last;
    return first + last;
}

void gp_start_nearest(gp_nearest *search, const char *text, int64_t *work)
{
    size_t size = strlen(text);
    unsigned limit = size / 3 < FURTHEST ? (unsigned)(size / 3) : FURTHEST;
    bool is_over = size > LONGEST || (work && *work <= 0);
    *search = (gp_nearest){
        .text = text, .size = size, .limit = limit ? limit : 1, .is_over = is_over, .work = work};
}

/* A search that was cut short has no answer: what it did not look at may be nearer. */
static void spend(gp_nearest *search, size_t characters)
{
    if (!search->work) return;
    *search->work -= (int64_t)characters;
    if (*search->work > 0) return;
    search->is_over = true;
    search->best = NULL;
}

void gp_try_nearest(gp_nearest *search, const char *candidate, size_t size)
{
    if (search->is_over) return;
    const char *a = search->text, *b = candidate;
    size_t m = search->size, n = size, common = 0;
    unsigned limit = search->limit, far = limit + 1;
    if (size && size <= LONGEST && (m > n ? m - n : n - m) <= limit) {
        common = drop_common(&a, &m, &b, &n);
        far = distance(a, m, b, n, limit);
    } else {
        m = 0;
    }
    bool is_tie = search->best && far == search->distance;
    if (far <= limit && !(is_tie && strcmp(candidate, search->best) >= 0)) {
        search->best = candidate;
        search->distance = far;
        search->is_over = far == 0;
        search->limit = search->by_text ? far : far - 1; /* one as near, or only a nearer one */
    }
    spend(search, 1 + common + m * (2 * limit + 1));
}

const char *gp_nearest_text(const char *text, const char *const *candidates, size_t count)
{
    gp_nearest search;
    gp_start_nearest(&search, text, NULL);
    for (size_t i = 0; i < count; i++)
        gp_try_nearest(&search, candidates[i], strlen(candidates[i]));
    return search.best;
}
