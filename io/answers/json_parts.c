/* SPDX-License-Identifier: MIT
 * How do all JSON documents open and close, and how is a step, a path or a finding written?
 * docs/output.md is the contract: keys are added, never renamed, and unknown is null. */
#include "io/answers/json_parts.h"
#include "io/answers/steps.h"
#include "io/answers/words.h"

gp_json *gp_json_document(gp_job *job, const char *command, const gp_portfolio *portfolio)
{
    gp_json *json = GP_NEW(job, gp_json, 1);
    if (!json || !(json->buffer = gp_new_buffer(job))) return NULL;
    bool has_title = portfolio && portfolio->title[0];
    gp_json_open(json, '{');
    gp_json_add_number(json, "groeipad", 1);
    gp_json_add_text(json, "command", command);
    gp_json_add_text(json, "title", has_title ? portfolio->title : NULL);
    gp_json_add_day(json, "status_date", portfolio ? portfolio->status_date : GP_NO_DAY);
    if (portfolio && portfolio->scenario != GP_NONE)
        gp_json_add_text(json, "scenario", portfolio->scenarios.terms[portfolio->scenario].id);
    return json;
}

void gp_json_add_level(gp_json *json, uint8_t level)
{
    gp_json_key(json, "level");
    if (level)
        gp_json_number(json, level);
    else
        gp_json_null(json);
}

void gp_json_step(gp_json *json, const gp_network *network, uint32_t activity)
{
    if (activity == GP_NONE) {
        gp_json_null(json);
        return;
    }
    /* Plans have millions of steps: what follows the id is put there in one go. */
    static const char *const levels[GP_LEVEL_MAX + 1] = {",\"level\":null}", ",\"level\":1}",
                                                         ",\"level\":2}",    ",\"level\":3}",
                                                         ",\"level\":4}",    ",\"level\":5}"};
    bool is_next = json->needs_comma;
    gp_add_bytes(json->buffer, is_next ? ",{\"id\":" : "{\"id\":", is_next ? 7 : 6);
    json->needs_comma = false;
    gp_json_text(json, gp_activity_id(network, activity));
    gp_add_text(json->buffer, levels[gp_step_level(network, activity)]);
    json->needs_comma = true;
}

void gp_json_open_list(gp_json *json, const char *key)
{
    gp_json_key(json, key);
    gp_json_open(json, '[');
}

void gp_json_add_steps(gp_json *json, const char *key, const gp_network *network,
                       const uint32_t *activities, uint32_t count)
{
    gp_json_key(json, key);
    gp_json_open(json, '[');
    for (uint32_t i = 0; i < count; i++) gp_json_step(json, network, activities[i]);
    gp_json_close(json, ']');
}

void gp_json_add_elapsed(gp_json *json, const gp_elapsed *elapsed)
{
    gp_json_key(json, "elapsed");
    gp_json_open(json, '{');
    gp_json_add_day(json, "from", elapsed->from);
    gp_json_add_day(json, "to", elapsed->to);
    gp_json_add_number(json, "work", elapsed->work);
    gp_json_add_number(json, "round_wait", elapsed->round_wait);
    gp_json_add_number(json, "cycle_wait", elapsed->cycle_wait);
    gp_json_add_number(json, "lag", elapsed->lag);
    gp_json_add_number(json, "release_wait", elapsed->release_wait);
    gp_json_close(json, '}');
}

static void add_place(gp_job *job, gp_json *json, gp_place place)
{
    static const char *const keys[] = {"file", "line", "column"};
    place = gp_shown_place(job, place);
    if (place.line) {
        gp_json_add_text(json, keys[0], gp_source_name(job, place.source));
        gp_json_add_number(json, keys[1], place.line);
        gp_json_add_number(json, keys[2], place.column);
        return;
    }
    for (size_t i = 0; i < 3; i++) {
        gp_json_key(json, keys[i]);
        gp_json_null(json);
    }
}

