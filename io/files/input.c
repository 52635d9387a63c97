/* SPDX-License-Identifier: MIT
 * How do bytes come in? Through a window that moves over the input: it stays in the cache, a
 * file costs no memory however long it is, and one that shrinks while it is read cannot kill
 * the process as a mapping would. What cannot be read again (a pipe) is kept beside. */
#include "io/files/input.h"
#include "io/files/source.h"
#include "io/place.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* In our own words: strerror speaks the language of the locale. */
static gp_argument words_of(int problem)
{
    switch (problem) {
    case EPIPE: return GP_WORDS("nobody reads it any more", "niemand leest het nog");
    case ENOENT: return GP_WORDS("there is no such file or folder", "bestand of map bestaat niet");
    case EACCES:
    case EPERM: return GP_WORDS("no permission", "geen toegang");
    case ESPIPE: return GP_WORDS("it is a pipe", "het is een pijp");
    case EEXIST:
        return GP_WORDS("it is a link to another file that is written",
                        "het is een koppeling naar een ander bestand dat geschreven wordt");
    case EISDIR: return GP_WORDS("it is a folder", "het is een map");
    case ENOTDIR: return GP_WORDS("its folder is no folder", "de map is geen map");
    case EFBIG: return GP_WORDS("it is too large", "het is te groot");
    case ENOSPC: return GP_WORDS("no space left", "geen ruimte meer");
    case EDQUOT: return GP_WORDS("no space left in the quota", "geen ruimte meer in het quotum");
    case EROFS: return GP_WORDS("the disk is read-only", "de schijf is alleen-lezen");
    case ENAMETOOLONG: return GP_WORDS("its name is too long", "de naam is te lang");
    case ELOOP: return GP_WORDS("too many symbolic links", "te veel symbolische koppelingen");
    case EMFILE:
    case ENFILE: return GP_WORDS("too many open files", "te veel open bestanden");
    case EINVAL: return GP_WORDS("not a name for a file", "geen naam voor een bestand");
    case ENOEXEC: return GP_WORDS("it is no program", "het is geen programma");
    case EAGAIN: return GP_WORDS("not to be had at this moment", "op dit moment niet te krijgen");
    case EPROTONOSUPPORT:
        return GP_WORDS("its format is not read", "het formaat wordt niet gelezen");
    case E2BIG: return GP_WORDS("more than 64 files", "meer dan 64 bestanden");
    default: return GP_WORDS("input or output failed", "in- of uitvoer mislukte");
    }
}

const char *gp_system_words(int problem, gp_language language)
{
    return words_of(problem).words.in[language];
}

static gp_status report(gp_job *job, uint16_t code, const char *name, int problem, gp_place place)
{
    const char *subject = gp_copy_text(job, name, strlen(name));
    if (!subject) return gp_no_memory(job);
    return gp_fail(
        job, GP_IO,
        &(gp_finding){
            .code = code, .place = place, .subject = subject, .arguments = {words_of(problem)}});
}

gp_status gp_report_file(gp_job *job, uint16_t code, const char *name, int problem)
{
    return report(job, code, name, problem, (gp_place){0});
}

static gp_status fail_input(gp_input *input, gp_status status)
{
    input->has_failed = true;
    return status;
}

gp_status gp_report_input(gp_input *input, int problem)
{
    const char *name = gp_source_name(input->job, input->source);
    gp_place place = gp_place_in(input->source, (gp_spot){0}); /* in no line of it */
    return fail_input(input, report(input->job, 801, name, problem, place));
}

static gp_status open_window(gp_input *input, size_t window_size)
{
    input->capacity = window_size;
    input->window = calloc(1, window_size + GP_INPUT_PADDING);
    if (!input->window) return fail_input(input, gp_no_memory(input->job));
    return GP_OK;
}

static gp_status add_source(gp_job *job, const char *name, gp_input *out)
{
    *out = (gp_input){.job = job, .file = -1};
    out->source = gp_add_source(job, name);
    if (out->source != GP_NONE) return GP_OK;
    out->has_failed = true;
    return gp_report_file(job, 801, name, E2BIG);
}

gp_status gp_open_input(gp_job *job, const char *name, size_t window_size, gp_input *out)
{
    GP_TRY(add_source(job, name, out));
    out->file = strcmp(name, "-") == 0 ? STDIN_FILENO : open(name, O_RDONLY | O_CLOEXEC);
    if (out->file < 0) return gp_report_input(out, errno);
    struct stat facts;
    if (fstat(out->file, &facts) != 0) return gp_report_input(out, errno);
    if (S_ISDIR(facts.st_mode)) return gp_report_input(out, EISDIR);
    out->ahead_min = GP_AHEAD_MIN;
    bool is_kept = out->file == STDIN_FILENO || !S_ISREG(facts.st_mode);
    if (!is_kept && (uint64_t)facts.st_size > GP_SOURCE_SIZE_MAX)
        return gp_report_input(out, EFBIG);
    if (!is_kept) out->file_size = (uint64_t)facts.st_size;
    if (is_kept)
        GP_TRY(gp_keep_source(job, out->source, &out->kept));
    else
        GP_TRY(gp_remember_source(job, out->source, &facts));
    return open_window(out, window_size);
}

