/* SPDX-License-Identifier: MIT
 * Edits as text, for tests that compare versions. */
#ifndef GP_TESTS_SUPPORT_EDITS_H
#define GP_TESTS_SUPPORT_EDITS_H

#include "groeipad/io.h"

/* Reads a document from text; fails the test where there is an error. */
const gp_document *read_version(gp_job *job, const char *name, const char *text,
                                const gp_portfolio **portfolio);

/* One line an edit: "changed capability a lead_time "2mo" -> "3mo"", and " (no date)" where no
 * date rests on it. Owner: the job. */
const char *list_edits(gp_job *job, const gp_edits *edits);

#endif
