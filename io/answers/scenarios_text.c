/* SPDX-License-Identifier: MIT
 * `scenarios` as text: the futures side by side, what all of them ask for, what only some do, until
 * when the choice can wait and what cannot wait until then, and where the futures differ. */
#include "io/answers/answers.h"
#include "groeipad/scenarios.h"
#include "io/answers/called.h"
#include "io/answers/scenario_words.h"
#include "io/answers/steps.h"
#include "io/answers/text_parts.h"
#include "io/answers/words.h"

/* What is told, and where. */
typedef struct telling {
    gp_job *job;
    gp_buffer *buffer;
    const gp_portfolio *portfolio;
    const gp_scenarios *all;
    gp_language language;
    const gp_filter *filter; /* or NULL */
    bool is_brief;           /* long lists of scenarios end */
} telling;

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
    for (uint32_t i = 0; i < future->live_count; i++)
        if (future->lives[i].ready > last) last = future->lives[i].ready;
    return last;
}

static uint32_t count_own(const gp_portfolio *portfolio, const gp_future *future)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < future->live_count; i++)
        count += portfolio->interventions[future->lives[i].intervention].scenario_count > 0;
    return count;
}

/* ---- the futures ---- */

static gp_status add_futures(const telling *t)
{
    const gp_column columns[] = {
        {.title = "scenario", .cut_to = 16},
        {.title = "id", .cut_to = 16},
        {.title = gp_say(t->language, "interventions", "interventies"),
         .is_right = true,
         .drop = 2,
         .brief = gp_say(t->language, "interv.", "interv.")},
        {.title = gp_say(t->language, "named", "genoemd"), .is_right = true, .drop = 3},
        {.title = gp_say(t->language, "too late", "te laat"), .is_right = true, .drop = 1},
        {.title = gp_say(t->language, "all live", "alle live")},
        {.title = gp_say(t->language, "decide by", "kies vóór")},
    };
    gp_table *table = gp_new_table(t->job, columns, sizeof columns / sizeof *columns);
    if (!table) return gp_no_memory(t->job);
    for (uint32_t i = 0; i < t->all->future_count; i++) {
        const gp_future *future = &t->all->futures[i];
        const char *called = gp_future_called(t->portfolio, future);
        gp_cell(table, called);
        gp_cell(table, called == gp_future_id(t->portfolio, future)
                           ? ""
                           : gp_future_id(t->portfolio, future));
        gp_number_cell(table, future->live_count);
        gp_number_cell(table, count_own(t->portfolio, future));
        gp_number_cell(table, future->clash_count);
        gp_day_cell(table, last_live(future));
        gp_day_cell(table, future->decide_by);
    }
    gp_add_table(t->buffer, table, 0);
    for (uint32_t i = 0; i < t->all->future_count; i++)
        for (uint32_t k = 0; k < t->all->futures[i].fallen.count; k++) {
            const gp_future *future = &t->all->futures[i];
            const char *values[] = {
                gp_shortly_called(t->job, t->portfolio, future->fallen.symbols[k]),
                gp_future_id(t->portfolio, future)};
            gp_add_line(t->buffer, 0, 2,
                        gp_say(t->language,
                               "{0} falls away in {1}: what it requires belongs to other scenarios",
                               "{0} valt weg in {1}: wat het vereist hoort bij andere scenario's"),
                        values);
        }
    return GP_OK;
}

/* ---- what they ask for ---- */

static bool is_shown(const telling *t, uint32_t capability)
{
    return gp_passes(t->filter, t->portfolio->capabilities[capability].symbol);
}

