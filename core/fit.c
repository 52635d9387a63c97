/* SPDX-License-Identifier: MIT
 * Which interventions meet which gaps? Per dimension and context, those that address the
 * dimension and apply there are gone through once, in the order of the file; who applies where
 * is marked beforehand from lists by segment and by situation, so that no list is searched. */
#include "core/fit.h"

#include <string.h>

/* Interventions by segment or situation: those limited to t are in list[first[t] .. first[t+1]). */
typedef struct limited {
    uint32_t *list, *first;
    uint32_t *mark;   /* by intervention: the turn in which it was found to apply */
    uint32_t turn;    /* never 0 */
    uint32_t current; /* the term that is marked, or GP_NONE */
} limited;

typedef struct life {
    gp_day start, live;
    gp_day ended;  /* the last end of an iteration before it is live; GP_NO_DAY: it is live */
    gp_day grid;   /* where its iterations count from */
    bool is_known; /* the day it is live rests on no unknown */
    bool is_live;  /* on the status date */
} life;

typedef struct search {
    gp_job *job;
    const gp_schedule *schedule;
    const gp_portfolio *portfolio;
    gp_fit *fits;
    uint32_t fit_count;
    gp_aim *aims;
    gp_aims_by_dimension order;
    limited segments, situations;
    const life *lives;     /* by intervention */
    gp_array touches;      /* gp_touch */
    uint32_t *touch_first; /* by fit */
} search;

/* ---- who applies where ---- */

static const uint32_t *limits_of(const gp_intervention *intervention, bool is_segment,
                                 uint32_t *count)
{
    *count = is_segment ? intervention->segment_count : intervention->situation_count;
    return is_segment ? intervention->segments : intervention->situations;
}

static gp_status list_limited(search *s, bool is_segment, uint32_t terms, limited *out)
{
    uint32_t count, total = 0, interventions = s->portfolio->intervention_count;
    out->first = GP_NEW(s->job, uint32_t, (size_t)terms + 2);
    out->mark = GP_NEW(s->job, uint32_t, interventions);
    if (!out->first || !out->mark) return gp_no_memory(s->job);
    for (uint32_t i = 0; i < interventions; i++) {
        const uint32_t *list = limits_of(&s->portfolio->interventions[i], is_segment, &count);
        for (uint32_t n = 0; n < count; n++) out->first[list[n] + 2]++;
        total += count;
    }
    for (uint32_t t = 0; t < terms; t++) out->first[t + 2] += out->first[t + 1];
    out->list = GP_NEW(s->job, uint32_t, total);
    if (!out->list) return gp_no_memory(s->job);
    for (uint32_t i = 0; i < interventions; i++) {
        const uint32_t *list = limits_of(&s->portfolio->interventions[i], is_segment, &count);
        for (uint32_t n = 0; n < count; n++) out->list[out->first[list[n] + 1]++] = i;
    }
    out->current = GP_NONE;
    return GP_OK;
}

static void mark_term(limited *of, uint32_t term)
{
    if (term == GP_NONE || term == of->current) return;
    of->current = term;
    of->turn++;
    for (uint32_t i = of->first[term]; i < of->first[term + 1]; i++)
        of->mark[of->list[i]] = of->turn;
}

/* term: what was measured; is_limited: the intervention names terms. */
static bool meets(const limited *of, uint32_t term, uint32_t intervention, bool is_limited)
{
    return term == GP_NONE || !is_limited || of->mark[intervention] == of->turn;
}

/* ---- one intervention in one context ---- */

