/* SPDX-License-Identifier: MIT
 * What became of a step since an older version? The comparison says which step of the older version
 * it is, and the two schedules have its dates; here they only get words and signs. */
#include "render/older.h"
#include "groeipad/demand.h"

#include <stdlib.h>
#include <string.h>

gp_was gp_find_was(const gp_older *older, uint32_t activity)
{
    gp_was was = {.became = GP_BECAME_SAME, .activity = GP_NONE};
    if (!older) return was;
    was.activity = older->comparison->counterpart[activity];
    was.became = GP_BECAME_NEW;
    if (was.activity == GP_NONE) return was;
    const gp_dates *then = &older->comparison->old_schedule->dates[was.activity];
    const gp_dates *now = &older->comparison->new_schedule->dates[activity];
    was.start = then->earliest_start;
    was.ready = then->earliest_ready;
    was.days = now->earliest_ready - then->earliest_ready;
    was.became = was.days > 0                                  ? GP_BECAME_LATER
                 : was.days < 0                                ? GP_BECAME_SOONER
                 : now->earliest_start != then->earliest_start ? GP_BECAME_SHIFTED
                                                               : GP_BECAME_SAME;
    return was;
}

/* ---- who is who ---- */

gp_status gp_find_kin(gp_job *job, const gp_comparison *c, gp_kin *out)
{
    const gp_portfolio *then = c->old_schedule->network->portfolio;
    const gp_portfolio *now = c->new_schedule->network->portfolio;
    out->older = GP_NEW(job, uint32_t, now->symbol_count);
    out->heir = GP_NEW(job, uint32_t, then->symbol_count);
    if (!out->older || !out->heir) return gp_no_memory(job);
    for (uint32_t i = 0; i < now->symbol_count; i++)
        out->older[i] = gp_find_symbol(then, now->ids[i]);
    for (uint32_t i = 0; i < then->symbol_count; i++)
        out->heir[i] = gp_find_symbol(now, then->ids[i]);
    for (uint32_t i = 0; i < c->edits->count; i++) {
        const gp_edit *edit = &c->edits->edits[i];
        if (edit->what != GP_EDIT_RENAMED) continue;
        uint32_t old = gp_find_symbol(then, edit->old_id), new = gp_find_symbol(now, edit->id);
        if (old == GP_NONE || new == GP_NONE) continue;
        out->older[new] = old;
        out->heir[old] = new;
    }
    return GP_OK;
}

/* ---- what is gone ---- */

/* What of what is drawn it is now; GP_NONE: nothing. */
static uint32_t heir_of(const gp_comparison *c, const gp_kin *kin, uint32_t activity)
{
    return kin->heir[c->old_schedule->network->activities[activity].symbol];
}

/* What was missing and is not any more is no loss: it stands among what is new. */
static bool is_described(const gp_comparison *c, const gp_kin *kin, uint32_t activity)
{
    if (c->old_schedule->network->activities[activity].kind != GP_KIND_MISSING) return false;
    return heir_of(c, kin, activity) != GP_NONE;
}

/* The level of a capability that is still there has been reached. */
static uint8_t became_of(const gp_comparison *c, const gp_kin *kin, uint32_t activity)
{
    const gp_portfolio *now = c->new_schedule->network->portfolio;
    const gp_activity *a = &c->old_schedule->network->activities[activity];
    if (a->kind != GP_KIND_CAPABILITY) return GP_BECAME_GONE;
    uint32_t symbol = heir_of(c, kin, activity);
    if (symbol == GP_NONE || now->items[symbol].kind != GP_ITEM_CAPABILITY) return GP_BECAME_GONE;
    const gp_capability *capability = &now->capabilities[now->items[symbol].index];
    return capability->level >= a->level ? GP_BECAME_REACHED : GP_BECAME_GONE;
}

typedef struct sorted {
    gp_gone gone;
    gp_day start;
    const char *id;
    uint8_t level;
} sorted;

static int by_start(const void *left, const void *right)
{
    const sorted *a = left, *b = right;
    if (a->start != b->start) return a->start < b->start ? -1 : 1;
    int order = strcmp(a->id, b->id);
    return order ? order : (a->level > b->level) - (a->level < b->level);
}

/* By activity of the older version: did the one that is asked for rest on it? NULL: all may be. */
static gp_status mark_resting(gp_job *job, const gp_comparison *c, uint32_t rests_on, uint8_t **out)
{
    gp_activities resting = {0};
    *out = NULL;
    if (rests_on == GP_NONE) return GP_OK;
    *out = GP_NEW(job, uint8_t, c->old_schedule->network->activity_count);
    if (!*out) return gp_no_memory(job);
    uint32_t then = c->counterpart[rests_on];
    if (then == GP_NONE) return GP_OK;
    GP_TRY(gp_find_ancestors(job, c->old_schedule, then, NULL, &resting));
    for (uint32_t i = 0; i < resting.count; i++) (*out)[resting.activities[i]] = 1;
    return GP_OK;
}

