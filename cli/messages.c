/* SPDX-License-Identifier: MIT
 * What the command says on stderr: that it is used wrongly, and why there is no answer. Each comes
 * with the exit code that belongs to it. */
#include "cli/cli.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void cli_complain(const char *text, size_t size)
{
    fwrite(text, 1, size, stderr);
}

/* Text of others, such as an id or the name of a file, must not steer a terminal: what could is
 * shown as U+FFFD. Only the line end at the end is ours. */
static void say_shown(const char *text, size_t size)
{
    bool has_end = size && text[size - 1] == '\n';
    char piece[512];
    for (size_t at = 0; at < size - has_end;) {
        at += gp_show_text(text + at, size - has_end - at, piece, sizeof piece);
        cli_complain(piece, strlen(piece));
    }
    if (has_end) cli_complain("\n", 1);
}

static void say(const char *format, va_list values)
{
    char brief[1024];
    va_list again;
    va_copy(again, values);
    int size = vsnprintf(brief, sizeof brief, format, values);
    size_t room = size > 0 ? (size_t)size + 1 : 1;
    char *whole = room > sizeof brief ? malloc(room) : NULL;
    if (whole) vsnprintf(whole, room, format, again);
    va_end(again);
    const char *text = whole ? whole : brief;
    if (size > 0) say_shown(text, strlen(text));
    free(whole);
}

void cli_say(const char *format, ...)
{
    va_list values;
    va_start(values, format);
    say(format, values);
    va_end(values);
}

int cli_wrong_use(const cli_command *command, gp_language language, const char *format, ...)
{
    va_list values;
    const char *name = command ? command->name : "", *blank = command ? " " : "";
    cli_say("groeipad%s%s: ", blank, name);
    va_start(values, format);
    say(format, values);
    va_end(values);
    cli_complain("\n", 1);
    cli_say("%s groeipad%s%s --help\n", gp_say(language, "see", "zie"), blank, name);
    return CLI_WRONG_USE;
}

int cli_code_of(gp_status status)
{
    switch (status) {
    case GP_OK: return CLI_OK;
    case GP_INTERNAL: return CLI_BUG;
    case GP_WRONG_OPTION: return CLI_WRONG_USE;
    default: return CLI_NO_PORTFOLIO;
    }
}

int cli_out_of_memory(gp_language language)
{
    const char *words =
        gp_say(language, "groeipad: memory ran out\n", "groeipad: het geheugen is op\n");
    cli_complain(words, strlen(words));
    return CLI_NO_PORTFOLIO;
}

int cli_exit_of(const cli_context *context, gp_status status)
{
    uint32_t count;
    char message[1024], hint[256];
    const gp_finding *findings = gp_findings(context->job, &count);
    if (status == GP_OK) return CLI_OK;
    if (status == GP_NO_MEMORY) return cli_out_of_memory(context->language);
    if (count && status == GP_WRONG_OPTION) {
        gp_finding_message(&findings[count - 1], context->language, message, sizeof message);
        size_t size = gp_finding_hint(&findings[count - 1], context->language, hint, sizeof hint);
        return cli_wrong_use(context->command, context->language, "%s%s%s", message,
                             size ? ", " : "", hint);
    }
    if (count) { /* the newest says why */
        gp_finding_message(&findings[count - 1], context->language, message, sizeof message);
        cli_say("groeipad: %s\n", message);
    }
    return cli_code_of(status);
}

const char *cli_translate_usage(const char *usage, gp_language language, char *out)
{
    static const char *const words[][2] = {
        {"FILE", "BESTAND"},    {"VIEW", "AANZICHT"},  {"PICTURE", "PLAATJE"},
        {"DATE", "DATUM"},      {"FORMAT", "FORMAAT"}, {"FOLDER", "MAP"},
        {"EXPR", "VRAAG"},      {"options", "opties"}, {"COMMAND", "OPDRACHT"},
        {"TOPIC", "ONDERWERP"}, {"TYPES", "TYPEN"},    {"KEY", "SLEUTEL"},
        {"NAME", "NAAM"},       {"OURS", "ONZE"},      {"THEIRS", "HUN"},
        {"LIST", "LIJST"},      {"TAG", "LABEL"}};
    size_t length = 0;
    while (*usage && length + 16 < CLI_USAGE_SIZE) {
        const char *piece = usage;
        size_t size = 1, taken = 1;
        for (size_t i = 0; language == GP_DUTCH && i < sizeof words / sizeof *words; i++)
            if (strncmp(usage, words[i][0], strlen(words[i][0])) == 0) {
                piece = words[i][1];
                size = strlen(piece);
                taken = strlen(words[i][0]);
            }
        memcpy(out + length, piece, size);
        length += size;
        usage += taken;
    }
    out[length] = '\0';
    return out;
}

const char *cli_nearest_format(bool is_written, const char *name)
{
    const char *names[CLI_FORMAT_NAMES_MAX];
    size_t count = 0;
    for (size_t i = 0; gp_file_format_at(i); i++) {
        const gp_file_format *format = gp_file_format_at(i);
        if (!(is_written ? gp_is_written(format) : gp_is_read(format))) continue;
        if (count < CLI_FORMAT_NAMES_MAX) names[count++] = format->name;
        for (size_t k = 0; k < GP_EXTENSIONS_MAX && format->extensions[k]; k++)
            if (count < CLI_FORMAT_NAMES_MAX) names[count++] = format->extensions[k];
    }
    return gp_nearest_text(name, names, count);
}

const char *cli_list_formats(bool is_written, char *out)
{
    size_t length = 0;
    out[0] = '\0';
    for (size_t i = 0; gp_file_format_at(i); i++) {
        const gp_file_format *format = gp_file_format_at(i);
        if (!(is_written ? gp_is_written(format) : gp_is_read(format))) continue;
        int size = snprintf(out + length, CLI_FORMATS_SIZE - length, "%s%s", length ? ", " : "",
                            format->name);
        if (size > 0 && length + (size_t)size < CLI_FORMATS_SIZE) length += (size_t)size;
    }
    return out;
}
