// SPDX-License-Identifier: MIT
// @ts-check
// Why a date is what it is, step by step from the root, as `why` tells it; and where the days go.
import { h } from "./dom.js";
import { date, days, language, say } from "./words.js";
import { isChanged, world } from "./model.js";
import { withDates } from "./text.js";

/** @typedef {import("./model.js").Activity} Activity */
/** @typedef {{cause: string, order: number, from: string, to: string, days: number, text: string,
 *   place: string|null}} Reason */
/** @typedef {{order: number, start: boolean, after: number|null, ready: string, steps: Reason[]}} Story */
/** @typedef {"work"|"round_wait"|"cycle_wait"|"lag"|"release_wait"} Part */

const words = {
    why: ["Why {0}", "Waarom {0}"],
    where: ["Where the days go", "Waar de dagen heen gaan"],
    span: ["{0} to {1}: {2}", "{0} tot {1}: {2}"],
    share: ["{0}, {1} %", "{0}, {1} %"],
    failed: ["The reasons could not be read.", "De redenen konden niet gelezen worden."],
    at: ["at {0}", "in {0}"],
};

/** The parts of a span, in the order in which they are told.
 * @type {[Part, readonly string[]][]} */
const PARTS = [
    ["work", ["work", "werk"]],
    ["round_wait", ["waiting for planning rounds", "wachten op planrondes"]],
    ["cycle_wait", ["waiting for the end of a cycle", "wachten op het einde van een cyclus"]],
    ["lag", ["lags that are asked for", "wachttijden die gevraagd zijn"]],
    ["release_wait", ["waiting for a first possible start", "wachten tot het mag beginnen"]],
];

/** To which part the days of a reason belong; one of a requirement takes none.
 * @type {{[cause: string]: Part}} */
const PART_OF = {
    release: "release_wait",
    "not-ready-before": "release_wait",
    started: "release_wait",
    round: "round_wait",
    "no-round": "round_wait",
    cycle: "cycle_wait",
    lag: "lag",
};

/** The sections of an activity; they fill when the reasons have been unpacked.
 * @param {Activity} activity
 * @returns {HTMLElement[]} */
export function whyOf(activity) {
    const bar = h("section", { class: "spent" });
    const why = h("section", { class: "why" });
    const live = world().lives.get(activity.id);
    if (activity.kind === "intervention" && live?.elapsed) fillBar(bar, live.elapsed);
    readReasons(activity)
        .then((reasons) => {
            if (!bar.firstChild) fillBar(bar, addedUp(activity, reasons));
            fillWhy(why, activity, reasons);
        })
        .catch(() => why.append(h("p", null, say(words.failed))));
    return [bar, why];
}

/* ---- reasons ---- */

/** All reasons, from the root on: those of the activity, before them those of the story that it goes on from.
 * @param {Activity} activity
 * @returns {Promise<Reason[]>} */
async function readReasons(activity) {
    /** @type {Story[]} */
    const stories = JSON.parse(await world().part("whys." + language() + ".json")).whys;
    const told = [];
    let story = stories.find((one) => one.order === activity.order && !one.start);
    for (let left = stories.length; story && left > 0; left--) {
        told.push(story.steps);
        story = story.after === null ? undefined : stories[story.after];
    }
    return told.reverse().flat();
}

/** @param {HTMLElement} into
 * @param {Activity} activity
 * @param {Reason[]} reasons */
function fillWhy(into, activity, reasons) {
    if (!reasons.length) return;
    const items = reasons.map((reason) =>
        h(
            "li",
            { class: "cause-" + reason.cause },
            h("time", { datetime: reason.to }, date(reason.to)),
            h("span", { class: "days" }, reason.days ? "+" + reason.days : ""),
            h("span", null, withDates(reason.text), placeOf(reason)),
        ),
    );
    into.append(h("h3", null, say(words.why, date(activity.earliest_ready))), h("ol", null, items));
}

/** The file by its last name: the folders of who made the page tell nobody anything. A plan that was changed
 * in the page comes from no file.
 * @param {Reason} reason */
function placeOf(reason) {
    const place = isChanged() ? null : reason.place?.replace(/^.*[/\\]/, "");
    return place ? h("small", null, " ", say(words.at, place)) : null;
}

/* ---- where the days go ---- */

/** The days of all reasons, by part.
 * @param {Activity} activity
 * @param {Reason[]} reasons
 * @returns {import("./model.js").Elapsed} */
function addedUp(activity, reasons) {
    const from = reasons[0]?.from ?? activity.earliest_start ?? "";
    const sum = { from, to: activity.earliest_ready ?? "", work: 0, round_wait: 0, cycle_wait: 0, lag: 0, release_wait: 0 };
    for (const reason of reasons)
        if (reason.cause !== "requirement") sum[PART_OF[reason.cause] ?? "work"] += reason.days;
    return sum;
}

/** A bar for the eye, and the same in words for everybody.
 * @param {HTMLElement} into
 * @param {import("./model.js").Elapsed} elapsed */
function fillBar(into, elapsed) {
    const parts = PARTS.filter(([part]) => elapsed[part] > 0);
    const all = parts.reduce((sum, [part]) => sum + elapsed[part], 0);
    if (!all) return;
    const bar = h("div", { class: "bar", "aria-hidden": "true" });
    const legend = h("ul", { class: "legend" });
    for (const [part, name] of parts) {
        const piece = h("span", { class: part });
        piece.style.flexGrow = String(elapsed[part]);
        bar.append(piece);
        const share = say(words.share, days(elapsed[part]), Math.round((100 * elapsed[part]) / all));
        legend.append(h("li", null, h("span", { class: "swatch " + part, "aria-hidden": "true" }), share + ": " + say(name)));
    }
    const span = h("p", { class: "muted" }, say(words.span, date(elapsed.from), date(elapsed.to), days(all)));
    into.append(h("h3", null, say(words.where)), span, bar, legend);
}
