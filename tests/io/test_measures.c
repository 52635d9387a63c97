/* SPDX-License-Identifier: MIT
 * Measures: what comes out of a file, and what is said of one that is wrong, with its place. */
#include "core/job.h"
#include "groeipad/draft.h"
#include "groeipad/io.h"
#include "groeipad/plan.h"
#include "tests/support_json.h"
#include "tests/support_memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cjson/cJSON.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TOP(keys)                                                                                  \
    "{\"status_date\":\"2026-01-05\",\n" keys ",\n\"capabilities\":[{\"id\":\"team\"}],"           \
    "\"interventions\":[{\"id\":\"go\",\"requires\":[\"team\"]}]}"
#define MEASURES(list) TOP("\"measures\":[" list "]")
#define ONE(keys) MEASURES("{\"id\":\"m\"" keys "},{\"id\":\"n\"},{\"id\":\"o\"}")

static gp_status read_one(gp_job *job, const char *text, const gp_portfolio **out)
{
    return gp_read_text(job, "test.json", text, strlen(text), NULL, out);
}

/* ---- what is wrong ---- */

static const struct {
    const char *text, *expected;
} rows[] = {
    {ONE(""), ""},
    {ONE(",\"name\":\"M\",\"cost\":1.25,\"needs\":[\"n\"],\"excludes\":[\"o\"],\"changes\":{},"
         "\"x-own\":[]"),
     ""},
    {ONE(",\"needs\":[],\"excludes\":[]"), ""},
    {ONE(",\"costs\":1"), "104@2:23"},
    {ONE(",\"cost\":0"), ""},
    {ONE(",\"cost\":-0.0"), ""},
    {ONE(",\"cost\":1e12"), ""},
    {ONE(",\"cost\":1e-300"), ""},
    {ONE(",\"cost\":1000000000001"), "106@2:30"},
    {ONE(",\"cost\":-1e-300"), "106@2:30"},
    {ONE(",\"cost\":-30"), "106@2:30"},
    {ONE(",\"cost\":1e400"), "101@2:30"},
    {ONE(",\"cost\":NaN"), "101@2:30"},
    {ONE(",\"cost\":\"30\""), "102@2:30"},
    {ONE(",\"cost\":null"), "102@2:30"},
    {ONE(",\"cost\":[30]"), "102@2:30"},
    {ONE(",\"cost\":1,\"cost\":1"), "105@2:32"},
    {ONE(",\"changes\":[]"), "102@2:33"},
    {ONE(",\"needs\":\"n\""), "102@2:31"},
    {ONE(",\"needs\":{\"id\":\"n\"}"), "102@2:31"},
    {ONE(",\"needs\":[{\"id\":\"n\"}]"), "102@2:32"},
    {ONE(",\"needs\":[\"\"]"), "106@2:32"},
    {ONE(",\"needs\":[\"n\",\"o\",\"n\"]"), "106@2:40"},
    {ONE(",\"excludes\":[\"o\",\"o\"]"), "106@2:39"},
    {ONE(",\"needs\":[\"p\",\"n\",\"q\"]"), "106@2:32 106@2:40"},
    {ONE(",\"excludes\":[\"team\"]"), "106@2:35"}, /* a capability is no measure */
    {ONE(",\"needs\":[\"go\"]"), "106@2:32"},
    {MEASURES("{\"id\":\"team\",\"needs\":[\"go\"]},{\"id\":\"go\"}"),
     ""}, /* called as they like */
    {MEASURES("{\"cost\":1}"), "103@2:13"},
    {MEASURES("{\"cost\":1,\"needs\":[\"x\"]},{\"id\":\"m\",\"needs\":[\"lost\"]}"), "103@2:13"},
    {MEASURES("\"m\""), "102@2:13"},
    {MEASURES("{\"id\":\"m\"},{\"id\":\"m\",\"needs\":[\"m\"]}"), "105@2:30"},
    {MEASURES("{\"id\":\"m\"},{\"id\":\"m\",\"needs\":[\"p\"]}"), "105@2:30 106@2:43"},
    {MEASURES("{\"id\":7}"), "102@2:19"},
    {TOP("\"cost_unit\":\"k\\u20ac\""), ""},
    {TOP("\"cost_unit\":7"), "102@2:13"},
    {TOP("\"cost_unit\":null"), "102@2:13"},
    {TOP("\"costunit\":\"k\""), "104@2:1"},
};

