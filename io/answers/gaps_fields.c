/* SPDX-License-Identifier: MIT
 * The fields of `gaps`: capabilities that are absent, unplanned, or asked for by nobody. In CSV one
 * row per gap of any kind. */
#include "io/answers/answers.h"
#include "io/answers/field.h"
#include "io/answers/record_fields.h"

static const gp_portfolio *catalogue_of(const gp_answer *answer)
{
    return ((const gp_gaps *)answer->record)->catalogue;
}

static gp_value forgotten_id(gp_answer *answer, const void *record)
{
    return (gp_value){.text = catalogue_of(answer)->ids[((const gp_forgotten *)record)->symbol]};
}

/* The file that names it. */
static gp_value forgotten_from(gp_answer *answer, const void *record)
{
    const gp_requirement *requirements = catalogue_of(answer)->requirements;
    gp_place place = requirements[((const gp_forgotten *)record)->requirement].place;
    return (gp_value){.text = gp_source_name(answer->job, place.source)};
}

static const gp_field missing_fields[] = {
    {"id", "id", GP_ID_AT(gp_missing_gap, symbol)},
    {"required_by", "asked_by", GP_IDS_AT(gp_missing_gap, required_by)},
    {"did_you_mean", "did_you_mean", GP_TEXT_AT(gp_missing_gap, did_you_mean)},
    GP_RECORD_FIELDS,
    {0},
};

static const gp_field unplanned_fields[] = {
    {"id", "id", GP_ID_AT(gp_unplanned_gap, symbol)},
    {"level", "level", GP_LEVEL_AT(gp_unplanned_gap, level)},
    {"required_by", "asked_by", GP_IDS_AT(gp_unplanned_gap, required_by)},
    GP_RECORD_FIELDS,
    {0},
};

static const gp_field unreached_fields[] = {
    {"id", "id", GP_ID_AT(gp_unreached_gap, symbol)},
    {"required_level", "level", GP_LEVEL_AT(gp_unreached_gap, required_level)},
    {"reachable_level", "reachable_level", GP_LEVEL_AT(gp_unreached_gap, reachable_level)},
    {"required_by", "asked_by", GP_IDS_AT(gp_unreached_gap, required_by)},
    GP_RECORD_FIELDS,
    {0},
};

/* Each row is a symbol. */
static const gp_field unfounded_fields[] = {
    {"id", "id", .type = GP_FIELD_ID}, GP_RECORD_FIELDS, {0}};

static const gp_field premature_fields[] = {
    {"id", "id", GP_ID_AT(gp_premature_gap, symbol)},
    {"explored_by", "asked_by", GP_IDS_AT(gp_premature_gap, explored_by)},
    GP_RECORD_FIELDS,
    {0},
};

static const gp_field forgotten_fields[] = {
    {"id", "id", GP_COMPUTED(TEXT, forgotten_id)},
    {"capability", "asked_by", GP_ID_AT(gp_forgotten, capability)},
    {"from", NULL, GP_COMPUTED(TEXT, forgotten_from)},
    {0},
};

/* A list of the gaps, its key in JSON being what the first column of CSV says. */
#define LIST(key, member, count, fields)                                                           \
    {                                                                                              \
        key, NULL, GP_ROWS_AT(gp_gaps, member, count, fields), .lines = GP_LINES_ALL               \
    }
static const gp_field gaps_fields[] = {
    LIST("missing", missing, missing_count, missing_fields),
    LIST("unplanned", unplanned, unplanned_count, unplanned_fields),
    LIST("unreached", unreached, unreached_count, unreached_fields),
    LIST("unfounded", unfounded, unfounded_count, unfounded_fields),
    LIST("premature", premature, premature_count, premature_fields),
    LIST("catalogue", forgotten.rows, forgotten.count, forgotten_fields),
    {0},
};

static const char *const columns[] = {"gap",      "id",           "level",  "reachable_level",
                                      "asked_by", "did_you_mean", "owner",  "stage",
                                      "status",   "tags",         "parent", NULL};

gp_status gp_fields_gaps(gp_job *job, const gp_portfolio *portfolio, const gp_gaps *gaps,
                         const gp_write_options *options, gp_output *out)
{
    gp_answer answer = {.job = job,
                        .name = "gaps",
                        .portfolio = portfolio,
                        .columns = columns,
                        .record = gaps,
                        .language = options->language};
    return gp_write_fields(&answer, gaps_fields, options->format, out);
}
