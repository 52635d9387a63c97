/* SPDX-License-Identifier: MIT
 * What makes a finding the same one in another month? Its code, its subject, and those of its
 * arguments that name things: never a count or a date that goes on from day to day, nor words that
 * depend on where the order of a file begins. Every code has a row: a test looks. */
#include "groeipad/job.h"

#define FIRST 1u
#define SECOND 2u
#define THIRD 4u

typedef struct row {
    uint16_t code;
    unsigned arguments; /* bits, by the arguments of the rule */
} row;

static const row rows[] = {
    {101, 0},
    {102, FIRST},
    {103, FIRST},
    {104, FIRST | SECOND},
    {105, FIRST},
    {106, FIRST | SECOND},
    {107, 0}, /* a cycle has no first member */
    {108, FIRST},
    {109, FIRST},
    {110, FIRST},
    {111, FIRST | SECOND},
    {112, FIRST | SECOND},
    {113, FIRST},
    {114, FIRST},
    {115, 0},
    {116, 0},
    {117, FIRST},
    {118, FIRST},
    {119, FIRST | SECOND},
    {120, FIRST | SECOND},
    {122, FIRST | SECOND},
    {123, 0},
    {125, SECOND | THIRD}, /* how many there are is no part of it */
    {126, SECOND | THIRD},
    {127, FIRST | SECOND | THIRD},
    {128, 0},
    {129, SECOND},
    {130, FIRST},
    {140, FIRST | SECOND},
    {141, 0},
    {142, FIRST | SECOND},
    {143, 0}, /* a circle has no first member */
    {150, 0},
    {201, 0}, /* who requires it is the first of many */
    {202, FIRST},
    {203, FIRST},
    {204, 0},
    {205, 0},
    {206, FIRST},
    {207, 0},
    {208, 0},
    {209, 0},
    {210, 0},
    {301, 0}, /* dates slide */
    {302, THIRD},
    {303, SECOND},
    {304, 0},
    {305, 0},
    {306, 0},
    {307, FIRST | THIRD},
    {308, 0},
    {309, FIRST},
    {310, 0},
    {311, 0},
    {312, SECOND},
    {401, 0},
    {402, SECOND},
    {403, 0},
    {404, 0},
    {405, FIRST},
    {406, 0},
    {407, FIRST | SECOND},
    {408, SECOND},
    {409, 0},
    {410, 0},
    {411, 0},
    {501, SECOND},
    {502, 0},
    {503, FIRST | SECOND | THIRD},
    {504, FIRST | SECOND},
    {505, FIRST},
    {506, FIRST | SECOND},
    {507, FIRST},
    {601, 0},
    {602, 0},
    {603, 0},
    {604, 0},
    {605, 0},
    {606, 0},
    {607, 0},
    {701, FIRST},
    {702, 0},
    {703, 0},
    {704, 0},
    {801, 0},
    {802, 0},
    {803, 0},
    {804, 0},
    {805, 0},
    {806, FIRST | SECOND},
    {807, 0},
    {808, 0},
    {901, 0},
    {902, 0},
};

unsigned gp_identity_of(uint16_t code)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].code == code) return rows[i].arguments;
    return GP_NO_IDENTITY;
}
