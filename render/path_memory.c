/* SPDX-License-Identifier: MIT
 * The layout file, one line per box so that git merges it line by line:
 *
 *     groeipad layout 1
 *     picture path
 *     step 302
 *     box__klantbeeld__2 column 3 top 126.5
 *     box__wachtbandje row 0 place 2
 *     box__blockchain__1 band row 0 place 0
 *
 * Lengths are units of the picture. A box in a column keeps its column and its height; one that
 * stands alone keeps its row and its place in it; `band` is the band of what is unfounded. */
#include "render/path_memory.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_LINE "groeipad layout 1"
#define COUNT_MAX 100000 /* columns, rows, places */
#define LENGTH_MAX GP_UNITS(1000000)

typedef struct known {
    const char *id;
    size_t id_size;
    uint32_t line; /* of two for one box the first holds */
    gp_part part;
    bool is_alone;
    uint32_t column, row;
    gp_length top;
} known;

/* A word of a line. */
typedef struct word {
    const char *text;
    size_t size;
} word;

#define WORDS_MAX 6

static bool is_word(word w, const char *text)
{
    return w.size == strlen(text) && memcmp(w.text, text, w.size) == 0;
}

static uint32_t split(const char *line, size_t size, word *words)
{
    uint32_t count = 0;
    for (size_t at = 0; at < size;) {
        size_t length = 0;
        while (at + length < size && line[at + length] != ' ' && line[at + length] != '\r')
            length++;
        if (length && count == WORDS_MAX) return 0;
        if (length) words[count++] = (word){line + at, length};
        at += length + 1;
    }
    return count;
}

/* "126.5" as 1265; false where it is no number, or too large. */
static bool read_tenths(word w, gp_length *out)
{
    gp_length value = 0;
    size_t at = 0;
    if (w.size == 0 || w.size > 12) return false;
    for (; at < w.size && w.text[at] != '.'; at++) {
        if (w.text[at] < '0' || w.text[at] > '9') return false;
        value = value * 10 + (w.text[at] - '0');
    }
    value *= 10;
    if (at < w.size) { /* one decimal */
        char digit = at + 2 == w.size ? w.text[at + 1] : 'x';
        if (at == 0 || digit < '0' || digit > '9') return false;
        value += digit - '0';
    }
    *out = value;
    return value <= LENGTH_MAX;
}

static bool read_count(word w, uint32_t *out)
{
    gp_length tenths;
    if (!read_tenths(w, &tenths) || tenths % 10 || tenths / 10 > COUNT_MAX) return false;
    *out = (uint32_t)(tenths / 10);
    return true;
}

/* A line about a box: its id, then [band] (column C top T | row R place P). */
static bool read_place(const word *words, uint32_t count, known *out)
{
    const word *rest = words + 1;
    *out = (known){.id = words[0].text, .id_size = words[0].size};
    if (count == 6 && is_word(words[1], "band")) {
        out->part = GP_PART_UNFOUNDED;
        rest++;
    } else if (count != 5) {
        return false;
    }
    if (is_word(rest[0], "column") && is_word(rest[2], "top"))
        return read_count(rest[1], &out->column) && read_tenths(rest[3], &out->top);
    out->is_alone = true;
    return is_word(rest[0], "row") && is_word(rest[2], "place") && read_count(rest[1], &out->row) &&
           read_count(rest[3], &out->column);
}

static int by_id(const void *a, const void *b)
{
    const known *x = a, *y = b;
    int order = memcmp(x->id, y->id, x->id_size < y->id_size ? x->id_size : y->id_size);
    if (order) return order;
    if (x->id_size != y->id_size) return x->id_size < y->id_size ? -1 : 1;
    return x->line < y->line ? -1 : x->line > y->line;
}

/* The picture's name: the same words in the file and for the view. */
static void add_picture_name(gp_buffer *buffer, const gp_path_model *model)
{
    uint32_t one = model->view->intervention;
    gp_add_text(buffer, "picture path");
    if (one != GP_NONE) {
        gp_add_text(buffer, " ");
        gp_add_element_id(buffer, gp_activity_id(model->schedule->network, one));
    }
    if (!model->view->hops) return;
    gp_add_text(buffer, " around ");
    gp_add_element_id(buffer, gp_activity_id(model->schedule->network, model->view->focus));
}

/* "p.layout:2" is something else than expected. */
static gp_status refuse(gp_job *job, const gp_path_model *model, uint32_t line,
                        const char *expected)
{
    const char *name = model->view->layout_name ? model->view->layout_name : "layout";
    gp_buffer *buffer = gp_new_buffer(job);
    const char *where;
    size_t size;
    uint32_t source = gp_add_source(job, name);
    if (!buffer) return gp_no_memory(job);
    gp_add_text(buffer, name);
    gp_add_text(buffer, ":");
    gp_add_number(buffer, line);
    GP_TRY(gp_finish_buffer(buffer, &where, &size));
    gp_finding finding = {.code = 101, .arguments = {GP_TEXT(where), GP_TEXT(expected)}};
    if (source != GP_NONE) finding.place = gp_place_at(source, line, 1);
    return gp_fail(job, GP_INVALID, &finding);
}

