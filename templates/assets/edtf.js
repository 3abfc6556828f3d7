// SPDX-License-Identifier: MIT
/**
 * Reads a date as `dateline/dates` does, and says of any other text the same words.
 *
 * What a text was probably meant to be stands in a table that is made from `dateline/dates/hints.py`
 * and comes with the rules; without it a text is a date or is none.
 * @module
 */

import { guesses } from "./edtf-hints.js";
import { Fault, lengthOf, shown } from "./shown.js";

/** @typedef {[number, number, number]} Day year, month, day */
/** @typedef {{text: string, kind: "date" | "interval" | "set", earliest: Day | null, latest: Day | null,
 *   precision: number, start?: Edtf | null, end?: Edtf | null}} Edtf */
/** @typedef {import("./edtf-hints.js").DateRules} DateRules */

export const [DAY, MONTH, SEASON, YEAR, DECADE, CENTURY] = [0, 1, 2, 3, 4, 5];
export const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const LONGEST = 100;
const PLAIN_DAY = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;
const CALENDAR = /^(-?[0-9]{4})(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?[?~%]?$/;
const UNKNOWN_DIGITS = /^(-?)(?:([0-9]{3})X|([0-9]{2})XX)[?~%]?$/;
const LONG_YEAR = /^Y(-?[1-9][0-9]{4,11})[?~%]?$/;
const PARTS = /[/,[\]]|\.\./;

/**
 * The date that the text says; throws a Fault for any other text.
 * @param {string} text @param {DateRules} [rules] @returns {Edtf}
 */
export function parse(text, rules) {
  const plain = PLAIN_DAY.exec(text);
  if (plain) return plainDay(text, Number(plain[1]), Number(plain[2]), Number(plain[3]));
  if (lengthOf(text) > LONGEST) {
    throw new Fault(`a date of ${lengthOf(text)} characters is too long`, rules?.usual, "bad-date");
  }
  const found = read(text);
  if (found) return found;
  throw rules ? refusal(text, rules) : new Fault(`${shown(text)} is not a date`, "", "bad-date");
}

/**
 * The date, or null for any other text.
 * @param {string} text
 */
export function parsed(text) {
  try {
    return parse(text);
  } catch {
    return null;
  }
}

/** Whether one day is before another, the same or after: below 0, 0, above 0. @param {Day} one @param {Day} other */
export const compare = (one, other) => one[0] - other[0] || one[1] - other[1] || one[2] - other[2];

/** The number of a day: 1 January of the year 1 is 1. @param {Day} day */
export function ordinal([year, month, day]) {
  const years = year - 1;
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  const before = LENGTHS.slice(0, month - 1).reduce((sum, length) => sum + length, 0);
  return years * 365 + leapDays + before + Number(month > 2 && isLeap(year)) + day;
}

/** @param {number} year */
const isLeap = (year) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** @param {number} year @param {number} month */
const daysInMonth = (year, month) => (month === 2 && isLeap(year) ? 29 : LENGTHS[month - 1]);

/** @param {number} number */
const two = (number) => String(number).padStart(2, "0");

/** The year of a date as it was typed. @param {string} text */
const yearOf = (text) => text.slice(0, text.indexOf("-", 1));

/** @param {string} text @param {number} year @param {number} month @param {number} day @returns {Edtf} */
function plainDay(text, year, month, day) {
  if (month < 1 || month > 12) throw noSuchMonth(text, year, month, day);
  const length = daysInMonth(year, month);
  if (day < 1 || day > length) {
    const where = `${yearOf(text)}-${two(month)}`;
    throw new Fault(
      `${MONTHS[month - 1]} ${year} has ${length} days, so there is no ${shown(text)}`,
      `write a day from ${where}-01 to ${where}-${length}, or ${where} if the day is not known`,
      "bad-date",
    );
  }
  return { text, kind: "date", earliest: [year, month, day], latest: [year, month, day], precision: DAY };
}

/** @param {string} text @param {number} year @param {number} month @param {number} [day] */
function noSuchMonth(text, year, month, day) {
  const message = `there is no month ${two(month)} in ${shown(text)}`;
  if (day !== undefined && day >= 1 && day <= 12 && month >= 1 && month <= daysInMonth(year, day)) {
    return new Fault(message, `write year-month-day: ${yearOf(text)}-${two(day)}-${two(month)}`, "bad-date");
  }
  return new Fault(message, "months go from 01 to 12; 21 is spring, 22 summer, 23 autumn, 24 winter", "bad-date");
}

/**
 * The date, interval or set, or null where the text has the form of none.
 * @param {string} text @returns {Edtf | null}
 */
function read(text) {
  if (text.startsWith("[") && text.endsWith("]")) return set(text);
  const slash = text.indexOf("/");
  return slash < 0 ? date(text) : interval(text, text.slice(0, slash), text.slice(slash + 1), ["", ".."]);
}

/** @param {string} text @returns {Edtf | null} */
function date(text) {
  const day = CALENDAR.exec(text);
  if (day && !text.startsWith("-0000")) return calendarDate(text, day[1], day[2], day[3]);
  const digits = UNKNOWN_DIGITS.exec(text);
  if (digits) {
    const [low, more] = digits[2] ? [Number(digits[2]) * 10, 9] : [Number(digits[3]) * 100, 99];
    const high = low + more;
    const [first, last] = digits[1] ? [-high, Math.min(-low, -1)] : [low, high];
    return years(text, first, last, digits[2] ? DECADE : CENTURY);
  }
  const long = LONG_YEAR.exec(text);
  return long && years(text, Number(long[1]), Number(long[1]), YEAR);
}

/** @param {string} text @param {number} first @param {number} last @param {number} precision @returns {Edtf} */
function years(text, first, last, precision) {
  return { text, kind: "date", earliest: [first, 1, 1], latest: [last, 12, 31], precision };
}

/**
 * @param {string} text @param {string} typedYear @param {string | undefined} typedMonth
 * @param {string | undefined} typedDay @returns {Edtf | null}
 */
function calendarDate(text, typedYear, typedMonth, typedDay) {
  const year = Number(typedYear) + 0;
  if (typedMonth === undefined || typedMonth === "XX") {
    return typedDay === undefined || typedDay === "XX" ? years(text, year, year, YEAR) : null;
  }
  const month = Number(typedMonth);
  if (typedDay === undefined && month >= 21 && month <= 24) return years(text, year, year, SEASON);
  if (typedDay !== undefined && typedDay !== "XX") return plainDay(text, year, month, Number(typedDay));
  if (month < 1 || month > 12) throw noSuchMonth(text, year, month);
  const last = daysInMonth(year, month);
  return { text, kind: "date", earliest: [year, month, 1], latest: [year, month, last], precision: MONTH };
}

/**
 * @param {string} text @param {string} first @param {string} last @param {string[]} absent
 * @returns {Edtf | null}
 */
function interval(text, first, last, absent) {
  const start = absent.includes(first) ? null : date(first);
  const end = absent.includes(last) ? null : date(last);
  if (!(start || end) || !start !== absent.includes(first) || !end !== absent.includes(last)) return null;
  if (start?.earliest && end?.latest && compare(end.latest, start.earliest) < 0) {
    const turned = text.includes("/") ? `${last}/${first}` : `${last}..${first} inside the brackets`;
    throw new Fault(`the end, ${last}, is before the start, ${first}`, `write ${turned}`, "date-order");
  }
  return {
    text, kind: "interval", earliest: start?.earliest ?? null, latest: end?.latest ?? null,
    precision: Math.max(start?.precision ?? DAY, end?.precision ?? DAY), start, end,
  };
}

/** @param {string} text @returns {Edtf | null} */
function set(text) {
  /** @type {Edtf[]} */
  const members = [];
  for (const item of text.slice(1, -1).split(",")) {
    const dots = item.indexOf("..");
    const member = dots < 0 ? date(item) : interval(item, item.slice(0, dots), item.slice(dots + 2), [""]);
    if (!member) return null;
    members.push(member);
  }
  const [first, last] = [bound(members, "earliest", -1), bound(members, "latest", 1)];
  if (!first && !last) return null;
  return { text, kind: "set", earliest: first, latest: last, precision: Math.max(...members.map((one) => one.precision)) };
}

/**
 * The outermost day of some dates, or null where one of them is open.
 * @param {Edtf[]} members @param {"earliest" | "latest"} name @param {number} sign
 */
function bound(members, name, sign) {
  const days = members.map((member) => member[name]).filter((day) => day !== null);
  if (days.length !== members.length) return null;
  return days.reduce((one, other) => (sign * compare(other, one) > 0 ? other : one));
}

/**
 * Why the text is no date, with the form it was meant to have where that can be told.
 * @param {string} text @param {DateRules} rules @returns {Fault}
 */
function refusal(text, rules) {
  for (const guess of guesses(text, rules)) {
    const [good, faults] = readable(guess.forms);
    if (good.length || guess.hint) {
      const name = guess.ambiguous && good.length > 1 ? "ambiguous-date" : "bad-date";
      return new Fault(guess.message, guess.hint || `write ${good.join(" or ")}`, name);
    }
    if (faults.length) return faults[0];
  }
  for (const part of text.split(PARTS)) {
    if (part === "" || part === text || date(part) !== null) continue;
    const inner = refusal(part, rules);
    return new Fault(`in ${shown(text)}, ${inner.message}`, inner.hint, inner.name);
  }
  return new Fault(`${shown(text)} is not a date`, rules.usual, "bad-date");
}

/**
 * Those of the forms that are dates, and the faults of the others.
 * @param {string[]} forms @returns {[string[], Fault[]]}
 */
function readable(forms) {
  /** @type {string[]} */
  const good = [];
  /** @type {Fault[]} */
  const faults = [];
  for (const form of forms) {
    try {
      if (read(form)) good.push(form);
    } catch (fault) {
      faults.push(/** @type {Fault} */ (fault));
    }
  }
  return [good, faults];
}
