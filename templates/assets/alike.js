// SPDX-License-Identifier: MIT
/**
 * Which events of a timeline may be the one in the form: by the notion of `dateline/duplicates.py`,
 * as far as the published marks tell. They tell nothing of whom an event accuses, so more may be named here.
 * @module
 */

import { ordinal } from "./edtf.js";
import { OPEN_END, OPEN_START, SERIES } from "./marks.js";

/** @typedef {import("./marks.js").Marks} Marks */
/** @typedef {import("./marks.js").Named} Named */
/** @typedef {import("./known.js").Known} Known */

const [NEAR_M, MOST_DAYS, MOST_NAMED] = [15_000, 3, 5];

/**
 * The events about the day of another: all their ids, and those that may be the same event.
 * What is not said of type or place does not tell two events apart; where neither is said, none is named.
 * @param {import("./edtf.js").Edtf} date @param {string} type @param {string} place
 * @param {Marks} marks @param {Known} known @returns {Promise<{ids: Set<string>, alike: Named[]}>}
 */
export async function alike(date, type, place, marks, known) {
  const days = daysOf(date);
  if (!days) return { ids: new Set(), alike: [] };
  const [first, last] = days;
  const chunks = [...marks.chunks.entries()].filter(([, { from, to }]) => from <= last + 1 && to >= first - 1);
  await Promise.all(chunks.flatMap(([number]) => [marks.find(number), marks.name(number)]));
  const indexes = chunks.flatMap(([, chunk]) => Array.from({ length: chunk.count }, (_, at) => chunk.first + at)).filter(
    (index) => marks.starts[index] <= last + 1 && marks.ends[index] >= first - 1,
  );
  const named = new Map(indexes.map((index) => [index, /** @type {Named} */ (marks.named(index))]));
  const found = indexes.filter((index) => last - first < MOST_DAYS && (type || place) && isPlain(index, marks)
    && (!type || marks.keysOf(index, "type").includes(type))
    && (!place || isNear(place, marks.keysOf(index, "place"), named.get(index)?.where ?? [], known)));
  return {
    ids: new Set([...named.values()].map((one) => one.id)),
    alike: found.slice(0, MOST_NAMED).map((index) => /** @type {Named} */ (named.get(index))),
  };
}

/**
 * The first and the last day by number, where both are known.
 * @param {import("./edtf.js").Edtf} date @returns {[number, number] | null}
 */
function daysOf({ earliest, latest }) {
  return earliest && latest ? [ordinal(earliest), ordinal(latest)] : null;
}

/**
 * Whether an event can be compared: it is no series, and its days are few.
 * @param {number} index @param {Marks} marks
 */
function isPlain(index, marks) {
  return !(marks.flags[index] & (SERIES | OPEN_START | OPEN_END)) && marks.ends[index] - marks.starts[index] < MOST_DAYS;
}

/**
 * Whether a place is about where an event was.
 * @param {string} place an id or a name @param {string[]} keys of the event, with what its places lie in
 * @param {string[]} names of its places @param {Known} known
 */
function isNear(place, keys, names, known) {
  if (names.some((name) => name.toLowerCase() === place.toLowerCase())) return true;
  const around = new Set(keys.map((key) => known.things.get("places")?.get(key)?.around));
  const own = keys.filter((key) => !around.has(key));
  const wanted = new Set(known.namesOf(place));
  return own.some((key) => known.distance(place, key) <= NEAR_M || known.namesOf(key).some((name) => wanted.has(name)));
}
