/* SPDX-License-Identifier: MIT
 * `leverage` as text: how much rests on each capability, the most first, and what every chain of an
 * intervention runs through. */
#include "io/answers/answers.h"
#include "io/answers/called.h"
#include "io/answers/leverage.h"
#include "io/answers/text_parts.h"
#include "io/answers/words.h"

/* "all", or the scenarios by id. */
static const char *scenarios_text(gp_job *job, const gp_portfolio *portfolio,
                                  const gp_leverages *all, uint32_t capability,
                                  gp_language language)
{
    gp_buffer *buffer = gp_new_buffer(job);
    uint32_t count = 0;
    if (!buffer) return NULL;
    for (uint32_t k = 0; k < portfolio->scenarios.count; k++) {
        if (!gp_rests_in_scenario(all, capability, k)) continue;
        if (count++) gp_add_text(buffer, ", ");
        gp_add_text(buffer, portfolio->scenarios.terms[k].id);
    }
    bool is_all = count > 0 && count == portfolio->scenarios.count;
    return is_all ? gp_say(language, "all", "alle") : gp_buffer_text(buffer);
}

static gp_table *new_table(gp_job *job, gp_language language)
{
    const gp_column columns[] = {
        {.title = "capability", .cut_to = 20},
        {.title = "id", .drop = 12},
        {.title = gp_say(language, "itself", "zelf"), .is_right = true},
        {.title = gp_say(language, "all", "alle"), .is_right = true},
        {.title = gp_say(language, "must", "moet"), .is_right = true},
        {.title = gp_say(language, "through", "langs"), .is_right = true},
        {.title = gp_say(language, "explore", "verken"), .is_right = true, .drop = 4},
        {.title = gp_say(language, "develop", "ontwikkel"), .is_right = true, .drop = 3},
        {.title = gp_say(language, "exploit", "exploiteer"), .is_right = true, .drop = 2},
        {.title = gp_say(language, "scenarios", "scenario's"), .drop = 5, .cut_to = 20},
    };
    return gp_new_table(job, columns, sizeof columns / sizeof *columns);
}

static void add_row(gp_job *job, gp_table *table, const gp_portfolio *portfolio,
                    const gp_leverages *all, uint32_t capability, gp_language language)
{
    const gp_leverage *row = &all->rows[capability];
    gp_cell(table, gp_name_cell(job, portfolio, portfolio->capabilities[capability].symbol));
    gp_cell(table, gp_id_cell(job, portfolio, portfolio->capabilities[capability].symbol));
    gp_number_cell(table, row->direct);
    gp_number_cell(table, row->all);
    gp_number_cell(table, row->must);
    gp_number_cell(table, row->through);
    gp_number_cell(table, row->by_stage[GP_EXPLORE]);
    gp_number_cell(table, row->by_stage[GP_DEVELOP]);
    gp_number_cell(table, row->by_stage[GP_EXPLOIT]);
    gp_cell(table, scenarios_text(job, portfolio, all, capability, language));
}

static void add_cut(gp_job *job, gp_buffer *buffer, uint32_t shown, uint32_t count,
                    gp_language language)
{
    const char *values[] = {gp_number_text(job, shown), gp_number_text(job, count)};
    if (shown >= count) return;
    gp_add_line(buffer, 0, 0,
                gp_say(language, "The first {0} of {1}; --top N shows more, --top 0 all.",
                       "De eerste {0} van {1}; --top N toont er meer, --top 0 alle."),
                values);
}

