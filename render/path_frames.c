/* SPDX-License-Identifier: MIT
 * Frames around what belongs together, with the name of each at its head. */
#include "render/path_picture.h"

#include <string.h>

#define LIFT GP_UNITS(5) /* of a name, where badges stand out from boxes */

static gp_status make_layout(gp_path_picture *picture, uint32_t **group)
{
    const gp_path_part *part = &picture->model->parts[GP_PART_FOUNDED];
    gp_job *job = picture->sheet.job;
    gp_layout *layout = &picture->layouts[GP_PART_FOUNDED];
    *layout = (gp_layout){.box_count = part->box_count, .arrow_count = part->arrow_count};
    layout->boxes = GP_NEW(job, gp_layout_box, part->box_count);
    layout->arrows = GP_NEW(job, gp_layout_arrow, part->arrow_count);
    *group = GP_NEW(job, uint32_t, part->box_count);
    if (!layout->boxes || !layout->arrows || !*group) return gp_no_memory(job);
    for (uint32_t i = 0; i < part->box_count; i++) {
        layout->boxes[i].size = picture->texts[GP_PART_FOUNDED][i].size;
        (*group)[i] = picture->model->groups.of[part->boxes[i].activity];
    }
    for (uint32_t i = 0; i < part->arrow_count; i++)
        layout->arrows[i] =
            (gp_layout_arrow){.from = part->arrows[i].from, .to = part->arrows[i].to};
    return GP_OK;
}

gp_status gp_place_frames(gp_path_picture *picture)
{
    const gp_path_groups *groups = &picture->model->groups;
    uint32_t *group;
    GP_TRY(make_layout(picture, &group));
    picture->frames = (gp_frames){
        .group = group, .count = groups->count, .is_in_sequence = groups->is_in_sequence};
    gp_layout *layout = &picture->layouts[GP_PART_FOUNDED];
    GP_TRY(gp_lay_out_groups(picture->sheet.job, layout, &picture->frames));
    picture->width = GP_PICTURE_WIDTH_MIN;
    if (layout->size.x > picture->width) picture->width = layout->size.x;
    return GP_OK;
}

static gp_point corner_of(const gp_path_picture *picture, uint32_t group)
{
    gp_point origin = picture->origin[GP_PART_FOUNDED];
    gp_point at = picture->frames.frames[group].at;
    return (gp_point){origin.x + at.x, origin.y + at.y};
}

void gp_draw_frames(const gp_path_picture *picture)
{
    for (uint32_t i = 0; i < picture->frames.count; i++)
        gp_svg_rectangle(picture->sheet.buffer, "frame", corner_of(picture, i),
                         picture->frames.frames[i].size, GP_UNITS(6));
}

static gp_item_words words_of(const gp_path_picture *picture, uint32_t group)
{
    const gp_path_group *g = &picture->model->groups.groups[group];
    return (gp_item_words){.prefix = g->element_id, .class_name = "group", .label = g->name};
}

void gp_open_frame(const gp_path_picture *picture, uint32_t group)
{
    const gp_sheet *sheet = &picture->sheet;
    const gp_item_words words = words_of(picture, group);
    gp_point at = corner_of(picture, group);
    gp_length room = picture->frames.frames[group].size.x - 2 * GP_FRAME_PADDING;
    gp_text_line line = {0};
    gp_open_item(sheet, &words);
    if (gp_wrap_text(words.label, GP_FONT_NAME, room, 1, &line) == 0) return;
    gp_length lift = picture->model->has_changed ? LIFT : 0;
    gp_length width = gp_measure_text(line.text, line.size, GP_FONT_NAME) + GP_UNITS(8);
    gp_svg_rectangle(sheet->buffer, "ground",
                     (gp_point){at.x + GP_FRAME_PADDING - GP_UNITS(4), at.y + GP_UNITS(4) - lift},
                     (gp_point){width < room ? width : room, GP_UNITS(18)}, GP_UNITS(3));
    gp_svg_text(sheet->buffer, GP_FONT_NAME,
                (gp_point){at.x + GP_FRAME_PADDING, at.y + GP_UNITS(18) - lift}, &line);
}

void gp_close_frame(const gp_path_picture *picture, uint32_t group)
{
    const gp_item_words words = words_of(picture, group);
    gp_close_item(&picture->sheet, &words);
}
