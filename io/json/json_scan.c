/* SPDX-License-Identifier: MIT
 * Is this text JSON, and where does each value stand? One walk, no recursion: a stack of bits
 * says what is open. cJSON, which decodes the values, is laxer than RFC 8259 (it takes [01],
 * trailing text, bad UTF-8) and does not know places; this walk before it decides what is
 * well formed, so that cJSON only ever sees text it cannot misread.
 *
 * Lines and columns cost next to nothing: only white space can hold a line end, and a column
 * is the offset within the line less the continuation bytes of UTF-8 so far. */
#include "io/json/json_scan.h"

#include "io/record/record.h"

#include <stdlib.h>
#include <string.h>

#define EXPECTED_VALUE GP_WORDS("a value", "een waarde")
#define EXPECTED_KEY GP_WORDS("\"key\"", "\"sleutel\"")

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
    if (*at == start)
        return gp_scan_refuse_at(scan, start, GP_NO_ARGUMENT, GP_WORDS("a digit", "een cijfer"));
    return GP_SCANNED;
}

/* 2w, 01 and truer are no values: a number or a word ends where a name could not go on. */
static gp_scanned check_end(gp_json_scan *scan, const char *at)
{
    bool goes_on = (*at >= '0' && *at <= '9') || (*at >= 'a' && *at <= 'z') ||
                   (*at >= 'A' && *at <= 'Z') || *at == '.' || *at == '+' || *at == '-' ||
                   *at == '_' || (unsigned char)*at >= 0x80;
    if (!goes_on && (at < scan->end || scan->is_last)) return GP_SCANNED;
    return gp_scan_refuse_at(scan, at, GP_NO_ARGUMENT,
                             GP_WORDS("the end of the value", "het einde van de waarde"));
}

/* A number that a double can hold: no text of ours could say the others again. */
static gp_scanned check_size(gp_json_scan *scan, const char *start, const char *end)
{
    double number;
    if (scan->is_grammar_only) return GP_SCANNED;
    if (end - start > GP_JSON_NUMBER_MAX)
        return gp_scan_refuse_at(
            scan, start,
            GP_WORDS("a number of more than 1100 characters", "een getal van meer dan 1100 tekens"),
            GP_WORDS("a shorter one", "een korter getal"));
    if (gp_parse_number(start, (size_t)(end - start), &number)) return GP_SCANNED;
    return gp_scan_refuse_at(
        scan, start, GP_WORDS("a number that is too large", "een getal dat te groot is"),
        GP_WORDS("one below 1.8e308, or a text", "een getal onder 1.8e308, of een tekst"));
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
    bool has_exponent = result == GP_SCANNED && (*at == 'e' || *at == 'E');
    if (has_exponent) {
        at += at[1] == '+' || at[1] == '-' ? 2 : 1;
        result = scan_digits(scan, &at);
    }
    if (result == GP_SCANNED) result = check_end(scan, at);
    if (result != GP_SCANNED) return result;
    /* Up to 300 digits are below the largest double. */
    if (at - start > 300 || has_exponent) result = check_size(scan, start, at);
    if (result != GP_SCANNED) return result;
    scan->text = (gp_json_text){gp_scan_offset(scan, start), (uint32_t)(at - start), false};
    scan->position.at = at;
    return GP_SCANNED;
}

static gp_scanned scan_word(gp_json_scan *scan, const char *word)
{
    const char *at = scan->position.at;
    for (; *word; word++, at++)
        if (*at != *word) {
            if (at >= scan->end && !scan->is_last) return GP_SCAN_MORE;
            return gp_scan_refuse(scan, GP_NO_ARGUMENT, EXPECTED_VALUE);
        }
    gp_scanned result = check_end(scan, at);
    if (result == GP_SCANNED) scan->position.at = at;
    return result;
}

/* ---- values ---- */

