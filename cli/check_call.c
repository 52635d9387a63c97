/* SPDX-License-Identifier: MIT
 * Which call of `check` tells in full what was found here? The same files, and the options on which
 * it depends what is found; quoted as a shell wants it. */
#include "cli/cli.h"
#include "cli/commands.h"

#include <stdlib.h>
#include <string.h>

typedef struct call {
    gp_job *job;
    char *text; /* malloc */
    size_t size;
    bool has_failed;
} call;

static void add(call *to, const char *text)
{
    size_t size = text ? strlen(text) : 0;
    char *grown = text && !to->has_failed ? realloc(to->text, to->size + size + 1) : NULL;
    to->has_failed = !grown;
    if (!grown) return;
    memcpy(grown + to->size, text, size + 1);
    to->text = grown;
    to->size += size;
}

/* "--status-date 2026-01-05"; a value that begins with a dash would be taken for an option. */
static void add_option(call *to, const cli_option *option, const char *value)
{
    add(to, " --");
    add(to, option->name);
    if (!value) return;
    add(to, value[0] == '-' ? "=" : " ");
    add(to, gp_shell_word(to->job, value));
}

/* The word of a choice. out: GP_DATE_SIZE bytes. */
static const char *word_of(const cli_option *option, int index, char *out)
{
    const char *word = option->value;
    for (; index > 0; index--) word += strcspn(word, "|") + 1;
    size_t size = strcspn(word, "|");
    if (size >= GP_DATE_SIZE) size = GP_DATE_SIZE - 1;
    memcpy(out, word, size);
    out[size] = '\0';
    return out;
}

/* All that is typed to be changed, in its order: with the first of the three options. */
static void add_changes(call *to, const cli_option *option, const cli_changes *changes)
{
    static const char *const names[] = {"set", "require", "drop"};
    for (uint32_t i = 0; option->verb == GP_SET && i < changes->count; i++) {
        cli_option named = *option;
        named.name = names[changes->texts[i].verb];
        add_option(to, &named, changes->texts[i].text);
    }
}

static void add_texts(call *to, const cli_option *option, const cli_texts *texts)
{
    for (uint32_t i = 0; i < texts->count; i++) add_option(to, option, texts->texts[i]);
}

static void add_given(call *to, const cli_option *option, const void *args)
{
    const void *field = (const char *)args + option->field;
    char text[GP_DATE_SIZE];
    switch (option->kind) {
    case CLI_FLAG:
        if (*(const bool *)field) add_option(to, option, NULL);
        break;
    case CLI_TEXT:
        if (*(const char *const *)field) add_option(to, option, *(const char *const *)field);
        break;
    case CLI_DAY:
        if (*(const gp_day *)field == GP_NO_DAY) break;
        gp_format_date(*(const gp_day *)field, text);
        add_option(to, option, text);
        break;
    case CLI_CHOICE:
        if (*(const int *)field >= 0)
            add_option(to, option, word_of(option, *(const int *)field, text));
        break;
    case CLI_NUMBER:
    case CLI_SEED:
    case CLI_FACTOR: break;
    case CLI_CHANGE: add_changes(to, option, field); break;
    case CLI_TEXTS: add_texts(to, option, field); break;
    }
}

static bool begins_with_dash(const char *name)
{
    return name[0] == '-' && name[1] != '\0';
}

static void add_files(call *to, const cli_context *context)
{
    for (size_t i = 0; i < context->file_count; i++) {
        add(to, " ");
        add(to, gp_shell_word(to->job, context->files[i]));
    }
}

static void add_options(call *to, const cli_context *context)
{
    const cli_option *tables[CLI_TABLES];
    cli_list_tables(context->command, tables);
    for (size_t i = 0; i < CLI_TABLES; i++)
        for (const cli_option *option = tables[i]; option->name; option++)
            if (option->is_of_findings) add_given(to, option, context->common);
}

const char *cli_check_call(const cli_context *context)
{
    call line = {.job = context->job};
    bool has_dash = false;
    for (size_t i = 0; i < context->file_count; i++)
        has_dash = has_dash || begins_with_dash(context->files[i]);
    add(&line, "groeipad check");
    if (!has_dash) add_files(&line, context);
    add_options(&line, context);
    if (has_dash) { /* what begins with a dash has to come after this */
        add(&line, " --");
        add_files(&line, context);
    }
    const char *text = line.has_failed ? NULL : gp_copy_text(line.job, line.text, line.size);
    free(line.text);
    return text;
}
