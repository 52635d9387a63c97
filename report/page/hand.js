// SPDX-License-Identifier: MIT
// @ts-check
// When is what somebody typed tried? Not before the hand that leaves the field has clicked, for the
// bar may grow and push away what it points at; and never when another address was opened meanwhile.
import { fromAddress, read, toAddress } from "./state.js";

let opened = 0;
let isDown = false;
/** @type {(() => void)|null} */
let waiting = null;

/* Before anybody draws what the address asks: a field that is taken away tells of what was typed in it. */
for (const name of ["popstate", "hashchange"])
    addEventListener(
        name,
        () => {
            opened++;
            waiting = null;
        },
        true,
    );

function applyNow() {
    isDown = false;
    const action = waiting;
    waiting = null;
    action?.();
}

/* A button, such as that which saves, is about what has been typed; a link to another view was written
 * before it. A switch must find itself as it was, and has its turn first. */
function applyBefore(/** @type {Event} */ event) {
    const target = event.target instanceof Element ? event.target : null;
    const link = target?.closest("a");
    if (waiting === null || !(link || target?.closest("button"))) return;
    applyNow();
    if (link?.hash.startsWith("#/"))
        link.href = toAddress({ ...fromAddress(link.hash), set: read().set });
}

for (const name of ["pointerdown", "mousedown"]) addEventListener(name, () => (isDown = true), true);
for (const name of ["pointerup", "pointercancel", "mouseup", "dragend"])
    addEventListener(name, () => setTimeout(applyNow), true);
addEventListener("click", applyBefore, true);

/** How often another address was opened: by a link, by hand, or back and forward.
 * @returns {number} */
export function addressesOpened() {
    return opened;
}

/** Does it when no hand is in the middle of a click.
 * @param {() => void} action */
export function afterClick(action) {
    if (isDown) waiting = action;
    else action();
}
