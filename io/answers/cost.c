/* SPDX-License-Identifier: MIT
 * How is a cost written? */
#include "io/answers/cost.h"
#include "io/answers/decimals.h"

#define COST_DECIMALS 6

void gp_put_cost(gp_buffer *buffer, double cost, char point)
{
    size_t before = buffer->bytes.count;
    gp_add_decimals(buffer, cost, COST_DECIMALS, point);
    const char *bytes = buffer->bytes.data;
    if (buffer->bytes.count < before + COST_DECIMALS + 2) return; /* memory ran out */
    while (bytes[buffer->bytes.count - 1] == '0') buffer->bytes.count--;
    if (bytes[buffer->bytes.count - 1] == point) buffer->bytes.count--;
}

void gp_json_cost(gp_json *json, double cost)
{
    if (cost < 0) {
        gp_json_null(json);
        return;
    }
    if (json->needs_comma) gp_add_text(json->buffer, ",");
    gp_put_cost(json->buffer, cost, '.');
    json->needs_comma = true;
}

/* Not as a text: a comma in it would be taken for the end of the cell. */
void gp_csv_cost(gp_csv *csv, double cost, char point)
{
    const char *quote = point == ',' ? "\"" : "";
    if (cost < 0) {
        gp_csv_text(csv, NULL);
        return;
    }
    if (csv->needs_comma) gp_add_text(csv->buffer, ",");
    csv->needs_comma = true;
    gp_add_text(csv->buffer, quote);
    gp_put_cost(csv->buffer, cost, point);
    gp_add_text(csv->buffer, quote);
}
