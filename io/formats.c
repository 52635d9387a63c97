/* SPDX-License-Identifier: MIT
 * What a name says of the table of formats (io/format_rows.c): of a format itself, or of a file. */
#include "io/formats.h"

#include <string.h>

const gp_file_format *gp_file_format_at(size_t index)
{
    const gp_format_row *row = gp_format_row_at(index);
    return row ? &row->facts : NULL;
}

/* ---- by name ---- */

static char to_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

/* Is the text the known one, in upper or lower case? */
static bool is_same(const char *known, const char *text)
{
    while (*known && to_lower(*text) == *known) text++, known++;
    return !*known && !*text;
}

static bool is_extension(const gp_format_row *row, const char *text)
{
    for (size_t i = 0; i < GP_EXTENSIONS_MAX && row->facts.extensions[i]; i++)
        if (is_same(row->facts.extensions[i], text)) return true;
    return false;
}

bool gp_has_extension(const gp_format_row *row, const char *name)
{
    const char *slash = strrchr(name, '/');
    const char *dot = strrchr(slash ? slash + 1 : name, '.');
    return dot && is_extension(row, dot + 1);
}

bool gp_is_called(const gp_format_row *row, const char *name)
{
    return is_same(row->facts.name, name) || is_extension(row, name);
}

const gp_format_row *gp_find_format_row(const char *name)
{
    const gp_format_row *row;
    for (size_t i = 0; (row = gp_format_row_at(i)); i++)
        if (is_same(row->facts.name, name)) return row;
    for (size_t i = 0; (row = gp_format_row_at(i)); i++)
        if (is_extension(row, name)) return row;
    return NULL;
}

const gp_file_format *gp_find_file_format(const char *name)
{
    const gp_format_row *row = gp_find_format_row(name);
    return row ? &row->facts : NULL;
}

bool gp_is_folder_part(const char *path)
{
    const gp_file_format *format = gp_file_format_of(path);
    return format && gp_is_read(format);
}

bool gp_is_read(const gp_file_format *format)
{
    return gp_find_format_row(format->name)->read != NULL;
}

bool gp_is_written(const gp_file_format *format)
{
    return gp_find_format_row(format->name)->write != NULL;
}

const gp_file_format *gp_file_format_of(const char *path)
{
    const gp_format_row *row;
    for (size_t i = 0; (row = gp_format_row_at(i)); i++)
        if (row->write && gp_has_extension(row, path)) return &row->facts;
    return NULL;
}

gp_status gp_end_formats(gp_records *records)
{
    const gp_format_row *row;
    for (size_t i = 0; (row = gp_format_row_at(i)); i++)
        if (row->end) GP_TRY(row->end(records));
    return GP_OK;
}

/* ---- out ---- */

gp_status gp_convert(gp_job *job, const gp_document *document, const gp_portfolio *portfolio,
                     const gp_schedule *schedule, const gp_convert_options *options, gp_output *out)
{
    static const gp_convert_options defaults = {0};
    if (!options) options = &defaults;
    const gp_format_row *row = gp_find_format_row(options->format ? options->format : "json");
    if (!row || !row->write) return gp_bug(job, "gp_convert: no such format");
    const gp_conversion conversion = {.job = job,
                                      .document = document,
                                      .portfolio = portfolio,
                                      .schedule = schedule,
                                      .options = options,
                                      .format = &row->facts};
    return row->write(&conversion, out);
}
