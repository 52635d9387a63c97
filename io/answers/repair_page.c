/* SPDX-License-Identifier: MIT
 * What the sections of a page of `repair` share. */
#include "io/answers/repair_page.h"
#include "io/answers/called.h"
#include "io/answers/words.h"

void gp_add_repair_heading(gp_repair_page *page, const char *english, const char *dutch)
{
    gp_add_text(page->buffer, "\n");
    gp_add_heading(page->buffer, page->options, gp_say(page->language, english, dutch));
}

uint32_t gp_told_in_repair(const gp_repair_page *page, uint32_t count, uint32_t few)
{
    /* One more is as short as to say that there is one more. */
    return page->options->tells_shared_once && count > few + 1 ? few : count;
}

void gp_tell_left_of_repair(gp_repair_page *page, uint32_t count, size_t indent)
{
    const char *values[] = {gp_number_text(page->job, count)};
    if (count == 0) return;
    gp_add_line(
        page->buffer, indent, 2,
        gp_say(page->language, "and {0} more: --all shows them", "en nog {0}: --all toont ze"),
        values);
}

const char *gp_repair_called(const gp_repair_page *page, uint32_t intervention)
{
    return gp_shortly_called(page->job, page->portfolio,
                             page->portfolio->interventions[intervention].symbol);
}
