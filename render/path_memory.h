/* SPDX-License-Identifier: MIT
 * The layout file: where the boxes of a picture stood, kept as text beside the portfolio so that
 * the next picture can leave them there. Private to render. */
#ifndef GP_PATH_MEMORY_H
#define GP_PATH_MEMORY_H

#include "render/path_picture.h"

/* Reads view->layout_text. Lines that say nothing (of a merge conflict, say) are passed over,
 * and of two places for one box the first holds. Empty text: nothing is known.
 * Errors: GP_INVALID (GP101: it is no layout file, or that of another picture), GP_NO_MEMORY.
 * Cost: O(lines log lines). */
gp_status gp_recall_places(gp_job *job, const gp_path_model *model, gp_memory *out);

/* Tells a box where it was, if that is known and was in this part of the picture. */
void gp_recall_place(const gp_memory *memory, gp_part part, const char *element_id,
                     gp_layout_box *box);

/* Writes where everything stands, one line per box, in the order of their ids. */
gp_status gp_write_places(const gp_path_picture *picture, const char **text, size_t *size);

#endif
