/* SPDX-License-Identifier: MIT
 * What the picture of risk says in words: chances and dates, for who never heard of a distribution.
 */
#include "render/part_words.h"
#include "render/risk_picture.h"

#define NO_BREAK "\xC2\xA0" /* between a number and what it counts */
#define SETS_MAX 3          /* of interventions that are told of together */

const char *gp_risk_name(const gp_risk_picture *picture, uint32_t intervention)
{
    const gp_portfolio *portfolio = picture->sheet.portfolio;
    const gp_intervention *one = &portfolio->interventions[intervention];
    return one->name && *one->name ? one->name : portfolio->ids[one->symbol];
}

/* What rests on something unknown is surely not earlier. */
static void add_sure(gp_buffer *buffer, gp_language language, const gp_risk_live *live,
                     uint32_t quantile)
{
    gp_add_text(buffer, quantile == GP_RISK_P80 ? "80" : "50");
    gp_add_text(buffer, NO_BREAK "%");
    gp_add_text(buffer, gp_say(language, " sure by ", " zeker op "));
    gp_add_day(buffer, live->quantiles[quantile]);
    if (live->not_before) gp_add_text(buffer, gp_say(language, " or later", " of later"));
}

bool gp_is_one_day(const gp_risk_live *live)
{
    return live->bar_count == 1 && !live->not_before;
}

void gp_add_risk_half(gp_buffer *buffer, gp_language language, const gp_risk_live *live)
{
    add_sure(buffer, language, live, GP_RISK_P50);
}

void gp_add_risk_sentence(gp_buffer *buffer, gp_language language, const gp_risk_card *card)
{
    const gp_risk_live *live = card->live, *without = card->unmitigated;
    bool is_asked = live->needed_by != GP_NO_DAY;
    if (is_asked) {
        if (live->not_before) gp_add_text(buffer, gp_say(language, "at most ", "hooguit "));
        gp_add_live_chance(buffer, live, live->probability);
        gp_add_text(buffer,
                    gp_say(language, " chance to be live by ", " kans om live te zijn op "));
        gp_add_day(buffer, live->needed_by);
    } else
        add_sure(buffer, language, live, GP_RISK_P50);
    gp_add_text(buffer, "; ");
    add_sure(buffer, language, live, GP_RISK_P80);
    if (!without) return;
    gp_add_text(buffer, gp_say(language, " (unmitigated: ", " (zonder maatregelen: "));
    if (is_asked) {
        gp_add_live_chance(buffer, without, without->probability);
        gp_add_text(buffer, ", ");
    }
    gp_add_day(buffer, without->quantiles[GP_RISK_P80]);
    gp_add_text(buffer, ")");
}

/* ---- above the cards ---- */

/* "9 of 15 with a needed date are more likely late than in time. " */
static void add_unsure(gp_buffer *scratch, gp_language language, const gp_risk_picture *picture)
{
    bool is_one = picture->unsure_count <= 1;
    if (picture->unsure_count)
        gp_add_number(scratch, picture->unsure_count);
    else
        gp_add_text(scratch, gp_say(language, "None", "Geen"));
    gp_add_text(scratch, gp_say(language, " of ", " van de "));
    gp_add_number(scratch, picture->needed_count);
    gp_add_text(scratch,
                is_one ? gp_say(language, " with a needed date is more likely late than in time. ",
                                " met een gevraagde datum is eerder te laat dan op tijd. ")
                       : gp_say(language, " with a needed date are more likely late than in time. ",
                                " met een gevraagde datum zijn eerder te laat dan op tijd. "));
}

/* "All 7 with a date in time: 4 %. " */
static void add_together(gp_buffer *scratch, const gp_risk_picture *picture,
                         const gp_risk_together *set)
{
    gp_language language = picture->sheet.language;
    if (set->of.count < 2) return;
    if (gp_is_of_all(picture->sheet.portfolio, &set->of)) {
        gp_add_text(scratch, gp_say(language, "All ", "Alle "));
        gp_add_number(scratch, set->of.count);
        gp_add_text(scratch, gp_say(language, " with a needed date", " met een gevraagde datum"));
    } else if (set->of.count <= 3)
        for (uint32_t i = 0; i < set->of.count; i++) {
            const char *between = i + 1 < set->of.count ? ", " : gp_say(language, " and ", " en ");
            if (i) gp_add_text(scratch, between);
            gp_add_text(scratch, gp_risk_name(picture, set->of.interventions[i]));
        }
    else {
        gp_add_text(scratch, gp_risk_name(picture, set->of.interventions[0]));
        gp_add_text(scratch, gp_say(language, " and ", " en "));
        gp_add_number(scratch, set->of.count - 1);
        gp_add_text(scratch, gp_say(language, " others", " andere"));
    }
    gp_add_text(scratch, gp_say(language, " in time together: ", " samen op tijd: "));
    gp_add_chance(scratch, gp_together_chance(picture->answer, set));
    gp_add_text(scratch, ". ");
}

/* The step that has to be decided on first, or what rests on it is not 80 % sure; of equal days the
 * most critical. GP_NONE: no day is still to come. */
