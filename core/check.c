/* SPDX-License-Identifier: MIT
 * Everything that the analyses have to say about a portfolio, as findings: what the CI gate
 * runs. Each rule is stated in docs/findings.md; this file only puts them together. */
#include "core/check.h"

#define IDS_NAMED 3

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

gp_status gp_check(gp_job *job, const gp_schedule *schedule)
{
    GP_TRY(gp_check_demand(job, schedule));
    GP_TRY(gp_check_dates(job, schedule));
    GP_TRY(gp_check_clashes(job, schedule));
    GP_TRY(gp_check_scenarios(job, schedule));
    GP_TRY(gp_check_boards(job, schedule));
    GP_TRY(gp_check_modelling(job, schedule->network->portfolio));
    return gp_check_fit(job, schedule);
}
