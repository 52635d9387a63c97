/* SPDX-License-Identifier: MIT
 * The fields of `clashes`: capabilities that come too late. In CSV one row per clash, with the
 * remedy that wins most. */
#include "io/answers/answers.h"
#include "io/answers/clash_repair.h"
#include "io/answers/csv_finish.h"
#include "io/answers/field.h"
#include "io/answers/record_fields.h"
#include "io/answers/words.h"

static gp_value identify_verdict(gp_answer *answer, const void *record)
{
    (void)answer;
    return (gp_value){.text = gp_verdict_key(((const gp_identify *)record)->verdict)};
}

static gp_value identify_stage(gp_answer *answer, const void *record)
{
    (void)answer;
    return (gp_value){.text = gp_stage_key(((const gp_identify *)record)->stage)};
}

static gp_value remedy_kind(gp_answer *answer, const void *record)
{
    (void)answer;
    return (gp_value){.text = gp_remedy_key(((const gp_remedy *)record)->kind)};
}

static gp_value drag_rows(gp_answer *answer, const void *record)
{
    const gp_clash *clash = record;
    (void)answer;
    return (gp_value){.list = {clash->drags.drags, clash->drags.count, !clash->is_helped}};
}

static gp_value remedy_rows(gp_answer *answer, const void *record)
{
    const gp_clash *clash = record;
    (void)answer;
    return (gp_value){.list = {clash->remedies.remedies, clash->remedies.count, !clash->is_helped}};
}

/* The path goes on from that of another, or is here from its first step. */
static gp_value path_before(gp_answer *answer, const void *record)
{
    const gp_path *path = &((const gp_clash *)record)->path;
    (void)answer;
    return (gp_value){.record = path->after_steps ? path : NULL};
}

static const gp_field after_fields[] = {
    {"intervention", "path_after", GP_STEP_ID_AT(gp_path, after)},
    {"steps", "path_after_steps", GP_COUNT_AT(gp_path, after_steps)},
    {0},
};

static const gp_field identify_fields[] = {
    {"id", NULL, GP_STEP_ID_AT(gp_identify, activity)},
    {"level", NULL, GP_STEP_LEVEL_AT(gp_identify, activity)},
    {"identify_by", NULL, GP_DAY_AT(gp_identify, identify_by)},
    {"verdict", NULL, GP_COMPUTED(TEXT, identify_verdict)},
    {"stage", NULL, GP_COMPUTED(TEXT, identify_stage)},
    {0},
};

static const gp_field drag_fields[] = {
    {"id", NULL, GP_STEP_ID_AT(gp_drag, activity)},
    {"level", NULL, GP_STEP_LEVEL_AT(gp_drag, activity)},
    {"days", NULL, GP_DAYS_AT(gp_drag, days)},
    {0},
};

static const gp_field remedy_fields[] = {
    {"kind", "remedy", GP_COMPUTED(TEXT, remedy_kind)},
    {"id", "remedy_id", GP_STEP_ID_AT(gp_remedy, activity)},
    {"level", "remedy_level", GP_STEP_LEVEL_AT(gp_remedy, activity)},
    {"by_days", NULL, GP_DAYS_AT(gp_remedy, by_days)},
    {"wins_days", "wins_days", GP_DAYS_AT(gp_remedy, wins_days)},
    {"new_ready", "new_ready", GP_DAY_AT(gp_remedy, new_ready)},
    {0},
};

static const gp_field clash_fields[] = {
    {"intervention", "intervention", GP_STEP_ID_AT(gp_clash, activity)},
    {"needed_by", "needed_by", GP_DAY_AT(gp_clash, needed_by)},
    {"earliest_ready", "earliest_ready", GP_DAY_AT(gp_clash, earliest_ready)},
    {"late_days", "late_days", GP_DAYS_AT(gp_clash, late_days)},
    {"late_cycles", "late_cycles", GP_CYCLES_AT(gp_clash, late_cycles)},
    {"driver", "driver", GP_STEP_AT(gp_clash, driver)},
    {"critical_path", "critical_path", GP_STEPS_AT(gp_clash, path.activities, path.count)},
    {"elapsed", NULL, GP_RECORD_AT(gp_clash, path.elapsed, gp_elapsed_fields)},
    {"identify", NULL, GP_ROWS_AT(gp_clash, identify, identify_count, identify_fields)},
    {"drag", NULL, GP_COMPUTED_ROWS(drag_rows, gp_drag, drag_fields)},
    {"remedies", NULL, GP_COMPUTED_ROWS(remedy_rows, gp_remedy, remedy_fields)},
    {"critical_path_after", NULL, GP_COMPUTED(RECORD, path_before), .fields = after_fields},
    GP_RECORD_FIELDS,
    GP_CLASH_REPAIR_FIELD,
    {0},
};

static const gp_field clashes_fields[] = {
    {"clashes", NULL, GP_ROWS_AT(gp_clashes, clashes, count, clash_fields), .lines = GP_LINES_ALL},
    {0},
};

gp_status gp_fields_clashes(gp_job *job, const gp_schedule *schedule, const gp_clashes *clashes,
                            const gp_write_options *options, gp_output *out)
{
    gp_answer answer = {.job = job,
                        .name = "clashes",
                        .portfolio = schedule->network->portfolio,
                        .network = schedule->network,
                        .record = clashes,
                        .language = options->language,
                        .point = gp_csv_separator(options) == ';' ? ',' : '.'};
    return gp_write_fields(&answer, clashes_fields, options->format, out);
}
