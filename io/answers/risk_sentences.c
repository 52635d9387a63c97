/* SPDX-License-Identifier: MIT
 * How does `risk` as text open? For each intervention with the one sentence that matters: how
 * likely its date is, until when it is nearly sure, and what has to be decided for that, by when.
 */
#include "io/answers/called.h"
#include "io/answers/risk_page.h"
#include "io/answers/risk_words.h"
#include "io/answers/steps.h"
#include "io/answers/text_parts.h"
#include "io/answers/words.h"

#define SURE 0.8      /* what sentences call sure */
#define SURE_AT 1     /* in gp_risk_sures and, of quantiles, the one below */
#define QUANTILE_AT 2 /* 80 % */
#define HALF_AT 1     /* 50 % */
#define DRIVES 0.2    /* from this criticality on a step may be called what it waits for */
#define WORTH_TELLING 0.1

/* What is still to be decided for an intervention: the steps that come first. */
typedef struct decision {
    const gp_risk_step *passed; /* it drives the date, and the day to be sure has passed */
    const gp_risk_step *ahead;  /* that day is still to come */
    const gp_risk_step *most;   /* the date follows it most, whether it is decided on or not */
    double cruciality;          /* of that one */
} decision;

/* What the sentences say of all interventions. Many may wait for one decision: it is told in full
 * once, and the others say with whom. */
typedef struct telling {
    const decision *decisions;          /* by intervention */
    const gp_risk_live **told_by_steps; /* by activity: in whose sentence its decision is told */
    bool knows_pressing;                /* what presses a step is what its `by` lists */
} telling;

/* Is what presses a step known: only interventions do, and all of them are told of? */
static bool finds_pressing(const gp_risk_page *page)
{
    for (uint32_t i = 0; i < page->answer->live_count; i++)
        if (!page->answer->lives[i].is_detailed) return false;
    for (uint32_t i = 0; i < page->network->activity_count; i++)
        if (page->network->activities[i].kept & (GP_KEEP_NEEDED_BY | GP_KEEP_START_BY))
            return false;
    return true;
}

/* Then the last day of a step that one intervention presses is that of this intervention; else it
 * is that of all together. */
static bool is_pressed_alone(const telling *all, const gp_risk_step *step)
{
    return all->knows_pressing && step->by_count == 1;
}

static bool is_sooner(const gp_risk_step *step, const gp_risk_step *than)
{
    return !than || step->identify_by[SURE_AT] < than->identify_by[SURE_AT];
}

/* By intervention. Steps stand with the highest criticality first: it decides between equals. */
static decision *find_decisions(gp_risk_page *page)
{
    const gp_risk_answer *answer = page->answer;
    decision *found = GP_NEW(page->job, decision, page->portfolio->intervention_count);
    for (uint32_t i = 0; found && i < answer->steps; i++) {
        const gp_risk_step *step = &answer->steps_of[i];
        gp_day day = step->identify_by[SURE_AT];
        bool is_open = day != GP_NO_DAY, is_ahead = day >= page->portfolio->status_date;
        for (uint32_t k = 0; k < step->by_count; k++) {
            decision *of = &found[step->by[k].intervention];
            if (step->by[k].cruciality > of->cruciality) {
                of->most = step;
                of->cruciality = step->by[k].cruciality;
            }
            if (!is_open) continue;
            if (is_ahead && is_sooner(step, of->ahead)) of->ahead = step;
            if (!is_ahead && step->by[k].criticality >= DRIVES && is_sooner(step, of->passed))
                of->passed = step;
        }
    }
    return found;
}

/* A capability with one step to go is called by its name. */
static const char *called(gp_risk_page *page, const gp_risk_step *step)
{
    const gp_activity *activity = &page->network->activities[step->activity];
    if (activity->kind == GP_KIND_CAPABILITY &&
        page->network->capability_steps[activity->item] == 1)
        return gp_shortly_called(page->job, page->portfolio, activity->symbol);
    return gp_step_text(page->job, page->network, step->activity, page->language);
}

/* The round that a step must be decided on before; GP_NO_DAY: it waits for none. */
static gp_day round_of(const gp_risk_page *page, const gp_risk_step *step)
{
    const gp_activity *activity = &page->network->activities[step->activity];
    const gp_calendar *calendar = &page->portfolio->calendar;
    if (!activity->is_rounded || !gp_has_rounds(activity->planning)) return GP_NO_DAY;
    gp_day start =
        gp_add_duration(calendar, step->identify_by[SURE_AT], activity->planning->prepare);
    return gp_next_round(calendar, activity->planning, start);
}

