/* SPDX-License-Identifier: MIT
 * Which operand is what a command tells of, and which is a file? Files come first, and what lies on
 * the disk is a file. So only the last operand can be an id or a name, where no file is called
 * that. */
#include "cli/cli.h"

#include <string.h>
#include <sys/stat.h>

static bool is_file(const char *name)
{
    struct stat about;
    if (strcmp(name, "-") == 0 || gp_is_version_name(name)) return true;
    return stat(name, &about) == 0 && !S_ISDIR(about.st_mode);
}

static int both(const cli_context *context, const char *word)
{
    return cli_wrong_use(
        context->command, context->language,
        gp_say(context->language,
               "'%s' may be an id, and there is a file of that name: --for '%s', or './%s'",
               "'%s' kan een id zijn, en er is een bestand dat zo heet: --for '%s', of './%s'"),
        word, word, word);
}

int cli_settle_about(cli_context *context)
{
    const cli_command *command = context->command;
    size_t count = context->file_count;
    context->about = context->common->about;
    if (!command->has_about) return CLI_OK;
    const char *last = count > 1 ? context->files[count - 1] : NULL;
    if (!context->about && last && !is_file(last)) {
        context->about = last;
        context->is_about_bare = true;
        context->file_count--;
    } else if (!context->about && last && !strpbrk(last, "./") && strcmp(last, "-") != 0) {
        return both(context, last);
    }
    if (context->about || !command->needs_about) return CLI_OK;
    return cli_wrong_use(command, context->language, "%s",
                         gp_say(context->language,
                                "which one? Its id or name after the files, or --for ID",
                                "welke? Het id of de naam na de bestanden, of --for ID"));
}

int cli_check_about(const cli_context *context)
{
    if (!context->command->has_about || context->about || context->file_count < 2) return CLI_OK;
    const char *last = context->files[context->file_count - 1];
    return gp_find_symbol(context->portfolio, last) == GP_NONE ? CLI_OK : both(context, last);
}
