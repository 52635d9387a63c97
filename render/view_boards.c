/* SPDX-License-Identifier: MIT
 * The boards: the S curve of the white paper with its three stages as columns, the interventions
 * on it by number, and under each board what it lists. A column is as tall as the longest needs;
 * interventions without a stage stand below in a band of their own, on no board and no curve. */
#include "render/boards.h"
#include "render/key.h"
#include "render/part_words.h"

#define PARTS_MAX 60             /* on a page, of all boards together */
#define ROUGH_HEAD GP_UNITS(500) /* what stands above and below the lists */
#define COLUMN_HEAD GP_UNITS(74)
#define COLUMN_FOOT GP_UNITS(14)

static const gp_stage shown[GP_BOARD_COUNT] = {GP_EXPLORE, GP_DEVELOP, GP_EXPLOIT, GP_STAGE_NONE};

static const gp_style_rule rules[] = {
    {".board .ground", GP_COLOUR_PANEL, GP_COLOUR_GRID},
    {".axis", GP_COLOUR_NONE, GP_COLOUR_MUTED},
    {".axis-head", GP_COLOUR_MUTED, GP_COLOUR_NONE},
    {".curve", GP_COLOUR_NONE, GP_COLOUR_ARROW},
    {".mark .shape", GP_COLOUR_INTERVENTION, GP_COLOUR_INTERVENTION_LINE},
    {".mark.overdue .shape", GP_COLOUR_NONE, GP_COLOUR_CLASH},
    {"text.number", GP_COLOUR_INK, GP_COLOUR_NONE},
    {".rule", GP_COLOUR_NONE, GP_COLOUR_ARROW},
    {".behind", GP_COLOUR_CLASH, GP_COLOUR_NONE},
    {".ahead", GP_COLOUR_PAGE, GP_COLOUR_INK},
    {"text.due", GP_COLOUR_CLASH, GP_COLOUR_NONE},
};

static const gp_style style = {.rules = rules,
                               .rule_count = sizeof rules / sizeof *rules,
                               .shapes = ".curve,.axis,.rule{fill:none}\n"
                                         ".curve{stroke-width:5px;stroke-linecap:round}\n"
                                         ".axis{stroke-width:1.2px}\n"
                                         ".rule,.board .ground{stroke-width:.8px}\n"
                                         ".mark .shape{stroke-width:1.4px}\n"
                                         ".mark .shape.unknown{stroke-dasharray:2 2}\n"
                                         ".mark.overdue .shape{stroke-width:3px}\n"
                                         ".ahead{stroke-width:1.2px}\n"};

/* ---- columns ---- */

/* From uncertain to certain, what gives no uncertainty last; otherwise as the board has them. */
static gp_status order_column(gp_boards_picture *picture, gp_board_column *column)
{
    static const gp_uncertainty levels[] = {GP_UNCERTAINTY_HIGH, GP_UNCERTAINTY_MEDIUM,
                                            GP_UNCERTAINTY_LOW, GP_UNCERTAINTY_NONE};
    const gp_board *board = column->board;
    uint32_t count = 0;
    column->order = GP_NEW(picture->sheet.job, uint32_t, board->intervention_count);
    if (!column->order) return gp_no_memory(picture->sheet.job);
    for (size_t level = 0; level < sizeof levels / sizeof *levels; level++)
        for (uint32_t i = 0; i < board->intervention_count; i++) {
            uint32_t index = board->interventions[i];
            if (picture->sheet.portfolio->interventions[index].uncertainty == levels[level])
                column->order[count++] = index;
        }
    return GP_OK;
}

static gp_length width_of(uint32_t parts)
{
    return GP_BOARD_PART * parts + GP_BOARD_SPACE * (parts - 1);
}

/* Where the boards stand beside each other, each as wide as its parts, and how wide that is. */
static void stand(gp_boards_picture *picture)
{
    gp_length left = GP_MARGIN;
    uint32_t parts = 0;
    for (int i = 0; i < 3; i++) {
        gp_board_column *column = &picture->columns[i];
        column->left = left;
        column->width = width_of(column->parts);
        left += column->width + GP_BOARD_SPACE;
        parts += column->parts;
    }
    picture->columns[3].left = GP_MARGIN;
    picture->columns[3].parts = parts;
    picture->columns[3].width = width_of(parts);
    picture->sheet.width = left - GP_BOARD_SPACE + GP_MARGIN;
}

