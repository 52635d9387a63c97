/* SPDX-License-Identifier: MIT
 * A starter in a format with comments: each line that is a key x-comment of the starter, as the
 * writer of the format wrote it, becomes a comment in the same place. */
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>

#define KEY "x-comment"

/* Appends a text that may stand between single quotes, in which two of them are one. */
static size_t append_plain(char *out, const char *text, size_t size)
{
    size_t length = 0;
    bool is_quoted = size >= 2 && text[0] == '\'' && text[size - 1] == '\'';
    for (size_t i = is_quoted; i + is_quoted < size; i++) {
        if (is_quoted && text[i] == '\'') i++;
        out[length++] = text[i];
    }
    return length;
}

/* Appends the line, without its end; a comment is never longer than the key that it was. */
static size_t append_line(char *out, const char *line, size_t size, const char *sign)
{
    size_t indent = strspn(line, " "), length = 0;
    size_t key = indent < size ? strcspn(line + indent, ":") : 0;
    bool is_comment = strncmp(line + indent, KEY, strlen(KEY)) == 0 && indent + key + 2 < size;
    if (!is_comment) {
        memcpy(out, line, size);
        return size;
    }
    memcpy(out, line, indent);
    length = indent;
    memcpy(out + length, sign, strlen(sign));
    length += strlen(sign);
    out[length++] = ' ';
    size_t value = indent + key + 2;
    return length + append_plain(out + length, line + value, size - value);
}

gp_status cli_comment_starter(gp_job *job, const char *sign, gp_output *text)
{
    char *out = malloc(text->size + 1);
    if (!out) return GP_NO_MEMORY;
    size_t length = 0;
    for (size_t at = 0; at < text->size;) {
        size_t size = strcspn(text->text + at, "\n");
        length += append_line(out + length, text->text + at, size, sign);
        at += size + 1;
        out[length++] = '\n';
    }
    const char *copy = gp_copy_text(job, out, length);
    free(out);
    if (!copy) return GP_NO_MEMORY;
    *text = (gp_output){copy, length};
    return GP_OK;
}
