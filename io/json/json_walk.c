/* SPDX-License-Identifier: MIT
 * Walks over JSON text that comes in through a window: when it ends within a value, the window
 * moves on and that value is walked over again. What is not well formed is reported, and passed
 * over where brackets tell where it ends. */
#include "io/json/json_walk.h"

#include <string.h>

/* ---- the window ---- */

/* Moves the window on; what stands from `keep` on is kept. */
static gp_status fill(gp_json_walk *walk, const char *keep)
{
    gp_json_scan *scan = &walk->scan;
    size_t dropped = (size_t)(keep - scan->window);
    size_t at = (size_t)(scan->position.at - keep);
    gp_status status = gp_fill_window(walk->input, dropped);
    scan->window = walk->input->window;
    scan->end = scan->window + walk->input->size;
    scan->is_last = walk->input->is_last;
    scan->position.at = scan->window + at;
    scan->position.bias += dropped;
    return status;
}

void gp_start_walk(gp_json_walk *walk, gp_job *job, gp_input *input)
{
    *walk = (gp_json_walk){.job = job, .input = input};
    walk->scan.source = input->source;
    walk->scan.is_last = input->is_last;
    walk->scan.position = (gp_json_position){.at = input->window, .line = 1, .bias = 1};
    walk->scan.window = input->window;
    walk->scan.end = input->window + input->size;
}

void gp_end_walk(gp_json_walk *walk)
{
    gp_free_tokens(&walk->scan);
}

gp_json_spot gp_walk_spot(const gp_json_walk *walk)
{
    const gp_json_position *p = &walk->scan.position;
    uint64_t at = (uint64_t)(p->at - walk->scan.window);
    return (gp_json_spot){walk->input->total - walk->input->size + at, p->line, at + p->bias};
}

gp_status gp_walk_from(gp_json_walk *walk, gp_json_spot spot)
{
    gp_skip_input(walk->input, spot.offset);
    walk->scan.position.at = walk->scan.window;
    walk->scan.position.line = spot.line;
    walk->scan.position.bias = spot.column;
    return fill(walk, walk->scan.window);
}

gp_status gp_walk_on(gp_json_walk *walk)
{
    return fill(walk, walk->scan.position.at);
}

gp_status gp_walk_blank(gp_json_walk *walk, char *next)
{
    while (!gp_scan_blank(&walk->scan) && !walk->scan.is_last) GP_TRY(gp_walk_on(walk));
    *next = *walk->scan.position.at;
    return GP_OK;
}

/* Takes a step with as many windows as it needs; a broken text leaves the position before it. */
static gp_status take_step(gp_json_walk *walk, gp_scanned (*step)(gp_json_scan *scan),
                           gp_scanned *result)
{
    for (;;) {
        size_t start = (size_t)(walk->scan.position.at - walk->scan.window);
        gp_json_position before = walk->scan.position;
        *result = step(&walk->scan);
        if (*result == GP_SCANNED) return GP_OK;
        walk->scan.position = before;
        if (*result == GP_SCAN_NO_MEMORY) return gp_no_memory(walk->job);
        if (*result == GP_SCAN_WRONG) return GP_OK;
        GP_TRY(fill(walk, walk->scan.window + start));
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

gp_status gp_report_wrong(gp_json_walk *walk)
{
    const gp_json_wrong *wrong = &walk->scan.wrong;
    gp_argument problem = wrong->problem;
    if (problem.kind == GP_ARGUMENT_NONE) {
        const char *found = copy_character(walk->job, wrong->at);
        if (!found) return gp_no_memory(walk->job);
        problem = GP_TEXT(found);
    }
    return gp_add_finding(
        walk->job,
        &(gp_finding){.code = 101, .place = wrong->place, .arguments = {problem, wrong->expected}});
}

gp_status gp_walk_refuse(gp_json_walk *walk, gp_argument expected)
{
    gp_scan_refuse(&walk->scan, GP_NO_ARGUMENT, expected);
    return gp_report_wrong(walk);
}

/* ---- going on after an error ---- */

/* What the loose walk over a broken value knows. */
typedef struct loose {
    uint64_t objects; /* a stack of bits, as in the scan */
    uint32_t depth;
    bool in_text, is_escaped;
} loose;

typedef enum loosely { GO_ON, AT_END, LOST } loosely;

static loosely loose_text(loose *l, char c)
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

static loosely loose_step(loose *l, char c)
{
    bool closes = c == '}' || c == ']';
    if (l->in_text) return loose_text(l, c);
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

gp_status gp_skip_broken(gp_json_walk *walk)
{
    loose l = {0};
    for (;;) {
        gp_json_position *p = &walk->scan.position;
        if (p->at == walk->scan.end && !walk->scan.is_last) {
            GP_TRY(gp_walk_on(walk));
            continue;
        }
        loosely result = p->at == walk->scan.end ? LOST : loose_step(&l, *p->at);
        walk->is_stopped = result == LOST;
        if (result != GO_ON) return GP_OK;
        if (*p->at == '\n') {
            p->line++;
            p->bias = (uint64_t)0 - (uint64_t)(p->at - walk->scan.window);
        } else if (((unsigned char)*p->at & 0xC0) == 0x80) {
            p->bias--;
        }
        p->at++;
    }
}

gp_status gp_walk_value(gp_json_walk *walk, bool *is_sound)
{
    gp_scanned result;
    GP_TRY(take_step(walk, gp_scan_value, &result));
    *is_sound = result == GP_SCANNED;
    if (*is_sound) return GP_OK;
    GP_TRY(gp_report_wrong(walk));
    return gp_skip_broken(walk);
}

gp_status gp_walk_key(gp_json_walk *walk, bool *is_sound)
{
    gp_scanned result;
    GP_TRY(take_step(walk, gp_scan_key, &result));
    *is_sound = result == GP_SCANNED;
    return *is_sound ? GP_OK : gp_report_wrong(walk);
}
