/* SPDX-License-Identifier: MIT
 * The yardstick for loading: a process that reads a file, has cJSON parse it, and is gone. It
 * does not free, so that nothing but reading and parsing is counted.
 */
#include <cjson/cJSON.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char *read_all(int file, size_t size)
{
    char *text = malloc(size + 1);
    size_t have = 0;
    while (text && have < size) {
        ssize_t got = read(file, text + have, size - have);
        if (got <= 0) return NULL;
        have += (size_t)got;
    }
    return text;
}

int main(int argc, char **argv)
{
    struct stat about;
    int file = argc == 2 ? open(argv[1], O_RDONLY) : -1;
    if (file < 0 || fstat(file, &about)) return 2;
    char *text = read_all(file, (size_t)about.st_size);
    _exit(text && cJSON_ParseWithLength(text, (size_t)about.st_size) ? 0 : 1);
}
