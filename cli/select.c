/* SPDX-License-Identifier: MIT
 * Which findings does `check` tell, and in which order? Those of a severity, those whose codes are
 * named or begin so, less those that are to be ignored: the others are as if they had not been
 * found, in every format and for the exit status. */
#include "cli/select.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define CODE_SIZE 8 /* "GP301" and a NUL */

/* Whether a code is the word of `size` bytes, or begins with it: "GP301", "gp3". */
static bool begins_with(uint16_t code, const char *word, size_t size)
{
    char name[CODE_SIZE];
    snprintf(name, sizeof name, "GP%03u", code % 1000u);
    return size > 2 && size <= strlen(name) && strncasecmp(name, word, size) == 0;
}

/* Whether one of the words, with commas between, is about the code. */
static bool names_code(const cli_texts *texts, uint16_t code)
{
    for (uint32_t i = 0; i < texts->count; i++)
        for (const char *word = texts->texts[i];; word++) {
            size_t size = strcspn(word, ",");
            if (begins_with(code, word, size)) return true;
            word += size;
            if (!*word) break;
        }
    return false;
}

static bool is_selected(const cli_selection *by, uint16_t code, uint8_t severity)
{
    bool is_severe = by->severity < 0 || severity >= by->severity;
    bool is_named = by->selected.count == 0 || names_code(&by->selected, code);
    return is_severe && is_named && !names_code(&by->ignored, code);
}

/* ---- unknown codes ---- */

static bool is_known(const char *word, size_t size)
{
    size_t count;
    const gp_rule *rules = gp_rules(&count);
    for (size_t i = 0; i < count; i++)
        if (begins_with(rules[i].code, word, size)) return true;
    return false;
}

/* The code that may be meant: of the same hundred, if one of those is near. out: CODE_SIZE bytes;
 * NULL: none is near. */
static const char *nearest_code(const char *asked, char *out)
{
    size_t rule_count, count = 0;
    const gp_rule *rules = gp_rules(&rule_count);
    const char **names = calloc(rule_count, sizeof *names), *nearest = NULL;
    char(*codes)[CODE_SIZE] = calloc(rule_count, sizeof *codes);
    for (size_t i = 0; names && codes && i < rule_count; i++) {
        snprintf(codes[count], CODE_SIZE, "GP%03u", rules[i].code % 1000u);
        names[count] = codes[count];
        count += strncmp(asked, codes[count], 3) == 0;
    }
    if (count) nearest = gp_nearest_text(asked, names, count);
    if (nearest) snprintf(out, CODE_SIZE, "%s", nearest);
    free(names);
    free(codes);
    return nearest ? out : NULL;
}

/* "301" and "gp301" as "GP301". */
static void spell(const char *word, char *out, size_t room)
{
    bool has_letters = *word < '0' || *word > '9';
    snprintf(out, room, "%s%s", has_letters ? "" : "GP", word);
    for (; *out; out++)
        if (*out >= 'a' && *out <= 'z') *out = (char)(*out - ('a' - 'A'));
}

static int unknown_code(const cli_context *context, const char *option, const char *word,
                        size_t size)
{
    char asked[64], spelled[64 + 2], room[CODE_SIZE];
    snprintf(asked, sizeof asked, "%.*s", (int)(size < sizeof asked ? size : sizeof asked), word);
    spell(asked, spelled, sizeof spelled);
    const char *nearest =
        is_known(spelled, strlen(spelled)) ? spelled : nearest_code(spelled, room);
    gp_language language = context->language;
    if (nearest)
        return cli_wrong_use(context->command, language,
                             gp_say(language,
                                    "--%s: no code is or begins with '%s', did you mean '%s'? "
                                    "`groeipad explain` lists them",
                                    "--%s: geen code is of begint met '%s', bedoelt u '%s'? "
                                    "`groeipad explain` noemt ze"),
                             option, asked, nearest);
    return cli_wrong_use(context->command, language,
                         gp_say(language,
                                "--%s: no code is or begins with '%s'; `groeipad explain` lists "
                                "them, GP3 is all of GP301 to GP399",
                                "--%s: geen code is of begint met '%s'; `groeipad explain` noemt "
                                "ze, GP3 is alles van GP301 tot GP399"),
                         option, asked);
}

static int judge_words(const cli_context *context, const char *option, const cli_texts *texts)
{
    for (uint32_t i = 0; i < texts->count; i++)
        for (const char *word = texts->texts[i];; word++) {
            size_t size = strcspn(word, ",");
            if (!is_known(word, size)) return unknown_code(context, option, word, size);
            word += size;
            if (!*word) break;
        }
    return CLI_OK;
}

int cli_judge_selection(const cli_context *context, const cli_selection *by)
{
    int code = judge_words(context, "select", &by->selected);
    return code == CLI_OK ? judge_words(context, "ignore", &by->ignored) : code;
}

/* ---- the selection ---- */

typedef struct keeping {
    const cli_selection *by;
    const gp_portfolio *portfolio;
    const gp_filter *filter; /* or NULL */
    bool keeps_errors;
} keeping;

/* Of what passes; what is about the file itself is about everybody. What is about the portfolio as
 * a whole, or about a dimension, is about nobody. */
static bool passes(const keeping *how, const gp_finding *finding)
{
    if (!how->filter) return true;
    uint32_t symbol = finding->subject ? gp_find_symbol(how->portfolio, finding->subject) : GP_NONE;
    return symbol == GP_NONE ? finding->code < 200 : gp_passes(how->filter, symbol);
}

static bool is_kept(const gp_finding *finding, void *object)
{
    const keeping *how = object;
    if (how->keeps_errors && finding->severity == GP_ERROR) return true;
    return is_selected(how->by, finding->code, finding->severity) && passes(how, finding);
}

int cli_select_findings(cli_context *context, const cli_selection *by)
{
    static const gp_finding_order orders[] = {GP_BY_SEVERITY, GP_BY_PLACE, GP_BY_CODE};
    size_t count;
    const gp_rule *rules = gp_rules(&count);
    keeping how = {by, context->portfolio, context->writing.filter, !context->portfolio};
    free(context->selected_rules);
    context->selected_rules = calloc(count, sizeof *context->selected_rules);
    if (!context->selected_rules) return cli_out_of_memory(context->language);
    for (size_t i = 0; i < count; i++)
        context->selected_rules[i] = is_selected(by, rules[i].code, rules[i].severity);
    context->writing.selected_rules = context->selected_rules;
    gp_keep_findings(context->job, is_kept, &how);
    gp_order_findings(context->job, by->order < 0 ? GP_BY_PLACE : orders[by->order]);
    return CLI_OK;
}
