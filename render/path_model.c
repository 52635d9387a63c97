/* SPDX-License-Identifier: MIT
 * Which boxes and arrows does a development path have? One box per activity of the network,
 * sorted by id and level so that the order of the file does not matter. What no intervention
 * rests on goes into a band of its own; a founded prerequisite of it stands there once more,
 * as a reference, so that no arrow is lost. Arrows that others imply are left out, and
 * counted, but for those that fix a date of the critical path. */
#include "render/path_model.h"

#include <stdlib.h>
#include <string.h>

typedef struct build {
    gp_job *job;
    const gp_network *network;
    gp_path_model *model;
    gp_path_kinds kinds;        /* of the whole portfolio */
    bool has_band;              /* what is unfounded stands apart */
    uint32_t *box_of[GP_PARTS]; /* by activity: its box in that part, or GP_NONE */
    gp_buffer *scratch;
} build;

static gp_part part_of(const build *b, uint32_t activity)
{
    return b->has_band && !b->kinds.is_founded[activity] ? GP_PART_UNFOUNDED : GP_PART_FOUNDED;
}

static bool is_focus(const build *b, uint32_t activity)
{
    const gp_path_view *view = b->model->view;
    const gp_activity *activities = b->network->activities;
    return view->hops && activities[activity].symbol == activities[view->focus].symbol;
}

static gp_status add_box(build *b, gp_array boxes[GP_PARTS], uint32_t activity, gp_part part)
{
    bool is_reference = part != part_of(b, activity);
    gp_path_box box = {.activity = activity,
                       .kind = is_reference ? (uint8_t)GP_BOX_REFERENCE : b->kinds.kind[activity],
                       .is_critical = b->kinds.is_critical[activity] && !is_reference,
                       .is_option = b->kinds.is_option[activity] && !is_reference,
                       .is_focus = is_focus(b, activity),
                       .is_last = true};
    const char *id;
    size_t size;
    b->scratch->bytes.count = 0;
    gp_add_text(b->scratch, is_reference ? "reference" : "box");
    gp_add_activity_id(b->scratch, b->network, activity);
    GP_TRY(gp_finish_buffer(b->scratch, &id, &size));
    box.element_id = gp_copy_text(b->job, id, size);
    if (!box.element_id) return gp_no_memory(b->job);
    b->box_of[part][activity] = (uint32_t)boxes[part].count;
    if (!gp_push(b->job, &boxes[part], &box, 1)) return gp_no_memory(b->job);
    return GP_OK;
}

static bool fixes_date(const build *b, uint32_t arc)
{
    const gp_arc *a = &b->network->arcs[arc];
    const gp_dates *dates = &b->model->schedule->dates[a->to];
    bool is_driver =
        dates->driver_arc == arc || (b->network->has_start_links && dates->start_arc == arc);
    return is_driver && b->kinds.is_critical[a->from] && b->kinds.is_critical[a->to];
}

/* Others imply it, and no date of the critical path rests on it. */
static bool is_left_out(const build *b, uint32_t arc)
{
    const uint8_t *is_redundant = b->model->choice.is_redundant;
    bool is_chain = b->network->arcs[arc].requirement == GP_NONE;
    return is_redundant && is_redundant[arc] && !is_chain && !fixes_date(b, arc);
}

