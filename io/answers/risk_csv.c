/* SPDX-License-Identifier: MIT
 * `risk` as CSV: a row for the run, then one for each intervention (and what it was without
 * mitigation), join of chains, set, step, pair of step and intervention, risk, and pair of risk and
 * intervention. The first column says which; cells that one kind of row has and another has not are
 * empty. */
#include "io/answers/answers.h"
#include "io/answers/csv_finish.h"
#include "io/answers/csv_parts.h"
#include "io/answers/decimals.h"
#include "io/answers/risk_words.h"
#include "io/answers/steps.h"
#include "io/answers/words.h"

/* The columns; a row fills those that it has, in any order. */
typedef enum column {
    LIST,
    ID,
    LEVEL,
    INTERVENTION,
    NEEDED_BY,
    PLAN,
    PLAN_PROBABILITY,
    MEAN_DAYS_AFTER_PLAN,
    P10,
    P50,
    P80,
    P90,
    P95,
    PROBABILITY,
    STANDARD_ERROR,
    LATE_DAYS,
    LATE_CYCLES,
    MERGE_BIAS_DAYS,
    NOT_BEFORE,
    STEPS,
    SURE_STEPS,
    CRITICALITY,
    SPEARMAN,
    SSI,
    CRUCIALITY,
    MEAN_DAYS,
    SD_DAYS,
    BY_50,
    BY_80,
    BY_95,
    HAPPENED,
    DAYS,
    MITIGATED_DAYS,
    COST,
    WINS_DAYS,
    COST_PER_DAY,
    DRAWS,
    SEED,
    PARTIAL,
    MITIGATED,
    DRAWS_FROM,
    DRAWS_TO,
    COLUMN_COUNT
} column;

#define HEADER                                                                                     \
    "list,id,level,intervention,needed_by,plan,plan_probability,mean_days_after_plan,p10,p50,p80," \
    "p90,p95,probability,standard_error,expected_late_days,expected_late_cycles,merge_bias_days,"  \
    "not_before,steps,sure_steps,criticality,spearman,ssi,cruciality,mean_days,sd_days,"           \
    "identify_by_50,identify_by_80,identify_by_95,happened,days,mitigated_days,cost,wins_days,"    \
    "cost_per_day,draws,seed,partial,mitigated,draws_from,draws_to"

typedef enum kind { NOTHING, TEXT, NUMBER, TRUTH, DAY, SHARE, TIME } kind;

typedef struct cell {
    kind kind;
    union {
        const char *text;
        int64_t number;
        gp_day day;
        double real;
    };
} cell;

#define A_TEXT(value) ((cell){TEXT, {.text = (value)}})
#define A_NUMBER(value) ((cell){NUMBER, {.number = (value)}})
#define A_TRUTH(value) ((cell){TRUTH, {.number = (value)}})
#define A_DAY(value) ((cell){DAY, {.day = (value)}})
#define A_SHARE(value) ((cell){SHARE, {.real = (value)}})
#define A_TIME(value) ((cell){TIME, {.real = (value)}})

#define NO_CELL ((cell){NOTHING, {.text = NULL}})

/* What may be unknown is so where it is negative. */
#define KNOWN(what, value) ((value) >= 0 ? what(value) : NO_CELL)

typedef struct writer {
    gp_csv csv;
    char point;
} writer;

static void add_row(writer *to, const cell cells[COLUMN_COUNT])
{
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        switch (cells[i].kind) {
        case NOTHING: gp_csv_text(&to->csv, NULL); break;
        case TEXT: gp_csv_text(&to->csv, cells[i].text); break;
        case NUMBER: gp_csv_number(&to->csv, cells[i].number); break;
        case TRUTH: gp_csv_truth(&to->csv, cells[i].number); break;
        case DAY: gp_csv_day(&to->csv, cells[i].day); break;
        case SHARE: gp_csv_decimals(&to->csv, cells[i].real, GP_SHARE_DECIMALS, to->point); break;
        case TIME: gp_csv_decimals(&to->csv, cells[i].real, GP_DAYS_DECIMALS, to->point); break;
        }
    }
    gp_csv_end(&to->csv);
}

static const char *intervention_id(const gp_portfolio *portfolio, uint32_t intervention)
{
    return portfolio->ids[portfolio->interventions[intervention].symbol];
}

static void put_step(cell cells[COLUMN_COUNT], const gp_network *network, uint32_t activity)
{
    uint8_t level = gp_step_level(network, activity);
    cells[ID] = A_TEXT(gp_activity_id(network, activity));
    if (level) cells[LEVEL] = A_NUMBER(level);
}

