/* SPDX-License-Identifier: MIT
 * In which format does an answer come? As --format asks; without it as the --output file is called,
 * so that `-o plan.csv` is CSV; else as the row of --format has it. */
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

int cli_find_choice(const char *words, const char *also, const char *text)
{
    size_t size = strlen(text);
    for (const char *at = also; at && *at; at += strcspn(at, "|"), at += *at == '|') {
        size_t length = strcspn(at, "=|");
        if (at[length] != '=' || length != size || strncasecmp(at, text, size) != 0) continue;
        char word[32];
        snprintf(word, sizeof word, "%.*s", (int)strcspn(at + length + 1, "|"), at + length + 1);
        return cli_find_choice(words, NULL, word);
    }
    for (int index = 0;; index++) {
        size_t length = strcspn(words, "|");
        if (length == size && strncasecmp(words, text, size) == 0) return index;
        if (words[length] == '\0') return -1;
        words += length + 1;
    }
}

#define CHOICES_MAX 16

bool cli_nearest_choice(const char *words, const char *text, char word[static CLI_CHOICE_SIZE])
{
    char copy[256], *names[CHOICES_MAX];
    size_t count = 0;
    snprintf(copy, sizeof copy, "%s", words);
    for (char *rest = copy; rest && count < CHOICES_MAX;) {
        names[count++] = rest;
        rest = strchr(rest, '|');
        if (rest) *rest++ = '\0';
    }
    const char *nearest = gp_nearest_text(text, (const char *const *)names, count);
    if (nearest) snprintf(word, CLI_CHOICE_SIZE, "%s", nearest);
    return nearest != NULL;
}

/* Whether the list "txt=text|csv" has this ending. */
static bool has_ending(const char *endings, const char *ending)
{
    for (const char *at = endings; *at; at += strcspn(at, "|"), at += *at == '|')
        if (strcspn(at, "=|") == strlen(ending) && strncasecmp(at, ending, strlen(ending)) == 0)
            return true;
    return false;
}

int cli_format_of(const cli_option *option, const char *output)
{
    const char *slash = strrchr(output, '/');
    const char *name = slash ? slash + 1 : output;
    const char *dot = *name ? strchr(name + 1, '.') : NULL; /* a first dot only hides the file */
    if (!dot) return CLI_NO_ENDING;
    for (; dot; dot = strchr(dot + 1, '.'))
        if (has_ending(option->endings, dot + 1))
            return cli_find_choice(option->value, option->endings, dot + 1);
    return -1;
}

/* The endings that a name may have, as ".txt, .json, .csv". */
static void list_endings(const cli_option *option, char *out, size_t room)
{
    size_t length = 0;
    out[0] = '\0';
    for (const char *at = option->endings; *at; at += strcspn(at, "|"), at += *at == '|') {
        char ending[32];
        snprintf(ending, sizeof ending, "%.*s", (int)strcspn(at, "=|"), at);
        if (cli_find_choice(option->value, option->endings, ending) < 0) continue;
        int size = snprintf(out + length, room - length, "%s.%s", length ? ", " : "", ending);
        if (size > 0 && length + (size_t)size < room) length += (size_t)size;
    }
}

int cli_choose_format(const cli_command *command, gp_language language, const cli_option *option,
                      cli_common *common)
{
    if (!option || !option->endings || common->format >= 0 || common->wants_help) return CLI_OK;
    int format = CLI_NO_ENDING;
    if (cli_names_file(common->output)) format = cli_format_of(option, common->output);
    if (format == CLI_NO_ENDING && option->otherwise)
        format = cli_find_choice(option->value, NULL, option->otherwise);
    common->format = format < 0 ? -1 : format;
    if (format != -1 || !option->otherwise) return CLI_OK; /* the command itself says what is not */
    char endings[CLI_USAGE_SIZE];
    list_endings(option, endings, sizeof endings);
    return cli_wrong_use(command, language,
                         gp_say(language,
                                "the name '%s' tells no format of this answer; %s do, "
                                "or --format %s",
                                "de naam '%s' zegt niet welk formaat dit antwoord krijgt; %s wel, "
                                "of --format %s"),
                         common->output, endings, option->value);
}

char cli_separator_of(const cli_common *common, const char *name)
{
    const char *dot = name ? strrchr(name, '.') : NULL;
    if (common->separator >= 0) return ",;\t"[common->separator];
    return dot && strcasecmp(dot, ".tsv") == 0 ? '\t' : '\0';
}
