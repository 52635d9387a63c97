/* SPDX-License-Identifier: MIT
 * `risk` as text, steps: which decide the live dates, and until when each can be decided on. */
#include "io/answers/risk_page.h"
#include "io/answers/risk_words.h"
#include "io/answers/steps.h"
#include "io/answers/table.h"
#include "io/answers/text_parts.h"
#include "io/answers/words.h"

#include <stdlib.h>

#define SURE_AT 1 /* of gp_risk_sures: 80 % */
#define NAMED 3   /* steps of which the day has passed, unless all rows are asked for */

/* The intervention that follows a step most; NULL: none rests on it. */
static const gp_risk_by *most_of(const gp_risk_step *step)
{
    const gp_risk_by *most = NULL;
    for (uint32_t i = 0; i < step->by_count; i++)
        if (!most || step->by[i].cruciality > most->cruciality) most = &step->by[i];
    return most;
}

typedef struct row {
    const gp_risk_step *step;
    const gp_risk_by *most;
} row;

/* The most weight first; of equal ones as in the answer. */
static int compare_rows(const void *a, const void *b)
{
    const row *one = a, *other = b;
    double first = one->most ? one->most->cruciality : 0;
    double second = other->most ? other->most->cruciality : 0;
    if (first != second) return first > second ? -1 : 1;
    return one->step < other->step ? -1 : 1;
}

static void add_step_row(gp_risk_page *page, gp_table *table, const row *of)
{
    const gp_risk_step *step = of->step;
    const gp_risk_by *most = of->most;
    gp_cell(table, gp_short_step_text(page->job, page->network, step->activity));
    gp_cell(table, gp_percent_text(page, step->criticality));
    gp_cell(table, gp_percent_text(page, most ? most->cruciality : 0));
    gp_cell(table, gp_mean_text(page, step->mean_days));
    bool is_sure = step->is_sure && !(step->sd_days > 0); /* no risk varies it either */
    gp_cell(table,
            is_sure ? gp_say(page->language, "sure", "vast") : gp_mean_text(page, step->sd_days));
    gp_cell(table, most && most->cruciality > 0 ? gp_live_cell(page, most->intervention) : "-");
}

/* Interventions of which it is not told which steps matter to them. */
static void add_untold(gp_risk_page *page)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < page->answer->live_count; i++)
        count += !page->answer->lives[i].is_detailed;
    const char *values[] = {gp_number_text(page->job, count),
                            gp_number_text(page->job, GP_RISK_PAIRS_MAX)};
    if (count == 0) return;
    gp_add_line(
        page->buffer, 2, 2,
        gp_say(page->language,
               "What steps weigh is not told for the last {0} {0|intervention|interventions} "
               "of the file: all rest on more than {1} steps together.",
               "Wat stappen wegen staat er niet bij voor de laatste {0} "
               "{0|interventie|interventies} van het bestand: alle samen steunen op meer "
               "dan {1} stappen."),
        values);
}

gp_status gp_add_risk_steps(gp_risk_page *page)
{
    gp_language language = page->language;
    const gp_risk_answer *answer = page->answer;
    const gp_column columns[] = {
        {.title = gp_say(language, "step", "stap"), .cut_to = 20},
        {.title = gp_say(language, "decides", "bepaalt"), .is_right = true},
        {.title = gp_say(language, "weight", "gewicht"), .is_right = true},
        {.title = gp_say(language, "days", "dagen"), .is_right = true, .drop = 2},
        {.title = gp_say(language, "give or take", "plusminus"),
         .brief = "+/-",
         .is_right = true,
         .drop = 3},
        {.title = gp_say(language, "mostly for", "vooral voor"), .cut_to = 12, .drop = 1},
    };
    gp_table *table = gp_new_table(page->job, columns, sizeof columns / sizeof *columns);
    row *rows = GP_NEW(page->job, row, answer->steps);
    if (!table || !rows) return gp_no_memory(page->job);
    uint32_t count = 0, shown = 0;
    for (uint32_t i = 0; i < answer->steps; i++) {
        const gp_risk_step *step = &answer->steps_of[i];
        if (step->criticality <= 0) continue;
        if (gp_shows_risk_step(page->options->filter, page->network, step))
            rows[count++] = (row){step, most_of(step)};
    }
    if (count) qsort(rows, count, sizeof *rows, compare_rows);
    for (; shown < count && shown < page->limit; shown++) add_step_row(page, table, &rows[shown]);
    if (count == 0) return GP_OK;
    gp_add_risk_heading(
        page, gp_say(language, "The steps that matter most", "De stappen die het meest uitmaken"),
        gp_say(language,
               "decides: how often it is on the chain that decides a live date; weight: the same "
               "times how closely that date follows how long it takes. Estimates are best made "
               "better where the weight is.",
               "bepaalt: hoe vaak zij op de keten zit die een livedatum bepaalt; gewicht: "
               "hetzelfde maal hoe sterk die datum meebeweegt met haar duur. Maak schattingen "
               "eerst beter waar het gewicht zit."));
    gp_add_risk_table(page, table, shown, count);
    add_untold(page);
    return GP_OK;
}

/* ---- decisions ---- */

