/* SPDX-License-Identifier: MIT
 * What is in what, on the map? Capabilities by their parents, or in groups by owner or tag; what is
 * described nowhere in a group of its own at the end. Chains of parents may be as long as the file,
 * and a picture cannot: what lies deeper than GP_MAP_DEPTH_MAX is flat in the last frame. */
#include "core/names.h"
#include "render/map_picture.h"

#include <string.h>

static const char *missing_words(gp_language language)
{
    return gp_say(language, "Missing: required, described nowhere",
                  "Ontbrekend: vereist, nergens beschreven");
}

static const char *name_of(const gp_map_picture *picture, uint32_t row)
{
    const gp_portfolio *portfolio = picture->sheet.portfolio;
    const char *name = gp_symbol_name(portfolio, picture->map.rows[row].symbol);
    gp_text_line line = {0};
    if (*name > ' ') return name; /* ASCII: it shows */
    bool is_shown = gp_wrap_text(name, GP_FONT_LABEL, GP_UNITS(1000), 1, &line) > 0;
    return is_shown ? name : portfolio->ids[picture->map.rows[row].symbol];
}

static uint32_t add_node(gp_map_picture *picture, uint32_t row, const char *name, uint32_t parent)
{
    uint32_t index = picture->node_count++;
    picture->nodes[index] =
        (gp_map_node){.row = row,
                      .name = name,
                      .parent = parent,
                      .depth = parent == GP_NONE ? 0 : picture->nodes[parent].depth + 1,
                      .frame = GP_NONE,
                      .box = GP_NONE,
                      .next = GP_NONE,
                      .tail = GP_NONE};
    return index;
}

static uint32_t described_count(const gp_map_picture *picture)
{
    return picture->map.row_count - picture->map.missing_count;
}

/* holder: by row, the node that what is part of it lies in. */
static gp_status add_by_parent(gp_map_picture *picture)
{
    uint32_t count = described_count(picture);
    uint32_t *holder = GP_NEW(picture->sheet.job, uint32_t, count);
    if (!holder) return gp_no_memory(picture->sheet.job);
    for (uint32_t i = 0; i < count; i++) {
        const gp_map_row *row = &picture->map.rows[i];
        uint32_t parent = row->parent == GP_NONE ? 0 : holder[row->parent];
        uint32_t node = add_node(picture, i, name_of(picture, i), parent);
        bool is_deep = row->depth >= GP_MAP_DEPTH_MAX;
        holder[i] = is_deep ? parent : node;
        picture->flat_count += row->depth > GP_MAP_DEPTH_MAX;
    }
    return GP_OK;
}

/* ---- groups ---- */

static const char *group_of(const gp_map_picture *picture, uint32_t row)
{
    const gp_capability *capability =
        &picture->sheet.portfolio->capabilities[picture->map.rows[row].capability];
    const char *owner = capability->owner;
    const char *tag = capability->tags ? capability->tags[0] : NULL;
    const char *group = picture->view->group == GP_MAP_IN_OWNER ? owner : tag;
    return group && *group ? group : NULL;
}

static const char *no_group(const gp_map_picture *picture)
{
    gp_language language = picture->sheet.language;
    return picture->view->group == GP_MAP_IN_OWNER ? gp_say(language, "No owner", "Geen eigenaar")
                                                   : gp_say(language, "No tag", "Geen label");
}

typedef struct grouping {
    gp_names *names;
    uint32_t *group; /* by row: number of its group; of context GP_NONE */
    uint32_t *count; /* by group; the last is that of what has none */
} grouping;

