/* SPDX-License-Identifier: MIT
 * What does a box say? Kind with stage or level, the name, the earliest dates ("not before"
 * where they rest on an unknown), float and buffer, and how late an intervention is; in short,
 * the day it is ready. The numbers are those of the schedule; this file only words them. */
#include "render/path_box.h"

#include <string.h>

#define DOT_BETWEEN " \xC2\xB7 "
#define DASH_BETWEEN " \xE2\x80\x93 "
#define ARROW_BETWEEN " \xE2\x86\x92 "

/* What the functions that word something need. */
typedef struct wording {
    gp_job *job;
    const gp_path_model *model;
    gp_buffer *scratch;
} wording;

uint32_t gp_level_before(const gp_network *network, uint32_t activity)
{
    const gp_activity *a = &network->activities[activity];
    if (a->kind != GP_KIND_CAPABILITY) return 0;
    if (a->actual == GP_ACTUAL_READY) return network->portfolio->capabilities[a->item].level;
    return a->level ? a->level - 1u : 0;
}

static void add_word(const wording *w, gp_word word)
{
    gp_add_text(w->scratch, gp_word_of(word, w->model->view->language));
}

static void add_days(const wording *w, gp_word word, int32_t days)
{
    add_word(w, word);
    gp_add_text(w->scratch, days < 0 ? " \xE2\x88\x92" : " ");
    gp_add_number(w->scratch, days < 0 ? -(int64_t)days : days);
    gp_add_text(w->scratch, " ");
    add_word(w, GP_WORD_DAYS_SHORT);
}

static gp_status keep(const wording *w, const char **out)
{
    const char *text;
    size_t size;
    GP_TRY(gp_finish_buffer(w->scratch, &text, &size));
    *out = gp_copy_text(w->job, text, size);
    w->scratch->bytes.count = 0;
    return *out ? GP_OK : gp_no_memory(w->job);
}

static void add_levels(const wording *w, uint32_t activity)
{
    const gp_network *network = w->model->schedule->network;
    const gp_activity *a = &network->activities[activity];
    if (a->level == 0) return;
    gp_add_text(w->scratch, DOT_BETWEEN);
    add_word(w, GP_WORD_LEVEL);
    gp_add_text(w->scratch, " ");
    if (a->kind == GP_KIND_CAPABILITY) {
        gp_add_number(w->scratch, gp_level_before(network, activity));
        gp_add_text(w->scratch, ARROW_BETWEEN);
    }
    gp_add_number(w->scratch, a->level);
}

static gp_status write_tag(const wording *w, const gp_path_box *box, const char **out)
{
    static const gp_word kinds[GP_BOX_KINDS] = {GP_WORD_TAG_INTERVENTION, GP_WORD_TAG_REQUESTED,
                                                GP_WORD_TAG_PREREQUISITE, GP_WORD_TAG_UNFOUNDED,
                                                GP_WORD_TAG_MISSING,      GP_WORD_TAG_REFERENCE};
    const gp_network *network = w->model->schedule->network;
    const gp_activity *a = &network->activities[box->activity];
    add_word(w, box->is_option ? GP_WORD_OPTION : kinds[box->kind]);
    uint8_t stage = a->kind == GP_KIND_INTERVENTION
                        ? network->portfolio->interventions[a->item].stage
                        : (uint8_t)GP_STAGE_NONE;
    if (stage != GP_STAGE_NONE) {
        gp_add_text(w->scratch, DOT_BETWEEN);
        add_word(w, (gp_word)(GP_WORD_EXPLORE + (stage - GP_EXPLORE)));
    }
    add_levels(w, box->activity);
    return keep(w, out);
}

static gp_status write_dates(const wording *w, const gp_path_box *box, const char **out)
{
    const gp_dates *dates = &w->model->schedule->dates[box->activity];
    if (dates->not_before) {
        add_word(w, GP_WORD_NOT_BEFORE);
        gp_add_text(w->scratch, " ");
    } else {
        gp_add_day(w->scratch, dates->earliest_start);
        gp_add_text(w->scratch, DASH_BETWEEN);
    }
    gp_add_day(w->scratch, dates->earliest_ready);
    return keep(w, out);
}

static gp_status write_slack(const wording *w, const gp_path_box *box, const char **out)
{
    const gp_network *network = w->model->schedule->network;
    const gp_activity *a = &network->activities[box->activity];
    const gp_dates *dates = &w->model->schedule->dates[box->activity];
    bool is_intervention = a->kind == GP_KIND_INTERVENTION;
    gp_day needed =
        is_intervention ? network->portfolio->interventions[a->item].needed_by : GP_NO_DAY;
    if (a->is_unknown) {
        add_word(w, GP_WORD_UNKNOWN);
        return keep(w, out);
    }
    if (needed != GP_NO_DAY) {
        add_word(w, GP_WORD_NEEDED);
        gp_add_text(w->scratch, " ");
        gp_add_day(w->scratch, needed);
    } else if (is_intervention) {
        add_word(w, GP_WORD_NO_DATE);
        return keep(w, out);
    } else if (dates->float_days == GP_NO_DAYS) {
        add_word(w, GP_WORD_FIXED);
    } else {
        add_days(w, GP_WORD_FLOAT, dates->float_days);
    }
    gp_add_text(w->scratch, DOT_BETWEEN);
    add_days(w, GP_WORD_BUFFER, dates->buffer_days);
    return keep(w, out);
}

