/* SPDX-License-Identifier: MIT
 * Fits and traces of random portfolios against a slow and obvious version: every measurement
 * against every other, every address in every context, every day since a measurement. */
#include "tests/support_citizens.h"
#include "groeipad/citizens.h"
#include "tests/support_alone.h"
#include "tests/support_random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

#define ROUNDS 3000

typedef struct slow {
    const gp_portfolio *p;
    const gp_schedule *s;
} slow;

static bool holds(const uint32_t *list, uint32_t count, uint32_t term)
{
    for (uint32_t i = 0; i < count; i++)
        if (list[i] == term) return true;
    return count == 0;
}

static const gp_dates *dates_of(const slow *w, uint32_t i)
{
    return &w->s->dates[w->s->network->intervention_activity[i]];
}

static bool is_live(const slow *w, uint32_t i)
{
    return !dates_of(w, i)->not_before && dates_of(w, i)->earliest_ready <= w->p->status_date;
}

static bool touches(const slow *w, const gp_fit *fit, uint32_t i)
{
    const gp_intervention *a = &w->p->interventions[i];
    return (fit->segment == GP_NONE || holds(a->segments, a->segment_count, fit->segment)) &&
           (fit->situation == GP_NONE || holds(a->situations, a->situation_count, fit->situation));
}

static bool is_in_part(const slow *w, const gp_fit *fit, uint32_t i)
{
    const gp_intervention *a = &w->p->interventions[i];
    return (fit->segment == GP_NONE && a->segment_count) ||
           (fit->situation == GP_NONE && a->situation_count);
}

static const gp_reading *newest(const gp_fit *fit)
{
    return &fit->readings[fit->reading_count - 1];
}

static gp_effect effect(const gp_fit *fit, uint8_t direction)
{
    return gp_effect_of((gp_direction)direction, (gp_mismatch)newest(fit)->gap);
}

/* ---- grouping ---- */

static bool is_of(const gp_measurement *m, const gp_fit *fit)
{
    return m->dimension == fit->dimension && m->segment == fit->segment &&
           m->situation == fit->situation;
}

/* Every measurement is a reading of one fit, oldest first, ties in the order of the file. */
static void check_readings(const slow *w, const gp_fits *fits)
{
    uint32_t total = 0;
    for (uint32_t f = 0; f < fits->fit_count; f++) {
        const gp_fit *fit = &fits->fits[f];
        uint32_t count = 0;
        for (uint32_t m = 0; m < w->p->measurement_count; m++)
            count += is_of(&w->p->measurements[m], fit);
        assert_int_equal(count, fit->reading_count);
        total += count;
        for (uint32_t i = 0; i < count; i++) {
            const gp_reading *reading = &fit->readings[i];
            assert_true(is_of(&w->p->measurements[reading->measurement], fit));
            if (i == 0) continue;
            assert_true(
                reading[-1].on < reading->on ||
                (reading[-1].on == reading->on && reading[-1].measurement < reading->measurement));
        }
    }
    assert_int_equal(total, w->p->measurement_count);
}

/* ---- what answers ---- */

static bool is_at_work(const slow *w, const gp_fit *fit, uint32_t i)
{
    return is_live(w, i) && dates_of(w, i)->earliest_ready < newest(fit)->on;
}

/* Is a better than b for closing the gap? */
static bool is_better(const slow *w, const gp_fit *fit, uint32_t a, uint32_t b)
{
    int first[] = {is_at_work(w, fit, a), is_in_part(w, fit, a), dates_of(w, a)->not_before,
                   dates_of(w, a)->earliest_ready};
    int second[] = {is_at_work(w, fit, b), is_in_part(w, fit, b), dates_of(w, b)->not_before,
                    dates_of(w, b)->earliest_ready};
    for (int i = 0; i < 4; i++)
        if (first[i] != second[i]) return first[i] < second[i];
    return false;
}

static void check_touches(const slow *w, const gp_fit *fit)
{
    uint32_t count = 0, first = GP_NONE;
    for (uint32_t i = 0; i < w->p->intervention_count; i++)
        for (uint32_t a = 0; a < w->p->interventions[i].address_count; a++) {
            const gp_addressed *address = &w->p->interventions[i].addresses[a];
            if (address->dimension != fit->dimension || !touches(w, fit, i)) continue;
            const gp_touch *touch = &fit->touches[count++];
            assert_int_equal(touch->intervention, i);
            assert_int_equal(touch->effect, effect(fit, address->direction));
            assert_int_equal(touch->is_in_part, is_in_part(w, fit, i));
            assert_int_equal(touch->is_at_work, is_at_work(w, fit, i));
            if (touch->effect == GP_EFFECT_ANSWERS &&
                (first == GP_NONE || is_better(w, fit, i, first)))
                first = i;
        }
    assert_int_equal(count, fit->touch_count);
    assert_int_equal(first, fit->first);
}

