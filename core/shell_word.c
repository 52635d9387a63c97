/* SPDX-License-Identifier: MIT
 * How is a word written so that a shell takes it as it is, and so that it can be shown? */
#include "core/characters.h"
#include "core/job.h"

#include <string.h>

/* $'...' with what may not go to a terminal as octal numbers, as bash, zsh and ksh read it. */
static void add_escaped_word(gp_buffer *buffer, const char *word)
{
    gp_add_text(buffer, "$'");
    for (size_t at = 0, size = strlen(word); at < size;) {
        uint32_t character;
        size_t length = gp_decode_utf8(word + at, size - at, &character),
               taken = length ? length : 1;
        bool is_steering = length == 0 || gp_is_steering(character);
        for (size_t i = 0; is_steering && i < taken; i++) {
            unsigned byte = (unsigned char)word[at + i];
            char octal[4] = {'\\', (char)('0' + (byte >> 6)), (char)('0' + (byte >> 3 & 7)),
                             (char)('0' + (byte & 7))};
            gp_add_bytes(buffer, octal, sizeof octal);
        }
        if (!is_steering && (character == '\'' || character == '\\')) gp_add_text(buffer, "\\");
        if (!is_steering) gp_add_bytes(buffer, word + at, taken);
        at += taken;
    }
    gp_add_text(buffer, "'");
}

static bool has_steering(const char *word)
{
    for (size_t at = 0, size = strlen(word); at < size;) {
        uint32_t character;
        size_t length = gp_decode_utf8(word + at, size - at, &character);
        if (length == 0 || gp_is_steering(character)) return true;
        at += length;
    }
    return false;
}

void gp_add_shell_word(gp_buffer *buffer, const char *word)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                ",._-/:+@%";
    if (has_steering(word)) {
        add_escaped_word(buffer, word);
        return;
    }
    bool is_plain = *word && word[strspn(word, plain)] == '\0';
    if (!is_plain) gp_add_text(buffer, "'");
    for (const char *c = word; *c; c++)
        if (*c == '\'')
            gp_add_text(buffer, "'\\''");
        else
            gp_add_bytes(buffer, c, 1);
    if (!is_plain) gp_add_text(buffer, "'");
}

const char *gp_shell_word(gp_job *job, const char *word)
{
    const char *text;
    size_t size;
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return NULL;
    gp_add_shell_word(buffer, word);
    return gp_finish_buffer(buffer, &text, &size) == GP_OK ? text : NULL;
}
