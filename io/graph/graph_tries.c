/* SPDX-License-Identifier: MIT
 * Which options are worth a try? The relationships are counted by type and by the types of their
 * ends; from that table the requirements that some options would make are estimated, for each
 * combination of a few types. A word more has to be worth it. */
#include "io/graph/archimate_names.h"
#include "io/graph/asked_types.h"
#include "io/graph/graph_trial.h"
#include "io/graph/property_names.h"

#include <stdlib.h>
#include <string.h>

#define LINKS_MAX 4096 /* kinds of relationships, by their ends: more are not looked at */
#define ELEMENTS_MAX 8 /* types that may become something: the most joined */
#define RELATIONS_MAX 5
#define WORD_COST 15 /* percent more that a word has to bring */

/* Relationships of one type between the same types. Ends are numbers of classes. */
typedef struct joined {
    uint32_t relation, source, target, count;
    bool is_directed;
} joined;

/* A type of elements, or those of one kind of ours. */
typedef struct class
{
    const char *type; /* NULL: ours */
    gp_node_kind kind;
    uint32_t weight; /* relationships at them */
} class;

typedef struct evidence {
    const gp_graph_import *import;
    bool is_archimate;
    gp_names *class_names, *relation_names, *keys;
    gp_array classes;  /* class, by symbol of class_names */
    gp_array links;    /* joined, by symbol of keys */
    uint32_t *weights; /* by relation */
    bool *is_usual;    /* by relation: it counts already */
} evidence;

/* ---- the table ---- */

static uint32_t class_of(evidence *e, uint32_t node)
{
    const gp_graph_node *n = gp_node_at(e->import->graph, node);
    bool is_ours = n->kind != GP_NODE_OTHER;
    const char *name = is_ours ? gp_node_kind_names[n->kind] : n->type ? n->type : "";
    gp_buffer *scratch = e->import->scratch;
    const char *key;
    size_t size;
    scratch->bytes.count = 0;
    gp_add_text(scratch, is_ours ? "=" : "+");
    gp_add_text(scratch, name);
    if (gp_finish_buffer(scratch, &key, &size) != GP_OK) return GP_NONE;
    uint32_t symbol = gp_intern(e->class_names, key, size);
    if (symbol == GP_NONE || symbol < e->classes.count) return symbol;
    class new = {is_ours ? NULL : n->type, (gp_node_kind)n->kind, 0};
    return gp_push(e->import->job, &e->classes, &new, 1) ? symbol : GP_NONE;
}

static gp_status count_link(evidence *e, const gp_graph_edge *edge, uint32_t source,
                            uint32_t target)
{
    gp_job *job = e->import->job;
    joined link = {.source = class_of(e, source), .target = class_of(e, target), .count = 1};
    link.relation = gp_intern(e->relation_names, edge->type, strlen(edge->type));
    if (link.source == GP_NONE || link.target == GP_NONE || link.relation == GP_NONE)
        return gp_no_memory(job);
    link.is_directed = edge->is_directed;
    uint32_t key[4] = {link.relation, link.source, link.target, link.is_directed};
    uint32_t symbol = gp_intern(e->keys, (const char *)key, sizeof key);
    if (symbol == GP_NONE) return gp_no_memory(job);
    if (symbol < e->links.count)
        ((joined *)e->links.data)[symbol].count++;
    else if (symbol == e->links.count && !gp_push(job, &e->links, &link, 1))
        return gp_no_memory(job);
    ((class *)e->classes.data)[link.source].weight++;
    ((class *)e->classes.data)[link.target].weight++;
    return GP_OK;
}

static bool is_usual(const evidence *e, const char *type)
{
    const gp_records *records = e->import->records;
    const char *asked = gp_asked_types(records, GP_ASKED_RELATIONS);
    if (e->is_archimate) return gp_is_asked(type, asked ? asked : "Serving,Realization");
    return gp_is_same_name(type, "requires") || gp_is_asked(type, records->options->relation_types);
}