/* Only what is in a spreadsheet has these keys. */
static void add_cell(gp_json *json, const gp_cell_place *cell)
{
    char name[GP_CELL_NAME_SIZE];
    if (cell->row == 0) return;
    gp_format_cell(cell, name);
    gp_json_add_text(json, "cell", name);
    gp_json_add_text(json, "heading", cell->heading);
    if (cell->sheet) gp_json_add_text(json, "sheet", cell->sheet);
}

static void add_argument(gp_json *json, const gp_argument *argument, gp_language language)
{
    switch (argument->kind) {
    case GP_ARGUMENT_TEXT: gp_json_text(json, argument->text); return;
    case GP_ARGUMENT_WORDS: gp_json_text(json, argument->words.in[language]); return;
    case GP_ARGUMENT_NUMBER: gp_json_number(json, argument->number); return;
    case GP_ARGUMENT_DAY: gp_json_day(json, argument->day); return;
    case GP_ARGUMENT_NONE: break;
    }
    gp_json_null(json);
}

static void add_data(gp_json *json, const gp_finding *finding, gp_language language)
{
    const gp_rule *rule = gp_find_rule(finding->code);
    gp_json_key(json, "data");
    gp_json_open(json, '{');
    for (size_t i = 0; rule && i < GP_ARGUMENTS_MAX && rule->arguments[i]; i++) {
        gp_json_key(json, rule->arguments[i]);
        add_argument(json, &finding->arguments[i], language);
    }
    gp_json_close(json, '}');
}

/* The further places of a finding, such as each edge of a cycle. */
static void add_related(gp_job *job, gp_json *json, const gp_finding *finding)
{
    if (finding->related_count == 0) return;
    gp_json_key(json, "related");
    gp_json_open(json, '[');
    for (uint32_t i = 0; i < finding->related_count; i++) {
        gp_json_open(json, '{');
        gp_json_add_text(json, "from", finding->related[i].from);
        gp_json_add_text(json, "to", finding->related[i].to);
        add_place(job, json, finding->related[i].place);
        gp_json_close(json, '}');
    }
    gp_json_close(json, ']');
}

static gp_status add_finding(gp_job *job, gp_json *json, const gp_finding *finding,
                             gp_language language)
{
    char code[GP_CODE_SIZE];
    const char *message = NULL, *hint = NULL;
    gp_format_code(finding->code, code);
    GP_TRY(gp_message_text(job, finding, language, &message));
    GP_TRY(gp_hint_text(job, finding, language, &hint));
    gp_json_line(json);
    gp_json_open(json, '{');
    gp_json_add_text(json, "code", code);
    gp_json_add_text(json, "severity", gp_severity_key(finding->severity));
    gp_json_add_text(json, "message", message ? message : "");
    gp_json_add_text(json, "id", finding->subject);
    add_place(job, json, finding->place);
    add_cell(json, &finding->cell);
    gp_json_add_text(json, "hint", hint);
    add_data(json, finding, language);
    add_related(job, json, finding);
    gp_json_close(json, '}');
    return GP_OK;
}

gp_status gp_json_finish(gp_job *job, gp_json *json, gp_language language, gp_output *out)
{
    uint32_t count;
    const gp_finding *findings = gp_findings(job, &count);
    gp_json_line(json);
    gp_json_key(json, "findings");
    gp_json_open(json, '[');
    for (uint32_t i = 0; i < count; i++) GP_TRY(add_finding(job, json, &findings[i], language));
    gp_json_close(json, ']');
    gp_json_close(json, '}');
    gp_add_bytes(json->buffer, "\n", 1);
    return gp_finish_buffer(json->buffer, &out->text, &out->size);
}

void gp_json_add_after(gp_json *json, const gp_network *network, const gp_path *path)
{
    gp_json_key(json, "critical_path_after");
    if (path->after_steps == 0) {
        gp_json_null(json);
        return;
    }
    gp_json_open(json, '{');
    gp_json_add_text(json, "intervention", gp_activity_id(network, path->after));
    gp_json_add_number(json, "steps", path->after_steps);
    gp_json_close(json, '}');
}
