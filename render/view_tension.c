/* SPDX-License-Identifier: MIT
 * The field of tension: interventions go in weeks, capabilities in months and years. One row per
 * intervention on a logarithmic axis of days, those furthest out of their own rhythm on top. */
#include "render/key.h"
#include "render/part_words.h"
#include "render/tension.h"

#include <string.h>

#define PANEL_WIDTH ((gp_length)15874 - 2 * GP_MARGIN)
#define PANEL_GAP GP_UNITS(28)
#define AXIS_ROOM GP_UNITS(30)
#define GAP GP_UNITS(16)
#define ROUGH_HEAD GP_UNITS(200) /* what stands above and below the rows */

/* The rows beside each other in panels, so that many of them fill a page and make no strip. */
typedef struct panels {
    uint32_t row_count, count;
    uint32_t rows;   /* in each, but in the last */
    gp_length width; /* of the page */
} panels;

static const gp_style_rule rules[] = {
    {".ground", GP_COLOUR_PAGE, GP_COLOUR_GRID},
    {".ground.odd", GP_COLOUR_PANEL, GP_COLOUR_GRID},
    {".grid", GP_COLOUR_NONE, GP_COLOUR_GRID},
    {".reach", GP_COLOUR_INTERVENTION, GP_COLOUR_INTERVENTION_LINE},
    {".work", GP_COLOUR_REQUESTED, GP_COLOUR_REQUESTED_LINE},
    {".wait", GP_COLOUR_PAGE, GP_COLOUR_REQUESTED_LINE},
    {".hatch", GP_COLOUR_NONE, GP_COLOUR_REQUESTED_LINE},
    {".point.cycle", GP_COLOUR_INTERVENTION_LINE, GP_COLOUR_INTERVENTION_LINE},
    {".point.duration", GP_COLOUR_NONE, GP_COLOUR_INTERVENTION_LINE},
    {".point.chain", GP_COLOUR_NONE, GP_COLOUR_INK},
    {".out .point.chain,.clash .point.chain", GP_COLOUR_NONE, GP_COLOUR_CLASH},
    {"text.gap", GP_COLOUR_CLASH, GP_COLOUR_NONE},
};

static const gp_style style = {.rules = rules,
                               .rule_count = sizeof rules / sizeof *rules,
                               .shapes = ".grid,.hatch,.point.duration,.point.chain{fill:none}\n"
                                         ".ground,.grid{stroke-width:.8px}\n"
                                         ".reach{stroke-width:.8px;stroke-dasharray:2 3}\n"
                                         ".work,.wait,.hatch{stroke-width:1px}\n"
                                         ".wait{stroke-dasharray:3 2}\n"
                                         ".point{stroke-width:1.8px}\n"
                                         ".point.chain{stroke-width:4px}\n"};

/* As few panels as make the page no taller than 5 : 3. */
static panels arrange(uint32_t row_count)
{
    panels p = {.row_count = row_count};
    gp_length height;
    do {
        p.count++;
        p.rows = (row_count + p.count - 1) / p.count;
        p.width = 2 * GP_MARGIN + PANEL_WIDTH * p.count + PANEL_GAP * (p.count - 1);
        height = ROUGH_HEAD + GP_TENSION_STEP * p.rows;
    } while (3 * height > 5 * p.width);
    return p;
}

static void draw_grounds(gp_buffer *buffer, uint32_t count, gp_point at)
{
    for (uint32_t i = 0; i < count; i++)
        gp_svg_rectangle(buffer, i % 2 ? "ground odd" : "ground",
                         (gp_point){at.x, at.y + GP_TENSION_STEP * i},
                         (gp_point){PANEL_WIDTH, GP_TENSION_STEP}, 0);
}

/* The name of a line, where it fits before the next. */
static void draw_tick_name(gp_buffer *buffer, const gp_log_axis *axis, const gp_log_tick *tick,
                           gp_language language, gp_length base)
{
    const char *name = tick->name[language];
    gp_length x = gp_log_x(axis, tick->days) + GP_UNITS(3);
    gp_length end = x + gp_measure_text(name, strlen(name), GP_FONT_CAPTION);
    bool is_last = tick->days >= axis->last;
    if (is_last || end < gp_log_x(axis, tick[1].days))
        gp_svg_words(buffer, GP_FONT_CAPTION, (gp_point){x, base}, name);
}

