/* SPDX-License-Identifier: MIT
 * `repair` as text, dates: the plan before and after the decisions, what stays late, and what each
 * number of dates costs. */
#include "io/answers/repair_page.h"
#include "io/answers/steps.h"
#include "io/answers/words.h"

#define LIVES_FEW 20
#define LOST_FEW 5

/* ---- before and after ---- */

static void add_live_row(gp_repair_page *page, gp_table *table, const gp_repair_live *live)
{
    bool is_moved = live->needed_by_after != live->needed_by;
    gp_cell(table, gp_repair_called(page, live->intervention));
    gp_day_cell(table, live->needed_by);
    gp_cell(table, is_moved ? gp_day_text(page->job, live->needed_by_after) : "");
    gp_day_cell(table, live->before);
    gp_day_cell(table, live->after);
    gp_number_cell(table, live->late_before);
    gp_number_cell(table, live->late_after);
    gp_cell(table, live->not_before_after ? "?" : "");
}

static void tell_unsure(gp_repair_page *page)
{
    gp_add_line(page->buffer, 2, 2,
                gp_say(page->language, "? rests on something unknown: it can only be later",
                       "? steunt op iets onbekends: het kan alleen later zijn"),
                NULL);
}

static void tell_unchanged(gp_repair_page *page, uint32_t count, bool is_any_shown)
{
    const char *values[] = {gp_number_text(page->job, count)};
    if (count == 0) return;
    gp_add_line(page->buffer, 2, 2,
                is_any_shown
                    ? gp_say(page->language,
                             "{0} {0|other does|others do} not move, and {0|is|are} in time.",
                             "{0} {0|andere verschuift|andere verschuiven} niet, en {0|is|zijn} "
                             "op tijd.")
                    : gp_say(page->language, "{0} {0|date does|dates do} not move.",
                             "{0} {0|datum verschuift|datums verschuiven} niet."),
                values);
}

/* Those that are told: what changes, and what stays late. */
static bool is_told(const gp_repair_live *live)
{
    return gp_is_repaired_live(live) || live->late_after > 0;
}

gp_status gp_add_repair_lives(gp_repair_page *page)
{
    gp_language language = page->language;
    const gp_repair *repair = page->repair;
    const gp_column columns[] = {
        {.title = gp_say(language, "intervention", "interventie"), .cut_to = 20},
        {.title = gp_say(language, "needed by", "nodig op")},
        {.title = gp_say(language, "moved to", "wordt")},
        {.title = gp_say(language, "live now", "live nu")},
        {.title = gp_say(language, "then", "dan")},
        {.title = gp_say(language, "days late now", "dagen te laat nu"),
         .brief = gp_say(language, "late now", "laat nu"),
         .is_right = true},
        {.title = gp_say(language, "then", "dan"), .is_right = true},
        {.title = ""},
    };
    gp_table *table = gp_new_table(page->job, columns, sizeof columns / sizeof *columns);
    if (!table) return gp_no_memory(page->job);
    uint32_t count = 0, shown = 0;
    bool is_unsure = false;
    for (uint32_t i = 0; i < repair->live_count; i++) count += is_told(&repair->lives[i]);
    uint32_t told = gp_told_in_repair(page, count, LIVES_FEW);
    for (uint32_t i = 0; i < repair->live_count && shown < told; i++) {
        if (!is_told(&repair->lives[i])) continue;
        add_live_row(page, table, &repair->lives[i]);
        is_unsure |= repair->lives[i].not_before_after;
        shown++;
    }
    if (repair->status == GP_REPAIR_NOTHING_LATE) return GP_OK;
    gp_add_repair_heading(page, "The plan, now and then", "Het plan, nu en dan");
    if (shown) gp_add_table(page->buffer, table, 2);
    if (is_unsure) tell_unsure(page);
    gp_tell_left_of_repair(page, count - shown, 2);
    tell_unchanged(page, repair->live_count - count, shown > 0);
    return GP_OK;
}

/* ---- what stays late ---- */

