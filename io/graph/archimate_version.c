/* SPDX-License-Identifier: MIT
 * The versions of the exchange format differ in their namespaces, in a few names of types and in
 * how they write names and properties. 2.1 is read as 3: its types get the names of 3, so that the
 * options mean the same for both, and a note says which. */
#include "io/graph/archimate_version.h"
#include "io/foreign/foreign.h"

#include <string.h>

#define OLDER_SPACE "http://www.opengroup.org/xsd/archimate"
/* ---- the root ---- */

static gp_status refuse_native(gp_graph_import *import, gp_spot spot)
{
    const gp_input input = {.source = import->records->source};
    return gp_refuse_foreign(
        import->records, &input,
        &(gp_foreign){
            .what = GP_WORDS("a model of Archi's own (.archimate)",
                             "een model van Archi zelf (.archimate)"),
            .way = GP_WORDS(
                "export the exchange format: in Archi, File > Export > Open Exchange File",
                "exporteer het uitwisselformaat: in Archi, File > Export > Open Exchange File"),
            .spot = spot});
}

static gp_status refuse_root(gp_graph_import *import, gp_xml *xml, const gp_xml_element *root)
{
    gp_xml_stop(xml);
    if (strcmp(root->space, "http://www.archimatetool.com/archimate") == 0)
        return refuse_native(import, root->spot);
    return gp_refuse_input(
        import->records, root->spot, GP_WORDS("another kind of XML", "ander XML"),
        GP_WORDS("an ArchiMate Model Exchange File", "een ArchiMate Model Exchange File"));
}

gp_status gp_start_archimate(gp_graph_import *import, gp_xml *xml, const gp_xml_element *root,
                             gp_archimate_version **out)
{
    size_t size = sizeof OLDER_SPACE - 1;
    bool is_ours = strncmp(root->space, OLDER_SPACE, size) == 0 && strcmp(root->name, "model") == 0;
    const char *after = is_ours ? root->space + size : NULL; /* "/3.0/", and some say "/3.1/" */
    gp_archimate_version *version = GP_NEW(import->job, gp_archimate_version, 1);
    if (!version) return gp_no_memory(import->job);
    *out = version;
    if (!is_ours || (*after && *after != '/')) return refuse_root(import, xml, root);
    version->is_older = after[0] == '\0' || after[1] == '\0' || after[1] == '2';
    version->spot = root->spot;
    version->elements = GP_NEW(import->job, uint32_t, gp_archimate_element_count);
    version->relations = GP_NEW(import->job, uint32_t, gp_archimate_relation_count);
    return version->elements && version->relations ? GP_OK : gp_no_memory(import->job);
}

/* ---- types ---- */

/* Is a type written with its older name? That it may be followed by Relationship does not count. */
static bool is_older_name(const gp_archimate_name *found, const char *type)
{
    const char *name = gp_archimate_type(NULL, type);
    return found->older && strncmp(name, found->older, strlen(found->older)) == 0;
}

static gp_status keep_name(gp_graph_import *import, const gp_archimate_name *found,
                           const char *type, const char **out)
{
    const char *name = gp_archimate_type(found, type);
    *out = found ? name : gp_copy_text(import->job, name, strlen(name));
    return *out ? GP_OK : gp_no_memory(import->job);
}

gp_status gp_name_element(gp_graph_import *import, gp_archimate_version *version, const char *type,
                          const char **out)
{
    if (!type || !*type) type = "-";
    const gp_archimate_name *found = gp_find_archimate_element(type);
    if (found && is_older_name(found, type)) version->elements[found - gp_archimate_elements]++;
    return keep_name(import, found, type, out);
}

gp_status gp_name_relation(gp_graph_import *import, gp_archimate_version *version, const char *type,
                           const char **out)
{
    if (!type || !*type) type = "-";
    const gp_archimate_name *found = gp_find_archimate_relation(type);
    if (found && is_older_name(found, type)) version->relations[found - gp_archimate_relations]++;
    return keep_name(import, found, type, out);
}

/* ---- the note ---- */

/* "UsedBy -> Serving (32), ...". */
static void add_renamed(gp_buffer *buffer, const gp_archimate_name *names, const uint32_t *counts,
                        size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (counts[i] == 0) continue;
        if (buffer->bytes.count) gp_add_text(buffer, ", ");
        gp_add_text(buffer, names[i].older);
        gp_add_text(buffer, " -> ");
        gp_add_text(buffer, names[i].name);
        gp_add_text(buffer, " (");
        gp_add_number(buffer, counts[i]);
        gp_add_text(buffer, ")");
    }
}

gp_status gp_report_version(gp_graph_import *import, const gp_archimate_version *version)
{
    if (!version->is_older) return GP_OK;
    const char *text;
    size_t size;
    gp_buffer *buffer = gp_new_buffer(import->job);
    if (!buffer) return gp_no_memory(import->job);
    add_renamed(buffer, gp_archimate_elements, version->elements, gp_archimate_element_count);
    add_renamed(buffer, gp_archimate_relations, version->relations, gp_archimate_relation_count);
    GP_TRY(gp_finish_buffer(buffer, &text, &size));
    gp_argument renamed =
        size ? GP_TEXT(text)
             : GP_WORDS("all its types are called the same", "alle typen heten daar hetzelfde");
    return gp_add_finding(
        import->job, &(gp_finding){.code = 123,
                                   .place = gp_place_in(import->records->source, version->spot),
                                   .arguments = {GP_TEXT("2.1"), renamed}});
}