static gp_status write_late(const wording *w, const gp_path_box *box, const char **out)
{
    if (box->kind != GP_BOX_INTERVENTION) return GP_OK;
    int32_t days = gp_late_days(w->model->schedule, box->activity);
    if (days <= 0) return GP_OK;
    int32_t cycles = gp_late_cycles(w->model->schedule, box->activity);
    gp_add_number(w->scratch, days);
    gp_add_text(w->scratch, " ");
    add_word(w, days == 1 ? GP_WORD_DAY_LATE : GP_WORD_DAYS_LATE);
    gp_add_text(w->scratch, DOT_BETWEEN);
    gp_add_number(w->scratch, cycles);
    gp_add_text(w->scratch, " ");
    add_word(w, cycles == 1 ? GP_WORD_CYCLE : GP_WORD_CYCLES);
    return keep(w, out);
}

/* "2027-03-01", ">= 2027-03-01", and of what is late "2027-03-01 · 310 d late". */
static gp_status write_brief(const wording *w, const gp_path_box *box, const char **out)
{
    const gp_dates *dates = &w->model->schedule->dates[box->activity];
    int32_t days =
        box->kind == GP_BOX_INTERVENTION ? gp_late_days(w->model->schedule, box->activity) : 0;
    if (dates->not_before) gp_add_text(w->scratch, GP_NOT_BEFORE_SIGN " ");
    gp_add_day(w->scratch, dates->earliest_ready);
    if (days > 0) {
        gp_add_text(w->scratch, DOT_BETWEEN);
        gp_add_number(w->scratch, days);
        gp_add_text(w->scratch, " ");
        add_word(w, GP_WORD_DAYS_SHORT);
        gp_add_text(w->scratch, " ");
        add_word(w, GP_WORD_ONE_LATE);
    }
    return keep(w, out);
}

/* "+45 d", and in full "+45 d · was 2027-03-01"; "new". */
static gp_status write_badge(const wording *w, const gp_path_box *box, gp_box_text *text)
{
    text->was = gp_find_was(w->model->view->older, box->activity);
    bool has_stood = text->was.became < GP_BECAME_NEW;
    if (text->was.became == GP_BECAME_SAME) return GP_OK;
    gp_add_became(w->scratch, w->model->view->language, &text->was);
    if (text->was.became == GP_BECAME_SHIFTED || (has_stood && text->detail == GP_DETAIL_FULL)) {
        if (text->was.days) gp_add_text(w->scratch, DOT_BETWEEN);
        add_word(w, GP_WORD_WAS);
        gp_add_text(w->scratch, " ");
        gp_add_day(w->scratch, text->was.days ? text->was.ready : text->was.start);
    }
    return keep(w, &text->badge);
}

gp_status gp_write_boxes(gp_job *job, const gp_path_model *model, const gp_path_part *part,
                         gp_box_text **out)
{
    const wording w = {job, model, gp_new_buffer(job)};
    gp_box_text *texts = GP_NEW(job, gp_box_text, part->box_count);
    if (!texts || !w.scratch) return gp_no_memory(job);
    for (uint32_t i = 0; i < part->box_count; i++) {
        const gp_path_box *box = &part->boxes[i];
        gp_text_line first = {0};
        texts[i].detail = model->detail;
        texts[i].name = gp_activity_name(model->schedule->network, box->activity);
        if (gp_wrap_text(texts[i].name, GP_FONT_NAME, GP_BOX_TEXT_MIN, 1, &first) == 0)
            texts[i].name = gp_activity_id(model->schedule->network, box->activity);
        GP_TRY(write_tag(&w, box, &texts[i].tag));
        GP_TRY(gp_write_behind(w.scratch, model->view->language, box, &texts[i]));
        if (box->kind == GP_BOX_REFERENCE) continue;
        GP_TRY(write_dates(&w, box, &texts[i].lines[0]));
        GP_TRY(write_slack(&w, box, &texts[i].lines[1]));
        GP_TRY(write_late(&w, box, &texts[i].late));
        GP_TRY(write_brief(&w, box, &texts[i].brief));
        GP_TRY(write_badge(&w, box, &texts[i]));
    }
    *out = texts;
    return GP_OK;
}
