/* SPDX-License-Identifier: MIT
 * `clashes` as text: a block per intervention that cannot be live in time: how late, what it waits
 * for, where the days went, until when each capability could have been identified, and what
 * would help, the best first. */
#include "io/answers/called.h"
#include "io/answers/clash_repair.h"
#include "io/answers/steps.h"
#include "io/answers/text_parts.h"
#include "io/answers/words.h"

static void add_chain(gp_job *job, gp_buffer *buffer, const gp_network *network,
                      const gp_path *path, const gp_write_options *options)
{
    const char *values[] = {
        gp_chain_text(job, network, path->activities, path->count, options),
        path->after_steps
            ? gp_shortly_called(job, network->portfolio, network->activities[path->after].symbol)
            : "",
        gp_number_text(job, path->after_steps)};
    gp_add_line(buffer, 2, 2,
                path->after_steps ? gp_say(options->language,
                                           "chain: the first {2} steps of that of {1}, then {0}",
                                           "keten: de eerste {2} stappen van die van {1}, dan {0}")
                                  : gp_say(options->language, "chain: {0}", "keten: {0}"),
                values);
}

static void add_head(gp_job *job, gp_buffer *buffer, const gp_schedule *schedule,
                     const gp_clash *clash, const gp_write_options *options)
{
    gp_language language = options->language;
    const gp_network *network = schedule->network;
    const gp_elapsed *elapsed = &clash->path.elapsed;
    bool has_driver = clash->driver != GP_NONE;
    const char *values[] = {
        gp_whole_step_text(job, network, clash->activity, language),
        gp_day_text(job, clash->needed_by),
        gp_day_text(job, clash->earliest_ready),
        gp_number_text(job, clash->late_days),
        gp_number_text(job, clash->late_cycles),
        has_driver ? gp_step_text(job, network, clash->driver, language) : "",
        has_driver ? gp_day_text(job, schedule->dates[clash->driver].earliest_ready) : "",
        gp_number_text(job, elapsed->to - elapsed->from),
        gp_elapsed_text(job, elapsed, language)};
    gp_add_heading(buffer, options, values[0]);
    gp_add_line(buffer, 2, 2,
                gp_say(language,
                       "needed by {1}, live on {2} at the earliest: {3} {3|day|days} late, "
                       "{4} {4|cycle|cycles}",
                       "nodig op {1}, op zijn vroegst live op {2}: {3} {3|dag|dagen} te laat, {4} "
                       "{4|cyclus|cycli}"),
                values);
    gp_add_line(
        buffer, 2, 2,
        has_driver ? gp_say(language, "waits for: {5}, ready on {6}", "wacht op: {5}, klaar op {6}")
                   : gp_say(language, "waits for no capability: its own work is too long",
                            "wacht op geen capability: het eigen werk duurt te lang"),
        values);
    add_chain(job, buffer, network, &clash->path, options);
    gp_add_line(buffer, 2, 2,
                gp_say(language, "the {7} {7|day|days}: {8}", "de {7} {7|dag|dagen}: {8}"), values);
}

static void add_identify_row(gp_job *job, gp_table *table, const gp_network *network,
                             const gp_identify *identify, gp_language language)
{
    bool has_date = identify->identify_by != GP_NO_DAY;
    gp_day_cell(table, identify->identify_by);
    gp_cell(table, has_date ? gp_verdict_word(identify->verdict, language)
                            : gp_say(language, "under way", "onderweg"));
    gp_cell(table, has_date ? gp_stage_word(identify->stage, language) : "");
    gp_cell(table, gp_short_step_text(job, network, identify->activity));
}

static void add_identify(gp_job *job, gp_buffer *buffer, const gp_network *network,
                         const gp_clash *clash, const gp_write_options *options)
{
    gp_language language = options->language;
    const gp_column columns[] = {
        {.title = gp_say(language, "identify by", "identificeer vóór"),
         .brief = gp_say(language, "identify by", "ident. vóór")},
        {.title = gp_say(language, "verdict", "oordeel")},
        {.title = gp_say(language, "that is while", "dat is tijdens"), .drop = 1},
        {.title = "capability", .cut_to = 24},
    };
    gp_table *table = gp_new_table(job, columns, sizeof columns / sizeof *columns);
    if (!table) {
        buffer->has_failed = true;
        return;
    }
    gp_ends ends = gp_find_ends(clash->identify_count, options);
    for (uint32_t i = 0; i < clash->identify_count; i++) {
        if (i == ends.first && ends.left_out) {
            for (int column = 0; column < 3; column++) gp_cell(table, "");
            gp_cell(table, gp_left_out_text(job, ends.left_out, language));
            i += ends.left_out;
        }
        add_identify_row(job, table, network, &clash->identify[i], language);
    }
    gp_add_table(buffer, table, 2);
}

static gp_status add_drag(gp_job *job, gp_buffer *buffer, const gp_schedule *schedule,
                          const gp_clash *clash, gp_language language)
{
    const gp_drags *drags = &clash->drags;
    gp_buffer *list = gp_new_buffer(job);
    if (!list) return gp_no_memory(job);
    for (uint32_t i = 0; i < drags->count; i++) {
        if (drags->drags[i].days == 0) continue;
        const char *values[] = {
            gp_short_step_text(job, schedule->network, drags->drags[i].activity),
            gp_number_text(job, drags->drags[i].days)};
        if (list->bytes.count) gp_add_text(list, ", ");
        gp_add_filled(list, "{0} {1}", values);
    }
    if (list->bytes.count == 0 && !list->has_failed) return GP_OK;
    const char *values[] = {gp_buffer_text(list)};
    gp_add_line(buffer, 2, 2,
                gp_say(language, "days it would be earlier if a step took no time: {0}",
                       "dagen eerder als een stap geen tijd kostte: {0}"),
                values);
    return GP_OK;
}

