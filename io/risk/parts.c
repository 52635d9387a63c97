/* SPDX-License-Identifier: MIT
 * Parts of a run, put together: first whether they belong together, then their sums. */
#include "groeipad/parts.h"

#include "io/risk/part.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#define WORDS_SIZE 320

/* Which draws a part has. Of a thousand parts no more is kept. */
static gp_status read_head(gp_job *job, const char *name, gp_run_part *out)
{
    gp_run_part part;
    gp_job *own = gp_job_new();
    if (!own) return gp_no_memory(job);
    gp_status status = gp_read_part_file(own, name, &part);
    if (status == GP_OK) *out = (gp_run_part){.name = name, .about = part.about};
    gp_job_free(own);
    return status == GP_OK ? GP_OK : gp_read_part_file(job, name, &part); /* says why */
}

/* ---- of one run ---- */

static gp_status judge_run(gp_job *job, const gp_run_part *part, const gp_run_part *first)
{
    char words[2][WORDS_SIZE];
    if (part->about.seed != first->about.seed) {
        snprintf(words[0], WORDS_SIZE, "its seed is %" PRIu64 ", and that of '%.100s' %" PRIu64,
                 part->about.seed, first->name, first->about.seed);
        snprintf(words[1], WORDS_SIZE, "de seed is %" PRIu64 ", en die van '%.100s' %" PRIu64,
                 part->about.seed, first->name, first->about.seed);
        return gp_refuse_part_saying(job, part->name, words[0], words[1]);
    }
    if (part->about.identity == first->about.identity) return GP_OK;
    snprintf(words[0], WORDS_SIZE,
             "it is of another portfolio than '%.100s', or was drawn with other options",
             first->name);
    snprintf(words[1], WORDS_SIZE,
             "hij is van een ander portfolio dan '%.100s', of met andere opties getrokken",
             first->name);
    return gp_refuse_part_saying(job, part->name, words[0], words[1]);
}

/* ---- every draw in one of them ---- */

static int by_draw(const void *a, const void *b)
{
    const gp_run_part *x = a, *y = b;
    if (x->about.first_draw != y->about.first_draw)
        return x->about.first_draw < y->about.first_draw ? -1 : 1;
    if (x->about.draws != y->about.draws) return x->about.draws < y->about.draws ? -1 : 1;
    return strcmp(x->name, y->name);
}

/* `at`: the first draw that is in none of the parts so far; `before`: the one that ends there. */
static gp_status judge_draws(gp_job *job, const gp_run_part *part, uint32_t at,
                             const gp_run_part *before)
{
    char words[2][WORDS_SIZE];
    const uint32_t first = part->about.first_draw, end = first + part->about.draws;
    if (first == at) return GP_OK;
    if (first > at) {
        const bool is_cut = before && before->about.is_partial;
        snprintf(words[0], WORDS_SIZE, "draws %u to %u are in no part%s%.100s%s", at, first - 1,
                 is_cut ? ": '" : "", is_cut ? before->name : "", is_cut ? "' was stopped" : "");
        snprintf(words[1], WORDS_SIZE, "trekkingen %u tot en met %u staan in geen deel%s%.100s%s",
                 at, first - 1, is_cut ? ": '" : "", is_cut ? before->name : "",
                 is_cut ? "' is gestopt" : "");
    } else {
        const uint32_t last = end < at ? end : at;
        snprintf(words[0], WORDS_SIZE, "draws %u to %u are in '%.100s' as well", first, last - 1,
                 before->name);
        snprintf(words[1], WORDS_SIZE, "trekkingen %u tot en met %u staan ook in '%.100s'", first,
                 last - 1, before->name);
    }
    return gp_refuse_part_saying(job, part->name, words[0], words[1]);
}

static gp_status judge(gp_job *job, gp_run_part *parts, size_t count, bool from_start)
{
    gp_status status = GP_OK;
    for (size_t i = 1; i < count; i++)
        if (judge_run(job, &parts[i], &parts[0]) != GP_OK) status = GP_INVALID;
    if (status != GP_OK) return status;
    qsort(parts, count, sizeof *parts, by_draw);
    uint32_t at = from_start ? 0 : parts[0].about.first_draw;
    const gp_run_part *before = NULL;
    for (size_t i = 0; i < count; i++) {
        const uint32_t end = parts[i].about.first_draw + parts[i].about.draws;
        if (judge_draws(job, &parts[i], at, before) != GP_OK) status = GP_INVALID;
        if (end <= at) continue;
        at = end;
        before = &parts[i];
    }
    return status;
}

gp_status gp_read_parts(gp_job *job, const char *const *names, size_t count, bool from_start,
                        const gp_run_part **out)
{
    gp_status status = GP_OK;
    gp_run_part *parts = GP_NEW(job, gp_run_part, count);
    if (!parts) return gp_no_memory(job);
    for (size_t i = 0; i < count; i++) {
        const gp_status own = read_head(job, names[i], &parts[i]);
        if (own == GP_NO_MEMORY) return own;
        if (own != GP_OK && status != GP_IO) status = own;
    }
    if (status == GP_OK) status = judge(job, parts, count, from_start);
    if (status == GP_OK) status = gp_read_part_file(job, parts[0].name, &parts[0]);
    if (status == GP_OK) *out = parts;
    return status;
}

/* A part may come from anywhere: what it names must be there. */
static bool is_together_there(const gp_portfolio *portfolio, const gp_risk_options *options)
{
    for (uint32_t i = 0; i < options->together_count; i++) {
        const gp_together *together = &options->together[i];
        for (uint32_t k = 0; k < together->count; k++)
            if (together->interventions[k] >= portfolio->intervention_count ||
                portfolio->interventions[together->interventions[k]].needed_by == GP_NO_DAY)
                return false;
    }
    return true;
}

static gp_status refuse_sums(gp_job *job, const gp_run_part *part)
{
    return gp_refuse_part(job, part->name,
                          GP_WORDS("its sums are not of the portfolio that is in it",
                                   "de sommen zijn niet van het portfolio dat erin staat"));
}

/* The sums of a part that has been judged: read again, and let go when they are added. */
static gp_status add_part(gp_job *job, const gp_schedule *schedule, const gp_risk_options *options,
                          const gp_run_part *part, gp_risk_sums *to)
{
    gp_run_part whole;
    gp_risk_sums *sums;
    gp_job *own = gp_job_new();
    if (!own) return gp_no_memory(job);
    gp_status status = gp_read_part_file(own, part->name, &whole);
    if (status == GP_OK)
        status = gp_read_sums(own, schedule, options, whole.sums, whole.sum_count, &sums);
    if (status == GP_OK) status = gp_add_sums(to, sums);
    gp_job_free(own);
    if (status == GP_NO_MEMORY) return gp_no_memory(job);
    return status == GP_OK ? GP_OK : refuse_sums(job, part);
}

gp_status gp_add_parts(gp_job *job, const gp_schedule *schedule, const gp_run_part *parts,
                       size_t count, gp_risk_sums **out)
{
    const gp_risk_options *options = &parts[0].origin.options;
    gp_risk_sums *all;
    if (!is_together_there(schedule->network->portfolio, options))
        return refuse_sums(job, &parts[0]);
    gp_status status =
        gp_read_sums(job, schedule, options, parts[0].sums, parts[0].sum_count, &all);
    if (status == GP_INVALID) return refuse_sums(job, &parts[0]);
    for (size_t i = 1; status == GP_OK && i < count; i++)
        status = add_part(job, schedule, options, &parts[i], all);
    if (status == GP_OK) *out = all;
    return status;
}
