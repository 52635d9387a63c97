/* SPDX-License-Identifier: MIT
 * Judges the words of the options against what there is, and keeps the lists that the readers look
 * types up in. The list of words stands in the records until all inputs were read. */
#include "io/graph/asked_types.h"
#include "io/formats.h"
#include "io/graph/archimate_names.h"
#include "io/graph/property_names.h"

#include <string.h>

#define CANDIDATES_MAX 256 /* a suggestion is searched among so many */

typedef struct word {
    gp_asked_kind kind;
    const char *text;
    bool is_known;
    gp_argument problem; /* of what is known and cannot be; or of what is not known */
    const char *nearest;
} word;

struct gp_asked_words {
    gp_array words; /* word */
    const char *lists[GP_ASKED_KINDS];
    bool is_judged;    /* an input had types */
    bool is_archimate; /* one of them was ArchiMate */
};

static const char *const option_names[GP_ASKED_KINDS] = {"intervention-type", "capability-type",
                                                         "relation-type"};

#define NO_ELEMENT GP_WORDS("ArchiMate has no such element", "zo'n element kent ArchiMate niet")
#define REQUIRING "Serving, Realization, Triggering, Flow, Assignment, Association"
#define NO_RELATION                                                                                \
    GP_WORDS("ArchiMate has no such relationship; requirements can be: " REQUIRING,                \
             "zo'n relatie kent ArchiMate niet; een eis kan zijn: " REQUIRING)
#define IS_ELEMENT                                                                                 \
    GP_WORDS("that is an element; elements are taken with --capability-type",                      \
             "dat is een element; elementen gaan mee met --capability-type")
#define IS_RELATION                                                                                \
    GP_WORDS("that is a relationship; those are taken with --relation-type",                       \
             "dat is een relatie; die gaan mee met --relation-type")
#define NOT_IN_FILE GP_WORDS("no such type in the file", "dat type staat niet in het bestand")

/* Relationships of ArchiMate that do not say that one thing has to be there before another. */
#define NEVER(name, english, dutch)                                                                \
    {                                                                                              \
        name, GP_WORDS_ROW(english ", not what has to be there first",                             \
                           dutch ", niet wat er eerst moet zijn")                                  \
    }
static const struct {
    const char *name;
    gp_argument why;
} structural[] = {
    NEVER("Aggregation", "it says that a whole has parts", "die zegt dat een geheel delen heeft"),
    NEVER("Composition", "it says that a whole has parts", "die zegt dat een geheel delen heeft"),
    NEVER("Specialization", "it says that one is a kind of the other",
          "die zegt dat het ene een soort van het andere is"),
    NEVER("Access", "it says who reads or writes which data",
          "die zegt wie welke gegevens leest of schrijft"),
    NEVER("Influence", "it says what makes a goal nearer or farther",
          "die zegt wat een doel dichterbij brengt of verder weg"),
};

static gp_argument why_never(const char *type)
{
    for (size_t i = 0; i < sizeof structural / sizeof *structural; i++)
        if (strcmp(structural[i].name, type) == 0) return structural[i].why;
    return GP_NO_ARGUMENT;
}

bool gp_can_require(const char *type)
{
    return why_never(type).kind == GP_ARGUMENT_NONE;
}

/* ---- the words of an option ---- */

static const char *list_of(const gp_read_options *options, gp_asked_kind kind)
{
    if (kind == GP_ASKED_INTERVENTIONS) return options->intervention_types;
    if (kind == GP_ASKED_CAPABILITIES) return options->capability_types;
    return options->relation_types;
}

static const char *name_of_today(gp_asked_kind kind, const char *text)
{
    const gp_archimate_name *found = kind == GP_ASKED_RELATIONS ? gp_find_archimate_relation(text)
                                                                : gp_find_archimate_element(text);
    return found ? found->name : text;
}

/* Adds the words of a list, and writes the list with the names of today. */
static gp_status split(gp_job *job, struct gp_asked_words *asked, gp_asked_kind kind,
                       const char *list)
{
    gp_buffer *now = gp_new_buffer(job);
    if (!now) return gp_no_memory(job);
    while (*list) {
        list += strspn(list, ", ");
        size_t size = strcspn(list, ","), next = size;
        while (size && list[size - 1] == ' ') size--;
        if (size) {
            word new = {.kind = kind, .text = gp_copy_text(job, list, size)};
            if (!new.text || !gp_push(job, &asked->words, &new, 1)) return gp_no_memory(job);
            if (now->bytes.count) gp_add_text(now, ",");
            gp_add_text(now, name_of_today(kind, new.text));
        }
        list += next;
    }
    size_t size;
    return gp_finish_buffer(now, &asked->lists[kind], &size);
}

