/* SPDX-License-Identifier: MIT
 * Which parts of an input does a finding rest on? Where a mistake hides one of them, the finding
 * may only be there because of that mistake, and is not made. Every code that an analysis makes
 * has a row: a test looks. */
#include "core/rest.h"

#define OWN GP_PART_RECORD /* holds as long as its own record was read whole */
/* Holds for what rests on no mistake, whatever else there is: lateness only grows with more. */
#define BY_DATES (GP_PART_RECORD | GP_PART_DATES | GP_PART_SETTINGS)

/* Their subject is no record: whatever is in doubt of any that they name. */
#define OF_RISKS                                                                                   \
    (GP_PART_RISKS | GP_PART_IDS | GP_PART_REQUIREMENTS | GP_PART_INTERVENTIONS | GP_PART_STEPS)

typedef struct row {
    uint16_t code, parts;
} row;

static const row rows[] = {
    {110, OWN},
    {114, OWN},
    {115, GP_PART_IDS},
    {201, GP_PART_IDS},
    {202, OWN},
    {203, OWN},
    {204, OWN | GP_PART_REQUIREMENTS},
    {205, OWN | GP_PART_REQUIREMENTS | GP_PART_INTERVENTIONS},
    {206, OWN | GP_PART_IDS},
    {207, OWN},
    {208, OWN},
    {209, OWN | GP_PART_IDS},
    {210, OWN | GP_PART_MEASUREMENTS},
    {301, BY_DATES},
    {302, BY_DATES},
    {303, BY_DATES},
    {304, BY_DATES},
    {305, BY_DATES},
    {306, BY_DATES},
    {307, OWN | GP_PART_SETTINGS},
    {308, BY_DATES},
    {309, BY_DATES},
    {310, BY_DATES},
    {311, OWN},
    {312, BY_DATES},
    {401, BY_DATES | GP_PART_INTERVENTIONS},
    {402, BY_DATES},
    {403, OWN | GP_PART_TERMS},
    {404, GP_PART_INTERVENTIONS | GP_PART_TERMS},
    {405, GP_PART_INTERVENTIONS},
    {406, BY_DATES},
    {407, BY_DATES},
    {408, OWN},
    {409, OWN | GP_PART_REQUIREMENTS | GP_PART_TERMS},
    {410, OWN},
    {411, OWN | GP_PART_TERMS | GP_PART_IDS},
    {501, GP_PART_INTERVENTIONS | GP_PART_MEASUREMENTS | GP_PART_TERMS},
    {502, OWN | GP_PART_MEASUREMENTS | GP_PART_TERMS},
    {503, OWN | GP_PART_MEASUREMENTS | GP_PART_TERMS},
    {504, BY_DATES | GP_PART_MEASUREMENTS | GP_PART_INTERVENTIONS | GP_PART_TERMS},
    {505, GP_PART_MEASUREMENTS | GP_PART_TERMS},
    {506, OWN | GP_PART_INTERVENTIONS | GP_PART_TERMS},
    {507, OWN | GP_PART_MEASUREMENTS | GP_PART_TERMS},
    {701, BY_DATES},
    {702, OF_RISKS},
    {703, OF_RISKS},
    {704, BY_DATES},
};

unsigned gp_parts_of(uint16_t code)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].code == code) return rows[i].parts;
    return 0;
}
