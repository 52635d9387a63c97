/* SPDX-License-Identifier: MIT
 * What changed between two versions: each kind of edit by hand, and what is none. */
#include "tests/support_edits.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

typedef struct row {
    const char *name, *old, *new; /* what stands in the file besides the status date */
    const char *edits;
} row;

#define C(members) "\"capabilities\":[{\"id\":\"a\"," members "},{\"id\":\"b\"},{\"id\":\"c\"}]"
#define I(members)                                                                                 \
    "\"interventions\":[{\"id\":\"i\"," members "}],\"capabilities\":[{\"id\":\"b\"}]"
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
     "{\"max\":\"13mo\",\"likely\":\"6mo\"}\n"},
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

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(each_kind_of_edit)};
    return cmocka_run_group_tests_name("edits", tests, NULL, NULL);
}
