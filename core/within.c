/* SPDX-License-Identifier: MIT
 * What lies within a capability? The capability itself, what is part of it, and what is part of
 * that. An intervention is part of nothing: it goes with what it asks for itself, since that is
 * whom a planner of that part has to talk to. */
#include "core/within.h"
#include "core/demand.h"
#include "core/nearest.h"

#include <string.h>

typedef struct search {
    gp_job *job;
    const gp_portfolio *portfolio;
    gp_array symbols; /* uint32_t: those that were asked for */
} search;

/* ---- which capabilities are asked for ---- */

static gp_status refuse(search *s, const char *text, gp_argument problem, const char *nearest)
{
    return gp_fail(s->job, GP_WRONG_OPTION,
                   &(gp_finding){.code = 806,
                                 .arguments = {GP_TEXT("within"), GP_TEXT(text), problem},
                                 .suggestion = nearest});
}

/* The id of a capability that is near to the text, or whose name is. */
static const char *nearest_to(const search *s, const char *text)
{
    const gp_portfolio *portfolio = s->portfolio;
    int64_t work = GP_NEAREST_WORK;
    gp_nearest ids, names;
    gp_start_nearest(&ids, text, &work);
    gp_start_nearest(&names, text, &work);
    ids.by_text = names.by_text = true;
    for (uint32_t i = 0; i < portfolio->capability_count; i++) {
        const gp_capability *c = &portfolio->capabilities[i];
        if (!ids.is_over)
            gp_try_nearest(&ids, portfolio->ids[c->symbol], strlen(portfolio->ids[c->symbol]));
        if (!names.is_over) gp_try_nearest(&names, c->name, strlen(c->name));
    }
    return ids.best ? ids.best : names.best;
}

static gp_status report_shared_name(search *s, const char *text, uint32_t first, uint32_t second)
{
    const char *words[2];
    size_t size;
    for (int language = GP_ENGLISH; language <= GP_DUTCH; language++) {
        gp_buffer *buffer = gp_new_buffer(s->job);
        if (!buffer) return gp_no_memory(s->job);
        gp_add_text(buffer, gp_say((gp_language)language,
                                   "several capabilities have that name, give the id: ",
                                   "meer dan één capability heet zo, geef het id: "));
        gp_add_text(buffer, s->portfolio->ids[first]);
        gp_add_text(buffer, gp_say((gp_language)language, " or ", " of "));
        gp_add_text(buffer, s->portfolio->ids[second]);
        GP_TRY(gp_finish_buffer(buffer, &words[language], &size));
    }
    return refuse(s, text, GP_WORDS(words[GP_ENGLISH], words[GP_DUTCH]), NULL);
}

/* GP_NONE in *out: nothing is called that. A name is no key: a look at each. */
static gp_status find_capability(search *s, const char *text, uint32_t *out)
{
    const gp_portfolio *portfolio = s->portfolio;
    uint32_t count = 0, found[2] = {GP_NONE, GP_NONE};
    *out = gp_find_symbol(portfolio, text);
    if (*out != GP_NONE && portfolio->items[*out].kind == GP_ITEM_CAPABILITY) return GP_OK;
    for (uint32_t i = 0; i < portfolio->capability_count && count < 2; i++)
        if (gp_says_same(text, portfolio->capabilities[i].name))
            found[count++] = portfolio->capabilities[i].symbol;
    *out = found[0];
    return count < 2 ? GP_OK : report_shared_name(s, text, found[0], found[1]);
}

static gp_status choose(search *s, const char *text)
{
    const gp_portfolio *portfolio = s->portfolio;
    uint32_t symbol, own = gp_find_symbol(portfolio, text);
    const uint32_t *chosen = s->symbols.data;
    GP_TRY(find_capability(s, text, &symbol));
    if (symbol == GP_NONE && own != GP_NONE && portfolio->items[own].kind == GP_ITEM_INTERVENTION)
        return refuse(s, text,
                      GP_WORDS("that is an intervention, and nothing is part of one",
                               "dat is een interventie, en daar is niets deel van"),
                      NULL);
    if (symbol == GP_NONE)
        return refuse(s, text,
                      GP_WORDS("no capability has this id or name",
                               "geen capability heeft dit id of deze naam"),
                      nearest_to(s, text));
    for (size_t i = 0; i < s->symbols.count; i++)
        if (chosen[i] == symbol) return GP_OK;
    return gp_push(s->job, &s->symbols, &symbol, 1) ? GP_OK : gp_no_memory(s->job);
}

