/* SPDX-License-Identifier: MIT
 * Findings as SARIF 2.1.0 (OASIS 2020), which code hosts show beside the lines of a change. All
 * rules are listed with their help, so that the host can explain each; a fingerprint of code and
 * subject lets it recognise a finding that moved to another line. GitHub refuses a whole upload
 * for one result without a location, so every result has one: of a finding that stands nowhere
 * the beginning of its file. */
#include "io/ci/ci_write.h"
#include "io/json/json_write.h"
#include "io/answers/words.h"

#include <string.h>

static const char *level_of(uint8_t severity)
{
    static const char *const levels[] = {"note", "warning", "error"};
    return levels[severity];
}

static void add_message(gp_json *json, const char *key, const char *text)
{
    gp_json_key(json, key);
    gp_json_open(json, '{');
    gp_json_add_text(json, "text", text ? text : "");
    gp_json_close(json, '}');
}

/* The first paragraph of a page, on one line. */
static const char *first_paragraph(gp_job *job, const char *page)
{
    const char *end = strstr(page, "\n\n");
    size_t size = end ? (size_t)(end - page) : strlen(page);
    char *text = GP_NEW(job, char, size + 1);
    for (size_t i = 0; text && i < size; i++) text[i] = page[i] == '\n' ? ' ' : page[i];
    return text;
}

/* What a rule means, and how to mend what it finds. */
static void add_help(gp_job *job, gp_json *json, const gp_rule *rule,
                     const gp_write_options *options)
{
    const char *title = rule->title[options->language], *hint = rule->hint[options->language];
    const char *page = options->explain ? options->explain(rule->code, options->language) : NULL;
    const char *meaning = page ? first_paragraph(job, page) : title;
    if (!meaning) json->buffer->has_failed = true;
    add_message(json, "fullDescription", meaning);
    add_message(json, "help", page ? page : hint ? hint : title);
}

static void add_rules(gp_job *job, gp_json *json, const gp_write_options *options)
{
    size_t count;
    const gp_rule *rules = gp_rules(&count);
    gp_json_key(json, "rules");
    gp_json_open(json, '[');
    for (size_t i = 0; i < count; i++) {
        char code[GP_CODE_SIZE];
        gp_format_code(rules[i].code, code);
        gp_json_line(json);
        gp_json_open(json, '{');
        gp_json_add_text(json, "id", code);
        add_message(json, "shortDescription", rules[i].title[options->language]);
        add_help(job, json, &rules[i], options);
        gp_json_key(json, "defaultConfiguration");
        gp_json_open(json, '{');
        gp_json_add_text(json, "level", level_of(rules[i].severity));
        gp_json_close(json, '}');
        gp_json_close(json, '}');
    }
    gp_json_close(json, ']');
}

/* A file name as a URI reference, relative or with the scheme file: (RFC 8089); bytes that RFC
 * 3986 does not allow are escaped. */
static const char *uri_of(gp_job *job, const char *name)
{
    static const char digits[] = "0123456789ABCDEF";
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                "0123456789-._~/!$&'()*+,;=@";
    static const char scheme[] = "file://";
    size_t size = strlen(name), length = 0;
    char *uri = GP_NEW(job, char, size * 3 + sizeof scheme);
    if (!uri) return NULL;
    if (name[0] == '/') {
        memcpy(uri, scheme, sizeof scheme - 1);
        length = sizeof scheme - 1;
    }
    for (size_t i = 0; i < size; i++) {
        unsigned char byte = (unsigned char)name[i];
        if (strchr(plain, byte)) {
            uri[length++] = (char)byte;
            continue;
        }
        uri[length++] = '%';
        uri[length++] = digits[byte >> 4];
        uri[length++] = digits[byte & 15];
    }
    return uri;
}

/* The first input that is a file. */
static uint32_t first_file(const gp_job *job)
{
    uint32_t source = 0;
    while (source + 1 < gp_source_count(job) && gp_is_option(job, source)) source++;
    return source;
}

/* Of a place in an option: which, and where in its text. Systems want a file as well. */
static void add_option(gp_job *job, gp_json *json, gp_place place)
{
    const char *text = gp_place_text(job, place);
    if (!text) json->buffer->has_failed = true;
    gp_json_key(json, "logicalLocations");
    gp_json_open(json, '[');
    gp_json_open(json, '{');
    gp_json_add_text(json, "name", gp_source_name(job, place.source));
    gp_json_add_text(json, "fullyQualifiedName", text);
    gp_json_add_text(json, "kind", "parameter");
    gp_json_close(json, '}');
    gp_json_close(json, ']');
}

static void add_location(gp_job *job, gp_json *json, gp_place place, const char *message)
{
    gp_place given = place;
    bool is_option = gp_is_option(job, place.source);
    if (is_option) place = gp_place_at(first_file(job), 1, 1);
    const char *uri = uri_of(job, gp_source_name(job, place.source));
    if (!uri) json->buffer->has_failed = true;
    place = gp_shown_place(job, place);
    gp_json_open(json, '{');
    gp_json_key(json, "physicalLocation");
    gp_json_open(json, '{');
    gp_json_key(json, "artifactLocation");
    gp_json_open(json, '{');
    gp_json_add_text(json, "uri", uri);
    gp_json_close(json, '}');
    gp_json_key(json, "region");
    gp_json_open(json, '{');
    gp_json_add_number(json, "startLine", place.line ? place.line : 1);
    gp_json_add_number(json, "startColumn", place.line ? place.column : 1);
    gp_json_close(json, '}');
    gp_json_close(json, '}');
    if (is_option) add_option(job, json, given);
    if (message) add_message(json, "message", message);
    gp_json_close(json, '}');
}

