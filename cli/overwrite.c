/* SPDX-License-Identifier: MIT
 * Would an output go over an input? Files are the same by device and inode, so also by another
 * name: a link, a standard stream. Asked before anything is read or written. A terminal, a pipe and
 * a device are read and written at once as they please: only what is kept can be lost. */
#include "cli/overwrite.h"
#include "cli/inputs.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What is kept under a name ("-": on a descriptor); false: nothing is. */
static bool find_kept(const char *name, int descriptor, struct stat *out)
{
    bool is_stream = strcmp(name, "-") == 0;
    if ((is_stream ? fstat(descriptor, out) : stat(name, out)) != 0) return false;
    return S_ISREG(out->st_mode) || S_ISBLK(out->st_mode);
}

bool cli_is_file(const struct stat *file, const char *name)
{
    struct stat facts;
    return find_kept(name, STDOUT_FILENO, &facts) && facts.st_dev == file->st_dev &&
           facts.st_ino == file->st_ino;
}

/* The folder that a name is in: its length, with the slash; 0: the working folder. */
static size_t folder_length(const char *name)
{
    const char *slash = strrchr(name, '/');
    return slash ? (size_t)(slash + 1 - name) : 0;
}

static bool find_folder(const char *name, struct stat *out)
{
    size_t length = folder_length(name);
    if (length == 0) return stat(".", out) == 0;
    char *folder = malloc(length + 1);
    if (!folder) return false;
    memcpy(folder, name, length);
    folder[length] = '\0';
    bool is_found = stat(folder, out) == 0;
    free(folder);
    return is_found;
}

bool cli_are_same(const char *name, const char *other)
{
    struct stat here, there;
    if (find_kept(name, STDOUT_FILENO, &here)) return cli_is_file(&here, other);
    if (strcmp(name + folder_length(name), other + folder_length(other)) != 0) return false;
    return find_folder(name, &here) && find_folder(other, &there) && here.st_dev == there.st_dev &&
           here.st_ino == there.st_ino;
}

bool cli_is_page(const struct stat *file, const char *path)
{
    const char *name = path + folder_length(path), *dot = strrchr(name, '.');
    size_t stem = dot ? (size_t)(dot - name) : 0, room = strlen(path) + 24;
    char *folder = malloc(room), *page = malloc(room);
    bool is_page = false;
    if (folder) snprintf(folder, room, "%.*s.", (int)folder_length(path), path);
    DIR *entries = dot && folder && page ? opendir(folder) : NULL;
    for (const struct dirent *entry; entries && (entry = readdir(entries)) != NULL;) {
        const char *found = entry->d_name;
        if (strncmp(found, name, stem) != 0 || found[stem] != '-') continue;
        size_t digits = strspn(found + stem + 1, "0123456789");
        if (digits == 0 || digits > 10 || strcmp(found + stem + 1 + digits, dot) != 0) continue;
        snprintf(page, room, "%.*s%s", (int)folder_length(path), path, found);
        is_page = is_page || cli_is_file(file, page);
    }
    if (entries) closedir(entries);
    free(folder);
    free(page);
    return is_page;
}

/* ---- the question ---- */

static int refuse_beside(const cli_context *context, const char *input)
{
    return cli_wrong_use(
        context->command, context->language,
        gp_say(context->language,
               "'%s' is read and would be overwritten; name another file to write",
               "'%s' wordt gelezen en zou worden overschreven; noem een ander bestand om te "
               "schrijven"),
        input);
}

static int refuse(const cli_context *context, const char *input)
{
    const char *output = context->common->output;
    gp_language language = context->language;
    bool is_input = strcmp(input, "-") == 0;
    if (is_input && !cli_names_file(output))
        return cli_wrong_use(context->command, language, "%s",
                             gp_say(language,
                                    "standard input and standard output are the same file",
                                    "standaardinvoer en standaarduitvoer zijn hetzelfde bestand"));
    if (is_input) input = output;
    if (!cli_names_file(output))
        return cli_wrong_use(
            context->command, language,
            gp_say(language, "standard output is the file '%s', which is read; send it elsewhere",
                   "standaarduitvoer is het bestand '%s', dat gelezen wordt; stuur die ergens "
                   "anders heen"),
            input);
    return refuse_beside(context, input);
}

/* Names that stand for what the process has open: a file behind them is not replaced but written
 * on. */
static bool is_stream(const char *name)
{
    return strncmp(name, "/dev/", 5) == 0 || strncmp(name, "/proc/", 6) == 0;
}

static bool may_rewrite(const cli_context *context, const char *input)
{
    const cli_command *command = context->command;
    const char *output = context->common->output;
    bool is_one = context->file_count == 1 && context->files[0] == input && strcmp(input, "-") != 0;
    bool is_whole = cli_names_file(output) && !is_stream(output) && !is_stream(input);
    return is_one && is_whole && command->may_rewrite && command->may_rewrite(context);
}

static bool is_same(const struct stat *a, const struct stat *b)
{
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

/* Does a file of that name, there or not yet, lie in a folder, or below it? Each folder is asked
 * for the one above it, up to the root, which is above itself. */
static bool lies_in(const char *name, const struct stat *folder)
{
    struct stat here, above;
    size_t length = folder_length(name), room = length + 4096;
    char *path = malloc(room);
    bool is_in = false;
    if (!path) return false;
    memcpy(path, name, length);
    memcpy(path + length, ".", 2);
    length += 1;
    bool is_there = stat(path, &here) == 0;
    while (is_there && !(is_in = is_same(&here, folder)) && length + 4 < room) {
        memcpy(path + length, "/..", 4);
        length += 3;
        if (stat(path, &above) != 0 || is_same(&here, &above)) break;
        here = above;
    }
    free(path);
    return is_in;
}

/* What is written into a folder that is read would be read with it the next time. */
static int judge_folder(const cli_context *context, const char *input, const struct stat *facts)
{
    const char *output = context->common->output;
    if (!context->command->takes_folders || !cli_names_file(output) || !lies_in(output, facts))
        return CLI_OK;
    return cli_wrong_use(
        context->command, context->language,
        gp_say(context->language,
               "'%s' lies in the folder '%s', which is read; write it somewhere else",
               "'%s' ligt in de map '%s', die gelezen wordt; schrijf het ergens anders"),
        output, input);
}

/* A file that the command writes anew is judged by it. */
static int judge(void *object, const char *input, bool is_own)
{
    cli_context *context = object;
    const char *output = context->common->output;
    struct stat facts;
    if (is_own) return CLI_OK;
    if (strcmp(input, "-") != 0 && stat(input, &facts) == 0 && S_ISDIR(facts.st_mode))
        return judge_folder(context, input, &facts);
    if (!find_kept(input, STDIN_FILENO, &facts)) return CLI_OK;
    if (context->command->writes && context->command->writes(context, &facts))
        return cli_names_file(output) ? refuse(context, input) : refuse_beside(context, input);
    if (!cli_is_file(&facts, output ? output : "-")) return CLI_OK;
    if (!may_rewrite(context, input)) return refuse(context, input);
    context->is_rewriting = true;
    return CLI_OK;
}

int cli_spare_inputs(cli_context *context)
{
    return cli_each_input(context, judge, context);
}
