/* SPDX-License-Identifier: MIT
 * A capability map beside an older version: what became of each capability, by its step that moved
 * most. Capabilities that are gone have no place among the others: they stand below. */
#include "render/element_id.h"
#include "render/map_picture.h"

#include <string.h>

#define WAS_ROOM GP_UNITS(13)
#define GAP GP_UNITS(4)
#define MIDDLE GP_UNITS(3) /* of a sign above the base line of its words */

typedef struct looking {
    gp_map_picture *picture;
    const gp_comparison *c;
    const gp_portfolio *then, *now;
    gp_kin kin;
} looking;

static bool is_capability(const gp_portfolio *portfolio, uint32_t symbol)
{
    return portfolio->items[symbol].kind == GP_ITEM_CAPABILITY ||
           portfolio->items[symbol].kind == GP_ITEM_MISSING;
}

/* ---- what became of a row ---- */

static int64_t size_of(int32_t days)
{
    return days < 0 ? -(int64_t)days : days;
}

/* Of two steps: the one that moved more, and of those that moved as much the first. */
static bool says_more(const gp_was *was, const gp_was *than)
{
    if (was->became == GP_BECAME_SAME || was->became >= GP_BECAME_NEW) return false;
    return than->became == GP_BECAME_SAME || size_of(was->days) > size_of(than->days);
}

static bool has_reached(const looking *l, uint32_t symbol)
{
    const gp_network *then = l->c->old_schedule->network;
    gp_item item = l->now->items[symbol];
    if (item.kind != GP_ITEM_CAPABILITY || l->kin.older[symbol] == GP_NONE) return false;
    for (uint8_t level = 1; level <= l->now->capabilities[item.index].level; level++)
        if (gp_find_activity(then, l->kin.older[symbol], level) != GP_NONE) return true;
    return false;
}

/* A capability is what it was, and one that was described and is missing now is another. */
static bool is_new(const looking *l, uint32_t symbol)
{
    uint32_t older = l->kin.older[symbol];
    return older == GP_NONE || l->then->items[older].kind != l->now->items[symbol].kind;
}

/* The highest step of a row that came, or went without being reached; 0: none. */
static uint8_t find_other_step(const looking *l, uint32_t symbol, bool is_gone)
{
    const gp_network *network = is_gone ? l->c->old_schedule->network : l->c->new_schedule->network;
    uint32_t of = is_gone ? l->kin.older[symbol] : symbol;
    if (l->now->items[symbol].kind != GP_ITEM_CAPABILITY) return 0;
    for (uint8_t level = GP_LEVEL_MAX; level > 0; level--) {
        uint32_t activity = gp_find_activity(network, of, level);
        if (activity == GP_NONE) continue;
        if (is_gone ? !l->c->has_followed[activity] : l->c->counterpart[activity] == GP_NONE)
            return level;
    }
    return 0;
}

/* What became of a row, and in *level of which step where only that step came or went. */
static gp_was find_was(const looking *l, uint32_t symbol, uint8_t *level)
{
    const gp_network *now = l->c->new_schedule->network;
    bool is_step = l->now->items[symbol].kind == GP_ITEM_CAPABILITY;
    gp_was found = {.became = is_new(l, symbol) ? GP_BECAME_NEW : GP_BECAME_SAME,
                    .activity = GP_NONE};
    if (found.became == GP_BECAME_NEW) return found;
    for (uint8_t at = is_step; at <= (is_step ? GP_LEVEL_MAX : 0); at++) {
        uint32_t activity = gp_find_activity(now, symbol, at);
        if (activity == GP_NONE) continue;
        gp_was was = gp_find_was(l->picture->view->older, activity);
        if (says_more(&was, &found)) found = was;
    }
    if (found.became != GP_BECAME_SAME) return found;
    if (has_reached(l, symbol)) found.became = GP_BECAME_REACHED;
    for (int is_gone = 0; is_gone < 2 && found.became == GP_BECAME_SAME; is_gone++) {
        *level = find_other_step(l, symbol, is_gone);
        if (*level) found.became = is_gone ? GP_BECAME_GONE : GP_BECAME_NEW;
    }
    return found;
}

static void word_row(gp_map_picture *picture, gp_map_was *row, uint8_t level)
{
    const gp_sheet *sheet = &picture->sheet;
    row->words = row->more = "";
    if (row->was.became == GP_BECAME_SAME) return;
    if (level) {
        gp_add_text(sheet->scratch, gp_word_of(GP_WORD_LEVEL, sheet->language));
        gp_add_text(sheet->scratch, " ");
        gp_add_number(sheet->scratch, level);
        gp_add_text(sheet->scratch, " ");
    }
    gp_add_became(sheet->scratch, sheet->language, &row->was);
    row->words = gp_take_words(sheet);
    if (row->was.became >= GP_BECAME_NEW) return;
    if (row->was.days) gp_add_text(sheet->scratch, " \xC2\xB7 ");
    gp_add_text(sheet->scratch, gp_word_of(GP_WORD_WAS, sheet->language));
    gp_add_text(sheet->scratch, " ");
    gp_add_day(sheet->scratch, row->was.days ? row->was.ready : row->was.start);
    if (row->was.days)
        row->more = gp_take_words(sheet);
    else
        row->words = gp_take_words(sheet);
}

/* ---- what is gone ---- */

