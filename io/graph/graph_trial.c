/* SPDX-License-Identifier: MIT
 * Makes an import once more with other options, in a job of its own. Reading the meaning of a graph
 * changes it, so a copy of its arrays is made; the texts are shared. */
#include "io/graph/graph_trial.h"

#include "groeipad/plan.h"

#include <string.h>

static gp_status copy_array(gp_job *job, const gp_array *from, gp_array *to)
{
    *to = (gp_array){.size = from->size};
    if (from->count && !gp_push(job, to, from->data, from->count)) return gp_no_memory(job);
    return GP_OK;
}

gp_status gp_copy_graph(gp_job *job, const gp_graph *graph, gp_graph **out)
{
    gp_graph *copy = GP_NEW(job, gp_graph, 1);
    if (!copy) return gp_no_memory(job);
    *copy = *graph;
    copy->job = job;
    GP_TRY(copy_array(job, &graph->node_of, &copy->node_of));
    GP_TRY(copy_array(job, &graph->nodes, &copy->nodes));
    GP_TRY(copy_array(job, &graph->edges, &copy->edges));
    GP_TRY(copy_array(job, &graph->properties, &copy->properties));
    *out = copy;
    return GP_OK;
}

static gp_status make(gp_job *job, const gp_graph_import *import, const gp_graph *pristine,
                      const gp_typed_format *format, const gp_read_options *options, gp_yield *out)
{
    gp_records *records;
    gp_graph_import *again;
    const gp_portfolio *portfolio;
    const gp_network *network;
    GP_TRY(gp_start_records(job, options, &records));
    records->source = import->records->source;
    GP_TRY(gp_start_import(records, &again));
    again->source = import->source;
    GP_TRY(gp_copy_graph(job, pristine, &again->graph));
    GP_TRY(format->read_meaning(again));
    GP_TRY(gp_emit_graph(again));
    GP_TRY(gp_finish_records(records, &portfolio));
    out->interventions = portfolio->intervention_count;
    out->capabilities = portfolio->capability_count;
    out->requirements = portfolio->requirement_count;
    GP_TRY(gp_build_network(job, portfolio, &network));
    out->is_possible = true;
    return GP_OK;
}

gp_status gp_try_import(const gp_graph_import *import, const gp_graph *pristine,
                        const gp_typed_format *format, const gp_read_options *options,
                        gp_yield *out)
{
    gp_job *job = gp_job_new();
    gp_read_options all = *options;
    if (all.status_date == GP_NO_DAY) all.status_date = 0; /* no date of it is looked at */
    all.is_strict = false;
    *out = (gp_yield){0};
    gp_status status = job ? make(job, import, pristine, format, &all, out) : GP_NO_MEMORY;
    gp_job_free(job);
    return status == GP_NO_MEMORY ? gp_no_memory(import->job) : GP_OK;
}
