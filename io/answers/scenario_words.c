/* SPDX-License-Identifier: MIT
 * How scenarios and what they share are called in formats. */
#include "io/answers/scenario_words.h"
#include "io/answers/called.h"

const char *gp_robustness_key(uint8_t robustness)
{
    static const char *const keys[] = {"not-asked", "option", "no-regret"};
    return keys[robustness];
}

const char *gp_future_id(const gp_portfolio *portfolio, const gp_future *future)
{
    return portfolio->scenarios.terms[future->scenario].id;
}

const char *gp_future_called(const gp_portfolio *portfolio, const gp_future *future)
{
    return gp_term_called(&portfolio->scenarios.terms[future->scenario]);
}
