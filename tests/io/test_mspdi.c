/* SPDX-License-Identifier: MIT
 * MS Project plans: real ones give MS Project's own dates, slack and critical flags for every task;
 * what is not carried over is said; hostile XML is refused; and what we write reads back the same.
 * Our days and MS Project's moments are compared in working time, in which a Saturday, a Friday
 * evening and a Monday morning are the same. */
#include "core/job.h"
#include "groeipad/io.h"
#include "tests/support_memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <cjson/cJSON.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FOLDER "../shared/data/mspdi/"
#define HOSTILE "../shared/data/xml"

static char *read_whole(const char *name)
{
    FILE *file = fopen(name, "rb");
    if (!file) return NULL;
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    long size = ftell(file);
    rewind(file);
    char *text = calloc(1, (size_t)size + 1);
    assert_non_null(text);
    assert_int_equal(fread(text, 1, (size_t)size, file), (size_t)size);
    fclose(file);
    return text;
}

/* ---- real plans ---- */

typedef struct plan {
    gp_job *job;
    const gp_schedule *schedule;
    gp_day from; /* working time counts from here */
} plan;

static plan read_plan(const char *name)
{
    plan p = {.job = gp_job_new()};
    const gp_portfolio *portfolio;
    const gp_network *network;
    const gp_schedule_options options = {.float_mode = GP_FLOAT_PORTFOLIO};
    assert_int_equal(gp_read_files(p.job, &name, 1, NULL, &portfolio), GP_OK);
    assert_int_equal(gp_build_network(p.job, portfolio, &network), GP_OK);
    assert_int_equal(gp_schedule_network(p.job, network, &options, &p.schedule), GP_OK);
    p.from = portfolio->status_date;
    return p;
}

/* Working minutes from the beginning of the plan. */
static int64_t minutes_of_day(const plan *p, gp_day day)
{
    return (int64_t)gp_count_workdays(&p->schedule->network->portfolio->calendar, p->from, day) *
           480;
}

/* Of a moment "2026-01-14T19:00": the plans work from `opens` to `closes`. */
static int64_t minutes_of(const plan *p, const char *moment, const char *opens, const char *closes)
{
    char day[11] = "";
    gp_day at;
    memcpy(day, moment, 10);
    assert_true(gp_parse_date(day, &at));
    bool is_end = strncmp(moment + 11, closes, 5) == 0;
    assert_true(is_end || strncmp(moment + 11, opens, 5) == 0);
    return minutes_of_day(p, at) + (is_end ? 480 : 0);
}

typedef struct answer {
    int uid;
    int64_t early_start, early_finish, late_start, late_finish, slack;
    bool is_critical;
} answer;

static void check_answer(const plan *p, const char *file, const answer *right)
{
    char id[32];
    snprintf(id, sizeof id, "task-%d", right->uid);
    const gp_network *network = p->schedule->network;
    uint32_t activity = gp_find_activity(network, gp_find_symbol(network->portfolio, id), 0);
    assert_int_not_equal(activity, GP_NONE);
    const gp_dates *dates = &p->schedule->dates[activity];
    const answer ours = {right->uid,
                         minutes_of_day(p, dates->earliest_start),
                         minutes_of_day(p, dates->earliest_ready),
                         minutes_of_day(p, dates->latest_start),
                         minutes_of_day(p, dates->latest_ready),
                         minutes_of_day(p, dates->latest_ready) -
                             minutes_of_day(p, dates->earliest_ready),
                         dates->is_critical};
    bool is_equal =
        ours.early_start == right->early_start && ours.early_finish == right->early_finish &&
        ours.late_start == right->late_start && ours.late_finish == right->late_finish &&
        ours.slack == right->slack && ours.is_critical == right->is_critical;
    if (is_equal) return;
    fail_msg("%s task %d: early %d-%d late %d-%d slack %d critical %d, "
             "MS Project: %d-%d %d-%d %d %d",
             file, right->uid, (int)ours.early_start, (int)ours.early_finish, (int)ours.late_start,
             (int)ours.late_finish, (int)ours.slack, ours.is_critical, (int)right->early_start,
             (int)right->early_finish, (int)right->late_start, (int)right->late_finish,
             (int)right->slack, right->is_critical);
}

