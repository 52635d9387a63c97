/* SPDX-License-Identifier: MIT
 * What a board lists: its interventions by the number of their mark, and under them what they ask
 * of the capabilities, the most urgent first (the white paper's sixth figure). */
#include "render/boards.h"

#include <string.h>

#define HEAD_GAP GP_UNITS(24)
#define LINE_STEP GP_UNITS(14)
#define ROW_GAP GP_UNITS(6)
#define NAME_GAP GP_UNITS(8)
#define DATE_ROOM GP_UNITS(88)
#define LEVEL_ROOM GP_UNITS(40)
#define SIGN_ROOM GP_UNITS(16)
#define ASCENT GP_UNITS(10)
#define NAME_BASE (GP_UNITS(17) + 5) /* of an intervention, below the top of its mark */
#define NAME_LINES 2

/* Where the parts of a row stand. */
typedef struct columns {
    gp_length left, level, date; /* date: its right end */
    gp_length right;
} columns;

static columns columns_of(const gp_board_column *column)
{
    columns c = {.left = column->left + GP_BOARD_PADDING,
                 .right = column->left + GP_BOARD_PART - GP_BOARD_PADDING};
    c.date = c.right - SIGN_ROOM;
    c.level = c.date - DATE_ROOM - LEVEL_ROOM;
    return c;
}

/* What stands above the columns of a list. */
typedef struct head {
    const char *title, *date, *level;
    uint32_t count;
    bool is_again;
} head;

/* "To develop (3)" with what stands above the columns, and a line under it. */
static void draw_head(const gp_sheet *sheet, const columns *c, gp_length top, const head *h)
{
    gp_length base = top + HEAD_GAP;
    gp_add_text(sheet->scratch, h->title);
    gp_add_text(sheet->scratch, " (");
    if (h->is_again)
        gp_add_text(sheet->scratch, gp_say(sheet->language, "continued", "vervolg"));
    else
        gp_add_number(sheet->scratch, h->count);
    gp_add_text(sheet->scratch, ")");
    gp_draw_cut(sheet, GP_FONT_NAME, NULL, (gp_point){c->left, base}, c->level - c->left,
                gp_take_words(sheet), false);
    if (h->level) gp_svg_words(sheet->buffer, GP_FONT_TAG, (gp_point){c->level, base}, h->level);
    gp_draw_cut(sheet, GP_FONT_TAG, NULL, (gp_point){c->date, base}, DATE_ROOM, h->date, true);
    gp_svg_open_path(sheet->buffer, "rule");
    gp_svg_move(sheet->buffer, c->left, base + GP_UNITS(5));
    gp_svg_line(sheet->buffer, c->right, base + GP_UNITS(5));
    gp_svg_close_path(sheet->buffer);
}

/* ---- interventions ---- */

static const char *late_words(const gp_sheet *sheet, int32_t days, gp_day needed)
{
    gp_add_number(sheet->scratch, days);
    gp_add_text(sheet->scratch, " ");
    gp_add_text(sheet->scratch,
                gp_word_of(days == 1 ? GP_WORD_DAY_LATE : GP_WORD_DAYS_LATE, sheet->language));
    gp_add_text(sheet->scratch, ", ");
    gp_add_text(sheet->scratch, gp_word_of(GP_WORD_NEEDED, sheet->language));
    gp_add_text(sheet->scratch, " ");
    gp_add_day(sheet->scratch, needed);
    return gp_take_words(sheet);
}

static const char *live_words(const gp_sheet *sheet, const gp_dates *dates)
{
    gp_add_day(sheet->scratch, dates->earliest_ready);
    if (dates->not_before) gp_add_text(sheet->scratch, " ?");
    return gp_take_words(sheet);
}

static gp_length intervention_room(const gp_boards_picture *picture, const columns *c)
{
    return c->date - DATE_ROOM - c->left - picture->mark_width - NAME_GAP;
}

static uint32_t count_lines(const char *name, gp_length room)
{
    gp_text_line lines[NAME_LINES];
    uint32_t count = gp_wrap_text(name, GP_FONT_LABEL, room, NAME_LINES, lines);
    return count ? count : 1;
}

