/* SPDX-License-Identifier: MIT
 * A choice that has one of every cut known, near the one at hand: cheap to find, and almost as good
 * as the cheapest to learn from (Davies and Bacchus 2011 do so between the exact ones). */
#include "core/repair/search.h"

typedef struct hitting {
    gp_search *search;
    bool *is_taken;
    uint32_t *hits;  /* by cut: how many of it are taken */
    uint32_t *gains; /* by candidate: cuts without any that it is in */
    uint32_t missed; /* cuts without any */
} hitting;

static const gp_found_cut *cut_at(const gp_search *s, uint32_t number)
{
    return &((const gp_found_cut *)s->cuts.data)[number];
}

static bool counts(const gp_search *s, const gp_found_cut *cut)
{
    return s->is_needed[cut->target];
}

static void add_gain(hitting *h, const gp_found_cut *cut, bool is_more)
{
    for (uint32_t i = 0; i < cut->count; i++)
        h->gains[cut->candidates[i]] += is_more ? 1 : (uint32_t)-1;
}

static bool has(const gp_found_cut *cut, uint32_t candidate)
{
    uint32_t low = 0, high = cut->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (cut->candidates[middle] < candidate)
            low = middle + 1;
        else
            high = middle;
    }
    return low < cut->count && cut->candidates[low] == candidate;
}

static void count_hits(hitting *h)
{
    const gp_search *s = h->search;
    for (uint32_t i = 0; i < s->cuts.count; i++) {
        const gp_found_cut *cut = cut_at(s, i);
        if (!counts(s, cut)) continue;
        for (uint32_t k = 0; k < cut->count; k++) h->hits[i] += h->is_taken[cut->candidates[k]];
        if (h->hits[i]) continue;
        h->missed++;
        add_gain(h, cut, true);
    }
}

static void take(hitting *h, uint32_t candidate)
{
    const gp_search *s = h->search;
    h->is_taken[candidate] = true;
    for (uint32_t i = 0; i < s->cuts.count; i++) {
        const gp_found_cut *cut = cut_at(s, i);
        if (!counts(s, cut) || !has(cut, candidate)) continue;
        if (h->hits[i]++ > 0) continue;
        h->missed--;
        add_gain(h, cut, false);
    }
}

/* The one that hits most for its cost. */
static uint32_t find_best(const hitting *h)
{
    const gp_search *s = h->search;
    uint32_t best = GP_NONE;
    double least = 0;
    for (uint32_t c = 0; c < s->model->candidate_count; c++) {
        if (h->gains[c] == 0) continue;
        double price = s->model->candidates[c].cost / h->gains[c];
        if (best != GP_NONE && price >= least) continue;
        if (!gp_may_take(s, h->is_taken, c)) continue;
        best = c;
        least = price;
    }
    return best;
}

/* What it needs is taken as well. */
static void take_with_needs(hitting *h, uint32_t candidate)
{
    const gp_search *s = h->search;
    take(h, candidate);
    for (uint32_t n = s->need_first[candidate]; n < s->need_first[candidate + 1]; n++)
        if (!h->is_taken[s->needs[n]]) take_with_needs(h, s->needs[n]);
}

static bool is_missed(const hitting *h, uint32_t candidate)
{
    const gp_search *s = h->search;
    for (uint32_t i = 0; i < s->model->need_count; i++)
        if (s->model->needs[i][1] == candidate && h->is_taken[s->model->needs[i][0]]) return true;
    for (uint32_t i = 0; i < s->cuts.count; i++) {
        const gp_found_cut *cut = cut_at(s, i);
        if (counts(s, cut) && h->hits[i] == 1 && has(cut, candidate)) return true;
    }
    return false;
}

static void drop(hitting *h, uint32_t candidate)
{
    const gp_search *s = h->search;
    h->is_taken[candidate] = false;
    for (uint32_t i = 0; i < s->cuts.count; i++) {
        const gp_found_cut *cut = cut_at(s, i);
        if (counts(s, cut) && has(cut, candidate)) h->hits[i]--;
    }
}

/* The dearest first: costs are few, so each round takes out those of the next lower cost. */
static void drop_what_is_not_missed(hitting *h)
{
    const gp_search *s = h->search;
    double cost = -1, next;
    for (uint32_t c = 0; c < s->model->candidate_count; c++)
        if (h->is_taken[c] && s->model->candidates[c].cost > cost)
            cost = s->model->candidates[c].cost;
    for (; cost >= 0; cost = next) {
        next = -1;
        for (uint32_t c = 0; c < s->model->candidate_count; c++) {
            double own = s->model->candidates[c].cost;
            if (!h->is_taken[c]) continue;
            if (own == cost && !is_missed(h, c)) drop(h, c);
            if (own < cost && own > next) next = own;
        }
    }
}

gp_status gp_hit_all(gp_search *s, bool *is_taken, bool *is_found)
{
    gp_job *scratch = gp_job_new();
    hitting h = {.search = s, .is_taken = is_taken};
    if (scratch) {
        h.hits = GP_NEW(scratch, uint32_t, s->cuts.count);
        h.gains = GP_NEW(scratch, uint32_t, s->model->candidate_count);
    }
    if (!scratch || !h.hits || !h.gains) {
        gp_job_free(scratch);
        return gp_no_memory(s->job);
    }
    count_hits(&h);
    uint32_t best = 0;
    while (h.missed > 0 && (best = find_best(&h)) != GP_NONE) take_with_needs(&h, best);
    *is_found = h.missed == 0;
    if (*is_found) drop_what_is_not_missed(&h);
    gp_job_free(scratch);
    return GP_OK;
}
