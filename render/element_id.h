/* SPDX-License-Identifier: MIT
 * Ids of elements. Private to render. */
#ifndef GP_ELEMENT_ID_H
#define GP_ELEMENT_ID_H

#include "core/job.h"
#include "groeipad/plan.h"

/* Appends an id that is safe and unique in XML, CSS and DOT: letters and digits as they are,
 * other bytes as _xx; a long one ends in a hash. Two underscores never occur. */
void gp_add_element_id(gp_buffer *buffer, const char *id);

/* Appends "__ID" of an activity, and "__LEVEL" where it is a step of a capability. */
void gp_add_activity_id(gp_buffer *buffer, const gp_network *network, uint32_t activity);

#endif
