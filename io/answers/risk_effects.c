/* SPDX-License-Identifier: MIT
 * `risk` as text, risks: how often each happened, what it costs in days, and what it would win to
 * mitigate it. */
#include "io/answers/decimals.h"
#include "io/answers/risk_page.h"
#include "io/answers/risk_words.h"
#include "io/answers/table.h"
#include "io/answers/text_parts.h"
#include "io/answers/words.h"

#include <stdlib.h>

#define WIN_LEAST 0.05 /* days that are not written as 0.0: of fewer no day has a price */

typedef struct row {
    const gp_risk_effect *effect;
    gp_risk_wins wins;
} row;

/* The most days lost first. */
static int compare_rows(const void *a, const void *b)
{
    const row *one = a, *other = b;
    if (one->wins.days != other->wins.days) return one->wins.days > other->wins.days ? -1 : 1;
    return one->effect < other->effect ? -1 : 1;
}

/* The intervention that loses most. */
static uint32_t most_of(const gp_risk_effect *effect)
{
    const gp_risk_delay *most = NULL;
    for (uint32_t i = 0; i < effect->delay_count; i++)
        if (!most || effect->delays[i].mean_days > most->mean_days) most = &effect->delays[i];
    return most && most->mean_days > 0 ? most->intervention : GP_NONE;
}

static const char *cost_text(gp_risk_page *page, double cost)
{
    bool is_whole = !(cost < 9.95);
    if (cost < 0) return "-";
    if (is_whole) return gp_thousands_text(page, gp_rounded(cost));
    return gp_decimals_text(page->job, cost, 1, page->language == GP_DUTCH ? ',' : '.');
}

static void add_row(gp_risk_page *page, gp_table *table, const row *of)
{
    const gp_risk *risk = &page->portfolio->risks[of->effect->risk];
    uint32_t most = most_of(of->effect);
    double share = page->answer->draws ? (double)of->effect->happened / page->answer->draws : 0;
    gp_cell(table, risk->name);
    gp_cell(table, gp_percent_text(page, share));
    gp_cell(table, gp_mean_text(page, of->wins.days));
    gp_cell(table, of->wins.is_mitigable ? gp_mean_text(page, of->wins.wins_days) : "-");
    gp_cell(table, cost_text(page, risk->mitigation_cost));
    gp_cell(table, cost_text(page, of->wins.wins_days < WIN_LEAST ? -1 : of->wins.cost_per_day));
    gp_cell(table, most == GP_NONE ? "-" : gp_live_cell(page, most));
}

/* Does a mitigation lose days, as its figure says? */
static bool has_worse(const row *rows, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (rows[i].wins.wins_days <= -WIN_LEAST) return true;
    return false;
}

gp_status gp_add_risk_effects(gp_risk_page *page)
{
    gp_language language = page->language;
    const gp_risk_answer *answer = page->answer;
    const gp_column columns[] = {
        {.title = gp_say(language, "risk", "risico"), .cut_to = 16},
        {.title = gp_say(language, "happened", "gebeurde"), .is_right = true},
        {.title = gp_say(language, "days lost", "dagen kwijt"),
         .brief = gp_say(language, "days", "dagen"),
         .is_right = true},
        {.title = gp_say(language, "mitigated wins", "beperkt wint"),
         .brief = gp_say(language, "wins", "wint"),
         .is_right = true},
        {.title = gp_say(language, "cost", "kosten"), .is_right = true},
        {.title = gp_say(language, "cost a day", "kosten per dag"),
         .brief = gp_say(language, "a day", "per dag"),
         .is_right = true},
        {.title = gp_say(language, "mostly for", "vooral voor"), .cut_to = 12, .drop = 1},
    };
    gp_table *table = gp_new_table(page->job, columns, sizeof columns / sizeof *columns);
    row *rows = GP_NEW(page->job, row, answer->effect_count);
    if (!table || !rows) return gp_no_memory(page->job);
    uint32_t count = 0, shown = 0;
    for (uint32_t i = 0; i < answer->effect_count; i++)
        if (gp_shows_risk(page->options->filter, page->portfolio, &answer->effects[i]))
            rows[count++] =
                (row){&answer->effects[i], gp_add_wins(page->portfolio, &answer->effects[i])};
    if (count == 0) return GP_OK;
    qsort(rows, count, sizeof *rows, compare_rows);
    for (; shown < count && shown < page->limit; shown++) add_row(page, table, &rows[shown]);
    gp_add_risk_heading(
        page, gp_say(language, "Risks", "Risico's"),
        gp_say(language,
               "days lost: what live dates lose to it in the mean when nothing is done about it, "
               "those of all interventions added up; mitigated wins: so many of them come back "
               "when it is mitigated.",
               "dagen kwijt: wat livedatums er gemiddeld door verliezen als er niets tegen "
               "gebeurt, die van alle interventies bij elkaar; beperkt wint: zoveel daarvan komt "
               "terug als het risico wordt beperkt."));
    gp_add_risk_table(page, table, shown, count);
    if (has_worse(rows, shown))
        gp_add_line(
            page->buffer, 2, 0,
            gp_say(language, "A minus: when it is mitigated, so many days more are lost.",
                   "Een min: als het risico wordt beperkt, gaan zoveel dagen meer verloren."),
            NULL);
    return GP_OK;
}
