/* SPDX-License-Identifier: MIT
 * Late binding: names of properties by their references. */
#include "io/graph/graph_definitions.h"

#include <string.h>

gp_status gp_new_definitions(gp_job *job, gp_definitions **out)
{
    gp_definitions *definitions = GP_NEW(job, gp_definitions, 1);
    if (!definitions) return gp_no_memory(job);
    definitions->job = job;
    definitions->names.size = sizeof(const char *);
    definitions->ids = gp_new_names(job);
    if (!definitions->ids) return gp_no_memory(job);
    *out = definitions;
    return GP_OK;
}

gp_status gp_define(gp_definitions *definitions, const char *id, uint32_t *out)
{
    *out = gp_intern(definitions->ids, id, strlen(id));
    if (*out == GP_NONE) return gp_no_memory(definitions->job);
    while (definitions->names.count <= *out)
        if (!gp_push(definitions->job, &definitions->names, NULL, 1))
            return gp_no_memory(definitions->job);
    return GP_OK;
}

const char **gp_definition_name(gp_definitions *definitions, uint32_t number)
{
    return (const char **)definitions->names.data + number;
}

static gp_status bind(gp_definitions *definitions, gp_graph_import *import, gp_properties *list,
                      const char *kept)
{
    gp_graph *graph = import->graph;
    for (uint32_t i = list->first; i != GP_NONE;) {
        gp_property *p = gp_property_at(graph, i);
        uint32_t number;
        i = p->next;
        if (strncmp(p->name, "x-", 2) == 0 || strcmp(p->name, kept) == 0) continue;
        GP_TRY(gp_define(definitions, p->name, &number));
        const char *name = *gp_definition_name(definitions, number);
        if (name) {
            p->name = name;
            continue;
        }
        GP_TRY(gp_leave_out(
            import, GP_WORDS("properties", "eigenschappen"), p->name,
            GP_WORDS("nothing in the file defines them", "niets in het bestand beschrijft ze"),
            p->spot));
        gp_drop_property(graph, list, p);
    }
    return GP_OK;
}

gp_status gp_bind_definitions(gp_definitions *definitions, gp_graph_import *import,
                              const char *kept)
{
    gp_graph *graph = import->graph;
    GP_TRY(bind(definitions, import, &graph->settings, kept));
    for (uint32_t i = 0; i < graph->nodes.count; i++)
        GP_TRY(bind(definitions, import, &gp_node_at(graph, i)->properties, kept));
    for (uint32_t i = 0; i < graph->edges.count; i++)
        GP_TRY(bind(definitions, import, &gp_edge_at(graph, i)->properties, kept));
    return GP_OK;
}
