/* SPDX-License-Identifier: MIT
 * `groeipad explain`: what a finding means and how to mend it; without a code, all codes. */
#include "cli/commands.h"
#include "cli/explanations.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct explain_args {
    cli_common common;
} explain_args;

static const char *severity_word(uint8_t severity, gp_language language)
{
    static const char *const words[][2] = {
        {"note", "opmerking"}, {"warning", "waarschuwing"}, {"error", "fout"}};
    return words[severity][language];
}

static void list_codes(gp_language language)
{
    size_t count;
    const gp_rule *rules = gp_rules(&count);
    for (size_t i = 0; i < count; i++)
        printf("GP%03u  %-12s  %s\n", (unsigned)rules[i].code,
               severity_word(rules[i].severity, language), rules[i].title[language]);
}

/* GP301, gp301 and 301 are the same; 0 for what is no code. */
static uint16_t read_code(const char *text)
{
    if ((text[0] == 'G' || text[0] == 'g') && (text[1] == 'P' || text[1] == 'p')) text += 2;
    if (strlen(text) != 3 || strspn(text, "0123456789") != 3) return 0;
    return (uint16_t)strtoul(text, NULL, 10);
}

static int run(cli_context *context, const void *args)
{
    (void)args;
    gp_language language = context->language;
    if (!context->last) {
        list_codes(language);
        return CLI_OK;
    }
    const gp_rule *rule = gp_find_rule(read_code(context->last));
    if (!rule)
        return cli_wrong_use(context->command, language,
                             gp_say(language, "'%s' is no code; `groeipad explain` lists them",
                                    "'%s' is geen code; `groeipad explain` noemt ze alle"),
                             context->last);
    const char *page = cli_explanation(rule->code, language);
    printf("GP%03u (%s): %s\n\n%s", (unsigned)rule->code, severity_word(rule->severity, language),
           rule->title[language], page ? page : "");
    return CLI_OK;
}

const cli_command cli_explain = {
    .name = "explain",
    .summary =
        {"what a finding means, with an example, and how to mend it; without CODE: all codes",
         "wat een bevinding betekent, met een voorbeeld, en wat eraan te doen is; zonder "
         "CODE: alle codes"},
    .usage = "[CODE]",
    .example = "groeipad explain GP301",
    .shows =
        {"what an intervention that comes too late means, with an example to try",
         "wat het betekent dat een interventie te laat komt, met een voorbeeld om te proberen"},
    .last = "CODE",
    .is_operand_optional = true,
    .args_size = sizeof(explain_args),
    .run = run,
};
