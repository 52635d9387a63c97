/* SPDX-License-Identifier: MIT
 * The values of an MS Project plan in their text. Each says whether the text is of its form, and
 * leaves *out alone where it is not. Private to io. */
#ifndef GP_MSPDI_VALUE_H
#define GP_MSPDI_VALUE_H

#include "io/mspdi/mspdi.h"

/* A whole number; a fraction behind it (4800.00) is of no interest. */
bool gp_read_mspdi_number(const char *text, int64_t *out);

/* A percentage, in hundredths: 50.5 is 5050. More digits count as nothing. */
bool gp_read_mspdi_percent(const char *text, int64_t *out);

/* HH:MM:SS, as minutes. */
bool gp_read_mspdi_time(const char *text, int32_t *out);

/* YYYY-MM-DDTHH:MM:SS; "NA" and nothing are no moment. */
bool gp_read_mspdi_moment(const char *text, gp_mspdi_moment *out);

/* PT48H30M0S, as minutes; P2DT4H too. Seconds count as nothing. */
bool gp_read_mspdi_span(const char *text, int64_t *out);

#endif
