/* SPDX-License-Identifier: MIT
 * The bytes of a part file. It is no source of the job: a run may have a thousand of them, and no
 * line of one is ever shown. */
#include "io/files/input.h"
#include "io/risk/part.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* Returns 0 or an errno value; *got: so many bytes there are. */
static int read_bytes(int file, char *to, size_t size, size_t *got)
{
    *got = 0;
    while (*got < size) {
        const ssize_t some = read(file, to + *got, size - *got);
        if (some < 0 && errno == EINTR) continue;
        if (some < 0) return errno;
        if (some == 0) break; /* it has become shorter: the checksum says so */
        *got += (size_t)some;
    }
    return 0;
}

gp_status gp_read_part_file(gp_job *job, const char *name, gp_run_part *out)
{
    struct stat facts;
    size_t size = 0;
    char *bytes = NULL;
    const int file = open(name, O_RDONLY | O_CLOEXEC);
    int problem = file < 0 || fstat(file, &facts) != 0 ? errno : 0;
    if (problem == 0 && S_ISDIR(facts.st_mode)) problem = EISDIR;
    if (problem == 0 && (uint64_t)facts.st_size > GP_SOURCE_SIZE_MAX) problem = EFBIG;
    if (problem == 0) {
        bytes = GP_NEW(job, char, (size_t)facts.st_size + 1);
        if (bytes) problem = read_bytes(file, bytes, (size_t)facts.st_size, &size);
    }
    if (file >= 0) close(file);
    if (problem != 0) return gp_report_file(job, 801, name, problem);
    return bytes ? gp_read_part(job, name, bytes, size, out) : gp_no_memory(job);
}
