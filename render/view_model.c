/* SPDX-License-Identifier: MIT
 * The growth model on one page: its three pillars beside each other, joined in the white paper's
 * order. A gap asks for an intervention, an intervention rests on capabilities, and what is live
 * is measured again. Each pillar has its own counts and its most urgent finding. */
#include "render/fit_picture.h"
#include "render/boards.h"
#include "render/key.h"
#include "render/model_picture.h"
#include "render/part_words.h"

#include <string.h>

#define PAGE_WIDTH GP_UNITS(1300)
#define ARROW_ROOM GP_UNITS(58)
#define PILLAR_WIDTH ((PAGE_WIDTH - 2 * GP_MARGIN - 2 * ARROW_ROOM) / 3)
#define PILLAR_HEAD GP_UNITS(76)
#define PILLAR_FOOT GP_UNITS(14)
#define LOOP_DOWN GP_UNITS(24)
#define ROW_LINE GP_UNITS(15)

static const gp_style_rule rules[] = {
    {".pillar .ground", GP_COLOUR_PANEL, GP_COLOUR_GRID},
    {".urgent .ground", GP_COLOUR_PAGE, GP_COLOUR_ARROW},
    {".sort", GP_COLOUR_INK, GP_COLOUR_INK},
    {".sort.stroke", GP_COLOUR_NONE, GP_COLOUR_INK},
    {".mark .shape", GP_COLOUR_INTERVENTION, GP_COLOUR_INTERVENTION_LINE},
    {".behind", GP_COLOUR_CLASH, GP_COLOUR_NONE},
    {"text.due", GP_COLOUR_CLASH, GP_COLOUR_NONE},
    {"text.note", GP_COLOUR_MUTED, GP_COLOUR_NONE},
    {".order", GP_COLOUR_NONE, GP_COLOUR_MUTED},
    {".order-head", GP_COLOUR_MUTED, GP_COLOUR_NONE},
};

static const gp_style style = {.rules = rules,
                               .rule_count = sizeof rules / sizeof *rules,
                               .shapes = ".order,.sort.stroke{fill:none}\n"
                                         ".pillar .ground{stroke-width:.8px}\n"
                                         ".sort.stroke{stroke-width:2.4px}\n"
                                         ".mark .shape{stroke-width:1.2px}\n"
                                         ".order{stroke-width:3px}\n"
                                         ".order.back{stroke-width:2px;stroke-dasharray:6 4}\n"};

/* ---- pillars ---- */

static gp_length pillar_left(int pillar)
{
    return GP_MARGIN + (PILLAR_WIDTH + ARROW_ROOM) * pillar;
}

static const char *pillar_name(gp_pillar pillar, gp_language language)
{
    static const char *const names[][2] = {{"Need and experience", "Behoefte en ervaring"},
                                           {"Interventions", "Interventies"},
                                           {"Capabilities", "Capabilities"}};
    return names[pillar][language == GP_DUTCH];
}

static void draw_pillar_head(const gp_sheet *sheet, gp_pillar pillar, gp_point at)
{
    static const char *const questions[][2] = {
        {"What do citizens need, and what do they experience?",
         "Wat hebben burgers nodig, en wat ervaren ze?"},
        {"What do we do about it, in short cycles on three boards?",
         "Wat doen we daaraan, in korte cycli op drie borden?"},
        {"What must the organisation be able to do, on which track?",
         "Wat moet de organisatie kunnen, en op welk spoor?"}};
    bool is_dutch = sheet->language == GP_DUTCH;
    gp_length left = at.x + GP_PILLAR_PADDING, room = PILLAR_WIDTH - 2 * GP_PILLAR_PADDING;
    gp_draw_cut(sheet, GP_FONT_TITLE, NULL, (gp_point){left, at.y + GP_UNITS(32)}, room,
                pillar_name(pillar, sheet->language), false);
    gp_draw_wrapped(sheet, GP_FONT_CAPTION, (gp_point){left, at.y + GP_UNITS(54)}, room, 2,
                    ROW_LINE, questions[pillar][is_dutch]);
}

