/* SPDX-License-Identifier: MIT
 * What do the bars, marks and lines of a roadmap mean? Only what occurs in it. */
#include "render/key.h"
#include "render/risk_picture.h"
#include "render/roadmap_page.h"

#define ENTRIES_MAX 29

typedef struct entries {
    gp_key_entry list[ENTRIES_MAX];
    uint32_t count;
} entries;

/* What occurs besides the kinds of bars. */
typedef struct seen {
    bool has_tail, has_open, has_torn, has_flag, has_late, has_critical, has_cycles;
    bool marks[GP_MARK_PASSED + 1];
    uint8_t tail_kind; /* gp_box_kind of a bar with a tail */
    bool has_start, has_live, has_option, has_link, has_critical_link, has_port;
    bool has_unsure, has_half;
    bool has_number, has_saved, has_old_flag;
    bool became[GP_BECOMINGS];
} seen;

static seen look(const gp_roadmap *map)
{
    seen s = {0};
    for (uint32_t i = 0; i < map->item_count; i++) {
        const gp_road_item *item = &map->items[i];
        if (item->was) s.became[item->was->was.became] = true;
        s.has_tail |= item->tail > item->right;
        if (item->tail > item->right) s.tail_kind = item->kind;
        s.has_unsure |= gp_road_end(item) > item->right;
        s.has_half |= gp_has_half_mark(item);
        s.has_number |= item->decided && item->decided->width;
        s.has_saved |= item->decided && item->decided->words;
        s.has_old_flag |= item->decided && item->decided->has_flag;
        s.has_open |= item->right_edge == GP_EDGE_OPEN;
        s.has_torn |= item->right_edge == GP_EDGE_TORN || item->left_edge == GP_EDGE_TORN;
        s.has_flag |= item->has_flag;
        s.has_late |= item->late != NULL;
        s.has_critical |= item->is_critical;
        s.has_cycles |= item->kind == GP_BOX_INTERVENTION;
        s.marks[item->mark_kind] = true;
    }
    for (uint32_t i = 0; i < map->link_count; i++) {
        const gp_road_link *link = &map->links[i];
        s.has_port |= link->is_port;
        if (link->is_port) continue; /* no line of it is drawn */
        s.has_critical_link |= link->is_critical;
        s.has_option |= link->is_option;
        s.has_live |= link->is_live;
        s.has_start |= !link->is_live;
    }
    return s;
}

/* ---- samples: in a box of GP_SAMPLE_WIDTH by GP_SAMPLE_HEIGHT ---- */

#define MIDDLE (GP_SAMPLE_HEIGHT / 2)

/* A bar of a kind; -1 - edge for one that ends so. */
static void draw_bar(gp_buffer *buffer, gp_point at, int kind)
{
    const gp_point size = {GP_SAMPLE_WIDTH, GP_UNITS(16)};
    gp_draw_outline(buffer, (gp_box_kind)kind, (gp_point){at.x, at.y + GP_UNITS(2)}, size);
}

static void draw_item(gp_buffer *buffer, gp_point at, int edge)
{
    const gp_road_item item = {.left = at.x,
                               .right = at.x + GP_UNITS(24),
                               .left_edge = edge == GP_EDGE_TORN ? GP_EDGE_TORN : GP_EDGE_PLAIN,
                               .right_edge = (uint8_t)edge,
                               .kind = GP_BOX_REQUESTED};
    gp_draw_bar(buffer, &item, at.y);
}

static void draw_tail(gp_buffer *buffer, gp_point at, int kind)
{
    (void)kind;
    gp_svg_rectangle(buffer, "tail", (gp_point){at.x, at.y + MIDDLE},
                     (gp_point){GP_SAMPLE_WIDTH, GP_UNITS(3)}, 0);
}

static void draw_unsure(gp_buffer *buffer, gp_point at, int kind)
{
    (void)kind;
    gp_draw_road_tail(buffer, (gp_point){at.x, at.y + MIDDLE - GP_UNITS(4)}, GP_SAMPLE_WIDTH, true);
}

static void draw_half(gp_buffer *buffer, gp_point at, int kind)
{
    (void)kind;
    gp_draw_risk_mark(buffer, (gp_point){at.x + GP_SAMPLE_WIDTH / 2, at.y + MIDDLE}, false);
}

