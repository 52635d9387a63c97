/* SPDX-License-Identifier: MIT
 * The rows of all commands, each beside its code in cli/cmd_NAME.c. */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "cli/cli.h"

extern const cli_command cli_check, cli_plan, cli_path, cli_why, cli_clashes, cli_gaps, cli_boards,
    cli_inspect, cli_advice, cli_render, cli_explain, cli_init, cli_convert;
extern const cli_command cli_map, cli_compare, cli_risk, cli_repair, cli_report;
extern const cli_command cli_fit, cli_library, cli_trace;
extern const cli_command cli_scenarios, cli_leverage, cli_query;
extern const cli_command cli_help, cli_complete;

#endif
