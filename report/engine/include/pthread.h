/* SPDX-License-Identifier: MIT
 * Stands in for threads in the page, which has one: none ever begins, so that work which could be
 * done beside is done in order. */
#ifndef GP_ENGINE_PTHREAD_H
#define GP_ENGINE_PTHREAD_H

typedef struct __pthread *pthread_t; /* as the C library names it, where it does */
typedef int pthread_mutex_t;

static inline int pthread_create(pthread_t *thread, const void *how, void *(*work)(void *),
                                 void *object)
{
    (void)thread, (void)how, (void)work, (void)object;
    return -1;
}

static inline int pthread_join(pthread_t thread, void **result)
{
    (void)thread, (void)result;
    return -1;
}

static inline int pthread_mutex_init(pthread_mutex_t *mutex, const void *how)
{
    (void)how;
    *mutex = 0;
    return 0;
}

static inline int pthread_mutex_lock(pthread_mutex_t *mutex)
{
    (void)mutex;
    return 0;
}

static inline int pthread_mutex_unlock(pthread_mutex_t *mutex)
{
    (void)mutex;
    return 0;
}

static inline int pthread_mutex_destroy(pthread_mutex_t *mutex)
{
    (void)mutex;
    return 0;
}

#endif
