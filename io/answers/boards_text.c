/* SPDX-License-Identifier: MIT
 * `boards` as text: per board its interventions, then the capabilities that it asks to identify,
 * develop or strengthen, the most urgent first; and how much is in work per quarter. */
#include "io/answers/board_words.h"
#include "groeipad/boards.h"
#include "io/answers/called.h"
#include "io/answers/text_parts.h"
#include "io/answers/words.h"

typedef struct board_text {
    gp_job *job;
    gp_buffer *buffer;
    const gp_schedule *schedule;
    const gp_portfolio *portfolio;
    gp_language language;
} board_text;

static const gp_stage shown[] = {GP_EXPLORE, GP_DEVELOP, GP_EXPLOIT, GP_STAGE_NONE};

static const char *board_word(gp_stage stage, gp_language language)
{
    static const char *const words[][2] = {{"No stage given", "Zonder fase"},
                                           {"Explore", "Verkennen"},
                                           {"Develop", "Ontwikkelen"},
                                           {"Exploit", "Exploiteren"}};
    return words[stage][language];
}

/* "; uncertainty: 1 low, 2 high", or nothing where none is given. */
static const char *spread_text(const board_text *t, const gp_board *board)
{
    gp_buffer *buffer = gp_new_buffer(t->job);
    if (!buffer) return NULL;
    for (uint8_t i = GP_UNCERTAINTY_LOW; i <= GP_UNCERTAINTY_HIGH; i++) {
        if (board->by_uncertainty[i] == 0) continue;
        const char *values[] = {gp_number_text(t->job, board->by_uncertainty[i]),
                                gp_uncertainty_word(i, t->language)};
        gp_add_text(buffer, buffer->bytes.count
                                ? ", "
                                : gp_say(t->language, "; uncertainty: ", "; onzekerheid: "));
        gp_add_filled(buffer, "{0} {1}", values);
    }
    return buffer->bytes.count || buffer->has_failed ? gp_buffer_text(buffer) : "";
}

static void add_heading(const board_text *t, const gp_board *board, gp_stage stage)
{
    const char *values[] = {board_word(stage, t->language),
                            gp_number_text(t->job, board->intervention_count),
                            spread_text(t, board)};
    gp_add_line(t->buffer, 0, 2,
                gp_say(t->language, "{0} ({1} {1|intervention|interventions}{2})",
                       "{0} ({1} {1|interventie|interventies}{2})"),
                values);
}

static void finish_table(const board_text *t, const gp_table *table, size_t indent)
{
    if (table)
        gp_add_table(t->buffer, table, indent);
    else
        t->buffer->has_failed = true;
}

static void add_interventions(const board_text *t, const gp_board *board)
{
    const gp_column columns[] = {
        {.title = gp_say(t->language, "intervention", "interventie"), .cut_to = 20},
        {.title = "id", .drop = 12},
        {.title = gp_say(t->language, "uncertainty", "onzekerheid"), .drop = 9},
        {.title = gp_say(t->language, "start", "begin"), .drop = 8},
        {.title = "live"},
        {.title = ""},
        {.title = gp_say(t->language, "needed by", "nodig op")},
    };
    gp_table *table = gp_new_table(t->job, columns, sizeof columns / sizeof *columns);
    for (uint32_t i = 0; table && i < board->intervention_count; i++) {
        uint32_t index = board->interventions[i];
        const gp_intervention *intervention = &t->portfolio->interventions[index];
        const gp_dates *dates =
            &t->schedule->dates[t->schedule->network->intervention_activity[index]];
        gp_cell(table, gp_name_cell(t->job, t->portfolio, intervention->symbol));
        gp_cell(table, gp_id_cell(t->job, t->portfolio, intervention->symbol));
        gp_cell(table, gp_uncertainty_word(intervention->uncertainty, t->language));
        gp_day_cell(table, dates->earliest_start);
        gp_day_cell(table, dates->earliest_ready);
        gp_cell(table, dates->not_before ? "?" : "");
        gp_day_cell(table, intervention->needed_by);
    }
    finish_table(t, table, 2);
}