static gp_status add_no_regret(const telling *t)
{
    const gp_column columns[] = {
        {.title = "capability", .cut_to = 20},
        {.title = "id", .drop = 12},
        {.title = gp_say(t->language, "to level", "naar niveau"), .is_right = true},
        {.title = gp_say(t->language, "now", "nu"), .is_right = true},
    };
    gp_table *table = gp_new_table(t->job, columns, sizeof columns / sizeof *columns);
    uint32_t count = 0;
    if (!table) return gp_no_memory(t->job);
    for (uint32_t i = 0; i < t->portfolio->capability_count; i++) {
        if (t->all->robustness[i] != GP_NO_REGRET || !is_shown(t, i)) continue;
        gp_cell(table, gp_name_cell(t->job, t->portfolio, t->portfolio->capabilities[i].symbol));
        gp_cell(table, gp_id_cell(t->job, t->portfolio, t->portfolio->capabilities[i].symbol));
        gp_number_cell(table, t->all->no_regret_level[i]);
        gp_number_cell(table, t->portfolio->capabilities[i].level);
        count++;
    }
    add_title(t->job, t->buffer,
              gp_say(t->language, "No regret: asked for in every scenario",
                     "Altijd nodig: gevraagd in elk scenario"),
              count, t->language);
    if (count) gp_add_table(t->buffer, table, 2);
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

/* A list of scenarios longer than this is told by its first ones and the number of the others. */
#define NAMED_MAX 12
#define NAMED 10

/* "to level 2 in a, b": the futures that ask for exactly this; nothing where none does. */
static void add_askers(const telling *t, gp_buffer *buffer, uint32_t capability, uint8_t level,
                       bool is_maybe)
{
    uint32_t count = 0, told = 0;
    for (uint32_t f = 0; f < t->all->future_count; f++)
        count += option_level(t->all, f, capability, is_maybe) == level;
    uint32_t most = count > NAMED_MAX && t->is_brief ? NAMED : count;
    for (uint32_t f = 0; told < most; f++) {
        if (option_level(t->all, f, capability, is_maybe) != level) continue;
        const char *values[] = {gp_number_text(t->job, level),
                                gp_future_id(t->portfolio, &t->all->futures[f])};
        if (buffer->bytes.count) gp_add_text(buffer, told ? ", " : "; ");
        const char *pattern =
            is_maybe ? gp_say(t->language, "to level {0} as one of several ways in {1}",
                              "naar niveau {0} als een van de mogelijkheden in {1}")
                     : gp_say(t->language, "to level {0} in {1}", "naar niveau {0} in {1}");
        gp_add_filled(buffer, told++ ? "{1}" : pattern, values);
    }
    if (most == count) return;
    const char *values[] = {gp_number_text(t->job, count - most)};
    gp_add_filled(
        buffer,
        gp_say(t->language, " and {0} more (--all names them)", " en {0} andere (--all noemt ze)"),
        values);
}

static const char *option_text(const telling *t, uint32_t capability)
{
    gp_buffer *buffer = gp_new_buffer(t->job);
    if (!buffer) return NULL;
    for (int is_maybe = 0; is_maybe < 2; is_maybe++)
        for (uint8_t level = GP_LEVEL_MAX; level > 0; level--)
            add_askers(t, buffer, capability, level, is_maybe);
    return gp_buffer_text(buffer);
}

static gp_status add_options(const telling *t)
{
    uint32_t count = 0;
    gp_buffer *lines = gp_new_buffer(t->job);
    if (!lines) return gp_no_memory(t->job);
    lines->width = t->buffer->width;
    for (uint32_t i = 0; i < t->portfolio->capability_count; i++) {
        if (t->all->robustness[i] == GP_NOT_ASKED || !is_shown(t, i)) continue;
        const char *values[] = {
            gp_called(t->job, t->portfolio, t->portfolio->capabilities[i].symbol),
            option_text(t, i)};
        if (!values[1]) return gp_no_memory(t->job);
        if (!values[1][0]) continue;
        gp_add_line(lines, 2, 4, "{0}: {1}", values);
        count++;
    }
    add_title(t->job, t->buffer,
              gp_say(t->language, "Options: asked for in some scenarios, or in one of several ways",
                     "Opties: gevraagd in een deel van de scenario's, of als mogelijkheid"),
              count, t->language);
    if (count) gp_add_made(t->buffer, gp_buffer_text(lines));
    return GP_OK;
}

/* ---- the choice ---- */

static gp_status add_steps(const telling *t, const gp_future_step *steps, uint32_t count,
                           bool is_common)
{
    const gp_column columns[] = {
        {.title = gp_say(t->language, "at the latest", "uiterlijk")},
        {.title = gp_say(t->language, "what", "wat"), .cut_to = 20},
        {.title = is_common ? gp_say(t->language, "identified", "geïdentificeerd") : "scenario",
         .cut_to = 16},
    };
    gp_table *table = gp_new_table(t->job, columns, sizeof columns / sizeof *columns);
    if (!table) return gp_no_memory(t->job);
    for (uint32_t i = 0; i < count; i++) {
        const gp_future *future = &t->all->futures[steps[i].future];
        gp_day_cell(table, steps[i].by);
        gp_cell(table, gp_short_level_text(t->job,
                                           gp_shortly_called(t->job, t->portfolio, steps[i].symbol),
                                           steps[i].level));
        gp_cell(table, !is_common               ? gp_future_id(t->portfolio, future)
                       : steps[i].is_identified ? gp_say(t->language, "yes", "ja")
                                                : gp_say(t->language, "not yet", "nog niet"));
    }
    gp_add_table(t->buffer, table, 2);
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
                      "De keuze tussen de scenario's had vóór {0} gemaakt moeten zijn: dit haalt "
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
        const char *values[] = {gp_shortly_called(buffer->job, portfolio, requirement->target)};
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

static gp_status add_choice(const telling *t)
{
    const gp_scenario_choice *choice = &t->all->choice;
    const char *values[] = {gp_day_text(t->job, choice->decide_by)};
    gp_add_text(t->buffer, gp_say(t->language, "\nThe choice\n", "\nDe keuze\n"));
    gp_add_line(t->buffer, 2, 2, choice_pattern(choice, t->portfolio->status_date, t->language),
                values);
    if (choice->bind_count) GP_TRY(add_steps(t, choice->binds, choice->bind_count, false));
    if (choice->bind_count == 0 && choice->decide_by != GP_NO_DAY && t->filter)
        gp_add_text(t->buffer,
                    gp_say(t->language, "  none of these rows\n", "  geen van deze regels\n"));
    if (choice->decide_by == GP_NO_DAY) return GP_OK;
    add_title(t->job, t->buffer,
              gp_say(t->language, "To identify before the choice, whatever it will be",
                     "Voor de keuze te identificeren, welke het ook wordt"),
              choice->identify_count, t->language);
    add_way(t->buffer, t->portfolio, choice, t->language);
    if (choice->identify_count == 0) return GP_OK;
    return add_steps(t, choice->identify, choice->identify_count, true);
}

/* ---- where they differ ---- */

/* An intervention in one of the futures. */
typedef struct meeting {
    uint32_t future;
    const gp_future_live *live;
} meeting;

/* Where each intervention is met: meetings first[i]..first[i + 1] - 1, in the order of the futures.
 */
static gp_status list_meetings(const telling *t, uint32_t **first, meeting **out)
{
    uint32_t count = t->portfolio->intervention_count;
    uint32_t *at = GP_NEW(t->job, uint32_t, (size_t)count + 2);
    if (!at) return gp_no_memory(t->job);
    for (uint32_t f = 0; f < t->all->future_count; f++)
        for (uint32_t k = 0; k < t->all->futures[f].live_count; k++)
            at[t->all->futures[f].lives[k].intervention + 2]++;
    for (uint32_t i = 2; i < count + 2; i++) at[i] += at[i - 1];
    *out = GP_NEW(t->job, meeting, at[count + 1]);
    if (!*out) return gp_no_memory(t->job);
    for (uint32_t f = 0; f < t->all->future_count; f++)
        for (uint32_t k = 0; k < t->all->futures[f].live_count; k++) {
            const gp_future_live *live = &t->all->futures[f].lives[k];
            (*out)[at[live->intervention + 1]++] = (meeting){f, live};
        }
    *first = at;
    return GP_OK;
}

/* Not in all futures, or not at the same time. What falls away in all of them does not differ. */
static bool differs(const telling *t, const meeting *meetings, uint32_t count)
{
    if (count != t->all->future_count) return count > 0;
    for (uint32_t i = 1; i < count; i++)
        if (meetings[i].live->ready != meetings[0].live->ready) return true;
    return false;
}

static void add_meeting(const telling *t, gp_table *table, const meeting *m)
{
    const gp_intervention *intervention = &t->portfolio->interventions[m->live->intervention];
    gp_cell(table, gp_name_cell(t->job, t->portfolio, intervention->symbol));
    gp_cell(table, gp_id_cell(t->job, t->portfolio, intervention->symbol));
    gp_cell(table, gp_future_id(t->portfolio, &t->all->futures[m->future]));
    gp_day_cell(table, m->live->ready);
    gp_day_cell(table, intervention->needed_by);
    gp_number_cell(table, m->live->late_days);
}

static gp_status add_differences(const telling *t)
{
    const gp_column columns[] = {
        {.title = gp_say(t->language, "intervention", "interventie"), .cut_to = 20},
        {.title = "id", .drop = 12},
        {.title = "scenario", .cut_to = 16},
        {.title = "live"},
        {.title = gp_say(t->language, "needed by", "nodig op"), .drop = 1},
        {.title = gp_say(t->language, "days late", "dagen te laat"),
         .is_right = true,
         .brief = gp_say(t->language, "days", "dgn laat")},
    };
    gp_table *table = gp_new_table(t->job, columns, sizeof columns / sizeof *columns);
    uint32_t *first, count = 0;
    meeting *meetings;
    if (!table) return gp_no_memory(t->job);
    GP_TRY(list_meetings(t, &first, &meetings));
    for (uint32_t i = 0; i < t->portfolio->intervention_count; i++) {
        if (!gp_passes(t->filter, t->portfolio->interventions[i].symbol)) continue;
        if (!differs(t, &meetings[first[i]], first[i + 1] - first[i])) continue;
        count++;
        for (uint32_t k = first[i]; k < first[i + 1]; k++) add_meeting(t, table, &meetings[k]);
    }
    add_title(t->job, t->buffer,
              gp_say(t->language, "Interventions that are not the same in every scenario",
                     "Interventies die niet in elk scenario gelijk zijn"),
              count, t->language);
    if (count) gp_add_table(t->buffer, table, 2);
    return GP_OK;
}

#define STAKES_SHOWN 10

static gp_status add_stakes(const telling *t)
{
    const gp_column columns[] = {
        {.title = gp_say(t->language, "days lost", "dagen verlies"),
         .is_right = true,
         .brief = gp_say(t->language, "days", "dagen")},
        {.title = gp_say(t->language, "what starts too late", "wat te laat begint"), .cut_to = 20},
        {.title = gp_say(t->language, "who waits", "wie wacht"), .cut_to = 20},
        {.title = "scenario", .cut_to = 16},
    };
    gp_table *table = gp_new_table(t->job, columns, sizeof columns / sizeof *columns);
    if (!table) return gp_no_memory(t->job);
    for (uint32_t i = 0; i < t->all->stake_count && i < STAKES_SHOWN; i++) {
        const gp_stake *stake = &t->all->stakes[i];
        const gp_future *future = &t->all->futures[stake->future];
        gp_number_cell(table, stake->days);
        gp_cell(table,
                gp_short_level_text(t->job, gp_shortly_called(t->job, t->portfolio, stake->symbol),
                                    stake->level));
        gp_cell(table, gp_shortly_called(t->job, t->portfolio, stake->intervention));
        gp_cell(table, gp_future_id(t->portfolio, future));
    }
    add_title(t->job, t->buffer,
              gp_say(t->language,
                     "What a missed first chance costs, in the scenario that suffers most",
                     "Wat een gemiste eerste kans kost, in het scenario dat het meest lijdt"),
              t->all->stake_count, t->language);
    if (t->all->stake_count) gp_add_table(t->buffer, table, 2);
    return GP_OK;
}

gp_status gp_text_scenarios(gp_job *job, const gp_portfolio *portfolio,
                            const gp_scenarios *scenarios, const gp_write_options *options,
                            gp_output *out)
{
    gp_language language = options->language;
    gp_buffer *buffer = gp_text_start(job, portfolio, options);
    if (!buffer) return gp_no_memory(job);
    if (portfolio->scenarios.count == 0) {
        gp_add_line(buffer, 0, 0,
                    gp_say(language, "The portfolio names no scenarios.",
                           "Het portfolio noemt geen scenario's."),
                    NULL);
        return gp_finish_buffer(buffer, &out->text, &out->size);
    }
    const telling t = {.job = job,
                       .buffer = buffer,
                       .portfolio = portfolio,
                       .all = scenarios,
                       .language = language,
                       .filter = options->filter,
                       .is_brief = options->tells_shared_once};
    GP_TRY(add_futures(&t));
    GP_TRY(add_no_regret(&t));
    GP_TRY(add_options(&t));
    GP_TRY(add_choice(&t));
    GP_TRY(add_differences(&t));
    GP_TRY(add_stakes(&t));
    return gp_finish_buffer(buffer, &out->text, &out->size);
}
