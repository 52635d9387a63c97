/* SPDX-License-Identifier: MIT
 * What stands in for igraph, cJSON and utf8proc in the page says what these say. */
#include "tests/report/stand_in.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

#include <cjson/cJSON.h>
#include <igraph.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#define VERTICES_MAX 60
#define EDGES_MAX 200
#define GRAPHS 3000

static uint32_t draw(uint32_t *state, uint32_t limit)
{
    *state = *state * 1664525u + 1013904223u;
    return (uint32_t)(((uint64_t)*state * limit) >> 32);
}

/* ---- graphs ---- */

typedef struct drawn {
    stand_in_graph graph;
    int ends[2 * EDGES_MAX];
    double weights[EDGES_MAX];
    igraph_t theirs;
} drawn;

/* Chains, stars and thickets: from next to no edges to several each, loops and doubles too. */
static void open_drawn(drawn *d, uint32_t *seed)
{
    igraph_vector_int_t ends;
    int vertices = 1 + (int)draw(seed, VERTICES_MAX), edges = (int)draw(seed, EDGES_MAX);
    bool is_forward = draw(seed, 3) == 0;
    igraph_vector_int_init(&ends, 2 * edges);
    for (int i = 0; i < edges; i++) {
        int from = (int)draw(seed, (uint32_t)vertices), to = (int)draw(seed, (uint32_t)vertices);
        bool is_turned = is_forward && from > to;
        d->ends[2 * i] = is_turned ? to : from;
        d->ends[2 * i + 1] = is_turned ? from : to;
        d->weights[i] = 1 + draw(seed, 20) * (draw(seed, 5) == 0);
        VECTOR(ends)[2 * i] = d->ends[2 * i];
        VECTOR(ends)[2 * i + 1] = d->ends[2 * i + 1];
    }
    d->graph = (stand_in_graph){vertices, edges, d->ends, d->weights};
    igraph_create(&d->theirs, &ends, vertices, IGRAPH_DIRECTED);
    igraph_vector_int_destroy(&ends);
}

/* Both put the same vertices together, whatever they call the parts. */
static void assert_same_parts(const drawn *d, bool is_strong)
{
    int member[VERTICES_MAX];
    igraph_vector_int_t members;
    igraph_integer_t count;
    igraph_vector_int_init(&members, 0);
    igraph_connected_components(&d->theirs, &members, NULL, &count,
                                is_strong ? IGRAPH_STRONG : IGRAPH_WEAK);
    assert_int_equal(stand_in_components(&d->graph, is_strong, member), count);
    for (int i = 0; i < d->graph.vertices; i++)
        for (int k = 0; k < i; k++)
            assert_int_equal(member[i] == member[k], VECTOR(members)[i] == VECTOR(members)[k]);
    igraph_vector_int_destroy(&members);
}

static void components_are_those_of_igraph(void **state)
{
    uint32_t seed = 1;
    (void)state;
    for (int i = 0; i < GRAPHS; i++) {
        drawn d;
        open_drawn(&d, &seed);
        assert_same_parts(&d, true);
        assert_same_parts(&d, false);
        igraph_destroy(&d.theirs);
    }
}

static void dominators_are_those_of_igraph(void **state)
{
    uint32_t seed = 2;
    (void)state;
    for (int i = 0; i < GRAPHS; i++) {
        drawn d;
        int above[VERTICES_MAX];
        igraph_vector_int_t theirs;
        open_drawn(&d, &seed);
        int root = (int)draw(&seed, (uint32_t)d.graph.vertices);
        igraph_vector_int_init(&theirs, 0);
        igraph_dominator_tree(&d.theirs, root, &theirs, NULL, NULL, IGRAPH_OUT);
        stand_in_dominators(&d.graph, root, above);
        for (int v = 0; v < d.graph.vertices; v++) {
            if (v == root || VECTOR(theirs)[v] < 0)
                assert_true(above[v] < 0);
            else
                assert_int_equal(above[v], VECTOR(theirs)[v]);
        }
        igraph_vector_int_destroy(&theirs);
        igraph_destroy(&d.theirs);
    }
}

static double weight_of(const drawn *d, const bool *is_cut)
{
    double sum = 0;
    for (int i = 0; i < d->graph.edges; i++) sum += is_cut[i] ? d->weights[i] : 0;
    return sum;
}

/* Without the edges that are cut every vertex is a part by itself, and no edge leads to itself. */
static void assert_no_circle(const drawn *d, const bool *is_cut)
{
    int ends[2 * EDGES_MAX], member[VERTICES_MAX], count = 0;
    for (int i = 0; i < d->graph.edges; i++) {
        if (is_cut[i]) continue;
        assert_int_not_equal(d->ends[2 * i], d->ends[2 * i + 1]);
        ends[2 * count] = d->ends[2 * i];
        ends[2 * count++ + 1] = d->ends[2 * i + 1];
    }
    const stand_in_graph left = {d->graph.vertices, count, ends, NULL};
    assert_int_equal(stand_in_components(&left, true, member), d->graph.vertices);
}

