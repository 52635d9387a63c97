/* SPDX-License-Identifier: MIT
 * What is said of measures of a file: a row is a measure, or two, and what `check` has to say. */
#include "core/job.h"
#include "groeipad/io.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

/* The plan that they change. */
static const char records[] =
    "'status_date':'2026-01-05','planning':{'round':'1y','from':'2026-01-01'},"
    "'interventions':["
    "{'id':'i','needed_by':'2026-06-01','duration':'2w','cycle':'2w','requires':["
    "{'id':'c','level':2},{'any':['d','e']}]},"
    "{'id':'j','start':'2026-03-02','requires':['f',{'id':'g','by':'start'}]}],"
    "'capabilities':["
    "{'id':'c','lead_time':'6mo','not_before':'2026-03-01','requires':['g'],"
    "'levels':[{'level':2,'lead_time':'60d','requires':['h']}]},"
    "{'id':'d','lead_time':'10w','planning':'none'},"
    "{'id':'e','lead_time':'4mo','planning':{'round':'3mo','from':'2026-01-01'}},"
    "{'id':'f','lead_time':'6w','started':'2025-12-01'},"
    "{'id':'g','aspects':{'skills':'2mo','tools':'8w'}},"
    "{'id':'h','lead_time':'3mo','not_ready_before':'2026-09-01'},"
    "{'id':'k','lead_time':'3mo','requires':['u']}]";

typedef struct row {
    const char *name, *measures;
    const char *said; /* codes, each with its key (GP140) or what both change (GP142) */
} row;

#define ONE(changes) "{'id':'m','changes':{" changes "}}"
#define TWO(one, other) "{'id':'m','changes':{" one "}},{'id':'n','changes':{" other "}}"

