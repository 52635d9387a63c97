/* SPDX-License-Identifier: MIT
 * Walks the top of a JSON portfolio: its keys, and the records of its lists one by one. Only
 * one record at a time is in memory as a tree, which takes a third of the time and an eighth of
 * the memory of a tree of the whole file. The text comes in through a window: when it ends
 * within a value, the window moves on and that value is walked over again. */
#include "io/json_read.h"
#include "io/door.h"
#include "io/json_scan.h"
#include "io/json_tree.h"

#include <cjson/cJSON.h>
#include <string.h>

typedef struct reader {
    gp_records *records;
    gp_input *input;
    gp_json_scan scan;
    gp_json_nodes nodes;
    const char *other; /* the key at hand that no table has, where a document wants it */
    bool is_stopped;   /* after an error whose end cannot be told */
} reader;

/* ---- the window ---- */

/* Moves the window on; `keep` and the position move with it. */
static gp_status fill(reader *r, const char **keep)
{
    gp_json_scan *scan = &r->scan;
    size_t dropped = (size_t)(*keep - scan->window);
    size_t at = (size_t)(scan->position.at - *keep);
    gp_status status = gp_fill_window(r->input, dropped);
    scan->window = r->input->window;
    scan->end = scan->window + r->input->size;
    scan->is_last = r->input->is_last;
    scan->position.at = scan->window + at;
    scan->position.bias += dropped;
    *keep = scan->window;
    return status;
}

/* Skips white space, across windows. *next is NUL at the end of the input. */
static gp_status next_character(reader *r, char *next)
{
    while (!gp_scan_blank(&r->scan) && !r->scan.is_last) {
        const char *keep = r->scan.position.at;
        GP_TRY(fill(r, &keep));
    }
    *next = *r->scan.position.at;
    return GP_OK;
}

/* Walks over a value or a key, with as many windows as that takes. *start is where it begins;
 * a broken one leaves the position there. */
static gp_status scan_whole(reader *r, gp_scanned (*walk)(gp_json_scan *scan), const char **start,
                            gp_scanned *result)
{
    *start = r->scan.position.at;
    for (;;) {
        gp_json_position before = r->scan.position;
        *result = walk(&r->scan);
        if (*result == GP_SCANNED) return GP_OK;
        r->scan.position = before;
        if (*result == GP_SCAN_NO_MEMORY) return gp_no_memory(r->records->job);
        if (*result == GP_SCAN_WRONG) return GP_OK;
        GP_TRY(fill(r, start));
    }
}

/* ---- what is not well formed ---- */

static const char *copy_character(gp_job *job, const char *at)
{
    static const char hex[] = "0123456789ABCDEF";
    unsigned char first = (unsigned char)*at;
    uint32_t character;
    size_t length = gp_decode_utf8(at, 4, &character);
    if (first <= ' ' || length == 0 || (character >= 0x7F && character < 0xA0)) {
        char byte[] = {'b', 'y', 't', 'e', ' ', '0', 'x', hex[first >> 4], hex[first & 15]};
        return gp_copy_text(job, byte, sizeof byte);
    }
    char quoted[8] = {'\''};
    memcpy(quoted + 1, at, length);
    quoted[1 + length] = '\'';
    return gp_copy_text(job, quoted, length + 2);
}

static gp_status report_wrong(reader *r)
{
    const gp_json_wrong *wrong = &r->scan.wrong;
    const char *problem = wrong->problem;
    if (!problem) problem = copy_character(r->records->job, wrong->at);
    if (!problem) return gp_no_memory(r->records->job);
    return gp_add_finding(r->records->job,
                          &(gp_finding){.code = 101,
                                        .place = wrong->place,
                                        .arguments = {GP_TEXT(problem), GP_TEXT(wrong->expected)}});
}

/* The character at the position is not what may stand there. */
static gp_status refuse(reader *r, const char *expected)
{
    gp_scan_refuse(&r->scan, NULL, expected);
    return report_wrong(r);
}

/* ---- going on after an error ---- */

/* What the loose walk over a broken value knows. */
typedef struct loose {
    uint64_t objects; /* a stack of bits, as in the scan */
    uint32_t depth;
    bool in_text, is_escaped;
} loose;

typedef enum loosely { GO_ON, AT_END, LOST } loosely;

static loosely step_in_text(loose *l, char c)
{
    if (c == '\n') return LOST; /* a quote is missing: what is text and what is not? */
    if (l->is_escaped)
        l->is_escaped = false;
    else if (c == '\\')
        l->is_escaped = true;
    else if (c == '"')
        l->in_text = false;
    return GO_ON;
}