static void what_is_wrong_has_its_place(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gp_job *job = gp_job_new();
        const gp_portfolio *p;
        char found[256];
        gp_status status = read_one(job, rows[i].text, &p);
        gp_sort_findings(job);
        list_places(job, found, sizeof found);
        if (strcmp(found, rows[i].expected) != 0) print_error("%s\n", rows[i].text);
        assert_string_equal(found, rows[i].expected);
        bool is_wrong = *found && strncmp(found, "104", 3) != 0;
        assert_int_equal(status, is_wrong ? GP_INVALID : GP_OK);
        gp_job_free(job);
    }
}

static void an_unknown_id_has_its_nearest(void **state)
{
    (void)state;
    static const struct {
        const char *id, *nearest;
    } ids[] = {{"hir", "hire"}, {"hire-a-taem", "hire-a-team"}, {"mm", NULL}, {"team", NULL}};
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        gp_job *job = gp_job_new();
        const gp_portfolio *p;
        char text[512];
        uint32_t count;
        snprintf(text, sizeof text,
                 MEASURES("{\"id\":\"m\",\"excludes\":[\"%s\"]},{\"id\":\"hire\"},"
                          "{\"id\":\"hire-a-team\"}"),
                 ids[i].id);
        assert_int_equal(read_one(job, text, &p), GP_INVALID);
        const gp_finding *findings = gp_findings(job, &count);
        assert_int_equal(count, 1);
        assert_string_equal(findings[0].arguments[0].text, "excludes");
        if (ids[i].nearest)
            assert_string_equal(findings[0].suggestion, ids[i].nearest);
        else
            assert_null(findings[0].suggestion); /* itself is no suggestion, nor a capability */
        gp_job_free(job);
    }
}

/* No date rests on what measures say of each other. */
static void a_mistake_hides_nothing_of_the_plan(void **state)
{
    (void)state;
    static const char *const mistakes[] = {
        "{\"id\":\"m\",\"needs\":[\"x\"]}", "{\"id\":\"m\",\"needs\":[\"m\"]}",
        "{\"id\":\"m\",\"cost\":-10000000}", "{\"id\":\"m\"},{\"id\":\"m\"}      ",
        "{\"cost\":10000}            "};
    for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++) {
        gp_job *job = gp_job_new();
        const gp_portfolio *p;
        char text[512], found[256];
        snprintf(text, sizeof text,
                 "{\"status_date\":\"2026-01-05\",\"measures\":[\n%s],\n\"interventions\":[{\"id\":"
                 "\"go\",\"needed_by\":\"2026-02-01\",\"requires\":[\"team\"]}],"
                 "\"capabilities\":[{\"id\":\"team\",\"lead_time\":\"6mo\"}]}",
                 mistakes[i]);
        assert_int_equal(read_one(job, text, &p), GP_INVALID);
        assert_int_equal(gp_check_rest(job), GP_OK);
        gp_sort_findings(job);
        list_places(job, found, sizeof found);
        const char *rest = strchr(found, ' ');
        assert_non_null(rest);
        assert_string_equal(rest, " 301@3:24 305@3:24 401@3:24 302@3:98");
        gp_job_free(job);
    }
}

/* ---- circles ---- */

