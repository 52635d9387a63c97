/* SPDX-License-Identifier: MIT
 * Where do a bar, its name and its marks stand, and how much room do they take together? The
 * name stands in the bar where it fits, else right of it, else left of it; under the bar are the
 * marks: by when to identify it, when it is needed, how late it is. What one item takes, no
 * other item of its row may touch. */
#include "render/roadmap.h"

#include <string.h>

#define BAR_MIN GP_UNITS(6)
#define UNKNOWN_WIDTH GP_UNITS(30)
#define CHEVRONS GP_UNITS(12) /* after an open end */
#define TAIL_MIN GP_UNITS(3)
#define LABEL_MAX GP_UNITS(250) /* beside a bar */
#define LABEL_INSET GP_UNITS(6)
#define INSIDE_MIN GP_UNITS(220) /* a bar this wide cuts its name rather than put it beside */
#define LEADER_MAX GP_UNITS(240) /* from an identify mark to its bar */
#define MARK_HALF GP_UNITS(5)
#define FLAG_WIDTH GP_UNITS(8)
#define LARGE_MIN 2000             /* bars */
#define PORT_DIGIT ((gp_length)65) /* of the number in a flag, at most */
#define PORT_SIDES GP_UNITS(10)    /* of a flag, beside its number */
#define SUFFIX_BESIDE GP_UNITS(90) /* what a name beside a bar keeps, how sure it is after it */
#define BELOW_MARKS GP_UNITS(10)
#define BELOW_LATE GP_UNITS(12)

static gp_length right_end(const gp_roadmap *map)
{
    return map->axis.left + map->axis.width + GP_ROAD_GUTTER;
}

static void place_bar(const gp_roadmap *map, gp_road_item *item)
{
    const gp_schedule *schedule = gp_item_schedule(map, item);
    const gp_dates *dates = &schedule->dates[item->activity];
    const gp_activity *a = &schedule->network->activities[item->activity];
    gp_length least = a->is_unknown ? UNKNOWN_WIDTH : BAR_MIN;
    gp_length end = map->axis.left + map->axis.width;
    item->left = gp_axis_x(&map->axis, dates->earliest_start);
    item->right = gp_axis_x(&map->axis, dates->earliest_ready);
    if (item->right < item->left + least) item->right = item->left + least;
    if (item->right > end) {
        item->right = end;
        if (item->left > end - least) item->left = end - least;
    }
    item->tail = item->right;
    bool is_plain = item->right_edge == GP_EDGE_PLAIN && !item->is_gone;
    if (!(map->show & GP_SHOW_BUFFER) || !is_plain) return;
    gp_length tail = gp_axis_x(&map->axis, dates->latest_ready);
    if (dates->buffer_days > 0 && tail >= item->right + TAIL_MIN) item->tail = tail;
}

static void place_mark(const gp_roadmap *map, gp_road_item *item)
{
    if (item->mark_kind == GP_MARK_NONE) return; /* so of all that is gone */
    gp_day by = map->sheet.schedule->dates[item->activity].identify_by;
    item->mark = gp_axis_x(&map->axis, by);
    bool is_on_axis = by >= map->axis.from && by <= map->axis.to;
    if (is_on_axis && item->mark >= item->left - LEADER_MAX)
        item->below = BELOW_MARKS;
    else
        item->mark_kind = GP_MARK_NONE; /* it would stand far from its bar, or on another day */
}

/* "still 12 days late, was 30 · 1 cycle": the first and the last but one where decisions were
 * taken.
 */
static const char *days_late(gp_roadmap *map, const gp_road_item *item)
{
    int32_t days = gp_late_days(map->sheet.schedule, item->activity);
    int32_t cycles = gp_late_cycles(map->sheet.schedule, item->activity);
    gp_language language = map->sheet.language;
    gp_buffer *scratch = map->sheet.scratch;
    const gp_repair_live *live = item->decided ? item->decided->live : NULL;
    if (live && live->late_before > 0) gp_add_text(scratch, gp_say(language, "still ", "nog "));
    gp_add_number(scratch, days);
    gp_add_text(scratch, " ");
    gp_add_text(scratch, gp_word_of(days == 1 ? GP_WORD_DAY_LATE : GP_WORD_DAYS_LATE, language));
    if (live && live->late_before > days) {
        gp_add_text(scratch, gp_say(language, ", was ", ", was "));
        gp_add_number(scratch, live->late_before);
    }
    gp_add_text(scratch, " \xC2\xB7 ");
    gp_add_number(scratch, cycles);
    gp_add_text(scratch, " ");
    gp_add_text(scratch, gp_word_of(cycles == 1 ? GP_WORD_CYCLE : GP_WORD_CYCLES, language));
    return gp_take_words(&map->sheet);
}