static const char *text_in(const cJSON *object, const char *key)
{
    const char *text = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, key));
    assert_non_null(text);
    return text;
}

static double number_in(const cJSON *object, const char *key)
{
    const cJSON *node = cJSON_GetObjectItemCaseSensitive(object, key);
    assert_true(cJSON_IsNumber(node));
    return node->valuedouble;
}

static void large_plans_give_ms_projects_answers(void **state)
{
    static const struct {
        const char *plan, *answers;
        int tasks;
    } files[] = {{FOLDER "mp_j30_a2_nr5.xml", FOLDER "mp_j30_a2_nr5.answers.json", 64},
                 {FOLDER "mp_j30_a10_nr1.xml", FOLDER "mp_j30_a10_nr1.answers.json", 320}};
    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        char *text = read_whole(files[i].answers);
        if (!text) {
            print_message("NOT TESTED: %s is not there\n", files[i].answers);
            continue;
        }
        plan p = read_plan(files[i].plan);
        cJSON *answers = cJSON_Parse(text);
        int count = 0;
        const cJSON *task;
        cJSON_ArrayForEach(task, cJSON_GetObjectItemCaseSensitive(answers, "tasks"))
        {
            if (cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(task, "summary"))) continue;
            const cJSON *slack = cJSON_GetObjectItemCaseSensitive(task, "totalSlack");
            const answer right = {(int)number_in(task, "uid"),
                                  minutes_of(&p, text_in(task, "es"), "09:00", "19:00"),
                                  minutes_of(&p, text_in(task, "ef"), "09:00", "19:00"),
                                  minutes_of(&p, text_in(task, "ls"), "09:00", "19:00"),
                                  minutes_of(&p, text_in(task, "lf"), "09:00", "19:00"),
                                  (int64_t)number_in(slack, "min"),
                                  cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(task, "critical"))};
            check_answer(&p, files[i].plan, &right);
            count++;
        }
        assert_int_equal(count, files[i].tasks);
        cJSON_Delete(answers);
        free(text);
        gp_job_free(p.job);
    }
}

/* The text of an element within the task that begins at `task`. */
static void element_of(const char *task, const char *name, char out[64])
{
    char tag[64];
    snprintf(tag, sizeof tag, "<%s>", name);
    const char *at = strstr(task, tag);
    assert_non_null(at);
    at += strlen(tag);
    size_t size = strcspn(at, "<");
    assert_true(size < 64);
    memcpy(out, at, size);
    out[size] = '\0';
}

static int64_t moment_in(const plan *p, const char *task, const char *name)
{
    char text[64];
    element_of(task, name, text);
    return minutes_of(p, text, "08:00", "17:00");
}

static void all_link_types_give_ms_projects_answers(void **state)
{
    const char *name = FOLDER "mspdirelations.xml";
    (void)state;
    char *text = read_whole(name);
    if (!text) {
        print_message("NOT TESTED: %s is not there\n", name);
        return;
    }
    plan p = read_plan(name);
    int count = 0;
    for (const char *task = strstr(text, "<Task>"); task; task = strstr(task + 1, "<Task>")) {
        char uid[64], slack[64], critical[64];
        element_of(task, "UID", uid);
        element_of(task, "TotalSlack", slack);
        element_of(task, "Critical", critical);
        if (strcmp(uid, "0") == 0) continue; /* the summary of the project */
        const answer right = {atoi(uid),
                              moment_in(&p, task, "EarlyStart"),
                              moment_in(&p, task, "EarlyFinish"),
                              moment_in(&p, task, "LateStart"),
                              moment_in(&p, task, "LateFinish"),
                              atoi(slack) / 10,
                              critical[0] == '1'};
        check_answer(&p, name, &right);
        count++;
    }
    assert_int_equal(count, 5);
    free(text);
    gp_job_free(p.job);
}

/* ---- small plans ---- */

#define PLAN(inner)                                                                                \
    "<?xml version=\"1.0\"?>\n<Project xmlns=\"http://schemas.microsoft.com/project\">"            \
    "<StartDate>2026-01-05T08:00:00</StartDate>" inner "</Project>"
