/* SPDX-License-Identifier: MIT
 * Where the boxes of a development path stand, for formats that draw it themselves. */
#include "render/path_picture.h"
#include "render/theme.h"

/* A length in whole pixels. */
static int32_t pixels(gp_length length)
{
    return (int32_t)((length + 5) / 10);
}

static uint32_t add_part(const gp_path_picture *picture, gp_part part, gp_point origin,
                         gp_box_place *places, uint32_t count)
{
    const gp_path_part *p = &picture->model->parts[part];
    const gp_layout *layout = &picture->layouts[part];
    for (uint32_t i = 0; i < p->box_count; i++) {
        const gp_layout_box *box = &layout->boxes[i];
        if (p->boxes[i].kind == GP_BOX_REFERENCE) continue;
        places[count++] = (gp_box_place){.activity = p->boxes[i].activity,
                                         .x = pixels(origin.x + box->at.x),
                                         .y = pixels(origin.y + box->at.y),
                                         .width = pixels(picture->texts[part][i].size.x),
                                         .height = pixels(picture->texts[part][i].size.y)};
    }
    return count;
}

gp_status gp_place_path(gp_job *job, const gp_schedule *schedule, const gp_path_view *view,
                        gp_box_places *out)
{
    gp_path_view full = view ? *view : gp_whole_path;
    full.detail = GP_DETAIL_FULL; /* whoever draws them needs the room */
    gp_path_picture picture = {.sheet = {.job = job, .language = full.language}};
    GP_TRY(gp_model_path(job, schedule, &full, &picture.model));
    GP_TRY(gp_word_boxes(&picture));
    GP_TRY(gp_place_parts(&picture));
    gp_box_place *places = GP_NEW(job, gp_box_place, picture.model->box_count);
    if (!places) return gp_no_memory(job);
    gp_point origin = {GP_MARGIN, GP_MARGIN};
    uint32_t count = add_part(&picture, GP_PART_FOUNDED, origin, places, 0);
    if (count) origin.y += picture.layouts[GP_PART_FOUNDED].size.y + GP_MARGIN;
    count = add_part(&picture, GP_PART_UNFOUNDED, origin, places, count);
    *out = (gp_box_places){places, count};
    return GP_OK;
}
