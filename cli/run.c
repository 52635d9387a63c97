/* SPDX-License-Identifier: MIT
 * What all commands have in common: options, reading the portfolio, planning it, telling what was
 * found, writing the answer, and the exit code. A command itself only asks its question. */
#include "cli/commands.h"
#include "cli/explanations.h"
#include "cli/overwrite.h"
#include "cli/repair_worlds.h"
#include "cli/watch.h"
#include "cli/versions.h"
#include "groeipad/baseline.h"
#include "groeipad/demand.h"

#include <assert.h>
#include <signal.h>
#include <stdalign.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static gp_status load(cli_context *context)
{
    bool wants_document = context->command->wants_document || context->common->against;
    gp_status status = context->command->load ? context->command->load(context)
                                              : cli_read_files(context, NULL, context->files,
                                                               context->file_count, wants_document);
    context->writing.named = status == GP_OK ? context->portfolio : NULL;
    cli_follow_language(context);
    return status;
}

static gp_status analyse(cli_context *context)
{
    const gp_schedule_options planning = {.float_mode = (gp_float_mode)context->common->float_mode};
    return gp_analyse(context->job, context->portfolio, &planning, &context->network,
                      &context->schedule);
}

/* What the catalogue knows and the portfolio lacks. The status date is of no use in one. */
static gp_status compare_with_catalogue(cli_context *context)
{
    const gp_read_options reading = {.status_date = context->portfolio->status_date};
    const char *names[] = {context->common->catalogue};
    if (!names[0]) return GP_OK;
    gp_status status = gp_read_files(context->job, names, 1, &reading, &context->catalogue);
    if (status != GP_OK) return status;
    return gp_check_catalogue(context->job, context->portfolio, context->catalogue);
}

/* Each measure is a plan of its own, so only who is asked about everything does it. */
static int judge_measures(cli_context *context)
{
    cli_repair_worlds worlds;
    if (!context->command->judges_measures || context->portfolio->measure_count == 0) return CLI_OK;
    int code = cli_open_worlds(context, &worlds);
    if (code == CLI_OK) {
        gp_status status = gp_check_measures(context->job, context->schedule, &worlds.worlds);
        if (status != GP_OK) code = cli_give_up(context, status);
    }
    cli_close_worlds(&worlds);
    return code;
}

static bool has_failing_findings(const cli_context *context)
{
    uint32_t count;
    const gp_finding *findings = gp_findings(context->job, &count);
    for (uint32_t i = 0; i < count; i++)
        if (findings[i].severity >= context->common->fail_on) return true;
    return false;
}

static int check_from(const cli_context *context)
{
    char names[CLI_FORMATS_SIZE];
    const char *from = context->common->from;
    const gp_file_format *format = from ? gp_find_file_format(from) : NULL;
    if (!from || (format && gp_is_read(format))) return CLI_OK;
    const char *nearest = cli_nearest_format(false, from);
    if (nearest)
        return cli_wrong_use(context->command, context->language,
                             gp_say(context->language,
                                    "cannot read format '%s', did you mean '%s'? There is: %s",
                                    "kan formaat '%s' niet lezen, bedoelt u '%s'? Er is: %s"),
                             from, nearest, cli_list_formats(false, names));
    return cli_wrong_use(context->command, context->language,
                         gp_say(context->language, "cannot read format '%s'; there is: %s",
                                "kan formaat '%s' niet lezen; er is: %s"),
                         from, cli_list_formats(false, names));
}

/* By the whole portfolio: an owner of another scenario's is an owner all the same. */
static gp_status make_filter(cli_context *context)
{
    const cli_common *common = context->common;
    const gp_filter_options asked = {.owners = common->owners.texts,
                                     .tags = common->tags.texts,
                                     .within = common->within.texts,
                                     .owner_count = common->owners.count,
                                     .tag_count = common->tags.count,
                                     .within_count = common->within.count};
    if (asked.owner_count + asked.tag_count + asked.within_count == 0) return GP_OK;
    context->writing.filter = &context->filter;
    return gp_make_filter(context->job, context->portfolio, &asked, &context->filter);
}

