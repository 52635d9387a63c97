/* SPDX-License-Identifier: MIT
 * Text that goes into XML, and the names that XML allows. */
#ifndef GP_XML_TEXT_H
#define GP_XML_TEXT_H

#include "core/job.h"

/* Appends text between tags, or ` name="value"` within one, so that a parser reads the same text
 * back: line ends too. What XML 1.0 does not know at all becomes U+FFFD. */
void gp_add_xml_text(gp_buffer *buffer, const char *text);
void gp_add_xml_attribute(gp_buffer *buffer, const char *name, const char *value);

/* <name>text</name>, after `indent` blanks and with a line end. */
void gp_add_xml_element(gp_buffer *buffer, int indent, const char *name, const char *text);

/* Can XML hold the text as it is? */
bool gp_is_xml_text(const char *text);

/* Appends JSON text in which every character that XML cannot hold is an escape of JSON's. */
void gp_add_json_for_xml(gp_buffer *buffer, const char *json);

/* Appends an xs:ID for an id: itself where it is one (a letter or _ first; letters, digits, and
 * . _ - after it), else "id-" and the id with every other byte as _xx. */
void gp_add_xml_id(gp_buffer *buffer, const char *id);

#endif
