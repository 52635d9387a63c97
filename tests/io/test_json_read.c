/* SPDX-License-Identifier: MIT
 * What does the reader say about a text, and where? Each row is a text and the findings it must
 * give, with line and column; all are read through windows of several sizes, so that every
 * value once lies across the end of one. */
#include "groeipad/io.h"
#include "io/json/json_read.h"
#include "tests/support_json.h"
#include "tests/support_memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const size_t windows[] = {1, 7, 64, GP_WINDOW_SIZE};

static gp_status read_through(gp_job *job, const char *text, size_t size, size_t window,
                              const gp_portfolio **out)
{
    gp_records *records;
    gp_input input;
    GP_TRY(gp_start_records(job, NULL, &records));
    GP_TRY(gp_open_text(job, "test.json", text, size, window, &input));
    gp_status status = gp_read_json(records, &input);
    gp_close_input(&input);
    return status == GP_OK ? gp_finish_records(records, out) : status;
}

static void list_findings(gp_job *job, char *out, size_t size)
{
    gp_sort_findings(job);
    list_places(job, out, size);
}

typedef struct row {
    const char *text, *expected;
} row;

#define DATE "\"status_date\":\"2022-06-13\""
#define CAPABILITIES(list) "{" DATE ",\n\"capabilities\":[" list "]}"
#define INTERVENTIONS(list) "{" DATE ",\n\"interventions\":[" list "]}"
#define CAPABILITY(keys) CAPABILITIES("{\"id\":\"c\"," keys "}")
#define INTERVENTION(keys) INTERVENTIONS("{\"id\":\"i\"," keys "}")
#define TOP(keys) "{" DATE ",\n" keys "}"

static const row good_rows[] = {
    {"{" DATE "}", ""},
    {"\xEF\xBB\xBF {" DATE "}\r\n", ""},
    {TOP("\"x-own\":[1,{\"id\":2},[[]]],\"x-own2\":{\"a\":{}},\"groeipad\":1"), ""},
    {TOP("\"planning\":\"none\",\"cycle\":\"20wd\""), ""},
    {TOP("\"planning\":{\"dates\":[\"2023-01-01\"]}"), ""},
    {TOP("\"planning\":{\"dates\":[\"2023-02-01\"],\"round\":\"1y\",\"from\":\"2023-02-01\"}"), ""},
    {TOP("\"planning\":{\"dates\":[\"2023-02-01\"],\"round\":\"1y\",\"from\":\"2023-01-01\"}"),
     "311@2:56"},
    {TOP("\"capabilities\":[],\"dimensions\":[ ]"), ""},
    {CAPABILITY("\"requires\":[\"a\",{\"id\":\"b\",\"by\":\"start\"}]"), ""},
    {CAPABILITY("\"lead_time\":{\"min\":\"1mo\",\"likely\":\"30d\",\"max\":\"5w\"}"), ""},
    {CAPABILITY("\"lead_time\":{\"min\":\"40wd\",\"likely\":\"1mo\"}"), ""},
    {CAPABILITY("\"level\":0,\"x-level\":{\"x\":[\"\\u00e9\"]}"), ""},
};

