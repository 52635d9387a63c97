/* SPDX-License-Identifier: MIT
 * Which interventions get a card, and in which order: least sure first, those that no date is asked
 * of last. What is live already gets none, nor what is live on one day in all draws. */
#include "render/risk_picture.h"

#include <math.h>
#include <stdlib.h>

/* What varies by so many days; exact in whole numbers up to the root. */
double gp_risk_deviation(const gp_risk_live *live)
{
    int64_t draws = 0, days = 0;
    double squares = 0;
    for (uint32_t i = 0; i < live->bar_count; i++) {
        int64_t since = live->bars[i].day - live->bars[0].day;
        draws += live->bars[i].draws;
        days += since * live->bars[i].draws;
    }
    if (draws == 0) return 0;
    double mean = (double)days / (double)draws;
    for (uint32_t i = 0; i < live->bar_count; i++) {
        double off = (double)(live->bars[i].day - live->bars[0].day) - mean;
        squares += off * off * live->bars[i].draws;
    }
    return sqrt(squares / (double)draws);
}

static int compare(double left, double right)
{
    return left < right ? -1 : left > right;
}

static int by_chance(const void *left, const void *right)
{
    const gp_risk_live *a = ((const gp_risk_card *)left)->live;
    const gp_risk_live *b = ((const gp_risk_card *)right)->live;
    bool is_asked = a->needed_by != GP_NO_DAY, is_other = b->needed_by != GP_NO_DAY;
    int order = is_asked == is_other ? 0 : is_asked ? -1 : 1;
    if (order == 0 && is_asked) order = compare(a->probability, b->probability);
    if (order == 0 && is_asked) order = compare(b->expected_late_days, a->expected_late_days);
    if (order == 0)
        order = compare(b->quantiles[GP_RISK_P80] - b->plan, a->quantiles[GP_RISK_P80] - a->plan);
    if (order == 0) order = a->intervention < b->intervention ? -1 : 1;
    return order;
}

static bool is_done(const gp_risk_picture *picture, const gp_risk_live *live)
{
    const gp_network *network = picture->sheet.schedule->network;
    uint32_t activity = network->intervention_activity[live->intervention];
    if (activity == GP_NONE || network->activities[activity].actual == GP_ACTUAL_READY) return true;
    bool is_over = network->activities[activity].progress == 100;
    return live->quantiles[GP_RISK_QUANTILES - 1] < picture->sheet.portfolio->status_date + is_over;
}

gp_status gp_find_risk_cards(gp_risk_picture *picture, uint32_t most)
{
    const gp_risk_answer *answer = picture->answer;
    const gp_portfolio *portfolio = picture->sheet.portfolio;
    gp_risk_card *cards = GP_NEW(picture->sheet.job, gp_risk_card, answer->live_count);
    if (!cards) return gp_no_memory(picture->sheet.job);
    for (uint32_t i = 0; i < answer->live_count; i++) {
        const gp_risk_live *live = &answer->lives[i];
        if (!gp_passes(picture->filter, portfolio->interventions[live->intervention].symbol))
            continue;
        bool is_asked = live->needed_by != GP_NO_DAY;
        picture->needed_count += is_asked;
        picture->unsure_count += is_asked && live->probability < 0.5;
        if (is_done(picture, live)) {
            picture->done_count++;
            continue;
        }
        if (gp_is_one_day(live)) {
            gp_risk_dates *dates = live->varies ? &picture->same : &picture->certain;
            dates->count++;
            dates->late_count += is_asked && live->probability < 1;
            continue;
        }
        cards[picture->found_count++] =
            (gp_risk_card){.live = live,
                           .unmitigated = answer->unmitigated ? &answer->unmitigated[i] : NULL,
                           .sd_days = gp_risk_deviation(live)};
    }
    if (picture->found_count) qsort(cards, picture->found_count, sizeof *cards, by_chance);
    picture->cards = cards;
    picture->card_count = picture->found_count < most ? picture->found_count : most;
    return GP_OK;
}
