/* SPDX-License-Identifier: MIT
 * Any bytes as a portfolio in some format: no crash, the law of statuses and findings, every place
 * inside the text; and what was read is written again, in that format and in JSON. */
#ifndef GP_FUZZ_FORMAT_H
#define GP_FUZZ_FORMAT_H

#include "groeipad/io.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void need(bool holds)
{
    if (!holds) abort();
}

static void check_findings(gp_job *job, gp_status status)
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
        need(gp_source_excerpt(job, findings[i].place, 40, &line, &column) == GP_OK && line);
    }
    need((status == GP_OK) == !has_error);
}

static int fuzz_format(const char *format, const uint8_t *data, size_t size)
{
    const gp_read_options reading = {
        .status_date = 20458, .format = format, .capability_types = "all"};
    const char *const formats[] = {format, "json"};
    gp_job *job = gp_job_new();
    const gp_portfolio *portfolio;
    const gp_document *document;
    gp_status status = gp_read_document_text(job, "fuzz", (const char *)data, size, &reading,
                                             &portfolio, &document);
    check_findings(job, status);
    for (int i = 0; i < 2 && status == GP_OK; i++) {
        gp_output out;
        const gp_convert_options options = {.format = formats[i]};
        need(gp_convert(job, document, portfolio, NULL, &options, &out) == GP_OK);
    }
    gp_job_free(job);
    return 0;
}

#endif