static const row syntax_rows[] = {
    {"", "101@1:1"},
    {" \n ", "101@2:2"},
    {"[]", "101@1:1"},
    {"{", "101@1:2"},
    {"{\"status_date\"", "101@1:15"},
    {"{" DATE "} x", "101@1:30"},
    {"{" DATE ",}", "101@1:29"},
    {"{" DATE " \"title\":\"forgotten comma\"}", "101@1:29"},
    {"{" DATE ",\"title\":tru}", "101@1:37"},
    {"{" DATE ",\"cycle\":2w,\"groeipad\":2}", "101@1:38 106@1:51"},
    {"{" DATE ",\"title\":\"a\nb\"}", "101@1:39"},
    {"{" DATE ",\"title\":\"\xFF\"}", "101@1:38"},
    {"{" DATE ",\"title\":\"\\u0000\"}", "101@1:38"},
    {"{" DATE ",\"title\":\"\xC3\xA9\\ud800\"}", "101@1:39"},
    {"{" DATE ",\"cycle\":\"2w\"x,\"groeipad\":2}", "101@1:41 106@1:54"},
    {"{" DATE ",\"cycle\":truex}", "101@1:41"},
    {"{" DATE "]", "101@1:28"},
    /* after a broken record the next one is read */
    {CAPABILITIES("{\"id\":\"a\",},{\"id\":2},{\"id\":\"\"}"), "101@2:27 102@2:35 106@2:44"},
    {CAPABILITIES("{\"id\":\"a\" \"b\":1},{\"id\":2}"), "101@2:27 102@2:40"},
    {CAPABILITIES("{\"id\":\"a\"} {\"id\":2}"), "101@2:28 102@2:34"},
    {CAPABILITIES("{\"id\":\"a\"},"), "101@2:28"},
    {CAPABILITIES("a,{\"id\":2}"), "101@2:17 102@2:25"},
    {CAPABILITIES("{\"id\":'a'},{\"id\":2}"), "101@2:23 102@2:34"},
    {CAPABILITIES("{\"id\":[1,{2]},{\"id\":2}"), "101@2:27"},  /* brackets do not match */
    {CAPABILITIES("{\"id\":\"a\n\"},{\"id\":2}"), "101@2:25"}, /* nor do quotes */
    {"{\"capabilities\":[{\"id\":\"a\",}]}", "103@1:1 101@1:28"},
};

static const row top_rows[] = {
    {"{}", "103@1:1"},
    {"{\n\"groeipad\":2}", "103@1:1 106@2:12"},
    {TOP("\"groeipad\":\"1\""), "102@2:12"},
    {TOP("\"title\":5"), "102@2:9"},
    {TOP("\"titel\":5"), "104@2:1"},
    {TOP("\"title\":\"a\",\"title\":\"b\""), "105@2:13"},
    {TOP("\"t\\u0069tle\":\"a\",\"title\":\"b\""), "105@2:18"},
    {TOP("\"language\":\"fr\""), "106@2:12"},
    {TOP("\"language\":[\"nl\"]"), "102@2:12"},
    {"{\"status_date\":\"13-06-2022\"}", "106@1:16"},
    {"{\"status_date\":\"2022-02-30\"}", "106@1:16"},
    {"{\"status_date\":20220613}", "102@1:16"},
    {TOP("\"cycle\":\"0d\""), "106@2:9"},
    {TOP("\"cycle\":\"2 weeks\""), "106@2:9"},
    {TOP("\"planning\":{\"round\":\"1y\"}"), "103@2:12"},
    {TOP("\"planning\":{\"round\":\"1y\",\"from\":\"2023\"}"), "106@2:33"},
    {TOP("\"planning\":{\"scope\":\"chain_start\",\"rounds\":1}"), "106@2:21 104@2:35"},
    {TOP("\"planning\":{\"dates\":[]}"), "106@2:21"},
    {TOP("\"planning\":{\"dates\":\"2023-01-01\"}"), "102@2:21"},
    {TOP("\"planning\":{\"dates\":[1,\"2023-13-01\"]}"), "102@2:22 106@2:24"},
    {TOP("\"planning\":{\"dates\":[\"2023-02-01\",\"2023-01-01\",\"2023-03-01\"]}"), "106@2:35"},
    {TOP("\"planning\":{\"dates\":[\"2023-02-01\",\"2023-02-01\"]}"), "106@2:35"},
    {TOP("\"planning\":\"nono\""), "106@2:12"},
    {TOP("\"planning\":5"), "102@2:12"},
    {TOP("\"calendar\":{\"workdays\":[\"mon\",\"thur\"]}"), "106@2:31"},
    {TOP("\"calendar\":{\"workdays\":[]}"), "106@2:24"},
    {TOP("\"calendar\":{\"holidays\":[\"2022-12-25\",\"2022-13-25\",7]}"), "106@2:38 102@2:51"},
    {TOP("\"calendar\":[]"), "102@2:12"},
    {TOP("\"segments\":{}"), "102@2:12"},
    {TOP("\"segments\":[{\"name\":\"n\"},{\"id\":\"s\",\"nme\":\"n\"},3]"),
     "103@2:13 104@2:36 102@2:47"},
    {TOP("\"segments\":[{\"id\":\"s\"},{\"id\":\"s\"}]"), "105@2:30"},
    {TOP("\"measurements\":[{\"need\":1.5}]"), "103@2:17 103@2:17 106@2:25"},
    {TOP("\"measurements\":[{\"dimension\":\"empathie\",\"on\":\"2022-01-01\",\"mismatch\":\"no\"}"
         "]"),
     "106@2:30 106@2:70"},
};

