/* SPDX-License-Identifier: MIT
 * The toolkit of a job: memory that dies with it, undos, and how a failure is reported.
 * Private to libgroeipad; io and render use it too. */
#ifndef GP_JOB_H
#define GP_JOB_H

#include "groeipad/job.h"

#include <string.h>

/* Returns from the calling function when the call fails; the only macro that does. */
#define GP_TRY(call)                                                                               \
    do {                                                                                           \
        gp_status gp_try_status = (call);                                                          \
        if (gp_try_status != GP_OK) return gp_try_status;                                          \
    } while (0)

/* count zeroed objects of a type, or NULL (report it with gp_no_memory). */
#define GP_NEW(job, type, count) ((type *)gp_allocate((job), (count), sizeof(type)))

/* Zeroed memory, aligned for any type, that lives as long as the job; NULL when memory runs
 * out. count 0 gives a pointer that must not be read. Cost: O(size). */
void *gp_allocate(gp_job *job, size_t count, size_t size);

/* Asks for so many bytes and gives them back: before a library is called that dies without memory,
 * with an upper bound of what it takes. docs/architecture.md says what remains possible. */
gp_status gp_ask_memory(gp_job *job, size_t bytes);

/* Calls undo(object) when the job is freed, last in first out. */
gp_status gp_defer(gp_job *job, void (*undo)(void *object), void *object);

/* What a file remembers with a job that is not its own: an object under `owner`, the address of a
 * constant of that file, so that no other finds it. Keeping takes one object an owner, which lives
 * as long as the job; NULL where nothing was kept. Errors: GP_NO_MEMORY. Cost: O(owners). */
gp_status gp_keep_slot(gp_job *job, const void *owner, void *object);
void *gp_find_slot(const gp_job *job, const void *owner);

/* A growing array of objects of one size; its memory dies with the job. Zero-initialise all
 * but `size`. Pointers into it die at the next push. */
typedef struct gp_array {
    void *data;
    size_t count, capacity;
    size_t size; /* bytes of one object */
    bool is_deferred;
} gp_array;

/* Appends `count` objects (zeroed when `objects` is NULL). NULL when memory runs out, else
 * the place of the first. The gp_array itself must live as long as the job. */
void *gp_push(gp_job *job, gp_array *array, const void *objects, size_t count);

/* Gives back what an array that will not grow any more has too much. */
void gp_trim(gp_array *array);

/* Lets go of what is in an array before its job ends. It is empty then, and may grow again. */
void gp_release(gp_array *array);

/* Notes the language of an input. What tells more counts, and of equals the first. */
typedef enum gp_language_sign {
    GP_SIGN_NONE,
    GP_SIGN_SHEET,    /* how a spreadsheet is saved */
    GP_SIGN_HEADINGS, /* what its columns are called */
    GP_SIGN_SAID      /* the input says so */
} gp_language_sign;
void gp_note_language(gp_job *job, gp_language language, gp_language_sign sign);

/* Reports that memory ran out, so that GP901 is the last finding whatever came before it, and
 * returns GP_NO_MEMORY. Cannot fail. The value stands here so that readers of the code, the
 * analyser among them, see that it is never GP_OK. */
void gp_mark_no_memory(gp_job *job);
bool gp_is_out_of_memory(const gp_job *job); /* GP901 is the last finding */
static inline gp_status gp_no_memory(gp_job *job)
{
    gp_mark_no_memory(job);
    return GP_NO_MEMORY;
}

/* Who knows where places are in spreadsheets: every finding with a place is given its cell. `find`
 * is also asked for the cell of a key in the row at a place: key NULL, the cell that stands there.
 * The object lives as long as the job. */
typedef bool gp_find_cell_of(const void *object, gp_place place, const char *key,
                             gp_cell_place *out);
void gp_set_cells(gp_job *job, gp_find_cell_of *find, const void *object);

/* Another job's sources, by the same numbers: their names, their cells and their language. For one
 * without any; the other must live as long. Errors: GP_NO_MEMORY. */
gp_status gp_share_source_names(gp_job *job, const gp_job *from);
uint32_t gp_source_count(const gp_job *job);

/* A source that is an option ("--set"), a line for each time it was given: places in it are shown
 * as "--set 2:13", and are in no file. */
void gp_mark_option(gp_job *job, uint32_t source);
bool gp_is_option(const gp_job *job, uint32_t source);

/* The cell at a place, or that of a key in the row there; false: it is in no spreadsheet, or the
 * sheet has no column for the key. */
bool gp_find_cell(const gp_job *job, gp_place place, const char *key, gp_cell_place *out);

/* A place as people count it: in a file with several sheets the row and the column of its sheet. */
gp_place gp_shown_place(const gp_job *job, gp_place place);

/* gp_add_finding with a severity of its own, as --strict asks for. */
gp_status gp_add_finding_as(gp_job *job, const gp_finding *finding, gp_severity severity);

/* Appends the finding and returns `status`: `return gp_fail(job, GP_INVALID, &finding);`. */
gp_status gp_fail(gp_job *job, gp_status status, const gp_finding *finding);

