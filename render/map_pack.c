/* SPDX-License-Identifier: MIT
 * How large is every frame of the map, and how wide the whole? From the innermost frames out: the
 * frames in a frame stand in rows, broken where the next has no room (shelves, in the order of the
 * file), and the boxes in it in a grid below. A frame tries widths and keeps the one that makes the
 * smallest page of 3 : 2 around it; so does the whole, with its panels beside and below each other.
 * Whole numbers only: the same on every machine. */
#include "render/map_picture.h"

#include <string.h>

#define LINES_MAX 3
#define CROWDED_LINES 2
#define CROWD 300 /* boxes on all panels together: more, and names are cut sooner */
#define NAME_LEAST GP_UNITS(92)
#define NAME_MOST GP_UNITS(168)
#define FRAME_LEAST GP_UNITS(120)
#define PAGE_HEAD GP_UNITS(100) /* title and legend, about; */
#define PAGE_HEAD_NARROW GP_UNITS(150)
#define PAGE_NARROW GP_UNITS(1250) /* on a page up to this wide the legend has more rows */
#define PANEL_GAP GP_UNITS(28)

/* ---- boxes ---- */

static gp_length most(gp_length a, gp_length b)
{
    return a > b ? a : b;
}

gp_font gp_map_name_font(const gp_map_picture *picture)
{
    return picture->is_compact ? GP_FONT_TAG : GP_FONT_LABEL;
}

gp_font gp_map_lid_font(const gp_map_picture *picture)
{
    return picture->is_compact ? GP_FONT_GAP : GP_FONT_NAME;
}

gp_length gp_map_name_step(const gp_map_picture *picture)
{
    return picture->is_compact ? GP_UNITS(11) : GP_UNITS(13);
}

/* As many pips as the highest level needs that is there or asked for. */
static void count_pips(gp_map_picture *picture)
{
    const gp_map *map = &picture->map;
    picture->pip_count = 1;
    for (uint32_t i = 0; i < map->row_count; i++) {
        const gp_map_state *last = gp_map_state_of(picture, i, map->date_count - 1);
        uint32_t level = map->rows[i].asked_in_all;
        if (last->level > level) level = last->level;
        if (level > picture->pip_count) picture->pip_count = level;
    }
    picture->pips = GP_PIP_STEP * (picture->pip_count - 1) + GP_PIP;
}

/* Room for the words that most boxes have on their last line. */
static gp_length detail_width(const gp_map_picture *picture)
{
    const char *words = gp_say(picture->sheet.language, "ready 0000-00-00", "0000 dagen te laat");
    if (picture->is_compact) return 0;
    return gp_measure_text(words, strlen(words), GP_FONT_TAG) + picture->pips + GP_UNITS(5);
}

/* As wide as the longest word of a name, within bounds, and with as many lines as any name needs:
 * all boxes are alike. Compact ones have their pips beside the name and no words below it. */
void gp_size_map_boxes(gp_map_picture *picture)
{
    gp_font font = gp_map_name_font(picture);
    count_pips(picture);
    gp_length width = most(NAME_LEAST, detail_width(picture));
    uint32_t lines = 1;
    for (uint32_t i = 1; i < picture->node_count; i++)
        if (!gp_is_frame(&picture->nodes[i]))
            width = most(width, gp_measure_word(picture->nodes[i].name, font));
    if (width > NAME_MOST) width = NAME_MOST;
    bool is_crowded =
        picture->is_compact && (size_t)picture->map.row_count * picture->map.date_count > CROWD;
    uint32_t line_max = is_crowded ? CROWDED_LINES : LINES_MAX;
    for (uint32_t i = 1; i < picture->node_count && lines < line_max; i++) {
        gp_text_line wrapped[LINES_MAX];
        if (gp_is_frame(&picture->nodes[i])) continue;
        uint32_t count = gp_wrap_text(picture->nodes[i].name, font, width, line_max, wrapped);
        if (count > lines) lines = count;
    }
    picture->name_lines = lines;
    picture->box.x = width + 2 * GP_MAP_INSET + GP_MAP_SIGN + GP_UNITS(4);
    picture->box.y = 2 * GP_UNITS(6) + gp_map_name_step(picture) * lines;
    if (picture->is_compact)
        picture->box.x += picture->pips + GP_UNITS(4);
    else
        picture->box.y += GP_UNITS(12) + picture->was_room;
}

