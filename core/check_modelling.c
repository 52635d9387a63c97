/* SPDX-License-Identifier: MIT
 * Findings about how a portfolio is modelled. The white paper keeps apart what a tool cannot see
 * apart: behaviour at a contact, what an organisation is able to do, and who does it. Each rule
 * goes by what was written, and keeps silent where that proves nothing. */
#include "core/check.h"

#include <string.h>

/* ---- aspects ---- */

static const char *const aspect_keys[] = {"skills", "methods", "tools"};

/* "skills, tools": those of which a lead time is given, or of which none is. */
static const char *list_aspects(gp_job *job, const gp_estimate *aspects, bool is_given)
{
    const char *text = NULL;
    size_t size;
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return NULL;
    for (int i = 0; i < GP_ASPECT_COUNT; i++) {
        if ((aspects[i].likely.unit != GP_DURATION_NONE) != is_given) continue;
        if (buffer->bytes.count) gp_add_text(buffer, ", ");
        gp_add_text(buffer, aspect_keys[i]);
    }
    return gp_finish_buffer(buffer, &text, &size) == GP_OK ? text : NULL;
}

static gp_status check_aspects(gp_job *job, const char *id, gp_place place, const gp_lead *lead)
{
    int given = 0;
    if (!lead->aspects) return GP_OK;
    for (int i = 0; i < GP_ASPECT_COUNT; i++)
        given += lead->aspects[i].likely.unit != GP_DURATION_NONE;
    if (given == 0 || given == GP_ASPECT_COUNT) return GP_OK;
    const char *has = list_aspects(job, lead->aspects, true);
    const char *lacks = list_aspects(job, lead->aspects, false);
    if (!has || !lacks) return gp_no_memory(job);
    return gp_add_finding(job, &(gp_finding){.code = 408,
                                             .place = place,
                                             .subject = id,
                                             .arguments = {GP_TEXT(has), GP_TEXT(lacks)}});
}

/* ---- names ---- */

typedef struct word {
    const char *at;
    size_t size;
} word;

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* b is in lower case. */
static bool is_same(word a, word b)
{
    if (a.size != b.size) return false;
    for (size_t i = 0; i < a.size; i++)
        if (lower(a.at[i]) != b.at[i]) return false;
    return true;
}

/* Dutch writes "Klantcontactteam" as one word; "steam" is no team. Most words differ in their last
 * letter already. */
static bool ends_in(word a, word b)
{
    if (a.size < b.size || lower(a.at[a.size - 1]) != b.at[b.size - 1]) return false;
    bool is_whole = a.size == b.size, has_stem = a.size >= b.size + 3;
    return (is_whole || has_stem) && is_same((word){a.at + a.size - b.size, b.size}, b);
}

#define WORD(text)                                                                                 \
    {                                                                                              \
        (text), sizeof(text) - 1                                                                   \
    }

/* Words that say who, not what: a group where they open or close a name, a job where they close
 * it. In the midst of a name ("a trained team and tools for it") they say nothing. */
static bool names_who(word first, word last)
{
    static const word groups[] = {WORD("team"), WORD("department"), WORD("division"),
                                  WORD("afdeling")};
    static const word jobs[] = {WORD("manager"),      WORD("officer"),  WORD("coordinator"),
                                WORD("functionaris"), WORD("employee"), WORD("co\xc3\xb6rdinator"),
                                WORD("medewerker"),   WORD("adviseur"), WORD("medewerkster")};
    if (last.size == 0) return false;
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
        if (is_same(first, groups[i]) || ends_in(last, groups[i])) return true;
    for (size_t i = 0; i < sizeof jobs / sizeof *jobs; i++)
        if (ends_in(last, jobs[i])) return true;
    return false;
}

static bool is_named_after_who(const char *name)
{
    word first = {name, 0}, last;
    const char *end = name + strlen(name);
    while (is_letter(first.at[first.size])) first.size++;
    while (end > name && !is_letter(end[-1])) end--;
    last = (word){end, 0};
    while (last.at > name && is_letter(last.at[-1])) last.at--, last.size++;
    return names_who(first, last);
}

/* An id is a handle; only a name that was given is taken at its word. */
static gp_status check_name(gp_job *job, const gp_portfolio *portfolio,
                            const gp_capability *capability)
{
    const char *id = portfolio->ids[capability->symbol];
    if (capability->name == id || !is_named_after_who(capability->name)) return GP_OK;
    if (strcmp(capability->name, id) == 0) return GP_OK;
    return gp_add_finding(job, &(gp_finding){.code = 410,
                                             .place = capability->place,
                                             .subject = id,
                                             .arguments = {GP_TEXT(capability->name)}});
}

