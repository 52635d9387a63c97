/* SPDX-License-Identifier: MIT
 *
 * groeipad, io: files in, formats out. Nothing here decides anything about a portfolio; it
 * turns bytes into one and results into bytes.
 *
 *     const gp_portfolio *portfolio;
 *     const char *names[] = {"portfolio.json"};
 *     if (gp_read_files(job, names, 1, NULL, &portfolio) != GP_OK)
 *         ... gp_findings(job) says why, each with its line and column
 */
#ifndef GROEIPAD_IO_H
#define GROEIPAD_IO_H

#include "groeipad/boards.h"
#include "groeipad/change.h"
#include "groeipad/citizens.h"
#include "groeipad/compare.h"
#include "groeipad/demand.h"
#include "groeipad/filter.h"
#include "groeipad/map.h"
#include "groeipad/query.h"
#include "groeipad/repair.h"
#include "groeipad/risk.h"
#include "groeipad/scenarios.h"
#include "groeipad/story.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ---- reading ---- */

/* NULL in the place of options: the file decides everything. In options of your own status_date
 * must be set, also to GP_NO_DAY; the rest may be zero. */
typedef struct gp_read_options {
    gp_day status_date; /* holds instead of the file's; GP_NO_DAY: the file's */
    const char *format; /* as gp_find_file_format has it; NULL: each file by its name or content */
    /* ArchiMate, GraphML and DOT. Lists with commas between; NULL: none; "all": every type. */
    const char *intervention_types; /* these elements are interventions too */
    const char *capability_types;   /* and these capabilities */
    const char *relation_types;     /* these mean a requirement; NULL: Serving, Realization */
    const char *property_names;     /* "path=Name": what the properties of a file are called */
    const char *column_names;       /* spreadsheets: "our column=their heading", likewise */
    bool is_strict;                 /* what would be left out is an error */
    const gp_changes *changes;      /* made before anything is checked; NULL: none */
    const gp_job *again;            /* has read the same files before: what cannot be read again, as
                                       standard input, is taken from there; NULL: none has */
} gp_read_options;

/* Reads portfolios and merges them into one. "-" is standard input. Each name becomes a source
 * of the job, in this order. Everything wrong in any of the files becomes a finding with its
 * place; one bad value hides no other.
 * Owner: the job. Errors: GP_IO (GP801: a file cannot be read, or is larger than
 * GP_SOURCE_SIZE_MAX), GP_INVALID (GP1xx), GP_NO_MEMORY. Cost: O(bytes); a file is not kept in
 * memory, standard input and pipes are (gp_source_excerpt shows lines of them). */
GP_API gp_status gp_read_files(gp_job *job, const char *const *names, size_t count,
                               const gp_read_options *options, const gp_portfolio **out);

/* Reads one portfolio from memory; `name` is what findings call it. The text need not end in a
 * NUL. Owner and errors: as gp_read_files, but for GP_IO. */
GP_API gp_status gp_read_text(gp_job *job, const char *name, const char *text, size_t size,
                              const gp_read_options *options, const gp_portfolio **out);

/* Reads as gp_read_files does and keeps what was written as well, with the user's own keys, so
 * that gp_convert can write it again. Cost: besides, some 200 bytes a value of memory. */
typedef struct gp_document gp_document;
GP_API gp_status gp_read_document(gp_job *job, const char *const *names, size_t count,
                                  const gp_read_options *options, const gp_portfolio **portfolio,
                                  const gp_document **document);

/* Likewise, of one portfolio in memory; its name tells the format, or its content does. */
GP_API gp_status gp_read_document_text(gp_job *job, const char *name, const char *text, size_t size,
                                       const gp_read_options *options,
                                       const gp_portfolio **portfolio,
                                       const gp_document **document);

/* A file of a version of a portfolio. */
typedef struct gp_version_file {
    const char *name;     /* a file as it is, or "REV:path": what findings call it */
    const char *old_path; /* it was found under this path, by which it, or its folder, is not called
                             any more; NULL: it is called as it was */
    const char *bytes;    /* is_committed: what is in it */
    size_t size;
    bool is_committed; /* it was read from git */
} gp_version_file;
typedef struct gp_version_files {
    const gp_version_file *files;
    size_t count;
} gp_version_files;

/* Which version. */
typedef struct gp_asked_version {
    const char *const *names;
    size_t count;
    const char *revision; /* of git; NULL: as they are */
    bool takes_folders;   /* as they are, a folder is the files in it that are read, by name */
} gp_asked_version;

