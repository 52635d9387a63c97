/* SPDX-License-Identifier: MIT
 * What decisions do to a step of the roadmap, as it is drawn: their numbers, white in black, before
 * its name; under an intervention that was late and is in time now a tick with how late it was; and
 * where it was needed by another day, an empty flag on that day. */
#include "render/repair_words.h"
#include "render/roadmap_repair.h"

#include <string.h>

#define NUMBERS_SHOWN 3 /* of one step; the tooltip has all of them */
#define NUMBER_HEIGHT GP_UNITS(12)
#define NUMBER_SIDE GP_UNITS(4)
#define NUMBER_ROUND GP_UNITS(6)
#define NUMBER_BASE ((gp_length)96)
#define NUMBER_GAP GP_UNITS(2)
#define NAME_GAP GP_UNITS(3)
#define NUMBER_DOWN GP_UNITS(2)      /* from the top of the bar */
#define NUMBER_HIGH ((gp_length)-25) /* where an arrow runs under the name */
#define SIDE GP_UNITS(5)
#define SIGN_GAP GP_UNITS(4)
#define FLAG_WIDTH GP_UNITS(8)
#define WORDS_DOWN ((gp_length)95)

static const gp_style_rule rules[] = {
    {".number-ground,.saved-ground", GP_COLOUR_INK, GP_COLOUR_NONE},
    {"text.in-number", GP_COLOUR_PAGE, GP_COLOUR_NONE},
    {".saved-tick", GP_COLOUR_NONE, GP_COLOUR_PAGE},
    {"text.late.saved", GP_COLOUR_INK, GP_COLOUR_NONE},
    {".was-flag", GP_COLOUR_PAGE, GP_COLOUR_MUTED},
    {".decisions .ground", GP_COLOUR_PANEL, GP_COLOUR_GRID}};

const gp_style gp_road_repair_style = {.rules = rules,
                                       .rule_count = sizeof rules / sizeof *rules,
                                       .shapes =
                                           ".saved-tick{fill:none;stroke-width:1.8px}\n"
                                           ".was-flag{stroke-width:1px;stroke-dasharray:2 1.5}\n"
                                           ".decisions .ground{stroke-width:.8px}\n"};

/* ---- numbers ---- */

/* Digits are as wide as each other. */
gp_length gp_decision_number_width(uint32_t number)
{
    gp_length digit = gp_measure_text("0", 1, GP_FONT_GAP), width = digit + 2 * NUMBER_SIDE;
    for (; number >= 10; number /= 10) width += digit;
    return width;
}

static gp_length draw_words_in(gp_buffer *buffer, const char *words, gp_length width, gp_point at)
{
    const gp_text_line line = {.text = words, .size = strlen(words)};
    gp_length text = gp_measure_text(words, line.size, GP_FONT_GAP);
    gp_svg_rectangle(buffer, "number-ground", at, (gp_point){width, NUMBER_HEIGHT}, NUMBER_ROUND);
    gp_svg_label(buffer, "gap in-number", (gp_point){at.x + (width - text) / 2, at.y + NUMBER_BASE},
                 &line, "", false);
    return width;
}

gp_length gp_draw_decision_number(gp_buffer *buffer, uint32_t number, gp_point at)
{
    char digits[12];
    size_t size = sizeof digits - 1;
    digits[size] = '\0';
    gp_length width = gp_decision_number_width(number);
    do digits[--size] = (char)('0' + number % 10);
    while (number /= 10);
    return draw_words_in(buffer, digits + size, width, at);
}

#define MORE "\xE2\x80\xA6"

static gp_length more_width(void)
{
    return gp_measure_text(MORE, strlen(MORE), GP_FONT_GAP) + 2 * NUMBER_SIDE;
}

gp_length gp_road_numbers_width(const gp_road_item *item)
{
    const gp_road_decided *decided = item->decided;
    gp_length width = 0;
    if (!decided || !decided->count) return 0;
    for (uint32_t i = 0; i < decided->count && i < NUMBERS_SHOWN; i++)
        width += gp_decision_number_width(decided->choices[i] + 1) + NUMBER_GAP;
    if (decided->count > NUMBERS_SHOWN) width += more_width() + NUMBER_GAP;
    return width - NUMBER_GAP + NAME_GAP;
}

gp_length gp_place_road_numbers(gp_road_item *item, gp_length name)
{
    gp_length width = gp_road_numbers_width(item);
    if (!width) return name;
    item->decided->width = width;
    if (item->label_place == GP_LABEL_LEFT) {
        item->decided->left = item->label_at - name;
        return name;
    }
    item->decided->left = item->label_at;
    item->label_at += width;
    return name - width;
}

static void draw_numbers(gp_buffer *buffer, const gp_road_item *item, gp_length top)
{
    const gp_road_decided *decided = item->decided;
    bool is_high = item->has_line && item->label_place != GP_LABEL_INSIDE;
    gp_point at = {decided->left, top + (is_high ? NUMBER_HIGH : NUMBER_DOWN)};
    for (uint32_t i = 0; i < decided->count && i < NUMBERS_SHOWN; i++)
        at.x += gp_draw_decision_number(buffer, decided->choices[i] + 1, at) + NUMBER_GAP;
    if (decided->count > NUMBERS_SHOWN) draw_words_in(buffer, MORE, more_width(), at);
}

