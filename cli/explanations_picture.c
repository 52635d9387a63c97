/* SPDX-License-Identifier: MIT
 * What `groeipad explain` says about findings of pictures: links, images. */
#include "cli/explanations.h"

const cli_page cli_picture_pages[] = {
    CLI_PAGE(112,
             "`x-url` makes a box of a picture a link: to a page with http: or https:, to a\n"
             "person with mailto:, or to a file beside the picture. Any other scheme could\n"
             "run something when it is clicked, so the link is left out; the rest stays.\n",
             "`x-url` maakt van een vak in een plaatje een link: naar een pagina met http: of\n"
             "https:, naar een persoon met mailto:, of naar een bestand naast het plaatje.\n"
             "Elk ander schema zou bij een klik iets kunnen uitvoeren, dus die link doet niet\n"
             "mee; de rest blijft.\n",
             "    {\"capabilities\": [{\"id\": \"data\", \"lead_time\": \"3mo\",\n"
             "      \"x-url\": \"javascript:alert(1)\"}],\n"
             "     \"interventions\": [{\"id\": \"pilot\", \"requires\": [\"data\"]}]}\n",
             "Write the address as one would in a browser, without blanks.\n",
             "Schrijf het adres zoals in een browser, zonder spaties.\n"),
    CLI_PAGE(803,
             "SVG, DOT and all tables are written by groeipad itself. PNG and PDF are painted\n"
             "by librsvg, which is looked for when the first image is asked for. Nothing was\n"
             "written; the exit code is 4.\n",
             "SVG, DOT en alle tabellen schrijft groeipad zelf. PNG en PDF worden geschilderd\n"
             "door librsvg, dat pas gezocht wordt als er een beeld gevraagd is. Er is niets\n"
             "geschreven; de afsluitcode is 4.\n",
             "    groeipad render path portfolio.json -o path.png\n",
             "Install librsvg2-2 (Debian), or write SVG and convert it elsewhere.\n",
             "Installeer librsvg2-2 (Debian), of schrijf SVG en zet die elders om.\n"),
    CLI_PAGE(804,
             "The picture is there, but no image of it: it would have more than 200 million\n"
             "pixels, or more than 32767 on a side. Nothing was written; the exit code is 4.\n",
             "Het plaatje is er, maar een beeld ervan niet: dat zou meer dan 200 miljoen\n"
             "pixels hebben, of meer dan 32767 aan een kant. Er is niets geschreven; de\n"
             "afsluitcode is 4.\n",
             "    groeipad render path portfolio.json -o path.png --scale 20\n",
             "Take a smaller `--scale`, or PDF, which is drawn in lines at any size.\n",
             "Neem een kleinere `--scale`, of PDF: dat zijn lijnen, op elke maat scherp.\n"),
    CLI_PAGE(
        807,
        "`render path --columns round` puts what begins in the same planning round under\n"
        "one heading. The rounds are those of the portfolio as a whole, \"planning\"; a\n"
        "capability's own do not count. Nothing was drawn.\n",
        "`render path --columns round` zet wat in dezelfde planronde begint onder één\n"
        "kop. De rondes zijn die van het hele portfolio, \"planning\"; eigen rondes van een\n"
        "capability tellen niet mee. Er is niets getekend.\n",
        "    groeipad render path portfolio.json --columns round -o path.svg\n",
        "Add \"planning\": {\"round\": \"1y\", \"from\": \"2026-01-01\"}, with your own round, or\n"
        "ask for years, which every portfolio has: `--columns year`.\n",
        "Voeg \"planning\": {\"round\": \"1y\", \"from\": \"2026-01-01\"} toe, met je eigen "
        "ronde,\n"
        "of vraag om jaren, die elk portfolio heeft: `--columns year`.\n"),
};

const size_t cli_picture_page_count = sizeof cli_picture_pages / sizeof *cli_picture_pages;
