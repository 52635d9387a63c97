/* SPDX-License-Identifier: MIT
 * Reads a zip archive by libzip, which is loaded when the first workbook is: linked, it brings
 * libcrypto and would make every command start slower. The archive lies in the input's window.
 *
 * Its sizes are an attacker's word, so bytes are counted as they come out: what unpacks to more
 * than the limits (a zip bomb) is refused before it is there. */
#include "io/xlsx/zip_read.h"
#include "io/place.h"

#include <dlfcn.h>
#include <errno.h>
#include <string.h>
#include <zip.h>

#define LIBRARY_BYTES ((size_t)8 << 20) /* what it takes to be loaded, rounded up */
#define SMALL ((uint64_t)1 << 20)       /* a file of less may be packed by any ratio */

/* What is called there, by name. */
#define EACH_CALL(DO)                                                                              \
    DO(zip_source_buffer_create)                                                                   \
    DO(zip_source_free)                                                                            \
    DO(zip_open_from_source)                                                                       \
    DO(zip_discard)                                                                                \
    DO(zip_get_num_entries)                                                                        \
    DO(zip_stat_index)                                                                             \
    DO(zip_fopen_index)                                                                            \
    DO(zip_fread)                                                                                  \
    DO(zip_fclose)                                                                                 \
    DO(zip_get_error)                                                                              \
    DO(zip_file_get_error)                                                                         \
    DO(zip_error_init)                                                                             \
    DO(zip_error_code_zip)                                                                         \
    DO(zip_error_fini)

typedef struct library {
#define DECLARE(name) __typeof__(&name) name;
    EACH_CALL(DECLARE)
#undef DECLARE
} library;

struct gp_zip {
    gp_input *input;
    gp_job *job;
    library call;
    zip_t *archive;
    zip_file_t *file;       /* the one that is open */
    uint64_t packed, count; /* of it: its bytes in the archive, those that came out so far */
    uint64_t unpacked;      /* bytes of all files so far */
};

