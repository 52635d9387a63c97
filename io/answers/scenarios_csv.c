/* SPDX-License-Identifier: MIT
 * `scenarios` as CSV: one row per demand, date, step and stake. */
#include "io/answers/answers.h"
#include "io/answers/csv_parts.h"
#include "io/answers/record_keys.h"
#include "io/answers/scenario_words.h"

/* One row of any kind; a NULL, GP_NONE, a level of 0, GP_NO_DAY and GP_NO_DAYS are empty cells. */
typedef struct row {
    const char *kind, *scenario;
    uint32_t symbol; /* GP_NONE: about no record */
    uint8_t level;
    const char *robustness;
    gp_day date;
    int32_t days;
} row;

static void add_row(gp_csv *csv, const gp_portfolio *portfolio, row r)
{
    gp_csv_text(csv, r.kind);
    gp_csv_text(csv, r.scenario);
    gp_csv_text(csv, r.symbol == GP_NONE ? NULL : portfolio->ids[r.symbol]);
    gp_csv_days(csv, r.level ? r.level : GP_NO_DAYS);
    gp_csv_text(csv, r.robustness);
    gp_csv_day(csv, r.date);
    gp_csv_days(csv, r.days);
    if (r.symbol != GP_NONE)
        gp_csv_record_keys(csv, portfolio, r.symbol);
    else
        for (int i = 0; i < GP_RECORD_KEYS_COUNT; i++) gp_csv_text(csv, NULL);
    gp_csv_end(csv);
}

static void add_demand_rows(gp_csv *csv, const gp_portfolio *portfolio, const gp_scenarios *all,
                            const gp_filter *filter)
{
    for (uint32_t i = 0; i < portfolio->capability_count; i++)
        for (uint32_t f = 0; f < all->future_count; f++) {
            gp_asked asked = all->futures[f].asked[i];
            if (asked.maybe == 0 || !gp_passes(filter, portfolio->capabilities[i].symbol)) continue;
            add_row(csv, portfolio,
                    (row){asked.level ? "demand" : "alternative",
                          gp_future_id(portfolio, &all->futures[f]),
                          portfolio->capabilities[i].symbol,
                          asked.level ? asked.level : asked.maybe,
                          gp_robustness_key(all->robustness[i]), GP_NO_DAY, GP_NO_DAYS});
        }
}

static void add_future_rows(gp_csv *csv, const gp_portfolio *portfolio, const gp_scenarios *all,
                            const gp_filter *filter)
{
    for (uint32_t f = 0; f < all->future_count; f++) {
        const gp_future *future = &all->futures[f];
        const char *id = gp_future_id(portfolio, future);
        add_row(csv, portfolio,
                (row){"decide-by", id, GP_NONE, 0, NULL, future->decide_by, GP_NO_DAYS});
        for (uint32_t i = 0; i < future->live_count; i++) {
            const gp_future_live *live = &future->lives[i];
            uint32_t symbol = portfolio->interventions[live->intervention].symbol;
            if (!gp_passes(filter, symbol)) continue;
            add_row(csv, portfolio,
                    (row){"live", id, symbol, 0, NULL, live->ready, live->late_days});
        }
    }
}

static void add_step_rows(gp_csv *csv, const char *kind, const gp_portfolio *portfolio,
                          const gp_scenarios *all, const gp_future_step *steps, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        const gp_future *future = &all->futures[steps[i].future];
        add_row(csv, portfolio,
                (row){kind, gp_future_id(portfolio, future), steps[i].symbol, steps[i].level, NULL,
                      steps[i].by, GP_NO_DAYS});
    }
}

gp_status gp_csv_scenarios(gp_job *job, const gp_portfolio *portfolio,
                           const gp_scenarios *scenarios, const gp_write_options *options,
                           gp_output *out)
{
    gp_csv csv = {gp_new_buffer(job), false};
    if (!csv.buffer) return gp_no_memory(job);
    gp_add_text(csv.buffer, "row,scenario,id,level,robustness,date,days," GP_RECORD_KEYS_HEADER);
    gp_csv_end(&csv);
    add_demand_rows(&csv, portfolio, scenarios, options->filter);
    add_future_rows(&csv, portfolio, scenarios, options->filter);
    add_step_rows(&csv, "binds", portfolio, scenarios, scenarios->choice.binds,
                  scenarios->choice.bind_count);
    add_step_rows(&csv, "identify", portfolio, scenarios, scenarios->choice.identify,
                  scenarios->choice.identify_count);
    for (uint32_t i = 0; i < scenarios->stake_count; i++) {
        const gp_stake *stake = &scenarios->stakes[i];
        const gp_future *future = &scenarios->futures[stake->future];
        add_row(&csv, portfolio,
                (row){"stake", gp_future_id(portfolio, future), stake->symbol, stake->level, NULL,
                      GP_NO_DAY, stake->days});
    }
    return gp_finish_buffer(csv.buffer, &out->text, &out->size);
}
