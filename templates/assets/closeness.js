// SPDX-License-Identifier: MIT
/**
 * Which of some words was probably meant: the twin of `nearest` in `dateline/problems.py`, that is of
 * Python's difflib without its shortcut for texts of 200 characters and more.
 * @module
 */

const CLOSE = 0.6;

/**
 * The candidate that a word was probably meant to be, or null.
 * @param {string} word @param {Iterable<string>} candidates
 */
export function nearest(word, candidates) {
  const wanted = [...word.toLowerCase()];
  /** @type {[number, string] | null} */
  let best = null;
  for (const candidate of candidates) {
    const letters = [...candidate];
    const length = letters.length + wanted.length;
    if (2 * Math.min(letters.length, wanted.length) < CLOSE * length) continue;
    const ratio = length ? (2 * alike(letters, wanted)) / length : 1;
    if (ratio < CLOSE || (best && (ratio < best[0] || (ratio === best[0] && candidate < best[1])))) continue;
    best = [ratio, candidate];
  }
  return best && best[1];
}

/**
 * How many letters stand in blocks that both have, the longest block first, then to either side of it.
 * @param {string[]} one @param {string[]} other
 */
function alike(one, other) {
  const places = placesOf(other);
  let total = 0;
  const waiting = [[0, one.length, 0, other.length]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [low, high, from, to] = next;
    const [at, there, size] = longest(one, places, low, high, from, to);
    if (!size) continue;
    total += size;
    waiting.push([low, at, from, there], [at + size, high, there + size, to]);
  }
  return total;
}

/** @param {string[]} letters */
function placesOf(letters) {
  /** @type {Map<string, number[]>} */
  const places = new Map();
  letters.forEach((letter, place) => places.set(letter, [...(places.get(letter) ?? []), place]));
  return places;
}

/**
 * The longest block, of several the one that begins first.
 * @param {string[]} one @param {Map<string, number[]>} places
 * @param {number} low @param {number} high @param {number} from @param {number} to
 */
function longest(one, places, low, high, from, to) {
  let best = [low, from, 0];
  /** @type {Map<number, number>} */
  let lengths = new Map();
  for (let at = low; at < high; at += 1) {
    /** @type {Map<number, number>} */
    const here = new Map();
    for (const there of places.get(one[at]) ?? []) {
      if (there < from || there >= to) continue;
      const size = (lengths.get(there - 1) ?? 0) + 1;
      here.set(there, size);
      if (size > best[2]) best = [at - size + 1, there - size + 1, size];
    }
    lengths = here;
  }
  return best;
}