/* The last day since the measurement on which an iteration ended or the intervention went live:
 * day by day, from each point of its own grid. */
static gp_day last_event(const slow *w, uint32_t i, gp_day since)
{
    const gp_intervention *a = &w->p->interventions[i];
    gp_day grid = w->s->network->activities[w->s->network->intervention_activity[i]].release;
    gp_day last = GP_NO_DAY;
    if (is_live(w, i))
        return dates_of(w, i)->earliest_ready >= since ? dates_of(w, i)->earliest_ready : last;
    for (gp_day day = since + 1; day <= w->p->status_date; day++)
        if (day > dates_of(w, i)->earliest_start &&
            gp_round_down(&w->p->calendar, grid, a->cycle, day) == day)
            last = day;
    return last;
}

static void check_due(const slow *w, const gp_fit *fit)
{
    gp_day due = GP_NO_DAY;
    for (uint32_t i = 0; i < fit->touch_count; i++) {
        if (fit->touches[i].effect != GP_EFFECT_ANSWERS) continue;
        gp_day on = last_event(w, fit->touches[i].intervention, newest(fit)->on);
        if (on > due) due = on;
    }
    assert_int_equal(fit->due_on, due);
    assert_int_equal(fit->due == GP_NONE, due == GP_NO_DAY);
    if (fit->due != GP_NONE) assert_int_equal(fit->is_due_live, is_live(w, fit->due));
    assert_true(fit->due_periods >= 0);
}

/* ---- aims ---- */

static bool overlaps(const uint32_t *a, uint32_t a_count, const uint32_t *b, uint32_t b_count)
{
    for (uint32_t i = 0; i < a_count; i++)
        if (b_count && holds(b, b_count, a[i])) return true;
    return a_count == 0 || b_count == 0;
}

static bool is_opposed(const slow *w, const gp_aim *aim, const gp_aim *other)
{
    const gp_intervention *a = &w->p->interventions[aim->intervention];
    const gp_intervention *b = &w->p->interventions[other->intervention];
    int sides = aim->direction + other->direction;
    return a != b && aim->dimension == other->dimension &&
           sides == GP_DIRECTION_MORE + GP_DIRECTION_LESS && aim->direction != other->direction &&
           aim->direction && other->direction &&
           overlaps(a->segments, a->segment_count, b->segments, b->segment_count) &&
           overlaps(a->situations, a->situation_count, b->situations, b->situation_count);
}

static void check_aim(const slow *w, const gp_fits *fits, uint32_t index)
{
    const gp_aim *aim = &fits->aims[index];
    bool too_little = false, too_much = false, worsens = false, answers = false;
    uint32_t opposed_by = GP_NONE;
    for (uint32_t f = 0; f < fits->fit_count; f++) {
        const gp_fit *fit = &fits->fits[f];
        if (fit->dimension != aim->dimension || !touches(w, fit, aim->intervention)) continue;
        worsens |= effect(fit, aim->direction) == GP_EFFECT_WORSENS;
        answers |= effect(fit, aim->direction) == GP_EFFECT_ANSWERS;
        if (is_in_part(w, fit, aim->intervention)) continue;
        too_little |= newest(fit)->gap == GP_TOO_LITTLE;
        too_much |= newest(fit)->gap == GP_TOO_MUCH;
    }
    for (uint32_t i = index; i-- > 0;)
        if (is_opposed(w, aim, &fits->aims[i])) opposed_by = fits->aims[i].intervention;
    bool is_right = aim->direction == GP_DIRECTION_MORE
                        ? too_little
                        : aim->direction == GP_DIRECTION_LESS && too_much;
    bool is_conflict = too_little && too_much && aim->direction != GP_DIRECTION_OTHERWISE;
    assert_int_equal(aim->opposed_by, opposed_by);
    assert_int_equal(aim->too_little != GP_NONE, is_conflict);
    assert_int_equal(aim->too_much != GP_NONE, is_conflict);
    assert_int_equal(aim->worsens != GP_NONE, worsens && !is_right && !is_conflict);
    if (answers) assert_int_equal(aim->outcome, GP_AIM_ANSWERS);
}

