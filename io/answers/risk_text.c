/* SPDX-License-Identifier: MIT
 * `risk` as text. First what matters of each intervention, in a sentence; then how that was found
 * out and what it takes as sure; then the lists behind it. */
#include "io/answers/answers.h"
#include "io/answers/decimals.h"
#include "io/answers/risk_page.h"
#include "io/answers/text_parts.h"
#include "io/answers/words.h"

#include <math.h>

/* The variance of a chance as one draw has it: most where it is one half. */
static void keep_most(double *most, double chance)
{
    if (chance * (1 - chance) > *most) *most = chance * (1 - chance);
}

/* What the chance of a date may be off, in percent, of all that are told: twice the largest
 * standard error; and where all draws say the same, what so few could have missed (three in all of
 * them: Hanley and Lippman-Hand 1983). */
static const char *off_text(gp_risk_page *page)
{
    const gp_risk_answer *answer = page->answer;
    double missed = answer->draws > 3 ? 3.0 / answer->draws : 1, most = 0;
    for (uint32_t i = 0; i < page->live_count; i++) {
        const gp_risk_live *live = page->lives[i];
        keep_most(&most, live->probability);
        if (gp_tells_plan_chance(live)) keep_most(&most, live->plan_probability);
        if (answer->unmitigated)
            keep_most(&most, answer->unmitigated[live - answer->lives].probability);
    }
    for (uint32_t i = 0; i < answer->together_count; i++)
        if (gp_tells_together(page, &answer->together[i]))
            keep_most(&most, answer->together[i].probability);
    double off = answer->draws ? 2 * sqrt(most / answer->draws) : 0;
    off = (off > missed ? off : missed) * 100;
    if (off < 0.1) off = 0.1;
    return gp_decimals_text(page->job, off, 1, page->language == GP_DUTCH ? ',' : '.');
}

static void add_sure_steps(gp_risk_page *page)
{
    const gp_risk_answer *answer = page->answer;
    const char *values[] = {gp_number_text(page->job, answer->sure_steps),
                            gp_number_text(page->job, answer->steps)};
    const char *pattern = gp_say(
        page->language,
        "{0} of {1} {1|step|steps} {0|is|are} taken as sure, as {0|it has|they have} a single "
        "lead time: --spread 20%/60% gives {0|it|them} doubt.",
        "{0} van de {1} {1|stap|stappen} {0|geldt|gelden} als zeker, want {0|die heeft|die "
        "hebben} één doorlooptijd: --spread 20%/60% geeft {0|hem|ze} spreiding.");
    if (answer->sure_steps == 0)
        pattern = gp_say(page->language, "None of the {1} steps is taken as sure.",
                         "Geen van de {1} stappen geldt als zeker.");
    if (answer->sure_steps == 0 && answer->steps == 1)
        pattern = gp_say(page->language, "The only step is not taken as sure.",
                         "De enige stap geldt niet als zeker.");
    if (answer->steps) gp_add_line(page->buffer, 0, 0, pattern, values);
}

static void add_partial(gp_risk_page *page)
{
    const char *values[] = {gp_thousands_text(page, page->answer->draws)};
    if (!page->answer->is_partial) return;
    gp_add_line(page->buffer, 0, 0,
                gp_say(page->language,
                       "Stopped early: what follows rests on {0} draws, fewer than were asked for.",
                       "Eerder gestopt: wat volgt berust op {0} trekkingen, minder dan gevraagd."),
                values);
    gp_add_text(page->buffer, "\n");
}

/* Draws that are a later part of a run; the first ones are a run of so many. */
static void add_part(gp_risk_page *page)
{
    const gp_risk_answer *answer = page->answer;
    const char *values[] = {
        gp_thousands_text(page, answer->first_draw),
        gp_thousands_text(page, (int64_t)answer->first_draw + answer->draws - 1)};
    if (!answer->first_draw) return;
    gp_add_line(page->buffer, 0, 0,
                answer->draws > 1
                    ? gp_say(page->language,
                             "A part of a run: what follows rests on draws {0} to {1} alone, "
                             "counted from 0.",
                             "Een deel van een run: wat volgt berust alleen op trekkingen {0} tot "
                             "en met {1}, geteld vanaf 0.")
                    : gp_say(page->language,
                             "A part of a run: what follows rests on draw {0} alone, counted from "
                             "0.",
                             "Een deel van een run: wat volgt berust alleen op trekking {0}, "
                             "geteld vanaf 0."),
                values);
    gp_add_text(page->buffer, "\n");
}