static gp_status collect(evidence *e, const gp_graph *pristine)
{
    const gp_graph *graph = e->import->graph;
    for (uint32_t i = 0; i < pristine->edges.count && e->links.count < LINKS_MAX; i++) {
        const gp_graph_edge *drawn = gp_edge_at(pristine, i), *edge = gp_edge_at(graph, i);
        if (drawn->kind == GP_EDGE_PARENT) continue; /* what lies in what: no line of the file */
        uint32_t source = gp_find_node(pristine, drawn->from);
        uint32_t target = gp_find_node(pristine, drawn->to);
        if (source == GP_NONE || target == GP_NONE || !edge->type || source == target) continue;
        if (!gp_can_require(edge->type)) continue;
        GP_TRY(count_link(e, edge, source, target));
    }
    uint32_t *weights = e->weights =
        GP_NEW(e->import->job, uint32_t, e->relation_names->texts.count);
    if (!weights) return gp_no_memory(e->import->job);
    const joined *links = e->links.data;
    for (size_t i = 0; i < e->links.count; i++) weights[links[i].relation] += links[i].count;
    e->is_usual = GP_NEW(e->import->job, bool, e->relation_names->texts.count);
    if (!e->is_usual) return gp_no_memory(e->import->job);
    for (uint32_t i = 0; i < e->relation_names->texts.count; i++)
        e->is_usual[i] = is_usual(e, gp_name(e->relation_names, i));
    return GP_OK;
}

/* ---- candidates ---- */

/* Can an option name it? Words stand between commas, and "all" is every type. */
static bool is_sayable(const char *type)
{
    size_t size = strlen(type);
    return size && !strchr(type, ',') && *type != ' ' && type[size - 1] != ' ' &&
           !gp_is_same_name(type, "all");
}

/* What may well be an intervention, or a capability; the rest of ArchiMate are actors, goals, data
 * and the like, which nobody develops. */
static const char likely_interventions[] =
    "WorkPackage,BusinessService,Product,BusinessProcess,ValueStream,Deliverable,"
    "BusinessInteraction,ImplementationEvent";
static const char likely_capabilities[] =
    "Resource,ValueStream,BusinessFunction,BusinessProcess,BusinessService,Product,"
    "ApplicationComponent,ApplicationService,ApplicationFunction,ApplicationProcess,"
    "TechnologyService,TechnologyFunction,SystemSoftware,Node,Device,Deliverable,WorkPackage";

static size_t list_elements(const evidence *e, const char *likely, uint32_t out[ELEMENTS_MAX])
{
    const class *classes = e->classes.data;
    size_t count = 0;
    for (uint32_t i = 0; i < e->classes.count; i++) {
        if (!classes[i].type || (e->is_archimate && !gp_is_in_list(classes[i].type, likely)))
            continue;
        if (!is_sayable(classes[i].type)) continue;
        size_t at = count < ELEMENTS_MAX ? count++ : ELEMENTS_MAX;
        for (; at > 0 && classes[out[at - 1]].weight < classes[i].weight; at--)
            if (at < ELEMENTS_MAX) out[at] = out[at - 1];
        if (at < ELEMENTS_MAX) out[at] = i;
    }
    return count;
}

/* The relationships that count already, first; then others, the most first. */
typedef struct relations {
    uint32_t usual[RELATIONS_MAX], more[RELATIONS_MAX];
    size_t usual_count, more_count;
} relations;

static void list_relations(const evidence *e, relations *out)
{
    *out = (relations){.usual_count = 0};
    for (uint32_t i = 0; i < e->relation_names->texts.count; i++) {
        const char *type = gp_name(e->relation_names, i);
        if (e->is_usual[i]) {
            if (out->usual_count < RELATIONS_MAX) out->usual[out->usual_count++] = i;
            continue;
        }
        if (e->is_archimate ? !gp_find_archimate_relation(type)
                            : strcmp(type, "--") == 0 || !is_sayable(type))
            continue; /* no option takes it */
        size_t at = out->more_count < RELATIONS_MAX ? out->more_count++ : RELATIONS_MAX;
        for (; at > 0 && e->weights[out->more[at - 1]] < e->weights[i]; at--)
            if (at < RELATIONS_MAX) out->more[at] = out->more[at - 1];
        if (at < RELATIONS_MAX) out->more[at] = i;
    }
}