static gp_status start(gp_records *records)
{
    if (records->asked) return GP_OK;
    struct gp_asked_words *asked = records->asked = GP_NEW(records->job, struct gp_asked_words, 1);
    if (!asked) return gp_no_memory(records->job);
    asked->words.size = sizeof(word);
    for (gp_asked_kind kind = 0; kind < GP_ASKED_KINDS; kind++) {
        const char *list = list_of(records->options, kind);
        if (list) GP_TRY(split(records->job, asked, kind, list));
    }
    return GP_OK;
}

const char *gp_asked_types(const gp_records *records, gp_asked_kind kind)
{
    return records->asked ? records->asked->lists[kind] : NULL;
}

bool gp_is_asked(const char *type, const char *list)
{
    return list && type && (gp_is_in_list("all", list) || gp_is_in_list(type, list));
}

/* ---- judging ---- */

static const char *nearest_name(const word *w)
{
    const char *candidates[CANDIDATES_MAX];
    size_t kept = 0;
    bool is_relation = w->kind == GP_ASKED_RELATIONS;
    const gp_archimate_name *names = is_relation ? gp_archimate_relations : gp_archimate_elements;
    size_t count = is_relation ? gp_archimate_relation_count : gp_archimate_element_count;
    for (size_t i = 0; i < count && kept < CANDIDATES_MAX; i++)
        if (!is_relation || gp_can_require(names[i].name)) candidates[kept++] = names[i].name;
    return gp_nearest_text(w->text, candidates, kept);
}

static void judge_archimate_word(word *w)
{
    bool is_relation = w->kind == GP_ASKED_RELATIONS;
    const gp_archimate_name *element = gp_find_archimate_element(w->text);
    const gp_archimate_name *relation = gp_find_archimate_relation(w->text);
    w->is_known = is_relation ? relation != NULL : element != NULL;
    if (gp_is_same_name(w->text, "all")) {
        w->is_known = true;
    } else if (w->is_known) {
        w->problem = is_relation ? why_never(relation->name) : GP_NO_ARGUMENT;
    } else if (element || relation) {
        w->is_known = true;
        w->problem = is_relation ? IS_ELEMENT : IS_RELATION;
    } else {
        w->problem = is_relation ? NO_RELATION : NO_ELEMENT;
        w->nearest = nearest_name(w);
    }
}

gp_status gp_judge_archimate_types(gp_records *records)
{
    GP_TRY(start(records));
    struct gp_asked_words *asked = records->asked;
    word *words = asked->words.data;
    asked->is_judged = asked->is_archimate = true;
    for (size_t i = 0; i < asked->words.count; i++) judge_archimate_word(&words[i]);
    return GP_OK;
}

/* The types that a graph has, each once. */
static gp_status list_types(const gp_graph_import *import, bool are_edges, gp_names **out)
{
    const gp_graph *graph = import->graph;
    gp_names *types = gp_new_names(import->job);
    size_t count = are_edges ? graph->edges.count : graph->nodes.count;
    if (!types) return gp_no_memory(import->job);
    for (uint32_t i = 0; i < count; i++) {
        const char *type = are_edges ? gp_edge_at(graph, i)->type : gp_node_at(graph, i)->type;
        if (type && gp_intern(types, type, strlen(type)) == GP_NONE)
            return gp_no_memory(import->job);
    }
    *out = types;
    return GP_OK;
}

static bool is_ours(const word *w)
{
    if (gp_is_same_name(w->text, "all")) return true;
    for (int kind = 1; kind < GP_NODE_KINDS; kind++)
        if (w->kind != GP_ASKED_RELATIONS && gp_is_same_name(w->text, gp_node_kind_names[kind]))
            return true;
    for (int kind = 1; kind < GP_EDGE_KINDS; kind++)
        if (w->kind == GP_ASKED_RELATIONS && gp_is_same_name(w->text, gp_edge_kind_names[kind]))
            return true;
    return false;
}

