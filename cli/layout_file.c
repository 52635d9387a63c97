/* SPDX-License-Identifier: MIT
 * The places of the boxes in the last picture are kept in a text file beside the portfolio. The
 * file is written with the next picture, because that may still be refused. */
#include "cli/layout_file.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LAYOUT_SIZE_MAX ((size_t)64 << 20)

static int cannot_read(const cli_context *context, const char *path, int problem)
{
    if (problem == ENOMEM) return cli_out_of_memory(context->language);
    cli_say("groeipad: %s '%s': %s\n",
            gp_say(context->language, "cannot read the layout file",
                   "kan het layoutbestand niet lezen"),
            path, gp_system_words(problem, context->language));
    return CLI_NO_PORTFOLIO;
}

/* All of a file. Owner: the caller, free. NULL with errno where it cannot be read. */
static char *read_all(FILE *file, size_t *size)
{
    char *text = NULL;
    size_t room = 0;
    *size = 0;
    do {
        room = room ? 2 * room : 65536;
        char *more = room <= LAYOUT_SIZE_MAX ? realloc(text, room) : NULL;
        if (!more) {
            free(text);
            errno = room <= LAYOUT_SIZE_MAX ? ENOMEM : EFBIG;
            return NULL;
        }
        text = more;
        *size += fread(text + *size, 1, room - *size, file);
    } while (*size == room);
    if (!ferror(file)) return text;
    free(text);
    return NULL;
}

int cli_read_layout(cli_context *context, const char *path, gp_path_view *view)
{
    size_t size;
    view->is_stable = true;
    view->layout_name = path;
    FILE *file = fopen(path, "rb");
    if (!file && errno == ENOENT) return CLI_OK;
    if (!file) return cannot_read(context, path, errno);
    char *text = read_all(file, &size);
    int problem = errno;
    fclose(file);
    if (!text) return cannot_read(context, path, problem);
    view->layout_text = gp_copy_text(context->job, text, size);
    view->layout_size = size;
    free(text);
    return view->layout_text ? CLI_OK : cli_out_of_memory(context->language);
}

void cli_keep_layout(cli_context *context, const char *path, const gp_path_view *view,
                     const gp_picture *picture)
{
    bool is_same = view->layout_text && view->layout_size == picture->layout_size &&
                   memcmp(view->layout_text, picture->layout_text, view->layout_size) == 0;
    if (is_same) return;
    context->layout_out = (gp_named_bytes){path, picture->layout_text, picture->layout_size};
}
