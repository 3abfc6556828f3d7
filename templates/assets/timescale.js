// SPDX-License-Identifier: MIT
/**
 * Lays days along the line of time as the build does, for any stretch of it.
 *
 * A day is a whole number: 1 January of the year 1 is 1. A place on the line is a number too: days,
 * with long empty stretches folded into breaks of one width. No Date and no Intl takes part.
 * @module
 */

/** @typedef {{year: string, early: string, before: string, month: string[], month_like_a_day: string[],
 *   day: string[], digits: string, group: string}} Words patterns for dates, made by the build */
/** @typedef {"day" | "month" | "year"} Unit */
/** @typedef {{place: number, day: number, unit: Unit}} Tick */

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
// As in the drawing that the build makes, 1000 wide.
const [DRAWN, BEFORE, AFTER, BREAK, WIDEST_DAY] = [1000, 8, 84, 112, 200];
const YEAR = 365.2425;
const SPACING = 84;

/** @param {number} year */
const leap = (year) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/**
 * How many days a month has.
 * @param {number} year @param {number} month from 1
 */
export const monthLength = (year, month) => (month === 2 && leap(year) ? 29 : LENGTHS[month - 1]);

/**
 * The number of a day of the proleptic Gregorian calendar; the year is astronomical.
 * @param {number} year @param {number} [month] @param {number} [day]
 */
export function ordinal(year, month = 1, day = 1) {
  const years = year - 1;
  let days = years * 365 + Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  for (let one = 1; one < month; one += 1) days += monthLength(year, one);
  return days + day;
}

/**
 * The day that has this number: the reverse of `ordinal`.
 * @param {number} number @returns {[number, number, number]} year, month, day
 */
export function dayAt(number) {
  let year = Math.floor((number - 1) / YEAR) + 1;
  while (ordinal(year) > number) year -= 1;
  while (ordinal(year + 1) <= number) year += 1;
  let month = 1;
  while (month < 12 && ordinal(year, month + 1) <= number) month += 1;
  return [year, month, number - ordinal(year, month) + 1];
}

/**
 * The first and last day of a year, month or day as ISO 8601 writes it, or null for any other text.
 * @param {string} text @returns {[number, number] | null}
 */
export function stretchOf(text) {
  const match = /^(-?\d{4,12})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text.trim());
  if (!match) return null;
  const [year, month, day] = match.slice(1).map((part) => (part === undefined ? 0 : Number(part)));
  if (match[2] === undefined) return [ordinal(year), ordinal(year + 1) - 1];
  if (month < 1 || month > 12) return null;
  const length = monthLength(year, month);
  if (match[3] === undefined) return [ordinal(year, month), ordinal(year, month, length)];
  return day < 1 || day > length ? null : [ordinal(year, month, day), ordinal(year, month, day)];
}

/**
 * A day as ISO 8601 writes it.
 * @param {number} number
 */
export function isoDay(number) {
  const [year, month, day] = dayAt(number);
  const digits = String(Math.abs(year)).padStart(4, "0");
  const two = (/** @type {number} */ part) => String(part).padStart(2, "0");
  return `${year < 0 ? "-" : ""}${digits}-${two(month)}-${two(day)}`;
}

/**
 * A number with the digits of the page's language, in groups where it is long.
 * @param {number} value @param {Words} words
 */
export function figures(value, words) {
  const plain = String(value);
  const grouped = value > 9999 ? plain.replace(/\B(?=(\d{3})+$)/g, words.group) : plain;
  return grouped.replace(/\d/g, (digit) => [...words.digits][Number(digit)]);
}

/**
 * A day, or the month or year it begins, in the words of the build.
 * @param {number} number @param {Unit} unit @param {Words} words
 */
export function dayWords(number, unit, words) {
  const [year, month, day] = dayAt(number);
  const era = year < 1 ? words.before : year < 1000 || year > 9999 ? words.early : words.year;
  const shown = era.replace("{number}", figures(year < 1 ? 1 - year : year, words));
  if (unit === "year") return shown;
  if (unit === "day") {
    return words.day[month - 1].replace("{day}", figures(day, words)).replace("{year}", shown);
  }
  const patterns = year >= -30 && year <= 31 ? words.month_like_a_day : words.month;
  return patterns[month - 1].replace("{year}", shown);
}

