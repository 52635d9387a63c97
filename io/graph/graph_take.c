/* SPDX-License-Identifier: MIT
 * Hands over a graph whose types may be taken along by options. A real model of an architecture
 * holds much and yields little without them; so where few requirements come of it, or no
 * intervention, those that would help are looked for and tried, and the best is named. */
#include "io/graph/asked_types.h"
#include "io/graph/graph_survey.h"
#include "io/graph/graph_trial.h"
#include "io/graph/property_names.h"
#include "io/survey.h"

#include <string.h>

#define FEW 10 /* fewer than one in so many of what could be */

/* ---- options as text ---- */

static void add_option(gp_buffer *buffer, const char *name, const char *value)
{
    if (!value) return;
    if (buffer->bytes.count) gp_add_text(buffer, " ");
    gp_add_text(buffer, name);
    gp_add_text(buffer, " ");
    gp_add_shell_word(buffer, value);
}

/* What was asked for, and this too. NULL: memory ran out. */
static const char *with(gp_job *job, const char *asked, const char *more)
{
    gp_buffer *buffer = gp_new_buffer(job);
    const char *text;
    size_t size;
    if (!buffer) return NULL;
    if (asked && *asked) {
        gp_add_text(buffer, asked);
        gp_add_text(buffer, ",");
    }
    gp_add_text(buffer, more);
    return gp_finish_buffer(buffer, &text, &size) == GP_OK ? text : NULL;
}

/* The options of the reading, with what is tried; *text as on a command line. */
static gp_status make_options(const gp_graph_import *import, bool is_archimate, const gp_try *try,
                              gp_read_options *out, const char **text)
{
    gp_job *job = import->job;
    *out = *import->records->options;
    if (try->intervention)
        out->intervention_types = with(job, out->intervention_types, try->intervention);
    if (try->capability) out->capability_types = with(job, out->capability_types, try->capability);
    if (try->relations && is_archimate) out->relation_types = try->relations;
    if (try->relations && !is_archimate)
        out->relation_types = with(job, out->relation_types, try->relations);
    gp_buffer *buffer = gp_new_buffer(job);
    bool has_failed = !buffer || (try->intervention && !out->intervention_types) ||
                      (try->capability && !out->capability_types) ||
                      (try->relations && !out->relation_types);
    if (has_failed) return gp_no_memory(job);
    size_t size;
    add_option(buffer, "--intervention-type", out->intervention_types);
    add_option(buffer, "--capability-type", out->capability_types);
    add_option(buffer, "--relation-type", out->relation_types);
    return gp_finish_buffer(buffer, text, &size);
}

/* ---- what is not used ---- */

static uint32_t count_nodes(const gp_graph *graph, const char *type)
{
    uint32_t count = 0;
    for (uint32_t i = 0; type && i < graph->nodes.count; i++) {
        const gp_graph_node *node = gp_node_at(graph, i);
        count += node->kind == GP_NODE_OTHER && node->type && strcmp(node->type, type) == 0;
    }
    return count;
}

static uint32_t count_edges(const gp_graph *graph, const char *list)
{
    uint32_t count = 0;
    for (uint32_t i = 0; list && i < graph->edges.count; i++) {
        const gp_graph_edge *edge = gp_edge_at(graph, i);
        count += edge->kind == GP_EDGE_OTHER && edge->type && gp_is_in_list(edge->type, list);
    }
    return count;
}

/* What is counted: at most one type of element as either, and a list of relationships. */
#define ITEMS_MAX 16
typedef struct counted {
    const char *type;
    uint32_t count;
} counted;

/* "12 WorkPackages": types of ArchiMate are English words, those of others are who knows what. */
static void add_count(gp_buffer *buffer, bool is_plural, const counted *item)
{
    size_t size = strlen(item->type);
    const char *type = item->type;
    gp_add_number(buffer, item->count);
    gp_add_text(buffer, is_plural ? " " : " x ");
    if (!is_plural || item->count == 1) {
        gp_add_text(buffer, type);
    } else if (size > 2 && type[size - 1] == 'y' && !strchr("aeou", type[size - 2])) {
        gp_add_bytes(buffer, type, size - 1);
        gp_add_text(buffer, "ies");
    } else {
        gp_add_text(buffer, type);
        gp_add_text(buffer, size && strchr("sh", type[size - 1]) ? "es" : "s");
    }
}

