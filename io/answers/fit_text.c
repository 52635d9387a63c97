/* SPDX-License-Identifier: MIT
 * `fit` as text: per dimension, and per segment and situation in which it was measured, what was
 * measured, what the interventions do about it, and what the loop asks for next. Each dimension
 * has a block and a table of its own: a table over dimensions would ask to be added up. */
#include "io/answers/called.h"
#include "io/answers/fit_words.h"
#include "io/answers/text_parts.h"
#include "io/answers/words.h"

#define READINGS_SHOWN 6

typedef struct page {
    gp_job *job;
    gp_buffer *buffer;
    const gp_schedule *schedule;
    const gp_portfolio *portfolio;
    const gp_fits *fits;
    const gp_write_options *options;
    gp_language language;
} page;

static void add_readings(const page *p, const gp_fit *fit)
{
    const gp_column columns[] = {
        {.title = gp_say(p->language, "measured on", "gemeten op")},
        {.title = gp_say(p->language, "need", "behoefte"),
         .is_right = true,
         .brief = gp_say(p->language, "need", "beh.")},
        {.title = gp_say(p->language, "experience", "ervaring"),
         .is_right = true,
         .brief = gp_say(p->language, "exp.", "erv.")},
        {.title = gp_say(p->language, "gap", "kloof"), .cut_to = 12},
        {.title = gp_say(p->language, "source", "bron"), .cut_to = 12, .drop = 1},
    };
    gp_table *table = gp_new_table(p->job, columns, sizeof columns / sizeof *columns);
    uint32_t first = fit->reading_count > READINGS_SHOWN ? fit->reading_count - READINGS_SHOWN : 0;
    if (!table) {
        p->buffer->has_failed = true;
        return;
    }
    for (uint32_t i = first; i < fit->reading_count; i++) {
        const gp_reading *reading = &fit->readings[i];
        const char *source = p->portfolio->measurements[reading->measurement].source;
        gp_day_cell(table, reading->on);
        gp_cell(table, gp_share_text(p->job, reading->need, p->language));
        gp_cell(table, gp_share_text(p->job, reading->experience, p->language));
        gp_cell(table, gp_gap_word(reading, p->language));
        gp_cell(table, source ? source : "");
    }
    gp_add_table(p->buffer, table, 4);
    const char *values[] = {gp_number_text(p->job, first)};
    if (first)
        gp_add_line(p->buffer, 4, 2,
                    gp_say(p->language, "and {0} earlier {0|measurement|measurements}",
                           "en {0} eerdere {0|meting|metingen}"),
                    values);
}

/* What was measured before and after it went live: no proof that it was the cause. */
static void add_change(const page *p, const gp_fit *fit, const gp_touch *touch, gp_buffer *line)
{
    if (touch->before == GP_NONE) return;
    const char *values[] = {gp_day_text(p->job, fit->readings[touch->before].on),
                            gp_day_text(p->job, fit->readings[fit->reading_count - 1].on),
                            gp_trend_word(touch->change, p->language)};
    gp_add_filled(line,
                  gp_say(p->language, "; before and after ({0}, {1}): {2}",
                         "; ervoor en erna ({0}, {1}): {2}"),
                  values);
    if (touch->has_other_source)
        gp_add_text(line, gp_say(p->language, ", measured in another way",
                                 ", op een andere manier gemeten"));
}

static void add_touch(const page *p, const gp_fit *fit, const gp_touch *touch)
{
    static const char *const patterns[][2] = {
        {"also there: {0} ({1}), {2}", "ook daar: {0} ({1}), {2}"},
        {"answers: {0} ({1}), {2}", "antwoord: {0} ({1}), {2}"},
        {"wrong direction: {0} ({1}), {2}", "verkeerde richting: {0} ({1}), {2}"}};
    const char *values[] = {
        gp_intervention_called(p->job, p->schedule->network->portfolio, touch->intervention),
        gp_direction_word(touch->direction, p->language),
        gp_live_text(p->job, p->schedule, touch->intervention, p->language)};
    gp_buffer *line = gp_new_buffer(p->job);
    if (!line) {
        p->buffer->has_failed = true;
        return;
    }
    gp_add_filled(line, patterns[touch->effect][p->language], values);
    if (touch->is_in_part)
        gp_add_text(line, gp_say(p->language, ", for a part of them", ", voor een deel van hen"));
    add_change(p, fit, touch, line);
    gp_add_text(p->buffer, "    ");
    gp_add_wrapped(p->buffer, gp_buffer_text(line), 4, 6);
}

