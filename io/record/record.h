/* SPDX-License-Identifier: MIT
 * Records: from trees of keys and values, whatever format they were written in, to a draft.
 *
 * A format reader hands over one record at a time as a cJSON tree, each node's `valueint` the
 * index of its entry in `entries`. Which keys a record has is said by a table, one row a key;
 * what a row's value may be is said by the function in the row. Everything wrong becomes a
 * finding and reading goes on; a function returns something else than GP_OK only when memory
 * ran out. */
#ifndef GP_RECORD_H
#define GP_RECORD_H

#include "groeipad/draft.h"
#include "groeipad/io.h"
#include "io/place.h"
#include "io/record/words.h"

struct cJSON;
struct gp_id;

typedef struct gp_records gp_records;
struct gp_records {
    gp_job *job;
    gp_draft *draft;
    const gp_entry *entries; /* of the tree that is being read */
    uint32_t source;         /* of the input that is being read */
    const uint8_t *sources;  /* by entry, of a tree that comes from several inputs; or NULL */
    struct gp_column_names *columns; /* what they are called in spreadsheets of others; or NULL */
    struct gp_sheets *sheets;        /* rows of spreadsheets, until all inputs are read; or NULL */
    struct gp_archi *archi;          /* lists of a model of ArchiMate, likewise; or NULL */
    const char *subject;             /* the id of the record that is being read; or NULL */
    gp_day status_date;              /* holds instead of the file's; or GP_NO_DAY */
    gp_place first_place;            /* where the first input's portfolio begins */
    gp_spot top_key;                 /* where the key of a value at the top stands, unless its tree
                                      * knows; line 0: it does */
    gp_array requirements;           /* gp_requirement: of the list that is being read */
    gp_array numbers;                /* uint32_t: likewise */
    gp_array links;                  /* gp_measure_link: of the measure that is being read */
    gp_array others; /* const cJSON *: members that no table has, of the open records */
    const struct cJSON **settings; /* by row of the top table: the value so far; or NULL */
    /* Reads the one key of ours among those of the user's own: gp_read_waivers. */
    gp_status (*read_ours)(struct gp_records *records, const struct cJSON *node,
                           const char *subject);
    gp_array waivers;      /* gp_waiver: what the input says may stay */
    gp_array own_keys;     /* of the user's own, at the top of the inputs: own_keys.c */
    gp_document *document; /* collects what is read; or NULL */
    const gp_read_options *options;
    gp_array refused;         /* gp_refused: in the tree that is being read */
    gp_array is_refused;      /* bool, by entry of that tree */
    uint32_t change_sources;  /* so many, from the first on, are changes */
    bool is_foreign;          /* values under keys of ours may be somebody else's, see gp_refuse */
    bool is_capability;       /* the record that is being read */
    bool is_incomplete;       /* part of the input could not be read: references may dangle */
    uint32_t errors;          /* that the tables have reported so far */
    uint32_t placed_errors;   /* errors of the file of which it is known what they put in doubt */
    unsigned doubt;           /* gp_input_part of the record that is being read */
    struct gp_survey *survey; /* counts what is read; or NULL */
    const struct gp_overlay *overlay;     /* changes what is read; or NULL */
    struct gp_overlay_seen *overlay_seen; /* what of it was met */
    bool is_unjudged;             /* a file of changes: what is read goes into the document only */
    struct gp_asked_words *asked; /* what the options ask for; NULL: no input had types */
};

typedef struct gp_key gp_key;
typedef gp_status gp_read_value(gp_records *records, const gp_key *key, const struct cJSON *node,
                                void *record);

/* One key of a record: how its value is read, and where in the record it goes. */
struct gp_key {
    const char *name;
    gp_read_value *read;
    size_t offset;
    const void *detail; /* what `read` needs to know more */
    bool is_required;
    uint16_t leaves; /* gp_input_part: what a mistake in this value leaves known of its record */
};

/* A kind of record. Sentences call it `where`. */
typedef struct gp_record_kind {
    gp_argument where;
    const gp_key *keys;
    size_t count; /* at most 32 */
} gp_record_kind;

#define GP_KEY_COUNT(keys) (sizeof(keys) / sizeof *(keys))

/* Reads an object by its table. Unknown keys but x-... are GP104, repeated ones GP105, absent
 * ones GP103. *is_object (or NULL): false when the value was none (reported). */
gp_status gp_read_record(gp_records *records, const gp_record_kind *kind, const struct cJSON *node,
                         void *record, bool *is_object);

/* The row of a key, or NULL: reported as GP104 unless it starts with x-. */
gp_status gp_find_key(gp_records *records, const gp_record_kind *kind, const char *name,
                      gp_place place, const gp_key **out);

/* ---- places and complaints ---- */

gp_place gp_place_of(const gp_records *records, const struct cJSON *node);
gp_place gp_key_place_of(const gp_records *records, const struct cJSON *node);

