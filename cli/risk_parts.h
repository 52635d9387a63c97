/* SPDX-License-Identifier: MIT
 * A run in parts: which draws are made here, where they go, and parts that are put together. */
#ifndef CLI_RISK_PARTS_H
#define CLI_RISK_PARTS_H

#include "cli/cli.h"
#include "groeipad/parts.h"

/* What the options say; a member of the args struct. */
typedef struct cli_part_args {
    uint32_t from, to; /* the draws from `from` up to `to`, which is not made; to 0: not given */
    bool is_merging;   /* the files are parts */
} cli_part_args;

#define CLI_FORMAT_PART 3 /* of the words of --format */

/* The rows; `at` is a cli_part_args of the args struct. */
#define CLI_PARTS(args, at)                                                                        \
    {.name = "draws-from",                                                                         \
     .kind = CLI_NUMBER,                                                                           \
     .field = offsetof(args, at) + offsetof(cli_part_args, from),                                  \
     .value = "A",                                                                                 \
     .otherwise = "0",                                                                             \
     .maximum = GP_RISK_DRAWS_MAX - 1,                                                             \
     .summary = {"a part of a run: begin with draw A, where 0 is the first",                       \
                 "een deel van een run: begin met trekking A; 0 is de eerste"}},                   \
        {.name = "draws-to",                                                                       \
         .kind = CLI_NUMBER,                                                                       \
         .field = offsetof(args, at) + offsetof(cli_part_args, to),                                \
         .value = "B",                                                                             \
         .minimum = 1,                                                                             \
         .maximum = GP_RISK_DRAWS_MAX,                                                             \
         .summary = {"and stop before draw B, with which another part begins; -o part.gprisk "     \
                     "keeps the part",                                                             \
                     "en stop voor trekking B, waarmee een ander deel begint; -o deel.gprisk "     \
                     "bewaart het deel"}},                                                         \
        {.name = "merge",                                                                          \
         .kind = CLI_FLAG,                                                                         \
         .field = offsetof(args, at) + offsetof(cli_part_args, is_merging),                        \
         .summary = {                                                                              \
             "the files are parts (.gprisk): add them up to the answer of one run",                \
             "de bestanden zijn delen (.gprisk): tel ze op tot het antwoord van één run"}},        \
    {                                                                                              \
        .name = "format", .letter = 'f', .kind = CLI_CHOICE,                                       \
        .field = offsetof(cli_common, format), .value = "text|json|csv|part", .otherwise = "text", \
        .endings = "txt=text|json|csv|tsv=csv|gprisk=part", .summary = {                           \
            "how the answer is written (otherwise: as the file is called)",                        \
            "hoe het antwoord geschreven wordt (anders: naar de naam van het bestand)"             \
        }                                                                                          \
    }

/* Whether the options fit together, and the draws that they ask for, in *options; says on stderr
 * what is wrong. `said`: an option of the command itself that does not go with a part; or NULL. */
int cli_judge_parts(const cli_context *context, const cli_part_args *asked, const char *said,
                    gp_risk_options *options);

/* The load of a command that has these rows: with is_merging the parts are read, and then the
 * portfolio that is in them, as its files would be. */
gp_status cli_load_parts(cli_context *context, const cli_part_args *asked);

/* What was drawn, as a part: context->output. */
gp_status cli_write_part(cli_context *context, const gp_risk_options *options,
                         const gp_risk_sums *sums);

#endif