/* Finds the files of a version. With a revision of git: each name, which may be a folder, as
 * committed there, also where it had another name. A name of the form REV:path that is no file is
 * read from git in any case; path is as git has it, from the root of the work tree, or else from
 * the current folder. Other names stay what they are. git is run without a shell, a hook, a filter
 * or the network. What cannot be found is a finding that says what to do. Owner: the job; names
 * must live as long. Errors: GP_IO (GP801), GP_WRONG_OPTION (GP806: git knows no such revision),
 * GP_NO_MEMORY. Cost: three runs of git a name. */
GP_API gp_status gp_find_version(gp_job *job, const gp_asked_version *asked,
                                 const gp_version_files **out);

/* Whether a name means a file in git: REV:path, and no file is called that. */
GP_API bool gp_is_version_name(const char *name);

/* Whether a file in a folder is read where the folder is named: it ends as a format that is read.
 */
GP_API bool gp_is_folder_part(const char *path);

/* Reads what gp_find_version found as gp_read_files does, or, where `document` is not NULL, as
 * gp_read_document. */
GP_API gp_status gp_read_version(gp_job *job, const gp_version_files *version,
                                 const gp_read_options *options, const gp_portfolio **portfolio,
                                 const gp_document **document);

/* A version to compare with another: what is to be read, and what comes of it. */
typedef struct gp_version_input {
    gp_job *job;                     /* of this version alone */
    const gp_version_files *version; /* as gp_find_version found it */
    const gp_read_options *options;  /* or NULL */
    const gp_portfolio *portfolio;   /* of status GP_OK, as the document */
    const gp_document *document;
    gp_status status; /* as of gp_read_version; the findings are in the job */
} gp_version_input;

/* Reads both, at the same time where they are large. What is wrong with one hides nothing of the
 * other. Returns the status of OLD, and where that is GP_OK the one of NEW. Errors: as
 * gp_read_version. */
GP_API gp_status gp_read_versions(gp_version_input *old_version, gp_version_input *new_version);

/* Finds what differs between two versions: every elementary edit, in a fixed order (kind, id, key),
 * whatever the order of records and keys, and whatever format either came from. What means the same
 * is no edit: "P6M" and "6mo", "b" and {"id": "b"}, an empty list and none. A record whose id went
 * while another came with the same name, or much the same neighbours, is taken for renamed: its
 * edits are told under the new id.
 * Owner: the job; both documents must live as long. Errors: GP_NO_MEMORY. Cost: O(length of both),
 * and O(n log n) of what differs. */
GP_API gp_status gp_find_edits(gp_job *job, const gp_document *old_document,
                               const gp_document *new_document, const gp_edits **out);

/* Reads a document once more, with options->changes: no file is opened. `variant` (or NULL) gets
 * the document as it then is. The job gets the sources of the document's job by the same numbers;
 * that job must live as long.
 * Owner: the job. Errors: as gp_read_text. Cost: what the tables of records take. */
GP_API gp_status gp_read_variant(gp_job *job, const gp_document *document,
                                 const gp_read_options *options, const gp_portfolio **out,
                                 const gp_document **variant);

/* OLD with some of the edits between it and another made; is_applied: by edit. With none it is OLD,
 * with all it is the other, but for keys of the user's own. Where part of the edits is made, what
 * records may name stays or is there already: dimensions, segments, situations and scenarios.
 * Requirements on a record that is removed go with it; a parent that is not there does not count.
 * Records that edits are about come last. The document and the edits must live as long.
 * Owner: the job. Errors: as gp_read_text. Cost: the first of many takes what the tables of records
 * take; each then a copy of what they made. Several threads may ask. */
GP_API gp_status gp_read_subset(gp_job *job, const gp_document *old_document, const gp_edits *edits,
                                const bool *is_applied, const gp_read_options *options,
                                const gp_portfolio **out);

/* The document with the changes of some measures made, in this order: of measures of the file
 * their `changes`, of automatic ones what their kind says. `portfolio` is that of the document,
 * which the candidates are about. `variant` (or NULL) gets the document as it then is. Owner: the
 * job. Errors: as gp_read_variant. */
