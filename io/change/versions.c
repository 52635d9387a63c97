/* SPDX-License-Identifier: MIT
 * Reads two versions at the same time. Each has a job of its own, and jobs share nothing; but
 * Graphviz' parser of DOT is one for the whole process, so of two such files one waits. */
#include "core/beside.h"
#include "groeipad/io.h"

#include <sys/stat.h>

#define SIDE_MIN ((off_t)128 << 10) /* bytes: what is smaller is read before a thread has begun */

static gp_status read_version(gp_version_input *version)
{
    version->status = gp_read_document(version->job, version->names, version->count,
                                       version->options, &version->portfolio, &version->document);
    return version->status;
}

/* In a second thread, in the version's own job: there is nothing to hand over afterwards. */
static gp_status read_beside(gp_job *unused, void *state)
{
    (void)unused;
    return read_version(state);
}

/* Is it worth while, and may it be? Only what is surely no DOT. */
static bool is_for_beside(const gp_version_input *version)
{
    off_t size = 0;
    for (size_t i = 0; i < version->count; i++) {
        struct stat facts;
        const gp_file_format *format = version->options && version->options->format
                                           ? gp_find_file_format(version->options->format)
                                           : gp_file_format_of(version->names[i]);
        bool is_alone = !format || strcmp(format->name, "dot") == 0;
        if (is_alone || stat(version->names[i], &facts) != 0) return false;
        size += S_ISREG(facts.st_mode) ? facts.st_size : 0;
    }
    return size >= SIDE_MIN;
}

gp_status gp_read_versions(gp_version_input *old_version, gp_version_input *new_version)
{
    gp_beside beside;
    bool is_both = is_for_beside(old_version) && is_for_beside(new_version) &&
                   gp_start_beside(&beside, new_version->job, read_beside, old_version);
    gp_status status = read_version(new_version);
    if (is_both) {
        gp_await_beside(&beside);
        gp_drop_beside(&beside);
    } else {
        read_version(old_version);
    }
    return old_version->status == GP_OK ? status : old_version->status;
}