static const char *remedy_pattern(gp_remedy_kind kind, gp_language language)
{
    static const char *const patterns[][2] = {
        {"start {0} outside the planning rounds", "begin {0} buiten de planrondes om"},
        {"shorten {0} by {1} {1|day|days}", "maak {0} {1} {1|dag|dagen} korter"},
        {"accept {2} without the step to level {3}", "aanvaard {2} zonder de stap naar niveau {3}"},
        {"begin {0} now", "begin nu met {0}"},
        {"move the date of {2} by {1} {1|day|days}",
         "verschuif de datum van {2} met {1} {1|dag|dagen}"}};
    return patterns[kind][language];
}

static gp_status add_remedies(gp_job *job, gp_buffer *buffer, const gp_schedule *schedule,
                              const gp_clash *clash, gp_language language)
{
    const gp_remedies *remedies = &clash->remedies;
    gp_add_text(buffer, gp_say(language, "  what helps\n", "  wat helpt\n"));
    for (uint32_t i = 0; i < remedies->count; i++) {
        const gp_remedy *remedy = &remedies->remedies[i];
        const char *facts[] = {gp_day_text(job, remedy->new_ready),
                               gp_number_text(job, remedy->wins_days)};
        const char *values[] = {
            gp_step_text(job, schedule->network, remedy->activity, language),
            gp_number_text(job, remedy->by_days),
            gp_shortly_called(job, schedule->network->portfolio,
                              schedule->network->activities[remedy->activity].symbol),
            gp_number_text(job, gp_step_level(schedule->network, remedy->activity))};
        gp_buffer *line = gp_new_buffer(job);
        if (!line) return gp_no_memory(job);
        gp_add_filled(line, remedy_pattern(remedy->kind, language), values);
        gp_add_filled(line,
                      remedy->wins_days ? gp_say(language, ": live on {0}, {1} {1|day|days} won",
                                                 ": live op {0}, {1} {1|dag|dagen} gewonnen")
                                        : gp_say(language, ", to {0}", ", naar {0}"),
                      facts);
        gp_add_text(buffer, "    ");
        gp_add_wrapped(buffer, gp_buffer_text(line), 4, 6);
    }
    if (remedies->count == 0)
        gp_add_text(buffer, gp_say(language, "    nothing that was tried\n",
                                   "    niets van wat is geprobeerd\n"));
    return GP_OK;
}

/* Was a chain told by its ends only, or from where it leaves another? */
static bool is_cut(const gp_clashes *clashes, const gp_write_options *options)
{
    for (uint32_t i = 0; i < clashes->count; i++) {
        const gp_path *path = &clashes->clashes[i].path;
        if (path->after_steps || gp_find_ends(path->count, options).left_out) return true;
    }
    return false;
}

static void add_close(gp_job *job, gp_buffer *buffer, const gp_clashes *clashes,
                      const gp_write_options *options)
{
    gp_language language = options->language;
    const char *values[] = {gp_number_text(job, clashes->helped_count),
                            gp_number_text(job, clashes->count)};
    if (clashes->count == 0)
        gp_add_line(
            buffer, 0, 0,
            options->filter ? gp_say(language, "None of these is late.", "Geen daarvan is te laat.")
            : clashes->is_part
                ? gp_say(language, "No clash has to do with it.",
                         "Geen botsing heeft ermee te maken.")
                : gp_say(language, "No clashes: every intervention can be live when needed.",
                         "Geen botsingen: elke interventie kan op tijd live zijn."),
            NULL);
    else if (clashes->count > clashes->helped_count) {
        gp_add_text(buffer, "\n");
        gp_add_line(
            buffer, 0, 0,
            gp_say(language,
                   "Remedies were sought for the {0} worst of {1} {1|clash|clashes}; --remedies N "
                   "seeks more.",
                   "Voor de {0} ergste van {1} {1|botsing|botsingen} is gezocht naar wat helpt; "
                   "--remedies N zoekt meer."),
            values);
    }
    if (is_cut(clashes, options)) {
        gp_add_text(buffer, "\n");
        gp_add_line(buffer, 0, 0,
                    gp_say(language,
                           "Chains of more than 20 steps are told in part; --all tells "
                           "them in full.",
                           "Van ketens met meer dan 20 stappen staat hier een deel; --all geeft ze "
                           "voluit."),
                    NULL);
    }
}

gp_status gp_text_clashes(gp_job *job, const gp_schedule *schedule, const gp_clashes *clashes,
                          const gp_write_options *options, gp_output *out)
{
    gp_language language = options->language;
    gp_buffer *buffer = gp_text_start(job, schedule->network->portfolio, options);
    if (!buffer) return gp_no_memory(job);
    for (uint32_t i = 0; i < clashes->count; i++) {
        const gp_clash *clash = &clashes->clashes[i];
        add_head(job, buffer, schedule, clash, options);
        add_identify(job, buffer, schedule->network, clash, options);
        if (clash->is_helped) {
            GP_TRY(add_drag(job, buffer, schedule, clash, language));
            GP_TRY(add_remedies(job, buffer, schedule, clash, language));
            gp_add_clash_repair(buffer, schedule, clash, options);
        }
        if (i + 1 < clashes->count) gp_add_text(buffer, "\n");
    }
    add_close(job, buffer, clashes, options);
    return gp_finish_buffer(buffer, &out->text, &out->size);
}
