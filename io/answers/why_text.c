/* SPDX-License-Identifier: MIT
 * `why` as text: one date told as a story from its root. Each line is a day, how many days went by
 * to get there, and what they went to; a requirement names the line of the file that asks for
 * it, so that a reader who does not agree knows what to edit. */
#include "io/answers/steps.h"
#include "io/answers/text_parts.h"
#include "io/answers/words.h"

#include <string.h>

/* A requirement or its lag. `from_start`: it asks for the start of what it names. */
static const char *requirement_pattern(const gp_reason *reason, bool from_start,
                                       gp_language language)
{
    if (reason->cause == GP_CAUSE_LAG && reason->to < reason->from)
        return gp_say(language, "{0} may be {4} {4|day|days} ahead of that ({2})",
                      "{0} mag daar {4} {4|dag|dagen} op vooruitlopen ({2})");
    if (reason->cause == GP_CAUSE_LAG)
        return gp_say(language, "{0} has to wait {4} {4|day|days} after that ({2})",
                      "{0} moet daarna nog {4} {4|dag|dagen} wachten ({2})");
    if (reason->requirement == GP_NONE)
        return gp_say(language, "{1} is ready, and {0} comes after it",
                      "{1} is klaar, en {0} komt daarna");
    if (from_start)
        return gp_say(language, "{1} starts, and {0} requires that ({2})",
                      "{1} begint, en {0} vereist dat ({2})");
    return gp_say(language, "{1} is ready, and {0} requires it ({2})",
                  "{1} is klaar, en {0} vereist dat ({2})");
}

/* {0} the step, {1} what it waits for, {2} place, {3} day, {4} days. */
static const char *pattern_of(const gp_reason *reason, bool from_start, gp_language language)
{
    switch (reason->cause) {
    case GP_CAUSE_RELEASE:
        if (reason->from == reason->to)
            return gp_say(language, "no requirement holds {0} up", "geen eis houdt {0} tegen");
        return gp_say(language, "{0} may not start before this day",
                      "{0} mag niet vóór deze dag beginnen");
    case GP_CAUSE_STARTED:
        return gp_say(language, "{0} started: a fact in the portfolio",
                      "{0} is begonnen: een feit in het portfolio");
    case GP_CAUSE_READY:
        return gp_say(language, "{0} is ready: a fact in the portfolio",
                      "{0} is klaar: een feit in het portfolio");
    case GP_CAUSE_REQUIREMENT:
    case GP_CAUSE_LAG: return requirement_pattern(reason, from_start, language);
    case GP_CAUSE_ROUND:
        return gp_say(language, "{0} waited for the planning round of {3}",
                      "{0} wachtte op de planronde van {3}");
    case GP_CAUSE_WORK:
        return gp_say(language, "{0} is done: {4} {4|day|days} of work",
                      "{0} is af: {4} {4|dag|dagen} werk");
    case GP_CAUSE_STATUS:
        return gp_say(language, "{0} is under way, so not ready before the status date",
                      "{0} is onderweg, dus niet klaar vóór de peildatum");
    case GP_CAUSE_CYCLE:
        return gp_say(language, "{0} goes live at the end of its cycle",
                      "{0} gaat live aan het einde van zijn cyclus");
    case GP_CAUSE_NOT_READY:
        return gp_say(language, "{0} may not be ready before this day",
                      "{0} mag niet vóór deze dag klaar zijn");
    case GP_CAUSE_BACK:
        return gp_say(language, "so {0} starts {4} {4|day|days} earlier",
                      "dus {0} begint {4} {4|dag|dagen} eerder");
    case GP_CAUSE_UNKNOWN:
        return gp_say(language, "{0}: no lead time is known, so not before this day",
                      "{0}: geen doorlooptijd bekend, dus niet vóór deze dag");
    case GP_CAUSE_NO_ROUND:
        return gp_say(language,
                      "no planning round is known so late, so {0} starts not before this day",
                      "geen planronde bekend die zo laat valt, dus {0} begint niet vóór deze dag");
    }
    return "{0}";
}

static void add_reason(gp_job *job, gp_buffer *buffer, const gp_network *network,
                       const gp_reason *reason, gp_language language)
{
    const gp_requirement *requirements = network->portfolio->requirements;
    gp_place place =
        reason->requirement == GP_NONE ? (gp_place){0} : requirements[reason->requirement].place;
    bool from_start =
        reason->requirement != GP_NONE && requirements[reason->requirement].is_from_start;
    int32_t span = reason->to - reason->from;
    const char *days = gp_number_text(job, span < 0 ? -span : span);
    const char *other =
        reason->other == GP_NONE ? "" : gp_step_text(job, network, reason->other, language);
    const char *values[] = {gp_step_text(job, network, reason->activity, language), other,
                            gp_place_text(job, place), gp_day_text(job, reason->to), days};
    gp_buffer *line = gp_new_buffer(job);
    if (!line || !days) {
        buffer->has_failed = true;
        return;
    }
    gp_add_filled(line, pattern_of(reason, from_start, language), values);
    bool has_days = span != 0;
    size_t width = has_days ? strlen(days) + 1 : 0;
    gp_add_made(buffer, values[3]);
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
