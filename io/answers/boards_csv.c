/* SPDX-License-Identifier: MIT
 * `boards` as CSV: one row per intervention and per capability action, board by board. Cells that
 * the one kind of row has and the other has not are empty. */
#include "io/answers/board_words.h"
#include "groeipad/boards.h"
#include "io/answers/words.h"
#include "io/answers/csv_row.h"
#include "io/answers/record_keys.h"

#define HEADER                                                                                     \
    "board,kind,id,uncertainty,start,live,needed_by,not_before,action,from_level,to_level,"        \
    "begin_by,identify_by,latest_start,unsure,progress,match,longest_aspect,"                      \
    "boards," GP_RECORD_KEYS_HEADER
#define ACTION_CELLS 11

static void add_empty(gp_csv *csv, int count)
{
    for (int i = 0; i < count; i++) gp_csv_text(csv, NULL);
}

static void add_intervention(gp_csv *csv, const gp_schedule *schedule, uint32_t index)
{
    const gp_network *network = schedule->network;
    const gp_intervention *intervention = &network->portfolio->interventions[index];
    const gp_dates *dates = &schedule->dates[network->intervention_activity[index]];
    gp_csv_text(csv, gp_stage_key((gp_stage)intervention->stage));
    gp_csv_text(csv, "intervention");
    gp_csv_text(csv, network->portfolio->ids[intervention->symbol]);
    gp_csv_text(csv, gp_uncertainty_key(intervention->uncertainty));
    gp_csv_day(csv, dates->earliest_start);
    gp_csv_day(csv, dates->earliest_ready);
    gp_csv_day(csv, intervention->needed_by);
    gp_csv_truth(csv, dates->not_before);
    add_empty(csv, ACTION_CELLS);
    gp_csv_record_keys(csv, network->portfolio, intervention->symbol);
    gp_csv_end(csv);
}

static gp_status add_boards_of(gp_job *job, gp_csv *csv, uint8_t boards)
{
    const char *text;
    size_t size;
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return gp_no_memory(job);
    for (int stage = GP_EXPLORE; stage <= GP_EXPLOIT; stage++) {
        if (!(boards & 1U << stage)) continue;
        if (buffer->bytes.count) gp_add_text(buffer, "; ");
        gp_add_text(buffer, gp_stage_key((gp_stage)stage));
    }
    GP_TRY(gp_finish_buffer(buffer, &text, &size));
    gp_csv_text(csv, text);
    return GP_OK;
}

static gp_status add_action(gp_job *job, gp_csv *csv, const gp_portfolio *portfolio, gp_stage stage,
                            const gp_board_action *action)
{
    gp_csv_text(csv, gp_stage_key(stage));
    gp_csv_text(csv, "capability");
    gp_csv_text(csv, portfolio->ids[action->symbol]);
    add_empty(csv, 5);
    gp_csv_text(csv, gp_track_key(action->track));
    gp_csv_number(csv, action->from_level);
    gp_csv_number(csv, action->to_level);
    gp_csv_day(csv, action->begin_by);
    gp_csv_day(csv, action->identify_by);
    gp_csv_day(csv, action->latest_start);
    gp_csv_truth(csv, action->is_unsure);
    gp_csv_text(csv, gp_progress_key(action->progress));
    gp_csv_text(csv, gp_match_key(action->match));
    gp_csv_text(csv, gp_aspect_key(action->aspect));
    GP_TRY(add_boards_of(job, csv, action->boards));
    gp_csv_record_keys(csv, portfolio, action->symbol);
    gp_csv_end(csv);
    return GP_OK;
}

gp_status gp_csv_boards(gp_job *job, const gp_schedule *schedule, const gp_boards *boards,
                        const gp_load *load, const gp_write_options *options, gp_output *out)
{
    static const gp_stage order[] = {GP_EXPLORE, GP_DEVELOP, GP_EXPLOIT, GP_STAGE_NONE};
    (void)load;
    (void)options;
    gp_csv csv = {gp_new_buffer(job), false};
    if (!csv.buffer) return gp_no_memory(job);
    gp_add_text(csv.buffer, HEADER);
    gp_csv_end(&csv);
    for (size_t i = 0; i < GP_BOARD_COUNT; i++) {
        const gp_board *board = &boards->boards[order[i]];
        for (uint32_t n = 0; n < board->intervention_count; n++)
            add_intervention(&csv, schedule, board->interventions[n]);
        for (uint32_t n = 0; n < board->action_count; n++)
            GP_TRY(
                add_action(job, &csv, schedule->network->portfolio, order[i], &board->actions[n]));
    }
    return gp_finish_buffer(csv.buffer, &out->text, &out->size);
}
