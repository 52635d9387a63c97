/* SPDX-License-Identifier: MIT
 * A file that is about to appear: prepared beside its place, then put there or given up.
 * Private to io. */
#ifndef GP_FILE_H
#define GP_FILE_H

#include <stdbool.h>
#include <stddef.h>

typedef struct gp_pending {
    char *target;    /* where it will be, links followed */
    char *temporary; /* where it is; NULL: written through to a pipe or a device, or done */
    const char *bytes;
    size_t size;
    bool exists; /* there was a file at the target */
} gp_pending;

/* These return 0 or an errno value. */

/* Brings the bytes to disk beside their place. Nothing to give up where it fails. */
int gp_prepare_file(const char *path, const char *bytes, size_t size, gp_pending *out);

/* Puts it in its place; afterwards gp_abandon_file still frees its names. */
int gp_commit_file(gp_pending *pending);

/* Removes what has been prepared and not put in its place. */
void gp_abandon_file(gp_pending *pending);

#endif
