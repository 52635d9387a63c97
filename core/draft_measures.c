/* SPDX-License-Identifier: MIT
 * Measures of a draft: those that they need and exclude are there (GP106), and they do not need
 * each other in a circle (GP143). */
#include "core/draft_measures.h"
#include "core/nearest.h"

#include <string.h>

#define TOLD_MAX 100000 /* measures in circles that are told; the first is told at any length */

gp_status gp_draft_measure(gp_draft *draft, const gp_measure *measure, const gp_measure_link *links,
                           uint32_t count)
{
    size_t before = draft->measures.count;
    GP_TRY(gp_draft_term(
        draft, GP_MEASURE,
        &(gp_term){.id = measure->id, .name = measure->name, .place = measure->place}));
    bool is_new = draft->measures.count > before; /* else another has its id (reported) */
    if (is_new) ((gp_measure *)draft->measures.data)[before].cost = measure->cost;
    for (uint32_t i = 0; i < count; i++) {
        gp_measure_use use = {.owner = is_new ? (uint32_t)before : GP_NONE,
                              .term = gp_draft_term_number(draft, GP_MEASURE, links[i].id),
                              .excludes = links[i].excludes,
                              .place = links[i].place};
        if (use.term == GP_NONE || !gp_push(draft->job, &draft->measure_uses, &use, 1))
            return gp_no_memory(draft->job);
    }
    return GP_OK;
}

/* ---- the portfolio's ---- */

/* Those that a measure needs, or excludes: uses[first .. end), without what names none. */
static uint32_t list_used(const gp_draft *draft, size_t first, size_t end, bool excludes,
                          uint32_t *out)
{
    const gp_measure_use *uses = draft->measure_uses.data;
    uint32_t count = 0;
    for (size_t i = first; i < end; i++) {
        uint32_t target = gp_used_measure(draft, &uses[i]);
        if (uses[i].excludes == excludes && target != GP_NONE) out[count++] = target;
    }
    return count;
}

gp_status gp_fill_measures(gp_draft *draft, gp_portfolio *portfolio)
{
    const gp_measure_use *uses = draft->measure_uses.data;
    const gp_term *terms = draft->terms[GP_MEASURE].terms.data;
    gp_measure *measures = draft->measures.data;
    size_t at = 0, all = draft->measure_uses.count;
    uint32_t *numbers = GP_NEW(draft->job, uint32_t, all);
    if (!numbers) return gp_no_memory(draft->job);
    for (uint32_t i = 0; i < draft->measures.count; i++) {
        gp_measure *measure = &measures[i];
        while (at < all && uses[at].owner == GP_NONE) at++;
        size_t first = at; /* owners ascend */
        while (at < all && uses[at].owner == i) at++;
        measure->id = terms[i].id;
        measure->name = terms[i].name;
        measure->place = terms[i].place;
        measure->needs = numbers;
        measure->need_count = list_used(draft, first, at, false, numbers);
        numbers += measure->need_count;
        measure->excludes = numbers;
        measure->exclude_count = list_used(draft, first, at, true, numbers);
        numbers += measure->exclude_count;
    }
    portfolio->measures = measures;
    portfolio->measure_count = (uint32_t)draft->measures.count;
    portfolio->cost_unit = draft->settings.cost_unit;
    return GP_OK;
}

/* ---- ids that no measure has ---- */

static gp_status report_unknown(gp_draft *draft, const gp_measure_use *use, int64_t *work)
{
    const gp_term_list *list = &draft->terms[GP_MEASURE];
    const gp_term *terms = list->terms.data;
    const char *id = gp_name(&list->names, use->term);
    gp_nearest search;
    gp_start_nearest(&search, id, work);
    search.by_text = true;
    for (uint32_t i = 0; i < list->terms.count && !search.is_over; i++)
        if (i != use->owner) gp_try_nearest(&search, terms[i].id, strlen(terms[i].id));
    return gp_add_finding(
        draft->job,
        &(gp_finding){.code = 106,
                      .place = use->place,
                      .arguments = {GP_TEXT(use->excludes ? "excludes" : "needs"), GP_TEXT(id),
                                    GP_WORDS("an id from \"measures\"", "een id uit \"measures\"")},
                      .suggestion = search.best});
}

static gp_status check_ids(gp_draft *draft)
{
    int64_t work = GP_NEAREST_WORK;
    const gp_measure_use *uses = draft->measure_uses.data;
    for (size_t i = 0; i < draft->measure_uses.count; i++)
        if (gp_used_measure(draft, &uses[i]) == GP_NONE)
            GP_TRY(report_unknown(draft, &uses[i], &work));
    return GP_OK;
}

/* ---- who needs whom ---- */

