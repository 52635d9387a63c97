/* SPDX-License-Identifier: MIT
 * The steps of every id, as the user wrote them. Most capabilities require the same whatever level
 * is asked of them, and have one step; so the graph of steps is hardly larger than that of ids. */
#include "core/written.h"

/* Is this a level with requirements of its own, above the lowest step? */
static bool has_step(const gp_level *level)
{
    return level->level > 1 && level->requires.count > 0;
}

static uint32_t count_steps(const gp_portfolio *portfolio, uint32_t symbol)
{
    gp_item item = portfolio->items[symbol];
    uint32_t count = 1;
    if (item.kind != GP_ITEM_CAPABILITY) return count;
    const gp_capability *capability = &portfolio->capabilities[item.index];
    for (uint32_t i = 0; i < capability->level_count; i++)
        count += has_step(&capability->levels[i]);
    return count;
}

gp_status gp_list_written(gp_job *job, const gp_portfolio *portfolio, gp_written *out)
{
    gp_written written = {.portfolio = portfolio,
                          .first = GP_NEW(job, uint32_t, (size_t)portfolio->symbol_count + 1)};
    if (!written.first) return gp_no_memory(job);
    for (uint32_t i = 0; i < portfolio->symbol_count; i++) {
        written.first[i] = written.count;
        written.count += count_steps(portfolio, i);
    }
    written.first[portfolio->symbol_count] = written.count;
    written.symbol = GP_NEW(job, uint32_t, written.count);
    if (!written.symbol) return gp_no_memory(job);
    for (uint32_t i = 0; i < portfolio->symbol_count; i++)
        for (uint32_t step = written.first[i]; step < written.first[i + 1]; step++)
            written.symbol[step] = i;
    *out = written;
    return GP_OK;
}

uint32_t gp_written_level(const gp_written *written, uint32_t symbol, uint8_t level)
{
    uint32_t step = written->first[symbol];
    gp_item item = written->portfolio->items[symbol];
    if (item.kind != GP_ITEM_CAPABILITY) return step;
    const gp_capability *capability = &written->portfolio->capabilities[item.index];
    for (uint32_t i = 0; i < capability->level_count; i++)
        step += has_step(&capability->levels[i]) && capability->levels[i].level <= level;
    return step;
}

/* The requirements of the higher step that so many others stand below. */
static bool find_higher(const gp_capability *capability, uint32_t below, gp_span *out)
{
    for (uint32_t i = 0; i < capability->level_count; i++)
        if (has_step(&capability->levels[i]) && --below == 0) {
            *out = capability->levels[i].requires;
            return true;
        }
    return false;
}

bool gp_written_span(const gp_written *written, uint32_t step, uint32_t index, gp_span *out)
{
    const gp_portfolio *portfolio = written->portfolio;
    uint32_t symbol = written->symbol[step];
    gp_item item = portfolio->items[symbol];
    if (item.kind == GP_ITEM_INTERVENTION && index == 0) {
        *out = portfolio->interventions[item.index].requires;
        return true;
    }
    if (item.kind != GP_ITEM_CAPABILITY) return false;
    const gp_capability *capability = &portfolio->capabilities[item.index];
    uint32_t below = step - written->first[symbol];
    if (below > 0) return index == 0 && find_higher(capability, below, out);
    if (index > 1) return false;
    if (index == 1 && (capability->level_count == 0 || capability->levels[0].level > 1))
        return false;
    *out = index == 0 ? capability->requires : capability->levels[0].requires;
    return true;
}