static const char *next_pattern(const gp_fit *fit, gp_language language)
{
    static const char *const patterns[][2] = {
        {"next: nothing, it fits", "nu: niets, het past"},
        {"next: choose or develop an intervention, nothing answers this",
         "nu: kies of ontwikkel een interventie, niets antwoordt hierop"},
        {"next: develop, an intervention is on its way",
         "nu: ontwikkelen, er is een interventie onderweg"},
        {"next: adjust, what answers this was at work and the gap is still there",
         "nu: bijstellen, wat hierop antwoordt werkte al en de kloof is er nog"},
        {"next: measure both need and experience", "nu: meet zowel behoefte als ervaring"}};
    if (fit->due == GP_NONE) return patterns[fit->next][language];
    if (fit->is_due_live)
        return gp_say(language, "next: measure again, {0} went live on {1}",
                      "nu: meet opnieuw, {0} ging live op {1}");
    return gp_say(language, "next: measure again, {0} ended an iteration on {1} ({2} since)",
                  "nu: meet opnieuw, {0} sloot een iteratie af op {1} ({2} sindsdien)");
}

static void add_next(const page *p, const gp_fit *fit)
{
    bool is_due = fit->due != GP_NONE;
    const char *values[] = {
        is_due ? gp_intervention_called(p->job, p->schedule->network->portfolio, fit->due) : "",
        gp_day_text(p->job, fit->due_on), gp_number_text(p->job, fit->due_periods)};
    gp_add_line(p->buffer, 4, 2, next_pattern(fit, p->language), values);
}

static void add_fit(const page *p, const gp_fit *fit)
{
    const gp_reading *newest = &fit->readings[fit->reading_count - 1];
    const char *values[] = {
        gp_context_text(p->job, p->portfolio, fit->segment, fit->situation, p->language),
        gp_gap_word(newest, p->language), gp_trend_text(fit, p->language)};
    gp_add_line(p->buffer, 2, 2, "{0}: {1}, {2}", values);
    add_readings(p, fit);
    for (uint32_t i = 0; i < fit->touch_count; i++) add_touch(p, fit, &fit->touches[i]);
    if (fit->has_more_touches)
        gp_add_text(p->buffer, gp_say(p->language, "    and more\n", "    en nog meer\n"));
    add_next(p, fit);
}

/* Dimensions without a measurement, in one line. */
static void add_unmeasured(const page *p)
{
    uint32_t f = 0;
    gp_buffer *line = gp_new_buffer(p->job);
    if (!line) {
        p->buffer->has_failed = true;
        return;
    }
    for (uint32_t d = 0; d < p->portfolio->dimensions.count; d++) {
        bool is_measured = f < p->fits->fit_count && p->fits->fits[f].dimension == d;
        while (f < p->fits->fit_count && p->fits->fits[f].dimension == d) f++;
        if (is_measured) continue;
        gp_add_text(line, line->bytes.count
                              ? ", "
                              : gp_say(p->language, "Not measured: ", "Niet gemeten: "));
        gp_add_text(line, gp_term_called(&p->portfolio->dimensions.terms[d]));
    }
    if (line->bytes.count == 0 && !line->has_failed) return;
    gp_add_wrapped(p->buffer, gp_buffer_text(line), 0, 2);
    gp_add_text(p->buffer, "\n");
}

static void add_dimensions(const page *p)
{
    for (uint32_t f = 0; f < p->fits->fit_count; f++) {
        const gp_fit *fit = &p->fits->fits[f];
        if (f == 0 || fit->dimension != p->fits->fits[f - 1].dimension) {
            gp_add_heading(p->buffer, p->options,
                           gp_dimension_text(p->job, p->portfolio, fit->dimension));
        }
        add_fit(p, fit);
        gp_add_text(p->buffer, "\n");
    }
    add_unmeasured(p);
}

/* ---- interventions ---- */

static void add_title(const page *p, const char *english, const char *dutch)
{
    gp_add_heading(p->buffer, p->options, gp_say(p->language, english, dutch));
}

static void end_list(const page *p, bool is_empty)
{
    if (is_empty) gp_add_text(p->buffer, gp_say(p->language, "  none\n", "  geen\n"));
}

