/* SPDX-License-Identifier: MIT
 * What the options that all questions about risk share ask for. */
#define _XOPEN_SOURCE 700 /* sysconf */
#include "cli/risk_options.h"

#include <unistd.h>

#define LESS_MOST 100 /* percent: nothing takes less than no time */
#define MORE_MOST 1000

/* A number of percent, its sign or none; returns what follows, or NULL where it is none. */
static const char *read_percent(const char *text, uint16_t most, uint16_t *out)
{
    uint32_t number = 0;
    const char *at = text;
    for (; *at >= '0' && *at <= '9' && number <= most; at++)
        number = number * 10 + (uint32_t)(*at - '0');
    if (at == text || number > most) return NULL;
    *out = (uint16_t)number;
    return *at == '%' ? at + 1 : at;
}

/* "20%/60%", "20/60". */
static bool read_spread(const char *text, gp_risk_options *out)
{
    const char *at = read_percent(text, LESS_MOST, &out->spread_less);
    if (!at || *at != '/') return false;
    at = read_percent(at + 1, MORE_MOST, &out->spread_more);
    return at && *at == '\0';
}

static uint32_t count_processors(void)
{
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count > 1 ? (uint32_t)count : 1;
}

int cli_read_risk(const cli_context *context, const cli_risk_args *asked, gp_risk_options *out)
{
    out->draws = asked->draws;
    out->seed = asked->seed;
    out->threads = asked->threads ? asked->threads : count_processors();
    out->is_mitigated = asked->is_mitigated;
    if (!asked->spread || read_spread(asked->spread, out)) return CLI_OK;
    return cli_wrong_use(context->command, context->language,
                         gp_say(context->language,
                                "--spread is '%.40s', expected how much less and how much more, "
                                "as in 20%%/60%% (at most 100%%/1000%%)",
                                "--spread is '%.40s', verwacht: hoeveel korter en hoeveel langer, "
                                "zoals 20%%/60%% (hoogstens 100%%/1000%%)"),
                         asked->spread);
}
