/* SPDX-License-Identifier: MIT
 * Which line does a place stand on? The text of a file is not kept in memory: it is opened
 * again when the first line of it is asked for. A cursor remembers the last place shown, so
 * that findings in the order of the file cost one walk over it, also when the file is one line
 * of 200 MB; only a place before the cursor starts again at the top. */
#include "groeipad/io.h"
#include "io/files/source.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define CHUNK_SIZE ((size_t)64 << 10)
#define WIDTH_MAX 4096

/* A byte of a source and where it stands. */
typedef struct cursor {
    uint64_t offset, line, column;
    bool is_after_return; /* a CR ended the line: an LF that follows belongs to it */
} cursor;

typedef struct source {
    bool is_known, is_kept, is_gone, is_hidden;
    bool is_shared;   /* the bytes are those of another job */
    bool has_returns; /* a CR without an LF ends a line too */
    gp_array bytes;   /* is_kept: all of it */
    struct stat facts;
    int file;
    cursor at;
    uint64_t chunk_offset;
    size_t chunk_size;
} source;

typedef struct texts {
    source sources[GP_SOURCES_MAX];
    char *chunk; /* of the source that was read last */
    const source *chunk_of;
    gp_buffer *line;
} texts;

static const char slot = 0; /* its address: the job's slot for its texts */

static void forget(void *object)
{
    texts *gone = object;
    for (size_t i = 0; i < GP_SOURCES_MAX; i++)
        if (gone->sources[i].file > 0) close(gone->sources[i].file);
    free(gone->chunk);
}

static gp_status need_source(gp_job *job, uint32_t index, source **out)
{
    texts *found = gp_find_slot(job, &slot);
    if (!found) {
        found = GP_NEW(job, texts, 1);
        if (!found) return gp_no_memory(job);
        GP_TRY(gp_defer(job, forget, found));
        GP_TRY(gp_keep_slot(job, &slot, found));
    }
    *out = &found->sources[index];
    (*out)->is_known = true;
    (*out)->at = (cursor){0, 1, 1, false};
    return GP_OK;
}

gp_status gp_remember_source(gp_job *job, uint32_t index, const struct stat *facts)
{
    source *known;
    GP_TRY(need_source(job, index, &known));
    known->facts = *facts;
    return GP_OK;
}

/* Nothing is added to what is another's: the job gets bytes of its own. */
static gp_status own_bytes(gp_job *job, source *known)
{
    const gp_array theirs = known->bytes;
    known->bytes = (gp_array){.size = 1};
    known->is_shared = false;
    bool is_copied = gp_push(job, &known->bytes, theirs.data, theirs.count);
    return is_copied ? GP_OK : gp_no_memory(job);
}

gp_status gp_keep_source(gp_job *job, uint32_t index, gp_array **bytes)
{
    source *known;
    GP_TRY(need_source(job, index, &known));
    if (known->is_shared) GP_TRY(own_bytes(job, known));
    known->is_kept = true;
    known->bytes.size = 1;
    *bytes = &known->bytes;
    return GP_OK;
}

const gp_array *gp_kept_bytes(const gp_job *job, uint32_t index)
{
    const texts *all = gp_find_slot(job, &slot);
    return all && all->sources[index].is_kept ? &all->sources[index].bytes : NULL;
}

gp_status gp_hide_source(gp_job *job, uint32_t index)
{
    source *known;
    GP_TRY(need_source(job, index, &known));
    known->is_hidden = true;
    return GP_OK;
}

