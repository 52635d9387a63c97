/* SPDX-License-Identifier: MIT
 * Which activity, scenario, segment or situation does an id on the command line mean? Wrong ids get
 * the nearest right one. */
#include "cli/cli.h"
#include "groeipad/scenarios.h"

#include <stdio.h>
#include <string.h>

#define TERMS_TRIED 256 /* a suggestion is searched among so many */

static int unknown_id(const cli_context *context, const char *id)
{
    gp_language language = context->language;
    const char *nearest = gp_nearest_id(context->portfolio, id);
    bool may_be_file = context->is_about_bare && id == context->about;
    const char *what = may_be_file
                           ? gp_say(language, "no file '%s', and nothing of that id or name",
                                    "geen bestand '%s', en niets met dat id of die naam")
                           : gp_say(language, "no '%s'", "geen '%s'");
    char start[1024];
    snprintf(start, sizeof start, what, id);
    if (nearest)
        return cli_wrong_use(context->command, language,
                             gp_say(language, "%s in the portfolio, did you mean '%s'?",
                                    "%s in het portfolio, bedoelt u '%s'?"),
                             start, nearest);
    return cli_wrong_use(context->command, language,
                         gp_say(language, "%s in the portfolio", "%s in het portfolio"), start);
}

/* Names are no key: a look at each. */
int cli_find_symbol(const cli_context *context, const char *text, uint32_t *out)
{
    const gp_portfolio *portfolio = context->portfolio;
    uint32_t count = 0, found[2] = {GP_NONE, GP_NONE};
    *out = gp_find_symbol(portfolio, text);
    if (*out != GP_NONE) return CLI_OK;
    for (uint32_t i = 0; i < portfolio->symbol_count && count < 2; i++)
        if (gp_says_same(text, gp_symbol_name(portfolio, i))) found[count++] = i;
    *out = found[0];
    if (count == 0) return unknown_id(context, text);
    if (count == 1) return CLI_OK;
    return cli_wrong_use(context->command, context->language,
                         gp_say(context->language,
                                "several have the name '%s': give the id, '%s' or '%s'",
                                "meer dan één heeft de naam '%s': geef het id, '%s' of '%s'"),
                         text, portfolio->ids[found[0]], portfolio->ids[found[1]]);
}

int cli_find_activity(cli_context *context, const char *id, uint8_t level, uint32_t *out)
{
    gp_language language = context->language;
    uint32_t symbol;
    int code = cli_find_symbol(context, id, &symbol);
    if (code != CLI_OK) return code;
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
