/* SPDX-License-Identifier: MIT
 * What do the draws say about the portfolio itself? A step without spread that is on every driving
 * path makes an answer surer than it should be (GP701); a mitigation may win no day (GP704). */
#include "core/risk/answer.h"

#define NO_DAYS 0.0005 /* less is none: answers have three decimals */

/* The intervention that a step drives in every draw, or GP_NONE. Nobody gives a spread to the
 * duration of an intervention itself. */
static uint32_t always_drives(const gp_network *network, const gp_risk_step *step)
{
    bool has_spread = !step->is_sure || step->mean_days <= 0;
    if (has_spread || network->activities[step->activity].kind != GP_KIND_CAPABILITY)
        return GP_NONE;
    for (uint32_t i = 0; i < step->by_count; i++)
        if (step->by[i].criticality >= 1) return step->by[i].intervention;
    return GP_NONE;
}

/* As written where it is one duration; of several aspects and of work begun, days. */
static const char *duration_text(gp_job *job, const gp_network *network, const gp_risk_step *step)
{
    const gp_activity *activity = &network->activities[step->activity];
    char text[GP_DURATION_SIZE];
    gp_duration duration = {.days = (int32_t)(step->mean_days + 0.5), .unit = GP_DURATION_CALENDAR};
    if (activity->duration_count == 1 && activity->actual == GP_ACTUAL_NONE)
        duration = network->durations[activity->duration_first];
    gp_format_duration(duration, text);
    return gp_copy_text(job, text, strlen(text));
}

static gp_status judge_step(gp_job *job, const gp_network *network, const gp_risk_step *step)
{
    const gp_portfolio *portfolio = network->portfolio;
    uint32_t intervention = always_drives(network, step);
    if (intervention == GP_NONE) return GP_OK;
    const gp_activity *activity = &network->activities[step->activity];
    const char *duration = duration_text(job, network, step);
    if (!duration) return gp_no_memory(job);
    const char *id = portfolio->ids[portfolio->interventions[intervention].symbol];
    const gp_finding finding = {.code = 701,
                                .place = portfolio->capabilities[activity->item].place,
                                .subject = portfolio->ids[activity->symbol],
                                .arguments = {GP_TEXT(id), GP_TEXT(duration)}};
    return gp_add_finding(job, &finding);
}

/* "5000", "12.50". NULL when memory ran out. */
static const char *cost_text(gp_job *job, double cost)
{
    const char *text;
    size_t size;
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return NULL;
    int64_t hundredths = (int64_t)((cost < 1e15 ? cost : 1e15) * 100 + 0.5);
    gp_add_number(buffer, hundredths / 100);
    if (hundredths % 100) {
        gp_add_text(buffer, hundredths % 100 < 10 ? ".0" : ".");
        gp_add_number(buffer, hundredths % 100);
    }
    return gp_finish_buffer(buffer, &text, &size) == GP_OK ? text : NULL;
}

static bool wins_nothing(const gp_risk *risk, const gp_risk_effect *effect)
{
    if (risk->mitigated_probability < 0 || risk->mitigation_cost <= 0) return false;
    for (uint32_t i = 0; i < effect->delay_count; i++)
        if (effect->delays[i].mean_days - effect->delays[i].mitigated_mean_days >= NO_DAYS)
            return false;
    return true;
}

static gp_status judge_effect(gp_job *job, const gp_portfolio *portfolio,
                              const gp_risk_effect *effect)
{
    const gp_risk *risk = &portfolio->risks[effect->risk];
    if (!wins_nothing(risk, effect)) return GP_OK;
    const char *cost = cost_text(job, risk->mitigation_cost);
    if (!cost) return gp_no_memory(job);
    const gp_finding finding = {
        .code = 704, .place = risk->place, .subject = risk->id, .arguments = {GP_TEXT(cost)}};
    return gp_add_finding(job, &finding);
}

gp_status gp_judge_risk(gp_job *job, const gp_schedule *schedule, const gp_risk_answer *answer)
{
    const gp_network *network = schedule->network;
    for (uint32_t i = 0; i < answer->steps; i++)
        GP_TRY(judge_step(job, network, &answer->steps_of[i]));
    for (uint32_t i = 0; i < answer->effect_count; i++)
        GP_TRY(judge_effect(job, network->portfolio, &answer->effects[i]));
    return GP_OK;
}
