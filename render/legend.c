/* SPDX-License-Identifier: MIT
 * What do the shapes and lines mean? Only what occurs in the picture, in rows as wide as the
 * picture: a sample, drawn by the same code and classes as the real thing, and its words. */
#include "render/path_picture.h"

#include <string.h>

#define SAMPLE_WIDTH GP_UNITS(36)
#define SAMPLE_HEIGHT GP_UNITS(18)
#define SAMPLE_GAP GP_UNITS(8)
#define ITEM_GAP GP_UNITS(24)
#define ITEM_STEP GP_UNITS(28)

typedef enum item_kind {
    ITEM_BOX,
    ITEM_LADDER,
    ITEM_LATE,
    ITEM_BEHIND,
    ITEM_FOCUS,
    ITEM_ARROW,
    ITEM_BECAME,
} item_kind;

typedef struct item {
    item_kind kind;
    gp_box_kind box;        /* ITEM_BOX */
    const char *class_name; /* ITEM_ARROW */
    const char *head;       /* ITEM_ARROW */
    bool has_rail;          /* ITEM_ARROW: a second line within the first */
    gp_word word;
    gp_became became;  /* ITEM_BECAME */
    const char *words; /* in place of `word` */
} item;

#define ITEMS_MAX 24
typedef struct items {
    item items[ITEMS_MAX];
    uint32_t count;
} items;

/* Which kinds of arrow occur. */
typedef struct arrows_seen {
    bool has_start, has_live, has_chain, has_option, has_critical;
} arrows_seen;

static void look_at(const gp_path_part *part, arrows_seen *seen)
{
    for (uint32_t i = 0; i < part->arrow_count; i++) {
        const gp_path_arrow *a = &part->arrows[i];
        seen->has_chain |= a->is_chain;
        seen->has_option |= a->is_option;
        seen->has_critical |= a->is_critical;
        seen->has_live |= a->is_live;
        seen->has_start |= !a->is_live && !a->is_chain;
    }
}

static void add_item(items *list, bool occurs, item entry)
{
    if (occurs) list->items[list->count++] = entry;
}

static bool has_focus(const gp_path_model *model)
{
    bool has = false;
    for (int part = 0; part < GP_PARTS; part++)
        for (uint32_t i = 0; i < model->parts[part].box_count; i++)
            has |= model->parts[part].boxes[i].is_focus;
    return has;
}

/* What is later and what is sooner has the same sign, the other way about. */
static void add_changes(items *list, const gp_path_picture *picture)
{
    const uint32_t *counts = picture->model->tally.counts;
    gp_language language = picture->sheet.language;
    bool has_moved =
        counts[GP_BECAME_LATER] + counts[GP_BECAME_SOONER] + counts[GP_BECAME_SHIFTED] > 0;
    add_item(list, has_moved,
             (item){.kind = ITEM_BECAME,
                    .became = GP_BECAME_LATER,
                    .words = gp_say(language, "moved: by how many days, and what it was",
                                    "verschoven: hoeveel dagen, en wat het was")});
    for (gp_became became = GP_BECAME_NEW; became < GP_BECOMINGS; became++)
        add_item(list, counts[became] > 0,
                 (item){.kind = ITEM_BECAME,
                        .became = became,
                        .words = gp_became_words(became, language)});
}

static items collect(const gp_path_picture *picture)
{
    gp_path_counts counts = gp_count_boxes(picture);
    bool is_one = picture->model->view->intervention != GP_NONE;
    arrows_seen seen = {0};
    items list = {.count = 0};
    for (int part = 0; part < GP_PARTS; part++) look_at(&picture->model->parts[part], &seen);
    for (gp_box_kind kind = 0; kind < GP_BOX_KINDS; kind++)
        add_item(&list, counts.kinds[kind] > 0,
                 (item){.kind = ITEM_BOX, .box = kind, .word = gp_box_word(kind)});
    bool has_levels = picture->model->detail != GP_DETAIL_NAME &&
                      counts.kinds[GP_BOX_REQUESTED] + counts.kinds[GP_BOX_PREREQUISITE] +
                              counts.kinds[GP_BOX_UNFOUNDED] >
                          0;
    add_item(&list, has_levels, (item){.kind = ITEM_LADDER, .word = GP_WORD_LEGEND_LADDER});
    const item arrow = {.kind = ITEM_ARROW, .class_name = "arrow", .head = "head"};
    item live = arrow, start = arrow, chain = arrow, option = arrow, critical = arrow;
    start.word = GP_WORD_LEGEND_START;
    live.head = "head live", live.word = GP_WORD_LEGEND_LIVE;
    chain.class_name = "arrow chain", chain.has_rail = true, chain.word = GP_WORD_LEGEND_CHAIN;
    option.class_name = "arrow option", option.word = GP_WORD_LEGEND_OPTION;
    critical.class_name = "arrow critical";
    critical.word = is_one ? GP_WORD_LEGEND_CRITICAL_ONE : GP_WORD_LEGEND_CRITICAL;
    add_item(&list, seen.has_start, start);
    add_item(&list, seen.has_live, live);
    add_item(&list, seen.has_chain, chain);
    add_item(&list, seen.has_option, option);
    add_item(&list, seen.has_critical, critical);
    add_item(&list, has_focus(picture->model),
             (item){.kind = ITEM_FOCUS, .word = GP_WORD_LEGEND_FOCUS});
    add_item(&list, picture->model->behind_count > 0,
             (item){.kind = ITEM_BEHIND, .word = GP_WORD_LEGEND_BEHIND});
    add_changes(&list, picture);
    add_item(&list, counts.late > 0, (item){.kind = ITEM_LATE, .word = GP_WORD_LEGEND_LATE});
    return list;
}

