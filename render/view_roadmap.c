/* SPDX-License-Identifier: MIT
 * The roadmap: the white paper's parallel tracks as a page, or as pages of paper. This file makes
 * the map step by step, cuts it between rows where a page is full, and puts title, dates, lanes
 * and key around each part. */
#include "render/roadmap_page.h"

#define WIDTH_USUAL ((gp_length)15874) /* an A3 on its long side, at 96 dots per inch */
#define WIDTH_TURNS 4                  /* how often the width is corrected */
#define HEAD_GAP GP_UNITS(12)
#define KEY_GAP GP_UNITS(16)
#define PAGE_FOOT GP_UNITS(14) /* under the lanes, for signs that an arrow goes on */
#define NUMBER_ROOM GP_UNITS(70)

/* By gp_paper: width and height on its long side, at 96 dots per inch. */
static const gp_point papers[GP_PAPERS] = {
    {WIDTH_USUAL, 0}, {11225, 7937}, {15874, 11225}, {22450, 15874}, {31789, 22450}};

static const gp_style_rule rules[] = {
    {".lane .ground", GP_COLOUR_PAGE, GP_COLOUR_GRID},
    {".lane.odd .ground", GP_COLOUR_PANEL, GP_COLOUR_GRID},
    {".lane .head", GP_COLOUR_PANEL, GP_COLOUR_GRID},
    {".grid", GP_COLOUR_NONE, GP_COLOUR_GRID},
    {".round", GP_COLOUR_INK, GP_COLOUR_INK},
    {".status", GP_COLOUR_NONE, GP_COLOUR_INK},
    {".intervention .tail", GP_COLOUR_INTERVENTION, GP_COLOUR_INTERVENTION_LINE},
    {".requested .tail", GP_COLOUR_REQUESTED, GP_COLOUR_REQUESTED_LINE},
    {".prerequisite .tail", GP_COLOUR_PREREQUISITE, GP_COLOUR_PREREQUISITE_LINE},
    {".unfounded .tail", GP_COLOUR_UNFOUNDED, GP_COLOUR_UNFOUNDED_LINE},
    {".missing .tail", GP_COLOUR_MISSING, GP_COLOUR_MISSING_LINE},
    {".leader", GP_COLOUR_NONE, GP_COLOUR_INK},
    {".ticks,.chevrons", GP_COLOUR_NONE, GP_COLOUR_MUTED},
    {".mark.ahead", GP_COLOUR_PAGE, GP_COLOUR_INK},
    {".mark.done", GP_COLOUR_INK, GP_COLOUR_INK},
    {".mark.passed", GP_COLOUR_NONE, GP_COLOUR_CLASH},
    {".flag", GP_COLOUR_INK, GP_COLOUR_INK},
    {"rect.gap", GP_COLOUR_CLASH, GP_COLOUR_NONE},
    {"text.late", GP_COLOUR_CLASH, GP_COLOUR_NONE},
    {"text.late.in", GP_COLOUR_CLASH_TEXT, GP_COLOUR_NONE},
    {".link .line", GP_COLOUR_NONE, GP_COLOUR_ARROW},
    {".link .tip,.link .onward", GP_COLOUR_ARROW, GP_COLOUR_ARROW},
    {".link .tip.live", GP_COLOUR_PAGE, GP_COLOUR_ARROW},
    {".link.critical .line", GP_COLOUR_NONE, GP_COLOUR_INK},
    {".link.critical .tip,.link.critical .onward", GP_COLOUR_INK, GP_COLOUR_INK},
    {".port .pennant", GP_COLOUR_PAGE, GP_COLOUR_ARROW},
    {".port.critical .pennant", GP_COLOUR_PAGE, GP_COLOUR_INK},
    {"text.aside", GP_COLOUR_MUTED, GP_COLOUR_NONE},
    {".link.critical .tip.live", GP_COLOUR_PAGE, GP_COLOUR_INK},
    {"text.beside,text.late:not(.in)", GP_COLOUR_NONE, GP_COLOUR_PAGE},
};

