/* SPDX-License-Identifier: MIT
 * In the page a portfolio is JSON, which groeipad itself wrote: there is one format, and nothing to
 * choose. In place of io/format_rows.c and io/choose.c, and of what other formats have options for.
 */
#include "io/csv/csv_names.h"
#include "io/formats.h"
#include "io/graph/asked_types.h"
#include "io/json/json_read.h"

const gp_format_row *gp_format_row_at(size_t index)
{
    static const gp_format_row json = {
        .facts = {.name = "json", .title = "JSON", .extensions = {"json"}, .is_plain = true},
        .sniff = gp_sniff_json,
        .read = gp_read_json,
        .write = gp_write_portfolio_json};
    return index == 0 ? &json : NULL;
}

gp_status gp_choose_format(gp_records *records, gp_input *input, const char *name,
                           const char *asked, const gp_format_row **out)
{
    (void)records, (void)input, (void)name, (void)asked;
    *out = gp_format_row_at(0);
    return GP_OK;
}

gp_status gp_judge_property_names(gp_records *records)
{
    (void)records;
    return GP_OK;
}

gp_status gp_start_column_names(gp_records *records)
{
    (void)records;
    return GP_OK;
}
