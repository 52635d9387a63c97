/* SPDX-License-Identifier: MIT
 * Takes records from a reader, one by one and in any order, and turns ids into numbers as they
 * come: a reference forward needs no second pass over the text. */
#include "core/draft.h"

#include <string.h>

gp_status gp_new_draft(gp_job *job, gp_draft **out)
{
    gp_draft *draft = GP_NEW(job, gp_draft, 1);
    if (!draft) return gp_no_memory(job);
    draft->job = job;
    draft->settings = (gp_settings){.status_date = GP_NO_DAY,
                                    .cycle = {.days = 14, .unit = GP_DURATION_CALENDAR},
                                    .days_off = 1 << 5 | 1 << 6}; /* Saturday and Sunday */
    gp_init_names(&draft->names, job);
    gp_init_names(&draft->texts, job);
    draft->items.size = sizeof(gp_item);
    draft->capabilities.size = sizeof(gp_capability);
    draft->interventions.size = sizeof(gp_intervention);
    draft->requirements.size = sizeof(gp_requirement);
    draft->measurements.size = sizeof(gp_measurement);
    gp_init_names(&draft->risk_ids, job);
    gp_init_names(&draft->correlated, job);
    draft->risks.size = sizeof(gp_risk);
    draft->correlations.size = sizeof(gp_correlation);
    draft->record_uses.size = sizeof(gp_record_use);
    draft->measures.size = sizeof(gp_measure);
    draft->measure_uses.size = sizeof(gp_measure_use);
    draft->parents.size = sizeof(gp_parent_use);
    draft->doubts.size = sizeof(gp_doubt);
    draft->nameless.size = sizeof(gp_nameless);
    draft->edges.size = sizeof(uint32_t);
    for (size_t i = 0; i < GP_TERM_KINDS; i++) {
        gp_term_list *list = &draft->terms[i];
        gp_init_names(&list->names, job);
        list->terms.size = sizeof(gp_term);
        list->defined.size = sizeof(uint32_t);
        list->uses.size = sizeof(gp_term_use);
    }
    *out = draft;
    return GP_OK;
}

gp_settings *gp_draft_settings(gp_draft *draft)
{
    return &draft->settings;
}

const char *gp_draft_text(gp_draft *draft, const char *text, size_t size)
{
    uint32_t symbol = gp_intern(&draft->texts, text, size);
    return symbol == GP_NONE ? NULL : gp_name(&draft->texts, symbol);
}

gp_status gp_draft_requirements(gp_draft *draft, const gp_requirement *requirements, uint32_t count,
                                gp_span *out)
{
    uint32_t first = (uint32_t)draft->requirements.count;
    if (count && !gp_push(draft->job, &draft->requirements, requirements, count))
        return gp_no_memory(draft->job);
    *out = (gp_span){first, count};
    return GP_OK;
}

static gp_place place_of(const gp_draft *draft, gp_item item)
{
    if (item.kind == GP_ITEM_CAPABILITY)
        return ((const gp_capability *)draft->capabilities.data)[item.index].place;
    return ((const gp_intervention *)draft->interventions.data)[item.index].place;
}

gp_status gp_report_duplicate(gp_job *job, gp_argument what, const char *id, gp_place place,
                              gp_place first)
{
    gp_related *related = GP_NEW(job, gp_related, 1);
    if (!related) return gp_no_memory(job);
    *related = (gp_related){.place = first, .from = id};
    return gp_add_finding(job, &(gp_finding){.code = 105,
                                             .place = place,
                                             .subject = id,
                                             .arguments = {what},
                                             .related = related,
                                             .related_count = 1});
}

/* Claims the id for a record; false in *is_new when another has it (reported). */
static gp_status claim(gp_draft *draft, uint32_t symbol, gp_item item, gp_place place, bool *is_new)
{
    gp_item *known = (gp_item *)draft->items.data + symbol;
    *is_new = known->kind == GP_ITEM_MISSING;
    if (!*is_new)
        return gp_report_duplicate(draft->job, GP_TEXT("id"), gp_name(&draft->names, symbol), place,
                                   place_of(draft, *known));
    *known = item;
    return GP_OK;
}

/* A record whose id another has keeps what it requires; which of the two holds is not known. */
static gp_status keep_second(gp_draft *draft, uint32_t *symbol, gp_item item)
{
    const unsigned parts = GP_PART_RECORD | GP_PART_DATES | GP_PART_STEPS;
    GP_TRY(gp_draft_doubt(draft, *symbol, parts));
    *symbol = gp_draft_nameless(draft, gp_shown_id(draft, *symbol));
    if (*symbol == GP_NONE) return gp_no_memory(draft->job);
    ((gp_item *)draft->items.data)[*symbol] = item;
    return gp_draft_doubt(draft, *symbol, parts | GP_PART_IDS);
}

gp_status gp_draft_capability(gp_draft *draft, const gp_capability *capability)
{
    bool is_new;
    gp_item item = {GP_ITEM_CAPABILITY, (uint32_t)draft->capabilities.count};
    GP_TRY(claim(draft, capability->symbol, item, capability->place, &is_new));
    gp_capability *added = gp_push(draft->job, &draft->capabilities, capability, 1);
    if (!added) return gp_no_memory(draft->job);
    added->parent = GP_NONE;
    if (!is_new) GP_TRY(keep_second(draft, &added->symbol, item));
    if (!added->name) added->name = gp_shown_id(draft, added->symbol);
    return GP_OK;
}