static const row rows[] = {
    /* lead times */
    {"shorter", ONE("'capabilities':[{'id':'c','lead_time':'5mo'}]"), ""},
    {"the same", ONE("'capabilities':[{'id':'c','lead_time':'6mo'}]"), "141"},
    {"longer", ONE("'capabilities':[{'id':'c','lead_time':'7mo'}]"), "140 lead_time"},
    {"surely shorter in days", ONE("'capabilities':[{'id':'c','lead_time':'181d'}]"), ""},
    {"maybe longer in days", ONE("'capabilities':[{'id':'c','lead_time':'182d'}]"),
     "140 lead_time"},
    {"an aspect that is not the longest",
     ONE("'capabilities':[{'id':'g','aspects':{'tools':'4w'}}]"), "141"},
    {"the longest aspect", ONE("'capabilities':[{'id':'g','aspects':{'skills':'1mo'}}]"), ""},
    {"an aspect that is in the way", ONE("'capabilities':[{'id':'g','lead_time':'1d'}]"), "141"},
    {"of a level", ONE("'capabilities':[{'id':'c','levels':[{'level':2,'lead_time':'59d'}]}]"), ""},
    {"not known any more", ONE("'drop':['c.levels','c.lead_time']"), "140 lead_time"},
    {"of what nobody asks for", ONE("'capabilities':[{'id':'k','lead_time':'1d'}]"), "141"},
    {"of an intervention", ONE("'interventions':[{'id':'i','duration':'1w'}]"), ""},
    {"longer, of an intervention", ONE("'interventions':[{'id':'i','duration':'3w'}]"),
     "140 duration"},

    /* rounds */
    {"no round", ONE("'capabilities':[{'id':'c','planning':'none'}]"), ""},
    {"more rounds for all", ONE("'planning':{'round':'3mo'}"), ""},
    {"other rounds for all", ONE("'planning':{'round':'5mo'}"), "140 planning"},
    {"fewer rounds", ONE("'capabilities':[{'id':'e','planning':{'round':'6mo'}}]"), "140 planning"},
    {"more rounds on other days",
     ONE("'capabilities':[{'id':'e','planning':{'round':'1mo','from':'2026-01-02'}}]"),
     "140 planning"},
    {"a round where there was none",
     ONE("'capabilities':[{'id':'d','planning':{'round':'1d','from':'2026-01-01'}}]"), "141"},
    {"a round a week where there was none",
     ONE("'capabilities':[{'id':'d','planning':{'round':'1w','from':'2026-01-01'}}]"),
     "140 planning"},
    {"only the first step", ONE("'planning':{'scope':'chain-start'}"), ""},

    /* dates and cycles */
    {"an earlier release", ONE("'capabilities':[{'id':'c','not_before':'2026-02-01'}]"), ""},
    {"a later release", ONE("'capabilities':[{'id':'c','not_before':'2026-04-01'}]"),
     "140 not_before"},
    {"no longer held back", ONE("'drop':['h.not_ready_before']"), ""},
    {"held back longer", ONE("'capabilities':[{'id':'h','not_ready_before':'2026-10-01'}]"),
     "140 not_ready_before"},
    {"more cycles", ONE("'interventions':[{'id':'i','cycle':'1w'}]"), ""},
    {"other cycles", ONE("'interventions':[{'id':'i','cycle':'3w'}]"), "140 cycle"},
    {"an earlier start, so many cycles", ONE("'interventions':[{'id':'j','start':'2026-02-16'}]"),
     ""},
    {"an earlier start, other cycles", ONE("'interventions':[{'id':'j','start':'2026-02-17'}]"),
     "140 start"},
    {"needed later", ONE("'interventions':[{'id':'i','needed_by':'2026-07-01'}]"), ""},
    {"not needed", ONE("'interventions':[{'id':'i','needed_by':null}]"), ""},
    {"needed earlier", ONE("'interventions':[{'id':'i','needed_by':'2026-05-01'}]"),
     "140 needed_by"},

    /* facts */
    {"more progress", ONE("'capabilities':[{'id':'f','progress':50}]"), "140 progress"},
    {"ready", ONE("'capabilities':[{'id':'c','ready':'2026-02-01'}]"), "140 ready"},
    {"another status date", ONE("'status_date':'2026-01-06'"), "140 status_date"},
    {"a holiday", ONE("'calendar':{'holidays':['2026-05-14']}"), "140 calendar"},
    {"a level that is there", ONE("'capabilities':[{'id':'c','level':1}]"), ""},
    {"all levels are there", ONE("'capabilities':[{'id':'c','level':3}]"), ""},
    {"a level, of what has begun", ONE("'capabilities':[{'id':'f','level':1}]"), "140 level"},

    /* requirements */
    {"a requirement less", ONE("'drop':['i->c']"), ""},
    {"a lower level", ONE("'interventions':[{'id':'i','requires':[{'id':'c','level':1}]}]"), ""},
    {"a higher level", ONE("'interventions':[{'id':'i','requires':[{'id':'c','level':3}]}]"),
     "140 requires"},
    {"a lead", ONE("'interventions':[{'id':'i','requires':[{'id':'c','lag':'-2w'}]}]"), ""},
    {"a lag", ONE("'interventions':[{'id':'i','requires':[{'id':'c','lag':'2w'}]}]"),
     "140 requires"},
    {"later in the work", ONE("'interventions':[{'id':'j','requires':[{'id':'g','by':'live'}]}]"),
     ""},
    {"earlier in the work",
     ONE("'interventions':[{'id':'j','requires':[{'id':'f','by':'start'}]}]"), "140 requires"},
    {"one more", ONE("'interventions':[{'id':'i','requires':['f']}]"), "140 requires"},
    {"one more that will do",
     ONE("'drop':['i->d|e'],'interventions':[{'id':'i','requires':[{'any':['d','e','f']}]}]"), ""},
    {"one that will do is gone",
     ONE("'drop':['i->d|e'],'interventions':[{'id':'i','requires':['d']}]"), "140 requires"},
    {"a new one that will do",
     ONE("'drop':['i->c'],'interventions':[{'id':'i','requires':[{'any':[{'id':'c','level':2},"
         "'new']}]}],'capabilities':[{'id':'new','lead_time':'1w'}]"),
     ""},
    {"a new one as well",
     ONE("'interventions':[{'id':'i','requires':['new']}],"
         "'capabilities':[{'id':'new','lead_time':'1w'}]"),
     "140 requires"},
    {"a higher step of what is held back",
     ONE("'drop':['i->d|e'],'interventions':[{'id':'i','requires':[{'any':['d','e',"
         "{'id':'h','level':2}]}]}]"),
     "140 not_ready_before"},
    {"an intervention less", ONE("'drop':['j']"), "140 id"},

    /* two */
    {"both shorter",
     TWO("'capabilities':[{'id':'c','lead_time':'5mo'}]",
         "'capabilities':[{'id':'c','lead_time':'4mo'}]"),
     ""},
    {"days and months",
     TWO("'capabilities':[{'id':'c','lead_time':'2mo'}]",
         "'capabilities':[{'id':'c','lead_time':'60d'}]"),
     "142 c"},
    {"one stronger here, one there",
     TWO("'capabilities':[{'id':'c','lead_time':'2mo'},{'id':'g','aspects':{'skills':'5w'}}]",
         "'capabilities':[{'id':'c','lead_time':'3mo'},"
         "{'id':'g','aspects':{'skills':'4w','tools':'4w'}}]"),
     "142 c"},
    {"all rounds, and those of a step",
     TWO("'planning':{'round':'1mo'}",
         "'capabilities':[{'id':'h','planning':{'round':'6mo','from':'2026-01-01'}}]"),
     "142 h"},
    {"all rounds, and none of a step",
     TWO("'planning':{'round':'1mo'}", "'capabilities':[{'id':'h','planning':'none'}]"), ""},
    {"both drop the same", TWO("'drop':['i->c']", "'drop':['i->c']"), "142 i"},
    {"both bring the same",
     TWO("'drop':['i->c'],'interventions':[{'id':'i','requires':[{'any':[{'id':'c','level':2},"
         "'new']}]}],'capabilities':[{'id':'new','lead_time':'1w'}]",
         "'drop':['j->f'],'interventions':[{'id':'j','requires':[{'any':['f','new']}]}],"
         "'capabilities':[{'id':'new','lead_time':'1w'}]"),
     ""},
    {"both bring it in another way",
     TWO("'drop':['i->c'],'interventions':[{'id':'i','requires':[{'any':[{'id':'c','level':2},"
         "'new']}]}],'capabilities':[{'id':'new','lead_time':'1w'}]",
         "'drop':['j->f'],'interventions':[{'id':'j','requires':[{'any':['f','new']}]}],"
         "'capabilities':[{'id':'new','lead_time':'2w'}]"),
     "142 new"},
    {"one sets back the other, and comes first",
     TWO("'capabilities':[{'id':'c','lead_time':'2mo'}]",
         "'capabilities':[{'id':'c','lead_time':'6mo'},{'id':'g','aspects':{'skills':'4w'}}]"),
     ""},
};