static void add_how(gp_risk_page *page)
{
    const gp_risk_answer *answer = page->answer;
    const char *values[] = {gp_thousands_text(page, answer->draws),
                            gp_unsigned_text(page->job, answer->seed), off_text(page)};
    if (page->live_count) gp_add_text(page->buffer, "\n");
    gp_add_risk_line(
        page, 0, 0,
        page->portfolio->risk_count
            ? gp_say(
                  page->language,
                  "{0} {0|draw|draws}: the plan calculated {0} {0|time|times}, each time with "
                  "other lead times, "
                  "drawn from the estimates, and with each risk happening or not. (Seed {1}: "
                  "the same seed gives the same answer.) The chance of a date may be {2} % off.",
                  "{0} {0|trekking|trekkingen}: het plan {0} keer berekend, elke keer met andere "
                  "doorlooptijden, getrokken uit de schattingen, en met elk risico wel of "
                  "niet. (Seed {1}: dezelfde seed geeft hetzelfde antwoord.) De kans op een datum "
                  "kan er "
                  "{2} % naast zitten.")
            : gp_say(
                  page->language,
                  "{0} {0|draw|draws}: the plan calculated {0} {0|time|times}, each time with "
                  "other lead times, "
                  "drawn from the estimates. (Seed {1}: the same seed gives the same answer.) "
                  "The chance of a date may be {2} % off.",
                  "{0} {0|trekking|trekkingen}: het plan {0} keer berekend, elke keer met andere "
                  "doorlooptijden, getrokken uit de schattingen. (Seed {1}: dezelfde seed geeft "
                  "hetzelfde antwoord.) De kans op een datum kan er {2} % naast zitten."),
        values);
    add_sure_steps(page);
}

/* No estimate has a spread that counts, no risk touches a date. */
static void add_nothing_varies(gp_risk_page *page)
{
    gp_add_line(page->buffer, 0, 0,
                page->answer->live_count == 0
                    ? gp_say(page->language,
                             "There is no intervention to be live: nothing to be sure of.",
                             "Er is geen interventie die live gaat: niets om zeker van te zijn.")
                    : gp_say(page->language, "Nothing varies: this is the plan.",
                             "Niets varieert: dit is het plan."),
                NULL);
    if (page->answer->live_count) add_sure_steps(page);
}

static gp_status add_lists(gp_risk_page *page)
{
    GP_TRY(gp_add_risk_lives(page));
    GP_TRY(gp_add_risk_together(page));
    if (gp_is_plan(page->answer)) /* where nothing has a spread that is said already */
        return page->answer->sure_steps < page->answer->steps || page->portfolio->risk_count
                   ? gp_add_risk_findings(page)
                   : GP_OK;
    GP_TRY(gp_add_risk_mitigated(page));
    GP_TRY(gp_add_risk_merges(page));
    GP_TRY(gp_add_risk_steps(page));
    GP_TRY(gp_add_risk_decisions(page));
    GP_TRY(gp_add_risk_effects(page));
    return gp_add_risk_findings(page);
}

gp_status gp_text_risk(gp_job *job, const gp_schedule *schedule, const gp_risk_answer *answer,
                       const gp_write_options *options, gp_output *out)
{
    gp_risk_page page = {.job = job,
                         .buffer = gp_text_start(job, schedule->network->portfolio, options),
                         .network = schedule->network,
                         .portfolio = schedule->network->portfolio,
                         .schedule = schedule,
                         .answer = answer,
                         .options = options,
                         .language = options->language,
                         .limit = options->row_limit ? options->row_limit : UINT32_MAX};
    if (!page.buffer) return gp_no_memory(job);
    GP_TRY(gp_order_lives(&page));
    add_part(&page);
    add_partial(&page);
    if (gp_is_plan(answer))
        add_nothing_varies(&page);
    else {
        GP_TRY(gp_add_risk_sentences(&page));
        add_how(&page);
    }
    GP_TRY(add_lists(&page));
    return gp_finish_buffer(page.buffer, &out->text, &out->size);
}
