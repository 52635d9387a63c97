/* SPDX-License-Identifier: MIT
 * Reads two versions at the same time. Each has a job of its own, and jobs share nothing; but
 * Graphviz' parser of DOT is one for the whole process, so of two such files one waits. */
#include "core/beside.h"
#include "groeipad/io.h"

#include <sys/stat.h>

#define SIDE_MIN ((size_t)128 << 10) /* of less, a thread has hardly begun */

static gp_status read_version(gp_version_input *input)
{
    input->status = gp_read_version(input->job, input->version, input->options, &input->portfolio,
                                    &input->document);
    return input->status;
}

/* In a second thread, in the version's own job: there is nothing to hand over afterwards. */
static gp_status read_beside(gp_job *unused, void *state)
{
    (void)unused;
    return read_version(state);
}

/* Is it worth while, and may it be? Only what is surely no DOT. */
static bool is_for_beside(const gp_version_input *input)
{
    size_t size = 0;
    for (size_t i = 0; i < input->version->count; i++) {
        const gp_version_file *file = &input->version->files[i];
        const gp_file_format *format = input->options && input->options->format
                                           ? gp_find_file_format(input->options->format)
                                           : gp_file_format_of(file->name);
        struct stat facts;
        if (!format || strcmp(format->name, "dot") == 0) return false;
        if (file->is_committed)
            size += file->size;
        else if (stat(file->name, &facts) == 0 && S_ISREG(facts.st_mode))
            size += (size_t)facts.st_size;
        else
            return false;
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
