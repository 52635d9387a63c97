/* SPDX-License-Identifier: MIT
 * `check` as text: every finding, how many there are of each code, and one line that says how many
 * of each severity. */
#include "io/answers/answers.h"
#include "io/answers/text_parts.h"
#include "io/answers/words.h"

#include <string.h>

/* How many of each code, the worst first. */
static void add_codes(gp_job *job, gp_buffer *buffer, gp_language language)
{
    const gp_column columns[] = {
        {.title = "code"},
        {.title = gp_say(language, "severity", "ernst")},
        {.title = gp_say(language, "count", "aantal"), .is_right = true},
        {.title = gp_say(language, "what it means", "wat het betekent"), .cut_to = 40}};
    uint32_t count;
    size_t rule_count;
    const gp_rule *rules = gp_rules(&rule_count);
    const gp_finding *findings = gp_findings(job, &count);
    uint32_t *of_rule = GP_NEW(job, uint32_t, rule_count);
    uint8_t *worst = GP_NEW(job, uint8_t, rule_count); /* --strict may make one worse */
    gp_table *table = gp_new_table(job, columns, sizeof columns / sizeof *columns);
    if (!of_rule || !worst || !table) {
        buffer->has_failed = true;
        return;
    }
    for (uint32_t i = 0; i < count; i++) {
        size_t rule = (size_t)(gp_find_rule(findings[i].code) - rules);
        of_rule[rule]++;
        if (findings[i].severity > worst[rule]) worst[rule] = findings[i].severity;
    }
    for (uint8_t severity = GP_ERROR + 1; severity-- > 0;)
        for (size_t i = 0; i < rule_count; i++) {
            char code[GP_CODE_SIZE];
            if (of_rule[i] == 0 || worst[i] != severity) continue;
            gp_format_code(rules[i].code, code);
            gp_cell(table, gp_copy_text(job, code, strlen(code)));
            gp_cell(table, gp_severity_word(severity, language));
            gp_number_cell(table, of_rule[i]);
            gp_cell(table, rules[i].title[language]);
        }
    gp_add_table(buffer, table, 0);
}

/* One line that says it all, also when all is well. */
static void add_summary(gp_job *job, gp_buffer *buffer, const gp_portfolio *portfolio,
                        gp_language language)
{
    uint32_t count, of_severity[3] = {0};
    const gp_finding *findings = gp_findings(job, &count);
    for (uint32_t i = 0; i < count; i++) of_severity[findings[i].severity]++;
    if (count == 0) gp_add_text(buffer, gp_say(language, "no findings", "geen bevindingen"));
    gp_add_counts(buffer, of_severity, language);
    if (portfolio) {
        const char *values[] = {gp_number_text(job, portfolio->intervention_count),
                                gp_number_text(job, portfolio->capability_count)};
        gp_add_filled(buffer,
                      gp_say(language, " (interventions: {0}, capabilities: {1})",
                             " (interventies: {0}, capabilities: {1})"),
                      values);
    }
    gp_add_text(buffer, "\n");
}

/* How many are not shown because a baseline knows them. */
static void add_known(gp_job *job, gp_buffer *buffer, const gp_known *known, gp_language language)
{
    if (!known) return;
    const char *values[] = {gp_number_text(job, known->count), known->file};
    gp_add_filled(buffer,
                  known->count == 1 ? gp_say(language, "1 known finding is not shown: {1}\n",
                                             "1 bekende bevinding is niet getoond: {1}\n")
                                    : gp_say(language, "{0} known findings are not shown: {1}\n",
                                             "{0} bekende bevindingen zijn niet getoond: {1}\n"),
                  values);
}

gp_status gp_text_check(gp_job *job, const gp_portfolio *portfolio, const gp_write_options *options,
                        gp_output *out)
{
    uint32_t count;
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return gp_no_memory(job);
    buffer->width = options->width;
    gp_tell_filter(buffer, options);
    GP_TRY(gp_add_findings(job, buffer, GP_FINDINGS_ALL, options));
    gp_findings(job, &count);
    if (count) {
        gp_add_text(buffer, "\n");
        add_codes(job, buffer, options->language);
        gp_add_text(buffer, "\n");
    }
    add_summary(job, buffer, portfolio, options->language);
    add_known(job, buffer, options->known, options->language);
    return gp_finish_buffer(buffer, &out->text, &out->size);
}
