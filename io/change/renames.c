/* SPDX-License-Identifier: MIT
 * stub */
#include "io/change/edits.h"
gp_status gp_find_renames(gp_edit_sources *sources)
{
    (void)sources;
    return GP_OK;
}
