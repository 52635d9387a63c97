/* SPDX-License-Identifier: MIT
 * How sure are the dates? A card for each intervention, least sure first: the S curve of its live
 * date, and what that date varies with. */
#include "render/key.h"
#include "render/risk_picture.h"

#define CARD_GAP GP_UNITS(20)
#define ROUGH_HEAD GP_UNITS(220) /* what stands above and below the cards */
#define HEADLINE_MOST GP_UNITS(1200)
#define CARD_INSET GP_UNITS(12)

static const gp_style_rule rules[] = {
    {".card .ground", GP_COLOUR_PAGE, GP_COLOUR_GRID},
    {".grid", GP_COLOUR_NONE, GP_COLOUR_GRID},
    {".draws", GP_COLOUR_NONE, GP_COLOUR_INTERVENTION_LINE},
    {".needed", GP_COLOUR_NONE, GP_COLOUR_CLASH},
    {".plan", GP_COLOUR_NONE, GP_COLOUR_MUTED},
    {".point", GP_COLOUR_PAGE, GP_COLOUR_INK},
    {".point.sure", GP_COLOUR_INK, GP_COLOUR_INK},
    {".lever.risk", GP_COLOUR_CLASH, GP_COLOUR_CLASH},
    {".lever.won", GP_COLOUR_PAGE, GP_COLOUR_CLASH},
    {".lever.added", GP_COLOUR_PAGE, GP_COLOUR_CLASH},
    {".lever.step", GP_COLOUR_INTERVENTION, GP_COLOUR_INTERVENTION_LINE},
    {".hatch", GP_COLOUR_NONE, GP_COLOUR_CLASH},
    {"text.halo", GP_COLOUR_INK, GP_COLOUR_PAGE},
};

static const gp_style style = {.rules = rules,
                               .rule_count = sizeof rules / sizeof *rules,
                               .shapes = ".grid,.draws,.needed,.plan,.hatch{fill:none}\n"
                                         ".card .ground,.grid{stroke-width:.8px}\n"
                                         ".draws{stroke-width:2.2px;stroke-linejoin:round}\n"
                                         ".needed{stroke-width:2.2px}\n"
                                         ".plan{stroke-width:1.4px;stroke-dasharray:4 3}\n"
                                         ".point{stroke-width:1.4px}\n"
                                         ".lever{stroke-width:1px}\n"
                                         ".hatch{stroke-width:.8px}\n"
                                         "text.halo{paint-order:stroke;stroke-width:3px;"
                                         "stroke-linejoin:round}\n"};

/* ---- cards ---- */

void gp_draw_risk_card(const gp_risk_picture *picture, const gp_risk_card *card, gp_point at)
{
    const gp_sheet *sheet = &picture->sheet;
    uint32_t intervention = card->live->intervention;
    const char *name = gp_risk_name(picture, intervention);
    gp_length room = GP_RISK_CARD_WIDTH - 2 * CARD_INSET;
    gp_point inner = {at.x + CARD_INSET, at.y};
    gp_add_risk_sentence(sheet->scratch, sheet->language, card);
    const char *sentence = gp_take_words(sheet);
    gp_add_text(sheet->scratch, name);
    gp_add_text(sheet->scratch, ": ");
    gp_add_text(sheet->scratch, sentence);
    const gp_item_words words = {
        .prefix = "risk",
        .id = sheet->portfolio->ids[sheet->portfolio->interventions[intervention].symbol],
        .class_name = "card",
        .label = gp_take_words(sheet),
        .title = gp_risk_card_title(picture, card),
        .is_activity = true,
        .activity = sheet->schedule->network->intervention_activity[intervention]};
    gp_open_item(sheet, &words);
    gp_svg_rectangle(sheet->buffer, "ground", at,
                     (gp_point){GP_RISK_CARD_WIDTH, GP_RISK_CARD_HEIGHT}, 0);
    gp_draw_cut(sheet, GP_FONT_NAME, NULL, (gp_point){inner.x, at.y + GP_UNITS(17)}, room, name,
                false);
    gp_draw_cut(sheet, GP_FONT_CAPTION, NULL, (gp_point){inner.x, at.y + GP_UNITS(32)}, room,
                sentence, false);
    gp_draw_risk_curve(picture, card, inner);
    gp_draw_risk_levers(picture, card, inner);
    gp_close_item(sheet, &words);
}

/* As few columns as make the page no taller than it is wide by 7 : 8. */
static uint32_t arrange(gp_risk_picture *picture)
{
    uint32_t columns = 0;
    gp_length height;
    do {
        columns++;
        uint32_t rows = (picture->card_count + columns - 1) / columns;
        height = ROUGH_HEAD + (GP_RISK_CARD_HEIGHT + CARD_GAP) * rows;
        picture->sheet.width =
            2 * GP_MARGIN + GP_RISK_CARD_WIDTH * columns + CARD_GAP * (columns - 1);
    } while (8 * height > 7 * picture->sheet.width && columns < picture->card_count);
    return columns;
}