gp_status gp_list_gone(gp_job *job, const gp_older *older, uint32_t rests_on, gp_gone_list *out)
{
    *out = (gp_gone_list){0};
    if (!older) return GP_OK;
    const gp_comparison *c = older->comparison;
    const gp_network *then = c->old_schedule->network;
    sorted *rows = GP_NEW(job, sorted, then->activity_count);
    uint8_t *is_resting;
    gp_kin kin;
    GP_TRY(gp_find_kin(job, c, &kin));
    GP_TRY(mark_resting(job, c, rests_on, &is_resting));
    if (!rows) return gp_no_memory(job);
    for (uint32_t i = 0; i < then->activity_count; i++) {
        bool is_shown = !is_resting || is_resting[i];
        if (c->has_followed[i] || !is_shown || is_described(c, &kin, i)) continue;
        if (!gp_passes(older->filter, then->activities[i].symbol)) continue;
        rows[out->count++] = (sorted){{i, became_of(c, &kin, i)},
                                      c->old_schedule->dates[i].earliest_start,
                                      gp_activity_id(then, i),
                                      then->activities[i].level};
    }
    if (out->count > 1) qsort(rows, out->count, sizeof *rows, by_start);
    out->gone = GP_NEW(job, gp_gone, out->count);
    if (!out->gone) return gp_no_memory(job);
    for (uint32_t i = 0; i < out->count; i++) out->gone[i] = rows[i].gone;
    return GP_OK;
}

/* ---- words ---- */

bool gp_has_changed(const gp_tally *tally)
{
    uint32_t sum = 0;
    for (int i = GP_BECAME_SAME + 1; i < GP_BECOMINGS; i++) sum += tally->counts[i];
    return sum > 0;
}

void gp_add_older_words(gp_buffer *buffer, gp_language language, const gp_older *older,
                        const gp_tally *tally)
{
    static const char *const words[2][GP_BECOMINGS] = {
        {"", "later", "earlier", "ready the same day but begun on another", "new", "gone",
         "reached"},
        {"", "later", "eerder", "dezelfde dag klaar maar anders begonnen", "nieuw", "vervallen",
         "bereikt"}};
    bool is_first = true;
    if (!older) return;
    gp_add_text(buffer, gp_say(language, " \xC2\xB7 against ", " \xC2\xB7 tegenover "));
    gp_add_text(buffer, older->name);
    gp_add_text(buffer, ": ");
    for (int i = GP_BECAME_SAME + 1; i < GP_BECOMINGS; i++) {
        if (!tally->counts[i]) continue;
        if (!is_first) gp_add_text(buffer, ", ");
        is_first = false;
        gp_add_number(buffer, tally->counts[i]);
        gp_add_text(buffer, " ");
        gp_add_text(buffer, words[language][i]);
    }
    if (is_first) gp_add_text(buffer, gp_say(language, "nothing moved", "niets verschoof"));
}

static const char *const signs[2][GP_BECOMINGS] = {
    {"", "", "", "", "new", "gone", "reached"}, {"", "", "", "", "nieuw", "vervallen", "bereikt"}};

static void add_days(gp_buffer *buffer, gp_language language, int32_t days)
{
    gp_add_text(buffer, days > 0 ? "+" : "\xE2\x88\x92");
    gp_add_number(buffer, days > 0 ? days : -(int64_t)days);
    gp_add_text(buffer, " ");
    gp_add_text(buffer, gp_word_of(GP_WORD_DAYS_SHORT, language));
}

void gp_add_became(gp_buffer *buffer, gp_language language, const gp_was *was)
{
    if (was->became == GP_BECAME_LATER || was->became == GP_BECAME_SOONER)
        add_days(buffer, language, was->days);
    else
        gp_add_text(buffer, signs[language][was->became]);
}

const char *gp_became_words(gp_became became, gp_language language)
{
    static const char *const words[2][GP_BECOMINGS] = {
        {NULL, "where it stood, and by how many days it moved",
         "where it stood, and by how many days it moved", "where it stood", "new: was not there",
         "gone: is not there any more", "reached: the level is there now"},
        {NULL, "waar het stond, en hoeveel dagen het verschoof",
         "waar het stond, en hoeveel dagen het verschoof", "waar het stond", "nieuw: was er niet",
         "vervallen: is er niet meer", "bereikt: het niveau is er nu"}};
    return words[language][became];
}

void gp_add_was(gp_buffer *buffer, gp_language language, const gp_was *was)
{
    if (was->became == GP_BECAME_SAME) return;
    gp_add_text(buffer, "\n");
    if (was->became >= GP_BECAME_NEW) {
        gp_add_text(buffer, signs[language][was->became]);
        return;
    }
    gp_add_text(buffer, gp_word_of(GP_WORD_WAS, language));
    gp_add_text(buffer, ": ");
    gp_add_day(buffer, was->start);
    gp_add_text(buffer, " \xE2\x80\x93 ");
    gp_add_day(buffer, was->ready);
    if (!was->days) return;
    gp_add_text(buffer, " (");
    add_days(buffer, language, was->days);
    gp_add_text(buffer, ")");
}