/* A file is opened again for each job that shows lines of it; what was kept is kept once. */
gp_status gp_share_sources(gp_job *job, const gp_job *from)
{
    const texts *shared = gp_find_slot(from, &slot);
    GP_TRY(gp_share_source_names(job, from));
    if (job == from || !shared) return GP_OK;
    for (uint32_t i = 0; i < GP_SOURCES_MAX; i++) {
        source *known;
        if (!shared->sources[i].is_known) continue;
        GP_TRY(need_source(job, i, &known));
        if (known->facts.st_ino || known->is_kept) continue; /* it has been shared before */
        *known = shared->sources[i];
        known->is_shared = known->is_kept;
        known->file = 0;
        known->is_gone = false;
        known->at = (cursor){0, 1, 1, false};
    }
    return GP_OK;
}

gp_status gp_count_returns(gp_job *job, uint32_t index)
{
    source *known;
    GP_TRY(need_source(job, index, &known));
    known->has_returns = true;
    return GP_OK;
}

static bool is_same_file(const struct stat *a, const struct stat *b)
{
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino && a->st_size == b->st_size &&
           a->st_mtim.tv_sec == b->st_mtim.tv_sec && a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

static bool open_again(source *s, const char *name)
{
    if (s->is_kept || s->file > 0) return true;
    if (s->is_gone) return false;
    s->is_gone = true;
    int file = open(name, O_RDONLY | O_CLOEXEC);
    struct stat now;
    if (file < 0) return false;
    s->is_gone = fstat(file, &now) != 0 || !is_same_file(&s->facts, &now);
    if (s->is_gone)
        close(file);
    else
        s->file = file;
    return !s->is_gone;
}

/* The bytes from an offset on, as many as are at hand; 0 at the end. */
static size_t view(texts *all, source *s, uint64_t offset, const char **bytes)
{
    if (s->is_kept) {
        bool is_in = offset < s->bytes.count;
        *bytes = is_in ? (const char *)s->bytes.data + offset : "";
        return is_in ? s->bytes.count - (size_t)offset : 0;
    }
    bool is_at_hand =
        all->chunk_of == s && offset >= s->chunk_offset && offset < s->chunk_offset + s->chunk_size;
    if (!is_at_hand) {
        ssize_t got = pread(s->file, all->chunk, CHUNK_SIZE, (off_t)offset);
        all->chunk_of = s;
        s->chunk_offset = offset;
        s->chunk_size = got > 0 ? (size_t)got : 0;
    }
    *bytes = all->chunk + (offset - s->chunk_offset);
    return s->chunk_size - (size_t)(offset - s->chunk_offset);
}

static bool starts_character(char byte)
{
    return ((unsigned char)byte & 0xC0) != 0x80;
}

static bool ends_line(const source *s, char byte)
{
    return byte == '\n' || (byte == '\r' && s->has_returns);
}

/* The end of the line in these bytes; NULL: it is not among them. */
static const char *find_end(const source *s, const char *bytes, size_t size)
{
    if (!s->has_returns) return memchr(bytes, '\n', size);
    for (size_t i = 0; i < size; i++)
        if (ends_line(s, bytes[i])) return bytes + i;
    return NULL;
}

/* Moves over the rest of the line, as far as it is in view, and over its end. */
static void step_over_line(source *s, const char *bytes, size_t size)
{
    bool is_rest = s->at.is_after_return && *bytes == '\n';
    const char *end = is_rest ? NULL : find_end(s, bytes, size);
    size_t passed = is_rest ? 1 : end ? (size_t)(end - bytes) + 1 : size;
    s->at.offset += passed;
    s->at.is_after_return = end && *end == '\r';
    s->at.line += end != NULL;
    s->at.column = 1;
}

/* Moves over one view towards the place: over whole lines, then over characters in the line. */
static void step(source *s, const char *bytes, size_t size, cursor to)
{
    cursor *at = &s->at;
    if (at->line < to.line || (at->is_after_return && *bytes == '\n')) {
        step_over_line(s, bytes, size);
        return;
    }
    size_t i = 0;
    at->is_after_return = false;
    for (; i < size && !ends_line(s, bytes[i]); i++) {
        if (starts_character(bytes[i]) && at->column == to.column) break;
        at->column += starts_character(bytes[i]);
    }
    at->offset += i;
}

/* Moves the source's cursor to a place, or to the end of its line where that comes first. */
static bool seek(texts *all, source *s, cursor to)
{
    const char *bytes;
    bool is_behind = s->at.line < to.line || (s->at.line == to.line && s->at.column <= to.column);
    if (!is_behind) s->at = (cursor){0, 1, 1, false};
    if (s->at.offset == 0 && view(all, s, 0, &bytes) >= 3 && !memcmp(bytes, "\xEF\xBB\xBF", 3))
        s->at.offset = 3;
    for (;;) {
        uint64_t before = s->at.offset;
        size_t size = view(all, s, before, &bytes);
        if (size == 0) return s->at.line == to.line;
        step(s, bytes, size, to);
        if (s->at.line == to.line && s->at.offset < before + size && !s->at.is_after_return &&
            (s->at.column == to.column || ends_line(s, bytes[s->at.offset - before])))
            return true;
    }
}

/* Copies what is left of the line at the cursor, at most `most` bytes. */
static size_t gather(texts *all, source *s, char *to, size_t most)
{
    size_t count = 0;
    while (count < most) {
        const char *bytes;
        size_t size = view(all, s, s->at.offset + count, &bytes);
        if (size > most - count) size = most - count;
        const char *end = size ? find_end(s, bytes, size) : NULL;
        if (end) size = (size_t)(end - bytes);
        if (size) memcpy(to + count, bytes, size);
        count += size;
        if (end || size == 0) break;
    }
    return count;
}

/* Up to `width` characters, fit for a terminal. Returns how many. */
static size_t show(gp_buffer *line, const char *bytes, size_t size, size_t width)
{
    size_t shown = 0;
    for (size_t i = 0; i < size && shown < width; shown++) {
        uint32_t character;
        size_t length = gp_decode_utf8(bytes + i, size - i, &character);
        if (length == 0)
            gp_add_text(line, "\xEF\xBF\xBD"); /* U+FFFD for a byte that is none */
        else if (character < ' ' || (character >= 0x7F && character < 0xA0))
            gp_add_text(line, " ");
        else
            gp_add_bytes(line, bytes + i, length);
        i += length ? length : 1;
    }
    return shown;
}

static bool has_room(gp_job *job, texts *all)
{
    if (!all->chunk) all->chunk = malloc(CHUNK_SIZE);
    if (!all->line) all->line = gp_new_buffer(job);
    return all->chunk && all->line;
}

gp_status gp_source_excerpt(gp_job *job, gp_place place, size_t width, const char **line,
                            size_t *column)
{
    texts *all = gp_find_slot(job, &slot);
    gp_cell_place cell;
    *line = NULL;
    if (gp_find_cell(job, place, NULL, &cell) && cell.sheet) return GP_OK; /* no lines in there */
    if (!all || place.line == 0 || place.column == 0 || width == 0) return GP_OK;
    source *s = &all->sources[place.source];
    if (!s->is_known || s->is_hidden || !open_again(s, gp_source_name(job, place.source)))
        return GP_OK;
    if (!has_room(job, all)) return gp_no_memory(job);
    if (width > WIDTH_MAX) width = WIDTH_MAX;
    /* A place near the start shows the line from its start; never goes back as columns grow. */
    uint64_t first = place.column + width / 8 <= width ? 1 : place.column - width / 2;
    if (!seek(all, s, (cursor){0, place.line, first, false})) return GP_OK;
    char bytes[4 * WIDTH_MAX];
    size_t size = gather(all, s, bytes, 4 * width), count;
    if (size && bytes[size - 1] == '\r') size--;
    all->line->bytes.count = 0;
    size_t shown = show(all->line, bytes, size, width);
    *column = (size_t)(place.column - s->at.column);
    if (*column > shown) *column = shown;
    return gp_finish_buffer(all->line, line, &count);
}
