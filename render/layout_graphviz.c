/* SPDX-License-Identifier: MIT
 * Positions from Graphviz' dot engine (Gansner, Koutsofios, North and Vo 1993), from sizes
 * that we set: it measures no font and draws nothing. Boxes and arrows go in in the order of
 * their ids, so the picture does not depend on the order of the file; boxes of the last
 * column share one rank; no clusters, no orthogonal or concentrated edges (slow, and
 * different from run to run). */
#include "render/gv_seam.h"
#include "render/layout.h"

typedef struct gv_run {
    gp_job *job;
    gp_layout *layout;
    GVC_t *context;
    Agraph_t *graph;
    Agnode_t **nodes;
    gp_status status;
} gv_run;

/* Tenths of a unit as Graphviz' inches, of 72 units each, in four decimals: "2.3333". */
#define INCHES_SIZE 32
static void format_inches(gp_length length, char out[INCHES_SIZE])
{
    uint64_t value = (uint64_t)length * 10000 / 720;
    char digits[24];
    int count = 0;
    do {
        digits[count++] = (char)('0' + value % 10);
        value /= 10;
    } while (value || count < 5);
    int at = 0;
    while (count > 0) {
        out[at++] = digits[--count];
        if (count == 4) out[at++] = '.';
    }
    out[at] = '\0';
}

static void format_count(uint64_t value, char out[INCHES_SIZE])
{
    char digits[24];
    int count = 0, at = 0;
    do {
        digits[count++] = (char)('0' + value % 10);
        value /= 10;
    } while (value);
    while (count > 0) out[at++] = digits[--count];
    out[at] = '\0';
}

static bool set_defaults(const gv_run *run)
{
    char gap[INCHES_SIZE], row[INCHES_SIZE];
    format_inches(GP_COLUMN_GAP, gap);
    format_inches(GP_ROW_GAP, row);
    const struct {
        int kind;
        const char *name, *value;
    } defaults[] = {
        {AGRAPH, "rankdir", "LR"},
        {AGRAPH, "ranksep", gap},
        {AGRAPH, "nodesep", row},
        {AGRAPH, "splines", "true"},
        {AGRAPH, "rank", ""},
        {AGNODE, "shape", "box"},
        {AGNODE, "fixedsize", "true"},
        {AGNODE, "label", ""},
        {AGEDGE, "tailport", "e"},
        {AGEDGE, "headport", "w"},
        {AGEDGE, "arrowhead", "normal"},
    };
    for (size_t i = 0; i < sizeof defaults / sizeof *defaults; i++)
        if (!gp_gv_default(run->graph, defaults[i].kind, defaults[i].name, defaults[i].value))
            return false;
    /* Large graphs: the optimisers stop earlier, for a third of the time. */
    if (run->layout->box_count <= 500 && run->layout->arrow_count <= 1000) return true;
    return gp_gv_default(run->graph, AGRAPH, "nslimit", "0.2") &&
           gp_gv_default(run->graph, AGRAPH, "mclimit", "0.2");
}

static bool add_boxes(const gv_run *run)
{
    Agsym_t *width = gp_gv_default(run->graph, AGNODE, "width", "1");
    Agsym_t *height = gp_gv_default(run->graph, AGNODE, "height", "1");
    Agraph_t *sinks = gp_gv_subgraph(run->graph, "sinks");
    if (!width || !height || !sinks) return false;
    bool has_sinks = false;
    for (uint32_t i = 0; i < run->layout->box_count; i++) {
        const gp_layout_box *box = &run->layout->boxes[i];
        char text[INCHES_SIZE];
        format_count(i, text);
        Agnode_t *node = run->nodes[i] = gp_gv_node(run->graph, text);
        if (!node) return false;
        format_inches(box->size.x, text);
        gp_gv_set(node, width, text);
        format_inches(box->size.y, text);
        gp_gv_set(node, height, text);
        if (box->is_sink) has_sinks = agsubnode(sinks, node, 1) != NULL;
    }
    Agsym_t *rank = agattr(run->graph, AGRAPH, "rank", NULL);
    if (has_sinks && rank) gp_gv_set(sinks, rank, "max");
    return true;
}

