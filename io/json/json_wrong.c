/* SPDX-License-Identifier: MIT
 * Where does the walk stand, and what is wrong there? Both halves of the walk, over values and
 * over texts, stop here. */
#include "io/json/json_scan.h"

gp_place gp_scan_place(const gp_json_scan *scan)
{
    gp_spot spot = gp_scan_spot(scan);
    return gp_place_in(scan->source, spot);
}

gp_scanned gp_scan_refuse(gp_json_scan *scan, gp_argument problem, gp_argument expected)
{
    const char *at = scan->position.at;
    if (at >= scan->end && !scan->is_last) return GP_SCAN_MORE;
    if (at >= scan->end) problem = GP_WORDS("the file ends here", "het bestand houdt hier op");
    scan->wrong = (gp_json_wrong){at, problem, expected, gp_scan_place(scan)};
    return GP_SCAN_WRONG;
}

gp_scanned gp_scan_refuse_at(gp_json_scan *scan, const char *at, gp_argument problem,
                             gp_argument expected)
{
    scan->position.at = at;
    return gp_scan_refuse(scan, problem, expected);
}
