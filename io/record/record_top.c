/* SPDX-License-Identifier: MIT
 * The top of a file: which lists of records there are, and the settings of the whole. Several
 * inputs make one portfolio: lists go on, and of a setting the first input's value holds. */
#include "io/json/json_compact.h"
#include "io/keep/waivers.h"
#include "io/record/record.h"

#include <cjson/cJSON.h>
#include <string.h>

/* ---- settings ---- */

static gp_status read_version(gp_records *records, const gp_key *key, const cJSON *node,
                              void *record)
{
    (void)record;
    if (!cJSON_IsNumber(node)) return gp_wrong_type(records, key->name, node, GP_TEXT("1"));
    if (node->valuedouble < 1 || node->valuedouble > 1)
        return gp_bad_value(records, key->name, node, GP_TEXT("1"), NULL);
    return GP_OK;
}

/* Where the schema is, for editors. */
static gp_status read_schema(gp_records *records, const gp_key *key, const cJSON *node,
                             void *record)
{
    (void)record;
    return cJSON_IsString(node) ? GP_OK : gp_wrong_type(records, key->name, node, GP_A_TEXT);
}

static gp_status read_status_date(gp_records *records, const gp_key *key, const cJSON *node,
                                  void *record)
{
    gp_settings *settings = record;
    GP_TRY(gp_read_day(records, key, node, settings));
    if (records->status_date != GP_NO_DAY) settings->status_date = records->status_date;
    return GP_OK;
}

static gp_status read_language(gp_records *records, const gp_key *key, const cJSON *node,
                               void *record)
{
    gp_settings *settings = record;
    size_t language;
    GP_TRY(gp_read_name(records, key->name, node, &gp_language_choice, &language,
                        &settings->has_language));
    if (!settings->has_language) return GP_OK;
    settings->language = language ? GP_DUTCH : GP_ENGLISH;
    gp_note_language(records->job, settings->language, GP_SIGN_SAID);
    return GP_OK;
}

static gp_status read_planning(gp_records *records, const gp_key *key, const cJSON *node,
                               void *record)
{
    (void)key;
    gp_settings *settings = record;
    settings->planning_place = gp_place_of(records, node);
    return gp_read_planning_value(records, node, &settings->planning, &settings->is_chain_start,
                                  &settings->has_planning);
}

static gp_status read_cycle(gp_records *records, const gp_key *key, const cJSON *node, void *record)
{
    gp_settings *settings = record;
    gp_duration cycle = {0};
    gp_key row = *key;
    row.offset = 0;
    GP_TRY(gp_read_step(records, &row, node, &cycle));
    settings->has_cycle = cycle.unit != GP_DURATION_NONE;
    if (settings->has_cycle) settings->cycle = cycle;
    return GP_OK;
}

/* ---- the calendar ---- */

static gp_status read_workdays(gp_records *records, const gp_key *key, const cJSON *node,
                               void *record)
{
    gp_settings *settings = record;
    unsigned worked = 0;
    if (!cJSON_IsArray(node)) return gp_wrong_type(records, key->name, node, GP_A_LIST);
    for (const cJSON *item = node->child; item; item = item->next) {
        size_t day;
        bool is_known;
        GP_TRY(gp_read_name(records, key->name, item, &gp_weekday_choice, &day, &is_known));
        if (is_known) worked |= 1u << day;
    }
    if (!node->child)
        return gp_bad_value(records, key->name, node,
                            GP_WORDS("at least one day", "minstens een dag"), NULL);
    if (worked)
        settings->days_off = (uint8_t)(~worked & 0x7F);
    else
        gp_refuse_too(records, node);
    return GP_OK;
}

static gp_status read_holidays(gp_records *records, const gp_key *key, const cJSON *node,
                               void *record)
{
    gp_settings *settings = record;
    if (!cJSON_IsArray(node)) return gp_wrong_type(records, key->name, node, GP_A_LIST);
    size_t count = 0;
    for (const cJSON *item = node->child; item; item = item->next) count++;
    gp_day *days = GP_NEW(records->job, gp_day, count);
    if (!days) return gp_no_memory(records->job);
    gp_key row = *key;
    row.offset = 0;
    count = 0;
    for (const cJSON *item = node->child; item; item = item->next) {
        days[count] = GP_NO_DAY;
        GP_TRY(gp_read_day(records, &row, item, &days[count]));
        count += days[count] != GP_NO_DAY;
    }
    settings->holidays = days;
    settings->holiday_count = (uint32_t)count;
    return GP_OK;
}

