/* SPDX-License-Identifier: MIT
 * Writes iCalendar (RFC 5545): when a capability has to be identified, when an intervention is
 * needed, and when a choice between scenarios has to be made, as days of their own. Ids make the
 * UIDs, so a calendar that has the file already moves its entries; the status date is the stamp,
 * since there is no clock. */
#include "io/formats.h"
#include "groeipad/scenarios.h"
#include "io/xml/xml_text.h"

#include <string.h>

#define LINE_MAX 75 /* octets before the line end, a fold's blank included */

/* ---- content lines ---- */

/* Adds a line, folded between characters. */
static void add_line(gp_buffer *b, const char *line, size_t size)
{
    size_t room = LINE_MAX;
    for (size_t at = 0; at < size;) {
        size_t end = at + room < size ? at + room : size;
        while (end < size && ((unsigned char)line[end] & 0xC0) == 0x80) end--;
        if (at) gp_add_text(b, " ");
        gp_add_bytes(b, line + at, end - at);
        gp_add_text(b, "\r\n");
        at = end;
        room = LINE_MAX - 1;
    }
}

typedef struct writer {
    gp_buffer *out, *line;
    gp_status status;
} writer;

static void end_line(writer *w)
{
    const char *line;
    size_t size;
    if (w->status == GP_OK) w->status = gp_finish_buffer(w->line, &line, &size);
    if (w->status == GP_OK) add_line(w->out, line, size);
    w->line->bytes.count = 0;
}

static void add_value(gp_buffer *b, const char *text)
{
    for (const char *c = text; *c; c++) {
        unsigned char byte = (unsigned char)*c;
        if (*c == '\n')
            gp_add_text(b, "\\n");
        else if (byte < ' ' || byte == 0x7F)
            gp_add_text(b, " ");
        else {
            if (strchr("\\;,", *c)) gp_add_text(b, "\\");
            gp_add_bytes(b, c, 1);
        }
    }
}

/* YYYYMMDD */
static void add_date(gp_buffer *b, gp_day day)
{
    char date[GP_DATE_SIZE];
    gp_format_date(day, date);
    for (const char *c = date; *c; c++)
        if (*c != '-') gp_add_bytes(b, c, 1);
}

static void add_plain(writer *w, const char *text)
{
    gp_add_text(w->line, text);
    end_line(w);
}

/* ---- entries ---- */

typedef struct entry {
    const char *kind; /* of the UID */
    const char *id, *name, *words;
    uint8_t level;
    gp_day day;
} entry;

static void add_entry(writer *w, const entry *e, gp_day stamp)
{
    add_plain(w, "BEGIN:VEVENT");
    gp_add_text(w->line, "UID:");
    gp_add_text(w->line, e->kind);
    gp_add_text(w->line, "-");
    if (e->level) gp_add_number(w->line, e->level);
    if (e->level) gp_add_text(w->line, "-");
    gp_add_xml_id(w->line, e->id);
    gp_add_text(w->line, "@groeipad");
    end_line(w);
    gp_add_text(w->line, "DTSTAMP:");
    add_date(w->line, stamp);
    gp_add_text(w->line, "T000000Z");
    end_line(w);
    gp_add_text(w->line, "DTSTART;VALUE=DATE:");
    add_date(w->line, e->day);
    end_line(w);
    gp_add_text(w->line, "SUMMARY:");
    add_value(w->line, e->words);
    add_value(w->line, ": ");
    add_value(w->line, e->name);
    if (e->level) gp_add_text(w->line, " (");
    if (e->level) gp_add_number(w->line, e->level);
    if (e->level) gp_add_text(w->line, ")");
    end_line(w);
    add_plain(w, "TRANSP:TRANSPARENT");
    add_plain(w, "END:VEVENT");
}

static void add_activity(writer *w, const gp_schedule *schedule, uint32_t activity,
                         gp_language language)
{
    const gp_network *network = schedule->network;
    const gp_activity *a = &network->activities[activity];
    bool is_intervention = a->kind == GP_KIND_INTERVENTION;
    static const char *const words[2][2] = {{"Identify by", "Identificeren v\xC3\xB3\xC3\xB3r"},
                                            {"Needed by", "Nodig op"}};
    entry e = {.kind = is_intervention ? "needed" : "identify",
               .id = gp_activity_id(network, activity),
               .name = gp_activity_name(network, activity),
               .words = words[is_intervention][language],
               .level = a->level,
               .day = schedule->dates[activity].identify_by};
    if (is_intervention) e.day = network->portfolio->interventions[a->item].needed_by;
    if (e.day != GP_NO_DAY) add_entry(w, &e, network->portfolio->status_date);
}

/* When the choice has to be made: between all scenarios, and for each of them. */
static gp_status add_choices(writer *w, const gp_conversion *conversion)
{
    const gp_portfolio *portfolio = conversion->portfolio;
    bool is_dutch = conversion->options->language == GP_DUTCH;
    gp_scenarios scenarios;
    entry e = {.kind = "decide", .words = is_dutch ? "Kiezen v\xC3\xB3\xC3\xB3r" : "Decide by"};
    if (portfolio->scenarios.count == 0) return GP_OK;
    GP_TRY(gp_compare_scenarios(conversion->job, portfolio, &scenarios));
    e.id = "scenarios";
    e.name = is_dutch ? "tussen de scenario's" : "between the scenarios";
    e.day = scenarios.choice.decide_by;
    if (e.day != GP_NO_DAY) add_entry(w, &e, portfolio->status_date);
    e.kind = "decide-scenario";
    for (uint32_t i = 0; i < scenarios.future_count; i++) {
        const gp_term *scenario = &portfolio->scenarios.terms[scenarios.futures[i].scenario];
        e.id = scenario->id;
        e.name = scenario->name;
        e.day = scenarios.futures[i].decide_by;
        if (e.day != GP_NO_DAY) add_entry(w, &e, portfolio->status_date);
    }
    return GP_OK;
}

gp_status gp_write_icalendar(const gp_conversion *conversion, gp_output *out)
{
    gp_job *job = conversion->job;
    const gp_schedule *schedule = conversion->schedule;
    writer w = {.out = gp_new_buffer(job), .line = gp_new_buffer(job)};
    if (!w.out || !w.line) return gp_no_memory(job);
    add_plain(&w, "BEGIN:VCALENDAR");
    add_plain(&w, "VERSION:2.0");
    add_plain(&w, "PRODID:-//groeipad//groeipad//EN");
    add_plain(&w, "CALSCALE:GREGORIAN");
    for (uint32_t i = 0; schedule && i < schedule->network->activity_count; i++)
        add_activity(&w, schedule, schedule->network->order[i], conversion->options->language);
    if (schedule) GP_TRY(add_choices(&w, conversion));
    add_plain(&w, "END:VCALENDAR");
    GP_TRY(w.status);
    GP_TRY(gp_report_whole_loss(
        conversion, GP_WORDS("all but names and dates", "alles behalve namen en datums")));
    return gp_finish_buffer(w.out, &out->text, &out->size);
}
