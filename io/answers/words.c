/* SPDX-License-Identifier: MIT
 * How do writers call things? Formats are read by scripts, so their words never follow the
 * language; people get words in English or Dutch. Kept in one place so that a kind or a stage
 * has the same name in a table, a CSV file and a JSON document. */
#include "io/answers/words.h"
#include "groeipad/query.h"

#include <string.h>

const char *gp_severity_key(uint8_t severity)
{
    static const char *const keys[] = {"info", "warning", "error"};
    return keys[severity];
}

const char *gp_kind_key(uint8_t kind)
{
    static const char *const keys[] = {"capability", "intervention", "missing"};
    return keys[kind];
}

const char *gp_stage_key(gp_stage stage)
{
    static const char *const keys[] = {NULL, "explore", "develop", "exploit"};
    return keys[stage];
}

const char *gp_verdict_key(gp_verdict verdict)
{
    static const char *const keys[] = {"in-time", "identify-now", "too-late"};
    return keys[verdict];
}

const char *gp_remedy_key(gp_remedy_kind kind)
{
    static const char *const keys[] = {"off-round", "shorten", "accept-level", "start-now",
                                       "move-date"};
    return keys[kind];
}

const char *gp_cause_key(gp_cause cause)
{
    static const char *const keys[] = {
        "release", "started", "ready",   "requirement",      "lag",  "round",   "work",
        "status",  "cycle",   "unknown", "not-ready-before", "back", "no-round"};
    return keys[cause];
}

const char *gp_query_key(gp_query_kind kind)
{
    static const char *const keys[] = {"needs", "blocks", "paths", "only-way"};
    return keys[kind];
}

const char *gp_severity_word(uint8_t severity, gp_language language)
{
    static const char *const words[][2] = {
        {"note", "opmerking"}, {"warning", "waarschuwing"}, {"error", "fout"}};
    return words[severity][language];
}

const char *gp_stage_word(gp_stage stage, gp_language language)
{
    static const char *const words[][2] = {{"no stage", "geen fase"},
                                           {"exploring", "verkennen"},
                                           {"developing", "ontwikkelen"},
                                           {"exploiting", "exploiteren"}};
    return words[stage][language];
}

const char *gp_verdict_word(gp_verdict verdict, gp_language language)
{
    static const char *const words[][2] = {
        {"in time", "op tijd"}, {"identify now", "identificeer nu"}, {"too late", "te laat"}};
    return words[verdict][language];
}

void gp_format_code(uint16_t code, char out[GP_CODE_SIZE])
{
    memcpy(out, "GP", 2);
    out[2] = (char)('0' + code / 100 % 10);
    out[3] = (char)('0' + code / 10 % 10);
    out[4] = (char)('0' + code % 10);
    out[5] = '\0';
}

typedef size_t wording(const gp_finding *finding, gp_language language, char *out, size_t size);

/* Most texts fit the first try; an id of a thousand bytes asks for a second. */
static gp_status word(gp_job *job, wording *make, const gp_finding *finding, gp_language language,
                      const char **out)
{
    char line[1024];
    size_t length = make(finding, language, line, sizeof line);
    char *text = length ? GP_NEW(job, char, length + 1) : NULL;
    if (length && !text) return gp_no_memory(job);
    if (length && length < sizeof line)
        memcpy(text, line, length);
    else if (length)
        make(finding, language, text, length + 1);
    *out = text;
    return GP_OK;
}

gp_status gp_message_text(gp_job *job, const gp_finding *finding, gp_language language,
                          const char **out)
{
    return word(job, gp_finding_message, finding, language, out);
}

gp_status gp_hint_text(gp_job *job, const gp_finding *finding, gp_language language,
                       const char **out)
{
    return word(job, gp_finding_hint, finding, language, out);
}

void gp_add_made(gp_buffer *buffer, const char *text)
{
    if (text)
        gp_add_text(buffer, text);
    else
        buffer->has_failed = true;
}

/* "day|days}": the word for one, or the other. */
static void add_word(gp_buffer *buffer, const char *words, bool is_one)
{
    size_t one = strcspn(words, "|"), rest = strcspn(words + one, "}");
    if (is_one)
        gp_add_bytes(buffer, words, one);
    else if (rest > 1)
        gp_add_bytes(buffer, words + one + 1, rest - 1);
}

void gp_add_filled(gp_buffer *buffer, const char *pattern, const char *const *values)
{
    while (*pattern) {
        size_t plain = strcspn(pattern, "{");
        if (plain) gp_add_bytes(buffer, pattern, plain);
        pattern += plain;
        if (!*pattern) return;
        const char *value = values[pattern[1] - '0'];
        if (pattern[2] == '|')
            add_word(buffer, pattern + 3, value && strcmp(value, "1") == 0);
        else
            gp_add_made(buffer, value);
        pattern += strcspn(pattern, "}") + 1;
    }
}

const char *gp_buffer_text(gp_buffer *buffer)
{
    const char *text = NULL;
    size_t size;
    if (buffer && gp_finish_buffer(buffer, &text, &size) != GP_OK) return NULL;
    return text;
}

static const char *copy_digits(gp_job *job, uint64_t rest, bool is_negative)
{
    char digits[24];
    size_t at = sizeof digits;
    do digits[--at] = (char)('0' + rest % 10);
    while (rest /= 10);
    if (is_negative) digits[--at] = '-';
    return gp_copy_text(job, digits + at, sizeof digits - at);
}

const char *gp_number_text(gp_job *job, int64_t number)
{
    return copy_digits(job, number < 0 ? 0 - (uint64_t)number : (uint64_t)number, number < 0);
}

const char *gp_unsigned_text(gp_job *job, uint64_t number)
{
    return copy_digits(job, number, false);
}

const char *gp_day_text(gp_job *job, gp_day day)
{
    char date[GP_DATE_SIZE];
    gp_format_date(day, date);
    return gp_copy_text(job, date, strlen(date));
}

const char *gp_place_text(gp_job *job, gp_place place)
{
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return NULL;
    gp_cell_place cell;
    bool has_sheets = gp_find_cell(job, place, NULL, &cell) && cell.sheet;
    const char *values[] = {gp_source_name(job, place.source), gp_number_text(job, place.line),
                            gp_number_text(job, place.column)};
    const char *pattern = gp_is_option(job, place.source) ? "{0} {1}:{2}" : "{0}:{1}:{2}";
    gp_add_filled(buffer, place.line && !has_sheets ? pattern : "{0}", values);
    return gp_buffer_text(buffer);
}
