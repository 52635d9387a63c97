/* SPDX-License-Identifier: MIT
 * Sums of draws: made, added, and as a list of integers that another process can add. */
#include "core/risk/sums.h"

gp_status gp_new_sums(gp_job *job, const gp_model *model, gp_risk_sums **out)
{
    gp_risk_sums *sums = GP_NEW(job, gp_risk_sums, 1);
    if (!sums) return gp_no_memory(job);
    *sums = (gp_risk_sums){.model = model,
                           .job = job,
                           .first_draw = model->options.first_draw,
                           .sums = GP_NEW(job, int64_t, model->layout.count),
                           .criticals = GP_NEW(job, uint32_t, model->pair_count),
                           .histograms = GP_NEW(job, gp_histogram, model->histogram_count)};
    if (!sums->sums || !sums->criticals || !sums->histograms) return gp_no_memory(job);
    *out = sums;
    return GP_OK;
}

gp_status gp_merge_sums(gp_risk_sums *to, const gp_risk_sums *more)
{
    for (uint32_t i = 0; i < to->model->layout.count; i++) to->sums[i] += more->sums[i];
    for (uint32_t i = 0; i < to->model->pair_count; i++) to->criticals[i] += more->criticals[i];
    for (uint32_t i = 0; i < to->model->histogram_count; i++)
        GP_TRY(gp_add_histogram(to->job, &to->histograms[i], &more->histograms[i]));
    return GP_OK;
}

gp_status gp_add_sums(gp_risk_sums *to, const gp_risk_sums *more)
{
    const gp_model *a = to->model, *b = more->model;
    bool is_same = a->identity == b->identity && a->options.seed == b->options.seed &&
                   a->layout.count == b->layout.count && !to->plain == !more->plain;
    bool follows = more->first_draw == to->first_draw + to->draws;
    bool precedes = to->first_draw == more->first_draw + more->draws;
    if (!is_same || (!follows && !precedes)) return GP_INVALID;
    GP_TRY(gp_merge_sums(to, more));
    if (to->plain) GP_TRY(gp_merge_sums(to->plain, more->plain));
    if (!follows) to->first_draw = more->first_draw;
    to->draws += more->draws;
    to->is_partial |= more->is_partial;
    if (to->plain) to->plain->draws = to->draws;
    return GP_OK;
}

gp_risk_part gp_describe_sums(const gp_risk_sums *sums)
{
    return (gp_risk_part){.seed = sums->model->options.seed,
                          .identity = sums->model->identity,
                          .first_draw = sums->first_draw,
                          .draws = sums->draws,
                          .is_partial = sums->is_partial};
}

/* ---- as a list ---- */

#define HEAD 7 /* identity, seed, first draw, draws, partial, sums, histograms */

/* From its first day to its last: how much room it has depends on who drew what. */
static void push_histogram(const gp_histogram *histogram, int64_t *list, size_t *at)
{
    uint32_t first = 0, end = histogram->count;
    while (first < end && !histogram->draws[first]) first++;
    while (end > first && !histogram->draws[end - 1]) end--;
    int64_t head[3] = {histogram->first + (gp_day)first, end - first, histogram->never};
    if (first == end) head[0] = 0;
    for (int k = 0; k < 3; k++, (*at)++)
        if (list) list[*at] = head[k];
    for (uint32_t k = first; k < end; k++, (*at)++)
        if (list) list[*at] = histogram->draws[k];
}

static void push_sums(const gp_risk_sums *sums, int64_t *list, size_t *count)
{
    size_t at = *count;
    for (uint32_t i = 0; i < sums->model->layout.count; i++, at++)
        if (list) list[at] = sums->sums[i];
    for (uint32_t i = 0; i < sums->model->pair_count; i++, at++)
        if (list) list[at] = sums->criticals[i];
    for (uint32_t i = 0; i < sums->model->histogram_count; i++)
        push_histogram(&sums->histograms[i], list, &at);
    *count = at;
}

