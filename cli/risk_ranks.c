/* SPDX-License-Identifier: MIT
 * What goes between ranks is the list of integers that gp_write_sums makes, so the first can add
 * them up in the order of their draws, and what comes out is one run to the bit. Each rank ends
 * with a message that it does, wherever it failed: so nobody waits for one that will not come, and
 * nothing has to be remembered between calls. */
#include "cli/risk_ranks.h"

#ifdef GP_MPI
#include <mpi.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef enum message { SUMS = 1, END } message;

static int own_rank(void)
{
    int rank = 0;
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    return rank;
}

int cli_count_ranks(void)
{
    int count = 1;
    MPI_Comm_size(MPI_COMM_WORLD, &count);
    return count;
}

bool cli_is_first_rank(void)
{
    return own_rank() == 0;
}

void cli_begin_ranks(int *argc, char ***argv)
{
    MPI_Init(argc, argv);
    if (cli_is_first_rank()) return;
    if (!freopen("/dev/null", "w", stdout) || !freopen("/dev/null", "w", stderr))
        MPI_Abort(MPI_COMM_WORLD, CLI_NOT_WRITTEN);
}

/* The next message of a rank; *list: malloc. */
static message receive(int rank, int64_t **list, int *count)
{
    MPI_Status status;
    MPI_Probe(rank, MPI_ANY_TAG, MPI_COMM_WORLD, &status);
    MPI_Get_count(&status, MPI_INT64_T, count);
    *list = malloc(((size_t)*count + 1) * sizeof **list);
    if (!*list) MPI_Abort(MPI_COMM_WORLD, CLI_BUG);
    MPI_Recv(*list, *count, MPI_INT64_T, rank, status.MPI_TAG, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
    return (message)status.MPI_TAG;
}

/* Takes what a rank has sent and nobody has taken, up to its end. */
static void await_end(int rank)
{
    message of;
    do {
        int64_t *list;
        int count;
        of = receive(rank, &list, &count);
        free(list);
    } while (of != END);
}

int cli_end_ranks(int code)
{
    int64_t end = code;
    fflush(stdout);
    fflush(stderr);
    if (!cli_is_first_rank()) {
        MPI_Send(&end, 1, MPI_INT64_T, 0, END, MPI_COMM_WORLD);
        code = CLI_OK; /* the first tells how it went */
    } else
        for (int rank = 1; rank < cli_count_ranks(); rank++) await_end(rank);
    MPI_Finalize();
    return code;
}

/* ---- a run ---- */

static gp_status send_sums(cli_context *context, const gp_risk_sums *sums)
{
    const int64_t *list = NULL;
    size_t count = 0;
    gp_status status = sums ? gp_write_sums(context->job, sums, &list, &count) : GP_OK;
    if (status != GP_OK || count > INT32_MAX) return status == GP_OK ? GP_NO_MEMORY : status;
    MPI_Send(sums ? list : &(int64_t){0}, (int)count, MPI_INT64_T, 0, SUMS, MPI_COMM_WORLD);
    return GP_OK;
}

static gp_status refuse_rank(cli_context *context, int rank)
{
    char words[32];
    snprintf(words, sizeof words, "rank %d", rank);
    const char *name = gp_copy_text(context->job, words, strlen(words));
    if (!name) return GP_NO_MEMORY;
    const gp_finding finding = {
        .code = 808,
        .subject = name,
        .arguments = {{.kind = GP_ARGUMENT_WORDS,
                       .words = {{"it drew nothing; can it read the same files?",
                                  "hij trok niets; kan hij dezelfde bestanden lezen?"}}}}};
    gp_status status = gp_add_finding(context->job, &finding);
    return status == GP_OK ? GP_INVALID : status;
}

/* Adds what a rank has drawn. Its end stays where it is: await_end takes it. */
static gp_status add_rank(cli_context *context, const gp_risk_options *options, int rank,
                          gp_risk_sums *to)
{
    MPI_Status status;
    int64_t *list;
    int count;
    gp_risk_sums *sums;
    MPI_Probe(rank, MPI_ANY_TAG, MPI_COMM_WORLD, &status);
    if (status.MPI_TAG == END) return refuse_rank(context, rank);
    receive(rank, &list, &count);
    gp_job *own = gp_job_new();
    gp_status added = own ? GP_OK : GP_NO_MEMORY;
    if (added == GP_OK && count > 0) {
        added = gp_read_sums(own, context->schedule, options, list, (size_t)count, &sums);
        if (added == GP_OK) added = gp_add_sums(to, sums);
    }
    gp_job_free(own);
    free(list);
    return added == GP_INVALID ? refuse_rank(context, rank) : added;
}

gp_status cli_draw_on_ranks(cli_context *context, const gp_risk_options *options,
                            gp_risk_sums **out)
{
    const int count = cli_count_ranks(), rank = own_rank();
    const uint32_t draws = options->draws ? options->draws : GP_RISK_DRAWS;
    const uint64_t more = (uint64_t)count - 1; /* rounded up: the first has always some */
    const uint64_t from = ((uint64_t)draws * (unsigned)rank + more) / (unsigned)count;
    const uint64_t to = ((uint64_t)draws * ((unsigned)rank + 1) + more) / (unsigned)count;
    gp_risk_options own = *options;
    gp_status status;
    own.first_draw += (uint32_t)from;
    own.draws = (uint32_t)(to - from);
    const bool has_draws = own.draws > 0;
    if (!has_draws) own.draws = 1; /* all that follows wants an answer, which nobody sees */
    status = gp_run_risk(context->job, context->schedule, &own, out);
    if (rank > 0) return status == GP_OK ? send_sums(context, has_draws ? *out : NULL) : status;
    for (int other = 1; status == GP_OK && other < count; other++)
        status = add_rank(context, options, other, *out);
    return status;
}

#else

void cli_begin_ranks(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
}

int cli_end_ranks(int code)
{
    return code;
}

int cli_count_ranks(void)
{
    return 1;
}

bool cli_is_first_rank(void)
{
    return true;
}

gp_status cli_draw_on_ranks(cli_context *context, const gp_risk_options *options,
                            gp_risk_sums **out)
{
    return gp_run_risk(context->job, context->schedule, options, out);
}
#endif
