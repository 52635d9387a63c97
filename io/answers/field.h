/* SPDX-License-Identifier: MIT
 * The fields of an answer, described once: what they are called, what they hold, and where. JSON
 * and CSV are both written from the same table, so that a script and a spreadsheet agree.
 *
 *     static const gp_field late_fields[] = {
 *         {"intervention", "intervention", GP_STEP_ID_AT(gp_clash, activity)},
 *         {"late_days", "late_days", GP_DAYS_AT(gp_clash, late_days)},
 *         {"why", NULL, GP_COMPUTED(TEXT, why_text)},
 *         {0}};
 *
 * A record is a struct of the answer; most fields are members of it, the others are computed. A
 * list of records is a field as well, and has a table of its own. Private to io. */
#ifndef GP_FIELD_H
#define GP_FIELD_H

#include "groeipad/demand.h"
#include "groeipad/io.h"
#include "io/json/json_write.h"

#include <stddef.h>

/* What a field holds, with its unit, and the type of a member that holds it. */
typedef enum gp_field_type {
    GP_FIELD_END,        /* ends a table */
    GP_FIELD_TEXT,       /* const char *, a word of the format or a text; NULL: unknown */
    GP_FIELD_TEXTS,      /* const char *const *, and a count */
    GP_FIELD_COUNT,      /* uint32_t: how many */
    GP_FIELD_DAY,        /* gp_day: a date; GP_NO_DAY: unknown */
    GP_FIELD_DAYS,       /* int32_t: days; GP_NO_DAYS: unknown */
    GP_FIELD_CYCLES,     /* int32_t: iterations; GP_NO_DAYS: unknown */
    GP_FIELD_LEVEL,      /* uint8_t: a level of a capability; 0: unknown */
    GP_FIELD_TRUTH,      /* bool */
    GP_FIELD_COST,       /* double; negative: unknown */
    GP_FIELD_ID,         /* uint32_t: a symbol of the portfolio */
    GP_FIELD_IDS,        /* const uint32_t *, symbols, and a count */
    GP_FIELD_STEP_ID,    /* uint32_t, an activity: its id; GP_NONE: unknown */
    GP_FIELD_STEP_LEVEL, /* the same: its level */
    GP_FIELD_STEP,       /* the same: both. In CSV two cells, NAME and NAME_level */
    GP_FIELD_STEPS,      /* const uint32_t *, activities, and a count */
    GP_FIELD_RECORD,     /* a struct. In CSV its cells */
    GP_FIELD_ROWS        /* a pointer to structs, and a count. In CSV the cells of the first */
} gp_field_type;

/* What an answer is about, for those who compute its fields. */
typedef struct gp_answer {
    gp_job *job;
    const char *name; /* "clashes" */
    const gp_portfolio *portfolio;
    const gp_network *network;  /* steps are activities of it; NULL: there are no steps */
    const void *record;         /* the whole answer: a struct, see the file of its name */
    const char *const *columns; /* CSV of several lists, NULL after the last; NULL: of one list */
    gp_language language;
    char point;      /* of decimals in CSV; NUL: a point */
    bool has_failed; /* a text could not be made: memory ran out */
} gp_answer;

/* A list of any kind; one that is not known is null in JSON, an empty one is []. */
typedef struct gp_list {
    const void *first;
    uint32_t count;
    bool is_unknown;
} gp_list;

/* The value of a field, by its type. */
typedef union gp_value {
    const char *text;
    int64_t number; /* COUNT, DAYS, CYCLES, LEVEL */
    gp_day day;
    bool truth;
    double cost;
    uint32_t index; /* ID, STEP... */
    gp_list list;
    const void *record; /* NULL: unknown */
} gp_value;

/* JSON: what stands on a line of its own, so that differences in git are short. */
typedef enum gp_lines { GP_LINE_KEY = 1, GP_LINE_ROWS = 2, GP_LINES_ALL = 3 } gp_lines;

