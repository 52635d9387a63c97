/* SPDX-License-Identifier: MIT
 * What changed between two versions: each kind of edit by hand, and what is none. */
#include "core/job.h"
#include "tests/support_edits.h"
#include "tests/support_memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct row {
    const char *name, *old, *new; /* what stands in the file besides the status date */
    const char *edits;
} row;

#define C(members) "\"capabilities\":[{\"id\":\"a\"," members "},{\"id\":\"b\"},{\"id\":\"c\"}]"
#define I(members)                                                                                 \
    "\"interventions\":[{\"id\":\"i\"," members "}],\"capabilities\":[{\"id\":\"b\"}]"
#define R(risks) ",\"risks\":[" risks "]"
#define DELAYS "\"probability\":1,\"delay\":\"1mo\",\"affects\":[]"
#define T(members) "\"capabilities\":[" members "]"

static const row rows[] = {
    {"nothing", C("\"lead_time\":\"2mo\""), C("\"lead_time\":\"2mo\""), ""},
    {"a value", C("\"lead_time\":\"2mo\""), C("\"lead_time\":\"3mo\""),
     "changed capability a lead_time \"2mo\" -> \"3mo\"\n"},
    {"a key came", C("\"owner\":\"IT\""), C("\"owner\":\"IT\",\"not_before\":\"2027-01-01\""),
     "added capability a not_before none -> \"2027-01-01\"\n"},
    {"a key went", C("\"level\":1"), C("\"name\":\"a\""),
     "added capability a name none -> \"a\" (no date)\n"
     "removed capability a level 1 -> none\n"},
    {"order of keys", C("\"level\":1,\"owner\":\"IT\""), C("\"owner\":\"IT\",\"level\":1"), ""},
    {"order of records", T("{\"id\":\"x\"},{\"id\":\"y\"}"), T("{\"id\":\"y\"},{\"id\":\"x\"}"),
     ""},
    {"no date", C("\"owner\":\"IT\",\"tags\":[\"x\"],\"x-a\":1"),
     C("\"owner\":\"HR\",\"tags\":[\"y\"],\"x-a\":2"),
     "changed capability a owner \"IT\" -> \"HR\" (no date)\n"
     "changed capability a tags [\"x\"] -> [\"y\"] (no date)\n"
     "changed capability a x-a 1 -> 2 (no date)\n"},
    {"another way to write it", C("\"lead_time\":\"6mo\",\"level\":1"),
     C("\"lead_time\":{\"likely\":\"P6M\"},\"level\":1.0"), ""},
    {"one in three points", C("\"lead_time\":{\"likely\":\"6mo\",\"max\":\"1y\"}"),
     C("\"lead_time\":{\"max\":\"13mo\",\"likely\":\"6mo\"}"),
     "changed capability a lead_time {\"likely\":\"6mo\",\"max\":\"1y\"} -> "
     "{\"max\":\"13mo\",\"likely\":\"6mo\"} (no date)\n"},
    {"how it is spread", C("\"lead_time\":{\"likely\":\"6mo\",\"distribution\":\"pert\"}"),
     C("\"lead_time\":\"6mo\""), ""},
    {"one of the likeliest", C("\"lead_time\":\"6mo\""),
     C("\"lead_time\":[{\"lead_time\":\"1mo\",\"weight\":1},{\"lead_time\":\"P6M\",\"weight\":2}]"),
     "changed capability a lead_time \"6mo\" -> "
     "[{\"lead_time\":\"1mo\",\"weight\":1},{\"lead_time\":\"P6M\",\"weight\":2}] (no date)\n"},
    {"another likeliest",
     C("\"lead_time\":[{\"lead_time\":\"1mo\",\"weight\":1},{\"lead_time\":\"6mo\",\"weight\":1}]"),
     C("\"lead_time\":[{\"lead_time\":\"6mo\",\"weight\":1},{\"lead_time\":\"1mo\",\"weight\":1}]"),
     "changed capability a lead_time "
     "[{\"lead_time\":\"1mo\",\"weight\":1},{\"lead_time\":\"6mo\",\"weight\":1}] -> "
     "[{\"lead_time\":\"6mo\",\"weight\":1},{\"lead_time\":\"1mo\",\"weight\":1}]\n"},
    {"empty is none", C("\"requires\":[],\"tags\":[],\"levels\":[]"), C("\"name\":\"a\""),
     "added capability a name none -> \"a\" (no date)\n"},
    {"aspects", C("\"aspects\":{\"skills\":\"2mo\",\"tools\":\"1mo\"}"),
     C("\"aspects\":{\"skills\":\"4mo\",\"methods\":\"1mo\"}"),
     "changed capability a aspects.skills \"2mo\" -> \"4mo\"\n"
     "added capability a aspects.methods none -> \"1mo\"\n"
     "removed capability a aspects.tools \"1mo\" -> none\n"},
    {"planning, and none", C("\"planning\":{\"round\":\"1y\",\"from\":\"2026-01-01\"}"),
     C("\"planning\":\"none\""),
     "changed capability a planning {\"round\":\"1y\",\"from\":\"2026-01-01\"} -> \"none\"\n"},
    {"levels", C("\"levels\":[{\"level\":1,\"lead_time\":\"1mo\"},{\"level\":2}]"),
     C("\"levels\":[{\"level\":3},{\"level\":1,\"lead_time\":\"2mo\",\"aspects\":{}}]"),
     "changed level a levels[1].lead_time \"1mo\" -> \"2mo\"\n"
     "removed level a levels[2] {\"level\":2} -> none\n"
     "added level a levels[3] none -> {\"level\":3}\n"},
    {"a level's own",
     C("\"levels\":[{\"level\":2,\"requires\":[\"b\"],\"aspects\":{\"tools\":"
       "\"1w\"}}]"),
     C("\"levels\":[{\"level\":2,\"requires\":[\"c\"],\"aspects\":{\"tools\":\"2w\"}}]"),
     "changed level a levels[2].aspects.tools \"1w\" -> \"2w\"\n"
     "removed requirement a levels[2] on b \"b\" -> none\n"
     "added requirement a levels[2] on c none -> \"c\"\n"},
    {"requirements", C("\"requires\":[\"b\"]"),
     C("\"requires\":[{\"id\":\"b\",\"level\":2},\"c\"]"),
     "changed requirement a on b \"b\" -> {\"id\":\"b\",\"level\":2}\n"
     "added requirement a on c none -> \"c\"\n"},
    {"a requirement another way", C("\"requires\":[\"b\",\"c\"]"),
     C("\"requires\":[{\"id\":\"c\",\"lag\":\"0d\"},{\"id\":\"b\",\"level\":1,\"by\":\"start\","
       "\"from\":\"ready\"}]"),
     ""},
    {"all differences are one", C("\"requires\":[{\"id\":\"b\",\"level\":2,\"lag\":\"2w\"}]"),
     C("\"requires\":[{\"id\":\"b\",\"level\":3,\"lag\":\"1w\",\"from\":\"start\"}]"),
     "changed requirement a on b {\"id\":\"b\",\"level\":2,\"lag\":\"2w\"} -> "
     "{\"id\":\"b\",\"level\":3,\"lag\":\"1w\",\"from\":\"start\"}\n"},
    {"two of one target", C("\"requires\":[\"b\",{\"id\":\"b\",\"level\":2}]"),
     C("\"requires\":[\"b\"]"),
     "changed requirement a on b [\"b\",{\"id\":\"b\",\"level\":2}] -> \"b\"\n"},
    {"any, in any order", C("\"requires\":[{\"any\":[\"b\",\"c\"],\"lag\":\"7d\"}]"),
     C("\"requires\":[{\"any\":[{\"id\":\"c\",\"lag\":\"1w\"},\"b\"],\"lag\":\"P1W\"}]"), ""},
    {"any, another set", C("\"requires\":[{\"any\":[\"c\",\"b\"]}]"), C("\"requires\":[\"c\"]"),
     "removed requirement a on b|c {\"any\":[\"c\",\"b\"]} -> none\n"
     "added requirement a on c none -> \"c\"\n"},
    {"by live is usual", I("\"requires\":[\"b\"]"),
     I("\"requires\":[{\"id\":\"b\",\"by\":\"live\"}]"), ""},
    {"by start is not", I("\"requires\":[\"b\"]"),
     I("\"requires\":[{\"id\":\"b\",\"by\":\"start\"}]"),
     "changed requirement i on b \"b\" -> {\"id\":\"b\",\"by\":\"start\"}\n"},
    {"a key of the user's own in it", C("\"requires\":[{\"id\":\"b\",\"x-a\":1}]"),
     C("\"requires\":[{\"x-a\":2,\"id\":\"b\"}]"),
     "changed requirement a on b {\"id\":\"b\",\"x-a\":1} -> {\"x-a\":2,\"id\":\"b\"}\n"},
    {"its target is another kind now",
     "\"interventions\":[{\"id\":\"i\",\"requires\":[{\"id\":\"x\",\"by\":\"start\"}]}],"
     "\"capabilities\":[{\"id\":\"x\"}]",
     "\"interventions\":[{\"id\":\"i\",\"requires\":[{\"by\":\"start\",\"id\":\"x\"}]},{\"id\":"
     "\"x\"}]",
     "changed intervention x {\"id\":\"x\"} -> {\"id\":\"x\"}\n"},
    {"of nobody", T("{\"id\":\"x\",\"requires\":[\"y\"]}"),
     T("{\"id\":\"x\",\"requires\":[\"z\"]}"),
     "removed requirement x on y \"y\" -> none\n"
     "added requirement x on z none -> \"z\"\n"},
    {"a record came", T("{\"id\":\"x\"}"),
     T("{\"id\":\"y\",\"requires\":[\"z\"]},{\"id\":\"x\",\"requires\":[\"y\"]}"),
     "added capability y none -> {\"id\":\"y\",\"requires\":[\"z\"]}\n"
     "added requirement x on y none -> \"y\"\n"},
    {"a record went, and what required it", T("{\"id\":\"x\",\"requires\":[\"y\"]},{\"id\":\"y\"}"),
     T("{\"id\":\"x\"}"), "removed capability y {\"id\":\"y\"} -> none\n"},
    {"a record went, an alternative with it",
     T("{\"id\":\"x\",\"requires\":[{\"any\":[\"y\",\"z\"]}]},{\"id\":\"y\"}"),
     T("{\"id\":\"x\",\"requires\":[\"z\"]}"), "removed capability y {\"id\":\"y\"} -> none\n"},
    {"a record went, and it is still required",
     T("{\"id\":\"x\",\"requires\":[\"y\"]},{\"id\":\"y\"}"),
     T("{\"id\":\"x\",\"requires\":[\"y\"]}"), "removed capability y {\"id\":\"y\"} -> none\n"},
    {"a record went, its parts stay", T("{\"id\":\"x\",\"parent\":\"y\"},{\"id\":\"y\"}"),
     T("{\"id\":\"x\"}"), "removed capability y {\"id\":\"y\"} -> none\n"},
    {"another kind", T("{\"id\":\"x\",\"owner\":\"IT\"}"),
     "\"interventions\":[{\"id\":\"x\",\"owner\":\"HR\"}]",
     "changed intervention x {\"id\":\"x\",\"owner\":\"IT\"} -> {\"id\":\"x\",\"owner\":\"HR\"}\n"},
    {"settings",
     "\"title\":\"A\",\"cycle\":\"2w\",\"planning\":{\"round\":\"1y\",\"from\":\"2026-01-01\"}",
     "\"planning\":{\"round\":\"6mo\",\"from\":\"2026-01-01\",\"scope\":\"chain-start\"},"
     "\"cycle\":\"14d\",\"groeipad\":1,\"x-note\":[1]",
     "removed setting title \"A\" -> none (no date)\n"
     "changed setting planning.round \"1y\" -> \"6mo\"\n"
     "added setting planning.scope none -> \"chain-start\"\n"
     "added setting x-note none -> [1] (no date)\n"},
    {"calendar", "\"calendar\":{\"workdays\":[\"mon\",\"tue\"],\"holidays\":[\"2026-12-25\"]}",
     "\"calendar\":{\"workdays\":[\"tue\",\"mon\"],\"holidays\":[\"2026-12-26\"]}",
     "changed setting calendar.holidays [\"2026-12-25\"] -> [\"2026-12-26\"]\n"},
    {"terms", "\"segments\":[{\"id\":\"s\",\"name\":\"S\"},{\"id\":\"t\"}]",
     "\"segments\":[{\"id\":\"u\"},{\"id\":\"s\",\"name\":\"Z\"}],\"scenarios\":[{\"id\":\"s\"}]",
     "changed segment s name \"S\" -> \"Z\" (no date)\n"
     "removed segment t {\"id\":\"t\"} -> none (no date)\n"
     "added segment u none -> {\"id\":\"u\"} (no date)\n"
     "added scenario s none -> {\"id\":\"s\"} (no date)\n"},
    {"measurements",
     "\"measurements\":[{\"dimension\":\"empathy\",\"on\":\"2026-01-01\",\"need\":0.5},"
     "{\"dimension\":\"time\",\"on\":\"2026-01-01\",\"need\":0.5}]",
     "\"measurements\":[{\"dimension\":\"time\",\"on\":\"2026-01-01\",\"need\":0.50},"
     "{\"need\":0.6,\"dimension\":\"empathy\",\"on\":\"2026-01-01\"}]",
     "changed measurement {\"dimension\":\"empathy\",\"on\":\"2026-01-01\",\"need\":0.5} -> "
     "{\"need\":0.6,\"dimension\":\"empathy\",\"on\":\"2026-01-01\"} (no date)\n"},
    {"risks",
     C("\"level\":1")
         R("{\"id\":\"r\",\"probability\":0.1,\"delay\":\"1mo\",\"affects\":[\"a\",\"b\"],"
           "\"mitigated\":{\"cost\":1,\"delay\":\"P1M\"}},{\"id\":\"s\"," DELAYS "}"),
     C("\"level\":1")
         R("{\"id\":\"t\"," DELAYS "},{\"id\":\"r\",\"probability\":0.2,\"affects\":[\"b\",\"a\"],"
           "\"mitigated\":{\"delay\":\"1mo\",\"cost\":1},\"delay\":\"P1M\"}"),
     "changed risk r probability 0.1 -> 0.2 (no date)\n"
     "removed risk s {\"id\":\"s\"," DELAYS "} -> none (no date)\n"
     "added risk t none -> {\"id\":\"t\"," DELAYS "} (no date)\n"},
    {"measures",
     "\"cost_unit\":\"k\",\"measures\":[{\"id\":\"m\",\"cost\":1,\"needs\":[\"n\",\"o\"]},"
     "{\"id\":\"n\",\"cost\":0,\"needs\":[],\"excludes\":[\"p\"]},{\"id\":\"o\"},{\"id\":\"p\"}]",
     "\"measures\":[{\"id\":\"n\",\"changes\":{}},{\"id\":\"o\",\"needs\":[\"n\"]},{\"id\":\"p\"},"
     "{\"cost\":1.50,\"id\":\"m\",\"needs\":[\"o\",\"n\"]},{\"id\":\"q\",\"cost\":0}]",
     "removed setting cost_unit \"k\" -> none (no date)\n"
     "changed measure m cost 1 -> 1.5 (no date)\n"
     "removed measure n excludes [\"p\"] -> none (no date)\n"
     "added measure o needs none -> [\"n\"] (no date)\n"
     "added measure q none -> {\"id\":\"q\",\"cost\":0} (no date)\n"},
    {"what a measure changes",
     "\"measures\":[{\"id\":\"m\",\"changes\":{\"title\":\"t\",\"planning\":\"none\"}}]",
     "\"measures\":[{\"id\":\"m\",\"changes\":{\"planning\":\"none\",\"title\":\"u\"}}]",
     "changed measure m changes {\"title\":\"t\",\"planning\":\"none\"} -> "
     "{\"planning\":\"none\",\"title\":\"u\"} (no date)\n"},
    {"what a scenario changes",
     "\"scenarios\":[{\"id\":\"m\",\"changes\":{\"title\":\"t\",\"planning\":\"none\"}}]",
     "\"scenarios\":[{\"id\":\"m\",\"changes\":{\"planning\":\"none\",\"title\":\"t\"}}]", ""},
    {"correlations, by the set of their ids",
     C("\"level\":1") ",\"correlations\":[{\"ids\":[\"a\",\"b\"],\"coefficient\":0.5},"
                      "{\"ids\":[\"a\",\"c\"],\"coefficient\":0.1}]",
     C("\"level\":1") ",\"correlations\":[{\"ids\":[\"c\",\"a\"],\"coefficient\":0.2},"
                      "{\"coefficient\":0.50,\"ids\":[\"b\",\"a\"]}]",
     "changed correlation a|c coefficient 0.1 -> 0.2 (no date)\n"},
    {"renamed, with what a risk says of it",
     T("{\"id\":\"x\",\"name\":\"View\"},{\"id\":\"u\",\"requires\":[\"x\"]}")
         R("{\"id\":\"r\",\"probability\":0.1,\"delay\":\"1mo\",\"affects\":[\"x\"]}"),
     T("{\"id\":\"z\",\"name\":\"View\"},{\"id\":\"u\",\"requires\":[\"z\"]}")
         R("{\"id\":\"r\",\"probability\":0.1,\"delay\":\"1mo\",\"affects\":[\"z\"]}"),
     "renamed capability z \"x\" -> \"z\" (no date)\n"},
    {"renamed, by name, with what required it",
     T("{\"id\":\"x\",\"name\":\"View\",\"level\":1},{\"id\":\"u\",\"requires\":[\"x\"],"
       "\"parent\":\"x\"}"),
     T("{\"id\":\"z\",\"name\":\"View\",\"level\":2},{\"id\":\"u\",\"requires\":[\"z\"],"
       "\"parent\":\"z\"}"),
     "renamed capability z \"x\" -> \"z\" (no date)\n"
     "changed capability z level 1 -> 2\n"},
    {"renamed, by neighbours",
     T("{\"id\":\"x\",\"requires\":[\"p\",\"q\"]},{\"id\":\"u\",\"requires\":[\"x\"]}"),
     T("{\"id\":\"z\",\"requires\":[\"p\",\"q\"]},{\"id\":\"u\",\"requires\":[{\"id\":\"z\","
       "\"level\":2}]}"),
     "renamed capability z \"x\" -> \"z\" (no date)\n"
     "changed requirement u on z \"x\" -> {\"id\":\"z\",\"level\":2}\n"},
    {"not renamed: still asked for by the old id",
     T("{\"id\":\"x\",\"name\":\"View\"},{\"id\":\"u\",\"requires\":[\"x\"]}"),
     T("{\"id\":\"z\",\"name\":\"View\"},{\"id\":\"u\",\"requires\":[\"x\"]}"),
     "removed capability x {\"id\":\"x\",\"name\":\"View\"} -> none\n"
     "added capability z none -> {\"id\":\"z\",\"name\":\"View\"}\n"},
    {"not renamed: two are as good", T("{\"id\":\"x\",\"requires\":[\"p\",\"q\"]}"),
     T("{\"id\":\"y\",\"requires\":[\"p\",\"q\"]},{\"id\":\"z\",\"requires\":[\"q\",\"p\"]}"),
     "removed capability x {\"id\":\"x\",\"requires\":[\"p\",\"q\"]} -> none\n"
     "added capability y none -> {\"id\":\"y\",\"requires\":[\"p\",\"q\"]}\n"
     "added capability z none -> {\"id\":\"z\",\"requires\":[\"q\",\"p\"]}\n"},
    {"not renamed: one neighbour of two", T("{\"id\":\"x\",\"requires\":[\"p\",\"q\"]}"),
     T("{\"id\":\"y\",\"requires\":[\"p\",\"r\"]}"),
     "removed capability x {\"id\":\"x\",\"requires\":[\"p\",\"q\"]} -> none\n"
     "added capability y none -> {\"id\":\"y\",\"requires\":[\"p\",\"r\"]}\n"},
    {"addresses", I("\"addresses\":[\"empathy\",{\"dimension\":\"time\",\"direction\":\"more\"}]"),
     I("\"addresses\":[{\"direction\":\"more\",\"dimension\":\"time\"},{\"dimension\":\"empathy\"}"
       "]"),
     ""},
};

