/* SPDX-License-Identifier: MIT
 * Where the program starts. All the rest of the command can be called from a test. */
#include "cli/cli.h"

int main(int argc, char **argv)
{
    return cli_main(argc, argv);
}
