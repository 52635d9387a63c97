/* SPDX-License-Identifier: MIT
 * Help as people read it, of every command, view and topic, in both languages: nothing is wider
 * than a terminal of 80 columns, a command's own options come before its example and the general
 * ones after it, and every option is told somewhere. */
#include "cli/render.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

static char text[1 << 16];
static FILE *caught;
static int standard;

static void begin_catching(void)
{
    fflush(stdout);
    caught = tmpfile();
    assert_non_null(caught);
    standard = dup(1);
    assert_true(dup2(fileno(caught), 1) == 1);
}

/* What was printed since then. */
static const char *end_catching(void)
{
    fflush(stdout);
    assert_true(dup2(standard, 1) == 1);
    close(standard);
    rewind(caught);
    text[fread(text, 1, sizeof text - 1, caught)] = '\0';
    fclose(caught);
    return text;
}

static const char *help_of(const cli_command *command, gp_language language)
{
    begin_catching();
    cli_print_command_help(command, language);
    return end_catching();
}

/* Command lines are to be copied, and may be longer. */
static void fits(const char *what, const char *help)
{
    size_t width = 0;
    for (const char *at = help; *at; at++) {
        if (*at == '\n') width = 0;
        if (at == help || at[-1] == '\n')
            if (strncmp(at, "  groeipad ", 11) == 0 || strncmp(at, "usage:", 6) == 0 ||
                strncmp(at, "gebruik:", 8) == 0)
                at += strcspn(at, "\n");
        if (*at != '\n') width += ((unsigned char)*at & 0xC0) != 0x80;
        if (width > 80) fail_msg("help of %s: wider than 80 columns: %.60s", what, at - 60);
    }
}

static const cli_command *row(size_t i)
{
    size_t commands = 0, views = 0;
    while (cli_commands[commands]) commands++;
    while (cli_views[views]) views++;
    if (i < commands) return cli_commands[i];
    return i < commands + views ? &cli_views[i - commands]->command : NULL;
}

static void all_of_it_fits_a_terminal(void **state)
{
    (void)state;
    for (int language = 0; language < 2; language++) {
        for (size_t i = 0; row(i); i++) fits(row(i)->name, help_of(row(i), (gp_language)language));
        for (size_t i = 0; cli_topics[i]; i++) {
            begin_catching();
            cli_print_topic_help(cli_topics[i], (gp_language)language);
            fits(cli_topics[i]->name, end_catching());
        }
        begin_catching();
        cli_print_help(cli_commands, (gp_language)language);
        fits("all", end_catching());
    }
}

/* Where the option is told on a line of its own; NULL: nowhere. */
static const char *find_told(const char *help, const cli_option *option)
{
    char head[64];
    snprintf(head, sizeof head, "%c%c%s--%s%s", option->letter ? '-' : ' ',
             option->letter ? option->letter : ' ', option->letter ? ", " : "  ", option->name,
             option->value ? " " : "");
    return strstr(help, head);
}

static void own_options_come_first(void **state)
{
    (void)state;
    for (size_t i = 0; row(i); i++) {
        const cli_command *command = row(i);
        const char *help = help_of(command, GP_ENGLISH), *example = strstr(help, "\nexample\n");
        assert_non_null(example);
        assert_non_null(strstr(example, command->example));
        for (const cli_option *option = command->options; option && option->name; option++) {
            if (option->instead) continue;
            const char *told = find_told(help, option);
            if (!told || told > example) fail_msg("%s: --%s", command->name, option->name);
        }
        for (const cli_option *option = cli_every_option; option->name; option++)
            assert_true(find_told(help, option) > example);
        if (!command->reads_portfolio) continue;
        const char *general = strstr(help, "\ngeneral options");
        for (const cli_option *option = cli_portfolio_option; option->name; option++)
            if (cli_find_option(command, option->name, strlen(option->name), 0) == option)
                assert_true(find_told(help, option) > general);
        for (const cli_option *option = cli_change_option; option->name; option++) {
            if (cli_find_option(command, option->name, strlen(option->name), 0) != option) continue;
            assert_true(find_told(help, option) > strstr(help, "\nwhat if"));
            assert_true(find_told(help, option) < general);
        }
    }
}

static void options_of_imports_stand_behind_one_line(void **state)
{
    (void)state;
    for (size_t i = 0; row(i); i++) {
        const char *help = help_of(row(i), GP_ENGLISH);
        bool is_told = row(i)->is_about_formats;
        for (const cli_option *option = cli_import_option; option->name; option++) {
            if (!!find_told(help, option) != is_told)
                fail_msg("%s: --%s", row(i)->name, option->name);
            if (row(i)->reads_portfolio && !strstr(help, option->name))
                fail_msg("%s does not name --%s", row(i)->name, option->name);
        }
    }
    begin_catching();
    cli_print_topic_help(&cli_topic_formats, GP_ENGLISH);
    const char *topic = end_catching();
    for (const cli_option *option = cli_import_option; option->name; option++)
        assert_non_null(find_told(topic, option));
    for (size_t i = 0; gp_file_format_at(i); i++)
        assert_non_null(strstr(topic, gp_file_format_at(i)->name));
}

static void every_key_of_the_file_is_explained(void **state)
{
    (void)state;
    gp_file_record record;
    gp_file_key key;
    size_t count = 0;
    for (size_t i = 0; gp_describe_record(i, &record); i++) {
        assert_string_not_equal(record.title[GP_ENGLISH], "");
        assert_string_not_equal(record.title[GP_DUTCH], "");
        for (size_t k = 0; gp_describe_key(i, k, &key); k++, count++)
            for (int language = 0; language < 2; language++)
                if (!*key.summary[language] || !*key.value[language])
                    fail_msg("%s: '%s' has no words (io/record/record_keys.c)",
                             record.title[GP_ENGLISH], key.name);
    }
    assert_true(count > 70);
    begin_catching();
    cli_print_topic_help(&cli_topic_portfolio, GP_ENGLISH);
    const char *topic = end_catching();
    for (size_t i = 0; gp_describe_record(i, &record); i++)
        for (size_t k = 0; gp_describe_key(i, k, &key); k++)
            assert_non_null(strstr(topic, key.name));
}

/* No date, and nothing that is another in a second run. */
static void pages_for_man_have_every_option(void **state)
{
    (void)state;
    for (size_t i = 0; cli_commands[i]; i++) {
        const cli_command *command = cli_commands[i];
        const cli_option *option;
        begin_catching();
        cli_print_command_man(cli_commands, command, GP_DUTCH);
        const char *page = end_catching();
        for (const char *at = page; *at; at++) assert_true((unsigned char)*at < 0x80);
        assert_non_null(strstr(page, "\n.SH NAAM\n"));
        for (size_t k = 0; (option = cli_option_at(command, k)) != NULL; k++) {
            char name[80];
            size_t length = (size_t)snprintf(name, sizeof name, "\\-\\-");
            for (const char *at = option->name; *at; at++)
                length += (size_t)snprintf(name + length, sizeof name - length,
                                           *at == '-' ? "\\-" : "%c", *at);
            if (!strstr(page, name)) fail_msg("%s: --%s", command->name, option->name);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_of_it_fits_a_terminal),
        cmocka_unit_test(own_options_come_first),
        cmocka_unit_test(options_of_imports_stand_behind_one_line),
        cmocka_unit_test(every_key_of_the_file_is_explained),
        cmocka_unit_test(pages_for_man_have_every_option),
    };
    return cmocka_run_group_tests_name("help", tests, NULL, NULL);
}
