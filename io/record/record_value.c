/* SPDX-License-Identifier: MIT
 * One value of a record: texts, dates, durations, estimates, numbers and choices. Each row of a
 * key table names one of these. */
#include "io/record/record.h"

#include <cjson/cJSON.h>
#include <string.h>

#define EXPECTED_DAY GP_TEXT("YYYY-MM-DD, 1600-2399")
#define EXPECTED_DURATION GP_TEXT("10d | 2w | 6mo | 1y6mo | 20wd | P6M")
#define ONE_DURATION                                                                               \
    GP_WORDS("one duration, such as 6mo: only lead times and delays have three points or a list",  \
             "één duur, zoals 6mo: alleen doorlooptijden en vertragingen kennen drie punten of " \
             "een lijst")
#define EXPECTED_LAG GP_TEXT("2w | 20wd | -2w | -20wd")
/* The same for people, in cells of spreadsheets. */
#define WRITTEN_DAY                                                                                \
    GP_WORDS("2026-01-31 | 31-1-2026 | 31 January 2026", "2026-01-31 | 31-1-2026 | 31 januari "    \
                                                         "2026")
#define WRITTEN_DURATION                                                                           \
    GP_WORDS("10 days | 2 weeks | 6 months | 1.5 years | 20 workdays",                             \
             "10 dagen | 2 weken | 6 maanden | 1,5 jaar | 20 werkdagen")
#define WRITTEN_LAG                                                                                \
    GP_WORDS("2 weeks | 20 workdays | -2 weeks", "2 weken | 20 werkdagen | -2 weken")

#define A_SHARE GP_WORDS("a number from 0 to 1", "een getal van 0 tot en met 1")
#define A_PERCENTAGE                                                                               \
    GP_WORDS("a whole number from 0 to 100", "een geheel getal van 0 tot en met 100")

/* What is expected of a value, in a file or in a cell. */
static gp_argument expected_of(const gp_records *records, const cJSON *node, gp_argument in_file,
                               gp_argument in_cell)
{
    gp_cell_place cell;
    return gp_find_cell(records->job, gp_place_of(records, node), NULL, &cell) ? in_cell : in_file;
}

static void *field(void *record, const gp_key *key)
{
    return (char *)record + key->offset;
}

gp_status gp_read_text_value(gp_records *records, const gp_key *key, const cJSON *node,
                             void *record)
{
    if (!cJSON_IsString(node)) return gp_wrong_type(records, key->name, node, GP_A_TEXT);
    const char *text = gp_copy_text(records->job, node->valuestring, gp_size_of(records, node));
    if (!text) return gp_no_memory(records->job);
    *(const char **)field(record, key) = text;
    return GP_OK;
}

gp_status gp_read_pooled(gp_records *records, const gp_key *key, const cJSON *node, void *record)
{
    if (!cJSON_IsString(node)) return gp_wrong_type(records, key->name, node, GP_A_TEXT);
    const char *text = gp_draft_text(records->draft, node->valuestring, gp_size_of(records, node));
    if (!text) return gp_no_memory(records->job);
    *(const char **)field(record, key) = text;
    return GP_OK;
}

gp_status gp_read_day(gp_records *records, const gp_key *key, const cJSON *node, void *record)
{
    if (!cJSON_IsString(node))
        return gp_wrong_type(records, key->name, node, GP_TEXT("YYYY-MM-DD"));
    gp_day day;
    if (!gp_parse_date(node->valuestring, &day))
        return gp_bad_value(records, key->name, node,
                            gp_why_no_day(records->job, node->valuestring,
                                          expected_of(records, node, EXPECTED_DAY, WRITTEN_DAY)),
                            gp_suggest_day(records->job, node->valuestring));
    *(gp_day *)field(record, key) = day;
    return GP_OK;
}

/* A duration; unit NONE when it is none (reported). */
static gp_status read_duration(gp_records *records, const char *key, const cJSON *node,
                               gp_duration *out)
{
    if (cJSON_IsObject(node) || cJSON_IsArray(node))
        return gp_wrong_type(records, key, node, ONE_DURATION);
    if (!cJSON_IsString(node)) return gp_wrong_type(records, key, node, EXPECTED_DURATION);
    gp_duration duration;
    if (!gp_parse_duration(node->valuestring, &duration))
        return gp_bad_value(
            records, key, node,
            gp_why_no_duration(records->job, node->valuestring,
                               expected_of(records, node, EXPECTED_DURATION, WRITTEN_DURATION)),
            gp_suggest_duration(records->job, key, node->valuestring));
    *out = duration;
    return GP_OK;
}

gp_status gp_read_duration(gp_records *records, const gp_key *key, const cJSON *node, void *record)
{
    return read_duration(records, key->name, node, field(record, key));
}