static gp_status draw_counts(const gp_model_picture *picture, gp_length top,
                             gp_buffer *drawn[GP_PILLARS], gp_length *foot)
{
    *foot = top;
    for (int i = 0; i < GP_PILLARS; i++) {
        gp_model_picture inner = *picture;
        drawn[i] = inner.sheet.buffer = gp_new_buffer(picture->sheet.job);
        if (!drawn[i]) return gp_no_memory(picture->sheet.job);
        gp_length end = gp_draw_pillar(&inner, (gp_pillar)i, pillar_left(i) + GP_PILLAR_PADDING,
                                       PILLAR_WIDTH - 2 * GP_PILLAR_PADDING, top);
        if (end > *foot) *foot = end;
    }
    return GP_OK;
}

static gp_status draw_pillars(gp_model_picture *picture, gp_length top, gp_length *foot)
{
    static const char *const prefixes[] = {"pillar-needs", "pillar-cycle", "pillar-tracks"};
    const gp_sheet *sheet = &picture->sheet;
    gp_buffer *drawn[GP_PILLARS] = {NULL};
    gp_length end;
    GP_TRY(draw_counts(picture, top + PILLAR_HEAD, drawn, &end));
    *foot = end + GP_UNITS(12) + GP_URGENT_HEIGHT + PILLAR_FOOT;
    for (int i = 0; i < GP_PILLARS; i++) {
        const char *text;
        size_t size;
        const gp_point at = {pillar_left(i), top};
        const gp_item_words words = {.prefix = prefixes[i],
                                     .class_name = "pillar",
                                     .label = pillar_name((gp_pillar)i, sheet->language)};
        GP_TRY(gp_finish_buffer(drawn[i], &text, &size));
        gp_open_item(sheet, &words);
        gp_svg_rectangle(sheet->buffer, "ground", at, (gp_point){PILLAR_WIDTH, *foot - top},
                         GP_UNITS(6));
        draw_pillar_head(sheet, (gp_pillar)i, at);
        gp_add_bytes(sheet->buffer, text, size);
        gp_draw_urgent(picture, (gp_pillar)i,
                       (gp_point){at.x + GP_PILLAR_PADDING, end + GP_UNITS(12)},
                       PILLAR_WIDTH - 2 * GP_PILLAR_PADDING);
        gp_close_item(sheet, &words);
    }
    return GP_OK;
}

/* ---- arrows ---- */

static void draw_word(const gp_sheet *sheet, gp_point middle, const char *word)
{
    gp_length width = gp_measure_text(word, strlen(word), GP_FONT_TAG);
    gp_svg_words(sheet->buffer, GP_FONT_TAG, (gp_point){middle.x - width / 2, middle.y}, word);
}

/* From pillar to pillar: a gap asks for an intervention, that rests on capabilities. */
static void draw_order(const gp_sheet *sheet, gp_length y)
{
    static const char *const words[][2] = {{"asks for", "vraagt"}, {"rests on", "steunt op"}};
    for (int i = 0; i < GP_PILLARS - 1; i++) {
        gp_length right = pillar_left(i + 1) - GP_UNITS(6),
                  left = right - ARROW_ROOM + GP_UNITS(12);
        gp_svg_open_path(sheet->buffer, "order");
        gp_svg_move(sheet->buffer, left, y);
        gp_svg_line(sheet->buffer, right - GP_ARROW_HEAD, y);
        gp_svg_close_path(sheet->buffer);
        gp_svg_head(sheet->buffer, "order-head", (gp_point){right - GP_ARROW_HEAD, y},
                    (gp_point){right, y});
        draw_word(sheet, (gp_point){(left + right) / 2, y - GP_UNITS(8)},
                  words[i][sheet->language == GP_DUTCH]);
    }
}