/* Ties fall otherwise: what is asked is that nothing stays, and that no more is cut on the whole.
 */
static void feedback_arcs_leave_no_circle(void **state)
{
    uint32_t seed = 3;
    double ours = 0, theirs = 0;
    (void)state;
    for (int i = 0; i < GRAPHS; i++) {
        drawn d;
        bool is_cut[EDGES_MAX], is_theirs[EDGES_MAX] = {0};
        igraph_vector_int_t cut;
        igraph_vector_t weights;
        open_drawn(&d, &seed);
        igraph_vector_int_init(&cut, 0);
        igraph_vector_view(&weights, d.weights, d.graph.edges);
        igraph_feedback_arc_set(&d.theirs, &cut, &weights, IGRAPH_FAS_APPROX_EADES);
        for (igraph_integer_t k = 0; k < igraph_vector_int_size(&cut); k++)
            is_theirs[VECTOR(cut)[k]] = true;
        stand_in_feedback(&d.graph, is_cut);
        assert_no_circle(&d, is_cut);
        ours += weight_of(&d, is_cut);
        theirs += weight_of(&d, is_theirs);
        igraph_vector_int_destroy(&cut);
        igraph_destroy(&d.theirs);
    }
    assert_true(ours <= theirs * 1.02);
}

/* ---- JSON ---- */

static const char *const pieces[] = {
    "a", "\\n", "\\\"", "\\\\", "\\/", "\\u00e9", "\\u4E2D", "\\ud83d\\ude00",
    "é", "\\t", "\\b",  "\\f",  "\\r", "中",      "\\u0041"};
static const char *const wrong[] = {"\\x", "\\u12", "\\ud83d", "\\ud83d\\u0041", "\\udc00", "\\"};

static void escapes_are_decoded_as_cjson_does(void **state)
{
    uint32_t seed = 4;
    (void)state;
    for (int i = 0; i < 20000; i++) {
        char text[256] = "\"";
        for (uint32_t k = draw(&seed, 12); k > 0; k--)
            strcat(text, pieces[draw(&seed, sizeof pieces / sizeof *pieces)]);
        if (draw(&seed, 10) == 0) strcat(text, wrong[draw(&seed, sizeof wrong / sizeof *wrong)]);
        strcat(text, "\"");
        cJSON *theirs = cJSON_ParseWithLength(text, strlen(text));
        char *ours = stand_in_decode(text, strlen(text));
        assert_int_equal(theirs == NULL, ours == NULL);
        if (ours) assert_string_equal(ours, theirs->valuestring);
        free(ours);
        cJSON_Delete(theirs);
    }
}

static void trees_are_copied_as_cjson_does(void **state)
{
    static const char text[] = "{\"a\":[1,2.5,{\"b\":null,\"B\":\"x\\ty\"}],\"c\":true,\"d\":false,"
                               "\"e\":{},\"f\":[],\"g\":\"\",\"a\":7}";
    (void)state;
    cJSON *tree = cJSON_Parse(text);
    void *copy = stand_in_duplicate(tree);
    char *printed = cJSON_PrintUnformatted(copy), *expected = cJSON_PrintUnformatted(tree);
    assert_string_equal(printed, expected);
    free(printed);
    free(expected);
    static const char *const keys[] = {"a", "A", "c", "d", "e", "f", "g", "h"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const cJSON *theirs = cJSON_GetObjectItemCaseSensitive(tree, keys[i]);
        assert_ptr_equal(stand_in_member(tree, keys[i]), theirs);
        assert_int_equal(stand_in_is(theirs, 't'), cJSON_IsTrue(theirs));
        assert_int_equal(stand_in_is(theirs, 'f'), cJSON_IsFalse(theirs));
        assert_int_equal(stand_in_is(theirs, 'b'), cJSON_IsBool(theirs));
        assert_int_equal(stand_in_is(theirs, 'n'), cJSON_IsNull(theirs));
        assert_int_equal(stand_in_is(theirs, '0'), cJSON_IsNumber(theirs));
        assert_int_equal(stand_in_is(theirs, '"'), cJSON_IsString(theirs));
        assert_int_equal(stand_in_is(theirs, '['), cJSON_IsArray(theirs));
        assert_int_equal(stand_in_is(theirs, '{'), cJSON_IsObject(theirs));
    }
    stand_in_delete(copy);
    cJSON_Delete(tree);
}

/* ---- characters ---- */