/* Measures as letters: "a>b" needs, "a!b" excludes. */
static const char *write_measures(const char *relations, char out[1024])
{
    static const char names[] = "abcdefgh";
    size_t used = 0;
    used += (size_t)snprintf(out, 1024, "{\"status_date\":\"2026-01-05\",\"measures\":[");
    for (const char *name = names; *name; name++) {
        for (int excludes = 0; excludes < 2; excludes++) {
            used +=
                (size_t)snprintf(out + used, 1024 - used, excludes ? "],\"excludes\":[" : "%s%s",
                                 *name == 'a' ? "\n" : ",\n", "");
            if (!excludes)
                used +=
                    (size_t)snprintf(out + used, 1024 - used, "{\"id\":\"%c\",\"needs\":[", *name);
            const char *comma = "";
            for (const char *at = relations; *at; at += at[3] ? 4 : 3) {
                if (at[0] != *name || (at[1] == '!') != excludes) continue;
                used += (size_t)snprintf(out + used, 1024 - used, "%s\"%c\"", comma, at[2]);
                comma = ",";
            }
        }
        used += (size_t)snprintf(out + used, 1024 - used, "]}");
    }
    snprintf(out + used, 1024 - used, "]}");
    return out;
}

static const struct {
    const char *relations, *circles; /* with the line of the need that closes it */
} circles[] = {
    {"a>b b>c c>d", ""},
    {"a>b a>c b>d c>d", ""},
    {"a>a", "a -> a@2"},
    {"b>a a>b", "a -> b -> a@3"},
    {"c>b b>a a>c", "a -> c -> b -> a@3"},
    {"a>b b>a a>c c>a", "a -> b -> a@3|a -> c -> a@4"},
    {"a>b b>c c>b", "b -> c -> b@4"},
    {"a>b b>a c>d d>c", "a -> b -> a@3|c -> d -> c@5"},
    {"h>a a>b b>c c>d d>e e>f f>g g>h", "a -> b -> c -> d -> e -> f -> g -> h -> a@9"},
    {"a>b b>a a!b", "a -> b -> a@3"}, /* one thing at a time */
};

static void circles_are_named(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof circles / sizeof *circles; i++) {
        gp_job *job = gp_job_new();
        const gp_portfolio *p;
        char text[1024], found[512] = "";
        uint32_t count;
        gp_status status = read_one(job, write_measures(circles[i].relations, text), &p);
        const gp_finding *findings = gp_findings(job, &count);
        for (uint32_t k = 0; k < count; k++) {
            size_t used = strlen(found);
            assert_int_equal(findings[k].code, 143);
            snprintf(found + used, sizeof found - used, "%s%s@%u", used ? "|" : "",
                     findings[k].arguments[0].text, (unsigned)findings[k].place.line);
            assert_string_equal(findings[k].related[0].from, findings[k].subject);
        }
        assert_string_equal(found, circles[i].circles);
        assert_int_equal(status, count ? GP_INVALID : GP_OK);
        gp_job_free(job);
    }
}

/* ---- contradictions ---- */

static const struct {
    const char *relations;
    const char *told; /* subject, the other, line: why */
} contradictions[] = {
    {"a!b b!a", ""},
    {"a>b a!c", ""},
    {"a>b c>b a!c", ""},
    {"a>b c!b", ""},
    {"a!a", "aa2: it excludes itself"},
    {"a>b b!b", "bb3: it excludes itself"}, /* and not what needs it */
    {"a>b a!b", "ab2: 'a' needs 'b' and excludes it"},
    {"a>b b!a", "ba3: 'a' needs 'b', which excludes 'a'"},
    {"b>a a!b", "ba3: 'b' needs 'a', which excludes 'b'"},
    {"a>b a!b b!a", "ab2: 'a' needs 'b' and excludes it"},
    {"a>b b>c a!c", "ac2: 'a' needs 'c' (a -> b -> c) and excludes it"},
    {"a>b b>c c!a", "ca4: 'a' needs 'c' (a -> b -> c), which excludes 'a'"},
    {"a>b a>c b!c", "ac2: 'a' needs 'b' and 'c', which exclude each other"},
    {"a>c a>b b!c", "ab2: 'a' needs 'b' and 'c', which exclude each other"},
    {"a>b a>d d>c b!c", "ac2: 'a' needs 'b' and 'c' (a -> d -> c), which exclude each other"},
    {"a>b b>c b>d c!d", "bd3: 'b' needs 'c' and 'd', which exclude each other"},
    {"a>b b>c b>d c!d e>c e>d", "bd3: 'b' needs 'c' and 'd', which exclude each other|"
                                "ed6: 'e' needs 'c' and 'd', which exclude each other"},
    {"a>b a!b c>d d!c",
     "ab2: 'a' needs 'b' and excludes it|dc5: 'c' needs 'd', which excludes 'c'"},
    {"a>b b>c c>d d>e e>f f>g g>h a!h",
     "ah2: 'a' needs 'h' (a -> b -> c -> d -> e -> f -> g -> h) and excludes it"},
};