/* Reports a bug of ours (a library refused what we gave it) and returns GP_INTERNAL. */
gp_status gp_bug(gp_job *job, const char *what);

/* gp_keep_findings of those from number `from` on. */
void gp_keep_findings_from(gp_job *job, uint32_t from,
                           bool (*is_kept)(const gp_finding *finding, void *object), void *object);

#define GP_OUT_OF_MEMORY 901 /* the code that says so */

/* All findings of the job, for who orders them. */
gp_array *gp_finding_array(gp_job *job);

/* How many findings of severity error and code 1xx the job holds. */
uint32_t gp_count_file_errors(const gp_job *job);

/* Arguments of a finding: GP_TEXT for what the user wrote and what is the same in both languages,
 * GP_WORDS for words of ours that are not. The two with _ROW stand in tables that are constants. */
#define GP_TEXT_ROW(value)                                                                         \
    {                                                                                              \
        .kind = GP_ARGUMENT_TEXT, .text = (value)                                                  \
    }
#define GP_WORDS_ROW(english, dutch)                                                               \
    {                                                                                              \
        .kind = GP_ARGUMENT_WORDS, .words = { {(english), (dutch)} }                               \
    }
#define GP_TEXT(value) ((gp_argument)GP_TEXT_ROW(value))
#define GP_WORDS(english, dutch) ((gp_argument)GP_WORDS_ROW(english, dutch))
#define GP_NO_ARGUMENT ((gp_argument){.kind = GP_ARGUMENT_NONE})
#define GP_NUMBER(value) ((gp_argument){.kind = GP_ARGUMENT_NUMBER, .number = (value)})
#define GP_DAY(value) ((gp_argument){.kind = GP_ARGUMENT_DAY, .day = (value)})

/* A place; of a line or column that is too far out for one, the last that fits. */
static inline gp_place gp_place_at(uint32_t source, uint64_t line, uint64_t column)
{
    const uint32_t last = 0x1FFFFFFF; /* 29 bits */
    return (gp_place){.source = source & (GP_SOURCES_MAX - 1U),
                      .line = (uint32_t)(line < last ? line : last) & last,
                      .column = (uint32_t)(column < last ? column : last) & last};
}

/* Text under construction: bytes that grow, with one error asked for at the end. The buffer
 * itself must live as long as the job (GP_NEW). */
typedef struct gp_buffer {
    gp_job *job;
    gp_array bytes;
    bool has_failed;
    bool began_out_of_memory; /* memory had run out before the first append */
    size_t width;             /* text: columns of the page that it is written on; 0: as usual */
} gp_buffer;

/* An empty buffer, or NULL when memory runs out. Owner: the job. */
gp_buffer *gp_new_buffer(gp_job *job);

/* Appends bytes; a C string; a number; "YYYY-MM-DD" ("-" for GP_NO_DAY). The first two are inline:
 * most texts are literals, whose length is known, and most buffers have room. */
void gp_add_more(gp_buffer *buffer, const char *bytes, size_t size); /* where there is no room */
static inline void gp_add_bytes(gp_buffer *buffer, const char *bytes, size_t size)
{
    gp_array *array = &buffer->bytes;
    if (!array->data || size > array->capacity - array->count) {
        gp_add_more(buffer, bytes, size);
        return;
    }
    memcpy((char *)array->data + array->count, bytes, size);
    array->count += size;
}

/* Adds the text between double quotes, with a backslash before what would end it. */
void gp_add_quoted(gp_buffer *buffer, const char *text);
static inline void gp_add_text(gp_buffer *buffer, const char *text)
{
    gp_add_bytes(buffer, text, strlen(text));
}
void gp_add_number(gp_buffer *buffer, int64_t number);
void gp_add_unsigned(gp_buffer *buffer, uint64_t number);

/* Puts bytes before all that is there, which moves. */
void gp_put_before(gp_buffer *buffer, const char *bytes, size_t size);

/* Quotes what a shell would take apart, so that a command can be copied. */
void gp_add_shell_word(gp_buffer *buffer, const char *word);
void gp_add_day(gp_buffer *buffer, gp_day day);

/* Appends a number given in tenths: 125 -> "12.5", 120 -> "12". */
void gp_add_tenths(gp_buffer *buffer, int64_t tenths);

/* The text so far with a NUL after it; lives until the next append. GP_NO_MEMORY when any append
 * failed, or when memory ran out in the job meanwhile: what was to be appended may be lacking. */
gp_status gp_finish_buffer(gp_buffer *buffer, const char **text, size_t *size);

/* Decodes one UTF-8 character of at most `size` > 0 bytes and returns how many bytes it takes;
 * 0 and U+FFFD where the bytes are no UTF-8 (overlong forms and surrogates are none). */
size_t gp_decode_utf8(const char *text, size_t size, uint32_t *character);

/* Takes over a job: its findings come after those that are there, and its memory dies with `job`,
 * also when the memory for its findings ran out. */
gp_status gp_adopt_job(gp_job *job, gp_job *adopted);

/* For tests: every allocation after the next `count` fails. Are they counted? */
void gp_fail_allocations_after(gp_job *job, size_t count);
bool gp_counts_allocations(const gp_job *job);

#endif
