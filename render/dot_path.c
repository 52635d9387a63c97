/* SPDX-License-Identifier: MIT
 * The development path for people who have their own Graphviz pipeline: the boxes and arrows
 * of the picture as a DOT file with labels, shapes and styles, written by libcgraph, which
 * knows how to quote. Node names are the element ids of the picture: no two ids of a
 * portfolio can meet in them, whatever characters they have. Texts are plain: what Graphviz
 * would expand (\N, &amp;, <html>) is escaped, and no attribute comes from the portfolio but
 * labels and tooltips. */
#include "render/gv_ids.h"
#include "render/path_picture.h"

#include <string.h>

typedef struct dot_run {
    gp_path_picture *picture;
    const char *title;
    Agraph_t *graph;
    Agnode_t **nodes;
    Agraph_t **clusters; /* by group */
    gp_gv_ids *ids;
    gp_buffer *scratch;
    gp_status status;
} dot_run;

typedef enum dot_attribute {
    DOT_LABEL,
    DOT_TOOLTIP,
    DOT_URL,
    DOT_ID,
    DOT_CLASS,
    DOT_SHAPE,
    DOT_STYLE,
    DOT_FILL,
    DOT_LINE,
    DOT_WIDTH,
    DOT_NODE_ATTRIBUTES
} dot_attribute;

typedef struct dot_kind {
    const char *shape, *style;
    gp_colour fill, line;
} dot_kind;

static const dot_kind kinds[GP_BOX_KINDS] = {
    [GP_BOX_INTERVENTION] = {"box", "filled,rounded", GP_COLOUR_INTERVENTION,
                             GP_COLOUR_INTERVENTION_LINE},
    [GP_BOX_REQUESTED] = {"box", "filled", GP_COLOUR_REQUESTED, GP_COLOUR_REQUESTED_LINE},
    [GP_BOX_PREREQUISITE] = {"box", "filled,diagonals", GP_COLOUR_PREREQUISITE,
                             GP_COLOUR_PREREQUISITE_LINE},
    [GP_BOX_UNFOUNDED] = {"component", "filled", GP_COLOUR_UNFOUNDED, GP_COLOUR_UNFOUNDED_LINE},
    [GP_BOX_MISSING] = {"box", "filled,dashed", GP_COLOUR_MISSING, GP_COLOUR_MISSING_LINE},
    [GP_BOX_REFERENCE] = {"note", "filled,dotted", GP_COLOUR_PANEL, GP_COLOUR_ARROW},
};

/* Appends text as the label that reads so: entities escaped, backslashes doubled. */
static void add_plain(gp_buffer *buffer, const char *text, size_t size)
{
    for (size_t at = 0; at < size;) {
        const char *stop = memchr(text + at, '\\', size - at);
        size_t length = stop ? (size_t)(stop - text) - at : size - at;
        gp_svg_escape(buffer, text + at, length);
        if (stop) gp_add_text(buffer, "\\\\");
        at += length + (stop ? 1 : 0);
    }
}

/* Sets an attribute to the text that the scratch buffer holds. */
static void set_scratch(dot_run *run, void *object, Agsym_t *attribute)
{
    const char *text;
    size_t size;
    if (run->status == GP_OK) run->status = gp_finish_buffer(run->scratch, &text, &size);
    if (run->status == GP_OK) gp_gv_set(object, attribute, text);
    run->scratch->bytes.count = 0;
}

static void add_colour(const dot_run *run, gp_colour colour)
{
    gp_buffer *buffer = run->scratch;
    gp_scheme scheme = gp_scheme_of(run->picture->model->view->theme);
    uint32_t value = gp_colour_value(colour, scheme);
    gp_add_text(buffer, "#");
    for (int shift = 20; shift >= 0; shift -= 4)
        gp_add_bytes(buffer, &"0123456789abcdef"[value >> shift & 15], 1);
}