#define TASK(uid, inner) "<Task><UID>" uid "</UID><Name>T" uid "</Name>" inner "</Task>"
#define MILESTONE "<Milestone>1</Milestone>"
#define LINK(uid, type, lag, format)                                                               \
    "<PredecessorLink><PredecessorUID>" uid "</PredecessorUID><Type>" type "</Type><LinkLag>" lag  \
    "</LinkLag><LagFormat>" format "</LagFormat></PredecessorLink>"

/* The JSON of a plan in XML. */
static const char *convert(gp_job *job, const char *xml, gp_status *status)
{
    const gp_portfolio *portfolio;
    const gp_document *document;
    gp_output out = {0};
    const gp_convert_options options = {.format = "json"};
    *status = gp_read_document_text(job, "plan.xml", xml, strlen(xml), NULL, &portfolio, &document);
    if (*status != GP_OK) return "";
    *status = gp_convert(job, document, portfolio, NULL, &options, &out);
    return out.text ? out.text : "";
}

/* The message of the first finding with this code, or "". */
static void message_of(gp_job *job, uint16_t code, char out[512])
{
    uint32_t count;
    const gp_finding *findings = gp_findings(job, &count);
    out[0] = '\0';
    for (uint32_t i = 0; i < count && !out[0]; i++)
        if (findings[i].code == code) gp_finding_message(&findings[i], GP_ENGLISH, out, 512);
}

