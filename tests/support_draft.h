/* SPDX-License-Identifier: MIT
 * Portfolios for tests, without a file: records by hand, requirements in a short notation. */
#ifndef GP_TESTS_SUPPORT_DRAFT_H
#define GP_TESTS_SUPPORT_DRAFT_H

#include "groeipad/draft.h"
#include "groeipad/plan.h"

#define DAYS(n) ((gp_duration){.days = (n), .unit = GP_DURATION_CALENDAR})
#define MONTHS(n) ((gp_duration){.months = (n), .unit = GP_DURATION_CALENDAR})
#define WORKDAYS(n) ((gp_duration){.days = (n), .unit = GP_DURATION_WORKDAYS})

/* A draft in the making. Records get line 1, 2, 3 ... as their place. */
typedef struct test_draft {
    gp_job *job;
    gp_draft *draft;
    uint32_t line;
} test_draft;

/* Starts a draft on status date 0 (1970-01-01), with a cycle of 14 days and no rounds. */
void start_test_draft(test_draft *t);

/* Words separated by spaces: "a" "a@2" (level) "a+10d" "a+-10d" (lag, lead) "a!live" "a!start"
 * "a!ready" "a^" (from its start), in this order; "a|b@2" means any of them. Fails the test when
 * something is wrong. */
gp_span test_requires(test_draft *t, const char *text);

/* A capability without dates, and with a lead time of so many days (negative: none known). */
gp_capability test_capability(int32_t lead_days);

/* Adds a record under an id. */
void add_test_capability(test_draft *t, const char *id, gp_capability capability,
                         const char *requires);
void add_test_intervention(test_draft *t, const char *id, gp_intervention intervention,
                           const char *requires);

/* An intervention without dates that takes so many days. */
gp_intervention test_intervention(gp_stage stage, int32_t days);

/* A copy of an object that lives as long as the draft's job. */
void *test_keep(test_draft *t, const void *object, size_t size);

/* Finishes the draft; fails the test when it has errors. */
const gp_portfolio *finish_test_draft(test_draft *t);

/* The network of the finished draft. */
const gp_network *test_network(test_draft *t);

/* Names from every corner of Unicode, markup, and bytes that are no text. */
enum { TEST_HOSTILE_NAMES = 11 };
extern const char *const test_hostile_names[TEST_HOSTILE_NAMES];

/* Adds interventions and capabilities of every kind of demand, in one of three orders: what comes
 * of them may not depend on it. */
enum { TEST_ORDERS = 3 };
void add_test_records_in_order(test_draft *t, size_t order);

/* The same numbers in every run. */
uint32_t test_random(uint64_t *state, uint32_t below);

#endif
