/* SPDX-License-Identifier: MIT
 * From a schedule to the model of what could be decided about it. Private to core/repair. */
#ifndef GP_REPAIR_BUILD_H
#define GP_REPAIR_BUILD_H

#include "core/repair/model.h"

/* Makes the model, and reports what is wrong with measures of the file (GP140 to GP142). Owner: the
 * job; the schedule must live as long, and the model must stay where it is. Errors: GP_INVALID (a
 * measure that cannot be read), GP_NO_MEMORY. Cost: that of reading and planning the portfolio once
 * for each measure of the file, and for each two that change the same. */
gp_status gp_make_repair_model(gp_job *job, const gp_schedule *schedule,
                               const gp_repair_options *options, gp_repair_model *out);

#endif