/* ---- in time now ---- */

static const char *saved_words(gp_roadmap *map, int32_t days)
{
    gp_buffer *scratch = map->sheet.scratch;
    gp_language language = map->sheet.language;
    gp_add_text(scratch, gp_say(language, "in time, was ", "op tijd, was "));
    gp_add_number(scratch, days);
    gp_add_text(scratch, " ");
    gp_add_text(scratch, gp_word_of(days == 1 ? GP_WORD_DAY_LATE : GP_WORD_DAYS_LATE, language));
    return gp_take_words(&map->sheet);
}

static gp_length right_end(const gp_roadmap *map)
{
    return map->axis.left + map->axis.width + GP_ROAD_GUTTER;
}

static gp_length words_width(const gp_road_decided *decided)
{
    return GP_SAVED_SIGN + SIGN_GAP +
           gp_measure_text(decided->words, strlen(decided->words), GP_FONT_CLASH);
}

gp_length gp_road_saved_end(const gp_road_item *item)
{
    return item->decided->words_at + words_width(item->decided);
}

/* Under the bar where they have room before the flags, and before the line that leads to one; else
 * behind all of it; else before it. The tooltip says it in any case. */
static void place_words(const gp_roadmap *map, gp_road_item *item)
{
    gp_road_decided *decided = item->decided;
    gp_length width = words_width(decided), first = item->left, last = item->right;
    gp_length limit = !item->has_flag           ? right_end(map)
                      : item->flag > item->tail ? item->right
                                                : item->flag - SIDE;
    if (item->has_flag && item->flag > last) last = item->flag;
    if (decided->has_flag && decided->flag > last) last = decided->flag;
    if (decided->has_flag && decided->flag < first) first = decided->flag;
    bool is_free = !decided->has_flag || decided->flag + FLAG_WIDTH < item->left ||
                   decided->flag - SIDE > item->left + width;
    decided->words_at = item->left;
    if (is_free && item->left + width <= limit) return;
    decided->words_at = last + FLAG_WIDTH + SIDE;
    if (decided->words_at + width <= right_end(map)) return;
    decided->words_at = first - FLAG_WIDTH - SIDE - width;
    if (decided->words_at < map->axis.left - GP_ROAD_GUTTER) decided->words = NULL;
}

static void place_old_flag(const gp_roadmap *map, gp_road_decided *decided)
{
    const gp_repair_live *live = decided->live;
    gp_day then = live->needed_by;
    bool is_other = then != GP_NO_DAY && then != live->needed_by_after;
    decided->has_flag = is_other && then >= map->axis.from && then <= map->axis.to;
    decided->flag = gp_axis_x(&map->axis, then);
}

gp_status gp_place_saved(gp_roadmap *map, gp_road_item *item)
{
    gp_road_decided *decided = item->decided;
    if (!decided || !decided->live || !(map->show & GP_SHOW_NEEDED)) return GP_OK;
    place_old_flag(map, decided);
    if (!decided->is_saved) return GP_OK;
    decided->words = saved_words(map, decided->live->late_before);
    if (map->sheet.scratch->has_failed) return gp_no_memory(map->sheet.job);
    place_words(map, item);
    return GP_OK;
}

void gp_draw_saved_sign(gp_buffer *buffer, gp_point at)
{
    gp_svg_rectangle(buffer, "saved-ground", at, (gp_point){GP_SAVED_SIGN, GP_SAVED_SIGN},
                     GP_UNITS(2));
    gp_svg_open_path(buffer, "saved-tick");
    gp_svg_move(buffer, at.x + GP_UNITS(2), at.y + GP_UNITS(5));
    gp_svg_line(buffer, at.x + GP_UNITS(4), at.y + GP_UNITS(8));
    gp_svg_line(buffer, at.x + GP_UNITS(8), at.y + GP_UNITS(2));
    gp_svg_close_path(buffer);
}

void gp_draw_old_flag(gp_buffer *buffer, gp_point at)
{
    gp_svg_open_path(buffer, "was-flag");
    gp_svg_move(buffer, at.x, at.y + GP_UNITS(9));
    gp_svg_line(buffer, at.x, at.y + GP_UNITS(1));
    gp_svg_line(buffer, at.x + GP_UNITS(7), at.y + GP_UNITS(4));
    gp_svg_line(buffer, at.x, at.y + GP_UNITS(7));
    gp_svg_close_path(buffer);
}

void gp_draw_road_decided(gp_buffer *buffer, const gp_road_item *item, gp_length top)
{
    const gp_road_decided *decided = item->decided;
    gp_length foot = top + GP_ROAD_BAR + item->under;
    if (!decided) return;
    if (decided->width) draw_numbers(buffer, item, top);
    if (decided->has_flag) gp_draw_old_flag(buffer, (gp_point){decided->flag, foot});
    if (!decided->words) return;
    const gp_text_line words = {.text = decided->words, .size = strlen(decided->words)};
    gp_draw_saved_sign(buffer, (gp_point){decided->words_at, foot + GP_UNITS(1)});
    gp_svg_label(buffer, "late saved",
                 (gp_point){decided->words_at + GP_SAVED_SIGN + SIGN_GAP, foot + WORDS_DOWN},
                 &words, "", false);
}
