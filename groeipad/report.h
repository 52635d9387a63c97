/* SPDX-License-Identifier: MIT
 *
 * The report: one HTML page that holds everything, opens from a mail or a share, and asks nothing
 * of a network. What is on it are parts: answers and pictures as the commands write them, so that a
 * number in the page, the JSON and the picture cannot differ.
 *
 *     gp_report report = {.document = document, .schedule = schedule};
 *     gp_output page;
 *     if (gp_write_report(job, &report, GP_DUTCH, &page) == GP_OK)
 *         gp_write_file(job, "report.html", page.text, page.size);
 */
#ifndef GROEIPAD_REPORT_H
#define GROEIPAD_REPORT_H

#include "groeipad/io.h"
#include "groeipad/render.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The results that a page shows. Those that may be NULL are then not on it. */
typedef struct gp_report {
    const gp_document *document;   /* what was read */
    const gp_document *as_written; /* the same without what a scenario changes, which the page makes
                                    * itself; NULL: no scenario is asked for */
    const gp_document *unchanged;  /* what the files say, where changes were asked for (--set): what
                                    * the page saves are all changes to that; NULL: none was */
    const gp_schedule *schedule;   /* of the portfolio that the document is */
    const gp_clashes *clashes;     /* NULL: they are found, without what makes them right */
    const gp_repair *repair;       /* or NULL */
    const gp_risk_answer *risk;    /* or NULL */
    const gp_comparison *comparison; /* with shares, of an older version; or NULL */
    const gp_older *older;           /* the same version, for the pictures; or NULL */
    const char *const *files; /* what they were read from, as the page names it; may be none */
    size_t file_count;
    bool is_fixed;             /* the page does not plan again */
    bool is_status_date_given; /* it is not the file's: the page plans with it again */
} gp_report;

/* The names of the parts that a report has ("plan.csv", "roadmap.nl.svg"), in a fixed order; NULL
 * past the last. Owner: static. */
GP_API const char *gp_report_part_at(const gp_report *report, size_t index);

/* Makes one part. JSON parts have no findings; CSV is in English, with commas.
 * Owner: the job. Errors: GP_WRONG_OPTION (the report has no part of that name; no finding);
 * GP_NO_MEMORY. Cost: that of the answer or picture. */
GP_API gp_status gp_make_report_part(gp_job *job, const gp_report *report, const char *name,
                                     gp_output *out);

/* Writes the page; language: the one in which it opens. The job holds the findings of the
 * portfolio, as they are sorted. Owner: the job. Errors: GP_NO_MEMORY. Cost: that of all parts. */
GP_API gp_status gp_write_report(gp_job *job, const gp_report *report, gp_language language,
                                 gp_output *out);

/* Whether pages can plan again: the library was built where clang, lld and wasi-libc are. */
GP_API bool gp_report_has_engine(void);

#ifdef __cplusplus
}
#endif
#endif
