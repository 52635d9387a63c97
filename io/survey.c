/* SPDX-License-Identifier: MIT
 * Rows of what was seen, each kind of thing once, with its count and a few examples. */
#include "io/survey.h"
#include "core/names.h"

#include <cjson/cJSON.h>
#include <string.h>

#define EXAMPLES_SIZE 48 /* bytes of examples in a row */
#define EXAMPLE_SIZE 16  /* and of one of them */

gp_status gp_new_survey(gp_job *job, gp_survey **out)
{
    gp_survey *survey = GP_NEW(job, gp_survey, 1);
    if (!survey) return gp_no_memory(job);
    *survey = (gp_survey){.job = job, .causes = gp_new_names(job), .scratch = gp_new_buffer(job)};
    survey->rows.size = sizeof(gp_inventory_row);
    survey->proposals.size = sizeof(gp_proposal);
    if (!survey->causes || !survey->scratch) return gp_no_memory(job);
    *out = survey;
    return GP_OK;
}

/* ---- examples ---- */

/* Cut between characters. */
static size_t cut(const char *text, size_t limit)
{
    size_t size = strlen(text);
    if (size <= limit) return size;
    size = limit;
    while (size && ((unsigned char)text[size] & 0xC0) == 0x80) size--;
    return size;
}

/* Has the list of examples this one? */
static bool has_example(const char *examples, const char *text, size_t size)
{
    for (const char *at = examples; at && *at;) {
        size_t length = strcspn(at, ";");
        if (length == size && memcmp(at, text, size) == 0) return true;
        at += length + strspn(at + length, "; ");
    }
    return false;
}

static gp_status add_example(gp_survey *survey, gp_inventory_row *row, const char *example)
{
    char shown[EXAMPLE_SIZE + 4];
    size_t size = cut(example, EXAMPLE_SIZE), length = row->examples ? strlen(row->examples) : 0;
    bool is_cut = example[size] != '\0';
    for (size_t i = 0; i < size; i++) shown[i] = strchr("\n\r\t", example[i]) ? ' ' : example[i];
    if (is_cut) memcpy(shown + size, "\xE2\x80\xA6", 3);
    size += 3 * is_cut;
    if (!size || length + size + 2 > EXAMPLES_SIZE || has_example(row->examples, shown, size))
        return GP_OK;
    gp_buffer *scratch = survey->scratch;
    const char *text;
    scratch->bytes.count = 0;
    if (row->examples) {
        gp_add_text(scratch, row->examples);
        gp_add_text(scratch, "; ");
    }
    gp_add_bytes(scratch, shown, size);
    GP_TRY(gp_finish_buffer(scratch, &text, &size));
    row->examples = gp_copy_text(survey->job, text, size);
    return row->examples ? GP_OK : gp_no_memory(survey->job);
}

/* ---- rows ---- */

static const char *copy(gp_survey *survey, const char *text)
{
    return text ? gp_copy_cut(survey->job, text) : NULL;
}

/* A type that is the same in both languages is copied once; words of ours are constants. */
static gp_status keep(gp_survey *survey, const gp_inventory_row *row)
{
    gp_inventory_row new = *row;
    new.examples = NULL;
    if (row->type.in[0] == row->type.in[1])
        new.type.in[0] = new.type.in[1] = copy(survey, row->type.in[0]);
    new.becomes = copy(survey, row->becomes);
    bool has_failed = !new.type.in[0] || (row->becomes && !new.becomes);
    if (has_failed || !gp_push(survey->job, &survey->rows, &new, 1))
        return gp_no_memory(survey->job);
    return GP_OK;
}

gp_status gp_survey_add(gp_survey *survey, const gp_inventory_row *row, const char *example)
{
    const char *parts[] = {row->part, row->type.in[0], row->becomes, row->why.in[0]}, *cause;
    size_t size;
    survey->scratch->bytes.count = 0;
    for (size_t i = 0; i < 4; i++) {
        gp_add_text(survey->scratch, parts[i] ? parts[i] : "");
        gp_add_bytes(survey->scratch, parts[i] ? "+" : "-", 1);
        gp_add_bytes(survey->scratch, "", 1);
    }
    GP_TRY(gp_finish_buffer(survey->scratch, &cause, &size));
    uint32_t number = gp_intern(survey->causes, cause, size);
    if (number == GP_NONE) return gp_no_memory(survey->job);
    if (number < survey->rows.count)
        ((gp_inventory_row *)survey->rows.data)[number].count += row->count;
    else
        GP_TRY(keep(survey, row));
    gp_inventory_row *kept = (gp_inventory_row *)survey->rows.data + number;
    return example ? add_example(survey, kept, example) : GP_OK;
}