/** Where each day lies: stretches of days, with a break between each two. */
export class Scale {
  /** @param {[number, number][]} stretches first and last day of each */
  constructor(stretches) {
    this.stretches = stretches;
    const days = stretches.reduce((sum, [first, last]) => sum + last - first + 1, 0);
    const room = DRAWN - BEFORE - AFTER - BREAK * (stretches.length - 1);
    const wide = Math.min(WIDEST_DAY, room / days);
    this.gap = BREAK / wide;
    /** @type {number[]} */
    this.starts = [];
    let place = 0;
    for (const [first, last] of stretches) {
      this.starts.push(place);
      place += last - first + 1 + this.gap;
    }
    this.end = place - this.gap;
    /** What the drawing of the build shows. @type {[number, number]} */
    this.whole = [-BEFORE / wide, (DRAWN - BEFORE) / wide];
  }

  /**
   * Where a day begins; one inside a break begins where the next stretch does.
   * @param {number} day
   */
  at(day) {
    for (let one = 0; one < this.stretches.length; one += 1) {
      const [first, last] = this.stretches[one];
      if (day <= last) return this.starts[one] + Math.max(0, day - first);
    }
    return this.end;
  }

  /**
   * The day at a place; in a break the one after it.
   * @param {number} place
   */
  day(place) {
    for (let one = 0; one < this.stretches.length; one += 1) {
      const [first, last] = this.stretches[one];
      const into = Math.floor(place - this.starts[one]);
      if (into <= last - first) return first + Math.max(0, into);
    }
    return this.stretches[this.stretches.length - 1][1];
  }

  /**
   * Ticks at round dates between two places, `pixels` apart.
   * @param {[number, number]} view @param {number} pixels @returns {Tick[]}
   */
  ticks(view, pixels) {
    const [unit, count] = step((SPACING * (view[1] - view[0])) / pixels);
    /** @type {Tick[]} */
    const ticks = [];
    this.stretches.forEach(([first, last], number) => {
      const start = this.starts[number];
      const low = Math.max(first, first + Math.floor(view[0] - start));
      const high = Math.min(last, first + Math.ceil(view[1] - start));
      if (low > high) return;
      const days = roundDays(low, high, unit, count);
      if (!days.length && low === first && roundDays(first, last, unit, count).length === 0) days.push(first);
      ticks.push(...days.map((day) => ({ place: this.at(day), day, unit })));
    });
    return ticks;
  }
}

/**
 * The smallest usual step of at least so many days.
 * @param {number} days @returns {[Unit, number]}
 */
function step(days) {
  if (days <= 1) return ["day", 1];
  if (days <= 7) return ["day", 7];
  if (days <= YEAR / 12) return ["month", 1];
  if (days <= YEAR / 4) return ["month", 3];
  for (let power = 1; ; power *= 10) {
    for (const count of [power, 2 * power, 5 * power]) if (count * YEAR >= days) return ["year", count];
  }
}

/**
 * The first day of each round date; weeks begin on a Monday.
 * @param {number} first @param {number} last @param {Unit} unit @param {number} count
 */
function roundDays(first, last, unit, count) {
  const days = [];
  if (unit === "day") {
    const off = (((1 - first) % count) + count) % count;
    for (let day = first + off; day <= last; day += count) days.push(day);
    return days;
  }
  const [year, month] = dayAt(first);
  if (unit === "month") {
    for (let number = Math.ceil((year * 12 + month - 1) / count) * count; ; number += count) {
      const day = ordinal(Math.floor(number / 12), (((number % 12) + 12) % 12) + 1);
      if (day > last) return days;
      if (day >= first) days.push(day);
    }
  }
  const lastYear = dayAt(last)[0];
  // Before our era the number of the year BCE is round; the year 0 is 1 BCE.
  for (let before = Math.floor((1 - year) / count) * count; before >= Math.max(1, 1 - lastYear); before -= count) {
    days.push(ordinal(1 - before));
  }
  for (let one = Math.ceil(Math.max(year, 1) / count) * count; one <= lastYear; one += count) days.push(ordinal(one));
  return days.filter((day) => day >= first && day <= last);
}