static uint32_t first_decision(const gp_risk_picture *picture)
{
    const gp_risk_answer *answer = picture->answer;
    const gp_network *network = picture->sheet.schedule->network;
    gp_day status = picture->sheet.portfolio->status_date, first = GP_DAY_LAST;
    uint32_t found = GP_NONE;
    for (uint32_t i = 0; i < answer->steps; i++) {
        const gp_risk_step *step = &answer->steps_of[i];
        gp_day by = step->identify_by[GP_RISK_SURE_80];
        uint32_t symbol = network->activities[step->activity].symbol;
        if (by == GP_NO_DAY || by < status || by >= first) continue;
        if (!gp_passes(picture->filter, symbol)) continue;
        first = by;
        found = i;
    }
    return found;
}

static void add_least_sure(gp_buffer *scratch, const gp_risk_picture *picture)
{
    gp_language language = picture->sheet.language;
    if (picture->needed_count > 1) add_unsure(scratch, language, picture);
    if (picture->found_count > 1)
        gp_add_text(scratch, gp_say(language, "Least sure: ", "Het minst zeker: "));
    gp_add_text(scratch, gp_risk_name(picture, picture->cards[0].live->intervention));
    gp_add_text(scratch, ": ");
    gp_add_risk_sentence(scratch, language, &picture->cards[0]);
    gp_add_text(scratch, ".");
}

static void add_decision(gp_buffer *scratch, const gp_risk_picture *picture, uint32_t first)
{
    gp_language language = picture->sheet.language;
    const gp_network *network = picture->sheet.schedule->network;
    const gp_risk_step *step = &picture->answer->steps_of[first];
    gp_add_text(scratch, gp_say(language, "First to decide on: ", "Eerst te besluiten: "));
    gp_add_text(scratch, gp_activity_name(network, step->activity));
    gp_add_text(scratch, gp_say(language, ", by ", ", uiterlijk "));
    gp_add_day(scratch, step->identify_by[GP_RISK_SURE_80]);
    gp_add_text(scratch,
                gp_say(language, "; later, it alone takes what rests on it below 80" NO_BREAK "%",
                       "; later komt wat erop steunt daardoor alleen al onder "
                       "80" NO_BREAK "%"));
    gp_add_text(scratch, ".");
}

static const char *no_spread(const gp_risk_picture *picture)
{
    if (picture->same.count)
        return gp_say(picture->sheet.language,
                      "These dates were the same in all draws, though what they rest on varies: "
                      "more draws (--draws) may show how.",
                      "Deze datums waren gelijk in alle trekkingen, hoewel varieert waarop ze "
                      "steunen: meer trekkingen (--draws) laten misschien zien hoe.");
    return gp_say(picture->sheet.language,
                  "Whatever is drawn, these dates stay the same. Give lead times min, likely and "
                  "max, or draw with --spread 20%/60%.",
                  "Wat er ook getrokken wordt, deze datums blijven gelijk. Geef doorlooptijden "
                  "min, likely en max, of trek met --spread 20%/60%.");
}

const char *gp_risk_headline(const gp_risk_picture *picture, uint32_t number)
{
    gp_buffer *scratch = picture->sheet.scratch;
    const gp_risk_answer *answer = picture->answer;
    uint32_t first = number == 2 ? first_decision(picture) : GP_NONE;
    if (picture->found_count == 0)
        return number || !(picture->certain.count + picture->same.count) ? "" : no_spread(picture);
    if (number == 0) add_least_sure(scratch, picture);
    for (uint32_t i = 0; i < answer->together_count && i < SETS_MAX && number == 1; i++)
        add_together(scratch, picture, &answer->together[i]);
    if (first != GP_NONE) add_decision(scratch, picture, first);
    return gp_take_words(&picture->sheet);
}

const char *gp_risk_subtitle(const gp_risk_picture *picture)
{
    const gp_sheet *sheet = &picture->sheet;
    const gp_risk_answer *answer = picture->answer;
    gp_language language = sheet->language;
    gp_buffer *scratch = sheet->scratch;
    uint32_t others = gp_count_other_interventions(sheet->portfolio, picture->filter);
    gp_add_text(scratch, gp_say(language, "How sure are the dates?", "Hoe zeker zijn de datums?"));
    gp_add_text(scratch, " \xC2\xB7 ");
    gp_add_text(scratch, gp_word_of(GP_WORD_STATUS_DATE, language));
    gp_add_text(scratch, " ");
    gp_add_day(scratch, sheet->portfolio->status_date);
    gp_add_draws(scratch, language, answer);
    gp_add_text(scratch, " \xC2\xB7 ");
    gp_add_number(scratch, answer->sure_steps);
    gp_add_text(scratch, gp_say(language, " of ", " van "));
    gp_add_number(scratch, answer->steps);
    gp_add_text(scratch, gp_say(language, " steps are taken as sure", " stappen gelden als zeker"));
    gp_add_filter_words(scratch, sheet->schedule->network, language, picture->filter, others);
    return gp_take_words(sheet);
}

/* ---- below them ---- */

