/* SPDX-License-Identifier: MIT
 * A strict walk over JSON text (RFC 8259) that knows where every value stands. */
#ifndef GP_JSON_SCAN_H
#define GP_JSON_SCAN_H

#include "io/place.h"

#define GP_JSON_DEPTH_MAX 64                 /* lists and objects within each other */
#define GP_JSON_NUMBER_MAX 1100              /* characters of one number, as in record.h */
#define GP_JSON_VALUES_MAX ((size_t)4 << 20) /* values in one record: 0.5 GB as a tree */
#define GP_JSON_PADDING 16                   /* NUL bytes that must follow the text */

typedef enum gp_scanned {
    GP_SCANNED,
    GP_SCAN_MORE,  /* the text ends within the value, and more text may come */
    GP_SCAN_WRONG, /* not well formed: `wrong` says what and where */
    GP_SCAN_NO_MEMORY
} gp_scanned;

/* What is not well formed. */
typedef struct gp_json_wrong {
    const char *at;
    gp_argument problem; /* none: the character at `at` is not expected there */
    gp_argument expected;
    gp_place place;
} gp_json_wrong;

/* A stretch of the window: a text without its quotes, or a number. */
typedef struct gp_json_text {
    uint32_t start, size;
    bool has_escape;
} gp_json_text;

/* A value: where its text is, and what it is within. */
typedef struct gp_json_token {
    gp_json_text key, text;
    uint8_t depth; /* 0: the value that was asked for */
    char first;    /* its first character: { [ " t f n - or a digit */
    bool has_key;
} gp_json_token;

/* The values of one walk in document order; entries[i] says where tokens[i] stands. */
typedef struct gp_json_tokens {
    gp_json_token *tokens; /* malloc, as the entries */
    gp_entry *entries;
    size_t count, capacity;
} gp_json_tokens;

/* A walk over a window of text. Copy `position` to come back to where it was. */
typedef struct gp_json_position {
    const char *at;
    uint64_t line;
    uint64_t bias; /* column of `at` = (at - window) + bias, modulo 2^64 */
} gp_json_position;

typedef struct gp_json_scan {
    gp_json_position position;
    const char *window, *end; /* GP_JSON_PADDING NUL bytes follow `end` */
    bool is_last;             /* no text comes after `end` */
    bool is_skipping;         /* list no values: nobody wants them */
    bool is_grammar_only;     /* any JSON text: leave out our limits on numbers and U+0000 */
    uint32_t source;          /* for gp_place */
    gp_json_tokens values;    /* of the last gp_scan_value */
    gp_json_text text;        /* the last string or number */
    uint32_t depth;
    uint64_t objects; /* a stack of bits: which of the open containers is an object */
    gp_json_wrong wrong;
} gp_json_scan;

/* Where the walk stands now: within its input, and with the input's number. */
static inline gp_spot gp_scan_spot(const gp_json_scan *scan)
{
    const gp_json_position *p = &scan->position;
    return (gp_spot){(uint32_t)p->line, (uint32_t)((uint64_t)(p->at - scan->window) + p->bias)};
}

gp_place gp_scan_place(const gp_json_scan *scan);

/* Skips white space. False when the window ends there (more text may come). */
bool gp_scan_blank(gp_json_scan *scan);

/* Walks over the value that begins at the position and lists the values in it. Not GP_SCANNED:
 * the position is of no use. Cost: O(bytes). */
gp_scanned gp_scan_value(gp_json_scan *scan);
void gp_free_tokens(gp_json_scan *scan);

/* Walks over "key" (scan->text) and the colon after it; the position is then before the value. */
gp_scanned gp_scan_key(gp_json_scan *scan);

/* Notes that the character at the position, or further on in its line, is wrong. */
gp_scanned gp_scan_refuse(gp_json_scan *scan, gp_argument problem, gp_argument expected);

gp_scanned gp_scan_refuse_at(gp_json_scan *scan, const char *at, gp_argument problem,
                             gp_argument expected);

/* Walks over a string (scan->text); the position is at its opening quote. */
gp_scanned gp_scan_text(gp_json_scan *scan);

static inline uint32_t gp_scan_offset(const gp_json_scan *scan, const char *at)
{
    return (uint32_t)(at - scan->window);
}

/* Is the text, which GP_JSON_PADDING NUL bytes follow, one JSON value and nothing else? GP_SCANNED:
 * it is; GP_SCAN_WRONG: it is not. is_grammar_only: as in gp_json_scan. Cost: O(size). */
gp_scanned gp_judge_json(const char *text, size_t size, bool is_grammar_only);

#endif
