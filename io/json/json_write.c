/* SPDX-License-Identifier: MIT
 * How is a value written as JSON (RFC 8259)? Straight into one growing buffer, without printf
 * and without a tree: a plan of 100,000 activities is 40 MB of text, and both would cost more
 * than the planning itself. One flag is enough to place the commas. */
#include "io/json/json_write.h"

#include <string.h>

#define SINK_SIZE ((size_t)64 << 10) /* stays in the processor's cache */

static void separate(gp_json *json)
{
    if (json->needs_comma) gp_add_bytes(json->buffer, ",", 1);
    json->needs_comma = true;
}

void gp_json_open(gp_json *json, char bracket)
{
    separate(json);
    gp_add_bytes(json->buffer, &bracket, 1);
    json->needs_comma = false;
}

void gp_json_close(gp_json *json, char bracket)
{
    gp_add_bytes(json->buffer, &bracket, 1);
    json->needs_comma = true;
}

static void empty_into_sink(gp_json *json)
{
    gp_array *bytes = &json->buffer->bytes;
    if (json->buffer->has_failed) return;
    json->sink(json->sink_object, bytes->data, bytes->count);
    bytes->count = 0;
}

void gp_json_append(gp_json *json, const gp_json *other)
{
    const gp_array *bytes = &other->buffer->bytes;
    json->buffer->has_failed = json->buffer->has_failed || other->buffer->has_failed;
    if (bytes->count == 0) return;
    json->needs_comma = other->needs_comma;
    if (!json->sink || bytes->count < SINK_SIZE) {
        gp_add_bytes(json->buffer, bytes->data, bytes->count);
        return;
    }
    empty_into_sink(json);
    if (!json->buffer->has_failed) json->sink(json->sink_object, bytes->data, bytes->count);
}

void gp_json_line(gp_json *json)
{
    if (json->sink && json->buffer->bytes.count >= SINK_SIZE) empty_into_sink(json);
    if (json->needs_comma) gp_add_bytes(json->buffer, ",", 1);
    gp_add_bytes(json->buffer, "\n", 1);
    json->needs_comma = false;
}

void gp_json_key(gp_json *json, const char *key)
{
    char text[48];
    size_t size = strlen(key);
    if (json->needs_comma) gp_add_bytes(json->buffer, ",", 1);
    json->needs_comma = false;
    if (size + 3 > sizeof text) { /* the name of an argument in the table of rules */
        gp_json_text(json, key);
        gp_add_bytes(json->buffer, ":", 1);
        json->needs_comma = false;
        return;
    }
    text[0] = '"';
    memcpy(text + 1, key, size);
    memcpy(text + 1 + size, "\":", 2);
    gp_add_bytes(json->buffer, text, size + 3);
}

static bool needs_escape(unsigned char byte)
{
    return byte < 0x20 || byte == '"' || byte == '\\' || byte == 0x7F;
}

static void add_escape(gp_buffer *buffer, unsigned char byte)
{
    static const char digits[] = "0123456789abcdef";
    char escape[6] = {'\\', 'u', '0', '0', digits[byte >> 4], digits[byte & 15]};
    switch (byte) {
    case '"':
    case '\\': escape[1] = (char)byte; break;
    case '\n': escape[1] = 'n'; break;
    case '\r': escape[1] = 'r'; break;
    case '\t': escape[1] = 't'; break;
    default: gp_add_bytes(buffer, escape, 6); return;
    }
    gp_add_bytes(buffer, escape, 2);
}

/* What is no UTF-8 (the name of a file can be anything) becomes U+FFFD. */
static size_t add_character(gp_buffer *buffer, const char *text, size_t size)
{
    uint32_t character;
    size_t length = gp_decode_utf8(text, size, &character);
    if (length == 0)
        gp_add_bytes(buffer, "\xEF\xBF\xBD", 3);
    else
        gp_add_bytes(buffer, text, length);
    return length ? length : 1;
}

/* Most texts are short, and stand as they are: comma, quotes and all in one go. False when this one
 * is not such a text. */
static bool add_plain(gp_json *json, const char *text)
{
    char piece[128];
    size_t size = 0;
    if (json->needs_comma) piece[size++] = ',';
    piece[size++] = '"';
    for (; *text && size < sizeof piece - 1; text++) {
        unsigned char byte = (unsigned char)*text;
        if (byte >= 0x7F || needs_escape(byte)) return false;
        piece[size++] = *text;
    }
    if (*text) return false;
    piece[size++] = '"';
    gp_add_bytes(json->buffer, piece, size);
    json->needs_comma = true;
    return true;
}

void gp_json_text(gp_json *json, const char *text)
{
    if (!text) {
        gp_json_null(json);
        return;
    }
    if (add_plain(json, text)) return;
    gp_buffer *buffer = json->buffer;
    separate(json);
    gp_add_bytes(buffer, "\"", 1);
    for (size_t at = 0, size = strlen(text); at < size;) {
        size_t plain = at;
        while (plain < size && (unsigned char)text[plain] < 0x80 &&
               !needs_escape((unsigned char)text[plain]))
            plain++;
        gp_add_bytes(buffer, text + at, plain - at);
        at = plain;
        if (at == size) break;
        if ((unsigned char)text[at] >= 0x80)
            at += add_character(buffer, text + at, size - at);
        else
            add_escape(buffer, (unsigned char)text[at++]);
    }
    gp_add_bytes(buffer, "\"", 1);
}

void gp_json_number(gp_json *json, int64_t number)
{
    separate(json);
    gp_add_number(json->buffer, number);
}

void gp_json_unsigned(gp_json *json, uint64_t number)
{
    separate(json);
    gp_add_unsigned(json->buffer, number);
}

void gp_json_day(gp_json *json, gp_day day)
{
    if (day == GP_NO_DAY) {
        gp_json_null(json);
        return;
    }
    char text[GP_DATE_SIZE + 2];
    text[0] = '"';
    gp_format_date(day, text + 1);
    size_t size = strlen(text);
    text[size] = '"';
    separate(json);
    gp_add_bytes(json->buffer, text, size + 1);
}

void gp_json_null(gp_json *json)
{
    separate(json);
    gp_add_bytes(json->buffer, "null", 4);
}

void gp_json_add_text(gp_json *json, const char *key, const char *text)
{
    gp_json_key(json, key);
    gp_json_text(json, text);
}

void gp_json_add_number(gp_json *json, const char *key, int64_t number)
{
    gp_json_key(json, key);
    gp_json_number(json, number);
}

void gp_json_add_days(gp_json *json, const char *key, int32_t days)
{
    gp_json_key(json, key);
    if (days == GP_NO_DAYS)
        gp_json_null(json);
    else
        gp_json_number(json, days);
}

void gp_json_add_day(gp_json *json, const char *key, gp_day day)
{
    gp_json_key(json, key);
    gp_json_day(json, day);
}

void gp_json_add_truth(gp_json *json, const char *key, bool is_true)
{
    gp_json_key(json, key);
    gp_json_truth(json, is_true);
}

void gp_json_truth(gp_json *json, bool is_true)
{
    separate(json);
    if (is_true)
        gp_add_bytes(json->buffer, "true", 4);
    else
        gp_add_bytes(json->buffer, "false", 5);
}
