/* SPDX-License-Identifier: MIT
 * What the overview counts. Every count is of one thing in one pillar: nothing is added up over
 * dimensions or pillars, because the white paper has no total and this picture makes none. */
#include "render/fit_picture.h"
#include "render/model_picture.h"

static void count_action(gp_track_counts *counts, const gp_board_action *action)
{
    counts->count++;
    counts->behind += action->match == GP_MATCH_BEHIND;
    bool is_first = action->begin_by != GP_NO_DAY &&
                    (counts->begin_by == GP_NO_DAY || action->begin_by < counts->begin_by);
    if (is_first) counts->begin_by = action->begin_by;
}

/* A capability that several boards ask for on one track is one capability. */
static gp_status count_tracks(gp_model_picture *picture)
{
    uint8_t *seen = GP_NEW(picture->sheet.job, uint8_t, picture->sheet.portfolio->symbol_count);
    if (!seen) return gp_no_memory(picture->sheet.job);
    for (int i = 0; i < GP_TRACK_COUNT; i++) picture->tracks[i].begin_by = GP_NO_DAY;
    for (int stage = 0; stage < GP_BOARD_COUNT; stage++) {
        const gp_board *board = &picture->boards.boards[stage];
        for (uint32_t i = 0; i < board->action_count; i++) {
            const gp_board_action *action = &board->actions[i];
            uint8_t bit = (uint8_t)(1U << action->track);
            if (seen[action->symbol] & bit) continue;
            seen[action->symbol] |= bit;
            count_action(&picture->tracks[action->track], action);
        }
    }
    return GP_OK;
}

gp_status gp_count_model(gp_model_picture *picture)
{
    const gp_sheet *sheet = &picture->sheet;
    const gp_portfolio *portfolio = sheet->portfolio;
    GP_TRY(gp_find_fits(sheet->job, sheet->schedule, &picture->fits));
    GP_TRY(gp_filter_fits(sheet, picture->filter, &picture->fits));
    GP_TRY(gp_find_boards_of(sheet->job, sheet->schedule, picture->filter, &picture->boards));
    GP_TRY(count_tracks(picture));
    for (uint32_t i = 0; i < portfolio->intervention_count; i++) {
        uint32_t activity = sheet->schedule->network->intervention_activity[i];
        if (!gp_passes(picture->filter, portfolio->interventions[i].symbol)) continue;
        bool is_late = gp_late_days(sheet->schedule, activity) > 0;
        picture->late[portfolio->interventions[i].stage] += is_late;
    }
    for (uint32_t i = 0; i < portfolio->symbol_count; i++)
        picture->missing +=
            portfolio->items[i].kind == GP_ITEM_MISSING && gp_passes(picture->filter, i);
    return GP_OK;
}
