/* SPDX-License-Identifier: MIT
 * A job holds all memory of one run: arena blocks for what is kept, growing arrays, undos for
 * what foreign libraries hand out, and the findings. Freed as a whole, so that code that
 * allocates needs no cleanup and an early return leaks nothing. */
#include "core/job.h"

#include <assert.h>
#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK_SIZE ((size_t)64 << 10)

typedef struct block {
    struct block *next;
    alignas(max_align_t) unsigned char bytes[];
} block;

typedef struct undo {
    struct undo *next;
    void (*run)(void *object);
    void *object;
} undo;

typedef struct slot {
    struct slot *next;
    const void *owner;
    void *object;
} slot;

struct gp_job {
    block *blocks;
    unsigned char *free; /* unused rest of the newest shared block */
    size_t free_size;
    undo *undos;
    slot *slots;
    gp_array findings; /* has room for one more, or ends with GP901: see gp_mark_no_memory */
    uint32_t file_errors;
    const char *sources[GP_SOURCES_MAX];
    uint32_t source_count;
    uint64_t options;           /* by source, a bit: it is an option */
    size_t allocations_left;    /* tests make allocations fail */
    gp_find_cell_of *find_cell; /* NULL: no input is a spreadsheet */
    const void *cells;
    gp_language language;
    gp_language_sign language_sign;
    gp_job *adopted; /* jobs whose memory is this one's now */
    gp_job *next_adopted;
};

gp_job *gp_job_new(void)
{
    gp_job *job = calloc(1, sizeof *job);
    if (!job) return NULL;
    job->findings = (gp_array){.size = sizeof(gp_finding), .capacity = 1, .is_deferred = true};
    job->findings.data = malloc(sizeof(gp_finding));
    job->allocations_left = SIZE_MAX;
    if (job->findings.data) return job;
    free(job);
    return NULL;
}

void gp_job_free(gp_job *job)
{
    if (!job) return;
    for (undo *last = job->undos; last; last = last->next) last->run(last->object);
    for (gp_job *child = job->adopted, *next; child; child = next) {
        next = child->next_adopted;
        gp_job_free(child); /* as deep as jobs were adopted, not as the input is */
    }
    for (block *b = job->blocks, *next; b; b = next) {
        next = b->next;
        free(b);
    }
    gp_release(&job->findings);
    free(job);
}

static bool may_allocate(gp_job *job)
{
    if (job->allocations_left == 0) return false;
    if (gp_counts_allocations(job)) job->allocations_left--;
    return true;
}

static block *new_block(gp_job *job, size_t size)
{
    if (size > SIZE_MAX - sizeof(block)) return NULL;
    block *b = calloc(1, sizeof(block) + size);
    if (!b) return NULL;
    b->next = job->blocks;
    job->blocks = b;
    return b;
}

void *gp_allocate(gp_job *job, size_t count, size_t size)
{
    if (!may_allocate(job) || (size && count > (SIZE_MAX - 64) / size)) return NULL;
    size_t bytes = count * size;
    bytes = (bytes + alignof(max_align_t) - 1) / alignof(max_align_t) * alignof(max_align_t);
    if (bytes == 0) bytes = alignof(max_align_t);
#ifndef GP_ARENA_MALLOC /* under a sanitizer every object is its own block: overruns show */
    if (bytes <= job->free_size) {
        void *out = job->free;
        job->free += bytes;
        job->free_size -= bytes;
        return out;
    }
    if (bytes <= BLOCK_SIZE / 4) {
        block *b = new_block(job, BLOCK_SIZE);
        if (!b) return NULL;
        job->free = b->bytes + bytes;
        job->free_size = BLOCK_SIZE - bytes;
        return b->bytes;
    }
#endif
    block *own = new_block(job, bytes);
    return own ? own->bytes : NULL;
}

gp_status gp_ask_memory(gp_job *job, size_t bytes)
{
    if (!may_allocate(job)) return gp_no_memory(job);
    void *volatile asked = malloc(bytes); /* or a compiler sees that nobody uses it */
    free(asked);
    return asked ? GP_OK : gp_no_memory(job);
}