static const row record_rows[] = {
    {CAPABILITIES("{}"), "103@2:17"},
    {CAPABILITIES("\"a\""), "102@2:17"},
    {CAPABILITIES("{\"id\":\"a\"},{\"id\":\"a\"}"), "105@2:34"},
    {CAPABILITIES("{\"id\":\"a\",\"id\":\"b\"}"), "105@2:27"},
    {CAPABILITIES("{\"id\":\"a\",\"x-b\":1,\"x-b\":2}"), "105@2:35"},
    {TOP("\"x-b\":[1],\n\"x-a\":1,\"x-b\":2"), "105@3:9"},
    {CAPABILITY("\"x-a\":{\"b\":1,\"b\":2},\"k\":1,\"aspects\":{\"k\":1,\"k\":2},\"k\":3"),
     "104@2:47 104@2:64 104@2:70 105@2:70 104@2:77 105@2:77"},
    {CAPABILITIES("{\"id\":\"a\\n\"}"), "106@2:23"},
    {CAPABILITY("\"level\":6"), "106@2:35"},
    {CAPABILITY("\"level\":1.5"), "106@2:35"},
    {CAPABILITY("\"level\":\"1\""), "102@2:35"},
    {CAPABILITY("\"status\":\"plannd\""), "106@2:36"},
    {CAPABILITY("\"scope\":true"), "102@2:35"},
    {CAPABILITY("\"owner\":null"), "102@2:35"},
    {CAPABILITY("\"parent\":7"), "102@2:36"},
    {CAPABILITY("\"parent\":\"c\""), "116@2:36"},
    {CAPABILITY("\"parent\":\"d\""), "117@2:36"},
    {CAPABILITY("\"tags\":\"data\""), "102@2:34"},
    {CAPABILITY("\"tags\":[\"data\",7,\"\"]"), "102@2:42 106@2:44"},
    {CAPABILITY("\"started\":\"2022-1-1\""), "106@2:37"},
    {CAPABILITY("\"leadtime\":\"1y\""), "104@2:27"},
    {CAPABILITY("\"lead_time\":\"900y\""), "106@2:39"},
    {CAPABILITY("\"lead_time\":6"), "102@2:39"},
    {CAPABILITY("\"lead_time\":{\"min\":\"1mo\"}"), "103@2:39"},
    {CAPABILITY("\"lead_time\":{\"min\":\"3mo\",\"likely\":\"2mo\",\"max\":\"1mo\"}"),
     "106@2:46 106@2:73"},
    {CAPABILITY("\"lead_time\":{\"min\":\"2mo\",\"likely\":\"20d\"}"), "106@2:46"},
    {CAPABILITY("\"aspects\":{\"skills\":{\"likely\":\"soon\"},\"skill\":1}"), "106@2:57 104@2:65"},
    {CAPABILITY("\"planning\":{\"prepare\":\"1w\"}"), "103@2:38"},
    {CAPABILITY("\"planning\":{\"round\":\"1y\",\"from\":\"2023-01-01\",\"scope\":\"each\"}"),
     "104@2:72"},
    {CAPABILITY("\"levels\":[{\"level\":2},{\"level\":2},{\"level\":0},{}]"),
     "105@2:58 106@2:70 103@2:73"},
    {CAPABILITY("\"requires\":\"a\""), "102@2:38"},
    {CAPABILITY("\"requires\":[1,{},\"\",{\"id\":3}]"), "102@2:39 103@2:41 106@2:44 102@2:53"},
    {CAPABILITY("\"requires\":[{\"id\":\"a\",\"by\":\"live\"}]"), "106@2:54"},
    {CAPABILITY("\"requires\":[{\"id\":\"a\",\"level\":0,\"lag\":\"--1d\"}]"), "106@2:57 106@2:65"},
    {CAPABILITY("\"requires\":[{\"id\":\"a\",\"from\":\"end\",\"lag\":2}]"), "106@2:56 102@2:68"},
    {CAPABILITY("\"progress\":101,\"needed_by\":\"soon\""), "106@2:38 106@2:54"},
    {CAPABILITY("\"progress\":0.5,\"not_before\":1"), "106@2:38 102@2:55"},
    {INTERVENTION("\"progress\":\"half\",\"start_by\":\"2022\""), "102@2:39 106@2:57"},
    {INTERVENTION("\"requires\":[{\"any\":[{\"id\":\"a\",\"from\":\"live\"}]}]"), "106@2:65"},
    {CAPABILITY("\"requires\":[{\"any\":[]}]"), "106@2:46"},
    {CAPABILITY("\"requires\":[{\"any\":\"a\"}]"), "102@2:46"},
    {CAPABILITY("\"requires\":[{\"id\":\"a\",\"any\":[\"b\"]}]"), "106@2:45"},
    {CAPABILITY("\"requires\":[{\"any\":[{\"level\":1},{\"id\":\"b\",\"by\":\"live\"}]}]"),
     "103@2:47 104@2:69"},
    {INTERVENTION("\"stage\":\"exploring\",\"uncertainty\":\"hgh\""), "106@2:36 106@2:62"},
    {INTERVENTION("\"cycle\":\"0w\",\"duration\":\"\""), "106@2:36 106@2:52"},
    {INTERVENTION("\"requires\":[{\"id\":\"a\",\"by\":\"lve\"}]"), "106@2:55"},
    {INTERVENTION("\"addresses\":[\"autonomie\",{\"direction\":\"up\"}]"),
     "106@2:41 103@2:53 106@2:66"},
    {INTERVENTION("\"applies\":{\"segments\":[\"s\"],\"decided_by\":\"me\"}"), "106@2:51 106@2:69"},
    {INTERVENTION("\"scenarios\":\"a\""), "102@2:40"},
    /* columns are code points; a place after them is still right */
    {CAPABILITIES("{\"id\":\"caf\xC3\xA9 \xF0\x9F\x98\x80\",\"level\":9}"), "106@2:40"},
};

