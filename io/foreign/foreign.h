/* SPDX-License-Identifier: MIT
 * Files that are no portfolio in any format that is read: what are they, and how does one get from
 * them to one that is? Each part here looks at the first bytes only. */
#ifndef GP_FOREIGN_H
#define GP_FOREIGN_H

#include "io/files/input.h"
#include "io/record/record.h"

/* What a file is ("a plan of MS Project (.mpp)"), and what its owner can do. */
typedef struct gp_foreign {
    gp_argument what, way;
    const char *suggestion; /* the nearest right thing; or NULL */
    gp_spot spot;           /* where it shows; line 0: it is no text */
} gp_foreign;

/* These say whether the bytes (a NUL follows) are foreign, and what. Each costs O(size). */

/* No text at all, whatever the file is called: archives, documents, other encodings. */
bool gp_is_foreign_binary(const char *bytes, size_t size, gp_foreign *out);

/* Text that begins as a known format does that is not read. */
bool gp_is_foreign_text(const char *text, gp_foreign *out);

/* XML with a root that no reader knows; with `is_own`, also one that a reader would know in its
 * right namespace. Errors: GP_NO_MEMORY. */
gp_status gp_is_foreign_xml(gp_job *job, const char *text, bool is_own, bool *is_foreign,
                            gp_foreign *out);

typedef enum gp_foreign_verdict {
    GP_NOT_FOREIGN,
    GP_FOREIGN,
    GP_UNDECIDED /* no key of ours so far, and the object does not end in this text */
} gp_foreign_verdict;

/* Is a text in a format that is read, such as JSON, somebody else's? Errors: GP_NO_MEMORY. */
typedef gp_status gp_judge_text(gp_job *job, const char *text, gp_foreign_verdict *verdict,
                                gp_foreign *out);

/* JSON that is no object, or whose keys are not a portfolio's. */
gp_judge_text gp_judge_foreign_json;

/* Reports an input that is foreign (GP805): no portfolio comes of it. Errors: GP_NO_MEMORY. */
gp_status gp_refuse_foreign(gp_records *records, const gp_input *input, const gp_foreign *foreign);

#endif
