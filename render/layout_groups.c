/* SPDX-License-Identifier: MIT
 * Boxes in frames. All frames share the columns, so that every arrow leads to the right, and each
 * is placed by itself, with room for the arrows that come in from elsewhere. Then the frames are
 * put under each other, each as high as it can stand over the columns that it takes. Between
 * frames, and on their way to one, arrows go as they do around boxes that are kept. */
#include "render/layout_groups.h"
#include "render/layers.h"

#define ASPECT_PERCENT 115   /* width of the picture to its height, at least, if columns allow */
#define AROUND GP_UNITS(330) /* title, legend, margins */
#define HEIGHT_PERCENT                                                                             \
    130                 /* with the arrows that pass frames are so much taller than their boxes */
#define COLUMN_TRIES 24 /* so many more columns than the arrows need are tried */
#define SIFT_ROUNDS 2
#define SIFT_WORK_MAX 36000000

/* The layout of one frame: its boxes, and for each arrow that comes from another frame the place
 * where it comes in. */
typedef struct inside {
    gp_layout layout;
    gp_layers layers;
    uint32_t low, high; /* its columns in the whole */
    gp_length height;
} inside;

typedef struct whole {
    gp_job *job;
    gp_layout *layout;
    gp_frames *frames;
    inside *insides;     /* by group */
    uint32_t *number;    /* by box: its number in its frame */
    uint32_t *own_arrow; /* by arrow: its number in the frame that it leads into; GP_NONE */
    uint32_t *order;     /* groups, from top to bottom */
    gp_length widest;
} whole;

static gp_status make_room(whole *w)
{
    w->insides = GP_NEW(w->job, inside, w->frames->count);
    w->frames->frames = GP_NEW(w->job, gp_frame, w->frames->count);
    w->order = GP_NEW(w->job, uint32_t, w->frames->count);
    w->number = GP_NEW(w->job, uint32_t, w->layout->box_count);
    w->own_arrow = GP_NEW(w->job, uint32_t, w->layout->arrow_count);
    bool has_room = w->insides && w->frames->frames && w->order && w->number && w->own_arrow;
    return has_room ? GP_OK : gp_no_memory(w->job);
}

static void find_reach(whole *w)
{
    for (uint32_t g = 0; g < w->frames->count; g++) w->insides[g].low = GP_NONE;
    for (uint32_t i = 0; i < w->layout->box_count; i++) {
        inside *in = &w->insides[w->frames->group[i]];
        uint32_t column = w->layout->boxes[i].column;
        if (in->low == GP_NONE || column < in->low) in->low = column;
        if (column > in->high) in->high = column;
    }
}

/* ---- how many columns ---- */

/* Puts frames of these heights under each other and returns how tall that is. */
static gp_length stack(const whole *w, uint32_t width, gp_length *sky)
{
    gp_length foot = 0;
    for (uint32_t column = 0; column < width; column++) sky[column] = 0;
    for (uint32_t i = 0; i < w->frames->count; i++) {
        const inside *in = &w->insides[w->order[i]];
        gp_length top = 0;
        for (uint32_t column = in->low; column <= in->high; column++)
            if (sky[column] > top) top = sky[column];
        w->frames->frames[w->order[i]].at.y = top;
        top += GP_FRAME_HEAD + in->height + GP_FRAME_PADDING;
        if (top > foot) foot = top;
        for (uint32_t column = in->low; column <= in->high; column++)
            sky[column] = top + GP_FRAME_GAP;
    }
    return foot;
}

/* As tall as the tallest column of each frame. */
static void guess_heights(const whole *w, uint32_t width, gp_length *filled)
{
    for (size_t i = 0; i < (size_t)w->frames->count * width; i++) filled[i] = 0;
    for (uint32_t g = 0; g < w->frames->count; g++) w->insides[g].height = 0;
    for (uint32_t i = 0; i < w->layout->box_count; i++) {
        const gp_layout_box *box = &w->layout->boxes[i];
        gp_length *column = &filled[(size_t)w->frames->group[i] * width + box->column];
        *column += box->size.y + GP_ROW_GAP;
        inside *in = &w->insides[w->frames->group[i]];
        if (*column > in->height) in->height = *column;
    }
}

