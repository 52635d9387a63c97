/* SPDX-License-Identifier: MIT
 * `scenarios` as text: the futures side by side, what all of them ask for, what only some do, until
 * when the choice can wait and what cannot wait until then, and where the futures differ. */
#include "io/answers/answers.h"
#include "groeipad/scenarios.h"
#include "io/answers/scenario_words.h"
#include "io/answers/steps.h"
#include "io/answers/text_parts.h"
#include "io/answers/words.h"

static void add_title(gp_job *job, gp_buffer *buffer, const char *title, uint32_t count,
                      gp_language language)
{
    const char *values[] = {title, gp_number_text(job, count)};
    gp_add_text(buffer, "\n");
    gp_add_line(buffer, 0, 2, "{0} ({1})", values);
    if (count == 0) gp_add_text(buffer, gp_say(language, "  none\n", "  geen\n"));
}

static gp_day last_live(const gp_future *future)
{
    gp_day last = GP_NO_DAY;
    for (uint32_t i = 0; i < future->portfolio->intervention_count; i++) {
        uint32_t activity = future->network->intervention_activity[i];
        gp_day ready = future->schedule->dates[activity].earliest_ready;
        if (ready > last) last = ready;
    }
    return last;
}

static uint32_t count_own(const gp_future *future)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < future->portfolio->intervention_count; i++)
        count += future->portfolio->interventions[i].scenario_count > 0;
    return count;
}

/* ---- the futures ---- */

static gp_status add_futures(gp_job *job, gp_buffer *buffer, const gp_scenarios *all,
                             gp_language language)
{
    const gp_column columns[] = {
        {.title = "scenario"},
        {.title = gp_say(language, "interventions", "interventies"), .is_right = true},
        {.title = gp_say(language, "named", "genoemd"), .is_right = true},
        {.title = gp_say(language, "too late", "te laat"), .is_right = true},
        {.title = gp_say(language, "all live", "alle live")},
        {.title = gp_say(language, "decide by", "kies voor")},
    };
    gp_table *table = gp_new_table(job, columns, sizeof columns / sizeof *columns);
    if (!table) return gp_no_memory(job);
    for (uint32_t i = 0; i < all->future_count; i++) {
        const gp_future *future = &all->futures[i];
        gp_cell(table, gp_future_id(future));
        gp_number_cell(table, future->portfolio->intervention_count);
        gp_number_cell(table, count_own(future));
        gp_number_cell(table, future->clash_count);
        gp_day_cell(table, last_live(future));
        gp_day_cell(table, future->decide_by);
    }
    gp_add_table(buffer, table, 0);
    for (uint32_t i = 0; i < all->future_count; i++)
        for (uint32_t k = 0; k < all->futures[i].fallen.count; k++) {
            const gp_future *future = &all->futures[i];
            const char *values[] = {future->portfolio->ids[future->fallen.symbols[k]],
                                    gp_future_id(future)};
            gp_add_line(buffer, 0, 2,
                        gp_say(language,
                               "{0} falls away in {1}: what it requires belongs to other scenarios",
                               "{0} valt weg in {1}: wat het vereist hoort bij andere scenario's"),
                        values);
        }
    return GP_OK;
}

/* ---- what they ask for ---- */

static gp_status add_no_regret(gp_job *job, gp_buffer *buffer, const gp_portfolio *portfolio,
                               const gp_scenarios *all, gp_language language)
{
    const gp_column columns[] = {
        {.title = "capability"},
        {.title = gp_say(language, "to level", "naar niveau"), .is_right = true},
        {.title = gp_say(language, "now", "nu"), .is_right = true},
    };
    gp_table *table = gp_new_table(job, columns, sizeof columns / sizeof *columns);
    uint32_t count = 0;
    if (!table) return gp_no_memory(job);
    for (uint32_t i = 0; i < portfolio->capability_count; i++) {
        if (all->robustness[i] != GP_NO_REGRET) continue;
        gp_cell(table, portfolio->ids[portfolio->capabilities[i].symbol]);
        gp_number_cell(table, all->no_regret_level[i]);
        gp_number_cell(table, portfolio->capabilities[i].level);
        count++;
    }
    add_title(job, buffer,
              gp_say(language, "No regret: asked for in every scenario",
                     "Altijd nodig: gevraagd in elk scenario"),
              count, language);
    if (count) gp_add_table(buffer, table, 2);
    return GP_OK;
}