static const char *step_text(const board_text *t, const gp_board_action *action)
{
    gp_buffer *buffer = gp_new_buffer(t->job);
    if (!buffer) return NULL;
    const char *values[] = {gp_number_text(t->job, action->from_level),
                            gp_number_text(t->job, action->to_level)};
    gp_add_filled(buffer, action->from_level == action->to_level ? "{0}" : "{0}>{1}", values);
    return gp_buffer_text(buffer);
}

static const char *letters_text(const board_text *t, uint8_t boards)
{
    char letters[GP_BOARD_COUNT];
    size_t size = 0;
    for (size_t i = 0; i < GP_BOARD_COUNT; i++)
        if (boards & 1U << shown[i]) letters[size++] = gp_board_letter(shown[i], t->language);
    return gp_copy_text(t->job, letters, size);
}

static void add_action(const board_text *t, gp_table *table, const gp_board_action *action)
{
    gp_cell(table, gp_name_cell(t->job, t->portfolio, action->symbol));
    gp_cell(table, gp_id_cell(t->job, t->portfolio, action->symbol));
    gp_cell(table, step_text(t, action));
    gp_day_cell(table, action->begin_by);
    gp_cell(table, action->is_unsure ? "?" : "");
    gp_cell(table, gp_progress_word(action->progress, t->language));
    gp_cell(table, gp_match_word(action->match, t->language));
    gp_cell(table, letters_text(t, action->boards));
    gp_cell(table, gp_aspect_word(action->aspect, t->language));
}

static void add_track(const board_text *t, const gp_board *board, uint32_t *at, gp_track track)
{
    static const char *const titles[][2] = {{NULL, NULL},
                                            {"to identify ({0})", "te identificeren ({0})"},
                                            {"to develop ({0})", "te ontwikkelen ({0})"},
                                            {"to strengthen ({0})", "te versterken ({0})"}};
    const gp_column columns[] = {
        {.title = gp_say(t->language, "capability", "capability"), .cut_to = 20},
        {.title = "id", .drop = 12},
        {.title = gp_say(t->language, "level", "niveau")},
        {.title = gp_say(t->language, "begin by", "uiterlijk")},
        {.title = ""},
        {.title = gp_say(t->language, "now", "nu"), .drop = 7},
        {.title = gp_say(t->language, "track", "spoor"), .drop = 6},
        {.title = gp_say(t->language, "boards", "borden"), .drop = 8},
        {.title = gp_say(t->language, "longest", "langste"), .drop = 9},
    };
    const char *values[] = {gp_number_text(t->job, board->by_track[track])};
    if (board->by_track[track] == 0) return;
    gp_table *table = gp_new_table(t->job, columns, sizeof columns / sizeof *columns);
    gp_add_line(t->buffer, 2, 2, titles[track][t->language], values);
    for (; table && *at < board->action_count && board->actions[*at].track == track; (*at)++)
        add_action(t, table, &board->actions[*at]);
    finish_table(t, table, 4);
}

static void add_board(const board_text *t, const gp_board *board, gp_stage stage)
{
    uint32_t at = 0;
    bool is_empty = board->intervention_count + board->action_count == 0; /* of what passes */
    if (stage == GP_STAGE_NONE && is_empty) return;
    add_heading(t, board, stage);
    if (is_empty) {
        gp_add_text(t->buffer,
                    gp_say(t->language, "  nothing on this board\n\n", "  niets op dit bord\n\n"));
        return;
    }
    if (board->intervention_count) add_interventions(t, board);
    for (int track = GP_TRACK_IDENTIFY; track <= GP_TRACK_STRENGTHEN; track++)
        add_track(t, board, &at, (gp_track)track);
    const char *values[] = {gp_number_text(t->job, board->by_track[GP_TRACK_NONE])};
    if (board->by_track[GP_TRACK_NONE])
        gp_add_line(t->buffer, 2, 2,
                    gp_say(t->language,
                           "nothing to do now for {0} other {0|capability|capabilities} under it",
                           "nu niets te doen voor {0} andere {0|capability|capabilities} eronder"),
                    values);
    gp_add_text(t->buffer, "\n");
}