/* How tall the lists of what stands on no board are; 0: there is nothing. */
static gp_status measure_without_stage(const gp_boards_picture *picture, gp_length *height)
{
    const gp_board_column *column = &picture->columns[3];
    *height = 0;
    if (column->board->intervention_count == 0) return GP_OK;
    return gp_measure_board_lists(picture, column, column->parts, height);
}

/* Gives the tallest board one more part until the page is no taller than 4 : 3. */
static gp_status arrange(gp_boards_picture *picture)
{
    gp_length heights[3];
    for (int i = 0; i < 3; i++)
        GP_TRY(gp_measure_board_lists(picture, &picture->columns[i], 1, &heights[i]));
    for (uint32_t parts = 3;; parts++) {
        int tallest = 0;
        stand(picture);
        for (int i = 1; i < 3; i++)
            if (heights[i] > heights[tallest]) tallest = i;
        picture->lists = heights[tallest];
        GP_TRY(measure_without_stage(picture, &picture->without_stage));
        gp_length all = ROUGH_HEAD + picture->lists + picture->without_stage;
        if (3 * all <= 4 * picture->sheet.width || parts == PARTS_MAX) return GP_OK;
        gp_board_column *column = &picture->columns[tallest];
        GP_TRY(gp_measure_board_lists(picture, column, ++column->parts, &heights[tallest]));
    }
}

static gp_status make_columns(gp_boards_picture *picture)
{
    uint32_t number = 1;
    GP_TRY(gp_find_boards_of(picture->sheet.job, picture->sheet.schedule, picture->filter,
                             &picture->boards));
    for (int i = 0; i < GP_BOARD_COUNT; i++) {
        gp_board_column *column = &picture->columns[i];
        *column = (gp_board_column){.board = &picture->boards.boards[shown[i]],
                                    .stage = shown[i],
                                    .first_number = number,
                                    .parts = 1};
        GP_TRY(order_column(picture, column));
        number += column->board->intervention_count;
    }
    picture->mark_width = GP_MARK_SIZE;
    for (uint32_t least = 100; least <= number - 1; least *= 10) picture->mark_width += GP_UNITS(8);
    return arrange(picture);
}

/* ---- words ---- */

static const char *spread_words(const gp_sheet *sheet, const gp_board *board)
{
    static const char *const levels[][2] = {
        {NULL, NULL}, {"low", "laag"}, {"medium", "middel"}, {"high", "hoog"}};
    gp_add_number(sheet->scratch, board->intervention_count);
    gp_add_text(sheet->scratch, " ");
    gp_add_text(sheet->scratch,
                gp_word_of(board->intervention_count == 1 ? GP_WORD_ONE_INTERVENTION
                                                          : GP_WORD_COUNT_INTERVENTIONS,
                           sheet->language));
    bool is_first = true;
    for (int i = GP_UNCERTAINTY_HIGH; i >= GP_UNCERTAINTY_LOW; i--) {
        if (board->by_uncertainty[i] == 0) continue;
        gp_add_text(sheet->scratch,
                    is_first ? gp_say(sheet->language, "; uncertainty: ", "; onzekerheid: ")
                             : ", ");
        gp_add_number(sheet->scratch, board->by_uncertainty[i]);
        gp_add_text(sheet->scratch, " ");
        gp_add_text(sheet->scratch, levels[i][sheet->language == GP_DUTCH]);
        is_first = false;
    }
    return gp_take_words(sheet);
}