/* ---- estimates ---- */

typedef struct combination {
    uint32_t intervention, capability; /* classes; GP_NONE: no more than there are */
    uint32_t relations[2];             /* more than the usual; GP_NONE: none */
} combination;

static gp_node_kind role_of(const evidence *e, const combination *c, uint32_t class_number)
{
    const class *one = &((const class *)e->classes.data)[class_number];
    if (class_number == c->intervention) return GP_NODE_INTERVENTION;
    if (class_number == c->capability) return GP_NODE_CAPABILITY;
    bool is_one = one->kind == GP_NODE_INTERVENTION || one->kind == GP_NODE_CAPABILITY;
    return is_one ? one->kind : GP_NODE_OTHER;
}

static bool counts(const evidence *e, const combination *c, const joined *link)
{
    const char *type = gp_name(e->relation_names, link->relation);
    gp_node_kind source = role_of(e, c, link->source), target = role_of(e, c, link->target);
    bool is_taken = e->is_usual[link->relation] || link->relation == c->relations[0] ||
                    link->relation == c->relations[1];
    if (!is_taken || source == GP_NODE_OTHER || target == GP_NODE_OTHER) return false;
    gp_node_kind from = target, to = source; /* who requires is drawn as the target */
    if (e->is_archimate && strcmp(type, "Association") == 0) {
        if (!link->is_directed)
            return (source == GP_NODE_INTERVENTION) != (target == GP_NODE_INTERVENTION);
        from = source;
        to = target;
    } else if (e->is_archimate && strcmp(type, "Realization") == 0 &&
               source == GP_NODE_INTERVENTION) {
        return false;
    }
    return from == GP_NODE_INTERVENTION || to == GP_NODE_CAPABILITY;
}

static bool has_interventions(const evidence *e)
{
    const gp_graph *graph = e->import->graph;
    for (uint32_t i = 0; i < graph->nodes.count; i++)
        if (gp_node_at(graph, i)->kind == GP_NODE_INTERVENTION) return true;
    return false;
}

static uint32_t score_of(const evidence *e, const combination *c, bool has_some)
{
    uint64_t requirements = 0, words;
    const joined *links = e->links.data;
    for (size_t i = 0; i < e->links.count; i++)
        if (counts(e, c, &links[i])) requirements += links[i].count;
    words = 0u + (c->intervention != GP_NONE) + (c->capability != GP_NONE) +
            (c->relations[0] != GP_NONE) + (c->relations[1] != GP_NONE);
    uint64_t score = requirements * 1000 * 100 / (100 + words * WORD_COST);
    if (!has_some && c->intervention == GP_NONE) score /= 3;
    const class *classes = e->classes.data;
    bool is_plan = e->is_archimate && c->intervention != GP_NONE &&
                   strcmp(classes[c->intervention].type, "WorkPackage") == 0;
    if (is_plan) score = score * 3 / 2; /* that is what somebody plans */
    return score > UINT32_MAX ? UINT32_MAX : (uint32_t)score;
}

/* ---- from the best combinations to options ---- */

/* Are there relationships of this type that would count? */
static bool brings(const evidence *e, const combination *c, uint32_t relation)
{
    const joined *links = e->links.data;
    for (size_t i = 0; i < e->links.count; i++)
        if (links[i].relation == relation && counts(e, c, &links[i])) return true;
    return false;
}

static gp_status join_relations(const evidence *e, const combination *c, const relations *all,
                                const char **out)
{
    gp_buffer *buffer = gp_new_buffer(e->import->job);
    size_t size;
    if (!buffer) return gp_no_memory(e->import->job);
    *out = NULL;
    if (c->relations[0] == GP_NONE) return GP_OK;
    for (size_t i = 0; i < all->usual_count; i++) {
        if (!e->is_archimate || !brings(e, c, all->usual[i])) continue;
        gp_add_text(buffer, gp_name(e->relation_names, all->usual[i]));
        gp_add_text(buffer, ",");
    }
    gp_add_text(buffer, gp_name(e->relation_names, c->relations[0]));
    if (c->relations[1] != GP_NONE) {
        gp_add_text(buffer, ",");
        gp_add_text(buffer, gp_name(e->relation_names, c->relations[1]));
    }
    return gp_finish_buffer(buffer, out, &size);
}

