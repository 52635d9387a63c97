/* SPDX-License-Identifier: MIT
 * For which interventions are measures sought, and which measures may not be taken? */
#include "cli/id_list.h"
#include "cli/repair_options.h"

#include <stdlib.h>
#include <string.h>

#define MEASURES_TRIED 256 /* a suggestion is searched among so many */

/* ---- for whom ---- */

typedef struct choosing {
    cli_context *context;
    cli_repair_marks *to;
} choosing;

static int refuse_for(const cli_context *context, const char *id)
{
    return cli_wrong_use(context->command, context->language,
                         gp_say(context->language, "--for: '%s' does not belong to the scenario",
                                "--for: '%s' hoort niet bij het scenario"),
                         id);
}

static int take_for(void *object, const char *id)
{
    choosing *c = object;
    const gp_portfolio *portfolio = c->context->portfolio;
    const bool *resting;
    uint32_t symbol;
    int code = cli_find_symbol(c->context, id, &symbol);
    if (code != CLI_OK) return code;
    gp_item item = portfolio->items[symbol];
    if (item.kind == GP_ITEM_ELSEWHERE) return refuse_for(c->context, id);
    if (item.kind == GP_ITEM_INTERVENTION) {
        c->to->only[item.index] = true;
        return CLI_OK;
    }
    gp_status status = gp_find_resting(c->context->job, c->context->schedule, symbol, &resting);
    if (status != GP_OK) return cli_exit_of(c->context, status);
    for (uint32_t i = 0; i < portfolio->intervention_count; i++) c->to->only[i] |= resting[i];
    return CLI_OK;
}

/* ---- what not ---- */

/* An id of nothing: of a measure, where one is near. */
static int unknown_measure(const cli_context *context, const char *id, const char *nearest)
{
    return cli_wrong_use(context->command, context->language,
                         gp_say(context->language,
                                "--not: no measure and no record '%s', did you mean '%s'?",
                                "--not: geen maatregel en geen record '%s', bedoelt u '%s'?"),
                         id, nearest);
}

static const char *nearest_measure(const gp_portfolio *portfolio, const char *id)
{
    const char *ids[MEASURES_TRIED];
    uint32_t count = 0;
    for (; count < portfolio->measure_count && count < MEASURES_TRIED; count++)
        ids[count] = portfolio->measures[count].id;
    return gp_nearest_text(id, ids, count);
}

static bool is_name(const gp_portfolio *portfolio, const char *text)
{
    for (uint32_t i = 0; i < portfolio->symbol_count; i++)
        if (gp_says_same(text, gp_symbol_name(portfolio, i))) return true;
    return false;
}

/* A measure and a record may have the same id: both are meant. */
static int take_not(void *object, const char *id)
{
    choosing *c = object;
    const gp_portfolio *portfolio = c->context->portfolio;
    bool is_measure = false;
    for (uint32_t i = 0; i < portfolio->measure_count; i++) {
        if (strcmp(portfolio->measures[i].id, id) != 0) continue;
        is_measure = c->to->not_measures[i] = true;
    }
    uint32_t symbol = gp_find_symbol(portfolio, id);
    if (is_measure && symbol == GP_NONE) return CLI_OK;
    const char *nearest = NULL;
    if (symbol == GP_NONE && !is_name(portfolio, id)) nearest = nearest_measure(portfolio, id);
    if (nearest) return unknown_measure(c->context, id, nearest);
    int code = cli_find_symbol(c->context, id, &symbol);
    if (code == CLI_OK) c->to->not_symbols[symbol] = true;
    return code;
}

static int take_lists(choosing *c, const cli_repair_args *asked)
{
    int code = CLI_OK;
    for (uint32_t i = 0; i < asked->about.count && code == CLI_OK; i++)
        code = cli_each_id(c->context, asked->about.texts[i], take_for, c);
    for (uint32_t i = 0; i < asked->forbidden.count && code == CLI_OK; i++)
        code = cli_each_id(c->context, asked->forbidden.texts[i], take_not, c);
    return code;
}

int cli_read_repair_marks(cli_context *context, const cli_repair_args *asked, cli_repair_marks *out)
{
    const gp_portfolio *portfolio = context->portfolio;
    choosing c = {context, out};
    *out = (cli_repair_marks){
        .only = asked->about.count ? calloc((size_t)portfolio->intervention_count + 1, 1) : NULL,
        .not_measures = calloc((size_t)portfolio->measure_count + 1, 1),
        .not_symbols = calloc((size_t)portfolio->symbol_count + 1, 1)};
    if (!out->not_measures || !out->not_symbols || (asked->about.count && !out->only))
        return cli_out_of_memory(context->language);
    return take_lists(&c, asked);
}

void cli_free_repair_marks(cli_repair_marks *marks)
{
    free(marks->only);
    free(marks->not_measures);
    free(marks->not_symbols);
    *marks = (cli_repair_marks){0};
}
