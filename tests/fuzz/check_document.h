/* SPDX-License-Identifier: MIT
 * What must hold for any bytes in any format of portfolios. For fuzz targets. */
#ifndef GP_FUZZ_CHECK_DOCUMENT_H
#define GP_FUZZ_CHECK_DOCUMENT_H

#include <stddef.h>

/* Reads the bytes as a file of that name ("fuzz.yaml") and aborts unless: status and findings
 * agree, every place is inside the text, and a portfolio that is written as `format`, with nothing
 * lost, is read back the same. */
void check_document(const char *name, const char *format, const char *text, size_t size);

#endif