/* ---- rows ---- */

typedef struct room {
    gp_length width;               /* of the widest row */
    gp_length frames, boxes, tail; /* heights, 0: there are none */
    uint32_t rows;                 /* of frames */
} room;

uint32_t gp_map_columns(const gp_map_picture *picture, uint32_t count, gp_length width)
{
    gp_length columns = (width + GP_MAP_GAP) / (picture->box.x + GP_MAP_GAP);
    if (columns < 1) columns = 1;
    return columns < count ? (uint32_t)columns : count;
}

static gp_length with_gap(gp_length height)
{
    return height ? height + GP_MAP_GAP : 0;
}

/* What the content of a node takes in rows no wider than `inner`; also where they end. */
static void fill_frames(gp_map_picture *picture, const gp_map_node *node, gp_length inner,
                        room *taken)
{
    gp_map_node *nodes = picture->nodes, *last = NULL;
    gp_length x = 0, height = 0;
    for (uint32_t i = node->frame; i != GP_NONE; i = nodes[i].next) {
        gp_point size = nodes[i].least;
        if (x && x + GP_MAP_GAP + size.x > inner) {
            last->ends_row = true;
            taken->frames = with_gap(taken->frames) + height;
            taken->rows++;
            x = height = 0;
        }
        x += (x ? GP_MAP_GAP : 0) + size.x;
        height = most(height, size.y);
        taken->width = most(taken->width, x);
        last = &nodes[i];
        last->ends_row = false;
    }
    if (!height) return;
    taken->frames = with_gap(taken->frames) + height;
    taken->rows++;
}

/* A frame below all, as wide as that is, with its boxes beside each other. */
static gp_length tail_height(const gp_map_picture *picture, const gp_map_node *tail,
                             gp_length inner)
{
    uint32_t columns = gp_map_columns(picture, tail->box_count, inner - 2 * GP_MAP_PADDING);
    uint32_t rows = (tail->box_count + columns - 1) / columns;
    return GP_MAP_LID + 2 * GP_MAP_PADDING + (picture->box.y + GP_MAP_GAP) * rows - GP_MAP_GAP;
}

static room fill_rows(gp_map_picture *picture, const gp_map_node *node, gp_length inner)
{
    room taken = {0};
    fill_frames(picture, node, inner, &taken);
    if (node->box_count) {
        uint32_t columns = gp_map_columns(picture, node->box_count, inner);
        uint32_t rows = (node->box_count + columns - 1) / columns;
        taken.width = most(taken.width, (picture->box.x + GP_MAP_GAP) * columns - GP_MAP_GAP);
        taken.boxes = (picture->box.y + GP_MAP_GAP) * rows - GP_MAP_GAP;
    }
    if (node->tail != GP_NONE) {
        taken.width = most(taken.width, picture->box.x + 2 * GP_MAP_PADDING);
        taken.tail = tail_height(picture, &picture->nodes[node->tail], taken.width);
    }
    return taken;
}

/* Rows that are about as wide as each other, where they stay within `inner` and grow no taller: as
 * many as there were, each ending nearest to its share of the whole. */