static void draw_axis(const gp_sheet *sheet, const gp_log_axis *axis, uint32_t panel, gp_length top,
                      gp_length foot)
{
    gp_buffer *buffer = sheet->buffer;
    gp_language language = sheet->language;
    size_t count;
    const gp_log_tick *ticks = gp_log_ticks(&count);
    gp_add_text(buffer, "<g id=\"days");
    if (panel) {
        gp_add_text(buffer, "-");
        gp_add_number(buffer, panel + 1);
    }
    gp_add_text(buffer, "\" class=\"days\" role=\"group\" aria-label=\"");
    gp_add_text(buffer, gp_say(language, "Time axis, logarithmic", "Tijdas, logaritmisch"));
    gp_add_text(buffer, "\">\n");
    for (size_t i = 0; i < count && ticks[i].days <= axis->last; i++) {
        if (ticks[i].days < axis->first) continue;
        gp_length x = gp_log_x(axis, ticks[i].days);
        gp_svg_open_path(buffer, "grid");
        gp_svg_move(buffer, x, top - GP_UNITS(16));
        gp_svg_line(buffer, x, foot);
        gp_svg_close_path(buffer);
        draw_tick_name(buffer, axis, &ticks[i], language, top - GP_UNITS(6));
    }
    gp_add_text(buffer, "</g>\n");
}

/* ---- key ---- */

/* What occurs in the picture. */
typedef struct tension_seen {
    bool has_cycle, has_duration, has_work, has_waiting, has_chain, has_out;
    int32_t least, most; /* days of any mark */
} tension_seen;

static void see_days(tension_seen *seen, int32_t days)
{
    if (days <= 0) return;
    if (days < seen->least) seen->least = days;
    if (days > seen->most) seen->most = days;
}

static tension_seen look_at(const gp_tension_row *rows, uint32_t count)
{
    tension_seen seen = {.least = INT32_MAX};
    for (uint32_t i = 0; i < count; i++) {
        const gp_tension_row *row = &rows[i];
        int32_t from = row->cycle > 0 ? row->cycle : 0, work = row->work > from ? row->work : from;
        bool is_red = row->is_out || row->late > 0;
        see_days(&seen, row->cycle);
        see_days(&seen, row->duration);
        if (row->has_chain) see_days(&seen, row->days);
        seen.has_cycle |= row->cycle > 0;
        seen.has_duration |= row->duration > 0;
        seen.has_work |= row->has_chain && row->work > from;
        seen.has_waiting |= row->has_chain && row->days > work;
        seen.has_chain |= row->has_chain && !is_red;
        seen.has_out |= row->has_chain && is_red;
    }
    return seen;
}

static void draw_mark(gp_buffer *buffer, gp_point at, int kind)
{
    gp_draw_tension_mark(buffer, (gp_tension_mark)kind,
                         (gp_point){at.x + GP_SAMPLE_WIDTH / 2, at.y + GP_SAMPLE_HEIGHT / 2});
}

static void draw_reach(gp_buffer *buffer, gp_point at, int kind)
{
    (void)kind;
    gp_svg_rectangle(buffer, "reach", at, (gp_point){GP_SAMPLE_WIDTH, GP_SAMPLE_HEIGHT}, 0);
}

static void draw_bar(gp_buffer *buffer, gp_point at, int is_waiting)
{
    gp_length middle = at.y + GP_SAMPLE_HEIGHT / 2, end = at.x + GP_SAMPLE_WIDTH;
    if (is_waiting)
        gp_draw_waiting(buffer, at.x, end, middle);
    else
        gp_draw_working(buffer, at.x, end, middle);
}

static gp_length draw_key(const gp_sheet *sheet, const tension_seen *seen, gp_length top)
{
    gp_language language = sheet->language;
    const gp_key_entry entries[] = {
        {"row", draw_mark, GP_MARK_CYCLE,
         seen->has_cycle ? gp_say(language, "one iteration", "één iteratie") : NULL},
        {"row", draw_mark, GP_MARK_DURATION,
         seen->has_duration ? gp_say(language, "planned duration", "geplande duur") : NULL},
        {"row", draw_reach, 0,
         seen->has_cycle ? gp_say(language, "in reach of its own rhythm: up to 12 iterations",
                                  "binnen bereik van het eigen ritme: tot 12 iteraties")
                         : NULL},
        {"row", draw_bar, 0,
         seen->has_work ? gp_say(language, "work in its chain", "werk in de keten") : NULL},
        {"row", draw_bar, 1,
         seen->has_waiting ? gp_say(language, "and waiting: for rounds, iterations, release, lag",
                                    "en wachten: op planrondes, iteraties, vrijgave, wachttijd")
                           : NULL},
        {"row", draw_mark, GP_MARK_CHAIN,
         seen->has_chain ? gp_say(language, "lead time of its chain", "doorlooptijd van de keten")
                         : NULL},
        {"row out", draw_mark, GP_MARK_CHAIN,
         seen->has_out ? gp_say(language, "lead time out of rhythm, or late",
                                "doorlooptijd uit het ritme, of te laat")
                       : NULL},
    };
    return gp_draw_key(sheet->buffer, language, entries, sizeof entries / sizeof *entries,
                       (gp_point){GP_MARGIN, top}, sheet->width - 2 * GP_MARGIN);
}

/* ---- page ---- */