static void add_unmatched(const page *p)
{
    static const char *const why[][2] = {
        {"{0}: nothing was measured where it applies", "{0}: waar deze geldt is niets gemeten"},
        {"{0}: what was measured where it applies fits",
         "{0}: wat gemeten is waar deze geldt, past"},
        {"{0}: its direction answers none of the gaps where it applies",
         "{0}: de richting past bij geen van de kloven waar deze geldt"}};
    bool is_empty = true;
    add_title(p, "Interventions that answer no measured gap",
              "Interventies die op geen gemeten kloof antwoorden");
    for (uint32_t i = 0; i < p->portfolio->intervention_count; i++) {
        uint8_t best = GP_AIM_UNMEASURED;
        uint32_t first = p->fits->aim_first[i], end = p->fits->aim_first[i + 1];
        const char *values[] = {gp_intervention_called(p->job, p->schedule->network->portfolio, i)};
        for (uint32_t a = first; a < end; a++)
            if (p->fits->aims[a].outcome > best) best = p->fits->aims[a].outcome;
        if (best == GP_AIM_ANSWERS) continue;
        is_empty = false;
        gp_add_line(p->buffer, 2, 2,
                    first == end ? gp_say(p->language, "{0}: it addresses no dimension",
                                          "{0}: deze richt zich op geen dimensie")
                                 : why[best][p->language],
                    values);
    }
    end_list(p, is_empty);
}

/* One intervention for contexts that need opposites, and two that pull against each other. */
static void add_conflicts(const page *p)
{
    bool is_empty = true;
    add_title(p, "Interventions that contradict", "Interventies die in tegenspraak zijn");
    for (uint32_t i = 0; i < p->fits->aim_count; i++) {
        const gp_aim *aim = &p->fits->aims[i];
        const gp_fit *little = aim->too_little == GP_NONE ? NULL : &p->fits->fits[aim->too_little];
        const gp_fit *much = aim->too_little == GP_NONE ? NULL : &p->fits->fits[aim->too_much];
        const char *values[] = {
            gp_intervention_called(p->job, p->schedule->network->portfolio, aim->intervention),
            gp_term_called(&p->portfolio->dimensions.terms[aim->dimension]),
            aim->opposed_by == GP_NONE
                ? ""
                : gp_intervention_called(p->job, p->schedule->network->portfolio, aim->opposed_by),
            little ? gp_context_text(p->job, p->portfolio, little->segment, little->situation,
                                     p->language)
                   : "",
            much
                ? gp_context_text(p->job, p->portfolio, much->segment, much->situation, p->language)
                : ""};
        if (little)
            gp_add_line(p->buffer, 2, 2,
                        gp_say(p->language, "{0}, {1}: too little for {3}, and too much for {4}",
                               "{0}, {1}: te weinig voor {3}, en te veel voor {4}"),
                        values);
        if (aim->opposed_by != GP_NONE)
            gp_add_line(p->buffer, 2, 2,
                        gp_say(p->language, "{0} and {2}, {1}: in opposite directions",
                               "{0} en {2}, {1}: in tegengestelde richting"),
                        values);
        if (little || aim->opposed_by != GP_NONE) is_empty = false;
    }
    end_list(p, is_empty);
}

static void add_measured(const page *p)
{
    add_dimensions(p);
    add_unmatched(p);
    gp_add_text(p->buffer, "\n");
}

gp_status gp_text_fit(gp_job *job, const gp_schedule *schedule, const gp_fits *fits,
                      const gp_write_options *options, gp_output *out)
{
    page p = {.job = job,
              .schedule = schedule,
              .portfolio = schedule->network->portfolio,
              .fits = fits,
              .options = options,
              .language = options->language};
    p.buffer = gp_text_start(job, p.portfolio, options);
    if (!p.buffer) return gp_no_memory(job);
    if (fits->fit_count == 0 && options->filter)
        gp_add_text(p.buffer,
                    gp_say(p.language, "None of these works on something that was measured.\n\n",
                           "Geen daarvan werkt op iets wat gemeten is.\n\n"));
    else if (fits->fit_count == 0)
        gp_add_text(p.buffer, gp_say(p.language, "Nothing was measured yet.\n\n",
                                     "Er is nog niets gemeten.\n\n"));
    else
        add_measured(&p);
    add_conflicts(&p);
    return gp_finish_buffer(p.buffer, &out->text, &out->size);
}
