/* SPDX-License-Identifier: MIT
 * Of which plan is a bar of a roadmap? What is gone has its dates in the older version. */
#include "render/roadmap.h"

const gp_dates *gp_gone_dates(const gp_roadmap *map, uint32_t i)
{
    return &map->view->older->comparison->old_schedule->dates[map->gone.gone[i].activity];
}

const gp_schedule *gp_item_schedule(const gp_roadmap *map, const gp_road_item *item)
{
    return item->is_gone ? map->view->older->comparison->old_schedule : map->sheet.schedule;
}
