/* SPDX-License-Identifier: MIT
 * What do the draws say about the portfolio itself? A step without spread that is on every driving
 * path makes an answer surer than it should be (GP701); a mitigation may win no day, or
 * lose some (GP704). */
#include "core/risk/answer.h"

#define NO_DAYS 0.0005   /* less is none: answers have three decimals */
#define LATER_LEAST 0.05 /* and less than a tenth of a day is not told */

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

/* What mitigating changes, over all interventions. */
typedef struct change {
    double most; /* days that one of them wins */
    double sum;  /* days that all win together; negative: they are later */
} change;

static change change_of(const gp_risk_effect *effect)
{
    change c = {0};
    for (uint32_t i = 0; i < effect->delay_count; i++) {
        double days = effect->delays[i].mean_days - effect->delays[i].mitigated_mean_days;
        if (days > c.most) c.most = days;
        c.sum += days;
    }
    return c;
}

/* "costs 5000, and makes live dates 17.4 days later, all added up". NULL when memory ran out. */
static const char *result_text(gp_job *job, const gp_words *words, const char *cost, double later,
                               int language)
{
    const char *text;
    size_t size;
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return NULL;
    int64_t tenths = (int64_t)(later * 10 + 0.5);
    if (cost) {
        gp_add_text(buffer, words[0].in[language]);
        gp_add_text(buffer, cost);
        gp_add_text(buffer, words[1].in[language]);
    }
    gp_add_text(buffer, words[2].in[language]);
    if (later > 0) {
        gp_add_number(buffer, tenths / 10);
        gp_add_text(buffer, words[3].in[language]);
        gp_add_number(buffer, tenths % 10);
        gp_add_text(buffer, words[4].in[language]);
    }
    return gp_finish_buffer(buffer, &text, &size) == GP_OK ? text : NULL;
}

static gp_status add_result(gp_job *job, const gp_risk *risk, double later)
{
    static const gp_words none[] = {
        {{"costs ", "kost "}},
        {{", and ", ", en "}},
        {{"no intervention is live any sooner", "geen interventie is er eerder live door"}},
    };
    static const gp_words worse[] = {
        {{"costs ", "kost "}},
        {{", and ", ", en "}},
        {{"makes live dates ", "maakt livedatums "}},
        {{".", ","}},
        {{" days later, all added up", " dagen later, alles bij elkaar"}},
    };
    const char *cost = risk->mitigation_cost > 0 ? cost_text(job, risk->mitigation_cost) : NULL;
    gp_argument result = {.kind = GP_ARGUMENT_WORDS};
    for (int i = 0; i < 2; i++)
        result.words.in[i] = result_text(job, later > 0 ? worse : none, cost, later, i);
    bool is_whole = result.words.in[0] && result.words.in[1];
    if (!is_whole || (risk->mitigation_cost > 0 && !cost)) return gp_no_memory(job);
    const gp_finding finding = {.code = 704,
                                .place = risk->place,
                                .subject = risk->id,
                                .arguments = {cost ? GP_TEXT(cost) : GP_NO_ARGUMENT, result}};
    return gp_add_finding(job, &finding);
}

/* What makes dates later is told whatever it costs; what wins nothing, where it costs. */
static gp_status judge_effect(gp_job *job, const gp_portfolio *portfolio,
                              const gp_risk_effect *effect)
{
    const gp_risk *risk = &portfolio->risks[effect->risk];
    if (risk->mitigated_probability < 0) return GP_OK;
    change c = change_of(effect);
    if (c.sum <= -LATER_LEAST) return add_result(job, risk, -c.sum);
    if (risk->mitigation_cost <= 0 || c.most >= NO_DAYS) return GP_OK;
    return add_result(job, risk, 0);
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