static void add_label(gp_buffer *buffer, const gp_box_text *text)
{
    bool is_full = text->detail == GP_DETAIL_FULL;
    if (is_full) gp_add_text(buffer, text->tag);
    for (uint32_t i = 0; i < text->wrapped_count; i++) {
        if (is_full || i) gp_add_text(buffer, "\\n");
        add_plain(buffer, text->wrapped[i].text, text->wrapped[i].size);
        if (text->wrapped[i].is_cut) gp_add_text(buffer, "\xE2\x80\xA6");
    }
    bool is_short = text->detail == GP_DETAIL_SHORT;
    const char *const rest[] = {is_full ? text->lines[0] : NULL, is_full ? text->lines[1] : NULL,
                                is_full    ? text->late
                                : is_short ? text->brief
                                           : NULL};
    for (size_t i = 0; i < sizeof rest / sizeof *rest; i++) {
        if (!rest[i]) continue;
        gp_add_text(buffer, "\\n");
        gp_add_text(buffer, rest[i]);
    }
    if (!text->behind[GP_WAY_LEFT] && !text->behind[GP_WAY_RIGHT]) return;
    gp_add_text(buffer, "\\n");
    if (text->behind[GP_WAY_LEFT]) {
        gp_add_text(buffer, "\xE2\x86\x90 ");
        gp_add_text(buffer, text->behind[GP_WAY_LEFT]);
    }
    if (!text->behind[GP_WAY_RIGHT]) return;
    if (text->behind[GP_WAY_LEFT]) gp_add_text(buffer, " \xC2\xB7 ");
    gp_add_text(buffer, text->behind[GP_WAY_RIGHT]);
    gp_add_text(buffer, " \xE2\x86\x92");
}

static void add_node(dot_run *run, Agsym_t *const *attributes, const gp_path_box *box,
                     const gp_box_text *text, Agnode_t *node)
{
    const dot_kind *kind = &kinds[box->kind];
    gp_buffer *scratch = run->scratch;
    add_label(scratch, text);
    set_scratch(run, node, attributes[DOT_LABEL]);
    add_plain(scratch, text->name, strlen(text->name));
    set_scratch(run, node, attributes[DOT_TOOLTIP]);
    const char *url = gp_activity_url(run->picture->model->schedule->network, box->activity);
    if (url) {
        add_plain(scratch, url, strlen(url));
        set_scratch(run, node, attributes[DOT_URL]);
    }
    gp_gv_set(node, attributes[DOT_ID], box->element_id);
    gp_gv_set(node, attributes[DOT_CLASS], gp_box_class((gp_box_kind)box->kind));
    gp_gv_set(node, attributes[DOT_SHAPE], kind->shape);
    gp_add_text(scratch, kind->style);
    if (box->is_option) gp_add_text(scratch, ",dotted");
    set_scratch(run, node, attributes[DOT_STYLE]);
    add_colour(run, kind->fill);
    set_scratch(run, node, attributes[DOT_FILL]);
    gp_colour line = text->late ? GP_COLOUR_CLASH : box->is_critical ? GP_COLOUR_INK : kind->line;
    add_colour(run, line);
    set_scratch(run, node, attributes[DOT_LINE]);
    gp_gv_set(node, attributes[DOT_WIDTH], box->is_critical ? "3" : "1");
}

static bool add_nodes(dot_run *run, gp_part part)
{
    static const char *const names[DOT_NODE_ATTRIBUTES] = {"label", "tooltip", "URL",   "id",
                                                           "class", "shape",   "style", "fillcolor",
                                                           "color", "penwidth"};
    const gp_path_part *p = &run->picture->model->parts[part];
    Agsym_t *attributes[DOT_NODE_ATTRIBUTES];
    for (int i = 0; i < DOT_NODE_ATTRIBUTES; i++)
        if (!(attributes[i] = gp_gv_default(run->graph, AGNODE, names[i], ""))) return false;
    for (uint32_t i = 0; i < p->box_count; i++) {
        Agnode_t *node = run->nodes[i] = gp_gv_node(run->graph, p->boxes[i].element_id);
        if (!node) return false;
        add_node(run, attributes, &p->boxes[i], &run->picture->texts[part][i], node);
    }
    return true;
}

