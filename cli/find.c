/* SPDX-License-Identifier: MIT
 * Which activity, scenario, segment or situation does an id on the command line mean? Wrong ids get
 * the nearest right one. */
#include "cli/cli.h"
#include "groeipad/scenarios.h"

#include <string.h>

#define TERMS_TRIED 256 /* a suggestion is searched among so many */

static int unknown_id(const cli_context *context, const char *id)
{
    gp_language language = context->language;
    const char *nearest = gp_nearest_id(context->portfolio, id);
    if (nearest)
        return cli_wrong_use(context->command, language,
                             gp_say(language, "no '%s' in the portfolio, did you mean '%s'?",
                                    "geen '%s' in het portfolio, bedoelt u '%s'?"),
                             id, nearest);
    return cli_wrong_use(context->command, language,
                         gp_say(language, "no '%s' in the portfolio", "geen '%s' in het portfolio"),
                         id);
}

int cli_find_activity(cli_context *context, const char *id, uint8_t level, uint32_t *out)
{
    gp_language language = context->language;
    uint32_t symbol = gp_find_symbol(context->portfolio, id);
    if (symbol == GP_NONE) return unknown_id(context, id);
    *out = gp_find_activity(context->network, symbol, level);
    if (*out != GP_NONE) return CLI_OK;
    if (context->portfolio->items[symbol].kind == GP_ITEM_ELSEWHERE)
        return cli_wrong_use(context->command, language,
                             gp_say(language, "'%s' does not belong to the scenario '%s'",
                                    "'%s' hoort niet bij het scenario '%s'"),
                             id, context->common->scenario);
    if (level == 0)
        return cli_wrong_use(context->command, language,
                             gp_say(language, "'%s' is there already: nothing has to be done",
                                    "'%s' is er al: er hoeft niets te gebeuren"),
                             id);
    return cli_wrong_use(context->command, language,
                         gp_say(language, "nothing has to be done to bring '%s' to level %d",
                                "er hoeft niets te gebeuren om '%s' op niveau %d te brengen"),
                         id, level);
}

static int unknown_scenario(const cli_context *context, const char *id)
{
    gp_language language = context->language;
    const gp_terms *scenarios = &context->portfolio->scenarios;
    const char *ids[TERMS_TRIED] = {NULL};
    size_t count = 0;
    for (; count < scenarios->count && count < TERMS_TRIED; count++)
        ids[count] = scenarios->terms[count].id;
    const char *nearest = gp_nearest_text(id, ids, count);
    if (nearest)
        return cli_wrong_use(context->command, language,
                             gp_say(language, "no scenario '%s', did you mean '%s'?",
                                    "geen scenario '%s', bedoelt u '%s'?"),
                             id, nearest);
    if (count == 0)
        return cli_wrong_use(context->command, language,
                             gp_say(language, "no scenario '%s': the portfolio names none",
                                    "geen scenario '%s': het portfolio noemt er geen"),
                             id);
    return cli_wrong_use(context->command, language,
                         gp_say(language, "no scenario '%s' in the portfolio; one is '%s'",
                                "geen scenario '%s' in het portfolio; een ervan is '%s'"),
                         id, ids[0]);
}

int cli_choose_scenario(cli_context *context)
{
    const char *id = context->common->scenario;
    if (!id) return CLI_OK;
    uint32_t scenario = gp_find_scenario(context->portfolio, id);
    if (scenario == GP_NONE) return unknown_scenario(context, id);
    return cli_exit_of(context, gp_select_scenario(context->job, context->portfolio, scenario,
                                                   &context->portfolio));
}

int cli_find_term(const cli_context *context, const char *option, const gp_terms *terms,
                  const char *id, uint32_t *out)
{
    gp_language language = context->language;
    const char *ids[TERMS_TRIED];
    uint32_t count = 0;
    *out = GP_NONE;
    for (uint32_t i = 0; id && i < terms->count; i++) {
        if (strcmp(terms->terms[i].id, id) == 0) {
            *out = i;
            return CLI_OK;
        }
        if (count < TERMS_TRIED) ids[count++] = terms->terms[i].id;
    }
    if (!id) return CLI_OK;
    const char *nearest = gp_nearest_text(id, ids, count);
    if (nearest)
        return cli_wrong_use(context->command, language,
                             gp_say(language, "no %s '%s' in the portfolio, did you mean '%s'?",
                                    "geen %s '%s' in het portfolio, bedoelt u '%s'?"),
                             option, id, nearest);
    return cli_wrong_use(
        context->command, language,
        gp_say(language, "no %s '%s' in the portfolio", "geen %s '%s' in het portfolio"), option,
        id);
}
