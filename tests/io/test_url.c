/* SPDX-License-Identifier: MIT
 * x-url: which addresses become links, and does everything else say so and change nothing? */
#include "groeipad/io.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

typedef struct row {
    const char *json; /* the value, as JSON */
    const char *url;  /* what comes of it; NULL: GP112 */
} row;

static const row rows[] = {
    {"\"https://example.org/a?b=c&d#e\"", "https://example.org/a?b=c&d#e"},
    {"\"HTTP://EXAMPLE.ORG\"", "HTTP://EXAMPLE.ORG"},
    {"\"mailto:iemand@example.org\"", "mailto:iemand@example.org"},
    {"\"paginas/advies.html#kop\"", "paginas/advies.html#kop"},
    {"\"../a:b\"", "../a:b"},
    {"\"#hier\"", "#hier"},
    {"\"/wiki/pagina\"", "/wiki/pagina"},
    {"\"pagina's/caf\xC3\xA9\"", "pagina's/caf\xC3\xA9"},
    {"\"javascript:alert(1)\"", NULL},
    {"\"JavaScript:alert(1)\"", NULL},
    {"\"java\\tscript:alert(1)\"", NULL},
    {"\" javascript:alert(1)\"", NULL},
    {"\"data:text/html,x\"", NULL},
    {"\"vbscript:x\"", NULL},
    {"\"file:///etc/passwd\"", NULL},
    {"\"//example.org/x\"", NULL},
    {"\"\\\\\\\\host\\\\share\"", NULL},
    {"\"http:\"", NULL},
    {"\"https:example.org\"", NULL},
    {"\"mailto:\"", NULL},
    {"\"a\\\" onclick=\\\"x\"", NULL},
    {"\"a<b>\"", NULL},
    {"\"\"", NULL},
    {"7", NULL},
    {"null", NULL},
    {"[\"https://example.org\"]", NULL},
};

static void only_safe_addresses_become_links(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char text[1024];
        const gp_portfolio *portfolio = NULL;
        uint32_t count, warnings = 0;
        gp_job *job = gp_job_new();
        assert_non_null(job);
        snprintf(text, sizeof text,
                 "{\"groeipad\":1,\"status_date\":\"2026-01-01\",\"capabilities\":[{\"id\":\"a\","
                 "\"lead_time\":\"1mo\",\"x-url\":%s,\"x-other\":%s}],\"interventions\":[{\"id\":"
                 "\"b\",\"requires\":[\"a\"],\"x-url\":%s}]}",
                 rows[i].json, rows[i].json, rows[i].json);
        assert_int_equal(gp_read_text(job, "test", text, strlen(text), NULL, &portfolio), GP_OK);
        const gp_finding *findings = gp_findings(job, &count);
        for (uint32_t k = 0; k < count; k++) {
            assert_int_equal(findings[k].code, 112);
            assert_int_equal(findings[k].severity, GP_WARNING);
            assert_true(findings[k].place.line == 1 && findings[k].place.column > 1);
            warnings++;
        }
        assert_int_equal(warnings, rows[i].url ? 0 : 2);
        const char *found[2] = {portfolio->capabilities[0].url, portfolio->interventions[0].url};
        for (int k = 0; k < 2; k++) {
            if (rows[i].url)
                assert_string_equal(found[k], rows[i].url);
            else
                assert_null(found[k]);
        }
        gp_job_free(job);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(only_safe_addresses_become_links)};
    return cmocka_run_group_tests_name("url", tests, NULL, NULL);
}
