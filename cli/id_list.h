/* SPDX-License-Identifier: MIT
 * Ids or names in an option, with commas between. */
#ifndef CLI_ID_LIST_H
#define CLI_ID_LIST_H

#include "cli/cli.h"

/* Takes one of them; what it returns goes on to the caller where it is not CLI_OK. */
typedef int cli_take_id(void *object, const char *id);

/* Hands on each, in order; a name that has a comma itself is known as a whole. Nothing is handed on
 * of an empty text. Texts live as long as the job. */
int cli_each_id(const cli_context *context, const char *text, cli_take_id *take, void *object);

#endif