GP_API gp_status gp_read_candidates(gp_job *job, const gp_document *document,
                                    const gp_portfolio *portfolio,
                                    const gp_candidate *const *candidates, uint32_t count,
                                    const gp_read_options *options, const gp_portfolio **out,
                                    const gp_document **variant);

/* The line that a place stands on, to show it with a caret: at most `width` code points around
 * the place, tabs and control characters as blanks. *column is where in it the place is, in
 * code points from 0. *line is NULL when the line is not to be had: no place, the file is gone or
 * has changed since it was read. Errors: GP_NO_MEMORY.
 * Owner: the job; the line lives until the next call. Cost: for places in the order of a file,
 * one walk over that file for all of them together. */
GP_API gp_status gp_source_excerpt(gp_job *job, gp_place place, size_t width, const char **line,
                                   size_t *column);

/* ---- writing: files ---- */

/* Why the system refused (an errno), in our own words: strerror speaks the language of the locale.
 * Owner: static. */
GP_API const char *gp_system_words(int problem, gp_language language);

/* Writes a file whole or not at all: to a temporary file beside it, which takes its place when
 * all is on disk. An existing file keeps its permissions, a symbolic link keeps pointing at
 * what it points at; a pipe or a device gets the bytes as they are. "-" is refused.
 * Errors: GP_IO (GP802), GP_NO_MEMORY. */
GP_API gp_status gp_write_file(gp_job *job, const char *path, const char *bytes, size_t size);

/* Bytes and the file that they are for. */
typedef struct gp_named_bytes {
    const char *path, *bytes;
    size_t size;
} gp_named_bytes;

/* Writes several files, each as gp_write_file does, all or none: where one cannot be written, the
 * others are as they were before. The paths are different files. Errors: as gp_write_file. */
GP_API gp_status gp_write_files(gp_job *job, const gp_named_bytes *files, size_t count);

/* ---- formats of portfolio files ---- */

#define GP_EXTENSIONS_MAX 4

/* A format that portfolios are read from, or written to. */
typedef struct gp_file_format {
    const char *name;                          /* "json": what --from and --to call it */
    const char *title;                         /* "JSON" */
    const char *extensions[GP_EXTENSIONS_MAX]; /* of its files, without the dot; NULL: no more */
    const char *const *parts; /* of a format that can also fill a folder: the files' names without
                                 their extension, NULL after the last; NULL: it cannot */
    bool has_view;            /* it carries a picture: gp_convert_options.boxes say where */
    bool is_plain;            /* it has nothing but a portfolio's: no comments, no layout */
    bool is_partial;          /* it has no place for much of a portfolio */
    const char *comment;      /* what begins a line that is comment, wherever a key may stand on one
                                 of its own; NULL: there are no such lines */
} gp_file_format;

/* The formats in a fixed order, NULL after the last; the one of that name, or with that extension
 * ("ics", "yml"), or NULL; the one that a file of that name would be written in, or NULL.
 * Owner: static. */
GP_API const gp_file_format *gp_file_format_at(size_t index);
GP_API const gp_file_format *gp_find_file_format(const char *name);
GP_API const gp_file_format *gp_file_format_of(const char *path);

/* Whether portfolios can be read from it, and written to it. */
GP_API bool gp_is_read(const gp_file_format *format);
GP_API bool gp_is_written(const gp_file_format *format);

/* The records of a portfolio file, and their keys: for manuals. Texts by gp_language. */
typedef struct gp_file_record {
    const char *title[2];
} gp_file_record;
typedef struct gp_file_key {
    const char *name;
    bool is_required;
    const char *value[2];   /* what may be in it: "date", "explore" | ... */
    const char *summary[2]; /* what it is for */
} gp_file_key;

/* The records in a fixed order, and the keys of one; false past the last. Owner: static. */
GP_API bool gp_describe_record(size_t index, gp_file_record *out);
GP_API bool gp_describe_key(size_t record, size_t index, gp_file_key *out);

/* How a portfolio is written; NULL: the defaults, as is zero. */
typedef struct gp_convert_options {
    const char *format;   /* as gp_find_file_format has it; NULL: JSON */
    gp_language language; /* of the words that a format adds itself, such as headings */
    const char *part;     /* one of the format's parts; NULL: all in one */
    char separator;       /* CSV: between cells; 0: as the language has it, ',' or ';' */
    gp_box_places boxes;  /* of a format that has a view: where boxes stand; count 0: no view */
} gp_convert_options;

/* ---- writing: formats ---- */

