// SPDX-License-Identifier: MIT
/**
 * Texts as messages show them, and white space as Python knows it: the twin of `shown` in `dateline/problems.py`.
 * @module
 */

const LIMIT = 80;
const BLANK = /[^\S\ufeff]|[\x1c-\x1f\x85]/;

/**
 * The text in single quotes, cut at `limit` characters.
 * @param {string} text
 */
export function shown(text, limit = LIMIT) {
  const letters = [...text];
  return letters.length > limit ? `'${letters.slice(0, limit - 1).join("")}…'` : `'${text}'`;
}

/**
 * The text without white space at its ends. An expression that looks for the end would try at each space inside.
 * @param {string} text
 */
export function trimmed(text) {
  let [from, to] = [0, text.length];
  while (from < to && BLANK.test(text[from])) from += 1;
  while (to > from && BLANK.test(text[to - 1])) to -= 1;
  return text.slice(from, to);
}

/** How many characters a text has, as people count them in a file. @param {string} text */
export const lengthOf = (text) => [...text].length;

/** A fault that a reader of texts found: what is wrong, what to write, and how grave it is. */
export class Fault extends Error {
  /**
   * @param {string} message @param {string} [hint] @param {string} [name]
   */
  constructor(message, hint = "", name = "") {
    super(message);
    this.hint = hint;
    this.name = name;
  }
}