/* Reads and plans, so that the command only asks its question. */
static int prepare(cli_context *context)
{
    gp_status status = load(context);
    if (status == GP_OK) status = make_filter(context);
    if (status != GP_OK) return cli_give_up(context, status);
    int code = cli_check_about(context);
    if (code == CLI_OK) code = cli_choose_scenario(context);
    if (code != CLI_OK) return code;
    status = analyse(context);
    if (status == GP_OK) status = compare_with_catalogue(context);
    if (status != GP_OK) return cli_give_up(context, status);
    code = judge_measures(context);
    if (code != CLI_OK) return code;
    if (!context->command->finds_later)
        status = gp_apply_waivers(context->job, context->portfolio->status_date,
                                  context->common->is_strict);
    if (status != GP_OK) return cli_give_up(context, status);
    gp_sort_findings(context->job);
    return CLI_OK;
}

static int run_on_files(cli_context *context, const void *args)
{
    int code = cli_spare_inputs(context);
    if (code == CLI_OK) code = check_from(context);
    if (code == CLI_OK && !context->command->reads_itself) code = prepare(context);
    if (code == CLI_OK) code = context->command->run(context, args);
    if (code != CLI_OK) return code;
    bool has_failed = has_failing_findings(context); /* also with what the command added */
    if (context->is_begun) { /* messages in the midst of an answer would be in its way */
        code = cli_deliver(context);
        if (code != CLI_OK) return code;
        context->is_delivered = true;
    }
    if (!context->command->answers_findings) code = cli_tell_findings(context);
    if (code == CLI_OK && !context->is_delivered) code = cli_deliver(context);
    if (code == CLI_OK && context->is_unreadable) code = CLI_NO_PORTFOLIO;
    if (code == CLI_OK && has_failed) code = CLI_FINDINGS;
    return code;
}

/* Gives the operands their roles. */
static int sort_operands(cli_context *context, char **operands, size_t count)
{
    const cli_command *command = context->command;
    gp_language language = context->language;
    char usage[CLI_USAGE_SIZE];
    size_t needed =
        0u + (command->first != NULL) + (command->last != NULL) + command->reads_portfolio;
    if (count < needed && !command->is_operand_optional)
        return cli_wrong_use(command, language, gp_say(language, "expected %s", "verwacht: %s"),
                             cli_translate_usage(command->usage, language, usage));
    if (!command->reads_portfolio && count > needed)
        return cli_wrong_use(command, language,
                             gp_say(language, "'%s' is one too many", "'%s' is er een te veel"),
                             operands[needed]);
    if (command->first && count) {
        context->first = *operands++;
        count--;
    }
    if (command->last && count) context->last = operands[--count];
    if (command->takes_older && !context->common->revision && count == 2) {
        context->older = *operands++;
        count--;
    }
    context->files = (const char *const *)operands;
    context->file_count = count;
    return cli_settle_about(context);
}

static bool is_help(const char *word)
{
    return strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0;
}

/* The topic of `--help formats`; NULL: none is asked for. */
static const cli_topic *find_asked_topic(int argc, char **argv)
{
    for (int i = 0; i + 1 < argc && strcmp(argv[i], "--") != 0; i++)
        if (is_help(argv[i])) return cli_find_topic(argv[i + 1]);
    return NULL;
}

/* Which of the formats that answers have the word of --format is; of a word that is none of these,
 * as "svg", its place among the words of the command. */
static gp_format format_of(const cli_context *context)
{
    static const char all[] = "text|json|csv|sarif|junit|github|markdown"; /* as gp_format */
    char word[CLI_CHOICE_SIZE];
    const cli_option *option = cli_find_option(context->command, "format", strlen("format"), 0);
    int at = context->common->format;
    if (at < 0 || !option) return GP_FORMAT_TEXT;
    const char *words = option->value;
    for (int i = 0; i < at; i++) words += strcspn(words, "|") + 1;
    snprintf(word, sizeof word, "%.*s", (int)strcspn(words, "|"), words);
    int found = cli_find_choice(all, NULL, word);
    return (gp_format)(found < 0 ? at : found);
}

