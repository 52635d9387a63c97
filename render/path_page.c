/* SPDX-License-Identifier: MIT
 * How wide is the page? As many columns as give it the shape of a sheet of paper on its side, from
 * what all boxes take together. Both parts of the picture are laid out for that page. */
#include "render/path_memory.h"

/* What boxes take together, and what arrows and holes take beside them where each has an arrow. */
#define BOXES_PERCENT 110
#define ARROWS_PERCENT 55
#define AROUND GP_UNITS(330) /* title, legend, margins */
#define ASPECT_PERCENT 130   /* width of the page to its height */

typedef struct page {
    uint32_t columns;
    gp_length step, height;
} page;

static page choose_page(const gp_path_picture *picture)
{
    gp_length room = 0, widest = 0;
    for (int part = 0; part < GP_PARTS; part++) {
        const gp_path_part *p = &picture->model->parts[part];
        gp_length heights = 0, arrows = p->arrow_count, boxes = p->box_count;
        for (uint32_t i = 0; i < p->box_count; i++) {
            gp_point size = picture->texts[part][i].size;
            heights += size.y + GP_ROW_GAP;
            if (size.x > widest) widest = size.x;
        }
        if (arrows > boxes) arrows = boxes;
        if (boxes) room += heights * (BOXES_PERCENT + ARROWS_PERCENT * arrows / boxes) / 100;
    }
    page p = {.columns = 0, .step = widest + GP_COLUMN_GAP};
    do {
        p.columns++;
        p.height = room / p.columns;
    } while (p.columns * p.step * 100 < (p.height + AROUND) * ASPECT_PERCENT);
    return p;
}

/* What a part is wide, in columns. */
static uint32_t count_columns(const gp_layout *layout, uint32_t least)
{
    if (layout->step == 0) return least;
    uint32_t columns = (uint32_t)((layout->size.x + GP_COLUMN_GAP) / layout->step);
    return columns > least ? columns : least;
}

gp_status gp_place_parts(gp_path_picture *picture)
{
    if (picture->model->groups.count) return gp_place_frames(picture);
    page p = choose_page(picture);
    picture->width = p.columns * p.step - GP_COLUMN_GAP;
    if (picture->width < GP_PICTURE_WIDTH_MIN) picture->width = GP_PICTURE_WIDTH_MIN;
    GP_TRY(gp_find_periods(picture));
    if (picture->model->view->is_stable && picture->periods.count == 0)
        GP_TRY(gp_recall_places(picture->sheet.job, picture->model, &picture->memory));
    for (int part = 0; part < GP_PARTS; part++) {
        gp_layout *layout = &picture->layouts[part];
        gp_length inset = part == GP_PART_UNFOUNDED ? 2 * GP_BOX_PADDING : 0;
        layout->width = p.columns;
        layout->height = p.height;
        GP_TRY(gp_place_part(picture, (gp_part)part, picture->width - inset));
        if (layout->step) picture->memory.step = layout->step;
        if (layout->size.x + inset > picture->width) picture->width = layout->size.x + inset;
        p.columns = count_columns(layout, p.columns);
    }
    return GP_OK;
}
