/* SPDX-License-Identifier: MIT
 * Rounds and cycles of many draws at once. The points near the plan stand in a list; cells that are
 * narrower than the narrowest gap say where to look, so one comparison finds the point. */
#include "core/risk/day_lanes.h"

static gp_day up(const gp_grid *grid, gp_day day)
{
    if (grid->planning) return gp_next_round(grid->calendar, grid->planning, day);
    return gp_round_up(grid->calendar, grid->from, grid->step, day);
}

static gp_day down(const gp_grid *grid, gp_day day)
{
    if (grid->planning) return gp_last_round(grid->calendar, grid->planning, day);
    return gp_round_down(grid->calendar, grid->from, grid->step, day);
}

/* The last point after which none is known, or the last that the tables are about. */
static gp_day end_of(const gp_grid *grid, const gp_day_tables *tables)
{
    const gp_planning *planning = grid->planning;
    if (!planning || gp_knows_round(planning, tables->last)) return tables->last;
    return planning->dates[planning->date_count - 1];
}

static gp_status list_points(gp_job *job, const gp_day_tables *tables, gp_grid *grid)
{
    gp_day end = end_of(grid, tables);
    gp_array *points = GP_NEW(job, gp_array, 1);
    if (!points) return gp_no_memory(job);
    points->size = sizeof(gp_day);
    for (gp_day point = up(grid, tables->first); point <= end && point < GP_DAY_LAST;
         point = up(grid, point + 1))
        if (!gp_push(job, points, &point, 1)) return gp_no_memory(job);
    gp_trim(points);
    grid->points = points->data;
    grid->count = (uint32_t)points->count;
    return GP_OK;
}

gp_status gp_make_grid(gp_job *job, const gp_day_tables *tables, gp_grid *grid)
{
    GP_TRY(list_points(job, tables, grid));
    if (grid->count < 2) return GP_OK;
    const gp_day *points = grid->points;
    gp_day gap = points[1] - points[0];
    for (uint32_t i = 1; i + 1 < grid->count; i++)
        if (points[i + 1] - points[i] < gap) gap = points[i + 1] - points[i];
    while (gap >> (grid->shift + 1)) grid->shift++;
    uint32_t cells = (uint32_t)(points[grid->count - 1] - points[0]) >> grid->shift;
    uint32_t *places = GP_NEW(job, uint32_t, cells + 1);
    if (!places) return gp_no_memory(job);
    for (uint32_t cell = 0, at = 0; cell <= cells; cell++) {
        while (points[at] < points[0] + (gp_day)(cell << grid->shift)) at++;
        places[cell] = at;
    }
    grid->places = places;
    return GP_OK;
}

/* The first point at or after a day between the first and the last of them. */
static inline uint32_t place_of(const gp_grid *grid, gp_day day)
{
    uint32_t at = grid->places[(uint32_t)(day - grid->points[0]) >> grid->shift];
    return at + (grid->points[at] < day);
}

void gp_round_up_lanes(const gp_grid *grid, gp_day days[GP_LANES])
{
    gp_day first = grid->count < 2 ? GP_DAY_LAST : grid->points[0];
    gp_day last = grid->count < 2 ? GP_DAY_FIRST : grid->points[grid->count - 1];
    for (int i = 0; i < GP_LANES; i++) {
        bool is_near = days[i] >= first && days[i] <= last;
        days[i] = is_near ? grid->points[place_of(grid, days[i])] : up(grid, days[i]);
    }
}

void gp_round_down_lanes(const gp_grid *grid, gp_day days[GP_LANES])
{
    gp_day first = grid->count < 2 ? GP_DAY_LAST : grid->points[0];
    gp_day last = grid->count < 2 ? GP_DAY_FIRST : grid->points[grid->count - 1];
    for (int i = 0; i < GP_LANES; i++) {
        if (days[i] < first || days[i] >= last) {
            days[i] = down(grid, days[i]);
            continue;
        }
        uint32_t at = place_of(grid, days[i]);
        days[i] = grid->points[at - (grid->points[at] > days[i])];
    }
}