static void check_rows(const row *rows, size_t count, gp_status expected_status)
{
    for (size_t i = 0; i < count; i++)
        for (size_t w = 0; w < sizeof windows / sizeof *windows; w++) {
            gp_job *job = gp_job_new();
            const gp_portfolio *portfolio = NULL;
            char found[1024];
            gp_status status =
                read_through(job, rows[i].text, strlen(rows[i].text), windows[w], &portfolio);
            list_findings(job, found, sizeof found);
            if (strcmp(found, rows[i].expected) != 0)
                fail_msg("window %zu: %s\nfound    %s\nexpected %s", windows[w], rows[i].text,
                         found, rows[i].expected);
            bool only_warnings = strncmp(found, "104", 3) == 0 && !strchr(found, ' ');
            if (status != (only_warnings ? GP_OK : expected_status))
                fail_msg("status %d: %s", status, rows[i].text);
            gp_job_free(job);
        }
}

#define CHECK(rows, status) check_rows(rows, sizeof rows / sizeof *rows, status)

static void good_texts_have_no_findings(void **state)
{
    (void)state;
    CHECK(good_rows, GP_OK);
}

static void syntax_errors_have_their_place(void **state)
{
    (void)state;
    CHECK(syntax_rows, GP_INVALID);
}

static void errors_at_the_top_have_their_place(void **state)
{
    (void)state;
    CHECK(top_rows, GP_INVALID);
}

static void errors_in_records_have_their_place(void **state)
{
    (void)state;
    CHECK(record_rows, GP_INVALID);
}

/* ---- every key ---- */

