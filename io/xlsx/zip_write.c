/* SPDX-License-Identifier: MIT
 * Writes a zip archive (PKWARE's APPNOTE 6.3) whose bytes are the same on every machine: all files
 * have one fixed date, and are packed by code of our own. */
#include "io/xlsx/zip_write.h"
#include "io/pack/deflate.h"

#include <string.h>

#define DATE 0x21 /* 1980-01-01, the first that a zip knows; the time is 0 */
#define VERSION 20
#define HAS_UTF8_NAME 0x800

typedef struct entry {
    const char *name;
    uint32_t crc, packed, size, offset;
    uint32_t method;
} entry;
enum { STORED = 0, DEFLATED = 8 };

gp_zip_writer *gp_new_zip(gp_job *job)
{
    gp_zip_writer *zip = GP_NEW(job, gp_zip_writer, 1); /* it holds an array */
    if (!zip) return NULL;
    zip->job = job;
    zip->entries.size = sizeof(entry);
    zip->bytes = gp_new_buffer(job);
    return zip->bytes ? zip : NULL;
}

/* The checksum of zip and gzip: CRC-32, the polynomial 0x04C11DB7 reflected, four bits a step. */
static uint32_t checksum(const char *bytes, size_t size)
{
    static const uint32_t steps[16] = {0x00000000, 0x1DB71064, 0x3B6E20C8, 0x26D930AC,
                                       0x76DC4190, 0x6B6B51F4, 0x4DB26158, 0x5005713C,
                                       0xEDB88320, 0xF00F9344, 0xD6D6A3E8, 0xCB61B38C,
                                       0x9B64C2B0, 0x86D3D2D4, 0xA00AE278, 0xBDBDF21C};
    uint32_t crc = UINT32_MAX;
    for (size_t i = 0; i < size; i++) {
        crc ^= (unsigned char)bytes[i];
        crc = crc >> 4 ^ steps[crc & 15];
        crc = crc >> 4 ^ steps[crc & 15];
    }
    return ~crc;
}

/* Numbers stand in it with their lowest byte first. */
static void add_number(gp_buffer *to, uint32_t number, size_t bytes)
{
    for (; bytes; bytes--, number >>= 8) {
        const char byte = (char)(number & 0xFF);
        gp_add_bytes(to, &byte, 1);
    }
}

/* What the header of a file and its line in the directory say alike. */
static void add_facts(gp_buffer *to, const entry *e)
{
    add_number(to, VERSION, 2);
    add_number(to, HAS_UTF8_NAME, 2);
    add_number(to, e->method, 2);
    add_number(to, 0, 2); /* the time */
    add_number(to, DATE, 2);
    add_number(to, e->crc, 4);
    add_number(to, e->packed, 4);
    add_number(to, e->size, 4);
    add_number(to, (uint32_t)strlen(e->name), 2);
    add_number(to, 0, 2); /* no extra fields */
}

static gp_status report_size(gp_zip_writer *zip)
{
    return gp_fail(zip->job, GP_IO,
                   &(gp_finding){.code = 802,
                                 .subject = "xlsx",
                                 .arguments = {GP_WORDS("it would be larger than 4 GB",
                                                        "het zou groter dan 4 GB zijn")}});
}

static gp_status add_file(gp_zip_writer *zip, const entry *new, const char *bytes)
{
    if (zip->bytes->bytes.count > INT32_MAX) return report_size(zip);
    if (!gp_push(zip->job, &zip->entries, new, 1)) return gp_no_memory(zip->job);
    gp_add_bytes(zip->bytes, "PK\3\4", 4);
    add_facts(zip->bytes, new);
    gp_add_text(zip->bytes, new->name);
    gp_add_bytes(zip->bytes, bytes, new->packed);
    return zip->bytes->has_failed ? gp_no_memory(zip->job) : GP_OK;
}

/* What is known of a file before it is packed. */
static gp_status start_file(gp_zip_writer *zip, const char *name, gp_buffer *content,
                            const char **bytes, entry *out)
{
    size_t size;
    GP_TRY(gp_finish_buffer(content, bytes, &size));
    if (size > INT32_MAX) return report_size(zip);
    *out = (entry){.name = name,
                   .crc = checksum(*bytes, size),
                   .size = (uint32_t)size,
                   .packed = (uint32_t)size,
                   .offset = (uint32_t)zip->bytes->bytes.count};
    return GP_OK;
}

gp_status gp_store_zip_file(gp_zip_writer *zip, const char *name, gp_buffer *content)
{
    const char *bytes;
    entry new;
    GP_TRY(start_file(zip, name, content, &bytes, &new));
    return add_file(zip, &new, bytes);
}

gp_status gp_add_zip_file(gp_zip_writer *zip, const char *name, gp_buffer *content)
{
    const char *bytes;
    size_t size;
    entry new;
    gp_buffer *packed = gp_new_buffer(zip->job);
    if (!packed) return gp_no_memory(zip->job);
    GP_TRY(start_file(zip, name, content, &bytes, &new));
    GP_TRY(gp_deflate(zip->job, packed, bytes, new.size));
    GP_TRY(gp_finish_buffer(packed, &bytes, &size));
    if (size > INT32_MAX) return report_size(zip);
    new.packed = (uint32_t)size;
    new.method = DEFLATED;
    return add_file(zip, &new, bytes);
}

static void add_directory_line(gp_buffer *to, const entry *e)
{
    gp_add_bytes(to, "PK\1\2", 4);
    add_number(to, VERSION, 2);
    add_facts(to, e);
    add_number(to, 0, 2); /* no comment */
    add_number(to, 0, 2); /* on the first disk */
    add_number(to, 0, 2); /* attributes */
    add_number(to, 0, 4);
    add_number(to, e->offset, 4);
    gp_add_text(to, e->name);
}

gp_status gp_finish_zip(gp_zip_writer *zip, const char **bytes, size_t *size)
{
    gp_buffer *to = zip->bytes;
    const entry *entries = zip->entries.data;
    const uint32_t count = (uint32_t)zip->entries.count;
    if (to->bytes.count > UINT32_MAX) return report_size(zip);
    const uint32_t offset = (uint32_t)to->bytes.count;
    for (size_t i = 0; i < count; i++) add_directory_line(to, &entries[i]);
    const uint32_t length = (uint32_t)(to->bytes.count - offset);
    gp_add_bytes(to, "PK\5\6", 4);
    add_number(to, 0, 4); /* all on one disk */
    add_number(to, count, 2);
    add_number(to, count, 2);
    add_number(to, length, 4);
    add_number(to, offset, 4);
    add_number(to, 0, 2); /* no comment */
    return gp_finish_buffer(to, bytes, size);
}
