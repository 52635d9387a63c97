/* SPDX-License-Identifier: MIT
 * The table of formats, and what a name says: of a format itself, or of a file. */
#include "io/formats.h"
#include "io/json/json_read.h"

#include <string.h>

/* The first row is what an input is taken for that looks like nothing else. */
static const gp_format_row rows[] = {
    {.facts = {.name = "json", .title = "JSON", .extensions = {"json"}, .is_plain = true},
     .sniff = gp_sniff_json,
     .judge = gp_judge_foreign_json,
     .read = gp_read_json,
     .write = gp_write_portfolio_json},
    {.facts = {.name = "yaml", .title = "YAML", .extensions = {"yaml", "yml"}, .comment = "#"},
     .sniff = gp_sniff_yaml,
     .read = gp_read_yaml,
     .write = gp_write_portfolio_yaml},
    {.facts = {.name = "csv", .title = "CSV", .extensions = {"csv", "tsv"}, .parts = gp_csv_parts},
     .sniff = gp_sniff_csv,
     .read = gp_read_csv,
     .end = gp_emit_sheets,
     .write = gp_write_portfolio_csv},
    {.facts = {.name = "xlsx", .title = "Excel", .extensions = {"xlsx"}},
     .sniff = gp_sniff_xlsx,
     .is_binary = true,
     .read = gp_read_xlsx,
     .write = gp_write_portfolio_xlsx},
    {.facts = {.name = "archimate",
               .title = "ArchiMate",
               .extensions = {"xml", "archimate"},
               .has_view = true},
     .sniff = gp_sniff_archimate,
     .read = gp_read_archimate,
     .end = gp_emit_archi_lists,
     .write = gp_write_archimate},
    {.facts = {.name = "graphml", .title = "GraphML", .extensions = {"graphml"}},
     .sniff = gp_sniff_graphml,
     .read = gp_read_graphml,
     .write = gp_write_graphml},
    {.facts = {.name = "dot", .title = "DOT", .extensions = {"dot", "gv"}},
     .sniff = gp_sniff_dot,
     .read = gp_read_dot,
     .end = gp_end_asked_types, /* of all the formats with types, after those before it */
     .write = gp_write_dot},
    {.facts = {.name = "mermaid", .title = "Mermaid", .extensions = {"mmd", "mermaid"}},
     .write = gp_write_mermaid_gantt},
    {.facts = {.name = "mermaid-flowchart", .title = "Mermaid"},
     .write = gp_write_mermaid_flowchart},
    {.facts = {.name = "plantuml", .title = "PlantUML", .extensions = {"puml", "plantuml"}},
     .write = gp_write_plantuml},
    {.facts = {.name = "icalendar", .title = "iCalendar", .extensions = {"ics"}},
     .write = gp_write_icalendar},
    {.facts = {.name = "mspdi",
               .title = "MS Project",
               .extensions = {"mspdi", "xml"},
               .is_partial = true},
     .sniff = gp_sniff_mspdi,
     .read = gp_read_mspdi,
     .write = gp_write_mspdi},
};
#define ROW_COUNT (sizeof rows / sizeof *rows)

const gp_format_row *gp_format_row_at(size_t index)
{
    return index < ROW_COUNT ? &rows[index] : NULL;
}

const gp_file_format *gp_file_format_at(size_t index)
{
    return index < ROW_COUNT ? &rows[index].facts : NULL;
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
    for (size_t i = 0; i < ROW_COUNT; i++)
        if (is_same(rows[i].facts.name, name)) return &rows[i];
    for (size_t i = 0; i < ROW_COUNT; i++)
        if (is_extension(&rows[i], name)) return &rows[i];
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
    for (size_t i = 0; i < ROW_COUNT; i++)
        if (rows[i].write && gp_has_extension(&rows[i], path)) return &rows[i].facts;
    return NULL;
}

gp_status gp_end_formats(gp_records *records)
{
    for (size_t i = 0; i < ROW_COUNT; i++)
        if (rows[i].end) GP_TRY(rows[i].end(records));
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
