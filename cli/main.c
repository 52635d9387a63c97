/* SPDX-License-Identifier: MIT
 * The command's door. All else can be called from a test. */
#include "cli/cli.h"

int main(int argc, char **argv)
{
    return cli_main(argc, argv);
}
