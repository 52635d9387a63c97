/* SPDX-License-Identifier: MIT
 * Findings about dimensions: gaps that nothing answers, interventions that answer nothing or
 * work the wrong way, and a loop that does not turn. Each is about one dimension in one context;
 * none counts or compares over dimensions. */
#include "core/check.h"
#include "groeipad/citizens.h"

static gp_argument gap_word(uint8_t gap)
{
    static const gp_argument words[] = {GP_WORDS_ROW("no gap", "geen kloof"),
                                        GP_WORDS_ROW("too little", "te weinig"),
                                        GP_WORDS_ROW("too much", "te veel"),
                                        GP_WORDS_ROW("in the wrong way", "op de verkeerde manier")};
    return words[gap];
}

static void add_term(gp_buffer *text, const gp_terms *terms, uint32_t term, const char *all)
{
    if (term == GP_NONE) {
        gp_add_text(text, all);
        return;
    }
    gp_add_text(text, "'");
    gp_add_text(text, terms->terms[term].id);
    gp_add_text(text, "'");
}

static gp_status say_context(gp_job *job, const gp_portfolio *portfolio, const gp_fit *fit,
                             gp_language language, const char **out)
{
    gp_buffer *text = gp_new_buffer(job);
    size_t size;
    if (!text) return gp_no_memory(job);
    add_term(text, &portfolio->segments, fit->segment, gp_say(language, "everyone", "iedereen"));
    gp_add_text(text, " in ");
    add_term(text, &portfolio->situations, fit->situation,
             gp_say(language, "every situation", "elke situatie"));
    return gp_finish_buffer(text, out, &size);
}

/* "everyone in 'situation'", in both languages. */
static gp_status context_of(gp_job *job, const gp_portfolio *portfolio, const gp_fit *fit,
                            gp_argument *out)
{
    const char *english, *dutch;
    GP_TRY(say_context(job, portfolio, fit, GP_ENGLISH, &english));
    GP_TRY(say_context(job, portfolio, fit, GP_DUTCH, &dutch));
    *out = GP_WORDS(english, dutch);
    return GP_OK;
}

static gp_place place_of(const gp_portfolio *portfolio, const gp_fit *fit)
{
    uint32_t newest = fit->readings[fit->reading_count - 1].measurement;
    return portfolio->measurements[newest].place;
}

static gp_status report_due(gp_job *job, const gp_portfolio *portfolio, const gp_fit *fit,
                            gp_finding finding)
{
    uint32_t symbol = portfolio->interventions[fit->due].symbol;
    finding.code = 504;
    finding.arguments[1] = GP_TEXT(portfolio->ids[symbol]);
    finding.arguments[2] = fit->is_due_live
                               ? GP_WORDS("went live", "ging live")
                               : GP_WORDS("ended an iteration", "sloot een iteratie af");
    finding.arguments[3] = GP_DAY(fit->due_on);
    return gp_add_finding(job, &finding);
}

static gp_status report_fit(gp_job *job, const gp_portfolio *portfolio, const gp_fit *fit)
{
    const gp_reading *newest = &fit->readings[fit->reading_count - 1];
    bool is_unanswered = newest->gap != GP_MISMATCH_NONE && fit->first == GP_NONE;
    gp_argument context;
    if (!is_unanswered && fit->due == GP_NONE && !fit->is_measured_once) return GP_OK;
    GP_TRY(context_of(job, portfolio, fit, &context));
    gp_finding finding = {.place = place_of(portfolio, fit),
                          .subject = portfolio->dimensions.terms[fit->dimension].id};
    if (is_unanswered) {
        finding.code = 501;
        finding.arguments[0] = gap_word(newest->gap);
        finding.arguments[1] = context;
        finding.arguments[2] = GP_DAY(newest->on);
        GP_TRY(gp_add_finding(job, &finding));
    }
    finding.arguments[0] = context;
    if (fit->due != GP_NONE) GP_TRY(report_due(job, portfolio, fit, finding));
    if (!fit->is_measured_once) return GP_OK;
    finding.code = 505;
    finding.arguments[1] = GP_DAY(newest->on);
    return gp_add_finding(job, &finding);
}

/* ---- interventions ---- */

/* Points from an intervention at the measurements that a finding rests on. */
static gp_status add_with_measurements(gp_job *job, const gp_portfolio *portfolio,
                                       gp_finding finding, const gp_fit *const *fits,
                                       uint32_t count)
{
    gp_related *related = GP_NEW(job, gp_related, count);
    if (!related) return gp_no_memory(job);
    for (uint32_t i = 0; i < count; i++)
        related[i] = (gp_related){.place = place_of(portfolio, fits[i]),
                                  .from = portfolio->dimensions.terms[fits[i]->dimension].id};
    finding.related = related;
    finding.related_count = count;
    return gp_add_finding(job, &finding);
}