/* What it all rests on: without it a run that was stopped, or a part of one, would look whole. */
static gp_status add_run(gp_job *job, writer *to, const gp_risk_answer *answer)
{
    const char *seed = gp_unsigned_text(job, answer->seed);
    if (!seed) return gp_no_memory(job);
    add_row(to, (const cell[COLUMN_COUNT]){
                    [LIST] = A_TEXT("run"),
                    [STEPS] = A_NUMBER(answer->steps),
                    [SURE_STEPS] = A_NUMBER(answer->sure_steps),
                    [DRAWS] = A_NUMBER(answer->draws),
                    [SEED] = A_TEXT(seed),
                    [PARTIAL] = A_TRUTH(answer->is_partial),
                    [MITIGATED] = A_TRUTH(answer->unmitigated != NULL),
                    [DRAWS_FROM] = A_NUMBER(answer->first_draw),
                    [DRAWS_TO] = A_NUMBER((int64_t)answer->first_draw + answer->draws)});
    return GP_OK;
}

static void add_live(writer *to, const gp_portfolio *portfolio, const char *list,
                     const gp_risk_live *live)
{
    const gp_day *days = live->quantiles;
    add_row(to, (const cell[COLUMN_COUNT]){
                    [LIST] = A_TEXT(list),
                    [ID] = A_TEXT(intervention_id(portfolio, live->intervention)),
                    [NEEDED_BY] = A_DAY(live->needed_by),
                    [PLAN] = A_DAY(live->plan),
                    [PLAN_PROBABILITY] = KNOWN(A_SHARE, live->plan_probability),
                    [MEAN_DAYS_AFTER_PLAN] = A_TIME(live->mean_days_after_plan),
                    [P10] = A_DAY(days[0]),
                    [P50] = A_DAY(days[1]),
                    [P80] = A_DAY(days[2]),
                    [P90] = A_DAY(days[3]),
                    [P95] = A_DAY(days[4]),
                    [PROBABILITY] = KNOWN(A_SHARE, live->probability),
                    [STANDARD_ERROR] = KNOWN(A_SHARE, live->standard_error),
                    [LATE_DAYS] = KNOWN(A_TIME, live->expected_late_days),
                    [LATE_CYCLES] = KNOWN(A_TIME, live->expected_late_cycles),
                    [MERGE_BIAS_DAYS] = A_TIME(live->merge_bias_days),
                    [NOT_BEFORE] = A_NUMBER(live->not_before),
                    [STEPS] = live->is_detailed ? A_NUMBER(live->steps) : NO_CELL,
                    [SURE_STEPS] = live->is_detailed ? A_NUMBER(live->sure_steps) : NO_CELL});
}

static void add_merges(writer *to, const gp_network *network, const gp_risk_live *live)
{
    for (uint32_t i = 0; i < live->merge_count; i++) {
        cell cells[COLUMN_COUNT] = {
            [LIST] = A_TEXT("merge"),
            [INTERVENTION] = A_TEXT(intervention_id(network->portfolio, live->intervention)),
            [DAYS] = A_TIME(live->merges[i].days)};
        put_step(cells, network, live->merges[i].activity);
        add_row(to, cells);
    }
}

static gp_status add_together(gp_job *job, writer *to, const gp_portfolio *portfolio,
                              const gp_risk_together *together)
{
    const char *ids;
    size_t size;
    gp_buffer *list = gp_new_buffer(job);
    if (!list) return gp_no_memory(job);
    for (uint32_t i = 0; i < together->of.count; i++) {
        if (i) gp_add_text(list, "; ");
        gp_add_text(list, intervention_id(portfolio, together->of.interventions[i]));
    }
    GP_TRY(gp_finish_buffer(list, &ids, &size));
    add_row(to, (const cell[COLUMN_COUNT]){[LIST] = A_TEXT("together"),
                                           [ID] = A_TEXT(ids),
                                           [PROBABILITY] = KNOWN(A_SHARE, together->probability),
                                           [STANDARD_ERROR] =
                                               KNOWN(A_SHARE, together->standard_error)});
    return GP_OK;
}

