/* SPDX-License-Identifier: MIT
 * Where the program starts. All the rest of the command can be called from a test. */
#include "cli/cli.h"
#include "cli/risk_ranks.h"

int main(int argc, char **argv)
{
    cli_begin_ranks(&argc, &argv);
    return cli_end_ranks(cli_main(argc, argv));
}
