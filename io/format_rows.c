/* SPDX-License-Identifier: MIT
 * The table of formats. */
#include "io/formats.h"
#include "io/json/json_read.h"

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