static gp_status check_capability(gp_job *job, const gp_portfolio *portfolio,
                                  const gp_capability *capability)
{
    const char *id = portfolio->ids[capability->symbol];
    GP_TRY(check_name(job, portfolio, capability));
    if (capability->ready != GP_NO_DAY) return GP_OK; /* what is done lacks nothing */
    GP_TRY(check_aspects(job, id, capability->place, &capability->lead));
    for (uint32_t i = 0; i < capability->level_count; i++)
        if (capability->levels[i].level > capability->level)
            GP_TRY(
                check_aspects(job, id, capability->levels[i].place, &capability->levels[i].lead));
    return GP_OK;
}

/* ---- interventions ---- */

static bool has_context(const gp_intervention *intervention)
{
    return intervention->segment_count > 0 || intervention->situation_count > 0;
}

static bool is_conditional(const gp_intervention *intervention)
{
    return has_context(intervention) || intervention->decided_by != GP_DECIDED_NONE;
}

bool *gp_find_required_interventions(gp_job *job, const gp_portfolio *portfolio)
{
    bool *is_required = GP_NEW(job, bool, portfolio->intervention_count);
    if (!is_required) return NULL;
    for (uint32_t n = 0; n < portfolio->intervention_count; n++) {
        gp_span span = portfolio->interventions[n].requires;
        for (uint32_t i = span.first; i < span.first + span.count; i++) {
            gp_item item = portfolio->items[portfolio->requirements[i].target];
            if (item.kind == GP_ITEM_INTERVENTION) is_required[item.index] = true;
        }
    }
    return is_required;
}

/* In a portfolio that says of no intervention for whom it is, the silence of one proves nothing. */
static gp_status check_changes(gp_job *job, const gp_portfolio *portfolio)
{
    bool *is_required = gp_find_required_interventions(job, portfolio), is_told = false;
    if (!is_required) return gp_no_memory(job);
    for (uint32_t i = 0; i < portfolio->intervention_count && !is_told; i++)
        is_told = is_conditional(&portfolio->interventions[i]);
    for (uint32_t i = 0; is_told && i < portfolio->intervention_count; i++) {
        const gp_intervention *intervention = &portfolio->interventions[i];
        if (is_conditional(intervention)) continue;
        if (!is_required[i] && intervention->address_count > 0) continue;
        gp_argument reason =
            is_required[i]
                ? GP_WORDS("other interventions require it", "andere interventies vereisen dit")
                : GP_WORDS("it addresses no dimension", "er is geen dimensie bij genoemd");
        GP_TRY(gp_add_finding(job, &(gp_finding){.code = 409,
                                                 .place = intervention->place,
                                                 .subject = portfolio->ids[intervention->symbol],
                                                 .arguments = {reason}}));
    }
    return GP_OK;
}

static bool rests_on_capability(const gp_portfolio *portfolio, gp_span span)
{
    for (uint32_t i = span.first; i < span.first + span.count; i++)
        if (portfolio->items[portfolio->requirements[i].target].kind != GP_ITEM_INTERVENTION)
            return true;
    return false;
}

/* Which capability recognises a context cannot be seen; that there is none at all can. */
static gp_status check_recognition(gp_job *job, const gp_portfolio *portfolio)
{
    for (uint32_t i = 0; i < portfolio->intervention_count; i++) {
        const gp_intervention *intervention = &portfolio->interventions[i];
        if (intervention->decided_by != GP_DECIDED_POLICY || !has_context(intervention)) continue;
        if (rests_on_capability(portfolio, intervention->requires)) continue;
        GP_TRY(gp_add_finding(job, &(gp_finding){.code = 411,
                                                 .place = intervention->place,
                                                 .subject = portfolio->ids[intervention->symbol]}));
    }
    return GP_OK;
}

gp_status gp_check_modelling(gp_job *job, const gp_portfolio *portfolio)
{
    if (portfolio->capability_count + portfolio->intervention_count == 0)
        return gp_add_finding(job, &(gp_finding){.code = 115});
    for (uint32_t i = 0; i < portfolio->capability_count; i++)
        GP_TRY(check_capability(job, portfolio, &portfolio->capabilities[i]));
    GP_TRY(check_changes(job, portfolio));
    return check_recognition(job, portfolio);
}
