/* SPDX-License-Identifier: MIT
 * Everything that the analyses have to say about a portfolio, as findings: what the CI gate
 * runs. Each rule is stated in docs/findings.md; this file only puts them together. */
#include "core/beside.h"
#include "core/check.h"

#define IDS_NAMED 3
#define ARCS_BESIDE 10000 /* with fewer, a thread costs more than it wins */

const char *gp_list_ids(gp_job *job, const gp_portfolio *portfolio, const gp_symbols *symbols)
{
    if (symbols->count == 0) return "";
    if (symbols->count == 1) return portfolio->ids[symbols->symbols[0]];
    gp_buffer *text = gp_new_buffer(job);
    const char *out;
    size_t size;
    if (!text) return NULL;
    for (uint32_t i = 0; i < symbols->count && i < IDS_NAMED; i++) {
        if (i) gp_add_text(text, ", ");
        gp_add_text(text, portfolio->ids[symbols->symbols[i]]);
    }
    if (symbols->count > IDS_NAMED) {
        gp_add_text(text, " +");
        gp_add_number(text, symbols->count - IDS_NAMED);
    }
    return gp_finish_buffer(text, &out, &size) == GP_OK ? out : NULL;
}

/* What needs dates. */
static gp_status check_schedule(gp_job *job, const gp_schedule *schedule)
{
    GP_TRY(gp_check_demand(job, schedule));
    GP_TRY(gp_check_dates(job, schedule));
    GP_TRY(gp_check_clashes(job, schedule));
    GP_TRY(gp_check_scenarios(job, schedule));
    GP_TRY(gp_check_boards(job, schedule));
    return gp_check_fit(job, schedule);
}

/* What does not: about as much work. */
static gp_status check_network(gp_job *job, const gp_network *network)
{
    GP_TRY(gp_check_redundant(job, network));
    return gp_check_modelling(job, network->portfolio);
}

gp_status gp_check(gp_job *job, const gp_schedule *schedule)
{
    GP_TRY(check_schedule(job, schedule));
    return check_network(job, schedule->network);
}

static gp_status schedule_and_check(gp_job *job, const gp_network *network,
                                    const gp_schedule_options *options, const gp_schedule **out)
{
    GP_TRY(gp_schedule_network(job, network, options, out));
    return check_schedule(job, *out);
}

static gp_status check_beside(gp_job *job, void *state)
{
    return check_network(job, *(const gp_network **)state);
}

gp_status gp_analyse(gp_job *job, const gp_network *network, const gp_schedule_options *options,
                     const gp_schedule **out)
{
    gp_beside beside;
    bool is_beside =
        network->arc_count >= ARCS_BESIDE && gp_start_beside(&beside, job, check_beside, &network);
    gp_status status = schedule_and_check(job, network, options, out);
    if (!is_beside) return status == GP_OK ? check_network(job, network) : status;
    gp_status checked = gp_await_beside(&beside);
    GP_TRY(gp_keep_beside(&beside));
    return status == GP_OK ? checked : status;
}
