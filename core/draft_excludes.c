/* SPDX-License-Identifier: MIT
 * Measures that can never be taken, since what they need is excluded (GP142). For each two of which
 * one excludes the other: who needs both, itself or by others? Of those, the ones that do not need
 * another of them are told: what stands above them is not what is wrong. */
#include "core/draft_measures.h"

#include <stdlib.h>

#define WORK_MAX 20000000 /* needs looked at, for all pairs: well within a second */

/* Two of which one excludes the other. */
typedef struct pair {
    uint32_t ends[2]; /* ascending; one excludes itself: the same */
    uint32_t use;     /* that says so first: index into the draft's */
} pair;

static int compare_pairs(const void *left, const void *right)
{
    const pair *a = left, *b = right;
    for (int i = 0; i < 2; i++)
        if (a->ends[i] != b->ends[i]) return a->ends[i] < b->ends[i] ? -1 : 1;
    return (a->use > b->use) - (a->use < b->use);
}

static gp_status list_pairs(const gp_draft *draft, const pair **out, size_t *count)
{
    const gp_measure_use *uses = draft->measure_uses.data;
    size_t all = draft->measure_uses.count, listed = 0;
    pair *pairs = GP_NEW(draft->job, pair, all);
    *count = 0;
    if (!pairs) return gp_no_memory(draft->job);
    for (uint32_t i = 0; i < all; i++) {
        uint32_t own = uses[i].owner, other = gp_used_measure(draft, &uses[i]);
        if (own == GP_NONE || other == GP_NONE || !uses[i].excludes) continue;
        bool is_ascending = own < other;
        pairs[listed++] = (pair){{is_ascending ? own : other, is_ascending ? other : own}, i};
    }
    if (listed > 1) qsort(pairs, listed, sizeof *pairs, compare_pairs);
    for (size_t i = 0; i < listed; i++) {
        const pair *last = *count ? &pairs[*count - 1] : NULL;
        bool is_same =
            last && last->ends[0] == pairs[i].ends[0] && last->ends[1] == pairs[i].ends[1];
        if (!is_same) pairs[(*count)++] = pairs[i];
    }
    *out = pairs;
    return GP_OK;
}

/* ---- who needs one of them ---- */

typedef struct needing {
    uint32_t *round; /* by measure: for which pair it was found last */
    uint32_t *via;   /* by measure: the need that leads there the shortest way; GP_NONE: it is the
                      * one itself */
    uint32_t *found; /* the one itself first */
    uint32_t count;
} needing;

typedef struct search {
    const gp_needs *needs;
    const pair *pair;
    const gp_measure_use *exclusion;
    uint32_t round;     /* of the pair; from 1 */
    needing needing[2]; /* each of its ends */
    int64_t work;       /* what is left of it */
} search;

static gp_status start_needing(gp_job *job, uint32_t count, needing *out)
{
    *out = (needing){.round = GP_NEW(job, uint32_t, count),
                     .via = GP_NEW(job, uint32_t, count),
                     .found = GP_NEW(job, uint32_t, count)};
    return out->round && out->via && out->found ? GP_OK : gp_no_memory(job);
}

static void find_needing(search *s, int end)
{
    const gp_needs *needs = s->needs;
    needing *out = &s->needing[end];
    out->count = 1;
    out->found[0] = s->pair->ends[end];
    out->via[out->found[0]] = GP_NONE;
    out->round[out->found[0]] = s->round;
    for (uint32_t head = 0; head < out->count; head++) {
        uint32_t at = out->found[head];
        for (uint32_t i = needs->back_first[at]; i < needs->back_first[at + 1]; i++) {
            uint32_t from = needs->needs[needs->back[i]].from;
            s->work--;
            if (out->round[from] == s->round) continue;
            out->round[from] = s->round;
            out->via[from] = needs->back[i];
            out->found[out->count++] = from;
        }
    }
}