static gp_status take_line(gp_job *job, const char *line, size_t size, uint32_t number,
                           gp_memory *memory)
{
    word words[WORDS_MAX];
    uint32_t count = split(line, size, words);
    known place;
    if (count == 2 && is_word(words[0], "step") && memory->step == 0) {
        if (!read_tenths(words[1], &memory->step)) memory->step = 0;
        return GP_OK;
    }
    if (count < 5 || !read_place(words, count, &place)) return GP_OK;
    place.line = number;
    if (!gp_push(job, memory->places, &place, 1)) return gp_no_memory(job);
    return GP_OK;
}

gp_status gp_recall_places(gp_job *job, const gp_path_model *model, gp_memory *out)
{
    const char *at = model->view->layout_text, *name;
    const char *end = at ? at + model->view->layout_size : NULL;
    size_t name_size;
    gp_buffer *buffer = gp_new_buffer(job);
    *out = (gp_memory){.places = GP_NEW(job, gp_array, 1)};
    if (!buffer || !out->places) return gp_no_memory(job);
    out->places->size = sizeof(known);
    if (at == end) return GP_OK;
    add_picture_name(buffer, model);
    GP_TRY(gp_finish_buffer(buffer, &name, &name_size));
    for (uint32_t number = 1; at < end; number++) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        word line = {at, (size_t)((stop ? stop : end) - at)};
        const char *expected = number == 1 ? FIRST_LINE : number == 2 ? name : NULL;
        if (line.size && line.text[line.size - 1] == '\r') line.size--;
        if (expected && !is_word(line, expected)) return refuse(job, model, number, expected);
        GP_TRY(take_line(job, line.text, line.size, number, out));
        at = stop ? stop + 1 : end;
    }
    if (out->places->count) qsort(out->places->data, out->places->count, sizeof(known), by_id);
    return GP_OK;
}

/* The first entry that is not below the id. */
static const known *find(const gp_memory *memory, const char *element_id)
{
    const known wanted = {.id = element_id, .id_size = strlen(element_id)}, *all;
    size_t low = 0, high = memory->places ? memory->places->count : 0;
    all = high ? memory->places->data : NULL;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (by_id(&all[middle], &wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool is_found = all && low < memory->places->count && all[low].id_size == wanted.id_size &&
                    memcmp(all[low].id, wanted.id, wanted.id_size) == 0;
    return is_found ? &all[low] : NULL;
}

void gp_recall_place(const gp_memory *memory, gp_part part, const char *element_id,
                     gp_layout_box *box)
{
    const known *place = find(memory, element_id);
    if (!place || place->part != part || (place->is_alone && !box->is_alone)) return;
    box->is_alone = place->is_alone; /* one that lost its arrows stays among the others */
    box->is_known = true;
    box->column = place->column;
    box->row = place->row;
    box->at.y = place->top;
}

static void add_place(gp_buffer *buffer, gp_part part, const char *id, const gp_layout_box *box)
{
    gp_add_text(buffer, id);
    if (part == GP_PART_UNFOUNDED) gp_add_text(buffer, " band");
    gp_add_text(buffer, box->is_alone ? " row " : " column ");
    gp_add_number(buffer, box->is_alone ? box->row : box->column);
    gp_add_text(buffer, box->is_alone ? " place " : " top ");
    if (box->is_alone)
        gp_add_number(buffer, box->column);
    else
        gp_add_tenths(buffer, box->at.y);
    gp_add_text(buffer, "\n");
}

gp_status gp_write_places(const gp_path_picture *picture, const char **text, size_t *size)
{
    gp_buffer *buffer = gp_new_buffer(picture->sheet.job);
    if (!buffer) return gp_no_memory(picture->sheet.job);
    gp_length step = 0;
    for (int part = 0; part < GP_PARTS; part++)
        if (picture->layouts[part].step > step) step = picture->layouts[part].step;
    gp_add_text(buffer, FIRST_LINE "\n");
    add_picture_name(buffer, picture->model);
    gp_add_text(buffer, "\nstep ");
    gp_add_tenths(buffer, step);
    gp_add_text(buffer, "\n");
    for (int part = 0; part < GP_PARTS; part++) {
        const gp_path_part *p = &picture->model->parts[part];
        for (uint32_t i = 0; i < p->box_count; i++)
            add_place(buffer, (gp_part)part, p->boxes[i].element_id,
                      &picture->layouts[part].boxes[i]);
    }
    return gp_finish_buffer(buffer, text, size);
}
