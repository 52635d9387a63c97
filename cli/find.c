/* SPDX-License-Identifier: MIT
 * Which activity does an id on the command line mean? Wrong ids get the nearest right one. */
#include "cli/cli.h"

static int unknown_id(const cli_context *context, const char *id)
{
    gp_language language = context->language;
    const char *nearest = gp_nearest_id(context->portfolio, id);
    if (nearest)
        return cli_wrong_use(context->command, language,
                             cli_say(language, "no '%s' in the portfolio, did you mean '%s'?",
                                     "geen '%s' in het portfolio, bedoelt u '%s'?"),
                             id, nearest);
    return cli_wrong_use(
        context->command, language,
        cli_say(language, "no '%s' in the portfolio", "geen '%s' in het portfolio"), id);
}

int cli_find_activity(cli_context *context, const char *id, uint8_t level, uint32_t *out)
{
    gp_language language = context->language;
    uint32_t symbol = gp_find_symbol(context->portfolio, id);
    if (symbol == GP_NONE) return unknown_id(context, id);
    *out = gp_find_activity(context->network, symbol, level);
    if (*out != GP_NONE) return CLI_OK;
    if (level == 0)
        return cli_wrong_use(context->command, language,
                             cli_say(language, "'%s' is there already: nothing has to be done",
                                     "'%s' is er al: er hoeft niets te gebeuren"),
                             id);
    return cli_wrong_use(context->command, language,
                         cli_say(language, "nothing has to be done to bring '%s' to level %d",
                                 "er hoeft niets te gebeuren om '%s' op niveau %d te brengen"),
                         id, level);
}