static const char *subtitle_words(const gp_boards_picture *picture)
{
    const gp_sheet *sheet = &picture->sheet;
    uint32_t late = 0;
    for (uint32_t i = 0; i < sheet->portfolio->intervention_count; i++)
        if (gp_passes(picture->filter, sheet->portfolio->interventions[i].symbol))
            late += gp_late_days(sheet->schedule,
                                 sheet->schedule->network->intervention_activity[i]) > 0;
    gp_add_text(sheet->scratch, gp_say(sheet->language, "The three boards on the S curve",
                                       "De drie borden op de S-curve"));
    gp_add_text(sheet->scratch, " \xC2\xB7 ");
    gp_add_text(sheet->scratch, gp_word_of(GP_WORD_STATUS_DATE, sheet->language));
    gp_add_text(sheet->scratch, " ");
    gp_add_day(sheet->scratch, sheet->portfolio->status_date);
    if (late) {
        gp_add_text(sheet->scratch, " \xC2\xB7 ");
        gp_add_number(sheet->scratch, late);
        gp_add_text(sheet->scratch, gp_say(sheet->language, " late", " te laat"));
    }
    gp_add_filter_words(sheet->scratch, sheet->schedule->network, sheet->language, picture->filter,
                        gp_count_other_interventions(sheet->portfolio, picture->filter) +
                            gp_count_other_capabilities(sheet->portfolio, picture->filter));
    return gp_take_words(sheet);
}

/* ---- drawing ---- */

static void open_board(const gp_sheet *sheet, const gp_board_column *column, gp_point at,
                       gp_point size)
{
    static const char *const prefixes[GP_BOARD_COUNT] = {"board-none", "board-explore",
                                                         "board-develop", "board-exploit"};
    const char *name = gp_stage_name(column->stage, sheet->language);
    const gp_item_words words = {
        .prefix = prefixes[column->stage], .class_name = "board", .label = name};
    gp_open_item(sheet, &words);
    gp_svg_rectangle(sheet->buffer, "ground", at, size, GP_UNITS(6));
    gp_draw_cut(sheet, GP_FONT_TITLE, NULL,
                (gp_point){at.x + GP_BOARD_PADDING, at.y + GP_UNITS(30)},
                size.x - 2 * GP_BOARD_PADDING, name, false);
    gp_draw_cut(sheet, GP_FONT_CAPTION, NULL,
                (gp_point){at.x + GP_BOARD_PADDING, at.y + GP_UNITS(48)},
                size.x - 2 * GP_BOARD_PADDING, spread_words(sheet, column->board), false);
}

/* Draws the lists of the columns, each in a buffer of its own: only then is it known how tall the
 * boards behind them are. */
static gp_status draw_lists(gp_boards_picture *picture, gp_length top, gp_buffer *lists[3],
                            gp_length *foot)
{
    *foot = top;
    for (int i = 0; i < 3; i++) {
        gp_boards_picture one = *picture;
        lists[i] = one.sheet.buffer = gp_new_buffer(picture->sheet.job);
        if (!lists[i]) return gp_no_memory(picture->sheet.job);
        gp_length end;
        GP_TRY(gp_draw_board_lists(&one, &picture->columns[i], top, picture->lists, &end));
        if (end > *foot) *foot = end;
    }
    *foot += COLUMN_FOOT;
    return GP_OK;
}

static gp_status add_drawn(const gp_sheet *sheet, gp_buffer *drawn)
{
    const char *text;
    size_t size;
    GP_TRY(gp_finish_buffer(drawn, &text, &size));
    gp_add_bytes(sheet->buffer, text, size);
    return GP_OK;
}

static gp_status draw_boards(gp_boards_picture *picture, gp_length *top)
{
    gp_buffer *lists[3] = {NULL};
    gp_length foot;
    gp_boards_picture measured = *picture;
    measured.sheet.buffer = NULL;
    gp_length under = gp_draw_curve(&measured, *top + COLUMN_HEAD);
    GP_TRY(draw_lists(picture, under, lists, &foot));
    for (int i = 0; i < 3; i++) {
        const gp_board_column *column = &picture->columns[i];
        open_board(&picture->sheet, column, (gp_point){column->left, *top},
                   (gp_point){column->width, foot - *top});
        GP_TRY(add_drawn(&picture->sheet, lists[i]));
        gp_add_text(picture->sheet.buffer, "</g>\n");
    }
    gp_draw_curve(picture, *top + COLUMN_HEAD);
    *top = foot;
    return GP_OK;
}

