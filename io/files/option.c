/* SPDX-License-Identifier: MIT
 * All texts of an option are one source: the second --set is its second line. */
#include "io/files/option.h"
#include "io/files/input.h"
#include "io/files/source.h"

#include <errno.h>
#include <string.h>

/* The source of an option, made where there is none. */
static gp_status need_option(gp_job *job, const char *option, uint32_t *out)
{
    uint32_t count = gp_source_count(job);
    for (uint32_t i = 0; i < count; i++) {
        *out = i;
        if (gp_is_option(job, i) && strcmp(gp_source_name(job, i), option) == 0) return GP_OK;
    }
    *out = gp_add_source(job, option);
    if (*out == GP_NONE && count == GP_SOURCES_MAX) return gp_report_file(job, 801, option, E2BIG);
    if (*out == GP_NONE) return gp_no_memory(job);
    gp_mark_option(job, *out);
    return GP_OK;
}

gp_status gp_add_option_line(gp_job *job, const char *option, const char *text, gp_place *out)
{
    uint32_t source, line = 1;
    size_t size = strlen(text);
    gp_array *bytes;
    GP_TRY(need_option(job, option, &source));
    GP_TRY(gp_keep_source(job, source, &bytes));
    char *to = gp_push(job, bytes, NULL, size + 1);
    if (!to) return gp_no_memory(job);
    for (size_t i = 0; i < size; i++) to[i] = text[i] == '\n' || text[i] == '\r' ? ' ' : text[i];
    to[size] = '\n';
    for (const char *byte = bytes->data; byte < to; byte++) line += *byte == '\n';
    *out = gp_place_at(source, line, 1);
    return GP_OK;
}
