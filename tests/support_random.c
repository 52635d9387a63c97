/* SPDX-License-Identifier: MIT
 * Draws the portfolios of support_random.h. */
#include "tests/support_random.h"
#include "tests/support_citizens.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>

static uint32_t below(generator *g, uint32_t limit)
{
    return test_random(&g->seed, limit);
}

static bool one_in(generator *g, uint32_t chances)
{
    return below(g, chances) == 0;
}

static gp_duration random_duration(generator *g, uint32_t days)
{
    switch (below(g, 6)) {
    case 0: return MONTHS((int16_t)(1 + below(g, 4)));
    case 1: return WORKDAYS((int32_t)below(g, days));
    case 2: return (gp_duration){.months = 1, .days = 3, .unit = GP_DURATION_CALENDAR};
    default: return DAYS((int32_t)below(g, days));
    }
}

/* Rounds at dates, some of them before the status date, and most often none after a while. */
static void date_rounds(generator *g, gp_planning *planning, gp_day dates[RANDOM_DATES])
{
    gp_day day = RANDOM_STATUS_DATE - 60;
    planning->date_count = 1 + below(g, RANDOM_DATES);
    planning->dates = dates;
    for (uint32_t i = 0; i < planning->date_count; i++) dates[i] = day += 1 + (gp_day)below(g, 100);
}

/* The planning in one of the slots. */
static gp_planning random_planning(generator *g, uint32_t slot)
{
    gp_planning planning = {.from = RANDOM_STATUS_DATE - 200 + (gp_day)below(g, 400)};
    if (one_in(g, 3)) return planning; /* no rounds */
    bool is_dated = one_in(g, 3);
    if (is_dated) date_rounds(g, &planning, g->dates[slot]);
    if (!is_dated || one_in(g, 2)) planning.round = random_duration(g, 90);
    if (one_in(g, 2)) planning.prepare = random_duration(g, 30);
    return planning;
}

/* Who writes requirements: capability or intervention number `index`. */
typedef struct owner {
    char kind; /* 'c' or 'i' */
    uint32_t index;
} owner;

/* Something that the owner may require: an earlier one, at times one that is missing, and where
 * cycles are wanted any other capability. */
static owner pick_target(generator *g, owner from)
{
    if (one_in(g, 14)) return (owner){'m', below(g, 3)};
    if (from.kind == 'i' && from.index > 0 && one_in(g, 4))
        return (owner){'i', below(g, from.index)};
    uint32_t range = from.kind == 'i' ? g->capability_count : from.index;
    if (from.kind == 'c' && g->has_cycles && one_in(g, 6)) range = g->capability_count;
    owner target = {'c', range ? below(g, range) : 0};
    if (range == 0 || (from.kind == 'c' && target.index == from.index))
        return (owner){'m', below(g, 3)};
    return target;
}

static void write_requires(generator *g, owner from, uint32_t most, char *out, size_t size)
{
    size_t at = 0;
    bool is_in_group = false;
    out[0] = '\0';
    for (uint32_t n = below(g, most + 1); n > 0 || is_in_group; n -= n > 0) {
        owner target = pick_target(g, from);
        at += (size_t)snprintf(out + at, size - at, "%s%c%u", at && !is_in_group ? " " : "",
                               target.kind, (unsigned)target.index);
        if (target.kind != 'i' && one_in(g, 4))
            at += (size_t)snprintf(out + at, size - at, "@%u", (unsigned)(1 + below(g, 4)));
        if (one_in(g, 4)) {
            char lag[GP_DURATION_SIZE];
            gp_format_duration(random_duration(g, 20), lag);
            at += (size_t)snprintf(out + at, size - at, "+%s%s", one_in(g, 3) ? "-" : "", lag);
        }
        if (one_in(g, 5))
            at += (size_t)snprintf(out + at, size - at, "!ready");
        else if (from.kind == 'i' && one_in(g, 3))
            at += (size_t)snprintf(out + at, size - at, "%s", one_in(g, 2) ? "!start" : "!live");
        if (one_in(g, 6)) at += (size_t)snprintf(out + at, size - at, "^");
        is_in_group = one_in(g, is_in_group ? 2 : 7);
        if (is_in_group) at += (size_t)snprintf(out + at, size - at, "|");
        assert_true(at < size);
    }
}

static void fill_lead(generator *g, gp_lead *lead, gp_estimate *aspects)
{
    if (!one_in(g, 8)) lead->lead_time.likely = random_duration(g, 60);
    if (!one_in(g, 4)) return;
    for (int i = 0; i < GP_ASPECT_COUNT; i++) {
        aspects[i] = (gp_estimate){0};
        if (one_in(g, 2)) aspects[i].likely = random_duration(g, 60);
    }
    lead->aspects = aspects;
}

static void fill_levels(generator *g, gp_capability *capability, uint32_t index)
{
    char text[256];
    gp_level *levels = g->levels[index];
    for (uint8_t level = 1; level <= GP_LEVEL_MAX; level++) {
        if (one_in(g, 2)) continue;
        gp_level *entry = &levels[capability->level_count++];
        *entry = (gp_level){.level = level};
        entry->lead.lead_time.likely = random_duration(g, 40);
        if (one_in(g, 3)) entry->planning = &g->plannings[RANDOM_CAPABILITIES + index];
        write_requires(g, (owner){'c', index}, 2, text, sizeof text);
        entry->requires = test_requires(&g->draft, text);
    }
    capability->levels = levels;
}

static gp_day maybe_day(generator *g, int32_t from, uint32_t days)
{
    return one_in(g, 3) ? RANDOM_STATUS_DATE + from + (gp_day)below(g, days) : GP_NO_DAY;
}