/* What was late before decisions were taken says so. */
static gp_status place_in_time(gp_roadmap *map, gp_road_item *item)
{
    GP_TRY(gp_place_saved(map, item));
    bool has_mark = item->has_flag || (item->decided && item->decided->has_flag);
    if (has_mark) item->below = BELOW_MARKS;
    if (item->decided && item->decided->words) item->below = BELOW_LATE;
    return GP_OK;
}

/* The words of the gap stand in it, else right of it, else left of it. */
static gp_status place_needed(gp_roadmap *map, gp_road_item *item)
{
    if (item->is_gone || !(map->show & GP_SHOW_NEEDED)) return GP_OK;
    const gp_network *network = map->sheet.schedule->network;
    const gp_activity *a = &network->activities[item->activity];
    if (a->kind != GP_KIND_INTERVENTION) return GP_OK;
    gp_day needed = network->portfolio->interventions[a->item].needed_by;
    if (needed == GP_NO_DAY) return place_in_time(map, item);
    item->flag = gp_axis_x(&map->axis, needed);
    item->has_flag = needed >= map->axis.from && needed <= map->axis.to;
    if (item->has_flag) item->below = BELOW_MARKS;
    if (gp_late_days(map->sheet.schedule, item->activity) <= 0) return place_in_time(map, item);
    item->late = days_late(map, item);
    if (map->sheet.scratch->has_failed) return gp_no_memory(map->sheet.job);
    GP_TRY(gp_place_saved(map, item));
    item->below = BELOW_LATE;
    if (item->flag > item->right - TAIL_MIN) item->flag = item->right - TAIL_MIN;
    gp_length width = gp_measure_text(item->late, strlen(item->late), GP_FONT_CLASH);
    gp_length side = GP_UNITS(5);
    item->is_late_inside = item->right - item->flag >= width + 2 * side;
    item->late_at = item->is_late_inside ? item->flag + side : item->right + side;
    if (!item->is_late_inside && item->late_at + width > right_end(map)) {
        item->late_at = item->flag - FLAG_WIDTH - side - width;
        if (item->decided) item->decided->has_flag = false; /* it would stand in the words */
    }
    return GP_OK;
}

/* ---- the name ---- */

static const char *suffix_of(const gp_roadmap *map, const gp_network *network, uint32_t activity)
{
    static const char *const suffixes[2][GP_LEVEL_MAX + 1] = {
        {"", " \xC2\xB7 level 1", " \xC2\xB7 level 2", " \xC2\xB7 level 3", " \xC2\xB7 level 4",
         " \xC2\xB7 level 5"},
        {"", " \xC2\xB7 niveau 1", " \xC2\xB7 niveau 2", " \xC2\xB7 niveau 3", " \xC2\xB7 niveau 4",
         " \xC2\xB7 niveau 5"}};
    const gp_activity *a = &network->activities[activity];
    bool has_levels =
        a->level > 1 || (a->kind == GP_KIND_CAPABILITY && network->capability_steps[a->item] > 1);
    return has_levels ? suffixes[map->sheet.language][a->level] : "";
}

/* Letters and single characters between them, as most names are: it needs no care. */
static bool is_plain(const char *name)
{
    const char *at = name;
    while (*at >= 0x20 && *at < 0x7F) at++;
    return *at == '\0' && at != name && *name != ' ' && at[-1] != ' ';
}

/* The name, which is `whole` wide, as one line of at most `room`; returns its width, the suffix not
 * counted. */
static gp_length cut_name(const char *name, gp_length whole, gp_length room, gp_text_line *line)
{
    *line = (gp_text_line){.text = name};
    if (is_plain(name) && whole <= room) {
        line->size = strlen(name);
        return whole;
    }
    gp_wrap_text(name, GP_FONT_LABEL, room, 1, line);
    gp_length width = gp_measure_text(line->text, line->size, GP_FONT_LABEL);
    return line->is_cut ? width + gp_measure_text("\xE2\x80\xA6", 3, GP_FONT_LABEL) : width;
}

gp_length gp_port_width(const gp_roadmap *map)
{
    gp_length digits = 1;
    for (uint32_t count = map->link_count; count >= 10; count /= 10) digits++;
    return digits * PORT_DIGIT + PORT_SIDES + GP_ROAD_PORT_GAP;
}

bool gp_is_large(const gp_roadmap *map)
{
    return map->item_count > LARGE_MIN;
}

