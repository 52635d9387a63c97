/* SPDX-License-Identifier: MIT
 * What a roadmap says of itself: what it shows and which part of the portfolio that is, and what it
 * does not show. */
#include "render/part_words.h"
#include "render/repair_words.h"
#include "render/risk_picture.h"
#include "render/roadmap_page.h"

static void add_count(gp_buffer *buffer, uint32_t count, const char *one, const char *many)
{
    if (count == 0) return;
    gp_add_text(buffer, " \xC2\xB7 ");
    gp_add_number(buffer, count);
    gp_add_text(buffer, " ");
    gp_add_text(buffer, count == 1 ? one : many);
}

/* Which part of the portfolio it is. */
static void add_part(const gp_roadmap *map)
{
    const gp_roadmap_view *view = map->view;
    gp_shown_part part = GP_WHOLE;
    if (view->rests_on) part.rests_on = *view->rests_on;
    part.only = view->only;
    part.only_count = view->only_count;
    part.filter = view->filter;
    part.is_changed_only = view->is_changed_only;
    part.from = view->from;
    part.to = view->to;
    part.others = map->unwanted_count;
    gp_add_part_words(map->sheet.scratch, map->sheet.schedule->network, map->sheet.language, &part);
}

/* What was decided, what it costs and what of that is proven comes first. */
static void add_repaired(const gp_roadmap *map)
{
    if (!map->view->repaired) return;
    gp_add_repair_words(map->sheet.scratch, map->sheet.language, map->view->repaired);
    gp_add_text(map->sheet.scratch, " \xC2\xB7 ");
}

const char *gp_road_subtitle(const gp_roadmap *map)
{
    static const char *const lanes[2][7] = {
        {"parallel tracks", "by stage", "by owner", "in one lane", "by tag", "by goal",
         "by what they are part of"},
        {"parallelle sporen", "per fase", "per eigenaar", "in \xC3\xA9\xC3\xA9n baan", "per label",
         "per doel", "naar waar ze deel van zijn"}};
    const gp_portfolio *portfolio = map->sheet.portfolio;
    gp_language language = map->sheet.language;
    gp_buffer *buffer = map->sheet.scratch;
    add_repaired(map);
    if (portfolio->title[0]) gp_add_text(buffer, gp_say(language, "Roadmap, ", "Roadmap, "));
    gp_add_text(buffer, lanes[language][map->view->lanes]);
    gp_add_text(buffer, " \xC2\xB7 ");
    gp_add_text(buffer, gp_word_of(GP_WORD_STATUS_DATE, language));
    gp_add_text(buffer, " ");
    gp_add_day(buffer, portfolio->status_date);
    add_count(buffer, map->kinds[GP_BOX_INTERVENTION],
              gp_word_of(GP_WORD_ONE_INTERVENTION, language),
              gp_word_of(GP_WORD_COUNT_INTERVENTIONS, language));
    add_count(buffer,
              map->kinds[GP_BOX_REQUESTED] + map->kinds[GP_BOX_PREREQUISITE] +
                  map->kinds[GP_BOX_UNFOUNDED],
              gp_word_of(GP_WORD_ONE_STEP, language), gp_word_of(GP_WORD_COUNT_STEPS, language));
    add_count(buffer, map->kinds[GP_BOX_MISSING], gp_word_of(GP_WORD_ONE_MISSING, language),
              gp_word_of(GP_WORD_COUNT_MISSING, language));
    add_count(buffer, map->late_count, gp_word_of(GP_WORD_ONE_LATE, language),
              gp_word_of(GP_WORD_COUNT_LATE, language));
    if (map->view->risk) gp_add_draws(buffer, language, map->view->risk);
    add_part(map);
    gp_add_older_words(buffer, language, map->view->older, &map->tally);
    return gp_take_words(&map->sheet);
}

/* ---- notes ---- */

/* "3 REST. ", or nothing of 0. */
static void add_note(const gp_roadmap *map, uint32_t count, const char *one, const char *many)
{
    if (count == 0) return;
    gp_add_number(map->sheet.scratch, count);
    gp_add_text(map->sheet.scratch, " ");
    gp_add_text(map->sheet.scratch, count == 1 ? one : many);
    gp_add_text(map->sheet.scratch, ". ");
}

/* Items whose day to be identified passed so long ago that no mark stands there. */
static uint32_t count_unmarked(const gp_roadmap *map)
{
    uint32_t marked = 0;
    for (uint32_t i = 0; i < map->item_count; i++)
        marked += map->items[i].mark_kind == GP_MARK_PASSED;
    return map->passed_count - marked;
}

static void add_arrows_note(const gp_roadmap *map)
{
    gp_language language = map->sheet.language;
    if (map->show & GP_SHOW_ARROWS || !map->item_count) return;
    if (map->show & GP_SHOW_DRIVING)
        gp_add_text(map->sheet.scratch,
                    gp_say(language, "Of the requirements, those are drawn that fix a date.",
                           "Van de vereisten zijn die getekend die een datum bepalen."));
    else if (map->show & GP_SHOW_CRITICAL)
        gp_add_text(map->sheet.scratch,
                    gp_say(language,
                           "Of the requirements, only those of the critical path are drawn.",
                           "Van de vereisten zijn alleen die van het kritieke pad getekend."));
}

const char *gp_road_notes(const gp_roadmap *map)
{
    gp_language language = map->sheet.language;
    if (map->item_count == 0)
        gp_add_text(map->sheet.scratch,
                    gp_say(language, "There is nothing to do here. ", "Hier is niets te doen. "));
    add_note(
        map, map->outside_count,
        gp_say(language, "activity lies outside these dates", "activiteit valt buiten deze datums"),
        gp_say(language, "activities lie outside these dates",
               "activiteiten vallen buiten deze datums"));
    add_note(map, map->outward_count,
             gp_say(language, "arrow leads to or from what is not shown",
                    "pijl leidt naar of van wat er niet op staat"),
             gp_say(language, "arrows lead to or from what is not shown",
                    "pijlen leiden naar of van wat er niet op staat"));
    add_note(map, count_unmarked(map),
             gp_say(language, "step had to be identified long before it begins, and is not",
                    "stap had lang voor het begin ge\xC3\xAF"
                    "dentificeerd moeten zijn"),
             gp_say(language, "steps had to be identified long before they begin, and are not",
                    "stappen hadden lang voor het begin ge\xC3\xAF"
                    "dentificeerd moeten zijn"));
    add_arrows_note(map);
    return gp_take_words(&map->sheet);
}