gp_status gp_defer(gp_job *job, void (*run)(void *object), void *object)
{
    undo *added = GP_NEW(job, undo, 1);
    if (!added) return gp_no_memory(job);
    *added = (undo){job->undos, run, object};
    job->undos = added;
    return GP_OK;
}

gp_status gp_keep_slot(gp_job *job, const void *owner, void *object)
{
    assert(!gp_find_slot(job, owner) && "one object an owner");
    slot *added = GP_NEW(job, slot, 1);
    if (!added) return gp_no_memory(job);
    *added = (slot){job->slots, owner, object};
    job->slots = added;
    return GP_OK;
}

void *gp_find_slot(const gp_job *job, const void *owner)
{
    const slot *found = job->slots;
    while (found && found->owner != owner) found = found->next;
    return found ? found->object : NULL;
}

void gp_release(gp_array *array)
{
    free(array->data);
    array->data = NULL;
    array->count = array->capacity = 0;
}

static void free_array(void *object)
{
    gp_release(object);
}

void *gp_push(gp_job *job, gp_array *array, const void *objects, size_t count)
{
    if (!array->is_deferred) {
        if (gp_defer(job, free_array, array) != GP_OK) return NULL;
        array->is_deferred = true;
    }
    if (count > array->capacity - array->count) {
        size_t capacity = array->capacity ? array->capacity + array->capacity / 2 : 16;
        if (capacity < array->count + count) capacity = array->count + count;
        if (!may_allocate(job) || capacity > SIZE_MAX / array->size) return NULL;
        void *grown = realloc(array->data, capacity * array->size);
        if (!grown) return NULL;
        array->data = grown;
        array->capacity = capacity;
    }
    unsigned char *place = (unsigned char *)array->data + array->count * array->size;
    if (count && objects)
        memcpy(place, objects, count * array->size);
    else if (count)
        memset(place, 0, count * array->size);
    array->count += count;
    return place;
}

void gp_trim(gp_array *array)
{
    if (array->count == array->capacity || array->count == 0) return;
    void *less = realloc(array->data, array->count * array->size);
    if (!less) return;
    array->data = less;
    array->capacity = array->count;
}

const char *gp_copy_text(gp_job *job, const char *text, size_t size)
{
    char *copy = GP_NEW(job, char, size + 1);
    if (!copy) return NULL;
    if (size) memcpy(copy, text, size);
    return copy;
}

static bool ends_out_of_memory(const gp_array *findings)
{
    const gp_finding *all = findings->data;
    return findings->count && all[findings->count - 1].code == GP_OUT_OF_MEMORY;
}

bool gp_is_out_of_memory(const gp_job *job)
{
    return ends_out_of_memory(&job->findings);
}

/* Takes the room that is kept for it, so it cannot fail. */
void gp_mark_no_memory(gp_job *job)
{
    gp_array *findings = &job->findings;
    if (ends_out_of_memory(findings)) return;
    assert(findings->count < findings->capacity);
    gp_finding *last = (gp_finding *)findings->data + findings->count++;
    *last = (gp_finding){.code = GP_OUT_OF_MEMORY, .severity = GP_ERROR};
}

/* Asks for one more than needed, which is the room of GP901. */
static gp_finding *push_findings(gp_job *job, const gp_finding *findings, size_t count)
{
    gp_finding *added = gp_push(job, &job->findings, NULL, count + 1);
    if (!added) return NULL;
    memcpy(added, findings, count * sizeof *findings);
    job->findings.count--;
    return added;
}

void gp_set_cells(gp_job *job, gp_find_cell_of *find, const void *object)
{
    job->find_cell = find;
    job->cells = object;
}

bool gp_find_cell(const gp_job *job, gp_place place, const char *key, gp_cell_place *out)
{
    return job->find_cell && place.line && job->find_cell(job->cells, place, key, out);
}

gp_place gp_shown_place(const gp_job *job, gp_place place)
{
    gp_cell_place cell;
    if (!gp_find_cell(job, place, NULL, &cell) || !cell.sheet) return place;
    return gp_place_at(place.source, cell.row, cell.column ? cell.column : 1);
}

/* A finding that came with its cell keeps it. */
static void add_cell(const gp_job *job, gp_finding *finding)
{
    gp_cell_place found;
    if (finding->cell.row == 0 && gp_find_cell(job, finding->place, NULL, &found))
        finding->cell = found;
}

