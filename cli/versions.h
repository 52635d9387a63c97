/* SPDX-License-Identifier: MIT
 * Versions of a portfolio: the one that a command is about, and an older one to hold it against.
 * Files are files, or what git has of them: REV:path, or with a revision as committed there. */
#ifndef CLI_VERSIONS_H
#define CLI_VERSIONS_H

#include "cli/cli.h"

/* The older version that is asked for. */
typedef struct cli_asked_version {
    const char *revision;     /* of --git; NULL: names are what they say */
    const char *const *names; /* files, folders, REV:path */
    size_t count;
    bool wants_document;
    bool is_same; /* the very files that the command has read, which may be standard input */
} cli_asked_version;

/* It, read and planned with the options of the command (--status-date, --scenario, ...) in a job of
 * its own, whose sources are its files. */
typedef struct cli_version {
    gp_job *job;
    const gp_portfolio *portfolio;
    const gp_document *document; /* wants_document; else NULL */
    const gp_network *network;
    const gp_schedule *schedule;
} cli_version;

/* Opens it. Where there is none, all is said (findings with the names of its files), and the exit
 * code is what comes back. Close it in any case. */
int cli_open_version(const cli_context *context, const cli_asked_version *asked, cli_version *out);
void cli_close_version(cli_version *version);

/* Reads files into the context: its portfolio, and its document where one is wanted. With
 * command->takes_folders a folder is the files in it. */
gp_status cli_read_files(cli_context *context, const char *revision, const char *const *names,
                         size_t count, bool wants_document);

#endif