/* "; of these 2 are too late. " */
static void add_late(gp_buffer *scratch, gp_language language, uint32_t count)
{
    if (count) {
        gp_add_text(scratch, gp_say(language, "; of these ", "; daarvan "));
        gp_add_number(scratch, count);
        gp_add_text(scratch, count == 1 ? gp_say(language, " is too late", " te laat")
                                        : gp_say(language, " are too late", " te laat"));
    }
    gp_add_text(scratch, ". ");
}

const char *gp_risk_notes(const gp_risk_picture *picture)
{
    const gp_sheet *sheet = &picture->sheet;
    gp_language language = sheet->language;
    gp_buffer *scratch = sheet->scratch;
    uint32_t left_out = picture->found_count - picture->card_count;
    if (left_out) {
        gp_add_text(scratch, gp_say(language, "Drawn are the ", "Getekend zijn de "));
        gp_add_number(scratch, picture->card_count);
        gp_add_text(scratch,
                    gp_say(language, " that are least sure; ", " die het minst zeker zijn; "));
        gp_add_number(scratch, left_out);
        gp_add_text(scratch, gp_say(language, " more are not. ", " andere niet. "));
    }
    if (picture->certain.count) {
        gp_add_number(scratch, picture->certain.count);
        gp_add_text(scratch,
                    picture->certain.count == 1
                        ? gp_say(language, " has no card: nothing that decides its date varies",
                                 " heeft geen kaart: niets wat haar datum bepaalt varieert")
                        : gp_say(language, " have no card: nothing that decides their dates varies",
                                 " hebben geen kaart: niets wat hun datums bepaalt varieert"));
        add_late(scratch, language, picture->certain.late_count);
    }
    if (picture->same.count) {
        gp_add_number(scratch, picture->same.count);
        gp_add_text(scratch,
                    picture->same.count == 1
                        ? gp_say(language, " has no card: live on the same day in all ",
                                 " heeft geen kaart: live op dezelfde dag in alle ")
                        : gp_say(language, " have no card: each live on the same day in all ",
                                 " hebben geen kaart: elk live op dezelfde dag in alle "));
        gp_add_thousands(scratch, language, picture->answer->draws);
        gp_add_text(scratch, gp_say(language, " draws", " trekkingen"));
        add_late(scratch, language, picture->same.late_count);
    }
    if (picture->done_count) {
        gp_add_number(scratch, picture->done_count);
        gp_add_text(scratch, picture->done_count == 1
                                 ? gp_say(language, " is live already. ", " is al live. ")
                                 : gp_say(language, " are live already. ", " zijn al live. "));
    }
    if (picture->card_count)
        gp_add_text(
            scratch,
            gp_say(language,
                   "Each curve has dates of its own; bars of one intervention are to scale. "
                   "The tooltips have more.",
                   "Elke curve heeft eigen datums; balken van een interventie staan op schaal. "
                   "In de tooltips staat meer."));
    return gp_take_words(sheet);
}

/* ---- of a card ---- */

/* Of gp_risk_quantiles. */
static const struct {
    uint8_t place, percent;
} told[] = {{GP_RISK_P50, 50}, {GP_RISK_P80, 80}, {GP_RISK_P95, 95}};

const char *gp_risk_card_title(const gp_risk_picture *picture, const gp_risk_card *card)
{
    const gp_sheet *sheet = &picture->sheet;
    gp_language language = sheet->language;
    gp_buffer *scratch = sheet->scratch;
    const gp_risk_live *live = card->live;
    gp_add_risk_sentence(scratch, language, card);
    gp_add_text(scratch, gp_say(language, "\nlive by: ", "\nlive op: "));
    for (uint32_t i = 0; i < sizeof told / sizeof *told; i++) {
        if (i) gp_add_text(scratch, "; ");
        gp_add_number(scratch, told[i].percent);
        gp_add_text(scratch, NO_BREAK "% ");
        gp_add_day(scratch, live->quantiles[told[i].place]);
    }
    gp_add_text(scratch, gp_say(language, "\nplan: ", "\nplan: "));
    gp_add_day(scratch, live->plan);
    gp_add_text(scratch, gp_say(language, ", with a chance of ", ", met een kans van "));
    gp_add_live_chance(scratch, live, live->plan_probability);
    gp_add_text(scratch,
                gp_say(language, "; on average days after it: ", "; gemiddeld dagen erna: "));
    gp_add_tenth_days(scratch, language, live->mean_days_after_plan);
    if (live->needed_by != GP_NO_DAY) {
        gp_add_text(scratch, gp_say(language, "\nexpected late: ", "\nte verwachten te laat: "));
        gp_add_tenth_days(scratch, language, live->expected_late_days);
        gp_add_text(scratch, gp_say(language, " days", " dagen"));
    }
    gp_add_text(scratch, "\n");
    gp_add_number(scratch, live->sure_steps);
    gp_add_text(scratch, gp_say(language, " of ", " van "));
    gp_add_number(scratch, live->steps);
    gp_add_text(scratch, gp_say(language, " steps are taken as sure", " stappen gelden als zeker"));
    return gp_take_words(sheet);
}
