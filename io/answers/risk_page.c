/* SPDX-License-Identifier: MIT
 * What the parts of `risk` as text share: its order, and how its numbers are said. */
#include "io/answers/risk_page.h"
#include "io/answers/called.h"
#include "io/answers/decimals.h"
#include "io/answers/risk_words.h"
#include "io/answers/table.h"
#include "io/answers/text_parts.h"
#include "io/answers/words.h"

#include <stdlib.h>

/* The least chance first, of equal ones the most days late; those that nobody needs by a date
 * after them. */
static int compare_lives(const void *a, const void *b)
{
    const gp_risk_live *one = *(const gp_risk_live *const *)a;
    const gp_risk_live *other = *(const gp_risk_live *const *)b;
    if ((one->probability < 0) != (other->probability < 0)) return one->probability < 0 ? 1 : -1;
    if (one->probability != other->probability)
        return one->probability < other->probability ? -1 : 1;
    if (one->expected_late_days != other->expected_late_days)
        return one->expected_late_days > other->expected_late_days ? -1 : 1;
    return one->intervention < other->intervention ? -1 : 1;
}

gp_status gp_order_lives(gp_risk_page *page)
{
    const gp_risk_answer *answer = page->answer;
    page->lives = GP_NEW(page->job, const gp_risk_live *, answer->live_count);
    if (!page->lives) return gp_no_memory(page->job);
    for (uint32_t i = 0; i < answer->live_count; i++)
        if (gp_shows_risk_live(page->options->filter, page->portfolio, &answer->lives[i]))
            page->lives[page->live_count++] = &answer->lives[i];
    if (page->live_count) qsort(page->lives, page->live_count, sizeof *page->lives, compare_lives);
    return GP_OK;
}

bool gp_is_certain(const gp_risk_live *live)
{
    bool is_known = live->varies && !live->not_before;
    return !is_known && live->plan_probability >= 1 && live->mean_days_after_plan == 0;
}

bool gp_is_beyond_calendar(const gp_risk_live *live)
{
    const gp_risk_bar *last = live->bar_count ? &live->bars[live->bar_count - 1] : NULL;
    return last && last->day == GP_DAY_LAST && live->not_before && last->draws >= live->not_before;
}

bool gp_is_by_chance_one_day(const gp_risk_page *page, const gp_risk_live *live)
{
    return live->varies && live->bar_count == 1 && !live->not_before && page->answer->draws > 1;
}

bool gp_is_plan(const gp_risk_answer *answer)
{
    for (uint32_t i = 0; i < answer->live_count; i++)
        if (answer->lives[i].varies || !gp_is_certain(&answer->lives[i])) return false;
    return true;
}

static const char *percent(gp_risk_page *page, double share, const char *under, const char *over)
{
    gp_buffer *buffer = gp_new_buffer(page->job);
    if (!buffer) return NULL;
    if (share > 0 && share < 0.005) gp_add_text(buffer, under);
    if (share < 1 && share >= 0.995) gp_add_text(buffer, over);
    if (share > 0 && share < 0.005)
        gp_add_number(buffer, 1);
    else
        gp_add_number(buffer, share < 1 && share >= 0.995 ? 99 : (int64_t)(share * 100 + 0.5));
    gp_add_text(buffer, " %");
    return gp_buffer_text(buffer);
}

const char *gp_percent_text(gp_risk_page *page, double share)
{
    return share < 0 ? "-" : percent(page, share, "<", ">");
}

const char *gp_chance_text(gp_risk_page *page, double share)
{
    return percent(page, share, gp_say(page->language, "less than ", "minder dan "),
                   gp_say(page->language, "more than ", "meer dan "));
}

