/* SPDX-License-Identifier: MIT
 * The JSON document of `compare`. */
#include "io/answers/answers.h"
#include "io/answers/compare_rows.h"
#include "io/answers/json_parts.h"

static const char *what_key(uint8_t what)
{
    static const char *const keys[] = {"added", "removed", "changed", "renamed"};
    return keys[what];
}

static const char *kind_key(uint8_t kind)
{
    static const char *const keys[] = {"setting",     "intervention", "capability", "level",
                                       "requirement", "dimension",    "segment",    "situation",
                                       "scenario",    "measurement",  "measure",    "risk",
                                       "correlation"};
    return keys[kind];
}

static void add_version(gp_json *json, const char *key, const gp_portfolio *portfolio)
{
    gp_json_key(json, key);
    gp_json_open(json, '{');
    gp_json_add_text(json, "title", portfolio->title);
    gp_json_add_day(json, "status_date", portfolio->status_date);
    gp_json_close(json, '}');
}

/* A value as the file has it. */
static void add_written(gp_json *json, const char *key, const char *value)
{
    gp_json_key(json, key);
    if (!value) {
        gp_json_null(json);
        return;
    }
    gp_add_text(json->buffer, value);
    json->needs_comma = true;
}

static void add_requires(gp_json *json, const gp_edit *edit)
{
    if (edit->require_count < 2) {
        gp_json_add_text(json, "requires", edit->require_count ? edit->requires[0] : NULL);
        return;
    }
    gp_json_open_list(json, "requires");
    for (uint32_t i = 0; i < edit->require_count; i++) gp_json_text(json, edit->requires[i]);
    gp_json_close(json, ']');
}

static void add_edit(gp_json *json, uint32_t number, const gp_edit *edit)
{
    gp_json_line(json);
    gp_json_open(json, '{');
    gp_json_add_number(json, "number", number);
    gp_json_add_text(json, "what", what_key(edit->what));
    gp_json_add_text(json, "kind", kind_key(edit->kind));
    gp_json_add_text(json, "id", edit->id);
    gp_json_add_text(json, "key", edit->key);
    add_requires(json, edit);
    add_written(json, "old", edit->old_value);
    add_written(json, "new", edit->new_value);
    gp_json_close(json, '}');
}

static void add_because(gp_json *json, const gp_moved_live *live)
{
    gp_json_open_list(json, "because");
    for (uint32_t i = 0; i < live->because_count; i++) {
        const gp_edit_share *share = &live->because[i];
        gp_json_open(json, '{');
        gp_json_add_number(json, "edit", share->edit);
        gp_json_add_number(json, "share", share->share);
        gp_json_add_number(json, "alone", share->alone);
        gp_json_add_number(json, "without", share->without);
        if (share->group != GP_NONE) gp_json_add_number(json, "together_with", share->group);
        gp_json_close(json, '}');
    }
    gp_json_close(json, ']');
}

static void add_live(gp_json *json, const gp_moved_live *live)
{
    gp_json_line(json);
    gp_json_open(json, '{');
    gp_json_add_text(json, "id", live->id);
    gp_json_add_day(json, "old_ready", live->old_ready);
    gp_json_add_day(json, "new_ready", live->new_ready);
    gp_json_add_days(json, "days", live->days);
    gp_json_add_days(json, "old_late_days", live->old_late_days);
    gp_json_add_days(json, "new_late_days", live->new_late_days);
    gp_json_add_truth(json, "estimated", live->is_estimated);
    add_because(json, live);
    gp_json_add_days(json, "old_late_cycles", live->old_late_cycles);
    gp_json_add_days(json, "new_late_cycles", live->new_late_cycles);
    gp_json_add_truth(json, "critical_path_moved", live->is_path_moved);
    gp_json_close(json, '}');
}

static void add_step(gp_json *json, const gp_moved_step *step)
{
    gp_json_line(json);
    gp_json_open(json, '{');
    gp_json_add_text(json, "id", step->id);
    gp_json_add_level(json, step->level);
    gp_json_add_day(json, "old_ready", step->old_ready);
    gp_json_add_day(json, "new_ready", step->new_ready);
    gp_json_add_days(json, "days", step->days);
    gp_json_add_day(json, "old_identify_by", step->old_identify_by);
    gp_json_add_day(json, "new_identify_by", step->new_identify_by);
    gp_json_add_day(json, "old_start", step->old_start);
    gp_json_add_day(json, "new_start", step->new_start);
    gp_json_add_days(json, "old_float_days", step->old_float_days);
    gp_json_add_days(json, "new_float_days", step->new_float_days);
    gp_json_close(json, '}');
}

static void add_ids(gp_json *json, const char *key, gp_id_list list)
{
    gp_json_open_list(json, key);
    for (uint32_t i = 0; i < list.count; i++) gp_json_text(json, list.ids[i]);
    gp_json_close(json, ']');
}

static void add_both(gp_json *json, const char *key, const char *one, gp_id_list of_one,
                     const char *other, gp_id_list of_other)
{
    gp_json_key(json, key);
    gp_json_open(json, '{');
    add_ids(json, one, of_one);
    add_ids(json, other, of_other);
    gp_json_close(json, '}');
}

static void add_demand(gp_json *json, const gp_comparison *comparison)
{
    gp_json_line(json);
    gp_json_key(json, "demand");
    gp_json_open(json, '{');
    add_both(json, "missing", "new", comparison->missing, "gone", comparison->found);
    add_both(json, "unfounded", "new", comparison->unfounded, "gone", comparison->asked);
    gp_json_close(json, '}');
}

gp_status gp_json_compare(gp_job *job, const gp_comparison *comparison,
                          const gp_write_options *options, gp_output *out)
{
    const gp_portfolio *before = comparison->old_schedule->network->portfolio;
    const gp_portfolio *now = comparison->new_schedule->network->portfolio;
    gp_json *json = gp_json_document(job, "compare", now);
    if (!json) return gp_no_memory(job);
    add_version(json, "old", before);
    add_version(json, "new", now);
    gp_json_line(json);
    gp_json_open_list(json, "edits");
    for (uint32_t i = 0; i < comparison->edits->count; i++)
        add_edit(json, i, &comparison->edits->edits[i]);
    gp_json_close(json, ']');
    gp_json_line(json);
    gp_json_open_list(json, "interventions");
    for (uint32_t i = 0; i < comparison->live_count; i++)
        if (gp_shows_live(comparison, &comparison->lives[i], options->filter))
            add_live(json, &comparison->lives[i]);
    gp_json_close(json, ']');
    gp_json_line(json);
    gp_json_open_list(json, "activities");
    for (uint32_t i = 0; i < comparison->step_count; i++)
        if (gp_shows_step(comparison, &comparison->steps[i], options->filter))
            add_step(json, &comparison->steps[i]);
    gp_json_close(json, ']');
    gp_json_line(json);
    add_both(json, "clashes", "opened", comparison->opened, "closed", comparison->closed);
    add_demand(json, comparison);
    return gp_json_finish(job, json, options->language, out);
}
