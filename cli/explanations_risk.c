/* SPDX-License-Identifier: MIT
 * Pages of the findings about risks and correlations (GP150, GP7xx). */
#include "cli/explanations.h"

const cli_page cli_risk_pages[] = {
    CLI_PAGE(
        150,
        "A correlation says how much of what makes the work of these ids long or short\n"
        "they share: 0.6 is 60 percent. Who is in two correlations shares with both, and\n"
        "no more than all of it can be shared. So the coefficients of one id, without\n"
        "their minus, add up to at most 1.\n",
        "Een correlatie zegt hoeveel van wat het werk van deze id's lang of kort maakt\n"
        "ze delen: 0.6 is 60 procent. Wie in twee correlaties staat deelt met allebei, en\n"
        "meer dan alles valt er niet te delen. Dus zijn de coëfficiënten van één id,\n"
        "zonder hun min, samen hooguit 1.\n",
        "    {\"status_date\": \"2026-01-05\",\n"
        "     \"capabilities\": [{\"id\": \"team\"}, {\"id\": \"tools\"}, {\"id\": \"data\"}],\n"
        "     \"correlations\": [{\"ids\": [\"team\", \"tools\"], \"coefficient\": 0.6},\n"
        "                      {\"ids\": [\"team\", \"data\"], \"coefficient\": 0.7}]}\n",
        "Lower one of them. Where two correlations stand for the same cause, such as one\n"
        "supplier, make one of them: a list may have any number of ids.\n",
        "Maak er een lager. Staan twee correlaties voor dezelfde oorzaak, zoals één\n"
        "leverancier, maak er dan een van: een lijst kan zo lang zijn als nodig is.\n"),
};

const size_t cli_risk_page_count = sizeof cli_risk_pages / sizeof *cli_risk_pages;
