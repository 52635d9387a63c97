/* SPDX-License-Identifier: MIT
 * Links from one place of a document to another: <a href="#ID"> around a group with an id. Private
 * to render. */
#ifndef GP_RASTER_LINKS_H
#define GP_RASTER_LINKS_H

#include "core/job.h"
#include "groeipad/render.h"

#define GP_INNER_ID_MAX 512 /* longer ids do not occur */

/* A stretch of the text of a page. */
typedef struct gp_stretch {
    const char *text;
    size_t size;
} gp_stretch;

typedef struct gp_inner_link {
    gp_stretch target, group; /* ids: where it leads, and what one clicks on */
    uint32_t page;
    bool has_target; /* it leads somewhere */
} gp_inner_link;

/* Something that a link leads to. */
typedef struct gp_inner_place {
    gp_stretch id;
    uint32_t page;
} gp_inner_place;

typedef struct gp_inner_links {
    const gp_inner_link *links; /* by target */
    size_t link_count;
    const gp_inner_place *places; /* as they come in the document */
    size_t place_count;
} gp_inner_links;

/* Finds those of all pages. Cost: O(length log links). */
gp_status gp_find_inner_links(gp_job *job, const gp_picture *pages, uint32_t count,
                              gp_inner_links *out);

/* A page without its links to other places: librsvg would take each for an address. */
gp_status gp_without_inner_links(gp_job *job, const gp_picture *page, gp_picture *out);

#endif
