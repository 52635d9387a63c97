/* SPDX-License-Identifier: MIT
 * Records that lack an owner, and interventions that rest on nothing and would improve nothing:
 * who is told, and who is not. */
#include "core/job.h"
#include "groeipad/io.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

/* The findings of two codes, as "209 subject" with ";" between. */
static const char *told(const char *records, char out[512])
{
    char text[2048];
    uint32_t count;
    gp_job *job = gp_job_new();
    const gp_portfolio *portfolio;
    const gp_network *network;
    const gp_schedule *schedule;
    snprintf(text, sizeof text, "{'status_date':'2026-01-05',%s}", records);
    for (char *at = text; *at; at++)
        if (*at == '\'') *at = '"';
    assert_int_equal(gp_read_text(job, "p.json", text, strlen(text), NULL, &portfolio), GP_OK);
    assert_int_equal(gp_analyse(job, portfolio, NULL, &network, &schedule), GP_OK);
    gp_sort_findings(job);
    const gp_finding *findings = gp_findings(job, &count);
    out[0] = '\0';
    for (uint32_t i = 0; i < count; i++) {
        char one[128];
        if (findings[i].code != 209 && findings[i].code != 210) continue;
        snprintf(one, sizeof one, "%s%d %s", *out ? "; " : "", findings[i].code,
                 findings[i].subject);
        strcat(out, one);
    }
    gp_job_free(job);
    return out;
}

static void owners_are_missed_where_others_have_one(void **state)
{
    static const struct {
        const char *records, *told;
    } cases[] = {
        /* nobody names owners; everybody does */
        {"'capabilities':[{'id':'a'},{'id':'b'}]", ""},
        {"'capabilities':[{'id':'a','owner':'x'},{'id':'b','owner':'y'}]", ""},
        /* half of them: each that has none, in the order of the file */
        {"'capabilities':[{'id':'a','owner':'x'},{'id':'b'},{'id':'c','owner':'x'},{'id':'d',"
         "'owner':''}]",
         "209 b; 209 d"},
        /* fewer: one for all of them */
        {"'capabilities':[{'id':'a'},{'id':'b','owner':'x'},{'id':'c'}]", "209 a"},
        /* interventions apart from capabilities */
        {"'interventions':[{'id':'i','requires':['a']},{'id':'j','requires':['a']}],"
         "'capabilities':[{'id':'a','owner':'x'}]",
         ""},
        {"'interventions':[{'id':'i','requires':['a'],'owner':'x'},{'id':'j','requires':['a']}],"
         "'capabilities':[{'id':'a'}]",
         "209 j"},
    };
    (void)state;
    char found[512];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(told(cases[i].records, found), cases[i].told);
}

static void what_hangs_in_the_air_is_told(void **state)
{
    static const struct {
        const char *records, *told;
    } cases[] = {
        {"'interventions':[{'id':'i'}]", "210 i"},
        {"'interventions':[{'id':'i','addresses':['language']}]", "210 i"},
        {"'interventions':[{'id':'i','requires':['c']}]", ""},
        /* another intervention needs it */
        {"'interventions':[{'id':'i'},{'id':'j','requires':['i']}]", ""},
        /* measured for whomever; and something else only */
        {"'measurements':[{'dimension':'language','on':'2025-12-01','need':0.5}],"
         "'interventions':[{'id':'i','addresses':['place','language']}]",
         ""},
        {"'measurements':[{'dimension':'empathy','on':'2025-12-01','need':0.5}],"
         "'interventions':[{'id':'i','addresses':['place','language']}]",
         "210 i"},
    };
    (void)state;
    char found[512];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(told(cases[i].records, found), cases[i].told);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(owners_are_missed_where_others_have_one),
        cmocka_unit_test(what_hangs_in_the_air_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