/* The flags of ports stand before the start and after the end; at the edge of the lanes they come
 * over the bar, and its name makes room. In a large portfolio they always do: room for each would
 * cost more time than the picture is worth. */
static void place_ports(const gp_roadmap *map, gp_road_item *item)
{
    gp_length step = gp_port_width(map), edge = map->axis.left - GP_ROAD_GUTTER;
    gp_length left = item->left - (gp_length)item->left_ports * step;
    gp_length right =
        gp_road_end(item) + GP_ROAD_PORT_GAP + (item->right_edge == GP_EDGE_OPEN ? CHEVRONS : 0);
    item->left_ports_at = left > edge ? left : edge;
    edge = right_end(map) + GP_ROAD_GUTTER - (gp_length)item->right_ports * step;
    item->right_ports_at = right < edge ? right : edge;
    if (item->left_ports == 0 || gp_is_large(map)) item->left_ports_at = item->left;
    if (gp_is_large(map)) item->right_ports_at = item->right - (gp_length)item->right_ports * step;
}

/* Where the flags after the end of a bar end; the bar and its chevrons where it has none. */
static gp_length after_end(const gp_roadmap *map, const gp_road_item *item)
{
    gp_length bar = gp_road_end(item) + (item->right_edge == GP_EDGE_OPEN ? CHEVRONS : 0);
    gp_length flags = item->right_ports_at + (gp_length)item->right_ports * gp_port_width(map);
    return item->right_ports && flags > bar ? flags : bar;
}

/* Where the name goes and how wide it may be there. Before its bar it is in the way of arrows, so
 * it stands behind it where most of it does. */
static gp_length choose_place(const gp_roadmap *map, gp_road_item *item, gp_length wanted)
{
    gp_length flags = item->left_ports_at + (gp_length)item->left_ports * gp_port_width(map);
    gp_length from = item->left_ports && flags > item->left ? flags : item->left;
    gp_length to = item->right_ports && item->right_ports_at < item->right ? item->right_ports_at
                                                                           : item->right;
    gp_length inside = to - from - 2 * LABEL_INSET;
    gp_length after = after_end(map, item) + LABEL_INSET;
    gp_length before = item->left - GP_ROAD_LANDING - GP_UNITS(2);
    if (item->left_ports) before = item->left_ports_at - GP_UNITS(4);
    gp_length beside = wanted < LABEL_MAX ? wanted : LABEL_MAX;
    gp_length right_room = right_end(map) - after;
    gp_length left_room = before - map->axis.left + GP_ROAD_GUTTER;
    if (wanted <= inside || inside >= INSIDE_MIN) {
        item->label_place = GP_LABEL_INSIDE;
        item->label_at = from + LABEL_INSET;
        return wanted < inside ? wanted : inside;
    }
    bool is_right = beside <= right_room || right_room >= left_room || right_room * 3 >= beside * 2;
    item->label_place = is_right ? GP_LABEL_RIGHT : GP_LABEL_LEFT;
    item->label_at = is_right ? after : before;
    gp_length room = is_right ? right_room : left_room;
    return beside < room ? beside : room;
}

/* No character of it shows: nothing but blanks. */
static bool is_blank(const char *name)
{
    gp_text_line line = {0};
    bool begins_plain = *name > 0x20; /* the usual case */
    return !begins_plain && gp_wrap_text(name, GP_FONT_LABEL, LABEL_MAX, 1, &line) == 0;
}

/* A name in its bar that leaves no room there for how sure it is, though behind the bar there is
 * room for both: that is where they go. */
static bool moves_behind(const gp_roadmap *map, gp_road_item *item, gp_length name,
                         gp_length suffix)
{
    gp_length after = after_end(map, item) + LABEL_INSET;
    bool has_room = name <= LABEL_MAX && after + name + suffix <= right_end(map);
    if (item->label_place != GP_LABEL_INSIDE || !has_room) return false;
    item->label_place = GP_LABEL_RIGHT;
    item->label_at = after;
    return true;
}

