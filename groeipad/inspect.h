/* SPDX-License-Identifier: MIT
 *
 * What is in a file of others? What there is by type, what each becomes with the options of the
 * reading, and which options would make more of it. */
#ifndef GROEIPAD_INSPECT_H
#define GROEIPAD_INSPECT_H

#include "groeipad/io.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Things of one type that become the same. */
typedef struct gp_inventory_row {
    const char *part; /* "element", "relation", "record", "setting", "property", "other" */
    gp_words type;    /* as the file calls it; of parts that have no name there, our words */
    uint32_t count;
    const char *becomes; /* "capability", "requirement", a key such as "lead_time"; NULL: nothing */
    gp_words why;        /* why nothing; in[0] NULL: it becomes something */
    const char *examples; /* of properties: a few values, cut; or NULL */
} gp_inventory_row;

/* Options that would make more of the files, on a command line. The import was tried with them. */
typedef struct gp_proposal {
    const char *options; /* "--relation-type Serving,Triggering" */
    const char *file;    /* it was tried with this file alone; NULL: with all there are */
    uint32_t interventions, capabilities, requirements;
} gp_proposal;
#define GP_PROPOSALS_MAX 3

typedef struct gp_inspected_file {
    const char *name;
    const char *format;  /* of gp_file_format; NULL: it is none that is read */
    const char *version; /* of the format, where it is an older one; or NULL */
} gp_inspected_file;

typedef struct gp_inventory {
    const gp_inspected_file *files;
    uint32_t file_count;
    const gp_inventory_row *rows; /* by part, and in the order of the files */
    uint32_t row_count;
    const gp_proposal *proposals; /* the best first */
    uint32_t proposal_count;
    const gp_portfolio *portfolio; /* what comes of it; NULL: errors stand in the way */
    bool is_readable;              /* else nothing after the first error was read */
    bool has_date; /* a status date is given; else the dates of `portfolio` say nothing */
} gp_inventory;

/* Reads files as gp_read_files does and says what is in them. What is wrong with them is findings
 * of the job; the answer is there also where no portfolio can be made.
 * Owner: the job. Errors: GP_IO (a file cannot be read at all), GP_WRONG_OPTION, GP_NO_MEMORY.
 * Cost: that of reading, a few times where options are tried. */
GP_API gp_status gp_inspect(gp_job *job, const char *const *names, size_t count,
                            const gp_read_options *options, gp_inventory *out);

/* Writes the answer. Text, JSON and CSV. Errors: as the writers in groeipad/io.h. */
GP_API gp_status gp_write_inspect(gp_job *job, const gp_inventory *inventory,
                                  const gp_write_options *options, gp_output *out);

#ifdef __cplusplus
}
#endif
#endif
