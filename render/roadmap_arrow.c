/* SPDX-License-Identifier: MIT
 * How is a requirement drawn? As the way that was found for it, with rounded corners; bold where
 * it fixes the critical path, dotted where it is an alternative that was not chosen, its head
 * filled or open as in every picture. Where its way leaves the page a sign says so; one that has no
 * way is a port. */
#include "render/roadmap_page.h"

#define CORNER GP_UNITS(3)
#define HEAD GP_UNITS(7)
#define HEAD_HALF GP_UNITS(3)
#define SIGN GP_UNITS(4)
#define NAME_MAX_SHOWN 80

static void add_end(const gp_road_page *page, uint32_t item)
{
    const gp_roadmap *map = page->map;
    gp_svg_escape_short(page->buffer,
                        gp_activity_name(map->sheet.schedule->network, map->items[item].activity),
                        NAME_MAX_SHOWN);
    gp_add_text(page->buffer, gp_road_level(&map->items[item]));
}

static void open_link(const gp_road_page *page, const gp_road_link *link)
{
    const gp_roadmap *map = page->map;
    const gp_network *network = map->sheet.schedule->network;
    gp_buffer *buffer = page->buffer;
    gp_add_text(buffer, "<g id=\"link");
    gp_add_activity_id(buffer, network, map->items[link->from].activity);
    gp_add_activity_id(buffer, network, map->items[link->to].activity);
    gp_add_text(buffer, "\" class=\"link");
    if (link->is_chain) gp_add_text(buffer, " chain");
    if (link->is_option) gp_add_text(buffer, " option");
    if (link->is_critical) gp_add_text(buffer, " critical");
    gp_add_text(buffer, "\">\n<title>");
    add_end(page, link->from);
    gp_add_text(buffer, " \xE2\x86\x92 ");
    add_end(page, link->to);
    gp_add_text(buffer, "\n");
    gp_add_link_words(page, link);
    gp_add_text(buffer, "</title>\n");
}

/* A point `by` before `to` on the way from `from`. Ways run along the axes. */
static gp_point before(gp_point from, gp_point to, gp_length by)
{
    gp_length dx = to.x - from.x, dy = to.y - from.y;
    gp_length length = dx < 0 ? -dx : dx;
    length += dy < 0 ? -dy : dy;
    if (length < 2 * by) by = length / 2;
    gp_length x = dx > 0 ? by : dx < 0 ? -by : 0, y = dy > 0 ? by : dy < 0 ? -by : 0;
    return (gp_point){to.x - x, to.y - y};
}

static void draw_way(gp_buffer *buffer, const gp_point *points, uint32_t count)
{
    if (count < 2) return;
    gp_svg_open_path(buffer, "line");
    gp_svg_move(buffer, points[0].x, points[0].y);
    for (uint32_t i = 1; i + 1 < count; i++) {
        gp_point in = before(points[i - 1], points[i], CORNER);
        gp_point out = before(points[i + 1], points[i], CORNER);
        gp_svg_line(buffer, in.x, in.y);
        gp_add_text(buffer, "Q");
        gp_svg_point(buffer, points[i]);
        gp_add_text(buffer, " ");
        gp_svg_point(buffer, out);
    }
    gp_svg_line(buffer, points[count - 1].x, points[count - 1].y);
    gp_svg_close_path(buffer);
}

void gp_draw_link_end(gp_buffer *buffer, gp_point from, gp_point tip, bool is_live)
{
    gp_length dx = tip.x - from.x, dy = tip.y - from.y;
    gp_length x = dx > 0 ? HEAD : dx < 0 ? -HEAD : 0, y = dy > 0 ? HEAD : dy < 0 ? -HEAD : 0;
    gp_length across = dx ? 0 : HEAD_HALF, along = dx ? HEAD_HALF : 0;
    gp_svg_open_path(buffer, is_live ? "tip live" : "tip");
    gp_svg_move(buffer, tip.x, tip.y);
    gp_svg_line(buffer, tip.x - x + across, tip.y - y + along);
    gp_svg_line(buffer, tip.x - x - across, tip.y - y - along);
    gp_svg_line(buffer, tip.x, tip.y);
    gp_svg_close_path(buffer);
}

/* A triangle at the edge of the page: the arrow goes on on another. */
static void draw_sign(const gp_road_page *page, gp_length x, bool is_below)
{
    gp_length y = page->top + (is_below ? page->to - page->from : 0);
    gp_length way = is_below ? SIGN : -SIGN;
    gp_svg_open_path(page->buffer, "onward");
    gp_svg_move(page->buffer, x - SIGN, y);
    gp_svg_line(page->buffer, x + SIGN, y);
    gp_svg_line(page->buffer, x, y + way);
    gp_svg_line(page->buffer, x - SIGN, y);
    gp_svg_close_path(page->buffer);
}

/* The parts of the way that this page shows. `shown` has room for all points and two more. */
static void draw_clipped(const gp_road_page *page, const gp_road_link *link, gp_point *shown)
{
    gp_length low = page->from, high = page->to, down = page->top - page->from;
    uint32_t count = 0;
    for (uint32_t i = 0; i < link->point_count; i++) {
        gp_point p = link->points[i];
        bool is_in = p.y >= low && p.y <= high;
        if (i) {
            gp_point q = link->points[i - 1];
            bool was_in = q.y >= low && q.y <= high;
            bool crosses = (q.y < low && p.y > high) || (q.y > high && p.y < low);
            gp_length first = q.y < low ? low : high, last = p.y < low ? low : high;
            if (!was_in && (is_in || crosses)) {
                shown[count++] = (gp_point){p.x, first + down};
                draw_sign(page, p.x, first == high);
            }
            if (!is_in && (was_in || crosses)) {
                shown[count++] = (gp_point){p.x, last + down};
                draw_sign(page, p.x, last == high);
                draw_way(page->buffer, shown, count);
                count = 0;
            }
        }
        if (is_in) shown[count++] = (gp_point){p.x, p.y + down};
    }
    draw_way(page->buffer, shown, count);
    gp_point tip = link->points[link->point_count - 1];
    gp_point from = link->points[link->point_count - 2];
    if (tip.y < low || tip.y > high) return;
    gp_draw_link_end(page->buffer, (gp_point){from.x, from.y + down},
                     (gp_point){tip.x, tip.y + down}, link->is_live);
}

/* Critical ones last, so that no other crosses over them. */
gp_status gp_draw_links(const gp_road_page *page)
{
    const gp_roadmap *map = page->map;
    const uint32_t *links;
    uint32_t count, most = 0;
    GP_TRY(gp_list_page_links(page, &links, &count));
    for (uint32_t i = 0; i < count; i++)
        if (map->links[links[i]].point_count > most) most = map->links[links[i]].point_count;
    gp_point *shown = GP_NEW(map->sheet.job, gp_point, (size_t)most + 4);
    if (!shown) return gp_no_memory(map->sheet.job);
    for (int turn = 0; turn < 2; turn++)
        for (uint32_t i = 0; i < count; i++) {
            const gp_road_link *link = &map->links[links[i]];
            if (link->is_critical != (turn == 1)) continue;
            if (link->is_port) {
                gp_draw_port(page, link);
                continue;
            }
            open_link(page, link);
            draw_clipped(page, link, shown);
            gp_add_text(page->buffer, "</g>\n");
        }
    return GP_OK;
}
