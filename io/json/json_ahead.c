/* SPDX-License-Identifier: MIT
 * Reads the second half of a long list of capabilities while the first half is being read.
 *
 * Where does a record begin in the middle of a file? Where the same characters stand as between
 * the first two records: "},\n {"id"". That is a guess, which text within a record may deceive. So
 * what was read ahead only counts when the first half comes to that very place by itself, at the
 * same line and column, and when there is nothing wrong in it. Else the list is read as if there
 * had been no guess: in any case the result is that of reading in order. */
#include "io/json/json_ahead.h"
#include "io/change/overlay.h"

#include <stdlib.h>
#include <string.h>

#define PEEK_SIZE ((size_t)64 << 10) /* a next record is searched in so much text */
#define SEAM_MAX 128                 /* bytes between two records */

/* ---- where the second half begins ---- */

/* What stands between the record before the position and the first key of the next one. */
typedef struct seam {
    const char *text;
    size_t size, next; /* `next`: from its beginning to the next record */
} seam;

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/* False when the window does not show all of it, or there is something odd. */
static bool find_seam(const gp_json_scan *scan, seam *out)
{
    const char *at = scan->position.at, *first = at, *last = at;
    while (first > scan->window && (is_blank(first[-1]) || first[-1] == ',')) first--;
    if (first == scan->window || first[-1] != '}' || *at != '{') return false;
    first--;
    do last++;
    while (is_blank(*last));
    if (*last++ != '"') return false;
    while (last < scan->end && *last != '"' && *last != '\\' && (unsigned char)*last >= ' ') last++;
    if (*last != '"' || last - first >= SEAM_MAX) return false;
    *out = (seam){first, (size_t)(last - first) + 1, (size_t)(at - first)};
    return true;
}

/* The offset of the first record in a stretch of the file; 0 when no seam is there. */
static uint64_t find_record(const gp_input *input, uint64_t offset, const seam *s)
{
    uint64_t found = 0;
    char *text = malloc(PEEK_SIZE);
    size_t size = text ? gp_peek_input(input, offset, text, PEEK_SIZE) : 0;
    const char *at = text;
    while (!found && size >= s->size) {
        const char *hit = memchr(at, '}', size - s->size + 1);
        if (!hit) break;
        if (memcmp(hit, s->text, s->size) == 0) found = offset + (size_t)(hit - text) + s->next;
        size -= (size_t)(hit + 1 - at);
        at = hit + 1;
    }
    free(text);
    return found;
}

/* ---- reading it ---- */

/* Counts lines and columns up to where the part begins. */
static void count_lines(gp_json_ahead *ahead, const char *text, size_t size)
{
    gp_json_spot *spot = &ahead->start;
    const char *end = text + size, *line = text;
    for (const char *next; (next = memchr(line, '\n', (size_t)(end - line))); line = next + 1) {
        spot->line++;
        spot->column = 1;
    }
    for (; line < end; line++) spot->column += ((unsigned char)*line & 0xC0) != 0x80;
}

static bool is_unwanted(gp_json_ahead *ahead)
{
    return atomic_load_explicit(&ahead->is_unwanted, memory_order_relaxed);
}

/* Moves the window to where the part begins. */
static gp_status find_line(gp_json_ahead *ahead, gp_input *input)
{
    uint64_t left = ahead->start.offset - ahead->from.offset;
    size_t counted = 0;
    ahead->start.line = ahead->from.line;
    ahead->start.column = ahead->from.column;
    do {
        GP_TRY(gp_fill_window(input, counted));
        counted = input->size < left ? input->size : (size_t)left;
        count_lines(ahead, input->window, counted);
        left -= counted;
    } while (counted && !is_unwanted(ahead));
    return GP_OK;
}

static bool has_errors(const gp_records *records)
{
    return records->is_incomplete || gp_count_file_errors(records->job) > 0;
}

static gp_status read_part(gp_json_ahead *ahead, gp_records *records, gp_input *input)
{
    gp_json_reader r;
    GP_TRY(find_line(ahead, input));
    gp_start_reader(&r, records, input);
    r.walk.scan.position.line = ahead->start.line;
    r.walk.scan.position.bias = ahead->start.column;
    bool is_more = true;
    gp_status status = GP_OK;
    while (status == GP_OK && is_more && !has_errors(records) && !r.walk.is_stopped) {
        if (is_unwanted(ahead)) break;
        status = gp_read_json_value(&r, ahead->key, ahead->take);
        if (status == GP_OK && !r.walk.is_stopped)
            status = gp_pass_comma(&r, &gp_in_list, &is_more);
    }
    ahead->end = gp_walk_spot(&r.walk);
    bool is_sound = status == GP_OK && !is_more && !has_errors(records) && !r.walk.is_stopped;
    if (is_sound) ahead->records = records;
    gp_end_reader(&r);
    return status;
}

