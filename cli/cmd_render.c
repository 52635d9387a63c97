/* SPDX-License-Identifier: MIT
 * `groeipad render`: pictures. The first operand names the view, a row of its own with options and
 * help like a command's. */
#include "cli/commands.h"
#include "cli/manual.h"
#include "cli/render.h"

#include <stdio.h>
#include <string.h>

const cli_view *const cli_views[] = {
    &cli_view_path, &cli_view_roadmap, &cli_view_map,   &cli_view_tension, &cli_view_boards,
    &cli_view_fit,  &cli_view_model,   &cli_view_sweep, &cli_view_risk,    NULL};

const cli_view *cli_find_view(const char *name)
{
    for (size_t i = 0; cli_views[i]; i++)
        if (strcmp(cli_view_name(cli_views[i]), name) == 0) return cli_views[i];
    return NULL;
}

/* Whether the next word belongs to this one. An option of any view counts: which one it is, is
 * not known yet. */
static bool takes_next(const char *word)
{
    bool is_long = word[1] == '-';
    const char *name = word + (is_long ? 2 : 1);
    if (is_long ? strchr(name, '=') != NULL : name[1] != '\0') return false;
    for (size_t i = 0; cli_views[i]; i++) {
        const cli_option *option =
            cli_find_option(&cli_views[i]->command, name, strlen(name), is_long ? '\0' : name[0]);
        if (option) return option->kind != CLI_FLAG;
    }
    return false;
}

static const char *first_operand(int argc, char **argv)
{
    for (int i = 0; i < argc; i++) {
        if (strcmp(argv[i], "--") == 0) return i + 1 < argc ? argv[i + 1] : NULL;
        if (argv[i][0] != '-' || argv[i][1] == '\0') return argv[i];
        if (takes_next(argv[i])) i++;
    }
    return NULL;
}

static int unknown_view(gp_language language, const char *name)
{
    char list[CLI_USAGE_SIZE] = "";
    for (size_t i = 0; cli_views[i]; i++) {
        size_t length = strlen(list);
        snprintf(list + length, sizeof list - length, "%s%s", i ? ", " : "",
                 cli_view_name(cli_views[i]));
    }
    if (!name)
        return cli_wrong_use(
            &cli_render, language,
            gp_say(language, "which view? there is: %s", "welk aanzicht? er is: %s"), list);
    return cli_wrong_use(&cli_render, language,
                         gp_say(language, "there is no view '%s'; there is: %s",
                                "er is geen aanzicht '%s'; er is: %s"),
                         name, list);
}

static const cli_command *choose(gp_language language, int argc, char **argv, int *code)
{
    const char *name = first_operand(argc, argv);
    const cli_view *view = name ? cli_find_view(name) : NULL;
    if (view) return &view->command;
    for (int i = 0; i < argc && !name; i++)
        if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0) {
            *code = CLI_OK;
            cli_print_command_help(&cli_render, language);
            return NULL;
        }
    *code = unknown_view(language, name);
    return NULL;
}

/* A line per view, for help; in a page for man, which the views have no own of, their options
 * too. */
static void tell_views(const cli_manual *manual)
{
    cli_manual_heading(manual, cli_manual_words(manual, "views", "aanzichten"));
    for (size_t i = 0; cli_views[i]; i++)
        cli_manual_item(manual, cli_view_name(cli_views[i]),
                        cli_views[i]->command.summary[manual->language], 12);
    if (!manual->is_man) {
        putchar('\n');
        cli_manual_text(manual,
                        cli_manual_words(manual, "groeipad help VIEW tells the options of one.",
                                         "groeipad help AANZICHT vertelt de opties van een "
                                         "ervan."));
        return;
    }
    for (size_t i = 0; cli_views[i]; i++) {
        char heading[64];
        snprintf(heading, sizeof heading, "%s %s",
                 cli_manual_words(manual, "options of", "opties van"), cli_view_name(cli_views[i]));
        cli_manual_options(manual, &cli_views[i]->command, heading, cli_views[i]->command.options);
    }
}

const cli_command cli_render = {
    .name = "render",
    .summary = {"a picture; render --help tells which views there are",
                "een plaatje; render --help vertelt welke aanzichten er zijn"},
    .usage = "VIEW FILE... [-o PICTURE.svg] [options]",
    .example = "groeipad render path examples/persoonlijke-dienstverlening.json -o path.svg",
    .shows = {"draws path.svg: what has to be there first stands left",
              "tekent path.svg: wat er eerst moet zijn staat links"},
    .first = "VIEW",
    .reads_portfolio = true,
    .is_picture = true,
    .choose = choose,
    .tell_more = tell_views,
    .args_size = sizeof(cli_picture_args),
    .run = cli_run_view,
};