static void contradictions_are_named(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof contradictions / sizeof *contradictions; i++) {
        gp_job *job = gp_job_new();
        const gp_portfolio *p;
        char text[1024], found[512] = "";
        uint32_t count;
        assert_int_equal(read_one(job, write_measures(contradictions[i].relations, text), &p),
                         GP_OK);
        gp_sort_findings(job);
        const gp_finding *findings = gp_findings(job, &count);
        for (uint32_t k = 0; k < count; k++) {
            size_t used = strlen(found);
            assert_int_equal(findings[k].code, 142);
            assert_string_equal(findings[k].arguments[1].text, "");
            snprintf(found + used, sizeof found - used, "%s%s%s%u: %s", used ? "|" : "",
                     findings[k].subject, findings[k].arguments[0].text,
                     (unsigned)findings[k].place.line, findings[k].arguments[2].words.in[0]);
        }
        if (strcmp(found, contradictions[i].told) != 0)
            print_error("%s\n", contradictions[i].relations);
        assert_string_equal(found, contradictions[i].told);
        gp_job_free(job);
    }
}

/* Does a measure need one, itself or by others? By asking each, as often as there are any. */
static void close(bool needs[8][8])
{
    for (int round = 0; round < 8; round++)
        for (int a = 0; a < 8; a++)
            for (int b = 0; b < 8; b++)
                for (int c = 0; needs[a][b] && c < 8; c++) needs[a][c] |= needs[b][c];
}

