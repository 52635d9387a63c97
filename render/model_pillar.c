/* SPDX-License-Identifier: MIT
 * What each pillar of the growth model shows: the dimensions with how often need and experience
 * differ, and which way; the boards with their interventions; the tracks with their capabilities.
 * Each row is one thing with its own counts; there is no row that adds them up. */
#include "render/boards.h"
#include "render/fit_picture.h"
#include "render/model_picture.h"

#define COUNT_ROOM GP_UNITS(40)
#define MARK GP_UNITS(14)
#define BOARD_STEP GP_UNITS(44)
#define TRACK_STEP GP_UNITS(44)

/* Where the rows of a pillar stand. */
typedef struct lane {
    const gp_model_picture *picture;
    gp_length left, right;
} lane;

/* "4 late" and the like: a number and a word, right-aligned, with a triangle before it. */
static void draw_due(const lane *l, gp_length base, uint32_t count, const char *word)
{
    const gp_sheet *sheet = &l->picture->sheet;
    if (count == 0) return;
    gp_add_number(sheet->scratch, count);
    gp_add_text(sheet->scratch, " ");
    gp_add_text(sheet->scratch, word);
    gp_draw_cut(sheet, GP_FONT_LABEL, "due", (gp_point){l->right - GP_UNITS(16), base},
                GP_UNITS(120), gp_take_words(sheet), true);
    gp_draw_behind(sheet->buffer, (gp_point){l->right - GP_SIGN_SIZE, base});
}

static void draw_number(const lane *l, gp_point at, uint32_t number)
{
    const gp_sheet *sheet = &l->picture->sheet;
    gp_add_number(sheet->scratch, number);
    gp_draw_cut(sheet, GP_FONT_LABEL, NULL, at, COUNT_ROOM, gp_take_words(sheet), false);
}

/* ---- needs ---- */

/* The number of contexts of a dimension by the way in which they do not fit; moves `fit` on. */
static bool count_dimension(const gp_model_picture *picture, uint32_t dimension, uint32_t *fit,
                            uint32_t counts[GP_FIT_UNKNOWN + 1])
{
    bool is_open = false;
    for (; *fit < picture->fits.fit_count && picture->fits.fits[*fit].dimension <= dimension;
         ++*fit) {
        const gp_fit *one = &picture->fits.fits[*fit];
        counts[gp_fit_sign_of(&one->readings[one->reading_count - 1])]++;
        is_open |= one->next == GP_NEXT_CHOOSE;
    }
    return is_open;
}

static void draw_dimension(const lane *l, uint32_t dimension, uint32_t *fit, gp_length base)
{
    const gp_sheet *sheet = &l->picture->sheet;
    const gp_term *term = &sheet->portfolio->dimensions.terms[dimension];
    uint32_t counts[GP_FIT_UNKNOWN + 1] = {0}, seen = 0;
    bool is_open = count_dimension(l->picture, dimension, fit, counts);
    gp_length signs = l->right - GP_UNITS(16) - 4 * COUNT_ROOM, x = signs;
    const gp_item_words words = {
        .prefix = "dimension", .id = term->id, .class_name = "row", .label = term->name};
    gp_open_item(sheet, &words);
    gp_draw_cut(sheet, GP_FONT_LABEL, NULL, (gp_point){l->left, base},
                signs - l->left - GP_UNITS(8), term->name, false);
    for (int sign = GP_FIT_TOO_LITTLE; sign <= GP_FIT_UNKNOWN; sign++) {
        if (counts[sign] == 0 || seen == 4) continue;
        gp_draw_fit_sign(sheet->buffer, (gp_fit_sign)sign, (gp_point){x, base});
        draw_number(l, (gp_point){x + GP_UNITS(14), base}, counts[sign]);
        x += COUNT_ROOM;
        seen++;
    }
    if (seen == 0)
        gp_draw_cut(sheet, GP_FONT_LABEL, "note", (gp_point){signs, base}, 4 * COUNT_ROOM,
                    l->picture->filter ? gp_say(sheet->language, "none here", "hier geen")
                                       : gp_say(sheet->language, "not measured", "niet gemeten"),
                    false);
    if (is_open) gp_draw_behind(sheet->buffer, (gp_point){l->right - GP_SIGN_SIZE, base});
    gp_close_item(sheet, &words);
}

static gp_length draw_needs(const lane *l, gp_length top)
{
    const gp_sheet *sheet = &l->picture->sheet;
    uint32_t fit = 0, count = sheet->portfolio->dimensions.count;
    gp_length base = top + GP_PILLAR_STEP;
    for (uint32_t i = 0; i < count && i < GP_MODEL_DIMENSIONS_MAX; i++) {
        draw_dimension(l, i, &fit, base);
        base += GP_PILLAR_STEP;
    }
    if (count <= GP_MODEL_DIMENSIONS_MAX) return base;
    gp_add_number(sheet->scratch, count - GP_MODEL_DIMENSIONS_MAX);
    gp_add_text(sheet->scratch, gp_say(sheet->language, " more dimensions", " dimensies meer"));
    gp_draw_cut(sheet, GP_FONT_LABEL, "note", (gp_point){l->left, base}, l->right - l->left,
                gp_take_words(sheet), false);
    return base + GP_PILLAR_STEP;
}

/* ---- the cycle of interventions ---- */