/* The size of a text node in bytes. */
size_t gp_size_of(const gp_records *records, const struct cJSON *node);

/* GP102, GP106, GP103, GP105. Texts that are not constants are copied. */
gp_status gp_wrong_type(gp_records *records, const char *key, const struct cJSON *node,
                        gp_argument expected);
gp_status gp_no_object(gp_records *records, const gp_record_kind *kind, const struct cJSON *node);
gp_status gp_bad_value(gp_records *records, const char *key, const struct cJSON *node,
                       gp_argument expected, const char *suggestion);
gp_status gp_missing_key(gp_records *records, const char *key, gp_argument where, gp_place place);
gp_status gp_lacks_key(gp_records *records, const char *key, gp_argument where,
                       const struct cJSON *node); /* the same, of a node */
gp_status gp_repeated_member(gp_records *records, const struct cJSON *node);
gp_status gp_repeated_key(gp_records *records, const char *key, gp_place place);

/* A record with mistakes is drafted all the same, with records->doubt. Where its id cannot be used
 * it gets a symbol of its own, and its place. */
gp_status gp_doubt_record(gp_records *records, const struct cJSON *node, struct gp_id *id,
                          uint32_t *symbol);

/* ---- inputs of others ---- */

/* What a tool of somebody else wrote may stand under a key of ours and mean something else. Where
 * records->is_foreign, the complaints above are no findings: what they are about is refused. It
 * does not count, no document gets it, and the record stays. The reader of the format tells the
 * user. */
typedef struct gp_refused {
    const struct cJSON *node;
    const char *value;    /* as shown; NULL: it lacks something */
    gp_argument expected; /* instead; or the key that it lacks */
    gp_argument where;    /* what lacks it */
} gp_refused;

/* Is a value one that may be meant otherwise? What a change says is not. */
bool gp_is_others(const gp_records *records, const struct cJSON *node);

/* Refuses a value, or what cannot be without something that was refused in it (reported there). */
gp_status gp_refuse(gp_records *records, const gp_refused *refused);
void gp_refuse_too(gp_records *records, const struct cJSON *node);
bool gp_is_refused(const gp_records *records, const struct cJSON *node);

/* Forgets what was refused before a tree of so many entries is read. Errors: GP_NO_MEMORY. */
gp_status gp_forget_refused(gp_records *records, size_t entries);

/* gp_copy_cut: a copy of a text to show in a message, cut where it is long. gp_copy_subject: a
 * copy of the current subject. NULL: memory ran out, or there is no subject. */
const char *gp_copy_cut(gp_job *job, const char *text);
const char *gp_copy_subject(gp_records *records);

/* "a number" and so on. */
gp_argument gp_type_words(const struct cJSON *node);
#define GP_A_TEXT GP_WORDS("a text", "een tekst")
#define GP_A_NUMBER GP_WORDS("a number", "een getal")
#define GP_A_LIST GP_WORDS("a list", "een lijst")
#define GP_AN_OBJECT GP_WORDS("an object", "een object")

/* ---- values: rows of tables ---- */

gp_read_value gp_read_text_value; /* const char *: a copy */
gp_read_value gp_read_pooled;     /* const char *: many records share the text */
gp_read_value gp_read_tags;       /* const char *const *: the same of a list, NULL at the end */
gp_read_value gp_read_url;        /* const char *: a copy; GP112 where it is no safe link */
gp_read_value gp_read_day;        /* gp_day */
gp_read_value gp_read_duration;   /* gp_duration */
gp_read_value gp_read_lag;        /* gp_duration, maybe a lead */
gp_read_value gp_read_step;       /* gp_duration, longer than nothing; detail: a word for none */
gp_read_value gp_read_estimate;   /* gp_estimate; min and max of a list are not given */
gp_read_value gp_read_aspects;    /* gp_lead.aspects */
gp_read_value gp_read_share;      /* double, 0..1 */
gp_read_value gp_read_cost;       /* double, 0..1e12 */
gp_read_value gp_read_percent;    /* uint8_t, 0..100 */
gp_read_value gp_read_choice;     /* uint8_t; detail: gp_choice */
gp_read_value gp_read_level_have; /* uint8_t, 0..5 */
gp_read_value gp_read_level_want; /* uint8_t, 1..5 */
gp_read_value gp_read_planning;   /* const gp_planning * */
gp_read_value gp_read_requires;   /* gp_span */
gp_read_value gp_read_reference;  /* uint32_t; detail: gp_term_kind */
gp_read_value gp_read_references; /* gp_number_list; detail: gp_term_kind */
gp_read_value gp_read_records;    /* gp_number_list: symbols of records, each once */
gp_read_value gp_read_changes;    /* an object, left as it is */

