/* SPDX-License-Identifier: MIT
 * The JSON document of `gaps`: capabilities that are absent, unplanned or asked for by nobody. */
#include "groeipad/demand.h"
#include "io/answers/answers.h"
#include "io/answers/json_parts.h"

static void add_symbols(gp_json *json, const char *key, const gp_portfolio *portfolio,
                        gp_symbols symbols)
{
    gp_json_key(json, key);
    gp_json_open(json, '[');
    for (uint32_t i = 0; i < symbols.count; i++)
        gp_json_text(json, portfolio->ids[symbols.symbols[i]]);
    gp_json_close(json, ']');
}

static void open_section(gp_json *json, const char *key)
{
    gp_json_line(json);
    gp_json_key(json, key);
    gp_json_open(json, '[');
}

static void open_row(gp_json *json, const gp_portfolio *portfolio, uint32_t symbol)
{
    gp_json_line(json);
    gp_json_open(json, '{');
    gp_json_add_text(json, "id", portfolio->ids[symbol]);
}

static void add_absent(gp_json *json, const gp_portfolio *portfolio, const gp_gaps *gaps)
{
    open_section(json, "missing");
    for (uint32_t i = 0; i < gaps->missing_count; i++) {
        open_row(json, portfolio, gaps->missing[i].symbol);
        add_symbols(json, "required_by", portfolio, gaps->missing[i].required_by);
        gp_json_add_text(json, "did_you_mean", gaps->missing[i].did_you_mean);
        gp_json_close(json, '}');
    }
    gp_json_close(json, ']');
    open_section(json, "unplanned");
    for (uint32_t i = 0; i < gaps->unplanned_count; i++) {
        open_row(json, portfolio, gaps->unplanned[i].symbol);
        gp_json_add_level(json, gaps->unplanned[i].level);
        add_symbols(json, "required_by", portfolio, gaps->unplanned[i].required_by);
        gp_json_close(json, '}');
    }
    gp_json_close(json, ']');
    open_section(json, "unreached");
    for (uint32_t i = 0; i < gaps->unreached_count; i++) {
        open_row(json, portfolio, gaps->unreached[i].symbol);
        gp_json_add_number(json, "required_level", gaps->unreached[i].required_level);
        gp_json_add_number(json, "reachable_level", gaps->unreached[i].reachable_level);
        add_symbols(json, "required_by", portfolio, gaps->unreached[i].required_by);
        gp_json_close(json, '}');
    }
    gp_json_close(json, ']');
}

static void add_unasked(gp_json *json, const gp_portfolio *portfolio, const gp_gaps *gaps)
{
    open_section(json, "unfounded");
    for (uint32_t i = 0; i < gaps->unfounded_count; i++) {
        open_row(json, portfolio, gaps->unfounded[i]);
        gp_json_close(json, '}');
    }
    gp_json_close(json, ']');
    open_section(json, "premature");
    for (uint32_t i = 0; i < gaps->premature_count; i++) {
        open_row(json, portfolio, gaps->premature[i].symbol);
        add_symbols(json, "explored_by", portfolio, gaps->premature[i].explored_by);
        gp_json_close(json, '}');
    }
    gp_json_close(json, ']');
}

/* Empty without a catalogue to look in. */
static void add_forgotten(gp_job *job, gp_json *json, const gp_portfolio *portfolio,
                          const gp_gaps *gaps)
{
    open_section(json, "catalogue");
    for (uint32_t i = 0; i < gaps->forgotten.count; i++) {
        const gp_forgotten *row = &gaps->forgotten.rows[i];
        gp_place place = gaps->catalogue->requirements[row->requirement].place;
        open_row(json, gaps->catalogue, row->symbol);
        gp_json_add_text(json, "capability", portfolio->ids[row->capability]);
        gp_json_add_text(json, "from", gp_source_name(job, place.source));
        gp_json_close(json, '}');
    }
    gp_json_close(json, ']');
}

gp_status gp_json_gaps(gp_job *job, const gp_portfolio *portfolio, const gp_gaps *gaps,
                       const gp_write_options *options, gp_output *out)
{
    gp_json *json = gp_json_document(job, "gaps", portfolio);
    if (!json) return gp_no_memory(job);
    add_absent(json, portfolio, gaps);
    add_unasked(json, portfolio, gaps);
    add_forgotten(job, json, portfolio, gaps);
    return gp_json_finish(job, json, options->language, out);
}
