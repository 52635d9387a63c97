/* SPDX-License-Identifier: MIT
 * Finds the page of a finding code. A line of the terminal says what is wrong; the page says
 * why that matters to a planner, and shows the smallest portfolio that has the problem. The
 * pages are checked by tests/cli/test_explanations.c: every example triggers its own code. */
#include "cli/explanations.h"

static const cli_page *find_page(const cli_page *pages, size_t count, uint16_t code)
{
    for (size_t i = 0; i < count; i++)
        if (pages[i].code == code) return &pages[i];
    return NULL;
}

const char *cli_explanation(uint16_t code, gp_language language)
{
    const cli_page *page = find_page(cli_file_pages, cli_file_page_count, code);
    if (!page) page = find_page(cli_plan_pages, cli_plan_page_count, code);
    if (!page) page = find_page(cli_scenario_pages, cli_scenario_page_count, code);
    if (!page) page = find_page(cli_board_pages, cli_board_page_count, code);
    if (!page) page = find_page(cli_fit_pages, cli_fit_page_count, code);
    if (!page) page = find_page(cli_compare_pages, cli_compare_page_count, code);
    if (!page) page = find_page(cli_picture_pages, cli_picture_page_count, code);
    if (!page) page = find_page(cli_risk_pages, cli_risk_page_count, code);
    if (!page) page = find_page(cli_measure_pages, cli_measure_page_count, code);
    return page ? page->text[language] : NULL;
}