/* Across the page, under the boards. */
static gp_status draw_without_stage(gp_boards_picture *picture, gp_length *top)
{
    const gp_board_column *column = &picture->columns[3];
    if (column->board->intervention_count == 0) return GP_OK;
    gp_boards_picture inner = *picture;
    inner.sheet.buffer = gp_new_buffer(picture->sheet.job);
    if (!inner.sheet.buffer) return gp_no_memory(picture->sheet.job);
    gp_length at = *top + GP_BOARD_SPACE, foot;
    GP_TRY(gp_draw_board_lists(&inner, column, at + COLUMN_HEAD, picture->without_stage, &foot));
    foot += COLUMN_FOOT;
    open_board(&picture->sheet, column, (gp_point){GP_MARGIN, at},
               (gp_point){column->width, foot - at});
    GP_TRY(add_drawn(&picture->sheet, inner.sheet.buffer));
    gp_add_text(picture->sheet.buffer, "</g>\n");
    *top = foot;
    return GP_OK;
}

/* ---- key ---- */

static void draw_mark_sample(gp_buffer *buffer, gp_point at, int uncertainty)
{
    gp_draw_mark_shape(buffer, (gp_uncertainty)uncertainty,
                       (gp_point){at.x + GP_UNITS(6), at.y - GP_UNITS(2)},
                       (gp_point){GP_UNITS(24), GP_UNITS(24)});
}

static void draw_behind_sample(gp_buffer *buffer, gp_point at, int kind)
{
    (void)kind;
    gp_draw_behind(buffer, (gp_point){at.x + GP_UNITS(13), at.y + GP_UNITS(15)});
}

static void draw_ahead_sample(gp_buffer *buffer, gp_point at, int kind)
{
    (void)kind;
    gp_draw_ahead(buffer, (gp_point){at.x + GP_UNITS(13), at.y + GP_UNITS(15)});
}

/* What occurs in the picture. */
typedef struct boards_seen {
    bool has_uncertainty[GP_UNCERTAINTY_HIGH + 1];
    bool has_overdue, has_behind, has_ahead, has_action, has_unsure;
} boards_seen;

static boards_seen look_at(const gp_boards_picture *picture)
{
    const gp_schedule *schedule = picture->sheet.schedule;
    const gp_portfolio *portfolio = picture->sheet.portfolio;
    boards_seen seen = {.has_overdue = false};
    for (int i = 0; i < GP_BOARD_COUNT; i++) {
        const gp_board *board = picture->columns[i].board;
        for (uint32_t k = 0; k < board->intervention_count; k++) {
            uint32_t index = board->interventions[k];
            uint32_t activity = schedule->network->intervention_activity[index];
            seen.has_uncertainty[portfolio->interventions[index].uncertainty] = true;
            seen.has_overdue |= gp_late_days(schedule, activity) > 0;
            seen.has_unsure |= schedule->dates[activity].not_before;
        }
        seen.has_action |= board->action_count > 0;
        for (uint32_t k = 0; k < board->action_count; k++) {
            seen.has_behind |= board->actions[k].match == GP_MATCH_BEHIND;
            seen.has_ahead |= board->actions[k].match == GP_MATCH_AHEAD;
            seen.has_unsure |= board->actions[k].is_unsure;
        }
    }
    return seen;
}

/* What the signs of the lists mean that stand there. */
static const char *foot_words(const gp_sheet *sheet, const boards_seen *seen)
{
    gp_language language = sheet->language;
    gp_add_text(sheet->scratch,
                gp_say(language,
                       "On a board the most uncertain interventions stand first; their places say "
                       "nothing else.",
                       "Op een bord staan de onzekerste interventies vooraan; hun plaats zegt "
                       "verder niets."));
    if (seen->has_action)
        gp_add_text(sheet->scratch,
                    gp_say(language,
                           " Level: what is there, and what is asked for. Begin by: the day on "
                           "which a capability must be identified or begun.",
                           " Niveau: wat er is, en wat er gevraagd wordt. Begin uiterlijk: de dag "
                           "waarop een capability geïdentificeerd of begonnen moet zijn."));
    if (seen->has_unsure)
        gp_add_text(sheet->scratch,
                    gp_say(language,
                           " ?: rests on an unknown lead time, so later live, or to begin sooner.",
                           " ?: steunt op een onbekende doorlooptijd, dus later live, of eerder te "
                           "beginnen."));
    return gp_take_words(sheet);
}