static const char *name_of(const gp_portfolio *portfolio, uint32_t symbol)
{
    gp_item item = portfolio->items[symbol];
    return item.kind == GP_ITEM_CAPABILITY ? portfolio->capabilities[item.index].name
                                           : portfolio->ids[symbol];
}

/* What was missing is no loss as soon as anything has its name. */
static bool is_kept(const looking *l, uint32_t older)
{
    uint32_t heir = l->kin.heir[older];
    if (heir == GP_NONE) return false;
    return l->then->items[older].kind == GP_ITEM_MISSING ||
           l->now->items[heir].kind == GP_ITEM_CAPABILITY;
}

static gp_status list_ghosts(looking *l)
{
    gp_map_picture *picture = l->picture;
    const gp_sheet *sheet = &picture->sheet;
    picture->ghosts = GP_NEW(sheet->job, gp_ghost, l->then->symbol_count);
    if (!picture->ghosts) return gp_no_memory(sheet->job);
    for (uint32_t i = 0; i < l->then->symbol_count; i++) {
        if (!is_capability(l->then, i) || is_kept(l, i)) continue;
        if (!gp_passes(picture->view->older->filter, i)) continue;
        gp_add_text(sheet->scratch, "gone__");
        gp_add_element_id(sheet->scratch, l->then->ids[i]);
        picture->ghosts[picture->ghost_count++] = (gp_ghost){.element_id = gp_take_words(sheet),
                                                             .id = l->then->ids[i],
                                                             .name = name_of(l->then, i),
                                                             .line = "",
                                                             .became = GP_BECAME_GONE};
    }
    picture->tally.counts[GP_BECAME_GONE] += picture->ghost_count;
    return GP_OK;
}

gp_status gp_find_map_was(gp_map_picture *picture)
{
    if (!picture->view->older) return GP_OK;
    looking l = {.picture = picture, .c = picture->view->older->comparison};
    l.then = l.c->old_schedule->network->portfolio;
    l.now = l.c->new_schedule->network->portfolio;
    GP_TRY(gp_find_kin(picture->sheet.job, l.c, &l.kin));
    picture->was = GP_NEW(picture->sheet.job, gp_map_was, picture->map.row_count);
    if (!picture->was) return gp_no_memory(picture->sheet.job);
    for (uint32_t i = 0; i < picture->map.row_count; i++) {
        gp_map_was *row = &picture->was[i];
        row->words = row->more = "";
        if (picture->map.rows[i].is_context) continue;
        uint8_t level = 0;
        row->was = find_was(&l, picture->map.rows[i].symbol, &level);
        word_row(picture, row, level);
        picture->tally.counts[row->was.became]++;
    }
    GP_TRY(list_ghosts(&l));
    picture->has_changed = gp_has_changed(&picture->tally);
    if (picture->has_changed && !picture->is_compact) picture->was_room = WAS_ROOM;
    return picture->sheet.scratch->has_failed ? gp_no_memory(picture->sheet.job) : GP_OK;
}

/* ---- how it is drawn ---- */

static const gp_map_was *was_of(const gp_map_picture *picture, const gp_map_node *node)
{
    if (!picture->was_room || node->row == GP_NONE) return NULL;
    const gp_map_was *was = &picture->was[node->row];
    return *was->words ? was : NULL;
}

bool gp_is_map_row_same(const gp_map_picture *picture, const gp_map_node *node)
{
    return picture->was_room && node->row != GP_NONE && !was_of(picture, node);
}

static gp_length words_width(const char *words)
{
    return gp_measure_text(words, strlen(words), GP_FONT_TAG);
}

/* A sign and words from a place on their base line. */
static void draw(gp_buffer *buffer, const gp_map_was *was, gp_point at, const char *words)
{
    gp_became became = (gp_became)was->was.became;
    gp_length sign = gp_sign_width(became);
    gp_draw_sign(buffer, became, at.x, at.x + sign, at.y - MIDDLE);
    gp_svg_words(buffer, GP_FONT_TAG, (gp_point){at.x + sign + GAP, at.y}, words);
}

void gp_draw_map_was(const gp_map_picture *picture, const gp_map_node *node, gp_point foot,
                     gp_length width)
{
    const gp_map_was *was = was_of(picture, node);
    if (!was) return;
    gp_add_text(picture->sheet.scratch, was->words);
    gp_add_text(picture->sheet.scratch, was->more);
    const char *whole = gp_take_words(&picture->sheet);
    bool has_room = gp_sign_width((gp_became)was->was.became) + GAP + words_width(whole) <= width;
    draw(picture->sheet.buffer, was, foot, has_room ? whole : was->words);
}

gp_length gp_map_was_width(const gp_map_picture *picture, const gp_map_node *node)
{
    const gp_map_was *was = gp_is_frame(node) ? was_of(picture, node) : NULL;
    return was ? gp_sign_width((gp_became)was->was.became) + words_width(was->words) + 3 * GAP : 0;
}

void gp_draw_map_lid_was(const gp_map_picture *picture, const gp_map_node *node, gp_point right)
{
    const gp_map_was *was = was_of(picture, node);
    if (!was) return;
    gp_length width = gp_map_was_width(picture, node) - GAP;
    draw(picture->sheet.buffer, was, (gp_point){right.x - width, right.y}, was->words);
}