/* The level above the no-regret one that a future asks for: surely, or as one of several ways. */
static uint8_t option_level(const gp_scenarios *all, uint32_t future, uint32_t capability,
                            bool is_maybe)
{
    gp_asked asked = all->futures[future].asked[capability];
    uint8_t level = is_maybe ? asked.maybe : asked.level;
    if (is_maybe && asked.maybe == asked.level) return 0;
    return level > all->no_regret_level[capability] ? level : 0;
}

/* "to level 2 in a, b": the futures that ask for exactly this. NULL where none does. */
static void add_askers(gp_job *job, gp_buffer *buffer, const gp_scenarios *all, uint32_t capability,
                       uint8_t level, bool is_maybe, gp_language language)
{
    bool is_first = true;
    for (uint32_t f = 0; f < all->future_count; f++) {
        if (option_level(all, f, capability, is_maybe) != level) continue;
        const char *values[] = {gp_number_text(job, level), gp_future_id(&all->futures[f])};
        if (buffer->bytes.count) gp_add_text(buffer, is_first ? "; " : ", ");
        const char *pattern =
            is_maybe ? gp_say(language, "to level {0} as one of several ways in {1}",
                              "naar niveau {0} als een van de mogelijkheden in {1}")
                     : gp_say(language, "to level {0} in {1}", "naar niveau {0} in {1}");
        gp_add_filled(buffer, is_first ? pattern : "{1}", values);
        is_first = false;
    }
}

static const char *option_text(gp_job *job, const gp_scenarios *all, uint32_t capability,
                               gp_language language)
{
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return NULL;
    for (int is_maybe = 0; is_maybe < 2; is_maybe++)
        for (uint8_t level = GP_LEVEL_MAX; level > 0; level--)
            add_askers(job, buffer, all, capability, level, is_maybe, language);
    return gp_buffer_text(buffer);
}

static gp_status add_options(gp_job *job, gp_buffer *buffer, const gp_portfolio *portfolio,
                             const gp_scenarios *all, gp_language language)
{
    uint32_t count = 0;
    gp_buffer *lines = gp_new_buffer(job);
    if (!lines) return gp_no_memory(job);
    for (uint32_t i = 0; i < portfolio->capability_count; i++) {
        const char *values[] = {portfolio->ids[portfolio->capabilities[i].symbol],
                                option_text(job, all, i, language)};
        if (!values[1]) return gp_no_memory(job);
        if (!values[1][0]) continue;
        gp_add_line(lines, 2, 4, "{0}: {1}", values);
        count++;
    }
    add_title(job, buffer,
              gp_say(language, "Options: asked for in some scenarios, or in one of several ways",
                     "Opties: gevraagd in een deel van de scenario's, of als mogelijkheid"),
              count, language);
    if (count) gp_add_made(buffer, gp_buffer_text(lines));
    return GP_OK;
}

/* ---- the choice ---- */

static gp_status add_steps(gp_job *job, gp_buffer *buffer, const gp_scenarios *all,
                           const gp_future_step *steps, uint32_t count, bool is_common,
                           gp_language language)
{
    const gp_column columns[] = {
        {.title = gp_say(language, "at the latest", "uiterlijk")},
        {.title = gp_say(language, "what", "wat")},
        {.title = is_common ? gp_say(language, "identified", "geïdentificeerd") : "scenario"},
    };
    gp_table *table = gp_new_table(job, columns, sizeof columns / sizeof *columns);
    if (!table) return gp_no_memory(job);
    for (uint32_t i = 0; i < count; i++) {
        const gp_future *future = &all->futures[steps[i].future];
        gp_day_cell(table, steps[i].by);
        gp_cell(table, gp_short_step_text(job, future->network, steps[i].activity));
        gp_cell(table, !is_common               ? gp_future_id(future)
                       : steps[i].is_identified ? gp_say(language, "yes", "ja")
                                                : gp_say(language, "not yet", "nog niet"));
    }
    gp_add_table(buffer, table, 2);
    return GP_OK;
}

