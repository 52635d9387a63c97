/* SPDX-License-Identifier: MIT
 * One table of fields, two formats: every type of field, known and unknown, in JSON and in CSV. */
#include "io/answers/field.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

typedef struct part {
    int32_t days;
    uint32_t step;
} part;

typedef struct row {
    const char *text;
    uint32_t count, id, step;
    gp_day day;
    int32_t days, cycles;
    uint8_t level;
    bool truth;
    part part;
    gp_symbols ids;
    const uint32_t *steps;
    uint32_t step_count;
    const char *const *texts;
    uint32_t text_count;
    const part *parts;
    uint32_t part_count;
    bool has_parts;
} row;

typedef struct rows {
    const row *rows;
    uint32_t count;
    const part *others;
    uint32_t other_count;
} rows;

static gp_value twice(gp_answer *answer, const void *record)
{
    (void)answer;
    return (gp_value){.number = 2 * (int64_t)((const row *)record)->count};
}

static gp_value parts_of(gp_answer *answer, const void *record)
{
    const row *from = record;
    (void)answer;
    return (gp_value){.list = {from->parts, from->part_count, !from->has_parts}};
}

static gp_value no_part(gp_answer *answer, const void *record)
{
    (void)answer;
    (void)record;
    return (gp_value){.record = NULL};
}

static const gp_field part_fields[] = {
    {"days", "part_days", GP_DAYS_AT(part, days)},
    {"step", "part", GP_STEP_AT(part, step)},
    {"only_json", NULL, GP_DAYS_AT(part, days)},
    {0},
};

static const gp_field row_fields[] = {
    {"text", "text", GP_TEXT_AT(row, text)},
    {"count", "count", GP_COUNT_AT(row, count)},
    {"twice", "twice", GP_COMPUTED(COUNT, twice)},
    {NULL, "only_csv", GP_COUNT_AT(row, count)},
    {"day", "day", GP_DAY_AT(row, day)},
    {"days", "days", GP_DAYS_AT(row, days)},
    {"cycles", "cycles", GP_CYCLES_AT(row, cycles)},
    {"level", "level", GP_LEVEL_AT(row, level)},
    {"truth", "truth", GP_TRUTH_AT(row, truth)},
    {"id", "id", GP_ID_AT(row, id)},
    {"step_id", "step_id", GP_STEP_ID_AT(row, step)},
    {"step_level", "its_level", GP_STEP_LEVEL_AT(row, step)},
    {"step", "step", GP_STEP_AT(row, step)},
    {"ids", "ids", GP_IDS_AT(row, ids)},
    {"steps", "steps", GP_STEPS_AT(row, steps, step_count)},
    {"texts", "texts", GP_TEXTS_AT(row, texts, text_count)},
    {"part", NULL, GP_RECORD_AT(row, part, part_fields)},
    {"none", NULL, GP_COMPUTED(RECORD, no_part), .fields = part_fields},
    {"parts", NULL, GP_COMPUTED_ROWS(parts_of, part, part_fields)},
    {0},
};

static const gp_field rows_fields[] = {
    {"rows", NULL, GP_ROWS_AT(rows, rows, count, row_fields), .lines = GP_LINES_ALL},
    {0},
};

static const gp_field two_lists[] = {
    {"rows", NULL, GP_ROWS_AT(rows, rows, count, row_fields), .lines = GP_LINES_ALL},
    {"others", NULL, GP_ROWS_AT(rows, others, other_count, part_fields)},
    {0},
};

/* A step to level 2 of a capability, and an intervention; two rows, known and unknown. */
typedef struct fixture {
    gp_job *job;
    gp_portfolio portfolio;
    gp_network network;
    gp_answer answer;
    rows rows;
} fixture;

static const char *const ids[] = {"a", "b"};
static const gp_activity activities[] = {
    {.kind = GP_KIND_CAPABILITY, .level = 2, .symbol = 0},
    {.kind = GP_KIND_INTERVENTION, .symbol = 1},
};
static const uint32_t both[] = {0, 1};
static const char *const words[] = {"x", "y, z"};
static const part parts[] = {{7, 1}, {8, 0}};
static const row two_rows[] = {
    {.text = "=t",
     .count = 3,
     .id = 1,
     .step = 0,
     .day = 0,
     .days = -4,
     .cycles = 5,
     .level = 2,
     .truth = true,
     .part = {6, GP_NONE},
     .ids = {both, 2},
     .steps = both,
     .step_count = 2,
     .texts = words,
     .text_count = 2,
     .parts = parts,
     .part_count = 2,
     .has_parts = true},
    {.step = GP_NONE,
     .day = GP_NO_DAY,
     .days = GP_NO_DAYS,
     .cycles = GP_NO_DAYS,
     .part = {GP_NO_DAYS, 1}},
};

