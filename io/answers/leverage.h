/* SPDX-License-Identifier: MIT
 * What the writers of `leverage` look up in its answer. Private to io. */
#ifndef GP_LEVERAGE_H
#define GP_LEVERAGE_H

#include "groeipad/demand.h"

/* Whether an intervention that rests on the capability belongs to the scenario. */
bool gp_rests_in_scenario(const gp_leverages *all, uint32_t capability, uint32_t scenario);

/* What every chain of an intervention runs through, from far to near. Returns how many there are
 * of the GP_THROUGH_MAX nearest; *is_cut where there are more. */
#define GP_THROUGH_MAX 64
uint32_t gp_list_through(const gp_leverages *all, uint32_t symbol, uint32_t out[GP_THROUGH_MAX],
                         bool *is_cut);

#endif
