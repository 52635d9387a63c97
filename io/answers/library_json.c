/* SPDX-License-Identifier: MIT
 * The JSON document of `library`. */
#include "io/answers/answers.h"
#include "io/answers/fit_words.h"
#include "io/answers/json_parts.h"
#include "io/answers/record_keys.h"

static void add_terms(gp_json *json, const char *key, const gp_terms *terms, const uint32_t *list,
                      uint32_t count)
{
    gp_json_open_list(json, key);
    for (uint32_t i = 0; i < count; i++) gp_json_text(json, terms->terms[list[i]].id);
    gp_json_close(json, ']');
}

static void add_needs(gp_json *json, const gp_portfolio *portfolio, const gp_library_entry *entry)
{
    gp_json_open_list(json, "needs");
    for (uint32_t i = 0; i < entry->need_count; i++) {
        const gp_library_need *need = &entry->needs[i];
        gp_json_open(json, '{');
        gp_json_add_text(json, "id", portfolio->ids[need->symbol]);
        gp_json_add_level(json, need->level);
        gp_json_add_days(json, "any", need->group ? need->group : GP_NO_DAYS);
        gp_json_add_text(json, "available", gp_readiness_key(need->readiness));
        gp_json_add_day(json, "from", need->from);
        gp_json_add_truth(json, "ready", need->is_ready);
        gp_json_close(json, '}');
    }
    gp_json_close(json, ']');
}

static void add_entry(gp_json *json, const gp_portfolio *portfolio, const gp_library_entry *entry)
{
    const gp_intervention *intervention = &portfolio->interventions[entry->intervention];
    gp_json_line(json);
    gp_json_open(json, '{');
    gp_json_add_text(json, "id", portfolio->ids[intervention->symbol]);
    gp_json_add_text(json, "name", intervention->name);
    gp_json_add_text(json, "decided_by", gp_decided_by_key(intervention->decided_by));
    add_terms(json, "segments", &portfolio->segments, intervention->segments,
              intervention->segment_count);
    add_terms(json, "situations", &portfolio->situations, intervention->situations,
              intervention->situation_count);
    gp_json_open_list(json, "serves");
    for (uint32_t i = 0; i < intervention->address_count; i++) {
        const gp_addressed *addressed = &intervention->addresses[i];
        gp_json_open(json, '{');
        gp_json_add_text(json, "dimension",
                         gp_term_key(&portfolio->dimensions, addressed->dimension));
        gp_json_add_text(json, "direction", gp_direction_key(addressed->direction));
        gp_json_close(json, '}');
    }
    gp_json_close(json, ']');
    gp_json_add_text(json, "available", gp_readiness_key(entry->readiness));
    gp_json_add_day(json, "from", entry->from);
    gp_json_add_truth(json, "ready", entry->is_ready);
    add_needs(json, portfolio, entry);
    gp_json_add_record_keys(json, portfolio, intervention->symbol);
    gp_json_close(json, '}');
}

gp_status gp_json_library(gp_job *job, const gp_portfolio *portfolio, const gp_library *library,
                          const gp_write_options *options, gp_output *out)
{
    gp_json *json = gp_json_document(job, "library", portfolio);
    if (!json) return gp_no_memory(job);
    gp_json_add_text(json, "segment", gp_term_key(&portfolio->segments, library->question.segment));
    gp_json_add_text(json, "situation",
                     gp_term_key(&portfolio->situations, library->question.situation));
    gp_json_add_day(json, "date", library->question.date);
    gp_json_line(json);
    gp_json_open_list(json, "interventions");
    for (uint32_t i = 0; i < library->count; i++) add_entry(json, portfolio, &library->entries[i]);
    gp_json_close(json, ']');
    return gp_json_finish(job, json, options->language, out);
}
