// SPDX-License-Identifier: MIT
// @ts-check
// What opens below a button (filters, columns) closes as people expect: on Esc, with the focus back on
// its button, and on a click elsewhere.

/** @returns {HTMLDetailsElement[]} */
function opened() {
    return [...document.querySelectorAll("details")].filter((one) => one.open && one.matches(".choose"));
}

/** Listens for the whole page; once. */
export function closeDisclosures() {
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
