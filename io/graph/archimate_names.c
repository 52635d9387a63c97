/* SPDX-License-Identifier: MIT
 * The types of ArchiMate 3.2, and their names in 2.1: options, tables and messages only know the
 * names of 3. */
#include "io/graph/archimate_names.h"
#include "io/graph/property_names.h"

#include <string.h>

const gp_archimate_name gp_archimate_elements[] = {
    /* motivation */
    {"Stakeholder", NULL},
    {"Driver", NULL},
    {"Assessment", NULL},
    {"Goal", NULL},
    {"Outcome", NULL},
    {"Principle", NULL},
    {"Requirement", NULL},
    {"Constraint", NULL},
    {"Meaning", NULL},
    {"Value", NULL},
    /* strategy */
    {"Resource", NULL},
    {"Capability", NULL},
    {"ValueStream", NULL},
    {"CourseOfAction", NULL},
    /* business */
    {"BusinessActor", NULL},
    {"BusinessRole", NULL},
    {"BusinessCollaboration", NULL},
    {"BusinessInterface", NULL},
    {"BusinessProcess", NULL},
    {"BusinessFunction", NULL},
    {"BusinessInteraction", NULL},
    {"BusinessEvent", NULL},
    {"BusinessService", NULL},
    {"BusinessObject", NULL},
    {"Contract", NULL},
    {"Representation", NULL},
    {"Product", NULL},
    /* application */
    {"ApplicationComponent", NULL},
    {"ApplicationCollaboration", NULL},
    {"ApplicationInterface", NULL},
    {"ApplicationFunction", NULL},
    {"ApplicationInteraction", NULL},
    {"ApplicationProcess", NULL},
    {"ApplicationEvent", NULL},
    {"ApplicationService", NULL},
    {"DataObject", NULL},
    /* technology */
    {"Node", NULL},
    {"Device", NULL},
    {"SystemSoftware", NULL},
    {"TechnologyCollaboration", NULL},
    {"TechnologyInterface", "InfrastructureInterface"},
    {"Path", "CommunicationPath"},
    {"CommunicationNetwork", "Network"},
    {"TechnologyFunction", "InfrastructureFunction"},
    {"TechnologyProcess", NULL},
    {"TechnologyInteraction", NULL},
    {"TechnologyEvent", NULL},
    {"TechnologyService", "InfrastructureService"},
    {"Artifact", NULL},
    {"Equipment", NULL},
    {"Facility", NULL},
    {"DistributionNetwork", NULL},
    {"Material", NULL},
    /* implementation and migration */
    {"WorkPackage", NULL},
    {"Deliverable", NULL},
    {"ImplementationEvent", NULL},
    {"Plateau", NULL},
    {"Gap", NULL},
    /* the others */
    {"Grouping", NULL},
    {"Location", NULL},
    {"AndJunction", NULL},
    {"OrJunction", NULL},
    {"Junction", NULL},
};
const size_t gp_archimate_element_count =
    sizeof gp_archimate_elements / sizeof *gp_archimate_elements;

const gp_archimate_name gp_archimate_relations[] = {
    {"Composition", NULL},
    {"Aggregation", NULL},
    {"Assignment", NULL},
    {"Realization", "Realisation"},
    {"Serving", "UsedBy"},
    {"Access", NULL},
    {"Influence", NULL},
    {"Association", NULL},
    {"Triggering", NULL},
    {"Flow", NULL},
    {"Specialization", "Specialisation"},
};
const size_t gp_archimate_relation_count =
    sizeof gp_archimate_relations / sizeof *gp_archimate_relations;

static const char *without_prefix(const char *type)
{
    const char *colon = strrchr(type, ':');
    return colon ? colon + 1 : type;
}

/* The two, and with the word Relationship behind them. */
static bool is_called(const char *type, const char *name, const char *suffix)
{
    char whole[64];
    size_t size = strlen(name), more = strlen(suffix);
    if (gp_is_same_name(type, name)) return true;
    if (more == 0 || size + more >= sizeof whole) return false;
    memcpy(whole, name, size);
    memcpy(whole + size, suffix, more + 1);
    return gp_is_same_name(type, whole);
}

static const gp_archimate_name *find(const gp_archimate_name *rows, size_t count, const char *type,
                                     const char *suffix)
{
    type = without_prefix(type);
    for (size_t i = 0; i < count; i++)
        if (is_called(type, rows[i].name, suffix) ||
            (rows[i].older && is_called(type, rows[i].older, suffix)))
            return &rows[i];
    return NULL;
}

const gp_archimate_name *gp_find_archimate_element(const char *type)
{
    return find(gp_archimate_elements, gp_archimate_element_count, type, "");
}

const gp_archimate_name *gp_find_archimate_relation(const char *type)
{
    return find(gp_archimate_relations, gp_archimate_relation_count, type, "Relationship");
}

const char *gp_archimate_type(const gp_archimate_name *found, const char *type)
{
    return found ? found->name : without_prefix(type);
}