static char category_of(int32_t character)
{
    switch (utf8proc_category(character)) {
    case UTF8PROC_CATEGORY_ZS: return 's';
    case UTF8PROC_CATEGORY_CF: return 'f';
    case UTF8PROC_CATEGORY_MN: return 'm';
    case UTF8PROC_CATEGORY_CN: return 'n';
    default: return '-';
    }
}

static void every_character_is_what_utf8proc_says(void **state)
{
    (void)state;
    for (int32_t c = 0; c < 0x110000; c++) {
        if (stand_in_width(c) != utf8proc_charwidth(c)) fail_msg("width of U+%04X", (unsigned)c);
        if (stand_in_category(c) != category_of(c)) fail_msg("category of U+%04X", (unsigned)c);
    }
}

/* Letters, marks, flags, families, Hangul, what goes before, controls. */
static const int32_t sorts[] = {'a',     0x301,   0x200D,  0x1F468, 0x1F469, 0x1F3FD, 0xFE0F,
                                0x1F1F3, 0x1F1F1, 0x1100,  0x1161,  0x11A8,  0xAC00,  0xAC01,
                                0x600,   0x903,   0x915,   0x94D,   '\r',    '\n',    0x200B,
                                0x4E2D,  0x2764,  0x1F600, 0xE0061, 0x0E33};
#define SORTS (sizeof sorts / sizeof *sorts)

static bool breaks(int32_t before, int32_t after, int32_t *state)
{
    if (utf8proc_grapheme_break_stateful(before, after, state)) return true;
    bool is_letter = utf8proc_get_property(after)->boundclass == UTF8PROC_BOUNDCLASS_OTHER;
    return is_letter && utf8proc_get_property(before)->boundclass != UTF8PROC_BOUNDCLASS_PREPEND;
}

static void characters_end_where_utf8proc_says(void **state)
{
    uint32_t seed = 5;
    (void)state;
    for (int i = 0; i < 200000; i++) {
        int32_t before = sorts[draw(&seed, SORTS)], theirs = 0, ours = 0;
        for (int k = 0; k < 6; k++) {
            int32_t after = sorts[draw(&seed, SORTS)];
            bool is_end = breaks(before, after, &theirs);
            if (stand_in_breaks(before, after, &ours) != is_end)
                fail_msg("U+%04X U+%04X, as number %d", (unsigned)before, (unsigned)after, k);
            if (is_end) break; /* who measures a character asks no further */
            before = after;
        }
    }
}

static const utf8proc_option_t look =
    UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE | UTF8PROC_IGNORE | UTF8PROC_STRIPNA;

static void assert_same_look(const uint8_t *text, ptrdiff_t size)
{
    uint8_t *ours = NULL, *theirs = NULL;
    ptrdiff_t length = utf8proc_map(text, size, &theirs, look);
    ptrdiff_t found = stand_in_map(text, size, &ours);
    if (length < 0) {
        assert_true(found < 0);
        return;
    }
    assert_int_equal(found, length);
    assert_memory_equal(ours, theirs, (size_t)length);
    free(ours);
    free(theirs);
}

/* A character of an alphabet, a syllable of Hangul, or CJK. */
static int32_t draw_letter(uint32_t *seed)
{
    switch (draw(seed, 8)) {
    case 0: return 0x300 + (int32_t)draw(seed, 0x60);
    case 1: return 0xAC00 + (int32_t)draw(seed, 11172);
    case 2: return 0x1100 + (int32_t)draw(seed, 0x100);
    case 3: return 0xFF00 + (int32_t)draw(seed, 0xF0);
    case 4: return 0x4E00 + (int32_t)draw(seed, 0x5000);
    case 5: return 'A' + (int32_t)draw(seed, 60);
    default: return (int32_t)draw(seed, 0x2600);
    }
}

static void texts_look_as_utf8proc_says(void **state)
{
    uint32_t seed = 6;
    (void)state;
    for (int i = 0; i < 50000; i++) {
        uint8_t text[64];
        ptrdiff_t size = 0;
        for (uint32_t k = 1 + draw(&seed, 8); k > 0; k--)
            size += utf8proc_encode_char(draw_letter(&seed), text + size);
        if (draw(&seed, 50) == 0) text[draw(&seed, (uint32_t)size)] = 0xFF;
        assert_same_look(text, size);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(components_are_those_of_igraph),
        cmocka_unit_test(dominators_are_those_of_igraph),
        cmocka_unit_test(feedback_arcs_leave_no_circle),
        cmocka_unit_test(escapes_are_decoded_as_cjson_does),
        cmocka_unit_test(trees_are_copied_as_cjson_does),
        cmocka_unit_test(every_character_is_what_utf8proc_says),
        cmocka_unit_test(characters_end_where_utf8proc_says),
        cmocka_unit_test(texts_look_as_utf8proc_says),
    };
    return cmocka_run_group_tests_name("stand_ins", tests, NULL, NULL);
}
