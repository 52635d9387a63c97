/* SPDX-License-Identifier: MIT
 * How draws are made: the options of all that asks how sure the dates are. */
#ifndef CLI_RISK_OPTIONS_H
#define CLI_RISK_OPTIONS_H

#include "cli/cli.h"
#include "groeipad/risk.h"

/* What they say; a member of the args struct of a command that has them. */
typedef struct cli_risk_args {
    uint32_t draws; /* 0: not given */
    uint32_t threads;
    uint64_t seed;
    const char *spread;
    bool is_mitigated;
} cli_risk_args;

/* Their rows; `at` is a cli_risk_args of the args struct. */
#define CLI_RISK(args, at)                                                                         \
    {.name = "draws",                                                                              \
     .kind = CLI_NUMBER,                                                                           \
     .field = offsetof(args, at) + offsetof(cli_risk_args, draws),                                 \
     .value = "N",                                                                                 \
     .minimum = 1,                                                                                 \
     .maximum = GP_RISK_DRAWS_MAX,                                                                 \
     .summary = {"how often all lead times are drawn (otherwise 10000)",                           \
                 "hoe vaak alle doorlooptijden worden getrokken (anders 10000)"}},                 \
        {.name = "seed",                                                                           \
         .kind = CLI_SEED,                                                                         \
         .field = offsetof(args, at) + offsetof(cli_risk_args, seed),                              \
         .value = "N",                                                                             \
         .otherwise = "1",                                                                         \
         .summary = {"other draws; the same seed always gives the same",                           \
                     "andere trekkingen; dezelfde seed geeft altijd dezelfde"}},                   \
        {.name = "threads",                                                                        \
         .kind = CLI_NUMBER,                                                                       \
         .field = offsetof(args, at) + offsetof(cli_risk_args, threads),                           \
         .value = "N",                                                                             \
         .minimum = 1,                                                                             \
         .maximum = 1024,                                                                          \
         .summary = {"work on so many processors (otherwise: all); the answer is the same",        \
                     "werk op zoveel processoren (anders: alle); het antwoord is hetzelfde"}},     \
        {.name = "spread",                                                                         \
         .kind = CLI_TEXT,                                                                         \
         .field = offsetof(args, at) + offsetof(cli_risk_args, spread),                            \
         .value = "LESS/MORE",                                                                     \
         .summary = {"lead times without a spread may be so much less and more: 20%/60%",          \
                     "doorlooptijden zonder spreiding mogen zoveel korter en langer zijn: "        \
                     "20%/60%"}},                                                                  \
    {                                                                                              \
        .name = "mitigated", .kind = CLI_FLAG,                                                     \
        .field = offsetof(args, at) + offsetof(cli_risk_args, is_mitigated), .summary = {          \
            "as if every risk that can be mitigated were",                                         \
            "alsof tegen elk risico de maatregel genomen is die ertegen is"                        \
        }                                                                                          \
    }

/* Fills in what they say and leaves the rest of *out as it is; says on stderr what is wrong. */
int cli_read_risk(const cli_context *context, const cli_risk_args *asked, gp_risk_options *out);

#endif