/* What is live is measured again: from the interventions back to the needs, below both. */
static gp_length draw_loop(const gp_sheet *sheet, gp_length foot)
{
    gp_length from = pillar_left(1) + PILLAR_WIDTH / 2, to = pillar_left(0) + PILLAR_WIDTH / 2;
    gp_length down = foot + LOOP_DOWN;
    gp_svg_open_path(sheet->buffer, "order back");
    gp_svg_move(sheet->buffer, from, foot + GP_UNITS(3));
    gp_svg_line(sheet->buffer, from, down);
    gp_svg_line(sheet->buffer, to, down);
    gp_svg_line(sheet->buffer, to, foot + GP_UNITS(3) + GP_ARROW_HEAD);
    gp_svg_close_path(sheet->buffer);
    gp_svg_head(sheet->buffer, "order-head", (gp_point){to, foot + GP_UNITS(3) + GP_ARROW_HEAD},
                (gp_point){to, foot + GP_UNITS(3)});
    draw_word(sheet, (gp_point){(from + to) / 2, down - GP_UNITS(6)},
              gp_say(sheet->language, "live, then measured again", "live, daarna opnieuw gemeten"));
    return down + GP_UNITS(18);
}

/* ---- key ---- */

static void draw_sign_sample(gp_buffer *buffer, gp_point at, int sign)
{
    gp_draw_fit_sign(buffer, (gp_fit_sign)sign,
                     (gp_point){at.x + GP_UNITS(13), at.y + GP_UNITS(15)});
}

static void draw_mark_sample(gp_buffer *buffer, gp_point at, int uncertainty)
{
    gp_draw_mark_shape(buffer, (gp_uncertainty)uncertainty,
                       (gp_point){at.x + GP_UNITS(11), at.y + GP_UNITS(3)},
                       (gp_point){GP_UNITS(14), GP_UNITS(14)});
}

static void draw_behind_sample(gp_buffer *buffer, gp_point at, int kind)
{
    (void)kind;
    gp_draw_behind(buffer, (gp_point){at.x + GP_UNITS(13), at.y + GP_UNITS(15)});
}

/* What occurs in the picture. */
typedef struct model_seen {
    bool has_sign[GP_FIT_UNKNOWN + 1], has_uncertainty[GP_UNCERTAINTY_HIGH + 1], has_due;
} model_seen;

static model_seen look_at(const gp_model_picture *picture)
{
    model_seen seen = {.has_due = picture->missing > 0};
    for (uint32_t i = 0; i < picture->fits.fit_count; i++) {
        const gp_fit *fit = &picture->fits.fits[i];
        if (fit->dimension >= GP_MODEL_DIMENSIONS_MAX) continue;
        seen.has_sign[gp_fit_sign_of(&fit->readings[fit->reading_count - 1])] = true;
        seen.has_due |= fit->next == GP_NEXT_CHOOSE;
    }
    for (int stage = 0; stage < GP_BOARD_COUNT; stage++) {
        seen.has_due |= picture->late[stage] > 0;
        for (int i = GP_UNCERTAINTY_LOW; i <= GP_UNCERTAINTY_HIGH; i++)
            seen.has_uncertainty[i] |= picture->boards.boards[stage].by_uncertainty[i] > 0;
    }
    for (int track = 0; track < GP_TRACK_COUNT; track++)
        seen.has_due |= picture->tracks[track].behind > 0;
    return seen;
}

