/* SPDX-License-Identifier: MIT
 * One vocabulary for need and experience. A gap has a direction or a manner and never a mark: the
 * paper's scales have no named levels, so no word here says how big a gap is. */
#include "io/answers/called.h"
#include "io/answers/fit_words.h"
#include "io/answers/words.h"

#include <string.h>

const char *gp_gap_key(const gp_reading *reading)
{
    static const char *const keys[] = {"none", "too-little", "too-much", "wrong-way"};
    return reading->is_known ? keys[reading->gap] : NULL;
}

const char *gp_trend_key(uint8_t trend)
{
    static const char *const keys[] = {"unknown", "closing", "widening", "unchanged", "turned"};
    return keys[trend];
}

const char *gp_direction_key(uint8_t direction)
{
    static const char *const keys[] = {NULL, "more", "less", "otherwise"};
    return keys[direction];
}

const char *gp_effect_key(uint8_t effect)
{
    static const char *const keys[] = {"beside", "answers", "worsens"};
    return keys[effect];
}

const char *gp_next_key(uint8_t next)
{
    static const char *const keys[] = {"keep", "choose", "develop", "adjust", "measure"};
    return keys[next];
}

const char *gp_decided_by_key(uint8_t decided_by)
{
    static const char *const keys[] = {NULL, "policy", "staff"};
    return keys[decided_by];
}

const char *gp_readiness_key(uint8_t readiness)
{
    static const char *const keys[] = {"now", "from", "not-before"};
    return keys[readiness];
}

const char *gp_closing_key(uint8_t closing)
{
    static const char *const keys[] = {"none", "at-work", "live", "planned"};
    return keys[closing];
}

const char *gp_decision_key(uint8_t kind)
{
    static const char *const keys[] = {NULL, "identify", "start"};
    return keys[kind];
}

const char *gp_outcome_key(uint8_t outcome)
{
    static const char *const keys[] = {"unmeasured", "no-gap", "other-way", "answers"};
    return keys[outcome];
}

const char *gp_term_key(const gp_terms *terms, uint32_t term)
{
    return term == GP_NONE ? NULL : terms->terms[term].id;
}

const char *gp_gap_word(const gp_reading *reading, gp_language language)
{
    static const char *const words[][2] = {{"no gap", "geen kloof"},
                                           {"too little", "te weinig"},
                                           {"too much", "te veel"},
                                           {"the wrong way", "op de verkeerde manier"}};
    if (!reading->is_known) return gp_say(language, "not known", "niet bekend");
    return words[reading->gap][language];
}

const char *gp_trend_word(uint8_t trend, gp_language language)
{
    static const char *const words[][2] = {{"trend unknown", "verloop onbekend"},
                                           {"closing", "wordt kleiner"},
                                           {"widening", "wordt groter"},
                                           {"unchanged", "onveranderd"},
                                           {"turned", "omgeslagen"}};
    return words[trend][language];
}

const char *gp_trend_text(const gp_fit *fit, gp_language language)
{
    const gp_reading *newest = &fit->readings[fit->reading_count - 1];
    if (newest->is_known && newest->gap == GP_MISMATCH_NONE && fit->trend == GP_TREND_CLOSING)
        return gp_say(language, "closed", "gedicht");
    return gp_trend_word(fit->trend, language);
}

const char *gp_direction_word(uint8_t direction, gp_language language)
{
    static const char *const words[][2] = {{"no direction", "geen richting"},
                                           {"more", "meer"},
                                           {"less", "minder"},
                                           {"otherwise", "anders"}};
    return words[direction][language];
}

const char *gp_context_text(gp_job *job, const gp_portfolio *portfolio, uint32_t segment,
                            uint32_t situation, gp_language language)
{
    const char *people =
        segment == GP_NONE ? NULL : gp_term_called(&portfolio->segments.terms[segment]);
    const char *moment =
        situation == GP_NONE ? NULL : gp_term_called(&portfolio->situations.terms[situation]);
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return NULL;
    gp_add_text(buffer, people ? people : gp_say(language, "everyone", "iedereen"));
    gp_add_text(buffer, " / ");
    gp_add_text(buffer, moment ? moment : gp_say(language, "every situation", "elke situatie"));
    return gp_buffer_text(buffer);
}

