// SPDX-License-Identifier: MIT
/**
 * Plain data as YAML text that every reader takes for the same data: the twin of `dateline/yaml_text.py`.
 * A test proves the two equal; whoever changes one changes both.
 * @module
 */

/** @typedef {string | number | boolean | null} Scalar */
/** @typedef {Scalar | Data[] | {[key: string]: Data}} Data */

const INDENT = "  ";
const PLAIN = /^[A-Za-z0-9](?:[A-Za-z0-9_./,;()'%+?=&~@!$*-]|[:#](?=[A-Za-z0-9/])| (?=[A-Za-z0-9(]))*$/;
const OTHER = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i;
const NUMBER = /^(?!\d{4}-\d{2}-\d{2}$)[0-9][0-9A-Fa-fox_.,:;/+-]*$/;
const HIDDEN =
  /[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\ud800-\udfff]/u;
const UNFIT_FOR_BLOCK = /[\x00-\x09\x0b-\x1f]|^[ \n]| \n|[ \n]$/;

/**
 * The YAML text of a record, its keys in the order given.
 * @param {{[key: string]: Data}} data
 */
export const yamlText = (data) => linesOf(data).map((line) => `${line}\n`).join("");

/**
 * @param {{[key: string]: Data}} data @returns {string[]}
 */
function linesOf(data) {
  return Object.entries(data).flatMap(([key, value]) => {
    const held = heldBy(value);
    if (held.length) return [`${scalar(key)}:`, ...held.map(indented)];
    const [first, ...rest] = single(value);
    return [`${scalar(key)}: ${first}`, ...rest];
  });
}

/**
 * @param {Data[]} values @returns {string[]}
 */
function itemsOf(values) {
  return values.flatMap((value) => {
    const held = heldBy(value);
    const [first, ...rest] = held.length ? held : single(value);
    return [`- ${first}`, ...rest.map(indented)];
  });
}

/**
 * The lines of what a value holds; none where it holds no other.
 * @param {Data} value @returns {string[]}
 */
function heldBy(value) {
  if (Array.isArray(value)) return itemsOf(value);
  return value !== null && typeof value === "object" ? linesOf(value) : [];
}

/** @param {string} line */
const indented = (line) => (line ? INDENT + line : "");

/**
 * The lines of a value that holds no other; the first goes behind its key.
 * @param {Data} value @returns {string[]}
 */
function single(value) {
  if (typeof value !== "string") return [JSON.stringify(value)];
  const ends = value.endsWith("\n");
  const text = ends ? value.slice(0, -1) : value;
  if (!text.includes("\n") || UNFIT_FOR_BLOCK.test(text) || HIDDEN.test(text)) return [scalar(value)];
  return [ends ? "|" : "|-", ...text.split("\n").map(indented)];
}

/**
 * A text on one line: plain where nobody takes that for anything else, else between quotes.
 * @param {string} text
 */
function scalar(text) {
  if (PLAIN.test(text) && !OTHER.test(text) && !NUMBER.test(text)) return text;
  return JSON.stringify(text).replace(new RegExp(HIDDEN, "gu"), escaped);
}

/** @param {string} letter */
const escaped = (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
