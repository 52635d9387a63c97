// SPDX-License-Identifier: MIT
// @ts-check
// What does somebody hear who does not see the page change? What is announced here, once it has been
// quiet for a moment, so that a filter that is typed letter by letter does not stutter.
import { h } from "./dom.js";

const QUIET = 150; /* milliseconds */

/* There from the start: a live region is only heard when it was there before its text. */
const region = h("div", { class: "announce", role: "status", "aria-live": "polite" });
/** @type {number | undefined} */
let waiting;

/** The live region, to be put into the page once.
 * @returns {HTMLElement} */
export function liveRegion() {
    return region;
}

/** Says a text to who listens.
 * @param {string} text */
export function announce(text) {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
        /* The same words again are only heard when they are another text. */
        region.textContent = region.textContent === text ? text + "\u00a0" : text;
    }, QUIET);
}
