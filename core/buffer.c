/* SPDX-License-Identifier: MIT
 * Text under construction, for every writer: appending never fails, the end says whether it
 * all went well. Numbers are formatted here, without a locale and without printf. */
#include "core/job.h"

#include <string.h>

gp_buffer *gp_new_buffer(gp_job *job)
{
    gp_buffer *buffer = GP_NEW(job, gp_buffer, 1);
    if (!buffer) return NULL;
    buffer->job = job;
    buffer->bytes.size = 1;
    buffer->began_out_of_memory = gp_is_out_of_memory(job);
    return buffer;
}

void gp_add_more(gp_buffer *buffer, const char *bytes, size_t size)
{
    if (size == 0) return; /* an array that holds nothing yet has no place to give */
    if (!gp_push(buffer->job, &buffer->bytes, bytes, size)) buffer->has_failed = true;
}

void gp_put_before(gp_buffer *buffer, const char *bytes, size_t size)
{
    size_t count = buffer->bytes.count;
    gp_add_bytes(buffer, bytes, size);
    if (buffer->bytes.count != count + size || size == 0) return; /* no memory: it is known */
    char *text = buffer->bytes.data;
    memmove(text + size, text, count);
    memcpy(text, bytes, size);
}

/* Writes the digits of a number so that they end before `end`, two at a time, and returns where
 * they begin. Most numbers are small, and divide faster as such. */
static char *put_digits(char *end, uint64_t number)
{
    static const char pairs[] = "00010203040506070809101112131415161718192021222324"
                                "25262728293031323334353637383940414243444546474849"
                                "50515253545556575859606162636465666768697071727374"
                                "75767778798081828384858687888990919293949596979899";
    while (number > UINT32_MAX) {
        *--end = (char)('0' + number % 10);
        number /= 10;
    }
    uint32_t rest = (uint32_t)number;
    for (; rest >= 10; rest /= 100) {
        const char *pair = pairs + rest % 100 * 2;
        *--end = pair[1];
        *--end = pair[0];
    }
    if (rest || number == 0) *--end = (char)('0' + rest);
    return end;
}

void gp_add_number(gp_buffer *buffer, int64_t number)
{
    char digits[24], *end = digits + sizeof digits;
    char *at = put_digits(end, number < 0 ? 0 - (uint64_t)number : (uint64_t)number);
    if (number < 0) *--at = '-';
    gp_add_bytes(buffer, at, (size_t)(end - at));
}

void gp_add_unsigned(gp_buffer *buffer, uint64_t number)
{
    char digits[24], *end = digits + sizeof digits;
    char *at = put_digits(end, number);
    gp_add_bytes(buffer, at, (size_t)(end - at));
}

void gp_add_tenths(gp_buffer *buffer, int64_t tenths)
{
    uint64_t size = tenths < 0 ? 0 - (uint64_t)tenths : (uint64_t)tenths;
    char digits[24], *end = digits + sizeof digits - 2;
    uint64_t whole = size / 10, part = size - 10 * whole;
    char *at = put_digits(end, whole);
    if (tenths < 0) *--at = '-';
    if (part) {
        *end++ = '.';
        *end++ = (char)('0' + part);
    }
    gp_add_bytes(buffer, at, (size_t)(end - at));
}

void gp_add_day(gp_buffer *buffer, gp_day day)
{
    char text[GP_DATE_SIZE];
    gp_format_date(day, text);
    gp_add_text(buffer, text);
}

gp_status gp_finish_buffer(gp_buffer *buffer, const char **text, size_t *size)
{
    bool has_run_out = gp_is_out_of_memory(buffer->job) && !buffer->began_out_of_memory;
    if (buffer->has_failed || has_run_out || !gp_push(buffer->job, &buffer->bytes, "", 1))
        return gp_no_memory(buffer->job);
    buffer->bytes.count--; /* the NUL is not part of the text */
    *text = buffer->bytes.data;
    *size = buffer->bytes.count;
    return GP_OK;
}

/* Unicode 15, table 3-7: the well-formed byte sequences. */
size_t gp_decode_utf8(const char *text, size_t size, uint32_t *character)
{
    const unsigned char *s = (const unsigned char *)text;
    if (s[0] < 0x80) {
        *character = s[0];
        return 1;
    }
    size_t length = s[0] >= 0xF0 ? 4 : s[0] >= 0xE0 ? 3 : 2;
    *character = 0xFFFD;
    if (s[0] < 0xC2 || s[0] > 0xF4 || length > size) return 0;
    uint32_t code = s[0] & (0xFFu >> (length + 1));
    for (size_t i = 1; i < length; i++) {
        if ((s[i] & 0xC0) != 0x80) return 0;
        code = code << 6 | (s[i] & 0x3Fu);
    }
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    if (code < least[length] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return 0;
    *character = code;
    return length;
}

void gp_add_quoted(gp_buffer *buffer, const char *text)
{
    gp_add_text(buffer, "\"");
    for (; *text; text++) {
        if (*text == '"' || *text == '\\') gp_add_text(buffer, "\\");
        gp_add_bytes(buffer, text, 1);
    }
    gp_add_text(buffer, "\"");
}
