/* SPDX-License-Identifier: MIT
 * Options as help tells them: a line each, made from their rows, within 80 columns. */
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

#define WIDTH 80

void cli_print_wrapped(const char *text, size_t at, size_t indent)
{
    bool is_fresh = true;
    while (*text) {
        size_t size = strcspn(text, " "), width = 0;
        for (size_t i = 0; i < size; i++) width += ((unsigned char)text[i] & 0xC0) != 0x80;
        if (!is_fresh && at + 1 + width > WIDTH) {
            printf("\n%*s", (int)indent, "");
            at = indent;
            is_fresh = true;
        }
        if (!is_fresh) at += (size_t)printf(" ");
        printf("%.*s", (int)size, text);
        at += width;
        is_fresh = false;
        text += size + (text[size] == ' ');
    }
    putchar('\n');
}

/* An option of the command itself takes the place of a general one of that name; an old name is
 * not told. */
static bool is_replaced(const cli_command *command, const cli_option *option)
{
    if (!command || option->instead) return option->instead != NULL;
    return cli_find_option(command, option->name, strlen(option->name), '\0') != option ||
           option->instead;
}

static void print_option(const cli_option *option, gp_language language)
{
    char head[160], summary[256], usual[64] = "", value[CLI_USAGE_SIZE] = "";
    if (option->value) cli_translate_usage(option->value, language, value);
    if (option->otherwise) snprintf(usual, sizeof usual, " [%s]", option->otherwise);
    snprintf(head, sizeof head, "%s%c%s--%s%s%s", option->letter ? "-" : " ",
             option->letter ? option->letter : ' ', option->letter ? ", " : "  ", option->name,
             option->value ? " " : "", value);
    snprintf(summary, sizeof summary, "%s%s", option->summary[language], usual);
    if (strlen(head) > 28)
        printf("  %s\n%32s", head, "");
    else
        printf("  %-30s", head);
    cli_print_wrapped(summary, 32, 32);
}

void cli_print_options(const cli_command *command, const char *heading, const cli_option *options,
                       gp_language language)
{
    bool is_first = true;
    for (const cli_option *option = options; option && option->name; option++) {
        if (is_replaced(command, option)) continue;
        if (is_first && heading) printf("\n%s\n", heading);
        is_first = false;
        print_option(option, language);
    }
}
