/* SPDX-License-Identifier: MIT
 * The law of statuses and findings, and the way there and back, for any bytes. */
#include "tests/fuzz/check_document.h"
#include "groeipad/io.h"

#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

static void need(bool holds)
{
    if (!holds) abort();
}

/* Places inside the text, and messages in both languages. True: one of them is an error. */
static bool check_findings(gp_job *job)
{
    uint32_t count;
    bool has_error = false;
    const gp_finding *findings = gp_findings(job, &count);
    for (uint32_t i = 0; i < count; i++) {
        char message[512];
        const char *line;
        size_t column;
        has_error = has_error || findings[i].severity == GP_ERROR;
        if (findings[i].code == 805) continue; /* it is no text */
        need(findings[i].place.line > 0 && findings[i].place.column > 0);
        gp_finding_message(&findings[i], GP_DUTCH, message, sizeof message);
        gp_finding_message(&findings[i], GP_ENGLISH, message, sizeof message);
        need(gp_source_excerpt(job, findings[i].place, 40, &line, &column) == GP_OK && line);
        need(column <= 40);
    }
    return has_error;
}

typedef struct reading {
    const gp_portfolio *portfolio;
    const gp_document *document;
} reading;

static bool read_text(gp_job *job, const char *name, const char *text, size_t size, reading *out)
{
    gp_status status =
        gp_read_document_text(job, name, text, size, NULL, &out->portfolio, &out->document);
    bool has_error = check_findings(job);
    need(status == GP_OK || status == GP_INVALID);
    need((status == GP_OK) == !has_error);
    return status == GP_OK;
}

/* Written as a format; *is_whole: nothing was lost. */
static gp_output write_as(gp_job *job, const reading *in, const char *format, bool *is_whole)
{
    const gp_convert_options options = {.format = format};
    gp_output out;
    uint32_t before, after;
    gp_findings(job, &before);
    need(gp_convert(job, in->document, in->portfolio, NULL, &options, &out) == GP_OK);
    gp_findings(job, &after);
    *is_whole = before == after;
    return out;
}

/* The order of keys does not count; where a key is there twice the texts must be equal. */
static bool is_same(gp_output a, gp_output b)
{
    if (a.size == b.size && memcmp(a.text, b.text, a.size) == 0) return true;
    cJSON *left = cJSON_ParseWithLength(a.text, a.size);
    cJSON *right = cJSON_ParseWithLength(b.text, b.size);
    bool is_equal = cJSON_Compare(left, right, true);
    cJSON_Delete(left);
    cJSON_Delete(right);
    return is_equal;
}

void check_document(const char *name, const char *format, const char *text, size_t size)
{
    reading first = {0}, again = {0};
    bool is_whole, is_json_whole;
    gp_job *job = gp_job_new(), *other = gp_job_new();
    if (read_text(job, name, text, size, &first)) {
        gp_output json = write_as(job, &first, "json", &is_json_whole);
        gp_output written = write_as(job, &first, format, &is_whole);
        need(is_json_whole);
        if (is_whole) {
            need(read_text(other, name, written.text, written.size, &again));
            gp_output same = write_as(other, &again, "json", &is_json_whole);
            need(is_same(json, same));
        }
    }
    gp_job_free(job);
    gp_job_free(other);
}
