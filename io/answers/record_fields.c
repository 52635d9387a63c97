/* SPDX-License-Identifier: MIT
 * What each row of a table of fields says of its record. */
#include "io/answers/record_fields.h"
#include "io/answers/record_keys.h"

static gp_record_keys keys_of(const gp_answer *answer, const void *record)
{
    uint32_t symbol = *(const uint32_t *)record;
    if (answer->network) symbol = answer->network->activities[symbol].symbol;
    return gp_keys_of(answer->portfolio, symbol);
}

gp_value gp_owner_of(gp_answer *answer, const void *record)
{
    return (gp_value){.text = keys_of(answer, record).owner};
}

gp_value gp_stage_of(gp_answer *answer, const void *record)
{
    return (gp_value){.text = keys_of(answer, record).stage};
}

gp_value gp_status_of(gp_answer *answer, const void *record)
{
    return (gp_value){.text = keys_of(answer, record).status};
}

gp_value gp_tags_of(gp_answer *answer, const void *record)
{
    gp_record_keys keys = keys_of(answer, record);
    uint32_t count = 0;
    while (keys.tags[count]) count++;
    return (gp_value){.list = {.first = keys.tags, .count = count}};
}

gp_value gp_parent_of(gp_answer *answer, const void *record)
{
    return (gp_value){.text = keys_of(answer, record).parent};
}

const gp_field gp_elapsed_fields[] = {
    {"from", "from", GP_DAY_AT(gp_elapsed, from)},
    {"to", "to", GP_DAY_AT(gp_elapsed, to)},
    {"work", "work", GP_DAYS_AT(gp_elapsed, work)},
    {"round_wait", "round_wait", GP_DAYS_AT(gp_elapsed, round_wait)},
    {"cycle_wait", "cycle_wait", GP_DAYS_AT(gp_elapsed, cycle_wait)},
    {"lag", "lag", GP_DAYS_AT(gp_elapsed, lag)},
    {"release_wait", "release_wait", GP_DAYS_AT(gp_elapsed, release_wait)},
    {0},
};
