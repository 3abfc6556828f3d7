// SPDX-License-Identifier: MIT
/**
 * Reads a local time of day as `dateline/clock` does, and says of any other text the same words.
 * @module
 */

import { nearest } from "./closeness.js";
import { Fault, lengthOf, shown, trimmed } from "./shown.js";

/** @typedef {{longest: number, usual: string, parts: string[], never: [string, string, string][],
 *   loose: string, zone: string}} TimeRules */

const PLAIN = /^~?([01][0-9]|2[0-3]):([0-5][0-9])$/;

/**
 * Throw a Fault unless the text is a time of day.
 * @param {string} text @param {TimeRules} rules
 */
export function readTime(text, rules) {
  if (rules.parts.includes(text)) return;
  if (lengthOf(text) > rules.longest) throw new Fault(`a time of ${lengthOf(text)} characters is too long`, rules.usual);
  const slash = text.indexOf("/");
  const first = slash < 0 ? text : text.slice(0, slash);
  const last = slash < 0 ? text : text.slice(slash + 1);
  const [start, end] = [minute(first), minute(last)];
  if (start === null || end === null) throw refusal(text, rules);
  if (slash >= 0 && end <= start) {
    throw new Fault(
      `the time ends, ${last}, before it began, ${first}`,
      `over midnight, write date: with both days, time: "${first}" and end_time: "${last}"`,
    );
  }
}

/** @param {string} text */
function minute(text) {
  const match = PLAIN.exec(text);
  return match && Number(match[1]) * 60 + Number(match[2]);
}

/**
 * Why the text is no time, with the form it was meant to have where that can be told.
 * @param {string} text @param {TimeRules} rules
 */
function refusal(text, rules) {
  const plain = trimmed(text).toLowerCase();
  for (const [pattern, message, hint] of rules.never) {
    if (new RegExp(`^(?:${pattern})$`).test(plain)) return new Fault(message.replaceAll("{}", () => shown(text)), hint);
  }
  for (const ends of [plain.split(/\s*(?:\/|-|\u2013| to )\s*/), [plain]]) {
    const forms = ends.map((end) => loose(end, rules.loose));
    if (forms.length > 2 || !forms.every(Boolean)) continue;
    const form = forms.join("/");
    if (new RegExp(rules.zone).test(plain)) {
      const message = `${shown(text)} holds a zone, but a time is that of the clocks at the place`;
      return new Fault(message, `write "${form}" if it is local; the zone goes to timezone:`);
    }
    return new Fault(`${shown(text)} is not a local time with two digits for hours and minutes`, `write "${form}"`);
  }
  const part = nearest(plain, rules.parts);
  return new Fault(`${shown(text)} is not a time of day`, part ? `did you mean ${part}?` : rules.usual);
}

/**
 * The form that a time written some other way should have, or null where no clock shows it.
 * @param {string} text @param {string} pattern
 */
function loose(text, pattern) {
  const groups = new RegExp(`^(?:${pattern})$`, "i").exec(text)?.groups;
  if (!groups || !(groups.minute || groups.half)) return null;
  let hour = Number(groups.hour);
  if (groups.half) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (groups.half.startsWith("p") ? 12 : 0);
  }
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  const form = `${groups.about || groups.later ? "~" : ""}${two(hour)}:${two(Number(groups.minute ?? 0))}`;
  return PLAIN.test(form) ? form : null;
}
