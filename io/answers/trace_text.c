/* SPDX-License-Identifier: MIT
 * `trace` as text: the decisions in order of date, then every gap with what can close it, when,
 * and the capabilities that this rests on. It is read from either end: by who has to decide, and
 * by who knows what citizens lack. */
#include "io/answers/called.h"
#include "io/answers/fit_words.h"
#include "io/answers/steps.h"
#include "io/answers/text_parts.h"
#include "io/answers/words.h"

enum { NARROW = 60 }; /* columns: less is too little for text beside a date and a verdict */

typedef struct page {
    gp_job *job;
    gp_buffer *buffer;
    const gp_schedule *schedule;
    const gp_portfolio *portfolio;
    const gp_traces *traces;
    const gp_write_options *options;
    gp_language language;
} page;

/* What is to be decided: a round asks for a proposal some time before the work can begin. */
static const char *decision_pattern(const page *p, const gp_decision *decision)
{
    const gp_dates *dates = &p->schedule->dates[decision->activity];
    if (decision->kind == GP_DECISION_IDENTIFY)
        return gp_say(p->language, "identify {0}", "identificeer {0}");
    if (decision->by < dates->latest_start)
        return gp_say(p->language, "propose {0}", "vraag {0} aan");
    return gp_say(p->language, "begin {0}", "begin met {0}");
}

static const char *decision_text(const page *p, const gp_decision *decision)
{
    const char *values[] = {gp_short_step_text(p->job, p->schedule->network, decision->activity)};
    gp_buffer *buffer = gp_new_buffer(p->job);
    if (!buffer) return NULL;
    gp_add_filled(buffer, decision_pattern(p, decision), values);
    return gp_buffer_text(buffer);
}

/* ---- the agenda ---- */

static const char *waiting_text(const page *p, const gp_agenda_item *item)
{
    gp_buffer *buffer = gp_new_buffer(p->job);
    if (!buffer) return NULL;
    for (uint32_t i = 0; i < item->count; i++) {
        if (i) gp_add_text(buffer, ", ");
        gp_add_made(buffer, gp_intervention_called(p->job, p->schedule->network->portfolio,
                                                   item->interventions[i]));
    }
    return gp_buffer_text(buffer);
}

static void add_agenda_item(const page *p, const gp_agenda_item *item)
{
    const gp_decision *decision = &item->decision;
    bool is_own = p->schedule->network->activities[decision->activity].kind == GP_KIND_INTERVENTION;
    const char *verdict = gp_verdict_word((gp_verdict)decision->verdict, p->language);
    const char *values[] = {decision_text(p, decision), waiting_text(p, item)};
    gp_buffer *line = gp_new_buffer(p->job);
    if (!line) {
        p->buffer->has_failed = true;
        return;
    }
    gp_add_filled(line, is_own ? "{0}" : gp_say(p->language, "{0}, for {1}", "{0}, voor {1}"),
                  values);
    gp_add_text(p->buffer, "  ");
    gp_add_day(p->buffer, decision->by);
    gp_add_text(p->buffer, "  ");
    gp_add_text(p->buffer, verdict);
    if (gp_page_width(p->buffer) < NARROW) { /* the date and the verdict, and then the rest */
        gp_add_text(p->buffer, "\n    ");
        gp_add_wrapped(p->buffer, gp_buffer_text(line), 4, 6);
        return;
    }
    gp_add_blanks(p->buffer, 2 + 15 - gp_terminal_width(verdict));
    gp_add_wrapped(p->buffer, gp_buffer_text(line), 31, 31);
}

static void add_agenda(const page *p)
{
    gp_add_painted(p->buffer, p->options, GP_PAINT_STRONG,
                   gp_say(p->language, "Decide first, by date", "Eerst te beslissen, op datum"));
    gp_add_text(p->buffer, "\n");
    for (uint32_t i = 0; i < p->traces->agenda_count; i++)
        add_agenda_item(p, &p->traces->agenda[i]);
    if (p->traces->agenda_count == 0)
        gp_add_text(p->buffer, gp_say(p->language, "  nothing\n", "  niets\n"));
}

/* ---- one gap ---- */

static const char *closing_pattern(const gp_trace *trace, gp_language language)
{
    static const char *const patterns[][2] = {
        {"nothing closes this: choose or develop an intervention",
         "niets dicht deze kloof: kies of ontwikkel een interventie"},
        {"{0} was at work when this was measured, and the gap is still there: adjust it",
         "{0} werkte al toen dit gemeten werd, en de kloof is er nog: stel bij"},
        {"{0} went live on {1}, after this was measured: measure whether it has closed",
         "{0} ging live op {1}, na deze meting: meet of de kloof dicht is"},
        {"can close from {1} on, by {0}", "kan dicht vanaf {1}, door {0}"}};
    if (trace->closing == GP_CLOSING_PLANNED && trace->not_before)
        return gp_say(language, "cannot close before {1}, by {0}: a lead time is unknown",
                      "kan niet dicht vóór {1}, door {0}: een doorlooptijd is onbekend");
    return patterns[trace->closing][language];
}

