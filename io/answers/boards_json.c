/* SPDX-License-Identifier: MIT
 * The JSON document of `boards`: three boards and what gives no stage, with their interventions
 * and actions, and the plan load per track and owner. */
#include "io/answers/board_words.h"
#include "groeipad/boards.h"
#include "io/answers/json_parts.h"
#include "io/answers/record_keys.h"
#include "io/answers/words.h"

static void add_interventions(gp_json *json, const gp_schedule *schedule, const gp_board *board)
{
    const gp_network *network = schedule->network;
    gp_json_key(json, "interventions");
    gp_json_open(json, '[');
    for (uint32_t i = 0; i < board->intervention_count; i++) {
        uint32_t index = board->interventions[i];
        const gp_intervention *intervention = &network->portfolio->interventions[index];
        const gp_dates *dates = &schedule->dates[network->intervention_activity[index]];
        gp_json_line(json);
        gp_json_open(json, '{');
        gp_json_add_text(json, "id", network->portfolio->ids[intervention->symbol]);
        gp_json_add_text(json, "uncertainty", gp_uncertainty_key(intervention->uncertainty));
        gp_json_add_day(json, "start", dates->earliest_start);
        gp_json_add_day(json, "live", dates->earliest_ready);
        gp_json_add_truth(json, "not_before", dates->not_before);
        gp_json_add_day(json, "needed_by", intervention->needed_by);
        gp_json_add_record_keys(json, network->portfolio, intervention->symbol);
        gp_json_close(json, '}');
    }
    gp_json_close(json, ']');
}

static void add_boards_of(gp_json *json, uint8_t boards)
{
    gp_json_key(json, "boards");
    gp_json_open(json, '[');
    for (int stage = GP_EXPLORE; stage <= GP_EXPLOIT; stage++)
        if (boards & 1U << stage) gp_json_text(json, gp_stage_key((gp_stage)stage));
    if (boards & 1U << GP_STAGE_NONE) gp_json_null(json);
    gp_json_close(json, ']');
}

static void add_actions(gp_json *json, const gp_portfolio *portfolio, const gp_board *board)
{
    gp_json_line(json);
    gp_json_key(json, "actions");
    gp_json_open(json, '[');
    for (uint32_t i = 0; i < board->action_count; i++) {
        const gp_board_action *action = &board->actions[i];
        gp_json_line(json);
        gp_json_open(json, '{');
        gp_json_add_text(json, "action", gp_track_key(action->track));
        gp_json_add_text(json, "id", portfolio->ids[action->symbol]);
        gp_json_add_number(json, "from_level", action->from_level);
        gp_json_add_number(json, "to_level", action->to_level);
        gp_json_add_day(json, "begin_by", action->begin_by);
        gp_json_add_day(json, "identify_by", action->identify_by);
        gp_json_add_day(json, "latest_start", action->latest_start);
        gp_json_add_truth(json, "unsure", action->is_unsure);
        gp_json_add_text(json, "progress", gp_progress_key(action->progress));
        gp_json_add_text(json, "match", gp_match_key(action->match));
        gp_json_add_text(json, "longest_aspect", gp_aspect_key(action->aspect));
        add_boards_of(json, action->boards);
        gp_json_add_record_keys(json, portfolio, action->symbol);
        gp_json_close(json, '}');
    }
    gp_json_close(json, ']');
}

static void add_board(gp_json *json, const gp_schedule *schedule, const gp_board *board,
                      gp_stage stage)
{
    gp_json_line(json);
    gp_json_open(json, '{');
    gp_json_add_text(json, "stage", gp_stage_key(stage));
    add_interventions(json, schedule, board);
    add_actions(json, schedule->network->portfolio, board);
    gp_json_add_number(json, "left_alone", board->by_track[GP_TRACK_NONE]);
    gp_json_close(json, '}');
}

static void add_load_row(gp_json *json, const char *key, const char *name, const gp_load_row *row)
{
    gp_json_line(json);
    gp_json_open(json, '{');
    gp_json_add_text(json, key, name);
    gp_json_key(json, "steps");
    gp_json_open(json, '[');
    for (int i = 0; i < GP_LOAD_QUARTERS; i++) gp_json_number(json, row->steps[i]);
    gp_json_close(json, ']');
    gp_json_close(json, '}');
}

static void add_load(gp_json *json, const gp_load *load)
{
    gp_json_line(json);
    gp_json_key(json, "load");
    gp_json_open(json, '{');
    gp_json_key(json, "quarters");
    gp_json_open(json, '[');
    for (int i = 0; i < GP_LOAD_QUARTERS; i++) gp_json_day(json, load->quarters[i]);
    gp_json_close(json, ']');
    gp_json_key(json, "tracks");
    gp_json_open(json, '[');
    for (uint8_t i = GP_TRACK_IDENTIFY; i < GP_TRACK_COUNT; i++)
        add_load_row(json, "track", gp_track_key(i), &load->tracks[i]);
    gp_json_close(json, ']');
    gp_json_key(json, "owners");
    gp_json_open(json, '[');
    for (uint32_t i = 0; i < load->owner_count; i++)
        add_load_row(json, "owner", load->owners[i].owner, &load->owners[i]);
    gp_json_close(json, ']');
    gp_json_close(json, '}');
}

gp_status gp_json_boards(gp_job *job, const gp_schedule *schedule, const gp_boards *boards,
                         const gp_load *load, const gp_write_options *options, gp_output *out)
{
    gp_json *json = gp_json_document(job, "boards", schedule->network->portfolio);
    if (!json) return gp_no_memory(job);
    gp_json_line(json);
    gp_json_key(json, "boards");
    gp_json_open(json, '[');
    for (int stage = GP_EXPLORE; stage <= GP_EXPLOIT; stage++)
        add_board(json, schedule, &boards->boards[stage], (gp_stage)stage);
    add_board(json, schedule, &boards->boards[GP_STAGE_NONE], GP_STAGE_NONE);
    gp_json_close(json, ']');
    add_load(json, load);
    return gp_json_finish(job, json, options->language, out);
}