static unsigned draw(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

/* Whoever can never be taken is told, or needs one that is; nobody else is. */
static void random_measures_are_judged_as_slowly(void **state)
{
    (void)state;
    uint32_t seed = 16;
    for (int round = 0; round < 600; round++) {
        bool needs[8][8] = {{false}}, direct[8][8], excludes[8][8] = {{false}}, told[8] = {false};
        char relations[256] = "", text[1024];
        size_t used = 0;
        for (unsigned i = draw(&seed) % 14; i > 0; i--) {
            unsigned a = draw(&seed) % 8, b = draw(&seed) % 8, kind = draw(&seed) % 3 == 0;
            if ((kind ? excludes : needs)[a][b]) continue;
            (kind ? excludes : needs)[a][b] = true;
            used += (size_t)snprintf(relations + used, sizeof relations - used, "%s%c%c%c",
                                     used ? " " : "", 'a' + a, kind ? '!' : '>', 'a' + b);
        }
        memcpy(direct, needs, sizeof direct);
        close(needs);
        bool is_circular = false;
        for (int a = 0; a < 8; a++) is_circular |= needs[a][a];
        gp_job *job = gp_job_new();
        const gp_portfolio *p;
        uint32_t count;
        gp_status status = read_one(job, write_measures(relations, text), &p);
        const gp_finding *findings = gp_findings(job, &count);
        assert_int_equal(status, is_circular ? GP_INVALID : GP_OK);
        for (uint32_t i = 0; i < count; i++) {
            assert_int_equal(findings[i].code, is_circular ? 143 : 142);
            const char *why = is_circular ? NULL : findings[i].arguments[2].words.in[0];
            if (why && why[0] == '\'') told[why[1] - 'a'] = true; /* 'c' needs ... */
            if (why && why[0] != '\'') told[findings[i].subject[0] - 'a'] = true;
        }
        for (int a = 0; a < 8; a++) needs[a][a] = true;
        for (int m = 0; !is_circular && m < 8; m++) {
            bool is_dead = false, has_dead = false;
            for (int a = 0; a < 8; a++)
                for (int b = 0; b < 8; b++) is_dead |= needs[m][a] && needs[m][b] && excludes[a][b];
            for (int a = 0; a < 8; a++) has_dead |= needs[m][a] && told[a];
            assert_int_equal(is_dead, has_dead);
        }
        if (is_circular) assert_true(count > 0);
        gp_job_free(job);
    }
}

/* ---- what comes out ---- */

static void every_key_arrives(void **state)
{
    (void)state;
    static const char text[] =
        "{\"status_date\":\"2026-01-05\",\"measures\":["
        "{\"id\":\"m\",\"excludes\":[\"p\"],\"name\":\"Hire\",\"needs\":[\"o\",\"n\"],"
        "\"cost\":2.125},{\"id\":\"n\"},{\"id\":\"o\",\"cost\":-0.0,\"excludes\":[\"p\",\"n\"]},"
        "{\"id\":\"p\"}],\"cost_unit\":\"points\"}";
    gp_job *job = gp_job_new();
    const gp_portfolio *p;
    assert_int_equal(read_one(job, text, &p), GP_OK);
    assert_int_equal(p->measure_count, 4);
    const gp_measure *m = p->measures;
    assert_string_equal(p->cost_unit, "points");
    assert_string_equal(m[0].id, "m");
    assert_string_equal(m[0].name, "Hire");
    assert_string_equal(m[1].name, "n");
    assert_true(m[0].cost >= 2.125 && m[0].cost <= 2.125);
    assert_true(m[1].cost >= 0 && m[1].cost <= 0);
    assert_true(1 / m[2].cost > 0); /* not -0 */
    assert_int_equal(m[0].need_count, 2);
    assert_int_equal(m[0].needs[0], 2); /* as written */
    assert_int_equal(m[0].needs[1], 1);
    assert_int_equal(m[0].exclude_count, 1);
    assert_int_equal(m[0].excludes[0], 3);
    assert_int_equal(m[1].need_count + m[1].exclude_count, 0);
    assert_int_equal(m[2].exclude_count, 2);
    assert_int_equal(m[2].excludes[0], 3);
    assert_int_equal(m[3].place.column, 175);
    gp_job_free(job);
}

static void none_is_given(void **state)
{
    (void)state;
    gp_job *job = gp_job_new();
    const gp_portfolio *p;
    assert_int_equal(read_one(job, "{\"status_date\":\"2026-01-05\"}", &p), GP_OK);
    assert_int_equal(p->measure_count, 0);
    assert_null(p->cost_unit);
    gp_job_free(job);
}

/* A program may say no more of a measure than a term says. */
static void a_measure_may_be_a_term(void **state)
{
    (void)state;
    gp_job *job = gp_job_new();
    gp_draft *draft, *copy;
    const gp_portfolio *p;
    const gp_measure_link links[] = {{"n", {0}, false}, {"m", {0}, true}};
    assert_int_equal(gp_new_draft(job, &draft), GP_OK);
    gp_draft_settings(draft)->status_date = 0;
    assert_int_equal(gp_draft_term(draft, GP_MEASURE, &(gp_term){.id = "m"}), GP_OK);
    assert_int_equal(gp_draft_measure(draft, &(gp_measure){.id = "o", .cost = 3}, links, 2), GP_OK);
    assert_int_equal(gp_copy_draft(job, draft, &copy), GP_OK);
    assert_int_equal(gp_draft_measure(copy, &(gp_measure){.id = "n", .cost = 4}, NULL, 0), GP_OK);
    assert_int_equal(gp_finish_draft(copy, &p), GP_OK);
    assert_int_equal(p->measure_count, 3);
    assert_int_equal(p->measures[1].needs[0], 2);
    assert_int_equal(p->measures[1].excludes[0], 0);
    assert_true(p->measures[0].cost <= 0 && p->measures[2].cost >= 4);
    assert_int_equal(gp_finish_draft(draft, &p), GP_INVALID); /* which has no n */
    gp_job_free(job);
}

/* ---- in cells ---- */

#define SHEET "soort;id;waarde;kosten;heeft nodig;sluit uit;wijzigingen\n"
#define DATE "setting;status_date;2026-01-05\n"
#define ROW(cells) SHEET DATE "maatregel;m;;" cells "\nmeasure;n\nmeasure;a, b\n"

static const struct {
    const char *text, *expected; /* places, or the measures as JSON */
} cells[] = {
    {ROW("30"), "[{\"id\":\"m\",\"cost\":30},{\"id\":\"n\"},{\"id\":\"a, b\"}]"},
    {ROW("1,5;n"),
     "[{\"id\":\"m\",\"cost\":1.5,\"needs\":[\"n\"]},{\"id\":\"n\"},{\"id\":\"a, b\"}]"},
    {ROW("1.5;n|a, b"), "[{\"id\":\"m\",\"cost\":1.5,\"needs\":[\"n\",\"a, b\"]},{\"id\":\"n\"},"
                        "{\"id\":\"a, b\"}]"},
    {ROW("n.v.t.;-; "), "[{\"id\":\"m\"},{\"id\":\"n\"},{\"id\":\"a, b\"}]"},
    {ROW("30,1250;;n;{}"), "[{\"id\":\"m\",\"cost\":30.125,\"excludes\":[\"n\"],\"changes\":{}},"
                           "{\"id\":\"n\"},{\"id\":\"a, b\"}]"},
    {ROW("0,125;;;\"{\"\"planning\"\": {\"\"round\"\":\"\"1y\"\"}, "
         "\"\"x-l\"\":[1,null,true,\"\";\"\"]}\""),
     "[{\"id\":\"m\",\"cost\":0.125,\"changes\":{\"planning\":{\"round\":\"1y\"},\"x-l\":[1,null,"
     "true,\";\"]}},{\"id\":\"n\"},{\"id\":\"a, b\"}]"},
    {ROW("30.000"), "106@3:14"}, /* thirty thousand, or thirty */
    {ROW("30,000"), "106@3:14"},
    {ROW("30.000,00"), "102@3:14"},
    {ROW("30.000.000"), "102@3:14"},
    {ROW("EUR 30"), "102@3:14"},
    {ROW("30%"), "102@3:14"},
    {ROW("-30"), "106@3:14"},
    {ROW("1e400"), "102@3:14"},
    {ROW("30;n, o"), "106@3:17"}, /* a list with a comma */
    {ROW("30;n;n;oops"), "102@3:21 142@3:19"},
    {ROW("30;;;[1]"), "102@3:19"},
    {ROW("30;;;{\"a\":1"), "102@3:19"},
    {ROW("30;q"), "106@3:17"},
    {ROW("30;m"), "143@3:17"},
    {SHEET DATE "maatregel;;;30\n", "103@3:1"},
    {SHEET DATE "maatregel;m;;30\nmaatregel;m\n", "105@4:11"},
    {SHEET DATE "setting;cost_unit;7\n", "[]"},
    {SHEET DATE "instelling;kosteneenheid;kEUR\nscenario;lake;;;;;{}\n", "[]"},
    {SHEET DATE "capability;c;;30\n", "104@3:15"},
    {SHEET DATE "scenario;s;;30\n", "104@3:13"},
    {"id;name;cost\nm;M;30\n", "[{\"id\":\"m\",\"name\":\"M\",\"cost\":30}]"},
    {"id;changes\nm;{}\n", "[{\"id\":\"m\",\"changes\":{}}]"},
    /* costs, and what changes, are said of anything: a heading of somebody's own */
    {"id;lead time;kosten\nc;2mo;30\nd;1mo;\"30.000\"\n", "104@1:14"},
    {"id;lead time;wijzigingen\nc;2mo;\"a year later\"\n", "104@1:14"},
    {"id;requires;kosten\nc;d;30\n", "104@1:13 106@2:1"},
};

/* Alone where nothing is wrong: then its measures, as they would be written. */
static void tell_sheet(const char *text, char *out, size_t size)
{
    gp_job *job = gp_job_new();
    const gp_portfolio *p;
    const gp_document *document;
    const gp_read_options options = {.status_date = 0};
    gp_output json;
    gp_status status =
        gp_read_document_text(job, "p.csv", text, strlen(text), &options, &p, &document);
    list_places(job, out, size);
    if (status == GP_OK && !*out) {
        assert_int_equal(gp_convert(job, document, p, NULL, NULL, &json), GP_OK);
        cJSON *top = cJSON_Parse(json.text);
        cJSON *list = cJSON_GetObjectItemCaseSensitive(top, "measures");
        char *printed = list ? cJSON_PrintUnformatted(list) : NULL;
        snprintf(out, size, "%s", printed ? printed : "[]");
        cJSON_free(printed);
        cJSON_Delete(top);
    }
    gp_job_free(job);
}

static void a_measure_is_a_row(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        char found[512];
        tell_sheet(cells[i].text, found, sizeof found);
        if (strcmp(found, cells[i].expected) != 0) print_error("%s\n", cells[i].text);
        assert_string_equal(found, cells[i].expected);
    }
}

