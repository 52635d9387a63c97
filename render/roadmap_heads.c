/* SPDX-License-Identifier: MIT
 * The heads of the lanes: how wide they are, what of a name stands in one, and how much room that
 * takes. The widest is as wide as the longest word asks, within reason; a name wraps at spaces and
 * ends in an ellipsis where it goes on, with the whole of it in the tooltip; how many bars the lane
 * has is always said, behind the name where it fits. */
#include "render/roadmap_page.h"

#include <string.h>

#define INSET GP_UNITS(9)
#define WIDTH_MIN GP_UNITS(90)       /* of the words */
#define WIDTH_ONE_LINE GP_UNITS(130) /* so wide for names to stand on one line */
#define WIDTH_MAX GP_UNITS(186)      /* and so wide for them to stand on two */
#define WIDTH_STEP GP_UNITS(8)
#define LINES_MAX 3
#define LINES_USUAL 2
#define LINE GP_UNITS(15)
#define PADDING GP_UNITS(12) /* above and under the lines together */
#define TALLY_GAP GP_UNITS(6)

typedef struct head {
    gp_text_line lines[LINES_MAX];
    uint32_t count;
    const char *tally;
    bool is_beside;     /* the tally stands behind the last line, not under it */
    gp_length tally_at; /* how far behind the left side of the words */
} head;

static gp_length measure_line(const gp_text_line *line)
{
    gp_length width = gp_measure_text(line->text, line->size, GP_FONT_NAME);
    return line->is_cut ? width + gp_measure_text("\xE2\x80\xA6", 3, GP_FONT_NAME) : width;
}

static gp_length tally_width(const char *tally)
{
    return gp_measure_text(tally, strlen(tally), GP_FONT_TAG);
}

static head lay_out(const char *name, const char *tally, gp_length width, uint32_t line_max)
{
    head h = {.tally = tally};
    h.count = gp_wrap_text(name, GP_FONT_NAME, width, line_max, h.lines);
    if (h.count == 0) return h;
    gp_length end = measure_line(&h.lines[h.count - 1]) + TALLY_GAP;
    h.is_beside = end + tally_width(tally) <= width;
    if (h.is_beside) h.tally_at = end;
    return h;
}

static gp_length height_of(const head *h)
{
    return PADDING + LINE * (h->count + !h->is_beside);
}

/* What stands in a head this high: as much of the name as leaves room for the tally. */
static head fit(const char *name, const char *tally, gp_length width, gp_length height)
{
    for (uint32_t lines = LINES_MAX; lines > 0; lines--) {
        head h = lay_out(name, tally, width, lines);
        if (height_of(&h) <= height) return h;
    }
    gp_length room = width - TALLY_GAP - tally_width(tally);
    head h = lay_out(name, tally, room, 1);
    h.is_beside = h.count > 0;
    h.tally_at = h.is_beside ? measure_line(&h.lines[0]) + TALLY_GAP : 0;
    return h;
}

static const char *tally_of(const gp_roadmap *map, const gp_road_lane *lane, bool is_continued)
{
    gp_add_number(map->sheet.scratch, lane->item_count);
    if (is_continued)
        gp_add_text(map->sheet.scratch, gp_say(map->sheet.language, ", continued", ", vervolg"));
    return gp_take_words(&map->sheet);
}

/* Does all of the name stand on so many lines, no word cut? */
static bool is_whole(const char *name, gp_length width, uint32_t line_max)
{
    gp_text_line lines[LINES_USUAL] = {{0}};
    uint32_t count = gp_wrap_text(name, GP_FONT_NAME, width, line_max, lines);
    for (uint32_t i = 0; i < count; i++)
        if (lines[i].is_cut) return false;
    return true;
}

void gp_size_heads(gp_roadmap *map)
{
    gp_length width = WIDTH_MIN;
    bool has_names = false;
    for (uint32_t i = 0; i < map->lane_count; i++) {
        const char *name = map->lanes[i].name;
        has_names |= *name != '\0';
        while (width < WIDTH_ONE_LINE && !is_whole(name, width, 1)) width += WIDTH_STEP;
        while (width < WIDTH_MAX && !is_whole(name, width, LINES_USUAL)) width += WIDTH_STEP;
    }
    map->head = has_names ? width + 2 * INSET : 0;
    for (uint32_t i = 0; i < map->lane_count; i++) {
        gp_road_lane *lane = &map->lanes[i];
        head h = lay_out(lane->name, tally_of(map, lane, false), width, LINES_USUAL);
        lane->height_min = *lane->name ? height_of(&h) : 0;
    }
}

void gp_draw_lane_head(const gp_road_page *page, const gp_road_lane *lane, gp_length top,
                       gp_length bottom)
{
    const gp_roadmap *map = page->map;
    gp_buffer *buffer = page->buffer;
    if (map->head == 0) return;
    const char *tally = tally_of(map, lane, lane->top < page->from);
    head h = fit(lane->name, tally, map->head - 2 * INSET, bottom - top);
    gp_point pen = {GP_MARGIN + INSET, top + PADDING / 2 + GP_UNITS(11)};
    gp_svg_rectangle(buffer, "head", (gp_point){GP_MARGIN, top},
                     (gp_point){map->head, bottom - top}, 0);
    for (uint32_t i = 0; i < h.count; i++)
        gp_svg_text(buffer, GP_FONT_NAME, (gp_point){pen.x, pen.y + LINE * i}, &h.lines[i]);
    pen.y += LINE * (h.is_beside ? h.count - 1 : h.count);
    gp_svg_words(buffer, GP_FONT_TAG, (gp_point){pen.x + h.tally_at, pen.y}, h.tally);
}
