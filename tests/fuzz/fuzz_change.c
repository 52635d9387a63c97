/* SPDX-License-Identifier: MIT
 * Any bytes as changes to a small portfolio: s, r and d begin what --set, --require and --drop are
 * given, all else is a file of changes. A failure has its finding, which stands in the text; and
 * what was read, written and read again is the same. */
#include "groeipad/io.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char base[] =
    "{\"status_date\":\"2026-01-05\",\"planning\":{\"round\":\"1y\",\"from\":\"2026-01-01\"},"
    "\"scenarios\":[{\"id\":\"s\"}],\"measurements\":[{\"dimension\":\"time\",\"on\":\"2026-01-"
    "01\"}],"
    "\"interventions\":[{\"id\":\"i\",\"requires\":[\"a\",{\"any\":[\"b\",{\"id\":\"c\",\"level\":"
    "2}]}]}],"
    "\"capabilities\":[{\"id\":\"a\",\"parent\":\"b\",\"aspects\":{\"skills\":\"2mo\"}},{\"id\":"
    "\"b\","
    "\"levels\":[{\"level\":2,\"requires\":[\"a\"]}]},{\"id\":\"c\",\"x-own\":[1,{\"d\":null}]}],"
    "\"risks\":[{\"id\":\"r\",\"probability\":0.5,\"delay\":\"1mo\",\"affects\":[\"a\",\"b\"]}],"
    "\"correlations\":[{\"ids\":[\"a\",\"b\"],\"coefficient\":0.5}],\"measures\":[{\"id\":\"hire\","
    "\"cost\":3,\"needs\":[\"buy\"]},{\"id\":\"buy\",\"changes\":{\"title\":\"t\"}},{\"id\":"
    "\"wait\","
    "\"excludes\":[\"buy\"]}]}";

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
        gp_finding_message(&findings[i], GP_DUTCH, message, sizeof message);
        need(gp_source_excerpt(job, findings[i].place, 40, &line, &column) == GP_OK);
        need(column <= 40 || !line);
    }
    need((status == GP_OK) == !has_error);
}

static gp_output write_json(gp_job *job, const gp_document *document)
{
    gp_output out;
    need(gp_convert(job, document, NULL, NULL, NULL, &out) == GP_OK);
    return out;
}

static void read_changed(const gp_changes *changes)
{
    gp_job *job = gp_job_new(), *again = gp_job_new();
    const gp_read_options options = {.status_date = GP_NO_DAY, .changes = changes};
    const gp_portfolio *portfolio;
    const gp_document *document;
    gp_status status = gp_read_document_text(job, "p.json", base, sizeof base - 1, &options,
                                             &portfolio, &document);
    check_findings(job, status);
    if (status == GP_OK) {
        gp_output first = write_json(job, document);
        need(gp_read_document_text(again, "p.json", first.text, first.size, NULL, &portfolio,
                                   &document) == GP_OK);
        gp_output second = write_json(again, document);
        need(first.size == second.size && memcmp(first.text, second.text, first.size) == 0);
    }
    gp_job_free(job);
    gp_job_free(again);
}

static void read_file(const uint8_t *data, size_t size)
{
    char path[] = "/tmp/groeipad-fuzz-XXXXXX";
    const char *const files[] = {path};
    int file = mkstemp(path);
    need(file >= 0 && write(file, data, size) == (ssize_t)size && close(file) == 0);
    read_changed(&(gp_changes){.files = files, .file_count = 1});
    unlink(path);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char verbs[] = "srd";
    const char *verb = size ? memchr(verbs, data[0], 3) : NULL;
    if (!verb) {
        read_file(data, size);
        return 0;
    }
    char *text = calloc(1, size);
    need(text != NULL);
    memcpy(text, data + 1, size - 1);
    const gp_change_text change = {.verb = (gp_change_verb)(verb - verbs), .text = text};
    read_changed(&(gp_changes){.texts = &change, .text_count = 1});
    free(text);
    return 0;
}