gp_status gp_read_lag(gp_records *records, const gp_key *key, const cJSON *node, void *record)
{
    gp_duration lag;
    if (!cJSON_IsString(node)) return gp_wrong_type(records, key->name, node, EXPECTED_LAG);
    if (!gp_parse_lag(node->valuestring, &lag))
        return gp_bad_value(
            records, key->name, node,
            gp_why_no_lag(node->valuestring, expected_of(records, node, EXPECTED_LAG, WRITTEN_LAG)),
            gp_suggest_duration(records->job, key->name, node->valuestring));
    *(gp_duration *)field(record, key) = lag;
    return GP_OK;
}

gp_status gp_read_step(gp_records *records, const gp_key *key, const cJSON *node, void *record)
{
    gp_duration step = {0};
    if (key->detail && cJSON_IsString(node) && strcmp(node->valuestring, key->detail) == 0) {
        *(gp_duration *)field(record, key) = step;
        return GP_OK;
    }
    GP_TRY(read_duration(records, key->name, node, &step));
    if (step.unit == GP_DURATION_NONE) return GP_OK;
    if (step.days == 0 && step.months == 0)
        return gp_bad_value(records, key->name, node, GP_TEXT("> 0d"), NULL);
    *(gp_duration *)field(record, key) = step;
    return GP_OK;
}

gp_status gp_keep_window(gp_records *records, const gp_window *read, const gp_window **out)
{
    if (read->not_before == GP_NO_DAY && read->not_ready_before == GP_NO_DAY &&
        read->start_by == GP_NO_DAY && read->needed_by == GP_NO_DAY)
        return GP_OK;
    gp_window *kept = GP_NEW(records->job, gp_window, 1);
    if (!kept) return gp_no_memory(records->job);
    *kept = *read;
    *out = kept;
    return GP_OK;
}

/* ---- numbers ---- */

gp_status gp_read_share(gp_records *records, const gp_key *key, const cJSON *node, void *record)
{
    if (!cJSON_IsNumber(node)) return gp_wrong_type(records, key->name, node, A_SHARE);
    double share = node->valuedouble;
    if (!(share >= 0 && share <= 1)) return gp_bad_value(records, key->name, node, A_SHARE, NULL);
    *(double *)field(record, key) = share;
    return GP_OK;
}

/* Every form of an answer has it with all its digits; where more is meant, so are thousands. */
#define COST_MAX 1e12

gp_status gp_read_cost(gp_records *records, const gp_key *key, const cJSON *node, void *record)
{
    if (!cJSON_IsNumber(node)) return gp_wrong_type(records, key->name, node, GP_A_NUMBER);
    if (!(node->valuedouble >= 0 && node->valuedouble <= COST_MAX))
        return gp_bad_value(records, key->name, node,
                            GP_WORDS("a number from 0 to 1000000000000",
                                     "een getal van 0 tot en met 1000000000000"),
                            NULL);
    *(double *)field(record, key) = node->valuedouble + 0.0; /* -0 is 0 */
    return GP_OK;
}

gp_status gp_read_percent(gp_records *records, const gp_key *key, const cJSON *node, void *record)
{
    if (!cJSON_IsNumber(node)) return gp_wrong_type(records, key->name, node, GP_A_NUMBER);
    double percent = node->valuedouble;
    bool is_whole = percent >= 0 && percent <= 100 && !(percent - (int)percent > 0);
    if (!is_whole) return gp_bad_value(records, key->name, node, A_PERCENTAGE, NULL);
    *(uint8_t *)field(record, key) = (uint8_t)percent;
    return GP_OK;
}

static gp_status read_level(gp_records *records, const gp_key *key, const cJSON *node, void *record,
                            uint8_t least)
{
    if (!cJSON_IsNumber(node)) return gp_wrong_type(records, key->name, node, GP_A_NUMBER);
    for (uint8_t level = least; level <= GP_LEVEL_MAX; level++)
        if (!(node->valuedouble < level) && !(node->valuedouble > level)) {
            *(uint8_t *)field(record, key) = level;
            return GP_OK;
        }
    return gp_bad_value(records, key->name, node,
                        GP_TEXT(least ? "1 | 2 | 3 | 4 | 5" : "0 | 1 | 2 | 3 | 4 | 5"), NULL);
}

gp_status gp_read_level_have(gp_records *records, const gp_key *key, const cJSON *node,
                             void *record)
{
    return read_level(records, key, node, record, 0);
}

gp_status gp_read_level_want(gp_records *records, const gp_key *key, const cJSON *node,
                             void *record)
{
    return read_level(records, key, node, record, 1);
}

/* ---- choices and ids ---- */

/* The words of a choice in one language, as they would stand in a cell; NULL: no memory. */
static const char *list_words(gp_job *job, const gp_choice *choice, gp_language language)
{
    const char *text = NULL;
    size_t size;
    gp_buffer *list = gp_new_buffer(job);
    for (size_t i = 0; list && i < choice->count; i++) {
        if (i) gp_add_text(list, " | ");
        gp_add_text(list, gp_say(language, choice->words[i].name, choice->words[i].dutch));
    }
    return list && gp_finish_buffer(list, &text, &size) == GP_OK ? text : NULL;
}