static loosely step(loose *l, char c)
{
    bool closes = c == '}' || c == ']';
    if (l->in_text) return step_in_text(l, c);
    if (c == '"') l->in_text = true;
    if (l->depth == 0 && (c == ',' || closes)) return AT_END;
    if (c == '{' || c == '[') {
        if (l->depth == GP_JSON_DEPTH_MAX) return LOST;
        l->objects = l->objects << 1 | (c == '{');
        l->depth++;
    }
    if (!closes) return GO_ON;
    if ((l->objects & 1) != (c == '}')) return LOST;
    l->objects >>= 1;
    l->depth--;
    return GO_ON;
}

/* Skips a broken value: to the comma or bracket after it where brackets match up to there.
 * Stops the reading where they do not. */
static gp_status skip_broken(reader *r)
{
    loose l = {0};
    for (;;) {
        gp_json_position *p = &r->scan.position;
        if (p->at == r->scan.end && !r->scan.is_last) {
            const char *keep = p->at;
            GP_TRY(fill(r, &keep));
            continue;
        }
        loosely result = p->at == r->scan.end ? LOST : step(&l, *p->at);
        r->is_stopped = result == LOST;
        if (result != GO_ON) return GP_OK;
        if (*p->at == '\n') {
            p->line++;
            p->bias = (uint64_t)0 - (uint64_t)(p->at - r->scan.window);
        } else if (((unsigned char)*p->at & 0xC0) == 0x80) {
            p->bias--;
        }
        p->at++;
    }
}

/* Walks over a value; a broken one is reported and skipped: *start is then NULL. */
static gp_status take_value(reader *r, const char **start)
{
    gp_scanned result;
    GP_TRY(scan_whole(r, gp_scan_value, start, &result));
    if (result == GP_SCANNED) return GP_OK;
    *start = NULL;
    GP_TRY(report_wrong(r));
    return skip_broken(r);
}

/* ---- lists of records ---- */

typedef gp_status read_tree(reader *r, const gp_key *key, const cJSON *tree);

static gp_status read_record(reader *r, const gp_key *key, const cJSON *tree)
{
    return gp_take_record(r->records, key, tree);
}

static gp_status read_setting(reader *r, const gp_key *key, const cJSON *tree)
{
    return gp_take_value(r->records, key, tree);
}

/* The value of a key that no table has, for the document. */
static gp_status read_other(reader *r, const gp_key *key, const cJSON *tree)
{
    (void)key;
    return gp_take_other(r->records, r->other, tree);
}

/* Takes the value at the position and hands its tree to `read` (NULL: nobody wants it). */
static gp_status read_value(reader *r, const gp_key *key, read_tree *read)
{
    const char *start;
    r->scan.is_skipping = read == NULL;
    GP_TRY(take_value(r, &start));
    const gp_section *section = key ? key->detail : NULL;
    if (!start && key && (!section || section->is_referred_to)) r->records->is_incomplete = true;
    if (!start || !read) return GP_OK;
    cJSON *tree = gp_make_tree(&r->nodes, &r->scan, r->input->window);
    if (!tree) return gp_no_memory(r->records->job);
    r->records->entries = r->scan.values.entries;
    return read(r, key, tree);
}

/* What separates the values of a list, or the members of an object. */
typedef struct separator {
    char close, next; /* what closes it, and what begins a next one that lacks its comma */
    const char *expected, *expected_next;
} separator;
static const separator in_list = {']', '{', "',' or ']'\t',' of ']'", "a value\teen waarde"};
static const separator in_object = {'}', '"', "',' or '}'\t',' of '}'", "\"key\"\t\"sleutel\""};

/* After a value: passes over the comma or the bracket that closes. *is_more: the position is
 * before the next one. A comma too few or too many is reported, and so is what else is there. */
static gp_status pass_comma(reader *r, const separator *s, bool *is_more)
{
    char next;
    *is_more = false;
    GP_TRY(next_character(r, &next));
    if (next != s->close && next != ',') {
        GP_TRY(refuse(r, s->expected));
        *is_more = next == s->next;
        if (*is_more) return GP_OK;
        GP_TRY(skip_broken(r));
        next = *r->scan.position.at;
        r->is_stopped = r->is_stopped || (next != s->close && next != ',');
        if (r->is_stopped) return GP_OK;
    }
    r->scan.position.at++;
    if (next == s->close) return GP_OK;
    GP_TRY(next_character(r, &next));
    *is_more = next != s->close;
    if (*is_more) return GP_OK;
    GP_TRY(refuse(r, s->expected_next));
    r->scan.position.at++;
    return GP_OK;
}

