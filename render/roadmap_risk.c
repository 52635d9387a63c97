/* SPDX-License-Identifier: MIT
 * How sure a live date is, on the roadmap: behind the bar of an intervention a hatched tail to the
 * day by which it is 80 % sure, with a mark where it is as likely as not; the day itself stands
 * behind the name. Where that day is no later than the plan there is no tail: the plan is that
 * sure. */
#include "render/risk_picture.h"
#include "render/roadmap.h"

#include <string.h>

#define TAIL_DOWN GP_UNITS(1) /* from the top of the bar: an arrow may run under it */
#define TAIL_HEIGHT GP_UNITS(6)
#define CAP_DOWN GP_UNITS(8)
#define TAIL_LEAST GP_UNITS(2)
#define HALF_ROOM GP_UNITS(6) /* on either side of the mark within a tail */

static const gp_style_rule rules[] = {{".unsure", GP_COLOUR_PAGE, GP_COLOUR_INK},
                                      {".hatch,.cap", GP_COLOUR_NONE, GP_COLOUR_INK},
                                      {".point", GP_COLOUR_PAGE, GP_COLOUR_INK}};

const gp_style gp_road_risk_style = {.rules = rules,
                                     .rule_count = sizeof rules / sizeof *rules,
                                     .shapes = ".hatch,.cap{fill:none}\n"
                                               ".unsure,.hatch{stroke-width:.8px}\n"
                                               ".cap{stroke-width:2px}\n"
                                               ".point{stroke-width:1.2px}\n"};

static const gp_risk_live *live_of(const gp_roadmap *map, uint32_t activity)
{
    const gp_network *network = map->sheet.schedule->network;
    const gp_activity *a = &network->activities[activity];
    bool is_drawn = a->kind == GP_KIND_INTERVENTION && a->actual != GP_ACTUAL_READY;
    return is_drawn && map->lives ? map->lives[a->item] : NULL;
}

gp_status gp_find_road_lives(gp_roadmap *map)
{
    const gp_risk_answer *answer = map->view->risk;
    if (!answer) return GP_OK;
    map->lives =
        GP_NEW(map->sheet.job, const gp_risk_live *, map->sheet.portfolio->intervention_count);
    if (!map->lives) return gp_no_memory(map->sheet.job);
    for (uint32_t i = 0; i < answer->live_count; i++)
        map->lives[answer->lives[i].intervention] = &answer->lives[i];
    return GP_OK;
}

gp_day gp_road_sure_day(const gp_roadmap *map, uint32_t activity)
{
    const gp_risk_live *live = live_of(map, activity);
    return live ? live->quantiles[GP_RISK_P80] : GP_NO_DAY;
}

/* The sentence of its card, and by when it is as likely as not. */
static const char *told_of(const gp_roadmap *map, const gp_risk_live *live)
{
    gp_language language = map->sheet.language;
    const gp_risk_card card = {.live = live};
    gp_add_risk_sentence(map->sheet.scratch, language, &card);
    if (live->needed_by != GP_NO_DAY) {
        gp_add_text(map->sheet.scratch, "; ");
        gp_add_risk_half(map->sheet.scratch, language, live);
    }
    return gp_take_words(&map->sheet);
}

/* " · 80 % 2027-02-15", with "≥" before the day where it may only be later. */
gp_status gp_find_road_risk(gp_roadmap *map, gp_road_item *item)
{
    const gp_risk_live *live = item->is_gone ? NULL : live_of(map, item->activity);
    gp_buffer *scratch = map->sheet.scratch;
    if (!live) return GP_OK;
    item->risk = GP_NEW(map->sheet.job, gp_road_risk, 1);
    if (!item->risk) return gp_no_memory(map->sheet.job);
    gp_add_text(scratch, " \xC2\xB7 ");
    gp_add_chance(scratch, 0.8);
    gp_add_text(scratch, live->not_before ? " \xE2\x89\xA5" : " ");
    gp_add_day(scratch, live->quantiles[GP_RISK_P80]);
    item->risk->live = live;
    item->risk->words = gp_take_words(&map->sheet);
    item->risk->told = told_of(map, live);
    return scratch->has_failed ? gp_no_memory(map->sheet.job) : GP_OK;
}

void gp_place_road_risk(const gp_roadmap *map, gp_road_item *item)
{
    gp_road_risk *risk = item->risk;
    if (!risk) return;
    gp_day sure = risk->live->quantiles[GP_RISK_P80];
    gp_length end = gp_axis_x(&map->axis, sure);
    risk->has_cap = sure <= map->axis.to;
    risk->half = gp_axis_x(&map->axis, risk->live->quantiles[GP_RISK_P50]);
    bool has_tail = item->right_edge != GP_EDGE_TORN && end >= item->right + TAIL_LEAST;
    risk->end = has_tail ? end : item->right;
}

const char *gp_road_level(const gp_road_item *item)
{
    return item->risk ? "" : item->suffix;
}

gp_length gp_road_end(const gp_road_item *item)
{
    return item->risk && item->risk->end > item->right ? item->risk->end : item->right;
}

bool gp_has_half_mark(const gp_road_item *item)
{
    return item->risk && item->risk->half >= item->right + HALF_ROOM &&
           item->risk->half + HALF_ROOM <= item->risk->end;
}

void gp_draw_road_tail(gp_buffer *buffer, gp_point at, gp_length width, bool has_cap)
{
    gp_draw_hatched(buffer, "unsure", (gp_point){at.x, at.y + TAIL_DOWN},
                    (gp_point){width, TAIL_HEIGHT});
    if (!has_cap) return;
    gp_svg_open_path(buffer, "cap");
    gp_svg_move(buffer, at.x + width, at.y);
    gp_svg_line(buffer, at.x + width, at.y + CAP_DOWN);
    gp_svg_close_path(buffer);
}

void gp_draw_road_risk(gp_buffer *buffer, const gp_road_item *item, gp_length top)
{
    gp_length end = gp_road_end(item);
    if (end <= item->right) return;
    gp_draw_road_tail(buffer, (gp_point){item->right, top}, end - item->right, item->risk->has_cap);
    if (gp_has_half_mark(item))
        gp_draw_risk_mark(buffer, (gp_point){item->risk->half, top + TAIL_DOWN + TAIL_HEIGHT / 2},
                          false);
}

/* Lines of its tooltip. */
void gp_add_road_risk(gp_buffer *buffer, const gp_road_item *item)
{
    if (!item->risk) return;
    gp_add_text(buffer, "\n");
    gp_svg_escape(buffer, item->risk->told, strlen(item->risk->told));
}
