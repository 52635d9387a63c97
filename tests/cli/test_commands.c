/* SPDX-License-Identifier: MIT
 * The table of commands against what people read: every command has a summary in two languages, an
 * example that names it, options without duplicates, and is mentioned in the README. */
#include "cli/render.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#define OPTIONS_MAX 64

static size_t collect(const cli_command *command, const cli_option *out[OPTIONS_MAX])
{
    static const cli_option none[] = {{0}};
    const cli_option *tables[] = {command->options ? command->options : none,
                                  command->is_picture ? cli_picture_option : none,
                                  command->reads_portfolio ? cli_change_option : none,
                                  command->reads_portfolio ? cli_portfolio_option : none,
                                  command->reads_portfolio ? cli_import_option : none,
                                  cli_every_option};
    size_t count = 0;
    for (size_t i = 0; i < 6; i++)
        for (const cli_option *option = tables[i]; option->name; option++) {
            const char *name = option->name; /* its own replaces a general one of that name */
            if (i && cli_find_option(command, name, strlen(name), '\0') != option) continue;
            if (option->instead) { /* an old name, of one that is there */
                assert_non_null(
                    cli_find_option(command, option->instead, strlen(option->instead), 0));
                continue;
            }
            assert_true(count < OPTIONS_MAX);
            out[count++] = option;
        }
    return count;
}

/* The i-th of the commands and, after them, of the views; NULL past the last. */
static const cli_command *row(size_t i)
{
    size_t commands = 0, views = 0;
    while (cli_commands[commands]) commands++;
    while (cli_views[views]) views++;
    if (i < commands) return cli_commands[i];
    return i < commands + views ? &cli_views[i - commands]->command : NULL;
}

static void rows_are_complete(void **state)
{
    (void)state;
    for (size_t i = 0; row(i); i++) {
        const cli_command *command = row(i);
        char start[64];
        snprintf(start, sizeof start, "groeipad %s", command->name);
        assert_true(strlen(command->summary[GP_ENGLISH]) > 10);
        assert_true(strlen(command->summary[GP_DUTCH]) > 10);
        assert_string_not_equal(command->summary[GP_ENGLISH], command->summary[GP_DUTCH]);
        assert_memory_equal(command->example, start, strlen(start));
        assert_true(strlen(command->shows[GP_ENGLISH]) > 10);
        assert_string_not_equal(command->shows[GP_ENGLISH], command->shows[GP_DUTCH]);
        assert_non_null(command->run);
        assert_true(command->args_size >= sizeof(cli_common));
        assert_true(command->args_size <= CLI_ARGS_MAX);
        bool is_view = strncmp(command->name, "render ", 7) == 0;
        assert_ptr_equal(cli_find_command(command->name), is_view ? NULL : command);
    }
}

static void names_are_unique(void **state)
{
    (void)state;
    for (size_t i = 0; row(i); i++)
        for (size_t j = 0; j < i; j++) assert_string_not_equal(row(i)->name, row(j)->name);
}

static void options_are_unique_and_explained(void **state)
{
    (void)state;
    for (size_t c = 0; row(c); c++) {
        const cli_option *options[OPTIONS_MAX];
        size_t count = collect(row(c), options);
        for (size_t i = 0; i < count; i++) {
            assert_true(strlen(options[i]->summary[GP_ENGLISH]) > 5);
            assert_true(strlen(options[i]->summary[GP_DUTCH]) > 5);
            assert_true((options[i]->kind == CLI_FLAG) == (options[i]->value == NULL));
            assert_true(options[i]->field < row(c)->args_size);
            for (size_t j = 0; j < i; j++) {
                assert_string_not_equal(options[i]->name, options[j]->name);
                assert_true(!options[i]->letter || options[i]->letter != options[j]->letter);
            }
        }
    }
}

static void readme_names_every_command(void **state)
{
    (void)state;
    FILE *file = fopen("README.md", "rb");
    if (!file) skip(); /* not run from the root of the repository */
    static char text[1 << 18];
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    for (size_t i = 0; row(i); i++)
        if (!row(i)->is_hidden && !strstr(text, row(i)->name))
            fail_msg("README.md does not mention the command %s", row(i)->name);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_complete),
        cmocka_unit_test(names_are_unique),
        cmocka_unit_test(options_are_unique_and_explained),
        cmocka_unit_test(readme_names_every_command),
    };
    return cmocka_run_group_tests_name("commands", tests, NULL, NULL);
}