static gp_length place_label(gp_roadmap *map, gp_road_item *item)
{
    const gp_network *network = gp_item_schedule(map, item)->network;
    const char *name = gp_activity_name(network, item->activity);
    if (is_blank(name)) name = gp_activity_id(network, item->activity);
    item->suffix = item->risk ? item->risk->words : suffix_of(map, network, item->activity);
    gp_length suffix = gp_measure_text(item->suffix, strlen(item->suffix), GP_FONT_LABEL);
    gp_length whole = gp_measure_text(name, strlen(name), GP_FONT_LABEL) + suffix;
    gp_length numbers = gp_road_numbers_width(item);
    gp_length room = choose_place(map, item, whole + numbers) - numbers;
    bool is_tight = item->label_place == GP_LABEL_INSIDE || room - suffix < SUFFIX_BESIDE;
    if (item->risk && is_tight && room < whole) {
        if (moves_behind(map, item, whole - suffix, suffix + numbers))
            return cut_name(name, whole - suffix, whole - suffix, &item->label) + suffix + numbers;
        item->suffix = ""; /* rather the whole name: the tooltip has the day */
        whole -= suffix;
        suffix = 0;
        room = choose_place(map, item, whole + numbers) - numbers;
    }
    return cut_name(name, whole - suffix, room - suffix, &item->label) + suffix + numbers;
}

/* ---- all together ---- */

static void widen(gp_road_item *item, gp_length from, gp_length to)
{
    if (from < item->first) item->first = from;
    if (to > item->last) item->last = to;
}

/* The bar and its words first: they stand side by side, so no arrow comes between them. */
static void measure(const gp_roadmap *map, gp_road_item *item, gp_length label)
{
    item->first = item->left;
    item->last = after_end(map, item);
    if (item->left_ports && !gp_is_large(map)) widen(item, item->left_ports_at, item->right);
    if (item->right_ports && !gp_is_large(map)) widen(item, item->right_ports_at, item->right);
    if (item->label_place == GP_LABEL_RIGHT)
        widen(item, item->left, item->label_at + label);
    else if (item->label_place == GP_LABEL_LEFT)
        widen(item, item->label_at - label, item->right);
    if (item->late) {
        gp_length words = gp_measure_text(item->late, strlen(item->late), GP_FONT_CLASH);
        widen(item, item->flag, item->right);
        widen(item, item->late_at, item->late_at + words);
    }
    if (item->was && *item->was->words)
        widen(item, item->left,
              item->was->words_at +
                  gp_measure_text(item->was->words, strlen(item->was->words), GP_FONT_TAG));
    const gp_road_decided *decided = item->decided;
    if (decided && decided->words) widen(item, decided->words_at, gp_road_saved_end(item));
    item->solid_first = item->first;
    item->solid_last = item->last;
    if (decided && decided->has_flag)
        widen(item, decided->flag - FLAG_WIDTH, decided->flag + FLAG_WIDTH);
    if (item->was) widen(item, item->was->left, item->was->right);
    widen(item, item->left - GP_ROAD_LANDING, item->right);
    if (item->mark_kind != GP_MARK_NONE)
        widen(item, item->mark - MARK_HALF - GP_UNITS(2), item->mark + MARK_HALF);
    if (item->has_flag) widen(item, item->flag - FLAG_WIDTH, item->flag + FLAG_WIDTH);
    item->last += GP_ROAD_APART;
}

void gp_stretch_label(gp_roadmap *map, gp_road_item *item, gp_length limit)
{
    if (!item->label.is_cut || item->label_place != GP_LABEL_RIGHT) return;
    if (limit > right_end(map)) limit = right_end(map);
    gp_length suffix = gp_measure_text(item->suffix, strlen(item->suffix), GP_FONT_LABEL);
    gp_length room = limit - item->label_at - suffix;
    if (room <= LABEL_MAX - suffix) return;
    gp_length width = cut_name(item->label.text, INT64_MAX, room, &item->label) + suffix;
    widen(item, item->left, item->label_at + width);
    if (item->label_at + width > item->solid_last) item->solid_last = item->label_at + width;
}

gp_status gp_place_item(gp_roadmap *map, gp_road_item *item)
{
    item->below = 0;
    place_bar(map, item);
    gp_place_road_risk(map, item);
    place_mark(map, item);
    GP_TRY(place_needed(map, item));
    gp_place_was(map, item);
    place_ports(map, item);
    measure(map, item, gp_place_road_numbers(item, place_label(map, item)));
    return GP_OK;
}

gp_status gp_place_items(gp_roadmap *map)
{
    for (uint32_t i = 0; i < map->item_count; i++) GP_TRY(gp_place_item(map, &map->items[i]));
    return GP_OK;
}

gp_status gp_make_port(gp_roadmap *map, gp_road_link *link)
{
    gp_road_item *from = &map->items[link->from], *to = &map->items[link->to];
    link->is_port = true;
    link->is_placed = false;
    from->right_ports++;
    if (link->is_live)
        to->right_ports++;
    else
        to->left_ports++;
    if (gp_is_large(map)) {
        place_ports(map, from);
        place_ports(map, to);
        return GP_OK;
    }
    GP_TRY(gp_place_item(map, from));
    return gp_place_item(map, to);
}
