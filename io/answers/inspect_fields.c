/* SPDX-License-Identifier: MIT
 * The fields of `inspect`: the files, what is in them by type, what comes of it, and the options
 * that would make more. In CSV a row for each type. */
#include "io/answers/answers.h"
#include "io/answers/field.h"

static gp_value type(gp_answer *answer, const void *record)
{
    return (gp_value){.text = ((const gp_inventory_row *)record)->type.in[answer->language]};
}

static gp_value why(gp_answer *answer, const void *record)
{
    return (gp_value){.text = ((const gp_inventory_row *)record)->why.in[answer->language]};
}

/* How much there is of the portfolio; unknown where none comes of the files. */
#define PORTFOLIO_COUNT(name)                                                                      \
    static gp_value name##_made(gp_answer *answer, const void *record)                             \
    {                                                                                              \
        const gp_portfolio *portfolio = ((const gp_inventory *)record)->portfolio;                 \
        (void)answer;                                                                              \
        return (gp_value){.number = portfolio ? (int64_t)portfolio->name##_count : GP_NO_DAYS};    \
    }
PORTFOLIO_COUNT(intervention)
PORTFOLIO_COUNT(capability)
PORTFOLIO_COUNT(requirement)

static const gp_field file_fields[] = {
    {"file", "file", GP_TEXT_AT(gp_inspected_file, name)},
    {"format", "format", GP_TEXT_AT(gp_inspected_file, format)},
    {"version", "version", GP_TEXT_AT(gp_inspected_file, version)},
    {0},
};

static const gp_field row_fields[] = {
    {"part", "part", GP_TEXT_AT(gp_inventory_row, part)},
    {"type", "type", GP_COMPUTED(TEXT, type)},
    {"count", "count", GP_COUNT_AT(gp_inventory_row, count)},
    {"becomes", "becomes", GP_TEXT_AT(gp_inventory_row, becomes)},
    {"why", "why", GP_COMPUTED(TEXT, why)},
    {"examples", "examples", GP_TEXT_AT(gp_inventory_row, examples)},
    {0},
};

static const gp_field proposal_fields[] = {
    {"options", "type", GP_TEXT_AT(gp_proposal, options)},
    {"file", NULL, GP_TEXT_AT(gp_proposal, file)},
    {"interventions", NULL, GP_COUNT_AT(gp_proposal, interventions)},
    {"capabilities", NULL, GP_COUNT_AT(gp_proposal, capabilities)},
    {"requirements", NULL, GP_COUNT_AT(gp_proposal, requirements)},
    {0},
};

/* CYCLES is a number that may be unknown. */
static const gp_field json_fields[] = {
    {"readable", NULL, GP_TRUTH_AT(gp_inventory, is_readable)},
    {"interventions", NULL, GP_COMPUTED(CYCLES, intervention_made)},
    {"capabilities", NULL, GP_COMPUTED(CYCLES, capability_made)},
    {"requirements", NULL, GP_COMPUTED(CYCLES, requirement_made)},
    {"files", NULL, GP_ROWS_AT(gp_inventory, files, file_count, file_fields),
     .lines = GP_LINES_ALL},
    {"parts", NULL, GP_ROWS_AT(gp_inventory, rows, row_count, row_fields), .lines = GP_LINES_ALL},
    {"proposals", NULL, GP_ROWS_AT(gp_inventory, proposals, proposal_count, proposal_fields),
     .lines = GP_LINES_ALL},
    {0},
};

static const gp_field csv_fields[] = {
    {"parts", NULL, GP_ROWS_AT(gp_inventory, rows, row_count, row_fields)},
    {0},
};

gp_status gp_fields_inspect(gp_job *job, const gp_inventory *inventory,
                            const gp_write_options *options, gp_output *out)
{
    bool is_csv = options->format == GP_FORMAT_CSV;
    gp_answer answer = {.job = job,
                        .name = "inspect",
                        .portfolio = inventory->has_date ? inventory->portfolio : NULL,
                        .record = inventory,
                        .language = options->language};
    return gp_write_fields(&answer, is_csv ? csv_fields : json_fields, options->format, out);
}
