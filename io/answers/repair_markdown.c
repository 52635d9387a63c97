/* SPDX-License-Identifier: MIT
 * `repair` for the minutes of a meeting: what is to be decided, as a table; what that makes; and,
 * collapsed, why less will not do. */
#include "io/answers/answers.h"
#include "io/answers/called.h"
#include "io/answers/markdown.h"
#include "io/answers/repair_cut.h"
#include "io/answers/repair_verdict.h"
#include "io/answers/repair_words.h"
#include "io/answers/text_parts.h"
#include "io/answers/words.h"

#define USES_SHOWN 5

typedef struct telling {
    gp_job *job;
    gp_buffer *buffer;
    const gp_repair *repair;
    const gp_network *network;
    const gp_portfolio *portfolio;
    gp_language language;
    const bool *is_chosen; /* by candidate */
} telling;

static void add_plain(const telling *t, const char *english, const char *dutch)
{
    gp_add_text(t->buffer, gp_say(t->language, english, dutch));
}

static const char *called(const telling *t, uint32_t intervention)
{
    return gp_shortly_called(t->job, t->portfolio,
                             t->portfolio->interventions[intervention].symbol);
}

static void add_decision(const telling *t, uint32_t candidate)
{
    gp_add_safe(t->buffer, gp_decision_text(t->job, t->network, &t->repair->considered[candidate],
                                            t->language));
}

static void add_cost_cell(const telling *t, double cost)
{
    gp_add_safe(t->buffer, gp_cost_text(t->job, t->portfolio, cost, t->language));
}

static bool goes_on(const telling *t, uint32_t shown)
{
    return shown < GP_COMMENT_ROWS && !gp_is_comment_full(t->buffer);
}

/* ---- decisions ---- */

static void add_uses(const telling *t, const gp_repair_choice *choice)
{
    uint32_t shown = 0;
    for (; shown < choice->use_count && shown < USES_SHOWN; shown++) {
        const char *values[] = {gp_number_text(t->job, choice->uses[shown].late_days)};
        if (shown) gp_add_text(t->buffer, "<br>");
        gp_add_safe(t->buffer, called(t, choice->uses[shown].intervention));
        gp_add_filled(t->buffer,
                      gp_say(t->language, " ({0} {0|day|days} late without it)",
                             " (zonder dit {0} {0|dag|dagen} te laat)"),
                      values);
    }
    if (shown == choice->use_count) return;
    gp_add_text(t->buffer, "<br>");
    gp_add_left_words(t->buffer, t->language, choice->use_count - shown);
}

static void add_choice(const telling *t, uint32_t number)
{
    const gp_repair_choice *choice = &t->repair->choices[number];
    gp_add_text(t->buffer, "| ");
    gp_add_number(t->buffer, (int64_t)number + 1);
    gp_add_text(t->buffer, " | ");
    if (choice->decide_by == GP_NO_DAY)
        gp_add_text(t->buffer, "–");
    else
        gp_add_day(t->buffer, choice->decide_by);
    if (gp_is_overdue(t->repair, choice)) add_plain(t, " **passed**", " **voorbij**");
    gp_add_text(t->buffer, " | ");
    add_decision(t, choice->candidate);
    gp_add_text(t->buffer, " | ");
    add_cost_cell(t, t->repair->considered[choice->candidate].cost);
    gp_add_text(t->buffer, " | ");
    add_uses(t, choice);
    gp_add_text(t->buffer, " |\n");
}

static void add_choices(const telling *t)
{
    uint32_t shown = 0, count = t->repair->choice_count;
    if (count == 0) return;
    add_plain(t, "\n| | decide by | decision | cost | needed for |\n|---|---|---|---|---|\n",
              "\n| | besluit vóór | besluit | kosten | nodig voor |\n|---|---|---|---|---|\n");
    for (; shown < count && goes_on(t, shown); shown++) add_choice(t, shown);
    gp_add_left(t->buffer, t->language, count - shown, "\n");
}

/* ---- before and after ---- */

