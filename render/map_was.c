/* SPDX-License-Identifier: MIT
 * A capability map beside an older version: what became of each capability, by its step that moved
 * most. Capabilities that are gone have no place among the others: they stand below. */
#include "render/element_id.h"
#include "render/map_picture.h"

#include <string.h>

#define WAS_ROOM GP_UNITS(13)
#define ARROW GP_UNITS(14)
#define GAP GP_UNITS(4)
#define MIDDLE GP_UNITS(3) /* of a sign above the base line of its words */

/* ---- whose is whose ---- */

typedef struct looking {
    gp_map_picture *picture;
    const gp_comparison *c;
    const gp_portfolio *then, *now;
    uint32_t *older;  /* by symbol of what is drawn: that of the older version, or GP_NONE */
    uint8_t *is_kept; /* by symbol of the older version */
} looking;

static bool is_capability(const gp_portfolio *portfolio, uint32_t symbol)
{
    return portfolio->items[symbol].kind == GP_ITEM_CAPABILITY ||
           portfolio->items[symbol].kind == GP_ITEM_MISSING;
}

static gp_status match(looking *l)
{
    gp_job *job = l->picture->sheet.job;
    l->older = GP_NEW(job, uint32_t, l->now->symbol_count);
    l->is_kept = GP_NEW(job, uint8_t, l->then->symbol_count);
    if (!l->older || !l->is_kept) return gp_no_memory(job);
    for (uint32_t i = 0; i < l->now->symbol_count; i++)
        l->older[i] = gp_find_symbol(l->then, l->now->ids[i]);
    for (uint32_t i = 0; i < l->c->edits->count; i++) {
        const gp_edit *edit = &l->c->edits->edits[i];
        if (edit->what != GP_EDIT_RENAMED) continue;
        uint32_t symbol = gp_find_symbol(l->now, edit->id);
        if (symbol != GP_NONE) l->older[symbol] = gp_find_symbol(l->then, edit->old_id);
    }
    for (uint32_t i = 0; i < l->now->symbol_count; i++)
        if (l->older[i] != GP_NONE && is_capability(l->now, i)) l->is_kept[l->older[i]] = true;
    return GP_OK;
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
    if (item.kind != GP_ITEM_CAPABILITY || l->older[symbol] == GP_NONE) return false;
    for (uint8_t level = 1; level <= l->now->capabilities[item.index].level; level++)
        if (gp_find_activity(then, l->older[symbol], level) != GP_NONE) return true;
    return false;
}

static gp_was find_was(const looking *l, uint32_t symbol)
{
    const gp_network *now = l->c->new_schedule->network;
    bool is_step = l->now->items[symbol].kind == GP_ITEM_CAPABILITY;
    gp_was found = {.became = GP_BECAME_SAME, .activity = GP_NONE};
    uint32_t older = l->older[symbol];
    if (older == GP_NONE || !is_capability(l->then, older)) found.became = GP_BECAME_NEW;
    if (found.became == GP_BECAME_NEW) return found;
    for (uint8_t level = is_step; level <= (is_step ? GP_LEVEL_MAX : 0); level++) {
        uint32_t activity = gp_find_activity(now, symbol, level);
        if (activity == GP_NONE) continue;
        gp_was was = gp_find_was(l->picture->view->older, activity);
        if (says_more(&was, &found)) found = was;
    }
    if (found.became == GP_BECAME_SAME && has_reached(l, symbol)) found.became = GP_BECAME_REACHED;
    return found;
}

static void word_row(gp_map_picture *picture, gp_map_was *row)
{
    const gp_sheet *sheet = &picture->sheet;
    row->words = row->more = "";
    if (row->was.became == GP_BECAME_SAME) return;
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

static gp_status list_ghosts(looking *l)
{
    gp_map_picture *picture = l->picture;
    const gp_sheet *sheet = &picture->sheet;
    picture->ghosts = GP_NEW(sheet->job, gp_ghost, l->then->symbol_count);
    if (!picture->ghosts) return gp_no_memory(sheet->job);
    for (uint32_t i = 0; i < l->then->symbol_count; i++) {
        if (!is_capability(l->then, i) || l->is_kept[i]) continue;
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
    GP_TRY(match(&l));
    picture->was = GP_NEW(picture->sheet.job, gp_map_was, picture->map.row_count);
    if (!picture->was) return gp_no_memory(picture->sheet.job);
    for (uint32_t i = 0; i < picture->map.row_count; i++) {
        gp_map_was *row = &picture->was[i];
        row->words = row->more = "";
        if (picture->map.rows[i].is_context) continue;
        row->was = find_was(&l, picture->map.rows[i].symbol);
        word_row(picture, row);
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

static gp_length sign_width(const gp_map_was *was)
{
    return was->was.became < GP_BECAME_NEW ? ARROW : GP_SIGN;
}

static gp_length words_width(const char *words)
{
    return gp_measure_text(words, strlen(words), GP_FONT_TAG);
}

/* A sign and words from a place on their base line. */
static void draw(gp_buffer *buffer, const gp_map_was *was, gp_point at, const char *words)
{
    gp_became became = (gp_became)was->was.became;
    gp_length sign = sign_width(was), middle = at.y - MIDDLE;
    if (became == GP_BECAME_SOONER)
        gp_draw_shift(buffer, at.x + sign, at.x, middle);
    else if (became < GP_BECAME_NEW)
        gp_draw_shift(buffer, at.x, at.x + sign, middle);
    gp_draw_became(buffer, became, (gp_point){at.x + sign / 2, middle});
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
    bool has_room = sign_width(was) + GAP + words_width(whole) <= width;
    draw(picture->sheet.buffer, was, foot, has_room ? whole : was->words);
}

gp_length gp_map_was_width(const gp_map_picture *picture, const gp_map_node *node)
{
    const gp_map_was *was = gp_is_frame(node) ? was_of(picture, node) : NULL;
    return was ? sign_width(was) + words_width(was->words) + 3 * GAP : 0;
}

void gp_draw_map_lid_was(const gp_map_picture *picture, const gp_map_node *node, gp_point right)
{
    const gp_map_was *was = was_of(picture, node);
    if (!was) return;
    gp_length width = gp_map_was_width(picture, node) - GAP;
    draw(picture->sheet.buffer, was, (gp_point){right.x - width, right.y}, was->words);
}
