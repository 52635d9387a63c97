/* SPDX-License-Identifier: MIT
 * Findings as workflow commands, which GitHub turns into remarks beside the lines of a change.
 * A command is one line, so line ends and the marks of its own syntax are percent-escaped. */
#include "io/ci/ci_write.h"
#include "io/answers/table.h"
#include "io/answers/words.h"

#include <string.h>

/* Appends a text, with what could steer a terminal or turn the reading direction shown as U+FFFD:
 * a log is read in a terminal too. Line ends of a message are kept, as escapes. */
static void add_escaped(gp_buffer *buffer, const char *text, const char *marks)
{
    static const char digits[] = "0123456789ABCDEF";
    while (text && *text) {
        size_t plain = strcspn(text, marks);
        gp_add_shown(buffer, gp_copy_text(buffer->job, text, plain));
        text += plain;
        if (!*text) return;
        unsigned char byte = (unsigned char)*text++;
        char escape[3] = {'%', digits[byte >> 4], digits[byte & 15]};
        gp_add_bytes(buffer, escape, sizeof escape);
    }
}

static gp_status add_command(gp_job *job, gp_buffer *buffer, const gp_finding *finding,
                             gp_language language)
{
    static const char *const commands[] = {"::notice ", "::warning ", "::error "};
    static const char *const in_property = "%\r\n:,", *const in_message = "%\r\n";
    char code[GP_CODE_SIZE];
    const char *message, *hint;
    gp_format_code(finding->code, code);
    GP_TRY(gp_message_text(job, finding, language, &message));
    GP_TRY(gp_hint_text(job, finding, language, &hint));
    gp_add_text(buffer, commands[finding->severity]);
    gp_place place = gp_shown_place(job, finding->place);
    bool is_option = place.line && gp_is_option(job, place.source);
    if (place.line && !is_option) {
        gp_add_text(buffer, "file=");
        add_escaped(buffer, gp_source_name(job, finding->place.source), in_property);
        gp_add_text(buffer, ",line=");
        gp_add_number(buffer, place.line);
        gp_add_text(buffer, ",col=");
        gp_add_number(buffer, place.column);
        gp_add_text(buffer, ",");
    }
    gp_add_text(buffer, "title=");
    gp_add_text(buffer, code);
    gp_add_text(buffer, " ");
    add_escaped(buffer, gp_find_rule(finding->code)->title[language], in_property);
    gp_add_text(buffer, "::");
    if (is_option) {
        add_escaped(buffer, gp_place_text(job, place), in_message);
        gp_add_text(buffer, ": ");
    }
    add_escaped(buffer, message ? message : "", in_message);
    if (hint) {
        gp_add_text(buffer, "%0A");
        add_escaped(buffer, hint, in_message);
    }
    gp_add_text(buffer, "\n");
    return GP_OK;
}

/* In one line how many a baseline knows. */
static void add_known(gp_buffer *buffer, const gp_known *known, gp_language language)
{
    if (!known || known->count == 0) return;
    gp_add_text(buffer, "::notice title=groeipad::");
    gp_add_number(buffer, known->count);
    gp_add_text(buffer, known->count == 1 ? gp_say(language, " known finding is not shown: ",
                                                   " bekende bevinding is niet getoond: ")
                                          : gp_say(language, " known findings are not shown: ",
                                                   " bekende bevindingen zijn niet getoond: "));
    add_escaped(buffer, known->file, "%\r\n");
    gp_add_text(buffer, "\n");
}

gp_status gp_write_github(gp_job *job, const gp_write_options *options, gp_output *out)
{
    uint32_t count;
    const gp_finding *findings = gp_findings(job, &count);
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return gp_no_memory(job);
    for (uint32_t i = 0; i < count; i++)
        GP_TRY(add_command(job, buffer, &findings[i], options->language));
    add_known(buffer, options->known, options->language);
    return gp_finish_buffer(buffer, &out->text, &out->size);
}