static void add_through(gp_job *job, gp_buffer *buffer, const gp_portfolio *portfolio,
                        const gp_leverages *all, uint32_t top, const gp_write_options *options)
{
    gp_language language = options->language;
    uint32_t shown = 0, count = 0, symbols[GP_THROUGH_MAX];
    bool is_cut;
    gp_add_text(buffer, "\n");
    gp_add_line(buffer, 0, 2,
                gp_say(language, "What every chain of an intervention runs through",
                       "Waar elke keten van een interventie langs loopt"),
                NULL);
    for (uint32_t i = 0; i < portfolio->intervention_count; i++) {
        uint32_t symbol = portfolio->interventions[i].symbol;
        if (!gp_passes(options->filter, symbol)) continue;
        uint32_t length = gp_list_through(all, symbol, symbols, &is_cut);
        if (length == 0) continue;
        if (count++ >= top) continue;
        shown++;
        gp_buffer *line = gp_new_buffer(job);
        if (!line) {
            buffer->has_failed = true;
            return;
        }
        gp_add_made(line, gp_shortly_called(job, portfolio, symbol));
        gp_add_text(line, is_cut ? ": ... > " : ": ");
        for (uint32_t k = 0; k < length; k++) {
            if (k) gp_add_text(line, " > ");
            gp_add_made(line, gp_shortly_called(job, portfolio, symbols[k]));
        }
        const char *values[] = {gp_buffer_text(line)};
        gp_add_line(buffer, 2, 2, "{0}", values);
    }
    if (count == 0) gp_add_text(buffer, gp_say(language, "  nothing\n", "  niets\n"));
    add_cut(job, buffer, shown, count, language);
}

static void add_structure(gp_job *job, gp_buffer *buffer, const gp_network *network,
                          const gp_structure *shape, gp_language language)
{
    const char *values[] = {gp_number_text(job, network->activity_count),
                            gp_number_text(job, shape->part_count),
                            gp_number_text(job, shape->largest_part),
                            gp_number_text(job, shape->alone_count),
                            gp_number_text(job, shape->depth),
                            gp_number_text(job, shape->width)};
    gp_add_text(buffer, "\n");
    gp_add_line(buffer, 0, 0,
                gp_say(language,
                       "What has to be done: {0} {0|step|steps} in {1} {1|part|separate parts}, "
                       "{2} in the largest, "
                       "{3} alone; at most {4} after one another and {5} side by side.",
                       "Wat er moet gebeuren: {0} {0|stap|stappen} in {1} {1|deel|losse delen}, "
                       "{2} in het grootste, "
                       "{3} alleen; hoogstens {4} na elkaar en {5} naast elkaar."),
                values);
}

gp_status gp_text_leverage(gp_job *job, const gp_network *network, const gp_leverages *leverages,
                           const gp_structure *structure, const gp_write_options *options,
                           gp_output *out)
{
    gp_language language = options->language;
    const gp_portfolio *portfolio = network->portfolio;
    gp_buffer *buffer = gp_text_start(job, portfolio, options);
    gp_table *table = new_table(job, language);
    if (!buffer || !table) return gp_no_memory(job);
    uint32_t count = 0, shown = 0, limit = options->row_limit ? options->row_limit : UINT32_MAX;
    for (uint32_t i = 0; i < portfolio->capability_count; i++) {
        uint32_t capability = leverages->order[i];
        if (!gp_passes(options->filter, portfolio->capabilities[capability].symbol)) continue;
        if (count++ >= limit) continue;
        add_row(job, table, portfolio, leverages, capability, language);
        shown++;
    }
    gp_add_line(buffer, 0, 0,
                gp_say(language,
                       "Interventions that rest on a capability: itself = ask for it themselves; "
                       "all = and through others; must = cannot do without; through = every "
                       "chain runs through it.",
                       "Interventies die op een capability steunen: zelf = vragen er zelf om; "
                       "alle = ook via andere; moet = kunnen niet zonder; langs = elke keten "
                       "loopt erlangs."),
                NULL);
    gp_add_text(buffer, "\n");
    if (count) gp_add_table(buffer, table, 0);
    add_cut(job, buffer, shown, count, language);
    add_through(job, buffer, portfolio, leverages, limit, options);
    add_structure(job, buffer, network, structure, language);
    return gp_finish_buffer(buffer, &out->text, &out->size);
}
