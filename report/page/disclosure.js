// SPDX-License-Identifier: MIT
// @ts-check
// What opens below a button (filters, columns) closes as people expect: on Esc, with the focus back on
// its button, and on a click elsewhere.
import { onLanguage } from "./words.js";

/** @returns {HTMLDetailsElement[]} */
function opened() {
    return [...document.querySelectorAll("details")].filter((one) => one.open && one.matches(".choose"));
}

const DRAWN = 3000; /* milliseconds in which a view has been drawn in another language */

/** What was open is open in the other language too, as soon as all that opens is there again. */
function keepOpen() {
    const all = () => [...document.querySelectorAll("details")];
    const were = all().map((one) => one.open);
    const restore = () => {
        const now = all();
        if (now.length !== were.length) return;
        observer.disconnect();
        now.forEach((one, at) => (one.open = were[at]));
    };
    const observer = new MutationObserver(restore);
    observer.observe(document.body, { childList: true, subtree: true });
    setTimeout(() => observer.disconnect(), DRAWN);
}

/** Listens for the whole page; once. */
export function closeDisclosures() {
    onLanguage(keepOpen);
    document.addEventListener("pointerdown", (event) => {
        for (const one of opened()) if (event.target instanceof Node && !one.contains(event.target)) one.open = false;
    });
    document.addEventListener("keydown", (event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        const at = event.target;
        const closes = opened().find((one) => at === document.body || (at instanceof Node && one.contains(at)));
        if (!closes) return;
        event.preventDefault();
        closes.open = false;
        closes.querySelector("summary")?.focus();
    });
}
