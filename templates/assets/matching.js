// SPDX-License-Identifier: MIT
/**
 * Which events a choice leaves, and how many each other value would leave: pure, over columns.
 * @module
 */

import { FACETS } from "./marks.js";
import { stretchOf } from "./timescale.js";

/** @typedef {import("./marks.js").Facet} Facet */
/** @typedef {"any" | "all" | "none"} Mode */
/** @typedef {{from: string, to: string, chosen: Record<Facet, string[]>, mode: Record<Facet, Mode>}} State */
/** @typedef {{indexes: Uint32Array, counts: Record<Facet, Uint32Array>}} Match */
/** @typedef {{facet: Facet, bit: number, wanted: Uint8Array, many: number, mode: Mode}} Condition */

const TOO_EARLY_OR_LATE = 1;

/**
 * The events that have what is chosen, in order, and for each key of a facet the number of events that
 * have it among those that fit everything chosen in the other facets (and, where all are wanted, in this).
 * @param {import("./marks.js").Marks} marks with every chunk found
 * @param {State} state @param {State} [scope] what the page is about; it always holds
 * @returns {Match}
 */
export function match(marks, state, scope) {
  const [from, to] = bounds(state);
  const [earliest, latest] = scope ? bounds(scope) : [-Infinity, Infinity];
  const conditions = conditionsOf(marks, state);
  const always = scope ? conditionsOf(marks, scope) : [];
  const found = new Uint32Array(marks.count);
  /** @type {any} */
  const counts = {};
  for (const facet of FACETS) counts[facet] = new Uint32Array(marks.keys[facet].size);
  let total = 0;
  marks.chunks.forEach(({ first, count }, number) => {
    const keyed = marks.keyed[number];
    if (!keyed) return;
    for (let place = 0; place < count; place += 1) {
      const index = first + place;
      const [start, end] = [marks.starts[index], marks.ends[index]];
      if (end < earliest || start > latest || !always.every((one) => holds(one, keyed[one.facet], place))) continue;
      let fails = end < from || start > to ? TOO_EARLY_OR_LATE : 0;
      for (const one of conditions) if (!holds(one, keyed[one.facet], place)) fails |= one.bit;
      if (!fails) {
        found[total] = index;
        total += 1;
        for (const facet of FACETS) tally(counts[facet], keyed[facet], place);
      } else {
        const only = conditions.find((one) => one.bit === fails);
        if (only && only.mode !== "all") tally(counts[only.facet], keyed[only.facet], place);
      }
    }
  });
  return { indexes: found.slice(0, total), counts };
}

/**
 * The first and the last day of a choice.
 * @param {State} state @returns {[number, number]}
 */
export function bounds(state) {
  const [from, to] = [stretchOf(state.from), stretchOf(state.to)];
  return [from ? from[0] : -Infinity, to ? to[1] : Infinity];
}

/**
 * @param {import("./marks.js").Marks} marks @param {State} state @returns {Condition[]}
 */
function conditionsOf(marks, state) {
  return FACETS.filter((facet) => state.chosen[facet].length).map((facet, number) => {
    const known = marks.keys[facet];
    const wanted = new Uint8Array(known.size);
    for (const key of state.chosen[facet]) {
      const place = known.get(key);
      if (place !== undefined) wanted[place] = 1;
    }
    return { facet, bit: 2 << number, wanted, many: state.chosen[facet].length, mode: state.mode[facet] };
  });
}

/**
 * @param {Condition} condition @param {import("./marks.js").Keyed} keyed @param {number} place
 */
function holds({ wanted, many, mode }, { offsets, keys }, place) {
  let has = 0;
  for (let at = offsets[place]; at < offsets[place + 1]; at += 1) has += wanted[keys[at]];
  if (mode === "none") return has === 0;
  return mode === "all" ? has === many : has > 0;
}

/**
 * @param {Uint32Array} counts @param {import("./marks.js").Keyed} keyed @param {number} place
 */
function tally(counts, { offsets, keys }, place) {
  for (let at = offsets[place]; at < offsets[place + 1]; at += 1) counts[keys[at]] += 1;
}