static void judge_word(word *w, const gp_names *types)
{
    const char *candidates[CANDIDATES_MAX];
    size_t kept = 0;
    if (w->is_known || is_ours(w)) {
        w->is_known = true;
        return;
    }
    for (uint32_t i = 0; i < types->texts.count; i++) {
        if (gp_is_same_name(w->text, gp_name(types, i))) w->is_known = true;
        if (kept < CANDIDATES_MAX) candidates[kept++] = gp_name(types, i);
    }
    if (w->is_known || w->nearest) return;
    if (w->problem.kind == GP_ARGUMENT_NONE) w->problem = NOT_IN_FILE;
    w->nearest = gp_nearest_text(w->text, candidates, kept);
}

gp_status gp_judge_types(gp_graph_import *import)
{
    gp_names *nodes, *edges;
    GP_TRY(start(import->records));
    struct gp_asked_words *asked = import->records->asked;
    word *words = asked->words.data;
    asked->is_judged = true;
    if (!asked->words.count) return GP_OK;
    GP_TRY(list_types(import, false, &nodes));
    GP_TRY(list_types(import, true, &edges));
    for (size_t i = 0; i < asked->words.count; i++)
        judge_word(&words[i], words[i].kind == GP_ASKED_RELATIONS ? edges : nodes);
    return GP_OK;
}

/* ---- what is wrong ---- */

gp_status gp_refuse_option(gp_job *job, const char *option, const char *text, gp_argument problem,
                           const char *nearest)
{
    const char *shown = gp_copy_cut(job, text);
    const char *suggestion = nearest ? gp_copy_text(job, nearest, strlen(nearest)) : NULL;
    if (!shown || (nearest && !suggestion)) return gp_no_memory(job);
    return gp_fail(job, GP_WRONG_OPTION,
                   &(gp_finding){.code = 806,
                                 .arguments = {GP_TEXT(option), GP_TEXT(shown), problem},
                                 .suggestion = suggestion});
}

/* A word is wrong where it cannot be what it is asked for, or where no input knew it. */
gp_status gp_end_asked_types(gp_records *records)
{
    const struct gp_asked_words *asked = records->asked;
    if (!asked || !asked->is_judged) return GP_OK;
    const word *words = asked->words.data;
    for (size_t i = 0; i < asked->words.count; i++) {
        const word *w = &words[i];
        if (w->problem.kind == GP_ARGUMENT_NONE || (w->is_known && !asked->is_archimate)) continue;
        return gp_refuse_option(records->job, option_names[w->kind], w->text, w->problem,
                                w->nearest);
    }
    return GP_OK;
}

/* ---- names of properties ---- */

static const gp_record_kind *const kinds[] = {&gp_capability_kind, &gp_intervention_kind,
                                              &gp_measurement_kind, &gp_requirement_kind,
                                              &gp_top_kind};
#define KINDS (sizeof kinds / sizeof *kinds)

static const char *nearest_key(const char *text)
{
    const char *keys[KINDS * 32];
    size_t count = 0;
    for (size_t i = 0; i < KINDS; i++)
        for (size_t k = 0; k < kinds[i]->count; k++) keys[count++] = kinds[i]->keys[k].name;
    return gp_nearest_text(text, keys, count);
}

static bool is_key(const char *path, size_t size)
{
    static const char *const others[] = {"direction"}; /* of what an intervention addresses */
    if (size > 2 && strncmp(path, "x-", 2) == 0) return true;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (strlen(others[i]) == size && strncmp(others[i], path, size) == 0) return true;
    for (size_t i = 0; i < KINDS; i++)
        for (size_t k = 0; k < kinds[i]->count; k++) {
            const char *name = kinds[i]->keys[k].name;
            if (strlen(name) == size && strncmp(name, path, size) == 0) return true;
        }
    return false;
}

gp_status gp_judge_property_names(gp_records *records)
{
    const char *at = records->options->property_names;
    while (at && *at) {
        size_t size = strcspn(at, ","), equals = strcspn(at, "="), part = strcspn(at, ".=,");
        const char *text = gp_copy_text(records->job, at, equals < size ? equals : size);
        if (!text) return gp_no_memory(records->job);
        if (size && equals >= size)
            return gp_refuse_option(records->job, "property", text,
                                    GP_WORDS("expected KEY=NAME", "verwacht: SLEUTEL=NAAM"), NULL);
        if (size && !is_key(at, part))
            return gp_refuse_option(records->job, "property", text,
                                    GP_WORDS("no record of a portfolio has that key",
                                             "geen record van een portfolio heeft die sleutel"),
                                    nearest_key(text));
        at += size + (at[size] == ',');
    }
    return GP_OK;
}
