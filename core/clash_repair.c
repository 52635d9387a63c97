/* SPDX-License-Identifier: MIT
 * What makes the date of a clash? Two decisions may win a year where no single one wins a day. Each
 * search is done in a job of its own, which is as large as the network: only what is told of it
 * stays. */
#include "core/clash_repair.h"

#include <string.h>

static void *copy(gp_job *job, const void *from, size_t count, size_t size)
{
    void *to = gp_allocate(job, count, size);
    if (to && count) memcpy(to, from, count * size);
    return to;
}

static gp_status copy_choices(gp_job *job, const gp_repair *from, gp_repair *to)
{
    gp_repair_choice *choices = copy(job, from->choices, from->choice_count, sizeof *choices);
    if (!choices) return gp_no_memory(job);
    for (uint32_t i = 0; i < from->choice_count; i++) {
        choices[i].uses =
            copy(job, from->choices[i].uses, from->choices[i].use_count, sizeof(gp_repair_use));
        if (!choices[i].uses) return gp_no_memory(job);
    }
    to->choices = choices;
    return GP_OK;
}

/* How many days stay, without the path: that is of a plan which goes. */
static gp_status copy_lost(gp_job *job, const gp_repair *from, gp_repair *to)
{
    gp_repair_lost *lost = copy(job, from->lost, from->lost_count, sizeof *lost);
    if (!lost) return gp_no_memory(job);
    for (uint32_t i = 0; i < from->lost_count; i++) {
        lost[i].schedule = NULL;
        lost[i].path = (gp_path){.after = GP_NONE};
    }
    to->lost = lost;
    return GP_OK;
}

/* What is told of it, without the plan that it was found with. */
static gp_status keep(gp_job *job, const gp_repair *found, const gp_repair **out)
{
    gp_repair *kept = copy(job, found, 1, sizeof *found);
    if (!kept) return gp_no_memory(job);
    kept->after = NULL;
    kept->cuts = NULL;
    kept->curve = NULL;
    kept->cut_count = kept->curve_count = 0;
    kept->considered = copy(job, found->considered, found->considered_count, sizeof(gp_candidate));
    kept->lives = copy(job, found->lives, found->live_count, sizeof(gp_repair_live));
    if (!kept->considered || !kept->lives) return gp_no_memory(job);
    *out = kept;
    GP_TRY(copy_lost(job, found, kept));
    return copy_choices(job, found, kept);
}

/* Where nothing is chosen no plan is made with the measures, so to ask what stays is as brief. */
static gp_status find(gp_job *job, const gp_schedule *schedule, const gp_repair_options *options,
                      const gp_repair **out)
{
    gp_repair_options whole = *options;
    GP_TRY(gp_find_repair(job, schedule, options, out));
    whole.is_brief = false;
    bool is_lost = (*out)->status == GP_REPAIR_IMPOSSIBLE && (*out)->choice_count == 0;
    return is_lost ? gp_find_repair(job, schedule, &whole, out) : GP_OK;
}

/* What is wrong with a measure is told by whoever judges them: the clash is there all the same. */
static gp_status seek(gp_job *job, const gp_schedule *schedule, const gp_repair_options *options,
                      gp_clash *clash)
{
    const gp_repair *found;
    gp_job *scratch = gp_job_new();
    if (!scratch) return gp_no_memory(job);
    gp_status status = find(scratch, schedule, options, &found);
    if (status == GP_OK) {
        status = keep(job, found, &clash->repair);
        gp_job_free(scratch);
        return status;
    }
    if (status == GP_INVALID) {
        gp_job_free(scratch);
        return GP_OK;
    }
    gp_status adopted = gp_adopt_job(job, scratch);
    return adopted == GP_OK ? status : adopted;
}

gp_status gp_repair_clashes(gp_job *job, const gp_schedule *schedule,
                            const gp_repair_options *options, gp_clash *clashes, uint32_t count)
{
    const gp_network *network = schedule->network;
    bool *only = GP_NEW(job, bool, network->portfolio->intervention_count);
    gp_repair_options own = *options;
    if (!only) return gp_no_memory(job);
    own.only = only;
    own.is_brief = true;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t intervention = network->activities[clashes[i].activity].item;
        only[intervention] = true;
        GP_TRY(seek(job, schedule, &own, &clashes[i]));
        only[intervention] = false;
    }
    return GP_OK;
}