static void a_heading_of_others_is_not_its_own_suggestion(void **state)
{
    (void)state;
    static const char text[] = "id;lead time;Kosten\nc;2mo;30\n";
    const gp_read_options options = {.status_date = 0};
    gp_job *job = gp_job_new();
    const gp_portfolio *p;
    uint32_t count;
    assert_int_equal(gp_read_text(job, "p.csv", text, sizeof text - 1, &options, &p), GP_OK);
    const gp_finding *findings = gp_findings(job, &count);
    assert_int_equal(count, 1);
    assert_null(findings[0].suggestion);
    gp_job_free(job);
}

/* What a measure in a cell changes can be made, and what is wrong with it is told at the cell. */
static void a_measure_of_a_row_is_taken(void **state)
{
    (void)state;
    static const char *const taken[] = {"m"};
    static const struct {
        const char *changes, *places;
    } made[] = {
        {"{\"capabilities\":[{\"id\":\"c\",\"lead_time\":\"2mo\"}]}", ""},
        {"{\"capabilities\":[{\"id\":\"c\",\"lead_time\":\"2 mo\"}]}", "106@3:14"},
        {"{\"drop\":[\"c.planning\"]}", "118@3:14"},
    };
    for (size_t i = 0; i < sizeof made / sizeof *made; i++) {
        gp_job *job = gp_job_new();
        const gp_portfolio *p;
        const gp_changes changes = {.measures = taken, .measure_count = 1};
        const gp_read_options options = {.status_date = 0, .changes = &changes};
        char text[512], found[128];
        snprintf(text, sizeof text,
                 "soort\tid\tdoorlooptijd\twijzigingen\ncapability\tc\t4mo\nmaatregel\tm\t\t%s\n",
                 made[i].changes);
        gp_status status = gp_read_text(job, "p.tsv", text, strlen(text), &options, &p);
        list_places(job, found, sizeof found);
        assert_string_equal(found, made[i].places);
        assert_int_equal(status, *found ? GP_INVALID : GP_OK);
        if (status == GP_OK) assert_int_equal(p->capabilities[0].lead.lead_time.likely.months, 2);
        gp_job_free(job);
    }
}

