/* SPDX-License-Identifier: MIT
 * `groeipad complete -- WORD...`: what could stand in the place of the last word, for shells
 * (cli/completion/). From the same rows as the help, so that a new command or option is completed
 * without further work; ids come from the files that stand on the line.
 *
 * A line is a candidate, a tab, and what it means; a line that begins with a tab asks the shell for
 * something: names of files, or no blank after the word. It says nothing else, whatever is wrong.
 */
#include "cli/commands.h"
#include "cli/offers.h"
#include "cli/render.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Before there is a command: the options of every one. */
static const cli_command program = {.name = ""};

typedef struct complete_args {
    cli_common common;
} complete_args;

/* Before a command there is but little. */
static void offer_options(const cli_question *line)
{
    const cli_command *command = line->command ? line->command : &program;
    const cli_option *option;
    for (size_t i = 0; (option = cli_option_at(command, i)) != NULL; i++)
        cli_offer_option(line, option);
    if (!line->command) cli_offer_text(line, "--version", NULL);
}

/* Operands: a first one, files, a last one, or what the command tells of. */
static void offer_operand(cli_question *line)
{
    const cli_command *command = line->command;
    if (command->first && line->operand_count == 0) {
        cli_offer_by_name(line, command->first);
        return;
    }
    bool has_files = line->operand_count > (size_t)(command->first != NULL);
    if (command->last && (has_files || !command->reads_portfolio))
        cli_offer_by_name(line, command->last);
    if (command->has_about && has_files) cli_offer_by_name(line, "ID");
    if (command->reads_portfolio) cli_offer_ask(line, "files");
}

/* ---- the line ---- */

static gp_language find_language(const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(words[i], "--lang=nl") == 0 ||
            (strcmp(words[i], "--lang") == 0 && i + 1 < count && strcmp(words[i + 1], "nl") == 0))
            return GP_DUTCH;
    return GP_ENGLISH;
}

/* The command that the words begin with, and how many of them that is. */
static size_t find_command(cli_question *line, const char *const *words, size_t count)
{
    const cli_command *const *commands = line->context->commands;
    size_t at = 0;
    while (at < count && strncmp(words[at], "--lang", 6) == 0) at += words[at][6] == '=' ? 1 : 2;
    if (at > count) line->option = cli_find_option(&program, words[at - 2] + 2, 4, '\0');
    if (at >= count) return count;
    while (*commands && strcmp((*commands)->name, words[at]) != 0) commands++;
    line->command = *commands;
    line->is_unknown = !line->command;
    return at + 1;
}

/* The view that a first operand names has options of its own. */
static void add_operand(cli_question *line, const char *word)
{
    const cli_view *view = line->command->choose ? cli_find_view(word) : NULL;
    if (view && line->operand_count == 0) line->command = &view->command;
    line->operands[line->operand_count++] = word;
}

static void read_line(cli_question *line, const char *const *words, size_t count)
{
    bool has_ended = false;
    for (size_t i = find_command(line, words, count); line->command && i < count; i++) {
        const char *word = words[i];
        bool is_option = !has_ended && word[0] == '-' && word[1] != '\0';
        const char *name = word + 1 + (word[1] == '-');
        if (!is_option) {
            add_operand(line, word);
        } else if (strcmp(word, "--") == 0) {
            has_ended = true;
        } else {
            bool is_long = word[1] == '-';
            const cli_option *option =
                cli_find_option(line->command, name, strlen(name), is_long ? '\0' : name[0]);
            if (!option || option->kind == CLI_FLAG || (!is_long && name[1])) continue;
            if (++i == count) line->option = option; /* its value is what is to be completed */
        }
    }
}

/* --for=x: the shell sees one word. */
static void split_word(cli_question *line)
{
    const char *is = strchr(line->word, '=');
    if (strncmp(line->word, "--", 2) != 0 || !is || !line->command) return;
    const char *name = line->word + 2;
    line->option = cli_find_option(line->command, name, (size_t)(is - name), '\0');
    line->before = line->word;
    line->before_size = (size_t)(is + 1 - line->word);
    line->word = is + 1;
}

/* Nothing belongs to a command that is none. */
static void answer(cli_question *line)
{
    if (line->is_unknown) return;
    if (line->option)
        cli_offer_value(line);
    else if (*line->word == '-')
        offer_options(line);
    else if (!line->command)
        cli_offer_commands(line);
    else
        offer_operand(line);
}

static int run(cli_context *context, const void *args)
{
    const char *const *words = context->files;
    size_t count = context->file_count - 1;
    cli_question line = {.context = context, .word = words[count], .before = ""};
    (void)args;
    line.language = find_language(words, count);
    line.operands = calloc(context->file_count, sizeof *line.operands);
    if (!line.operands) return cli_out_of_memory(context->language);
    read_line(&line, words, count);
    if (!line.option) split_word(&line);
    answer(&line);
    free(line.operands);
    return line.code;
}

static const cli_option options[] = {CLI_FAIL_ON("never"), {0}};

const cli_command cli_complete = {
    .name = "complete",
    .summary = {"what could stand in the place of the last word, for shells",
                "wat er op de plaats van het laatste woord kan staan, voor shells"},
    .usage = "-- WORD...",
    .example = "groeipad complete -- plan --fl",
    .shows = {"a candidate a line, a tab, and what it means",
              "een mogelijkheid per regel, een tab, en wat hij betekent"},
    .reads_portfolio = true,
    .reads_itself = true,
    .answers_findings = true,
    .is_hidden = true,
    .options = options,
    .args_size = sizeof(complete_args),
    .run = run,
};
