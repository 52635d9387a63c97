/* SPDX-License-Identifier: MIT
 * The parts of which comments of merge requests are made. */
#include "io/answers/markdown.h"
#include "io/answers/words.h"

#include <string.h>

#define COMMENT_MAX 60000u /* bytes: GitHub takes 65,536 characters */

/* A line stays a line, and does not begin as a list does. */
void gp_add_safe(gp_buffer *buffer, const char *text)
{
    if (text && *text && strchr("+-", *text)) gp_add_text(buffer, "\\");
    for (; text && *text; text++) {
        unsigned char c = (unsigned char)*text;
        if (c == '&')
            gp_add_text(buffer, "&amp;");
        else if (c == '<')
            gp_add_text(buffer, "&lt;");
        else if (c == '>')
            gp_add_text(buffer, "&gt;");
        else if (c == '@') /* nobody is called by it */
            gp_add_text(buffer, "&#64;");
        else if (c < ' ' || c == 0x7F)
            gp_add_text(buffer, " ");
        else {
            if (strchr("\\`*_[]#|~", *text)) gp_add_text(buffer, "\\");
            gp_add_bytes(buffer, text, 1);
        }
    }
}

bool gp_is_comment_full(const gp_buffer *buffer)
{
    return buffer->bytes.count > COMMENT_MAX;
}

void gp_add_left_words(gp_buffer *buffer, gp_language language, uint32_t count)
{
    const char *values[] = {gp_number_text(buffer->job, count)};
    gp_add_filled(buffer, gp_say(language, "and {0} more", "en nog {0}"), values);
}

void gp_add_left(gp_buffer *buffer, gp_language language, uint32_t count, const char *before)
{
    if (count == 0) return;
    gp_add_text(buffer, before);
    gp_add_left_words(buffer, language, count);
    gp_add_text(buffer, "\n");
}

void gp_open_details(gp_buffer *buffer, const char *title, uint32_t count)
{
    gp_add_text(buffer, "\n<details><summary>");
    gp_add_text(buffer, title);
    gp_add_text(buffer, " (");
    gp_add_number(buffer, count);
    gp_add_text(buffer, ")</summary>\n\n");
}

void gp_close_details(gp_buffer *buffer)
{
    gp_add_text(buffer, "\n</details>\n");
}
