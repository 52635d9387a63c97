/* SPDX-License-Identifier: MIT
 * Stands in for cJSON in the page: the nodes, and the part that io asks for, under its names. */
#ifndef GP_ENGINE_CJSON_H
#define GP_ENGINE_CJSON_H

#include <stddef.h>

#define cJSON_False 1
#define cJSON_True 2
#define cJSON_NULL 4
#define cJSON_Number 8
#define cJSON_String 16
#define cJSON_Array 32
#define cJSON_Object 64

typedef int cJSON_bool;
typedef struct cJSON {
    struct cJSON *next, *prev, *child;
    int type;
    char *valuestring;
    int valueint;
    double valuedouble;
    char *string; /* the key before it */
} cJSON;

#define cJSON_ParseWithLength gp_node_parse
#define cJSON_Duplicate gp_node_duplicate
#define cJSON_Delete gp_node_delete
#define cJSON_GetObjectItemCaseSensitive gp_node_member
#define cJSON_IsFalse gp_node_is_false
#define cJSON_IsTrue gp_node_is_true
#define cJSON_IsBool gp_node_is_bool
#define cJSON_IsNull gp_node_is_null
#define cJSON_IsNumber gp_node_is_number
#define cJSON_IsString gp_node_is_string
#define cJSON_IsArray gp_node_is_array
#define cJSON_IsObject gp_node_is_object

/* Of a text between quotes, which is all that is parsed here; else NULL, as where memory ran out.
 */
cJSON *cJSON_ParseWithLength(const char *text, size_t size);

/* A copy, with what is in it; NULL: memory ran out. */
cJSON *cJSON_Duplicate(const cJSON *node, cJSON_bool is_whole);
void cJSON_Delete(cJSON *node);

cJSON *cJSON_GetObjectItemCaseSensitive(const cJSON *object, const char *key);
cJSON_bool cJSON_IsFalse(const cJSON *node);
cJSON_bool cJSON_IsTrue(const cJSON *node);
cJSON_bool cJSON_IsBool(const cJSON *node);
cJSON_bool cJSON_IsNull(const cJSON *node);
cJSON_bool cJSON_IsNumber(const cJSON *node);
cJSON_bool cJSON_IsString(const cJSON *node);
cJSON_bool cJSON_IsArray(const cJSON *node);
cJSON_bool cJSON_IsObject(const cJSON *node);

#endif