/* Until it is live an intervention proceeds in iterations. */
static gp_status find_lives(search *s)
{
    const gp_portfolio *portfolio = s->portfolio;
    life *lives = GP_NEW(s->job, life, portfolio->intervention_count);
    if (!lives) return gp_no_memory(s->job);
    for (uint32_t i = 0; i < portfolio->intervention_count; i++) {
        const gp_intervention *intervention = &portfolio->interventions[i];
        uint32_t activity = s->schedule->network->intervention_activity[i];
        const gp_dates *dates = &s->schedule->dates[activity];
        bool is_known = !dates->not_before;
        bool is_live = is_known && dates->earliest_ready <= portfolio->status_date;
        lives[i] = (life){.start = dates->earliest_start,
                          .live = dates->earliest_ready,
                          .ended = GP_NO_DAY,
                          .grid = s->schedule->network->activities[activity].release,
                          .is_known = is_known,
                          .is_live = is_live};
        if (!is_live && (intervention->cycle.months || intervention->cycle.days))
            lives[i].ended = gp_round_down(&portfolio->calendar, lives[i].grid, intervention->cycle,
                                           portfolio->status_date);
    }
    s->lives = lives;
    return GP_OK;
}

static const gp_reading *newest_of(const gp_fit *fit)
{
    return &fit->readings[fit->reading_count - 1];
}

/* The last reading made on or before a day, or GP_NONE. */
static uint32_t last_until(const gp_fit *fit, gp_day day)
{
    uint32_t low = 0, high = fit->reading_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (fit->readings[middle].on <= day)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? low - 1 : GP_NONE;
}

static bool is_same_source(const search *s, const gp_reading *a, const gp_reading *b)
{
    const char *left = s->portfolio->measurements[a->measurement].source;
    const char *right = s->portfolio->measurements[b->measurement].source;
    return left && right ? strcmp(left, right) == 0 : left == right;
}

/* What has changed since the last reading before it went live? */
static void compare_before_and_after(const search *s, const gp_fit *fit, gp_touch *touch)
{
    const life *l = &s->lives[touch->intervention];
    const gp_reading *newest = newest_of(fit);
    touch->before = GP_NONE;
    touch->is_at_work = l->is_live && l->live < newest->on;
    if (!touch->is_at_work) return;
    touch->before = last_until(fit, l->live);
    if (touch->before == GP_NONE) return;
    const gp_reading *before = &fit->readings[touch->before];
    touch->change = (uint8_t)gp_compare_readings(before, newest);
    touch->has_other_source = !is_same_source(s, before, newest);
}

/* ---- due for measuring ---- */

/* The last day since a reading on which something happened: it went live, or an iteration of its
 * development ended. GP_NO_DAY: nothing did. */
static gp_day last_event(const life *l, gp_day since)
{
    if (l->is_live) return l->live >= since ? l->live : GP_NO_DAY;
    return l->ended > since && l->ended > l->start ? l->ended : GP_NO_DAY;
}

/* Ties go to the smaller id, whatever the order of the file. */
static bool has_smaller_id(const search *s, uint32_t intervention, uint32_t other)
{
    const gp_portfolio *p = s->portfolio;
    return strcmp(p->ids[p->interventions[intervention].symbol],
                  p->ids[p->interventions[other].symbol]) < 0;
}

static void note_due(const search *s, gp_fit *fit, uint32_t intervention)
{
    gp_day on = last_event(&s->lives[intervention], newest_of(fit)->on);
    if (on == GP_NO_DAY || (fit->due != GP_NONE && on < fit->due_on)) return;
    if (fit->due != GP_NONE && on == fit->due_on && !has_smaller_id(s, intervention, fit->due))
        return;
    fit->due = intervention;
    fit->due_on = on;
}

/* How many iterations of the intervention have ended since the last reading? */
static void count_periods(const search *s, gp_fit *fit)
{
    if (fit->due == GP_NONE) return;
    const life *l = &s->lives[fit->due];
    const gp_calendar *calendar = &s->portfolio->calendar;
    gp_duration cycle = s->portfolio->interventions[fit->due].cycle;
    gp_day since = newest_of(fit)->on;
    gp_day after = since > l->start ? since : l->start;
    fit->is_due_live = l->is_live;
    if (after > fit->due_on || !(cycle.months || cycle.days)) return;
    after = gp_round_down(calendar, l->grid, cycle, after);
    fit->due_periods = gp_count_steps(calendar, l->grid, cycle, fit->due_on) -
                       gp_count_steps(calendar, l->grid, cycle, after);
}