static void even_out(gp_map_picture *picture, const gp_map_node *node, gp_length inner)
{
    gp_map_node *nodes = picture->nodes;
    room greedy = {0}, even = {0};
    gp_length total = 0, before = 0, x = 0, height = 0;
    fill_frames(picture, node, inner, &greedy);
    if (greedy.rows < 2) return;
    for (uint32_t i = node->frame; i != GP_NONE; i = nodes[i].next) total += nodes[i].least.x;
    even.rows = 1;
    for (uint32_t i = node->frame; i != GP_NONE; i = nodes[i].next) {
        gp_length width = nodes[i].least.x, share = total * even.rows / greedy.rows;
        x += (x ? GP_MAP_GAP : 0) + width;
        height = most(height, nodes[i].least.y);
        even.width = most(even.width, x);
        before += width;
        uint32_t next = nodes[i].next;
        gp_length after = next == GP_NONE ? 0 : before + nodes[next].least.x;
        nodes[i].ends_row =
            next != GP_NONE && even.rows < greedy.rows && after - share > share - before;
        if (!nodes[i].ends_row) continue;
        even.frames = with_gap(even.frames) + height;
        even.rows++;
        x = height = 0;
    }
    even.frames = with_gap(even.frames) + height;
    if (even.width <= inner && even.frames <= greedy.frames) return;
    greedy = (room){0};
    fill_frames(picture, node, inner, &greedy);
}

static gp_length rows_height(const gp_map_picture *picture, const gp_map_node *node)
{
    gp_length all = 0, height = 0;
    for (uint32_t i = node->frame; i != GP_NONE; i = picture->nodes[i].next) {
        height = most(height, picture->nodes[i].least.y);
        if (!picture->nodes[i].ends_row && picture->nodes[i].next != GP_NONE) continue;
        all = with_gap(all) + height;
        height = 0;
    }
    return all;
}

static gp_length height_of(const room *taken)
{
    gp_length height = taken->frames;
    if (taken->boxes) height = with_gap(height) + taken->boxes;
    return taken->tail ? with_gap(height) + taken->tail : height;
}

/* The narrowest that its rows can be, and the widest that makes a difference. */
static void find_widths(const gp_map_picture *picture, const gp_map_node *node, gp_length *least,
                        gp_length *widest)
{
    gp_length row = 0;
    *least = node->box_count ? picture->box.x : FRAME_LEAST;
    for (uint32_t i = node->frame; i != GP_NONE; i = picture->nodes[i].next) {
        *least = most(*least, picture->nodes[i].least.x);
        row += picture->nodes[i].least.x + GP_MAP_GAP;
    }
    *widest = most(row, (picture->box.x + GP_MAP_GAP) * node->box_count);
}

/* A shape, wide : tall, and how large a page of it has to be for something. */
typedef struct shape {
    gp_length wide, tall;
} shape;
static const shape page_shape = {3, 2};

static gp_length page_for(shape of, gp_length width, gp_length height)
{
    return most(of.tall * width, of.wide * height);
}

/* The next width to try: boxes make a difference only by whole columns. */
static gp_length next_width(const gp_map_picture *picture, const gp_map_node *node, gp_length width,
                            gp_length per_mille)
{
    gp_length step = width * per_mille / 1000, column = picture->box.x + GP_MAP_GAP;
    return width + (node->frame == GP_NONE ? (step / column + 1) * column : most(step, 10));
}

/* ---- a frame ---- */

gp_length gp_map_lid_height(const gp_map_node *node)
{
    return node->lid_lines ? GP_MAP_LID + GP_MAP_LID_STEP * (node->lid_lines - 1) : 0;
}

gp_length gp_map_lid_room(const gp_map_picture *picture, const gp_map_node *node, gp_length width)
{
    gp_length marks = node->row == GP_NONE ? 0 : GP_MAP_SIGN + GP_UNITS(8) + picture->pips;
    return width - 2 * GP_MAP_PADDING - marks - gp_map_was_width(picture, node);
}

uint32_t gp_map_count_lid_lines(const gp_map_picture *picture, const gp_map_node *node,
                                gp_length width)
{
    gp_text_line lines[GP_MAP_LID_LINES];
    uint32_t count = gp_wrap_text(node->name, gp_map_lid_font(picture),
                                  gp_map_lid_room(picture, node, width), GP_MAP_LID_LINES, lines);
    return count ? count : 1;
}