static void add_legend(const board_text *t)
{
    gp_add_line(t->buffer, 0, 2,
                gp_say(t->language, "boards: E explore, D develop, X exploit, - no stage",
                       "borden: V verkennen, O ontwikkelen, E exploiteren, - zonder fase"),
                NULL);
    gp_add_line(
        t->buffer, 0, 3,
        gp_say(t->language, "?  rests on an unknown lead time: live later, or to begin sooner",
               "?  steunt op een onbekende doorlooptijd: later live, of eerder te beginnen"),
        NULL);
}

/* ---- plan load ---- */

/* "22-Q2". */
static const char *quarter_text(gp_job *job, gp_day day)
{
    gp_date date = gp_date_of(day);
    char text[6] = "00-Q0";
    text[0] = (char)('0' + date.year / 10 % 10);
    text[1] = (char)('0' + date.year % 10);
    text[4] = (char)('0' + (date.month + 2) / 3);
    return gp_copy_text(job, text, sizeof text - 1);
}

static gp_table *new_load_table(const board_text *t, const gp_load *load, const char *title)
{
    gp_column columns[GP_LOAD_QUARTERS + 1] = {{.title = title, .cut_to = 24}};
    for (int i = 0; i < GP_LOAD_QUARTERS; i++) {
        columns[i + 1] = (gp_column){.title = quarter_text(t->job, load->quarters[i]),
                                     .is_right = true,
                                     .drop = (uint8_t)i}; /* the last ones first */
        if (!columns[i + 1].title) return NULL;
    }
    return gp_new_table(t->job, columns, GP_LOAD_QUARTERS + 1);
}

static void add_load_row(gp_table *table, const char *name, const gp_load_row *row)
{
    gp_cell(table, name);
    for (int i = 0; i < GP_LOAD_QUARTERS; i++) gp_number_cell(table, row->steps[i]);
}

static void add_load(const board_text *t, const gp_load *load)
{
    gp_table *tracks = new_load_table(t, load, gp_say(t->language, "track", "spoor"));
    gp_table *owners = new_load_table(t, load, gp_say(t->language, "owner", "eigenaar"));
    if (load->owner_count == 0) return;
    for (uint8_t i = GP_TRACK_IDENTIFY; tracks && i < GP_TRACK_COUNT; i++)
        add_load_row(tracks, gp_track_word(i, t->language), &load->tracks[i]);
    for (uint32_t i = 0; owners && i < load->owner_count; i++) {
        const char *owner = load->owners[i].owner;
        add_load_row(owners, owner ? owner : gp_say(t->language, "(none)", "(geen)"),
                     &load->owners[i]);
    }
    gp_add_text(t->buffer, "\n");
    gp_add_line(t->buffer, 0, 2,
                gp_say(t->language, "Capability steps in work per quarter",
                       "Stappen van capabilities in uitvoering per kwartaal"),
                NULL);
    finish_table(t, tracks, 2);
    gp_add_text(t->buffer, "\n");
    finish_table(t, owners, 2);
}

gp_status gp_text_boards(gp_job *job, const gp_schedule *schedule, const gp_boards *boards,
                         const gp_load *load, const gp_write_options *options, gp_output *out)
{
    const gp_portfolio *portfolio = schedule->network->portfolio;
    gp_buffer *buffer = gp_text_start(job, portfolio, options);
    if (!buffer) return gp_no_memory(job);
    board_text t = {job, buffer, schedule, portfolio, options->language};
    for (size_t i = 0; i < GP_BOARD_COUNT; i++) add_board(&t, &boards->boards[shown[i]], shown[i]);
    add_legend(&t);
    add_load(&t, load);
    return gp_finish_buffer(buffer, &out->text, &out->size);
}