static gp_status list_needs(gp_draft *draft, gp_needs *out)
{
    gp_job *job = draft->job;
    const gp_measure_use *uses = draft->measure_uses.data;
    size_t all = draft->measure_uses.count, count = draft->measures.count;
    gp_need *needs = GP_NEW(job, gp_need, all);
    uint32_t *first = GP_NEW(job, uint32_t, count + 1), *back = GP_NEW(job, uint32_t, all);
    uint32_t *back_first = GP_NEW(job, uint32_t, count + 2), total = 0;
    if (!needs || !first || !back || !back_first) return gp_no_memory(job);
    for (size_t i = 0; i < all; i++) {
        uint32_t target = gp_used_measure(draft, &uses[i]);
        if (uses[i].owner == GP_NONE || target == GP_NONE || uses[i].excludes) continue;
        needs[total++] = (gp_need){uses[i].owner, target, uses[i].place}; /* owners ascend */
        first[uses[i].owner + 1]++;
        back_first[target + 2]++;
    }
    for (size_t i = 0; i < count; i++) {
        first[i + 1] += first[i];
        back_first[i + 2] += back_first[i + 1];
    }
    for (uint32_t i = 0; i < total; i++) back[back_first[needs[i].to + 1]++] = i;
    *out = (gp_needs){draft, (uint32_t)count, needs, first, back, back_first};
    return GP_OK;
}

/* ---- circles ---- */

typedef struct walk {
    const gp_needs *needs;
    uint32_t *path; /* indices of needs: from one measure to the next, up to here */
    uint32_t length;
    uint32_t *depth; /* by measure on the path: how many lead to it, and 1; 0: nobody came by yet;
                      * GP_NONE: all that it needs was looked at */
    uint32_t *next;  /* by measure: which of its needs is looked at next */
    uint32_t told;   /* measures in circles so far */
} walk;

/* "a -> b -> a": the path from its place `from` on, which leads back to where that begins. */
static gp_status report_circle(walk *w, uint32_t from)
{
    gp_draft *draft = w->needs->draft;
    uint32_t count = w->length - from;
    gp_related *related = GP_NEW(draft->job, gp_related, count);
    gp_buffer *chain = gp_new_buffer(draft->job);
    const char *text;
    size_t size;
    if (!related || !chain) return gp_no_memory(draft->job);
    for (uint32_t i = 0; i < count; i++) {
        const gp_need *need = &w->needs->needs[w->path[from + i]];
        related[i] = (gp_related){.place = need->place, .from = gp_measure_id(draft, need->from)};
        if (i >= GP_MEASURES_NAMED) continue;
        gp_add_text(chain, related[i].from);
        gp_add_text(chain, " -> ");
    }
    if (count > GP_MEASURES_NAMED) gp_add_text(chain, "... -> ");
    gp_add_text(chain, related[0].from);
    GP_TRY(gp_finish_buffer(chain, &text, &size));
    w->told += count;
    return gp_add_finding(draft->job, &(gp_finding){.code = 143,
                                                    .place = related[count - 1].place,
                                                    .subject = related[0].from,
                                                    .arguments = {GP_TEXT(text)},
                                                    .related = related,
                                                    .related_count = count});
}

/* Looks at one need of a measure, the last one on the path, and returns where to go on. */
static gp_status look(walk *w, uint32_t *at)
{
    uint32_t number = w->next[*at]++, to = w->needs->needs[number].to, depth = w->depth[to];
    if (depth == GP_NONE) return GP_OK;
    w->path[w->length++] = number;
    if (depth == 0) {
        w->depth[to] = w->length + 1;
        *at = to;
        return GP_OK;
    }
    uint32_t count = w->length - (depth - 1);
    if (w->told == 0 || w->told + count <= TOLD_MAX) GP_TRY(report_circle(w, depth - 1));
    w->length--;
    return GP_OK;
}

/* Depth first, from a measure that nobody came by. */
static gp_status walk_from(walk *w, uint32_t start)
{
    uint32_t at = start;
    w->length = 0;
    w->depth[start] = 1;
    for (;;) {
        if (w->next[at] < w->needs->first[at + 1]) {
            GP_TRY(look(w, &at));
            continue;
        }
        w->depth[at] = GP_NONE;
        if (w->length == 0) return GP_OK;
        at = w->needs->needs[w->path[--w->length]].from;
    }
}

static gp_status check_circles(const gp_needs *needs, bool *are_there)
{
    gp_job *job = needs->draft->job;
    walk w = {.needs = needs,
              .path = GP_NEW(job, uint32_t, (size_t)needs->count + 1),
              .depth = GP_NEW(job, uint32_t, needs->count),
              .next = GP_NEW(job, uint32_t, needs->count)};
    if (!w.path || !w.depth || !w.next) return gp_no_memory(job);
    memcpy(w.next, needs->first, needs->count * sizeof *w.next);
    for (uint32_t i = 0; i < needs->count; i++)
        if (w.depth[i] == 0) GP_TRY(walk_from(&w, i));
    *are_there = w.told > 0;
    return GP_OK;
}

gp_status gp_check_measure_uses(gp_draft *draft)
{
    gp_needs needs;
    bool is_circular;
    if (draft->measure_uses.count == 0) return GP_OK;
    if (!(draft->unknown & GP_PART_TERMS)) GP_TRY(check_ids(draft));
    GP_TRY(list_needs(draft, &needs));
    GP_TRY(check_circles(&needs, &is_circular));
    return is_circular ? GP_OK : gp_check_exclusions(&needs);
}
