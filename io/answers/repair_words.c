/* SPDX-License-Identifier: MIT
 * How are decisions, costs and counts said? */
#include "io/answers/repair_words.h"
#include "io/answers/called.h"
#include "io/answers/cost.h"
#include "io/answers/steps.h"
#include "io/answers/words.h"

const char *gp_repair_status_key(uint8_t status)
{
    static const char *const keys[] = {"proven", "best", "impossible", "nothing-late",
                                       "not-sought"};
    return keys[status];
}

const char *gp_candidate_key(uint8_t kind)
{
    static const char *const keys[] = {"measure", "off-round", "shorten", "level", "date"};
    return keys[kind];
}

const char *gp_candidate_target(const gp_portfolio *portfolio, const gp_candidate *candidate)
{
    return candidate->symbol == GP_NONE ? NULL : portfolio->ids[candidate->symbol];
}

const char *gp_candidate_required(const gp_portfolio *portfolio, const gp_candidate *candidate)
{
    if (candidate->requirement == GP_NONE) return NULL;
    return portfolio->ids[portfolio->requirements[candidate->requirement].target];
}

/* ---- decisions ---- */

static const char *pattern_of(const gp_candidate *candidate, gp_language language)
{
    static const char *const patterns[][2] = {
        [GP_DECIDE_OFF_ROUND] = {"start {0} outside the planning rounds",
                                 "begin {0} buiten de planrondes om"},
        [GP_DECIDE_SHORTEN] = {"shorten {0} by a quarter, {1} {1|day|days}",
                               "verkort {0} met een kwart, {1} {1|dag|dagen}"},
        [GP_DECIDE_LEVEL] = {"let {2} ask for level {3} of {4}",
                             "laat {2} om niveau {3} van {4} vragen"},
        [GP_DECIDE_DATE] = {"move the date of {2} to {5}, {1} {1|day|days} later",
                            "verschuif de datum van {2} naar {5}, {1} {1|dag|dagen} later"},
    };
    if (candidate->quarters == 2)
        return gp_say(language, "shorten {0} by half, {1} {1|day|days}",
                      "verkort {0} met de helft, {1} {1|dag|dagen}");
    return patterns[candidate->kind][language];
}

const char *gp_decision_text(gp_job *job, const gp_network *network, const gp_candidate *candidate,
                             gp_language language)
{
    const gp_portfolio *portfolio = network->portfolio;
    if (candidate->kind == GP_DECIDE_MEASURE) {
        const gp_measure *measure = &portfolio->measures[candidate->measure];
        return gp_called_by(job, measure->id, measure->name);
    }
    bool is_step = candidate->kind == GP_DECIDE_OFF_ROUND || candidate->kind == GP_DECIDE_SHORTEN;
    uint32_t step =
        is_step ? gp_find_activity(network, candidate->symbol, candidate->level) : GP_NONE;
    bool is_level = candidate->kind == GP_DECIDE_LEVEL;
    const char *values[] = {
        step == GP_NONE ? "" : gp_step_text(job, network, step, language),
        candidate->by_days == GP_NO_DAYS ? "" : gp_number_text(job, candidate->by_days),
        gp_shortly_called(job, portfolio, candidate->symbol),
        gp_number_text(job, candidate->level),
        is_level ? gp_shortly_called(job, portfolio,
                                     portfolio->requirements[candidate->requirement].target)
                 : "",
        gp_day_text(job, candidate->needed_by)};
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return NULL;
    gp_add_filled(buffer, pattern_of(candidate, language), values);
    return gp_buffer_text(buffer);
}

/* ---- costs and counts ---- */

const char *gp_cost_text(gp_job *job, const gp_portfolio *portfolio, double cost,
                         gp_language language)
{
    gp_buffer *number = gp_new_buffer(job), *buffer = gp_new_buffer(job);
    if (!number || !buffer) return NULL;
    gp_put_cost(number, cost, language == GP_DUTCH ? ',' : '.');
    const char *values[] = {gp_buffer_text(number), portfolio->cost_unit};
    gp_add_filled(buffer,
                  portfolio->cost_unit
                      ? "{0} {1}"
                      : gp_say(language, "{0} {0|point|points}", "{0} {0|punt|punten}"),
                  values);
    return gp_buffer_text(buffer);
}

const char *gp_count_text(gp_job *job, uint32_t count, gp_language language, bool is_first)
{
    static const char *const firsts[][2] = {
        {"No", "Geen"},      {"One", "E\xC3\xA9n"}, {"Two", "Twee"}, {"Three", "Drie"},
        {"Four", "Vier"},    {"Five", "Vijf"},      {"Six", "Zes"},  {"Seven", "Zeven"},
        {"Eight", "Acht"},   {"Nine", "Negen"},     {"Ten", "Tien"}, {"Eleven", "Elf"},
        {"Twelve", "Twaalf"}};
    static const char *const others[][2] = {{"no", "geen"},      {"one", "\xC3\xA9\xC3\xA9n"},
                                            {"two", "twee"},     {"three", "drie"},
                                            {"four", "vier"},    {"five", "vijf"},
                                            {"six", "zes"},      {"seven", "zeven"},
                                            {"eight", "acht"},   {"nine", "negen"},
                                            {"ten", "tien"},     {"eleven", "elf"},
                                            {"twelve", "twaalf"}};
    if (count >= sizeof firsts / sizeof *firsts) return gp_number_text(job, count);
    return is_first ? firsts[count][language] : others[count][language];
}

/* ---- what counts ---- */

gp_repair_tally gp_tally_repair(const gp_repair *repair)
{
    gp_repair_tally counts = {.asked = repair->live_count};
    for (uint32_t i = 0; i < repair->live_count; i++) {
        counts.late_before += repair->lives[i].late_before > 0;
        counts.late_after += repair->lives[i].late_after > 0;
    }
    return counts;
}

bool gp_is_repair_proven(const gp_repair *repair)
{
    if (repair->status == GP_REPAIR_IMPOSSIBLE)
        return !repair->is_stopped && !repair->is_exhausted && repair->bound >= repair->cost;
    return repair->status == GP_REPAIR_PROVEN;
}

bool gp_is_overdue(const gp_repair *repair, const gp_repair_choice *choice)
{
    return choice->decide_by != GP_NO_DAY &&
           choice->decide_by < repair->before->network->portfolio->status_date;
}

bool gp_is_repaired_live(const gp_repair_live *live)
{
    return live->before != live->after || live->needed_by != live->needed_by_after ||
           live->late_before != live->late_after || live->not_before != live->not_before_after;
}

const bool *gp_mark_chosen(gp_job *job, const gp_repair *repair)
{
    bool *is_chosen = GP_NEW(job, bool, repair->considered_count);
    for (uint32_t i = 0; is_chosen && i < repair->choice_count; i++)
        is_chosen[repair->choices[i].candidate] = true;
    return is_chosen;
}
