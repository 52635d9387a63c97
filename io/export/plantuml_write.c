/* SPDX-License-Identifier: MIT
 * Writes a PlantUML gantt chart. Only names and dates are carried over, and that is reported. */
#include "io/formats.h"

#include <string.h>

/* "<U+002A>": a character by its number, in four or five digits. Private use beyond stays. */
static void add_number_of(gp_buffer *b, uint32_t character)
{
    static const char hex[] = "0123456789ABCDEF";
    gp_add_text(b, "<U+");
    for (int shift = character > 0xFFFF ? 16 : 12; shift >= 0; shift -= 4)
        gp_add_bytes(b, &hex[character >> shift & 15], 1);
    gp_add_text(b, ">");
}

/* What PlantUML would take for an end, a beginning or make-up; dashes and quotation marks, which
 * it makes plain, stand between U+2010 and U+201F. */
static bool is_taken(uint32_t character, const char *at)
{
    if (character >= 0x80) return character >= 0x2010 && character <= 0x201F;
    return strchr("[]{}<>\\*/_~\"&#|^=`%$!@", (int)character) || (*at == '-' && at[1] == '-');
}

static void add_escaped(gp_buffer *b, const char *text)
{
    size_t size = strlen(text);
    for (size_t at = 0, length; at < size; at += length ? length : 1) {
        uint32_t character;
        length = gp_decode_utf8(text + at, size - at, &character);
        if (character < ' ' || character == 0x7F)
            gp_add_text(b, " ");
        else if (is_taken(character, text + at))
            add_number_of(b, character);
        else
            gp_add_bytes(b, text + at, length);
    }
}

static void add_name(gp_buffer *b, const gp_network *network, uint32_t activity)
{
    uint8_t level = network->activities[activity].level;
    add_escaped(b, gp_activity_name(network, activity));
    if (level == 0) return;
    gp_add_text(b, " (");
    gp_add_number(b, level);
    gp_add_text(b, ")");
}

/* "[A12]": how other lines call a task. */
static void add_alias(gp_buffer *b, char letter, uint32_t activity)
{
    gp_add_text(b, "[");
    gp_add_bytes(b, &letter, 1);
    gp_add_number(b, activity);
    gp_add_text(b, "]");
}

/* Its days: the last one is the day before it is ready. What takes no time is a milestone. */
static void add_task(gp_buffer *b, const gp_schedule *schedule, uint32_t activity)
{
    const gp_dates *dates = &schedule->dates[activity];
    gp_add_text(b, "[");
    add_name(b, schedule->network, activity);
    gp_add_text(b, "] as ");
    add_alias(b, 'A', activity);
    if (dates->earliest_ready <= dates->earliest_start) {
        gp_add_text(b, " happens ");
        gp_add_day(b, dates->earliest_ready);
    } else {
        gp_add_text(b, " starts ");
        gp_add_day(b, dates->earliest_start);
        gp_add_text(b, " and ends ");
        gp_add_day(b, dates->earliest_ready - 1);
    }
    gp_add_text(b, "\n");
    if (!dates->is_critical || dates->earliest_ready <= dates->earliest_start) return;
    add_alias(b, 'A', activity);
    gp_add_text(b, " is colored in Salmon\n");
}

static void add_needed(gp_buffer *b, const gp_schedule *schedule, uint32_t activity,
                       gp_language language)
{
    const gp_activity *a = &schedule->network->activities[activity];
    if (a->kind != GP_KIND_INTERVENTION) return;
    gp_day day = schedule->network->portfolio->interventions[a->item].needed_by;
    if (day == GP_NO_DAY) return;
    gp_add_text(b, "[");
    add_name(b, schedule->network, activity);
    gp_add_text(b, language == GP_DUTCH ? ", nodig] as " : ", needed] as ");
    add_alias(b, 'N', activity);
    gp_add_text(b, " happens ");
    gp_add_day(b, day);
    gp_add_text(b, "\n");
}

/* The chart begins at the first day of all. */
static gp_day first_day(const gp_schedule *schedule)
{
    gp_day first = schedule->network->portfolio->status_date;
    for (uint32_t i = 0; i < schedule->network->activity_count; i++)
        if (schedule->dates[i].earliest_start < first) first = schedule->dates[i].earliest_start;
    for (uint32_t i = 0; i < schedule->network->portfolio->intervention_count; i++) {
        gp_day needed = schedule->network->portfolio->interventions[i].needed_by;
        if (needed != GP_NO_DAY && needed < first) first = needed;
    }
    return first;
}

/* A title must have a letter or a digit: one of punctuation only begins with a number. */
static void add_title(gp_buffer *b, const char *title)
{
    if (!*title) return;
    gp_add_text(b, "title ");
    bool has_word = false;
    for (const char *c = title; *c; c++)
        has_word =
            has_word || (*c >= '0' && *c <= '9') || ((*c | 0x20) >= 'a' && (*c | 0x20) <= 'z');
    uint32_t first;
    size_t length = has_word ? 0 : gp_decode_utf8(title, strlen(title), &first);
    if (length) add_number_of(b, first);
    add_escaped(b, title + length);
    gp_add_text(b, "\n");
}

gp_status gp_write_plantuml(const gp_conversion *conversion, gp_output *out)
{
    const gp_schedule *schedule = conversion->schedule;
    gp_buffer *b = gp_new_buffer(conversion->job);
    if (!b) return gp_no_memory(conversion->job);
    gp_add_text(b, "@startgantt\n");
    add_title(b, conversion->portfolio->title);
    if (schedule) {
        gp_add_text(b, "Project starts ");
        gp_add_day(b, first_day(schedule));
        gp_add_text(b, "\n");
    }
    for (uint32_t i = 0; schedule && i < schedule->network->activity_count; i++) {
        uint32_t activity = schedule->network->order[i];
        add_task(b, schedule, activity);
        add_needed(b, schedule, activity, conversion->options->language);
    }
    gp_add_text(b, "@endgantt\n");
    GP_TRY(gp_report_whole_loss(
        conversion, GP_WORDS("all but names and dates", "alles behalve namen en datums")));
    return gp_finish_buffer(b, &out->text, &out->size);
}