static int compare_days(const void *a, const void *b)
{
    const gp_risk_step *one = *(const gp_risk_step *const *)a;
    const gp_risk_step *other = *(const gp_risk_step *const *)b;
    gp_day first = one->identify_by[SURE_AT], second = other->identify_by[SURE_AT];
    if (first != second) return first < second ? -1 : 1;
    return one < other ? -1 : 1; /* as in the answer */
}

/* Steps of which the day to be 80 % sure is over: how many, and the most critical by name. */
typedef struct passed {
    gp_buffer *names;
    uint32_t named, count;
} passed;

static void note_passed(gp_risk_page *page, passed *over, const gp_risk_step *step)
{
    if (over->count++ >= over->named) return;
    if (over->count > 1) gp_add_text(over->names, ", ");
    gp_add_made(over->names, gp_short_step_text(page->job, page->network, step->activity));
}

static void add_passed(gp_risk_page *page, passed *over)
{
    const char *values[] = {gp_number_text(page->job, over->count), gp_buffer_text(over->names),
                            gp_number_text(page->job, over->count - over->named)};
    const char *pattern = gp_say(page->language, "Too late to be 80 % sure: {1}",
                                 "Te laat om 80 % zeker te zijn: {1}");
    if (over->count > over->named)
        pattern = gp_say(page->language, "Too late to be 80 % sure: {1} and {2} more",
                         "Te laat om 80 % zeker te zijn: {1} en nog {2}");
    if (over->count) gp_add_line(page->buffer, 2, 2, pattern, values);
}

/* Where so many draws ask nothing of a step, as they chose another: none. */
static void add_day(gp_risk_page *page, gp_table *table, gp_day day)
{
    if (day == GP_NO_DAY)
        gp_cell(table, gp_say(page->language, "any day", "elke dag"));
    else
        gp_day_cell(table, day);
}

/* Does something without a date rest on one of them? What is not told of may. */
static bool has_undated(const gp_risk_page *page, const gp_risk_step *const *steps, uint32_t count)
{
    const gp_risk_live *lives = page->answer->lives;
    for (uint32_t i = 0; i < page->answer->live_count; i++)
        if (!lives[i].is_detailed && lives[i].needed_by == GP_NO_DAY) return true;
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t k = 0; k < steps[i]->by_count; k++)
            if (lives[steps[i]->by[k].intervention].needed_by == GP_NO_DAY) return true;
    return false;
}

gp_status gp_add_risk_decisions(gp_risk_page *page)
{
    gp_language language = page->language;
    const gp_risk_answer *answer = page->answer;
    const gp_column columns[] = {
        {.title = gp_say(language, "step", "stap"), .cut_to = 20},
        {.title = gp_say(language, "50 % sure", "50 % zeker")},
        {.title = gp_say(language, "80 % sure", "80 % zeker")},
        {.title = gp_say(language, "95 % sure", "95 % zeker")},
    };
    gp_table *table = gp_new_table(page->job, columns, sizeof columns / sizeof *columns);
    const gp_risk_step **steps = GP_NEW(page->job, const gp_risk_step *, answer->steps);
    passed over = {.names = gp_new_buffer(page->job),
                   .named = page->limit == UINT32_MAX ? UINT32_MAX : NAMED};
    if (!table || !steps || !over.names) return gp_no_memory(page->job);
    uint32_t count = 0, shown = 0;
    for (uint32_t i = 0; i < answer->steps; i++) {
        const gp_risk_step *step = &answer->steps_of[i];
        gp_day day = step->identify_by[SURE_AT];
        if (day == GP_NO_DAY) continue;
        if (!gp_shows_risk_step(page->options->filter, page->network, step)) continue;
        if (day < page->portfolio->status_date)
            note_passed(page, &over, step);
        else
            steps[count++] = step;
    }
    if (count + over.count == 0) return GP_OK;
    if (count) qsort(steps, count, sizeof *steps, compare_days);
    for (; shown < count && shown < page->limit; shown++) {
        gp_cell(table, gp_short_step_text(page->job, page->network, steps[shown]->activity));
        for (int k = 0; k < GP_RISK_SURES; k++) add_day(page, table, steps[shown]->identify_by[k]);
    }
    gp_add_risk_heading(
        page, gp_say(language, "Decide by", "Besluit uiterlijk"),
        gp_say(
            language,
            "The last day to decide on a step, for all that rests on it to be in time so "
            "often. Each day is found as if only that step were late: several steps at their last "
            "day together leave less.",
            "De laatste dag om over een stap te besluiten, zodat alles wat erop steunt zo vaak "
            "op tijd is. Elke dag geldt alsof alleen die stap laat is: meer stappen samen op "
            "hun laatste dag laten minder over."));
    if (has_undated(page, steps, shown))
        gp_add_line(page->buffer, 2, 0,
                    gp_say(language,
                           "What nobody needs by a date is in time when it is live no later than "
                           "it would be anyway.",
                           "Wat niemand op een datum nodig heeft is op tijd als het niet later "
                           "live is dan het toch al zou zijn."),
                    NULL);
    if (count) gp_add_risk_table(page, table, shown, count);
    add_passed(page, &over);
    return GP_OK;
}