/* ---- who can close it first ---- */

/* Rather one that is still to come than one that was at work while the gap stayed, one for all of
 * the context than for a part, a known date than an unknown one, a sooner than a later one. */
static bool is_before(const search *s, const gp_touch *touch, const gp_fit *fit)
{
    if (fit->first == GP_NONE) return true;
    const life *l = &s->lives[touch->intervention], *other = &s->lives[fit->first];
    if (touch->is_at_work != fit->is_at_work) return !touch->is_at_work;
    if (touch->is_in_part != fit->is_in_part) return !touch->is_in_part;
    if (l->is_known != other->is_known) return l->is_known;
    if (l->live != other->live) return l->live < other->live;
    return has_smaller_id(s, touch->intervention, fit->first);
}

static void note_first(const search *s, gp_fit *fit, const gp_touch *touch)
{
    if (!is_before(s, touch, fit)) return;
    fit->first = touch->intervention;
    fit->is_at_work = touch->is_at_work;
    fit->is_in_part = touch->is_in_part;
}

/* ---- how an aim fares ---- */

static gp_aim_outcome outcome_in(const gp_fit *fit, const gp_touch *touch)
{
    const gp_reading *newest = newest_of(fit);
    if (touch->effect == GP_EFFECT_ANSWERS) return GP_AIM_ANSWERS;
    if (newest->gap != GP_MISMATCH_NONE) return GP_AIM_OTHER_WAY;
    bool has_closed =
        touch->before != GP_NONE &&
        gp_effect_of((gp_direction)touch->direction,
                     (gp_mismatch)fit->readings[touch->before].gap) == GP_EFFECT_ANSWERS;
    if (has_closed) return GP_AIM_ANSWERS;
    return newest->is_known ? GP_AIM_NO_GAP : GP_AIM_UNMEASURED;
}

static void note_aim(gp_aim *aim, const gp_fit *fit, uint32_t index, const gp_touch *touch)
{
    uint8_t outcome = (uint8_t)outcome_in(fit, touch);
    if (outcome > aim->outcome) aim->outcome = outcome;
    if (touch->effect == GP_EFFECT_WORSENS && aim->worsens == GP_NONE) aim->worsens = index;
    if (touch->is_in_part) return;
    uint8_t gap = newest_of(fit)->gap;
    if (gap == GP_TOO_LITTLE && aim->too_little == GP_NONE) aim->too_little = index;
    if (gap == GP_TOO_MUCH && aim->too_much == GP_NONE) aim->too_much = index;
}

/* Wrong wherever it was measured is a direction (GP503); right in one context and wrong in another
 * is a conflict (GP507). An aim that answers the gap of just its own people says nothing against
 * a wider measurement, of which they are a part. */
static void settle_aims(gp_aim *aims, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        gp_aim *aim = &aims[i];
        bool is_right = (aim->direction == GP_DIRECTION_MORE && aim->too_little != GP_NONE) ||
                        (aim->direction == GP_DIRECTION_LESS && aim->too_much != GP_NONE);
        bool is_conflict = aim->too_little != GP_NONE && aim->too_much != GP_NONE &&
                           aim->direction != GP_DIRECTION_OTHERWISE;
        if (is_right || is_conflict) aim->worsens = GP_NONE;
        if (!is_conflict) aim->too_little = aim->too_much = GP_NONE;
    }
}

/* ---- all of them ---- */

