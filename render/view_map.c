/* SPDX-License-Identifier: MIT
 * The capability map: what an organisation can do, as boxes in boxes, with colours that say how
 * that stands on a day. Of several days there is a panel for each, and every box has the same place
 * in all of them, so that one sees what changes. */
#include "render/map_picture.h"
#include "render/part_words.h"

#include <string.h>

#define PANEL_GAP GP_UNITS(28)
#define PANEL_HEAD GP_UNITS(53)
#define ROUND_LEAST GP_UNITS(220) /* a panel with room for that word */
#define BODY_GAP GP_UNITS(16)
#define PAGE_LEAST GP_UNITS(760)

/* ---- what it says of itself ---- */

static uint32_t count_shown(const gp_map *map)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < map->row_count; i++) count += !map->rows[i].is_context;
    return count;
}

static void add_days(gp_buffer *buffer, const gp_map *map, gp_language language)
{
    gp_add_day(buffer, map->dates[0]);
    if (map->date_count == 1) return;
    gp_add_text(buffer, " \xE2\x80\x93 ");
    gp_add_day(buffer, map->dates[map->date_count - 1]);
    gp_add_text(buffer, ", ");
    gp_add_number(buffer, map->date_count);
    gp_add_text(buffer, map->is_at_rounds ? gp_say(language, " rounds", " rondes")
                                          : gp_say(language, " days", " dagen"));
}

static const char *subtitle_words(const gp_map_picture *picture)
{
    const gp_sheet *sheet = &picture->sheet;
    gp_language language = sheet->language;
    gp_buffer *buffer = sheet->scratch;
    const gp_map *map = &picture->map;
    uint32_t shown = count_shown(map);
    gp_shown_part part = GP_WHOLE;
    gp_add_text(buffer, gp_say(language, "Capability map on ", "Capabilitykaart op "));
    add_days(buffer, map, language);
    if (map->date_count > 1 || map->dates[0] != sheet->portfolio->status_date) {
        gp_add_text(buffer, gp_say(language, " \xC2\xB7 status date ", " \xC2\xB7 peildatum "));
        gp_add_day(buffer, sheet->portfolio->status_date);
    }
    gp_add_text(buffer, gp_say(language, " \xC2\xB7 coloured ", " \xC2\xB7 gekleurd "));
    gp_add_text(buffer, gp_map_colour_words(picture->view->colour, language));
    gp_add_text(buffer, " \xC2\xB7 ");
    gp_add_number(buffer, shown);
    gp_add_text(buffer, shown == 1 ? " capability" : " capabilities");
    if (picture->flat_count) {
        gp_add_text(buffer, " \xC2\xB7 ");
        gp_add_number(buffer, picture->flat_count);
        gp_add_text(buffer, gp_say(language, " deeper than five frames, flat in the fifth",
                                   " dieper dan vijf kaders, plat in het vijfde"));
    }
    part.filter = picture->view->options.filter;
    part.others = sheet->portfolio->capability_count + sheet->portfolio->missing_count - shown;
    gp_add_part_words(buffer, sheet->schedule->network, language, &part);
    gp_add_older_words(buffer, language, picture->view->older, &picture->tally);
    return gp_take_words(sheet);
}

static gp_page page_of(const gp_map_picture *picture)
{
    const gp_sheet *sheet = &picture->sheet;
    const char *title = sheet->portfolio->title;
    return (gp_page){
        .name = "map",
        .title = *title ? title : gp_say(sheet->language, "Capability map", "Capabilitykaart"),
        .subtitle = subtitle_words(picture),
        .reading =
            gp_say(sheet->language,
                   "A box for each capability, within a frame for what it is part of. The pips "
                   "say which level is there and which is asked, the colour and the sign how "
                   "that stands. Of several days there is a panel for each.",
                   "Een vak voor elke capability, in een kader voor waar die deel van is. De "
                   "staafjes zeggen welk niveau er is en welk er gevraagd is, de kleur en het "
                   "teken hoe dat staat. Van meer dagen is er een paneel voor elk."),
        .theme = picture->view->theme,
        .style = &gp_map_style,
        .more = picture->view->older ? &gp_older_style : NULL};
}

/* ---- panels ---- */

/* "24 too late · 10 in time", in the words of the legend. */
static const char *panel_words(const gp_map_picture *picture, uint32_t panel)
{
    const gp_map_kinds *kinds = picture->kinds;
    const uint32_t *counts = &kinds->counts[(size_t)panel * kinds->count];
    bool is_first = true;
    for (uint32_t i = 0; i < kinds->count; i++) {
        if (counts[i] == 0) continue;
        if (!is_first) gp_add_text(picture->sheet.scratch, " \xC2\xB7 ");
        gp_add_number(picture->sheet.scratch, counts[i]);
        gp_add_text(picture->sheet.scratch, " ");
        gp_add_text(picture->sheet.scratch, kinds->kinds[i].words);
        is_first = false;
    }
    return gp_take_words(&picture->sheet);
}

