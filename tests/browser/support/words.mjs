// SPDX-License-Identifier: MIT
// How people read dates in either language, by a table of the tests' own.

const months = {
    en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    nl: ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
};

/** "21 okt 2024", as people read 2024-10-21. */
export function dateInWords(iso, language) {
    const [year, month, day] = iso.split("-").map(Number);
    return `${day} ${months[language][month - 1]} ${year}`;
}
