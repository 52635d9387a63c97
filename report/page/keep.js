// SPDX-License-Identifier: MIT
// @ts-check
// How does something leave the page: to the clipboard, or as a file? A page that was opened from a mail
// or a share may not use the clipboard of the browser; then the old way is tried, which needs a selection.
import { h } from "./dom.js";

/** Puts a text on the clipboard; false: the browser refuses.
 * @param {string} text
 * @returns {Promise<boolean>} */
export async function copyText(text) {
    try {
        await navigator.clipboard.writeText(text);
        return true;
    } catch {
        return copySelected(text);
    }
}

/** @param {string} text */
function copySelected(text) {
    const focused = document.activeElement;
    const field = h("textarea", { class: "off-screen", "aria-hidden": "true", tabindex: "-1" });
    field.value = text;
    document.body.append(field);
    field.select();
    const isDone = document.execCommand("copy");
    field.remove();
    if (focused instanceof HTMLElement) focused.focus();
    return isDone;
}

/** Gives a text as a file to save.
 * @param {string} name
 * @param {string} type
 * @param {string} text */
export function keepFile(name, type, text) {
    const address = URL.createObjectURL(new Blob([text], { type }));
    const link = h("a", { download: name });
    link.href = address;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
}
