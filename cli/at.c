/* SPDX-License-Identifier: MIT
 * Days as people type them in a list: a date, or a year, which is its first day. */
#include "cli/at.h"

#include <string.h>

static bool is_rounds(const char *text)
{
    return cli_find_choice("rounds", NULL, text) == 0;
}

/* "2027" or "2027-01-01". */
static bool read_day(const char *text, size_t size, gp_day *out)
{
    char date[GP_DATE_SIZE] = "";
    if (size != 4 && size != 10) return false;
    memcpy(date, text, size);
    if (size == 4) strcat(date, "-01-01");
    return gp_parse_date(date, out);
}

static int wrong_day(const cli_context *context, const char *text, size_t size)
{
    return cli_wrong_use(context->command, context->language,
                         gp_say(context->language,
                                "--at does not know '%.*s'; it takes dates (YYYY-MM-DD), years "
                                "(YYYY), with commas between, or the word rounds",
                                "--at kent '%.*s' niet; wel datums (JJJJ-MM-DD), jaren (JJJJ), met "
                                "komma's ertussen, of het woord rounds"),
                         (int)(size < 200 ? size : 200), text);
}

static int too_many(const cli_context *context)
{
    return cli_wrong_use(
        context->command, context->language,
        gp_say(context->language, "--at takes %d days at most", "--at neemt hoogstens %d dagen"),
        GP_MAP_DATES_MAX);
}

int cli_read_at(const cli_context *context, const char *text, cli_days *days, gp_map_options *out)
{
    if (!text) return CLI_OK;
    if (is_rounds(text)) {
        out->is_at_rounds = true;
        return CLI_OK;
    }
    for (const char *at = text; at; at = strchr(at, ',') ? strchr(at, ',') + 1 : NULL) {
        at += strspn(at, " ");
        size_t size = strcspn(at, ",");
        while (size && at[size - 1] == ' ') size--;
        if (out->date_count == GP_MAP_DATES_MAX) return too_many(context);
        if (!read_day(at, size, &days->days[out->date_count])) return wrong_day(context, at, size);
        out->date_count++;
    }
    out->dates = days->days;
    return CLI_OK;
}