/* None of the words: files have one language, cells have both. */
static gp_status refuse_word(gp_records *records, const char *key, const cJSON *node,
                             const gp_choice *choice)
{
    const char *names[2 * GP_CHOICE_MAX], *lists[2] = {"", ""};
    gp_cell_place cell;
    bool is_cell = gp_find_cell(records->job, gp_place_of(records, node), NULL, &cell);
    for (size_t i = 0; i < choice->count; i++) {
        names[i] = choice->words[i].name;
        names[choice->count + i] = choice->words[i].dutch;
    }
    for (size_t i = 0; is_cell && i < 2; i++)
        lists[i] = list_words(records->job, choice, i ? GP_DUTCH : GP_ENGLISH);
    if (!lists[0] || !lists[1]) return gp_no_memory(records->job);
    return gp_bad_value(records, key, node,
                        is_cell ? GP_WORDS(lists[0], lists[1]) : GP_TEXT(choice->expected),
                        gp_nearest_text(node->valuestring, names, choice->count << is_cell));
}

gp_status gp_read_name(gp_records *records, const char *key, const cJSON *node,
                       const gp_choice *choice, size_t *out, bool *is_known)
{
    *is_known = false;
    if (!cJSON_IsString(node)) return gp_wrong_type(records, key, node, GP_TEXT(choice->expected));
    for (size_t i = 0; i < choice->count; i++) {
        if (strcmp(choice->words[i].name, node->valuestring) != 0) continue;
        *out = i;
        *is_known = true;
        return GP_OK;
    }
    return refuse_word(records, key, node, choice);
}

gp_status gp_read_choice(gp_records *records, const gp_key *key, const cJSON *node, void *record)
{
    const gp_choice *choice = key->detail;
    size_t found;
    bool is_known;
    GP_TRY(gp_read_name(records, key->name, node, choice, &found, &is_known));
    if (is_known) *(uint8_t *)field(record, key) = (uint8_t)(choice->first + found);
    return GP_OK;
}

#define ID_SIZE_MAX 1000

/* Is a byte of eight a control character, DEL or not ASCII? (Or follows one that is.) */
static uint64_t find_odd(uint64_t bytes)
{
    const uint64_t each = UINT64_C(0x0101010101010101);
    uint64_t del = bytes ^ each * 0x7F;
    return ((bytes - each * 0x20) | (del - each) | bytes) & each * 0x80;
}

/* U+FFFE and U+FFFF are no characters either; XML and YAML cannot hold them. */
static bool has_control(const char *id, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        unsigned char byte = (unsigned char)id[i], next = (unsigned char)id[i + 1];
        if (byte < ' ' || byte == 0x7F || (byte == 0xC2 && next < 0xA0)) return true;
        if (byte == 0xEF && next == 0xBF && (unsigned char)id[i + 2] >= 0xBE) return true;
    }
    return false;
}

/* What is expected of it instead; none: it is an id. */
static gp_argument problem_of_id(const char *id, size_t size)
{
    if (size == 0) return GP_WORDS("an id of at least 1 character", "een id van minstens 1 teken");
    if (size > ID_SIZE_MAX)
        return GP_WORDS("an id of at most 1000 bytes", "een id van hoogstens 1000 bytes");
    uint64_t odd = 0, bytes;
    size_t i = 0;
    for (; i + sizeof bytes <= size; i += sizeof bytes) {
        memcpy(&bytes, id + i, sizeof bytes);
        odd |= find_odd(bytes);
    }
    for (; i < size; i++) odd |= (unsigned char)id[i] < ' ' || (unsigned char)id[i] >= 0x7F;
    if (!odd || !has_control(id, size)) return GP_NO_ARGUMENT;
    return GP_WORDS("an id without control characters", "een id zonder stuurtekens");
}

gp_status gp_read_id_text(gp_records *records, const char *key, const cJSON *node, gp_id *out)
{
    out->text = NULL;
    out->place = gp_place_of(records, node);
    if (!cJSON_IsString(node)) return gp_wrong_type(records, key, node, GP_A_TEXT);
    out->size = gp_size_of(records, node);
    gp_argument problem = problem_of_id(node->valuestring, out->size);
    if (problem.kind != GP_ARGUMENT_NONE) return gp_bad_value(records, key, node, problem, NULL);
    out->text = node->valuestring;
    return GP_OK;
}

gp_status gp_read_id(gp_records *records, const gp_key *key, const cJSON *node, void *record)
{
    return gp_read_id_text(records, key->name, node, field(record, key));
}

gp_id gp_find_subject(const gp_records *records, const cJSON *node)
{
    const cJSON *id = cJSON_IsObject(node) ? node->child : NULL;
    while (id && strcmp(id->string, "id") != 0) id = id->next;
    if (!id || !cJSON_IsString(id)) return (gp_id){0};
    size_t size = gp_size_of(records, id);
    if (problem_of_id(id->valuestring, size).kind != GP_ARGUMENT_NONE) return (gp_id){0};
    return (gp_id){id->valuestring, size, gp_place_of(records, id)};
}