static void parts_become_keys(void **state)
{
    static const struct {
        const char *xml, *json; /* what stands in the JSON */
    } rows[] = {
        {PLAN(
             "<Title>A plan</Title><Tasks>" TASK("1", "<Duration>PT16H0M0S</Duration>") "</Tasks>"),
         "\"title\": \"A plan\""},
        {PLAN("<Tasks>" TASK("1", "<Duration>PT16H0M0S</Duration>") "</Tasks>"),
         "{\"id\": \"task-1\", \"name\": \"T1\", \"duration\": \"2wd\"}"},
        {PLAN("<Tasks>" TASK(
             "1", "<Duration>PT48H0M0S</Duration><DurationFormat>8</DurationFormat>") "</Tasks>"),
         "\"duration\": \"2d\""},
        {PLAN("<Tasks>" TASK("1", "<Duration>PT336H0M0S</Duration>"
                                  "<DurationFormat>42</DurationFormat>") "</Tasks>"),
         "\"duration\": \"2w\""},
        {PLAN("<Tasks>" TASK("1", "") TASK("2", LINK("1", "0", "4800", "7")) "</Tasks>"),
         "[{\"id\": \"task-1\", \"by\": \"ready\", \"lag\": \"1wd\"}]"},
        {PLAN("<Tasks>" TASK("1", "") TASK("2", LINK("1", "1", "-28800", "8")) "</Tasks>"),
         "[{\"id\": \"task-1\", \"by\": \"start\", \"lag\": \"-2d\"}]"},
        {PLAN("<Tasks>" TASK("1", "") TASK("2", LINK("1", "2", "0", "7")) "</Tasks>"),
         "[{\"id\": \"task-1\", \"by\": \"ready\", \"from\": \"start\"}]"},
        {PLAN("<Tasks>" TASK("1", "") TASK("2", LINK("1", "3", "0", "7")) "</Tasks>"),
         "[{\"id\": \"task-1\", \"by\": \"start\", \"from\": \"start\"}]"},
        {PLAN("<Tasks>" TASK("1", "") TASK("2", LINK("1", "1", "0", "7"))
                  TASK("3", LINK("2", "1", "0", "7")) "</Tasks>"),
         "\"requires\": [\"task-1\"]"},
        {PLAN("<Tasks>" TASK("1", "<Deadline>2026-02-06T17:00:00</Deadline>") "</Tasks>"),
         "\"needed_by\": \"2026-02-07\""},
        {PLAN("<Tasks>" TASK("1",
                             "<ConstraintType>4</ConstraintType>"
                             "<ConstraintDate>2026-02-06T08:00:00</ConstraintDate>") "</Tasks>"),
         "\"not_before\": \"2026-02-06\""},
        {PLAN("<Tasks>" TASK("1",
                             "<ConstraintType>2</ConstraintType>"
                             "<ConstraintDate>2026-02-06T08:00:00</ConstraintDate>") "</Tasks>"),
         "\"not_before\": \"2026-02-06\", \"start_by\": \"2026-02-06\""},
        {PLAN("<Tasks>" TASK("1",
                             "<ConstraintType>3</ConstraintType>"
                             "<ConstraintDate>2026-02-06T17:00:00</ConstraintDate>") "</Tasks>"),
         "\"not_ready_before\": \"2026-02-07\",\n     \"needed_by\": \"2026-02-07\""},
        {PLAN("<Tasks>" TASK("1", "<ActualStart>2026-01-02T08:00:00</ActualStart>"
                                  "<PercentComplete>40</PercentComplete>")
                  TASK("2", LINK("1", "1", "0", "7")) "</Tasks>"),
         "\"started\": \"2026-01-02\", \"progress\": 40"},
        {PLAN("<CalendarUID>3</CalendarUID><Calendars><Calendar><UID>3</UID><WeekDays>"
              "<WeekDay><DayType>1</DayType><DayWorking>0</DayWorking></WeekDay>"
              "<WeekDay><DayType>2</DayType><DayWorking>1</DayWorking></WeekDay>"
              "<WeekDay><DayType>7</DayType><DayWorking>1</DayWorking></WeekDay></WeekDays>"
              "<Exceptions><Exception><TimePeriod><FromDate>2026-04-06T00:00:00</FromDate>"
              "<ToDate>2026-04-07T23:59:00</ToDate></TimePeriod><Type>1</Type>"
              "<DayWorking>0</DayWorking></Exception></Exceptions></Calendar></Calendars>"),
         "{\"workdays\": [\"mon\", \"sat\"], \"holidays\": [\"2026-04-06\"]}"},
        {PLAN("<CalendarUID>3</CalendarUID><Calendars><Calendar><UID>3</UID><WeekDays><WeekDay>"
              "<DayType>2</DayType><DayWorking>1</DayWorking><WorkingTimes><WorkingTime>"
              "<FromTime>09:00:00</FromTime><ToTime>13:00:00</ToTime></WorkingTime></WorkingTimes>"
              "</WeekDay></WeekDays></Calendar></Calendars><Tasks>" TASK(
                  "1", "<Duration>PT8H0M0S</Duration>") "</Tasks>"),
         "\"duration\": \"2wd\""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gp_job *job = gp_job_new();
        gp_status status;
        const char *json = convert(job, rows[i].xml, &status);
        if (status != GP_OK || !strstr(json, rows[i].json))
            fail_msg("status %d\n%s\nnot in\n%s", status, rows[i].json, json);
        gp_job_free(job);
    }
}

static void losses_are_named(void **state)
{
    static const struct {
        const char *xml, *message; /* NULL: none */
    } rows[] = {
        {PLAN("<Tasks>" TASK("1", "<Duration>PT8H0M0S</Duration>") "</Tasks>"), NULL},
        {PLAN("<Tasks>" TASK("1", "<Duration>PT9H0M0S</Duration>") "</Tasks>"),
         "not carried over of 'T1': a part of a day, rounded up (2wd)"},
        {PLAN("<Tasks>" TASK("2", LINK("9", "1", "0", "7")) "</Tasks>"),
         "not carried over of 'T2': a link with a task that is not there"},
        {PLAN("<Tasks>" TASK("1", MILESTONE "<ConstraintType>1</ConstraintType>") "</Tasks>"),
         "not carried over of 'T1': as late as possible (ALAP)"},
        {PLAN("<Tasks>" TASK("1", MILESTONE
                             "<Manual>1</Manual><Start>2026-02-02T08:00:00</Start>") "</Tasks>"),
         "not carried over of 'T1': that it is scheduled by hand (Manual)"},
        {PLAN("<Tasks>" TASK("1", "<Active>0</Active>") "</Tasks>"),
         "not carried over of 'T1': an inactive task"},
        {PLAN("<Tasks>" TASK("1", MILESTONE "<CalendarUID>7</CalendarUID>") "</Tasks>"),
         "not carried over of 'T1': a calendar of its own that is not there"},
        {PLAN("<Tasks></Tasks><Assignments><Assignment>"
              "<ResourceUID>1</ResourceUID></Assignment></Assignments>"),
         "not carried over of 'the plan': resources and their assignments (1)"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gp_job *job = gp_job_new();
        gp_status status;
        char message[512];
        convert(job, rows[i].xml, &status);
        assert_int_equal(status, GP_OK);
        message_of(job, 127, message);
        assert_string_equal(message, rows[i].message ? rows[i].message : "");
        gp_job_free(job);
    }
}

static void mistakes_have_their_place(void **state)
{
    static const struct {
        const char *xml;
        uint16_t code;
        unsigned line;
    } rows[] = {
        {PLAN("<Tasks>\n" TASK("1", "\n<Duration>8 hours</Duration>") "</Tasks>"), 106, 4},
        {PLAN("<Tasks>\n" TASK("1", "\n<Deadline>next week</Deadline>") "</Tasks>"), 106, 4},
        {PLAN("<Tasks>\n" TASK("one", "") "</Tasks>"), 106, 3},
        {PLAN("<Tasks>\n" TASK("1", "\n<PercentComplete>140</PercentComplete>") "</Tasks>"), 106,
         4},
        {PLAN("<Tasks>\n" TASK("1", LINK("2", "1", "0", "7"))
                  TASK("2", LINK("1", "1", "0", "7")) "</Tasks"),
         101, 3},
        {"<Project xmlns=\"urn:other\"><a>http://schemas.microsoft.com/project</a></Project>", 101,
         1},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gp_job *job = gp_job_new();
        gp_status status;
        uint32_t count;
        convert(job, rows[i].xml, &status);
        assert_int_equal(status, GP_INVALID);
        const gp_finding *findings = gp_findings(job, &count);
        assert_true(count > 0);
        assert_int_equal(findings[0].code, rows[i].code);
        assert_int_equal(findings[0].place.line, rows[i].line);
        gp_job_free(job);
    }
}

static void hostile_files_are_refused(void **state)
{
    (void)state;
    DIR *folder = opendir(HOSTILE);
    if (!folder) {
        print_message("NOT TESTED: %s is not there\n", HOSTILE);
        return;
    }
    for (struct dirent *entry; (entry = readdir(folder));) {
        char path[512];
        if (entry->d_name[0] == '.') continue;
        snprintf(path, sizeof path, HOSTILE "/%s", entry->d_name);
        gp_job *job = gp_job_new();
        const gp_portfolio *portfolio;
        const char *const names[] = {path};
        const gp_read_options options = {.status_date = GP_NO_DAY, .format = "mspdi"};
        assert_int_equal(gp_read_files(job, names, 1, &options, &portfolio), GP_INVALID);
        gp_job_free(job);
    }
    closedir(folder);
}

/* ---- there and back ---- */

static uint32_t draw(uint64_t *seed, uint32_t below)
{
    *seed = *seed * 6364136223846793005U + 1442695040888963407U;
    return (uint32_t)(*seed >> 33) % below;
}

static const char *draw_span(uint64_t *seed)
{
    static const char *const spans[] = {"1wd", "0wd", "20wd", "3d", "2w", "400d", "8w"};
    return spans[draw(seed, 7)];
}

static void put(cJSON *record, const char *key, const char *text)
{
    cJSON_AddStringToObject(record, key, text);
}

static void put_window(uint64_t *seed, cJSON *record)
{
    switch (draw(seed, 6)) {
    case 0: put(record, "not_before", "2026-03-02"); break;
    case 1: put(record, "not_ready_before", "2026-06-01"); break;
    case 2: put(record, "start_by", "2026-02-28"); break;
    case 3:
        put(record, "not_before", "2026-03-02");
        put(record, "start_by", "2026-03-02");
        break;
    default: break;
    }
    if (draw(seed, 3) == 0) put(record, "needed_by", "2026-12-24");
}

/* What MS Project can hold: an earlier capability, or for an intervention any, and interventions.
 */
static void put_requires(uint64_t *seed, cJSON *record, bool is_intervention, int index, int caps)
{
    cJSON *list = cJSON_CreateArray();
    int range = is_intervention ? caps : index;
    for (int i = (int)draw(seed, 4); i > 0 && range > 0; i--) {
        char id[16];
        bool to_intervention = is_intervention && index > 0 && draw(seed, 3) == 0;
        snprintf(id, sizeof id, "%c%u", to_intervention ? 'i' : 'c',
                 (unsigned)draw(seed, (uint32_t)(to_intervention ? index : range)));
        bool by_ready = draw(seed, 3) == 0, from_start = draw(seed, 3) == 0;
        bool says_start = is_intervention && !to_intervention && !by_ready;
        char lag[16];
        snprintf(lag, sizeof lag, "%s%s", draw(seed, 2) ? "-" : "", draw(seed, 2) ? "3wd" : "2w");
        bool has_lag = draw(seed, 3) == 0;
        if (!by_ready && !from_start && !says_start && !has_lag) {
            cJSON_AddItemToArray(list, cJSON_CreateString(id));
            continue;
        }
        cJSON *object = cJSON_CreateObject();
        put(object, "id", id);
        if (by_ready || says_start) put(object, "by", by_ready ? "ready" : "start");
        if (from_start) put(object, "from", "start");
        if (has_lag) put(object, "lag", lag);
        cJSON_AddItemToArray(list, object);
    }
    if (cJSON_GetArraySize(list))
        cJSON_AddItemToObject(record, "requires", list);
    else
        cJSON_Delete(list);
}

static cJSON *random_record(uint64_t *seed, bool is_intervention, int index, int caps)
{
    cJSON *record = cJSON_CreateObject();
    char id[16];
    snprintf(id, sizeof id, "%c%d", is_intervention ? 'i' : 'c', index);
    put(record, "id", id);
    if (draw(seed, 2)) put(record, "name", "A <name> & \"more\" \xC3\xA9");
    put(record, is_intervention ? "duration" : "lead_time", draw_span(seed));
    put_window(seed, record);
    if (draw(seed, 5) == 0) cJSON_AddNumberToObject(record, "progress", 1 + draw(seed, 100));
    if (!is_intervention && draw(seed, 6) == 0) put(record, "started", "2026-01-02");
    if (!is_intervention && draw(seed, 8) == 0) put(record, "ready", "2026-02-02");
    if (draw(seed, 3) == 0) put(record, "owner", "Balie; <IT> & co");
    if (draw(seed, 3) == 0) {
        cJSON *tags = cJSON_AddArrayToObject(record, "tags");
        cJSON_AddItemToArray(tags, cJSON_CreateString("pilot"));
        if (draw(seed, 2)) cJSON_AddItemToArray(tags, cJSON_CreateString("pay, and <go>"));
    }
    if (!is_intervention && index + 1 < caps && draw(seed, 2)) {
        snprintf(id, sizeof id, "c%d", index + 1 + (int)draw(seed, (uint32_t)(caps - 1 - index)));
        put(record, "parent", id);
    }
    put_requires(seed, record, is_intervention, index, caps);
    return record;
}

static cJSON *random_plan(uint64_t seed)
{
    int caps = (int)draw(&seed, 7), interventions = 1 + (int)draw(&seed, 4);
    cJSON *top = cJSON_CreateObject();
    put(top, "title", "Plan & co");
    put(top, "status_date", "2026-01-05");
    put(top, "cycle", "1d");
    cJSON *calendar = cJSON_AddObjectToObject(top, "calendar");
    cJSON *days = cJSON_AddArrayToObject(calendar, "workdays");
    const char *const names[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    for (int i = 0; i < 7; i++)
        if (i == 0 || draw(&seed, 2)) cJSON_AddItemToArray(days, cJSON_CreateString(names[i]));
    if (draw(&seed, 2)) { /* Mondays: no day off */
        cJSON *holidays = cJSON_AddArrayToObject(calendar, "holidays");
        cJSON_AddItemToArray(holidays, cJSON_CreateString("2026-04-06"));
        cJSON_AddItemToArray(holidays, cJSON_CreateString("2026-05-25"));
    }
    cJSON *list = cJSON_AddArrayToObject(top, "interventions");
    for (int i = 0; i < interventions; i++)
        cJSON_AddItemToArray(list, random_record(&seed, true, i, caps));
    list = caps ? cJSON_AddArrayToObject(top, "capabilities") : NULL;
    for (int i = 0; i < caps; i++) cJSON_AddItemToArray(list, random_record(&seed, false, i, caps));
    return top;
}

/* The text of a portfolio in another format, without a word about loss. */
static char *change(const char *name, const char *text, const char *format)
{
    gp_job *job = gp_job_new();
    const gp_portfolio *portfolio;
    const gp_document *document;
    const gp_convert_options options = {.format = format};
    gp_output out;
    uint32_t count;
    gp_status status =
        gp_read_document_text(job, name, text, strlen(text), NULL, &portfolio, &document);
    if (status == GP_OK) status = gp_convert(job, document, portfolio, NULL, &options, &out);
    const gp_finding *findings = gp_findings(job, &count);
    if (count) {
        char message[512];
        gp_finding_message(&findings[0], GP_ENGLISH, message, sizeof message);
        fail_msg("%s\n%s", message, text);
    }
    assert_int_equal(status, GP_OK);
    char *copy = calloc(1, out.size + 1);
    assert_non_null(copy);
    memcpy(copy, out.text, out.size);
    gp_job_free(job);
    return copy;
}

static void json_comes_back_the_same(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 500; seed++) {
        cJSON *before = random_plan(seed * 7919);
        char *text = cJSON_Print(before);
        char *xml = change("p.json", text, "mspdi");
        char *json = change("p.mspdi", xml, "json");
        cJSON *after = cJSON_Parse(json);
        if (!cJSON_Compare(before, after, true)) fail_msg("%s\nbecame\n%s", text, json);
        cJSON_Delete(before);
        cJSON_Delete(after);
        cJSON_free(text);
        free(xml);
        free(json);
    }
}

static void what_has_no_place_is_reported(void **state)
{
    static const char *const keys[] = {"\"stage\":\"explore\"",
                                       "\"x-mine\":1",
                                       "\"owner\":\"\"",
                                       "\"tags\":[\"a;b\"]",
                                       "\"requires\":[\"nowhere\"]",
                                       "\"duration\":\"2mo\"",
                                       "\"requires\":[{\"any\":[\"c\",\"d\"]}]",
                                       "\"requires\":[{\"id\":\"c\",\"by\":\"live\"}]"};
    (void)state;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        char text[512], message[512];
        gp_job *job = gp_job_new();
        const gp_portfolio *portfolio;
        const gp_document *document;
        const gp_convert_options options = {.format = "mspdi"};
        gp_output out;
        snprintf(
            text, sizeof text,
            "{\"status_date\":\"2026-01-05\",\"cycle\":\"1d\",\"interventions\":[{\"id\":\"i\","
            "%s}],\"capabilities\":[{\"id\":\"c\",\"lead_time\":\"1d\"},"
            "{\"id\":\"d\",\"lead_time\":\"1d\"}]}",
            keys[i]);
        assert_int_equal(
            gp_read_document_text(job, "p.json", text, strlen(text), NULL, &portfolio, &document),
            GP_OK);
        assert_int_equal(gp_convert(job, document, portfolio, NULL, &options, &out), GP_OK);
        message_of(job, 120, message);
        assert_string_not_equal(message, "");
        gp_job_free(job);
    }
}

/* Memory that runs out anywhere gives GP_NO_MEMORY, in reading and in writing. */
static void memory_may_run_out_anywhere(void **state)
{
    (void)state;
    char *xml = read_whole("docs/msproject/plan.xml");
    assert_non_null(xml);
    for (size_t left = 0;; left++) {
        gp_job *job = job_with_a_finding();
        const gp_portfolio *portfolio;
        const gp_document *document;
        const gp_convert_options options = {.format = "mspdi"};
        gp_output out;
        gp_fail_allocations_after(job, left);
        gp_status status =
            gp_read_document_text(job, "plan.xml", xml, strlen(xml), NULL, &portfolio, &document);
        if (status == GP_OK) status = gp_convert(job, document, portfolio, NULL, &options, &out);
        if (status != GP_OK) assert_says_memory_ran_out(job, status);
        gp_job_free(job);
        if (status == GP_OK) break;
        assert_true(left < 20000);
    }
    free(xml);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(large_plans_give_ms_projects_answers),
        cmocka_unit_test(all_link_types_give_ms_projects_answers),
        cmocka_unit_test(parts_become_keys),
        cmocka_unit_test(losses_are_named),
        cmocka_unit_test(mistakes_have_their_place),
        cmocka_unit_test(hostile_files_are_refused),
        cmocka_unit_test(json_comes_back_the_same),
        cmocka_unit_test(what_has_no_place_is_reported),
        cmocka_unit_test(memory_may_run_out_anywhere),
    };
    return cmocka_run_group_tests_name("MS Project", tests, NULL, NULL);
}
