/* SPDX-License-Identifier: MIT
 * What writes MS Project XML: the elements, and what its parts share. Private to io/mspdi. */
#ifndef GP_MSPDI_WRITE_H
#define GP_MSPDI_WRITE_H

#include "io/mspdi/mspdi.h"

#define GP_MSPDI_DAY_START "T08:00:00"
#define GP_MSPDI_DAY_FINISH "T17:00:00"

typedef struct gp_mspdi_writer {
    const gp_conversion *conversion;
    gp_job *job;
    gp_buffer *buffer;
    const struct cJSON **records; /* by task */
    uint8_t *is_intervention;
    uint32_t *uid_of; /* by symbol: the task's UID, 0: none */
    uint32_t count;
    bool has_own[GP_MSPDI_OWN_FIELDS]; /* some task says something in it */
} gp_mspdi_writer;

/* A line of its own, and an element with a text, a number, or a day and a time on one. */
void gp_add_mspdi_line(gp_mspdi_writer *w, const char *text);
void gp_add_mspdi_text(gp_mspdi_writer *w, int indent, const char *name, const char *text);
void gp_add_mspdi_number(gp_mspdi_writer *w, int indent, const char *name, int64_t number);
void gp_add_mspdi_moment(gp_mspdi_writer *w, int indent, const char *name, gp_day day,
                         const char *time);

/* The text in as many characters as the schema allows; the text itself where it has no more. NULL:
 * memory ran out. */
const char *gp_cut_mspdi_text(gp_mspdi_writer *w, const char *text, size_t limit);
#define GP_MSPDI_NAME_MAX 512         /* of a task, and the title */
#define GP_MSPDI_FIELD_MAX 255        /* of a text field */
#define GP_MSPDI_PROJECT_NAME_MAX 255 /* of the project */

/* Is it among the keys, whose list ends with NULL? */
bool gp_is_mspdi_key(const char *key, const char *const *keys);

/* The task of that number, and the calendar of the plan. What has no place is reported. */
gp_status gp_write_mspdi_task(gp_mspdi_writer *w, uint32_t index);
void gp_write_mspdi_calendar(gp_mspdi_writer *w);

#endif