static gp_length draw_cards(const gp_risk_picture *picture, uint32_t columns, gp_length top)
{
    uint32_t rows = (picture->card_count + columns - 1) / columns;
    for (uint32_t i = 0; i < picture->card_count; i++)
        gp_draw_risk_card(picture, &picture->cards[i],
                          (gp_point){GP_MARGIN + (GP_RISK_CARD_WIDTH + CARD_GAP) * (i % columns),
                                     top + (GP_RISK_CARD_HEIGHT + CARD_GAP) * (i / columns)});
    return top + (GP_RISK_CARD_HEIGHT + CARD_GAP) * rows;
}

/* What matters, before all else: in lines that are not too long to read. */
static gp_length draw_headlines(const gp_risk_picture *picture, gp_length top)
{
    gp_length room = picture->sheet.width - 2 * GP_MARGIN;
    if (room > HEADLINE_MOST) room = HEADLINE_MOST;
    for (uint32_t i = 0; i < GP_RISK_HEADLINES; i++) {
        const char *words = gp_risk_headline(picture, i);
        if (*words)
            top = gp_draw_lines(picture->sheet.buffer, GP_FONT_NAME, (gp_point){GP_MARGIN, top},
                                room, words) +
                  GP_UNITS(2);
    }
    return top + GP_UNITS(10);
}

/* ---- key ---- */

#define MIDDLE (GP_SAMPLE_HEIGHT / 2)

static void draw_line(gp_buffer *buffer, gp_point at, const char *class_name)
{
    gp_svg_open_path(buffer, class_name);
    gp_svg_move(buffer, at.x, at.y + MIDDLE);
    gp_svg_line(buffer, at.x + GP_SAMPLE_WIDTH, at.y + MIDDLE);
    gp_svg_close_path(buffer);
}

static void draw_curve(gp_buffer *buffer, gp_point at, int kind)
{
    (void)kind;
    gp_svg_open_path(buffer, "draws");
    gp_svg_move(buffer, at.x, at.y + GP_SAMPLE_HEIGHT - GP_UNITS(3));
    gp_svg_line(buffer, at.x + GP_SAMPLE_WIDTH / 3, at.y + GP_SAMPLE_HEIGHT - GP_UNITS(5));
    gp_svg_line(buffer, at.x + GP_SAMPLE_WIDTH * 2 / 3, at.y + GP_UNITS(5));
    gp_svg_line(buffer, at.x + GP_SAMPLE_WIDTH, at.y + GP_UNITS(3));
    gp_svg_close_path(buffer);
}

static void draw_day(gp_buffer *buffer, gp_point at, int is_needed)
{
    draw_line(buffer, at, is_needed ? "needed" : "plan");
}

static void draw_point(gp_buffer *buffer, gp_point at, int is_sure)
{
    gp_draw_risk_mark(buffer, (gp_point){at.x + GP_SAMPLE_WIDTH / 2, at.y + MIDDLE}, is_sure != 0);
}

static void draw_bar(gp_buffer *buffer, gp_point at, int is_risk)
{
    gp_draw_risk_bar(buffer, is_risk != 0, (gp_point){at.x, at.y + GP_UNITS(5)}, GP_SAMPLE_WIDTH,
                     GP_SAMPLE_WIDTH);
}

static void draw_won(gp_buffer *buffer, gp_point at, int kind)
{
    (void)kind;
    gp_draw_hatched(buffer, "lever won", (gp_point){at.x, at.y + GP_UNITS(5)},
                    (gp_point){GP_SAMPLE_WIDTH, GP_RISK_BAR});
}

static void draw_added(gp_buffer *buffer, gp_point at, int kind)
{
    (void)kind;
    gp_draw_risk_added(buffer, (gp_point){at.x, at.y + GP_UNITS(5)}, GP_SAMPLE_WIDTH);
}

/* What occurs on some card. */
typedef struct seen {
    bool has_risk, has_won, has_added, has_step, has_needed, has_plan;
} seen;

static seen look(const gp_risk_picture *picture)
{
    seen s = {0};
    for (uint32_t i = 0; i < picture->card_count; i++) {
        const gp_risk_card *card = &picture->cards[i];
        s.has_needed |= gp_has_needed_line(card->live);
        s.has_plan |= gp_has_plan_line(card->live);
        s.has_step |= card->step_count > 0;
        for (uint32_t k = 0; k < card->risk_count; k++) {
            const gp_risk_lever *lever = &card->levers[k];
            s.has_risk |= lever->mitigated != 0;
            s.has_won |= lever->mitigated >= 0 && lever->mitigated < lever->days;
            s.has_added |= lever->mitigated > lever->days;
        }
    }
    return s;
}

