/* SPDX-License-Identifier: MIT
 * Clashes, with the cheapest measures for each, where seeking those does not take too long. */
#include "cli/clashes_find.h"

#define REPAIR_STEPS 1000              /* what rests on more is not searched */
#define REPAIR_EFFORT UINT64_C(500000) /* for each clash */
#define REPAIR_WORLDS 2000000.0        /* steps planned again for measures of the file */

/* Measures of the file are known by the plan that each gives, so many large ones take too long. */
static bool is_repaired(const cli_context *context, uint32_t clashes)
{
    double plans = (double)context->portfolio->measure_count * clashes;
    return plans * context->network->activity_count <= REPAIR_WORLDS;
}

static void choose_repair(const cli_context *context, gp_repair_options *out)
{
    gp_default_repair(context->portfolio, out);
    out->step_limit = REPAIR_STEPS;
    out->effort = REPAIR_EFFORT;
}

int cli_find_clashes(cli_context *context, gp_clash_options *seeking, cli_repair_worlds *worlds,
                     gp_clashes *out)
{
    gp_repair_options repairing;
    bool has_measures = context->portfolio->measure_count > 0;
    int code = CLI_OK;
    *worlds = (cli_repair_worlds){0};
    choose_repair(context, &repairing);
    if (is_repaired(context, seeking->helped)) seeking->repairing = &repairing;
    if (seeking->repairing && has_measures) code = cli_open_worlds(context, worlds);
    if (code != CLI_OK) return code;
    repairing.worlds = &worlds->worlds;
    gp_status status = gp_find_clashes(context->job, context->schedule, seeking, out);
    seeking->repairing = NULL; /* it is here no more */
    return status == GP_INVALID ? cli_give_up(context, status) : cli_exit_of(context, status);
}