/* The whole text where a capability is called that; else what stands between commas. */
static gp_status choose_list(search *s, const char *text)
{
    uint32_t symbol = GP_NONE;
    if (strchr(text, ',')) GP_TRY(find_capability(s, text, &symbol));
    if (symbol != GP_NONE || !text[strspn(text, " ,")]) return choose(s, text);
    while (*text) {
        text += strspn(text, " ,");
        size_t size = strcspn(text, ","), next = size;
        while (size && text[size - 1] == ' ') size--;
        const char *one = size ? gp_copy_text(s->job, text, size) : "";
        if (!one) return gp_no_memory(s->job);
        if (size) GP_TRY(choose(s, one));
        text += next;
    }
    return GP_OK;
}

/* ---- what lies within them ---- */

enum { UNKNOWN, WITHIN, OUTSIDE };

/* Up to the first that is known, and then the same way again with what that is. */
static void climb(const gp_portfolio *portfolio, uint32_t symbol, uint8_t *known)
{
    const gp_capability *capabilities = portfolio->capabilities;
    const gp_item *items = portfolio->items;
    uint32_t top = symbol;
    while (top != GP_NONE && known[top] == UNKNOWN) top = capabilities[items[top].index].parent;
    uint8_t found = top == GP_NONE ? OUTSIDE : known[top];
    for (uint32_t at = symbol; at != top; at = capabilities[items[at].index].parent)
        known[at] = found;
}

static bool asks_for_one(const gp_portfolio *portfolio, const gp_intervention *intervention,
                         const uint8_t *is_within)
{
    const gp_requirement *requirements = portfolio->requirements + intervention->requires.first;
    for (uint32_t i = 0; i < intervention->requires.count; i++) {
        uint32_t target = requirements[i].target;
        if (portfolio->items[target].kind == GP_ITEM_CAPABILITY && is_within[target]) return true;
    }
    return false;
}

static void mark(const gp_portfolio *portfolio, uint8_t *known)
{
    for (uint32_t i = 0; i < portfolio->capability_count; i++)
        climb(portfolio, portfolio->capabilities[i].symbol, known);
    for (uint32_t i = 0; i < portfolio->symbol_count; i++) known[i] = known[i] == WITHIN;
    for (uint32_t i = 0; i < portfolio->intervention_count; i++) {
        const gp_intervention *intervention = &portfolio->interventions[i];
        known[intervention->symbol] = asks_for_one(portfolio, intervention, known);
    }
}

gp_status gp_find_within(gp_job *job, const gp_portfolio *portfolio, const char *const *texts,
                         uint32_t count, gp_within *out)
{
    search *s = GP_NEW(job, search, 1); /* it holds an array */
    uint8_t *known = GP_NEW(job, uint8_t, portfolio->symbol_count);
    if (!s || !known) return gp_no_memory(job);
    *s = (search){.job = job, .portfolio = portfolio, .symbols.size = sizeof(uint32_t)};
    for (uint32_t i = 0; i < count; i++) GP_TRY(choose_list(s, texts[i]));
    *out = (gp_within){.is_within = known,
                       .names = GP_NEW(job, const char *, s->symbols.count),
                       .symbols = s->symbols.data,
                       .count = (uint32_t)s->symbols.count};
    if (!out->names) return gp_no_memory(job);
    for (uint32_t i = 0; i < out->count; i++) {
        known[out->symbols[i]] = WITHIN;
        out->names[i] = gp_symbol_name(portfolio, out->symbols[i]);
    }
    mark(portfolio, known);
    return GP_OK;
}

/* ---- headings ---- */

gp_status gp_mark_parents(gp_job *job, const gp_portfolio *portfolio, const uint8_t **out)
{
    uint8_t *is_parent = NULL;
    for (uint32_t i = 0; i < portfolio->capability_count; i++) {
        uint32_t parent = portfolio->capabilities[i].parent;
        if (parent == GP_NONE) continue;
        if (!is_parent) is_parent = GP_NEW(job, uint8_t, portfolio->symbol_count);
        if (!is_parent) return gp_no_memory(job);
        is_parent[parent] = 1;
    }
    *out = is_parent;
    return GP_OK;
}

bool gp_is_heading(const gp_capability *capability, const uint8_t *is_parent)
{
    return is_parent && is_parent[capability->symbol] && capability->level > 0;
}
