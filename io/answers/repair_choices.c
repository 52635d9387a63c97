/* SPDX-License-Identifier: MIT
 * `repair` as text, decisions: by when, what it costs, and which dates are missed without it. */
#include "io/answers/repair_page.h"
#include "io/answers/words.h"

#define USES_FEW 3 /* interventions below a decision, without --all */

static void add_choice_head(gp_repair_page *page, uint32_t number)
{
    const gp_repair *repair = page->repair;
    const gp_repair_choice *choice = &repair->choices[number];
    const gp_candidate *candidate = &repair->considered[choice->candidate];
    const char *values[] = {
        gp_number_text(page->job, (int64_t)number + 1), gp_day_text(page->job, choice->decide_by),
        gp_decision_text(page->job, page->network, candidate, page->language),
        gp_cost_text(page->job, page->portfolio, candidate->cost, page->language)};
    const char *pattern =
        gp_say(page->language, "{0}. by {1}: {2} ({3})", "{0}. uiterlijk {1}: {2} ({3})");
    if (choice->decide_by == GP_NO_DAY)
        pattern = "{0}. {2} ({3})";
    else if (gp_is_overdue(repair, choice))
        pattern = gp_say(page->language, "{0}. by {1}, which has passed: {2} ({3})",
                         "{0}. uiterlijk {1}, dat is voorbij: {2} ({3})");
    gp_add_line(page->buffer, 2, 3, pattern, values);
}

/* "Advice 326 days late, Letters 105 days late". */
static const char *uses_text(gp_repair_page *page, const gp_repair_choice *choice, uint32_t shown)
{
    gp_buffer *list = gp_new_buffer(page->job);
    for (uint32_t i = 0; list && i < shown; i++) {
        const char *values[] = {gp_repair_called(page, choice->uses[i].intervention),
                                gp_number_text(page->job, choice->uses[i].late_days)};
        if (i) gp_add_text(list, ", ");
        gp_add_filled(
            list,
            gp_say(page->language, "{0} {1} {1|day|days} late", "{0} {1} {1|dag|dagen} te laat"),
            values);
    }
    return gp_buffer_text(list);
}

/* Of the chosen ones that need it, the first; NULL: none does. */
static const gp_candidate *find_needing(const gp_repair_page *page, const gp_repair_choice *choice)
{
    const gp_repair *repair = page->repair;
    for (uint32_t i = 0; i < repair->need_count; i++)
        if (repair->needs[i][1] == choice->candidate && page->is_chosen[repair->needs[i][0]])
            return &repair->considered[repair->needs[i][0]];
    return NULL;
}

/* No date is missed without it. */
static void add_other_use(gp_repair_page *page, const gp_repair_choice *choice)
{
    const gp_candidate *needing = find_needing(page, choice);
    const char *values[] = {
        needing ? gp_decision_text(page->job, page->network, needing, page->language) : ""};
    gp_add_line(page->buffer, 5, 2,
                needing ? gp_say(page->language, "needed by: {0}", "nodig voor: {0}")
                        : gp_say(page->language, "it makes what stays late less late",
                                 "het maakt wat te laat blijft minder laat"),
                values);
}

static void add_uses(gp_repair_page *page, const gp_repair_choice *choice)
{
    uint32_t shown = gp_told_in_repair(page, choice->use_count, USES_FEW);
    const char *values[] = {uses_text(page, choice, shown),
                            gp_number_text(page->job, choice->use_count - shown)};
    if (choice->use_count == 0) {
        add_other_use(page, choice);
        return;
    }
    gp_add_line(
        page->buffer, 5, 2,
        shown < choice->use_count
            ? gp_say(page->language, "without it: {0} and {1} more", "zonder dit: {0} en nog {1}")
            : gp_say(page->language, "without it: {0}", "zonder dit: {0}"),
        values);
}

void gp_add_repair_choices(gp_repair_page *page)
{
    if (page->repair->choice_count == 0) return;
    gp_add_repair_heading(page, "What to decide, and by when", "Wat te besluiten, en wanneer");
    for (uint32_t i = 0; i < page->repair->choice_count; i++) {
        add_choice_head(page, i);
        add_uses(page, &page->repair->choices[i]);
    }
}