static const gp_window *random_window(generator *g, uint32_t index)
{
    if (!one_in(g, 4)) return NULL;
    gp_window *window = &g->windows[index];
    window->not_before = maybe_day(g, -50, 300);
    window->not_ready_before = maybe_day(g, -50, 400);
    window->start_by = maybe_day(g, -50, 400);
    window->needed_by = maybe_day(g, 0, 700);
    return window;
}

static uint8_t random_progress(generator *g)
{
    return one_in(g, 8) ? (uint8_t)below(g, 101) : 0;
}

static void add_capability(generator *g, uint32_t index)
{
    char id[16], text[256];
    gp_capability capability = test_capability(-1);
    snprintf(id, sizeof id, "c%u", (unsigned)index);
    g->plannings[index] = random_planning(g, index);
    g->plannings[RANDOM_CAPABILITIES + index] = random_planning(g, RANDOM_CAPABILITIES + index);
    if (one_in(g, 3)) capability.planning = &g->plannings[index];
    fill_lead(g, &capability.lead, g->aspects[index]);
    if (one_in(g, 3)) capability.level = below(g, 4) & 7u;
    if (one_in(g, 3)) fill_levels(g, &capability, index);
    if (one_in(g, 6)) capability.identified = RANDOM_STATUS_DATE - 60 + (gp_day)below(g, 200);
    if (one_in(g, 6)) capability.started = RANDOM_STATUS_DATE - (gp_day)below(g, 90);
    if (one_in(g, 10)) capability.ready = RANDOM_STATUS_DATE - 20 + (gp_day)below(g, 200);
    capability.window = random_window(g, index);
    capability.progress = random_progress(g) & 127u;
    write_requires(g, (owner){'c', index}, 3, text, sizeof text);
    add_test_capability(&g->draft, id, capability, text);
}

/* What citizens need comes from a stream of its own: it changes no date of the others. */
static uint32_t pick(generator *g, uint32_t below_this)
{
    return test_random(&g->citizens, below_this);
}

static gp_intervention aim(generator *g, gp_intervention intervention)
{
    static const char *const addresses[] = {"",
                                            "time",
                                            "time>more",
                                            "time>less empathy>otherwise",
                                            "empathy>more time>more place",
                                            "place>less"};
    static const char *const contexts[] = {"", "s0", "s1", "t0", "s0 s1 t1", "s1 t0 t1"};
    return test_aimed(&g->draft, intervention, addresses[pick(g, 6)], contexts[pick(g, 6)]);
}

static void add_measurements(generator *g)
{
    static const char *const dimensions[] = {"time", "empathy", "place"};
    static const char *const segments[] = {NULL, "s0", "s1"};
    static const char *const situations[] = {NULL, "t0", "t1"};
    for (uint32_t count = pick(g, 16); count > 0; count--)
        add_test_measurement(&g->draft, dimensions[pick(g, 3)], segments[pick(g, 3)],
                             situations[pick(g, 3)], pick(g, 5) / 4.0 - (pick(g, 9) == 0 ? 2 : 0),
                             pick(g, 5) / 4.0, pick(g, 3) ? GP_MISMATCH_NONE : pick(g, 4),
                             RANDOM_STATUS_DATE - 60 + (gp_day)pick(g, 60));
}

static void add_intervention(generator *g, uint32_t index)
{
    char id[16], text[512];
    gp_intervention intervention = test_intervention(GP_DEVELOP, 0);
    snprintf(id, sizeof id, "i%u", (unsigned)index);
    intervention.duration = random_duration(g, 60);
    do intervention.cycle = random_duration(g, 30);
    while (intervention.cycle.months == 0 && intervention.cycle.days == 0);
    if (one_in(g, 2)) intervention.start = RANDOM_STATUS_DATE - 50 + (gp_day)below(g, 300);
    if (one_in(g, 2)) intervention.needed_by = RANDOM_STATUS_DATE + (gp_day)below(g, 700);
    intervention.window = random_window(g, RANDOM_CAPABILITIES + index);
    intervention.progress = random_progress(g);
    write_requires(g, (owner){'i', index}, 4, text, sizeof text);
    add_test_intervention(&g->draft, id, aim(g, intervention), text);
}

const gp_portfolio *random_portfolio(generator *g, uint64_t seed)
{
    *g = (generator){.seed = seed, .citizens = seed ^ 0x9e3779b97f4a7c15U};
    start_test_draft(&g->draft);
    add_test_contexts(&g->draft, 2, 2);
    gp_settings *settings = gp_draft_settings(g->draft.draft);
    settings->status_date = RANDOM_STATUS_DATE;
    settings->is_chain_start = one_in(g, 4);
    settings->planning = random_planning(g, RANDOM_CAPABILITIES * 2);
    settings->days_off = one_in(g, 2) ? 0x60 : (uint8_t)below(g, 127);
    for (int i = 0; i < 20; i++) g->holidays[i] = RANDOM_STATUS_DATE - 100 + (gp_day)below(g, 600);
    settings->holidays = g->holidays;
    settings->holiday_count = below(g, 21);
    g->has_cycles = one_in(g, 5);
    g->capability_count = 1 + below(g, RANDOM_CAPABILITIES);
    uint32_t interventions = below(g, RANDOM_INTERVENTIONS + 1);
    for (uint32_t i = 0; i < g->capability_count; i++) add_capability(g, i);
    for (uint32_t i = 0; i < interventions; i++) add_intervention(g, i);
    add_measurements(g);
    return finish_test_draft(&g->draft);
}
