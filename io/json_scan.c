/* SPDX-License-Identifier: MIT
 * Is this text JSON, and where does each value stand? One walk, no recursion: a stack of bits
 * says what is open. cJSON, which makes the values, is laxer than RFC 8259 (it takes [01],
 * trailing text, bad UTF-8) and does not know places; this walk before it decides what is
 * well formed, so that cJSON only ever sees text it cannot misread.
 *
 * Lines and columns cost next to nothing: only white space can hold a line end, and a column
 * is the offset within the line less the continuation bytes of UTF-8 so far. */
#include "io/json_scan.h"

#include <stdlib.h>
#include <string.h>

#define EXPECTED_VALUE "a value\teen waarde"
#define EXPECTED_KEY "\"key\"\t\"sleutel\""

static inline gp_spot spot_of(const gp_json_scan *scan)
{
    const gp_json_position *p = &scan->position;
    return (gp_spot){(uint32_t)p->line, (uint32_t)((uint64_t)(p->at - scan->window) + p->bias)};
}

gp_place gp_scan_place(const gp_json_scan *scan)
{
    gp_spot spot = spot_of(scan);
    return (gp_place){.source = scan->source & 0x3F,
                      .line = spot.line & 0x1FFFFFFF,
                      .column = spot.column & 0x1FFFFFFF};
}

gp_scanned gp_scan_refuse(gp_json_scan *scan, const char *problem, const char *expected)
{
    const char *at = scan->position.at;
    if (at >= scan->end && !scan->is_last) return GP_SCAN_MORE;
    if (at >= scan->end) problem = "the file ends here\thet bestand houdt hier op";
    scan->wrong = (gp_json_wrong){at, problem, expected, gp_scan_place(scan)};
    return GP_SCAN_WRONG;
}

/* As gp_scan_refuse, for a character further on in the same line. */
static gp_scanned refuse_at(gp_json_scan *scan, const char *at, const char *problem,
                            const char *expected)
{
    scan->position.at = at;
    return gp_scan_refuse(scan, problem, expected);
}

bool gp_scan_blank(gp_json_scan *scan)
{
    gp_json_position *p = &scan->position;
    const char *at = p->at;
    for (;; at++) {
        if ((unsigned char)*at > ' ') break;
        if (*at == '\n') {
            p->line++;
            p->bias = (uint64_t)0 - (uint64_t)(at - scan->window);
        } else if (*at != ' ' && *at != '\r' && *at != '\t') {
            break;
        }
    }
    p->at = at;
    return at < scan->end;
}

/* Most tokens have no blank between them. */
static inline bool skip_blank(gp_json_scan *scan)
{
    return (unsigned char)*scan->position.at > ' ' || gp_scan_blank(scan);
}

static bool grow_tokens(gp_json_tokens *list)
{
    size_t capacity = list->capacity ? list->capacity * 2 : 256;
    gp_json_token *tokens = realloc(list->tokens, capacity * sizeof *tokens);
    if (tokens) list->tokens = tokens;
    gp_entry *entries = tokens ? realloc(list->entries, capacity * sizeof *entries) : NULL;
    if (!entries) return false;
    list->entries = entries;
    list->capacity = capacity;
    return true;
}

void gp_free_tokens(gp_json_scan *scan)
{
    free(scan->values.tokens);
    free(scan->values.entries);
    scan->values = (gp_json_tokens){0};
}

static uint32_t offset_of(const gp_json_scan *scan, const char *at)
{
    return (uint32_t)(at - scan->window);
}

/* ---- strings ---- */

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
            return refuse_at(scan, at + i, NULL, "4 hex digits after \\u\t4 hex-cijfers na \\u");
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
        return refuse_at(scan, start, "U+0000 in a text\tU+0000 in een tekst",
                         "any other character\telk ander teken");
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
    return refuse_at(scan, start, "half a surrogate pair\teen half surrogaatpaar",
                     "\\uD800-\\uDBFF, then \\uDC00-\\uDFFF\t"
                     "\\uD800-\\uDBFF en dan \\uDC00-\\uDFFF");
}