static void draw_mark(gp_buffer *buffer, gp_point at, int kind)
{
    gp_draw_identify_mark(buffer, (gp_identify_mark)kind,
                          (gp_point){at.x + GP_SAMPLE_WIDTH / 2, at.y + MIDDLE});
}

static void draw_flag(gp_buffer *buffer, gp_point at, int kind)
{
    (void)kind;
    gp_draw_flag(buffer, (gp_point){at.x + GP_SAMPLE_WIDTH / 2, at.y + GP_UNITS(4)}, false);
}

static void draw_number(gp_buffer *buffer, gp_point at, int kind)
{
    (void)kind;
    gp_draw_decision_number(buffer, 1, (gp_point){at.x + GP_UNITS(11), at.y + GP_UNITS(4)});
}

static void draw_saved(gp_buffer *buffer, gp_point at, int kind)
{
    (void)kind;
    gp_draw_saved_sign(buffer, (gp_point){at.x + GP_UNITS(13), at.y + GP_UNITS(5)});
}

static void draw_old_flag(gp_buffer *buffer, gp_point at, int kind)
{
    (void)kind;
    gp_draw_old_flag(buffer, (gp_point){at.x + GP_SAMPLE_WIDTH / 2, at.y + GP_UNITS(4)});
}

static void draw_gap(gp_buffer *buffer, gp_point at, int kind)
{
    (void)kind;
    gp_svg_rectangle(buffer, "gap", (gp_point){at.x, at.y + GP_UNITS(4)},
                     (gp_point){GP_SAMPLE_WIDTH, GP_UNITS(12)}, 0);
}

static void draw_cycles(gp_buffer *buffer, gp_point at, int kind)
{
    (void)kind;
    gp_draw_outline(buffer, GP_BOX_INTERVENTION, at, (gp_point){GP_SAMPLE_WIDTH, GP_SAMPLE_HEIGHT});
    gp_svg_open_path(buffer, "ticks");
    for (gp_length x = GP_UNITS(9); x < GP_SAMPLE_WIDTH; x += GP_UNITS(6)) {
        gp_svg_move(buffer, at.x + x, at.y + GP_SAMPLE_HEIGHT - GP_UNITS(4));
        gp_svg_line(buffer, at.x + x, at.y + GP_SAMPLE_HEIGHT);
    }
    gp_svg_close_path(buffer);
}

static void draw_link(gp_buffer *buffer, gp_point at, int is_live)
{
    gp_point from = {at.x, at.y + MIDDLE}, tip = {at.x + GP_SAMPLE_WIDTH, at.y + MIDDLE};
    gp_svg_open_path(buffer, "line");
    gp_svg_move(buffer, from.x, from.y);
    gp_svg_line(buffer, tip.x - GP_UNITS(2), tip.y);
    gp_svg_close_path(buffer);
    gp_draw_link_end(buffer, from, tip, is_live != 0);
}

/* A flag as they stand at the ends of bars; its number is any. */
static void draw_port(gp_buffer *buffer, gp_point at, int kind)
{
    (void)kind;
    const gp_text_line number = {.text = "1", .size = 1};
    gp_draw_pennant(buffer, (gp_point){at.x + GP_UNITS(8), at.y + GP_UNITS(4)}, GP_UNITS(18),
                    false);
    gp_svg_label(buffer, "label", (gp_point){at.x + GP_UNITS(12), at.y + GP_UNITS(13)}, &number, "",
                 false);
}

static void draw_round(gp_buffer *buffer, gp_point at, int kind)
{
    gp_length x = at.x + GP_SAMPLE_WIDTH / 2, top = at.y + GP_UNITS(1);
    (void)kind;
    gp_svg_open_path(buffer, "round");
    gp_svg_move(buffer, x, at.y + GP_SAMPLE_HEIGHT);
    gp_svg_line(buffer, x, top + GP_UNITS(8));
    gp_svg_line(buffer, x - GP_UNITS(4), top);
    gp_svg_line(buffer, x + GP_UNITS(4), top);
    gp_svg_line(buffer, x, top + GP_UNITS(8));
    gp_svg_close_path(buffer);
}