gp_status gp_write_sums(gp_job *job, const gp_risk_sums *sums, const int64_t **list, size_t *count)
{
    const gp_model *model = sums->model;
    size_t size = HEAD, at = HEAD;
    push_sums(sums, NULL, &size);
    if (sums->plain) push_sums(sums->plain, NULL, &size);
    int64_t *out = GP_NEW(job, int64_t, size);
    if (!out) return gp_no_memory(job);
    const int64_t head[HEAD] = {
        (int64_t)model->identity, (int64_t)model->options.seed, sums->first_draw,      sums->draws,
        sums->is_partial,         model->layout.count,          model->histogram_count};
    memcpy(out, head, sizeof head);
    push_sums(sums, out, &at);
    if (sums->plain) push_sums(sums->plain, out, &at);
    *list = out;
    *count = size;
    return GP_OK;
}

typedef struct reading {
    const int64_t *list;
    size_t count, at;
} reading;

static bool take(reading *in, int64_t least, int64_t most, int64_t *out)
{
    if (in->at >= in->count || in->list[in->at] < least || in->list[in->at] > most) return false;
    *out = in->list[in->at++];
    return true;
}

static bool take_histogram(reading *in, gp_histogram *out, gp_job *job, gp_status *status)
{
    int64_t first, count, never, draws;
    if (!take(in, GP_DAY_FIRST * 4, GP_DAY_LAST, &first) ||
        !take(in, 0, (int64_t)in->count, &count) || !take(in, 0, GP_RISK_DRAWS_MAX, &never) ||
        count > (int64_t)(in->count - in->at) || first + count > GP_DAY_LAST * 4)
        return false;
    *out = (gp_histogram){(gp_day)first, (uint32_t)count, GP_NEW(job, uint32_t, (size_t)count),
                          (uint32_t)never};
    if (!out->draws) *status = gp_no_memory(job);
    for (int64_t i = 0; out->draws && i < count; i++) {
        if (!take(in, 0, GP_RISK_DRAWS_MAX, &draws)) return false;
        out->draws[i] = (uint32_t)draws;
    }
    return out->draws != NULL;
}

static bool take_sums(reading *in, gp_risk_sums *out, gp_job *job, gp_status *status)
{
    int64_t draws;
    for (uint32_t i = 0; i < out->model->layout.count; i++)
        if (!take(in, INT64_MIN, INT64_MAX, &out->sums[i])) return false;
    for (uint32_t i = 0; i < out->model->pair_count; i++) {
        if (!take(in, 0, GP_RISK_DRAWS_MAX, &draws)) return false;
        out->criticals[i] = (uint32_t)draws;
    }
    for (uint32_t i = 0; i < out->model->histogram_count; i++)
        if (!take_histogram(in, &out->histograms[i], job, status)) return false;
    return true;
}

static bool take_head(reading *in, const gp_model *model, gp_risk_sums *out)
{
    int64_t identity, seed, first, draws, partial, sums, histograms;
    bool is_whole = take(in, INT64_MIN, INT64_MAX, &identity) &&
                    take(in, INT64_MIN, INT64_MAX, &seed) &&
                    take(in, 0, GP_RISK_DRAWS_MAX, &first) &&
                    take(in, 1, GP_RISK_DRAWS_MAX, &draws) && take(in, 0, 1, &partial) &&
                    take(in, 0, UINT32_MAX, &sums) && take(in, 0, UINT32_MAX, &histograms);
    if (!is_whole || (uint64_t)identity != model->identity ||
        (uint64_t)seed != model->options.seed || first + draws > GP_RISK_DRAWS_MAX ||
        sums != model->layout.count || histograms != model->histogram_count)
        return false;
    out->first_draw = (uint32_t)first;
    out->draws = (uint32_t)draws;
    out->is_partial = partial;
    return true;
}

gp_status gp_read_sums(gp_job *job, const gp_schedule *schedule, const gp_risk_options *options,
                       const int64_t *list, size_t count, gp_risk_sums **out)
{
    const gp_model *model;
    gp_risk_sums *sums;
    gp_status status = GP_OK;
    reading in = {list, count, 0};
    GP_TRY(gp_make_model(job, schedule, options, &model));
    GP_TRY(gp_new_sums(job, model, &sums));
    bool is_read = take_head(&in, model, sums) && take_sums(&in, sums, job, &status);
    if (is_read && model->options.is_mitigated) {
        GP_TRY(gp_new_sums(job, model, &sums->plain));
        sums->plain->draws = sums->draws;
        is_read = take_sums(&in, sums->plain, job, &status);
    }
    if (status != GP_OK) return status;
    if (!is_read || in.at != in.count) return GP_INVALID;
    *out = sums;
    return GP_OK;
}
