/* SPDX-License-Identifier: MIT
 * Pages of `explain`: GP6xx, what moved between two versions. */
#include "cli/explanations.h"

const cli_page cli_compare_pages[] = {
    CLI_PAGE(601,
             "An intervention is live later than in the older version. `compare` shares the\n"
             "days out over the edits: the shares add up to the slip (Shapley 1953).\n",
             "Een interventie is later live dan in de oudere versie. `compare` verdeelt de\n"
             "dagen over de wijzigingen: samen zijn ze de verschuiving (Shapley 1953).\n",
             "    groeipad compare examples/minimal.json --set trained-team.lead_time=8mo\n",
             "Look at the edit with the most days first. --at-least DAYS leaves small slips\n"
             "out; --fail-on warning makes CI stop at the others.\n",
             "Kijk eerst naar de wijziging met de meeste dagen. --at-least DAGEN laat kleine\n"
             "verschuivingen weg; --fail-on warning laat CI bij de andere stoppen.\n"),
    CLI_PAGE(602,
             "An intervention that was in time is late now. Until this change the date could\n"
             "be kept.\n",
             "Een interventie die op tijd was, is nu te laat. Tot deze wijziging was de datum\n"
             "te halen.\n",
             "    groeipad compare OLD NEW\n",
             "`groeipad clashes` tells what would help; or take the edit back that did it.\n",
             "`groeipad clashes` vertelt wat zou helpen; of draai de wijziging terug die het\n"
             "deed.\n"),
    CLI_PAGE(603,
             "Something is required now that no record describes; in the older version it was\n"
             "described, or nobody asked for it.\n",
             "Er wordt nu iets vereist wat geen record beschrijft; in de oudere versie was het\n"
             "beschreven, of vroeg niemand erom.\n",
             "    groeipad compare examples/minimal.json --drop secure-sharing \\\n"
             "        --require trained-team->secure-sharing\n",
             "Describe it with a lead time, or take the requirement back.\n",
             "Beschrijf het met een doorlooptijd, of haal de eis weer weg.\n"),
    CLI_PAGE(604,
             "The last day on which a capability had to be identified was still to come in\n"
             "the older version. It has passed: by time, or because dates moved.\n",
             "De laatste dag om een capability te identificeren kwam in de oudere versie nog.\n"
             "Die is voorbij: door de tijd, of doordat datums verschoven.\n",
             "    groeipad compare OLD NEW\n",
             "Decide about it now. `groeipad why` shows how the date comes about.\n",
             "Beslis er nu over. `groeipad why` laat zien hoe de datum ontstaat.\n"),
    CLI_PAGE(605,
             "A capability that an intervention rested on has none left: it would be\n"
             "developed in hope.\n",
             "Een capability waar een interventie op steunde heeft er geen meer: die zou in\n"
             "hoop ontwikkeld worden.\n",
             "    groeipad compare examples/minimal.json \\\n"
             "        --drop 'co-browsing->trained-team'\n",
             "Stop it, or say what it is for.\n", "Stop ermee, of zeg waar die voor is.\n"),
    CLI_PAGE(606,
             "An id went, and another came with the same name or much the same neighbours. It\n"
             "is taken for renamed; that is a guess, and moves no date.\n",
             "Een id verdween, en een ander kwam met dezelfde naam of bijna dezelfde buren.\n"
             "Dat wordt als hernoemd beschouwd; het is een gok, en verschuift geen datum.\n",
             "    groeipad compare OLD NEW\n",
             "Nothing has to be mended. Where it is no renaming, both records changed.\n",
             "Er hoeft niets verbeterd. Is het geen hernoeming, dan zijn beide gewijzigd.\n"),
    CLI_PAGE(607,
             "The date of an intervention rests on another chain of steps than before, even\n"
             "where the date itself did not move: attention belongs elsewhere now.\n",
             "De datum van een interventie rust op een andere keten van stappen dan eerst, ook\n"
             "als de datum zelf niet verschoof: de aandacht hoort nu ergens anders.\n",
             "    groeipad compare OLD NEW\n",
             "`groeipad path --for` shows the chain, and where its days go.\n",
             "`groeipad path --for` laat de keten zien, en waar de dagen blijven.\n"),
};
const size_t cli_compare_page_count = sizeof cli_compare_pages / sizeof *cli_compare_pages;
