/* SPDX-License-Identifier: MIT
 * The parts of a report: a row each, made by what the commands use. Private to report. */
#ifndef GP_REPORT_PARTS_H
#define GP_REPORT_PARTS_H

#include "groeipad/report.h"

typedef struct gp_part_row {
    const char *name; /* what the page asks for */
    gp_status (*make)(gp_job *job, const gp_report *report, const struct gp_part_row *row,
                      gp_output *out);
    bool (*is_there)(const gp_report *report); /* NULL: always */
    gp_language language;
    gp_format format;
    bool tells_findings; /* those of the job that makes it */
} gp_part_row;

/* The two tables; a row without a name ends each. */
extern const gp_part_row gp_picture_parts[], gp_answer_parts[];

/* The row of a part; NULL: the report has no such part. */
const gp_part_row *gp_find_part(const gp_report *report, const char *name);

/* Whether the report has what a row needs. */
static inline bool gp_has_risk(const gp_report *report)
{
    return report->risk != NULL;
}

static inline bool gp_has_repair(const gp_report *report)
{
    return report->repair != NULL;
}

static inline bool gp_has_comparison(const gp_report *report)
{
    return report->comparison != NULL;
}

static inline bool gp_has_changes(const gp_report *report)
{
    return report->unchanged != NULL;
}

/* A row for each language. */
#define GP_IN_BOTH(name, ending, its_format, make, is_there)                                       \
    {name ".en" ending, make, is_there, GP_ENGLISH, its_format, false},                            \
    {                                                                                              \
        name ".nl" ending, make, is_there, GP_DUTCH, its_format, false                             \
    }

#endif