/* Has a proposal to be in before the round of a step? */
static bool has_prepare(const gp_risk_page *page, const gp_risk_step *step)
{
    gp_duration prepare = page->network->activities[step->activity].planning->prepare;
    return prepare.days || prepare.months;
}

/* ---- what has to be decided ---- */

/* The last day of a step is found as if nothing else were late, so to keep it does not make a date
 * sure. What is true: later than that, the step alone makes it less sure. */
static void add_otherwise(gp_risk_page *page, gp_buffer *line, const gp_risk_step *step,
                          const telling *all)
{
    const char *values[] = {called(page, step)};
    gp_add_filled(line,
                  is_pressed_alone(all, step)
                      ? gp_say(page->language, ", or {0} alone takes that chance below 80 %",
                               ", anders komt die kans door {0} alleen al onder 80 %")
                      : gp_say(page->language,
                               ", or {0} alone takes the chance that all that rests on it is in "
                               "time below 80 %",
                               ", anders komt de kans dat alles wat erop steunt op tijd is door "
                               "{0} alleen al onder 80 %"),
                  values);
}

static void add_ahead_too(gp_risk_page *page, gp_buffer *line, const gp_risk_step *step,
                          const gp_risk_live *told)
{
    const char *values[] = {called(page, step), gp_live_called(page, told->intervention)};
    gp_add_filled(
        line,
        gp_say(page->language, "; decide on {0} as for {1}", "; besluit over {0} als bij {1}"),
        values);
}

static void add_ahead(gp_risk_page *page, gp_buffer *line, const gp_risk_step *step,
                      const telling *all)
{
    gp_day round = round_of(page, step);
    const char *values[] = {called(page, step), gp_day_text(page->job, step->identify_by[SURE_AT]),
                            gp_day_text(page->job, round)};
    const char *pattern =
        gp_say(page->language, "; decide on {0} by {1}", "; besluit uiterlijk {1} over {0}");
    if (round != GP_NO_DAY)
        pattern = has_prepare(page, step)
                      ? gp_say(page->language, "; decide on {0} by {1}, for the round of {2}",
                               "; besluit uiterlijk {1} over {0}, voor de ronde van {2}")
                      : gp_say(page->language, "; decide on {0} before the round of {2}",
                               "; besluit vóór de ronde van {2} over {0}");
    gp_add_filled(line, pattern, values);
    add_otherwise(page, line, step, all);
}

/* What the date that is 80 % sure rests on: the step begins as in the plan. The plan may have it in
 * a round that it is too late to prepare for. */
static void add_if(gp_risk_page *page, gp_buffer *line, const gp_risk_step *step, bool has_round)
{
    gp_day start = page->schedule->dates[step->activity].earliest_start;
    gp_day by =
        has_round
            ? gp_subtract_duration(&page->portfolio->calendar, start,
                                   page->network->activities[step->activity].planning->prepare)
            : start;
    const char *values[] = {called(page, step), gp_day_text(page->job, start),
                            gp_day_text(page->job, by)};
    const char *pattern = gp_say(page->language, " if {0} begins on {1}", " als {0} op {1} begint");
    if (has_round)
        pattern = !has_prepare(page, step)
                      ? gp_say(page->language, " if {0} is decided on before the round of {1}",
                               " als vóór de ronde van {1} over {0} besloten is")
                  : by < page->portfolio->status_date
                      ? gp_say(page->language, " if {0} is in the round of {1}",
                               " als {0} in de ronde van {1} zit")
                      : gp_say(page->language, " if {0} is decided on by {2}, for the round of {1}",
                               " als uiterlijk {2} over {0} besloten is, voor de ronde van {1}");
    gp_add_filled(line, pattern, values);
}

/* And when that had to be to be in time. */
static void add_passed(gp_risk_page *page, gp_buffer *line, const gp_risk_live *live,
                       const gp_risk_step *step, const telling *all)
{
    gp_day round = round_of(page, step);
    const char *values[] = {gp_day_text(page->job, live->needed_by),
                            gp_day_text(page->job, step->identify_by[SURE_AT]),
                            gp_day_text(page->job, round)};
    const char *pattern = gp_say(page->language, " it should have been decided on by {1}",
                                 " had daarover uiterlijk {1} besloten moeten zijn");
    if (round != GP_NO_DAY)
        pattern =
            has_prepare(page, step)
                ? gp_say(page->language, " it should have been decided on by {1}, for that of {2}",
                         " had daarover uiterlijk {1} besloten moeten zijn, voor die van {2}")
                : gp_say(page->language, " it should have been before that of {2}",
                         " had dat vóór die van {2} gemoeten");
    add_if(page, line, step, round != GP_NO_DAY);
    gp_add_filled(line,
                  is_pressed_alone(all, step)
                      ? gp_say(page->language, "; for 80 % by {0}", "; voor 80 % op {0}")
                      : gp_say(page->language, "; for 80 % in time with all that rests on it,",
                               "; voor 80 % op tijd met alles wat erop steunt"),
                  values);
    gp_add_filled(line, pattern, values);
}

