/* SPDX-License-Identifier: MIT
 * `repair` as text, the certificate: of each cut one must be taken, for with all the others taken
 * an intervention is late. Two look-ups check it: plan with all but a cut, and see that no cheaper
 * choice has one of each. */
#include "io/answers/repair_page.h"
#include "io/answers/words.h"

#define CUTS_FEW 5
#define CANDIDATES_FEW 3

/* Those that were chosen come first. */
static const char *choices_text(gp_repair_page *page, const gp_repair_cut *cut, uint32_t shown)
{
    gp_buffer *list = gp_new_buffer(page->job);
    uint32_t told = 0;
    for (int wants_chosen = 1; list && wants_chosen >= 0; wants_chosen--)
        for (uint32_t i = 0; i < cut->count && told < shown; i++) {
            uint32_t number = cut->candidates[i];
            if (page->is_chosen[number] != (wants_chosen == 1)) continue;
            if (told++) gp_add_text(list, gp_say(page->language, "; or ", "; of "));
            gp_add_made(list, gp_decision_text(page->job, page->network,
                                               &page->repair->considered[number], page->language));
        }
    return gp_buffer_text(list);
}

static void add_cut(gp_repair_page *page, const gp_repair_cut *cut)
{
    uint32_t shown = gp_told_in_repair(page, cut->count, CANDIDATES_FEW);
    const char *values[] = {gp_repair_called(page, cut->intervention),
                            choices_text(page, cut, shown),
                            gp_number_text(page->job, cut->count - shown)};
    const char *pattern = gp_say(page->language, "for {0}: {1}; or one of {2} more",
                                 "voor {0}: {1}; of een van nog {2}");
    if (cut->count == 0)
        pattern = gp_say(page->language, "for {0} nothing will do", "voor {0} helpt niets");
    else if (shown == cut->count)
        pattern = gp_say(page->language, "for {0}: {1}", "voor {0}: {1}");
    gp_add_line(page->buffer, 2, 2, pattern, values);
}

void gp_add_repair_cuts(gp_repair_page *page)
{
    const gp_repair *repair = page->repair;
    uint32_t shown = gp_told_in_repair(page, repair->cut_count, CUTS_FEW);
    const char *values[] = {
        gp_cost_text(page->job, page->portfolio, repair->bound, page->language)};
    if (repair->cut_count == 0) return;
    gp_add_repair_heading(page, "Why it cannot be less", "Waarom het niet met minder kan");
    gp_add_line(page->buffer, 2, 0,
                gp_say(page->language,
                       "Of each line one must be decided: with all else decided the date is "
                       "missed. What has one of each costs {0} at least.",
                       "Van elke regel moet er één besloten worden: met al het andere wordt de "
                       "datum gemist. Wat van elk één heeft kost minstens {0}."),
                values);
    for (uint32_t i = 0; i < shown; i++) add_cut(page, &repair->cuts[i]);
    gp_tell_left_of_repair(page, repair->cut_count - shown, 2);
}
