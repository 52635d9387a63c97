/* SPDX-License-Identifier: MIT
 * Any bytes as a portfolio, through to every answer and the picture: no crash, the law of
 * statuses and findings, every place inside the text. What our walk takes as JSON, cJSON takes
 * too, and the trees are equal. */
#include "groeipad/io.h"
#include "groeipad/render.h"
#include "io/json/json_tree.h"

#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void need(bool holds)
{
    if (!holds) abort();
}

#define CJSON_NUMBER_MAX 63 /* characters; we take longer ones */

static bool has_long_number(const gp_json_scan *scan)
{
    for (size_t i = 0; i < scan->values.count; i++) {
        const gp_json_token *token = &scan->values.tokens[i];
        bool is_number = token->first == '-' || (token->first >= '0' && token->first <= '9');
        if (is_number && token->text.size > CJSON_NUMBER_MAX) return true;
    }
    return false;
}

/* The value at the start of a window, as our walk and as cJSON see it. */
static void compare_trees(char *window, size_t size)
{
    gp_json_nodes nodes = {0};
    gp_json_scan scan = {.position = {.at = window, .line = 1, .bias = 1},
                         .window = window,
                         .end = window + size,
                         .is_last = true};
    bool is_value = gp_scan_blank(&scan) && gp_scan_value(&scan) == GP_SCANNED;
    if (is_value && !has_long_number(&scan)) {
        size_t taken = (size_t)(scan.position.at - window);
        cJSON *theirs = cJSON_ParseWithLength(window, taken);
        need(theirs != NULL);
        char *their_text = cJSON_PrintUnformatted(theirs);
        char *our_text = cJSON_PrintUnformatted(gp_make_tree(&nodes, &scan, window));
        need(strcmp(our_text, their_text) == 0);
        cJSON_free(our_text);
        cJSON_free(their_text);
        cJSON_Delete(theirs);
    }
    gp_free_nodes(&nodes);
    gp_free_tokens(&scan);
}

/* Markup that a name or an id could have brought in. */
static void need_harmless(const char *svg)
{
    need(strncmp(svg, "<svg", 4) == 0);
    need(strstr(svg, "<script") == NULL);
}

static void draw(gp_job *job, const gp_schedule *schedule)
{
    gp_picture picture;
    gp_path_view view = {.intervention = GP_NONE, .language = GP_DUTCH};
    need(gp_draw_path(job, schedule, &view, &picture) == GP_OK);
    need_harmless(picture.text);
    view.all_requirements = true;
    need(gp_write_path_dot(job, schedule, &view, &picture) == GP_OK);
}

/* All that can be asked of it. A cycle is the one thing that may stop it here. */
static void answer(gp_job *job, const gp_portfolio *portfolio)
{
    const gp_network *network;
    const gp_schedule *schedule;
    gp_write_options options = {.language = GP_DUTCH};
    gp_clashes clashes;
    gp_gaps gaps;
    gp_output out;
    gp_status status = gp_build_network(job, portfolio, &network);
    need(status == GP_OK || status == GP_INVALID);
    if (status != GP_OK) return;
    need(gp_schedule_network(job, network, NULL, &schedule) == GP_OK);
    need(gp_check(job, schedule) == GP_OK);
    gp_sort_findings(job);
    need(gp_find_clashes(job, schedule, &(gp_clash_options){.helped = 2}, &clashes) == GP_OK);
    need(gp_find_gaps(job, network, NULL, &gaps) == GP_OK);
    for (int format = GP_FORMAT_TEXT; format <= GP_FORMAT_CSV; format++) {
        options.format = (gp_format)format;
        need(gp_write_plan(job, schedule, &options, &out) == GP_OK);
        need(gp_write_clashes(job, schedule, &clashes, &options, &out) == GP_OK);
        need(gp_write_gaps(job, portfolio, &gaps, &options, &out) == GP_OK);
    }
    draw(job, schedule);
}

static void read_portfolio(const char *text, size_t size)
{
    gp_job *job = gp_job_new();
    const gp_portfolio *portfolio = NULL;
    uint32_t count;
    bool has_error = false;
    gp_status status = gp_read_text(job, "fuzz.json", text, size, NULL, &portfolio);
    const gp_finding *findings = gp_findings(job, &count);
    for (uint32_t i = 0; i < count; i++) {
        char message[512];
        const char *line;
        size_t column;
        has_error = has_error || findings[i].severity == GP_ERROR;
        if (findings[i].code == 805) continue; /* it is no text */
        need(findings[i].place.line > 0 && findings[i].place.column > 0);
        gp_finding_message(&findings[i], GP_DUTCH, message, sizeof message);
        need(gp_source_excerpt(job, findings[i].place, 40, &line, &column) == GP_OK && line);
        need(column <= 40);
    }
    need((status == GP_OK) == !has_error);
    need((status == GP_OK) == (portfolio != NULL));
    if (status == GP_OK) answer(job, portfolio);
    gp_job_free(job);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *window = calloc(1, size + GP_JSON_PADDING);
    if (!window) return 0;
    if (size) memcpy(window, data, size);
    bool is_json = gp_judge_json(window, size, true) == GP_SCANNED;
    if (is_json) compare_trees(window, size);
    free(window);
    read_portfolio((const char *)data, size);
    return 0;
}
