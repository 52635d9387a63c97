/* SPDX-License-Identifier: MIT
 * The verdict of `repair`: what is to be decided, what that makes, and whether less would do. */
#include "io/answers/repair_verdict.h"
#include "io/answers/called.h"
#include "io/answers/decimals.h"
#include "io/answers/repair_words.h"
#include "io/answers/words.h"

/* "Two decisions, together 4 points". */
static const char *decisions_text(gp_job *job, const gp_repair *repair, gp_language language)
{
    const gp_portfolio *portfolio = repair->before->network->portfolio;
    const char *values[] = {gp_count_text(job, repair->choice_count, language, true),
                            gp_cost_text(job, portfolio, repair->cost, language)};
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return NULL;
    gp_add_filled(buffer,
                  repair->choice_count == 1
                      ? gp_say(language, "{0} decision, of {1}", "{0} besluit, van {1}")
                      : gp_say(language, "{0} decisions, together {1}", "{0} besluiten, samen {1}"),
                  values);
    return gp_buffer_text(buffer);
}

/* All that were asked for: "all 5 dates". */
static const char *dates_text(gp_job *job, const gp_repair *repair, gp_language language)
{
    const gp_portfolio *portfolio = repair->before->network->portfolio;
    uint32_t asked = repair->live_count;
    const gp_intervention *first =
        asked ? &portfolio->interventions[repair->lives[0].intervention] : NULL;
    const char *values[] = {gp_number_text(job, asked),
                            asked == 1 ? gp_shortly_called(job, portfolio, first->symbol) : ""};
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return NULL;
    const char *pattern = gp_say(language, "all {0} dates", "alle {0} datums");
    if (asked == 1)
        pattern = gp_say(language, "the date of {1}", "de datum van {1}");
    else if (asked == 2)
        pattern = gp_say(language, "both dates", "beide datums");
    gp_add_filled(buffer, pattern, values);
    return gp_buffer_text(buffer);
}

static void add_sentence(gp_buffer *buffer, const char *pattern, const char *const *values)
{
    if (buffer->bytes.count) gp_add_text(buffer, " ");
    gp_add_filled(buffer, pattern, values);
}

/* ---- nothing to decide ---- */

static void add_nothing_late(gp_buffer *buffer, const gp_repair *repair, gp_language language)
{
    const char *values[] = {gp_number_text(buffer->job, repair->live_count),
                            dates_text(buffer->job, repair, language)};
    if (repair->live_count == 0)
        add_sentence(buffer,
                     gp_say(language, "There is no date (needed_by) to make: nothing to decide.",
                            "Er is geen datum (needed_by) om te halen: niets te besluiten."),
                     NULL);
    else
        add_sentence(buffer,
                     gp_say(language, "Nothing has to be decided: the plan makes {1}.",
                            "Er hoeft niets besloten te worden: het plan haalt {1}."),
                     values);
}

/* ---- what stays late ---- */

static bool is_all_certain(const gp_repair *repair)
{
    for (uint32_t i = 0; i < repair->lost_count; i++)
        if (!repair->lost[i].is_certain) return false;
    return true;
}

static void add_impossible(gp_buffer *buffer, const gp_repair *repair, gp_language language)
{
    gp_repair_tally tally = gp_tally_repair(repair);
    const char *values[] = {gp_number_text(buffer->job, tally.asked),
                            gp_number_text(buffer->job, tally.late_after),
                            dates_text(buffer->job, repair, language)};
    bool is_certain = is_all_certain(repair);
    if (tally.asked == 1) {
        add_sentence(buffer,
                     gp_say(language, "Nothing that was considered makes {2}.",
                            "Niets van wat is overwogen haalt {2}."),
                     values);
        return;
    }
    add_sentence(buffer,
                 is_certain
                     ? gp_say(language,
                              "Not all {0} dates can be made: {1} {1|stays|stay} late, whatever is "
                              "decided.",
                              "Niet alle {0} datums zijn te halen: {1} {1|blijft|blijven} te laat, "
                              "wat er ook besloten wordt.")
                     : gp_say(language,
                              "Not all {0} dates can be made together: {1} {1|stays|stay} late.",
                              "Niet alle {0} datums zijn samen te halen: {1} {1|blijft|blijven} te "
                              "laat."),
                 values);
}

/* ---- decisions ---- */

static int64_t count_late_days(const gp_repair *repair, bool is_after)
{
    int64_t days = 0;
    for (uint32_t i = 0; i < repair->live_count; i++)
        days += is_after ? repair->lives[i].late_after : repair->lives[i].late_before;
    return days;
}

/* Some dates are made, or only fewer days missed. */
static void add_part(gp_buffer *buffer, const gp_repair *repair, gp_language language)
{
    gp_repair_tally tally = gp_tally_repair(repair);
    const char *values[] = {decisions_text(buffer->job, repair, language),
                            gp_number_text(buffer->job, tally.asked - tally.late_after),
                            gp_number_text(buffer->job, tally.asked),
                            gp_number_text(buffer->job, tally.asked - tally.late_before),
                            gp_number_text(buffer->job, count_late_days(repair, false)),
                            gp_number_text(buffer->job, count_late_days(repair, true))};
    add_sentence(
        buffer,
        tally.late_after < tally.late_before
            ? gp_say(language, "{0}: {1} of {2} dates {1|is|are} made then, now {3}.",
                     "{0}: dan {1|wordt|worden} {1} van {2} datums gehaald, nu {3}.")
            : gp_say(language, "{0}: no other date is made, but {4} days late become {5}.",
                     "{0}: er wordt geen andere datum gehaald, maar {4} dagen te laat worden "
                     "er {5}."),
        values);
}

