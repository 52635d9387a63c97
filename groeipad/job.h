/* SPDX-License-Identifier: MIT
 *
 * The job: what owns memory and findings, and what there is to say about a portfolio. */
#ifndef GROEIPAD_JOB_H
#define GROEIPAD_JOB_H

#include "groeipad/time.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- memory ---- */

typedef enum gp_status {
    GP_OK,
    GP_INVALID,     /* the input is wrong; findings say where */
    GP_NO_MEMORY,   /* memory ran out; the last finding is GP901 */
    GP_IO,          /* a file could not be read or written */
    GP_INTERNAL,    /* a bug of ours */
    GP_WRONG_OPTION /* an option asks for what cannot be (GP806) */
} gp_status;

typedef struct gp_job gp_job;

/* Makes a job. Owner: the caller, gp_job_free. NULL when memory ran out. */
GP_API gp_job *gp_job_new(void);

/* Frees the job and everything made with it. NULL is allowed. */
GP_API void gp_job_free(gp_job *job);

/* ---- findings ---- */

typedef enum gp_language { GP_ENGLISH, GP_DUTCH } gp_language;
/* Picks one of two wordings, which so stand side by side in the code. Owner: of the texts given. */
static inline const char *gp_say(gp_language language, const char *english, const char *dutch)
{
    return language == GP_DUTCH ? dutch : english;
}

typedef enum gp_severity { GP_INFO, GP_WARNING, GP_ERROR } gp_severity;

/* Where something stands in the input: line and column count from 1, the column in Unicode
 * code points. line 0: no place is known. */
typedef struct gp_place {
    uint64_t source : 6; /* index of the input, see gp_source_name */
    uint64_t line : 29;
    uint64_t column : 29;
} gp_place;
#define GP_SOURCES_MAX 64
#define GP_SOURCE_SIZE_MAX ((size_t)512 << 20) /* bytes: lines and columns fit gp_place */

typedef enum gp_argument_kind {
    GP_ARGUMENT_NONE,
    GP_ARGUMENT_TEXT,
    GP_ARGUMENT_NUMBER,
    GP_ARGUMENT_DAY,
    GP_ARGUMENT_WORDS
} gp_argument_kind;

/* Words of ours that are not the same in both languages. */
typedef struct gp_words {
    const char *in[2]; /* by gp_language; live as long as the job */
} gp_words;

/* One value in a finding's message; its name comes from the code's row (gp_rule). A text is the
 * same in each language, such as what the user wrote: it is shown whole, whatever it holds. */
typedef struct gp_argument {
    gp_argument_kind kind;
    union {
        const char *text; /* lives as long as the job */
        int64_t number;
        gp_day day;
        gp_words words;
    };
} gp_argument;

#define GP_ARGUMENTS_MAX 4

/* A further place that belongs to a finding, such as an edge of a cycle. */
typedef struct gp_related {
    gp_place place;
    const char *from; /* "from requires to"; */
    const char *to;   /* NULL: the place alone, about `from` */
} gp_related;

/* Where a place is in a spreadsheet, as people see it there. row 0: it is in none. */
typedef struct gp_cell_place {
    const char *sheet;    /* of a file with several: its name; NULL: the file is one sheet */
    const char *heading;  /* of the column, as the sheet has it; NULL: none */
    const char *text;     /* what stands in the cell, as written; NULL: not known */
    uint32_t row, column; /* from 1; column 0: the row as a whole */
    bool is_key;          /* the heading is what the sheet calls the argument "key" */
} gp_cell_place;

/* "E9": the letters of the column and the row; "9" for a row as a whole. */
#define GP_CELL_NAME_SIZE 24
GP_API void gp_format_cell(const gp_cell_place *cell, char out[GP_CELL_NAME_SIZE]);

/* What there is to say about a portfolio. The texts are made on demand, per language. */
typedef struct gp_finding {
    uint16_t code;    /* 301 = GP301 */
    uint8_t severity; /* gp_severity */
    gp_place place;
    const char *subject; /* the id it is about, or NULL */
    gp_argument arguments[GP_ARGUMENTS_MAX];
    const char *suggestion; /* the nearest right thing ("did you mean"), or NULL */
    const gp_related *related;
    uint32_t related_count;
    gp_cell_place cell; /* the place in a spreadsheet; messages begin with it */
} gp_finding;