/* Of an intervention, so many days, why, and its path. */
static const char *lost_pattern(const gp_repair_page *page, const gp_repair_lost *lost)
{
    if (lost->is_certain)
        return gp_say(page->language, "{0}, {1} {1|day|days}, with every measure taken: {2}",
                      "{0}, {1} {1|dag|dagen}, met elke maatregel genomen: {2}");
    if (gp_tally_repair(page->repair).late_before == 1)
        return gp_say(page->language,
                      "{0}, {1} {1|day|days}, for not all measures can be taken together: {2}",
                      "{0}, {1} {1|dag|dagen}, want niet alle maatregelen kunnen samen: {2}");
    return gp_say(page->language, "{0}, {1} {1|day|days}, for not all can be in time together: {2}",
                  "{0}, {1} {1|dag|dagen}, want niet alle kunnen samen op tijd zijn: {2}");
}

void gp_add_repair_lost(gp_repair_page *page)
{
    const gp_repair *repair = page->repair;
    uint32_t shown = gp_told_in_repair(page, repair->lost_count, LOST_FEW);
    if (repair->lost_count == 0) return;
    gp_add_repair_heading(page, "What stays late", "Wat te laat blijft");
    for (uint32_t i = 0; i < shown; i++) {
        const gp_repair_lost *lost = &repair->lost[i];
        const char *values[] = {
            gp_repair_called(page, lost->intervention), gp_number_text(page->job, lost->late_days),
            gp_chain_text(page->job, lost->schedule->network, lost->path.activities,
                          lost->path.count, page->options)};
        gp_add_line(page->buffer, 2, 2, lost_pattern(page, lost), values);
    }
    gp_tell_left_of_repair(page, repair->lost_count - shown, 2);
}

/* ---- the curve ---- */

static const char *decisions_text(gp_repair_page *page, const gp_repair_point *point)
{
    gp_buffer *list = gp_new_buffer(page->job);
    for (uint32_t i = 0; list && i < point->count; i++) {
        if (i) gp_add_text(list, "; ");
        gp_add_made(list, gp_decision_text(page->job, page->network,
                                           &page->repair->considered[point->candidates[i]],
                                           page->language));
    }
    if (list && point->count == 0)
        gp_add_text(list, gp_say(page->language, "nothing, as it is", "niets, zoals het is"));
    return gp_buffer_text(list);
}

/* "4 of 5: 2 points". */
static const char *head_text(gp_repair_page *page, const gp_repair_point *point)
{
    const char *values[] = {gp_number_text(page->job, point->in_time),
                            gp_number_text(page->job, page->repair->live_count),
                            gp_cost_text(page->job, page->portfolio, point->cost, page->language)};
    gp_buffer *head = gp_new_buffer(page->job);
    if (!head) return NULL;
    gp_add_filled(head, gp_say(page->language, "{0} of {1}: {2}", "{0} van {1}: {2}"), values);
    if (!point->is_proven)
        gp_add_text(head, gp_say(page->language, ", not proven", ", niet bewezen"));
    return gp_buffer_text(head);
}

static size_t width_of(const char *head)
{
    return head ? gp_terminal_width(head) : 0;
}

/* The decisions stand beside it, wrapped; `width`: of the heads. */
static void add_point(gp_repair_page *page, const gp_repair_point *point, size_t width)
{
    const char *head = head_text(page, point);
    gp_add_text(page->buffer, "  ");
    gp_add_made(page->buffer, head);
    gp_add_blanks(page->buffer, width - width_of(head) + 2);
    gp_add_wrapped(page->buffer, decisions_text(page, point), width + 4, width + 4);
}

void gp_add_repair_curve(gp_repair_page *page)
{
    const gp_repair *repair = page->repair;
    if (repair->curve_count == 0) return;
    gp_add_repair_heading(page, "What each number of dates costs, at least",
                          "Wat elk aantal datums minstens kost");
    size_t width = 0;
    for (uint32_t i = 0; i < repair->curve_count; i++) {
        size_t own = width_of(head_text(page, &repair->curve[i]));
        if (own > width) width = own;
    }
    for (uint32_t i = 0; i < repair->curve_count; i++) add_point(page, &repair->curve[i], width);
}