static void keep(counted items[ITEMS_MAX], size_t *kept, const char *type, uint32_t count)
{
    if (count && *kept < ITEMS_MAX) items[(*kept)++] = (counted){type, count};
}

static gp_status list_unused(const gp_graph *graph, const gp_try *try, counted items[ITEMS_MAX],
                             size_t *kept)
{
    *kept = 0;
    keep(items, kept, try->intervention, count_nodes(graph, try->intervention));
    keep(items, kept, try->capability, count_nodes(graph, try->capability));
    for (const char *list = try->relations; list && *list;) {
        size_t size = strcspn(list, ",");
        const char *type = gp_copy_text(graph->job, list, size);
        if (!type) return gp_no_memory(graph->job);
        keep(items, kept, type, count_edges(graph, type));
        list += size + (list[size] == ',');
    }
    return GP_OK;
}

static gp_status describe(const gp_graph_import *import, const gp_try *try, bool is_archimate,
                          gp_argument *out)
{
    counted items[ITEMS_MAX];
    size_t count;
    *out = GP_WORDS(NULL, NULL);
    GP_TRY(list_unused(import->graph, try, items, &count));
    for (gp_language language = GP_ENGLISH; language <= GP_DUTCH; language++) {
        gp_buffer *buffer = gp_new_buffer(import->job);
        size_t size;
        if (!buffer) return gp_no_memory(import->job);
        for (size_t i = 0; i < count; i++) {
            const char *and = gp_say(language, " and ", " en ");
            if (i) gp_add_text(buffer, i + 1 < count ? ", " : and);
            add_count(buffer, is_archimate && language == GP_ENGLISH, &items[i]);
        }
        GP_TRY(gp_finish_buffer(buffer, &out->words.in[language], &size));
    }
    return GP_OK;
}

/* "17 interventions and 29 requirements" */
static gp_status describe_yield(gp_job *job, const gp_yield *yield, gp_argument *out)
{
    static const char *const words[2][2][2] = {
        {{" intervention", " interventions"}, {" requirement", " requirements"}},
        {{" interventie", " interventies"}, {" eis", " eisen"}}};
    *out = GP_WORDS(NULL, NULL);
    for (gp_language language = GP_ENGLISH; language <= GP_DUTCH; language++) {
        gp_buffer *buffer = gp_new_buffer(job);
        size_t size;
        if (!buffer) return gp_no_memory(job);
        gp_add_number(buffer, yield->interventions);
        gp_add_text(buffer, words[language][0][yield->interventions != 1]);
        gp_add_text(buffer, gp_say(language, " and ", " en "));
        gp_add_number(buffer, yield->requirements);
        gp_add_text(buffer, words[language][1][yield->requirements != 1]);
        GP_TRY(gp_finish_buffer(buffer, &out->words.in[language], &size));
    }
    return GP_OK;
}

/* ---- which is the best? ---- */

typedef struct made {
    uint32_t interventions, requirements, others; /* others: what is left out */
} made;

static made count_made(const gp_graph *graph)
{
    made all = {0, 0, 0};
    for (uint32_t i = 0; i < graph->nodes.count; i++) {
        all.interventions += gp_node_at(graph, i)->kind == GP_NODE_INTERVENTION;
        all.others += gp_node_at(graph, i)->kind == GP_NODE_OTHER;
    }
    for (uint32_t i = 0; i < graph->edges.count; i++) {
        all.requirements += gp_edge_at(graph, i)->kind == GP_EDGE_REQUIRES;
        all.others += gp_edge_at(graph, i)->kind == GP_EDGE_OTHER;
    }
    return all;
}

/* More than there is: interventions where there were none, and many more requirements. */
static bool is_better(const gp_yield *yield, const made *now)
{
    if (!yield->is_possible || yield->requirements == 0) return false;
    if (now->interventions == 0 && yield->interventions == 0 && now->requirements) return false;
    if (now->requirements == 0 || now->interventions == 0)
        return yield->requirements >= now->requirements;
    return yield->requirements >= now->requirements * FEW;
}