const char *gp_dimension_text(gp_job *job, const gp_portfolio *portfolio, uint32_t dimension)
{
    const gp_term *term = &portfolio->dimensions.terms[dimension];
    return gp_called_by(job, term->id, term->name);
}

/* "1", "0", "0.25": in decimals, without a float that could round. */
static void add_share(gp_buffer *buffer, gp_share share, char point)
{
    char digits[6];
    size_t count = 0;
    gp_share rest = share % GP_SHARE_FULL;
    gp_add_number(buffer, share / GP_SHARE_FULL);
    if (rest == 0) return;
    for (gp_share unit = GP_SHARE_FULL / 10; rest; rest %= unit, unit /= 10)
        digits[count++] = (char)('0' + rest / unit);
    gp_add_bytes(buffer, &point, 1);
    gp_add_bytes(buffer, digits, count);
}

const char *gp_share_text(gp_job *job, gp_share share, gp_language language)
{
    if (share == GP_NO_SHARE) return "";
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return NULL;
    add_share(buffer, share, language == GP_DUTCH ? ',' : '.');
    return gp_buffer_text(buffer);
}

const char *gp_live_text(gp_job *job, const gp_schedule *schedule, uint32_t intervention,
                         gp_language language)
{
    const gp_network *network = schedule->network;
    const gp_dates *dates = &schedule->dates[network->intervention_activity[intervention]];
    bool is_live = dates->earliest_ready <= network->portfolio->status_date;
    const char *values[] = {gp_day_text(job, dates->earliest_ready)};
    const char *pattern = gp_say(language, "live from {0}", "live vanaf {0}");
    if (is_live) pattern = gp_say(language, "live since {0}", "live sinds {0}");
    if (dates->not_before) pattern = gp_say(language, "not live before {0}", "niet live vóór {0}");
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return NULL;
    gp_add_filled(buffer, pattern, values);
    return gp_buffer_text(buffer);
}

void gp_json_add_share(gp_json *json, const char *key, gp_share share)
{
    gp_json_key(json, key);
    if (share == GP_NO_SHARE) {
        gp_json_null(json);
        return;
    }
    add_share(json->buffer, share, '.');
    json->needs_comma = true;
}

void gp_json_add_context(gp_json *json, const gp_portfolio *portfolio, const gp_fit *fit)
{
    gp_json_add_text(json, "dimension", gp_term_key(&portfolio->dimensions, fit->dimension));
    gp_json_add_text(json, "segment", gp_term_key(&portfolio->segments, fit->segment));
    gp_json_add_text(json, "situation", gp_term_key(&portfolio->situations, fit->situation));
}

const char *gp_intervention_id(const gp_portfolio *portfolio, uint32_t intervention)
{
    if (intervention == GP_NONE) return NULL;
    return portfolio->ids[portfolio->interventions[intervention].symbol];
}

const char *gp_intervention_called(gp_job *job, const gp_portfolio *portfolio,
                                   uint32_t intervention)
{
    return gp_shortly_called(job, portfolio, portfolio->interventions[intervention].symbol);
}

const gp_reading *gp_newest_reading(const gp_fit *fit)
{
    return &fit->readings[fit->reading_count - 1];
}

void gp_json_add_live(gp_json *json, const gp_schedule *schedule, uint32_t intervention)
{
    uint32_t activity = schedule->network->intervention_activity[intervention];
    gp_json_add_day(json, "live", schedule->dates[activity].earliest_ready);
    gp_json_add_truth(json, "not_before", schedule->dates[activity].not_before);
}

void gp_csv_context(gp_csv *csv, const gp_portfolio *portfolio, const gp_fit *fit)
{
    gp_csv_text(csv, gp_term_key(&portfolio->dimensions, fit->dimension));
    gp_csv_text(csv, gp_term_key(&portfolio->segments, fit->segment));
    gp_csv_text(csv, gp_term_key(&portfolio->situations, fit->situation));
}
