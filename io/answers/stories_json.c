/* SPDX-License-Identifier: MIT
 * Why every date is what it is, as JSON: each activity's own reasons, with their sentences, and
 * which story goes before them. */
#include "io/answers/activity.h"
#include "io/answers/steps.h"
#include "io/answers/why_words.h"
#include "io/answers/words.h"

typedef struct writer {
    gp_job *job;
    gp_json *json;
    const gp_network *network;
    const uint32_t *order; /* by activity */
    gp_language language;
} writer;

static gp_status add_words(writer *w, const gp_reason *reason)
{
    const char *words;
    size_t size;
    gp_buffer *buffer = gp_new_buffer(w->job);
    if (!buffer) return gp_no_memory(w->job);
    gp_place place = gp_shown_place(w->job, gp_reason_place(w->network, reason));
    gp_add_reason_words(buffer, w->network, reason, false, w->language);
    GP_TRY(gp_finish_buffer(buffer, &words, &size));
    gp_json_add_text(w->json, "text", words);
    gp_json_add_text(w->json, "place", place.line ? gp_place_text(w->job, place) : NULL);
    return GP_OK;
}

static gp_status add_reason(writer *w, const gp_reason *reason)
{
    gp_json_open(w->json, '{');
    gp_json_add_text(w->json, "cause", gp_cause_key(reason->cause));
    gp_json_add_number(w->json, "order", w->order[reason->activity]);
    gp_json_add_day(w->json, "from", reason->from);
    gp_json_add_day(w->json, "to", reason->to);
    gp_json_add_number(w->json, "days", reason->to - reason->from);
    GP_TRY(add_words(w, reason));
    gp_json_close(w->json, '}');
    return GP_OK;
}

static gp_status add_story(writer *w, const gp_schedule *schedule, const gp_story *story)
{
    const gp_dates *dates = &schedule->dates[story->activity];
    gp_json_line(w->json);
    gp_json_open(w->json, '{');
    gp_json_add_number(w->json, "order", w->order[story->activity]);
    gp_json_add_truth(w->json, "start", story->is_to_start);
    gp_json_key(w->json, "after");
    if (story->after == GP_NONE)
        gp_json_null(w->json);
    else
        gp_json_number(w->json, story->after);
    gp_json_add_day(w->json, "ready", dates->earliest_ready);
    gp_json_key(w->json, "steps");
    gp_json_open(w->json, '[');
    for (uint32_t i = 0; i < story->count; i++) GP_TRY(add_reason(w, &story->reasons[i]));
    gp_json_close(w->json, ']');
    gp_json_close(w->json, '}');
    return GP_OK;
}

static gp_status finish(gp_json *json, gp_output *out)
{
    gp_json_close(json, ']');
    gp_json_close(json, '}');
    gp_add_bytes(json->buffer, "\n", 1);
    return gp_finish_buffer(json->buffer, &out->text, &out->size);
}

gp_status gp_write_stories(gp_job *job, const gp_schedule *schedule, const gp_stories *stories,
                           gp_language language, gp_output *out)
{
    const gp_network *network = schedule->network;
    writer w = {.job = job,
                .json = gp_json_document(job, "why", network->portfolio),
                .network = network,
                .order = gp_plan_order(job, network),
                .language = language};
    if (!w.json || !w.order) return gp_no_memory(job);
    gp_json_open_list(w.json, "whys");
    for (uint32_t i = 0; i < stories->count; i++)
        GP_TRY(add_story(&w, schedule, &stories->stories[i]));
    return finish(w.json, out);
}

gp_status gp_write_links(gp_job *job, const gp_schedule *schedule, gp_output *out)
{
    const gp_network *network = schedule->network;
    gp_json *json = gp_json_document(job, "links", network->portfolio);
    const uint32_t *order = gp_plan_order(job, network);
    if (!json || !order) return gp_no_memory(job);
    gp_json_open_list(json, "links");
    for (uint32_t i = 0; i < network->arc_count; i++) {
        const gp_arc *arc = &network->arcs[i];
        gp_json_line(json);
        gp_json_open(json, '{');
        gp_json_add_number(json, "from", order[arc->from]);
        gp_json_add_number(json, "to", order[arc->to]);
        gp_json_add_truth(json, "lag", arc->has_lag);
        gp_json_add_truth(json, "from_start", arc->is_from_start);
        gp_json_add_truth(json, "step", arc->requirement == GP_NONE);
        gp_json_add_truth(json, "spare", schedule->is_spare && schedule->is_spare[i]);
        gp_json_close(json, '}');
    }
    return finish(json, out);
}
