/* SPDX-License-Identifier: MIT
 * Decisions in words: what each is, by when and for what, and what they come to together. Nothing
 * is called proven but what the search proved. */
#include "render/repair_words.h"

#define DOT " \xC2\xB7 "
#define THOUSANDTHS_MAX 9e15 /* beyond it a double has no decimals to speak of */

void gp_add_cost(gp_buffer *buffer, gp_language language, double cost)
{
    if (cost * 1000 > THOUSANDTHS_MAX) {
        gp_add_number(buffer, cost < 9e18 ? (int64_t)cost : INT64_MAX);
        return;
    }
    int64_t thousandths = (int64_t)(cost * 1000 + 0.5), rest = thousandths % 1000;
    gp_add_number(buffer, thousandths / 1000);
    if (rest == 0) return;
    gp_add_text(buffer, gp_say(language, ".", ","));
    for (int64_t unit = 100; rest > 0; unit /= 10) {
        gp_add_number(buffer, rest / unit);
        rest %= unit;
    }
}

static const gp_portfolio *portfolio_of(const gp_repair *repair)
{
    return repair->before->network->portfolio;
}

/* With the unit, which a line break does not part from it. */
static void add_price(gp_buffer *buffer, gp_language language, const gp_repair *repair, double cost)
{
    const char *unit = portfolio_of(repair)->cost_unit;
    bool is_one = cost >= 1 && cost <= 1;
    if (!unit || !*unit)
        unit = is_one ? gp_say(language, "point", "punt") : gp_say(language, "points", "punten");
    gp_add_cost(buffer, language, cost);
    gp_add_text(buffer, "\xC2\xA0");
    gp_add_text(buffer, unit);
}

static void add_days(gp_buffer *buffer, gp_language language, int64_t days)
{
    gp_add_number(buffer, days);
    gp_add_text(buffer,
                days == 1 ? gp_say(language, " day", " dag") : gp_say(language, " days", " dagen"));
}

gp_repair_counts gp_count_repaired(const gp_repair *repair)
{
    gp_repair_counts counts = {0};
    for (uint32_t i = 0; i < repair->live_count; i++) {
        const gp_repair_live *live = &repair->lives[i];
        counts.late += live->late_before > 0;
        counts.saved += live->late_before > 0 && live->late_after <= 0;
        counts.stay += live->late_after > 0;
    }
    return counts;
}

/* ---- all of them together ---- */

static void add_effect(gp_buffer *buffer, gp_language language, gp_repair_counts counts)
{
    bool is_one = counts.late == 1;
    if (counts.saved == counts.late && is_one) {
        gp_add_text(buffer, gp_say(language, "the late intervention", "de late interventie"));
    } else if (counts.saved == counts.late && counts.late == 2) {
        gp_add_text(buffer, gp_say(language, "both late interventions", "beide late interventies"));
    } else if (counts.saved == counts.late) {
        gp_add_text(buffer, gp_say(language, "all ", "alle "));
        gp_add_number(buffer, counts.late);
        gp_add_text(buffer, gp_say(language, " late interventions", " late interventies"));
    } else {
        gp_add_number(buffer, counts.saved);
        gp_add_text(buffer, gp_say(language, " of the ", " van de "));
        gp_add_number(buffer, counts.late);
        gp_add_text(buffer, gp_say(language, " late interventions", " late interventies"));
    }
}

static bool is_all_certain(const gp_repair *repair)
{
    for (uint32_t i = 0; i < repair->lost_count; i++)
        if (!repair->lost[i].is_certain) return false;
    return repair->lost_count > 0;
}

/* What cannot be is proven, and the choice for the rest only where the search came to its end. */
static void add_impossible(gp_buffer *buffer, gp_language language, const gp_repair *repair)
{
    bool is_cut = repair->is_stopped || repair->is_exhausted;
    gp_add_text(buffer,
                is_all_certain(repair)
                    ? gp_say(language, "; proven: what stays late does so whatever is decided",
                             "; bewezen: wat te laat blijft, is bij geen keuze op tijd")
                    : gp_say(language, "; proven: not all can be in time together",
                             "; bewezen: niet alle kunnen samen op tijd zijn"));
    if (is_cut)
        gp_add_text(buffer, gp_say(language, "; for the others this is the best found so far",
                                   "; voor de andere is dit het beste tot nu toe"));
}

