/* SPDX-License-Identifier: MIT
 *
 * groeipad: which capabilities do the planned interventions need, in what order,
 * how long does that take, and where will a fast intervention wait for a slow one?
 *
 * Three things to know:
 *
 *   job        owns memory and findings. Everything made with a job dies with it.
 *   portfolio  what the user wrote, checked and with its ids resolved. A reader
 *              (groeipad/io.h) fills a draft; gp_finish_draft makes it one.
 *   question   a function that takes const values and returns a new one:
 *              portfolio -> network -> schedule -> path, clashes, gaps ...
 *
 *     gp_job *job = gp_job_new();
 *     const char *names[] = {"portfolio.json"};
 *     const gp_portfolio *portfolio;
 *     const gp_network *network;
 *     const gp_schedule *schedule;
 *     if (gp_read_files(job, names, 1, NULL, &portfolio) == GP_OK
 *         && gp_build_network(job, portfolio, &network) == GP_OK
 *         && gp_schedule_network(job, network, NULL, &schedule) == GP_OK)
 *         printf("%d\n", schedule->dates[network->order[0]].earliest_ready);
 *     gp_job_free(job);
 *
 * The law: a function returns something else than GP_OK exactly when it could not make
 * its result; it has then appended a finding that says why, and *out is untouched.
 * There is no global state, no clock and no locale; two jobs may run in two threads,
 * but the igraph and Graphviz libraries below allow one running question per process.
 * Large inputs are read, and large networks checked, with the help of a second thread, which has
 * ended when the function returns; the result is the same without it.
 *
 * This header has all of them; each can be included by itself:
 *
 *   version.h    which groeipad this is
 *   time.h       days, durations, working days, rounds
 *   job.h        memory and findings
 *   portfolio.h  what the user wrote               draft.h   how a reader makes one
 *   plan.h       network, schedule, paths, clashes, every finding
 *   query.h      one question about the network
 *   demand.h     gaps, leverage, catalogue
 *   boards.h     the three boards, plan load, advice
 *   map.h        the capability map: levels on a day
 *   filter.h     which records an answer shows, by owner, tags and parent
 *   scenarios.h  futures and the choice between them
 *   baseline.h   findings that are known
 *   change.h     what if: changes before a portfolio is checked
 *   compare.h    what changed between two versions, what moved, and why
 *   risk.h       how sure the dates are
 *   repair.h     which few measures make all dates, at the least cost
 *   citizens.h   need and experience, the library of interventions, from gap to decision
 *   io.h         files in, formats and answers out
 *   inspect.h    what is in a file of others
 *   render.h     pictures
 *   story.h      every date of a plan explained at once
 *   report.h     one page that holds everything
 */
#ifndef GROEIPAD_H
#define GROEIPAD_H

#include "groeipad/baseline.h"
#include "groeipad/boards.h"
#include "groeipad/change.h"
#include "groeipad/citizens.h"
#include "groeipad/compare.h"
#include "groeipad/repair.h"
#include "groeipad/risk.h"
#include "groeipad/demand.h"
#include "groeipad/draft.h"
#include "groeipad/filter.h"
#include "groeipad/inspect.h"
#include "groeipad/io.h"
#include "groeipad/job.h"
#include "groeipad/map.h"
#include "groeipad/plan.h"
#include "groeipad/portfolio.h"
#include "groeipad/query.h"
#include "groeipad/render.h"
#include "groeipad/report.h"
#include "groeipad/scenarios.h"
#include "groeipad/story.h"
#include "groeipad/time.h"
#include "groeipad/version.h"

#endif
