/* SPDX-License-Identifier: MIT
 * `why` as text: one date told as a story from its root. Each line is a day, how many days went by
 * to get there, and what they went to; a requirement names the line of the file that asks for
 * it, so that a reader who does not agree knows what to edit. */
#include "io/answers/steps.h"
#include "io/answers/text_parts.h"
#include "io/answers/why_words.h"
#include "io/answers/words.h"

#include <string.h>

static void add_reason(gp_job *job, gp_buffer *buffer, const gp_network *network,
                       const gp_reason *reason, gp_language language)
{
    int32_t span = reason->to - reason->from;
    const char *days = gp_number_text(job, span < 0 ? -span : span);
    gp_buffer *line = gp_new_buffer(job);
    if (!line || !days) {
        buffer->has_failed = true;
        return;
    }
    gp_add_reason_words(line, network, reason, true, language);
    bool has_days = span != 0;
    size_t width = has_days ? strlen(days) + 1 : 0;
    gp_add_made(buffer, gp_day_text(job, reason->to));
    gp_add_blanks(buffer, width < 7 ? 7 - width : 1);
    if (has_days) {
        gp_add_text(buffer, span > 0 ? "+" : "-");
        gp_add_text(buffer, days);
    }
    gp_add_blanks(buffer, 2);
    gp_add_wrapped(buffer, gp_buffer_text(line), 19, 19);
}

#define REASONS_AT_ONCE 1000

/* What is only made to be put together goes with a job of
 * its own: a story can have a line for every step that there is. */
static gp_status add_reasons(gp_buffer *buffer, const gp_network *network, const gp_reason *reasons,
                             uint32_t count, gp_language language)
{
    gp_job *scratch = gp_job_new();
    if (!scratch) return gp_no_memory(buffer->job);
    gp_status status = gp_share_source_names(scratch, buffer->job);
    for (uint32_t i = 0; i < count && status == GP_OK; i++)
        add_reason(scratch, buffer, network, &reasons[i], language);
    gp_job_free(scratch);
    return status == GP_OK ? GP_OK : gp_no_memory(buffer->job);
}

gp_status gp_text_why(gp_job *job, const gp_schedule *schedule, const gp_reasons *reasons,
                      const gp_write_options *options, gp_output *out)
{
    gp_language language = options->language;
    const gp_network *network = schedule->network;
    uint32_t activity = reasons->activity;
    const gp_dates *dates = &schedule->dates[activity];
    bool is_live = network->activities[activity].kind == GP_KIND_INTERVENTION;
    gp_buffer *buffer = gp_text_start(job, network->portfolio, options);
    if (!buffer) return gp_no_memory(job);
    const char *values[] = {gp_whole_step_text(job, network, activity, language),
                            gp_day_text(job, dates->earliest_ready),
                            is_live ? "live" : gp_say(language, "ready", "klaar")};
    gp_add_line(buffer, 0, 0,
                dates->not_before
                    ? gp_say(language, "{0} is {2} not before {1}, and perhaps later. Why:",
                             "{0} is niet {2} vóór {1}, en misschien later. Waarom:")
                    : gp_say(language, "{0} is {2} on {1} at the earliest. Why:",
                             "{0} is op zijn vroegst {2} op {1}. Waarom:"),
                values);
    gp_add_text(buffer, "\n");
    for (uint32_t i = 0; i < reasons->count; i += REASONS_AT_ONCE) {
        uint32_t rest = reasons->count - i;
        GP_TRY(add_reasons(buffer, network, &reasons->reasons[i],
                           rest < REASONS_AT_ONCE ? rest : REASONS_AT_ONCE, language));
    }
    return gp_finish_buffer(buffer, &out->text, &out->size);
}
