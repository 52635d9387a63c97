/* SPDX-License-Identifier: MIT
 * The formats of portfolio files, one row each. docs/architecture.md tells how to add one. */
#ifndef GP_FORMATS_H
#define GP_FORMATS_H

#include "io/door.h"
#include "io/foreign/foreign.h"

/* What a writer gets. */
typedef struct gp_conversion {
    gp_job *job;
    const gp_document *document;   /* what the user wrote */
    const gp_portfolio *portfolio; /* the same, checked */
    const gp_schedule *schedule;   /* its dates; NULL where none was asked for */
    const gp_convert_options *options;
    const gp_file_format *format;
} gp_conversion;

/* Does a text that begins with `head` (a NUL follows) look like this format? */
typedef bool gp_sniff(const char *head, size_t size);

/* Reads all of the input and hands it over through io/door.h. Errors: GP_IO, GP_NO_MEMORY; what
 * is wrong in the text itself is findings only. */
typedef gp_status gp_read_format(gp_records *records, gp_input *input);

/* Hands over what could not be made while reading, because it needs all inputs; does nothing where
 * none was in this format. Errors: GP_NO_MEMORY, GP_WRONG_OPTION. */
typedef gp_status gp_end_format(gp_records *records);

/* Writes the document. What the format cannot hold is reported with gp_report_loss. */
typedef gp_status gp_write_format(const gp_conversion *conversion, gp_output *out);

typedef struct gp_format_row {
    gp_file_format facts;
    gp_sniff *sniff;        /* NULL: never guessed */
    bool is_binary;         /* what `sniff` knows is no text in any other format */
    gp_judge_text *judge;   /* NULL: no text in it is somebody else's */
    gp_read_format *read;   /* NULL: it is only written */
    gp_end_format *end;     /* NULL: nothing is left to do after reading */
    gp_write_format *write; /* NULL: it is only read */
} gp_format_row;

/* The row of a name, or else the first one that has it as an extension, in upper or lower case;
 * NULL: none. */
const gp_format_row *gp_find_format_row(const char *name);

/* Is that the name of the format, or one of its extensions? */
bool gp_is_called(const gp_format_row *row, const char *name);

/* The rows in their order; NULL after the last. */
const gp_format_row *gp_format_row_at(size_t index);

/* Does a file of that name have an extension of the format? */
bool gp_has_extension(const gp_format_row *row, const char *name);

/* The format of an input: as asked for, else by the name's extension and how its text begins, else
 * JSON. NULL: the input is no portfolio in any format that is read, which is reported (GP805).
 * Reads the first window. Errors: GP_IO (GP801: nothing reads that format), GP_NO_MEMORY. */
gp_status gp_choose_format(gp_records *records, gp_input *input, const char *name,
                           const char *asked, const gp_format_row **out);

/* Prepares for reading; options that cannot be are refused before a file is opened. Reads what was
 * opened (with this status) in the format that it is in (NULL: in none), and closes it. */
gp_status gp_start_reading(gp_job *job, const gp_read_options *options, gp_records **out);
gp_status gp_read_input(gp_records *records, const char *name, gp_status opened, gp_input *input,
                        const gp_format_row **format);

/* Opens a file of a version, as it is or as git had it. again: the job that has read the same files
 * before, which kept what cannot be read again; or NULL. Errors: as gp_open_input. */
gp_status gp_open_version_file(gp_job *job, const gp_version_files *version, size_t i,
                               const gp_job *again, gp_input *out);

/* The same with what the options change in the files of a version: prepares for reading them; opens
 * one, where what could not be read twice was kept when it was read for its own changes; and when
 * all are read, lets formats and changes hand over what they still have.
 * Errors: as gp_make_overlay, gp_open_input and gp_end_formats. */
gp_status gp_start_version(gp_job *job, const gp_read_options *options,
                           const gp_version_files *version, gp_records **out);
gp_status gp_open_for_reading(gp_records *records, const gp_version_files *version, size_t i,
                              gp_input *out);
gp_status gp_end_reading(gp_records *records);

/* All inputs are read: lets each format hand over what it still has. Errors: GP_NO_MEMORY,
 * GP_WRONG_OPTION. */
gp_status gp_end_formats(gp_records *records);

/* Reports (GP120) that the format has no place for a key. `node` is the value that is left out,
 * `subject` the id of the record that has it, NULL: the portfolio itself. */
gp_status gp_report_loss(const gp_conversion *conversion, const struct cJSON *node,
                         const char *subject, const char *key);

/* Reports that of the whole portfolio the format has no place for this. */
gp_status gp_report_whole_loss(const gp_conversion *conversion, gp_argument what);

/* ---- the formats ---- */

gp_sniff gp_sniff_json, gp_sniff_yaml, gp_sniff_csv;
gp_read_format gp_read_yaml, gp_read_csv;
gp_end_format gp_emit_sheets, gp_emit_archi_lists;
gp_end_format gp_end_asked_types; /* of all formats with types */
gp_write_format gp_write_portfolio_json, gp_write_portfolio_yaml, gp_write_portfolio_csv;

/* The files of a folder of CSV; NULL after the last. */
extern const char *const gp_csv_parts[];

gp_sniff gp_sniff_xlsx;
gp_read_format gp_read_xlsx;
gp_write_format gp_write_portfolio_xlsx;

gp_sniff gp_sniff_mspdi;
gp_read_format gp_read_mspdi;
gp_write_format gp_write_mspdi;

gp_sniff gp_sniff_archimate, gp_sniff_graphml, gp_sniff_dot;
gp_read_format gp_read_archimate, gp_read_graphml, gp_read_dot;
gp_write_format gp_write_archimate, gp_write_graphml, gp_write_dot;
gp_write_format gp_write_mermaid_gantt, gp_write_mermaid_flowchart, gp_write_plantuml,
    gp_write_icalendar;

#endif
