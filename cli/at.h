/* SPDX-License-Identifier: MIT
 * --at: on which days a capability map is told. */
#ifndef CLI_AT_H
#define CLI_AT_H

#include "cli/cli.h"
#include "groeipad/map.h"

/* The row of the option; its text (const char *) is the field `member` of the args struct. */
#define CLI_AT(args, member)                                                                       \
    {                                                                                              \
        .name = "at", .kind = CLI_TEXT, .is_list = true, .field = offsetof(args, member),          \
        .value = "DATE,...|rounds", .words = "rounds", .summary = {                                \
            "on these days (2027: its first day), or at each planning round (otherwise: the "      \
            "status date)",                                                                        \
            "op deze dagen (2027: de eerste dag ervan), of bij elke planronde (anders: de "        \
            "peildatum)"                                                                           \
        }                                                                                          \
    }

/* The days that it asks for. */
typedef struct cli_days {
    gp_day days[GP_MAP_DATES_MAX];
} cli_days;

/* Reads what --at asks for (text NULL: nothing) into the options, whose days stand in `days`. Says
 * on stderr what is wrong with it. */
int cli_read_at(const cli_context *context, const char *text, cli_days *days, gp_map_options *out);

#endif