/* A group is a cluster with its name. */
static bool add_clusters(dot_run *run)
{
    const gp_path_model *model = run->picture->model;
    const gp_path_part *p = &model->parts[GP_PART_FOUNDED];
    Agsym_t *label = gp_gv_default(run->graph, AGRAPH, "label", NULL);
    Agraph_t **clusters = run->clusters;
    for (uint32_t i = 0; label && i < model->groups.count; i++) {
        const gp_path_group *group = &model->groups.groups[i];
        gp_add_text(run->scratch, "cluster_");
        gp_add_text(run->scratch, group->element_id);
        const char *name;
        size_t size;
        run->status = gp_finish_buffer(run->scratch, &name, &size);
        if (run->status != GP_OK) return false;
        clusters[i] = gp_gv_subgraph(run->graph, name);
        run->scratch->bytes.count = 0;
        if (!clusters[i]) return false;
        add_plain(run->scratch, group->name, strlen(group->name));
        set_scratch(run, clusters[i], label);
    }
    for (uint32_t i = 0; model->groups.count && i < p->box_count; i++) {
        uint32_t group = model->groups.of[p->boxes[i].activity];
        if (!agsubnode(clusters[group], run->nodes[i], 1)) return false;
    }
    return true;
}

static bool add_edges(dot_run *run, gp_part part)
{
    Agsym_t *style = gp_gv_default(run->graph, AGEDGE, "style", "");
    Agsym_t *width = gp_gv_default(run->graph, AGEDGE, "penwidth", "1");
    Agsym_t *head = gp_gv_default(run->graph, AGEDGE, "arrowhead", "normal");
    Agsym_t *line = gp_gv_default(run->graph, AGEDGE, "color", "");
    const gp_path_part *p = &run->picture->model->parts[part];
    if (!style || !width || !head || !line) return false;
    for (uint32_t i = 0; i < p->arrow_count; i++) {
        const gp_path_arrow *a = &p->arrows[i];
        Agedge_t *edge = gp_gv_edge(run->graph, run->nodes[a->from], run->nodes[a->to]);
        if (!edge) return false;
        gp_colour colour = a->is_critical ? GP_COLOUR_INK : GP_COLOUR_ARROW;
        add_colour(run, colour);
        if (a->is_chain) { /* two lines side by side */
            gp_add_text(run->scratch, ":");
            add_colour(run, colour);
        }
        set_scratch(run, edge, line);
        if (a->is_option) gp_gv_set(edge, style, "dotted");
        if (a->is_critical) gp_gv_set(edge, width, "3");
        if (a->is_live) gp_gv_set(edge, head, "empty");
    }
    return true;
}

static bool add_sinks(const dot_run *run)
{
    const gp_path_part *p = &run->picture->model->parts[GP_PART_FOUNDED];
    Agsym_t *rank = gp_gv_default(run->graph, AGRAPH, "rank", "");
    Agraph_t *sinks = gp_gv_subgraph(run->graph, "interventions");
    if (!rank || !sinks) return false;
    gp_gv_set(sinks, rank, "max");
    for (uint32_t i = 0; i < p->box_count; i++)
        if (p->boxes[i].is_last && !agsubnode(sinks, run->nodes[i], 1)) return false;
    return true;
}

/* A dark page and light texts, where they are asked for. */
static bool set_ground(dot_run *run)
{
    static const struct {
        int kind;
        const char *name;
        gp_colour colour;
    } grounds[] = {{AGRAPH, "bgcolor", GP_COLOUR_PAGE},
                   {AGRAPH, "fontcolor", GP_COLOUR_INK},
                   {AGNODE, "fontcolor", GP_COLOUR_INK}};
    if (run->picture->model->view->theme != GP_THEME_DARK) return true;
    for (size_t i = 0; i < sizeof grounds / sizeof *grounds; i++) {
        const char *text;
        size_t size;
        add_colour(run, grounds[i].colour);
        run->status = gp_finish_buffer(run->scratch, &text, &size);
        if (run->status != GP_OK ||
            !gp_gv_default(run->graph, grounds[i].kind, grounds[i].name, text))
            return false;
        run->scratch->bytes.count = 0;
    }
    return true;
}

