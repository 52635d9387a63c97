/* SPDX-License-Identifier: MIT
 * Everything is placed by columns (layout_layered.c), whatever its size: of a picture that is very
 * large the layout only looks less far for a better one. */
#include "render/layout.h"
#include "groeipad/render.h"

static bool is_too_large(const gp_layout *layout)
{
    uint64_t spans = 0;
    for (uint32_t i = 0; i < layout->arrow_count; i++)
        spans += layout->boxes[layout->arrows[i].to].column -
                 layout->boxes[layout->arrows[i].from].column;
    return layout->box_count > GP_PICTURE_BOXES_MAX || spans > GP_PICTURE_SPANS_MAX;
}

gp_status gp_lay_out(gp_job *job, gp_layout *layout)
{
    layout->size = (gp_point){0, 0};
    if (layout->box_count == 0) return GP_OK;
    GP_TRY(gp_find_columns(job, layout));
    layout->is_coarse = is_too_large(layout);
    return gp_layout_layered(job, layout);
}