const char *gp_thousands_text(gp_risk_page *page, int64_t number)
{
    const char *digits = gp_number_text(page->job, number);
    gp_buffer *buffer = gp_new_buffer(page->job);
    if (!digits || !buffer) return NULL;
    size_t size = strlen(digits);
    for (size_t i = 0; i < size; i++) {
        if (i && (size - i) % 3 == 0) gp_add_text(buffer, gp_say(page->language, ",", "."));
        gp_add_bytes(buffer, &digits[i], 1);
    }
    return gp_buffer_text(buffer);
}

const char *gp_mean_text(gp_risk_page *page, double days)
{
    bool is_small = days < 9.95 && days > -9.95, is_large = days >= 9999.5 || days <= -9999.5;
    if (is_large) {
        gp_buffer *buffer = gp_new_buffer(page->job);
        if (!buffer) return NULL;
        if (days < 0) gp_add_text(buffer, "-");
        gp_add_made(buffer, gp_thousands_text(page, (int64_t)((days < 0 ? -days : days) + 0.5)));
        return gp_buffer_text(buffer);
    }
    return gp_decimals_text(page->job, days, is_small, page->language == GP_DUTCH ? ',' : '.');
}

const char *gp_live_called(gp_risk_page *page, uint32_t intervention)
{
    return gp_shortly_called(page->job, page->portfolio,
                             page->portfolio->interventions[intervention].symbol);
}

const char *gp_live_cell(gp_risk_page *page, uint32_t intervention)
{
    return gp_name_cell(page->job, page->portfolio,
                        page->portfolio->interventions[intervention].symbol);
}

#define NO_BREAK "\xC2\xA0"

/* Copies a text with every `from` as `to`. */
static void add_replaced(gp_buffer *buffer, const char *text, const char *from, const char *to)
{
    for (const char *next; (next = strstr(text, from)); text = next + strlen(from)) {
        gp_add_bytes(buffer, text, (size_t)(next - text));
        gp_add_text(buffer, to);
    }
    gp_add_text(buffer, text);
}

void gp_add_risk_line(gp_risk_page *page, size_t indent, size_t hang, const char *pattern,
                      const char *const *values)
{
    gp_buffer *line = gp_new_buffer(page->job);
    if (line) gp_add_filled(line, pattern, values);
    gp_wrap_risk_sentence(page, line ? gp_buffer_text(line) : NULL, indent, hang);
}

void gp_wrap_risk_sentence(gp_risk_page *page, const char *text, size_t indent, size_t hang)
{
    gp_buffer *held = gp_new_buffer(page->job), *wrapped = gp_new_buffer(page->job);
    if (!held || !wrapped || !text) {
        page->buffer->has_failed = true;
        return;
    }
    wrapped->width = page->buffer->width;
    add_replaced(held, text, " %", NO_BREAK "%");
    const char *line = gp_buffer_text(held);
    gp_add_blanks(page->buffer, indent);
    if (line) gp_add_wrapped(wrapped, line, indent, indent + hang);
    line = gp_buffer_text(wrapped);
    if (line)
        add_replaced(page->buffer, line, NO_BREAK "%", " %");
    else
        page->buffer->has_failed = true;
}

void gp_add_risk_heading(gp_risk_page *page, const char *heading, const char *words)
{
    gp_add_text(page->buffer, "\n");
    gp_add_heading(page->buffer, page->options, heading);
    if (words) gp_add_line(page->buffer, 2, 0, words, NULL);
}

void gp_add_risk_cut(gp_risk_page *page, uint32_t shown, uint32_t count)
{
    const char *values[] = {gp_number_text(page->job, shown), gp_number_text(page->job, count)};
    if (shown >= count) return;
    gp_add_line(page->buffer, 2, 0,
                gp_say(page->language, "The first {0} of {1}; --top N shows more, --top 0 all.",
                       "De eerste {0} van {1}; --top N toont er meer, --top 0 alle."),
                values);
}

void gp_add_risk_table(gp_risk_page *page, const gp_table *table, uint32_t shown, uint32_t count)
{
    gp_add_table(page->buffer, table, 2);
    gp_add_risk_cut(page, shown, count);
}
