/* SPDX-License-Identifier: MIT
 * What can be wrong with one value, as findings with the place of that very value. The texts a
 * tree holds are gone after its record, so what a finding shows of them is copied and cut. */
#include "io/record/record.h"

#include <cjson/cJSON.h>
#include <string.h>

#define SHOWN_MAX 64 /* bytes of a value that a message shows */

const char *gp_copy_cut(gp_job *job, const char *text)
{
    size_t size = strlen(text);
    if (size <= SHOWN_MAX) return gp_copy_text(job, text, size);
    size = SHOWN_MAX;
    while (size && ((unsigned char)text[size] & 0xC0) == 0x80) size--; /* not within a character */
    char cut[SHOWN_MAX + 4];
    memcpy(cut, text, size);
    memcpy(cut + size, "\xE2\x80\xA6", 3); /* an ellipsis */
    return gp_copy_text(job, cut, size + 3);
}

const char *gp_copy_subject(gp_records *records)
{
    const char *subject = records->subject;
    return subject ? gp_copy_text(records->job, subject, strlen(subject)) : NULL;
}

/* Adds the finding about the current record. */
static gp_status add(gp_records *records, gp_finding *finding)
{
    records->errors++;
    finding->subject = gp_copy_subject(records);
    if (records->subject && !finding->subject) return gp_no_memory(records->job);
    return gp_add_finding(records->job, finding);
}

static const char *copy_number(gp_job *job, double number)
{
    char digits[GP_NUMBER_TEXT_SIZE];
    gp_print_number(number, digits);
    return gp_copy_text(job, digits, strlen(digits));
}

static const char *copy_value(gp_job *job, const cJSON *node)
{
    if (cJSON_IsString(node)) return gp_copy_cut(job, node->valuestring);
    if (cJSON_IsNumber(node)) return copy_number(job, node->valuedouble);
    if (cJSON_IsArray(node)) return node->child ? "[...]" : "[]";
    if (cJSON_IsObject(node)) return node->child ? "{...}" : "{}";
    return cJSON_IsNull(node) ? "null" : cJSON_IsTrue(node) ? "true" : "false";
}

static gp_status refuse_value(gp_records *records, const cJSON *node, gp_argument expected)
{
    const char *value = copy_value(records->job, node);
    if (!value) return gp_no_memory(records->job);
    return gp_refuse(records, &(gp_refused){.node = node, .value = value, .expected = expected});
}

gp_argument gp_type_words(const cJSON *node)
{
    if (cJSON_IsString(node)) return GP_A_TEXT;
    if (cJSON_IsNumber(node)) return GP_A_NUMBER;
    if (cJSON_IsArray(node)) return GP_A_LIST;
    if (cJSON_IsObject(node)) return GP_AN_OBJECT;
    if (cJSON_IsNull(node)) return GP_TEXT("null");
    return GP_TEXT(cJSON_IsTrue(node) ? "true" : "false");
}

/* Adds the finding about a value: in a sheet the key is what its column is called there. */
static gp_status add_of_value(gp_records *records, gp_finding *finding, const cJSON *node)
{
    finding->place = gp_place_of(records, node);
    if (gp_find_cell(records->job, finding->place, NULL, &finding->cell))
        finding->cell.is_key = finding->cell.heading != NULL;
    return add(records, finding);
}

gp_status gp_wrong_type(gp_records *records, const char *key, const cJSON *node,
                        gp_argument expected)
{
    if (gp_is_others(records, node)) return refuse_value(records, node, expected);
    gp_finding finding = {.code = 102, .arguments = {GP_TEXT(key), gp_type_words(node), expected}};
    return add_of_value(records, &finding, node);
}

gp_status gp_no_object(gp_records *records, const gp_record_kind *kind, const cJSON *node)
{
    if (gp_is_others(records, node)) return refuse_value(records, node, GP_AN_OBJECT);
    return add(records,
               &(gp_finding){.code = 102,
                             .place = gp_place_of(records, node),
                             .arguments = {kind->where, gp_type_words(node), GP_AN_OBJECT}});
}

/* A number in a cell as it stands there: "0,5" and not 0.5. */
static const char *copy_written(gp_records *records, const cJSON *node)
{
    gp_cell_place cell;
    char plain[GP_NUMBER_TEXT_SIZE];
    double number;
    bool is_cell = cJSON_IsNumber(node) &&
                   gp_find_cell(records->job, gp_place_of(records, node), NULL, &cell) &&
                   cell.text && strlen(cell.text) < sizeof plain;
    if (!is_cell) return copy_value(records->job, node);
    size_t size = strlen(cell.text);
    for (size_t i = 0; i <= size; i++) plain[i] = cell.text[i] == ',' ? '.' : cell.text[i];
    bool is_same = gp_parse_number(plain, size, &number) && !(number < node->valuedouble) &&
                   !(number > node->valuedouble);
    return is_same ? gp_copy_cut(records->job, cell.text) : copy_value(records->job, node);
}

gp_status gp_bad_value(gp_records *records, const char *key, const cJSON *node,
                       gp_argument expected, const char *suggestion)
{
    if (gp_is_others(records, node)) return refuse_value(records, node, expected);
    const char *value = copy_written(records, node);
    if (!value) return gp_no_memory(records->job);
    gp_finding finding = {.code = 106,
                          .arguments = {GP_TEXT(key), GP_TEXT(value), expected},
                          .suggestion = suggestion};
    return add_of_value(records, &finding, node);
}

gp_status gp_missing_key(gp_records *records, const char *key, gp_argument where, gp_place place)
{
    gp_finding finding = {.code = 103, .place = place, .arguments = {GP_TEXT(key), where}};
    if (gp_find_cell(records->job, place, key, &finding.cell)) finding.cell.is_key = true;
    return add(records, &finding);
}

gp_status gp_lacks_key(gp_records *records, const char *key, gp_argument where, const cJSON *node)
{
    if (!records->is_foreign)
        return gp_missing_key(records, key, where, gp_place_of(records, node));
    return gp_refuse(records,
                     &(gp_refused){.node = node, .expected = GP_TEXT(key), .where = where});
}

gp_status gp_repeated_member(gp_records *records, const cJSON *node)
{
    if (!records->is_foreign)
        return gp_repeated_key(records, node->string, gp_key_place_of(records, node));
    return refuse_value(records, node, GP_WORDS("it once", "het een keer"));
}

gp_status gp_repeated_key(gp_records *records, const char *key, gp_place place)
{
    const char *subject = gp_copy_cut(records->job, key);
    records->errors++;
    if (!subject) return gp_no_memory(records->job);
    return gp_add_finding(records->job, &(gp_finding){.code = 105,
                                                      .place = place,
                                                      .subject = subject,
                                                      .arguments = {GP_WORDS("key", "sleutel")}});
}