static void draw_became(gp_buffer *buffer, gp_point at, int became)
{
    gp_length middle = at.y + MIDDLE, end = at.x + GP_SAMPLE_WIDTH;
    if (became >= GP_BECAME_NEW) {
        gp_draw_sign(buffer, (gp_became)became, at.x, end, middle);
        return;
    }
    gp_draw_ghost(buffer, (gp_point){at.x, middle - GP_UNITS(4)},
                  (gp_point){GP_UNITS(20), GP_UNITS(8)});
    if (became != GP_BECAME_SHIFTED) gp_draw_shift(buffer, at.x + GP_UNITS(20), end, middle);
}

/* ---- which ---- */

static void add(entries *e, bool occurs, gp_key_entry entry)
{
    if (occurs && e->count < ENTRIES_MAX) e->list[e->count++] = entry;
}

/* Why bars are open at their end: a lead time is not known, or a round in which work would begin.
 */
static const char *open_words(const gp_roadmap *map)
{
    const gp_schedule *schedule = map->sheet.schedule;
    bool has_lead = false, has_round = false;
    for (uint32_t i = 0; i < schedule->network->activity_count; i++) {
        const gp_activity *a = &schedule->network->activities[i];
        has_lead |= a->is_unknown;
        has_round |= a->is_rounded && a->planning &&
                     !gp_knows_round(a->planning, schedule->dates[i].earliest_start);
    }
    gp_language language = map->sheet.language;
    if (has_lead && has_round)
        return gp_say(language, "not before: rests on an unknown lead time or planning round",
                      "niet v\xC3\xB3\xC3\xB3r: steunt op een onbekende doorlooptijd of planronde");
    if (has_round)
        return gp_say(language, "not before: rests on an unknown planning round",
                      "niet v\xC3\xB3\xC3\xB3r: steunt op een onbekende planronde");
    return gp_say(language, "not before: rests on an unknown lead time",
                  "niet v\xC3\xB3\xC3\xB3r: steunt op een onbekende doorlooptijd");
}

static const char *const classes[GP_BOX_KINDS] = {"bar intervention", "bar requested",
                                                  "bar prerequisite", "bar unfounded",
                                                  "bar missing",      "bar reference"};

static void add_bars(entries *e, const gp_roadmap *map, const seen *s)
{
    gp_language language = map->sheet.language;
    for (gp_box_kind kind = 0; kind < GP_BOX_KINDS; kind++) {
        if (kind == GP_BOX_INTERVENTION && s->has_cycles && map->show & GP_SHOW_CYCLES)
            add(e, true,
                (gp_key_entry){classes[kind], draw_cycles, 0,
                               gp_say(language, "Intervention, with its iterations",
                                      "Interventie, met haar iteraties")});
        else
            add(e, map->kinds[kind] > 0,
                (gp_key_entry){classes[kind], draw_bar, (int)kind,
                               gp_word_of(gp_box_word(kind), language)});
    }
    add(e, s->has_critical,
        (gp_key_entry){"bar requested critical", draw_bar, GP_BOX_REQUESTED,
                       gp_word_of(GP_WORD_LEGEND_CRITICAL, language)});
    add(e, s->has_open,
        (gp_key_entry){"bar requested open", draw_item, GP_EDGE_OPEN, open_words(map)});
    add(e, s->has_torn,
        (gp_key_entry){
            "bar requested", draw_item, GP_EDGE_TORN,
            gp_say(language, "goes on outside these dates", "loopt door buiten deze datums")});
}