/* ---- what comes through the door ---- */

static const char *value_text(const cJSON *value, char digits[GP_NUMBER_TEXT_SIZE])
{
    if (cJSON_IsString(value)) return value->valuestring;
    if (cJSON_IsNumber(value)) {
        gp_print_number(value->valuedouble, digits);
        return digits;
    }
    return cJSON_IsTrue(value) ? "true" : cJSON_IsFalse(value) ? "false" : NULL;
}

#define UNKNOWN_KEY ((gp_words){{"no record has that key", "geen record heeft die sleutel"}})

/* What a record of a section is. */
static const char *const sections[][2] = {
    {"capabilities", "capability"},  {"interventions", "intervention"},
    {"dimensions", "dimension"},     {"segments", "segment"},
    {"situations", "situation"},     {"scenarios", "scenario"},
    {"measurements", "measurement"}, {"risks", "risk"},
    {"correlations", "correlation"}, {"measures", "measure"}};

static bool is_key(const gp_record_kind *kind, const char *name)
{
    for (size_t i = 0; i < kind->count; i++)
        if (strcmp(kind->keys[i].name, name) == 0) return true;
    return false;
}

/* Terms have an id and a name, and what is the user's own. */
static bool is_known(const char *section, const char *name)
{
    if (strncmp(name, "x-", 2) == 0) return true;
    if (strcmp(section, "capabilities") == 0) return is_key(&gp_capability_kind, name);
    if (strcmp(section, "interventions") == 0) return is_key(&gp_intervention_kind, name);
    if (strcmp(section, "measurements") == 0) return is_key(&gp_measurement_kind, name);
    if (strcmp(section, "risks") == 0) return is_key(&gp_risk_kind, name);
    if (strcmp(section, "correlations") == 0) return is_key(&gp_correlation_kind, name);
    if (strcmp(section, "measures") == 0) return is_key(&gp_measure_kind, name);
    if (strcmp(section, "scenarios") == 0) return is_key(&gp_scenario_kind, name);
    return strcmp(name, "id") == 0 || strcmp(name, "name") == 0;
}

gp_status gp_survey_record(gp_records *records, const char *section, const cJSON *tree)
{
    gp_survey *survey = records->survey;
    char digits[GP_NUMBER_TEXT_SIZE];
    if (!survey || survey->is_graph) return GP_OK;
    gp_inventory_row row = {.part = "record", .type = GP_SAME(section), .count = 1};
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
        if (strcmp(sections[i][0], section) == 0) row.becomes = sections[i][1];
    GP_TRY(gp_survey_add(survey, &row, NULL));
    for (const cJSON *member = tree->child; cJSON_IsObject(tree) && member; member = member->next) {
        bool is_ours = is_known(section, member->string);
        gp_inventory_row key = {.part = "property",
                                .type = GP_SAME(member->string),
                                .count = 1,
                                .becomes = is_ours ? member->string : NULL,
                                .why = is_ours ? GP_NO_WORDS : UNKNOWN_KEY};
        GP_TRY(gp_survey_add(survey, &key, value_text(member, digits)));
    }
    return GP_OK;
}

gp_status gp_survey_setting(gp_records *records, const char *name, const cJSON *value)
{
    char digits[GP_NUMBER_TEXT_SIZE];
    if (!records->survey || records->survey->is_graph) return GP_OK;
    bool is_ours = strncmp(name, "x-", 2) == 0 || is_key(&gp_top_kind, name);
    return gp_survey_add(records->survey,
                         &(gp_inventory_row){.part = "setting",
                                             .type = GP_SAME(name),
                                             .count = 1,
                                             .becomes = is_ours ? name : NULL,
                                             .why = is_ours ? GP_NO_WORDS : UNKNOWN_KEY},
                         value_text(value, digits));
}
