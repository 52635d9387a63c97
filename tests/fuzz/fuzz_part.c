/* SPDX-License-Identifier: MIT
 * Any bytes as a part of a run: refused with a finding, or what is in it can be added up and
 * answered. Half of the inputs get the first line and a right checksum, so that the rest is read.
 */
#include "core/job.h"
#include "groeipad/parts.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void need(bool holds)
{
    if (!holds) abort();
}

static char *make_whole(gp_job *job, const uint8_t *data, size_t *size)
{
    static const char magic[] = "groeipad part 1\n";
    const size_t version = strlen(gp_version()), head = sizeof magic + version;
    char *bytes = GP_NEW(job, char, head + *size + 8);
    uint64_t sum = 14695981039346656037u;
    need(bytes != NULL);
    memcpy(bytes, magic, sizeof magic - 1);
    bytes[sizeof magic - 1] = (char)version;
    memcpy(bytes + sizeof magic, gp_version(), version);
    if (*size) memcpy(bytes + head, data, *size);
    *size += head;
    for (size_t i = 0; i < *size; i++) sum = (sum ^ (unsigned char)bytes[i]) * 1099511628211u;
    for (int i = 0; i < 8; i++) bytes[(*size)++] = (char)(unsigned char)(sum >> 8 * i);
    return bytes;
}

static void need_failed(gp_job *job, gp_status status)
{
    uint32_t count;
    const gp_finding *findings = gp_findings(job, &count);
    need(status == GP_INVALID && count > 0 && findings[count - 1].severity == GP_ERROR);
}

/* What was read is drawn from a portfolio, whatever it is. */
static void add_up(gp_job *job, const gp_run_part *part)
{
    const gp_portfolio *portfolio;
    const gp_network *network;
    const gp_schedule *schedule;
    const gp_schedule_options planning = {.float_mode = part->origin.float_mode};
    gp_risk_sums *sums;
    gp_risk_answer answer;
    if (gp_read_version(job, &part->origin.files, &part->origin.reading, &portfolio, NULL) !=
            GP_OK ||
        gp_build_network(job, portfolio, &network) != GP_OK ||
        gp_schedule_network(job, network, &planning, &schedule) != GP_OK)
        return;
    gp_status status = gp_add_parts(job, schedule, part, 1, &sums);
    if (status == GP_OK)
        need(gp_answer_risk(job, schedule, sums, &answer) == GP_OK);
    else
        need_failed(job, status);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    gp_job *job = gp_job_new();
    gp_run_part part;
    const char *bytes = (const char *)data;
    if (size && data[0] % 2) {
        size--;
        bytes = make_whole(job, data + 1, &size);
    }
    gp_status status = gp_read_part(job, "fuzz", bytes, size, &part);
    if (status == GP_OK)
        add_up(job, &part);
    else
        need_failed(job, status);
    gp_job_free(job);
    return 0;
}
