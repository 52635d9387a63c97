/* SPDX-License-Identifier: MIT
 * What does a live date vary with? Risks, by the days that it loses to them on average; and steps,
 * by how far it moves when one of them runs long: rank correlation times the standard deviation of
 * the date. Steps that are never on its driving path move nothing; a correlation that chance alone
 * may give is none. */
#include "render/risk_picture.h"

#include <math.h>
#include <stdlib.h>

#define RANKED_MOST 1024.0 /* draws that ranks are taken of, at most */
#define BY_CHANCE 3.0      /* standard errors of a correlation that is none */
#define DAYS_LEAST 0.5     /* of a bar of a step */
#define LOST_LEAST 0.05    /* and of a risk */

typedef struct gathering {
    gp_risk_picture *picture;
    gp_risk_card **card_of; /* by intervention, or NULL */
    double spearman_least;
    bool is_counting;
} gathering;

/* Counts a bar, or keeps it: those of risks before those of steps, which come after all risks. */
static void take(const gathering *g, gp_risk_card *card, gp_risk_lever lever)
{
    if (!g->is_counting) card->levers[card->risk_count + card->step_count] = lever;
    if (lever.is_risk)
        card->risk_count++;
    else
        card->step_count++;
}

static void take_risks(const gathering *g)
{
    const gp_risk_answer *answer = g->picture->answer;
    for (uint32_t i = 0; i < answer->effect_count; i++) {
        const gp_risk_effect *effect = &answer->effects[i];
        for (uint32_t k = 0; k < effect->delay_count; k++) {
            const gp_risk_delay *delay = &effect->delays[k];
            gp_risk_card *card = g->card_of[delay->intervention];
            if (card &&
                (delay->mean_days >= LOST_LEAST || delay->mitigated_mean_days >= LOST_LEAST))
                take(g, card,
                     (gp_risk_lever){.is_risk = true,
                                     .subject = effect->risk,
                                     .days = delay->mean_days,
                                     .mitigated = delay->mitigated_mean_days});
        }
    }
}

static void take_steps(const gathering *g)
{
    const gp_risk_answer *answer = g->picture->answer;
    for (uint32_t i = 0; i < answer->steps; i++) {
        const gp_risk_step *step = &answer->steps_of[i];
        for (uint32_t k = 0; k < step->by_count && !step->is_sure; k++) {
            const gp_risk_by *by = &step->by[k];
            gp_risk_card *card = g->card_of[by->intervention];
            if (!card || by->criticality <= 0) continue;
            double days = by->spearman * card->sd_days;
            if (fabs(by->spearman) < g->spearman_least || fabs(days) < DAYS_LEAST) continue;
            take(g, card,
                 (gp_risk_lever){
                     .subject = i, .days = days, .mitigated = -1, .criticality = by->criticality});
        }
    }
}

/* How far its bar reaches: that of a mitigation that loses days past that of the risk. */
static double reach_of(const gp_risk_lever *lever)
{
    return fmax(fabs(lever->days), lever->mitigated);
}

/* What is as long stands in the order of the answer: the most critical first. */
static int by_length(const void *left, const void *right)
{
    const gp_risk_lever *a = left, *b = right;
    double more = reach_of(b) - reach_of(a);
    if (more != 0) return more < 0 ? -1 : 1;
    return a->subject < b->subject ? -1 : a->subject > b->subject;
}

static uint32_t min(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

/* Puts them in order, and keeps as many as have a row. */
static void keep_longest(gp_risk_card *card)
{
    uint32_t risks = card->risk_count, steps = card->step_count;
    gp_risk_lever *first = card->levers;
    if (risks) qsort(first, risks, sizeof *first, by_length);
    if (steps) qsort(first + risks, steps, sizeof *first, by_length);
    uint32_t room =
        steps < GP_RISK_LEVERS - GP_RISK_RISKS_LEAST ? GP_RISK_LEVERS - steps : GP_RISK_RISKS_LEAST;
    card->risk_count = min(risks, room);
    card->step_count = min(steps, GP_RISK_LEVERS - card->risk_count);
    card->other_risks = risks - card->risk_count;
    card->other_steps = steps - card->step_count;
    for (uint32_t i = 0; i < card->step_count; i++) first[card->risk_count + i] = first[risks + i];
}

gp_status gp_find_risk_levers(gp_risk_picture *picture)
{
    gp_job *job = picture->sheet.job;
    uint32_t draws = picture->answer->draws;
    double ranked = draws < RANKED_MOST ? draws : RANKED_MOST;
    gathering g = {.picture = picture,
                   .is_counting = true,
                   .spearman_least = ranked > 0 ? BY_CHANCE / sqrt(ranked) : 1,
                   .card_of =
                       GP_NEW(job, gp_risk_card *, picture->sheet.portfolio->intervention_count)};
    if (!g.card_of) return gp_no_memory(job);
    for (uint32_t i = 0; i < picture->card_count; i++)
        g.card_of[picture->cards[i].live->intervention] = &picture->cards[i];
    take_risks(&g);
    take_steps(&g);
    for (uint32_t i = 0; i < picture->card_count; i++) {
        gp_risk_card *card = &picture->cards[i];
        card->levers = GP_NEW(job, gp_risk_lever, (size_t)card->risk_count + card->step_count);
        if (!card->levers) return gp_no_memory(job);
        card->risk_count = card->step_count = 0;
    }
    g.is_counting = false;
    take_risks(&g);
    take_steps(&g);
    for (uint32_t i = 0; i < picture->card_count; i++) keep_longest(&picture->cards[i]);
    return GP_OK;
}