/* ---- memory ---- */

static void memory_may_run_out(void **state)
{
    (void)state;
    static const struct {
        const char *name, *text;
    } texts[] = {
        {"p.json", MEASURES("{\"id\":\"m\",\"needs\":[\"n\",\"o\"],\"excludes\":[\"n\"]},"
                            "{\"id\":\"n\",\"excludes\":[\"o\"]},{\"id\":\"o\"}")},
        {"p.json",
         MEASURES("{\"id\":\"m\",\"needs\":[\"n\"]},{\"id\":\"n\",\"needs\":[\"m\",\"x\"]}")},
        {"p.csv", ROW("1,5;n;a, b;{}")},
        {"p.csv", ROW("30.000")},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        gp_status status = GP_NO_MEMORY;
        for (size_t left = 0; status == GP_NO_MEMORY; left++) {
            gp_job *job = gp_job_new();
            const gp_portfolio *p;
            gp_fail_allocations_after(job, left);
            status =
                gp_read_text(job, texts[i].name, texts[i].text, strlen(texts[i].text), NULL, &p);
            if (status == GP_NO_MEMORY) assert_says_memory_ran_out(job, status);
            gp_job_free(job);
        }
        assert_int_equal(status, i % 2 ? GP_INVALID : GP_OK);
    }
}

