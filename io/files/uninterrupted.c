/* SPDX-License-Identifier: MIT
 * How is a temporary file not left behind when somebody presses Ctrl-C? The signal waits until the
 * file is in its place or gone again, which is soon: who writes asks whether one waits. */
#include "io/files/uninterrupted.h"

#include <stddef.h>

static const int ending[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
#define ENDING_COUNT (sizeof ending / sizeof *ending)

void gp_hold_signals(gp_stretch *stretch)
{
    sigset_t held;
    sigemptyset(&held);
    for (size_t i = 0; i < ENDING_COUNT; i++) sigaddset(&held, ending[i]);
    stretch->is_held = pthread_sigmask(SIG_BLOCK, &held, &stretch->before) == 0;
}

void gp_release_signals(gp_stretch *stretch)
{
    if (stretch->is_held) pthread_sigmask(SIG_SETMASK, &stretch->before, NULL);
    stretch->is_held = false;
}

/* One that is ignored, as HUP is under nohup, waits as well where it is held, and means nothing. */
static bool is_ignored(int signal)
{
    struct sigaction action;
    return sigaction(signal, NULL, &action) != 0 || action.sa_handler == SIG_IGN;
}

bool gp_is_interrupted(void)
{
    sigset_t waiting;
    if (sigpending(&waiting) != 0) return false;
    for (size_t i = 0; i < ENDING_COUNT; i++)
        if (sigismember(&waiting, ending[i]) == 1 && !is_ignored(ending[i])) return true;
    return false;
}