static void add_related(gp_job *job, gp_json *json, const gp_finding *finding)
{
    if (finding->related_count == 0) return;
    gp_json_key(json, "relatedLocations");
    gp_json_open(json, '[');
    for (uint32_t i = 0; i < finding->related_count; i++)
        if (finding->related[i].place.line)
            add_location(job, json, finding->related[i].place, finding->related[i].from);
    gp_json_close(json, ']');
}

static void add_fingerprint(gp_job *job, gp_json *json, const char *code, const char *subject)
{
    if (!subject) return;
    gp_buffer *buffer = gp_new_buffer(job);
    const char *values[] = {code, subject};
    if (buffer) gp_add_filled(buffer, "{0}:{1}", values);
    const char *text = gp_buffer_text(buffer);
    if (!text) json->buffer->has_failed = true;
    gp_json_key(json, "partialFingerprints");
    gp_json_open(json, '{');
    gp_json_add_text(json, "codeAndSubject/v1", text);
    gp_json_close(json, '}');
}

static size_t rule_index(uint16_t code)
{
    size_t count;
    const gp_rule *rules = gp_rules(&count);
    return (size_t)(gp_find_rule(code) - rules);
}

/* Known findings are results that somebody outside this tool has accepted. Where some are, the
 * others have to say that nobody has. */
typedef struct acceptance {
    bool is_asked, is_known;
    const char *reason; /* or NULL */
} acceptance;

static void add_suppressions(gp_json *json, const acceptance *accepted)
{
    if (!accepted->is_asked) return;
    gp_json_key(json, "suppressions");
    gp_json_open(json, '[');
    if (accepted->is_known) {
        gp_json_open(json, '{');
        gp_json_add_text(json, "kind", "external");
        if (accepted->reason) gp_json_add_text(json, "justification", accepted->reason);
        gp_json_close(json, '}');
    }
    gp_json_close(json, ']');
}

static gp_status add_result(gp_job *job, gp_json *json, const gp_finding *finding,
                            const acceptance *accepted, gp_language language)
{
    char code[GP_CODE_SIZE];
    const char *message;
    gp_format_code(finding->code, code);
    GP_TRY(gp_message_text(job, finding, language, &message));
    gp_json_line(json);
    gp_json_open(json, '{');
    gp_json_add_text(json, "ruleId", code);
    gp_json_add_number(json, "ruleIndex", (int64_t)rule_index(finding->code));
    gp_json_add_text(json, "level", level_of(finding->severity));
    add_message(json, "message", message);
    gp_json_key(json, "locations");
    gp_json_open(json, '[');
    add_location(job, json, finding->place, NULL);
    gp_json_close(json, ']');
    add_related(job, json, finding);
    add_fingerprint(job, json, code, finding->subject);
    add_suppressions(json, accepted);
    gp_json_close(json, '}');
    return GP_OK;
}

static gp_status add_known(gp_job *job, gp_json *json, const gp_write_options *options)
{
    const gp_known *known = options->known;
    for (uint32_t i = 0; known && i < known->count; i++) {
        const acceptance accepted = {true, true, known->reasons[i]};
        GP_TRY(add_result(job, json, &known->findings[i], &accepted, options->language));
    }
    return GP_OK;
}

gp_status gp_write_sarif(gp_job *job, const gp_write_options *options, gp_output *out)
{
    const acceptance fresh = {.is_asked = options->known != NULL};
    uint32_t count;
    const gp_finding *findings = gp_findings(job, &count);
    gp_json json = {.buffer = gp_new_buffer(job)};
    if (!json.buffer) return gp_no_memory(job);
    gp_json_open(&json, '{');
    gp_json_add_text(&json, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    gp_json_add_text(&json, "version", "2.1.0");
    gp_json_key(&json, "runs");
    gp_json_open(&json, '[');
    gp_json_open(&json, '{');
    gp_json_key(&json, "tool");
    gp_json_open(&json, '{');
    gp_json_key(&json, "driver");
    gp_json_open(&json, '{');
    gp_json_add_text(&json, "name", "groeipad");
    gp_json_add_text(&json, "version", GP_VERSION);
    add_rules(job, &json, options);
    gp_json_close(&json, '}');
    gp_json_close(&json, '}');
    gp_json_add_text(&json, "columnKind", "unicodeCodePoints");
    gp_json_line(&json);
    gp_json_key(&json, "results");
    gp_json_open(&json, '[');
    for (uint32_t i = 0; i < count; i++)
        GP_TRY(add_result(job, &json, &findings[i], &fresh, options->language));
    GP_TRY(add_known(job, &json, options));
    gp_json_close(&json, ']');
    gp_json_close(&json, '}');
    gp_json_close(&json, ']');
    gp_json_close(&json, '}');
    gp_add_bytes(json.buffer, "\n", 1);
    return gp_finish_buffer(json.buffer, &out->text, &out->size);
}
