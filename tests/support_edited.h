/* SPDX-License-Identifier: MIT
 * Random pairs of portfolios and the edits between them: OLD is a random portfolio, and an edit
 * takes something from another one, under the same ids: a key, a requirement, an entry of `levels`,
 * a whole record, a setting. */
#ifndef GP_TESTS_SUPPORT_EDITED_H
#define GP_TESTS_SUPPORT_EDITED_H

#include "groeipad/compare.h"
#include "tests/support_random.h"

#define EDITED_MAX 24 /* edits */

typedef struct edited {
    generator old, donor;
    const gp_portfolio *from, *to; /* of the two generators; `to` is what edits take from */
    gp_edit edits[EDITED_MAX];
    uint32_t count;
    char ids[EDITED_MAX][8], keys[EDITED_MAX][24];
    const char *requires[EDITED_MAX][8];
    uint64_t seed;
} edited;

/* A pair with at most so many edits. */
void make_edited(edited *e, uint64_t seed, uint32_t most);
void free_edited(edited *e);

/* OLD with part of the edits made; GP_INVALID: it is no portfolio. As gp_variants.make. */
gp_status make_edited_part(void *object, gp_job *job, const bool *is_applied,
                           const gp_portfolio **out);

#endif