/* One row of the table of finding codes. Placeholders in the texts are {subject},
 * {suggestion} and the argument names. */
typedef struct gp_rule {
    uint16_t code;
    uint8_t severity;
    const char *arguments[GP_ARGUMENTS_MAX]; /* names, NULL after the last */
    const char *title[2];                    /* by gp_language; what the code means */
    const char *message[2];
    const char *hint[2]; /* how to mend it; NULL: none */
} gp_rule;

/* All rules, ascending by code. Owner: static. */
GP_API const gp_rule *gp_rules(size_t *count);

/* The rule of a code (301), or NULL. */
GP_API const gp_rule *gp_find_rule(uint16_t code);

/* Which arguments of a code say, beside its subject, that a finding is the same one as before: bit
 * i for argument i. GP_NO_IDENTITY: there is no such code. */
#define GP_NO_IDENTITY (~0u)
GP_API unsigned gp_identity_of(uint16_t code);

/* The job's findings so far, in the order in which they were made. Owner: the job; adding a
 * finding may move the array. */
GP_API const gp_finding *gp_findings(const gp_job *job, uint32_t *count);

/* Sorts the job's findings by place (source, line, column), then code, then subject. That memory
 * ran out (GP901) stays the last. */
GP_API void gp_sort_findings(gp_job *job);

/* Likewise, or the worst first, or by code; then by place. */
typedef enum gp_finding_order { GP_BY_PLACE, GP_BY_SEVERITY, GP_BY_CODE } gp_finding_order;
GP_API void gp_order_findings(gp_job *job, gp_finding_order order);

/* Takes out of the job the findings that are not to be kept; GP901 stays. */
GP_API void gp_keep_findings(gp_job *job, bool (*is_kept)(const gp_finding *finding, void *object),
                             void *object);

/* Writes the message, or the hint, of a finding as one line of UTF-8 and returns its length
 * without the NUL, as snprintf does; 0 when there is no hint. */
GP_API size_t gp_finding_message(const gp_finding *finding, gp_language language, char *out,
                                 size_t size);
GP_API size_t gp_finding_hint(const gp_finding *finding, gp_language language, char *out,
                              size_t size);

/* Appends a copy of the finding with the severity of its rule, and with its cell where the place
 * is in a spreadsheet; texts it points to must live as long as the job (gp_copy_text).
 * Errors: GP_NO_MEMORY. */
GP_API gp_status gp_add_finding(gp_job *job, const gp_finding *finding);

/* Names an input ("portfolio.json", "-" for standard input) and returns its index for
 * gp_place.source; that of an option is its name ("--set"), and a line is one time that it was
 * given. At most GP_SOURCES_MAX; GP_NONE when there are more or memory ran out. */
GP_API uint32_t gp_add_source(gp_job *job, const char *name);
GP_API const char *gp_source_name(const gp_job *job, uint32_t source);

/* A copy of size bytes of text and a NUL, owned by the job; NULL when memory ran out. */
GP_API const char *gp_copy_text(gp_job *job, const char *text, size_t size);

/* Writes as much of a text as `room` bytes hold, with a NUL, in a form that may be shown on a
 * terminal: what could steer one, or turn the direction of reading, and what is no UTF-8 as U+FFFD.
 * Returns how many bytes of the text that was; room: at least 8. */
GP_API size_t gp_show_text(const char *text, size_t size, char *out, size_t room);

/* A word as it can be typed after a command in a shell: quoted where it has to be, and without
 * characters that would steer a terminal. Owner: the job; NULL when memory ran out. */
GP_API const char *gp_shell_word(gp_job *job, const char *word);

/* The language that the inputs of the job are written in, as far as they were read: also where no
 * portfolio could be made of them. False: nothing told. */
GP_API bool gp_noted_language(const gp_job *job, gp_language *out);

/* The candidate nearest to the text by edit distance (Damerau 1964, restricted), or NULL where
 * none is near enough: at most a third of its length away, 3 at most. Ties: the first. */
GP_API const char *gp_nearest_text(const char *text, const char *const *candidates, size_t count);

#ifdef __cplusplus
}
#endif
#endif