static bool needs_both(const search *s, uint32_t measure)
{
    return s->needing[0].round[measure] == s->round && s->needing[1].round[measure] == s->round;
}

/* Does it need another that needs both? */
static bool is_above(search *s, uint32_t measure)
{
    const gp_needs *needs = s->needs;
    for (uint32_t i = needs->first[measure]; i < needs->first[measure + 1]; i++, s->work--)
        if (needs_both(s, needs->needs[i].to)) return true;
    return false;
}

/* ---- saying so ---- */

static void add_id(gp_buffer *out, const search *s, uint32_t measure)
{
    gp_add_text(out, "'");
    gp_add_text(out, gp_measure_id(s->needs->draft, measure));
    gp_add_text(out, "'");
}

/* One that it needs; and " (c -> d -> b)" where others are between. */
static void add_needed(gp_buffer *out, const search *s, uint32_t measure, int end)
{
    const uint32_t *via = s->needing[end].via;
    uint32_t at = measure, named = 0;
    add_id(out, s, s->pair->ends[end]);
    if (via[s->needs->needs[via[at]].to] == GP_NONE) return;
    gp_add_text(out, " (");
    for (; via[at] != GP_NONE; at = s->needs->needs[via[at]].to) {
        if (named++ >= GP_MEASURES_NAMED) continue;
        gp_add_text(out, gp_measure_id(s->needs->draft, at));
        gp_add_text(out, " -> ");
    }
    if (named > GP_MEASURES_NAMED) gp_add_text(out, "... -> ");
    gp_add_text(out, gp_measure_id(s->needs->draft, at));
    gp_add_text(out, ")");
}

/* "'c' needs 'a' and excludes it": of the pair, those that it is not itself. */
static gp_status write_why(const search *s, uint32_t measure, gp_language language,
                           const char **out)
{
    const uint32_t *ends = s->pair->ends;
    gp_buffer *text = gp_new_buffer(s->needs->draft->job);
    size_t size;
    if (!text) return gp_no_memory(s->needs->draft->job);
    add_id(text, s, measure);
    gp_add_text(text, gp_say(language, " needs ", " heeft "));
    if (ends[0] != measure) add_needed(text, s, measure, 0);
    if (ends[0] != measure && ends[1] != measure)
        gp_add_text(text, gp_say(language, " and ", " en "));
    if (ends[1] != measure) add_needed(text, s, measure, 1);
    gp_add_text(text, gp_say(language, "", " nodig"));
    if (ends[0] != measure && ends[1] != measure) {
        gp_add_text(text,
                    gp_say(language, ", which exclude each other", ", en die sluiten elkaar uit"));
    } else if (s->exclusion->owner == measure) {
        gp_add_text(text, gp_say(language, " and excludes it", " en sluit die uit"));
    } else {
        gp_add_text(text, gp_say(language, ", which excludes ", ", en die sluit "));
        add_id(text, s, measure);
        gp_add_text(text, gp_say(language, "", " uit"));
    }
    return gp_finish_buffer(text, out, &size);
}

static gp_status add_finding(const search *s, const char *subject, const char *other, gp_words why,
                             gp_place place, const gp_related *related)
{
    return gp_add_finding(
        s->needs->draft->job,
        &(gp_finding){.code = 142,
                      .place = place,
                      .subject = subject,
                      .arguments = {GP_TEXT(other), GP_TEXT(""), GP_WORDS(why.in[0], why.in[1])},
                      .related = related,
                      .related_count = related != NULL});
}

/* What an option changes comes after all that is in files. */
static bool is_later(const search *s, gp_place a, gp_place b)
{
    const gp_job *job = s->needs->draft->job;
    bool is_option = gp_is_option(job, a.source);
    if (is_option != gp_is_option(job, b.source)) return is_option;
    if (a.source != b.source) return a.source > b.source;
    return a.line != b.line ? a.line > b.line : a.column > b.column;
}