static gp_status find_groups(gp_map_picture *picture, grouping *g)
{
    gp_job *job = picture->sheet.job;
    uint32_t count = described_count(picture);
    g->names = gp_new_names(job);
    g->group = GP_NEW(job, uint32_t, count);
    if (!g->names || !g->group) return gp_no_memory(job);
    for (uint32_t i = 0; i < count; i++) {
        const char *name = picture->map.rows[i].is_context ? NULL : group_of(picture, i);
        g->group[i] = GP_NONE;
        if (!name) continue;
        g->group[i] = gp_intern(g->names, name, strlen(name));
        if (g->group[i] == GP_NONE) return gp_no_memory(job);
    }
    uint32_t none = (uint32_t)g->names->texts.count;
    g->count = GP_NEW(job, uint32_t, (size_t)none + 1);
    if (!g->count) return gp_no_memory(job);
    for (uint32_t i = 0; i < count; i++) {
        if (g->group[i] == GP_NONE && !picture->map.rows[i].is_context) g->group[i] = none;
        if (g->group[i] != GP_NONE) g->count[g->group[i]]++;
    }
    return GP_OK;
}

/* Rows sorted to their groups by counting, in their order. */
static gp_status add_by_group(gp_map_picture *picture)
{
    grouping g;
    GP_TRY(find_groups(picture, &g));
    uint32_t count = described_count(picture), groups = (uint32_t)g.names->texts.count + 1;
    uint32_t *first = GP_NEW(picture->sheet.job, uint32_t, groups);
    uint32_t *sorted = GP_NEW(picture->sheet.job, uint32_t, count);
    if (!first || !sorted) return gp_no_memory(picture->sheet.job);
    for (uint32_t k = 0, used = 0; k < groups; used += g.count[k++]) first[k] = used;
    for (uint32_t i = 0; i < count; i++)
        if (g.group[i] != GP_NONE) sorted[first[g.group[i]]++] = i;
    for (uint32_t k = 0; k < groups; k++) {
        if (g.count[k] == 0) continue;
        const char *name = k + 1 == groups ? no_group(picture) : gp_name(g.names, k);
        uint32_t frame = add_node(picture, GP_NONE, name, 0);
        for (uint32_t i = first[k] - g.count[k]; i < first[k]; i++)
            add_node(picture, sorted[i], name_of(picture, sorted[i]), frame);
    }
    return GP_OK;
}

static uint32_t add_missing(gp_map_picture *picture)
{
    uint32_t count = described_count(picture);
    if (picture->map.missing_count == 0) return GP_NONE;
    uint32_t frame = add_node(picture, GP_NONE, missing_words(picture->sheet.language), 0);
    for (uint32_t i = count; i < picture->map.row_count; i++)
        add_node(picture, i, name_of(picture, i), frame);
    return frame;
}

/* From the last to the first: what a node holds is known before it is put into its own frame. Where
 * boxes stand in no frame, what is missing comes below them. */
static void link_nodes(gp_map_picture *picture, uint32_t missing)
{
    gp_map_node *whole = &picture->nodes[0];
    for (uint32_t i = picture->node_count; i-- > 1;) {
        gp_map_node *node = &picture->nodes[i], *in = &picture->nodes[node->parent];
        uint32_t *list = gp_is_frame(node) ? &in->frame : &in->box;
        if (i == missing) continue;
        in->box_count += !gp_is_frame(node);
        node->next = *list;
        *list = i;
    }
    if (missing == GP_NONE) return;
    if (whole->box != GP_NONE) {
        whole->tail = missing;
        return;
    }
    uint32_t *last = &whole->frame;
    while (*last != GP_NONE) last = &picture->nodes[*last].next;
    *last = missing;
}

gp_status gp_make_map_nodes(gp_map_picture *picture)
{
    size_t most = 2 * (size_t)picture->map.row_count + 3; /* a group for each, and the whole */
    picture->nodes = GP_NEW(picture->sheet.job, gp_map_node, most);
    if (!picture->nodes) return gp_no_memory(picture->sheet.job);
    add_node(picture, GP_NONE, "", GP_NONE);
    GP_TRY(picture->view->group == GP_MAP_IN_PARENT ? add_by_parent(picture)
                                                    : add_by_group(picture));
    link_nodes(picture, add_missing(picture));
    return GP_OK;
}