static void add_closing(const page *p, const gp_fit *fit, const gp_trace *trace)
{
    bool is_answered = trace->intervention != GP_NONE;
    const char *values[] = {
        is_answered
            ? gp_intervention_called(p->job, p->schedule->network->portfolio, trace->intervention)
            : "",
        gp_day_text(p->job, trace->from)};
    gp_buffer *line = gp_new_buffer(p->job);
    if (!line) {
        p->buffer->has_failed = true;
        return;
    }
    gp_add_filled(line, closing_pattern(trace, p->language), values);
    if (is_answered && fit->is_in_part)
        gp_add_text(line, gp_say(p->language, " (for a part of them)", " (voor een deel van hen)"));
    if (trace->is_conflict)
        gp_add_text(line, gp_say(p->language, "; but it serves opposite needs alike (GP507)",
                                 "; maar het dient tegengestelde behoeften gelijk (GP507)"));
    gp_add_text(p->buffer, "    ");
    gp_add_wrapped(p->buffer, gp_buffer_text(line), 4, 6);
}

static const char *step_verdict(const page *p, const gp_trace_step *step)
{
    if (step->identify_by == GP_NO_DAY) return gp_say(p->language, "under way", "onderweg");
    if (step->is_identified && step->verdict == GP_IN_TIME)
        return gp_say(p->language, "identified", "geïdentificeerd");
    return gp_verdict_word((gp_verdict)step->verdict, p->language);
}

static void add_ready_cell(const page *p, gp_table *table, const gp_dates *dates)
{
    const char *values[] = {gp_day_text(p->job, dates->earliest_ready)};
    gp_buffer *buffer = gp_new_buffer(p->job);
    if (buffer) gp_add_filled(buffer, dates->not_before ? "{0} ?" : "{0}", values);
    gp_cell(table, gp_buffer_text(buffer));
}

static void add_step_row(const page *p, gp_table *table, const gp_trace_step *step)
{
    gp_day_cell(table, step->identify_by);
    gp_cell(table, step_verdict(p, step));
    add_ready_cell(p, table, &p->schedule->dates[step->activity]);
    gp_cell(table, gp_short_step_text(p->job, p->schedule->network, step->activity));
    gp_cell(table, step->is_critical ? "*" : "");
}

/* A row that stands for steps which are not here. */
static void add_left_out_row(const page *p, gp_table *table, uint32_t count, bool is_told_before)
{
    const char *values[] = {gp_number_text(p->job, count)};
    gp_buffer *buffer = gp_new_buffer(p->job);
    if (buffer)
        gp_add_filled(buffer,
                      is_told_before
                          ? gp_say(p->language, "({0} steps, above)", "({0} stappen, hierboven)")
                          : gp_say(p->language, "({0} more)", "(nog {0})"),
                      values);
    for (int column = 0; column < 3; column++) gp_cell(table, "");
    gp_cell(table, gp_buffer_text(buffer));
    gp_cell(table, "");
}

static void add_steps(const page *p, const gp_trace *trace)
{
    const gp_column columns[] = {
        {.title = gp_say(p->language, "identify by", "identificeer vóór"),
         .brief = gp_say(p->language, "identify by", "ident. vóór")},
        {.title = gp_say(p->language, "verdict", "oordeel"), .drop = 1},
        {.title = gp_say(p->language, "ready", "klaar")},
        {.title = gp_say(p->language, "step", "stap"), .cut_to = 20},
        {.title = "*"},
    };
    gp_table *table = gp_new_table(p->job, columns, sizeof columns / sizeof *columns);
    uint32_t live = p->schedule->network->intervention_activity[trace->intervention];
    if (!table) {
        p->buffer->has_failed = true;
        return;
    }
    gp_ends ends = gp_find_ends(trace->step_count, p->options);
    if (trace->told_before) add_left_out_row(p, table, trace->told_before, true);
    for (uint32_t i = 0; i < trace->step_count; i++) {
        if (i == ends.first && ends.left_out) {
            add_left_out_row(p, table, ends.left_out, false);
            i += ends.left_out;
        }
        add_step_row(p, table, &trace->steps[i]);
    }
    gp_cell(table, "");
    gp_cell(table, gp_say(p->language, "live", "live"));
    add_ready_cell(p, table, &p->schedule->dates[live]);
    gp_cell(table,
            gp_intervention_called(p->job, p->schedule->network->portfolio, trace->intervention));
    gp_cell(table, "");
    gp_add_table(p->buffer, table, 4);
}