static void add_best(gp_buffer *buffer, gp_language language, const gp_repair *repair)
{
    gp_add_text(buffer, gp_say(language, "; the best found so far, not proven",
                               "; het beste tot nu toe, niet bewezen"));
    if (!(repair->bound > 0)) return;
    gp_add_text(
        buffer,
        gp_count_repaired(repair).stay
            ? gp_say(language, ": all in time cost at least ", ": alle op tijd kosten minstens ")
            : gp_say(language, ": no choice costs less than ", ": geen keuze kost minder dan "));
    add_price(buffer, language, repair, repair->bound);
}

static void add_proof(gp_buffer *buffer, gp_language language, const gp_repaired *repaired)
{
    const gp_repair *repair = repaired->repair;
    bool has_budget = repaired->budget >= 0;
    if (repair->status == GP_REPAIR_IMPOSSIBLE) {
        add_impossible(buffer, language, repair);
    } else if (repair->status == GP_REPAIR_BEST && has_budget) {
        gp_add_text(buffer, gp_say(language, "; the best found so far, not proven",
                                   "; het beste tot nu toe, niet bewezen"));
    } else if (repair->status == GP_REPAIR_BEST) {
        add_best(buffer, language, repair);
    } else if (has_budget && gp_count_repaired(repair).stay) {
        gp_add_text(buffer, gp_say(language, "; proven: no other choice for at most ",
                                   "; bewezen: geen andere keuze voor hoogstens "));
        add_price(buffer, language, repair, repaired->budget);
        gp_add_text(buffer, gp_say(language, " brings more", " brengt meer"));
    } else {
        gp_add_text(buffer, gp_say(language, "; proven: no choice costs less",
                                   "; bewezen: geen keuze kost minder"));
    }
}

static void add_decided(gp_buffer *buffer, gp_language language, const gp_repair *repair,
                        gp_repair_counts counts)
{
    bool is_one = repair->choice_count == 1;
    gp_add_number(buffer, repair->choice_count);
    gp_add_text(buffer, is_one ? gp_say(language, " decision for ", " besluit voor ")
                               : gp_say(language, " decisions for ", " besluiten voor "));
    add_price(buffer, language, repair, repair->cost);
    gp_add_text(buffer, is_one ? gp_say(language, " brings ", " brengt ")
                               : gp_say(language, " bring ", " brengen "));
    add_effect(buffer, language, counts);
    gp_add_text(buffer, gp_say(language, " in time", " op tijd"));
}

static void add_undecided(gp_buffer *buffer, gp_language language, uint32_t count)
{
    gp_add_text(buffer, gp_say(language, "nothing is decided: ", "niets is besloten: "));
    gp_add_number(buffer, count);
    gp_add_text(
        buffer,
        count == 1 ? gp_say(language, " intervention stays late", " interventie blijft te laat")
                   : gp_say(language, " interventions stay late", " interventies blijven te laat"));
}

void gp_add_repair_words(gp_buffer *buffer, gp_language language, const gp_repaired *repaired)
{
    const gp_repair *repair = repaired->repair;
    gp_repair_counts counts = gp_count_repaired(repair);
    if (counts.late == 0) {
        gp_add_text(buffer, gp_say(language, "nothing is late: nothing has to be decided",
                                   "niets is te laat: er hoeft niets besloten te worden"));
        return;
    }
    if (repair->choice_count)
        add_decided(buffer, language, repair, counts);
    else
        add_undecided(buffer, language, counts.stay);
    add_proof(buffer, language, repaired);
}

/* ---- one ---- */

static const char *name_of(const gp_repair *repair, uint32_t symbol)
{
    return gp_symbol_name(portfolio_of(repair), symbol);
}

