/* SPDX-License-Identifier: MIT
 * How is a number written with so many decimals? By integers: printf asks the locale for its
 * point. */
#include "io/answers/decimals.h"
#include "io/answers/words.h"

#define DECIMALS_MAX 6
#define LARGEST 9e18 /* more is none of our numbers; it stays within 64 bits */

int64_t gp_rounded(double number)
{
    if (!(number < LARGEST)) return (int64_t)LARGEST;
    if (number <= -LARGEST) return -(int64_t)LARGEST;
    return (int64_t)(number + (number < 0 ? -0.5 : 0.5));
}

void gp_add_decimals(gp_buffer *buffer, double number, unsigned decimals, char point)
{
    char digits[DECIMALS_MAX];
    int64_t unit = 1;
    bool is_negative = number < 0;
    double size = is_negative ? -number : number;
    if (decimals > DECIMALS_MAX) decimals = DECIMALS_MAX;
    for (unsigned i = 0; i < decimals; i++) unit *= 10;
    int64_t scaled = gp_rounded(size * (double)unit);
    if (is_negative && scaled > 0) gp_add_text(buffer, "-");
    gp_add_number(buffer, scaled / unit);
    if (decimals == 0) return;
    int64_t rest = scaled % unit;
    for (unsigned i = decimals; i-- > 0; rest /= 10) digits[i] = (char)('0' + rest % 10);
    gp_add_bytes(buffer, &point, 1);
    gp_add_bytes(buffer, digits, decimals);
}

const char *gp_decimals_text(gp_job *job, double number, unsigned decimals, char point)
{
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return NULL;
    gp_add_decimals(buffer, number, decimals, point);
    return gp_buffer_text(buffer);
}

void gp_json_add_decimals(gp_json *json, const char *key, double number, unsigned decimals)
{
    gp_json_key(json, key);
    gp_add_decimals(json->buffer, number, decimals, '.');
    json->needs_comma = true;
}

void gp_json_add_known(gp_json *json, const char *key, double number, unsigned decimals)
{
    if (number >= 0) {
        gp_json_add_decimals(json, key, number, decimals);
        return;
    }
    gp_json_key(json, key);
    gp_json_null(json);
}

/* Not as a text: those that begin with a minus are made harmless. */
void gp_csv_decimals(gp_csv *csv, double number, unsigned decimals, char point)
{
    const char *quote = point == ',' && decimals > 0 ? "\"" : "";
    if (csv->needs_comma) gp_add_text(csv->buffer, ",");
    csv->needs_comma = true;
    gp_add_text(csv->buffer, quote);
    gp_add_decimals(csv->buffer, number, decimals, point);
    gp_add_text(csv->buffer, quote);
}

void gp_csv_known(gp_csv *csv, double number, unsigned decimals, char point)
{
    if (number >= 0)
        gp_csv_decimals(csv, number, decimals, point);
    else
        gp_csv_text(csv, NULL);
}