static void each_kind_of_edit(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char old[1024], new[1024];
        gp_job *jobs[] = {gp_job_new(), gp_job_new(), gp_job_new()};
        const gp_edits *edits;
        snprintf(old, sizeof old, "{\"status_date\":\"2026-01-05\",%s}", rows[i].old);
        snprintf(new, sizeof new, "{\"status_date\":\"2026-01-05\",%s}", rows[i].new);
        const gp_document *a = read_version(jobs[0], "old.json", old, NULL);
        const gp_document *b = read_version(jobs[1], "new.json", new, NULL);
        assert_int_equal(gp_find_edits(jobs[2], a, b, &edits), GP_OK);
        const char *found = list_edits(jobs[2], edits);
        if (strcmp(found, rows[i].edits) != 0) print_message("%s:\n%s", rows[i].name, found);
        assert_string_equal(found, rows[i].edits);
        for (size_t k = 0; k < 3; k++) gp_job_free(jobs[k]);
    }
}

/* ---- reading both at once ---- */

#define CAPABILITIES 5000

static void write_version(char path[], const char *lead_time, const char *end)
{
    int descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    FILE *file = fdopen(descriptor, "w");
    fputs("{\"status_date\":\"2026-01-05\",\"capabilities\":[", file);
    for (int i = 0; i < CAPABILITIES; i++)
        fprintf(file, "%s{\"id\":\"c%d\",\"lead_time\":\"%s\",\"requires\":[\"c%d\"]}",
                i ? ",\n" : "", i, i == 77 ? lead_time : "1mo", i + 1);
    fputs(end, file);
    fclose(file);
}

