// SPDX-License-Identifier: MIT
/**
 * An event that is about to be written: its id, its file and its text, as `dateline/draft.py` makes them.
 * @module
 */

import { DAY, MONTH, SEASON, YEAR, parsed } from "./edtf.js";
import { yamlText } from "./yaml-text.js";

/** @typedef {{longest: number, folder: string, devices: string[], reserved: string[],
 *   latin: Record<string, string>}} IdRules */
/** @typedef {import("./yaml-text.js").Data} Data */
/** @typedef {{[key: string]: Data}} Fields */

/** How many characters of the first day say as much as is known. @type {Record<number, number>} */
const SHOWN = { [DAY]: 10, [MONTH]: 7, [YEAR]: 4, [SEASON]: 4 };
const FIRST_LONG_YEAR = 10_000;

/**
 * The event with these fields, under an id that is not among the taken.
 * @param {Fields} fields @param {Set<string>} taken @param {IdRules} rules @param {string[]} order of the keys
 */
export function draft(fields, taken, rules, order) {
  const [date, title] = [String(fields.date ?? ""), String(fields.title ?? "")];
  const id = free(proposedId(date, title, rules), taken);
  const year = dayWords(date).slice(0, 4);
  const path = [rules.folder, /^\d{4}$/.test(year) ? year : "", `${id}.yaml`].filter(Boolean).join("/");
  const known = order.filter((key) => key in fields);
  const strange = Object.keys(fields).filter((key) => !order.includes(key));
  const ordered = Object.fromEntries([...known, ...strange].map((key) => [key, fields[key]]));
  return { id, path, text: yamlText(ordered) };
}

/**
 * The text without case and accents, as far as it decides what an id holds.
 * @param {string} text @param {Record<string, string>} latin
 */
export function fold(text, latin) {
  const letters = text.normalize("NFKD").toLowerCase().replaceAll("ß", "ss").normalize("NFKD");
  return [...letters].map((letter) => latin[letter] ?? letter).join("").replace(/[\p{Mn}\p{Me}\p{Cf}]/gu, "");
}

/** Only letters and digits of ASCII, the rest as hyphens between them. @param {string} folded */
export const plain = (folded) => folded.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

/**
 * @param {string} date @param {string} title @param {IdRules} rules
 */
function proposedId(date, title, { latin, longest, devices }) {
  let words = plain(fold(title, latin));
  if (words.length > longest) {
    const cut = words.slice(0, longest + 1).lastIndexOf("-");
    words = cut > 0 ? words.slice(0, cut) : words.slice(0, longest);
  }
  const found = [dayWords(date), words].filter(Boolean).join("-") || "event";
  return devices.includes(found) ? `${found}-event` : found;
}

/** The date as an id says it; empty where it has no start. @param {string} date */
function dayWords(date) {
  const known = parsed(date);
  const begun = known?.start ?? known;
  const first = begun?.earliest;
  if (!begun || !first || first[0] <= 0 || first[0] >= FIRST_LONG_YEAR) return "";
  const [year, month, day] = first;
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  const shown = SHOWN[begun.precision];
  const words = shown ? `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`.slice(0, shown) : begun.text;
  return plain(words.toLowerCase());
}

/**
 * @param {string} wanted @param {Set<string>} taken
 */
function free(wanted, taken) {
  let [number, found] = [1, wanted];
  while (taken.has(found)) {
    number += 1;
    found = `${wanted}-${number}`;
  }
  return found;
}
