/* SPDX-License-Identifier: MIT
 * Shares over a sample of orders, where all of them are too many. From OLD the units are put in one
 * by one, in some order, up to NEW; then they are taken out in that same order, which is the
 * backward order put in. What one unit does with another is so counted as often for the one as for
 * the other, and a pair is without error.
 *
 * The orders come from what an edit is, not from where it stands among others: so what else is
 * edited in a file changes no share that it does not matter to. */
#include "core/shares.h"

#include <stdlib.h>

#define SEED UINT64_C(0x67726f6569706164) /* any will do, as long as it stays the same */

typedef struct keyed {
    uint64_t key;
    uint32_t unit;
} keyed;

typedef struct walk {
    gp_worlds *worlds;
    const gp_questions *questions;
    gp_tally *tallies;
    uint32_t *members; /* moved, to which more matters than GP_EXACT_UNITS */
    uint32_t count;
    uint64_t *names; /* by unit: what it is, as a number */
    keyed *units;    /* those that matter to one of them, in the order of this walk */
    uint32_t unit_count;
    int32_t *days; /* by member: how much later than in OLD, in this world */
} walk;

/* A number that looks like any other: the finalizer of MurmurHash3. */
static uint64_t scatter(uint64_t x)
{
    x ^= x >> 33;
    x *= UINT64_C(0xff51afd7ed558ccd);
    x ^= x >> 33;
    x *= UINT64_C(0xc4ceb9fe1a85ec53);
    return x ^ x >> 33;
}

static uint64_t add_name(uint64_t name, const char *text)
{
    for (; text && *text; text++) name = (name ^ (unsigned char)*text) * UINT64_C(0x100000001b3);
    return scatter(name + 1);
}

static uint64_t name_edit(const gp_edit *edit)
{
    uint64_t name = add_name(SEED + edit->kind, edit->id);
    name = add_name(name, edit->key);
    for (uint32_t i = 0; i < edit->require_count; i++) name = add_name(name, edit->requires[i]);
    return name;
}

static int by_key(const void *left, const void *right)
{
    const keyed *a = left, *b = right;
    if (a->key != b->key) return a->key < b->key ? -1 : 1;
    return (a->unit > b->unit) - (a->unit < b->unit);
}

static gp_status start(gp_job *scratch, walk *w, const gp_edits *edits)
{
    const gp_questions *questions = w->questions;
    w->members = GP_NEW(scratch, uint32_t, questions->moved_count);
    w->days = GP_NEW(scratch, int32_t, questions->moved_count);
    w->names = GP_NEW(scratch, uint64_t, questions->units.count);
    w->units = GP_NEW(scratch, keyed, questions->units.count);
    if (!w->members || !w->days || !w->names || !w->units) return gp_no_memory(scratch);
    for (uint32_t e = edits->count; e-- > 0;)
        if (questions->units.of_edit[e] != GP_NONE)
            w->names[questions->units.of_edit[e]] = name_edit(&edits->edits[e]);
    for (uint32_t i = 0; i < questions->moved_count; i++)
        if (gp_count_units(questions, questions->moved[i].relevant) > GP_EXACT_UNITS)
            w->members[w->count++] = i;
    for (uint32_t u = 0; u < questions->units.count; u++) {
        bool matters = false;
        for (uint32_t i = 0; i < w->count; i++)
            matters |= gp_has_bit(questions->moved[w->members[i]].relevant, u);
        if (matters) w->units[w->unit_count++].unit = u;
    }
    return GP_OK;
}

static int32_t days_of(const walk *w, uint32_t member)
{
    return gp_live_day(w->worlds, w->members[member]) -
           w->questions->moved[w->members[member]].from;
}

/* Toggles a unit and counts what that did; `sign` -1: it is taken out. */
static gp_status step(const walk *w, uint32_t unit, int32_t sign)
{
    GP_TRY(gp_toggle_unit(w->worlds, unit));
    for (uint32_t i = 0; i < w->count; i++) {
        int32_t days = days_of(w, i);
        w->tallies[w->members[i]].sum[unit] += (int64_t)sign * (days - w->days[i]);
        w->days[i] = days;
    }
    return GP_OK;
}

static void shuffle(const walk *w, uint64_t round)
{
    for (uint32_t i = 0; i < w->unit_count; i++)
        w->units[i].key = scatter(w->names[w->units[i].unit] ^ scatter(SEED + round));
    qsort(w->units, w->unit_count, sizeof *w->units, by_key);
}

/* What each unit does by itself: to the world in which none is made, or all are. */
static gp_status try_each(const walk *w, bool is_in_all)
{
    for (uint32_t k = 0; k < w->unit_count; k++) {
        uint32_t unit = w->units[k].unit;
        GP_TRY(gp_toggle_unit(w->worlds, unit));
        for (uint32_t i = 0; i < w->count; i++) {
            const gp_tally *tally = &w->tallies[w->members[i]];
            int32_t *to = is_in_all ? tally->without : tally->alone;
            to[unit] = is_in_all ? w->days[i] - days_of(w, i) : days_of(w, i) - w->days[i];
        }
        GP_TRY(gp_toggle_unit(w->worlds, unit));
    }
    return GP_OK;
}

gp_status gp_share_by_orders(gp_job *scratch, gp_worlds *worlds, const gp_questions *questions,
                             const gp_edits *edits, gp_tally *tallies)
{
    walk w = {.worlds = worlds, .questions = questions, .tallies = tallies};
    GP_TRY(start(scratch, &w, edits));
    if (w.count == 0) return GP_OK;
    GP_TRY(gp_aim_worlds(worlds, w.members, w.count));
    for (uint32_t i = 0; i < w.count; i++) {
        tallies[w.members[i]].parts = (int64_t)GP_ORDER_PAIRS * 2;
        tallies[w.members[i]].is_estimated = true;
    }
    GP_TRY(try_each(&w, false));
    for (uint64_t round = 0; round < GP_ORDER_PAIRS; round++) {
        shuffle(&w, round);
        for (uint32_t i = 0; i < w.unit_count; i++) GP_TRY(step(&w, w.units[i].unit, 1));
        if (round == 0) GP_TRY(try_each(&w, true));
        for (uint32_t i = 0; i < w.unit_count; i++) GP_TRY(step(&w, w.units[i].unit, -1));
    }
    return GP_OK;
}
