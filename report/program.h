/* SPDX-License-Identifier: MIT
 * What the build puts into every page (report/embed): its program, its style, and the module that
 * plans again, which is empty where the build could not make it. Private to report. */
#ifndef GP_REPORT_PROGRAM_H
#define GP_REPORT_PROGRAM_H

#include <stddef.h>

extern const unsigned char gp_page_script[], gp_page_style[], gp_page_engine[];
extern const size_t gp_page_script_size, gp_page_style_size, gp_page_engine_size;

/* SHA-256 in hexadecimal digits. */
extern const char gp_page_script_hash[], gp_page_style_hash[];

#endif
