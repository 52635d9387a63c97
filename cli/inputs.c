/* SPDX-License-Identifier: MIT
 * The rows of options say which of them name files, and what becomes of these: so an option that
 * comes tomorrow is in the list too. */
#include "cli/inputs.h"

#include <string.h>

/* What stands for a value that is a file, in help and everywhere. */
static bool is_file_word(const char *word)
{
    return strcmp(word, "FILE") == 0;
}

bool cli_names_files(const cli_option *option)
{
    return option->offers == CLI_OFFER_BY_VALUE && option->value && is_file_word(option->value);
}

static int visit_option(const cli_context *context, const cli_option *option,
                        cli_visit_input *visit, void *object)
{
    const char *field = (const char *)context->common + option->field;
    bool is_own = option->use == CLI_FILE_KEPT;
    if (!cli_names_files(option) || option->use == CLI_FILE_WRITTEN) return CLI_OK;
    if (option->kind == CLI_TEXT) {
        const char *name = *(const char *const *)(const void *)field;
        return name ? visit(object, name, is_own) : CLI_OK;
    }
    if (option->kind != CLI_TEXTS) return CLI_OK;
    const cli_texts *texts = (const cli_texts *)(const void *)field;
    int code = CLI_OK;
    for (uint32_t i = 0; code == CLI_OK && i < texts->count; i++)
        code = visit(object, texts->texts[i], is_own);
    return code;
}

int cli_each_input(const cli_context *context, cli_visit_input *visit, void *object)
{
    const cli_option *tables[CLI_TABLES];
    int code = CLI_OK;
    cli_list_tables(context->command, tables);
    for (size_t i = 0; i < CLI_TABLES; i++)
        for (const cli_option *option = tables[i]; code == CLI_OK && option->name; option++)
            code = visit_option(context, option, visit, object);
    if (code == CLI_OK && context->older) code = visit(object, context->older, false);
    for (size_t i = 0; code == CLI_OK && i < context->file_count; i++)
        code = visit(object, context->files[i], false);
    return code;
}
