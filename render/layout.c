/* SPDX-License-Identifier: MIT
 * Who places the boxes? Graphviz' dot gives the better picture of one moment, but its time grows
 * with the square of the boxes and of the columns that arrows cross, and it moves everything
 * when one arrow is added. Above a stated limit, and where the picture has to be stable, the
 * layout is our own. */
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
    if (layout->is_stable || layout->is_coarse) return gp_layout_layered(job, layout);
    return gp_layout_graphviz(job, layout);
}