static const char every_key[] =
    "{\"groeipad\":1,\"title\":\"T\xC3\xA9\\n\",\"status_date\":\"2022-06-13\",\"language\":\"nl\","
    "\n"
    "\"planning\":{\"round\":\"1y\",\"from\":\"2023-01-01\",\"dates\":[\"2022-09-15\","
    "\"2022-12-08\"],\"prepare\":\"6w\",\"scope\":\"chain-start\"},\n"
    "\"calendar\":{\"workdays\":[\"mon\",\"wed\"],\"holidays\":[\"2022-12-26\",\"2022-12-19\"]},\n"
    "\"cycle\":\"3w\",\n"
    "\"interventions\":[{\"id\":\"i\",\"name\":\"I\",\"stage\":\"develop\",\"uncertainty\":"
    "\"high\",\n"
    "  "
    "\"start\":\"2022-07-01\",\"duration\":\"6mo\",\"cycle\":\"P2W\",\"needed_by\":\"2023-06-30\","
    "\n"
    "  \"addresses\":[\"d2\",{\"dimension\":\"d1\",\"direction\":\"otherwise\"}],\n"
    "  "
    "\"applies\":{\"segments\":[\"s1\",\"s0\"],\"situations\":[\"t\"],\"decided_by\":\"staff\"},\n"
    "  \"scenarios\":[\"z\"],\"owner\":\"team\",\"tags\":[\"data\"],\n"
    "  "
    "\"requires\":[\"c\",{\"any\":[\"later\",{\"id\":\"c\",\"level\":4,\"lag\":\"1d\"}],\"by\":"
    "\"start\",\n"
    "     \"lag\":\"2w\"},{\"id\":\"j\"},{\"any\":[\"c\"]}]},\n"
    " {\"id\":\"j\"}],\n"
    "\"capabilities\":[{\"id\":\"c\",\"name\":\"C\",\"scope\":\"general\",\"level\":1,\"status\":"
    "\"at-risk\",\n"
    "  \"lead_time\":{\"min\":\"1mo\",\"likely\":\"2mo\",\"max\":\"10wd\"},\n"
    "  \"aspects\":{\"skills\":\"1w\",\"tools\":{\"likely\":\"1y6mo\"}},\n"
    "  "
    "\"levels\":[{\"level\":3,\"lead_time\":\"5d\",\"aspects\":{\"methods\":\"6d\"},\"planning\":"
    "\"none\"},\n"
    "             {\"level\":2,\"requires\":[{\"id\":\"later\",\"level\":2,\"by\":\"start\"}]}],\n"
    "  \"planning\":{\"round\":\"3mo\",\"from\":\"2022-01-01\",\"prepare\":\"1w\"},\n"
    "  \"identified\":\"2022-01-02\",\"started\":\"2022-02-03\",\"ready\":\"2022-12-01\",\n"
    "  \"owner\":\"team\",\"tags\":[\"data\",\"a, b\"],\"requires\":[\"later\"]},\n"
    " {\"id\":\"later\",\"status\":\"available\",\"owner\":\"team\"}],\n"
    "\"dimensions\":[{\"id\":\"d1\",\"name\":\"D1\"},{\"id\":\"d2\"}],\n"
    "\"segments\":[{\"id\":\"s0\"},{\"id\":\"s1\",\"name\":\"S1\"}],\"situations\":[{\"id\":\"t\"}]"
    ",\n"
    "\"scenarios\":[{\"id\":\"z\"}],\n"
    "\"measurements\":[{\"dimension\":\"d2\",\"segment\":\"s1\",\"situation\":\"t\",\"need\":0.75,"
    "\n"
    "  \"experience\":0,\"mismatch\":\"wrong-way\",\"on\":\"2022-03-04\",\"source\":\"panel\"},\n"
    "  {\"dimension\":\"d1\",\"on\":\"2022-03-05\"}]}\n";

static gp_day day(int32_t year, int32_t month, int32_t day_of_month)
{
    return gp_day_of((gp_date){year, month, day_of_month});
}

static void assert_duration(gp_duration duration, const char *text)
{
    char written[GP_DURATION_SIZE];
    gp_format_duration(duration, written);
    assert_string_equal(written, text);
}

static void check_settings(const gp_portfolio *p)
{
    assert_string_equal(p->title, "T\xC3\xA9\n");
    assert_int_equal(p->status_date, day(2022, 6, 13));
    assert_true(p->has_language && p->language == GP_DUTCH && p->is_chain_start);
    assert_duration(p->planning.round, "1y");
    assert_int_equal(p->planning.from, day(2023, 1, 1));
    assert_duration(p->planning.prepare, "6w");
    assert_int_equal(p->planning.date_count, 2);
    assert_int_equal(p->planning.dates[0], day(2022, 9, 15));
    assert_int_equal(p->planning.dates[1], day(2022, 12, 8));
    assert_int_equal(p->planning.last_place->column, 68);
    assert_duration(p->cycle, "3w");
    assert_int_equal(p->calendar.days_off, 0x7F & ~(1 | 4));
    assert_int_equal(p->calendar.holiday_count, 2);
    assert_int_equal(p->calendar.holidays[0], day(2022, 12, 19));
}