static gp_length intervention_height(const gp_boards_picture *picture,
                                     const gp_board_column *column, uint32_t place)
{
    const gp_sheet *sheet = &picture->sheet;
    columns c = columns_of(column);
    uint32_t index = column->order[place];
    uint32_t activity = sheet->schedule->network->intervention_activity[index];
    uint32_t lines =
        count_lines(sheet->portfolio->interventions[index].name, intervention_room(picture, &c));
    lines += gp_late_days(sheet->schedule, activity) > 0;
    gp_length height = NAME_BASE + LINE_STEP * lines - ASCENT + ROW_GAP;
    gp_length least = GP_MARK_SIZE + GP_UNITS(3);
    return height > least ? height : least;
}

static void draw_intervention(const gp_boards_picture *picture, const gp_board_column *column,
                              uint32_t place, gp_length top)
{
    const gp_sheet *sheet = &picture->sheet;
    columns c = columns_of(column);
    uint32_t index = column->order[place];
    const gp_intervention *intervention = &sheet->portfolio->interventions[index];
    uint32_t activity = sheet->schedule->network->intervention_activity[index];
    int32_t late = gp_late_days(sheet->schedule, activity);
    const gp_item_words words = {.prefix = "row",
                                 .id = sheet->portfolio->ids[intervention->symbol],
                                 .class_name = late > 0 ? "mark row overdue" : "mark row",
                                 .label = intervention->name,
                                 .is_activity = true,
                                 .activity = activity};
    gp_length left = c.left + picture->mark_width + NAME_GAP;
    gp_point pen = {left, top + NAME_BASE};
    gp_open_item(sheet, &words);
    gp_draw_mark(picture, (gp_uncertainty)intervention->uncertainty, column->first_number + place,
                 (gp_point){c.left, top});
    gp_draw_cut(sheet, GP_FONT_LABEL, NULL, (gp_point){c.date, pen.y}, DATE_ROOM,
                live_words(sheet, &sheet->schedule->dates[activity]), true);
    uint32_t lines = gp_draw_wrapped(sheet, GP_FONT_LABEL, pen, intervention_room(picture, &c),
                                     NAME_LINES, LINE_STEP, intervention->name);
    pen.y += LINE_STEP * (lines ? lines : 1);
    if (late > 0) {
        gp_draw_behind(sheet->buffer, (gp_point){left, pen.y});
        gp_draw_cut(sheet, GP_FONT_LABEL, "due", (gp_point){left + SIGN_ROOM, pen.y},
                    c.right - left - SIGN_ROOM, late_words(sheet, late, intervention->needed_by),
                    false);
    }
    gp_close_item(sheet, &words);
}

/* ---- capabilities ---- */

static const char *begin_words(const gp_sheet *sheet, const gp_board_action *action)
{
    if (action->begin_by != GP_NO_DAY)
        gp_add_day(sheet->scratch, action->begin_by);
    else
        gp_add_text(sheet->scratch, action->progress == GP_PROGRESS_UNDER_WAY
                                        ? gp_say(sheet->language, "under way", "loopt")
                                    : action->progress == GP_PROGRESS_THERE
                                        ? gp_say(sheet->language, "there", "is er")
                                        : gp_say(sheet->language, "no date", "geen datum"));
    if (action->is_unsure) gp_add_text(sheet->scratch, " ?");
    return gp_take_words(sheet);
}

static const char *level_words(const gp_sheet *sheet, const gp_board_action *action)
{
    gp_add_number(sheet->scratch, action->from_level);
    if (action->to_level != action->from_level) {
        gp_add_text(sheet->scratch, " \xE2\x86\x92 ");
        gp_add_number(sheet->scratch, action->to_level);
    }
    return gp_take_words(sheet);
}

static const char *match_words(uint8_t match, gp_language language)
{
    return match == GP_MATCH_BEHIND  ? gp_say(language, "behind", "achter")
           : match == GP_MATCH_AHEAD ? gp_say(language, "ahead of its board",
                                              "eerder dan het bord "
                                              "vraagt")
                                     : gp_say(language, "on track", "op koers");
}

static gp_length action_height(const gp_boards_picture *picture, const gp_board_column *column,
                               const gp_board_action *action)
{
    columns c = columns_of(column);
    const char *name = gp_symbol_name(picture->sheet.portfolio, action->symbol);
    return GP_UNITS(4) + LINE_STEP * count_lines(name, c.level - c.left - NAME_GAP);
}

