/* SPDX-License-Identifier: MIT
 * Which interventions have to be in time together? They are listed with commas between. */
#include "cli/risk_sets.h"
#include "cli/id_list.h"

#include <stdlib.h>

static int refuse(const cli_context *context, const char *id, gp_item item)
{
    gp_language language = context->language;
    const char *why = gp_say(language, "--together: '%s' is no intervention",
                             "--together: '%s' is geen interventie");
    if (item.kind == GP_ITEM_ELSEWHERE)
        why = gp_say(language, "--together: '%s' does not belong to the scenario",
                     "--together: '%s' hoort niet bij het scenario");
    if (item.kind == GP_ITEM_INTERVENTION)
        why = gp_say(language,
                     "--together: '%s' has no needed_by, so it has no date to be in time for",
                     "--together: '%s' heeft geen needed_by, dus geen datum om op tijd voor te "
                     "zijn");
    return cli_wrong_use(context->command, language, why, id);
}

/* A set in the making. */
typedef struct making {
    cli_context *context;
    gp_together *set;
    uint32_t *to;
} making;

/* Adds what an id or a name stands for, once. */
static int add(void *object, const char *id)
{
    making *m = object;
    cli_context *context = m->context;
    uint32_t symbol;
    int code = cli_find_symbol(context, id, &symbol);
    if (code != CLI_OK) return code;
    gp_item item = context->portfolio->items[symbol];
    bool has_date = item.kind == GP_ITEM_INTERVENTION &&
                    context->portfolio->interventions[item.index].needed_by != GP_NO_DAY;
    if (!has_date) return refuse(context, id, item);
    for (uint32_t i = 0; i < m->set->count; i++)
        if (m->to[i] == item.index) return CLI_OK;
    m->to[m->set->count++] = item.index;
    return CLI_OK;
}

int cli_read_sets(cli_context *context, const cli_texts *texts, cli_risk_sets *out)
{
    uint32_t room = context->portfolio->intervention_count;
    *out = (cli_risk_sets){.count = 0};
    if (texts->count == 0) return CLI_OK;
    out->interventions = calloc((size_t)texts->count * room + 1, sizeof *out->interventions);
    if (!out->interventions) return cli_out_of_memory(context->language);
    for (uint32_t i = 0; i < texts->count; i++) {
        uint32_t *to = out->interventions + (size_t)i * room;
        making set = {context, &out->sets[i], to};
        out->sets[i].interventions = to;
        int code = cli_each_id(context, texts->texts[i], add, &set);
        if (code != CLI_OK) return code;
        if (out->sets[i].count == 0)
            return cli_wrong_use(
                context->command, context->language, "%s",
                gp_say(context->language, "--together names nothing", "--together noemt niets"));
    }
    out->count = texts->count;
    return CLI_OK;
}
