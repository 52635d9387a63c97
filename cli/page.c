/* SPDX-License-Identifier: MIT
 * How wide is the page that text is written on? A terminal says how many columns it has. A pipe and
 * a file have none: they get the same bytes on every machine, whatever COLUMNS says there. */
#include "cli/cli.h"

#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { NARROWEST = 20, WIDEST = 1000 };

/* COLUMNS, where it is a number; 0: it is not set. */
static unsigned long told_columns(void)
{
    const char *columns = getenv("COLUMNS");
    char *end;
    unsigned long count = columns ? strtoul(columns, &end, 10) : 0;
    return columns && *columns && *end == '\0' ? count : 0;
}

uint16_t cli_page_width(const cli_common *common, int descriptor)
{
    struct winsize window;
    if (common->width) return (uint16_t)common->width;
    if ((descriptor == 1 && cli_names_file(common->output)) || !isatty(descriptor)) return 0;
    unsigned long columns = told_columns();
    if (!columns && ioctl(descriptor, TIOCGWINSZ, &window) == 0) columns = window.ws_col;
    if (columns && columns < NARROWEST) return NARROWEST;
    return (uint16_t)(columns > WIDEST ? WIDEST : columns);
}
