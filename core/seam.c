/* SPDX-License-Identifier: MIT
 * igraph's default handler aborts the process and its warnings go to standard error; both are
 * replaced while a kernel runs and put back after it, for the sake of a host program. */
#include "core/seam.h"

static void on_error(const char *reason, const char *file, int line, igraph_error_t code)
{
    (void)reason;
    (void)file;
    (void)line;
    (void)code;
    IGRAPH_FINALLY_FREE();
}

static void on_warning(const char *reason, const char *file, int line)
{
    (void)reason;
    (void)file;
    (void)line;
}

gp_status gp_run_kernel(gp_job *job, gp_kernel *kernel, void *state, igraph_error_t *code)
{
    igraph_error_handler_t *error = igraph_set_error_handler(on_error);
    igraph_warning_handler_t *warning = igraph_set_warning_handler(on_warning);
    *code = kernel(state);
    igraph_set_error_handler(error);
    igraph_set_warning_handler(warning);
    if (*code == IGRAPH_SUCCESS || *code == IGRAPH_EINVAL) return GP_OK;
    if (*code == IGRAPH_ENOMEM) return gp_no_memory(job);
    return gp_bug(job, igraph_strerror(*code));
}