static void open_fixture(fixture *f)
{
    memset(f, 0, sizeof *f);
    f->job = gp_job_new();
    assert_non_null(f->job);
    f->portfolio = (gp_portfolio){
        .title = "", .ids = ids, .symbol_count = 2, .status_date = 0, .scenario = GP_NONE};
    f->network =
        (gp_network){.portfolio = &f->portfolio, .activities = activities, .activity_count = 2};
    f->rows = (rows){two_rows, 2, parts, 2};
    f->answer = (gp_answer){.job = f->job,
                            .name = "test",
                            .portfolio = &f->portfolio,
                            .network = &f->network,
                            .record = &f->rows};
}

static void every_type_in_json(void **state)
{
    fixture f;
    gp_output out;
    (void)state;
    open_fixture(&f);
    assert_int_equal(gp_write_fields(&f.answer, rows_fields, GP_FORMAT_JSON, &out), GP_OK);
    assert_string_equal(
        out.text,
        "{\"groeipad\":1,\"command\":\"test\",\"title\":null,\"status_date\":\"1970-01-01\",\n"
        "\"rows\":[\n"
        "{\"text\":\"=t\",\"count\":3,\"twice\":6,\"day\":\"1970-01-01\",\"days\":-4,\"cycles\":5,"
        "\"level\":2,\"truth\":true,\"id\":\"b\",\"step_id\":\"a\",\"step_level\":2,"
        "\"step\":{\"id\":\"a\",\"level\":2},\"ids\":[\"a\",\"b\"],"
        "\"steps\":[{\"id\":\"a\",\"level\":2},{\"id\":\"b\",\"level\":null}],"
        "\"texts\":[\"x\",\"y, z\"],\"part\":{\"days\":6,\"step\":null,\"only_json\":6},"
        "\"none\":null,\"parts\":[{\"days\":7,\"step\":{\"id\":\"b\",\"level\":null},"
        "\"only_json\":7},{\"days\":8,\"step\":{\"id\":\"a\",\"level\":2},\"only_json\":8}]},\n"
        "{\"text\":null,\"count\":0,\"twice\":0,\"day\":null,\"days\":null,\"cycles\":null,"
        "\"level\":null,\"truth\":false,\"id\":\"a\",\"step_id\":null,\"step_level\":null,"
        "\"step\":null,\"ids\":[],\"steps\":[],\"texts\":[],"
        "\"part\":{\"days\":null,\"step\":{\"id\":\"b\",\"level\":null},\"only_json\":null},"
        "\"none\":null,\"parts\":null}],\n\"findings\":[]}\n");
    gp_job_free(f.job);
}

static void every_type_in_csv(void **state)
{
    fixture f;
    gp_output out;
    (void)state;
    open_fixture(&f);
    assert_int_equal(gp_write_fields(&f.answer, rows_fields, GP_FORMAT_CSV, &out), GP_OK);
    assert_string_equal(
        out.text,
        "text,count,twice,only_csv,day,days,cycles,level,truth,id,step_id,its_level,step,"
        "step_level,ids,steps,texts,part_days,part,part_level,part_days,part,part_level,"
        "part_days,part,part_level\r\n"
        "'=t,3,6,3,1970-01-01,-4,5,2,true,b,a,2,a,2,a; b,a (2) > b,\"x; y, z\",6,,,,,,7,b,\r\n"
        ",0,0,0,,,,,false,a,,,,,,,,,b,,,,,,,\r\n");
    gp_job_free(f.job);
}

/* The columns are those asked for; a list without one leaves it empty. */
static void several_lists_share_columns(void **state)
{
    static const char *const columns[] = {"list", "part_days", "text", NULL};
    fixture f;
    gp_output out;
    (void)state;
    open_fixture(&f);
    f.answer.columns = columns;
    assert_int_equal(gp_write_fields(&f.answer, two_lists, GP_FORMAT_CSV, &out), GP_OK);
    assert_string_equal(out.text, "list,part_days,text\r\nrows,,'=t\r\nrows,,\r\n"
                                  "others,7,\r\nothers,8,\r\n");
    gp_job_free(f.job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_type_in_json),
        cmocka_unit_test(every_type_in_csv),
        cmocka_unit_test(several_lists_share_columns),
    };
    return cmocka_run_group_tests_name("fields", tests, NULL, NULL);
}