static gp_length draw_foot(const gp_boards_picture *picture, gp_length top)
{
    static const gp_uncertainty order[] = {GP_UNCERTAINTY_HIGH, GP_UNCERTAINTY_MEDIUM,
                                           GP_UNCERTAINTY_LOW, GP_UNCERTAINTY_NONE};
    const gp_sheet *sheet = &picture->sheet;
    gp_language language = sheet->language;
    const boards_seen seen = look_at(picture);
    gp_key_entry entries[7];
    uint32_t count = 0;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        entries[count++] = (gp_key_entry){
            "mark", draw_mark_sample, (int)order[i],
            seen.has_uncertainty[order[i]] ? gp_uncertainty_name(order[i], language) : NULL};
    entries[count++] = (gp_key_entry){
        "mark overdue", draw_mark_sample, GP_UNCERTAINTY_LOW,
        seen.has_overdue ? gp_say(language, "live after it is needed", "live nadat het nodig is")
                         : NULL};
    entries[count++] = (gp_key_entry){"action", draw_behind_sample, 0,
                                      seen.has_behind || seen.has_overdue
                                          ? gp_say(language, "late, or behind what the board asks",
                                                   "te laat, of achter op wat het bord vraagt")
                                          : NULL};
    entries[count++] =
        (gp_key_entry){"action", draw_ahead_sample, 0,
                       seen.has_ahead ? gp_say(language, "under way before a board asks for it",
                                               "in uitvoering voordat een bord erom vraagt")
                                      : NULL};
    gp_length room = sheet->width - 2 * GP_MARGIN;
    top = gp_draw_key(sheet->buffer, language, entries, count, (gp_point){GP_MARGIN, top}, room);
    return gp_draw_lines(sheet->buffer, GP_FONT_CAPTION, (gp_point){GP_MARGIN, top}, room,
                         foot_words(sheet, &seen));
}

/* What NULL stands for. */
static const gp_boards_view defaults = {0};

gp_status gp_draw_boards(gp_job *job, const gp_schedule *schedule, const gp_boards_view *view,
                         gp_picture *out)
{
    if (!view) view = &defaults;
    gp_boards_picture picture = {.filter = view->filter};
    gp_sheet *sheet = &picture.sheet;
    gp_picture drawn = {0};
    GP_TRY(gp_start_sheet(sheet, job, schedule, view->language));
    GP_TRY(make_columns(&picture));
    const char *title = sheet->portfolio->title;
    sheet->page = (gp_page){
        .name = "boards",
        .title = *title ? title : gp_say(view->language, "Boards", "Borden"),
        .subtitle = subtitle_words(&picture),
        .reading = gp_say(view->language,
                          "From left to right the boards explore, develop and exploit, along a "
                          "curve of value against investment. Each lists its interventions and the "
                          "capabilities to identify, to develop and to strengthen.",
                          "Van links naar rechts de borden verkennen, ontwikkelen en exploiteren, "
                          "langs een curve van waarde tegen investering. Elk noemt zijn "
                          "interventies en de capabilities om te identificeren, te ontwikkelen en "
                          "te versterken."),
        .theme = view->theme,
        .style = &style};
    gp_length top = gp_draw_sheet_head(sheet) + GP_UNITS(16);
    GP_TRY(draw_boards(&picture, &top));
    GP_TRY(draw_without_stage(&picture, &top));
    top = draw_foot(&picture, top + GP_UNITS(16));
    for (int i = 0; i < GP_BOARD_COUNT; i++)
        drawn.box_count +=
            picture.columns[i].board->intervention_count + picture.columns[i].board->action_count;
    GP_TRY(gp_finish_sheet(sheet, top + GP_MARGIN, &drawn));
    *out = drawn;
    return GP_OK;
}
