// SPDX-License-Identifier: MIT
// @ts-check
// Starts the page, and tells its parts what happens: another address, another language, another plan.
import { meta } from "./data.js";
import { onWorld, openWorld } from "./model.js";
import { openShell } from "./shell.js";
import { read, watch } from "./state.js";
import { showTable } from "./table.js";
import { Shown } from "./view.js";
import { viewOf } from "./views.js";
import { onLanguage, setLanguage } from "./words.js";

/** @typedef {import("./words.js").Language} Language */
/** @typedef {import("./state.js").State} State */

const writers = {
    table: showTable,
    notes: (/** @type {HTMLElement} */ place, /** @type {string} */ text) => place.append(text),
};

/** The language that the address asks, else that of the file.
 * @param {State} state
 * @returns {Language} */
function languageOf(state) {
    const asked = state.language || meta.language;
    return asked === "nl" ? "nl" : "en";
}

function start() {
    setLanguage(languageOf(read()));
    const shell = openShell(/** @type {HTMLElement} */ (document.getElementById("app")));
    const shown = new Shown(shell.main, writers);
    let ready = openWorld();
    let isReady = false;
    const draw = () => shown.draw(viewOf(read().view), read(), ready);

    watch((state, previous) => {
        const isSpoken = languageOf(state) === languageOf(previous);
        if (!isSpoken) setLanguage(languageOf(state)); /* draws */
        else if (viewOf(state.view) !== viewOf(previous.view)) draw();
        else shown.follow(state, previous);
        shell.update();
    });
    onLanguage(draw);
    onWorld(() => isReady && draw());
    draw();
    ready = ready.finally(() => {
        isReady = true;
    });
}

start();