static gp_length draw_foot(const gp_risk_picture *picture, gp_length top)
{
    const gp_sheet *sheet = &picture->sheet;
    gp_language language = sheet->language;
    gp_length room = sheet->width - 2 * GP_MARGIN;
    const seen s = look(picture);
    const gp_key_entry entries[] = {
        {"card", draw_curve, 0,
         gp_say(language, "chance to be live by then", "kans om dan live te zijn")},
        {"card", draw_point, 0,
         gp_say(language, "as likely as not", "even kans voor als na die dag")},
        {"card", draw_point, 1, gp_say(language, "80\xC2\xA0% sure", "80\xC2\xA0% zeker")},
        {"card", draw_day, 1, s.has_needed ? gp_say(language, "needed by", "nodig op") : NULL},
        {"card", draw_day, 0, s.has_plan ? gp_say(language, "the plan", "het plan") : NULL},
        {"bar", draw_bar, 1,
         s.has_risk ? gp_say(language, "days lost to a risk, on average",
                             "dagen verloren aan een risico, gemiddeld")
                    : NULL},
        {"bar", draw_won, 0,
         s.has_won ? gp_say(language, "of these: won by its mitigation",
                            "daarvan: gewonnen met de maatregel ertegen")
                   : NULL},
        {"bar", draw_added, 0,
         s.has_added ? gp_say(language, "lost besides when it is mitigated",
                              "daarbij verloren met de maatregel ertegen")
                     : NULL},
        {"bar", draw_bar, 0,
         s.has_step ? gp_say(language,
                             "days that the date moves when a step takes a standard deviation "
                             "longer",
                             "dagen die de datum verschuift als een stap een standaardafwijking "
                             "langer duurt")
                    : NULL},
    };
    gp_point at = {GP_MARGIN, top};
    at.y =
        gp_draw_key(sheet->buffer, language, entries, sizeof entries / sizeof *entries, at, room);
    return gp_draw_lines(sheet->buffer, GP_FONT_CAPTION, at, room, gp_risk_notes(picture));
}

static gp_length draw_nothing(const gp_risk_picture *picture, gp_length top)
{
    const gp_sheet *sheet = &picture->sheet;
    const gp_point at = {GP_MARGIN, top};
    gp_length room = sheet->width - 2 * GP_MARGIN;
    if (picture->certain.count + picture->same.count)
        return gp_draw_lines(sheet->buffer, GP_FONT_CAPTION, at, room, gp_risk_notes(picture));
    return gp_draw_lines(sheet->buffer, GP_FONT_SUBTITLE, at, room,
                         gp_say(sheet->language, "No intervention here has a date still to come.",
                                "Geen interventie hier heeft nog een datum voor zich."));
}

/* What NULL stands for. */
static const gp_risk_view defaults = {0};

gp_status gp_draw_risk(gp_job *job, const gp_schedule *schedule, const gp_risk_answer *answer,
                       const gp_risk_view *view, gp_picture *out)
{
    if (!view) view = &defaults;
    gp_risk_picture picture = {.answer = answer, .filter = view->filter};
    gp_sheet *sheet = &picture.sheet;
    GP_TRY(gp_start_sheet(sheet, job, schedule, view->language));
    GP_TRY(gp_find_risk_cards(&picture, view->card_most ? view->card_most : GP_RISK_CARDS_USUAL));
    GP_TRY(gp_find_risk_levers(&picture));
    uint32_t columns = arrange(&picture);
    const char *title = sheet->portfolio->title;
    sheet->page = (gp_page){
        .name = "risk",
        .title = *title ? title : gp_say(view->language, "Risk", "Risico"),
        .subtitle = gp_risk_subtitle(&picture),
        .reading = gp_say(view->language,
                          "A card for each intervention, least sure first: the share of all draws "
                          "in which it is live by each day, and beside it what its date varies "
                          "with.",
                          "Een kaart voor elke interventie, de minst zekere eerst: het deel van "
                          "alle trekkingen waarin zij op elke dag live is, en daarnaast waarmee "
                          "haar datum wisselt."),
        .theme = view->theme,
        .style = &style};
    gp_picture drawn = {.box_count = picture.card_count};
    gp_length top = draw_headlines(&picture, gp_draw_sheet_head(sheet) + GP_UNITS(4));
    if (picture.card_count)
        top = draw_foot(&picture, draw_cards(&picture, columns, top));
    else
        top = draw_nothing(&picture, top);
    GP_TRY(gp_finish_sheet(sheet, top + GP_MARGIN, &drawn));
    *out = drawn;
    return GP_OK;
}
