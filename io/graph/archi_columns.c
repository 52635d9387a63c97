/* SPDX-License-Identifier: MIT
 * Archi's CSV has ID, Type, Name, Documentation, Source and Target, or ID, Key and Value. Others
 * have the same under names of their own, GEMMA's with its name before it; what stands further up
 * in the table is taken first where a list has both. */
#include "io/graph/archi_columns.h"
#include "io/graph/property_names.h"

static const struct {
    gp_archi_column column;
    const char *word;
} words[] = {
    {GP_ARCHI_ID, "id"},
    {GP_ARCHI_ID, "identifier"},
    {GP_ARCHI_ID, "guid"},
    {GP_ARCHI_ID, "gemma guid"},
    {GP_ARCHI_ID, "object id"},
    {GP_ARCHI_TYPE, "archimate type"},
    {GP_ARCHI_TYPE, "type"},
    {GP_ARCHI_TYPE, "element type"},
    {GP_ARCHI_TYPE, "relatietype"},
    {GP_ARCHI_TYPE, "gemma type"},
    {GP_ARCHI_NAME, "name"},
    {GP_ARCHI_NAME, "naam"},
    {GP_ARCHI_NAME, "gemma naam"},
    {GP_ARCHI_DOCUMENTATION, "documentation"},
    {GP_ARCHI_DOCUMENTATION, "documentatie"},
    {GP_ARCHI_DOCUMENTATION, "definitie"},
    {GP_ARCHI_DOCUMENTATION, "gemma definitie"},
    {GP_ARCHI_DOCUMENTATION, "toelichting"},
    {GP_ARCHI_DOCUMENTATION, "beschrijving"},
    {GP_ARCHI_SOURCE, "source"},
    {GP_ARCHI_SOURCE, "source guid"},
    {GP_ARCHI_SOURCE, "gemma source guid"},
    {GP_ARCHI_SOURCE, "bron"},
    {GP_ARCHI_TARGET, "target"},
    {GP_ARCHI_TARGET, "target guid"},
    {GP_ARCHI_TARGET, "gemma target guid"},
    {GP_ARCHI_TARGET, "doel"},
    {GP_ARCHI_KEY, "key"},
    {GP_ARCHI_KEY, "sleutel"},
    {GP_ARCHI_VALUE, "value"},
    {GP_ARCHI_VALUE, "waarde"},
};
#define WORD_COUNT (sizeof words / sizeof *words)

/* The word of a heading, as a row of the table; WORD_COUNT: none. */
static size_t find_word(const char *text)
{
    size_t i = 0;
    while (i < WORD_COUNT && !gp_is_same_name(text, words[i].word)) i++;
    return i;
}

/* Headings that only a sheet of ours has. */
static bool is_ours(const gp_raw_cell *cells, size_t count)
{
    size_t column_count;
    const gp_sheet_column *columns = gp_sheet_columns(&column_count);
    for (size_t i = 0; i < count; i++) {
        uint32_t column = gp_find_column(cells[i].text);
        if (column == GP_NONE) continue;
        if (column == GP_COLUMN_KIND || columns[column].tells_kind) return true;
    }
    return false;
}

static bool says_archimate(const gp_raw_cell *cells, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (gp_is_same_name(cells[i].text, "archimate type")) return true;
    return false;
}

static size_t count_texts(const gp_raw_cell *cells, size_t count)
{
    size_t texts = 0;
    for (size_t i = 0; i < count; i++) texts += *cells[i].text != '\0';
    return texts;
}

/* Sheets of ours have an id and a name as well, and may have a type of the user's own. */
static gp_archi_kind kind_of(const gp_archi_heading *h, const gp_raw_cell *cells, size_t count)
{
    const uint32_t *n = h->numbers;
    if (n[GP_ARCHI_ID] && n[GP_ARCHI_KEY] && n[GP_ARCHI_VALUE] && count_texts(cells, count) == 3)
        return GP_ARCHI_PROPERTIES;
    if (!n[GP_ARCHI_TYPE]) return GP_ARCHI_NONE;
    bool is_named = says_archimate(cells, count);
    bool is_relation = n[GP_ARCHI_ID] && n[GP_ARCHI_SOURCE] && n[GP_ARCHI_TARGET];
    bool is_whole = n[GP_ARCHI_ID] && n[GP_ARCHI_NAME] && n[GP_ARCHI_DOCUMENTATION];
    if (!is_named && !is_relation && !is_whole && is_ours(cells, count)) return GP_ARCHI_NONE;
    if (is_relation) return GP_ARCHI_RELATIONS;
    bool has_id = n[GP_ARCHI_ID] || is_named; /* or else its name is its id */
    return has_id && n[GP_ARCHI_NAME] ? GP_ARCHI_ELEMENTS : GP_ARCHI_NONE;
}

gp_archi_heading gp_read_archi_heading(const gp_raw_cell *cells, size_t count)
{
    gp_archi_heading heading = {0};
    size_t best[GP_ARCHI_COLUMNS];
    for (size_t i = 0; i < GP_ARCHI_COLUMNS; i++) best[i] = WORD_COUNT;
    for (size_t i = 0; i < count; i++) {
        size_t word = find_word(cells[i].text);
        if (word == WORD_COUNT || word >= best[words[word].column]) continue;
        best[words[word].column] = word;
        heading.numbers[words[word].column] = cells[i].number;
    }
    heading.kind = kind_of(&heading, cells, count);
    return heading;
}
