/* SPDX-License-Identifier: MIT
 * What a thing says when one points at it. Private to render. */
#ifndef GP_TOOLTIP_H
#define GP_TOOLTIP_H

#include "core/job.h"
#include "groeipad/plan.h"

/* Appends the tooltip of an activity: name, id, dates, float, what fixed the date; one line
 * each. */
void gp_add_tooltip(gp_buffer *buffer, const gp_schedule *schedule, gp_language language,
                    uint32_t activity);

#endif
