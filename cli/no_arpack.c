/* SPDX-License-Identifier: MIT
 * Six functions of ARPACK, a Fortran library for eigenvalues, that are never called.
 *
 * In igraph's archive the object with the dominators leads to one with eigenvalues, and that one to
 * these. Nothing here computes eigenvalues, so the command that takes igraph from its archive has
 * these in their place, and no Fortran library is loaded at every start. Should one of them be
 * called after all, it says so and ends the command, and whatever test called it fails. With igraph
 * as a shared object (STATIC_IGRAPH=no) this file has no part in the command. */
#include <stdio.h>
#include <stdlib.h>

static _Noreturn void end(const char *name)
{
    fprintf(stderr, "groeipad: igraph calls %s, which is not linked in\n", name);
    abort();
}

#define NEVER_CALLED(name)                                                                         \
    _Noreturn void name(void);                                                                     \
    void name(void)                                                                                \
    {                                                                                              \
        end(#name);                                                                                \
    }

NEVER_CALLED(dsortr_)
NEVER_CALLED(dsortc_)
NEVER_CALLED(dsaupd_)
NEVER_CALLED(dseupd_)
NEVER_CALLED(dnaupd_)
NEVER_CALLED(dneupd_)