/* "Writing plain language, level 2", the level where it has more steps than one to tell apart. */
static void add_step(gp_buffer *buffer, gp_language language, const gp_repair *repair,
                     const gp_candidate *candidate)
{
    const gp_network *network = repair->before->network;
    uint32_t activity = gp_find_activity(network, candidate->symbol, candidate->level);
    gp_add_text(buffer, name_of(repair, candidate->symbol));
    bool has_levels =
        candidate->level > 1 ||
        (activity != GP_NONE && network->activities[activity].kind == GP_KIND_CAPABILITY &&
         network->capability_steps[network->activities[activity].item] > 1);
    if (!has_levels) return;
    gp_add_text(buffer, gp_say(language, ", level ", ", niveau "));
    gp_add_number(buffer, candidate->level);
}

static void add_shorter(gp_buffer *buffer, gp_language language, const gp_repair *repair,
                        const gp_candidate *candidate)
{
    gp_add_text(buffer, gp_say(language, "Shorten ", "Verkort "));
    add_step(buffer, language, repair, candidate);
    gp_add_text(buffer, candidate->quarters == 2
                            ? gp_say(language, " by half", " met de helft")
                            : gp_say(language, " by a quarter", " met een kwart"));
    if (candidate->by_days <= 0) return;
    gp_add_text(buffer, ", ");
    add_days(buffer, language, candidate->by_days);
}

/* "Let Advice ask for level 1 of Consent on record or Digital identity". */
static void add_lower(gp_buffer *buffer, gp_language language, const gp_repair *repair,
                      const gp_candidate *candidate)
{
    const gp_portfolio *portfolio = portfolio_of(repair);
    const gp_requirement *asked = &portfolio->requirements[candidate->requirement];
    const gp_requirement *end = portfolio->requirements + portfolio->requirement_count;
    gp_add_text(buffer, gp_say(language, "Let ", "Laat "));
    gp_add_text(buffer, name_of(repair, candidate->symbol));
    gp_add_text(buffer, gp_say(language, " ask for level ", " om niveau "));
    gp_add_number(buffer, candidate->level);
    gp_add_text(buffer, gp_say(language, " of ", " van "));
    gp_add_text(buffer, name_of(repair, asked->target));
    for (const gp_requirement *next = asked + 1;
         asked->group && next < end && next->group == asked->group; next++) {
        gp_add_text(buffer, gp_say(language, " or ", " of "));
        gp_add_text(buffer, name_of(repair, next->target));
    }
    gp_add_text(buffer, gp_say(language, "", " vragen"));
}

void gp_add_decision(gp_buffer *buffer, gp_language language, const gp_repair *repair,
                     const gp_candidate *candidate)
{
    switch (candidate->kind) {
    case GP_DECIDE_MEASURE:
        gp_add_text(buffer, portfolio_of(repair)->measures[candidate->measure].name);
        return;
    case GP_DECIDE_OFF_ROUND:
        gp_add_text(buffer, gp_say(language, "Start ", "Begin "));
        add_step(buffer, language, repair, candidate);
        gp_add_text(buffer,
                    gp_say(language, " outside the planning rounds", " buiten de planrondes om"));
        return;
    case GP_DECIDE_SHORTEN: add_shorter(buffer, language, repair, candidate); return;
    case GP_DECIDE_LEVEL: add_lower(buffer, language, repair, candidate); return;
    default:
        gp_add_text(buffer, gp_say(language, "Move the date of ", "Verschuif de datum van "));
        gp_add_text(buffer, name_of(repair, candidate->symbol));
        gp_add_text(buffer, gp_say(language, " to ", " naar "));
        gp_add_day(buffer, candidate->needed_by);
        gp_add_text(buffer, ", ");
        add_days(buffer, language, candidate->by_days);
        gp_add_text(buffer, " later");
    }
}