/* It needs what it excludes, or what excludes it: at the later of the two places that say so. */
static gp_status report_end(const search *s, uint32_t measure, int other, gp_words why,
                            gp_related *related)
{
    const gp_draft *draft = s->needs->draft;
    const gp_measure_use *exclusion = s->exclusion;
    gp_place need = s->needs->needs[s->needing[other].via[measure]].place;
    const char *owner = gp_measure_id(draft, exclusion->owner),
               *own = gp_measure_id(draft, measure),
               *needed = gp_measure_id(draft, s->pair->ends[other]);
    if (is_later(s, need, exclusion->place)) {
        *related = (gp_related){.place = exclusion->place, .from = owner};
        return add_finding(s, own, needed, why, need, related);
    }
    *related = (gp_related){.place = need, .from = own};
    return add_finding(s, owner, exclusion->owner == measure ? needed : own, why, exclusion->place,
                       related);
}

/* It needs two of which one excludes the other: at the later of the two needs. */
static gp_status report_above(const search *s, uint32_t measure, gp_words why, gp_related *related)
{
    const gp_draft *draft = s->needs->draft;
    const gp_need *needs = s->needs->needs;
    gp_place places[2];
    for (int i = 0; i < 2; i++) places[i] = needs[s->needing[i].via[measure]].place;
    int later = is_later(s, places[0], places[1]) ? 0 : 1;
    *related = (gp_related){.place = s->exclusion->place,
                            .from = gp_measure_id(draft, s->exclusion->owner)};
    return add_finding(s, gp_measure_id(draft, measure), gp_measure_id(draft, s->pair->ends[later]),
                       why, places[later], related);
}

static gp_status report(const search *s, uint32_t measure)
{
    const gp_draft *draft = s->needs->draft;
    const uint32_t *ends = s->pair->ends;
    gp_words why = {{"it excludes itself", "die sluit zichzelf uit"}};
    if (ends[0] == ends[1])
        return add_finding(s, gp_measure_id(draft, measure), gp_measure_id(draft, measure), why,
                           s->exclusion->place, NULL);
    gp_related *related = GP_NEW(draft->job, gp_related, 1);
    if (!related) return gp_no_memory(draft->job);
    for (int i = 0; i < 2; i++) GP_TRY(write_why(s, measure, (gp_language)i, &why.in[i]));
    if (measure != ends[0] && measure != ends[1]) return report_above(s, measure, why, related);
    return report_end(s, measure, measure == ends[0], why, related);
}

static bool is_needed(const gp_needs *needs, uint32_t measure)
{
    return needs->back_first[measure + 1] > needs->back_first[measure];
}

static gp_status check_pair(search *s)
{
    const uint32_t *ends = s->pair->ends;
    if (ends[0] == ends[1]) return report(s, ends[0]);
    if (!is_needed(s->needs, ends[0]) && !is_needed(s->needs, ends[1])) return GP_OK;
    for (int i = 0; i < 2; i++) find_needing(s, i);
    for (uint32_t i = 0; i < s->needing[0].count; i++) {
        uint32_t measure = s->needing[0].found[i];
        if (needs_both(s, measure) && !is_above(s, measure)) GP_TRY(report(s, measure));
    }
    return GP_OK;
}

gp_status gp_check_exclusions(const gp_needs *needs)
{
    gp_job *job = needs->draft->job;
    const pair *pairs;
    size_t count;
    search s = {.needs = needs, .work = WORK_MAX};
    GP_TRY(list_pairs(needs->draft, &pairs, &count));
    if (count == 0) return GP_OK;
    for (int i = 0; i < 2; i++) GP_TRY(start_needing(job, needs->count, &s.needing[i]));
    for (size_t i = 0; i < count && s.work > 0; i++) {
        s.pair = &pairs[i];
        s.exclusion = (const gp_measure_use *)needs->draft->measure_uses.data + pairs[i].use;
        s.round = (uint32_t)i + 1;
        GP_TRY(check_pair(&s));
    }
    return GP_OK;
}
