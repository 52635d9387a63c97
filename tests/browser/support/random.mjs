// SPDX-License-Identifier: MIT
// Numbers that look random and are the same on every machine (mulberry32).

export class Random {
    constructor(seed) {
        this.state = seed >>> 0;
    }
    below(limit) {
        this.state = (this.state + 0x6d2b79f5) >>> 0;
        let mixed = this.state;
        mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
    }
    of(list) {
        return list[this.below(list.length)];
    }
    chance(percent) {
        return this.below(100) < percent;
    }
}

const firstDay = Date.UTC(2026, 0, 5);
/** The day that is so many days after 5 January 2026. */
export const dayAfter = (days) => new Date(firstDay + days * 86400000).toISOString().slice(0, 10);
