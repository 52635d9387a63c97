/* SPDX-License-Identifier: MIT
 * `repair` as JSON: what was chosen, what was considered, and the certificate that anybody can
 * check. Numbers count in `considered`, from 0. */
#include "io/answers/answers.h"
#include "io/answers/json_parts.h"
#include "io/answers/repair_fields.h"
#include "io/answers/repair_words.h"
#include "io/json/json_compact.h"
#include "io/repair/candidate_changes.h"

typedef struct writer {
    gp_json *json;
    const gp_repair *repair;
    const gp_network *network;
    const gp_portfolio *portfolio;
    gp_changes_maker *changes;
} writer;

static gp_status add_changes(const writer *w, const gp_candidate *candidate)
{
    const struct cJSON *tree;
    gp_standings from;
    GP_TRY(gp_changes_of(w->changes, candidate, &tree, &from));
    gp_json_key(w->json, "changes");
    gp_add_text(w->json->buffer, tree ? "" : "{}");
    if (tree) gp_add_json(w->json->buffer, tree);
    w->json->needs_comma = true;
    return GP_OK;
}

static gp_status add_choices(const writer *w)
{
    gp_json_open_list(w->json, "measures");
    for (uint32_t i = 0; i < w->repair->choice_count; i++) {
        gp_json_line(w->json);
        gp_json_open(w->json, '{');
        gp_json_add_choice(w->json, w->repair, &w->repair->choices[i]);
        GP_TRY(add_changes(w, &w->repair->considered[w->repair->choices[i].candidate]));
        gp_json_close(w->json, '}');
    }
    gp_json_close(w->json, ']');
    return GP_OK;
}

static gp_status add_considered(const writer *w)
{
    gp_json_line(w->json);
    gp_json_open_list(w->json, "considered");
    for (uint32_t i = 0; i < w->repair->considered_count; i++) {
        gp_json_line(w->json);
        gp_json_open(w->json, '{');
        gp_json_add_candidate(w->json, w->portfolio, &w->repair->considered[i]);
        GP_TRY(add_changes(w, &w->repair->considered[i]));
        gp_json_close(w->json, '}');
    }
    gp_json_close(w->json, ']');
    return GP_OK;
}

static const char *intervention_id(const writer *w, uint32_t intervention)
{
    return w->portfolio->ids[w->portfolio->interventions[intervention].symbol];
}

static void add_lives(const writer *w)
{
    gp_json_line(w->json);
    gp_json_open_list(w->json, "interventions");
    for (uint32_t i = 0; i < w->repair->live_count; i++) {
        const gp_repair_live *live = &w->repair->lives[i];
        gp_json_line(w->json);
        gp_json_open(w->json, '{');
        gp_json_add_text(w->json, "id", intervention_id(w, live->intervention));
        gp_json_add_day(w->json, "needed_by", live->needed_by);
        gp_json_add_day(w->json, "needed_by_after", live->needed_by_after);
        gp_json_add_day(w->json, "before", live->before);
        gp_json_add_day(w->json, "after", live->after);
        gp_json_add_number(w->json, "late_before", live->late_before);
        gp_json_add_number(w->json, "late_after", live->late_after);
        gp_json_add_truth(w->json, "not_before", live->not_before);
        gp_json_add_truth(w->json, "not_before_after", live->not_before_after);
        gp_json_close(w->json, '}');
    }
    gp_json_close(w->json, ']');
}

static void add_numbers(gp_json *json, const uint32_t *numbers, uint32_t count)
{
    gp_json_open(json, '[');
    for (uint32_t i = 0; i < count; i++) gp_json_number(json, numbers[i]);
    gp_json_close(json, ']');
}

/* What cannot be taken together, and what not without the other: as the file says, and of what
 * changes the same in ways that cannot be combined. */
static void add_pairs(const writer *w, const char *key, const uint32_t (*pairs)[2], uint32_t count)
{
    gp_json_line(w->json);
    gp_json_open_list(w->json, key);
    for (uint32_t i = 0; i < count; i++) add_numbers(w->json, pairs[i], 2);
    gp_json_close(w->json, ']');
}

/* And whose dates they are about, in the same order. */
static void add_cuts(const writer *w)
{
    gp_json_line(w->json);
    gp_json_open_list(w->json, "cuts");
    for (uint32_t i = 0; i < w->repair->cut_count; i++) {
        gp_json_line(w->json);
        add_numbers(w->json, w->repair->cuts[i].candidates, w->repair->cuts[i].count);
    }
    gp_json_close(w->json, ']');
    gp_json_line(w->json);
    gp_json_open_list(w->json, "cut_interventions");
    for (uint32_t i = 0; i < w->repair->cut_count; i++)
        gp_json_text(w->json, intervention_id(w, w->repair->cuts[i].intervention));
    gp_json_close(w->json, ']');
    add_pairs(w, "excludes", w->repair->excludes, w->repair->exclude_count);
    add_pairs(w, "needs", w->repair->needs, w->repair->need_count);
}

static void add_curve(const writer *w)
{
    gp_json_line(w->json);
    gp_json_open_list(w->json, "curve");
    for (uint32_t i = 0; i < w->repair->curve_count; i++) {
        const gp_repair_point *point = &w->repair->curve[i];
        gp_json_line(w->json);
        gp_json_open(w->json, '{');
        gp_json_add_number(w->json, "in_time", point->in_time);
        gp_json_add_cost(w->json, "cost", point->cost);
        gp_json_add_truth(w->json, "proven", point->is_proven);
        gp_json_key(w->json, "measures");
        add_numbers(w->json, point->candidates, point->count);
        gp_json_close(w->json, '}');
    }
    gp_json_close(w->json, ']');
}

static void add_lost(const writer *w)
{
    gp_json_line(w->json);
    gp_json_open_list(w->json, "impossible");
    for (uint32_t i = 0; i < w->repair->lost_count; i++) {
        const gp_repair_lost *lost = &w->repair->lost[i];
        gp_json_line(w->json);
        gp_json_open(w->json, '{');
        gp_json_add_text(w->json, "intervention", intervention_id(w, lost->intervention));
        gp_json_add_number(w->json, "late_days", lost->late_days);
        gp_json_add_truth(w->json, "certain", lost->is_certain);
        gp_json_add_steps(w->json, "path", lost->schedule->network, lost->path.activities,
                          lost->path.count);
        gp_json_close(w->json, '}');
    }
    gp_json_close(w->json, ']');
}

gp_status gp_json_repair(gp_job *job, const gp_document *document, const gp_repair *repair,
                         const gp_write_options *options, gp_output *out)
{
    const gp_network *network = repair->before->network;
    writer w = {.json = gp_json_document(job, "repair", network->portfolio),
                .repair = repair,
                .network = network,
                .portfolio = network->portfolio};
    if (!w.json) return gp_no_memory(job);
    GP_TRY(gp_new_changes_maker(job, document, network->portfolio, &w.changes));
    gp_json_line(w.json);
    gp_json_add_outcome(w.json, repair);
    gp_json_line(w.json);
    GP_TRY(add_choices(&w));
    add_lives(&w);
    GP_TRY(add_considered(&w));
    add_cuts(&w);
    add_curve(&w);
    add_lost(&w);
    return gp_json_finish(job, w.json, options->language, out);
}
