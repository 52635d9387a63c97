/* SPDX-License-Identifier: MIT
 * The parts that all answers in text share: the heading, filled and wrapped lines, the split of
 * elapsed days, a chain of steps, colours. */
#include "io/answers/text_parts.h"
#include "io/answers/steps.h"
#include "io/answers/words.h"

/* " owner IT or HRM": one of the words. */
static void add_asked(gp_buffer *line, const char *what, const char * or, const char *const *words,
                      uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        gp_add_text(line, i ? or : what);
        gp_add_text(line, words[i]);
    }
}

void gp_tell_filter(gp_buffer *buffer, const gp_write_options *options)
{
    const gp_filter *filter = options->filter;
    gp_language language = options->language;
    gp_buffer *line = filter ? gp_new_buffer(buffer->job) : NULL;
    if (!filter) return;
    if (!line) {
        buffer->has_failed = true;
        return;
    }
    const char * or = gp_say(language, " or ", " of ");
    gp_add_text(line, gp_say(language, "Only rows", "Alleen regels"));
    add_asked(line, gp_say(language, " of owner ", " van eigenaar "), or, filter->owners,
              filter->owner_count);
    add_asked(line, gp_say(language, " with tag ", " met label "), or, filter->tags,
              filter->tag_count);
    add_asked(line, gp_say(language, " within ", " binnen "), or, filter->within,
              filter->within_count);
    gp_add_text(line, gp_say(language, "; the dates are those of the whole.",
                             "; de datums zijn die van het geheel."));
    gp_add_wrapped(buffer, gp_buffer_text(line), 0, 0);
    gp_add_text(buffer, "\n");
}

gp_buffer *gp_text_start(gp_job *job, const gp_portfolio *portfolio,
                         const gp_write_options *options)
{
    gp_language language = options->language;
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return NULL;
    buffer->width = options->width;
    const char *values[] = {portfolio->title, gp_day_text(job, portfolio->status_date)};
    gp_add_line(buffer, 0, 0,
                portfolio->title[0]
                    ? gp_say(language, "{0} (status date {1})", "{0} (peildatum {1})")
                    : gp_say(language, "Status date {1}", "Peildatum {1}"),
                values);
    if (portfolio->scenario != GP_NONE) {
        const gp_term *scenario = &portfolio->scenarios.terms[portfolio->scenario];
        const char *future[] = {scenario->id, scenario->name};
        gp_add_line(buffer, 0, 2,
                    scenario->name == scenario->id
                        ? gp_say(language, "Scenario {0} only", "Alleen scenario {0}")
                        : gp_say(language, "Scenario {0} only: {1}", "Alleen scenario {0}: {1}"),
                    future);
    }
    gp_add_text(buffer, "\n");
    gp_tell_filter(buffer, options);
    return buffer;
}

void gp_add_line(gp_buffer *buffer, size_t indent, size_t hang, const char *pattern,
                 const char *const *values)
{
    gp_buffer *line = gp_new_buffer(buffer->job);
    if (!line) {
        buffer->has_failed = true;
        return;
    }
    gp_add_filled(line, pattern, values);
    gp_add_blanks(buffer, indent);
    gp_add_wrapped(buffer, gp_buffer_text(line), indent, indent + hang);
}

void gp_add_legend(gp_buffer *buffer, const char *const *parts, size_t count, size_t indent)
{
    size_t at = 0, gap = 3;
    for (size_t i = 0; i < count; i++) {
        size_t width = gp_terminal_width(parts[i]);
        bool is_beside = at > 0 && at + gap + width <= gp_page_width(buffer);
        if (at > 0 && !is_beside) gp_add_text(buffer, "\n");
        gp_add_blanks(buffer, is_beside ? gap : indent);
        gp_add_text(buffer, parts[i]);
        at = (is_beside ? at + gap : indent) + width;
    }
    gp_add_text(buffer, "\n");
}

const char *gp_elapsed_text(gp_job *job, const gp_elapsed *elapsed, gp_language language)
{
    const struct {
        int32_t days;
        const char *words[2];
    } parts[] = {
        {elapsed->work, {"{0} work", "{0} werk"}},
        {elapsed->round_wait, {"{0} waiting for planning rounds", "{0} wachten op planrondes"}},
        {elapsed->cycle_wait,
         {"{0} waiting for the end of a cycle", "{0} wachten op het einde van een cyclus"}},
        {elapsed->lag, {"{0} lag", "{0} wachttijd na een eis"}},
        {elapsed->release_wait,
         {"{0} waiting for a given start", "{0} wachten op een gegeven begin"}},
    };
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return NULL;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i].days == 0) continue;
        const char *values[] = {gp_number_text(job, parts[i].days)};
        if (buffer->bytes.count) gp_add_text(buffer, ", ");
        gp_add_filled(buffer, parts[i].words[language], values);
    }
    if (buffer->bytes.count == 0) gp_add_text(buffer, "0");
    return gp_buffer_text(buffer);
}

gp_ends gp_find_ends(uint32_t count, const gp_write_options *options)
{
    if (!options || !options->tells_shared_once || count <= GP_SHOWN_MAX)
        return (gp_ends){count, 0};
    return (gp_ends){GP_SHOWN_MAX / 4, count - (GP_SHOWN_MAX - GP_SHOWN_MAX / 4)};
}

const char *gp_left_out_text(gp_job *job, uint32_t count, gp_language language)
{
    const char *values[] = {gp_number_text(job, count)};
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return NULL;
    gp_add_filled(buffer, gp_say(language, "({0} more)", "(nog {0})"), values);
    return gp_buffer_text(buffer);
}

const char *gp_chain_text(gp_job *job, const gp_network *network, const uint32_t *activities,
                          uint32_t count, const gp_write_options *options)
{
    gp_buffer *buffer = gp_new_buffer(job);
    gp_ends ends = gp_find_ends(count, options);
    if (!buffer) return NULL;
    for (uint32_t i = 0; i < count; i++) {
        if (i) gp_add_text(buffer, " > ");
        if (i == ends.first && ends.left_out) {
            gp_add_made(buffer, gp_left_out_text(job, ends.left_out, options->language));
            gp_add_text(buffer, " > ");
            i += ends.left_out;
        }
        gp_add_made(buffer, gp_short_step_text(job, network, activities[i]));
    }
    return gp_buffer_text(buffer);
}

void gp_add_painted(gp_buffer *buffer, const gp_write_options *options, gp_paint paint,
                    const char *text)
{
    static const char *const codes[] = {"", "\033[1m", "\033[1;31m", "\033[1;33m", "\033[1;36m"};
    bool is_painted = options->has_color && paint != GP_PAINT_NONE;
    if (is_painted) gp_add_text(buffer, codes[paint]);
    gp_add_shown(buffer, text);
    if (is_painted) gp_add_text(buffer, "\033[0m");
}

void gp_add_heading(gp_buffer *buffer, const gp_write_options *options, const char *text)
{
    if (options->has_color) gp_add_text(buffer, "\033[1m");
    gp_add_wrapped(buffer, text, 0, 2);
    if (options->has_color) gp_add_text(buffer, "\033[0m");
}