static void draw_sample_arrow(gp_buffer *buffer, const item *entry, gp_point at)
{
    gp_length y = at.y + SAMPLE_HEIGHT / 2;
    gp_point tip = {at.x + SAMPLE_WIDTH, y};
    const gp_point points[4] = {
        {at.x, y}, {at.x + GP_UNITS(8), y}, {at.x + GP_UNITS(16), y}, {tip.x - GP_ARROW_HEAD, y}};
    gp_svg_curve(buffer, "line", points, 4);
    if (entry->has_rail) gp_svg_curve(buffer, "rail", points, 4);
    gp_svg_head(buffer, entry->head, points[3], tip);
}

static void draw_became(gp_buffer *buffer, gp_became became, gp_point at)
{
    gp_draw_sign(buffer, became, at.x + GP_UNITS(8), at.x + SAMPLE_WIDTH - GP_UNITS(8),
                 at.y + SAMPLE_HEIGHT / 2);
}

static void draw_sample(gp_buffer *buffer, const item *entry, gp_point at)
{
    const gp_point size = {SAMPLE_WIDTH, SAMPLE_HEIGHT};
    const char *class_name = entry->kind == ITEM_BOX      ? gp_box_class(entry->box)
                             : entry->kind == ITEM_LATE   ? "clash"
                             : entry->kind == ITEM_BEHIND ? "more"
                             : entry->kind == ITEM_FOCUS  ? "focus"
                             : entry->kind == ITEM_ARROW  ? entry->class_name
                             : entry->kind == ITEM_BECAME ? "box"
                                                          : "ladder";
    gp_add_text(buffer, "<g class=\"");
    gp_add_text(buffer, class_name);
    gp_add_text(buffer, "\">\n");
    if (entry->kind == ITEM_BOX) gp_draw_outline(buffer, entry->box, at, size);
    if (entry->kind == ITEM_BECAME) draw_became(buffer, entry->became, at);
    if (entry->kind == ITEM_LADDER)
        gp_draw_ladder(buffer, (gp_point){at.x, at.y + GP_UNITS(13)}, 1, 2);
    if (entry->kind == ITEM_FOCUS) gp_svg_rectangle(buffer, "halo", at, size, GP_UNITS(8));
    if (entry->kind == ITEM_BEHIND) {
        gp_draw_behind_sign(buffer, GP_WAY_LEFT, (gp_point){at.x, at.y + SAMPLE_HEIGHT / 2});
        gp_draw_behind_sign(buffer, GP_WAY_RIGHT,
                            (gp_point){at.x + SAMPLE_WIDTH, at.y + SAMPLE_HEIGHT / 2});
    }
    if (entry->kind == ITEM_LATE) gp_svg_rectangle(buffer, "mark", at, size, GP_UNITS(9));
    if (entry->kind == ITEM_ARROW) draw_sample_arrow(buffer, entry, at);
    gp_add_text(buffer, "</g>\n");
}

static const char *words_of(const item *entry, gp_language language)
{
    return entry->words ? entry->words : gp_word_of(entry->word, language);
}

gp_length gp_draw_legend(const gp_path_picture *picture, gp_length top)
{
    gp_buffer *buffer = picture->sheet.buffer;
    items list = collect(picture);
    if (list.count == 0) return top;
    gp_add_text(buffer, "<g id=\"legend\" class=\"legend\" role=\"group\" aria-label=\"");
    gp_add_text(buffer, gp_word_of(GP_WORD_LEGEND, picture->sheet.language));
    gp_add_text(buffer, "\">\n");
    gp_point pen = {GP_MARGIN, top};
    for (uint32_t i = 0; i < list.count; i++) {
        const char *words = words_of(&list.items[i], picture->sheet.language);
        gp_length width =
            SAMPLE_WIDTH + SAMPLE_GAP + gp_measure_text(words, strlen(words), GP_FONT_CAPTION);
        if (pen.x > GP_MARGIN && pen.x + width > GP_MARGIN + picture->width)
            pen = (gp_point){GP_MARGIN, pen.y + ITEM_STEP};
        draw_sample(buffer, &list.items[i], pen);
        gp_point base = {pen.x + SAMPLE_WIDTH + SAMPLE_GAP, pen.y + GP_UNITS(13)};
        gp_svg_words(buffer, GP_FONT_CAPTION, base, words);
        pen.x += width + ITEM_GAP;
    }
    gp_add_text(buffer, "</g>\n");
    return pen.y + ITEM_STEP;
}
