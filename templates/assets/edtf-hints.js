// SPDX-License-Identifier: MIT
/**
 * What a text that is no date was probably meant to be, by the table made from `dateline/dates/hints.py`.
 * @module
 */

import { MONTHS } from "./edtf.js";
import { shown, trimmed } from "./shown.js";

/** @typedef {{message: string, forms: string[], hint: string, ambiguous?: boolean}} Guess */
/** @typedef {{message: string, forms: string[], hint: string}} Only */
/** @typedef {{message: string, year: number, month: number, day: number}} Padded */
/** @typedef {{usual: string, dashes: string, readers: [string, string | Only | Padded][]}} DateRules */

/**
 * The readings of a text, the likeliest first.
 * @param {string} text @param {DateRules} rules @returns {Generator<Guess>}
 */
export function* guesses(text, rules) {
  const plain = plainly(text, rules.dashes);
  if (plain !== text) yield { message: `${shown(text)} holds spaces or signs that no date has`, forms: [plain], hint: "" };
  for (const [pattern, reader] of rules.readers) {
    const match = new RegExp(`^(?:${pattern})$`, "i").exec(plain);
    if (match) yield reading(match, reader);
  }
}

/**
 * The text in ASCII digits and hyphens, without spaces at its ends or around its marks.
 * @param {string} text @param {string} dashes
 */
function plainly(text, dashes) {
  const plain = [...text].map((sign) => (dashes.includes(sign) ? "-" : /\p{Nd}/u.test(sign) ? digit(sign) : sign)).join("");
  return trimmed(plain).split(/([/,[\]]|\.\.)/).map((part) => part.trim()).join("");
}

/**
 * What a decimal digit of any script stands for: they come in tens, each beginning with its nought.
 * @param {string} sign
 */
function digit(sign) {
  const code = /** @type {number} */ (sign.codePointAt(0));
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1;
  return String(before % 10);
}

/**
 * @param {RegExpExecArray} match @param {string | Only | Padded} reader @returns {Guess}
 */
function reading(match, reader) {
  if (typeof reader === "string") return BY_NAME[reader](match);
  const message = reader.message.replaceAll("{}", () => shown(match[0]));
  if ("year" in reader) {
    const { year, month, day } = reader;
    return { message, forms: [padded(match[year], match[month], day ? match[day] : undefined)], hint: "" };
  }
  const forms = reader.forms.map((form) => form.replace(/\\(\d)/g, (_, group) => match[group] ?? ""));
  return { message, forms, hint: reader.hint };
}

/** @param {string} year @param {string} month a number or a name @param {string} [day] */
function padded(year, month, day) {
  const number = /^[0-9]+$/.test(month) ? month : monthNumber(month);
  return `${year}-${two(number)}${day ? `-${two(day)}` : ""}`;
}

/** @param {string | number} number */
const two = (number) => String(Number(number)).padStart(2, "0");

/** @param {string} name */
const monthNumber = (name) =>
  MONTHS.findIndex((month) => month.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase()) + 1;

/** @type {Record<string, (match: RegExpExecArray) => Guess>} */
const BY_NAME = {
  numbers([whole, first, second, year]) {
    const pairs = [[second, first], [first, second]].filter(([month]) => Number(month) >= 1 && Number(month) <= 12);
    const forms = [...new Set(pairs.map(([month, day]) => padded(year, month, day)))];
    if (forms.length < 2) {
      return {
        message: `${shown(whole)} is not written year-month-day`,
        forms: forms.length ? forms : [padded(year, second, first)],
        hint: "",
      };
    }
    const dayFirst = `${Number(first)} ${MONTHS[Number(second) - 1]}`;
    const monthFirst = `${MONTHS[Number(first) - 1]} ${Number(second)}`;
    return { message: `${shown(whole)} is ${dayFirst} or ${monthFirst}?`, forms, hint: "", ambiguous: true };
  },
  short_year([whole]) {
    const year = whole.replace(/^-+/, "").padStart(4, "0");
    if (whole.length === 2) {
      return { message: `${shown(whole)} is a year of two digits`, forms: [`19${whole}`, `20${whole}`, year], hint: "" };
    }
    return { message: "a year has four digits", forms: [(whole.startsWith("-") ? "-" : "") + year], hint: "" };
  },
  era({ groups }) {
    const { before, after, era, first } = /** @type {Record<string, string>} */ (groups);
    let number = Number(before || after);
    if (/^b/i.test(era || first)) number = 1 - number;
    const year = number < 0 ? `-${String(-number).padStart(4, "0")}` : String(number).padStart(4, "0");
    return { message: "years before 1 CE are counted from 0000, which is 1 BCE", forms: [year], hint: "" };
  },
  clock([whole, hour, minute]) {
    const time = `${two(hour)}:${minute}`;
    return {
      message: `${shown(whole)} is a time, not a date`, forms: [], hint: `write date: 2024-01-31 and time: "${time}"`,
    };
  },
  with_clock([, day, hour, minute]) {
    const time = `${two(hour)}:${minute}`;
    const hint = `write date: ${day} and time: "${time}", as the clocks at the place showed them`;
    return { message: "a date holds no time of day", forms: [], hint };
  },
  marks([whole]) {
    const found = new Set(whole.match(/[?~%]/g));
    const mark = found.size === 1 ? [...found][0] : "%";
    const bare = whole.replace(/[?~%]/g, "");
    const message = `? (unsure), ~ (about) and % (both) stand once, at the end of ${shown(whole)}`;
    return { message, forms: [bare + mark], hint: "" };
  },
  lasted_or_between([whole, first, last]) {
    return {
      message: `${shown(whole)}: did it last, or is it one time between ${first} and ${last}?`,
      forms: [`${first}/${last}`, `[${first}..${last}]`], hint: "",
    };
  },
  capital_x([whole]) {
    return { message: "a digit that is not known is a capital X", forms: [whole.replace(/[xu]/g, "X")], hint: "" };
  },
};