static gp_status report_worsening(gp_job *job, const gp_portfolio *portfolio, const gp_fit *fit,
                                  const gp_aim *aim, gp_finding finding)
{
    finding.code = 503;
    finding.arguments[0] = GP_TEXT(portfolio->dimensions.terms[aim->dimension].id);
    finding.arguments[1] =
        aim->direction == GP_DIRECTION_MORE ? GP_WORDS("more", "meer") : GP_WORDS("less", "minder");
    GP_TRY(context_of(job, portfolio, fit, &finding.arguments[2]));
    finding.arguments[3] = gap_word(fit->readings[fit->reading_count - 1].gap);
    return add_with_measurements(job, portfolio, finding, &fit, 1);
}

static gp_status report_conflict(gp_job *job, const gp_portfolio *portfolio, const gp_fits *fits,
                                 const gp_aim *aim, gp_finding finding)
{
    const gp_fit *both[] = {&fits->fits[aim->too_little], &fits->fits[aim->too_much]};
    finding.code = 507;
    finding.arguments[0] = GP_TEXT(portfolio->dimensions.terms[aim->dimension].id);
    GP_TRY(context_of(job, portfolio, both[0], &finding.arguments[1]));
    GP_TRY(context_of(job, portfolio, both[1], &finding.arguments[2]));
    return add_with_measurements(job, portfolio, finding, both, 2);
}

static gp_status report_aim(gp_job *job, const gp_portfolio *portfolio, const gp_fits *fits,
                            const gp_aim *aim)
{
    const gp_intervention *intervention = &portfolio->interventions[aim->intervention];
    gp_finding finding = {.place = intervention->place,
                          .subject = portfolio->ids[intervention->symbol]};
    if (aim->worsens != GP_NONE)
        GP_TRY(report_worsening(job, portfolio, &fits->fits[aim->worsens], aim, finding));
    if (aim->too_little != GP_NONE) GP_TRY(report_conflict(job, portfolio, fits, aim, finding));
    if (aim->opposed_by == GP_NONE) return GP_OK;
    uint32_t other = portfolio->interventions[aim->opposed_by].symbol;
    finding.code = 506;
    finding.arguments[0] = GP_TEXT(portfolio->ids[other]);
    finding.arguments[1] = GP_TEXT(portfolio->dimensions.terms[aim->dimension].id);
    return gp_add_finding(job, &finding);
}

/* Only where something was measured can one expect an intervention to answer a measured gap. */
static gp_status report_unmatched(gp_job *job, const gp_portfolio *portfolio, const gp_fits *fits,
                                  uint32_t index)
{
    static const gp_argument why[] = {
        [GP_AIM_UNMEASURED] = GP_WORDS_ROW("nothing was measured where it applies",
                                           "waar deze geldt is niets gemeten"),
        [GP_AIM_NO_GAP] = GP_WORDS_ROW("what was measured where it applies fits",
                                       "wat gemeten is waar deze geldt, past"),
        [GP_AIM_OTHER_WAY] =
            GP_WORDS_ROW("its direction answers none of the gaps where it applies",
                         "de richting past bij geen van de kloven waar deze geldt")};
    const gp_intervention *intervention = &portfolio->interventions[index];
    uint32_t first = fits->aim_first[index], end = fits->aim_first[index + 1];
    uint8_t best = GP_AIM_UNMEASURED;
    for (uint32_t i = first; i < end; i++)
        if (fits->aims[i].outcome > best) best = fits->aims[i].outcome;
    if (best == GP_AIM_ANSWERS) return GP_OK;
    gp_finding finding = {.code = 502,
                          .place = intervention->place,
                          .subject = portfolio->ids[intervention->symbol],
                          .arguments = {why[best]}};
    if (first == end)
        finding.arguments[0] =
            GP_WORDS("it addresses no dimension", "deze richt zich op geen dimensie");
    return gp_add_finding(job, &finding);
}

gp_status gp_check_fit(gp_job *job, const gp_schedule *schedule)
{
    const gp_portfolio *portfolio = schedule->network->portfolio;
    gp_fits fits = {0};
    bool has_aims = portfolio->measurement_count > 0;
    for (uint32_t i = 0; i < portfolio->intervention_count && !has_aims; i++)
        has_aims = portfolio->interventions[i].address_count > 0;
    if (!has_aims) return GP_OK;
    GP_TRY(gp_find_fits(job, schedule, &fits));
    for (uint32_t i = 0; i < fits.fit_count; i++) GP_TRY(report_fit(job, portfolio, &fits.fits[i]));
    for (uint32_t i = 0; i < fits.aim_count; i++)
        GP_TRY(report_aim(job, portfolio, &fits, &fits.aims[i]));
    for (uint32_t i = 0; i < portfolio->intervention_count && fits.fit_count; i++)
        GP_TRY(report_unmatched(job, portfolio, &fits, i));
    return GP_OK;
}
