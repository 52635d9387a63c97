/* SPDX-License-Identifier: MIT
 * What a command that reads files says beside its answer, or in its place; and how it reads them.
 */
#include "cli/cli.h"

int cli_tell_findings(cli_context *context)
{
    gp_output text;
    gp_write_options options = context->writing;
    options.format = GP_FORMAT_TEXT;
    options.width = cli_page_width(context->common, 2);
    options.has_color = cli_has_color((cli_color)context->common->color, 2);
    bool is_told = context->schedule || context->command->reads_itself;
    options.told_code = is_told ? context->command->told_code : 0;
    gp_status status = gp_write_findings(context->job, GP_FINDINGS_PRESSING, &options, &text);
    if (status != GP_OK) return cli_exit_of(context, status);
    cli_complain(text.text, text.size);
    return CLI_OK;
}

int cli_give_up(cli_context *context, gp_status status)
{
    bool is_answer = context->command->answers_findings;
    if (status == GP_WRONG_OPTION) return cli_exit_of(context, status);
    gp_status written = GP_OK;
    gp_sort_findings(context->job);
    if (is_answer)
        written = gp_write_check(context->job, NULL, &context->writing, &context->output);
    else if (!context->command->is_picture && context->writing.format == GP_FORMAT_JSON)
        written = gp_write_no_portfolio(context->job, context->command->name, context->language,
                                        &context->output);
    if (status == GP_NO_MEMORY || written != GP_OK) return cli_out_of_memory(context->language);
    if (!is_answer) cli_tell_findings(context);
    int code = context->output.text ? cli_deliver(context) : CLI_OK;
    return code == CLI_OK ? cli_code_of(status) : code;
}

gp_read_options cli_reading(const cli_context *context)
{
    const cli_common *common = context->common;
    return (gp_read_options){.status_date = common->status_date,
                             .format = common->from,
                             .intervention_types = common->intervention_types,
                             .capability_types = common->capability_types,
                             .relation_types = common->relation_types,
                             .property_names = common->property_names,
                             .column_names = common->column_names,
                             .is_strict = common->is_strict};
}