static void draw_panel_head(const gp_map_picture *picture, uint32_t panel, gp_point at,
                            const char *words)
{
    const gp_sheet *sheet = &picture->sheet;
    gp_length width = picture->nodes[0].size.x;
    char date[GP_DATE_SIZE];
    gp_format_date(picture->map.dates[panel], date);
    gp_add_text(sheet->scratch, date);
    if (picture->map.is_at_rounds && width > ROUND_LEAST)
        gp_add_text(sheet->scratch, gp_say(sheet->language, ", planning round", ", planronde"));
    gp_draw_cut(sheet, GP_FONT_NAME, NULL, (gp_point){at.x, at.y + GP_UNITS(14)}, width,
                gp_take_words(sheet), false);
    gp_draw_wrapped(sheet, GP_FONT_CAPTION, (gp_point){at.x, at.y + GP_UNITS(29)}, width, 2,
                    GP_UNITS(14), words);
}

/* Its title is what it counts, which may be cut. */
static void open_panel(const gp_map_picture *picture, uint32_t panel, const char *words)
{
    gp_buffer *buffer = picture->sheet.buffer;
    gp_add_text(buffer, "<g id=\"panel__");
    gp_add_number(buffer, panel + 1);
    gp_add_text(buffer, "\" class=\"panel\" role=\"group\" aria-label=\"");
    gp_add_day(buffer, picture->map.dates[panel]);
    gp_add_text(buffer, "\">\n<title>");
    gp_add_day(buffer, picture->map.dates[panel]);
    gp_add_text(buffer, ": ");
    gp_svg_escape(buffer, words, strlen(words));
    gp_add_text(buffer, "</title>\n");
}

static void draw_panel(const gp_map_picture *picture, uint32_t panel, gp_point at)
{
    bool is_one = picture->map.date_count == 1;
    if (!is_one) {
        const char *words = panel_words(picture, panel);
        open_panel(picture, panel, words);
        draw_panel_head(picture, panel, at, words);
        at.y += PANEL_HEAD;
    }
    for (uint32_t i = 1; i < picture->node_count; i++)
        gp_draw_map_node(picture, &picture->nodes[i], panel, at);
    if (!is_one) gp_add_text(picture->sheet.buffer, "</g>\n");
}

static gp_length draw_panels(const gp_map_picture *picture, gp_length top)
{
    gp_point size = picture->nodes[0].size;
    uint32_t count = picture->map.date_count, columns = picture->panel_columns;
    uint32_t rows = (count + columns - 1) / columns;
    gp_length step = size.y + picture->panel_head + PANEL_GAP;
    for (uint32_t i = 0; i < count; i++)
        draw_panel(picture, i,
                   (gp_point){GP_MARGIN + (size.x + PANEL_GAP) * (i % columns),
                              top + step * (i / columns)});
    return top + step * rows - PANEL_GAP;
}

static gp_length draw_body(const gp_map_picture *picture, gp_length top)
{
    const gp_sheet *sheet = &picture->sheet;
    gp_length foot;
    if (picture->map.row_count == 0)
        foot = gp_draw_lines(
            sheet->buffer, GP_FONT_SUBTITLE, (gp_point){GP_MARGIN, top},
            sheet->width - 2 * GP_MARGIN,
            gp_say(sheet->language, "There are no capabilities.", "Er zijn geen capabilities."));
    else
        foot = draw_panels(picture, top);
    if (picture->ghost_count)
        foot = gp_draw_ghosts(sheet, foot + BODY_GAP, sheet->width - 2 * GP_MARGIN, picture->ghosts,
                              picture->ghost_count);
    return gp_draw_map_legend(picture, foot + BODY_GAP) + GP_MARGIN - GP_UNITS(8);
}

/* ---- the whole ---- */

/* What NULL stands for. */
static const gp_map_view defaults = {.language = GP_ENGLISH};

static gp_length width_of(const gp_map_picture *picture)
{
    gp_length panels = (picture->nodes[0].size.x + PANEL_GAP) * picture->panel_columns - PANEL_GAP;
    gp_length width = panels + 2 * GP_MARGIN;
    return width > PAGE_LEAST ? width : PAGE_LEAST;
}

gp_status gp_draw_map(gp_job *job, const gp_schedule *schedule, const gp_map_view *view,
                      gp_picture *out)
{
    if (!view) view = &defaults;
    gp_map_picture picture = {.view = view};
    GP_TRY(gp_start_sheet(&picture.sheet, job, schedule, view->language));
    GP_TRY(gp_find_map(job, schedule, &view->options, &picture.map));
    picture.is_compact = picture.map.date_count > 1;
    picture.panel_head = picture.is_compact ? PANEL_HEAD : 0;
    GP_TRY(gp_make_map_nodes(&picture));
    GP_TRY(gp_find_map_kinds(&picture));
    GP_TRY(gp_find_map_was(&picture));
    gp_size_map_boxes(&picture);
    gp_pack_map(&picture);
    gp_place_map(&picture);
    picture.sheet.width = width_of(&picture);
    picture.sheet.page = page_of(&picture);
    gp_picture drawn = {.box_count = count_shown(&picture.map)};
    gp_length foot = draw_body(&picture, gp_draw_sheet_head(&picture.sheet) + BODY_GAP);
    GP_TRY(gp_finish_sheet(&picture.sheet, foot, &drawn));
    *out = drawn;
    return GP_OK;
}
