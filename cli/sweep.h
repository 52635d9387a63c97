/* SPDX-License-Identifier: MIT
 * --sweep TARGET=V1,V2,...: what comes of each value. */
#ifndef CLI_SWEEP_H
#define CLI_SWEEP_H

#include "cli/cli.h"

/* The row of a command that has it; `at` is a cli_texts of its args struct. */
#define CLI_SWEEP(args, at)                                                                        \
    {                                                                                              \
        .name = "sweep", .kind = CLI_TEXTS, .field = offsetof(args, at),                           \
        .value = "TARGET=V1,V2,...", .summary = {                                                  \
            "plan with each of these values (planning.round=1y,6mo,3mo); two make a grid",         \
            "plan met elk van deze waarden (planning.round=1y,6mo,3mo); twee maken een rooster"    \
        }                                                                                          \
    }

/* Texts of --sweep, taken apart. Owner of the texts: the job. */
#define CLI_SWEEP_VALUES_MAX 64
typedef struct cli_sweep_axes {
    gp_sweep_axis axes[GP_SWEEP_AXES_MAX];
    const char *values[GP_SWEEP_AXES_MAX][CLI_SWEEP_VALUES_MAX];
    const char *texts[GP_SWEEP_AXES_MAX];                       /* as they were typed */
    const char *typed[GP_SWEEP_AXES_MAX][CLI_SWEEP_VALUES_MAX]; /* where in it a value begins */
    uint32_t count;
} cli_sweep_axes;

/* Takes them apart: commas within quotes, brackets and braces belong to a value, and "1mo..6mo" is
 * 1mo, 2mo, ... 6mo. Says on stderr what is wrong. */
int cli_read_sweep(cli_context *context, const cli_texts *asked, cli_sweep_axes *out);

/* Plans the portfolio of the context, whose document it needs, with each value. Says on stderr why
 * there is no answer. Owner: the job; the axes must live as long as the answer. */
int cli_find_sweep(cli_context *context, const cli_sweep_axes *axes, const gp_sweep **out);

#endif