static gp_scanned scan_escape(gp_json_scan *scan, const char **at)
{
    ++*at;
    if (**at == 'u') return scan_unicode(scan, at);
    if (**at == '\0' || !strchr("\"\\/bfnrt", **at))
        return refuse_at(scan, *at, NULL,
                         "one of \" \\ / b f n r t u\teen van \" \\ / b f n r t u");
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
        return refuse_at(scan, *at, "a byte that is no UTF-8\teen byte die geen UTF-8 is", "UTF-8");
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

/* A string; the position is at its opening quote. */
static gp_scanned scan_string(gp_json_scan *scan)
{
    const char *at = scan->position.at + 1;
    uint32_t start = offset_of(scan, at);
    bool has_escape = false;
    for (;;) {
        at = skip_plain(at);
        gp_scanned result = GP_SCANNED;
        if (*at == '"') {
            scan->text.start = start;
            scan->text.size = offset_of(scan, at) - start;
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
            result = refuse_at(scan, at,
                               "a control character in a text\t"
                               "een stuurteken in een tekst",
                               "\" or an escape such as \\n\t\" of een escape zoals \\n");
        if (result != GP_SCANNED) return result;
    }
}

/* ---- numbers and words ---- */

static const char *skip_digits(const char *at)
{
    while (*at >= '0' && *at <= '9') at++;
    return at;
}

/* At least one digit; moves *at past them. */
static gp_scanned scan_digits(gp_json_scan *scan, const char **at)
{
    const char *start = *at;
    *at = skip_digits(start);
    if (*at == start) return refuse_at(scan, start, NULL, "a digit\teen cijfer");
    return GP_SCANNED;
}

/* 2w, 01 and truer are no values: a number or a word ends where a name could not go on. */
static gp_scanned check_end(gp_json_scan *scan, const char *at)
{
    bool goes_on = (*at >= '0' && *at <= '9') || (*at >= 'a' && *at <= 'z') ||
                   (*at >= 'A' && *at <= 'Z') || *at == '.' || *at == '+' || *at == '-' ||
                   *at == '_' || (unsigned char)*at >= 0x80;
    if (!goes_on && (at < scan->end || scan->is_last)) return GP_SCANNED;
    return refuse_at(scan, at, NULL, "the end of the value\thet einde van de waarde");
}

static gp_scanned scan_number(gp_json_scan *scan)
{
    const char *start = scan->position.at, *at = start + (*start == '-');
    gp_scanned result = GP_SCANNED;
    if (*at == '0')
        at++;
    else
        result = scan_digits(scan, &at);
    if (result == GP_SCANNED && *at == '.') {
        at++;
        result = scan_digits(scan, &at);
    }
    if (result == GP_SCANNED && (*at == 'e' || *at == 'E')) {
        at += at[1] == '+' || at[1] == '-' ? 2 : 1;
        result = scan_digits(scan, &at);
    }
    if (result == GP_SCANNED) result = check_end(scan, at);
    if (result != GP_SCANNED) return result;
    if (at - start > GP_JSON_NUMBER_MAX && !scan->is_grammar_only)
        return refuse_at(scan, start,
                         "a number of more than 63 characters\t"
                         "een getal van meer dan 63 tekens",
                         "a shorter one\teen korter getal");
    scan->text = (gp_json_text){offset_of(scan, start), (uint32_t)(at - start), false};
    scan->position.at = at;
    return GP_SCANNED;
}

static gp_scanned scan_word(gp_json_scan *scan, const char *word)
{
    const char *at = scan->position.at;
    for (; *word; word++, at++)
        if (*at != *word) {
            if (at >= scan->end && !scan->is_last) return GP_SCAN_MORE;
            return gp_scan_refuse(scan, NULL, EXPECTED_VALUE);
        }
    gp_scanned result = check_end(scan, at);
    if (result == GP_SCANNED) scan->position.at = at;
    return result;
}

/* ---- values ---- */

gp_scanned gp_scan_key(gp_json_scan *scan)
{
    if (!skip_blank(scan) || *scan->position.at != '"')
        return gp_scan_refuse(scan, NULL, EXPECTED_KEY);
    gp_scanned result = scan_string(scan);
    if (result != GP_SCANNED) return result;
    if (!skip_blank(scan) || *scan->position.at != ':') return gp_scan_refuse(scan, NULL, "':'");
    scan->position.at++;
    return skip_blank(scan) ? GP_SCANNED : gp_scan_refuse(scan, NULL, EXPECTED_VALUE);
}

static bool is_in_object(const gp_json_scan *scan)
{
    return scan->objects & 1;
}

static gp_scanned open_container(gp_json_scan *scan)
{
    if (scan->depth == GP_JSON_DEPTH_MAX)
        return gp_scan_refuse(scan,
                              "more than 64 lists and objects within each other\t"
                              "meer dan 64 lijsten en objecten in elkaar",
                              EXPECTED_VALUE);
    scan->objects = scan->objects << 1 | (*scan->position.at == '{');
    scan->depth++;
    scan->position.at++;
    return skip_blank(scan) ? GP_SCANNED : gp_scan_refuse(scan, NULL, EXPECTED_VALUE);
}

static gp_scanned scan_scalar(gp_json_scan *scan)
{
    switch (*scan->position.at) {
    case '"': return scan_string(scan);
    case 't': return scan_word(scan, "true");
    case 'f': return scan_word(scan, "false");
    case 'n': return scan_word(scan, "null");
    case '-':
    case '0':
    case '1':
    case '2':
    case '3':
    case '4':
    case '5':
    case '6':
    case '7':
    case '8':
    case '9': return scan_number(scan);
    default: return gp_scan_refuse(scan, NULL, EXPECTED_VALUE);
    }
}

/* After a value: closes what ends here, up to the comma before the next value. *is_done: the
 * outermost value has ended. */
static gp_scanned close_containers(gp_json_scan *scan, bool *is_done)
{
    gp_json_position *p = &scan->position;
    while (scan->depth) {
        bool in_object = is_in_object(scan);
        skip_blank(scan);
        if (*p->at == ',') {
            p->at++;
            return skip_blank(scan) ? GP_SCANNED : gp_scan_refuse(scan, NULL, EXPECTED_VALUE);
        }
        if (*p->at != (in_object ? '}' : ']'))
            return gp_scan_refuse(scan, NULL,
                                  in_object ? "',' or '}'\t',' of '}'" : "',' or ']'\t',' of ']'");
        p->at++;
        scan->depth--;
        scan->objects >>= 1;
    }
    *is_done = true;
    return GP_SCANNED;
}

/* One value or the opening of one; *is_complete: it has ended. */
static gp_scanned scan_start(gp_json_scan *scan, bool *is_complete)
{
    char first = *scan->position.at;
    *is_complete = true;
    if (first != '{' && first != '[') return scan_scalar(scan);
    gp_scanned result = open_container(scan);
    if (result != GP_SCANNED) return result;
    *is_complete = *scan->position.at == (first == '{' ? '}' : ']');
    return GP_SCANNED; /* an empty one is closed by close_containers */
}

/* The key before a value, where there is one, and what kind of value begins. */
static gp_scanned scan_head(gp_json_scan *scan)
{
    gp_json_tokens *list = &scan->values;
    if (list->count == list->capacity && !grow_tokens(list)) return GP_SCAN_NO_MEMORY;
    gp_entry *entry = &list->entries[list->count];
    gp_json_token *token = &list->tokens[list->count];
    token->depth = (uint8_t)scan->depth;
    token->has_key = scan->depth && is_in_object(scan);
    entry->key = spot_of(scan);
    if (token->has_key) {
        gp_scanned result = gp_scan_key(scan);
        if (result != GP_SCANNED) return result;
        token->key = scan->text;
    }
    entry->value = spot_of(scan);
    token->first = *scan->position.at;
    return GP_SCANNED;
}

gp_scanned gp_scan_value(gp_json_scan *scan)
{
    scan->depth = 0;
    scan->objects = 0;
    scan->values.count = 0;
    for (bool is_done = false; !is_done;) {
        bool is_complete = false;
        gp_scanned result = scan_head(scan);
        if (result == GP_SCANNED) result = scan_start(scan, &is_complete);
        if (result == GP_SCANNED) scan->values.tokens[scan->values.count++].text = scan->text;
        if (result == GP_SCANNED && is_complete) result = close_containers(scan, &is_done);
        if (result != GP_SCANNED) return result;
    }
    return GP_SCANNED;
}

bool gp_is_json(const char *text, size_t size)
{
    char *window = calloc(1, size + GP_JSON_PADDING);
    if (!window) return false;
    if (size) memcpy(window, text, size);
    gp_json_scan scan = {.position = {.at = window, .line = 1, .bias = 1},
                         .window = window,
                         .end = window + size,
                         .is_last = true,
                         .is_grammar_only = true};
    if (size >= 3 && memcmp(window, "\xEF\xBB\xBF", 3) == 0) scan.position.at += 3;
    bool is_json = gp_scan_blank(&scan) && gp_scan_value(&scan) == GP_SCANNED;
    is_json = is_json && !gp_scan_blank(&scan) && scan.position.at == scan.end;
    gp_free_tokens(&scan);
    free(window);
    return is_json;
}