static gp_status choose_columns(whole *w)
{
    uint32_t least = 0;
    for (uint32_t i = 0; i < w->layout->box_count; i++)
        if (least <= w->layout->boxes[i].column) least = w->layout->boxes[i].column + 1;
    uint32_t *natural = GP_NEW(w->job, uint32_t, w->layout->box_count);
    size_t most = (size_t)least + COLUMN_TRIES;
    gp_length *sky = GP_NEW(w->job, gp_length, most);
    gp_length *filled = GP_NEW(w->job, gp_length, most * w->frames->count);
    if (!natural || !sky || !filled) return gp_no_memory(w->job);
    for (uint32_t i = 0; i < w->layout->box_count; i++) natural[i] = w->layout->boxes[i].column;
    for (uint32_t width = least; width < most; width++) {
        for (uint32_t i = 0; i < w->layout->box_count; i++) w->layout->boxes[i].column = natural[i];
        GP_TRY(gp_spread_groups(w->job, w->layout, w->frames, width));
        for (uint32_t g = 0; g < w->frames->count; g++) w->insides[g].high = 0;
        find_reach(w);
        guess_heights(w, width, filled);
        gp_length tall = stack(w, width, sky) * HEIGHT_PERCENT / 100 + AROUND;
        if (width * (w->widest + GP_COLUMN_GAP) * 100 >= tall * ASPECT_PERCENT) break;
    }
    return GP_OK;
}

/* ---- one frame by itself ---- */

/* Where an arrow from another frame comes in: the column behind its start, but not before the
 * frame; GP_NONE where that is the column that it leads to. */
static uint32_t entry_of(const whole *w, const gp_layout_arrow *arrow)
{
    uint32_t column = w->layout->boxes[arrow->from].column + 1;
    uint32_t low = w->insides[w->frames->group[arrow->to]].low;
    if (column < low) column = low;
    return column < w->layout->boxes[arrow->to].column ? column : GP_NONE;
}

static bool comes_from_inside(const whole *w, const gp_layout_arrow *arrow)
{
    return w->frames->group[arrow->from] == w->frames->group[arrow->to];
}

static gp_status make_insides(whole *w)
{
    for (uint32_t i = 0; i < w->layout->box_count; i++)
        w->number[i] = w->insides[w->frames->group[i]].layout.box_count++;
    for (uint32_t i = 0; i < w->layout->arrow_count; i++) {
        const gp_layout_arrow *arrow = &w->layout->arrows[i];
        gp_layout *own = &w->insides[w->frames->group[arrow->to]].layout;
        bool is_inside = comes_from_inside(w, arrow);
        if (!is_inside && entry_of(w, arrow) == GP_NONE) continue;
        own->box_count += !is_inside;
        own->arrow_count++;
    }
    for (uint32_t g = 0; g < w->frames->count; g++) {
        gp_layout *own = &w->insides[g].layout;
        own->boxes = GP_NEW(w->job, gp_layout_box, own->box_count);
        own->arrows = GP_NEW(w->job, gp_layout_arrow, own->arrow_count);
        if (!own->boxes || !own->arrows) return gp_no_memory(w->job);
        own->arrow_count = own->box_count = 0;
    }
    return GP_OK;
}

static void fill_insides(const whole *w)
{
    for (uint32_t i = 0; i < w->layout->box_count; i++) {
        inside *in = &w->insides[w->frames->group[i]];
        gp_layout_box *box = &in->layout.boxes[in->layout.box_count++];
        *box = w->layout->boxes[i];
        box->column -= in->low;
    }
    for (uint32_t i = 0; i < w->layout->arrow_count; i++) {
        const gp_layout_arrow *arrow = &w->layout->arrows[i];
        inside *in = &w->insides[w->frames->group[arrow->to]];
        uint32_t from = w->number[arrow->from], entry = entry_of(w, arrow);
        w->own_arrow[i] = GP_NONE;
        if (!comes_from_inside(w, arrow)) {
            if (entry == GP_NONE) continue;
            from = in->layout.box_count++;
            in->layout.boxes[from].column = entry - in->low;
        }
        w->own_arrow[i] = in->layout.arrow_count;
        in->layout.arrows[in->layout.arrow_count++] =
            (gp_layout_arrow){.from = from, .to = w->number[arrow->to]};
    }
}

static gp_status place_inside(gp_job *job, inside *in)
{
    GP_TRY(gp_build_layers(job, &in->layout, &in->layers));
    GP_TRY(gp_order_layers(&in->layers));
    GP_TRY(gp_place_layers(&in->layers));
    in->height = 0;
    for (uint32_t i = 0; i < in->layers.slot_count; i++) {
        gp_length foot = in->layers.slots[i].middle + (in->layers.slots[i].height + 1) / 2;
        if (foot > in->height) in->height = foot;
    }
    return GP_OK;
}