static void add_decisions(gp_buffer *buffer, const gp_repair *repair, gp_language language)
{
    gp_repair_tally tally = gp_tally_repair(repair);
    bool are_others_in_time = tally.late_before < tally.asked;
    const char *values[] = {decisions_text(buffer->job, repair, language),
                            dates_text(buffer->job, repair, language),
                            gp_number_text(buffer->job, tally.late_before)};
    if (tally.late_after > 0) {
        add_part(buffer, repair, language);
        return;
    }
    add_sentence(buffer,
                 repair->choice_count == 1 ? gp_say(language, "{0}, makes {1}", "{0}, haalt {1}")
                                           : gp_say(language, "{0}, make {1}", "{0}, halen {1}"),
                 values);
    gp_add_filled(buffer,
                  are_others_in_time ? gp_say(language, "; now {2} {2|is|are} late.",
                                              "; nu {2|is|zijn} er {2} te laat.")
                                     : ".",
                  values);
}

static void add_none_chosen(gp_buffer *buffer, const gp_repair *repair, gp_language language)
{
    gp_repair_tally tally = gp_tally_repair(repair);
    const char *values[] = {gp_number_text(buffer->job, tally.late_after),
                            gp_number_text(buffer->job, tally.asked)};
    if (repair->considered_count == 0)
        add_sentence(buffer,
                     gp_say(language, "No measure was considered: there is none to take.",
                            "Er is geen maatregel overwogen: er is er geen om te nemen."),
                     NULL);
    else if (repair->status == GP_REPAIR_IMPOSSIBLE && tally.late_after < tally.asked)
        add_sentence(
            buffer,
            gp_say(language, "The others are in time already.", "De andere zijn al op tijd."),
            NULL);
    else if (repair->status == GP_REPAIR_PROVEN)
        add_sentence(buffer,
                     gp_say(language,
                            "No set within the budget makes a date, or one less late: proven. {0} "
                            "of {1} {1|date|dates} {0|stays|stay} late.",
                            "Geen stel binnen het budget haalt een datum, of maakt er een minder "
                            "laat: bewezen. {0} van {1} {1|datum|datums} {0|blijft|blijven} te "
                            "laat."),
                     values);
    else if (repair->status != GP_REPAIR_IMPOSSIBLE)
        add_sentence(buffer,
                     gp_say(language,
                            "No set was found that makes a date: {0} of {1} {1|date|dates} "
                            "{0|stays|stay} late.",
                            "Er is geen stel gevonden dat een datum haalt: {0} van {1} "
                            "{1|datum|datums} {0|blijft|blijven} te laat."),
                     values);
}

/* ---- could it be less? ---- */

/* How much cheaper another set could be at most, in whole percent, rounded up. */
static const char *gap_text(gp_job *job, const gp_repair *repair)
{
    double gap = repair->cost > 0 ? (repair->cost - repair->bound) * 100 / repair->cost : 0;
    int64_t percent = gp_rounded(gap);
    return gp_number_text(job, (double)percent < gap ? percent + 1 : percent);
}

static void add_proof(gp_buffer *buffer, const gp_repair *repair, gp_language language)
{
    const gp_portfolio *portfolio = repair->before->network->portfolio;
    gp_repair_tally tally = gp_tally_repair(repair);
    const char *values[] = {gp_cost_text(buffer->job, portfolio, repair->bound, language),
                            gap_text(buffer->job, repair)};
    bool is_budget = repair->status == GP_REPAIR_PROVEN && tally.late_after > 0;
    if (is_budget)
        add_sentence(buffer,
                     gp_say(language, "No set within the budget makes more: proven.",
                            "Geen stel binnen het budget haalt er meer: bewezen."),
                     NULL);
    else if (gp_is_repair_proven(repair))
        add_sentence(
            buffer,
            gp_say(language, "No cheaper set does: proven.", "Goedkoper kan niet: bewezen."), NULL);
    else if (repair->bound > 0 && repair->bound < repair->cost)
        add_sentence(buffer,
                     gp_say(language,
                            "Not proven: the search was cut off, and a set that is up to {1} % "
                            "cheaper may exist, of {0} at least.",
                            "Niet bewezen: het zoeken is afgebroken, en misschien is er een stel "
                            "dat tot {1} % goedkoper is, van minstens {0}."),
                     values);
    else
        add_sentence(buffer,
                     gp_say(language,
                            "Not proven: the search was cut off, and a cheaper set may exist.",
                            "Niet bewezen: het zoeken is afgebroken, en misschien is er een "
                            "goedkoper stel."),
                     NULL);
}

const char *gp_repair_verdict(gp_job *job, const gp_repair *repair, gp_language language)
{
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return NULL;
    if (repair->status == GP_REPAIR_NOTHING_LATE) {
        add_nothing_late(buffer, repair, language);
        return gp_buffer_text(buffer);
    }
    if (repair->status == GP_REPAIR_IMPOSSIBLE) add_impossible(buffer, repair, language);
    if (repair->choice_count == 0)
        add_none_chosen(buffer, repair, language);
    else
        add_decisions(buffer, repair, language);
    if (repair->choice_count || repair->status == GP_REPAIR_BEST)
        add_proof(buffer, repair, language);
    return gp_buffer_text(buffer);
}
