/* SPDX-License-Identifier: MIT
 * Which boxes and arrows does a development path have? One box per activity of the network,
 * sorted by id and level so that the order of the file does not matter. What no intervention
 * rests on goes into a band of its own; a founded prerequisite of it stands there once more,
 * as a reference, so that no arrow is lost. Arrows that others imply are left out, and
 * counted, but for those that fix a date of the critical path. */
#include "render/path_model.h"
#include "groeipad/demand.h"

#include <stdlib.h>
#include <string.h>

typedef struct build {
    gp_job *job;
    const gp_network *network;
    gp_path_model *model;
    gp_activities shown;         /* what the view shows */
    uint8_t *is_shown;           /* by activity */
    uint8_t *is_founded;         /* by activity: an intervention rests on it */
    uint8_t *demand;             /* by capability: gp_demand_kind */
    uint8_t *is_on_path;         /* by activity */
    uint32_t *box_of[GP_PARTS];  /* by activity: its box in that part, or GP_NONE */
    const uint8_t *is_redundant; /* by arc, or NULL */
    gp_buffer *scratch;
} build;

static gp_status choose(build *b)
{
    const gp_path_view *view = b->model->view;
    uint32_t count = b->network->activity_count;
    b->is_shown = GP_NEW(b->job, uint8_t, count);
    if (!b->is_shown) return gp_no_memory(b->job);
    if (view->intervention == GP_NONE)
        b->shown = (gp_activities){b->network->order, count};
    else
        GP_TRY(gp_find_ancestors(b->job, b->model->schedule, view->intervention, NULL, &b->shown));
    for (uint32_t i = 0; i < b->shown.count; i++) b->is_shown[b->shown.activities[i]] = 1;
    return GP_OK;
}

/* Backwards over the order: what leads to something founded is founded too. */
static gp_status find_founded(build *b)
{
    const gp_network *network = b->network;
    b->is_founded = GP_NEW(b->job, uint8_t, network->activity_count);
    if (!b->is_founded) return gp_no_memory(b->job);
    for (uint32_t i = b->shown.count; i-- > 0;) {
        uint32_t to = b->shown.activities[i];
        bool is_root = to == b->model->view->intervention;
        if (is_root || network->activities[to].kind == GP_KIND_INTERVENTION) b->is_founded[to] = 1;
        if (!b->is_founded[to]) continue;
        for (uint32_t k = network->arc_first[to]; k < network->arc_first[to + 1]; k++)
            b->is_founded[network->arcs[k].from] = 1;
    }
    return GP_OK;
}

/* Requested: by the analysis of demand, but by the one intervention where only that is shown. */
static gp_status find_demand(build *b)
{
    const gp_network *network = b->network;
    uint32_t count = network->portfolio->capability_count, one = b->model->view->intervention;
    b->demand = GP_NEW(b->job, uint8_t, count);
    if (!b->demand) return gp_no_memory(b->job);
    if (one == GP_NONE || network->activities[one].kind != GP_KIND_INTERVENTION) {
        const gp_demand *demand;
        GP_TRY(gp_find_demand(b->job, network->portfolio, &demand));
        for (uint32_t i = 0; i < count; i++) b->demand[i] = demand[i].kind;
        return GP_OK;
    }
    for (uint32_t i = 0; i < count; i++) b->demand[i] = GP_DEMAND_PREREQUISITE;
    for (uint32_t k = network->arc_first[one]; k < network->arc_first[one + 1]; k++) {
        const gp_activity *from = &network->activities[network->arcs[k].from];
        if (from->kind == GP_KIND_CAPABILITY) b->demand[from->item] = GP_DEMAND_REQUESTED;
    }
    return GP_OK;
}

static gp_status find_path(build *b)
{
    const gp_schedule *schedule = b->model->schedule;
    b->is_on_path = GP_NEW(b->job, uint8_t, b->network->activity_count);
    if (!b->is_on_path) return gp_no_memory(b->job);
    if (b->model->view->intervention != GP_NONE) {
        gp_path path;
        GP_TRY(gp_trace_path(b->job, schedule, b->model->view->intervention, &path));
        for (uint32_t i = 0; i < path.count; i++) b->is_on_path[path.activities[i]] = 1;
        return GP_OK;
    }
    for (uint32_t i = 0; i < b->network->activity_count; i++)
        b->is_on_path[i] = schedule->dates[i].is_critical && b->is_founded[i];
    return GP_OK;
}

typedef struct named {
    const char *id;
    uint32_t level, activity;
} named;

static int by_id(const void *a, const void *b)
{
    const named *x = a, *y = b;
    int order = strcmp(x->id, y->id);
    if (order != 0) return order;
    return x->level < y->level ? -1 : x->level > y->level;
}

static gp_status sort_shown(build *b)
{
    uint32_t count = b->shown.count;
    named *rows = GP_NEW(b->job, named, count);
    uint32_t *sorted = GP_NEW(b->job, uint32_t, count);
    if (!rows || !sorted) return gp_no_memory(b->job);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t activity = b->shown.activities[i];
        rows[i] = (named){gp_activity_id(b->network, activity),
                          b->network->activities[activity].level, activity};
    }
    qsort(rows, count, sizeof *rows, by_id);
    for (uint32_t i = 0; i < count; i++) sorted[i] = rows[i].activity;
    b->shown.activities = sorted;
    return GP_OK;
}

