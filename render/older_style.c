/* SPDX-License-Identifier: MIT
 * How ghosts, arrows of days, signs and badges look; what did not change is fainter. */
#include "render/older.h"

static const gp_style_rule rules[] = {{".badge", GP_COLOUR_PAGE, GP_COLOUR_INK},
                                      {".ghost", GP_COLOUR_NONE, GP_COLOUR_MUTED},
                                      {".shift,.became", GP_COLOUR_NONE, GP_COLOUR_INK},
                                      {".shift-tip", GP_COLOUR_INK, GP_COLOUR_INK}};

const gp_style gp_older_style = {.rules = rules,
                                 .rule_count = sizeof rules / sizeof *rules,
                                 .shapes = ".ghost,.shift,.became{fill:none}\n"
                                           ".ghost,.badge{stroke-width:1px}\n"
                                           ".shift{stroke-width:1.4px}\n"
                                           ".shift-tip{stroke-width:.6px;stroke-linejoin:round}\n"
                                           ".became{stroke-width:2px}\n"
                                           ".same .shape{fill-opacity:.4}\n"};