static const char *choice_pattern(const gp_scenario_choice *choice, gp_day status,
                                  gp_language language)
{
    if (choice->decide_by == GP_NO_DAY)
        return gp_say(language, "Nothing waits for a choice between the scenarios.",
                      "Niets wacht op een keuze tussen de scenario's.");
    if (choice->decide_by < status)
        return gp_say(language,
                      "The choice between the scenarios is overdue since {0}: these no longer make "
                      "their first chance.",
                      "De keuze tussen de scenario's had voor {0} gemaakt moeten zijn: dit haalt "
                      "de eerste kans niet meer.");
    if (choice->is_at_most)
        return gp_say(language,
                      "The choice between the scenarios can wait until {0} at most (a lead time "
                      "is unknown). Then these must be identified, or start:",
                      "De keuze tussen de scenario's kan hooguit wachten tot {0} (een "
                      "doorlooptijd is onbekend). Dan moet dit geïdentificeerd zijn, of beginnen:");
    return gp_say(language,
                  "The choice between the scenarios can wait until {0} without making any "
                  "intervention later. Then these must be identified, or start:",
                  "De keuze tussen de scenario's kan wachten tot {0} zonder dat een interventie "
                  "later live is. Dan moet dit geïdentificeerd zijn, of beginnen:");
}

static void add_way(gp_buffer *buffer, const gp_portfolio *portfolio,
                    const gp_scenario_choice *choice, gp_language language)
{
    for (uint32_t i = 0; i < choice->chosen_count; i++) {
        const gp_requirement *requirement = &portfolio->requirements[choice->chosen[i]];
        const char *values[] = {portfolio->ids[requirement->target]};
        gp_add_line(
            buffer, 2, 4,
            gp_say(language, "of alternatives, taken: {0}", "van de alternatieven gekozen: {0}"),
            values);
    }
    if (!choice->is_exact)
        gp_add_line(buffer, 2, 4,
                    gp_say(language,
                           "There are too many alternatives to try them all: fewer may be enough.",
                           "Er zijn te veel alternatieven om alle te proberen: misschien is minder "
                           "genoeg."),
                    NULL);
}

static gp_status add_choice(gp_job *job, gp_buffer *buffer, const gp_portfolio *portfolio,
                            const gp_scenarios *all, gp_language language)
{
    const gp_scenario_choice *choice = &all->choice;
    const char *values[] = {gp_day_text(job, choice->decide_by)};
    gp_add_text(buffer, gp_say(language, "\nThe choice\n", "\nDe keuze\n"));
    gp_add_line(buffer, 2, 2, choice_pattern(choice, portfolio->status_date, language), values);
    if (choice->bind_count)
        GP_TRY(add_steps(job, buffer, all, choice->binds, choice->bind_count, false, language));
    if (choice->decide_by == GP_NO_DAY) return GP_OK;
    add_title(job, buffer,
              gp_say(language, "To identify before the choice, whatever it will be",
                     "Voor de keuze te identificeren, welke het ook wordt"),
              choice->identify_count, language);
    add_way(buffer, portfolio, choice, language);
    if (choice->identify_count == 0) return GP_OK;
    return add_steps(job, buffer, all, choice->identify, choice->identify_count, true, language);
}

/* ---- where they differ ---- */

/* The live date of an intervention in a future, GP_NO_DAY where it is not there. */
static gp_day live_in(const gp_future *future, uint32_t symbol)
{
    uint32_t activity = gp_find_activity(future->network, symbol, 0);
    return activity == GP_NONE ? GP_NO_DAY : future->schedule->dates[activity].earliest_ready;
}

static bool differs(const gp_scenarios *all, uint32_t symbol)
{
    for (uint32_t f = 1; f < all->future_count; f++)
        if (live_in(&all->futures[f], symbol) != live_in(&all->futures[0], symbol)) return true;
    return false;
}

