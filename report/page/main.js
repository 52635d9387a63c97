// SPDX-License-Identifier: MIT
// @ts-check
// Starts the page, and tells its parts what happens: another address, another language, another plan.
import { offerApi } from "./api.js";
import { showBar } from "./bar.js";
import { meta } from "./data.js";
import { openEngine } from "./engine.js";
import { showFilters } from "./filters.js";
import { onWorld, openWorld } from "./model.js";
import { showPanel } from "./panel.js";
import { showSearch } from "./search.js";
import { openShell } from "./shell.js";
import { read, watch } from "./state.js";
import { Shown } from "./view.js";
import { viewOf } from "./views.js";
import { showWhatIf } from "./whatif.js";
import { onLanguage, setLanguage } from "./words.js";

/** @typedef {import("./words.js").Language} Language */
/** @typedef {import("./state.js").State} State */

/** The language that the address asks, else that of the file.
 * @param {State} state
 * @returns {Language} */
function languageOf(state) {
    const asked = state.language || meta.language;
    return asked === "nl" ? "nl" : "en";
}

function start() {
    offerApi();
    setLanguage(languageOf(read()));
    const shell = openShell(/** @type {HTMLElement} */ (document.getElementById("app")));
    const shown = new Shown(shell.main);
    const ready = openWorld();
    let isReady = false;
    const update = () => {
        shell.update();
        showPanel(shell.panel, read());
    };
    const draw = () => {
        shown.draw(viewOf(read().view), read(), ready);
        update();
    };
    showSearch(shell.search);
    showFilters(shell.filters);
    showWhatIf(shell.button, shell.whatIf);
    showBar(shell.bar);
    watch((state, previous) => {
        if (languageOf(state) !== languageOf(previous)) setLanguage(languageOf(state)); /* draws */
        else if (viewOf(state.view) !== viewOf(previous.view)) draw();
        else {
            shown.follow(state, previous);
            update();
        }
    });
    onLanguage(draw);
    onWorld(() => {
        if (isReady) draw();
        else update();
    });
    ready.finally(() => {
        isReady = true;
    });
    draw();
    openEngine();
}

start();