/* The command, with a job of its own. */
static int run_once(const cli_context *parsed, const void *args)
{
    cli_context context = *parsed;
    const cli_command *command = context.command;
    gp_language language = context.language;
    context.writing = (gp_write_options){
        .format = format_of(&context),
        .language = language,
        .separator = cli_separator_of(context.common, context.common->output),
        .has_color =
            cli_has_color((cli_color)context.common->color, 1) &&
            (!cli_names_file(context.common->output) || context.common->color == CLI_COLOR_ALWAYS),
        .width = cli_page_width(context.common, 1),
        .columns = context.common->columns,
        .sort = context.common->sort,
        .finding_limit = context.common->limit,
        .tells_shared_once = !context.common->tells_all,
        .fail_on = (uint8_t)context.common->fail_on,
        .explain = cli_explanation,
        .skipped_checks = (uint8_t)((context.common->catalogue ? 0 : GP_NO_CATALOGUE) |
                                    (context.common->is_strict ? 0 : GP_NOT_STRICT))};
    if (!cli_names_file(context.common->output)) { /* a file gets it all at once, or nothing */
        context.writing.sink = cli_take;
        context.writing.sink_object = &context;
    }
    context.job = gp_job_new();
    if (!context.job) return cli_out_of_memory(language);
    int code =
        command->reads_portfolio ? run_on_files(&context, args) : command->run(&context, args);
    gp_job_free(context.job);
    free(context.files_out);
    free(context.selected_rules);
    return code;
}

static int run(const cli_command *command, gp_language language, int argc, char **argv)
{
    alignas(max_align_t) unsigned char args[CLI_ARGS_MAX];
    int count, code;
    const cli_topic *topic = find_asked_topic(argc, argv);
    if (topic) {
        cli_print_topic_help(topic, language);
        return CLI_OK;
    }
    if (command->choose) command = command->choose(language, argc, argv, &code);
    if (!command) return code;
    assert(command->args_size <= sizeof args);
    code = cli_parse(command, language, argc, argv, args, &count);
    if (code != CLI_OK) return code;
    cli_context context = {.command = command,
                           .commands = cli_commands,
                           .common = (const void *)args,
                           .language = language};
    if (context.common->wants_help) {
        cli_print_command_help(command, language);
        return CLI_OK;
    }
    code = sort_operands(&context, argv, (size_t)count);
    if (code == CLI_OK && command->judge) code = command->judge(&context);
    if (code != CLI_OK) return code;
    if (context.common->is_watching) return cli_watch(&context, args, run_once);
    return run_once(&context, args);
}

static int unknown_command(const char *name, gp_language language)
{
    const char *names[32];
    size_t count = 0;
    for (size_t i = 0; cli_commands[i] && count < 32; i++)
        if (!cli_commands[i]->is_hidden) names[count++] = cli_commands[i]->name;
    const char *nearest = gp_nearest_text(name, names, count);
    if (nearest)
        return cli_wrong_use(NULL, language,
                             gp_say(language, "unknown command '%s', did you mean '%s'?",
                                    "onbekende opdracht '%s', bedoelt u '%s'?"),
                             name, nearest);
    return cli_wrong_use(NULL, language,
                         gp_say(language, "unknown command '%s'", "onbekende opdracht '%s'"), name);
}

/* How many arguments `--lang nl` or `--lang=nl` are; 0: it is something else. */
static int count_language(const char *argument)
{
    if (strcmp(argument, "--lang") == 0) return 2;
    return strncmp(argument, "--lang=", 7) == 0 ? 1 : 0;
}

static int dispatch(int argc, char **argv)
{
    gp_language language = cli_asked_language(argc, argv);
    int at = 1;
    while (at < argc && count_language(argv[at])) at += count_language(argv[at]);
    if (at >= argc)
        return cli_wrong_use(NULL, language, "%s",
                             gp_say(language, "which command?", "welke opdracht?"));
    if (is_help(argv[at])) return run(&cli_help, language, argc - at - 1, argv + at + 1);
    if (strcmp(argv[at], "--version") == 0) {
        printf("groeipad %s\n", GP_VERSION);
        return CLI_OK;
    }
    const cli_command *command = cli_find_command(argv[at]);
    if (!command) return unknown_command(argv[at], language);
    return run(command, language, argc - at - 1, argv + at + 1);
}

int cli_main(int argc, char **argv)
{
    signal(SIGPIPE, SIG_IGN); /* a reader that went away is an error to report, not a death */
    signal(SIGXFSZ, SIG_IGN); /* so is a file that may not get so large */
    int code = dispatch(argc, argv);
    bool has_failed = ferror(stdout) != 0;
    if ((fflush(stdout) != 0 || has_failed) && code != CLI_NOT_WRITTEN) {
        cli_say("groeipad: %s\n",
                gp_say(cli_asked_language(argc, argv), "cannot write to standard output",
                       "kan niet schrijven naar standaarduitvoer"));
        return CLI_NOT_WRITTEN;
    }
    return code;
}