/* Bytes for a file or a terminal, UTF-8, with a NUL after them; they live as long as the job. */
typedef struct gp_output {
    const char *text;
    size_t size;
} gp_output;

typedef enum gp_format {
    GP_FORMAT_TEXT,  /* for people: aligned tables, at most 80 columns where the ids allow it */
    GP_FORMAT_JSON,  /* docs/output.md: keys are added, never renamed */
    GP_FORMAT_CSV,   /* RFC 4180; cells that a spreadsheet would run are made harmless */
    GP_FORMAT_SARIF, /* findings only, as are the next two: SARIF 2.1.0 */
    GP_FORMAT_JUNIT,
    GP_FORMAT_GITHUB,   /* workflow commands */
    GP_FORMAT_MARKDOWN, /* compare: for the comment of a merge request */
    GP_FORMAT_COUNT
} gp_format;

#define GP_FAIL_NEVER 3 /* above every gp_severity */

/* The page about a finding's code: what it means, paragraphs with an empty line between; NULL:
 * none. */
typedef const char *gp_explain(uint16_t code, gp_language language);

/* Checks that are only made when they are asked for: a rule that was not run is skipped, not
 * passed. */
enum gp_skipped_checks { GP_NO_CATALOGUE = 1, GP_NOT_STRICT = 2 };

/* Takes bytes of an answer as they come; remembers itself whether it could. */
typedef void gp_sink(void *object, const char *bytes, size_t size);

/* Findings that are known, of a baseline (groeipad/baseline.h), and so not among those of the job.
 */
typedef struct gp_known {
    const char *file;
    const gp_finding *findings;
    const char *const *reasons; /* one each, or NULL */
    uint32_t count;
} gp_known;

/* How results are written; NULL: the defaults. Zero-initialised: English text without colour,
 * nothing left out. */
typedef struct gp_write_options {
    gp_format format;
    gp_language language;
    bool has_color;            /* text: with terminal colours */
    uint32_t finding_limit;    /* text: at most so many findings of one code; 0: all */
    uint16_t width;            /* text: columns that it may take; 0: 80 */
    const gp_portfolio *named; /* findings as text: things go by their names in here; NULL: ids */
    const char *columns;       /* plan, gaps, boards, leverage as text and CSV: these, with commas
                                * between, by the titles that CSV has; NULL: as usual */
    const char *sort;          /* the same: rows by these columns, "-" before one: the most first */
    uint32_t row_limit;        /* leverage as text: at most so many rows of a list; 0: all */
    uint8_t fail_on;           /* JUnit: findings from this gp_severity on are failures */
    char separator;            /* CSV: between cells; 0: as the language has it, ',' or ';' */
    uint16_t told_code;        /* gp_write_findings: not this code, the answer itself tells it */
    gp_explain *explain;       /* SARIF: the help of each rule; NULL: its title and hint */
    const gp_filter *filter;   /* plan, leverage: only rows of what passes; as text, gaps and boards
                                  tell of it as well; NULL: everything */
    uint8_t skipped_checks;    /* JUnit: gp_skipped_checks that were not asked for */
    const bool *selected_rules; /* JUnit: by the table of rules, those that were asked about; NULL:
                                   all */
    const gp_known *known;      /* check: how many are known, and as SARIF which; NULL: not asked */
    gp_sink *sink; /* plan, fit, trace as JSON: takes all but the end; NULL: all in *out */
    void *sink_object;
    bool tells_shared_once; /* plan as JSON: of critical paths (gp_trace_paths); text: long chains
                             * by their ends and how many steps come between, and of many
                             * scenarios the first and how many others */
} gp_write_options;

/* Edits as a file of changes, in JSON: merged into OLD, it gives NEW. What was renamed is taken out
 * and given anew, and so is a list that cannot be changed entry by entry.
 * Owner: the job. Errors: GP_NO_MEMORY. Cost: O(length of the output), and O(length of OLD). */
GP_API gp_status gp_write_changes(gp_job *job, const gp_edits *edits, gp_output *out);

/* Each of these writes an answer, which you hold already: nothing is asked again here. What the
 * answer was asked of (a schedule, a network, a portfolio) must be the one that is given.
 * Text, JSON and CSV are there for each; gp_write_check has every format. JSON documents end with
 * all findings that the job holds (gp_check adds them).
 * Owner: the job. Errors: GP_INVALID (GP802: the answer is not to be had in that format),
 * GP_NO_MEMORY. Cost: O(V + E), and O(length of the output). */

