/* SPDX-License-Identifier: MIT
 * Findings about records that lack what makes them somebody's: an owner, or for an intervention
 * anything at all that it rests on or would improve. Who never names an owner is not told of it. */
#include "core/check.h"

/* ---- owners ---- */

/* Records of one kind, as far as their owners go. */
typedef struct owners {
    uint32_t count, owned;
    uint32_t first; /* symbol of the first without one */
    gp_place place; /* of that one */
    gp_argument kind;
} owners;

static void count_owner(owners *o, const char *owner, uint32_t symbol, gp_place place)
{
    bool is_owned = owner && *owner;
    o->count++;
    o->owned += is_owned;
    if (is_owned || o->first != GP_NONE) return;
    o->first = symbol;
    o->place = place;
}

/* Where most have an owner, the one without is a slip: each is told, where it stands. Where few
 * have one, all together are one note. */
static bool is_told_each(const owners *o)
{
    return 2 * (uint64_t)o->owned >= o->count;
}

/* ", like 17 others,"; NULL when memory ran out. */
static const char *others_text(gp_job *job, uint32_t others, gp_language language)
{
    const char *text = NULL;
    size_t size;
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return NULL;
    gp_add_text(buffer, gp_say(language, ", like ", ", net als "));
    gp_add_number(buffer, others);
    gp_add_text(buffer, others == 1 ? gp_say(language, " other,", " andere,")
                                    : gp_say(language, " others,", " andere,"));
    return gp_finish_buffer(buffer, &text, &size) == GP_OK ? text : NULL;
}

static gp_status report_owner(gp_job *job, const gp_portfolio *portfolio, const owners *o,
                              uint32_t symbol, gp_place place)
{
    uint32_t others = is_told_each(o) ? 0 : o->count - o->owned - 1;
    const char *english = others ? others_text(job, others, GP_ENGLISH) : "";
    const char *dutch = others ? others_text(job, others, GP_DUTCH) : "";
    if (!english || !dutch) return gp_no_memory(job);
    return gp_add_finding(job, &(gp_finding){.code = 209,
                                             .place = place,
                                             .subject = portfolio->ids[symbol],
                                             .arguments = {GP_NUMBER(o->owned), GP_NUMBER(o->count),
                                                           o->kind, GP_WORDS(english, dutch)}});
}

static gp_status check_owners(gp_job *job, const gp_portfolio *portfolio, const owners *o,
                              bool is_of_capabilities)
{
    if (o->owned == 0 || o->owned == o->count) return GP_OK;
    if (!is_told_each(o)) return report_owner(job, portfolio, o, o->first, o->place);
    for (uint32_t i = 0; i < o->count; i++) {
        const gp_capability *c = is_of_capabilities ? &portfolio->capabilities[i] : NULL;
        const gp_intervention *n = is_of_capabilities ? NULL : &portfolio->interventions[i];
        const char *owner = c ? c->owner : n->owner;
        if (owner && *owner) continue;
        GP_TRY(report_owner(job, portfolio, o, c ? c->symbol : n->symbol, c ? c->place : n->place));
    }
    return GP_OK;
}

/* ---- interventions that hang in the air ---- */

/* By dimension: was it ever measured? */
static bool *find_measured(gp_job *job, const gp_portfolio *portfolio)
{
    bool *is_measured = GP_NEW(job, bool, portfolio->dimensions.count);
    for (uint32_t i = 0; is_measured && i < portfolio->measurement_count; i++)
        is_measured[portfolio->measurements[i].dimension] = true;
    return is_measured;
}

static bool improves_something(const gp_intervention *intervention, const bool *is_measured)
{
    for (uint32_t i = 0; i < intervention->address_count; i++)
        if (is_measured[intervention->addresses[i].dimension]) return true;
    return false;
}

/* What others require has a use of its own. */
static gp_status check_bare(gp_job *job, const gp_portfolio *portfolio)
{
    bool *is_measured = find_measured(job, portfolio);
    bool *is_required = gp_find_required_interventions(job, portfolio);
    if (!is_measured || !is_required) return gp_no_memory(job);
    for (uint32_t i = 0; i < portfolio->intervention_count; i++) {
        const gp_intervention *intervention = &portfolio->interventions[i];
        if (intervention->requires.count > 0 || is_required[i]) continue;
        if (improves_something(intervention, is_measured)) continue;
        GP_TRY(gp_add_finding(job, &(gp_finding){.code = 210,
                                                 .place = intervention->place,
                                                 .subject = portfolio->ids[intervention->symbol]}));
    }
    return GP_OK;
}

gp_status gp_check_bare(gp_job *job, const gp_portfolio *portfolio)
{
    owners capabilities = {.first = GP_NONE, .kind = GP_WORDS("capabilities", "capabilities")};
    owners interventions = {.first = GP_NONE, .kind = GP_WORDS("interventions", "interventies")};
    for (uint32_t i = 0; i < portfolio->capability_count; i++) {
        const gp_capability *c = &portfolio->capabilities[i];
        count_owner(&capabilities, c->owner, c->symbol, c->place);
    }
    for (uint32_t i = 0; i < portfolio->intervention_count; i++) {
        const gp_intervention *n = &portfolio->interventions[i];
        count_owner(&interventions, n->owner, n->symbol, n->place);
    }
    GP_TRY(check_owners(job, portfolio, &interventions, false));
    GP_TRY(check_owners(job, portfolio, &capabilities, true));
    return check_bare(job, portfolio);
}
