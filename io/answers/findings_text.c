/* SPDX-License-Identifier: MIT
 * What does a person see of a finding? One line that editors can jump to, the source line with a
 * caret under the place, the hint, and further places such as each edge of a cycle. A file with a
 * hundred thousand unknown keys shows the first few of each code and says how many more. */
#include "io/answers/format.h"
#include "io/answers/text_parts.h"
#include "io/answers/words.h"

#include <string.h>

#define EXCERPT_WIDTH 68

typedef struct teller {
    gp_job *job;
    gp_buffer *buffer;
    const gp_write_options *options;
    const gp_rule *rules;
    uint32_t *shown_of_rule, *hidden_of_rule;
    size_t rule_count;
} teller;

/* What the reader found: all of GP1xx but GP110, which is an analysis. */
static bool is_of_reader(const gp_finding *finding)
{
    return finding->code < 200 && finding->code != 110;
}

bool gp_is_chosen(const gp_finding *finding, gp_finding_choice choice)
{
    uint16_t code = finding->code;
    switch (choice) {
    case GP_FINDINGS_ALL: return true;
    case GP_FINDINGS_PRESSING: return finding->severity == GP_ERROR || is_of_reader(finding);
    case GP_FINDINGS_ERRORS: return finding->severity == GP_ERROR;
    case GP_FINDINGS_OF_OPTIONS: return code == 129;
    case GP_FINDINGS_OF_RISK: return code == 129 || code == 701 || code == 704;
    case GP_FINDINGS_OF_CONVERSION: return code == 111 || (code >= 120 && code < 130);
    case GP_FINDINGS_NONE: return false;
    }
    return false;
}

static size_t rule_index(const teller *to, uint16_t code)
{
    for (size_t i = 0; i < to->rule_count; i++)
        if (to->rules[i].code == code) return i;
    return 0;
}

static gp_paint paint_of(uint8_t severity)
{
    static const gp_paint paints[] = {GP_PAINT_INFO, GP_PAINT_WARNING, GP_PAINT_ERROR};
    return paints[severity];
}

static void add_head(teller *to, const gp_finding *finding, const char *message)
{
    char code[GP_CODE_SIZE];
    gp_format_code(finding->code, code);
    if (finding->place.line) {
        gp_add_painted(to->buffer, to->options, GP_PAINT_STRONG,
                       gp_place_text(to->job, finding->place));
        gp_add_text(to->buffer, ": ");
    }
    gp_add_painted(to->buffer, to->options, paint_of(finding->severity),
                   gp_severity_word(finding->severity, to->options->language));
    gp_add_text(to->buffer, ": ");
    gp_add_text(to->buffer, code);
    gp_add_text(to->buffer, ": ");
    gp_add_shown(to->buffer, message ? message : "");
    gp_add_text(to->buffer, "\n");
}

/* Blanks for the columns before the caret: wide characters push it to the right. */
static void add_width_before(teller *to, const char *line, size_t count)
{
    size_t at = 0, size = strlen(line);
    for (; count && at < size; count--) {
        uint32_t character;
        size_t length = gp_decode_utf8(line + at, size - at, &character);
        at += length ? length : 1;
    }
    const char *before = gp_copy_text(to->job, line, at);
    if (before)
        gp_add_blanks(to->buffer, gp_terminal_width(before));
    else
        to->buffer->has_failed = true;
}

static gp_status add_excerpt(teller *to, gp_place place)
{
    const char *line;
    size_t column;
    GP_TRY(gp_source_excerpt(to->job, place, EXCERPT_WIDTH, &line, &column));
    if (!line) return GP_OK;
    const char *number = gp_number_text(to->job, place.line);
    if (!number) return gp_no_memory(to->job);
    gp_add_blanks(to->buffer, 2);
    gp_add_text(to->buffer, number);
    gp_add_text(to->buffer, " | ");
    gp_add_shown(to->buffer, line);
    gp_add_text(to->buffer, "\n");
    gp_add_blanks(to->buffer, 2 + strlen(number));
    gp_add_text(to->buffer, " | ");
    add_width_before(to, line, column);
    gp_add_painted(to->buffer, to->options, GP_PAINT_STRONG, "^");
    gp_add_text(to->buffer, "\n");
    return GP_OK;
}

