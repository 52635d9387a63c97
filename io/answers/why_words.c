/* SPDX-License-Identifier: MIT
 * The sentences of `why`, for all that explain a date. */
#include "io/answers/why_words.h"
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

gp_place gp_reason_place(const gp_network *network, const gp_reason *reason)
{
    if (reason->requirement == GP_NONE) return (gp_place){0};
    return network->portfolio->requirements[reason->requirement].place;
}

/* The pattern without its end " ({2})". */
static const char *without_place(gp_job *job, const char *pattern)
{
    static const char place[] = " ({2})";
    const char *end = strstr(pattern, place);
    gp_buffer *cut = end ? gp_new_buffer(job) : NULL;
    if (!cut) return pattern;
    gp_add_bytes(cut, pattern, (size_t)(end - pattern));
    gp_add_text(cut, end + strlen(place));
    return gp_buffer_text(cut);
}

void gp_add_reason_words(gp_buffer *buffer, const gp_network *network, const gp_reason *reason,
                         bool has_place, gp_language language)
{
    gp_job *job = buffer->job;
    gp_place place = gp_reason_place(network, reason);
    bool from_start = reason->requirement != GP_NONE &&
                      network->portfolio->requirements[reason->requirement].is_from_start;
    int32_t span = reason->to - reason->from;
    const char *days = gp_number_text(job, span < 0 ? -span : span);
    const char *other =
        reason->other == GP_NONE ? "" : gp_step_text(job, network, reason->other, language);
    const char *values[] = {gp_step_text(job, network, reason->activity, language), other,
                            gp_place_text(job, place), gp_day_text(job, reason->to), days};
    const char *pattern = pattern_of(reason, from_start, language);
    if (!days) {
        buffer->has_failed = true;
        return;
    }
    gp_add_filled(buffer, has_place ? pattern : without_place(job, pattern), values);
}
