/* SPDX-License-Identifier: MIT
 * `repair` as text, the certificate: of each cut one must be taken, for with all the others taken
 * an intervention is late. Two look-ups check it: plan with all but a cut, and see that no cheaper
 * choice has one of each. */
#include "io/answers/repair_cut.h"
#include "io/answers/repair_page.h"
#include "io/answers/words.h"

#define CUTS_FEW 5
#define CANDIDATES_FEW 3

static void add_cut(gp_repair_page *page, const gp_repair_cut *cut)
{
    uint32_t most = page->options->tells_shared_once ? CANDIDATES_FEW : UINT32_MAX - 1, left = 0;
    const char *text =
        gp_cut_text(page->job, page->repair, cut, page->is_chosen, most, page->language, &left);
    const char *values[] = {gp_repair_called(page, cut->intervention), text,
                            gp_number_text(page->job, left)};
    const char *pattern = gp_say(page->language, "for {0}: {1}", "voor {0}: {1}");
    if (cut->count == 0)
        pattern = gp_say(page->language, "for {0} nothing will do", "voor {0} helpt niets");
    else if (left)
        pattern = gp_say(page->language, "for {0}: {1}; or one of {2} more",
                         "voor {0}: {1}; of een van nog {2}");
    gp_add_line(page->buffer, 2, 2, pattern, values);
}

void gp_add_repair_cuts(gp_repair_page *page)
{
    const gp_repair *repair = page->repair;
    uint32_t shown = gp_told_in_repair(page, repair->cut_count, CUTS_FEW);
    const char *values[] = {gp_cost_text(page->job, page->portfolio, repair->bound, page->language),
                            repair->need_count == 0
                                ? ""
                                : gp_say(page->language, ", with all that those need,",
                                         ", met alles wat dat nodig heeft,")};
    if (repair->cut_count == 0) return;
    gp_add_repair_heading(page, "Why it cannot be less", "Waarom het niet met minder kan");
    gp_add_line(page->buffer, 2, 0,
                gp_say(page->language,
                       "Of each line one must be decided: with all else decided the date is "
                       "missed. What has one of each{1} costs {0} at least.",
                       "Van elke regel moet er één besloten worden: met al het andere wordt de "
                       "datum gemist. Wat van elk één heeft{1} kost minstens {0}."),
                values);
    for (uint32_t i = 0; i < shown; i++) add_cut(page, &repair->cuts[i]);
    gp_tell_left_of_repair(page, repair->cut_count - shown, 2);
}
