/* SPDX-License-Identifier: MIT
 * `repair` as CSV: a row for each decision, in the order in which they are to be taken. Each row
 * has what comes of all together, or an answer that was cut off would look like one that is proven.
 */
#include "io/answers/answers.h"
#include "io/answers/cost.h"
#include "io/answers/csv_finish.h"
#include "io/answers/csv_parts.h"
#include "io/answers/repair_words.h"

#define HEADER                                                                                     \
    "decide_by,overdue,id,name,kind,target,level,requires,by_days,needed_by,cost,needed_for,"      \
    "late_days_without,first_step,first_step_level,status,total_cost,bound,cost_unit"

typedef struct writer {
    gp_csv csv;
    char point;
} writer;

static void add_cost(writer *w, double cost)
{
    gp_csv_cost(&w->csv, cost, w->point);
}

static gp_status add_uses(gp_job *job, writer *w, const gp_portfolio *portfolio,
                          const gp_repair_choice *choice)
{
    gp_buffer *ids = gp_new_buffer(job), *days = gp_new_buffer(job);
    if (!ids || !days) return gp_no_memory(job);
    for (uint32_t i = 0; i < choice->use_count; i++) {
        const gp_repair_use *use = &choice->uses[i];
        if (i) gp_add_text(ids, "; ");
        if (i) gp_add_text(days, "; ");
        gp_add_text(ids, portfolio->ids[portfolio->interventions[use->intervention].symbol]);
        gp_add_number(days, use->late_days);
    }
    GP_TRY(gp_csv_made(job, &w->csv, ids));
    return gp_csv_made(job, &w->csv, days);
}

static gp_status add_row(gp_job *job, writer *w, const gp_repair *repair,
                         const gp_repair_choice *choice)
{
    const gp_portfolio *portfolio = repair->before->network->portfolio;
    const gp_candidate *candidate = &repair->considered[choice->candidate];
    const gp_measure *measure =
        candidate->measure == GP_NONE ? NULL : &portfolio->measures[candidate->measure];
    gp_csv_day(&w->csv, choice->decide_by);
    gp_csv_truth(&w->csv, gp_is_overdue(repair, choice));
    gp_csv_text(&w->csv, measure ? measure->id : NULL);
    gp_csv_text(&w->csv, measure ? measure->name : NULL);
    gp_csv_text(&w->csv, gp_candidate_key(candidate->kind));
    gp_csv_text(&w->csv, gp_candidate_target(portfolio, candidate));
    gp_csv_level(&w->csv, candidate->level);
    gp_csv_text(&w->csv, gp_candidate_required(portfolio, candidate));
    gp_csv_days(&w->csv, candidate->by_days);
    gp_csv_day(&w->csv, candidate->needed_by);
    add_cost(w, candidate->cost);
    GP_TRY(add_uses(job, w, portfolio, choice));
    gp_csv_step(&w->csv, repair->after->network, choice->first_step);
    gp_csv_text(&w->csv, gp_repair_status_key(repair->status));
    add_cost(w, repair->cost);
    add_cost(w, repair->bound);
    gp_csv_text(&w->csv, portfolio->cost_unit);
    gp_csv_end(&w->csv);
    return GP_OK;
}

gp_status gp_csv_repair(gp_job *job, const gp_repair *repair, const gp_write_options *options,
                        gp_output *out)
{
    /* Decimals have a comma where cells have a semicolon. */
    writer w = {.point = gp_csv_separator(options) == ';' ? ',' : '.'};
    GP_TRY(gp_csv_open(job, HEADER, &w.csv));
    for (uint32_t i = 0; i < repair->choice_count; i++)
        GP_TRY(add_row(job, &w, repair, &repair->choices[i]));
    return gp_csv_close(&w.csv, out);
}