void gp_add_decide_by(gp_buffer *buffer, gp_language language, const gp_repair *repair,
                      const gp_repair_choice *choice)
{
    gp_day status = portfolio_of(repair)->status_date;
    if (choice->decide_by == GP_NO_DAY) {
        add_price(buffer, language, repair, repair->considered[choice->candidate].cost);
        return;
    }
    if (choice->decide_by < status) {
        gp_add_text(buffer, gp_say(language, "decide at once, was by ",
                                   "besluit meteen, moest uiterlijk "));
        gp_add_day(buffer, choice->decide_by);
    } else {
        gp_add_text(buffer, gp_say(language, "decide by ", "besluit uiterlijk "));
        gp_add_day(buffer, choice->decide_by);
    }
    gp_add_text(buffer, DOT);
    add_price(buffer, language, repair, repair->considered[choice->candidate].cost);
}

/* "A (12 days), B (3 days), and 4 more". */
static void add_late(gp_buffer *buffer, gp_language language, const gp_repair *repair,
                     uint32_t intervention, int32_t days, uint32_t before)
{
    if (before) gp_add_text(buffer, ", ");
    gp_add_text(buffer, portfolio_of(repair)->interventions[intervention].name);
    gp_add_text(buffer, " (");
    add_days(buffer, language, days);
    gp_add_text(buffer, ")");
}

static void add_more(gp_buffer *buffer, gp_language language, uint32_t count)
{
    if (!count) return;
    gp_add_text(buffer, gp_say(language, ", and ", " en nog "));
    gp_add_number(buffer, count);
    gp_add_text(buffer, gp_say(language, " more", ""));
}

static bool needs(const gp_portfolio *portfolio, const gp_candidate *one, uint32_t measure)
{
    if (one->kind != GP_DECIDE_MEASURE) return false;
    const gp_measure *of = &portfolio->measures[one->measure];
    for (uint32_t i = 0; i < of->need_count; i++)
        if (of->needs[i] == measure) return true;
    return false;
}

/* What is needed for nothing but another decision: "decision 2 needs it". */
static void add_needed_by(gp_buffer *buffer, gp_language language, const gp_repair *repair,
                          const gp_repair_choice *choice)
{
    const gp_candidate *candidate = &repair->considered[choice->candidate];
    if (candidate->kind != GP_DECIDE_MEASURE) return;
    for (uint32_t i = 0; i < repair->choice_count; i++) {
        const gp_candidate *other = &repair->considered[repair->choices[i].candidate];
        if (!needs(portfolio_of(repair), other, candidate->measure)) continue;
        gp_add_text(buffer, gp_say(language, "decision ", "besluit "));
        gp_add_number(buffer, (int64_t)i + 1);
        gp_add_text(buffer, gp_say(language, " needs it", " heeft dit nodig"));
        return;
    }
}

void gp_add_uses(gp_buffer *buffer, gp_language language, const gp_repair *repair,
                 const gp_repair_choice *choice, uint32_t most)
{
    uint32_t shown = most && choice->use_count > most ? most : choice->use_count;
    if (!shown) {
        add_needed_by(buffer, language, repair, choice);
        return;
    }
    gp_add_text(buffer, gp_say(language, "late again without it: ", "zonder weer te laat: "));
    for (uint32_t i = 0; i < shown; i++)
        add_late(buffer, language, repair, choice->uses[i].intervention, choice->uses[i].late_days,
                 i);
    add_more(buffer, language, choice->use_count - shown);
}

void gp_add_lost(gp_buffer *buffer, gp_language language, const gp_repair *repair, uint32_t most)
{
    uint32_t count = gp_count_repaired(repair).stay, shown = 0;
    if (!count) return;
    gp_add_text(buffer, gp_say(language, "Still late: ", "Nog te laat: "));
    for (uint32_t i = 0; i < repair->live_count; i++) {
        const gp_repair_live *live = &repair->lives[i];
        if (live->late_after <= 0 || (most && shown >= most)) continue;
        add_late(buffer, language, repair, live->intervention, live->late_after, shown++);
    }
    add_more(buffer, language, count - shown);
}
