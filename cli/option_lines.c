/* SPDX-License-Identifier: MIT
 * Options as help tells them: an item each, made from their rows. */
#include "cli/manual.h"

#include <stdio.h>
#include <string.h>

#define COLUMN 32 /* where what they mean begins */

/* An option of the command itself takes the place of a general one of that name; an old name is
 * not told. */
static bool is_replaced(const cli_command *command, const cli_option *option)
{
    if (option->instead) return true;
    if (!command) return false;
    return cli_find_option(command, option->name, strlen(option->name), '\0') != option;
}

static void tell_option(const cli_manual *manual, const cli_option *option)
{
    char head[160], summary[256], usual[64] = "", value[CLI_USAGE_SIZE] = "";
    if (option->value) cli_translate_usage(option->value, manual->language, value);
    if (option->otherwise) snprintf(usual, sizeof usual, " [%s]", option->otherwise);
    const char *space = manual->is_man ? "" : " "; /* below each other on a terminal */
    char letter[8] = "";
    if (option->letter)
        snprintf(letter, sizeof letter, "-%c, ", option->letter);
    else
        snprintf(letter, sizeof letter, "%s%s%s%s", space, space, space, space);
    snprintf(head, sizeof head, "%s--%s%s%s", letter, option->name, option->value ? " " : "",
             value);
    snprintf(summary, sizeof summary, "%s%s", option->summary[manual->language], usual);
    cli_manual_item(manual, head, summary, COLUMN);
}

void cli_manual_options(const cli_manual *manual, const cli_command *command, const char *heading,
                        const cli_option *options)
{
    bool is_first = true;
    for (const cli_option *option = options; option && option->name; option++) {
        if (is_replaced(command, option)) continue;
        if (is_first && heading) cli_manual_heading(manual, heading);
        is_first = false;
        tell_option(manual, option);
    }
}
