/* SPDX-License-Identifier: MIT
 * By when must a capability be identified, and is that still possible? Private to core. */
#ifndef GP_IDENTIFY_H
#define GP_IDENTIFY_H

#include "core/own_dates.h"

/* Has somebody identified what the activity brings, on the status date? */
bool gp_is_identified(const gp_network *network, uint32_t activity);

/* The verdict on a capability's identify-by date, seen from an intervention (an activity) that
 * rests on it: its own date counts, whatever others press for. */
gp_identify gp_judge_identify(gp_own_dates *own, uint32_t intervention, uint32_t activity);

#endif