static uint8_t kind_of(const build *b, uint32_t activity)
{
    const gp_activity *a = &b->network->activities[activity];
    if (a->kind == GP_KIND_INTERVENTION) return GP_BOX_INTERVENTION;
    if (a->kind == GP_KIND_MISSING) return GP_BOX_MISSING;
    uint8_t demand = b->demand[a->item];
    if (!b->is_founded[activity] || demand == GP_DEMAND_NONE) return GP_BOX_UNFOUNDED;
    return demand == GP_DEMAND_REQUESTED ? GP_BOX_REQUESTED : GP_BOX_PREREQUISITE;
}

static gp_status add_box(build *b, gp_array boxes[GP_PARTS], uint32_t activity, gp_part part)
{
    bool is_reference = part == GP_PART_UNFOUNDED && b->is_founded[activity];
    gp_path_box box = {.activity = activity,
                       .kind = is_reference ? (uint8_t)GP_BOX_REFERENCE : kind_of(b, activity),
                       .is_critical = b->is_on_path[activity] && !is_reference,
                       .is_option = true,
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

/* Founded boxes, unfounded ones, and references to what these rest on. */
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
    for (uint32_t i = 0; i < b->shown.count; i++) {
        uint32_t activity = b->shown.activities[i];
        bool is_founded = b->is_founded[activity];
        GP_TRY(add_box(b, boxes, activity, is_founded ? GP_PART_FOUNDED : GP_PART_UNFOUNDED));
    }
    for (uint32_t i = 0; i < b->shown.count; i++) {
        uint32_t to = b->shown.activities[i];
        if (b->is_founded[to]) continue;
        for (uint32_t k = network->arc_first[to]; k < network->arc_first[to + 1]; k++) {
            uint32_t from = network->arcs[k].from;
            if (b->box_of[GP_PART_UNFOUNDED][from] == GP_NONE)
                GP_TRY(add_box(b, boxes, from, GP_PART_UNFOUNDED));
        }
    }
    for (int part = 0; part < GP_PARTS; part++) {
        b->model->parts[part].boxes = boxes[part].data;
        b->model->parts[part].box_count = (uint32_t)boxes[part].count;
    }
    b->model->box_count = b->shown.count;
    return GP_OK;
}

static bool fixes_date(const build *b, uint32_t arc)
{
    const gp_arc *a = &b->network->arcs[arc];
    const gp_dates *dates = &b->model->schedule->dates[a->to];
    bool is_driver =
        dates->driver_arc == arc || (b->network->has_start_links && dates->start_arc == arc);
    return is_driver && b->is_on_path[a->from] && b->is_on_path[a->to];
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
    const gp_arc *a = &b->network->arcs[arc];
    gp_path_arrow arrow = {.from = b->box_of[part][a->from],
                           .to = b->box_of[part][a->to],
                           .arc = arc,
                           .is_chain = a->requirement == GP_NONE,
                           .is_option = b->model->schedule->is_spare[arc] != 0,
                           .is_live = a->by != GP_BY_START,
                           .is_critical = fixes_date(b, arc)};
    if (b->is_redundant && b->is_redundant[arc] && !arrow.is_critical && !arrow.is_chain) {
        b->model->left_out_count++;
        return GP_OK;
    }
    if (!gp_push(b->job, &arrows[part], &arrow, 1)) return gp_no_memory(b->job);
    return GP_OK;
}

static void finish_part(gp_path_part *part, gp_array *arrows)
{
    part->arrows = arrows->data;
    if (arrows->count) qsort(part->arrows, arrows->count, sizeof *part->arrows, by_boxes);
    part->arrow_count = merge_arrows(part->arrows, (uint32_t)arrows->count);
    for (uint32_t i = 0; i < part->arrow_count; i++) {
        gp_path_box *from = &part->boxes[part->arrows[i].from];
        from->is_last = false;
        if (!part->arrows[i].is_option) from->is_option = false;
    }
    for (uint32_t i = 0; i < part->box_count; i++)
        if (part->boxes[i].is_last) part->boxes[i].is_option = false;
    for (uint32_t i = 0; i < part->box_count; i++) /* what was not chosen cannot be late */
        if (part->boxes[i].is_option) part->boxes[i].is_critical = false;
}

static gp_status make_arrows(build *b)
{
    const gp_network *network = b->network;
    gp_array *arrows = GP_NEW(b->job, gp_array, GP_PARTS);
    if (!arrows) return gp_no_memory(b->job);
    for (int part = 0; part < GP_PARTS; part++) arrows[part].size = sizeof(gp_path_arrow);
    for (uint32_t i = 0; i < b->shown.count; i++) {
        uint32_t to = b->shown.activities[i];
        gp_part part = b->is_founded[to] ? GP_PART_FOUNDED : GP_PART_UNFOUNDED;
        for (uint32_t k = network->arc_first[to]; k < network->arc_first[to + 1]; k++)
            if (b->is_shown[network->arcs[k].from]) GP_TRY(add_arrow(b, arrows, k, part));
    }
    for (int part = 0; part < GP_PARTS; part++) {
        finish_part(&b->model->parts[part], &arrows[part]);
        b->model->arrow_count += b->model->parts[part].arrow_count;
    }
    return GP_OK;
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
    GP_TRY(choose(&b));
    GP_TRY(find_founded(&b));
    GP_TRY(find_demand(&b));
    GP_TRY(find_path(&b));
    if (!view->all_requirements) {
        gp_reduction reduction;
        GP_TRY(gp_find_redundant(job, b.network, &reduction));
        b.is_redundant = reduction.is_redundant;
    }
    GP_TRY(sort_shown(&b));
    GP_TRY(make_boxes(&b));
    GP_TRY(make_arrows(&b));
    *out = b.model;
    return GP_OK;
}
