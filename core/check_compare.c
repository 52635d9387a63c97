/* SPDX-License-Identifier: MIT
 * Findings about what moved between two versions, at their places in the newer one. */
#include "core/compare.h"

#include <string.h>

static gp_place place_in_new(const gp_comparison *c, const char *id)
{
    const gp_portfolio *portfolio = c->new_schedule->network->portfolio;
    uint32_t symbol = gp_find_symbol(portfolio, id);
    gp_item item =
        symbol == GP_NONE ? (gp_item){GP_ITEM_MISSING, GP_NONE} : portfolio->items[symbol];
    if (item.kind == GP_ITEM_CAPABILITY) return portfolio->capabilities[item.index].place;
    if (item.kind == GP_ITEM_INTERVENTION) return portfolio->interventions[item.index].place;
    return (gp_place){0};
}

/* ", most of all by c360.lead_time" in both languages; nothing where no edit is to blame. */
static gp_status find_cause(gp_job *job, const gp_comparison *c, const gp_moved_live *live,
                            gp_argument *out)
{
    static const char *const before[2] = {", most of all by ", ", vooral door "};
    const char *texts[2] = {"", ""};
    bool is_known = live->because_count && live->because[0].share > 0;
    for (int i = 0; is_known && i < 2; i++) {
        const char *name = gp_edit_name(job, &c->edits->edits[live->because[0].edit]);
        gp_buffer *buffer = gp_new_buffer(job);
        size_t size;
        if (!name || !buffer) return gp_no_memory(job);
        gp_add_text(buffer, before[i]);
        gp_add_text(buffer, name);
        GP_TRY(gp_finish_buffer(buffer, &texts[i], &size));
    }
    *out = GP_WORDS(texts[0], texts[1]);
    return GP_OK;
}

static gp_status report_later(gp_job *job, const gp_comparison *c, const gp_moved_live *live)
{
    gp_finding finding = {
        .code = 601,
        .place = place_in_new(c, live->id),
        .subject = live->id,
        .arguments = {GP_NUMBER(live->days), GP_DAY(live->old_ready), GP_DAY(live->new_ready)}};
    GP_TRY(find_cause(job, c, live, &finding.arguments[3]));
    return gp_add_finding(job, &finding);
}

static gp_status report_live(gp_job *job, const gp_comparison *c, const gp_moved_live *live,
                             int32_t at_least)
{
    bool was_late = live->old_late_days > 0;
    if (live->days != GP_NO_DAYS && live->days >= at_least && live->days > 0)
        GP_TRY(report_later(job, c, live));
    if (live->new_late_days > 0 && !was_late)
        GP_TRY(gp_add_finding(job, &(gp_finding){.code = 602,
                                                 .place = place_in_new(c, live->id),
                                                 .subject = live->id,
                                                 .arguments = {GP_NUMBER(live->new_late_days),
                                                               GP_DAY(live->new_ready)}}));
    if (live->is_path_moved)
        GP_TRY(gp_add_finding(
            job,
            &(gp_finding){.code = 607, .place = place_in_new(c, live->id), .subject = live->id}));
    return GP_OK;
}

/* Where NEW asks for what it does not describe: the first requirement on it. */
static gp_place place_of_missing(const gp_portfolio *portfolio, const char *id)
{
    uint32_t symbol = gp_find_symbol(portfolio, id);
    for (uint32_t i = 0; i < portfolio->requirement_count; i++)
        if (portfolio->requirements[i].target == symbol) return portfolio->requirements[i].place;
    return (gp_place){0};
}

static gp_status report_demand(gp_job *job, const gp_comparison *c)
{
    const gp_portfolio *portfolio = c->new_schedule->network->portfolio;
    for (uint32_t i = 0; i < c->missing.count; i++)
        GP_TRY(gp_add_finding(job,
                              &(gp_finding){.code = 603,
                                            .place = place_of_missing(portfolio, c->missing.ids[i]),
                                            .subject = c->missing.ids[i]}));
    for (uint32_t i = 0; i < c->unfounded.count; i++)
        GP_TRY(gp_add_finding(job, &(gp_finding){.code = 605,
                                                 .place = place_in_new(c, c->unfounded.ids[i]),
                                                 .subject = c->unfounded.ids[i]}));
    return GP_OK;
}

/* A date by which to decide that was still to come, and is past now. */
static gp_status report_past(gp_job *job, const gp_comparison *c)
{
    gp_day today = c->new_schedule->network->portfolio->status_date;
    gp_day before = c->old_schedule->network->portfolio->status_date;
    for (uint32_t i = 0; i < c->step_count; i++) {
        const gp_moved_step *step = &c->steps[i];
        bool is_past = step->new_identify_by != GP_NO_DAY && step->new_identify_by < today;
        bool was_past = step->old_identify_by != GP_NO_DAY && step->old_identify_by < before;
        if (!is_past || was_past || step->new_activity == GP_NONE) continue;
        GP_TRY(gp_add_finding(job, &(gp_finding){.code = 604,
                                                 .place = place_in_new(c, step->id),
                                                 .subject = step->id,
                                                 .arguments = {GP_NUMBER(step->level),
                                                               GP_DAY(step->new_identify_by)}}));
    }
    return GP_OK;
}

static gp_status report_renamed(gp_job *job, const gp_edits *edits)
{
    for (uint32_t i = 0; i < edits->count; i++) {
        const gp_edit *edit = &edits->edits[i];
        if (edit->what != GP_EDIT_RENAMED) continue;
        GP_TRY(gp_add_finding(job, &(gp_finding){.code = 606,
                                                 .place = edit->place,
                                                 .subject = edit->id,
                                                 .arguments = {GP_TEXT(edit->old_id)}}));
    }
    return GP_OK;
}

gp_status gp_check_comparison(gp_job *job, const gp_comparison *comparison, int32_t at_least)
{
    for (uint32_t i = 0; i < comparison->live_count; i++)
        GP_TRY(report_live(job, comparison, &comparison->lives[i], at_least));
    GP_TRY(report_demand(job, comparison));
    GP_TRY(report_past(job, comparison));
    return report_renamed(job, comparison->edits);
}
