/* SPDX-License-Identifier: MIT
 * What a command that reads files says beside its answer, or in its place; and how it reads them.
 */
#include "cli/cli.h"
#include "groeipad/draft.h"

#include <string.h>

/* The language of the file counts, also where no portfolio could be made of it. */
void cli_follow_language(cli_context *context)
{
    gp_language found;
    if (context->common->language < 0 && gp_noted_language(context->job, &found))
        context->writing.language = context->language = found;
}

/* The findings of a choice in full. */
static gp_status tell(cli_context *context, gp_finding_choice choice)
{
    cli_follow_language(context);
    gp_output text;
    gp_write_options options = context->writing;
    options.format = GP_FORMAT_TEXT;
    options.width = cli_page_width(context->common, 2);
    options.has_color = cli_has_color((cli_color)context->common->color, 2);
    options.told_code = context->command->reads_itself ? context->command->told_code : 0;
    gp_status status = gp_write_findings(context->job, choice, &options, &text);
    if (status == GP_OK) cli_complain(text.text, text.size);
    return status;
}

/* "4 errors, 12 warnings: groeipad check F", where there is more than what was told in full. */
static gp_status tell_rest(cli_context *context, gp_finding_choice told)
{
    gp_output counts;
    if (context->common->is_quiet) return GP_OK;
    gp_status status = gp_write_finding_counts(context->job, told, &context->writing, &counts);
    if (status != GP_OK || counts.size == 0) return status;
    const char *call = cli_check_call(context);
    if (!call) return GP_NO_MEMORY;
    cli_complain(counts.text, counts.size);
    cli_complain(": ", 2);
    cli_complain(call, strlen(call));
    cli_complain("\n", 1);
    return GP_OK;
}

/* What is of the command's own making, and which options it could do with: nothing else tells. */
static gp_finding_choice own_findings(const cli_context *context)
{
    if (context->command->reads_itself) return GP_FINDINGS_PRESSING;
    if (context->command->is_conversion) return GP_FINDINGS_OF_CONVERSION;
    return context->common->is_quiet ? GP_FINDINGS_NONE : GP_FINDINGS_OF_OPTIONS;
}

int cli_tell_findings(cli_context *context)
{
    const cli_command *command = context->command;
    gp_status status = tell(context, own_findings(context));
    gp_finding_choice told = own_findings(context);
    if (told == GP_FINDINGS_OF_OPTIONS) told = GP_FINDINGS_OF_RISK; /* `check` does not draw */
    if (status == GP_OK && !command->reads_itself && !command->tells_findings)
        status = tell_rest(context, told);
    return cli_exit_of(context, status);
}

/* There is no answer, and these are why. */
static int tell_failure(cli_context *context)
{
    gp_status status = tell(context, GP_FINDINGS_ERRORS);
    if (status == GP_OK) status = tell_rest(context, GP_FINDINGS_ERRORS);
    return cli_exit_of(context, status);
}

/* What CI systems read is findings, and nothing else. */
static bool is_of_findings(gp_format format)
{
    return format == GP_FORMAT_SARIF || format == GP_FORMAT_JUNIT || format == GP_FORMAT_GITHUB;
}

int cli_give_up(cli_context *context, gp_status status)
{
    bool is_asked = context->command->answers_findings;
    bool is_answer = is_asked || is_of_findings(context->writing.format);
    bool is_silent =
        is_asked && context->common->is_quiet && !cli_names_file(context->common->output);
    if (status == GP_WRONG_OPTION) return cli_exit_of(context, status);
    gp_status written = GP_OK;
    if (context->writing.fail_on > GP_ERROR) context->writing.fail_on = GP_ERROR; /* as we do */
    cli_follow_language(context);
    bool is_unread = status == GP_INVALID || status == GP_IO;
    if (is_unread && !context->portfolio) { /* one run tells all mistakes */
        gp_status rest = gp_check_rest(context->job);
        if (rest != GP_OK) status = rest;
    }
    gp_sort_findings(context->job);
    int selected = context->command->select ? context->command->select(context) : CLI_OK;
    if (selected != CLI_OK) return selected;
    if (is_answer && !is_silent)
        written = gp_write_check(context->job, NULL, &context->writing, &context->output);
    else if (!is_answer && !context->command->is_picture &&
             !context->common->is_watching && /* the last good answer stays */
             context->writing.format == GP_FORMAT_JSON)
        written = gp_write_no_portfolio(context->job, context->command->name, context->language,
                                        &context->output);
    if (status == GP_NO_MEMORY || written != GP_OK) return cli_out_of_memory(context->language);
    if (!is_asked) tell_failure(context);
    int code = context->output.text ? cli_deliver(context) : CLI_OK;
    return code == CLI_OK ? cli_code_of(status) : code;
}

/* What the options change; NULL: nothing. */
static const gp_changes *changes_of(cli_context *context)
{
    const cli_common *common = context->common;
    context->changes = (gp_changes){.scenario = common->scenario,
                                    .measures = common->measures.texts,
                                    .measure_count = common->measures.count,
                                    .files = common->change_files.texts,
                                    .file_count = common->change_files.count,
                                    .texts = common->changes.texts,
                                    .text_count = common->changes.count};
    const gp_changes *changes = &context->changes;
    bool is_any =
        changes->scenario || changes->measure_count || changes->file_count || changes->text_count;
    return is_any ? changes : NULL;
}

gp_read_options cli_reading(cli_context *context)
{
    const cli_common *common = context->common;
    return (gp_read_options){.status_date = common->status_date,
                             .format = common->from,
                             .intervention_types = common->intervention_types,
                             .capability_types = common->capability_types,
                             .relation_types = common->relation_types,
                             .property_names = common->property_names,
                             .column_names = common->column_names,
                             .is_strict = common->is_strict,
                             .changes = changes_of(context),
                             .again = context->again};
}