/* The marks of the boards, small, with how many interventions are so uncertain. */
static void draw_spread(const lane *l, const gp_board *board, gp_point at)
{
    const gp_sheet *sheet = &l->picture->sheet;
    for (int i = GP_UNCERTAINTY_HIGH; i >= GP_UNCERTAINTY_LOW; i--) {
        if (board->by_uncertainty[i] == 0) continue;
        gp_add_text(sheet->buffer, "<g class=\"mark\">\n");
        gp_draw_mark_shape(sheet->buffer, (gp_uncertainty)i, (gp_point){at.x, at.y - GP_UNITS(11)},
                           (gp_point){MARK, MARK});
        gp_add_text(sheet->buffer, "</g>\n");
        draw_number(l, (gp_point){at.x + GP_UNITS(18), at.y}, board->by_uncertainty[i]);
        at.x += GP_UNITS(60);
    }
}

static gp_length draw_board(const lane *l, gp_stage stage, gp_length top)
{
    static const char *const prefixes[] = {"board-none", "board-explore", "board-develop",
                                           "board-exploit"};
    const gp_sheet *sheet = &l->picture->sheet;
    const gp_board *board = &l->picture->boards.boards[stage];
    gp_length base = top + GP_PILLAR_STEP;
    if (stage == GP_STAGE_NONE && board->intervention_count == 0) return top;
    const gp_item_words words = {.prefix = prefixes[stage],
                                 .class_name = "row",
                                 .label = gp_stage_name(stage, sheet->language)};
    gp_open_item(sheet, &words);
    gp_draw_cut(sheet, GP_FONT_NAME, NULL, (gp_point){l->left, base}, GP_UNITS(150), words.label,
                false);
    gp_add_number(sheet->scratch, board->intervention_count);
    gp_draw_cut(sheet, GP_FONT_NAME, NULL, (gp_point){l->left + GP_UNITS(160), base}, COUNT_ROOM,
                gp_take_words(sheet), false);
    draw_due(l, base, l->picture->late[stage], gp_say(sheet->language, "late", "te laat"));
    draw_spread(l, board, (gp_point){l->left, base + GP_UNITS(18)});
    gp_close_item(sheet, &words);
    return top + BOARD_STEP;
}

static gp_length draw_cycle(const lane *l, gp_length top)
{
    static const gp_stage order[] = {GP_EXPLORE, GP_DEVELOP, GP_EXPLOIT, GP_STAGE_NONE};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) top = draw_board(l, order[i], top);
    return top;
}

/* ---- capabilities on their tracks ---- */

static gp_length draw_track(const lane *l, gp_track track, gp_length top)
{
    static const char *const prefixes[] = {"", "track-identify", "track-develop",
                                           "track-strengthen"};
    static const char *const names[][2] = {{"", ""},
                                           {"To identify", "Te identificeren"},
                                           {"To develop", "Te ontwikkelen"},
                                           {"To strengthen", "Te versterken"}};
    const gp_sheet *sheet = &l->picture->sheet;
    const gp_track_counts *counts = &l->picture->tracks[track];
    gp_length base = top + GP_PILLAR_STEP;
    const gp_item_words words = {.prefix = prefixes[track],
                                 .class_name = "row",
                                 .label = names[track][sheet->language == GP_DUTCH]};
    gp_open_item(sheet, &words);
    gp_draw_cut(sheet, GP_FONT_NAME, NULL, (gp_point){l->left, base}, GP_UNITS(150), words.label,
                false);
    gp_add_number(sheet->scratch, counts->count);
    gp_draw_cut(sheet, GP_FONT_NAME, NULL, (gp_point){l->left + GP_UNITS(160), base}, COUNT_ROOM,
                gp_take_words(sheet), false);
    draw_due(l, base, counts->behind, gp_say(sheet->language, "behind", "achter"));
    if (counts->begin_by != GP_NO_DAY) {
        gp_add_text(sheet->scratch,
                    gp_say(sheet->language, "first: begin by ", "eerste: uiterlijk beginnen op "));
        gp_add_day(sheet->scratch, counts->begin_by);
        gp_draw_cut(sheet, GP_FONT_LABEL, "note", (gp_point){l->left, base + GP_UNITS(18)},
                    l->right - l->left, gp_take_words(sheet), false);
    }
    gp_close_item(sheet, &words);
    return top + TRACK_STEP;
}

static gp_length draw_tracks(const lane *l, gp_length top)
{
    const gp_sheet *sheet = &l->picture->sheet;
    for (int track = GP_TRACK_IDENTIFY; track < GP_TRACK_COUNT; track++)
        top = draw_track(l, (gp_track)track, top);
    uint32_t missing = l->picture->missing;
    if (missing == 0) return top;
    gp_draw_cut(sheet, GP_FONT_NAME, NULL, (gp_point){l->left, top + GP_PILLAR_STEP},
                l->right - l->left - GP_UNITS(140),
                gp_say(sheet->language, "Described nowhere", "Nergens beschreven"), false);
    draw_due(l, top + GP_PILLAR_STEP, missing, gp_say(sheet->language, "missing", "ontbreekt"));
    return top + GP_PILLAR_STEP;
}

gp_length gp_draw_pillar(const gp_model_picture *picture, gp_pillar pillar, gp_length left,
                         gp_length width, gp_length top)
{
    const lane l = {picture, left, left + width};
    return pillar == GP_PILLAR_NEEDS   ? draw_needs(&l, top)
           : pillar == GP_PILLAR_CYCLE ? draw_cycle(&l, top)
                                       : draw_tracks(&l, top);
}