static gp_length draw_foot(const gp_model_picture *picture, gp_length top)
{
    const gp_sheet *sheet = &picture->sheet;
    gp_language language = sheet->language;
    const model_seen seen = look_at(picture);
    gp_key_entry entries[GP_FIT_UNKNOWN + 5];
    uint32_t count = 0;
    for (int sign = GP_FIT_TOO_LITTLE; sign <= GP_FIT_UNKNOWN; sign++)
        if (seen.has_sign[sign])
            entries[count++] = (gp_key_entry){"sample", draw_sign_sample, sign,
                                              gp_fit_sign_words((gp_fit_sign)sign, language)};
    for (int i = GP_UNCERTAINTY_HIGH; i >= GP_UNCERTAINTY_LOW; i--)
        if (seen.has_uncertainty[i])
            entries[count++] = (gp_key_entry){"mark", draw_mark_sample, i,
                                              gp_uncertainty_name((gp_uncertainty)i, language)};
    if (seen.has_due)
        entries[count++] =
            (gp_key_entry){"sample", draw_behind_sample, 0,
                           gp_say(language, "late, behind, missing, or a gap that nothing answers",
                                  "te laat, achter, ontbrekend, of een kloof waar niets op "
                                  "antwoordt")};
    gp_length room = sheet->width - 2 * GP_MARGIN;
    top = gp_draw_key(sheet->buffer, language, entries, count, (gp_point){GP_MARGIN, top}, room);
    return gp_draw_lines(
        sheet->buffer, GP_FONT_CAPTION, (gp_point){GP_MARGIN, top}, room,
        gp_say(
            language,
            "Beside a dimension: for how many groups and situations need and experience differ, "
            "and which way. Dimensions and pillars are not added up: each has its own counts.",
            "Naast een dimensie: voor hoeveel groepen en situaties behoefte en ervaring "
            "verschillen, en welke kant op. Dimensies en pijlers worden niet opgeteld: elk heeft "
            "zijn eigen aantallen."));
}

static const char *subtitle_words(const gp_sheet *sheet, const gp_filter *filter)
{
    gp_add_text(sheet->scratch, gp_say(sheet->language, "The growth model in three pillars",
                                       "Het groeimodel in drie pijlers"));
    gp_add_text(sheet->scratch, " \xC2\xB7 ");
    gp_add_text(sheet->scratch, gp_word_of(GP_WORD_STATUS_DATE, sheet->language));
    gp_add_text(sheet->scratch, " ");
    gp_add_day(sheet->scratch, sheet->portfolio->status_date);
    gp_add_filter_words(sheet->scratch, sheet->schedule->network, sheet->language, filter,
                        gp_count_other_interventions(sheet->portfolio, filter) +
                            gp_count_other_capabilities(sheet->portfolio, filter));
    return gp_take_words(sheet);
}

/* What NULL stands for. */
static const gp_model_view defaults = {0};

gp_status gp_draw_model(gp_job *job, const gp_schedule *schedule, const gp_model_view *view,
                        gp_picture *out)
{
    if (!view) view = &defaults;
    gp_model_picture picture = {.sheet = {.width = PAGE_WIDTH}, .filter = view->filter};
    gp_sheet *sheet = &picture.sheet;
    gp_picture drawn = {.box_count = GP_PILLARS, .arrow_count = GP_PILLARS};
    GP_TRY(gp_start_sheet(sheet, job, schedule, view->language));
    GP_TRY(gp_count_model(&picture));
    const char *title = sheet->portfolio->title;
    sheet->page =
        (gp_page){.name = "model",
                  .title = *title ? title : gp_say(view->language, "Growth model", "Groeimodel"),
                  .subtitle = subtitle_words(sheet, view->filter),
                  .reading = gp_say(
                      view->language,
                      "Three pillars from left to right: need and experience per dimension, "
                      "interventions on their boards, capabilities on their tracks. A gap asks "
                      "for an intervention, an intervention rests on capabilities, and what is "
                      "live is measured again.",
                      "Drie pijlers van links naar rechts: behoefte en ervaring per dimensie, "
                      "interventies op hun borden, capabilities op hun sporen. Een kloof vraagt "
                      "een interventie, een interventie steunt op capabilities, en wat live is "
                      "wordt opnieuw gemeten."),
                  .theme = view->theme,
                  .style = &style};
    gp_length top = gp_draw_sheet_head(sheet) + GP_UNITS(16), foot;
    GP_TRY(draw_pillars(&picture, top, &foot));
    draw_order(sheet, top + PILLAR_HEAD + GP_UNITS(70));
    top = draw_loop(sheet, foot);
    top = draw_foot(&picture, top);
    GP_TRY(gp_finish_sheet(sheet, top + GP_MARGIN, &drawn));
    *out = drawn;
    return GP_OK;
}