typedef struct ranked {
    combination what;
    uint32_t score;
} ranked;

static void rank(ranked best[GP_TRIES_MAX], size_t *count, const combination *c, uint32_t score)
{
    if (score == 0 || (*count == GP_TRIES_MAX && best[GP_TRIES_MAX - 1].score >= score)) return;
    size_t at = *count < GP_TRIES_MAX ? (*count)++ : GP_TRIES_MAX - 1;
    for (; at > 0 && best[at - 1].score < score; at--) best[at] = best[at - 1];
    best[at] = (ranked){*c, score};
}

/* All pairs of further relationships, single ones, and none. */
static void rank_relations(const evidence *e, const relations *all, combination *c, bool has_some,
                           ranked best[GP_TRIES_MAX], size_t *count)
{
    for (size_t i = 0; i <= all->more_count; i++)
        for (size_t k = i; k <= all->more_count; k++) {
            if (i == k && i < all->more_count) continue; /* (i, none) stands at k = more_count */
            c->relations[0] = i < all->more_count ? all->more[i] : GP_NONE;
            c->relations[1] = k < all->more_count ? all->more[k] : GP_NONE;
            bool is_something = c->intervention != GP_NONE || c->capability != GP_NONE ||
                                c->relations[0] != GP_NONE;
            if (is_something) rank(best, count, c, score_of(e, c, has_some));
        }
}

static gp_status start(const gp_graph_import *import, bool is_archimate, evidence *e)
{
    gp_job *job = import->job;
    *e = (evidence){.import = import, .is_archimate = is_archimate};
    e->class_names = gp_new_names(job);
    e->relation_names = gp_new_names(job);
    e->keys = gp_new_names(job);
    e->classes.size = sizeof(class);
    e->links.size = sizeof(joined);
    bool is_there = e->class_names && e->relation_names && e->keys;
    return is_there ? GP_OK : gp_no_memory(job);
}

gp_status gp_choose_tries(const gp_graph_import *import, const gp_graph *pristine,
                          bool is_archimate, gp_try tries[GP_TRIES_MAX], size_t *count)
{
    evidence *e = GP_NEW(import->job, evidence, 1);
    ranked best[GP_TRIES_MAX];
    relations all;
    uint32_t interventions[ELEMENTS_MAX], capabilities[ELEMENTS_MAX];
    if (!e) return gp_no_memory(import->job);
    *count = 0;
    GP_TRY(start(import, is_archimate, e));
    GP_TRY(collect(e, pristine));
    size_t is = list_elements(e, likely_interventions, interventions);
    size_t cs = list_elements(e, likely_capabilities, capabilities);
    list_relations(e, &all);
    bool has_some = has_interventions(e);
    for (size_t i = 0; i <= is; i++)
        for (size_t k = 0; k <= cs; k++) {
            combination c = {i < is ? interventions[i] : GP_NONE,
                             k < cs ? capabilities[k] : GP_NONE,
                             {GP_NONE, GP_NONE}};
            if (c.intervention == c.capability && c.intervention != GP_NONE) continue;
            rank_relations(e, &all, &c, has_some, best, count);
        }
    const class *classes = e->classes.data;
    for (size_t i = 0; i < *count; i++) {
        const combination *c = &best[i].what;
        tries[i].intervention = c->intervention == GP_NONE ? NULL : classes[c->intervention].type;
        tries[i].capability = c->capability == GP_NONE ? NULL : classes[c->capability].type;
        tries[i].score = best[i].score;
        GP_TRY(join_relations(e, c, &all, &tries[i].relations));
    }
    return GP_OK;
}