static gp_status read_ahead(gp_job *job, void *state)
{
    gp_json_ahead *ahead = state;
    gp_records *records;
    gp_input input;
    GP_TRY(gp_start_records(job, ahead->options, &records));
    if (ahead->overlay) GP_TRY(gp_use_overlay(records, ahead->overlay));
    gp_status status = gp_open_part(job, ahead->whole, ahead->from.offset, &input);
    if (status == GP_OK) status = read_part(ahead, records, &input);
    gp_close_input(&input);
    return status;
}

/* ---- both halves ---- */

static gp_status start(gp_json_ahead *ahead, gp_json_reader *r, const gp_key *key,
                       gp_take_tree *take)
{
    const gp_input *input = r->walk.input;
    const gp_section *section = key ? key->detail : NULL;
    gp_json_spot from = gp_walk_spot(&r->walk);
    seam s;
    ahead->state = GP_AHEAD_OVER;
    bool is_long =
        input->file_size > from.offset && input->file_size - from.offset >= input->ahead_min;
    if (!is_long || !take || r->records->document || r->records->survey) return GP_OK;
    if (!section || section->read != gp_read_capability) return GP_OK;
    if (!find_seam(&r->walk.scan, &s)) {
        ahead->state = GP_AHEAD_UNTRIED; /* the window began just here: after the next one */
        return GP_OK;
    }
    uint64_t middle = from.offset + (input->file_size - from.offset) / 2;
    ahead->start.offset = find_record(input, middle, &s);
    if (ahead->start.offset == 0) return GP_OK;
    ahead->whole = input;
    ahead->options = r->records->options;
    ahead->overlay = r->records->overlay;
    ahead->key = key;
    ahead->take = take;
    ahead->from = from;
    if (gp_start_beside(&ahead->beside, r->records->job, read_ahead, ahead))
        ahead->state = GP_AHEAD_READING;
    return GP_OK;
}

void gp_end_ahead(gp_json_ahead *ahead)
{
    if (ahead->state != GP_AHEAD_READING) return;
    atomic_store_explicit(&ahead->is_unwanted, true, memory_order_relaxed);
    gp_await_beside(&ahead->beside);
    gp_drop_beside(&ahead->beside);
    ahead->state = GP_AHEAD_OVER;
}

static bool is_same_spot(gp_json_spot a, gp_json_spot b)
{
    return a.offset == b.offset && a.line == b.line && a.column == b.column;
}

static gp_status join_waivers(gp_records *records, const gp_array *others)
{
    if (others->count == 0) return GP_OK;
    records->waivers.size = others->size;
    bool is_joined = gp_push(records->job, &records->waivers, others->data, others->count);
    return is_joined ? GP_OK : gp_no_memory(records->job);
}

/* The first half is where the second one began. */
static gp_status take_over(gp_json_ahead *ahead, gp_json_reader *r, bool *is_more)
{
    gp_status status = gp_await_beside(&ahead->beside);
    bool is_wanted =
        status == GP_OK && ahead->records && is_same_spot(gp_walk_spot(&r->walk), ahead->start);
    ahead->state = GP_AHEAD_OVER;
    if (!is_wanted) {
        gp_drop_beside(&ahead->beside);
        return GP_OK;
    }
    GP_TRY(gp_keep_beside(&ahead->beside));
    GP_TRY(gp_join_draft(r->records->draft, ahead->records->draft));
    GP_TRY(gp_join_seen(r->records, ahead->records));
    GP_TRY(join_waivers(r->records, &ahead->records->waivers));
    *is_more = false;
    return gp_walk_from(&r->walk, ahead->end);
}

gp_status gp_look_ahead(gp_json_ahead *ahead, gp_json_reader *r, const gp_key *key,
                        gp_take_tree *take, bool *is_more)
{
    if (ahead->state == GP_AHEAD_OVER) return GP_OK;
    if (ahead->state == GP_AHEAD_UNTRIED) return start(ahead, r, key, take);
    uint64_t offset = gp_walk_spot(&r->walk).offset;
    if (offset < ahead->start.offset) return GP_OK;
    if (offset == ahead->start.offset) return take_over(ahead, r, is_more);
    gp_end_ahead(ahead);
    return GP_OK;
}