/* In two threads where their allocations are not counted; the same with one. */
static void two_large_versions_are_read_at_once(void **state)
{
    char old[] = "/tmp/groeipad-old-XXXXXX", new[] = "/tmp/groeipad-new-XXXXXX";
    const gp_version_file files[] = {{.name = old}, {.name = new}};
    const gp_version_files found[] = {{&files[0], 1}, {&files[1], 1}};
    (void)state;
    write_version(old, "2mo", "]}");
    write_version(new, "3mo", "]}");
    for (int one = 0; one < 2; one++) {
        const gp_read_options options = {.status_date = GP_NO_DAY, .format = "json"};
        gp_version_input versions[2] = {{0}, {0}};
        gp_job *job = gp_job_new();
        const gp_edits *edits;
        for (int i = 0; i < 2; i++) {
            versions[i] =
                (gp_version_input){.job = gp_job_new(), .version = &found[i], .options = &options};
            if (one) gp_fail_allocations_after(versions[i].job, SIZE_MAX / 2);
        }
        assert_int_equal(gp_read_versions(&versions[0], &versions[1]), GP_OK);
        assert_int_equal(gp_find_edits(job, versions[0].document, versions[1].document, &edits),
                         GP_OK);
        assert_string_equal(list_edits(job, edits),
                            "changed capability c77 lead_time \"2mo\" -> \"3mo\"\n");
        assert_int_equal(edits->edits[0].place.line, 78);
        assert_false(edits->edits[0].is_place_in_old);
        gp_job_free(job);
        for (int i = 0; i < 2; i++) gp_job_free(versions[i].job);
    }
    unlink(old);
    unlink(new);
}

