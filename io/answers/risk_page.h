/* SPDX-License-Identifier: MIT
 * The parts of `risk` as text. A planner who never heard of Monte Carlo reads it: so chances are in
 * percent, and every list says in words what its numbers are. Private to io. */
#ifndef GP_RISK_PAGE_H
#define GP_RISK_PAGE_H

#include "core/job.h"
#include "groeipad/io.h"
#include "io/answers/table.h"

/* What is being written, and where. */
typedef struct gp_risk_page {
    gp_job *job;
    gp_buffer *buffer;
    const gp_network *network;
    const gp_portfolio *portfolio;
    const gp_schedule *schedule;
    const gp_risk_answer *answer;
    const gp_write_options *options;
    gp_language language;
    const gp_risk_live **lives; /* those that are shown, the least sure first */
    uint32_t live_count;
    uint32_t limit; /* of rows of each list */
} gp_risk_page;

/* Picks what is shown, and puts it in order. Errors: GP_NO_MEMORY. */
gp_status gp_order_lives(gp_risk_page *page);

/* Whether nothing varies, and all is as in the plan. */
bool gp_is_plan(const gp_risk_answer *answer);
bool gp_is_certain(const gp_risk_live *live);

/* Whether something varies, and yet all of several draws are live on one day that is known. */
bool gp_is_by_chance_one_day(const gp_risk_page *page, const gp_risk_live *live);

/* Are the draws of which the date can only be later those that the calendar has no day for? Else
 * something is unknown. */
bool gp_is_beyond_calendar(const gp_risk_live *live);

/* Whether the page has the chance of the planned date, and that of a set. */
bool gp_tells_plan_chance(const gp_risk_live *live);
bool gp_tells_together(const gp_risk_page *page, const gp_risk_together *set);

/* The parts, in the order of the page. */
gp_status gp_add_risk_sentences(gp_risk_page *page);
gp_status gp_add_risk_lives(gp_risk_page *page);
gp_status gp_add_risk_mitigated(gp_risk_page *page);
gp_status gp_add_risk_together(gp_risk_page *page);
gp_status gp_add_risk_merges(gp_risk_page *page);
gp_status gp_add_risk_steps(gp_risk_page *page);
gp_status gp_add_risk_decisions(gp_risk_page *page);
gp_status gp_add_risk_effects(gp_risk_page *page);
gp_status gp_add_risk_findings(gp_risk_page *page);

/* "23 %", "<1 %", ">99 %"; "-" where it is unknown (negative). In a sentence "less than 1 %".
 * Owner: the job; NULL when memory ran out, as below. */
const char *gp_percent_text(gp_risk_page *page, double share);
const char *gp_chance_text(gp_risk_page *page, double share);

/* "10,000"; "2.5", "48" and "10,000" days: with a decimal below ten. */
const char *gp_thousands_text(gp_risk_page *page, int64_t number);
const char *gp_mean_text(gp_risk_page *page, double days);

/* How an intervention is called, and in a table. */
const char *gp_live_called(gp_risk_page *page, uint32_t intervention);
const char *gp_live_cell(gp_risk_page *page, uint32_t intervention);

/* gp_add_wrapped of a sentence, which does not break before a percent sign; and gp_add_line. */
void gp_wrap_risk_sentence(gp_risk_page *page, const char *text, size_t indent, size_t hang);
void gp_add_risk_line(gp_risk_page *page, size_t indent, size_t hang, const char *pattern,
                      const char *const *values);

/* A heading after an empty line, and below it what the numbers are (NULL: nothing). */
void gp_add_risk_heading(gp_risk_page *page, const char *heading, const char *words);

/* A table, and how many rows it has of how many. */
void gp_add_risk_table(gp_risk_page *page, const gp_table *table, uint32_t shown, uint32_t count);
void gp_add_risk_cut(gp_risk_page *page, uint32_t shown, uint32_t count);

#endif
