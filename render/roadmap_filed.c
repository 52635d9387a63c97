/* SPDX-License-Identifier: MIT
 * Which arrows can a page show? An arrow is filed under the row where it begins on the paper; one
 * that is a port, under the rows of both. So a page looks at the arrows of its own rows
 * and of those little above it, and not at all that there are. */
#include "render/roadmap_page.h"

#include <stdlib.h>

static uint32_t upper_row(const gp_roadmap *map, const gp_road_link *link)
{
    uint32_t a = map->items[link->from].row, b = map->items[link->to].row;
    return a < b ? a : b;
}

static uint32_t lower_row(const gp_roadmap *map, const gp_road_link *link)
{
    uint32_t a = map->items[link->from].row, b = map->items[link->to].row;
    return a < b ? b : a;
}

/* Counts the entries of each row (at = NULL), or files them. */
static void visit_links(gp_roadmap *map, uint32_t *at)
{
    for (uint32_t i = 0; i < map->link_count; i++) {
        const gp_road_link *link = &map->links[i];
        uint32_t rows[] = {upper_row(map, link), lower_row(map, link)};
        for (int k = 0; k <= (link->is_port ? 1 : 0); k++) {
            if (at)
                map->filed[at[rows[k]]++] = i;
            else
                map->filed_first[rows[k] + 1]++;
        }
    }
}

gp_status gp_file_links(gp_roadmap *map)
{
    uint32_t rows = map->row_count;
    map->filed_first = GP_NEW(map->sheet.job, uint32_t, (size_t)rows + 1);
    uint32_t *at = GP_NEW(map->sheet.job, uint32_t, (size_t)rows + 1);
    if (!map->filed_first || !at) return gp_no_memory(map->sheet.job);
    visit_links(map, NULL);
    for (uint32_t i = 0; i < rows; i++) {
        map->filed_first[i + 1] += map->filed_first[i];
        at[i + 1] = map->filed_first[i + 1];
    }
    map->filed = GP_NEW(map->sheet.job, uint32_t, map->filed_first[rows]);
    if (!map->filed) return gp_no_memory(map->sheet.job);
    visit_links(map, at);
    return GP_OK;
}

/* Of two ends one is on the page; another arrow passes through it, or begins or ends there. */
static bool is_on_page(const gp_road_page *page, const gp_road_link *link)
{
    uint32_t upper = upper_row(page->map, link), lower = lower_row(page->map, link);
    bool has_upper = upper >= page->first_row && upper < page->last_row;
    bool has_lower = lower >= page->first_row && lower < page->last_row;
    if (link->is_port) return has_upper || has_lower;
    return upper < page->last_row && lower >= page->first_row;
}

static int by_number(const void *left, const void *right)
{
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return a < b ? -1 : a > b;
}

/* An arrow that is no port reaches GP_ROAD_ROWS_MAX rows. */
gp_status gp_list_page_links(const gp_road_page *page, const uint32_t **out, uint32_t *count)
{
    const gp_roadmap *map = page->map;
    const uint32_t reach = GP_ROAD_ROWS_MAX;
    uint32_t first = page->first_row > reach ? page->first_row - reach : 0, kept = 0;
    uint32_t from = map->filed_first[first], to = map->filed_first[page->last_row];
    uint32_t *links = GP_NEW(map->sheet.job, uint32_t, to - from);
    if (!links) return gp_no_memory(map->sheet.job);
    for (uint32_t i = from; i < to; i++)
        if (is_on_page(page, &map->links[map->filed[i]])) links[kept++] = map->filed[i];
    if (kept) qsort(links, kept, sizeof *links, by_number);
    *count = 0;
    for (uint32_t i = 0; i < kept; i++) /* one with both ends here is filed twice */
        if (i == 0 || links[i] != links[i - 1]) links[(*count)++] = links[i];
    *out = links;
    return GP_OK;
}
