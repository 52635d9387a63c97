/* SPDX-License-Identifier: MIT
 * A folder as the name of a portfolio: the files in it, as git_files.c lists those of one that was
 * committed. */
#include "io/git/folder_files.h"
#include "groeipad/io.h"

#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>

static int by_name(const void *a, const void *b)
{
    return strcmp(((const gp_version_file *)a)->name, ((const gp_version_file *)b)->name);
}

static bool is_file(const char *path)
{
    struct stat facts;
    return stat(path, &facts) == 0 && S_ISREG(facts.st_mode);
}

static gp_status add(gp_job *job, gp_array *files, const char *name)
{
    const gp_version_file file = {.name = name};
    return gp_push(job, files, &file, 1) ? GP_OK : gp_no_memory(job);
}

static gp_status add_entry(gp_job *job, gp_array *files, const char *folder, const char *name)
{
    const char *path;
    size_t length = strlen(folder);
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return gp_no_memory(job);
    gp_add_text(buffer, folder);
    if (length && folder[length - 1] != '/') gp_add_text(buffer, "/");
    gp_add_text(buffer, name);
    GP_TRY(gp_finish_buffer(buffer, &path, &length));
    return is_file(path) ? add(job, files, path) : GP_OK;
}

static gp_status add_entries(gp_job *job, gp_array *files, const char *folder, DIR *entries)
{
    size_t before = files->count;
    for (const struct dirent *entry; (entry = readdir(entries)) != NULL;)
        if (gp_is_folder_part(entry->d_name)) GP_TRY(add_entry(job, files, folder, entry->d_name));
    if (files->count == before) return add(job, files, folder);
    qsort((gp_version_file *)files->data + before, files->count - before, sizeof(gp_version_file),
          by_name);
    return GP_OK;
}

gp_status gp_add_folder_files(gp_job *job, gp_array *files, const char *name)
{
    DIR *entries = opendir(name);
    if (!entries) return add(job, files, name);
    gp_status status = add_entries(job, files, name, entries);
    closedir(entries);
    return status;
}