/* Founded boxes, unfounded ones, and references to what arrows lead from to these. */
static gp_status make_boxes(build *b)
{
    const gp_network *network = b->network;
    gp_array *boxes = GP_NEW(b->job, gp_array, GP_PARTS);
    for (int part = 0; part < GP_PARTS; part++) {
        b->box_of[part] = GP_NEW(b->job, uint32_t, network->activity_count);
        if (!boxes || !b->box_of[part]) return gp_no_memory(b->job);
        boxes[part].size = sizeof(gp_path_box);
        for (uint32_t i = 0; i < network->activity_count; i++) b->box_of[part][i] = GP_NONE;
    }
    for (uint32_t i = 0; i < b->model->choice.shown_count; i++) {
        uint32_t activity = b->model->choice.shown[i];
        GP_TRY(add_box(b, boxes, activity, part_of(b, activity)));
    }
    for (uint32_t i = 0; i < b->model->choice.shown_count; i++) {
        uint32_t to = b->model->choice.shown[i];
        if (part_of(b, to) == GP_PART_FOUNDED) continue;
        for (uint32_t k = network->arc_first[to]; k < network->arc_first[to + 1]; k++) {
            uint32_t from = network->arcs[k].from;
            if (!b->model->choice.is_shown[from] || is_left_out(b, k)) continue;
            if (b->box_of[GP_PART_UNFOUNDED][from] == GP_NONE)
                GP_TRY(add_box(b, boxes, from, GP_PART_UNFOUNDED));
        }
    }
    for (int part = 0; part < GP_PARTS; part++) {
        b->model->parts[part].boxes = boxes[part].data;
        b->model->parts[part].box_count = (uint32_t)boxes[part].count;
    }
    b->model->box_count = b->model->choice.shown_count;
    return GP_OK;
}

static int by_boxes(const void *a, const void *b)
{
    const gp_path_arrow *x = a, *y = b;
    if (x->to != y->to) return x->to < y->to ? -1 : 1;
    if (x->from != y->from) return x->from < y->from ? -1 : 1;
    return x->arc < y->arc ? -1 : x->arc > y->arc;
}

/* Two arcs between the same boxes (a must and an alternative, say) become one arrow that
 * binds as the stricter of the two. */
static uint32_t merge_arrows(gp_path_arrow *arrows, uint32_t count)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++) {
        gp_path_arrow *last = kept ? &arrows[kept - 1] : NULL;
        if (!last || last->from != arrows[i].from || last->to != arrows[i].to) {
            arrows[kept++] = arrows[i];
            continue;
        }
        last->is_chain |= arrows[i].is_chain;
        last->is_critical |= arrows[i].is_critical;
        last->is_option &= arrows[i].is_option;
        last->is_live &= arrows[i].is_live;
    }
    return kept;
}

static gp_status add_arrow(build *b, gp_array *arrows, uint32_t arc, gp_part part)
{
    if (is_left_out(b, arc)) {
        b->model->left_out_count++;
        return GP_OK;
    }
    const gp_arc *a = &b->network->arcs[arc];
    gp_path_arrow arrow = {.from = b->box_of[part][a->from],
                           .to = b->box_of[part][a->to],
                           .arc = arc,
                           .is_chain = a->requirement == GP_NONE,
                           .is_option = b->model->schedule->is_spare[arc] != 0,
                           .is_live = a->by != GP_BY_START,
                           .is_critical = fixes_date(b, arc)};
    if (!gp_push(b->job, &arrows[part], &arrow, 1)) return gp_no_memory(b->job);
    return GP_OK;
}

static void finish_part(gp_path_part *part, gp_array *arrows)
{
    part->arrows = arrows->data;
    if (arrows->count) qsort(part->arrows, arrows->count, sizeof *part->arrows, by_boxes);
    part->arrow_count = merge_arrows(part->arrows, (uint32_t)arrows->count);
    for (uint32_t i = 0; i < part->arrow_count; i++)
        part->boxes[part->arrows[i].from].is_last = false;
}

static gp_status make_arrows(build *b)
{
    const gp_network *network = b->network;
    gp_array *arrows = GP_NEW(b->job, gp_array, GP_PARTS);
    if (!arrows) return gp_no_memory(b->job);
    for (int part = 0; part < GP_PARTS; part++) arrows[part].size = sizeof(gp_path_arrow);
    for (uint32_t i = 0; i < b->model->choice.shown_count; i++) {
        uint32_t to = b->model->choice.shown[i];
        gp_part part = part_of(b, to);
        for (uint32_t k = network->arc_first[to]; k < network->arc_first[to + 1]; k++)
            if (b->model->choice.is_shown[network->arcs[k].from])
                GP_TRY(add_arrow(b, arrows, k, part));
    }
    for (int part = 0; part < GP_PARTS; part++) {
        finish_part(&b->model->parts[part], &arrows[part]);
        b->model->arrow_count += b->model->parts[part].arrow_count;
    }
    return GP_OK;
}

