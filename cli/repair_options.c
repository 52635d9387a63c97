/* SPDX-License-Identifier: MIT
 * What the options of a search for measures ask for. */
#include "cli/repair_options.h"

#include <string.h>

#define KINDS "all|off-round|shorten|level|date"
#define KIND_SIZE 32
#define COST_MOST 1000000000.0
#define DIGITS_MAX 9

/* "12", "0.5", "0,5": a decimal number of at most nine digits on each side. */
static bool read_cost(const char *text, size_t size, double *out)
{
    double number = 0, unit = 1;
    size_t digits = 0, at = 0;
    bool has_point = false;
    for (; at < size; at++) {
        bool is_point = text[at] == '.' || text[at] == ',';
        if (is_point && has_point) return false;
        if (is_point) {
            has_point = true;
            digits = 0;
            continue;
        }
        if (text[at] < '0' || text[at] > '9' || digits++ == DIGITS_MAX) return false;
        number = number * 10 + (text[at] - '0');
        if (has_point) unit *= 10;
    }
    *out = number / unit;
    return size > 0 && digits > 0 && *out <= COST_MOST;
}

/* ---- automatic measures ---- */

static int wrong_kind(const cli_context *context, const char *word)
{
    char nearest[CLI_CHOICE_SIZE];
    gp_language language = context->language;
    if (cli_nearest_choice(KINDS, word, nearest))
        return cli_wrong_use(context->command, language,
                             gp_say(language, "--auto knows no '%s', did you mean '%s'?",
                                    "--auto kent geen '%s', bedoelt u '%s'?"),
                             word, nearest);
    return cli_wrong_use(
        context->command, language,
        gp_say(language, "--auto knows no '%s'; there is: %s", "--auto kent geen '%s'; er is: %s"),
        word, KINDS);
}

/* One of the list: "shorten", "shorten=5". */
static int read_kind(const cli_context *context, const char *word, size_t size,
                     gp_repair_options *to, bool *is_asked)
{
    char kind[KIND_SIZE] = "";
    const char *equals = memchr(word, '=', size);
    size_t length = equals ? (size_t)(equals - word) : size;
    memcpy(kind, word, length < KIND_SIZE ? length : KIND_SIZE - 1);
    int choice = cli_find_choice(KINDS, NULL, kind);
    if (choice < 0 || length >= KIND_SIZE) return wrong_kind(context, kind);
    if (choice == 0 && !equals) {
        for (int i = GP_DECIDE_OFF_ROUND; i < GP_CANDIDATE_KINDS; i++) is_asked[i] = true;
        return CLI_OK;
    }
    is_asked[choice] = true;
    if (!equals) return CLI_OK;
    if (choice > 0 && read_cost(equals + 1, size - length - 1, &to->costs[choice])) return CLI_OK;
    return cli_wrong_use(context->command, context->language,
                         gp_say(context->language,
                                "--auto says '%.*s', expected a cost as in shorten=5",
                                "--auto zegt '%.*s', verwacht: een kostprijs zoals shorten=5"),
                         (int)(size < 60 ? size : 60), word);
}

static int read_automatic(const cli_context *context, const char *text, gp_repair_options *to)
{
    bool is_asked[GP_CANDIDATE_KINDS] = {false};
    if (!text) return CLI_OK;
    to->has_automatic = true;
    for (const char *word = text;; word++) {
        size_t size = strcspn(word, ",");
        int code = read_kind(context, word, size, to, is_asked);
        if (code != CLI_OK) return code;
        word += size;
        if (!*word) break;
    }
    for (int i = GP_DECIDE_OFF_ROUND; i < GP_CANDIDATE_KINDS; i++)
        if (!is_asked[i]) to->costs[i] = -1;
    return CLI_OK;
}

static int read_budget(const cli_context *context, const char *text, gp_repair_options *to)
{
    if (!text || read_cost(text, strlen(text), &to->budget)) return CLI_OK;
    return cli_wrong_use(context->command, context->language,
                         gp_say(context->language,
                                "--budget is '%.40s', expected a number of 0 or more",
                                "--budget is '%.40s', verwacht: een getal van 0 of meer"),
                         text);
}

int cli_judge_repair(const cli_context *context, const cli_repair_args *asked)
{
    gp_repair_options unused = {0};
    int code = read_automatic(context, asked->automatic, &unused);
    return code == CLI_OK ? read_budget(context, asked->budget, &unused) : code;
}

int cli_read_repair(const cli_context *context, const cli_repair_args *asked,
                    gp_repair_options *out)
{
    gp_default_repair(context->portfolio, out);
    out->later = asked->later;
    out->has_curve = asked->has_curve;
    if (asked->hundredths) out->effort = UINT64_MAX;
    int code = read_automatic(context, asked->automatic, out);
    return code == CLI_OK ? read_budget(context, asked->budget, out) : code;
}