gp_status gp_add_finding(gp_job *job, const gp_finding *finding)
{
    const gp_rule *rule = gp_find_rule(finding->code);
    assert(rule && "a finding's code has a row in the table of rules");
    gp_finding *added = push_findings(job, finding, 1);
    if (!added) return gp_no_memory(job);
    added->severity = rule->severity;
    add_cell(job, added);
    if (rule->severity == GP_ERROR && finding->code / 100 == 1) job->file_errors++;
    return GP_OK;
}

gp_status gp_add_finding_as(gp_job *job, const gp_finding *finding, gp_severity severity)
{
    GP_TRY(gp_add_finding(job, finding));
    gp_finding *added = (gp_finding *)job->findings.data + job->findings.count - 1;
    if (!gp_is_out_of_memory(job)) added->severity = (uint8_t)severity;
    return GP_OK;
}

gp_status gp_fail(gp_job *job, gp_status status, const gp_finding *finding)
{
    GP_TRY(gp_add_finding(job, finding));
    return status;
}

gp_status gp_bug(gp_job *job, const char *what)
{
    const char *text = gp_copy_text(job, what, strlen(what));
    if (!text) return gp_no_memory(job);
    return gp_fail(job, GP_INTERNAL, &(gp_finding){.code = 902, .arguments = {GP_TEXT(text)}});
}

const gp_finding *gp_findings(const gp_job *job, uint32_t *count)
{
    *count = (uint32_t)job->findings.count;
    return job->findings.data;
}

uint32_t gp_count_file_errors(const gp_job *job)
{
    return job->file_errors;
}

void gp_note_language(gp_job *job, gp_language language, gp_language_sign sign)
{
    if (sign <= job->language_sign) return;
    job->language = language;
    job->language_sign = sign;
}

bool gp_noted_language(const gp_job *job, gp_language *out)
{
    *out = job->language;
    return job->language_sign != GP_SIGN_NONE;
}

gp_array *gp_finding_array(gp_job *job)
{
    return &job->findings;
}

uint32_t gp_add_source(gp_job *job, const char *name)
{
    if (job->source_count == GP_SOURCES_MAX) return GP_NONE;
    const char *copy = gp_copy_text(job, name, strlen(name));
    if (!copy) return GP_NONE;
    job->sources[job->source_count] = copy;
    return job->source_count++;
}

const char *gp_source_name(const gp_job *job, uint32_t source)
{
    return source < job->source_count ? job->sources[source] : "-";
}

void gp_mark_option(gp_job *job, uint32_t source)
{
    job->options |= UINT64_C(1) << source;
}

bool gp_is_option(const gp_job *job, uint32_t source)
{
    return job->options >> source & 1;
}

uint32_t gp_source_count(const gp_job *job)
{
    return job->source_count;
}

gp_status gp_share_source_names(gp_job *job, const gp_job *from)
{
    if (job == from) return GP_OK;
    while (job->source_count < from->source_count)
        if (gp_add_source(job, from->sources[job->source_count]) == GP_NONE)
            return gp_no_memory(job);
    job->options |= from->options;
    gp_set_cells(job, from->find_cell, from->cells);
    job->language = from->language;
    job->language_sign = from->language_sign;
    return GP_OK;
}

gp_status gp_adopt_job(gp_job *job, gp_job *adopted)
{
    adopted->next_adopted = job->adopted;
    job->adopted = adopted;
    job->file_errors += adopted->file_errors;
    const gp_array *findings = &adopted->findings;
    gp_finding *added = findings->data;
    if (findings->count) added = push_findings(job, findings->data, findings->count);
    if (!added) return gp_no_memory(job);
    for (size_t i = 0; job->find_cell && i < findings->count; i++) add_cell(job, &added[i]);
    gp_release(&adopted->findings); /* they are the job's now: a long list is not kept twice */
    return GP_OK;
}

void gp_fail_allocations_after(gp_job *job, size_t count)
{
    job->allocations_left = count;
}

bool gp_counts_allocations(const gp_job *job)
{
    return job->allocations_left != SIZE_MAX;
}
