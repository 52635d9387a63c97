// SPDX-License-Identifier: MIT
// @ts-check
// Requirements both ways: what an activity needs and what needs it, the direct ones as links, and how
// many there are in all.
import { h } from "./dom.js";
import { date, say } from "./words.js";
import { isLate, keyOf, world } from "./model.js";
import { stepLink } from "./links.js";

/** @typedef {import("./model.js").Activity} Activity */
/** @typedef {import("./model.js").Link} Link */

const words = {
    needs: ["Needs", "Heeft nodig"],
    neededBy: ["Needed by", "Nodig voor"],
    nothing: ["Nothing that still has to be done.", "Niets wat nog gedaan moet worden."],
    nobody: ["Nothing in this plan.", "Niets in dit plan."],
    all: ["{0} in all, directly or not", "{0} in totaal, direct of niet"],
    ready: ["ready {0}", "klaar {0}"],
    live: ["live {0}", "live {0}"],
    late: ["too late", "te laat"],
    lag: ["after a lag", "na een wachttijd"],
    start: ["from its start", "vanaf het begin"],
    spare: ["another way is taken", "een andere weg wordt gekozen"],
    step: ["level before", "niveau ervoor"],
    more: ["{0} more", "nog {0}"],
};

const SHOWN = 12; /* the others open below */

/** @param {Activity} activity
 * @returns {HTMLElement[]} */
export function needsOf(activity) {
    const key = keyOf(activity);
    const { byOrder, linksTo, linksFrom, needs, neededBy } = world();
    return [
        section(words.needs, words.nothing, linksTo(key), (link) => byOrder[link.from], needs(key).size),
        section(words.neededBy, words.nobody, linksFrom(key), (link) => byOrder[link.to], neededBy(key).size),
    ];
}

/** @param {readonly string[]} title
 * @param {readonly string[]} none
 * @param {Link[]} links
 * @param {(link: Link) => Activity} end
 * @param {number} all */
function section(title, none, links, end, all) {
    const items = links.map((link) => item(link, end(link)));
    const parts = [];
    if (!items.length) parts.push(h("p", { class: "muted" }, say(none)));
    else parts.push(h("ul", null, items.slice(0, SHOWN)));
    if (items.length > SHOWN) {
        const rest = h("ul", null, items.slice(SHOWN));
        parts.push(h("details", null, h("summary", null, say(words.more, items.length - SHOWN)), rest));
    }
    if (all > items.length) parts.push(h("p", { class: "muted" }, say(words.all, all)));
    return h("section", { class: "needs" }, h("h3", null, say(title)), parts);
}

/** @param {Link} link
 * @param {Activity} activity */
function item(link, activity) {
    const pattern = activity.kind === "intervention" ? words.live : words.ready;
    const notes = [
        activity.earliest_ready && say(pattern, date(activity.earliest_ready)),
        link.lag && say(words.lag),
        link.from_start && say(words.start),
        link.step && say(words.step),
        link.spare && say(words.spare),
    ];
    const late = isLate(activity) ? h("span", { class: "bad" }, ", " + say(words.late)) : null;
    const text = notes.filter(Boolean).join(", ");
    return h("li", null, stepLink(activity), h("span", { class: "muted" }, " " + text), late);
}