typedef struct gp_field {
    const char *key;     /* JSON; NULL: not there */
    const char *heading; /* CSV; NULL: not there. Of a list or record only its fields count */
    gp_field_type type;
    size_t at;       /* where in the record it is, where nothing computes it */
    size_t count_at; /* of a list: where its count is */
    size_t size;     /* GP_FIELD_ROWS: bytes of a row */
    gp_value (*get)(gp_answer *answer, const void *record); /* computes it; NULL: it is there */
    const struct gp_field *fields;                          /* of a record, of each row */
    uint8_t lines;                                          /* gp_lines */
} gp_field;

/* A member as a field: its type and its place. Each compiles only where the member is of the type
 * that the field has. */
#define GP_MEMBER(type, record, member)                                                            \
    (offsetof(record, member) + 0 * sizeof(&((record *)0)->member == (type *)0))
#define GP_MEMBER_AT(its_type, type_of_c, record, member)                                          \
    .type = GP_FIELD_##its_type, .at = GP_MEMBER(type_of_c, record, member)
#define GP_TEXT_AT(record, member) GP_MEMBER_AT(TEXT, const char *, record, member)
#define GP_COUNT_AT(record, member) GP_MEMBER_AT(COUNT, uint32_t, record, member)
#define GP_DAY_AT(record, member) GP_MEMBER_AT(DAY, gp_day, record, member)
#define GP_DAYS_AT(record, member) GP_MEMBER_AT(DAYS, int32_t, record, member)
#define GP_CYCLES_AT(record, member) GP_MEMBER_AT(CYCLES, int32_t, record, member)
#define GP_LEVEL_AT(record, member) GP_MEMBER_AT(LEVEL, uint8_t, record, member)
#define GP_TRUTH_AT(record, member) GP_MEMBER_AT(TRUTH, bool, record, member)
#define GP_COST_AT(record, member) GP_MEMBER_AT(COST, double, record, member)
#define GP_ID_AT(record, member) GP_MEMBER_AT(ID, uint32_t, record, member)
#define GP_STEP_ID_AT(record, member) GP_MEMBER_AT(STEP_ID, uint32_t, record, member)
#define GP_STEP_LEVEL_AT(record, member) GP_MEMBER_AT(STEP_LEVEL, uint32_t, record, member)
#define GP_STEP_AT(record, member) GP_MEMBER_AT(STEP, uint32_t, record, member)
#define GP_LIST_AT(its_type, type_of_c, record, member, count)                                     \
    GP_MEMBER_AT(its_type, type_of_c, record, member),                                             \
        .count_at = GP_MEMBER(uint32_t, record, count)
#define GP_TEXTS_AT(record, member, count)                                                         \
    GP_LIST_AT(TEXTS, const char *const *, record, member, count)
#define GP_STEPS_AT(record, member, count)                                                         \
    GP_LIST_AT(STEPS, const uint32_t *, record, member, count)
#define GP_IDS_AT(record, member) /* a gp_symbols */                                               \
    GP_LIST_AT(IDS, const uint32_t *, record, member.symbols, member.count)
#define GP_RECORD_AT(record, member, its_fields)                                                   \
    .type = GP_FIELD_RECORD, .at = offsetof(record, member), .fields = (its_fields)
#define GP_ROWS_AT(record, member, count, its_fields)                                              \
    .type = GP_FIELD_ROWS, .at = offsetof(record, member),                                         \
    .count_at = GP_MEMBER(uint32_t, record, count), .size = sizeof *((record *)0)->member,         \
    .fields = (its_fields)

/* A field that a function computes; of a list of structs as well. */
#define GP_COMPUTED(its_type, function) .type = GP_FIELD_##its_type, .get = (function)
#define GP_COMPUTED_ROWS(function, row, its_fields)                                                \
    .type = GP_FIELD_ROWS, .get = (function), .size = sizeof(row), .fields = (its_fields)

/* Writes an answer by its fields: as JSON a document with these fields, and the findings; as CSV
 * the rows of its first list. An answer with columns has several lists in one file: the first
 * column says which (the key of the list), the others have the field of that heading, and are empty
 * where a list has none. format: JSON or CSV. Errors: GP_NO_MEMORY. */
gp_status gp_write_fields(gp_answer *answer, const gp_field *fields, gp_format format,
                          gp_output *out);

#endif
