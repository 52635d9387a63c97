/* SPDX-License-Identifier: MIT
 * The plan as plateaus: what begins in which round, or year, and what goes live before the next?
 * A box belongs to the period of its earliest start; where something that it needs stands in a
 * later one the layout moves it there, for no arrow leads to the left. Only periods in which
 * something begins or goes live have columns. */
#include "render/path_picture.h"

#include <stdlib.h>

static gp_day period_of(const gp_network *network, gp_columns columns, gp_day day)
{
    const gp_portfolio *portfolio = network->portfolio;
    if (columns == GP_COLUMNS_YEAR) return gp_day_of((gp_date){gp_date_of(day).year, 1, 1});
    gp_day round = gp_last_round(&portfolio->calendar, &portfolio->planning, day);
    bool is_one = gp_next_round(&portfolio->calendar, &portfolio->planning, round) == round;
    return is_one ? round : GP_NO_DAY;
}

static int by_day(const void *a, const void *b)
{
    const gp_period *x = a, *y = b;
    return x->from < y->from ? -1 : x->from > y->from;
}

/* The last period that begins on the day or before it; 0 where all begin later. */
static uint32_t find(const gp_periods *periods, gp_day day)
{
    uint32_t low = 0, high = periods->count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (periods->periods[middle].from <= day)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static gp_status no_rounds(gp_job *job)
{
    gp_finding finding = {.code = 807};
    return gp_fail(job, GP_INVALID, &finding);
}

/* Each once, in their order. */
static void merge(gp_periods *periods, uint32_t count)
{
    qsort(periods->periods, count, sizeof *periods->periods, by_day);
    for (uint32_t i = 0; i < count; i++) {
        gp_period *last = periods->count ? &periods->periods[periods->count - 1] : NULL;
        if (!last || last->from != periods->periods[i].from)
            periods->periods[periods->count++] = periods->periods[i];
    }
}

static void count_in(gp_path_picture *picture, gp_columns columns)
{
    const gp_path_part *part = &picture->model->parts[GP_PART_FOUNDED];
    const gp_schedule *schedule = picture->model->schedule;
    const gp_network *network = schedule->network;
    gp_periods *periods = &picture->periods;
    for (uint32_t i = 0; i < part->box_count; i++) {
        const gp_dates *dates = &schedule->dates[part->boxes[i].activity];
        gp_day from = period_of(network, columns, dates->earliest_start);
        periods->of_box[i] = find(periods, from);
        periods->periods[periods->of_box[i]].begin++;
        if (part->boxes[i].kind == GP_BOX_INTERVENTION)
            periods->periods[find(periods, period_of(network, columns, dates->earliest_ready))]
                .live++;
    }
}

/* The periods of all that begins, and of what goes live. */
static uint32_t list_days(const gp_path_picture *picture, gp_columns columns)
{
    const gp_path_part *part = &picture->model->parts[GP_PART_FOUNDED];
    const gp_schedule *schedule = picture->model->schedule;
    uint32_t count = 0;
    for (uint32_t i = 0; i < part->box_count; i++) {
        const gp_dates *dates = &schedule->dates[part->boxes[i].activity];
        bool is_intervention = part->boxes[i].kind == GP_BOX_INTERVENTION;
        const gp_day days[2] = {dates->earliest_start, dates->earliest_ready};
        for (int k = 0; k < (is_intervention ? 2 : 1); k++)
            picture->periods.periods[count++].from = period_of(schedule->network, columns, days[k]);
    }
    return count;
}

gp_status gp_find_periods(gp_path_picture *picture)
{
    gp_job *job = picture->sheet.job;
    const gp_path_part *part = &picture->model->parts[GP_PART_FOUNDED];
    const gp_schedule *schedule = picture->model->schedule;
    gp_columns columns = picture->model->view->columns;
    if (columns == GP_COLUMNS_LAYER) return GP_OK;
    bool has_rounds = gp_has_rounds(&schedule->network->portfolio->planning);
    if (columns == GP_COLUMNS_ROUND && !has_rounds) return no_rounds(job);
    if (part->box_count == 0) return GP_OK;
    picture->periods.periods = GP_NEW(job, gp_period, 2 * (size_t)part->box_count);
    picture->periods.of_box = GP_NEW(job, uint32_t, part->box_count);
    if (!picture->periods.periods || !picture->periods.of_box) return gp_no_memory(job);
    merge(&picture->periods, list_days(picture, columns));
    count_in(picture, columns);
    return GP_OK;
}

/* ---- drawing ---- */

/* Whether every period begins with a year, so that its number names it. */
static bool are_years(const gp_periods *periods)
{
    for (uint32_t i = 0; i < periods->count; i++) {
        gp_date date = gp_date_of(periods->periods[i].from);
        bool is_first = periods->periods[i].from == GP_NO_DAY;
        if (!is_first && (date.month != 1 || date.day != 1)) return false;
    }
    return true;
}

static void add_name(const gp_path_picture *picture, uint32_t index)
{
    gp_buffer *words = picture->sheet.scratch;
    gp_day from = picture->periods.periods[index].from;
    if (from == GP_NO_DAY)
        gp_add_text(words, gp_say(picture->sheet.language, "before the first round",
                                  "v\xC3\xB3\xC3\xB3r de eerste ronde"));
    else if (are_years(&picture->periods))
        gp_add_number(words, gp_date_of(from).year);
    else
        gp_add_day(words, from);
}

static void add_count(const gp_path_picture *picture, uint32_t count, const char *one,
                      const char *many)
{
    gp_add_number(picture->sheet.scratch, count);
    gp_add_text(picture->sheet.scratch, count == 1 ? one : many);
}

/* "12 begin · 5 go live". */
static void add_counts(const gp_path_picture *picture, const gp_period *period)
{
    gp_language language = picture->sheet.language;
    add_count(picture, period->begin, gp_say(language, " begins", " begint"),
              gp_say(language, " begin", " beginnen"));
    if (period->live == 0) return;
    gp_add_text(picture->sheet.scratch, " \xC2\xB7 ");
    add_count(picture, period->live, gp_say(language, " goes live", " gaat live"),
              gp_say(language, " go live", " gaan live"));
}

static void draw_period(const gp_path_picture *picture, uint32_t index, gp_length top,
                        gp_length foot)
{
    const gp_layout *layout = &picture->layouts[GP_PART_FOUNDED];
    uint32_t first = layout->period_column[index], end = layout->period_column[index + 1];
    gp_buffer *buffer = picture->sheet.buffer;
    gp_length left = GP_MARGIN + layout->step * first - GP_UNITS(12);
    gp_point size = {layout->step * (end - first - 1) + layout->boxes[0].size.x + GP_UNITS(24),
                     foot - top};
    gp_add_text(buffer, "<g class=\"period\" role=\"group\" aria-label=\"");
    add_name(picture, index);
    gp_add_text(picture->sheet.scratch, ": ");
    add_counts(picture, &picture->periods.periods[index]);
    gp_add_text(buffer, gp_take_words(&picture->sheet));
    gp_add_text(buffer, "\">\n");
    gp_svg_rectangle(buffer, "plateau", (gp_point){left, top}, size, GP_UNITS(4));
    add_name(picture, index);
    gp_svg_words(buffer, GP_FONT_TITLE, (gp_point){left + GP_UNITS(12), top + GP_UNITS(25)},
                 gp_take_words(&picture->sheet));
    add_counts(picture, &picture->periods.periods[index]);
    gp_svg_words(buffer, GP_FONT_CAPTION, (gp_point){left + GP_UNITS(12), top + GP_UNITS(42)},
                 gp_take_words(&picture->sheet));
    gp_add_text(buffer, "</g>\n");
}

void gp_draw_periods(const gp_path_picture *picture, gp_length top, gp_length foot)
{
    for (uint32_t i = 0; i < picture->periods.count; i++) draw_period(picture, i, top, foot);
}