gp_status gp_open_text(gp_job *job, const char *name, const char *text, size_t size,
                       size_t window_size, gp_input *out)
{
    GP_TRY(add_source(job, name, out));
    if (size > GP_SOURCE_SIZE_MAX) return gp_report_input(out, EFBIG);
    out->text = text ? text : "";
    out->text_size = size;
    GP_TRY(gp_keep_source(job, out->source, &out->kept));
    return open_window(out, window_size);
}

gp_status gp_open_inner(const gp_input *whole, const char *name, gp_pull *pull, void *object,
                        gp_input *out)
{
    *out = (gp_input){.job = whole->job,
                      .source = whole->source,
                      .file = -1,
                      .pull = pull,
                      .pulled = object,
                      .inner = name};
    return open_window(out, GP_WINDOW_SIZE);
}

void gp_close_input(gp_input *input)
{
    free(input->window);
    if (input->file > STDIN_FILENO && !input->is_part) close(input->file);
    input->window = NULL;
    input->file = -1;
}

/* Reads up to `room` bytes to the window's end; 0 at the end of the input. */
static gp_status read_some(gp_input *input, size_t room, size_t *count)
{
    char *to = input->window + input->size;
    if (input->pull) {
        gp_status status = input->pull(input->pulled, to, room, count);
        return status == GP_OK ? GP_OK : fail_input(input, status);
    }
    *count = input->text_size < room ? input->text_size : room;
    if (input->file < 0) {
        if (*count) memcpy(to, input->text, *count);
        input->text += *count;
        input->text_size -= *count;
        return GP_OK;
    }
    ssize_t got;
    do
        got = input->file_size ? pread(input->file, to, room, (off_t)input->total)
                               : read(input->file, to, room);
    while (got < 0 && errno == EINTR);
    if (got < 0) return gp_report_input(input, errno);
    *count = (size_t)got;
    return GP_OK;
}

static gp_status grow_window(gp_input *input)
{
    size_t capacity = input->capacity * 2;
    char *grown = realloc(input->window, capacity + GP_INPUT_PADDING);
    if (!grown) return fail_input(input, gp_no_memory(input->job));
    input->window = grown;
    input->capacity = capacity;
    return GP_OK;
}

gp_status gp_fill_window(gp_input *input, size_t keep)
{
    bool is_done = input->is_fresh && keep == 0;
    input->is_fresh = false;
    if (input->has_failed) return GP_IO;
    if (is_done) return GP_OK;
    input->size -= keep;
    if (keep) memmove(input->window, input->window + keep, input->size);
    if (input->size > input->capacity / 2) GP_TRY(grow_window(input));
    while (input->size < input->capacity && !input->is_last) {
        size_t count;
        GP_TRY(read_some(input, input->capacity - input->size, &count));
        if (input->kept && count &&
            !gp_push(input->job, input->kept, input->window + input->size, count))
            return fail_input(input, gp_no_memory(input->job));
        input->is_last = count == 0;
        input->size += count;
        input->total += count;
        if (input->total > GP_SOURCE_SIZE_MAX) return gp_report_input(input, EFBIG);
    }
    memset(input->window + input->size, 0, GP_INPUT_PADDING);
    return GP_OK;
}

gp_status gp_view_start(gp_input *input)
{
    if (input->total == 0 && !input->is_last) GP_TRY(gp_fill_window(input, 0));
    input->is_fresh = true;
    return GP_OK;
}

gp_status gp_read_rest(gp_input *input)
{
    while (!input->is_last) GP_TRY(gp_fill_window(input, 0));
    return GP_OK;
}

gp_status gp_open_part(gp_job *job, const gp_input *whole, uint64_t offset, gp_input *out)
{
    *out = (gp_input){.job = job,
                      .source = whole->source,
                      .file = whole->file,
                      .is_part = true,
                      .file_size = whole->file_size,
                      .total = offset,
                      .ahead_min = UINT64_MAX};
    return open_window(out, GP_WINDOW_SIZE);
}

size_t gp_peek_input(const gp_input *input, uint64_t offset, char *to, size_t size)
{
    ssize_t got;
    do got = pread(input->file, to, size, (off_t)offset);
    while (got < 0 && errno == EINTR);
    return got < 0 ? 0 : (size_t)got;
}

void gp_skip_input(gp_input *input, uint64_t offset)
{
    input->skipped += offset - (input->total - input->size);
    input->total = offset;
    input->size = 0;
    input->is_last = false;
}
