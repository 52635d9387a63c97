/* SPDX-License-Identifier: MIT
 * `risk` as text, interventions: the days by which each is live and how sure that is, before and
 * after mitigation, all of them together, and why they are later than the plan. */
#include "io/answers/risk_page.h"
#include "io/answers/risk_words.h"
#include "io/answers/steps.h"
#include "io/answers/table.h"
#include "io/answers/text_parts.h"
#include "io/answers/words.h"

#define MERGES_SHOWN 3
#define WORTH_TELLING 0.5 /* days */

static void add_live_row(gp_risk_page *page, gp_table *table, const gp_risk_live *live)
{
    gp_cell(table, gp_live_cell(page, live->intervention));
    gp_day_cell(table, live->needed_by);
    gp_cell(table, gp_percent_text(page, gp_live_chance(live, live->probability)));
    gp_day_cell(table, live->plan);
    gp_day_cell(table, live->quantiles[1]);
    gp_day_cell(table, live->quantiles[2]);
    gp_day_cell(table, live->quantiles[4]);
    gp_cell(table,
            live->expected_late_days < 0 ? "-" : gp_mean_text(page, live->expected_late_days));
    gp_cell(table, live->not_before ? "?" : "");
}

gp_status gp_add_risk_lives(gp_risk_page *page)
{
    gp_language language = page->language;
    const gp_column columns[] = {
        {.title = gp_say(language, "intervention", "interventie"), .cut_to = 12},
        {.title = gp_say(language, "needed by", "nodig op")},
        {.title = gp_say(language, "chance", "kans"), .is_right = true},
        {.title = "plan"},
        {.title = gp_say(language, "50 % sure", "50 % zeker"), .brief = "50 %"},
        {.title = gp_say(language, "80 % sure", "80 % zeker"), .brief = "80 %"},
        {.title = gp_say(language, "95 % sure", "95 % zeker"), .brief = "95 %", .drop = 1},
        {.title = gp_say(language, "days late", "dagen te laat"),
         .is_right = true,
         .drop = GP_GOES_BEFORE_CUT},
        {.title = ""},
    };
    gp_table *table = gp_new_table(page->job, columns, sizeof columns / sizeof *columns);
    if (!table) return gp_no_memory(page->job);
    uint32_t shown = 0;
    bool is_unsure = false, is_unknown = false;
    for (; shown < page->live_count && shown < page->limit; shown++) {
        add_live_row(page, table, page->lives[shown]);
        if (!page->lives[shown]->not_before) continue;
        is_unsure = true;
        is_unknown = is_unknown || !gp_is_beyond_calendar(page->lives[shown]);
    }
    if (shown == 0) return GP_OK;
    gp_add_risk_heading(
        page,
        gp_say(language, "When each intervention is live", "Wanneer elke interventie live is"),
        NULL);
    gp_add_risk_table(page, table, shown, page->live_count);
    if (is_unsure)
        gp_add_line(page->buffer, 2, 0,
                    is_unknown
                        ? gp_say(language,
                                 "? rests on something unknown: its dates can only be later",
                                 "? steunt op iets onbekends: de datums kunnen alleen later zijn")
                        : gp_say(language,
                                 "? the calendar ends on 2399-12-31: what falls there can only be "
                                 "later",
                                 "? de kalender eindigt op 2399-12-31: wat daarop valt kan alleen "
                                 "later zijn"),
                    NULL);
    return GP_OK;
}

gp_status gp_add_risk_mitigated(gp_risk_page *page)
{
    gp_language language = page->language;
    const gp_risk_answer *answer = page->answer;
    const gp_column columns[] = {
        {.title = gp_say(language, "intervention", "interventie"), .cut_to = 12},
        {.title = gp_say(language, "chance before", "kans eerst"), .is_right = true},
        {.title = gp_say(language, "after", "daarna"), .is_right = true},
        {.title = gp_say(language, "80 % sure before", "80 % zeker eerst")},
        {.title = gp_say(language, "after", "daarna")},
    };
    if (!answer->unmitigated) return GP_OK;
    gp_table *table = gp_new_table(page->job, columns, sizeof columns / sizeof *columns);
    if (!table) return gp_no_memory(page->job);
    uint32_t count = 0, shown = 0;
    for (uint32_t i = 0; i < page->live_count; i++) {
        const gp_risk_live *after = page->lives[i];
        const gp_risk_live *before = &answer->unmitigated[after - answer->lives];
        if (before->mean_days_after_plan == after->mean_days_after_plan) continue;
        if (count++ >= page->limit) continue;
        shown++;
        gp_cell(table, gp_live_cell(page, after->intervention));
        gp_cell(table, gp_percent_text(page, gp_live_chance(before, before->probability)));
        gp_cell(table, gp_percent_text(page, gp_live_chance(after, after->probability)));
        gp_day_cell(table, before->quantiles[2]);
        gp_day_cell(table, after->quantiles[2]);
    }
    gp_add_risk_heading(page,
                        gp_say(language, "What mitigating the risks changes",
                               "Wat het beperken van de risico's verandert"),
                        count ? NULL
                              : gp_say(language, "No live date: nothing above is otherwise.",
                                       "Geen livedatum: niets hierboven is anders."));
    if (count) gp_add_risk_table(page, table, shown, count);
    return GP_OK;
}

