/* SPDX-License-Identifier: MIT
 * Any bytes as a portfolio with measures, repaired with little effort: no crash, the law of
 * statuses and findings, places inside the text; and what the answer says comes true: made through
 * the door the chosen measures give its dates, and where it is proven nothing is late. The size of
 * the input picks the question. */
#include "groeipad/io.h"

#include <math.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define EFFORT 2000000u
#define STEPS_MAX 200

typedef struct asked {
    const gp_document *document;
    const gp_portfolio *portfolio;
    bool is_whole; /* without a budget */
} asked;

static void need(bool holds)
{
    if (!holds) abort();
}

static bool check_findings(gp_job *job, gp_status status)
{
    uint32_t count;
    bool has_error = false;
    const gp_finding *findings = gp_findings(job, &count);
    for (uint32_t i = 0; i < count; i++) {
        char message[512];
        const char *line;
        size_t column;
        has_error = has_error || findings[i].severity == GP_ERROR;
        if (findings[i].code == 805) continue; /* it is no text */
        gp_finding_message(&findings[i], GP_DUTCH, message, sizeof message);
        need(gp_source_excerpt(job, findings[i].place, 40, &line, &column) == GP_OK);
    }
    need((status == GP_OK) == !has_error);
    return status == GP_OK;
}

static gp_status make(void *object, gp_job *job, const gp_candidate *const *candidates,
                      uint32_t count, const gp_portfolio **out)
{
    const asked *a = object;
    return gp_read_candidates(job, a->document, a->portfolio, candidates, count, NULL, out, NULL);
}

static void check_choice(asked *a, const gp_repair *repair, const gp_schedule *plan)
{
    double cost = 0;
    for (uint32_t i = 0; i < repair->choice_count; i++)
        cost += repair->considered[repair->choices[i].candidate].cost;
    need(repair->cost < 0 || fabs(cost - repair->cost) <= 1e-6 * (1 + cost)); /* < 0: none yet */
    need(repair->cost < 0 || repair->bound <= repair->cost + 1e-6 * (1 + cost));
    for (uint32_t i = 0; i < repair->live_count; i++) {
        const gp_repair_live *live = &repair->lives[i];
        const gp_portfolio *to = plan->network->portfolio;
        uint32_t from = a->portfolio->interventions[live->intervention].symbol;
        uint32_t symbol = gp_find_symbol(to, a->portfolio->ids[from]);
        need(!a->is_whole || repair->status != GP_REPAIR_PROVEN || live->late_after == 0);
        if (symbol == GP_NONE || to->items[symbol].kind != GP_ITEM_INTERVENTION) continue;
        uint32_t activity = plan->network->intervention_activity[to->items[symbol].index];
        need(gp_late_days(plan, activity) == live->late_after);
    }
}

/* The chosen ones, in the order of `considered`, through the door. */
static void check_answer(gp_job *job, asked *a, const gp_repair *repair)
{
    const gp_candidate **taken = calloc(repair->choice_count + 1u, sizeof *taken);
    bool *is_taken = calloc(repair->considered_count + 1u, sizeof *is_taken);
    const gp_portfolio *portfolio;
    const gp_network *network;
    const gp_schedule *plan;
    uint32_t count = 0;
    need(taken && is_taken);
    for (uint32_t i = 0; i < repair->choice_count; i++)
        is_taken[repair->choices[i].candidate] = true;
    for (uint32_t i = 0; i < repair->considered_count; i++)
        if (is_taken[i]) taken[count++] = &repair->considered[i];
    need(count == repair->choice_count);
    need(make(a, job, taken, count, &portfolio) == GP_OK);
    need(gp_build_network(job, portfolio, &network) == GP_OK);
    need(gp_schedule_network(job, network, NULL, &plan) == GP_OK);
    check_choice(a, repair, plan);
    free(taken);
    free(is_taken);
}

static void ask(gp_job *job, asked *a, size_t size)
{
    const gp_repair_worlds worlds = {make, a};
    const gp_network *network;
    const gp_schedule *schedule;
    const gp_repair *repair;
    gp_repair_options options;
    if (gp_build_network(job, a->portfolio, &network) != GP_OK) return;
    need(gp_schedule_network(job, network, NULL, &schedule) == GP_OK);
    gp_default_repair(a->portfolio, &options);
    options.worlds = &worlds;
    options.effort = EFFORT;
    options.step_limit = STEPS_MAX;
    if (size % 2) options.has_automatic = true;
    if (size % 3 == 0) options.budget = (double)(size % 7);
    a->is_whole = options.budget < 0;
    if (size % 5 == 0) options.has_curve = true;
    gp_status status = gp_find_repair(job, schedule, &options, &repair);
    need(status == GP_OK || status == GP_INVALID);
    if (!check_findings(job, status)) return;
    if (repair->status != GP_REPAIR_NOT_SOUGHT) check_answer(job, a, repair);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    gp_job *job = gp_job_new();
    asked a;
    gp_status status = gp_read_document_text(job, "fuzz.json", (const char *)data, size, NULL,
                                             &a.portfolio, &a.document);
    if (check_findings(job, status)) ask(job, &a, size);
    gp_job_free(job);
    return 0;
}