static void add_live_day(const telling *t, gp_day day, bool not_before)
{
    if (not_before) add_plain(t, "not before ", "niet v\xC3\xB3\xC3\xB3r ");
    if (day == GP_NO_DAY)
        gp_add_text(t->buffer, "–");
    else
        gp_add_day(t->buffer, day);
}

static void add_late(const telling *t, int32_t days)
{
    const char *values[] = {gp_number_text(t->job, days)};
    if (days > 0)
        gp_add_filled(
            t->buffer,
            gp_say(t->language, "**{0} {0|day|days} late**", "**{0} {0|dag|dagen} te laat**"),
            values);
    else
        add_plain(t, "in time", "op tijd");
}

static void add_live(const telling *t, const gp_repair_live *live)
{
    gp_add_text(t->buffer, "| ");
    gp_add_safe(t->buffer, called(t, live->intervention));
    gp_add_text(t->buffer, " | ");
    add_live_day(t, live->needed_by, false);
    if (live->needed_by_after != live->needed_by) {
        gp_add_text(t->buffer, " → ");
        add_live_day(t, live->needed_by_after, false);
    }
    gp_add_text(t->buffer, " | ");
    add_live_day(t, live->before, live->not_before);
    gp_add_text(t->buffer, " | ");
    add_late(t, live->late_before);
    gp_add_text(t->buffer, " | ");
    add_live_day(t, live->after, live->not_before_after);
    gp_add_text(t->buffer, " | ");
    add_late(t, live->late_after);
    gp_add_text(t->buffer, " |\n");
}

static bool is_told(const gp_repair_live *live)
{
    return gp_is_repaired_live(live) || live->late_after > 0;
}

static void add_lives(const telling *t)
{
    uint32_t count = 0, shown = 0;
    for (uint32_t i = 0; i < t->repair->live_count; i++) count += is_told(&t->repair->lives[i]);
    if (count == 0) return;
    add_plain(t,
              "\n| intervention | needed by | live now | now | live then | then "
              "|\n|---|---|---|---|---|---|\n",
              "\n| interventie | nodig op | live nu | nu | live dan | dan "
              "|\n|---|---|---|---|---|---|\n");
    for (uint32_t i = 0; i < t->repair->live_count && goes_on(t, shown); i++) {
        if (!is_told(&t->repair->lives[i])) continue;
        add_live(t, &t->repair->lives[i]);
        shown++;
    }
    gp_add_left(t->buffer, t->language, count - shown, "\n");
    const char *values[] = {gp_number_text(t->job, t->repair->live_count - count)};
    if (count == t->repair->live_count) return;
    gp_add_text(t->buffer, "\n");
    gp_add_filled(t->buffer,
                  gp_say(t->language,
                         "{0} {0|other does|others do} not move, and {0|is|are} in time.\n",
                         "{0} {0|andere verschuift|andere verschuiven} niet, en {0|is|zijn} op "
                         "tijd.\n"),
                  values);
}

/* ---- what stays late ---- */

static void add_lost(const telling *t)
{
    uint32_t shown = 0, count = t->repair->lost_count;
    if (count) gp_add_text(t->buffer, "\n");
    for (; shown < count && goes_on(t, shown); shown++) {
        const gp_repair_lost *lost = &t->repair->lost[shown];
        const char *values[] = {gp_number_text(t->job, lost->late_days)};
        gp_add_text(t->buffer, "- **");
        gp_add_safe(t->buffer, called(t, lost->intervention));
        gp_add_filled(t->buffer,
                      gp_say(t->language, "** stays {0} {0|day|days} late: ",
                             "** blijft {0} {0|dag|dagen} te laat: "),
                      values);
        gp_add_safe(t->buffer, gp_chain_text(t->job, lost->schedule->network, lost->path.activities,
                                             lost->path.count, NULL));
        gp_add_text(t->buffer, "\n");
    }
    gp_add_left(t->buffer, t->language, count - shown, "- ");
}

/* ---- what is collapsed ---- */