static bool set_page(dot_run *run)
{
    static const struct {
        int kind;
        const char *name, *value;
    } defaults[] = {
        {AGRAPH, "rankdir", "LR"},         {AGRAPH, "labelloc", "t"},
        {AGRAPH, "fontname", "Helvetica"}, {AGNODE, "fontname", "Helvetica"},
        {AGNODE, "fontsize", "11"},        {AGNODE, "margin", "0.15,0.08"},
    };
    for (size_t i = 0; i < sizeof defaults / sizeof *defaults; i++)
        if (!gp_gv_default(run->graph, defaults[i].kind, defaults[i].name, defaults[i].value))
            return false;
    Agsym_t *label = gp_gv_default(run->graph, AGRAPH, "label", "");
    if (!label || !set_ground(run)) return false;
    add_plain(run->scratch, run->title, strlen(run->title));
    set_scratch(run, run->graph, label);
    return true;
}

static int put_text(void *channel, const char *text)
{
    gp_add_text(channel, text);
    return 0;
}

static int put_nothing(void *channel)
{
    (void)channel;
    return 0;
}

static bool work(void *state)
{
    dot_run *run = state;
    run->graph = gp_gv_open("path", &run->ids->discipline);
    bool is_done = run->graph && set_page(run);
    for (int part = 0; part < GP_PARTS && is_done; part++) {
        is_done = add_nodes(run, (gp_part)part) && add_edges(run, (gp_part)part);
        bool has_groups = run->picture->model->groups.count > 0; /* which are no ranks */
        if (part == GP_PART_FOUNDED)
            is_done = is_done && (has_groups ? add_clusters(run) : add_sinks(run));
    }
    is_done = is_done && agwrite(run->graph, run->picture->sheet.buffer) == 0;
    if (run->graph) agclose(run->graph);
    return is_done;
}

/* What libcgraph keeps of it all at most, measured, with each text twice. */
static gp_status ask_memory(gp_job *job, const gp_path_picture *picture)
{
    const size_t always = (size_t)64 << 10, of_box = 3000, of_arrow = 1000;
    const gp_network *network = picture->model->schedule->network;
    size_t bytes = always;
    for (int part = 0; part < GP_PARTS; part++) {
        const gp_path_part *p = &picture->model->parts[part];
        bytes += of_box * p->box_count + of_arrow * p->arrow_count;
        bytes += of_box * picture->model->groups.count;
        for (uint32_t i = 0; i < p->box_count; i++) {
            const char *url = gp_activity_url(network, p->boxes[i].activity);
            bytes += 4 * (strlen(picture->texts[part][i].name) + (url ? strlen(url) : 0));
        }
    }
    return gp_ask_memory(job, bytes);
}

gp_status gp_write_path_dot(gp_job *job, const gp_schedule *schedule, const gp_path_view *view,
                            gp_picture *out)
{
    if (!view) view = &gp_whole_path;
    gp_path_picture picture = {.sheet = {.job = job, .language = view->language}};
    dot_run run = {.picture = &picture, .scratch = gp_new_buffer(job)};
    gp_picture written = {0};
    GP_TRY(gp_model_path(job, schedule, view, &picture.model));
    GP_TRY(gp_word_boxes(&picture));
    GP_TRY(gp_write_title(&picture, &run.title));
    picture.sheet.buffer = gp_new_buffer(job);
    run.nodes =
        GP_NEW(job, Agnode_t *,
               (size_t)picture.model->parts[0].box_count + picture.model->parts[1].box_count);
    run.clusters = GP_NEW(job, Agraph_t *, (size_t)picture.model->groups.count + 1);
    if (!run.nodes || !run.clusters || !run.scratch || !picture.sheet.buffer)
        return gp_no_memory(job);
    Agiodisc_t io = {.putstr = put_text, .flush = put_nothing};
    gp_gv_ids ids;
    GP_TRY(gp_make_gv_ids(job, picture.model->groups.count + 1, &io, &ids)); /* or the last rank */
    run.ids = &ids;
    GP_TRY(ask_memory(job, &picture));
    GP_TRY(gp_gv_run(job, work, &run));
    GP_TRY(run.status);
    GP_TRY(gp_finish_buffer(picture.sheet.buffer, &written.text, &written.size));
    written.box_count = picture.model->box_count;
    written.arrow_count = picture.model->arrow_count;
    written.left_out_count = picture.model->left_out_count;
    *out = written;
    return GP_OK;
}
