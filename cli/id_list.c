/* SPDX-License-Identifier: MIT
 * Takes a list of ids or names apart. */
#include "cli/id_list.h"

#include <string.h>

/* Is all of it one id, or one name? */
static bool is_one(const cli_context *context, const char *text)
{
    const gp_portfolio *portfolio = context->portfolio;
    if (!strchr(text, ',') || gp_find_symbol(portfolio, text) != GP_NONE) return true;
    for (uint32_t i = 0; i < portfolio->symbol_count; i++)
        if (gp_says_same(text, gp_symbol_name(portfolio, i))) return true;
    for (uint32_t i = 0; i < portfolio->measure_count; i++)
        if (strcmp(text, portfolio->measures[i].id) == 0) return true;
    return false;
}

int cli_each_id(const cli_context *context, const char *text, cli_take_id *take, void *object)
{
    if (is_one(context, text)) return *text ? take(object, text) : CLI_OK;
    while (*text) {
        size_t size = strcspn(text, ",");
        const char *next = text + size + (text[size] == ',');
        for (; size && *text == ' '; size--) text++;
        for (; size && text[size - 1] == ' '; size--) continue;
        const char *id = size ? gp_copy_text(context->job, text, size) : NULL;
        if (size && !id) return cli_out_of_memory(context->language);
        int code = id ? take(object, id) : CLI_OK;
        if (code != CLI_OK) return code;
        text = next;
    }
    return CLI_OK;
}