static void add_list(const telling *t, const gp_repair_point *point)
{
    for (uint32_t i = 0; i < point->count && !gp_is_comment_full(t->buffer); i++) {
        if (i) gp_add_text(t->buffer, "<br>");
        add_decision(t, point->candidates[i]);
    }
}

static void add_curve(const telling *t)
{
    uint32_t shown = 0, count = t->repair->curve_count;
    if (count == 0) return;
    gp_open_details(
        t->buffer,
        gp_say(t->language, "What each number of dates costs", "Wat elk aantal datums kost"),
        count);
    add_plain(t, "| dates made | cost | decisions |\n|---|---|---|\n",
              "| datums gehaald | kosten | besluiten |\n|---|---|---|\n");
    for (; shown < count && goes_on(t, shown); shown++) {
        const gp_repair_point *point = &t->repair->curve[shown];
        gp_add_text(t->buffer, "| ");
        gp_add_number(t->buffer, point->in_time);
        gp_add_text(t->buffer, " | ");
        add_cost_cell(t, point->cost);
        if (!point->is_proven) add_plain(t, " (not proven)", " (niet bewezen)");
        gp_add_text(t->buffer, " | ");
        add_list(t, point);
        gp_add_text(t->buffer, " |\n");
    }
    gp_add_left(t->buffer, t->language, count - shown, "\n");
    gp_close_details(t->buffer);
}

static void add_cut(const telling *t, const gp_repair_cut *cut)
{
    uint32_t left = 0;
    const char *text =
        gp_cut_text(t->job, t->repair, cut, t->is_chosen, GP_COMMENT_ROWS, t->language, &left);
    const char *values[] = {gp_number_text(t->job, left)};
    gp_add_safe(t->buffer, text);
    if (left)
        gp_add_filled(t->buffer,
                      gp_say(t->language, "; or one of {0} more", "; of een van nog {0}"), values);
    gp_add_text(t->buffer, "\n");
}

static void add_cuts(const telling *t)
{
    uint32_t shown = 0, count = t->repair->cut_count;
    if (count == 0) return;
    gp_open_details(t->buffer,
                    gp_say(t->language, "Why it cannot be less", "Waarom het niet met minder kan"),
                    count);
    add_plain(t, "Of each line one must be decided: with all else decided the date is missed.\n\n",
              "Van elke regel moet er één besloten worden: met al het andere wordt de datum "
              "gemist.\n\n");
    for (; shown < count && goes_on(t, shown); shown++) {
        const gp_repair_cut *cut = &t->repair->cuts[shown];
        gp_add_text(t->buffer, "- ");
        gp_add_safe(t->buffer, called(t, cut->intervention));
        gp_add_text(t->buffer, ": ");
        add_cut(t, cut);
    }
    gp_add_left(t->buffer, t->language, count - shown, "- ");
    gp_close_details(t->buffer);
}

gp_status gp_markdown_repair(gp_job *job, const gp_repair *repair, const gp_write_options *options,
                             gp_output *out)
{
    const gp_network *network = repair->before->network;
    telling t = {.job = job,
                 .buffer = gp_new_buffer(job),
                 .repair = repair,
                 .network = network,
                 .portfolio = network->portfolio,
                 .language = options->language,
                 .is_chosen = gp_mark_chosen(job, repair)};
    if (!t.buffer || !t.is_chosen) return gp_no_memory(job);
    gp_add_text(t.buffer, "### ");
    if (t.portfolio->title[0])
        gp_add_safe(t.buffer, t.portfolio->title);
    else
        add_plain(&t, "What to decide", "Wat te besluiten");
    gp_add_text(t.buffer, " (");
    gp_add_day(t.buffer, t.portfolio->status_date);
    gp_add_text(t.buffer, ")\n\n**");
    gp_add_safe(t.buffer, gp_repair_verdict(job, repair, t.language));
    gp_add_text(t.buffer, "**\n");
    add_choices(&t);
    add_lives(&t);
    add_lost(&t);
    add_curve(&t);
    add_cuts(&t);
    return gp_finish_buffer(t.buffer, &out->text, &out->size);
}
