/* SPDX-License-Identifier: MIT
 * Risks and correlations that change no answer: GP702, a risk that affects nothing, and GP703, a
 * correlation of fewer than two ids whose work varies. What counts is what `groeipad risk` counts:
 * steps with work to do that an intervention rests on, and interventions. */
#include "core/check.h"
#include "core/network.h"
#include "core/pass.h"

#define NAMED_MAX 4 /* ids of a correlation that a message names */

typedef struct checking {
    gp_job *job;
    const gp_schedule *schedule;
    const gp_network *network;
    const gp_demand *demand; /* by capability */
} checking;

/* ---- what is left of a record ---- */

typedef enum left { LEFT_NOTHING, LEFT_UNASKED, LEFT_WORK } left;

static left left_of(const checking *c, uint32_t symbol)
{
    const gp_network *network = c->network;
    gp_item item = network->portfolio->items[symbol];
    if (item.kind == GP_ITEM_INTERVENTION)
        return gp_is_past(c->schedule, network->intervention_activity[item.index]) ? LEFT_NOTHING
                                                                                   : LEFT_WORK;
    if (item.kind != GP_ITEM_CAPABILITY) return LEFT_NOTHING;
    for (uint32_t k = 0; k < network->capability_steps[item.index]; k++) {
        const gp_activity *step = &network->activities[network->capability_first[item.index] + k];
        if (step->actual == GP_ACTUAL_READY) continue;
        return c->demand[item.index].kind == GP_DEMAND_NONE ? LEFT_UNASKED : LEFT_WORK;
    }
    return LEFT_NOTHING;
}

static bool is_same(gp_duration a, gp_duration b)
{
    return a.unit == b.unit && a.days == b.days && a.months == b.months;
}

static bool is_other(gp_duration point, gp_duration likely)
{
    return point.unit != GP_DURATION_NONE && !is_same(point, likely);
}

static bool varies(const gp_estimate *estimate)
{
    const gp_spread *spread = estimate->spread;
    bool is_list = spread && spread->distribution == GP_DISCRETE;
    for (uint32_t i = 1; is_list && i < spread->chance_count; i++)
        if (!is_same(spread->chances[0].duration, spread->chances[i].duration)) return true;
    return is_other(estimate->min, estimate->likely) || is_other(estimate->max, estimate->likely);
}

/* Does one of its durations vary? *is_given: it has any. As core/network.c takes them. */
static bool lead_varies(const gp_lead *lead, bool *is_given)
{
    *is_given = false;
    for (uint32_t i = 0; lead->aspects && i < GP_ASPECT_COUNT; i++) {
        *is_given = *is_given || lead->aspects[i].likely.unit != GP_DURATION_NONE;
        if (varies(&lead->aspects[i])) return true;
    }
    if (*is_given) return false;
    *is_given = lead->lead_time.likely.unit != GP_DURATION_NONE;
    return varies(&lead->lead_time);
}

static bool step_varies(const gp_capability *capability, uint8_t level)
{
    const gp_level *entry = gp_level_entry(capability, level);
    bool is_given = false, is_varied = entry && lead_varies(&entry->lead, &is_given);
    return is_given ? is_varied : lead_varies(&capability->lead, &is_given);
}

/* Has it work left of which the time varies? That of an intervention is given. */
static bool work_varies(const checking *c, uint32_t symbol)
{
    const gp_network *network = c->network;
    gp_item item = network->portfolio->items[symbol];
    if (item.kind != GP_ITEM_CAPABILITY || left_of(c, symbol) != LEFT_WORK) return false;
    for (uint32_t k = 0; k < network->capability_steps[item.index]; k++) {
        const gp_activity *step = &network->activities[network->capability_first[item.index] + k];
        if (step->actual != GP_ACTUAL_READY &&
            step_varies(&network->portfolio->capabilities[item.index], step->level))
            return true;
    }
    return false;
}

/* ---- findings ---- */

static gp_status check_risk(const checking *c, const gp_risk *risk)
{
    static const gp_argument whys[] = {
        GP_WORDS_ROW("\"affects\" is empty", "\"affects\" is leeg"),
        GP_WORDS_ROW("all that it affects is done", "alles wat het raakt is gedaan"),
        GP_WORDS_ROW("no intervention rests on what it affects",
                     "geen interventie steunt op wat het raakt")};
    size_t why = risk->affect_count > 0;
    for (uint32_t i = 0; i < risk->affect_count; i++) {
        left found = left_of(c, risk->affects[i]);
        if (found == LEFT_WORK) return GP_OK;
        if (found == LEFT_UNASKED) why = 2;
    }
    return gp_add_finding(c->job, &(gp_finding){.code = 702,
                                                .place = risk->place,
                                                .subject = risk->id,
                                                .arguments = {whys[why]}});
}

static const char *name_correlation(const checking *c, const gp_correlation *correlation)
{
    const char *name;
    size_t size;
    gp_buffer *buffer = gp_new_buffer(c->job);
    if (!buffer) return NULL;
    for (uint32_t i = 0; i < correlation->symbol_count && i < NAMED_MAX; i++) {
        gp_add_text(buffer, i ? "|" : "");
        gp_add_text(buffer, c->network->portfolio->ids[correlation->symbols[i]]);
    }
    if (correlation->symbol_count > NAMED_MAX) {
        gp_add_text(buffer, " +");
        gp_add_number(buffer, correlation->symbol_count - NAMED_MAX);
    }
    return gp_finish_buffer(buffer, &name, &size) == GP_OK ? name : NULL;
}

static gp_status check_correlation(const checking *c, const gp_correlation *correlation)
{
    static const gp_argument whys[] = {
        GP_WORDS_ROW("none of these has work left of which the lead time varies",
                     "geen van deze heeft nog werk met een doorlooptijd die varieert"),
        GP_WORDS_ROW("only one of these has work left of which the lead time varies",
                     "maar één van deze heeft nog werk met een doorlooptijd die varieert"),
        GP_WORDS_ROW("the coefficient is 0", "de coëfficiënt is 0")};
    uint32_t count = 0;
    bool is_none = !(correlation->coefficient < 0) && !(correlation->coefficient > 0);
    for (uint32_t i = 0; i < correlation->symbol_count && count < 2; i++)
        count += work_varies(c, correlation->symbols[i]);
    if (is_none) count = 2;
    if (count == 2 && !is_none) return GP_OK;
    const char *name = name_correlation(c, correlation);
    if (!name) return gp_no_memory(c->job);
    return gp_add_finding(c->job, &(gp_finding){.code = 703,
                                                .place = correlation->place,
                                                .subject = name,
                                                .arguments = {whys[count]}});
}

gp_status gp_check_risk(gp_job *job, const gp_schedule *schedule, const gp_demand *demand)
{
    const gp_portfolio *portfolio = schedule->network->portfolio;
    const checking c = {job, schedule, schedule->network, demand};
    for (uint32_t i = 0; i < portfolio->risk_count; i++)
        GP_TRY(check_risk(&c, &portfolio->risks[i]));
    for (uint32_t i = 0; i < portfolio->correlation_count; i++)
        GP_TRY(check_correlation(&c, &portfolio->correlations[i]));
    return GP_OK;
}