static void check_intervention(const gp_portfolio *p)
{
    const gp_intervention *i = &p->interventions[0];
    assert_int_equal(p->intervention_count, 2);
    assert_string_equal(p->ids[i->symbol], "i");
    assert_string_equal(i->name, "I");
    assert_int_equal(i->stage, GP_DEVELOP);
    assert_int_equal(i->uncertainty, GP_UNCERTAINTY_HIGH);
    assert_int_equal(i->decided_by, GP_DECIDED_STAFF);
    assert_int_equal(i->start, day(2022, 7, 1));
    assert_int_equal(i->needed_by, day(2023, 6, 30));
    assert_duration(i->duration, "6mo");
    assert_duration(i->cycle, "2w");
    assert_int_equal(i->address_count, 2);
    assert_int_equal(i->addresses[0].dimension, 1);
    assert_int_equal(i->addresses[0].direction, GP_DIRECTION_NONE);
    assert_int_equal(i->addresses[1].dimension, 0);
    assert_int_equal(i->addresses[1].direction, GP_DIRECTION_OTHERWISE);
    assert_int_equal(i->segment_count, 2);
    assert_int_equal(i->segments[0], 1);
    assert_int_equal(i->segments[1], 0);
    assert_int_equal(i->situation_count, 1);
    assert_int_equal(i->scenario_count, 1);
    assert_int_equal(p->interventions[1].start, GP_NO_DAY);
    assert_duration(p->interventions[1].cycle, "3w");
}

static void check_requires(const gp_portfolio *p)
{
    static const struct {
        const char *target, *lag;
        uint16_t group;
        uint8_t level, by;
        unsigned line, column;
    } rows[] = {
        {"c", "0d", 0, 1, GP_BY_LIVE, 10, 15},  {"later", "2w", 1, 1, GP_BY_START, 10, 27},
        {"c", "1d", 1, 4, GP_BY_START, 10, 41}, {"j", "0d", 0, 1, GP_BY_START, 11, 24},
        {"c", "0d", 2, 1, GP_BY_LIVE, 11, 37},
    };
    gp_span span = p->interventions[0].requires;
    assert_int_equal(span.count, 5);
    for (size_t i = 0; i < span.count; i++) {
        const gp_requirement *r = &p->requirements[span.first + i];
        assert_string_equal(p->ids[r->target], rows[i].target);
        assert_int_equal(r->group, rows[i].group);
        assert_int_equal(r->level, rows[i].level);
        assert_int_equal(r->by, rows[i].by);
        assert_int_equal(r->place.line, rows[i].line);
        assert_int_equal(r->place.column, rows[i].column);
        if (r->lag.unit != GP_DURATION_NONE)
            assert_duration(r->lag, rows[i].lag);
        else
            assert_string_equal(rows[i].lag, "0d");
    }
}

static void check_capability(const gp_portfolio *p)
{
    const gp_capability *c = &p->capabilities[0];
    assert_int_equal(p->capability_count, 2);
    assert_string_equal(c->name, "C");
    assert_int_equal(c->scope, GP_SCOPE_GENERAL);
    assert_int_equal(c->status, GP_AT_RISK);
    assert_int_equal(c->level, 1);
    assert_duration(c->lead.lead_time.min, "1mo");
    assert_duration(c->lead.lead_time.likely, "2mo");
    assert_duration(c->lead.lead_time.max, "10wd");
    assert_duration(c->lead.aspects[GP_SKILLS].likely, "1w");
    assert_int_equal(c->lead.aspects[GP_METHODS].likely.unit, GP_DURATION_NONE);
    assert_duration(c->lead.aspects[GP_TOOLS].likely, "1y6mo");
    assert_int_equal(c->level_count, 2);
    assert_int_equal(c->levels[0].level, 2);
    assert_int_equal(c->levels[0].requires.count, 1);
    assert_int_equal(p->requirements[c->levels[0].requires.first].level, 2);
    assert_int_equal(c->levels[1].level, 3);
    assert_duration(c->levels[1].lead.lead_time.likely, "5d");
    assert_duration(c->levels[1].lead.aspects[GP_METHODS].likely, "6d");
    assert_int_equal(c->levels[1].planning->round.unit, GP_DURATION_NONE);
    assert_duration(c->planning->round, "3mo");
    assert_duration(c->planning->prepare, "1w");
    assert_int_equal(c->identified, day(2022, 1, 2));
    assert_int_equal(c->started, day(2022, 2, 3));
    assert_int_equal(c->ready, day(2022, 12, 1));
    assert_string_equal(c->owner, "team");
    assert_string_equal(c->tags[0], "data");
    assert_string_equal(c->tags[1], "a, b");
    assert_null(c->tags[2]);
    assert_null(p->capabilities[1].tags);
    assert_ptr_equal(p->interventions[0].owner, c->owner);
    assert_ptr_equal(p->interventions[0].tags[0], c->tags[0]);
    assert_null(p->interventions[0].tags[1]);
    assert_int_equal(c->requires.count, 1);
    const gp_capability *later = &p->capabilities[1];
    assert_int_equal(later->level, 1); /* available */
    assert_string_equal(later->name, "later");
    assert_ptr_equal(later->owner, c->owner);
    assert_int_equal(later->place.line, 21);
    assert_int_equal(later->place.column, 8);
}

