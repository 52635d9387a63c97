/* SPDX-License-Identifier: MIT
 * Any bytes as an MS Project plan, through to its dates and out again in both directions: no crash,
 * the law of statuses and findings, every place inside the text. */
#include "groeipad/io.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void need(bool holds)
{
    if (!holds) abort();
}

static void write_again(gp_job *job, const gp_document *document, const gp_portfolio *portfolio)
{
    static const char *const formats[] = {"json", "mspdi"};
    const gp_network *network;
    const gp_schedule *schedule = NULL;
    gp_status status = gp_build_network(job, portfolio, &network);
    need(status == GP_OK || status == GP_INVALID); /* a cycle */
    if (status == GP_OK) {
        need(gp_schedule_network(job, network, NULL, &schedule) == GP_OK);
        need(gp_check(job, schedule) == GP_OK);
    }
    for (size_t i = 0; i < 2; i++) {
        const gp_convert_options options = {.format = formats[i]};
        gp_output out;
        need(gp_convert(job, document, portfolio, schedule, &options, &out) == GP_OK);
        need(out.text[out.size] == '\0');
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    gp_job *job = gp_job_new();
    const gp_read_options options = {.status_date = GP_NO_DAY, .format = "mspdi"};
    const gp_portfolio *portfolio = NULL;
    const gp_document *document = NULL;
    uint32_t count;
    bool has_error = false;
    gp_status status = gp_read_document_text(job, "fuzz.xml", (const char *)data, size, &options,
                                             &portfolio, &document);
    const gp_finding *findings = gp_findings(job, &count);
    for (uint32_t i = 0; i < count; i++) {
        const char *line;
        size_t column;
        has_error = has_error || findings[i].severity == GP_ERROR;
        if (findings[i].place.line)
            need(gp_source_excerpt(job, findings[i].place, 40, &line, &column) == GP_OK && line);
    }
    need((status == GP_OK) == !has_error);
    if (status == GP_OK) write_again(job, document, portfolio);
    gp_job_free(job);
    return 0;
}