/* False: it is not there, or there was no memory to load it (errno is ENOMEM). */
static bool load(library *to)
{
    errno = 0;
    void *handle = dlopen("libzip.so.5", RTLD_NOW | RTLD_LOCAL);
    if (!handle && errno != ENOMEM) /* as Debian 12 calls it */
        handle = dlopen("libzip.so.4", RTLD_NOW | RTLD_LOCAL);
    if (!handle) return false;
#define FIND(name)                                                                                 \
    *(void **)(&to->name) = dlsym(handle, #name);                                                  \
    if (!to->name) return false;
    EACH_CALL(FIND)
#undef FIND
    return true;
}

static gp_status report_library(gp_input *input)
{
    return gp_fail(
        input->job, GP_IO,
        &(gp_finding){.code = 801,
                      .subject = gp_source_name(input->job, input->source),
                      .arguments = {GP_WORDS("libzip, which unpacks it, is not installed",
                                             "libzip, dat het uitpakt, is niet geïnstalleerd")}});
}

static gp_status refuse(const gp_input *input, gp_argument problem, gp_argument expected)
{
    return gp_add_finding(input->job,
                          &(gp_finding){.code = 101,
                                        .place = gp_place_in(input->source, (gp_spot){1, 1}),
                                        .arguments = {problem, expected}});
}

/* Says what an error of libzip means; errno was 0 before the call, because not every version of
 * it passes on that an allocation failed. GP_OK: it was reported and is no lack of memory. */
static gp_status report(const gp_zip *zip, int code, int problem)
{
    if (code == ZIP_ER_MEMORY || problem == ENOMEM) return gp_no_memory(zip->job);
    return refuse(zip->input, GP_WORDS("a broken zip archive", "een kapot zip-archief"),
                  GP_WORDS("a whole one: copy or download the file again",
                           "een heel archief: kopieer of download het bestand opnieuw"));
}

static gp_status open_archive(gp_zip *zip)
{
    zip_error_t error;
    errno = 0;
    zip->call.zip_error_init(&error);
    zip_source_t *source =
        zip->call.zip_source_buffer_create(zip->input->window, zip->input->size, 0, &error);
    if (source) zip->archive = zip->call.zip_open_from_source(source, ZIP_RDONLY, &error);
    int problem = errno;
    if (source && !zip->archive) zip->call.zip_source_free(source);
    int code = zip->call.zip_error_code_zip(&error);
    zip->call.zip_error_fini(&error);
    return zip->archive ? GP_OK : report(zip, code, problem);
}

gp_status gp_open_zip(gp_input *input, gp_zip **out)
{
    *out = NULL;
    gp_zip *zip = GP_NEW(input->job, gp_zip, 1);
    if (!zip) return gp_no_memory(input->job);
    zip->input = input;
    zip->job = input->job;
    GP_TRY(gp_read_rest(input));
    GP_TRY(gp_ask_memory(input->job, LIBRARY_BYTES));
    if (!load(&zip->call))
        return errno == ENOMEM ? gp_no_memory(input->job) : report_library(input);
    GP_TRY(open_archive(zip));
    if (!zip->archive) return GP_OK;
    if (gp_zip_count(zip) <= GP_ZIP_FILES_MAX) {
        *out = zip;
        return GP_OK;
    }
    zip->call.zip_discard(zip->archive);
    return refuse(input, GP_WORDS("more than 10000 files in it", "meer dan 10000 bestanden erin"),
                  GP_WORDS("a workbook", "een werkmap"));
}

void gp_close_zip(gp_zip *zip)
{
    if (zip && zip->archive) zip->call.zip_discard(zip->archive);
    if (zip) zip->archive = NULL;
}

int64_t gp_zip_count(const gp_zip *zip)
{
    return zip->call.zip_get_num_entries(zip->archive, 0);
}

const char *gp_zip_name(const gp_zip *zip, int64_t number)
{
    zip_stat_t facts;
    bool is_there =
        zip->call.zip_stat_index(zip->archive, (zip_uint64_t)number, ZIP_FL_ENC_RAW, &facts) == 0;
    return is_there && facts.valid & ZIP_STAT_NAME ? facts.name : "";
}

static char to_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

static bool is_same_name(const char *a, const char *b)
{
    for (; *a && to_lower(*a) == to_lower(*b); a++) b++;
    return *a == *b;
}

int64_t gp_find_in_zip(const gp_zip *zip, const char *name)
{
    for (int64_t i = 0, count = gp_zip_count(zip); i < count; i++)
        if (is_same_name(gp_zip_name(zip, i), name)) return i;
    return -1;
}

/* ---- a file in it ---- */

static gp_status refuse_size(gp_zip *zip)
{
    GP_TRY(refuse(zip->input,
                  GP_WORDS("it unpacks to more than 256 MB, or to 500 times its size",
                           "het wordt uitgepakt meer dan 256 MB, of 500 keer zo groot"),
                  GP_WORDS("a workbook of people", "een werkmap van mensen")));
    return GP_INVALID;
}

static gp_status pull(void *object, char *to, size_t room, size_t *count)
{
    gp_zip *zip = object;
    *count = 0;
    errno = 0;
    zip_int64_t got = zip->call.zip_fread(zip->file, to, room);
    if (got < 0) {
        int problem = errno;
        int code = zip->call.zip_error_code_zip(zip->call.zip_file_get_error(zip->file));
        GP_TRY(report(zip, code, problem));
        return GP_INVALID;
    }
    zip->count += (uint64_t)got;
    zip->unpacked += (uint64_t)got;
    bool is_bomb = zip->count > SMALL && zip->count / GP_ZIP_RATIO_MAX > zip->packed;
    if (is_bomb || zip->unpacked > GP_ZIP_UNPACKED_MAX) return refuse_size(zip);
    *count = (size_t)got;
    return GP_OK;
}

static gp_status refuse_password(const gp_zip *zip)
{
    const char *name = gp_source_name(zip->job, zip->input->source);
    GP_TRY(gp_add_finding(
        zip->job,
        &(gp_finding){
            .code = 805,
            .place = gp_place_in(zip->input->source, (gp_spot){1, 1}),
            .subject = name,
            .arguments = {GP_WORDS("an archive with a password", "een archief met een wachtwoord"),
                          GP_WORDS("save it without one", "sla het op zonder")}}));
    return GP_INVALID;
}

gp_status gp_open_in_zip(gp_zip *zip, int64_t number, gp_input *out)
{
    zip_stat_t facts;
    *out = (gp_input){.file = -1};
    bool is_there = zip->call.zip_stat_index(zip->archive, (zip_uint64_t)number, 0, &facts) == 0;
    bool is_locked = is_there && facts.valid & ZIP_STAT_ENCRYPTION_METHOD &&
                     facts.encryption_method != ZIP_EM_NONE;
    if (is_locked) return refuse_password(zip);
    zip->packed = is_there && facts.valid & ZIP_STAT_COMP_SIZE ? facts.comp_size : 0;
    zip->count = 0;
    errno = 0;
    zip->file = zip->call.zip_fopen_index(zip->archive, (zip_uint64_t)number, 0);
    if (!zip->file) {
        int problem = errno;
        int code = zip->call.zip_error_code_zip(zip->call.zip_get_error(zip->archive));
        GP_TRY(report(zip, code, problem));
        return GP_INVALID;
    }
    return gp_open_inner(zip->input, gp_zip_name(zip, number), pull, zip, out);
}

void gp_close_in_zip(gp_zip *zip, gp_input *input)
{
    gp_close_input(input);
    if (zip->file) zip->call.zip_fclose(zip->file);
    zip->file = NULL;
}