static gp_status touch_fit(search *s, uint32_t index, gp_aim *aim)
{
    gp_fit *fit = &s->fits[index];
    uint32_t i = aim->intervention;
    const gp_intervention *intervention = &s->portfolio->interventions[i];
    bool has_segments = intervention->segment_count, has_situations = intervention->situation_count;
    if (!meets(&s->segments, fit->segment, i, has_segments) ||
        !meets(&s->situations, fit->situation, i, has_situations))
        return GP_OK;
    gp_touch touch = {.intervention = i,
                      .direction = aim->direction,
                      .effect = (uint8_t)gp_effect_of((gp_direction)aim->direction,
                                                      (gp_mismatch)newest_of(fit)->gap),
                      .is_in_part = (fit->segment == GP_NONE && has_segments) ||
                                    (fit->situation == GP_NONE && has_situations)};
    compare_before_and_after(s, fit, &touch);
    note_aim(aim, fit, index, &touch);
    if (touch.effect == GP_EFFECT_ANSWERS) {
        note_first(s, fit, &touch);
        note_due(s, fit, i);
    }
    fit->has_more_touches = fit->touch_count == GP_TOUCHES_MAX;
    if (fit->has_more_touches) return GP_OK;
    fit->touch_count++;
    return gp_push(s->job, &s->touches, &touch, 1) ? GP_OK : gp_no_memory(s->job);
}

static gp_next_step next_step(const gp_fit *fit)
{
    const gp_reading *newest = newest_of(fit);
    if (!newest->is_known || fit->due != GP_NONE) return GP_NEXT_MEASURE;
    if (newest->gap == GP_MISMATCH_NONE) return GP_NEXT_KEEP;
    if (fit->first == GP_NONE) return GP_NEXT_CHOOSE;
    return fit->is_at_work ? GP_NEXT_ADJUST : GP_NEXT_DEVELOP;
}

static gp_status match(search *s)
{
    s->touch_first = GP_NEW(s->job, uint32_t, s->fit_count);
    if (!s->touch_first) return gp_no_memory(s->job);
    GP_TRY(find_lives(s));
    GP_TRY(list_limited(s, true, s->portfolio->segments.count, &s->segments));
    GP_TRY(list_limited(s, false, s->portfolio->situations.count, &s->situations));
    for (uint32_t f = 0; f < s->fit_count; f++) {
        gp_fit *fit = &s->fits[f];
        const uint32_t *first = &s->order.first[fit->dimension];
        s->touch_first[f] = (uint32_t)s->touches.count;
        mark_term(&s->segments, fit->segment);
        mark_term(&s->situations, fit->situation);
        for (uint32_t i = first[0]; i < first[1]; i++)
            GP_TRY(touch_fit(s, f, &s->aims[s->order.aims[i]]));
        count_periods(s, fit);
        fit->next = (uint8_t)next_step(fit);
    }
    for (uint32_t f = 0; f < s->fit_count; f++) /* the array has stopped moving */
        if (s->fits[f].touch_count)
            s->fits[f].touches = (const gp_touch *)s->touches.data + s->touch_first[f];
    return GP_OK;
}

gp_status gp_find_fits(gp_job *job, const gp_schedule *schedule, gp_fits *out)
{
    const gp_portfolio *portfolio = schedule->network->portfolio;
    gp_fits fits = {0};
    search *s = GP_NEW(job, search, 1);
    if (!s) return gp_no_memory(job);
    *s = (search){.job = job, .schedule = schedule, .portfolio = portfolio};
    s->touches.size = sizeof(gp_touch);
    GP_TRY(gp_list_aims(job, portfolio, &fits, &s->order));
    s->aims = (gp_aim *)fits.aims; /* ours until it is given out */
    GP_TRY(gp_find_opposites(job, portfolio, &s->order, s->aims));
    GP_TRY(gp_group_readings(job, portfolio, &s->fits, &s->fit_count));
    if (s->fit_count) GP_TRY(match(s));
    settle_aims(s->aims, fits.aim_count);
    fits.fits = s->fits;
    fits.fit_count = s->fit_count;
    *out = fits;
    return GP_OK;
}