gp_status gp_draft_intervention(gp_draft *draft, const gp_intervention *intervention)
{
    bool is_new;
    gp_item item = {GP_ITEM_INTERVENTION, (uint32_t)draft->interventions.count};
    GP_TRY(claim(draft, intervention->symbol, item, intervention->place, &is_new));
    gp_intervention *added = gp_push(draft->job, &draft->interventions, intervention, 1);
    if (!added) return gp_no_memory(draft->job);
    if (!is_new) GP_TRY(keep_second(draft, &added->symbol, item));
    if (!added->name) added->name = gp_shown_id(draft, added->symbol);
    return GP_OK;
}

gp_status gp_draft_measurement(gp_draft *draft, const gp_measurement *measurement)
{
    if (!gp_push(draft->job, &draft->measurements, measurement, 1)) return gp_no_memory(draft->job);
    return GP_OK;
}

uint32_t gp_draft_term_number(gp_draft *draft, gp_term_kind kind, const char *id)
{
    gp_term_list *list = &draft->terms[kind];
    uint32_t number = gp_intern(&list->names, id, strlen(id));
    uint32_t none = GP_NONE;
    if (number != GP_NONE && number == list->defined.count &&
        !gp_push(draft->job, &list->defined, &none, 1))
        return GP_NONE;
    return number;
}

gp_status gp_draft_term(gp_draft *draft, gp_term_kind kind, const gp_term *term)
{
    static const gp_argument whats[] = {
        GP_WORDS_ROW("dimension", "dimensie"), GP_TEXT_ROW("segment"),
        GP_WORDS_ROW("situation", "situatie"), GP_TEXT_ROW("scenario"),
        GP_WORDS_ROW("measure", "maatregel")};
    gp_term_list *list = &draft->terms[kind];
    uint32_t number = gp_draft_term_number(draft, kind, term->id);
    if (number == GP_NONE) return gp_no_memory(draft->job);
    uint32_t *defined = (uint32_t *)list->defined.data + number;
    if (*defined != GP_NONE)
        return gp_report_duplicate(draft->job, whats[kind], gp_name(&list->names, number),
                                   term->place,
                                   ((const gp_term *)list->terms.data)[*defined].place);
    *defined = (uint32_t)list->terms.count;
    gp_term *added = gp_push(draft->job, &list->terms, term, 1);
    if (!added) return gp_no_memory(draft->job);
    added->id = gp_name(&list->names, number);
    if (!added->name) added->name = added->id;
    bool is_lacking = kind == GP_MEASURE && !gp_push(draft->job, &draft->measures, NULL, 1);
    return is_lacking ? gp_no_memory(draft->job) : GP_OK;
}

uint32_t gp_draft_term_reference(gp_draft *draft, gp_term_kind kind, const char *id, gp_place place)
{
    gp_term_list *list = &draft->terms[kind];
    uint32_t number = gp_draft_term_number(draft, kind, id);
    if (number == GP_NONE || !gp_push(draft->job, &list->uses, &(gp_term_use){number, place}, 1))
        return GP_NONE;
    return number;
}

const gp_paper_dimension *gp_paper_dimensions(size_t *count)
{
    static const gp_paper_dimension eight[] = {
        {"complexity", {"Complexity", "Complexiteit"}},
        {"language", {"Language", "Taal"}},
        {"place", {"Place", "Plaats"}},
        {"time", {"Time", "Tijd"}},
        {"individual-relevance", {"Individual relevance", "Individuele relevantie"}},
        {"confidence-to-act", {"Confidence to act", "Vertrouwen tot handelen"}},
        {"empathy", {"Empathy", "Empathie"}},
        {"autonomy", {"Autonomy", "Autonomie"}},
    };
    *count = sizeof eight / sizeof *eight;
    return eight;
}

gp_status gp_add_paper_dimensions(gp_draft *draft)
{
    size_t count;
    const gp_paper_dimension *eight = gp_paper_dimensions(&count);
    for (size_t i = 0; i < count; i++)
        GP_TRY(gp_draft_term(
            draft, GP_DIMENSION,
            &(gp_term){.id = eight[i].id, .name = eight[i].name[draft->settings.language]}));
    return GP_OK;
}

bool gp_draft_has(const gp_draft *draft, const char *id, size_t size)
{
    uint32_t symbol = gp_find_name(&draft->names, id, size);
    return symbol != GP_NONE &&
           ((const gp_item *)draft->items.data)[symbol].kind != GP_ITEM_MISSING;
}

bool gp_draft_has_term(const gp_draft *draft, gp_term_kind kind, const char *id, size_t size)
{
    const gp_term_list *list = &draft->terms[kind];
    if (!id) return list->terms.count > 0;
    uint32_t number = gp_find_name(&list->names, id, size);
    return number != GP_NONE && ((const uint32_t *)list->defined.data)[number] != GP_NONE;
}