static void add_marks(entries *e, const gp_roadmap *map, const seen *s)
{
    gp_language language = map->sheet.language;
    add(e, s->has_tail,
        (gp_key_entry){classes[s->tail_kind], draw_tail, 0,
                       gp_say(language, "buffer: how long the work may overrun",
                              "buffer: hoeveel het werk mag uitlopen")});
    add(e, s->has_unsure,
        (gp_key_entry){"bar", draw_unsure, 0,
                       gp_say(language, "until it is 80\xC2\xA0% sure to be live",
                              "tot het 80\xC2\xA0% zeker is dat zij live is")});
    add(e, s->has_half,
        (gp_key_entry){"bar", draw_half, 0,
                       gp_say(language, "by then as likely live as not",
                              "dan is de kans om live te zijn de helft")});
    add(e, s->marks[GP_MARK_AHEAD],
        (gp_key_entry){"bar", draw_mark, GP_MARK_AHEAD,
                       gp_say(language, "must be identified by", "moet geïdentificeerd zijn")});
    add(e, s->marks[GP_MARK_DONE],
        (gp_key_entry){"bar", draw_mark, GP_MARK_DONE,
                       gp_say(language, "must be identified by: it is",
                              "moet geïdentificeerd zijn: is gebeurd")});
    add(e, s->marks[GP_MARK_PASSED],
        (gp_key_entry){"bar", draw_mark, GP_MARK_PASSED,
                       gp_say(language, "had to be identified by then, and is not",
                              "had toen geïdentificeerd moeten zijn")});
    add(e, s->has_flag,
        (gp_key_entry){"bar", draw_flag, 0, gp_say(language, "needed by", "nodig op")});
    add(e, s->has_late,
        (gp_key_entry){"bar", draw_gap, 0, gp_word_of(GP_WORD_LEGEND_LATE, language)});
}

static void add_lines(entries *e, const gp_roadmap *map, const seen *s)
{
    gp_language language = map->sheet.language;
    add(e, s->has_start,
        (gp_key_entry){"link", draw_link, 0, gp_word_of(GP_WORD_LEGEND_START, language)});
    add(e, s->has_live,
        (gp_key_entry){"link", draw_link, 1, gp_word_of(GP_WORD_LEGEND_LIVE, language)});
    add(e, s->has_option,
        (gp_key_entry){"link option", draw_link, 0, gp_word_of(GP_WORD_LEGEND_OPTION, language)});
    add(e, s->has_critical_link,
        (gp_key_entry){"link critical", draw_link, 0,
                       gp_say(language, "critical path", "kritiek pad")});
    add(e, s->has_port,
        (gp_key_entry){"port", draw_port, 0,
                       gp_say(language, "goes on at the other flag with this number",
                              "gaat verder bij de andere vlag met dit nummer")});
    add(e, gp_first_road_round(map) != GP_NO_DAY,
        (gp_key_entry){"dates", draw_round, 0, gp_say(language, "planning round", "planronde")});
}

/* The numbers are those of the list. */
static void add_decided(entries *e, const gp_roadmap *map, const seen *s)
{
    gp_language language = map->sheet.language;
    add(e, s->has_number,
        (gp_key_entry){"bar", draw_number, 0,
                       gp_say(language, "the decision with this number is about it",
                              "het besluit met dit nummer gaat hierover")});
    add(e, s->has_saved,
        (gp_key_entry){"bar", draw_saved, 0,
                       gp_say(language, "in time with these decisions, and late without",
                              "op tijd met deze besluiten, en te laat zonder")});
    add(e, s->has_old_flag,
        (gp_key_entry){"bar", draw_old_flag, 0,
                       gp_say(language, "needed by this day before", "was nodig op deze dag")});
}

/* What is later and what is sooner has the same sign, the other way about. */
static void add_changes(entries *e, const gp_roadmap *map, const seen *s)
{
    bool has_moved = s->became[GP_BECAME_LATER] || s->became[GP_BECAME_SOONER];
    for (gp_became became = GP_BECAME_LATER; became < GP_BECOMINGS; became++) {
        bool occurs = became == GP_BECAME_LATER     ? has_moved
                      : became == GP_BECAME_SOONER  ? false
                      : became == GP_BECAME_SHIFTED ? s->became[became] && !has_moved
                                                    : s->became[became];
        add(e, occurs,
            (gp_key_entry){"bar", draw_became, (int)became,
                           gp_became_words(became, map->sheet.language)});
    }
}

gp_length gp_draw_road_key(gp_buffer *buffer, const gp_roadmap *map, gp_point at, gp_length width)
{
    entries e = {.count = 0};
    seen s = look(map);
    add_bars(&e, map, &s);
    add_marks(&e, map, &s);
    add_lines(&e, map, &s);
    add_decided(&e, map, &s);
    add_changes(&e, map, &s);
    return gp_draw_key(buffer, map->sheet.language, e.list, e.count, at, width);
}