/* ---- traces ---- */

/* The earliest date among all steps that an intervention waits for and that are neither done nor
 * under way, as the plan has it where the intervention stands alone. */
static gp_day first_date(const gp_schedule *alone, uint32_t activity)
{
    const gp_network *network = alone->network;
    const gp_dates *own = &alone->dates[activity];
    gp_day first = GP_NO_DAY;
    if (network->activities[activity].kind != GP_KIND_INTERVENTION &&
        own->latest_start != GP_NO_DAY)
        first = own->identify_by;
    for (uint32_t i = network->arc_first[activity]; i < network->arc_first[activity + 1]; i++) {
        if (!is_waited_for_by(alone, i)) continue;
        gp_day by = first_date(alone, network->arcs[i].from);
        if (by != GP_NO_DAY && (first == GP_NO_DAY || by < first)) first = by;
    }
    return first;
}

static void check_trace(test_draft *t, const slow *w, const gp_traces *traces, uint32_t index)
{
    const gp_trace *trace = &traces->traces[index];
    const gp_fit *fit = &traces->fits->fits[trace->fit];
    assert_int_equal(trace->intervention, fit->first);
    assert_int_equal(trace->closing == GP_CLOSING_NONE, fit->first == GP_NONE);
    if (fit->first == GP_NONE) return;
    uint32_t activity = w->s->network->intervention_activity[fit->first];
    const gp_schedule *alone = schedule_alone(t, w->s, fit->first);
    if (!alone) return;
    gp_day first = first_date(alone, same_step(w->s->network, activity, alone->network));
    assert_int_equal(trace->from, w->s->dates[activity].earliest_ready);
    bool is_own = trace->decision.activity == activity;
    if (first != GP_NO_DAY) assert_int_equal(trace->decision.by, first);
    if (first == GP_NO_DAY) assert_true(is_own || trace->decision.kind == GP_DECISION_NONE);
    bool is_listed = first == GP_NO_DAY;
    for (uint32_t i = 0; i < trace->step_count; i++)
        is_listed |= trace->steps[i].activity == trace->decision.activity;
    assert_true(is_listed);
    for (uint32_t i = 1; i < trace->step_count; i++)
        assert_int_not_equal(trace->steps[i].activity, trace->steps[i - 1].activity);
}

static void check_agenda(const gp_traces *traces)
{
    for (uint32_t i = 1; i < traces->agenda_count; i++)
        assert_true(traces->agenda[i - 1].decision.by <= traces->agenda[i].decision.by);
    for (uint32_t i = 0; i < traces->count; i++) {
        const gp_trace *trace = &traces->traces[i];
        bool is_listed =
            trace->closing != GP_CLOSING_PLANNED || trace->decision.kind == GP_DECISION_NONE;
        for (uint32_t a = 0; a < traces->agenda_count && !is_listed; a++)
            if (traces->agenda[a].decision.activity == trace->decision.activity)
                is_listed = holds(traces->agenda[a].interventions, traces->agenda[a].count,
                                  trace->intervention);
        assert_true(is_listed);
    }
}

static void check_all(test_draft *t, const slow *w)
{
    gp_fits fits;
    gp_traces traces;
    assert_int_equal(gp_find_fits(t->job, w->s, &fits), GP_OK);
    check_readings(w, &fits);
    for (uint32_t f = 0; f < fits.fit_count; f++) {
        check_touches(w, &fits.fits[f]);
        check_due(w, &fits.fits[f]);
    }
    for (uint32_t i = 0; i < fits.aim_count; i++) check_aim(w, &fits, i);
    assert_int_equal(gp_trace_gaps(t->job, w->s, &traces), GP_OK);
    for (uint32_t i = 0; i < traces.count; i++) check_trace(t, w, &traces, i);
    check_agenda(&traces);
}

static void random_portfolios_agree(void **state)
{
    (void)state;
    static generator g;
    for (uint64_t seed = 1; seed <= ROUNDS; seed++) {
        slow w = {.p = random_portfolio(&g, seed * 104729)};
        const gp_network *network;
        if (gp_build_network(g.draft.job, w.p, &network) == GP_OK) {
            assert_int_equal(gp_schedule_network(g.draft.job, network, NULL, &w.s), GP_OK);
            check_all(&g.draft, &w);
        }
        gp_job_free(g.draft.job);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(random_portfolios_agree)};
    return cmocka_run_group_tests_name("fit properties", tests, NULL, NULL);
}