static void add_related(teller *to, const gp_finding *finding)
{
    gp_language language = to->options->language;
    for (uint32_t i = 0; i < finding->related_count; i++) {
        const gp_related *related = &finding->related[i];
        const char *values[] = {related->from, related->to ? related->to : "",
                                gp_place_text(to->job, related->place)};
        gp_add_line(to->buffer, 2, 2,
                    related->to
                        ? gp_say(language, "'{0}' requires '{1}'  {2}", "'{0}' vereist '{1}'  {2}")
                        : "'{0}'  {2}",
                    values);
    }
}

static gp_status add_finding(teller *to, const gp_finding *found, bool with_source)
{
    const char *message, *hint;
    gp_finding named = *found;
    const gp_finding *finding = &named;
    if (to->options->named)
        GP_TRY(gp_name_finding(to->job, to->options->named, true, found, &named));
    GP_TRY(gp_message_text(to->job, finding, to->options->language, &message));
    GP_TRY(gp_hint_text(to->job, finding, to->options->language, &hint));
    add_head(to, finding, message);
    if (with_source) GP_TRY(add_excerpt(to, finding->place));
    add_related(to, finding);
    if (hint && with_source) {
        gp_add_text(to->buffer, "  hint: ");
        gp_add_wrapped(to->buffer, hint, 8, 8);
    }
    return GP_OK;
}

static void add_hidden(teller *to)
{
    for (size_t i = 0; i < to->rule_count; i++) {
        char code[GP_CODE_SIZE];
        if (to->hidden_of_rule[i] == 0) continue;
        gp_format_code(to->rules[i].code, code);
        const char *values[] = {code, gp_number_text(to->job, to->hidden_of_rule[i])};
        gp_add_line(to->buffer, 0, 2,
                    gp_say(to->options->language, "{0}: {1} more like these (--limit 0 shows all)",
                           "{0}: nog {1} zoals deze (--limit 0 toont alles)"),
                    values);
    }
}

/* Counts the finding as shown, or as one too many. */
static bool may_show(teller *to, uint16_t code)
{
    size_t rule = rule_index(to, code);
    if (to->options->finding_limit && to->shown_of_rule[rule] >= to->options->finding_limit) {
        to->hidden_of_rule[rule]++;
        return false;
    }
    to->shown_of_rule[rule]++;
    return true;
}

gp_status gp_add_findings(gp_job *job, gp_buffer *buffer, gp_finding_choice choice,
                          const gp_write_options *options)
{
    uint32_t count;
    const gp_finding *findings = gp_findings(job, &count);
    teller to = {.job = job, .buffer = buffer, .options = options};
    to.rules = gp_rules(&to.rule_count);
    to.shown_of_rule = GP_NEW(job, uint32_t, to.rule_count);
    to.hidden_of_rule = GP_NEW(job, uint32_t, to.rule_count);
    if (!to.shown_of_rule || !to.hidden_of_rule) return gp_no_memory(job);
    for (uint32_t i = 0; i < count; i++) {
        bool is_told = findings[i].code == options->told_code;
        if (is_told || !gp_is_chosen(&findings[i], choice)) continue;
        if (!may_show(&to, findings[i].code)) continue;
        bool with_source = choice != GP_FINDINGS_PRESSING || is_of_reader(&findings[i]);
        GP_TRY(add_finding(&to, &findings[i], with_source));
    }
    add_hidden(&to);
    return GP_OK;
}

gp_status gp_write_findings(gp_job *job, gp_finding_choice choice, const gp_write_options *options,
                            gp_output *out)
{
    const gp_write_options *how = gp_or_defaults(options);
    if (how->format != GP_FORMAT_TEXT) return gp_refuse_format(job, "findings", how->format);
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return gp_no_memory(job);
    buffer->width = how->width;
    GP_TRY(gp_add_findings(job, buffer, choice, how));
    return gp_finish_buffer(buffer, &out->text, &out->size);
}
