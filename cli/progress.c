/* SPDX-License-Identifier: MIT
 * How far is it, and does somebody want to stop? No clock is read: a timer of the system tells when
 * a second is over. And nothing is written in a handler of a signal: Ctrl-C takes away its own
 * handler, and that it is gone says that it came. */
#define _XOPEN_SOURCE 700 /* sigaction */
#include "cli/progress.h"

#include <stdio.h>
#include <string.h>
#include <sys/timerfd.h>
#include <unistd.h>

#define LINE_SIZE 160
#define AGAIN_AFTER 200000000 /* nanoseconds */

static void heed(int signal)
{
    (void)signal;
}

/* Under --watch the signal waits until the run is over. */
bool cli_wants_to_stop(void)
{
    struct sigaction now;
    sigset_t waiting;
    if (sigaction(SIGINT, NULL, &now) == 0 && now.sa_handler == SIG_DFL) return true;
    return sigpending(&waiting) == 0 && sigismember(&waiting, SIGINT) == 1;
}

void cli_begin_progress(const cli_context *context, cli_progress *progress)
{
    const struct itimerspec times = {.it_value = {.tv_sec = 1},
                                     .it_interval = {.tv_nsec = AGAIN_AFTER}};
    struct sigaction action = {.sa_handler = heed, .sa_flags = (int)(SA_RESETHAND | SA_RESTART)};
    *progress = (cli_progress){.context = context, .timer = -1};
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, &progress->before);
    if (context->common->is_quiet || !isatty(2)) return;
    progress->timer = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK);
    if (progress->timer >= 0) timerfd_settime(progress->timer, 0, &times, NULL);
}

/* Over what is there, as wide as the terminal at most. */
void cli_show_progress(cli_progress *progress, const char *line)
{
    char blanks[LINE_SIZE];
    size_t size = strlen(line), room = cli_page_width(progress->context->common, 2);
    if (room && size >= room) size = room - 1;
    cli_complain("\r", 1);
    cli_complain(line, size);
    if (progress->shown > size) {
        memset(blanks, ' ', sizeof blanks);
        cli_complain(blanks, progress->shown - size);
        if (size == 0) cli_complain("\r", 1);
    }
    progress->shown = size;
    fflush(stderr);
}

bool cli_is_progress_due(const cli_progress *progress)
{
    uint64_t times;
    return progress->timer >= 0 && read(progress->timer, &times, sizeof times) > 0;
}

bool cli_tell_progress(void *object, uint32_t done, uint32_t of)
{
    cli_progress *progress = object;
    char line[LINE_SIZE];
    if (cli_wants_to_stop()) return false;
    if (!cli_is_progress_due(progress)) return true;
    snprintf(line, sizeof line,
             gp_say(progress->context->language,
                    "%u of %u draws, %u %%; Ctrl-C tells what there is so far",
                    "%u van %u trekkingen, %u %%; Ctrl-C vertelt wat er tot dan toe is"),
             (unsigned)done, (unsigned)of, (unsigned)((uint64_t)done * 100 / of));
    cli_show_progress(progress, line);
    return true;
}

void cli_end_progress(cli_progress *progress)
{
    if (progress->shown) cli_show_progress(progress, "");
    if (progress->timer >= 0) close(progress->timer);
    if (!cli_wants_to_stop()) sigaction(SIGINT, &progress->before, NULL);
}