static void one_that_is_broken_hides_nothing_of_the_other(void **state)
{
    char old[] = "/tmp/groeipad-old-XXXXXX", new[] = "/tmp/groeipad-new-XXXXXX";
    const gp_version_file files[] = {{.name = old}, {.name = new}};
    const gp_version_files found[] = {{&files[0], 1}, {&files[1], 1}};
    (void)state;
    write_version(old, "2 moons", "]}");
    write_version(new, "3mo", "],\"cycle\":7}");
    const gp_read_options options = {.status_date = GP_NO_DAY, .format = "json"};
    gp_version_input versions[2] = {{0}, {0}};
    for (int i = 0; i < 2; i++)
        versions[i] =
            (gp_version_input){.job = gp_job_new(), .version = &found[i], .options = &options};
    assert_int_equal(gp_read_versions(&versions[0], &versions[1]), GP_INVALID);
    for (int i = 0; i < 2; i++) {
        uint32_t count;
        const gp_finding *findings = gp_findings(versions[i].job, &count);
        assert_int_equal(versions[i].status, GP_INVALID);
        assert_int_equal(count, 1);
        assert_int_equal(findings[0].code, i ? 102 : 106);
        assert_string_equal(gp_source_name(versions[i].job, findings[0].place.source),
                            files[i].name);
        gp_job_free(versions[i].job);
    }
    unlink(old);
    unlink(new);
}

