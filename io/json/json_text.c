/* SPDX-License-Identifier: MIT
 * Is this a JSON string? Most bytes of a portfolio are plain ASCII within quotes: those are
 * passed over eight at a time; escapes and UTF-8 are checked one character at a time. */
#include "io/json/json_scan.h"

#include <string.h>

static int hex_value(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/* Four hexadecimal digits after \u. The NULs after the text end them in time. */
static gp_scanned scan_hex(gp_json_scan *scan, const char *at, uint32_t *unit)
{
    *unit = 0;
    for (int i = 0; i < 4; i++) {
        int digit = hex_value(at[i]);
        if (digit < 0)
            return gp_scan_refuse_at(scan, at + i, GP_NO_ARGUMENT,
                                     GP_WORDS("4 hex digits after \\u", "4 hex-cijfers na \\u"));
        *unit = *unit * 16 + (uint32_t)digit;
    }
    return GP_SCANNED;
}

/* \uXXXX, with its second half where it is a surrogate. *at is at the u. */
static gp_scanned scan_unicode(gp_json_scan *scan, const char **at)
{
    uint32_t unit, low;
    const char *start = *at - 1;
    gp_scanned result = scan_hex(scan, *at + 1, &unit);
    if (result != GP_SCANNED) return result;
    *at += 5;
    if (unit == 0 && !scan->is_grammar_only)
        return gp_scan_refuse_at(scan, start, GP_WORDS("U+0000 in a text", "U+0000 in een tekst"),
                                 GP_WORDS("any other character", "elk ander teken"));
    if (unit < 0xD800 || unit > 0xDFFF) return GP_SCANNED;
    if (*at >= scan->end && !scan->is_last) return GP_SCAN_MORE;
    if (unit <= 0xDBFF && (*at)[0] == '\\' && *at + 1 >= scan->end && !scan->is_last)
        return GP_SCAN_MORE;
    if (unit <= 0xDBFF && (*at)[0] == '\\' && (*at)[1] == 'u') {
        result = scan_hex(scan, *at + 2, &low);
        if (result != GP_SCANNED) return result;
        *at += 6;
        if (low >= 0xDC00 && low <= 0xDFFF) return GP_SCANNED;
    }
    return gp_scan_refuse_at(scan, start,
                             GP_WORDS("half a surrogate pair", "een half surrogaatpaar"),
                             GP_WORDS("\\uD800-\\uDBFF, then \\uDC00-\\uDFFF",
                                      "\\uD800-\\uDBFF en dan \\uDC00-\\uDFFF"));
}

static gp_scanned scan_escape(gp_json_scan *scan, const char **at)
{
    ++*at;
    if (**at == 'u') return scan_unicode(scan, at);
    if (**at == '\0' || !strchr("\"\\/bfnrt", **at))
        return gp_scan_refuse_at(
            scan, *at, GP_NO_ARGUMENT,
            GP_WORDS("one of \" \\ / b f n r t u", "een van \" \\ / b f n r t u"));
    ++*at;
    return GP_SCANNED;
}

/* One character outside ASCII. */
static gp_scanned scan_utf8(gp_json_scan *scan, const char **at)
{
    uint32_t character;
    size_t left = (size_t)(scan->end - *at);
    size_t length = gp_decode_utf8(*at, left, &character);
    if (length == 0) {
        if (left < 4 && !scan->is_last) return GP_SCAN_MORE;
        return gp_scan_refuse_at(scan, *at,
                                 GP_WORDS("a byte that is no UTF-8", "een byte die geen UTF-8 is"),
                                 GP_TEXT("UTF-8"));
    }
    *at += length;
    scan->position.bias -= length - 1;
    return GP_SCANNED;
}

#define EACH_BYTE(value) (UINT64_C(0x0101010101010101) * (value))

/* Is one of eight bytes a quote, a backslash, a control character or not ASCII? May say so
 * of a byte after the first that really is, never of one before it. */
static uint64_t find_marks(uint64_t bytes)
{
    uint64_t quote = bytes ^ EACH_BYTE('"'), backslash = bytes ^ EACH_BYTE('\\');
    return ((quote - EACH_BYTE(1)) | (backslash - EACH_BYTE(1)) | (bytes - EACH_BYTE(0x20)) |
            bytes) &
           EACH_BYTE(0x80);
}

#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
static inline const char *first_marked(const char *at, uint64_t marks)
{
    return at + __builtin_ctzll(marks) / 8;
}
#else
static inline const char *first_marked(const char *at, uint64_t marks)
{
    (void)marks;
    while ((unsigned char)*at >= ' ' && *at != '"' && *at != '\\' && (unsigned char)*at < 0x80)
        at++;
    return at;
}
#endif

/* The first byte that is not plain text. The NULs after the text stop it in time. */
static inline const char *skip_plain(const char *at)
{
    for (;; at += sizeof(uint64_t)) {
        uint64_t bytes;
        memcpy(&bytes, at, sizeof bytes);
        uint64_t marks = find_marks(bytes);
        if (marks) return first_marked(at, marks);
    }
}

gp_scanned gp_scan_text(gp_json_scan *scan)
{
    const char *at = scan->position.at + 1;
    uint32_t start = gp_scan_offset(scan, at);
    bool has_escape = false;
    for (;;) {
        at = skip_plain(at);
        gp_scanned result = GP_SCANNED;
        if (*at == '"') {
            scan->text.start = start;
            scan->text.size = gp_scan_offset(scan, at) - start;
            scan->text.has_escape = has_escape;
            scan->position.at = at + 1;
            return GP_SCANNED;
        }
        has_escape = has_escape || *at == '\\';
        if (*at == '\\')
            result = scan_escape(scan, &at);
        else if ((unsigned char)*at >= 0x80)
            result = scan_utf8(scan, &at);
        else
            result = gp_scan_refuse_at(
                scan, at, GP_WORDS("a control character in a text", "een stuurteken in een tekst"),
                GP_WORDS("\" or an escape such as \\n", "\" of een escape zoals \\n"));
        if (result != GP_SCANNED) return result;
    }
}