static void add_step(writer *to, const gp_network *network, const gp_risk_step *step)
{
    cell cells[COLUMN_COUNT] = {[LIST] = A_TEXT("step"),
                                [STEPS] = A_NUMBER(1),
                                [SURE_STEPS] = A_NUMBER(step->is_sure),
                                [CRITICALITY] = A_SHARE(step->criticality),
                                [MEAN_DAYS] = A_TIME(step->mean_days),
                                [SD_DAYS] = A_TIME(step->sd_days),
                                [BY_50] = A_DAY(step->identify_by[0]),
                                [BY_80] = A_DAY(step->identify_by[1]),
                                [BY_95] = A_DAY(step->identify_by[2])};
    put_step(cells, network, step->activity);
    add_row(to, cells);
}

static void add_by(writer *to, const gp_network *network, const gp_risk_step *step)
{
    const gp_portfolio *portfolio = network->portfolio;
    for (uint32_t i = 0; i < step->by_count; i++) {
        const gp_risk_by *by = &step->by[i];
        cell cells[COLUMN_COUNT] = {[LIST] = A_TEXT("step by intervention"),
                                    [INTERVENTION] =
                                        A_TEXT(intervention_id(portfolio, by->intervention)),
                                    [CRITICALITY] = A_SHARE(by->criticality),
                                    [SPEARMAN] = A_SHARE(by->spearman),
                                    [SSI] = A_SHARE(by->ssi),
                                    [CRUCIALITY] = A_SHARE(by->cruciality)};
        put_step(cells, network, step->activity);
        add_row(to, cells);
    }
}

static void add_effect(writer *to, const gp_portfolio *portfolio, const gp_risk_effect *effect)
{
    const gp_risk *risk = &portfolio->risks[effect->risk];
    gp_risk_wins wins = gp_add_wins(portfolio, effect);
    add_row(to, (const cell[COLUMN_COUNT]){[LIST] = A_TEXT("risk"),
                                           [ID] = A_TEXT(risk->id),
                                           [HAPPENED] = A_NUMBER(effect->happened),
                                           [DAYS] = A_TIME(wins.days),
                                           [COST] = KNOWN(A_TIME, risk->mitigation_cost),
                                           [WINS_DAYS] =
                                               wins.is_mitigable ? A_TIME(wins.wins_days) : NO_CELL,
                                           [COST_PER_DAY] = KNOWN(A_TIME, wins.cost_per_day)});
    for (uint32_t i = 0; i < effect->delay_count; i++) {
        const gp_risk_delay *delay = &effect->delays[i];
        add_row(to, (const cell[COLUMN_COUNT]){
                        [LIST] = A_TEXT("risk by intervention"),
                        [ID] = A_TEXT(risk->id),
                        [INTERVENTION] = A_TEXT(intervention_id(portfolio, delay->intervention)),
                        [DAYS] = A_TIME(delay->mean_days),
                        [MITIGATED_DAYS] = KNOWN(A_TIME, delay->mitigated_mean_days)});
    }
}

gp_status gp_csv_risk(gp_job *job, const gp_schedule *schedule, const gp_risk_answer *answer,
                      const gp_write_options *options, gp_output *out)
{
    const gp_network *network = schedule->network;
    const gp_portfolio *portfolio = network->portfolio;
    const gp_filter *filter = options->filter;
    /* Decimals have a comma where cells have a semicolon. */
    writer to = {.point = gp_csv_separator(options) == ';' ? ',' : '.'};
    GP_TRY(gp_csv_open(job, HEADER, &to.csv));
    GP_TRY(add_run(job, &to, answer));
    for (uint32_t i = 0; i < answer->live_count; i++) {
        if (!gp_shows_risk_live(filter, portfolio, &answer->lives[i])) continue;
        add_live(&to, portfolio, "intervention", &answer->lives[i]);
        if (answer->unmitigated) add_live(&to, portfolio, "unmitigated", &answer->unmitigated[i]);
        add_merges(&to, network, &answer->lives[i]);
    }
    for (uint32_t i = 0; i < answer->together_count; i++)
        if (gp_shows_together(filter, portfolio, &answer->together[i].of))
            GP_TRY(add_together(job, &to, portfolio, &answer->together[i]));
    for (uint32_t i = 0; i < answer->steps; i++) {
        if (!gp_shows_risk_step(filter, network, &answer->steps_of[i])) continue;
        add_step(&to, network, &answer->steps_of[i]);
        add_by(&to, network, &answer->steps_of[i]);
    }
    for (uint32_t i = 0; i < answer->effect_count; i++)
        if (gp_shows_risk(filter, portfolio, &answer->effects[i]))
            add_effect(&to, portfolio, &answer->effects[i]);
    return gp_csv_close(&to.csv, out);
}