static void add_passed_too(gp_risk_page *page, gp_buffer *line, const gp_risk_step *step,
                           const gp_risk_live *told)
{
    const char *values[] = {called(page, step), gp_live_called(page, told->intervention)};
    gp_add_filled(line,
                  gp_say(page->language, " with the same decision on {0} as for {1}",
                         " met hetzelfde besluit over {0} als bij {1}"),
                  values);
}

/* Nothing to decide for it, but something to look after. */
static void add_most(gp_risk_page *page, gp_buffer *line, const gp_risk_live *live,
                     const decision *of)
{
    if (!of->most || of->cruciality < WORTH_TELLING) return;
    bool is_itself = of->most->activity == page->network->intervention_activity[live->intervention];
    const char *values[] = {is_itself ? NULL : called(page, of->most)};
    gp_add_filled(line,
                  is_itself ? gp_say(page->language, "; that depends most on its own work",
                                     "; dat hangt het meest af van het eigen werk")
                            : gp_say(page->language, "; that depends most on {0}",
                                     "; dat hangt het meest af van {0}"),
                  values);
}

/* What follows the chance and the date. The day of a decision is that of its step, so the step
 * tells whether two decisions are one. */
static void add_decision(gp_risk_page *page, gp_buffer *line, const gp_risk_live *live,
                         const telling *all)
{
    const decision *of = &all->decisions[live->intervention];
    bool has_date = live->probability >= 0, is_sure = live->probability >= SURE;
    const gp_risk_step *step = is_sure ? of->ahead : has_date ? of->passed : NULL;
    if (!step) {
        if (!is_sure) add_most(page, line, live, of);
        return;
    }
    const gp_risk_live **told = &all->told_by_steps[step->activity];
    if (is_sure && *told)
        add_ahead_too(page, line, step, *told);
    else if (is_sure)
        add_ahead(page, line, step, all);
    else if (*told)
        add_passed_too(page, line, step, *told);
    else
        add_passed(page, line, live, step, all);
    if (!*told) *told = live;
}

/* ---- sentences ---- */

/* What was to be live before today is told as the plan has it; what can be today only if it is
 * done. */
static bool is_there(const gp_risk_page *page, const gp_risk_live *live)
{
    const gp_portfolio *portfolio = page->portfolio;
    bool is_done = portfolio->interventions[live->intervention].progress == 100;
    return live->quantiles[GP_RISK_QUANTILES - 1] < portfolio->status_date + is_done;
}

static const char *certain_pattern(const gp_risk_page *page, const gp_risk_live *live)
{
    if (live->not_before)
        return gp_say(page->language, "{0}: not live before {4}, as {6}",
                      "{0}: niet live vóór {4}, want {6}");
    if (is_there(page, live))
        return gp_say(page->language, "{0}: live since {4}", "{0}: live sinds {4}");
    if (live->probability < 0)
        return gp_say(page->language, "{0}: live on {4}; nothing that decides that varies",
                      "{0}: live op {4}; niets wat dat bepaalt varieert");
    if (live->probability >= 1)
        return gp_say(page->language,
                      "{0}: live on {4}, in time for {2}; nothing that decides that varies",
                      "{0}: live op {4}, op tijd voor {2}; niets wat dat bepaalt varieert");
    return gp_say(page->language,
                  "{0}: live on {4}, too late for {2}; nothing that decides that varies",
                  "{0}: live op {4}, te laat voor {2}; niets wat dat bepaalt varieert");
}

/* Something that it rests on varies, and no draw shows it. */
static const char *one_day_pattern(const gp_risk_page *page, const gp_risk_live *live)
{
    return live->probability < 0
               ? gp_say(page->language,
                        "{0}: no date is asked of it; live on {5}, the same day in all {7} draws",
                        "{0}: er is geen datum voor gevraagd; live op {5}, dezelfde dag in alle "
                        "{7} trekkingen")
               : gp_say(page->language,
                        "{0}: {1} chance to be live by {2}; live on {5}, the same day in all {7} "
                        "draws",
                        "{0}: {1} kans om live te zijn op {2}; live op {5}, dezelfde dag in alle "
                        "{7} trekkingen");
}

