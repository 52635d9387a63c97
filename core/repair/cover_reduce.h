/* SPDX-License-Identifier: MIT
 * What of a cover need not be looked at. Private to core/repair. */
#ifndef GP_COVER_REDUCE_H
#define GP_COVER_REDUCE_H

#include "core/repair/cover_rows.h"

typedef struct gp_reduction {
    bool *is_idle;   /* by cut: whoever has one of another cut has one of this */
    bool *is_beaten; /* by measure: another is no dearer and in all its cuts, or it is in none */
    uint32_t *instead_of; /* by measure that is beaten: the one to take, or GP_NONE */
} gp_reduction;

/* For the least cost where all that is sought must be in time. What is beaten is left out; where
 * ties are settled, only what is in no settled choice. Cost: O(members of cuts x measures of a cut
 * x cuts / 64), a few times. Errors: GP_NO_MEMORY. */
gp_status gp_reduce_cover(gp_job *job, const gp_cover *cover, const bool *is_sought,
                          bool is_settled, gp_reduction *out);

#endif
