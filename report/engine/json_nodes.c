/* SPDX-License-Identifier: MIT
 * Trees of JSON, in place of cJSON's. io scans JSON itself; what is parsed here is a text with
 * escapes, which that scan found to be sound. */
#include <cjson/cJSON.h>

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static bool is(const cJSON *node, int type)
{
    return node && (node->type & 0xFF) == type;
}

cJSON_bool cJSON_IsFalse(const cJSON *node)
{
    return is(node, cJSON_False);
}

cJSON_bool cJSON_IsTrue(const cJSON *node)
{
    return is(node, cJSON_True);
}

cJSON_bool cJSON_IsBool(const cJSON *node)
{
    return is(node, cJSON_False) || is(node, cJSON_True);
}

cJSON_bool cJSON_IsNull(const cJSON *node)
{
    return is(node, cJSON_NULL);
}

cJSON_bool cJSON_IsNumber(const cJSON *node)
{
    return is(node, cJSON_Number);
}

cJSON_bool cJSON_IsString(const cJSON *node)
{
    return is(node, cJSON_String);
}

cJSON_bool cJSON_IsArray(const cJSON *node)
{
    return is(node, cJSON_Array);
}

cJSON_bool cJSON_IsObject(const cJSON *node)
{
    return is(node, cJSON_Object);
}

cJSON *cJSON_GetObjectItemCaseSensitive(const cJSON *object, const char *key)
{
    cJSON *member = object && key ? object->child : NULL;
    while (member && member->string && strcmp(member->string, key) != 0) member = member->next;
    return member && member->string ? member : NULL;
}

/* ---- copies ---- */

/* Frees without recursion: what is in a node is freed before what comes after it. */
void cJSON_Delete(cJSON *node)
{
    while (node) {
        cJSON *next = node->next;
        if (node->child) {
            cJSON *last = node->child;
            while (last->next) last = last->next;
            last->next = next;
            next = node->child;
        }
        free(node->valuestring);
        free(node->string);
        free(node);
        node = next;
    }
}

static bool copy_text(const char *text, char **out)
{
    size_t size = text ? strlen(text) + 1 : 0;
    *out = text ? malloc(size) : NULL;
    if (*out) memcpy(*out, text, size);
    return *out || !text;
}

static cJSON *copy_node(const cJSON *node)
{
    cJSON *copy = calloc(1, sizeof *copy);
    if (!copy) return NULL;
    copy->type = node->type & 0xFF;
    copy->valueint = node->valueint;
    copy->valuedouble = node->valuedouble;
    if (copy_text(node->valuestring, &copy->valuestring) && copy_text(node->string, &copy->string))
        return copy;
    cJSON_Delete(copy);
    return NULL;
}

/* Depth is that of a document of ours, which has a bound. */
cJSON *cJSON_Duplicate(const cJSON *node, cJSON_bool is_whole)
{
    cJSON *copy = node ? copy_node(node) : NULL, *last = NULL;
    if (!copy || !is_whole) return copy;
    for (const cJSON *child = node->child; child; child = child->next) {
        cJSON *made = cJSON_Duplicate(child, true);
        if (!made) {
            cJSON_Delete(copy);
            return NULL;
        }
        if (last) {
            last->next = made;
            made->prev = last;
        } else {
            copy->child = made;
        }
        last = made;
    }
    if (last) copy->child->prev = last;
    return copy;
}

/* ---- texts with escapes ---- */

static uint32_t digit_of(char c)
{
    if (c >= '0' && c <= '9') return (uint32_t)(c - '0');
    if (c >= 'a' && c <= 'f') return (uint32_t)(c - 'a' + 10);
    return c >= 'A' && c <= 'F' ? (uint32_t)(c - 'A' + 10) : UINT32_MAX;
}

/* The four digits of \uXXXX; UINT32_MAX: they are not. */
static uint32_t read_unit(const char *at, const char *end)
{
    uint32_t unit = 0;
    if (end - at < 6 || at[0] != '\\' || at[1] != 'u') return UINT32_MAX;
    for (int i = 2; i < 6; i++) {
        uint32_t digit = digit_of(at[i]);
        if (digit == UINT32_MAX) return UINT32_MAX;
        unit = unit * 16 + digit;
    }
    return unit;
}

static size_t encode(uint32_t c, char *out)
{
    static const uint8_t heads[] = {0, 0xC0, 0xE0, 0xF0};
    size_t more = c < 0x80 ? 0 : c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    out[0] = (char)(heads[more] | c >> 6 * more);
    for (size_t i = 1; i <= more; i++) out[i] = (char)(0x80 | (c >> 6 * (more - i) & 0x3F));
    return more + 1;
}

/* One of \uXXXX, or two that are one character. Returns how many bytes it took; 0: it is wrong. */
static size_t decode_units(const char *at, const char *end, char *out, size_t *size)
{
    uint32_t high = read_unit(at, end), low = UINT32_MAX;
    if (high == UINT32_MAX || high == 0 || (high >= 0xDC00 && high < 0xE000)) return 0;
    bool is_pair = high >= 0xD800 && high < 0xDC00;
    if (is_pair) low = read_unit(at + 6, end);
    if (is_pair && (low < 0xDC00 || low >= 0xE000)) return 0;
    *size +=
        encode(is_pair ? 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00) : high, out + *size);
    return is_pair ? 12 : 6;
}

static size_t decode_escape(const char *at, const char *end, char *out, size_t *size)
{
    static const char letters[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
    if (end - at < 2) return 0;
    if (at[1] == 'u') return decode_units(at, end, out, size);
    const char *letter = at[1] ? strchr(letters, at[1]) : NULL;
    if (!letter) return 0;
    out[(*size)++] = meant[letter - letters];
    return 2;
}

/* What is between the quotes; false: it is no such text. */
static bool decode(const char *at, const char *end, char *out)
{
    size_t size = 0;
    while (at < end) {
        size_t taken = 1;
        if (*at == '"') return false;
        if (*at == '\\')
            taken = decode_escape(at, end, out, &size);
        else
            out[size++] = *at;
        if (taken == 0) return false;
        at += taken;
    }
    out[size] = '\0';
    return true;
}

cJSON *cJSON_ParseWithLength(const char *text, size_t size)
{
    if (size < 2 || text[0] != '"' || text[size - 1] != '"') return NULL;
    cJSON *node = calloc(1, sizeof *node);
    if (!node) return NULL;
    node->type = cJSON_String;
    node->valuestring = malloc(size); /* what is decoded is never longer */
    if (node->valuestring && decode(text + 1, text + size - 1, node->valuestring)) return node;
    cJSON_Delete(node);
    return NULL;
}