/* Reports ids of a list of `count` that are there twice. */
gp_status gp_check_ids_once(gp_records *records, const char *key, const struct cJSON *node,
                            size_t count);

/* Does a key of our own hold a number? For formats that write texts and numbers alike. */
bool gp_holds_number(const char *key);

/* Or a date, or a list of dates? For formats in which a date stands without quotes. */
bool gp_holds_day(const char *key);

/* Is the text a number as JSON writes it, and not too long? The longest that a double takes,
 * written out in full, is 1,077 characters: 5e-324 is. */
#define GP_NUMBER_SIZE_MAX 1100
bool gp_is_number(const char *text, size_t size);

/* The value of such a number, whatever the locale; infinite where it is too large. */
double gp_read_number(const char *text, size_t size);

/* Reads a JSON number. False when the text is none, or too large for one. */
bool gp_parse_number(const char *text, size_t size, double *out);

/* The shortest digits that are read back as the same number, with a point in any locale. */
#define GP_NUMBER_TEXT_SIZE 32
void gp_print_number(double number, char out[GP_NUMBER_TEXT_SIZE]);

typedef struct gp_number_list {
    const uint32_t *numbers;
    uint32_t count;
} gp_number_list;

/* Which of the words the text is; false when it is none of them (reported). */
gp_status gp_read_name(gp_records *records, const char *key, const struct cJSON *node,
                       const gp_choice *choice, size_t *out, bool *is_known);

/* An id, for a row with this at its offset. */
typedef struct gp_id {
    const char *text; /* lives as long as the tree; NULL: none */
    size_t size;
    gp_place place;
} gp_id;
gp_read_value gp_read_id;

/* An id in a value that may be something else too; the text is NULL when it is none (reported). */
gp_status gp_read_id_text(gp_records *records, const char *key, const struct cJSON *node,
                          gp_id *out);

/* The id in a tree, for findings about its record; its text is NULL where there is none. */
gp_id gp_find_subject(const gp_records *records, const struct cJSON *node);

/* A planning object (or "none"), with the keys of the portfolio's own where `is_chain_start`
 * is not NULL. */
gp_status gp_read_planning_value(gp_records *records, const struct cJSON *node, gp_planning *out,
                                 bool *is_chain_start, bool *is_read);

/* GP_NO_WINDOW is a window of which nothing is given. gp_keep_window copies a window that was
 * read to the job; *out is NULL where nothing of it was given. */
#define GP_NO_WINDOW ((gp_window){GP_NO_DAY, GP_NO_DAY, GP_NO_DAY, GP_NO_DAY})
gp_status gp_keep_window(gp_records *records, const gp_window *read, const gp_window **out);

/* ---- the top of a file ---- */

typedef gp_status gp_read_element(gp_records *records, const struct cJSON *node);

/* The table of the keys at the top: rows with `read` take the value itself; rows whose detail
 * is a gp_section take a list, record by record. */
typedef struct gp_section {
    gp_read_element *read;
    unsigned hides; /* gp_input_part: what is not known where one of its records is not read */
} gp_section;
extern const gp_record_kind gp_top_kind;
/* What stands in others: record_keys.c tells of them. */
extern const gp_record_kind gp_level_kind, gp_requirement_kind, gp_alternative_kind,
    gp_estimate_kind, gp_aspects_kind, gp_planning_kind, gp_calendar_kind, gp_addressed_kind,
    gp_applies_kind, gp_a_term_kind, gp_scenario_kind, gp_measure_kind, gp_chance_kind,
    gp_mitigated_kind;

/* The tables of some records, for formats that look up what their keys are called. */
extern const gp_record_kind gp_capability_kind, gp_intervention_kind, gp_measurement_kind,
    gp_requirement_kind, gp_risk_kind, gp_correlation_kind;

/* Reads the value of a top row; a second input that says something else is GP111. */
gp_status gp_read_setting(gp_records *records, const gp_key *key, const struct cJSON *node);

gp_read_element gp_read_capability, gp_read_intervention, gp_read_measurement;
gp_read_element gp_read_dimension, gp_read_segment, gp_read_situation, gp_read_scenario,
    gp_read_measure, gp_read_risk, gp_read_correlation;

/* Reads the value of `x-groeipad` of a record, or at the top (subject NULL). */
#define GP_OWN_KEY "x-groeipad"
gp_status gp_read_waivers(gp_records *records, const struct cJSON *node, const char *subject);

/* Notes a key of the user's own at the top of an input; reports those that are there twice. */
gp_status gp_note_own_key(gp_records *records, const char *name, gp_place place);
gp_status gp_check_own_keys(gp_records *records);

/* Prepares for reading into a new draft; what the reading has to say at its end. */
gp_status gp_start_records(gp_job *job, const gp_read_options *options, gp_records **out);
gp_status gp_finish_records(gp_records *records, const gp_portfolio **out);

#endif