/* The job's findings, as they are sorted. portfolio: NULL where none could be made. */
GP_API gp_status gp_write_check(gp_job *job, const gp_portfolio *portfolio,
                                const gp_write_options *options, gp_output *out);

/* All activities in order, with their dates. */
GP_API gp_status gp_write_plan(gp_job *job, const gp_schedule *schedule,
                               const gp_write_options *options, gp_output *out);

/* One activity: what it rests on, its critical path, and the chains that come next
 * (gp_answer_path). */
GP_API gp_status gp_write_path(gp_job *job, const gp_schedule *schedule, const gp_path_answer *path,
                               const gp_write_options *options, gp_output *out);

/* One date, step by step to its root (gp_explain_date). */
GP_API gp_status gp_write_why(gp_job *job, const gp_schedule *schedule, const gp_reasons *reasons,
                              const gp_write_options *options, gp_output *out);

/* Clashes, the worst first (gp_find_clashes); drag and remedies null or absent for those that are
 * not helped. CSV has the best remedy only. */
GP_API gp_status gp_write_clashes(gp_job *job, const gp_schedule *schedule,
                                  const gp_clashes *clashes, const gp_write_options *options,
                                  gp_output *out);

/* What is missing, unplanned, out of reach, unfounded, premature, forgotten (gp_find_gaps). */
GP_API gp_status gp_write_gaps(gp_job *job, const gp_portfolio *portfolio, const gp_gaps *gaps,
                               const gp_write_options *options, gp_output *out);

/* The capability map (gp_find_map): which level is there on a day, against what is asked. CSV has a
 * row for each capability and day. */
GP_API gp_status gp_write_map(gp_job *job, const gp_portfolio *portfolio, const gp_map *map,
                              const gp_write_options *options, gp_output *out);

/* The three boards, what each asks of the capabilities (gp_find_boards), and the load of the plan
 * (gp_find_load). CSV: the boards only. */
GP_API gp_status gp_write_boards(gp_job *job, const gp_schedule *schedule, const gp_boards *boards,
                                 const gp_load *load, const gp_write_options *options,
                                 gp_output *out);

/* The portfolio's scenarios side by side (gp_compare_scenarios); of a narrowed one that one. */
GP_API gp_status gp_write_scenarios(gp_job *job, const gp_portfolio *portfolio,
                                    const gp_scenarios *scenarios, const gp_write_options *options,
                                    gp_output *out);

/* Need against experience per dimension and context, and what the interventions do about it
 * (gp_find_fits). */
GP_API gp_status gp_write_fit(gp_job *job, const gp_schedule *schedule, const gp_fits *fits,
                              const gp_write_options *options, gp_output *out);

/* The interventions that apply for a segment in a situation, and whether they can be used
 * (gp_find_library). */
GP_API gp_status gp_write_library(gp_job *job, const gp_portfolio *portfolio,
                                  const gp_library *library, const gp_write_options *options,
                                  gp_output *out);

/* Every gap followed down to the decision that comes first (gp_trace_gaps). */
GP_API gp_status gp_write_trace(gp_job *job, const gp_schedule *schedule, const gp_traces *traces,
                                const gp_write_options *options, gp_output *out);

/* The white paper's steps as a checklist, each with its evidence. advice: GP_ADVICE_COUNT of them,
 * as gp_find_advice gives them. */
GP_API gp_status gp_write_advice(gp_job *job, const gp_portfolio *portfolio,
                                 const gp_advice *advice, const gp_write_options *options,
                                 gp_output *out);

/* How much rests on each capability, the most first (gp_find_leverage), and the shape of what has
 * to be done (gp_find_structure). CSV: the capabilities only. */
GP_API gp_status gp_write_leverage(gp_job *job, const gp_network *network,
                                   const gp_leverages *leverages, const gp_structure *structure,
                                   const gp_write_options *options, gp_output *out);

/* What moved between two versions, and why (gp_compare). Also as Markdown for a merge request; as
 * SARIF, JUnit and GitHub's commands its findings, which are then those of the job.
 * tells_shared_once: text: long lists by their first rows. */
GP_API gp_status gp_write_comparison(gp_job *job, const gp_comparison *comparison,
                                     const gp_write_options *options, gp_output *out);