static gp_status place_frames(whole *w)
{
    uint32_t width = 0;
    for (uint32_t g = 0; g < w->frames->count; g++) {
        GP_TRY(place_inside(w->job, &w->insides[g]));
        if (width <= w->insides[g].high) width = w->insides[g].high + 1;
    }
    gp_length *sky = GP_NEW(w->job, gp_length, width);
    if (!sky) return gp_no_memory(w->job);
    gp_length tall = stack(w, width, sky), more = tall / 200;
    if (more > GP_UNITS(50)) more = GP_UNITS(50);
    w->layout->step = w->widest + GP_COLUMN_GAP + more - more % GP_UNITS(10);
    for (uint32_t g = 0; g < w->frames->count; g++) {
        const inside *in = &w->insides[g];
        gp_frame *frame = &w->frames->frames[g];
        frame->at.x = w->layout->step * in->low - GP_FRAME_PADDING;
        frame->size =
            (gp_point){w->layout->step * (in->high - in->low) + w->widest + 2 * GP_FRAME_PADDING,
                       GP_FRAME_HEAD + in->height + GP_FRAME_PADDING};
    }
    return GP_OK;
}

/* ---- all together ---- */

static void keep_boxes(const whole *w)
{
    for (uint32_t i = 0; i < w->layout->box_count; i++) {
        gp_layout_box *box = &w->layout->boxes[i];
        const gp_slot *slot = &w->insides[w->frames->group[i]].layers.slots[w->number[i]];
        box->at.y = w->frames->frames[w->frames->group[i]].at.y + GP_FRAME_HEAD + slot->middle -
                    slot->height / 2;
        box->is_known = box->is_kept = true;
    }
}

/* Where an arrow passes a column: as it does in the frame that it leads into. */
static gp_length passage_at(const whole *w, uint32_t index, uint32_t column)
{
    const gp_layout_arrow *arrow = &w->layout->arrows[index];
    uint32_t g = w->frames->group[arrow->to], own = w->own_arrow[index];
    const inside *in = &w->insides[g];
    gp_length top = w->frames->frames[g].at.y + GP_FRAME_HEAD;
    if (own == GP_NONE) return top + in->layers.slots[w->number[arrow->to]].middle;
    uint32_t from = in->layout.arrows[own].from, start = in->layout.boxes[from].column + in->low;
    uint32_t first = in->layers.passage_first[own], end = in->layers.passage_first[own + 1];
    uint32_t slot = from;
    if (column > start && first + (column - start - 1) < end) slot = first + (column - start - 1);
    return top + in->layers.slots[slot].middle;
}

static gp_status run_arrows(const whole *w)
{
    gp_layers layers;
    GP_TRY(gp_build_layers(w->job, w->layout, &layers));
    gp_rank *ranks = GP_NEW(w->job, gp_rank, layers.slot_count);
    if (!ranks) return gp_no_memory(w->job);
    for (uint32_t i = 0; i < w->layout->arrow_count; i++)
        for (uint32_t slot = layers.passage_first[i]; slot < layers.passage_first[i + 1]; slot++)
            layers.slots[slot].middle = passage_at(w, i, layers.slots[slot].column);
    for (uint32_t column = 0; column < layers.column_count; column++) {
        uint32_t first = layers.column_first[column];
        for (uint32_t i = first; i < layers.column_first[column + 1]; i++)
            ranks[i - first] = (gp_rank){layers.slots[layers.order[i]].middle, layers.order[i]};
        gp_sort_column(&layers, column, ranks);
    }
    GP_TRY(gp_sift_layers(&layers, gp_sift_rounds(&layers, SIFT_ROUNDS, SIFT_WORK_MAX)));
    GP_TRY(gp_place_around_kept(&layers));
    return gp_route_layers(&layers);
}

static void grow_page(const whole *w)
{
    for (uint32_t g = 0; g < w->frames->count; g++) {
        const gp_frame *frame = &w->frames->frames[g];
        gp_length right = frame->at.x + frame->size.x, foot = frame->at.y + frame->size.y;
        if (right > w->layout->size.x) w->layout->size.x = right;
        if (foot > w->layout->size.y) w->layout->size.y = foot;
    }
}

gp_status gp_lay_out_groups(gp_job *job, gp_layout *layout, gp_frames *frames)
{
    whole w = {.job = job, .layout = layout, .frames = frames};
    layout->size = (gp_point){0, 0};
    if (layout->box_count == 0) return GP_OK;
    for (uint32_t i = 0; i < layout->box_count; i++)
        if (layout->boxes[i].size.x > w.widest) w.widest = layout->boxes[i].size.x;
    GP_TRY(make_room(&w));
    GP_TRY(gp_find_columns(job, layout));
    GP_TRY(gp_order_groups(job, layout, frames, w.order));
    GP_TRY(choose_columns(&w));
    GP_TRY(make_insides(&w));
    fill_insides(&w);
    GP_TRY(place_frames(&w));
    keep_boxes(&w);
    GP_TRY(run_arrows(&w));
    grow_page(&w);
    return GP_OK;
}