static const char *subtitle_words(const gp_sheet *sheet, const gp_tension_row *rows, uint32_t count,
                                  const gp_filter *filter)
{
    const gp_portfolio *portfolio = sheet->portfolio;
    gp_language language = sheet->language;
    gp_buffer *buffer = sheet->scratch;
    uint32_t out_count = 0, late = 0;
    for (uint32_t i = 0; i < count; i++) {
        out_count += rows[i].is_out;
        late += rows[i].late > 0;
    }
    gp_add_text(buffer, gp_say(language, "Field of tension \xC2\xB7 status date ",
                               "Spanningsveld \xC2\xB7 peildatum "));
    gp_add_day(buffer, portfolio->status_date);
    gp_add_text(buffer, " \xC2\xB7 ");
    gp_add_number(buffer, count);
    gp_add_text(buffer, count == 1 ? gp_say(language, " intervention", " interventie")
                                   : gp_say(language, " interventions", " interventies"));
    gp_add_text(buffer, " \xC2\xB7 ");
    gp_add_number(buffer, out_count);
    gp_add_text(buffer, gp_say(language, " out of rhythm \xC2\xB7 ", " uit het ritme \xC2\xB7 "));
    gp_add_number(buffer, late);
    gp_add_text(buffer, gp_say(language, " late", " te laat"));
    gp_add_filter_words(buffer, sheet->schedule->network, language, filter,
                        portfolio->intervention_count - count);
    return gp_take_words(sheet);
}

static void draw_panel(const gp_sheet *sheet, const panels *p, const gp_log_axis *fitted,
                       const gp_tension_row *rows, uint32_t panel, gp_length top)
{
    uint32_t first = panel * p->rows;
    uint32_t count = p->row_count - first < p->rows ? p->row_count - first : p->rows;
    gp_length left = GP_MARGIN + (PANEL_WIDTH + PANEL_GAP) * panel;
    gp_log_axis axis = *fitted;
    axis.left = left + GP_TENSION_NAMES;
    axis.width = PANEL_WIDTH - GP_TENSION_NAMES - GP_TENSION_WORDS;
    draw_grounds(sheet->buffer, count, (gp_point){left, top});
    draw_axis(sheet, &axis, panel, top, top + GP_TENSION_STEP * count);
    gp_draw_tension_rows(sheet, &axis, rows + first, count, top);
}

static gp_length draw_body(const gp_sheet *sheet, const panels *p, const gp_tension_row *rows,
                           gp_length top)
{
    gp_language language = sheet->language;
    const tension_seen seen = look_at(rows, p->row_count);
    gp_log_axis axis = {0};
    if (p->row_count == 0)
        return gp_draw_lines(
                   sheet->buffer, GP_FONT_SUBTITLE, (gp_point){GP_MARGIN, top + GAP},
                   sheet->width - 2 * GP_MARGIN,
                   gp_say(language, "There are no interventions.", "Er zijn geen interventies.")) +
               GP_MARGIN;
    gp_fit_log_axis(&axis, seen.least, seen.most);
    top += AXIS_ROOM;
    for (uint32_t i = 0; i * p->rows < p->row_count; i++) draw_panel(sheet, p, &axis, rows, i, top);
    return draw_key(sheet, &seen, top + GP_TENSION_STEP * p->rows + GAP) + GP_MARGIN - GP_UNITS(8);
}

/* What NULL stands for. */
static const gp_tension_view defaults = {0};

gp_status gp_draw_tension(gp_job *job, const gp_schedule *schedule, const gp_tension_view *view,
                          gp_picture *out)
{
    if (!view) view = &defaults;
    gp_language language = view->language;
    gp_sheet sheet = {0};
    gp_tension_row *rows;
    uint32_t count;
    GP_TRY(gp_start_sheet(&sheet, job, schedule, language));
    GP_TRY(gp_find_tension(job, schedule, view->filter, &rows, &count));
    const panels p = arrange(count);
    sheet.width = p.width;
    const char *title = sheet.portfolio->title;
    sheet.page =
        (gp_page){.name = "tension",
                  .title = *title ? title : gp_say(language, "Field of tension", "Spanningsveld"),
                  .subtitle = subtitle_words(&sheet, rows, count, view->filter),
                  .reading = gp_say(language,
                                    "One row per intervention, on a logarithmic axis of days: "
                                    "its iteration, its planned duration, and the lead time of "
                                    "the capabilities that fix its date, work and waiting apart.",
                                    "Eén rij per interventie, op een logaritmische as van dagen: "
                                    "de iteratie, de geplande duur, en de doorlooptijd van de "
                                    "capabilities die de datum bepalen, werk en wachten apart."),
                  .theme = view->theme,
                  .style = &style};
    gp_picture drawn = {.box_count = count};
    gp_length foot = draw_body(&sheet, &p, rows, gp_draw_sheet_head(&sheet));
    GP_TRY(gp_finish_sheet(&sheet, foot, &drawn));
    *out = drawn;
    return GP_OK;
}
