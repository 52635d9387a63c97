/* SPDX-License-Identifier: MIT
 * Reading a document through the door once more. */
#ifndef GP_VARIANT_H
#define GP_VARIANT_H

#include "io/change/overlay.h"
#include "io/door.h"

/* Prepares a job for reading what another has read: its sources have the same numbers. */
gp_status gp_start_variant(gp_job *job, const gp_document *document, const gp_read_options *options,
                           gp_records **out);

/* Reads the document with the changes of an overlay (or NULL), in place of those of the options.
 * The job has the sources of the document's job by the same numbers. As gp_read_variant else. */
gp_status gp_read_changed(gp_job *job, const gp_document *document, const gp_read_options *options,
                          const gp_overlay *overlay, const gp_portfolio **out,
                          const gp_document **variant);

/* The trees that come next are nodes of the document. */
void gp_use_document(gp_records *records, const gp_document *document);

#endif