/* ---- many ---- */

/* A ladder of needs with exclusions everywhere takes no more than a moment. */
static void many_take_no_longer_than_a_moment(void **state)
{
    (void)state;
    enum { COUNT = 20000 };
    gp_job *job = gp_job_new();
    gp_buffer *text = gp_new_buffer(job);
    const gp_portfolio *p;
    const char *written;
    size_t size;
    gp_add_text(text, "{\"status_date\":\"2026-01-05\",\"measures\":[");
    for (int i = 0; i < COUNT; i++) {
        gp_add_text(text, i ? ",{\"id\":\"m" : "{\"id\":\"m");
        gp_add_number(text, i);
        if (i + 2 < COUNT) {
            gp_add_text(text, "\",\"needs\":[\"m");
            gp_add_number(text, i + 1);
            gp_add_text(text, "\"],\"excludes\":[\"m");
            gp_add_number(text, i + 2);
            gp_add_text(text, "\"]}");
        } else {
            gp_add_text(text, "\"}");
        }
    }
    gp_add_text(text, "]}");
    assert_int_equal(gp_finish_buffer(text, &written, &size), GP_OK);
    assert_int_equal(gp_read_text(job, "many.json", written, size, NULL, &p), GP_OK);
    uint32_t count;
    const gp_finding *findings = gp_findings(job, &count);
    assert_true(count >= 1 && findings[0].code == 142);
    gp_job_free(job);
}

/* Chords make more circles than anybody reads. */
static void many_circles_are_told_in_part(void **state)
{
    (void)state;
    enum { COUNT = 2000 };
    gp_job *job = gp_job_new();
    gp_buffer *text = gp_new_buffer(job);
    const gp_portfolio *p;
    const char *written;
    size_t size;
    uint32_t count, told = 0;
    gp_add_text(text, "{\"status_date\":\"2026-01-05\",\"measures\":[");
    for (int i = 0; i < COUNT; i++) {
        gp_add_text(text, i ? ",{\"id\":\"m" : "{\"id\":\"m");
        gp_add_number(text, i);
        gp_add_text(text, "\",\"needs\":[");
        for (int k = COUNT - 1; k >= 0 && i + 1 == COUNT; k--) {
            gp_add_text(text, k + 1 == COUNT ? "\"m" : ",\"m");
            gp_add_number(text, k);
            gp_add_text(text, "\"");
        }
        if (i + 1 < COUNT) {
            gp_add_text(text, "\"m");
            gp_add_number(text, i + 1);
            gp_add_text(text, "\"");
        }
        gp_add_text(text, "]}");
    }
    gp_add_text(text, "]}");
    assert_int_equal(gp_finish_buffer(text, &written, &size), GP_OK);
    assert_int_equal(gp_read_text(job, "many.json", written, size, NULL, &p), GP_INVALID);
    const gp_finding *findings = gp_findings(job, &count);
    for (uint32_t i = 0; i < count; i++) told += findings[i].related_count;
    assert_true(count > 100 && told > 90000 && told <= 100000);
    gp_job_free(job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_wrong_has_its_place),
        cmocka_unit_test(an_unknown_id_has_its_nearest),
        cmocka_unit_test(a_mistake_hides_nothing_of_the_plan),
        cmocka_unit_test(circles_are_named),
        cmocka_unit_test(contradictions_are_named),
        cmocka_unit_test(random_measures_are_judged_as_slowly),
        cmocka_unit_test(every_key_arrives),
        cmocka_unit_test(none_is_given),
        cmocka_unit_test(a_measure_may_be_a_term),
        cmocka_unit_test(a_measure_is_a_row),
        cmocka_unit_test(a_heading_of_others_is_not_its_own_suggestion),
        cmocka_unit_test(a_measure_of_a_row_is_taken),
        cmocka_unit_test(memory_may_run_out),
        cmocka_unit_test(many_take_no_longer_than_a_moment),
        cmocka_unit_test(many_circles_are_told_in_part),
    };
    return cmocka_run_group_tests_name("measures", tests, NULL, NULL);
}