/* ---- places, and memory ---- */

#define OLD_TEXT                                                                                   \
    "{\"status_date\":\"2026-01-05\",\n\"segments\":[{\"id\":\"s\"}],\n\"capabilities\":[{\"id\":" \
    "\"a\","                                                                                       \
    "\"levels\":[{\"level\":2,\"requires\":[\"b\"]}]},\n{\"id\":\"b\",\"requires\":[\"c\"]},{"     \
    "\"id\":"                                                                                      \
    "\"n\",\"name\":\"N\"},{\"id\":\"c\"}]}"
#define NEW_TEXT                                                                                   \
    "{\"status_date\":\"2026-02-05\",\"planning\":{\"round\":\"1y\",\"from\":\"2026-01-01\"},"     \
    "\"interventions\":[{\"id\":\"i\",\"requires\":[{\"any\":[\"a\",\"b\"]}]}],\"capabilities\":[" \
    "{"                                                                                            \
    "\"id\":\"a\",\"levels\":[{\"level\":2,\"lead_time\":\"2mo\",\"requires\":[{\"id\":\"b\","     \
    "\"level\":2}]"                                                                                \
    "}]},\n{\"id\":\"b\",\"x-a\":{}},{\"id\":\"m\",\"name\":\"N\"}]}"

static void variants_keep_the_places_of_their_sources(void **state)
{
    static const char odd[] = "{\"status_date\":\"2026-01-05\",\n\"capabilities\":[\n{\"id\":\"a\","
                              "\"odd\":1,\"name\":\"A\"}],\"odder\":[1]}";
    (void)state;
    gp_job *jobs[] = {gp_job_new(), gp_job_new()};
    const gp_document *document = read_version(jobs[0], "odd.json", odd, NULL), *again;
    const gp_portfolio *portfolio;
    const char *line;
    size_t column;
    assert_int_equal(gp_read_variant(jobs[1], document, NULL, &portfolio, &again), GP_OK);
    uint32_t counts[2];
    const gp_finding *findings[] = {gp_findings(jobs[0], &counts[0]),
                                    gp_findings(jobs[1], &counts[1])};
    assert_int_equal(counts[0], 2);
    assert_int_equal(counts[1], 2);
    for (int i = 0; i < 2; i++) {
        assert_int_equal(findings[0][i].code, findings[1][i].code);
        assert_int_equal(findings[0][i].place.line, findings[1][i].place.line);
        assert_int_equal(findings[0][i].place.column, findings[1][i].place.column);
    }
    assert_string_equal(gp_source_name(jobs[1], 0), "odd.json");
    assert_int_equal(gp_source_excerpt(jobs[1], findings[1][0].place, 80, &line, &column), GP_OK);
    assert_string_equal(line, "{\"id\":\"a\",\"odd\":1,\"name\":\"A\"}],\"odder\":[1]}");
    assert_string_equal(portfolio->capabilities[0].name, "A");
    const gp_edits *edits;
    assert_int_equal(gp_find_edits(jobs[1], document, again, &edits), GP_OK);
    assert_int_equal(edits->count, 0);
    gp_job_free(jobs[1]);
    gp_job_free(jobs[0]);
}

