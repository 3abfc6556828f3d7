// SPDX-License-Identifier: MIT
/**
 * What `check` would say of an event in the form, as far as a browser can tell: same rules, same words.
 * @module
 */

import { nearest } from "./closeness.js";
import { fold, plain } from "./draft.js";
import { compare, parse } from "./edtf.js";
import { Fault, lengthOf, shown } from "./shown.js";
import { readTime } from "./time-of-day.js";
import { looksLikeId, meantAsAddress, readAddress } from "./web-address.js";

/** @typedef {{what: string, advice: string, registries: string[], free: boolean}} Names */
/** @typedef {{kind: string, most?: number, long?: [string, string], missing?: [string, string], names?: Names}} FieldRules */
/** @typedef {{order: string[], fields: Record<string, FieldRules>, dates: import("./edtf-hints.js").DateRules,
 *   times: import("./time-of-day.js").TimeRules, ids: import("./draft.js").IdRules, known_until: string | null}} Rules */
/** @typedef {{ids: (registry: string) => Map<string, unknown> | null}} Known which ids there are; null where that is not known */
/** @typedef {{message: string, hint: string}} Told */

const LONGEST_ID = 80;
const WORDS = /[\p{L}\p{N}]+/gu;

/**
 * What is wrong with the value of a field, or null.
 * @param {string} path such as title or actors.role
 * @param {string} value @param {Rules} rules @param {Known} known @returns {Told | null}
 */
export function faultOf(path, value, rules, known) {
  const field = rules.fields[path];
  try {
    if (field.most && lengthOf(value) > field.most) throw tooLong(value, field);
    if (field.kind === "date") readDate(value, rules);
    if (field.kind === "time") readTime(value, rules.times);
    if (field.kind === "key") readKey(value, rules);
    if (field.kind === "tag") readTag(value);
    if (field.names) readName(value, field.names, known);
    return null;
  } catch (fault) {
    if (fault instanceof Fault) return { message: fault.message, hint: fault.hint };
    throw fault;
  }
}

/**
 * What is said of a field that must have a value and has none, or null.
 * @param {string} path @param {Rules} rules @returns {Told | null}
 */
export function missing(path, rules) {
  const said = rules.fields[path].missing;
  return said ? { message: said[0], hint: said[1] } : null;
}

/** @param {string} value @param {FieldRules} field */
function tooLong(value, { long }) {
  const [message, hint] = long ?? ["", ""];
  const length = lengthOf(value);
  const figures = message.replace("{length}", length.toLocaleString("en-US"));
  return new Fault(figures.replace("{size}", `${Math.round(length / 1000)} kB`), hint);
}

/** @param {string} value @param {Rules} rules */
function readDate(value, { dates, known_until: until }) {
  const date = parse(value, dates);
  const last = until && parse(until).latest;
  if (last && date.earliest && compare(last, date.earliest) < 0) {
    throw new Fault(
      `${shown(value)} is later than knowledge_date, ${shown(until)}`,
      "check the year, or move knowledge_date in site.yaml",
    );
  }
}

/** @param {string} value @param {Rules} rules */
function readKey(value, { ids }) {
  const written = value.replaceAll("_", "-");
  if (isId(written, ids.devices)) return;
  throw new Fault(`${shown(value)} is not a vocabulary word`, wordFor(value, ids));
}

/** @param {string} text @param {string[]} devices */
const isId = (text, devices) => /^[a-z0-9][a-z0-9-]{0,79}$/.test(text) && !devices.includes(text);

/**
 * The word to write instead, where it can be told without losing letters.
 * @param {string} value @param {import("./draft.js").IdRules} ids
 */
function wordFor(value, ids) {
  const folded = fold(value, ids.latin);
  const slug = plain(folded);
  const lost = /[^\x00-\x7f]/.test(folded.replace(/[^\p{L}\p{N}]/gu, ""));
  return !slug || lost || slug.length > LONGEST_ID || ids.reserved.includes(slug) ? "" : `write ${slug.replaceAll("-", "_")}`;
}

/** @param {string} value */
function readTag(value) {
  const tag = value.normalize("NFC");
  if (tag === tag.toLowerCase() && /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u.test(tag)) return;
  const proposed = (tag.toLowerCase().match(WORDS) ?? []).join("-");
  throw new Fault(`${shown(value)} is not a tag`, proposed && `write ${proposed}`);
}

/**
 * Throw a Fault where a text names nothing that is there, and is neither a name nor an address.
 * @param {string} text @param {Names} names @param {Known} known
 */
function readName(text, names, known) {
  const registries = names.registries.filter((name) => name !== "claims").map((name) => known.ids(name));
  if (registries.some((ids) => ids?.has(text))) return;
  if (looksLikeId(text)) {
    if (registries.includes(null)) return; // not every id is known here: `check` will tell
    throw new Fault(`there is no ${names.what} ${shown(text)}`, advice(text, names, registries));
  }
  if (names.free) return;
  if (!meantAsAddress(text)) {
    throw new Fault(`${shown(text)} is neither the id of a source nor a web address`, advice(text, names, registries));
  }
  readAddress(text);
}

/**
 * @param {string} text @param {Names} names @param {(Map<string, unknown> | null)[]} registries
 */
function advice(text, names, registries) {
  const close = nearest(text, registries.flatMap((ids) => [...(ids?.keys() ?? [])]));
  const described = !names.free && !looksLikeId(text);
  const todo = described ? "a source that is neither is written in place, as {title: …}" : names.advice;
  return close ? `did you mean ${close}? Else ${todo}` : todo;
}