/* ---- together ---- */

/* "a, b and c". */
static const char *names_of(gp_risk_page *page, const gp_together *of)
{
    gp_buffer *list = gp_new_buffer(page->job);
    for (uint32_t i = 0; list && i < of->count; i++) {
        bool is_last = i + 1 == of->count;
        if (i) gp_add_text(list, is_last ? gp_say(page->language, " and ", " en ") : ", ");
        gp_add_made(list, gp_live_called(page, of->interventions[i]));
    }
    return gp_buffer_text(list);
}

bool gp_tells_together(const gp_risk_page *page, const gp_risk_together *set)
{
    return set->of.count > 1 && gp_shows_together(page->options->filter, page->portfolio, &set->of);
}

gp_status gp_add_risk_together(gp_risk_page *page)
{
    gp_language language = page->language;
    const gp_risk_answer *answer = page->answer;
    bool is_first = true;
    for (uint32_t i = 0; i < answer->together_count; i++) {
        const gp_risk_together *together = &answer->together[i];
        const char *pattern = gp_say(language, "{0}, all by their dates: {1} chance",
                                     "{0}, alle op hun datum: {1} kans");
        if (!gp_tells_together(page, together)) continue;
        bool is_all = gp_is_of_all(page->portfolio, &together->of);
        const char *values[] = {is_all ? gp_number_text(page->job, together->of.count)
                                       : names_of(page, &together->of),
                                gp_chance_text(page, gp_together_chance(answer, together))};
        if (is_all)
            pattern = together->of.count == 2
                          ? gp_say(language, "Both by their dates: {1} chance",
                                   "Beide op hun datum: {1} kans")
                          : gp_say(language, "All {0} by their dates: {1} chance",
                                   "Alle {0} op hun datum: {1} kans");
        if (is_first) gp_add_text(page->buffer, "\n");
        is_first = false;
        gp_add_line(page->buffer, 0, 2, pattern, values);
    }
    return GP_OK;
}

/* ---- merges ---- */

static const char *merges_of(gp_risk_page *page, const gp_risk_live *live)
{
    gp_buffer *list = gp_new_buffer(page->job);
    for (uint32_t i = 0; list && i < live->merge_count && i < MERGES_SHOWN; i++) {
        const char *values[] = {
            gp_short_step_text(page->job, page->network, live->merges[i].activity),
            gp_mean_text(page, live->merges[i].days)};
        gp_add_filled(list, i ? ", {0} {1}" : "{0} {1}", values);
    }
    return gp_buffer_text(list);
}

bool gp_tells_plan_chance(const gp_risk_live *live)
{
    return live->mean_days_after_plan >= WORTH_TELLING;
}

gp_status gp_add_risk_merges(gp_risk_page *page)
{
    gp_language language = page->language;
    uint32_t count = 0, shown = 0;
    for (uint32_t i = 0; i < page->live_count; i++) {
        const gp_risk_live *live = page->lives[i];
        if (!gp_tells_plan_chance(live)) continue;
        if (count++ == 0)
            gp_add_risk_heading(
                page, gp_say(language, "Why later than the plan", "Waarom later dan het plan"),
                gp_say(language,
                       "Days later in the mean. Work runs late more often than early, "
                       "and where chains meet the latest counts: those joins are named.",
                       "Dagen later, gemiddeld. Schattingen lopen vaker uit dan in, en waar "
                       "ketens samenkomen telt de laatste: die plaatsen staan erbij."));
        if (count > page->limit) continue;
        shown++;
        const char *values[] = {gp_live_called(page, live->intervention),
                                gp_mean_text(page, live->mean_days_after_plan),
                                gp_chance_text(page, gp_live_chance(live, live->plan_probability)),
                                merges_of(page, live)};
        gp_add_risk_line(
            page, 2, 2,
            live->merge_count
                ? gp_say(language,
                         "{0}: {1}; its date in the plan has a chance of {2}; where "
                         "chains meet: {3}",
                         "{0}: {1}; de datum van het plan heeft een kans van {2}; waar "
                         "ketens samenkomen: {3}")
                : gp_say(language, "{0}: {1}; its date in the plan has a chance of {2}",
                         "{0}: {1}; de datum van het plan heeft een kans van {2}"),
            values);
    }
    gp_add_risk_cut(page, shown, count);
    return GP_OK;
}
