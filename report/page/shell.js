// SPDX-License-Identifier: MIT
// @ts-check
// The frame of the page: who speaks (title, status date), where one is (the views, as links), and the
// places in which the other modules put what they show. Landmarks and headings are in the order in
// which they are read.
import { liveRegion } from "./announce.js";
import { add, h } from "./dom.js";
import { meta } from "./data.js";
import { addressOf, go, read } from "./state.js";
import { viewOf, views } from "./views.js";
import { date, language, say } from "./words.js";

/** @typedef {import("./words.js").Pair} Pair */

/**
 * @typedef {object} Shell the places of the page
 * @property {HTMLElement} search in the header
 * @property {HTMLElement} button of what-if, in the header
 * @property {HTMLElement} filters below the views
 * @property {HTMLElement} bar above main: what a what-if changed
 * @property {HTMLElement} whatIf left of main
 * @property {HTMLElement} main
 * @property {HTMLElement} panel right of main
 * @property {() => void} update says everything again, where the address or the language is another
 */

const words = {
    skip: /** @type {Pair} */ (["Skip to the content", "Naar de inhoud"]),
    views: /** @type {Pair} */ (["Views", "Weergaven"]),
    status: /** @type {Pair} */ (["Status date {0}", "Peildatum {0}"]),
    filters: /** @type {Pair} */ (["Filters", "Filters"]),
    panel: /** @type {Pair} */ (["Details", "Bijzonderheden"]),
    untitled: /** @type {Pair} */ (["Portfolio", "Portfolio"]),
};

/* The button speaks the other language: who needs it reads that one. */
const OTHER = { en: { code: "nl", name: "Nederlands" }, nl: { code: "en", name: "English" } };

/** Makes the frame in an element of the page.
 * @param {HTMLElement} app
 * @returns {Shell} */
export function openShell(app) {
    /* A page that a browser saved as it stood begins anew. */
    app.replaceChildren();
    for (const element of [document.documentElement, document.body]) element.removeAttribute("class");
    const place = (/** @type {string} */ name) => h("div", { class: name });
    const shell = {
        search: place("search-slot"),
        button: place("whatif-slot"),
        filters: h("section", { class: "filters-slot" }),
        bar: place("bar-slot"),
        whatIf: h("div", { id: "whatif" }),
        main: h("main", { id: "main", tabindex: "-1" }),
        panel: h("aside", { id: "panel", hidden: true }),
        update: () => {},
    };
    const skip = h("a", { class: "skip", href: "#main", onclick: (/** @type {Event} */ event) => skipTo(event, shell.main) });
    const title = h("h1", { text: meta.title || say(words.untitled) });
    const status = h("p", { class: "status-date" });
    const other = h("button", { type: "button", class: "language", onclick: speakOther });
    const list = h("ul", { class: "views" });
    const nav = h("nav", null, list);
    add(
        app,
        skip,
        h(
            "header",
            { class: "head" },
            h("div", { class: "who" }, title, status),
            other,
            h("div", { class: "tools" }, shell.search, shell.button),
        ),
        nav,
        shell.filters,
        shell.bar,
        h("div", { class: "body" }, shell.whatIf, shell.main, shell.panel),
        liveRegion(),
    );
    shell.update = () => {
        skip.textContent = say(words.skip);
        title.textContent = meta.title || say(words.untitled);
        status.textContent = say(words.status, date(meta.status_date));
        other.textContent = OTHER[language()].name;
        other.lang = OTHER[language()].code;
        nav.setAttribute("aria-label", say(words.views));
        shell.filters.setAttribute("aria-label", say(words.filters));
        shell.panel.setAttribute("aria-label", say(words.panel));
        showViews(list);
        document.title = say(viewOf(read().view).title) + " · " + title.textContent;
    };
    shell.update();
    return shell;
}

/** The views as links; those that are there already keep the focus.
 * @param {HTMLElement} list */
function showViews(list) {
    const current = viewOf(read().view);
    if (list.children.length === 0)
        for (const view of views()) add(list, h("li", null, h("a", { "data-view": view.name })));
    for (const view of views()) {
        const link = /** @type {HTMLElement} */ (list.querySelector("[data-view=" + view.name + "]"));
        link.textContent = say(view.title);
        link.setAttribute("href", addressOf({ view: view.name, panel: false }));
        if (view.name !== current.name) link.removeAttribute("aria-current");
        else if (!link.hasAttribute("aria-current")) {
            link.setAttribute("aria-current", "page");
            scrollTo(list, link);
        }
    }
}

/** Brings the link of the view into sight where the row of views scrolls.
 * @param {HTMLElement} list
 * @param {HTMLElement} link */
function scrollTo(list, link) {
    const { offsetLeft, offsetWidth } = link;
    list.scrollLeft = offsetLeft - list.offsetLeft - (list.clientWidth - offsetWidth) / 2;
}

/**
 * @param {Event} event
 * @param {HTMLElement} main */
function skipTo(event, main) {
    event.preventDefault(); /* the address tells what is seen, and not where one reads */
    main.focus();
    main.scrollIntoView();
}

function speakOther() {
    go({ language: OTHER[language()].code }, { replace: true });
}