static const gp_style style = {
    .rules = rules,
    .rule_count = sizeof rules / sizeof *rules,
    .shapes = ".grid,.status,.ticks,.leader,.chevrons,.mark.passed,.link .line{fill:none}\n"
              ".lane rect{stroke-width:.8px}\n"
              ".grid{stroke-width:.8px}\n"
              ".grid.coarse{stroke-width:2px}\n"
              ".round{stroke-width:1px;stroke-dasharray:1 3}\n"
              ".status{stroke-width:1.6px}\n"
              ".bar .shape{stroke-width:1.1px}\n"
              ".bar.missing .shape{stroke-width:1.4px;stroke-dasharray:5 3}\n"
              ".bar.open .shape{stroke-dasharray:4 2.5}\n"
              ".bar .shape.ground{stroke:none}\n"
              ".bar .shape.border{fill:none}\n"
              ".bar.critical .shape{stroke-width:2.6px}\n"
              ".ticks{stroke-width:.9px}\n"
              ".leader{stroke-width:.9px;stroke-dasharray:1 2}\n"
              ".tail{stroke-width:.8px}\n"
              ".chevrons{stroke-width:1.4px}\n"
              ".mark{stroke-width:1.3px}\n"
              ".mark.passed{stroke-width:2.2px}\n"
              ".flag{stroke-width:1.2px}\n"
              ".link .line{stroke-width:1.1px}\n"
              ".link.option .line{stroke-dasharray:1.5 3;stroke-linecap:round}\n"
              ".link.critical .line{stroke-width:2.2px}\n"
              ".link .tip{stroke-width:.9px;stroke-linejoin:round}\n"
              "a .label.number{text-decoration:none}\n"
              ".port .pennant{stroke-width:1px;stroke-linejoin:round}\n"
              ".port.critical .pennant{stroke-width:1.8px}\n"
              "text.beside,text.late:not(.in){stroke-width:3px;stroke-linejoin:round;"
              "paint-order:stroke}\n"};

/* ---- one page ---- */

/* What all pages have in common. */
typedef struct frame {
    gp_roadmap *map;
    const char *notes;
    gp_length head, foot; /* heights of what stands above and under the lanes */
    gp_length decisions;  /* and of what was decided, on the first page under its title */
    uint32_t page_count;
} frame;

/* Of paper, what was decided takes no more than this part of a page. */
static gp_length draw_decisions(const frame *f, const gp_sheet *sheet, gp_length y)
{
    gp_length most = papers[f->map->view->paper].y * 2 / 5;
    return gp_draw_decisions(sheet, f->map, y + HEAD_GAP, most);
}

static gp_length draw_head(const frame *f, const gp_sheet *sheet, uint32_t number)
{
    gp_length y = gp_draw_sheet_head(sheet);
    if (number == 0) draw_decisions(f, sheet, y);
    if (!f->page_count) return y;
    gp_add_number(sheet->scratch, number + 1);
    gp_add_text(sheet->scratch, "/");
    gp_add_number(sheet->scratch, f->page_count);
    gp_draw_cut(sheet, GP_FONT_NAME, "page-number",
                (gp_point){sheet->width - GP_MARGIN, GP_MARGIN + GP_UNITS(16)}, sheet->corner,
                gp_take_words(sheet), true);
    return y;
}

static gp_length draw_foot(const frame *f, const gp_sheet *sheet, gp_length y)
{
    gp_length room = sheet->width - 2 * GP_MARGIN;
    y = gp_draw_road_key(sheet->buffer, f->map, (gp_point){GP_MARGIN, y}, room);
    if (*f->notes)
        y = gp_draw_lines(sheet->buffer, GP_FONT_CAPTION, (gp_point){GP_MARGIN, y}, room, f->notes);
    return y + GP_MARGIN;
}

