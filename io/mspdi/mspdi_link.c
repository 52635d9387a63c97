/* SPDX-License-Identifier: MIT
 * The links of an MS Project plan, each as far as it can be carried over: which task it comes from,
 * its type, and its lag as a time of work or elapsed time. */
#include "io/mspdi/mspdi_take.h"

#include <stdio.h>

enum {
    PERCENT = 19,
    ELAPSED_PERCENT = 20,
    NO_UNIT = 21,
    ESTIMATED = 32 /* so much more with a question mark */
};

static gp_status leave_out(gp_mspdi_taker *t, const gp_mspdi_task *task, gp_mspdi_arc *arc,
                           gp_argument what, const char *value)
{
    arc->from = GP_NONE;
    return gp_report_mspdi_task(t, task, what, value);
}

/* Where it comes from. */
static gp_status find_from(gp_mspdi_taker *t, uint32_t to, const gp_mspdi_link *link,
                           gp_mspdi_arc *arc)
{
    const gp_mspdi_task *task = &t->tasks[to];
    arc->from = link->uid == GP_MSPDI_NO_UID ? GP_NONE : gp_find_mspdi_task(t, link->uid);
    if (arc->from == GP_NONE || (link->is_cross && !t->tasks[arc->from].is_external))
        return leave_out(t, task, arc,
                         GP_WORDS("a link with a task that is not there",
                                  "een koppeling met een taak die er niet is"),
                         NULL);
    const char *name = t->tasks[arc->from].name;
    if (!t->outline[arc->from].has_work)
        return leave_out(t, task, arc,
                         GP_WORDS("the link with a task that is not carried over",
                                  "de koppeling met een taak die niet overkomt"),
                         name);
    if (gp_holds_mspdi_task(t, arc->from, to) || gp_holds_mspdi_task(t, to, arc->from))
        return leave_out(t, task, arc,
                         arc->from == to ? GP_WORDS("a link of a task with itself",
                                                    "een koppeling van een taak met zichzelf")
                                         : GP_WORDS("a link of a summary task with its own part",
                                                    "een koppeling van een samenvattingstaak met "
                                                    "een deel van zichzelf"),
                         name);
    return GP_OK;
}

/* MS Project has no link that holds back the finish of a summary task: which of its tasks would
 * wait? */
static gp_status find_type(gp_mspdi_taker *t, uint32_t to, const gp_mspdi_link *link,
                           gp_mspdi_arc *arc)
{
    const gp_mspdi_task *task = &t->tasks[to];
    char type[32];
    arc->type = link->type;
    if (link->type < GP_MSPDI_FF || link->type > GP_MSPDI_SS) {
        snprintf(type, sizeof type, "Type %lld", (long long)link->type);
        arc->type = GP_MSPDI_FS;
        return gp_report_mspdi_task(t, task,
                                    GP_WORDS("the type of a link, read as finish-to-start",
                                             "het soort van een koppeling, gelezen als eind-begin"),
                                    type);
    }
    bool is_by_ready = link->type == GP_MSPDI_FF || link->type == GP_MSPDI_SF;
    if (!is_by_ready || !t->outline[to].is_summary) return GP_OK;
    return leave_out(t, task, arc,
                     GP_WORDS("a link to the finish of a summary task",
                              "een koppeling naar het einde van een samenvattingstaak"),
                     t->tasks[arc->from].name);
}

static bool is_elapsed(int64_t format)
{
    if (format > ESTIMATED) format -= ESTIMATED;
    return format >= 4 && format <= 12 && format % 2 == 0;
}

/* A lag in percent is one of the predecessor's duration. What that is of a summary task, or in
 * elapsed time, the plan does not say. */
static gp_status find_percent(gp_mspdi_taker *t, uint32_t to, const gp_mspdi_link *link,
                              gp_mspdi_arc *arc)
{
    const gp_mspdi_task *from = &t->tasks[arc->from];
    bool is_plain = link->lag_format % ESTIMATED == PERCENT && !t->outline[arc->from].is_summary &&
                    !is_elapsed(from->format) && link->lag > -100000 && link->lag < 100000;
    arc->format = GP_MSPDI_DAYS;
    if (is_plain) {
        int64_t hundredths = link->lag * from->minutes;
        arc->minutes = hundredths / 100 + (hundredths % 100 > 0);
        return GP_OK;
    }
    arc->minutes = 0;
    return gp_report_mspdi_task(
        t, &t->tasks[to], GP_WORDS("a lag in percent", "een vertraging in procenten"), from->name);
}

static gp_status report_unit(gp_mspdi_taker *t, const gp_mspdi_task *task, gp_mspdi_arc *arc,
                             int64_t format)
{
    char text[40];
    snprintf(text, sizeof text, "LagFormat %lld", (long long)format);
    arc->format = GP_MSPDI_DAYS;
    return gp_report_mspdi_task(t, task,
                                GP_WORDS("the unit of a lag, read as working time",
                                         "de eenheid van een vertraging, gelezen als werktijd"),
                                text);
}

static gp_status find_lag(gp_mspdi_taker *t, uint32_t to, const gp_mspdi_link *link,
                          gp_mspdi_arc *arc)
{
    char text[GP_MSPDI_SPAN_SIZE];
    bool is_part;
    int64_t unit = link->lag_format > ESTIMATED ? link->lag_format - ESTIMATED : link->lag_format;
    if (link->lag == 0 || arc->from == GP_NONE) return GP_OK;
    arc->minutes = link->lag / 10 + (link->lag % 10 > 0);
    arc->format = link->lag_format;
    if (unit == PERCENT || unit == ELAPSED_PERCENT)
        GP_TRY(find_percent(t, to, link, arc));
    else if (unit && (unit < 3 || unit > 12) && unit != NO_UNIT)
        GP_TRY(report_unit(t, &t->tasks[to], arc, link->lag_format));
    if (t->tasks[to].has_own_hours && !is_elapsed(arc->format))
        GP_TRY(gp_report_mspdi_task(
            t, &t->tasks[to],
            GP_WORDS("a lag by its own calendar, read as one by the plan's",
                     "een vertraging volgens zijn eigen kalender, gelezen als volgens die van het "
                     "plan"),
            t->tasks[arc->from].name));
    gp_mspdi_span(arc->minutes, arc->format, t->minutes_per_day, text, &is_part);
    if (!is_part) return GP_OK;
    return gp_report_mspdi_task(
        t, &t->tasks[to],
        GP_WORDS("a part of a day, rounded up", "een deel van een dag, naar boven afgerond"), text);
}

gp_status gp_find_mspdi_links(gp_mspdi_taker *t)
{
    const gp_mspdi_link *links = t->plan->links.data;
    t->arcs = GP_NEW(t->job, gp_mspdi_arc, t->plan->links.count);
    if (!t->arcs) return gp_no_memory(t->job);
    for (uint32_t to = 0; to < t->count; to++)
        for (uint32_t k = 0; k < t->tasks[to].link_count; k++) {
            const gp_mspdi_link *link = &links[t->tasks[to].link_first + k];
            gp_mspdi_arc *arc = &t->arcs[t->tasks[to].link_first + k];
            arc->from = GP_NONE;
            if (!t->outline[to].has_work) continue;
            GP_TRY(find_from(t, to, link, arc));
            if (arc->from != GP_NONE) GP_TRY(find_type(t, to, link, arc));
            GP_TRY(find_lag(t, to, link, arc));
        }
    return GP_OK;
}