/* Is the chance as it is said? A draw that ends with the calendar is late for any day before. */
static bool is_exact(const gp_risk_live *live)
{
    return !live->not_before || (gp_is_beyond_calendar(live) && live->needed_by < GP_DAY_LAST);
}

/* And the days by which it is live, too. */
static bool is_all_known(const gp_risk_live *live)
{
    return is_exact(live) && (!live->not_before || live->quantiles[QUANTILE_AT] < GP_DAY_LAST);
}

/* What rests on something unknown can only be later. */
static const char *chance_pattern(const gp_risk_page *page, const gp_risk_live *live)
{
    if (live->probability < 0)
        return !is_all_known(live)
                   ? gp_say(page->language,
                            "{0}: no date is asked of it; even odds not before {5}, 80 % sure not "
                            "before {3}, as {6}",
                            "{0}: er is geen datum voor gevraagd; om het even niet vóór {5}, 80 % "
                            "zeker niet vóór {3}, want {6}")
                   : gp_say(page->language,
                            "{0}: no date is asked of it; as likely as not live by {5}, 80 % sure "
                            "by {3}",
                            "{0}: er is geen datum voor gevraagd; even waarschijnlijk wel als niet "
                            "live op {5}, 80 % zeker op {3}");
    if (!is_all_known(live) && (is_exact(live) || live->probability <= 0))
        return gp_say(page->language,
                      "{0}: {1} chance to be live by {2}; 80 % sure not before {3}, as {6}",
                      "{0}: {1} kans om live te zijn op {2}; 80 % zeker niet vóór {3}, want {6}");
    return !is_exact(live)
               ? gp_say(page->language,
                        "{0}: at most {1} chance to be live by {2}, as {6}; 80 % sure not before "
                        "{3}",
                        "{0}: hoogstens {1} kans om live te zijn op {2}, want {6}; 80 % zeker niet "
                        "vóór {3}")
               : gp_say(page->language, "{0}: {1} chance to be live by {2}; 80 % sure by {3}",
                        "{0}: {1} kans om live te zijn op {2}; 80 % zeker op {3}");
}

/* Why a date can only be later. */
static const char *why_later(const gp_risk_page *page, const gp_risk_live *live)
{
    return gp_is_beyond_calendar(live)
               ? gp_say(page->language, "the calendar ends on 2399-12-31",
                        "de kalender eindigt op 2399-12-31")
               : gp_say(page->language, "something that it rests on is unknown",
                        "iets waarop het steunt is onbekend");
}

/* "at most 1 %" for less. */
static const char *at_most_text(gp_risk_page *page, double share)
{
    return gp_percent_text(page, share > 0 && share < 0.01 ? 0.01 : share);
}

static gp_status add_sentence(gp_risk_page *page, const gp_risk_live *live, const telling *all)
{
    const char *values[] = {gp_live_called(page, live->intervention),
                            is_exact(live) || live->probability <= 0
                                ? gp_chance_text(page, gp_live_chance(live, live->probability))
                                : at_most_text(page, live->probability),
                            gp_day_text(page->job, live->needed_by),
                            gp_day_text(page->job, live->quantiles[QUANTILE_AT]),
                            gp_day_text(page->job, live->plan),
                            gp_day_text(page->job, live->quantiles[HALF_AT]),
                            why_later(page, live),
                            gp_thousands_text(page, page->answer->draws)};
    gp_buffer *line = gp_new_buffer(page->job);
    if (!line) return gp_no_memory(page->job);
    bool is_certain = gp_is_certain(live) || is_there(page, live);
    bool is_known = !is_certain && is_all_known(live);
    gp_add_filled(line,
                  is_certain                            ? certain_pattern(page, live)
                  : gp_is_by_chance_one_day(page, live) ? one_day_pattern(page, live)
                                                        : chance_pattern(page, live),
                  values);
    if (is_known) add_decision(page, line, live, all);
    gp_add_text(line, ".");
    gp_wrap_risk_sentence(page, gp_buffer_text(line), 0, 2);
    return GP_OK;
}

gp_status gp_add_risk_sentences(gp_risk_page *page)
{
    const telling all = {.decisions = find_decisions(page),
                         .told_by_steps =
                             GP_NEW(page->job, const gp_risk_live *, page->network->activity_count),
                         .knows_pressing = finds_pressing(page)};
    if (!all.decisions || !all.told_by_steps) return gp_no_memory(page->job);
    uint32_t shown = page->live_count < page->limit ? page->live_count : page->limit;
    for (uint32_t i = 0; i < shown; i++) GP_TRY(add_sentence(page, page->lives[i], &all));
    gp_add_risk_cut(page, shown, page->live_count);
    return GP_OK;
}