static bool add_arrows(const gv_run *run)
{
    Agsym_t *weight = gp_gv_default(run->graph, AGEDGE, "weight", "1");
    if (!weight) return false;
    for (uint32_t i = 0; i < run->layout->arrow_count; i++) {
        const gp_layout_arrow *arrow = &run->layout->arrows[i];
        char text[INCHES_SIZE];
        Agedge_t *edge = gp_gv_edge(run->graph, run->nodes[arrow->from], run->nodes[arrow->to]);
        if (!edge) return false;
        format_count(arrow->weight, text);
        gp_gv_set(edge, weight, text);
    }
    return true;
}

static gp_length tenths(double value)
{
    return (gp_length)(value < 0 ? value * 10 - 0.5 : value * 10 + 0.5);
}

/* Graphviz counts y upwards. */
static gp_point point_of(const gv_run *run, pointf point)
{
    const boxf box = GD_bb(run->graph);
    return (gp_point){tenths(point.x - box.LL.x), tenths(box.UR.y - point.y)};
}

static void take_boxes(const gv_run *run)
{
    const boxf box = GD_bb(run->graph);
    run->layout->size = (gp_point){tenths(box.UR.x - box.LL.x), tenths(box.UR.y - box.LL.y)};
    for (uint32_t i = 0; i < run->layout->box_count; i++) {
        gp_layout_box *out = &run->layout->boxes[i];
        gp_point centre = point_of(run, ND_coord(run->nodes[i]));
        out->at = (gp_point){centre.x - out->size.x / 2, centre.y - out->size.y / 2};
    }
}

static gp_status take_arrows(const gv_run *run)
{
    for (uint32_t i = 0; i < run->layout->arrow_count; i++) {
        gp_layout_arrow *out = &run->layout->arrows[i];
        Agedge_t *edge = agedge(run->graph, run->nodes[out->from], run->nodes[out->to], NULL, 0);
        const splines *found = edge ? ED_spl(edge) : NULL;
        if (!found || found->size < 1 || !found->list[0].eflag)
            return gp_bug(run->job, "Graphviz left out an arrow");
        const bezier *curve = &found->list[0];
        out->point_count = (uint32_t)curve->size;
        out->points = GP_NEW(run->job, gp_point, out->point_count);
        if (!out->points) return gp_no_memory(run->job);
        for (uint32_t k = 0; k < out->point_count; k++)
            out->points[k] = point_of(run, curve->list[k]);
        out->tip = point_of(run, curve->ep);
    }
    return GP_OK;
}

static bool work(void *state)
{
    gv_run *run = state;
    run->context = gp_gv_context();
    run->graph = run->context ? gp_gv_open("path", NULL) : NULL;
    if (!run->graph || !set_defaults(run) || !add_boxes(run) || !add_arrows(run)) return false;
    if (gvLayout(run->context, run->graph, "dot") != 0) return false;
    take_boxes(run);
    run->status = take_arrows(run);
    gvFreeLayout(run->context, run->graph);
    return true;
}

/* Graphviz ends the program where memory runs out. What it takes at most, measured on chains,
 * stars, layers and ladders: an arrow over several columns becomes a chain of invisible boxes, and
 * no layout of its has longer arrows, by weight, than ours has. */
static gp_status ask_memory(gp_job *job, gp_layout *layout)
{
    const size_t always = (size_t)10 << 20, of_box = 4000, of_arrow = 3000, of_column = 2000;
    size_t bytes = always + of_box * layout->box_count + of_arrow * layout->arrow_count;
    GP_TRY(gp_find_columns(job, layout));
    for (uint32_t i = 0; i < layout->arrow_count; i++) {
        const gp_layout_arrow *arrow = &layout->arrows[i];
        uint32_t from = layout->boxes[arrow->from].column, to = layout->boxes[arrow->to].column;
        if (to > from + 1) bytes += of_column * (to - from - 1) * arrow->weight;
    }
    return gp_ask_memory(job, bytes);
}

gp_status gp_layout_graphviz(gp_job *job, gp_layout *layout)
{
    gv_run run = {.job = job, .layout = layout};
    run.nodes = GP_NEW(job, Agnode_t *, layout->box_count);
    if (!run.nodes) return gp_no_memory(job);
    GP_TRY(ask_memory(job, layout));
    gp_status status = gp_gv_run(job, work, &run);
    if (run.graph) agclose(run.graph);
    if (run.context) gvFreeContext(run.context);
    return status == GP_OK ? run.status : status;
}