static gp_status say(gp_graph_import *import, bool is_archimate, const gp_try *try,
                     const gp_yield *yield, const char *options)
{
    gp_argument unused, makes;
    GP_TRY(describe(import, try, is_archimate, &unused));
    GP_TRY(describe_yield(import->job, yield, &makes));
    return gp_add_finding(
        import->job,
        &(gp_finding){.code = 129,
                      .place = gp_place_in(import->records->source, import->graph->spot),
                      .arguments = {unused, GP_TEXT(options), makes}});
}

/* Tries the most promising options, and names the first that helps. */
static gp_status hint(gp_graph_import *import, const gp_graph *pristine,
                      const gp_typed_format *format)
{
    gp_try tries[GP_TRIES_MAX];
    size_t count;
    made now = count_made(import->graph);
    bool is_enough = now.interventions && now.requirements * FEW > now.others;
    if (is_enough || now.others == 0) return GP_OK;
    GP_TRY(gp_choose_tries(import, pristine, format->is_archimate, tries, &count));
    for (size_t i = 0; i < count; i++) {
        gp_read_options options;
        gp_yield yield;
        const char *text;
        GP_TRY(make_options(import, format->is_archimate, &tries[i], &options, &text));
        GP_TRY(gp_try_import(import, pristine, format, &options, &yield));
        if (is_better(&yield, &now))
            return say(import, format->is_archimate, &tries[i], &yield, text);
    }
    return GP_OK;
}

/* ---- for a survey: all that help ---- */

/* Was as much proposed already, with fewer words? */
static bool is_proposed(const gp_survey *survey, const gp_yield *yield)
{
    const gp_proposal *all = survey->proposals.data;
    for (size_t i = 0; i < survey->proposals.count; i++)
        if (all[i].interventions == yield->interventions &&
            all[i].capabilities == yield->capabilities &&
            all[i].requirements == yield->requirements)
            return true;
    return false;
}

/* More than now, of requirements or of interventions that have some. */
static bool is_more(const gp_yield *yield, const gp_yield *now)
{
    if (!yield->is_possible || yield->requirements < now->requirements) return false;
    return yield->requirements > now->requirements || yield->interventions > now->interventions;
}

static gp_status propose(gp_graph_import *import, const gp_graph *pristine,
                         const gp_typed_format *format)
{
    gp_try tries[GP_TRIES_MAX];
    size_t count;
    gp_yield now, yield;
    gp_survey *survey = import->records->survey;
    GP_TRY(gp_try_import(import, pristine, format, import->records->options, &now));
    GP_TRY(gp_choose_tries(import, pristine, format->is_archimate, tries, &count));
    for (size_t i = 0; i < count && survey->proposals.count < GP_PROPOSALS_MAX; i++) {
        gp_read_options options;
        gp_proposal new;
        GP_TRY(make_options(import, format->is_archimate, &tries[i], &options, &new.options));
        GP_TRY(gp_try_import(import, pristine, format, &options, &yield));
        if (!is_more(&yield, &now) || is_proposed(survey, &yield)) continue;
        new.file = NULL;
        new.interventions = yield.interventions;
        new.capabilities = yield.capabilities;
        new.requirements = yield.requirements;
        if (!gp_push(import->job, &survey->proposals, &new, 1)) return gp_no_memory(import->job);
    }
    return GP_OK;
}

static gp_status survey_it(gp_graph_import *import, const gp_graph *pristine,
                           const gp_typed_format *format)
{
    import->records->survey->is_graph = false;
    GP_TRY(gp_survey_graph(import, pristine));
    return propose(import, pristine, format);
}

gp_status gp_take_graph(gp_graph_import *import, const gp_typed_format *format)
{
    gp_graph *pristine;
    GP_TRY(gp_copy_graph(import->job, import->graph, &pristine));
    GP_TRY(format->read_meaning(import));
    if (import->records->survey) import->records->survey->is_graph = true;
    GP_TRY(gp_emit_graph(import));
    GP_TRY(import->records->survey ? survey_it(import, pristine, format)
                                   : hint(import, pristine, format));
    gp_release(&pristine->node_of);
    gp_release(&pristine->nodes);
    gp_release(&pristine->edges);
    gp_release(&pristine->properties);
    return GP_OK;
}