/* What comes of several values (gp_find_sweep): a row for each. Also as Markdown. */
GP_API gp_status gp_write_sweep(gp_job *job, const gp_portfolio *portfolio, const gp_sweep *sweep,
                                const gp_write_options *options, gp_output *out);

/* How sure the dates are (gp_answer_risk). A filter leaves out interventions and steps; row_limit
 * holds for each list of the text. */
GP_API gp_status gp_write_risk(gp_job *job, const gp_schedule *schedule,
                               const gp_risk_answer *answer, const gp_write_options *options,
                               gp_output *out);

/* The cheapest measures that make all dates (gp_find_repair). document: what was read, for the
 * changes of each measure. Also as Markdown. */
GP_API gp_status gp_write_repair(gp_job *job, const gp_document *document, const gp_repair *repair,
                                 const gp_write_options *options, gp_output *out);

/* The chosen measures as one file of changes, in JSON: merged into the document it gives the
 * portfolio of gp_repair.after. Owner: the job. Errors: as gp_read_candidates. */
GP_API gp_status gp_write_repair_changes(gp_job *job, const gp_document *document,
                                         const gp_repair *repair, gp_output *out);

/* Every date explained (gp_tell_stories), as JSON: {"whys": [{"order", "start", "after", "ready",
 * "steps"}]}. `order` is that of the plan; the first so many are the stories of its activities, in
 * that order; `after` is an index in this list. */
GP_API gp_status gp_write_stories(gp_job *job, const gp_schedule *schedule,
                                  const gp_stories *stories, gp_language language, gp_output *out);

/* What rests on what, as JSON: {"links": [{"from", "to", "lag", "from_start", "step", "spare"}]}:
 * places in the order of the plan; lag: there is one; step: from level to level; spare: an
 * alternative that was not chosen. */
GP_API gp_status gp_write_links(gp_job *job, const gp_schedule *schedule, gp_output *out);

/* When each intervention is live (gp_find_lives): JSON and CSV. */
GP_API gp_status gp_write_lives(gp_job *job, const gp_schedule *schedule, const gp_lives *lives,
                                const gp_write_options *options, gp_output *out);

/* One question about the network (gp_answer_query). */
GP_API gp_status gp_write_query(gp_job *job, const gp_schedule *schedule,
                                const gp_query_answer *answer, const gp_write_options *options,
                                gp_output *out);

/* The JSON document of a command that has no portfolio to talk about: findings only. */
GP_API gp_status gp_write_no_portfolio(gp_job *job, const char *command, gp_language language,
                                       gp_output *out);

/* Writes a portfolio in a format: what gp_read_document gave, and the dates for a format that
 * shows dates (schedule may be NULL: such a format then leaves them out). What the format cannot
 * hold becomes a finding (GP120) with its place.
 * Owner: the job. Errors: GP_NO_MEMORY, GP_INTERNAL (no such format). Cost: O(length). */
GP_API gp_status gp_convert(gp_job *job, const gp_document *document, const gp_portfolio *portfolio,
                            const gp_schedule *schedule, const gp_convert_options *options,
                            gp_output *out);

typedef enum gp_finding_choice {
    GP_FINDINGS_ALL,
    GP_FINDINGS_PRESSING,      /* what the reader found, and errors: for answers about reading */
    GP_FINDINGS_ERRORS,        /* where there is no answer: why not */
    GP_FINDINGS_OF_OPTIONS,    /* which options would use more of a file: GP129 */
    GP_FINDINGS_OF_CONVERSION, /* what is left out of a file, or would be: GP111, GP120 to GP129 */
    GP_FINDINGS_OF_RISK, /* what draws found, and GP129: GP701, GP704; only `risk` knows them */
    GP_FINDINGS_NONE
} gp_finding_choice;

/* Findings as text, each with its source line and a caret; empty where there are none. Errors:
 * GP_INVALID (GP802: a format that is not text), GP_NO_MEMORY. */
GP_API gp_status gp_write_findings(gp_job *job, gp_finding_choice choice,
                                   const gp_write_options *options, gp_output *out);

/* How many findings there are besides those of a choice, as "4 errors, 12 warnings"; empty where
 * there are none. Errors: GP_NO_MEMORY. */
GP_API gp_status gp_write_finding_counts(gp_job *job, gp_finding_choice besides,
                                         const gp_write_options *options, gp_output *out);

#ifdef __cplusplus
}
#endif
#endif