static void check_terms(const gp_portfolio *p)
{
    assert_int_equal(p->dimensions.count, 2);
    assert_string_equal(p->dimensions.terms[1].name, "d2");
    assert_string_equal(p->segments.terms[1].name, "S1");
    assert_int_equal(p->measurement_count, 2);
    const gp_measurement *m = p->measurements;
    assert_true(m->dimension == 1 && m->segment == 1 && m->situation == 0);
    assert_true(m->need > 0.74 && m->need < 0.76 && m->experience >= 0 && m->experience <= 0);
    assert_int_equal(m->mismatch, GP_WRONG_WAY);
    assert_int_equal(m->on, day(2022, 3, 4));
    assert_string_equal(m->source, "panel");
    assert_true(m[1].segment == GP_NONE && m[1].need < 0);
}

static void every_key_arrives(void **state)
{
    (void)state;
    for (size_t w = 0; w < sizeof windows / sizeof *windows; w++) {
        gp_job *job = gp_job_new();
        const gp_portfolio *p = NULL;
        char found[1024];
        gp_status status = read_through(job, every_key, sizeof every_key - 1, windows[w], &p);
        list_findings(job, found, sizeof found);
        assert_string_equal(found, "");
        assert_int_equal(status, GP_OK);
        check_settings(p);
        check_intervention(p);
        check_requires(p);
        check_capability(p);
        check_terms(p);
        gp_job_free(job);
    }
}

/* ---- suggestions, messages, merging, options ---- */