typedef struct world {
    const gp_document *document;
    const gp_portfolio *portfolio;
} world;

static gp_status make_world(void *object, gp_job *job, const gp_candidate *const *candidates,
                            uint32_t count, const gp_portfolio **out)
{
    const world *w = object;
    return gp_read_candidates(job, w->document, w->portfolio, candidates, count, NULL, out, NULL);
}

static void list_said(const gp_job *job, char *out, size_t size)
{
    uint32_t count;
    size_t at = 0;
    const gp_finding *findings = gp_findings(job, &count);
    out[0] = '\0';
    for (uint32_t i = 0; i < count; i++) {
        const gp_finding *finding = &findings[i];
        if (finding->code < 140 || finding->code > 149) continue;
        at += (size_t)snprintf(out + at, size - at, "%s%d", at ? " " : "", finding->code);
        if (finding->code != 141)
            at += (size_t)snprintf(out + at, size - at, " %s", finding->arguments[1].text);
        assert_true(at < size && finding->place.line > 0);
    }
}

static const gp_schedule *read_row(const row *r, gp_job *job, world *w)
{
    char text[4096];
    const gp_network *network;
    const gp_schedule *schedule;
    int size = snprintf(text, sizeof text, "{%s,'measures':[%s]}", records, r->measures);
    assert_true(size > 0 && (size_t)size < sizeof text);
    for (char *at = text; *at; at++)
        if (*at == '\'') *at = '"';
    assert_int_equal(
        gp_read_document_text(job, "p.json", text, strlen(text), NULL, &w->portfolio, &w->document),
        GP_OK);
    assert_int_equal(gp_build_network(job, w->portfolio, &network), GP_OK);
    assert_int_equal(gp_schedule_network(job, network, NULL, &schedule), GP_OK);
    return schedule;
}

static void says(void **state)
{
    const row *r = *state;
    char said[256];
    gp_job *job = gp_job_new();
    world w;
    const gp_schedule *schedule = read_row(r, job, &w);
    const gp_repair_worlds worlds = {make_world, &w};
    assert_int_equal(gp_check_measures(job, schedule, &worlds), GP_OK);
    list_said(job, said, sizeof said);
    assert_string_equal(said, r->said);
    gp_job_free(job);
}

/* Every allocation fails in turn. */
static void memory_may_run_out(void **state)
{
    (void)state;
    enum { ROWS = sizeof rows / sizeof *rows };
    for (size_t i = ROWS - 8; i < ROWS; i++) {
        gp_status status = GP_NO_MEMORY;
        for (size_t allocations = 0; status != GP_OK; allocations++) {
            uint32_t count;
            gp_job *job = gp_job_new();
            world w;
            const gp_schedule *schedule = read_row(&rows[i], job, &w);
            const gp_repair_worlds worlds = {make_world, &w};
            gp_fail_allocations_after(job, allocations);
            status = gp_check_measures(job, schedule, &worlds);
            const gp_finding *findings = gp_findings(job, &count);
            if (status != GP_OK) {
                assert_int_equal(status, GP_NO_MEMORY);
                assert_int_equal(findings[count - 1].code, GP_OUT_OF_MEMORY);
            }
            gp_job_free(job);
        }
    }
}

int main(void)
{
    enum { ROWS = sizeof rows / sizeof *rows };
    struct CMUnitTest tests[ROWS + 1];
    for (size_t i = 0; i < ROWS; i++)
        tests[i] = (struct CMUnitTest){rows[i].name, says, NULL, NULL, (void *)(uintptr_t)&rows[i]};
    tests[ROWS] = (struct CMUnitTest)cmocka_unit_test(memory_may_run_out);
    return _cmocka_run_group_tests("measures", tests, ROWS + 1, NULL, NULL);
}