static gp_status add_differences(gp_job *job, gp_buffer *buffer, const gp_portfolio *portfolio,
                                 const gp_scenarios *all, gp_language language)
{
    const gp_column columns[] = {
        {.title = gp_say(language, "intervention", "interventie")},
        {.title = "scenario"},
        {.title = "live"},
        {.title = gp_say(language, "needed by", "nodig op")},
        {.title = gp_say(language, "days late", "dagen te laat"), .is_right = true},
    };
    gp_table *table = gp_new_table(job, columns, sizeof columns / sizeof *columns);
    uint32_t count = 0;
    if (!table) return gp_no_memory(job);
    for (uint32_t i = 0; i < portfolio->intervention_count; i++) {
        uint32_t symbol = portfolio->interventions[i].symbol;
        if (!differs(all, symbol)) continue;
        count++;
        for (uint32_t f = 0; f < all->future_count; f++) {
            const gp_future *future = &all->futures[f];
            uint32_t activity = gp_find_activity(future->network, symbol, 0);
            if (activity == GP_NONE) continue;
            gp_cell(table, portfolio->ids[symbol]);
            gp_cell(table, gp_future_id(future));
            gp_day_cell(table, live_in(future, symbol));
            gp_day_cell(table, portfolio->interventions[i].needed_by);
            gp_number_cell(table, gp_late_days(future->schedule, activity));
        }
    }
    add_title(job, buffer,
              gp_say(language, "Interventions that are not the same in every scenario",
                     "Interventies die niet in elk scenario gelijk zijn"),
              count, language);
    if (count) gp_add_table(buffer, table, 2);
    return GP_OK;
}

#define STAKES_SHOWN 10

static gp_status add_stakes(gp_job *job, gp_buffer *buffer, const gp_scenarios *all,
                            gp_language language)
{
    const gp_column columns[] = {
        {.title = gp_say(language, "days lost", "dagen verlies"), .is_right = true},
        {.title = gp_say(language, "what starts too late", "wat te laat begint")},
        {.title = gp_say(language, "who waits", "wie wacht")},
        {.title = "scenario"},
    };
    gp_table *table = gp_new_table(job, columns, sizeof columns / sizeof *columns);
    if (!table) return gp_no_memory(job);
    for (uint32_t i = 0; i < all->stake_count && i < STAKES_SHOWN; i++) {
        const gp_stake *stake = &all->stakes[i];
        const gp_future *future = &all->futures[stake->future];
        gp_number_cell(table, stake->days);
        gp_cell(table, gp_short_step_text(job, future->network, stake->activity));
        gp_cell(table, gp_activity_id(future->network, stake->intervention));
        gp_cell(table, gp_future_id(future));
    }
    add_title(job, buffer,
              gp_say(language,
                     "What a missed first chance costs, in the scenario that suffers most",
                     "Wat een gemiste eerste kans kost, in het scenario dat het meest lijdt"),
              all->stake_count, language);
    if (all->stake_count) gp_add_table(buffer, table, 2);
    return GP_OK;
}

gp_status gp_text_scenarios(gp_job *job, const gp_portfolio *portfolio,
                            const gp_scenarios *scenarios, const gp_write_options *options,
                            gp_output *out)
{
    gp_language language = options->language;
    gp_buffer *buffer = gp_text_start(job, portfolio, language);
    if (!buffer) return gp_no_memory(job);
    if (portfolio->scenarios.count == 0) {
        gp_add_line(buffer, 0, 0,
                    gp_say(language, "The portfolio names no scenarios.",
                           "Het portfolio noemt geen scenario's."),
                    NULL);
        return gp_finish_buffer(buffer, &out->text, &out->size);
    }
    GP_TRY(add_futures(job, buffer, scenarios, language));
    GP_TRY(add_no_regret(job, buffer, portfolio, scenarios, language));
    GP_TRY(add_options(job, buffer, portfolio, scenarios, language));
    GP_TRY(add_choice(job, buffer, portfolio, scenarios, language));
    GP_TRY(add_differences(job, buffer, portfolio, scenarios, language));
    GP_TRY(add_stakes(job, buffer, scenarios, language));
    return gp_finish_buffer(buffer, &out->text, &out->size);
}