static const gp_key calendar_keys[] = {{"workdays", read_workdays, 0, NULL, false, 0},
                                       {"holidays", read_holidays, 0, NULL, false, 0}};
const gp_record_kind gp_calendar_kind = {GP_TEXT_ROW("\"calendar\""), calendar_keys,
                                         GP_KEY_COUNT(calendar_keys)};

static gp_status read_calendar(gp_records *records, const gp_key *key, const cJSON *node,
                               void *record)
{
    if (!cJSON_IsObject(node)) return gp_wrong_type(records, key->name, node, GP_AN_OBJECT);
    return gp_read_record(records, &gp_calendar_kind, node, record, NULL);
}

/* ---- the table ---- */

#define HIDES_IDS (GP_PART_IDS | GP_PART_REQUIREMENTS)
static const gp_section dimensions = {gp_read_dimension, GP_PART_TERMS},
                        segments = {gp_read_segment, GP_PART_TERMS},
                        situations = {gp_read_situation, GP_PART_TERMS},
                        scenarios = {gp_read_scenario, GP_PART_TERMS},
                        measures = {gp_read_measure, GP_PART_TERMS},
                        measurements = {gp_read_measurement, GP_PART_MEASUREMENTS},
                        interventions = {gp_read_intervention, HIDES_IDS | GP_PART_INTERVENTIONS},
                        capabilities = {gp_read_capability, HIDES_IDS},
                        risks = {gp_read_risk, GP_PART_RISKS},
                        correlations = {gp_read_correlation, GP_PART_RISKS};

static const gp_key top_keys[] = {
    {"groeipad", read_version, 0, NULL, false, 0},
    {"title", gp_read_text_value, offsetof(gp_settings, title), NULL, false, GP_PART_SETTINGS},
    {"status_date", read_status_date, offsetof(gp_settings, status_date), NULL, false, 0},
    {"language", read_language, 0, NULL, false, GP_PART_SETTINGS},
    {"planning", read_planning, 0, NULL, false, 0},
    {"calendar", read_calendar, 0, NULL, false, 0},
    {"cycle", read_cycle, 0, NULL, false, 0},
    {"cost_unit", gp_read_text_value, offsetof(gp_settings, cost_unit), NULL, false,
     GP_PART_SETTINGS},
    {"dimensions", NULL, 0, &dimensions, false, 0},
    {"segments", NULL, 0, &segments, false, 0},
    {"situations", NULL, 0, &situations, false, 0},
    {"scenarios", NULL, 0, &scenarios, false, 0},
    {"measures", NULL, 0, &measures, false, 0},
    {"measurements", NULL, 0, &measurements, false, 0},
    {"interventions", NULL, 0, &interventions, false, 0},
    {"capabilities", NULL, 0, &capabilities, false, 0},
    {"risks", NULL, 0, &risks, false, 0},
    {"correlations", NULL, 0, &correlations, false, 0},
    {"$schema", read_schema, 0, NULL, false, GP_PART_SETTINGS},
};
const gp_record_kind gp_top_kind = {GP_WORDS_ROW("the portfolio", "het portfolio"), top_keys,
                                    GP_KEY_COUNT(top_keys)};

/* ---- several inputs ---- */

static gp_status report_contradiction(gp_records *records, const gp_key *key, const cJSON *node,
                                      const cJSON *kept)
{
    const char *texts[2];
    GP_TRY(gp_copy_json(records->job, node, &texts[0]));
    GP_TRY(gp_copy_json(records->job, kept, &texts[1]));
    const char *left_out = gp_copy_cut(records->job, texts[0]);
    const char *holds = gp_copy_cut(records->job, texts[1]);
    if (!left_out || !holds) return gp_no_memory(records->job);
    return gp_add_finding(
        records->job,
        &(gp_finding){.code = 111,
                      .place = gp_place_of(records, node),
                      .arguments = {GP_TEXT(key->name), GP_TEXT(left_out), GP_TEXT(holds)}});
}