/* Heights of head and foot, by drawing them on nothing that is kept. */
static gp_status measure(frame *f)
{
    gp_sheet nowhere = f->map->sheet;
    nowhere.buffer = gp_new_buffer(nowhere.job);
    if (!nowhere.buffer) return gp_no_memory(nowhere.job);
    gp_length head = draw_head(f, &nowhere, 0);
    f->decisions = draw_decisions(f, &nowhere, head) - head - HEAD_GAP;
    if (f->decisions) f->decisions += HEAD_GAP;
    f->head = head + HEAD_GAP + GP_ROAD_DATES;
    f->foot = draw_foot(f, &nowhere, 0) + KEY_GAP + PAGE_FOOT;
    return GP_OK;
}

static gp_status draw_page(const frame *f, gp_road_page *page, uint32_t number, gp_length height,
                           gp_picture *out)
{
    const gp_roadmap *map = f->map;
    gp_sheet sheet = map->sheet;
    sheet.buffer = page->buffer = gp_new_buffer(sheet.job);
    if (!sheet.buffer) return gp_no_memory(sheet.job);
    page->top = f->head + (number == 0 ? f->decisions : 0);
    page->right = sheet.width - GP_MARGIN;
    draw_head(f, &sheet, number);
    gp_draw_lanes(page);
    gp_draw_dates(page);
    GP_TRY(gp_draw_links(page));
    gp_draw_items(page);
    draw_foot(f, &sheet, page->top + page->to - page->from + PAGE_FOOT + KEY_GAP);
    out->box_count = map->item_count;
    out->arrow_count = map->link_count;
    return gp_finish_sheet(&sheet, height, out);
}

/* ---- pages ---- */

/* Where a page that begins with this row begins: with its lane's edge where it is the first. */
static gp_length row_start(const gp_roadmap *map, uint32_t row)
{
    if (row >= map->row_count) return map->height;
    const gp_road_lane *lane = &map->lanes[map->rows[row].lane];
    return lane->first_row == row ? lane->top : map->rows[row].channel;
}

/* Where a page ends that may end with any row: at the last edge of a lane, so that a lane that fits
 * on one page stands on one, as long as the page is not left half empty. */
static uint32_t spare_lane(const gp_roadmap *map, const gp_road_page *page, gp_length room)
{
    if (page->last_row >= map->row_count) return page->last_row;
    const gp_road_lane *lane = &map->lanes[map->rows[page->last_row].lane];
    bool is_cut = lane->first_row<page->last_row, begins_here = lane->first_row> page->first_row;
    bool fits = lane->bottom - lane->top <= room;
    bool is_full = lane->top - page->from >= room / 2;
    return is_cut && begins_here && fits && is_full ? lane->first_row : page->last_row;
}

/* The page that begins with a row, as full as `room` allows; one row at least. */
static gp_road_page cut_page(const gp_roadmap *map, uint32_t first, gp_length room)
{
    gp_road_page page = {.map = map, .first_row = first, .from = row_start(map, first)};
    if (first == 0) page.from = 0;
    page.last_row = first + 1;
    while (page.last_row < map->row_count && row_start(map, page.last_row + 1) - page.from <= room)
        page.last_row++;
    page.last_row = spare_lane(map, &page, room);
    bool is_last = page.last_row >= map->row_count;
    page.to = is_last ? map->height : row_start(map, page.last_row);
    return page;
}

static gp_status draw_pages(frame *f, gp_picture *out)
{
    const gp_roadmap *map = f->map;
    gp_length height = papers[map->view->paper].y, room = height - f->head - f->foot;
    gp_length first = room - f->decisions;
    uint32_t count = 0;
    for (uint32_t row = 0; row < map->row_count || count == 0; count++)
        row = cut_page(map, row, count ? room : first).last_row;
    f->page_count = count;
    gp_picture *pages = GP_NEW(map->sheet.job, gp_picture, count);
    if (!pages) return gp_no_memory(map->sheet.job);
    for (uint32_t i = 0, row = 0; i < count; i++) {
        gp_road_page page = cut_page(map, row, i ? room : first);
        GP_TRY(draw_page(f, &page, i, height, &pages[i]));
        row = page.last_row;
    }
    *out = pages[0];
    out->pages = pages;
    out->page_count = count;
    return GP_OK;
}