gp_scanned gp_scan_key(gp_json_scan *scan)
{
    if (!skip_blank(scan) || *scan->position.at != '"')
        return gp_scan_refuse(scan, GP_NO_ARGUMENT, EXPECTED_KEY);
    gp_scanned result = gp_scan_text(scan);
    if (result != GP_SCANNED) return result;
    if (!skip_blank(scan) || *scan->position.at != ':')
        return gp_scan_refuse(scan, GP_NO_ARGUMENT, GP_TEXT("':'"));
    scan->position.at++;
    return skip_blank(scan) ? GP_SCANNED : gp_scan_refuse(scan, GP_NO_ARGUMENT, EXPECTED_VALUE);
}

static bool is_in_object(const gp_json_scan *scan)
{
    return scan->objects & 1;
}

static gp_scanned open_container(gp_json_scan *scan)
{
    if (scan->depth == GP_JSON_DEPTH_MAX)
        return gp_scan_refuse(scan,
                              GP_WORDS("more than 64 lists and objects within each other",
                                       "meer dan 64 lijsten en objecten in elkaar"),
                              EXPECTED_VALUE);
    scan->objects = scan->objects << 1 | (*scan->position.at == '{');
    scan->depth++;
    scan->position.at++;
    return skip_blank(scan) ? GP_SCANNED : gp_scan_refuse(scan, GP_NO_ARGUMENT, EXPECTED_VALUE);
}

static gp_scanned scan_scalar(gp_json_scan *scan)
{
    switch (*scan->position.at) {
    case '"': return gp_scan_text(scan);
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
    default: return gp_scan_refuse(scan, GP_NO_ARGUMENT, EXPECTED_VALUE);
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
            return skip_blank(scan) ? GP_SCANNED
                                    : gp_scan_refuse(scan, GP_NO_ARGUMENT, EXPECTED_VALUE);
        }
        if (*p->at != (in_object ? '}' : ']'))
            return gp_scan_refuse(scan, GP_NO_ARGUMENT,
                                  in_object ? GP_WORDS("',' or '}'", "',' of '}'")
                                            : GP_WORDS("',' or ']'", "',' of ']'"));
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
    if (list->count == GP_JSON_VALUES_MAX)
        return gp_scan_refuse(scan,
                              GP_WORDS("more than 4194304 values in one record",
                                       "meer dan 4194304 waarden in een record"),
                              GP_WORDS("fewer values", "minder waarden"));
    if (list->count == list->capacity && !grow_tokens(list)) return GP_SCAN_NO_MEMORY;
    gp_entry *entry = &list->entries[list->count];
    gp_json_token *token = &list->tokens[list->count];
    token->depth = (uint8_t)scan->depth;
    token->has_key = scan->depth && is_in_object(scan);
    entry->key = gp_scan_spot(scan);
    if (token->has_key) {
        gp_scanned result = gp_scan_key(scan);
        if (result != GP_SCANNED) return result;
        token->key = scan->text;
    }
    entry->value = gp_scan_spot(scan);
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
        if (result == GP_SCANNED) {
            scan->values.tokens[scan->values.count].text = scan->text;
            scan->values.entries[scan->values.count].size = scan->text.size;
        }
        if (result == GP_SCANNED && !scan->is_skipping) scan->values.count++;
        if (result == GP_SCANNED && is_complete) result = close_containers(scan, &is_done);
        if (result != GP_SCANNED) return result;
    }
    return GP_SCANNED;
}

gp_scanned gp_judge_json(const char *text, size_t size, bool is_grammar_only)
{
    gp_json_scan scan = {.position = {.at = text, .line = 1, .bias = 1},
                         .window = text,
                         .end = text + size,
                         .is_last = true,
                         .is_skipping = true,
                         .is_grammar_only = is_grammar_only};
    if (size >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0) scan.position.at += 3;
    gp_scanned result = gp_scan_blank(&scan) ? gp_scan_value(&scan) : GP_SCAN_WRONG;
    bool is_all = result == GP_SCANNED && !gp_scan_blank(&scan) && scan.position.at == scan.end;
    gp_free_tokens(&scan);
    if (result == GP_SCAN_NO_MEMORY) return result;
    return is_all ? GP_SCANNED : GP_SCAN_WRONG;
}