static void pack_frame(gp_map_picture *picture, gp_map_node *node, shape wanted)
{
    gp_length least, widest, inner = 0, best = 0, lid = GP_MAP_LID + 2 * GP_MAP_PADDING;
    room chosen = {0};
    find_widths(picture, node, &least, &widest);
    for (gp_length width = least; best == 0 || width <= widest;
         width = next_width(picture, node, width, 80)) {
        room taken = fill_rows(picture, node, width);
        gp_length page =
            page_for(wanted, taken.width + 2 * GP_MAP_PADDING, height_of(&taken) + lid);
        if (best && page >= best) continue;
        best = page;
        chosen = taken;
        inner = width;
    }
    even_out(picture, node, inner);
    node->row_height = chosen.frames = rows_height(picture, node);
    node->least.x = most(chosen.width, FRAME_LEAST) + 2 * GP_MAP_PADDING;
    node->lid_lines = gp_map_count_lid_lines(picture, node, node->least.x);
    node->least.y = height_of(&chosen) + gp_map_lid_height(node) + 2 * GP_MAP_PADDING;
}

/* ---- the whole ---- */

typedef struct sheet_of_panels {
    gp_length inner;
    room taken;
    uint32_t columns;
    gp_length page; /* 0: none yet */
} sheet_of_panels;

static void try_panels(const gp_map_picture *picture, gp_length inner, const room *taken,
                       sheet_of_panels *best)
{
    uint32_t count = picture->map.date_count;
    for (uint32_t columns = 1; columns <= count; columns++) {
        uint32_t rows = (count + columns - 1) / columns;
        gp_length width = (taken->width + PANEL_GAP) * columns - PANEL_GAP + 2 * GP_MARGIN;
        gp_length panel = height_of(taken) + picture->panel_head + PANEL_GAP;
        gp_length head = width > PAGE_NARROW ? PAGE_HEAD : PAGE_HEAD_NARROW;
        gp_length height = panel * rows + head, page = page_for(page_shape, width, height);
        if (10 * width < 13 * height || width > 2 * height) page += page / 4;
        if (best->page && page >= best->page) continue;
        *best = (sheet_of_panels){inner, *taken, columns, page};
    }
}

static void pack_frames(gp_map_picture *picture, shape wanted)
{
    for (uint32_t i = picture->node_count; i-- > 1;) {
        gp_map_node *node = &picture->nodes[i];
        node->least = picture->box;
        if (gp_is_frame(node)) pack_frame(picture, node, wanted);
    }
}

static sheet_of_panels try_widths(gp_map_picture *picture)
{
    const gp_map_node *whole = &picture->nodes[0];
    sheet_of_panels best = {0};
    gp_length least, widest;
    find_widths(picture, whole, &least, &widest);
    for (gp_length width = least; best.page == 0 || width <= widest;
         width = next_width(picture, whole, width, 25)) {
        room taken = fill_rows(picture, whole, width);
        try_panels(picture, width, &taken, &best);
    }
    return best;
}

static void settle(gp_map_picture *picture, sheet_of_panels *best)
{
    gp_map_node *whole = &picture->nodes[0];
    even_out(picture, whole, best->inner);
    whole->row_height = best->taken.frames = rows_height(picture, whole);
    whole->least = (gp_point){best->taken.width, height_of(&best->taken)};
    picture->panel_columns = best->columns;
    if (whole->tail == GP_NONE) return;
    picture->nodes[whole->tail].least = (gp_point){best->taken.width, best->taken.tail};
    picture->nodes[whole->tail].lid_lines = 1;
}

/* Which shape of frames leaves the least of the page empty depends on how many there are of which
 * size; so a few are tried. */
void gp_pack_map(gp_map_picture *picture)
{
    static const shape shapes[] = {{3, 2}, {1, 1}, {2, 1}, {5, 2}, {3, 1}, {2, 3}};
    size_t count = sizeof shapes / sizeof *shapes, chosen = 0;
    sheet_of_panels best = {0};
    for (size_t i = 0; i < count; i++) {
        pack_frames(picture, shapes[i]);
        sheet_of_panels tried = try_widths(picture);
        if (best.page && tried.page >= best.page) continue;
        best = tried;
        chosen = i;
    }
    pack_frames(picture, shapes[chosen]);
    settle(picture, &best);
}