/* What each box leads to that is not drawn. */
static gp_status look_behind(build *b)
{
    if (!b->model->choice.hides) return GP_OK;
    for (int part = 0; part < GP_PARTS; part++)
        for (uint32_t i = 0; i < b->model->parts[part].box_count; i++) {
            gp_path_box *box = &b->model->parts[part].boxes[i];
            for (gp_path_way way = 0; way < GP_WAYS; way++) {
                if (box->kind == GP_BOX_REFERENCE) continue;
                GP_TRY(gp_find_behind(b->job, &b->model->choice, box->activity, way,
                                      &box->behind[way]));
                b->model->behind_count += box->behind[way].count;
            }
        }
    return GP_OK;
}

#define FRAMES_ROOM_MAX 2000000 /* groups times columns: what frames take of memory and time */

static gp_status find_groups(build *b)
{
    gp_path_model *model = b->model;
    const gp_path_choice *choice = &model->choice;
    uint64_t depth = 0;
    for (uint32_t i = 0; i < choice->shown_count; i++)
        if (b->network->layer[choice->shown[i]] > depth)
            depth = b->network->layer[choice->shown[i]];
    GP_TRY(gp_group_path(b->job, model->schedule, model->view, choice->shown, choice->shown_count,
                         &model->groups));
    model->has_too_many_groups = model->groups.count * (depth + 1) > FRAMES_ROOM_MAX;
    if (model->has_too_many_groups) model->groups = (gp_path_groups){.count = 0};
    return GP_OK;
}

/* What is near something asks for nothing that is gone. */
static gp_status look_back(build *b)
{
    gp_path_model *model = b->model;
    const gp_path_view *view = model->view;
    if (!view->older) return GP_OK;
    if (!view->hops) GP_TRY(gp_list_gone(b->job, view->older, view->intervention, &model->gone));
    for (uint32_t i = 0; i < model->choice.shown_count; i++)
        model->tally.counts[gp_find_was(view->older, model->choice.shown[i]).became]++;
    for (uint32_t i = 0; i < model->gone.count; i++)
        model->tally.counts[model->gone.gone[i].became]++;
    model->has_changed = gp_has_changed(&model->tally);
    return GP_OK;
}

static gp_detail detail_for(const gp_path_model *model)
{
    if (model->view->detail != GP_DETAIL_AUTO) return model->view->detail;
    return model->box_count > GP_PICTURE_FULL_BOXES_MAX ? GP_DETAIL_SHORT : GP_DETAIL_FULL;
}

const gp_path_view gp_whole_path = {.intervention = GP_NONE};

gp_status gp_model_path(gp_job *job, const gp_schedule *schedule, const gp_path_view *view,
                        const gp_path_model **out)
{
    build b = {.job = job, .network = schedule->network};
    b.model = GP_NEW(job, gp_path_model, 1);
    b.scratch = gp_new_buffer(job);
    if (!b.model || !b.scratch) return gp_no_memory(job);
    b.model->schedule = schedule;
    b.model->view = view;
    gp_path_choice *choice = &b.model->choice;
    GP_TRY(gp_choose_path(job, schedule, view, choice));
    GP_TRY(gp_sort_by_id(job, b.network, choice->shown, choice->shown_count));
    GP_TRY(gp_find_path_kinds(job, schedule, view->intervention, &b.kinds));
    GP_TRY(find_groups(&b));
    b.has_band = view->intervention == GP_NONE && view->hops == 0 && !b.model->groups.count;
    GP_TRY(make_boxes(&b));
    b.model->detail = detail_for(b.model);
    GP_TRY(make_arrows(&b));
    GP_TRY(look_behind(&b));
    GP_TRY(look_back(&b));
    *out = b.model;
    return GP_OK;
}