static void wrong_names_have_a_suggestion(void **state)
{
    (void)state;
    static const row rows[] = {
        {CAPABILITY("\"leadtime\":\"1y\""), "lead_time"},
        {CAPABILITY("\"status\":\"plannd\""), "planned"},
        {TOP("\"capabilties\":[]"), "capabilities"},
        {INTERVENTION("\"addresses\":[\"empathie\"]"), "empathy"},
        {CAPABILITY("\"zzz\":1"), NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gp_job *job = gp_job_new();
        const gp_portfolio *p;
        uint32_t count;
        read_through(job, rows[i].text, strlen(rows[i].text), GP_WINDOW_SIZE, &p);
        const gp_finding *findings = gp_findings(job, &count);
        assert_int_equal(count, 1);
        if (rows[i].expected)
            assert_string_equal(findings[0].suggestion, rows[i].expected);
        else
            assert_null(findings[0].suggestion);
        gp_job_free(job);
    }
}

static void findings_are_worded_in_both_languages(void **state)
{
    (void)state;
    static const char text[] = CAPABILITY("\"level\":\"one\"");
    gp_job *job = gp_job_new();
    const gp_portfolio *p;
    uint32_t count;
    char message[200];
    assert_int_equal(gp_read_text(job, "t", text, strlen(text), NULL, &p), GP_INVALID);
    const gp_finding *finding = gp_findings(job, &count);
    assert_int_equal(count, 1);
    assert_string_equal(finding->subject, "c");
    gp_finding_message(finding, GP_ENGLISH, message, sizeof message);
    assert_string_equal(message, "'level' is a text, expected a number");
    gp_finding_message(finding, GP_DUTCH, message, sizeof message);
    assert_non_null(strstr(message, "een tekst"));
    gp_job_free(job);
}

static gp_status read_two(gp_job *job, const char *first, const char *second,
                          const gp_portfolio **out)
{
    gp_records *records;
    gp_input input;
    GP_TRY(gp_start_records(job, NULL, &records));
    for (int i = 0; i < 2; i++) {
        const char *text = i ? second : first;
        GP_TRY(gp_open_text(job, "t", text, strlen(text), 16, &input));
        gp_status status = gp_read_json(records, &input);
        gp_close_input(&input);
        if (status != GP_OK) return status;
    }
    return gp_finish_records(records, out);
}

static void inputs_merge(void **state)
{
    (void)state;
    gp_job *job = gp_job_new();
    const gp_portfolio *p;
    char found[256];
    gp_status status = read_two(
        job, TOP("\"title\":\"A\",\"planning\":{\"round\":\"1y\",\"from\":\"2022-01-01\"}"),
        "{" DATE ",\"title\":\"B\",\"planning\":{\"from\":\"2022-01-01\",\"round\":\"1y\"},\n"
        "\"cycle\":\"1w\",\"capabilities\":[{\"id\":\"c\"}]}",
        &p);
    list_findings(job, found, sizeof found);
    assert_string_equal(found, "111@1:37");
    assert_int_equal(status, GP_OK);
    assert_string_equal(p->title, "A");
    assert_duration(p->cycle, "1w");
    assert_int_equal(p->capability_count, 1);
    assert_int_equal(p->capabilities[0].place.source, 1);
    gp_job_free(job);
}

static void the_option_overrules_the_status_date(void **state)
{
    (void)state;
    static const char *const texts[] = {"{" DATE "}", "{}"};
    for (size_t i = 0; i < 2; i++) {
        gp_job *job = gp_job_new();
        const gp_portfolio *p;
        gp_read_options options = {.status_date = 777};
        size_t size = strlen(texts[i]);
        assert_int_equal(gp_read_text(job, "t", texts[i], size, &options, &p), GP_OK);
        assert_int_equal(p->status_date, 777);
        gp_job_free(job);
    }
}

/* 100,000 broken records and 100,000 bad values: all reported, in no more than linear time. */
static void many_errors_are_all_found(void **state)
{
    (void)state;
    enum { COUNT = 100000 };
    char *text = malloc(COUNT * 40 + 100);
    assert_non_null(text);
    size_t size = (size_t)sprintf(text, "{" DATE ",\"capabilities\":[");
    for (int i = 0; i < COUNT; i++)
        size += (size_t)sprintf(text + size, "{\"id\":%d}%s,", i, i % 2 ? "" : ",{\"a\":tru}");
    size += (size_t)sprintf(text + size - 1, "]}") - 1;
    gp_job *job = gp_job_new();
    const gp_portfolio *p;
    uint32_t count;
    assert_int_equal(gp_read_text(job, "t", text, size, NULL, &p), GP_INVALID);
    gp_findings(job, &count);
    assert_int_equal(count, COUNT + COUNT / 2);
    gp_job_free(job);
    free(text);
}

/* Memory that runs out anywhere is told, and nothing else. */
static void memory_may_run_out_anywhere(void **state)
{
    (void)state;
    for (size_t left = 0;; left++) {
        gp_job *job = job_with_a_finding();
        const gp_portfolio *p;
        uint32_t count;
        gp_fail_allocations_after(job, left);
        gp_status status = gp_read_text(job, "t", every_key, sizeof every_key - 1, NULL, &p);
        gp_findings(job, &count);
        if (status != GP_OK) assert_says_memory_ran_out(job, status);
        assert_int_equal(count, status == GP_OK ? 1 : 2);
        gp_job_free(job);
        if (status == GP_OK) break;
        assert_true(left < 10000);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(good_texts_have_no_findings),
        cmocka_unit_test(syntax_errors_have_their_place),
        cmocka_unit_test(errors_at_the_top_have_their_place),
        cmocka_unit_test(errors_in_records_have_their_place),
        cmocka_unit_test(every_key_arrives),
        cmocka_unit_test(wrong_names_have_a_suggestion),
        cmocka_unit_test(findings_are_worded_in_both_languages),
        cmocka_unit_test(inputs_merge),
        cmocka_unit_test(the_option_overrules_the_status_date),
        cmocka_unit_test(many_errors_are_all_found),
        cmocka_unit_test(memory_may_run_out_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
