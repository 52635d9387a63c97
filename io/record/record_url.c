/* SPDX-License-Identifier: MIT
 * Reads `x-url`, the one of the users' own keys that pictures know: where a box leads when it is
 * clicked. Pictures are published, so only what cannot run anything is let through: http, https,
 * mailto, and addresses relative to the picture (RFC 3986). What is left out is a warning: the
 * key was free to hold anything before pictures knew it. */
#include "io/record/record.h"

#include <cjson/cJSON.h>
#include <string.h>

#define URL_SIZE_MAX 2048

/* No blanks or control characters; none of what an address writes as %xx; no backslash, which
 * browsers take for a slash. */
static bool is_clean(const char *text)
{
    size_t size = strlen(text);
    if (size == 0 || size > URL_SIZE_MAX) return false;
    for (size_t i = 0; i < size; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c <= ' ' || c == 0x7F || strchr("\"<>\\^`{|}", c)) return false;
    }
    return true;
}

static bool begins_with(const char *text, const char *start)
{
    for (; *start; text++, start++) {
        char c = *text >= 'A' && *text <= 'Z' ? (char)(*text - 'A' + 'a') : *text;
        if (c != *start) return false;
    }
    return *text != '\0';
}

static bool is_allowed(const char *text)
{
    if (!is_clean(text)) return false;
    if (begins_with(text, "http://") || begins_with(text, "https://")) return true;
    if (begins_with(text, "mailto:")) return true;
    bool has_scheme = text[strcspn(text, ":/?#")] == ':';
    return !has_scheme && strncmp(text, "//", 2) != 0; /* another host's file, on some machines */
}

gp_status gp_read_url(gp_records *records, const gp_key *key, const cJSON *node, void *record)
{
    const char *text = cJSON_IsString(node) ? node->valuestring : NULL;
    if (text && is_allowed(text)) return gp_read_text_value(records, key, node, record);
    const char *shown = text ? gp_copy_cut(records->job, text) : NULL;
    const char *subject = gp_copy_subject(records);
    if ((text && !shown) || (records->subject && !subject)) return gp_no_memory(records->job);
    return gp_add_finding(
        records->job, &(gp_finding){.code = 112,
                                    .place = gp_place_of(records, node),
                                    .subject = subject,
                                    .arguments = {GP_TEXT(key->name),
                                                  text ? GP_TEXT(shown) : gp_type_words(node)}});
}