/* Checks a value against the one that holds. It is read as well, for its own errors. */
static gp_status compare_setting(gp_records *records, const gp_key *key, const cJSON *node,
                                 const cJSON *kept)
{
    gp_settings ignored = *gp_draft_settings(records->draft);
    GP_TRY(key->read(records, key, node, &ignored));
    if (gp_is_refused(records, node)) return GP_OK;
    bool is_same;
    GP_TRY(gp_compare_json(records->job, kept, node, &is_same));
    bool is_overruled =
        key->offset == offsetof(gp_settings, status_date) && records->status_date != GP_NO_DAY;
    if (is_same || is_overruled) return GP_OK;
    return report_contradiction(records, key, node, kept);
}

static void delete_tree(void *tree)
{
    cJSON_Delete(tree);
}

gp_status gp_read_setting(gp_records *records, const gp_key *key, const cJSON *node)
{
    const cJSON **kept = &records->settings[key - top_keys];
    if (*kept) return compare_setting(records, key, node, *kept);
    cJSON *copy = cJSON_Duplicate(node, true);
    if (!copy) return gp_no_memory(records->job);
    if (gp_defer(records->job, delete_tree, copy) != GP_OK) {
        cJSON_Delete(copy);
        return GP_NO_MEMORY;
    }
    GP_TRY(key->read(records, key, node, gp_draft_settings(records->draft)));
    if (!gp_is_refused(records, node)) *kept = copy;
    return GP_OK;
}

gp_status gp_start_records(gp_job *job, const gp_read_options *options, gp_records **out)
{
    static const gp_read_options usual = {.status_date = GP_NO_DAY};
    if (!options) options = &usual;
    gp_day status_date = options->status_date;
    gp_records *records = GP_NEW(job, gp_records, 1);
    const cJSON **settings = GP_NEW(job, const cJSON *, gp_top_kind.count);
    if (!records || !settings) return gp_no_memory(job);
    *records = (gp_records){
        .job = job, .options = options, .status_date = status_date, .settings = settings};
    records->read_ours = gp_read_waivers;
    records->requirements.size = sizeof(gp_requirement);
    records->numbers.size = sizeof(uint32_t);
    records->links.size = sizeof(gp_measure_link);
    records->others.size = sizeof(const cJSON *);
    GP_TRY(gp_new_draft(job, &records->draft));
    gp_draft_settings(records->draft)->status_date = status_date;
    *out = records;
    return GP_OK;
}

/* Is there an error of which it is not known what it hides? Those of --strict hide nothing. */
static bool has_unplaced_errors(const gp_records *records)
{
    uint32_t count, placed = records->placed_errors;
    const gp_finding *findings = gp_findings(records->job, &count);
    uint32_t errors = gp_count_file_errors(records->job);
    for (uint32_t i = 0; errors && i < count; i++) placed += findings[i].code == 126;
    return errors != placed;
}

gp_status gp_finish_records(gp_records *records, const gp_portfolio **out)
{
    GP_TRY(gp_keep_waivers(records->job, records->waivers.data, records->waivers.count));
    const size_t date = 2; /* the row of status_date */
    bool is_torn = records->is_incomplete || has_unplaced_errors(records);
    GP_TRY(gp_check_own_keys(records)); /* which have no meaning for us */
    bool has_date = records->status_date != GP_NO_DAY || records->settings[date];
    if (!has_date) gp_draft_lacks(records->draft, GP_PART_SETTINGS);
    if (!has_date && !records->is_incomplete)
        GP_TRY(gp_missing_key(records, "status_date", gp_top_kind.where, records->first_place));
    /* References into what could not be read would only raise dust. */
    if (is_torn) gp_draft_lacks(records->draft, GP_PART_ALL);
    return gp_finish_draft(records->draft, out);
}