static gp_status draw_whole(frame *f, gp_picture *out)
{
    const gp_roadmap *map = f->map;
    gp_road_page page = {.map = map, .last_row = map->row_count, .to = map->height};
    return draw_page(f, &page, 0, f->head + f->decisions + map->height + f->foot, out);
}

/* Rows and arrows, from the beginning. */
static gp_status lay_out(gp_roadmap *map)
{
    GP_TRY(gp_find_links(map));
    for (uint32_t i = 0; i < map->item_count; i++)
        map->items[i].left_ports = map->items[i].right_ports = 0;
    GP_TRY(gp_place_items(map));
    return gp_route_links(map);
}

/* Where nobody asked for paper the page is as wide as suits its height, which is known when it is
 * laid out; so again where the estimate was off. */
static gp_status make_rows(gp_roadmap *map)
{
    bool is_free = map->view->paper == GP_PAPER_NONE;
    if (is_free) GP_TRY(gp_choose_width(map));
    GP_TRY(gp_sort_road_items(map));
    GP_TRY(lay_out(map));
    for (int turn = 0; turn < WIDTH_TURNS && is_free; turn++) {
        if (gp_width_suits(map) || gp_is_large(map)) break;
        gp_set_width(map, gp_width_for(map, map->height));
        GP_TRY(lay_out(map));
    }
    return GP_OK;
}

static gp_status make_map(gp_roadmap *map)
{
    map->axis.left = GP_MARGIN;
    map->axis.width = map->sheet.width - 2 * GP_MARGIN;
    GP_TRY(gp_choose_items(map));
    GP_TRY(gp_assign_lanes(map));
    gp_set_width(map,
                 map->sheet.width); /* now that it is known how wide the heads of the lanes are */
    GP_TRY(make_rows(map));
    return gp_file_links(map);
}

/* What NULL stands for. */
static const gp_roadmap_view whole = {.from = GP_NO_DAY, .to = GP_NO_DAY};

gp_status gp_draw_roadmap(gp_job *job, const gp_schedule *schedule, const gp_roadmap_view *view,
                          gp_picture *out)
{
    if (!view) view = &whole;
    gp_language language = view->language;
    gp_roadmap map = {.view = view, .show = view->show, .sheet = {.width = papers[view->paper].x}};
    gp_sheet *sheet = &map.sheet;
    frame f = {.map = &map, .page_count = view->paper != GP_PAPER_NONE};
    gp_picture drawn = {0};
    GP_TRY(gp_start_sheet(sheet, job, schedule, language));
    GP_TRY(make_map(&map));
    const gp_style *older_style = view->older ? &gp_older_style : NULL;
    gp_style repair_style = gp_road_repair_style, risk_style = gp_road_risk_style;
    repair_style.next = older_style;
    const gp_style *more_style = view->repaired ? &repair_style : older_style;
    risk_style.next = more_style;
    const char *title = sheet->portfolio->title;
    sheet->corner = f.page_count ? NUMBER_ROOM : 0;
    sheet->page = (gp_page){
        .name = "roadmap",
        .title = *title ? title : gp_say(language, "Roadmap", "Roadmap"),
        .subtitle = gp_road_subtitle(&map),
        .reading = gp_say(language,
                          "Time runs from left to right. Every activity is a bar from its earliest "
                          "start until it is ready, in the lane that it belongs to.",
                          "De tijd loopt van links naar rechts. Elke activiteit is een balk van "
                          "haar vroegste begin tot ze klaar is, in de baan waar ze bij hoort."),
        .theme = view->theme,
        .style = &style,
        .more = view->risk ? &risk_style : more_style};
    f.notes = gp_road_notes(&map);
    GP_TRY(measure(&f));
    if (view->paper == GP_PAPER_NONE)
        GP_TRY(draw_whole(&f, &drawn));
    else
        GP_TRY(draw_pages(&f, &drawn));
    *out = drawn;
    return GP_OK;
}
