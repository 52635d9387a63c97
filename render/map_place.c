/* SPDX-License-Identifier: MIT
 * Where does every box stand? From the whole inwards: each row of frames is stretched to the width
 * of what it is in, within reason, and frames in a row are equally tall; so the rows end together
 * and the place is used. */
#include "render/map_picture.h"

typedef struct area {
    gp_point at;
    gp_length width;
    gp_length spare; /* height to give away */
} area;

static gp_length least_of(gp_length a, gp_length b)
{
    return a < b ? a : b;
}

/* The frames of one row, from `first` to before `end`. */
typedef struct shelf {
    uint32_t first, end;
    gp_length width, height;
    uint32_t count;
} shelf;

static shelf next_shelf(const gp_map_picture *picture, uint32_t first)
{
    shelf row = {.first = first, .end = first};
    for (bool is_open = true; is_open && row.end != GP_NONE;) {
        const gp_map_node *node = &picture->nodes[row.end];
        row.width += (row.count ? GP_MAP_GAP : 0) + node->least.x;
        if (node->least.y > row.height) row.height = node->least.y;
        row.count++;
        row.end = node->next;
        is_open = !node->ends_row;
    }
    return row;
}

/* Shares out the width that is left over, up to half as much again for each. */
static void place_shelf(gp_map_picture *picture, const shelf *row, gp_point at, gp_length width,
                        gp_length height)
{
    gp_length frames = row->width - GP_MAP_GAP * (row->count - 1);
    gp_length spare = least_of(width - row->width, frames / 2), x = at.x;
    for (uint32_t i = row->first; i != row->end; i = picture->nodes[i].next) {
        gp_map_node *node = &picture->nodes[i];
        node->at = (gp_point){x, at.y};
        node->size = (gp_point){node->least.x + spare * node->least.x / frames, height};
        x += node->size.x + GP_MAP_GAP;
    }
}

static gp_length place_frames(gp_map_picture *picture, const gp_map_node *node, const area *room)
{
    gp_length y = room->at.y;
    for (uint32_t i = node->frame; i != GP_NONE;) {
        shelf row = next_shelf(picture, i);
        gp_length height = row.height + room->spare * row.height / node->row_height;
        place_shelf(picture, &row, (gp_point){room->at.x, y}, room->width, height);
        y += height + GP_MAP_GAP;
        i = row.end;
    }
    return y;
}

static void place_boxes(gp_map_picture *picture, const gp_map_node *node, const area *room)
{
    uint32_t columns = gp_map_columns(picture, node->box_count, room->width), number = 0;
    uint32_t rows = (node->box_count + columns - 1) / columns;
    gp_length width = (room->width - GP_MAP_GAP * (columns - 1)) / columns;
    gp_length height = (room->spare - GP_MAP_GAP * (rows - 1)) / rows;
    const gp_point size = {least_of(width, picture->box.x * 3 / 2),
                           least_of(height, picture->box.y * 4 / 3)};
    for (uint32_t i = node->box; i != GP_NONE; i = picture->nodes[i].next, number++) {
        picture->nodes[i].at = (gp_point){room->at.x + (size.x + GP_MAP_GAP) * (number % columns),
                                          room->at.y + (size.y + GP_MAP_GAP) * (number / columns)};
        picture->nodes[i].size = size;
    }
}

/* A frame that was stretched may need fewer lines for its name. */
static void lower_lid(const gp_map_picture *picture, gp_map_node *node)
{
    uint32_t lines =
        node->lid_lines > 1 ? gp_map_count_lid_lines(picture, node, node->size.x) : node->lid_lines;
    node->least.y -= GP_MAP_LID_STEP * (node->lid_lines - lines);
    node->lid_lines = lines;
}

/* The height that is left over goes to the frames; where there are none, to the boxes. */
static void place_within(gp_map_picture *picture, gp_map_node *node, gp_length padding)
{
    lower_lid(picture, node);
    gp_length lid = gp_map_lid_height(node), foot = node->at.y + node->size.y - padding;
    area room = {.at = {node->at.x + padding, node->at.y + lid + padding},
                 .width = node->size.x - 2 * padding,
                 .spare = node->size.y - node->least.y};
    if (node->frame != GP_NONE) room.at.y = place_frames(picture, node, &room);
    if (node->tail != GP_NONE) {
        gp_map_node *tail = &picture->nodes[node->tail];
        tail->size = tail->least;
        tail->at = (gp_point){room.at.x, foot - tail->size.y};
        foot = tail->at.y - GP_MAP_GAP;
    }
    room.spare = foot - room.at.y;
    if (node->box != GP_NONE) place_boxes(picture, node, &room);
}

void gp_place_map(gp_map_picture *picture)
{
    picture->nodes[0].at = (gp_point){0, 0};
    picture->nodes[0].size = picture->nodes[0].least;
    for (uint32_t i = 0; i < picture->node_count; i++)
        if (gp_is_frame(&picture->nodes[i]))
            place_within(picture, &picture->nodes[i], i ? GP_MAP_PADDING : 0);
}