/* The elements of a list, one by one. The position is at its bracket. */
static gp_status read_list(reader *r, const gp_key *key, read_tree *read)
{
    char next;
    r->scan.position.at++;
    GP_TRY(next_character(r, &next));
    bool is_more = next != ']';
    if (!is_more) r->scan.position.at++;
    while (is_more) {
        GP_TRY(read_value(r, key, read));
        if (!r->is_stopped) GP_TRY(pass_comma(r, &in_list, &is_more));
        if (r->is_stopped) break;
    }
    return GP_OK;
}

/* ---- the top ---- */

static gp_status read_member_value(reader *r, const gp_key *key)
{
    char next;
    GP_TRY(next_character(r, &next));
    if (!key && r->other) return read_value(r, NULL, read_other);
    if (!key) return next == '[' ? read_list(r, NULL, NULL) : read_value(r, NULL, NULL);
    if (!key->detail || next != '[') return read_value(r, key, read_setting);
    GP_TRY(gp_emit_empty(r->records, key->name));
    return read_list(r, key, read_record);
}

/* The row of the key that was scanned last; NULL when nobody wants its value. */
static gp_status find_row(reader *r, gp_place place, uint32_t *seen, const gp_key **out)
{
    const char *name = gp_decode_text(r->input->window, r->scan.text);
    if (!name) return gp_no_memory(r->records->job);
    GP_TRY(gp_find_top(r->records, name, place, seen, out));
    r->other = NULL;
    if (*out || !r->records->document) return GP_OK;
    r->other = gp_copy_text(r->records->job, name, strlen(name)); /* the window moves on */
    return r->other ? GP_OK : gp_no_memory(r->records->job);
}

static gp_status read_member(reader *r, uint32_t *seen)
{
    const char *start;
    gp_scanned result;
    const gp_key *key;
    gp_place place = gp_scan_place(&r->scan);
    GP_TRY(scan_whole(r, gp_scan_key, &start, &result));
    if (result != GP_SCANNED) {
        r->is_stopped = r->records->is_incomplete = true;
        return report_wrong(r);
    }
    GP_TRY(find_row(r, place, seen, &key));
    return read_member_value(r, key);
}

static gp_status read_members(reader *r)
{
    uint32_t seen = 0;
    char next;
    r->scan.position.at++;
    GP_TRY(next_character(r, &next));
    bool is_more = next != '}';
    if (!is_more) r->scan.position.at++;
    while (is_more) {
        GP_TRY(read_member(r, &seen));
        if (!r->is_stopped) GP_TRY(pass_comma(r, &in_object, &is_more));
        if (r->is_stopped) return GP_OK;
    }
    GP_TRY(next_character(r, &next));
    if (r->scan.position.at == r->scan.end) return GP_OK;
    return refuse(r, "the end of the file\thet einde van het bestand");
}

static gp_status read_portfolio(reader *r)
{
    char next;
    const char *start = r->scan.window;
    while (r->input->size < 3 && !r->input->is_last) GP_TRY(fill(r, &start));
    if (r->input->size >= 3 && memcmp(start, "\xEF\xBB\xBF", 3) == 0) {
        r->scan.position.at += 3; /* a byte order mark */
        r->scan.position.bias -= 3;
    }
    GP_TRY(next_character(r, &next));
    gp_place place = gp_scan_place(&r->scan);
    gp_begin(r->records, r->input, (gp_spot){(uint32_t)place.line, (uint32_t)place.column});
    if (next == '{') return read_members(r);
    r->records->is_incomplete = true;
    return refuse(r, "'{'");
}

gp_status gp_read_json(gp_records *records, gp_input *input)
{
    reader r = {.records = records, .input = input};
    r.scan.source = records->source = input->source;
    r.scan.is_last = input->is_last;
    r.scan.position = (gp_json_position){.at = input->window, .line = 1, .bias = 1};
    r.scan.window = input->window;
    r.scan.end = input->window + input->size; /* some of it may have come in already */
    gp_status status = read_portfolio(&r);
    records->entries = NULL;
    gp_free_nodes(&r.nodes);
    gp_free_tokens(&r.scan);
    if (r.is_stopped) records->is_incomplete = true;
    return status;
}