static void draw_action(const gp_boards_picture *picture, const gp_board_column *column,
                        const gp_board_action *action, gp_length top)
{
    static const char *const prefixes[GP_BOARD_COUNT] = {"none", "explore", "develop", "exploit"};
    const gp_sheet *sheet = &picture->sheet;
    columns c = columns_of(column);
    const gp_item_words words = {.prefix = prefixes[column->stage],
                                 .id = sheet->portfolio->ids[action->symbol],
                                 .class_name = "action",
                                 .label = gp_symbol_name(sheet->portfolio, action->symbol),
                                 .title = match_words(action->match, sheet->language),
                                 .is_activity = action->activity != GP_NONE,
                                 .activity = action->activity};
    gp_point pen = {c.left, top + ASCENT + GP_UNITS(2)};
    bool is_behind = action->match == GP_MATCH_BEHIND;
    gp_open_item(sheet, &words);
    gp_draw_cut(sheet, GP_FONT_LABEL, NULL, (gp_point){c.level, pen.y}, LEVEL_ROOM,
                level_words(sheet, action), false);
    gp_draw_cut(sheet, GP_FONT_LABEL, is_behind ? "due" : NULL, (gp_point){c.date, pen.y},
                DATE_ROOM, begin_words(sheet, action), true);
    gp_point sign = {c.right - GP_SIGN_SIZE, pen.y};
    if (is_behind) gp_draw_behind(sheet->buffer, sign);
    if (action->match == GP_MATCH_AHEAD) gp_draw_ahead(sheet->buffer, sign);
    gp_draw_wrapped(sheet, GP_FONT_LABEL, pen, c.level - c.left - NAME_GAP, NAME_LINES, LINE_STEP,
                    words.label);
    gp_close_item(sheet, &words);
}

static void draw_track_head(const gp_boards_picture *picture, const gp_board_column *column,
                            uint8_t track, bool is_again, gp_length top)
{
    static const char *const titles[GP_TRACK_COUNT][2] = {{NULL, NULL},
                                                          {"To identify", "Te identificeren"},
                                                          {"To develop", "Te ontwikkelen"},
                                                          {"To strengthen", "Te versterken"}};
    const gp_sheet *sheet = &picture->sheet;
    columns c = columns_of(column);
    const head h = {.title = titles[track][sheet->language == GP_DUTCH],
                    .count = column->board->by_track[track],
                    .date = gp_say(sheet->language, "begin by", "begin uiterlijk"),
                    .level = gp_say(sheet->language, "level", "niveau"),
                    .is_again = is_again};
    draw_head(sheet, &c, top, &h);
}

/* ---- blocks ---- */

gp_length gp_board_block_height(const gp_boards_picture *picture, const gp_board_column *column,
                                gp_board_block_kind kind, uint32_t index)
{
    switch (kind) {
    case GP_BLOCK_INTERVENTION: return intervention_height(picture, column, index);
    case GP_BLOCK_CAPABILITY: return action_height(picture, column, &column->board->actions[index]);
    case GP_BLOCK_NOTHING: return GP_UNITS(18);
    default: return HEAD_GAP + GP_UNITS(9);
    }
}

void gp_draw_board_block(const gp_boards_picture *picture, const gp_board_column *column,
                         gp_board_block_kind kind, uint32_t index, bool is_again, gp_length top)
{
    const gp_sheet *sheet = &picture->sheet;
    const gp_board *board = column->board;
    columns c = columns_of(column);
    const head h = {.title = gp_say(sheet->language, "Interventions", "Interventies"),
                    .count = board->intervention_count,
                    .date = gp_say(sheet->language, "live", "live"),
                    .is_again = is_again};
    switch (kind) {
    case GP_BLOCK_HEAD: draw_head(sheet, &c, top, &h); break;
    case GP_BLOCK_INTERVENTION: draw_intervention(picture, column, index, top); break;
    case GP_BLOCK_NOTHING:
        gp_svg_words(sheet->buffer, GP_FONT_LABEL, (gp_point){c.left, top + GP_UNITS(12)},
                     gp_say(sheet->language, "nothing on this board", "niets op dit bord"));
        break;
    case GP_BLOCK_TRACK:
        draw_track_head(picture, column, board->actions[index].track, is_again, top);
        break;
    case GP_BLOCK_CAPABILITY: draw_action(picture, column, &board->actions[index], top); break;
    }
}
