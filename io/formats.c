/* SPDX-License-Identifier: MIT
 * Which format is a file in? Its name says so, or the user, or else its first characters. */
#include "io/formats.h"
#include "io/json/json_read.h"

#include <errno.h>
#include <string.h>

/* The first row is what an input is taken for that looks like nothing else. */
static const gp_format_row rows[] = {
    {.facts = {.name = "json", .title = "JSON", .extensions = {"json"}},
     .sniff = gp_sniff_json,
     .read = gp_read_json,
     .write = gp_write_portfolio_json},
    {.facts = {.name = "yaml", .title = "YAML", .extensions = {"yaml", "yml"}},
     .sniff = gp_sniff_yaml,
     .read = gp_read_yaml,
     .write = gp_write_portfolio_yaml},
    {.facts = {.name = "csv", .title = "CSV", .extensions = {"csv", "tsv"}, .parts = gp_csv_parts},
     .sniff = gp_sniff_csv,
     .read = gp_read_csv,
     .end = gp_emit_sheets,
     .write = gp_write_portfolio_csv},
    {.facts = {.name = "archimate",
               .title = "ArchiMate",
               .extensions = {"xml", "archimate"},
               .has_view = true},
     .sniff = gp_sniff_archimate,
     .read = gp_read_archimate,
     .write = gp_write_archimate},
    {.facts = {.name = "graphml", .title = "GraphML", .extensions = {"graphml"}},
     .sniff = gp_sniff_graphml,
     .read = gp_read_graphml,
     .write = gp_write_graphml},
    {.facts = {.name = "dot", .title = "DOT", .extensions = {"dot", "gv"}},
     .sniff = gp_sniff_dot,
     .read = gp_read_dot,
     .write = gp_write_dot},
    {.facts = {.name = "mermaid", .title = "Mermaid", .extensions = {"mmd", "mermaid"}},
     .write = gp_write_mermaid_gantt},
    {.facts = {.name = "mermaid-flowchart", .title = "Mermaid"},
     .write = gp_write_mermaid_flowchart},
    {.facts = {.name = "plantuml", .title = "PlantUML", .extensions = {"puml", "plantuml"}},
     .write = gp_write_plantuml},
    {.facts = {.name = "icalendar", .title = "iCalendar", .extensions = {"ics"}},
     .write = gp_write_icalendar},
    {.facts = {.name = "mspdi", .title = "MS Project", .extensions = {"mspdi", "xml"}},
     .sniff = gp_sniff_mspdi,
     .read = gp_read_mspdi,
     .write = gp_write_mspdi},
};
#define ROW_COUNT (sizeof rows / sizeof *rows)

const gp_file_format *gp_file_format_at(size_t index)
{
    return index < ROW_COUNT ? &rows[index].facts : NULL;
}

const gp_format_row *gp_find_format_row(const char *name)
{
    for (size_t i = 0; i < ROW_COUNT; i++)
        if (strcmp(rows[i].facts.name, name) == 0) return &rows[i];
    return NULL;
}

const gp_file_format *gp_find_file_format(const char *name)
{
    const gp_format_row *row = gp_find_format_row(name);
    return row ? &row->facts : NULL;
}

bool gp_is_read(const gp_file_format *format)
{
    return gp_find_format_row(format->name)->read != NULL;
}

bool gp_is_written(const gp_file_format *format)
{
    return gp_find_format_row(format->name)->write != NULL;
}

/* ---- by name ---- */

static char to_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

static bool has_extension(const gp_format_row *row, const char *name)
{
    const char *slash = strrchr(name, '/');
    const char *dot = strrchr(slash ? slash + 1 : name, '.');
    for (size_t i = 0; dot && i < GP_EXTENSIONS_MAX && row->facts.extensions[i]; i++) {
        const char *known = row->facts.extensions[i], *at = dot + 1;
        while (*known && to_lower(*at) == *known) at++, known++;
        if (!*known && !*at) return true;
    }
    return false;
}

const gp_file_format *gp_file_format_of(const char *path)
{
    for (size_t i = 0; i < ROW_COUNT; i++)
        if (rows[i].write && has_extension(&rows[i], path)) return &rows[i].facts;
    return NULL;
}

/* ---- by content ---- */

bool gp_sniff_json(const char *head, size_t size)
{
    (void)size;
    head += strspn(head, " \t\r\n");
    return *head == '{' || *head == '[';
}

/* The readable rows, of a name with a known extension those that have it. */
static size_t list_candidates(const char *name, const gp_format_row *list[ROW_COUNT])
{
    size_t count = 0;
    bool is_known = false;
    for (size_t i = 0; i < ROW_COUNT; i++)
        is_known = is_known || (rows[i].read && has_extension(&rows[i], name));
    for (size_t i = 0; i < ROW_COUNT; i++)
        if (rows[i].read && (!is_known || has_extension(&rows[i], name))) list[count++] = &rows[i];
    return count;
}

gp_status gp_choose_format(gp_input *input, const char *name, const char *asked,
                           const gp_format_row **out)
{
    const gp_format_row *candidates[ROW_COUNT];
    if (asked) {
        *out = gp_find_format_row(asked);
        bool is_read = *out && (*out)->read;
        return is_read ? GP_OK : gp_report_input(input, EPROTONOSUPPORT);
    }
    size_t count = list_candidates(name, candidates);
    *out = candidates[0];
    if (count == 1) return GP_OK;
    GP_TRY(gp_fill_window(input, 0));
    const char *head = input->window;
    size_t size = input->size;
    bool has_mark = size >= 3 && memcmp(head, "\xEF\xBB\xBF", 3) == 0;
    for (size_t i = 0; i < count; i++) {
        gp_sniff *sniff = candidates[i]->sniff;
        if (!sniff || !sniff(head + 3 * has_mark, size - 3 * has_mark)) continue;
        *out = candidates[i];
        break;
    }
    return GP_OK;
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
