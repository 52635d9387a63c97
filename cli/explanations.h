/* SPDX-License-Identifier: MIT
 * The page behind `groeipad explain CODE`. */
#ifndef CLI_EXPLANATIONS_H
#define CLI_EXPLANATIONS_H

#include "groeipad/job.h"

/* What a finding means, why it matters, an example that triggers it, and the mend. Plain text
 * of at most 78 columns that ends in a newline; example lines are indented by four. NULL for a
 * code that has no page. Owner: static. */
const char *cli_explanation(uint16_t code, gp_language language);

/* One page, by gp_language. The pages stand in files of their own, by what they are about. */
typedef struct cli_page {
    uint16_t code;
    const char *text[2];
} cli_page;

extern const cli_page cli_file_pages[]; /* the file itself, and the machine around it */
extern const size_t cli_file_page_count;
extern const cli_page cli_plan_pages[]; /* demand and time */
extern const size_t cli_plan_page_count;
extern const cli_page cli_scenario_pages[]; /* scenarios, and what a catalogue knows */
extern const size_t cli_scenario_page_count;
extern const cli_page cli_board_pages[]; /* the growth model's boards, and modelling */
extern const size_t cli_board_page_count;
extern const cli_page cli_fit_pages[]; /* dimensions */
extern const size_t cli_fit_page_count;

extern const cli_page cli_compare_pages[]; /* what moved between two versions */
extern const size_t cli_compare_page_count;
extern const cli_page cli_picture_pages[]; /* links and images */
extern const size_t cli_picture_page_count;
extern const cli_page cli_risk_pages[]; /* risks and correlations */
extern const size_t cli_risk_page_count;
extern const cli_page cli_measure_pages[]; /* measures */
extern const size_t cli_measure_page_count;

/* The example is the same in both languages: it is JSON. */
#define CLI_PAGE(code_, english, dutch, example, english_mend, dutch_mend)                         \
    {                                                                                              \
        .code = (code_), .text = {                                                                 \
            english "\nExample:\n\n" example "\n" english_mend,                                    \
            dutch "\nVoorbeeld:\n\n" example "\n" dutch_mend                                       \
        }                                                                                          \
    }

#endif
