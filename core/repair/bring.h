/* SPDX-License-Identifier: MIT
 * Records that only a measure has. Private to core/repair. */
#ifndef GP_REPAIR_BRING_H
#define GP_REPAIR_BRING_H

#include "core/repair/own.h"

/* Numbers the activities of a world; those of records that the whole does not have are appended.
 * What an earlier measure brought in the very same way is shared with it, else the measure gets its
 * own. Errors: GP_NO_MEMORY. Cost: O(V + E), and O(what others brought). */
gp_status gp_bring(gp_whole *whole, gp_world *world, const gp_owns *owns, gp_own *own);

#endif
