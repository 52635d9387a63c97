// SPDX-License-Identifier: MIT
// @ts-check
// Which date is that? The time axis of a picture stays at the top of its box while one scrolls down: drawn
// once more, in a strip that sticks there. Where the axis itself is in sight the strip lies on it.
import { h } from "./dom.js";
import { copyOf } from "./picture_items.js";

const ROWS = 60; /* units: words further down are those of something else */
const ABOVE = 14; /* units: so high is the first row */
const BELOW = 6;

/** The strip of the axis; null where a picture has none.
 * @param {SVGSVGElement} svg
 * @param {{width: number, height: number}} size
 * @returns {HTMLElement | null} */
export function axisOf(svg, size) {
    const yOf = (/** @type {Element} */ text) => Number(text.getAttribute("y"));
    const axis = svg.querySelector("#dates, #days");
    const rows = [...(axis?.querySelectorAll(":scope > text") ?? [])].map(yOf);
    if (!axis || rows.length === 0) return null;
    const top = Math.min(...rows) - ABOVE;
    const height = Math.max(...rows.filter((y) => y < top + ROWS)) + BELOW - top;
    const strip = copyOf(svg);
    strip.setAttribute("class", "groeipad axis");
    strip.setAttribute("viewBox", [0, top, size.width, height].join(" "));
    strip.append(copyOf(axis)); /* of its lines only what lies in the strip is seen */
    const place = h("div", { class: "axis-place", "aria-hidden": "true" }, h("div", { class: "axis-strip" }, strip));
    place.style.top = (100 * top) / size.height + "%";
    return place;
}
