/* SPDX-License-Identifier: MIT */
#include "groeipad/version.h"

const char *gp_version(void)
{
    return GP_VERSION;
}
