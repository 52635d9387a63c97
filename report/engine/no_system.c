/* SPDX-License-Identifier: MIT
 * The page has no files: opening one fails, and so nothing else is asked. The linker puts these in
 * place of the C library's (--wrap), so that the module needs nothing of the browser, and can reach
 * nothing either. What can never be ends the module, and the page says so. */
#include <errno.h>
#include <stddef.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <wasi/api.h>

_Noreturn void __wrap_abort(void);
int __wrap_open(const char *name, int flags, ...);
int __wrap_close(int file);
int __wrap_fstat(int file, struct stat *facts);
ssize_t __wrap_read(int file, void *to, size_t size);
ssize_t __wrap_pread(int file, void *to, size_t size, off_t offset);

_Noreturn void __wrap_abort(void)
{
    __builtin_trap();
}

static int refuse(void)
{
    errno = ENOENT;
    return -1;
}

int __wrap_open(const char *name, int flags, ...)
{
    (void)name, (void)flags;
    return refuse();
}

int __wrap_close(int file)
{
    (void)file;
    return refuse();
}

int __wrap_fstat(int file, struct stat *facts)
{
    (void)file, (void)facts;
    return refuse();
}

ssize_t __wrap_read(int file, void *to, size_t size)
{
    (void)file, (void)to, (void)size;
    return refuse();
}

ssize_t __wrap_pread(int file, void *to, size_t size, off_t offset)
{
    (void)file, (void)to, (void)size, (void)offset;
    return refuse();
}

/* ---- below the C library, which complains to standard error of numbers that it cannot print ----
 */

__wasi_errno_t __wrap___wasi_fd_write(__wasi_fd_t file, const __wasi_ciovec_t *pieces, size_t count,
                                      __wasi_size_t *written);
__wasi_errno_t __wrap___wasi_fd_seek(__wasi_fd_t file, __wasi_filedelta_t offset,
                                     __wasi_whence_t whence, __wasi_filesize_t *place);

__wasi_errno_t __wrap___wasi_fd_write(__wasi_fd_t file, const __wasi_ciovec_t *pieces, size_t count,
                                      __wasi_size_t *written)
{
    (void)file, (void)pieces, (void)count, (void)written;
    return __WASI_ERRNO_BADF;
}

__wasi_errno_t __wrap___wasi_fd_seek(__wasi_fd_t file, __wasi_filedelta_t offset,
                                     __wasi_whence_t whence, __wasi_filesize_t *place)
{
    (void)file, (void)offset, (void)whence, (void)place;
    return __WASI_ERRNO_BADF;
}
