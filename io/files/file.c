/* SPDX-License-Identifier: MIT
 * Writes a file whole or not at all. A reader never sees half of it and a full disk leaves the
 * old one: the bytes go to a temporary file in the same folder, are brought to disk, and one
 * rename puts them in place. */
#define _XOPEN_SOURCE 700 /* realpath */
#include "io/files/file.h"
#include "groeipad/io.h"
#include "io/files/input.h"
#include "io/files/uninterrupted.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PIECE ((size_t)8 << 20) /* bytes between two looks at the signals */

/* Everything below returns 0 or an errno value. */
static int write_all(int file, const char *bytes, size_t size, bool may_give_up)
{
    while (size) {
        if (may_give_up && gp_is_interrupted()) return EINTR;
        ssize_t count = write(file, bytes, size < PIECE ? size : PIECE);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return errno;
        bytes += count;
        size -= (size_t)count;
    }
    return 0;
}

/* A pipe, a terminal or a device: there is nothing to replace. Appends, so that `>> log` on a
 * standard output that is written to by its name keeps what is in the log. */
static int write_through(const char *path, const char *bytes, size_t size)
{
    int file = open(path, O_WRONLY | O_APPEND | O_CLOEXEC);
    if (file < 0) return errno;
    int problem = write_all(file, bytes, size, false);
    if (close(file) != 0 && !problem) problem = errno;
    return problem;
}

/* "folder/name" -> "folder/.name.K.tmp", with a K that is free: what a program left behind that was
 * killed stays as it is, however much that is, and so does what others write at this moment. */
static int open_temporary(const char *path, char *name, size_t room, int *file)
{
    const char *slash = strrchr(path, '/');
    int folder = slash ? (int)(slash + 1 - path) : 0;
    for (unsigned k = 0; k < UINT_MAX; k++) {
        snprintf(name, room, "%.*s.%.200s.%u.tmp", folder, path, path + folder, k);
        *file = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666); /* less the umask */
        if (*file >= 0) return 0;
        if (errno != EEXIST) return errno;
    }
    return EEXIST;
}

/* The folder's entry must reach the disk too; not every file system can do that. */
static void sync_folder(const char *path)
{
    char *folder = strdup(path);
    if (!folder) return;
    char *slash = strrchr(folder, '/');
    if (slash) slash[slash == folder] = '\0';
    int file = open(slash ? folder : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file >= 0) {
        fsync(file);
        close(file);
    }
    free(folder);
}

/* The owner can be kept by the superuser only, who should; then the permissions. */
static int copy_rights(int file, const struct stat *old)
{
    if (geteuid() == 0 && fchown(file, old->st_uid, old->st_gid) != 0) return errno;
    return fchmod(file, old->st_mode & 07777) == 0 ? 0 : errno;
}

/* Writes the bytes to a temporary file beside `target`; old: the file there, or NULL. */
static int fill_temporary(const char *target, const struct stat *old, const char *bytes,
                          size_t size, char **out)
{
    size_t room = strlen(target) + 24;
    char *name = malloc(room);
    if (!name) return ENOMEM;
    int file = -1, problem = open_temporary(target, name, room, &file);
    bool is_made = problem == 0;
    if (!problem) problem = write_all(file, bytes, size, true);
    if (!problem && old) problem = copy_rights(file, old);
    if (!problem && fsync(file) != 0 && errno != EINVAL && errno != ENOTSUP) problem = errno;
    if (is_made && close(file) != 0 && !problem) problem = errno;
    if (is_made && problem) unlink(name);
    if (problem) free(name);
    if (!problem) *out = name;
    return problem;
}

static bool begins_with(const char *text, const char *start)
{
    return strncmp(text, start, strlen(start)) == 0;
}

/* Names of what the process has open already. */
static bool is_open_stream(const char *path)
{
    return begins_with(path, "/dev/std") || begins_with(path, "/dev/fd/") ||
           begins_with(path, "/proc/");
}

int gp_prepare_file(const char *path, const char *bytes, size_t size, gp_pending *out)
{
    struct stat old, link;
    *out = (gp_pending){.bytes = bytes, .size = size};
    if (!path[0] || strcmp(path, "-") == 0) return EINVAL;
    out->exists = stat(path, &old) == 0;
    if (!out->exists && errno != ENOENT) return errno;
    if (out->exists && S_ISDIR(old.st_mode)) return EISDIR;
    bool is_link = lstat(path, &link) == 0 && S_ISLNK(link.st_mode);
    bool is_stream = is_open_stream(path) || (out->exists && !S_ISREG(old.st_mode));
    if (is_link && !out->exists && !is_stream) return ENOENT; /* it points at nothing */
    out->target = is_link && !is_stream ? realpath(path, NULL) : strdup(path);
    if (!out->target) return errno;
    int problem = is_stream ? 0
                            : fill_temporary(out->target, out->exists ? &old : NULL, bytes, size,
                                             &out->temporary);
    if (problem) gp_abandon_file(out);
    return problem;
}

int gp_commit_file(gp_pending *pending)
{
    if (!pending->temporary) return write_through(pending->target, pending->bytes, pending->size);
    if (rename(pending->temporary, pending->target) != 0) return errno;
    free(pending->temporary);
    pending->temporary = NULL;
    sync_folder(pending->target);
    return 0;
}

void gp_abandon_file(gp_pending *pending)
{
    if (pending->temporary) unlink(pending->temporary);
    free(pending->temporary);
    free(pending->target);
    pending->temporary = pending->target = NULL;
}

static int write_whole(const char *path, const char *bytes, size_t size)
{
    gp_pending pending;
    gp_stretch stretch;
    gp_hold_signals(&stretch);
    int problem = gp_prepare_file(path, bytes, size, &pending);
    bool is_through = !problem && !pending.temporary; /* to a pipe: that may take for ever */
    if (is_through) gp_release_signals(&stretch);
    if (!problem) problem = gp_commit_file(&pending);
    gp_abandon_file(&pending);
    gp_release_signals(&stretch);
    return problem;
}

gp_status gp_write_file(gp_job *job, const char *path, const char *bytes, size_t size)
{
    int problem = write_whole(path, bytes, size);
    if (problem == ENOMEM) return gp_no_memory(job);
    return problem ? gp_report_file(job, 802, path, problem) : GP_OK;
}