static void add_decision(const page *p, const gp_trace *trace)
{
    const gp_decision *decision = &trace->decision;
    if (decision->kind == GP_DECISION_NONE) {
        gp_add_line(p->buffer, 4, 2,
                    gp_say(p->language, "no decision waits: all under it is there or under way",
                           "er wacht geen beslissing: alles eronder is er of is onderweg"),
                    NULL);
        return;
    }
    const char *values[] = {decision_text(p, decision), gp_day_text(p->job, decision->by),
                            gp_verdict_word((gp_verdict)decision->verdict, p->language)};
    gp_add_line(p->buffer, 4, 2,
                gp_say(p->language, "decide first: {0} by {1} ({2})",
                       "eerst te beslissen: {0}, uiterlijk {1} ({2})"),
                values);
}

static void add_others(const page *p, const gp_fit *fit, const gp_trace *trace)
{
    gp_buffer *line = gp_new_buffer(p->job);
    if (!line) {
        p->buffer->has_failed = true;
        return;
    }
    for (uint32_t i = 0; i < trace->other_count; i++) {
        const gp_touch *touch = &fit->touches[trace->others[i]];
        const char *values[] = {
            gp_intervention_called(p->job, p->schedule->network->portfolio, touch->intervention),
            gp_live_text(p->job, p->schedule, touch->intervention, p->language)};
        gp_add_text(line, i ? "; " : gp_say(p->language, "and also: ", "en ook: "));
        gp_add_filled(line, "{0}, {1}", values);
    }
    if (trace->other_count == 0) return;
    gp_add_text(p->buffer, "    ");
    gp_add_wrapped(p->buffer, gp_buffer_text(line), 4, 6);
}

static void add_trace(const page *p, const gp_trace *trace)
{
    const gp_fit *fit = &p->traces->fits->fits[trace->fit];
    const gp_reading *newest = &fit->readings[fit->reading_count - 1];
    const char *values[] = {
        gp_context_text(p->job, p->portfolio, fit->segment, fit->situation, p->language),
        gp_gap_word(newest, p->language), gp_trend_text(fit, p->language),
        gp_day_text(p->job, newest->on)};
    gp_add_line(
        p->buffer, 2, 2,
        gp_say(p->language, "{0}: {1}, {2} (measured on {3})", "{0}: {1}, {2} (gemeten op {3})"),
        values);
    add_closing(p, fit, trace);
    if (trace->closing == GP_CLOSING_PLANNED) {
        if (trace->step_count || trace->told_before) add_steps(p, trace);
        add_decision(p, trace);
    }
    add_others(p, fit, trace);
}

static void add_legend(const page *p)
{
    const char *legend[] = {gp_say(p->language, "* fixes the date", "* bepaalt de datum"),
                            gp_say(p->language, "? not before: rests on an unknown",
                                   "? niet eerder: rust op een onbekende")};
    gp_add_text(p->buffer, "\n");
    gp_add_legend(p->buffer, legend, 2, 0);
}

static void add_gaps(const page *p)
{
    uint32_t dimension = GP_NONE;
    for (uint32_t i = 0; i < p->traces->count; i++) {
        const gp_trace *trace = &p->traces->traces[i];
        uint32_t its = p->traces->fits->fits[trace->fit].dimension;
        gp_add_text(p->buffer, "\n");
        if (its != dimension) {
            gp_add_heading(p->buffer, p->options, gp_dimension_text(p->job, p->portfolio, its));
        }
        dimension = its;
        add_trace(p, trace);
    }
    if (p->traces->count == 0)
        gp_add_text(p->buffer, p->traces->is_part
                                   ? gp_say(p->language, "\nNo gap has to do with it.\n",
                                            "\nGeen kloof heeft ermee te maken.\n")
                                   : gp_say(p->language, "\nNo gap was measured.\n",
                                            "\nEr is geen kloof gemeten.\n"));
    else
        add_legend(p);
}

gp_status gp_text_trace(gp_job *job, const gp_schedule *schedule, const gp_traces *traces,
                        const gp_write_options *options, gp_output *out)
{
    page p = {.job = job,
              .schedule = schedule,
              .portfolio = schedule->network->portfolio,
              .traces = traces,
              .options = options,
              .language = options->language};
    p.buffer = gp_text_start(job, p.portfolio, options);
    if (!p.buffer) return gp_no_memory(job);
    add_agenda(&p);
    add_gaps(&p);
    return gp_finish_buffer(p.buffer, &out->text, &out->size);
}