static void memory_may_run_out_anywhere(void **state)
{
    (void)state;
    gp_job *own = gp_job_new();
    const gp_document *old = read_version(own, "old.json", OLD_TEXT, NULL);
    const gp_document *new = read_version(own, "new.json", NEW_TEXT, NULL);
    gp_status status = GP_NO_MEMORY;
    for (size_t left = 0; status != GP_OK; left++) {
        bool all[32];
        gp_job *job = job_with_a_finding();
        const gp_edits *edits;
        const gp_portfolio *portfolio;
        gp_output output;
        gp_fail_allocations_after(job, left);
        status = gp_find_edits(job, old, new, &edits);
        for (size_t i = 0; i < 32; i++) all[i] = i % 3 != 1;
        if (status == GP_OK) assert_true(edits->count > 6 && edits->count < 32);
        if (status == GP_OK) status = gp_write_changes(job, edits, &output);
        if (status == GP_OK) status = gp_read_subset(job, old, edits, all, NULL, &portfolio);
        if (status == GP_OK) status = gp_read_variant(job, old, NULL, &portfolio, NULL);
        if (status != GP_OK) assert_says_memory_ran_out(job, status);
        gp_job_free(job);
        assert_true(left < 10000);
    }
    gp_job_free(own);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_kind_of_edit),
        cmocka_unit_test(two_large_versions_are_read_at_once),
        cmocka_unit_test(one_that_is_broken_hides_nothing_of_the_other),
        cmocka_unit_test(variants_keep_the_places_of_their_sources),
        cmocka_unit_test(memory_may_run_out_anywhere),
    };
    return cmocka_run_group_tests_name("edits", tests, NULL, NULL);
}
