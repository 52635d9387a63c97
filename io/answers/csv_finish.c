/* SPDX-License-Identifier: MIT
 * Answers are written with commas between their cells; a spreadsheet in Dutch expects semicolons.
 * So the text is gone through once more when it is whole. */
#include "io/answers/csv_finish.h"

#include <string.h>

char gp_csv_separator(const gp_write_options *options)
{
    if (options->separator) return options->separator;
    return options->language == GP_DUTCH ? ';' : ',';
}

/* The end of the cell at `at`: what is between quotes is within it. */
static const char *end_of_cell(const char *at, const char *end)
{
    bool is_quoted = false;
    for (; at < end && (is_quoted || !strchr(",\r\n", *at)); at++)
        if (*at == '"') is_quoted = !is_quoted;
    return at;
}

static void add_cell(gp_buffer *to, const char *cell, size_t size, char separator)
{
    bool is_quoted = size > 1 && *cell == '"';
    if (is_quoted && !memchr(cell + 1, '"', size - 2) && !memchr(cell, separator, size) &&
        !memchr(cell, '\n', size) && !memchr(cell, '\r', size)) {
        gp_add_bytes(to, cell + 1, size - 2); /* it had quotes for the sake of a comma */
        return;
    }
    bool needs_quotes = *cell != '"' && memchr(cell, separator, size);
    if (needs_quotes) gp_add_text(to, "\"");
    gp_add_bytes(to, cell, size);
    if (needs_quotes) gp_add_text(to, "\"");
}

gp_status gp_finish_csv(gp_job *job, const gp_write_options *options, gp_status status,
                        gp_output *out)
{
    char separator = gp_csv_separator(options);
    if (status != GP_OK || options->format != GP_FORMAT_CSV) return status;
    if (separator == ',' && options->language != GP_DUTCH) return status;
    gp_buffer *to = gp_new_buffer(job);
    if (!to) return gp_no_memory(job);
    if (options->language == GP_DUTCH) gp_add_text(to, "\xEF\xBB\xBF");
    const char *at = out->text, *end = out->text + out->size;
    while (at < end) {
        const char *stop = end_of_cell(at, end);
        add_cell(to, at, (size_t)(stop - at), separator);
        if (stop < end) gp_add_bytes(to, *stop == ',' ? &separator : stop, 1);
        at = stop < end ? stop + 1 : end;
    }
    return gp_finish_buffer(to, &out->text, &out->size);
}
